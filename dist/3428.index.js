export const id = 3428;
export const ids = [3428];
export const modules = {

/***/ 87306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mt: () => (/* binding */ unreachableReasons),
/* harmony export */   nN: () => (/* binding */ asDroverError),
/* harmony export */   uq: () => (/* binding */ kindOfFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const unreachableReasons = [
    'unreachable',
    'host-key-unknown',
    'host-key-mismatch',
    'authentication-failed',
];
/** The kind of an outcome with this reason. `unreachable` means that no session could be opened, so that the machine is unchanged. */
function kindOfFailure(reason) {
    if (reason === 'not-touched')
        return 'skipped';
    return unreachableReasons.includes(reason) ? 'unreachable' : 'failed';
}
/** Turns anything thrown into an error with a reason. What Drover did not throw on purpose is a defect of Drover. */
function asDroverError(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`drover: ${message}`, {
        reason: 'bug',
        hint: 'This is a defect of Drover. Please report it with the lines above.',
        cause: thrown,
    });
}


/***/ }),

/***/ 88009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _w: () => (/* binding */ chooseWithLeftovers),
/* harmony export */   re: () => (/* binding */ orphanedMachine),
/* harmony export */   yK: () => (/* binding */ leftoverMachines),
/* harmony export */   z: () => (/* binding */ chooseAll)
/* harmony export */ });
/* harmony import */ var _flock_select_select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55920);
/* harmony import */ var _flock_view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37012);


/**
 * Machines that the ledger knows and `flock.yml` no longer names: somebody took
 * the entry away before the machine. They can still be listed and terminated.
 */
function leftoverMachines({ flock, snapshot }) {
    const named = new Set(flock.machines.map((machine) => machine.name));
    return [...snapshot.machines].flatMap(([name, { identity, launch }]) => {
        if (named.has(name))
            return [];
        if (identity !== undefined)
            return [orphanedMachine(name, identity)];
        // Cut off before anything was seen of it: its provider knows whether it was made.
        const provider = launch?.provider;
        return typeof provider === 'string' ? [orphanedMachine(name, { provider, user: 'root', port: 22 })] : [];
    });
}
/** A machine of which only this is known. */
function orphanedMachine(name, { provider, user, port }) {
    return {
        name,
        groups: [],
        vars: {},
        provider,
        settings: {},
        ssh: { user, port },
        checks: [],
        roles: [],
        code: [],
        artifacts: [],
        protect: false,
    };
}
/** Like `chooseMachines`, and leftovers by their exact names. */
async function chooseWithLeftovers(ports, view, request) {
    const leftovers = leftoverMachines(view).filter((machine) => request.selectors.includes(machine.name));
    const names = new Set(leftovers.map((machine) => machine.name));
    const selectors = request.selectors.filter((selector) => !names.has(selector));
    if (selectors.length === 0 && leftovers.length > 0)
        return leftovers;
    return [...(await (0,_flock_view_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseMachines */ .A6)(ports, view, { ...request, selectors })), ...leftovers];
}
/** All machines, wanted or left over; the selectors may be empty. */
function chooseAll(view, selectors) {
    const machines = [...view.flock.machines, ...leftoverMachines(view)];
    if (selectors.length === 0)
        return machines;
    return (0,_flock_select_select_js__WEBPACK_IMPORTED_MODULE_0__/* .selectMachines */ .L)({ flock: { ...view.flock, machines }, selectors });
}


/***/ }),

/***/ 3428:
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
// EXTERNAL MODULE: ./build/base/failure.js
var failure = __webpack_require__(87306);
// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/branch/leftover-machines.js
var leftover_machines = __webpack_require__(88009);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
;// CONCATENATED MODULE: ./build/operations/history/known-runs.js
/** Up to so many runs are asked for one by one: fewer calls than the pages of all runs of their time. */
const fewRuns = 10;
/** Of those that the pages did not show. */
const maxSingle = 20;
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
    for (const id of missing.slice(maxSingle))
        known.set(id, { state: 'not-asked' });
    // One after another, as GitHub asks for ("Best practices for using the REST API").
    for (const id of missing.slice(0, maxSingle)) {
        const run = await github.findRun(id);
        known.set(id, run === undefined ? { state: 'expired' } : { state: 'known', run });
    }
    return new Map(ids.flatMap((id) => [[id, known.get(id) ?? { state: 'not-asked' }]]));
}
/** The events with what is known of their runs under `github`: null for a run that is none of the repository's. */
function joinRuns(events, { known, clean, }) {
    return events.map((event) => {
        const found = known.get(event.run_id);
        return { ...event, github: found === undefined ? null : toData(found, clean) };
    });
}
function toData(found, clean) {
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

;// CONCATENATED MODULE: ./build/operations/history/history.js








/**
 * From the ledger: GitHub forgets runs, the branch does not. Machines that are gone can be asked for by name.
 * With `github` each event has what GitHub still knows of its run; that it cannot be asked is no failure.
 */
const history_history = (0,operation/* wholeOperation */.r)(async (ports, { selectors, limit, github }) => {
    const machines = (0,external_node_util_.isDeepStrictEqual)(selectors, []) ? undefined : await namesOf(ports, selectors);
    const events = await ports.ledger.history({ limit, ...(machines === undefined ? {} : { machines }) });
    const count = (0,count_of/* countOf */.p)(events.length, 'event');
    if (!github)
        return { data: { kind: 'events', events }, message: count };
    const joined = await joinGitHub(ports, events);
    const without = joined.without === undefined ? '' : `, without what GitHub knows: ${joined.without}`;
    return { data: { kind: 'events', events: joined.events }, message: `${count}${without}` };
});
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
        return { events: joinRuns(events, { known: await findKnownRuns(github, events), clean }) };
    }
    catch (thrown) {
        signal?.throwIfAborted();
        const error = (0,failure/* asDroverError */.nN)(thrown);
        if (error.reason === 'bug')
            throw thrown;
        const hint = error.hint === undefined ? '' : ` (${error.hint})`;
        reporter.report({ kind: 'notice', level: 'warning', message: clean(`${error.message}${hint}`) });
        return { events, without: clean(error.message) };
    }
}
const plainName = /^[a-z0-9-]+$/;
async function namesOf(ports, selectors) {
    if (selectors.every((selector) => plainName.test(selector) && selector !== 'all'))
        return selectors;
    const view = await (0,flock_view/* readFlock */._D)(ports);
    return (0,leftover_machines/* chooseAll */.z)(view, selectors).map((machine) => machine.name);
}


/***/ }),

/***/ 44138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ fleetOperation),
/* harmony export */   r: () => (/* binding */ wholeOperation)
/* harmony export */ });
function fleetOperation(operation) {
    return { kind: 'fleet', ...operation };
}
function wholeOperation(run) {
    return { kind: 'whole', run };
}


/***/ })

};
