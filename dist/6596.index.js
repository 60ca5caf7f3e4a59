export const id = 6596;
export const ids = [6596];
export const modules = {

/***/ 86596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  preview: () => (/* binding */ preview)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
;// CONCATENATED MODULE: ./build/github/keep-comment.js
/**
 * Leaves one comment with this marker on a pull request: the oldest one is updated, further ones are
 * removed. GitHub cannot compare and swap, so two runs may both make one; each looks again after it
 * made its own, and the oldest stays.
 */
async function keepComment(github, keeping) {
    const { pull, marker, body } = keeping;
    const [oldest, ...others] = await github.findComments(pull, marker);
    // Right before writing: this run may have looked at machines for minutes.
    if (await isStale(github, keeping))
        return { kind: 'stale' };
    const updated = oldest === undefined ? undefined : await github.updateComment(oldest.id, body);
    if (updated === undefined)
        return settle(github, keeping, await github.createComment(pull, body));
    await remove(github, others);
    return { kind: 'written', comment: updated };
}
async function settle(github, keeping, made) {
    const found = await github.findComments(keeping.pull, keeping.marker);
    const [oldest, ...others] = found;
    if (oldest === undefined || found.length === 1)
        return { kind: 'written', comment: oldest ?? made };
    if (await isStale(github, keeping)) {
        await github.deleteComment(made.id);
        return { kind: 'stale' };
    }
    const updated = oldest.id === made.id ? made : await github.updateComment(oldest.id, keeping.body);
    if (updated === undefined)
        return { kind: 'written', comment: made };
    await remove(github, others);
    return { kind: 'written', comment: updated };
}
async function isStale(github, { pull, head }) {
    return (await github.headOf(pull)) !== head;
}
async function remove(github, comments) {
    for (const { id } of comments)
        await github.deleteComment(id);
}

// EXTERNAL MODULE: ./build/report/github-limits.js
var github_limits = __webpack_require__(31713);
// EXTERNAL MODULE: ./build/report/group-plans.js
var group_plans = __webpack_require__(69661);
// EXTERNAL MODULE: ./build/report/lines.js
var report_lines = __webpack_require__(36812);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(34902);
// EXTERNAL MODULE: ./build/report/render-digests.js
var render_digests = __webpack_require__(47967);
// EXTERNAL MODULE: ./build/report/report.js
var report = __webpack_require__(87177);
// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(91904);
;// CONCATENATED MODULE: ./build/report/render-preview.js







const shownNames = 20;
const shownItems = 30;
/** A longer diff is folded, and one past the limit is cut at the end. */
const diffLines = { open: 30, most: 300 };
const diffBytes = 16 * 1024;
const lineCharacters = 400;
/** Room for digests beside the rest: those of about 400 machines. */
const digestBytes = 32 * 1024;
/** By which Drover finds its comment again. A flock's name is plain. */
function previewMarker(flock) {
    return `<!-- drover: preview ${flock} -->`;
}
/** The comment on a pull request. Nothing in it that a machine or a file said is Markdown, and it is never longer than GitHub takes. */
function renderPreview(preview) {
    const grouped = (0,group_plans/* groupPlans */.E)(preview.outcomes);
    const digests = digestPart(grouped);
    const blocks = [
        heading(preview, grouped),
        ...list(preview.problems.map(problemItem), 'problems'),
        ...list(grouped.failures.map(failureItem), 'different failures'),
        ...grouped.plans.flatMap((group, index) => planBlocks(group, { index, count: grouped.plans.length })),
        ...(grouped.upToDate.length === 0 ? [] : [`**As they should be:** ${listNames(grouped.upToDate)}\n\n`]),
    ];
    const all = (0,markdown/* link */.nf)('all of it is in the run', preview.run.url);
    const sentence = `**The rest is left out: GitHub takes at most 65,536 characters; ${all}.**\n\n`;
    const room = github_limits/* githubLimits */.Q0.commentBytes - Buffer.byteLength(digests);
    return (0,github_limits/* fitBlocks */.U8)(blocks, { limit: room, sentence }) + digests;
}
function heading({ flock, head, run, problems, outcomes }, grouped) {
    const title = `### What \`configure\` would do to ${(0,markdown/* escapeMarkdown */.FV)(flock)}\n\n`;
    const place = `${(0,markdown/* codeSpan */.SS)((0,report/* shortCommit */.Ax)(head))} · run ${(0,markdown/* link */.nf)((0,markdown/* codeSpan */.SS)(run.id), run.url)}\n\n`;
    const isRefused = problems.length > 0 && outcomes.length === 0;
    const what = isRefused ? '**Nothing: this is refused before any machine is looked at.**' : count(grouped);
    return `${previewMarker(flock)}\n${title}${what}\n\nFor commit ${place}`;
}
function count({ plans, upToDate, failures }) {
    const toChange = sum(plans.map(({ machines }) => machines.length));
    const failed = sum(failures.map(({ machines }) => machines.length));
    const alike = plans[0]?.machines.length ?? 0;
    const differ = toChange - alike;
    const groups = differ === 0 ? '' : ` (${alike} alike, ${differ} differ)`;
    const parts = [
        toChange === 0 ? '' : `**${(0,render_digests/* countMachines */.m)(toChange)} would change**${groups}`,
        upToDate.length === 0 ? '' : `${(0,render_digests/* countMachines */.m)(upToDate.length)} as they should be`,
        failed === 0 ? '' : `**${(0,render_digests/* countMachines */.m)(failed)} could not be previewed**`,
    ].filter((part) => part !== '');
    return parts.length === 0 ? 'No machine is concerned.' : `${parts.join(', ')}.`;
}
function problemItem(problem) {
    return item((0,trouble/* withPlace */.qS)(problem), problem);
}
function failureItem({ machines: names, outcome }) {
    return `- ${listNames(names)}: ${item((0,trouble/* withPlace */.qS)(outcome), outcome).slice(2)}`;
}
function item(text, { reason, hint }) {
    const advice = hint === undefined ? '' : `<br>${(0,markdown/* escapeMarkdown */.FV)(hint)}`;
    return `- ${(0,markdown/* escapeMarkdown */.FV)(text)} (${(0,markdown/* codeSpan */.SS)(reason)})${advice}\n`;
}
/** A block for each file, so that a plan too long for the comment is cut between two. */
function planBlocks(group, { index, count: groups }) {
    const alike = group.machines.length > 1 && groups === 1 ? ', all alike' : '';
    const title = `#### ${(0,render_digests/* countMachines */.m)(group.machines.length)}${alike}: ${describeGroup(group)}\n\n`;
    const names = `${index === 0 ? '' : 'Other than above: '}${listNames(group.machines)}\n\n`;
    return [title + names, ...group.changes.map(changePart)];
}
function describeGroup({ changes, message }) {
    if (changes.length === 0)
        return (0,markdown/* escapeMarkdown */.FV)(message);
    const lines = changes.flatMap(({ diff }) => diffBody(diff));
    const added = lines.filter((line) => line.startsWith('+')).length;
    const removed = lines.filter((line) => line.startsWith('-')).length;
    const files = changes.length === 1 ? '1 file' : `${changes.length} files`;
    return lines.length === 0 ? files : `${files}, +${added} −${removed} lines`;
}
function changePart({ path, action, diff, after }) {
    const then = after.length === 0 ? '' : `, then ${after.map(markdown/* codeSpan */.SS).join(', ')}`;
    const title = `${(0,markdown/* escapeMarkdown */.FV)(action)} ${(0,markdown/* codeSpan */.SS)(path)}${then}\n\n`;
    const lines = diffBody(diff);
    if (lines.length === 0)
        return title;
    const shown = firstLines(lines);
    const more = lines.length - shown.length;
    const block = (0,markdown/* codeBlock */.DV)([...shown, ...(more > 0 ? [`… ${more} more lines`] : [])], 'diff');
    return lines.length <= diffLines.open
        ? `${title}${block}\n`
        : title + (0,markdown/* folded */.TM)(`${lines.length} lines`, block);
}
/** Without the names of the two sides, which stand above it. */
function diffBody(diff) {
    const lines = (0,report_lines/* toLines */.P)(diff ?? '');
    const start = lines.findIndex((line) => line.startsWith('@@'));
    return start < 0 ? lines : lines.slice(start);
}
function firstLines(lines) {
    let bytes = 0;
    const shown = lines.slice(0, diffLines.most).map(cutLine);
    const end = shown.findIndex((line) => {
        bytes += Buffer.byteLength(line) + 1;
        return bytes > diffBytes;
    });
    return end < 0 ? shown : shown.slice(0, end);
}
function cutLine(line) {
    return line.length <= lineCharacters
        ? line
        : `${line.slice(0, lineCharacters).replace(/[\ud800-\udbff]$/, '')}…`;
}
function digestPart({ digests }) {
    const block = (0,render_digests/* renderDigests */.o)(digests);
    if (Buffer.byteLength(block) <= digestBytes)
        return block;
    return `The plan digests of ${(0,render_digests/* countMachines */.m)(digests.length)} are too long for a comment; they are in the summary of the run.\n`;
}
function list(items, what) {
    const more = items.length - shownItems;
    const end = more <= 0 ? '\n' : `- … ${more} more ${what}\n\n`;
    return items.length === 0 ? [] : [...items.slice(0, shownItems), end];
}
function listNames(names) {
    const shown = names.slice(0, shownNames).map(markdown/* codeSpan */.SS).join(', ');
    return names.length <= shownNames ? shown : `${shown} and ${names.length - shownNames} more`;
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}

// EXTERNAL MODULE: ./build/operations/configure/configure.js + 10 modules
var configure = __webpack_require__(3218);
// EXTERNAL MODULE: ./build/operations/failure.js
var operations_failure = __webpack_require__(69477);
// EXTERNAL MODULE: ./build/flock/parse-flock.js + 17 modules
var parse_flock = __webpack_require__(7250);
// EXTERNAL MODULE: ./build/operations/survey.js
var survey = __webpack_require__(82305);
;// CONCATENATED MODULE: ./build/operations/merged-view.js



/**
 * The config branch as it would be with this commit on it. What Drover keeps of machines is taken from the
 * branch as it is: a pull request cannot say where a machine is, nor which host key it has. Throws
 * `commit-missing`.
 */
async function mergedView(ports, commit) {
    const now = await ports.ledger.read();
    const then = await ports.ledger.readAt(commit);
    if (then === undefined) {
        throw new errors/* DroverError */.F(`preview: the repository has no commit "${commit}" (any more)`, {
            reason: 'commit-missing',
            hint: 'The pull request probably has a newer commit, whose own run previews it. Otherwise run the checks of the pull request again.',
        });
    }
    const snapshot = { ...then, machines: now.machines };
    return {
        ports: { ...ports, ledger: { ...ports.ledger, read: async () => snapshot } },
        flock: nameIn(now) ?? nameIn(then) ?? 'unknown',
    };
}
function nameIn({ tree }) {
    try {
        const text = tree.get(survey/* flockFile */.uI)?.bytes.toString('utf8') ?? '';
        return (0,parse_flock/* parseFlock */.T)({ text, file: survey/* flockFile */.uI }).name;
    }
    catch (error) {
        // What is wrong with it is told by those who need more of it than its name.
        if (error instanceof errors/* DroverError */.F)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/operations/preview.js






/** What configure would do: its own dry run. In a pull request also as one comment on it. */
const preview = async (ports, request) => {
    const { pullRequest } = ports;
    if (pullRequest === undefined)
        return await (0,configure.configure)(ports, { ...request, dryRun: true });
    if (pullRequest.isFork)
        throw fromFork(pullRequest);
    return await previewPullRequest(ports, { request, pullRequest });
};
/**
 * Not 0: a green check on a change that nobody looked at would let it through. A team that wants no
 * red cross on forks leaves the job out with `if:`; GitHub then shows it as skipped.
 */
function fromFork({ number }) {
    return new errors/* DroverError */.F(`preview: pull request ${number} comes from a fork, so nothing was previewed`, {
        reason: 'from-fork',
        hint: 'A fork gets neither the SSH key nor a token that may write. Somebody with the right to push can look at it and push it as a branch of this repository.',
    });
}
async function previewPullRequest(ports, { request, pullRequest }) {
    const { to, ...asked } = request;
    const view = await mergedView(ports, to ?? pullRequest.merged);
    const tell = (outcomes, problems) => writeComment(ports, { flock: view.flock, pullRequest, outcomes, problems });
    let end;
    try {
        end = await (0,configure.configure)(view.ports, { ...asked, dryRun: true });
    }
    catch (thrown) {
        const error = (0,operations_failure/* asDroverError */.nN)(thrown);
        const told = await tell([], problemsOf(error));
        // What is wrong with the change matters more than that it could not be said there, too.
        if (told.failure !== undefined)
            warn(ports, told.failure.message);
        throw error;
    }
    const { failure, message } = await tell(end.outcomes ?? [], []);
    return {
        ...end,
        ...(message === undefined ? {} : { message }),
        ...(failure === undefined ? {} : { failure: end.failure ?? failure }),
    };
}
/** Throws nothing: a comment that cannot be written does not hide the plan. */
async function writeComment(ports, { pullRequest, ...shown }) {
    const { number: pull, head } = pullRequest;
    try {
        const github = await ports.github();
        if (github === undefined)
            throw notAtGitHub();
        const body = renderPreview({ ...cleaned(ports, shown), head, run: ports.run });
        const kept = await keepComment(github, { pull, head, marker: previewMarker(shown.flock), body });
        return kept.kind === 'stale' ? { message: staleMessage } : tellPlace(ports, kept.comment);
    }
    catch (thrown) {
        const error = (0,operations_failure/* asDroverError */.nN)(thrown);
        (0,operations_failure/* reportDefect */.Gf)(ports, error);
        const { message, reason, hint } = error;
        const more = hint === undefined ? '' : ` ${hint}`;
        return {
            failure: new errors/* DroverError */.F(`the comment on pull request ${pull} could not be written: ${message}`, {
                reason,
                hint: `The plan itself is shown here.${more}`,
                cause: thrown,
            }),
        };
    }
}
const staleMessage = 'the pull request has a newer commit, whose own preview writes the comment';
function tellPlace({ reporter, clean }, { url }) {
    reporter.report({ kind: 'notice', level: 'info', message: clean(`the preview is at ${url}`) });
    return {};
}
function notAtGitHub() {
    return new errors/* DroverError */.F('the run belongs to no repository at GitHub', {
        reason: 'github-failed',
        hint: 'Ensure that GITHUB_REPOSITORY and GITHUB_SERVER_URL are those that the runner gave.',
    });
}
function problemsOf(error) {
    if (error instanceof errors/* InputError */.dz)
        return error.problems;
    const { message, reason, hint, at } = error;
    return [{ message, reason, ...(hint !== undefined && { hint }), ...(at !== undefined && { at }) }];
}
/** Outcomes hold paths and commands from files; their messages are clean already. */
function cleaned({ clean }, { flock, outcomes, problems }) {
    return {
        flock,
        outcomes: outcomes.map((outcome) => outcome.data === undefined ? outcome : { ...outcome, data: cleanJson(outcome.data, clean) }),
        problems: problems.map((problem) => ({
            ...problem,
            message: clean(problem.message),
            ...(problem.hint !== undefined && { hint: clean(problem.hint) }),
        })),
    };
}
function cleanJson(value, clean) {
    if (typeof value === 'string')
        return clean(value);
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value))
        return value.map((one) => cleanJson(one, clean));
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleanJson(one, clean)]));
}
function warn({ reporter, clean }, message) {
    reporter.report({ kind: 'notice', level: 'warning', message: clean(message) });
}


