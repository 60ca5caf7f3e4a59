export const id = 9157;
export const ids = [9157];
export const modules = {

/***/ 69157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  history: () => (/* binding */ history_history)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/operations/failure.js
var failure = __webpack_require__(69477);
;// CONCATENATED MODULE: ./build/operations/known-runs.js
/** Up to so many runs are asked for one by one: fewer calls than the pages of all runs of their time. */
const fewRuns = 10;
/** Of those that the pages did not show. */
const mostSingle = 20;
const dayMs = 86_400_000;
/** By run id; runs at a shell, and those of other repositories, are left out. */
async function findKnownRuns(github, events) {
    const asked = events.filter((event) => isOfRepository(event, github.repository));
    const ids = [...new Set(asked.map(({ run_id }) => run_id))];
    const known = new Map();
    if (ids.length > fewRuns) {
        for (const run of await github.listRuns(periodOf(asked)))
            known.set(run.id, { state: 'known', run });
    }
    const missing = ids.filter((id) => !known.has(id));
    for (const id of missing.slice(mostSingle))
        known.set(id, { state: 'not-asked' });
    // One after another, as GitHub asks for ("Best practices for using the REST API").
    for (const id of missing.slice(0, mostSingle)) {
        const run = await github.findRun(id);
        known.set(id, run === undefined ? { state: 'expired' } : { state: 'known', run });
    }
    return new Map(ids.flatMap((id) => [[id, known.get(id) ?? { state: 'not-asked' }]]));
}
/** The events with what is known of their runs under `github`: null for a run that is none of the repository's. */
function joinRuns(events, { known, clean, }) {
    return events.map((event) => {
        const found = known.get(event.run_id);
        return { ...event, github: found === undefined ? null : toJson(found, clean) };
    });
}
function toJson(found, clean) {
    if (found.state !== 'known')
        return { state: found.state };
    const { workflow, title, event, conclusion, url, durationMs } = found.run;
    return {
        state: 'known',
        workflow: clean(workflow),
        title: clean(title),
        event: clean(event),
        conclusion: clean(conclusion),
        url: clean(url),
        duration_ms: durationMs ?? null,
    };
}
/** The page of a run says whose it is: a branch may have been written from workflows of several repositories. */
function isOfRepository({ run_id, run_url }, repository) {
    if (!/^\d{1,15}$/.test(run_id))
        return false;
    return run_url === undefined || run_url.toLowerCase().includes(`/${repository.toLowerCase()}/actions/runs/`);
}
/** A run begins before what it does; a day before, when it waited for approval or for a runner. */
function periodOf(events) {
    const times = events.map(({ time }) => Date.parse(time)).filter((time) => !Number.isNaN(time));
    // Not Math.min(...times): there may be more events than a call takes arguments.
    const first = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
    const last = times.reduce((most, time) => Math.max(most, time), 0);
    const from = Number.isFinite(first) ? Math.max(0, first - dayMs) : 0;
    return { from: toSeconds(from), to: toSeconds(last + 3_600_000) };
}
function toSeconds(time) {
    return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

// EXTERNAL MODULE: ./build/operations/leftover.js
var leftover = __webpack_require__(94968);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
;// CONCATENATED MODULE: ./build/operations/history.js






/**
 * From the ledger: GitHub forgets runs, the branch does not. Machines that are gone can be asked for by name.
 * With `github` each event has what GitHub still knows of its run; that it cannot be asked is no failure.
 */
const history_history = async (ports, { selectors, limit, github }) => {
    const machines = (0,external_node_util_.isDeepStrictEqual)(selectors, []) ? undefined : await namesOf(ports, selectors);
    const events = await ports.ledger.history({ limit, ...(machines === undefined ? {} : { machines }) });
    const count = `${events.length} ${events.length === 1 ? 'event' : 'events'}`;
    if (!github)
        return { data: events.map((event) => ({ ...event })), message: count };
    const joined = await joinGitHub(ports, events);
    const without = joined.without === undefined ? '' : `, without what GitHub knows: ${joined.without}`;
    return { data: joined.data, message: `${count}${without}` };
};
async function joinGitHub(ports, events) {
    const { clean, reporter, signal } = ports;
    try {
        const github = await ports.github();
        if (github === undefined) {
            throw new errors/* DroverError */.F('the repository is not at GitHub', {
                reason: 'github-failed',
                hint: 'Go to a checkout whose "origin" is at GitHub, or give its URL with --repository.',
            });
        }
        return { data: joinRuns(events, { known: await findKnownRuns(github, events), clean }) };
    }
    catch (thrown) {
        signal?.throwIfAborted();
        const error = (0,failure/* asDroverError */.nN)(thrown);
        if (error.reason === 'bug')
            throw thrown;
        const hint = error.hint === undefined ? '' : ` (${error.hint})`;
        reporter.report({ kind: 'notice', level: 'warning', message: clean(`${error.message}${hint}`) });
        return { data: events.map((event) => ({ ...event })), without: clean(error.message) };
    }
}
const plainName = /^[a-z0-9-]+$/;
async function namesOf(ports, selectors) {
    if (selectors.every((selector) => plainName.test(selector) && selector !== 'all'))
        return selectors;
    const survey = await (0,operations_survey/* readFlock */._D)(ports);
    return (0,leftover/* chooseAll */.z)(survey, selectors).map((machine) => machine.name);
}


/***/ })

};