/***/ }),

/***/ 69661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ groupPlans)
/* harmony export */ });
/* harmony import */ var _base_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98216);
/* harmony import */ var _outcome_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81396);


/** The outcomes of a preview by what they say; within a group machines stay in their order. */
function groupPlans(outcomes) {
    const good = outcomes.filter(_base_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v9);
    const planned = good.filter(({ reason }) => reason !== 'already-so');
    const plans = groupBy(planned, ({ data, message }) => {
        const changes = (0,_outcome_data_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlan */ .vS)(data)?.changes ?? [];
        return changes.length === 0 ? message : changes;
    }).map(([first, ...rest]) => ({
        machines: [first, ...rest].map(({ machine }) => machine),
        message: first.message,
        changes: (0,_outcome_data_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlan */ .vS)(first.data)?.changes ?? [],
    }));
    const bad = outcomes.filter((outcome) => !(0,_base_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v9)(outcome));
    return {
        plans: plans.sort((a, b) => b.machines.length - a.machines.length),
        upToDate: good.filter(({ reason }) => reason === 'already-so').map(({ machine }) => machine),
        failures: groupBy(bad, ({ kind, reason, message, hint, at }) => [kind, reason, message, hint, at]).map(([first, ...rest]) => ({ machines: [first, ...rest].map(({ machine }) => machine), outcome: first })),
        digests: outcomes.flatMap(({ machine, data }) => {
            const digest = (0,_outcome_data_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlan */ .vS)(data)?.digest ?? '';
            return digest === '' ? [] : [[machine, digest]];
        }),
    };
}
function groupBy(outcomes, keyOf) {
    const groups = new Map();
    for (const outcome of outcomes) {
        const key = JSON.stringify(keyOf(outcome));
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [outcome]);
        else
            group.push(outcome);
    }
    return [...groups.values()];
}


/***/ }),

/***/ 47967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ countMachines),
/* harmony export */   o: () => (/* binding */ renderDigests)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34902);

/** The digests of approved plans, one a line, as the input `plan-digest` takes them. Empty without any. */
function renderDigests(digests) {
    if (digests.length === 0)
        return '';
    const title = `Plan digests of ${countMachines(digests.length)}, for the input plan-digest of configure`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(title, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(digests.map(([machine, digest]) => `${machine}=${digest}`), 'text'));
}
function countMachines(count) {
    return count === 1 ? '1 machine' : `${count} machines`;
}


/***/ }),

/***/ 91904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eX: () => (/* binding */ runProblems),
/* harmony export */   qS: () => (/* binding */ withPlace),
/* harmony export */   x8: () => (/* binding */ renderProblems)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36812);


/**
 * What ended the run as a whole, apart from what went wrong on single machines:
 * the input's problems, or the run's own failure. Each problem is there once.
 */
function runProblems(report) {
    if (report.problems.length > 0)
        return once(report.problems);
    const saidByMachine = report.outcomes.some(({ reason }) => reason === report.reason);
    if (report.exitCode === 0 || saidByMachine)
        return [];
    const { message, reason, hint } = report;
    return [{ message, reason, ...(hint !== undefined && { hint }) }];
}
/** For the error stream of a terminal: each problem with its place and the way out. Empty without problems. */
function renderProblems(report, paint) {
    const lines = runProblems(report).flatMap((problem) => [
        `${paint.bad('error:')} ${oneLine(withPlace(problem))}`,
        ...(problem.hint === undefined ? [] : [`  ${paint.dim(`hint: ${oneLine(problem.hint)}`)}`]),
    ]);
    return lines.map((line) => `${line}\n`).join('');
}
/** The message, with its place in front unless it names the file itself; line and column join a file in front. */
function withPlace({ message, at }) {
    if (at === undefined)
        return message;
    const place = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatLocation */ .j$)(at);
    const file = `${at.file}: `;
    if (message.startsWith(file))
        return `${place}: ${message.slice(file.length)}`;
    return message.includes(at.file) ? message : `${place}: ${message}`;
}
function once(problems) {
    const seen = new Map(problems.map((problem) => [`${withPlace(problem)}\0${JSON.stringify(problem.at)}`, problem]));
    return [...seen.values()];
}
function oneLine(text) {
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P)(text).join(' ');
}


/***/ })

};
