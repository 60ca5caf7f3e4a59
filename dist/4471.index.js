export const id = 4471;
export const ids = [4471];
export const modules = {

/***/ 56077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dq: () => (/* binding */ listInWords),
/* harmony export */   Zb: () => (/* binding */ upperFirst),
/* harmony export */   oZ: () => (/* binding */ lowerFirst)
/* harmony export */ });
/** `a`, `a and b`, `a, b and c`. */
function listInWords(words, conjunction = 'and') {
    if (words.length < 2)
        return words.join('');
    return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}
function lowerFirst(text) {
    return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
function upperFirst(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}


/***/ }),

/***/ 85400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ defectResult),
/* harmony export */   M: () => (/* binding */ refusedResult)
/* harmony export */ });
/** The end of a run whose input was refused before anything was looked at. */
function refusedResult({ operation, run, problems, }) {
    const [first] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    return {
        operation,
        run,
        kind: 'failed',
        reason: first.reason,
        message: `${first.message}${more}`,
        ...(first.hint !== undefined && { hint: first.hint }),
        exitCode: 2,
        outcomes: [],
        problems,
        durationMs: 0,
    };
}
/** The end of a run that a defect of ours cut off. `message` is scrubbed. */
function defectResult({ operation, run, message, }) {
    return {
        operation,
        run,
        kind: 'failed',
        reason: 'bug',
        message: `drover: a defect of Drover: ${message}`,
        hint: 'look with "list" and "history" at what was done; then report this with the lines above to the maintainers of Drover',
        exitCode: 70,
        outcomes: [],
        problems: [],
        durationMs: 0,
    };
}


/***/ }),

/***/ 8819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ allOptions),
/* harmony export */   Nw: () => (/* binding */ isSaidAt),
/* harmony export */   YG: () => (/* binding */ summaryOf)
/* harmony export */ });
/* harmony import */ var _base_text_sentence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56077);
/* harmony import */ var _request_general_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10249);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91581);



/** Everything that can be said, the general options first. What is said of a general name by a few operations of their own is left to their help. */
const allOptions = [
    ...Object.entries(_request_general_options_js__WEBPACK_IMPORTED_MODULE_0__/* .generalOptions */ .l).map(([name, option]) => ({
        name,
        option,
        meanings: [{ summary: option.summary, operations: [] }],
        isGeneral: true,
    })),
    ...ownOptions(),
];
function ownOptions() {
    const names = [...new Set(_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .operations */ .zU.flatMap(({ options }) => Object.keys(options)))];
    return names
        .filter((name) => !Object.hasOwn(_request_general_options_js__WEBPACK_IMPORTED_MODULE_0__/* .generalOptions */ .l, name))
        .flatMap((name) => {
        const uses = _registry_js__WEBPACK_IMPORTED_MODULE_1__/* .operations */ .zU.flatMap(({ name: operation, options }) => {
            const option = options[name];
            return option === undefined ? [] : [{ operation, option }];
        });
        const [first] = uses;
        if (first === undefined)
            return [];
        const summaries = [...new Set(uses.map(({ option }) => option.summary))];
        const meanings = summaries.map((summary) => ({
            summary,
            operations: uses.filter(({ option }) => option.summary === summary).map(({ operation }) => operation),
        }));
        return [{ name, option: first.option, meanings, isGeneral: false }];
    });
}
/** What an option means at a door where no operation is named yet: ``For `a` and `b`: …. For `c`: …``. */
function summaryOf({ meanings, isGeneral }, door) {
    if (isGeneral)
        return meanings[0]?.summary ?? '';
    return meanings
        .map(({ summary, operations: names }) => ({
        summary,
        names: names.filter((name) => isAskedAt(door, name)),
    }))
        .filter(({ names }) => names.length > 0)
        .map(({ summary, names }) => names.length > fewNames
        ? summary
        : `For ${(0,_base_text_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .listInWords */ .Dq)(names.map((name) => `\`${name}\``))}: ${(0,_base_text_sentence_js__WEBPACK_IMPORTED_MODULE_2__/* .lowerFirst */ .oZ)(summary)}`)
        .join('. ');
}
/** More are not worth naming: most operations take it. */
const fewNames = 4;
/** True if it can be said there, by at least one operation that can be asked for there. */
function isSaidAt(door, { option: { only }, meanings, isGeneral }) {
    if (only !== undefined && only !== door)
        return false;
    return isGeneral || meanings.some(({ operations: names }) => names.some((name) => isAskedAt(door, name)));
}
function isAskedAt(door, name) {
    const only = (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .findOperation */ .LC)(name)?.only;
    return only === undefined || only === door;
}


/***/ }),

/***/ 70602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ makeActivityBoard)
/* harmony export */ });
/** Keeps in mind which machine is at which step: for the live table and the heartbeat of a log. */
function makeActivityBoard() {
    const running = new Map();
    const finished = new Map();
    const change = (machine, part) => {
        const before = running.get(machine);
        if (before !== undefined)
            running.set(machine, { ...before, ...part });
    };
    const note = (progress, nowMs) => {
        if (progress.kind === 'started') {
            const { machine, operation } = progress;
            running.set(machine, { machine, operation, step: '', line: '', sinceMs: nowMs, stepSinceMs: nowMs });
            finished.delete(machine);
        }
        if (progress.kind === 'step')
            change(progress.machine, { step: progress.step.text, line: '', stepSinceMs: nowMs });
        if (progress.kind === 'output')
            change(progress.machine, { line: progress.line });
        if (progress.kind === 'finished') {
            running.delete(progress.machine);
            finished.set(progress.machine, progress.outcome.kind);
        }
    };
    return {
        note,
        running: () => [...running.values()],
        finished: () => {
            const counts = new Map();
            for (const kind of finished.values())
                counts.set(kind, (counts.get(kind) ?? 0) + 1);
            return counts;
        },
    };
}


/***/ }),

/***/ 63128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ certificateOf)
/* harmony export */ });
/** What an operation said of the machine's certificate, whichever operation it was. */
function certificateOf(data) {
    return data !== undefined && 'certificate' in data ? data.certificate : undefined;
}


/***/ }),

/***/ 86414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ describeRun)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58747);

const nothing = { workflow: '-', event: '-', conclusion: '-', ran: '-', title: '-', url: '-' };
function describeRun(run) {
    if (run === null || run === undefined)
        return nothing;
    if (run.state !== 'known')
        return { ...nothing, workflow: run.state === 'expired' ? 'expired' : 'not asked' };
    const { workflow, event, conclusion, title, url, duration_ms: durationMs } = run;
    const ran = durationMs === null ? '-' : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(durationMs);
    return { workflow: workflow || '-', event, conclusion, ran, title, url };
}


/***/ }),

/***/ 58747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
/** `0.3 s`, `12 s`, `3 min 5 s`, `2 h 10 min`. */
function formatDuration(durationMs) {
    const seconds = Math.max(0, durationMs) / 1000;
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    if (whole < 3600)
        return `${Math.floor(whole / 60)} min ${whole % 60} s`;
    const minutes = Math.floor(whole / 60);
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}


/***/ }),

/***/ 218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ describeGroup),
/* harmony export */   v: () => (/* binding */ groupAnswers)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35245);

/** Machines that gave the same output and the same exit status, the largest group first. */
function groupAnswers(outcomes) {
    const groups = new Map();
    for (const { machine, data: answer } of outcomes) {
        if (answer?.kind !== 'answer')
            continue;
        const key = JSON.stringify(answer);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, { machines: [machine], answer });
        else
            group.machines.push(machine);
    }
    return [...groups.values()].sort((a, b) => b.machines.length - a.machines.length);
}
/** `3 machines answered the same, exited with 0: a, b, c`. */
function describeGroup({ machines, answer }) {
    const [only] = machines;
    if (machines.length === 1)
        return `${only} answered and ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_0__/* .describeEnd */ .l)(answer)}`;
    return `${machines.length} machines answered the same and ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_0__/* .describeEnd */ .l)(answer).replace(/^was/, 'were')}: ${machines.join(', ')}`;
}


/***/ }),

/***/ 62967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ paintKind),
/* harmony export */   p: () => (/* binding */ plainPaint)
/* harmony export */ });
const same = (text) => text;
/** No colours: files, pipes and logs. */
const plainPaint = { good: same, changed: same, bad: same, dim: same, strong: same };
/** The colour of an outcome. */
function paintKind(kind, paint) {
    if (kind === 'ok')
        return paint.good;
    if (kind === 'changed')
        return paint.changed;
    if (kind === 'skipped')
        return paint.dim;
    return paint.bad;
}


/***/ }),

/***/ 35096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ renderJobs),
/* harmony export */   d: () => (/* binding */ summariseJobs)
/* harmony export */ });
/* harmony import */ var _github_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61062);
/* harmony import */ var _text_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61417);


/** The answer of `shard` at a terminal: one row a job, those that go first marked. */
function renderJobs(data, paint) {
    const jobs = jobsOf(data);
    if (jobs.length === 0)
        return [];
    const head = ['JOB', 'GOES', 'LOCK', 'MACHINES'];
    return (0,_text_table_js__WEBPACK_IMPORTED_MODULE_1__/* .renderTable */ .b)([
        head.map((text) => ({ text, paint: paint.dim })),
        ...jobs.map(({ goes, job }) => [
            { text: job.name, paint: paint.strong },
            { text: goes },
            { text: job.lock },
            { text: job.machines },
        ]),
    ]);
}
/** The same for a job summary. */
function summariseJobs(data) {
    const jobs = jobsOf(data);
    if (jobs.length === 0)
        return [];
    const head = ['Job', 'Goes', 'Machines'];
    return [
        (0,_github_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)(head),
        (0,_github_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)(head.map(() => '---')),
        ...jobs.map(({ goes, job }) => (0,_github_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)([(0,_github_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(job.name), goes, job.machines === '' ? '-' : (0,_github_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(job.machines)])),
        '\n',
    ];
}
function jobsOf({ canary, shards }) {
    return [
        ...canary.map((job) => ({ goes: 'first', job })),
        ...shards.map((job) => ({ goes: 'then', job })),
    ];
}


/***/ }),

/***/ 43402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ toJsonDocument),
/* harmony export */   h: () => (/* binding */ renderJson)
/* harmony export */ });
/** The document of `--json` and of the output `result`. Keys are only ever added. */
function toJsonDocument(report, { detail }) {
    return {
        operation: report.operation,
        outcome: report.kind,
        reason: report.reason,
        message: report.message,
        hint: report.hint ?? null,
        exitCode: report.exitCode,
        durationMs: report.durationMs,
        run: { ...report.run },
        commit: report.commit ?? null,
        detail,
        machines: (detail === 'none' ? [] : report.outcomes).map((outcome) => machineDocument(outcome, { detail })),
        problems: report.problems.map(problemDocument),
        data: detail === 'all' && report.data !== undefined ? dataDocument(report.data) : null,
    };
}
/**
 * JSON that is safe to print at a terminal: control characters beyond ASCII and
 * those that turn the direction of text are escaped, which JSON itself does not ask for.
 */
function renderJson(document, indent = 2) {
    return JSON.stringify(document, undefined, indent).replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function machineDocument(outcome, { detail }) {
    const { machine, kind, reason, message, hint, at, durationMs, steps, data } = outcome;
    return {
        machine,
        outcome: kind,
        reason,
        message,
        hint: hint ?? null,
        at: at === undefined ? null : { ...at },
        durationMs,
        ...(detail === 'all' && { steps: steps.map(stepDocument), data: data ?? null }),
    };
}
/** The events of `history` are the whole answer; the others say what they are under `kind`. */
function dataDocument(data) {
    return data.kind === 'events' ? data.events.map((event) => ({ ...event })) : data;
}
function stepDocument({ text, kind, status, durationMs, detail }) {
    return {
        name: text,
        kind,
        status,
        ...(durationMs === undefined ? {} : { durationMs }),
        ...(detail === undefined ? {} : { detail }),
    };
}
function problemDocument({ message, reason, at, hint }) {
    return { message, reason, at: at === undefined ? null : { ...at }, hint: hint ?? null };
}


/***/ }),

/***/ 31262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ renderText)
});

// EXTERNAL MODULE: ./build/base/outcome.js
var base_outcome = __webpack_require__(98216);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __webpack_require__(87177);
// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(91904);
// EXTERNAL MODULE: ./build/report/text/lines.js
var lines = __webpack_require__(76756);
// EXTERNAL MODULE: ./build/report/text/paint.js
var text_paint = __webpack_require__(62967);
// EXTERNAL MODULE: ./build/report/group-answers.js
var group_answers = __webpack_require__(218);
;// CONCATENATED MODULE: ./build/report/text/render-answers.js


/** The answer of `run`: each different answer once, with the machines that gave it. */
function renderAnswers(outcomes, paint) {
    return (0,group_answers/* groupAnswers */.v)(outcomes).flatMap((group) => {
        const { stdout, stderr, truncated } = group.answer;
        return [
            `${paint.strong((0,group_answers/* describeGroup */.N)(group))}`,
            ...(0,lines/* toLines */.P)(stdout).map((line) => `  ${paint.dim('|')} ${line}`),
            ...(0,lines/* toLines */.P)(stderr).map((line) => `  ${paint.dim('!')} ${line}`),
            ...(truncated ? [`  ${paint.dim('… the output was too long and is cut')}`] : []),
        ];
    });
}

// EXTERNAL MODULE: ./build/report/text/text-table.js
var text_table = __webpack_require__(61417);
;// CONCATENATED MODULE: ./build/report/text/render-findings.js


/** The answer of `init`, `workflows` and `doctor`: one line each, the way out below, then what is left to do. */
function renderFindings({ findings, next }, paint) {
    const rows = (0,text_table/* renderTable */.b)(findings.map(({ state, about, message }) => [
        { text: state, paint: paintState(state, paint) },
        { text: oneLine(about), paint: paint.strong },
        { text: oneLine(message) },
    ]));
    const lines = findings.flatMap((finding, index) => {
        // The same way out of several is said once, below the last of them.
        const isSaidBelow = finding.hint === findings[index + 1]?.hint;
        return [rows[index] ?? '', ...explain(isSaidBelow ? { ...finding, hint: undefined } : finding, paint)];
    });
    if (next.length === 0)
        return lines;
    return [...lines, '', 'What is left for you:', ...next.map((step) => `  ${oneLine(step)}`)];
}
function explain({ hint, detail }, paint) {
    return [
        ...(0,lines/* toLines */.P)(detail ?? '').map((line) => `    ${paint.dim('|')} ${line}`),
        ...(hint === undefined ? [] : [`    ${paint.dim('hint:')} ${oneLine(hint)}`]),
    ];
}
function paintState(state, paint) {
    if (state === 'problem')
        return paint.bad;
    if (state === 'changed')
        return paint.changed;
    return state === 'ok' ? paint.good : paint.dim;
}
function oneLine(text) {
    return (0,lines/* toLines */.P)(text).join(' ');
}

// EXTERNAL MODULE: ./build/report/describe-run.js
var describe_run = __webpack_require__(86414);
;// CONCATENATED MODULE: ./build/report/text/render-history.js





/** The answer of `history`: one row an event, in the order given (newest first). */
function renderHistory({ events }, paint) {
    if (events.length === 0)
        return [];
    const isJoined = events.some(({ github }) => github !== undefined);
    const head = [
        ...['TIME', 'MACHINE', 'OPERATION', 'OUTCOME', 'TOOK', 'CONFIG', 'RUN'],
        ...(isJoined ? ['WORKFLOW', 'EVENT', 'CONCLUSION', 'RAN'] : []),
        ...['ACTOR', 'MESSAGE'],
        ...(isJoined ? ['TITLE', 'LINK'] : []),
    ];
    const rows = events.map((event) => {
        const run = (0,describe_run/* describeRun */.v)(event.github);
        return [
            { text: event.time, paint: paint.dim },
            { text: event.machine, paint: paint.strong },
            { text: event.operation },
            { text: event.outcome, paint: holdsWord(event.outcome) ? paint.good : paint.bad },
            { text: (0,duration/* formatDuration */.a)(event.duration_ms) },
            { text: (0,report_report/* shortCommit */.Ax)(event.config) },
            { text: event.run_id },
            ...(isJoined ? [run.workflow, run.event, run.conclusion, run.ran].map(toCell) : []),
            toCell(event.actor),
            toCell(event.message),
            ...(isJoined ? [run.title, run.url].map(toCell) : []),
        ];
    });
    return (0,text_table/* renderTable */.b)([head.map((text) => ({ text, paint: paint.dim })), ...rows]);
}
function toCell(text) {
    return { text: (0,lines/* toLines */.P)(text).join(' ') };
}
function holdsWord(outcome) {
    return outcome === 'ok' || outcome === 'changed';
}

// EXTERNAL MODULE: ./build/report/text/render-jobs.js
var render_jobs = __webpack_require__(35096);
// EXTERNAL MODULE: ./build/report/certificate-days.js
var certificate_days = __webpack_require__(36906);
// EXTERNAL MODULE: ./build/report/certificate-of.js
var certificate_of = __webpack_require__(63128);
;// CONCATENATED MODULE: ./build/report/text/render-list.js




/** The answer of `list`: one row a machine, in order of the flock. */
function renderList(outcomes, paint) {
    const hasNames = outcomes.some(({ data }) => data?.kind === 'presence' && data.dns !== undefined);
    const hasCertificates = outcomes.some(({ data }) => (0,certificate_of/* certificateOf */.t)(data) !== undefined);
    const rows = outcomes.flatMap(({ machine, data: seen }) => {
        if (seen?.kind !== 'presence')
            return [];
        const { applied } = seen;
        return [
            [
                { text: seen.wanted ? machine : `${machine} (not in flock.yml)`, paint: paint.strong },
                { text: describePresence(seen), paint: paintPresence(seen.presence, paint) },
                { text: seen.provider },
                { text: seen.address ?? '-' },
                ...(hasNames ? [{ text: seen.dns ?? '-' }] : []),
                ...(hasCertificates ? [certificateCell(seen.certificate, paint)] : []),
                { text: applied === undefined ? '-' : (0,report_report/* shortCommit */.Ax)(applied.config) },
                { text: applied?.outcome ?? '-' },
                { text: applied?.time ?? '-', paint: paint.dim },
            ],
        ];
    });
    if (rows.length === 0)
        return [];
    const head = [
        'MACHINE',
        'PRESENCE',
        'PROVIDER',
        'ADDRESS',
        ...(hasNames ? ['DNS'] : []),
        ...(hasCertificates ? ['CERTIFICATE'] : []),
        'CONFIG',
        'OUTCOME',
        'APPLIED',
    ];
    return (0,text_table/* renderTable */.b)([head.map((text) => ({ text, paint: paint.dim })), ...rows]);
}
function certificateCell(certificate, paint) {
    if (certificate === undefined)
        return { text: '-' };
    const { urgency } = certificate;
    const colour = urgency === 'fine' ? paint.good : urgency === 'soon' ? paint.changed : paint.bad;
    return { text: (0,certificate_days/* shortDays */.EW)(certificate), paint: colour };
}
function describePresence({ presence, expiresAt, duplicates = [] }) {
    if (duplicates.length > 1)
        return `${duplicates.length} of them: ${duplicates.map(({ id }) => id).join(', ')}`;
    return expiresAt === undefined ? presence : `${presence}, expires ${expiresAt}`;
}
function paintPresence(presence, paint) {
    if (presence === 'running')
        return paint.good;
    return presence === 'absent' ? paint.dim : paint.changed;
}

// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
;// CONCATENATED MODULE: ./build/report/text/render-plan.js


/** The answer of `preview`: for each machine what would change, with its diff. A machine with nothing to do is left to the table. */
function renderPlan(outcomes, paint) {
    return outcomes.flatMap(({ machine, data: plan }) => {
        if (plan?.kind !== 'plan' || plan.changes.length === 0)
            return [];
        const count = (0,count_of/* countOf */.p)(plan.changes.length, 'change');
        return [
            `${paint.strong(machine)}: ${count}, plan ${plan.digest}`,
            ...plan.changes.flatMap((change) => renderChange(change, paint)),
        ];
    });
}
function renderChange(change, paint) {
    const after = change.after.length === 0 ? '' : paint.dim(`, then ${change.after.join(', ')}`);
    const path = (0,lines/* toLines */.P)(change.path).join(' ');
    return [
        `  ${paint.changed(change.action)} ${path}${after}`,
        ...(0,lines/* toLines */.P)(change.diff ?? '').map((line) => `    ${paintDiff(line, paint)}`),
    ];
}
function paintDiff(line, paint) {
    if (/^(\+\+\+|---|@@)/.test(line))
        return paint.dim(line);
    if (line.startsWith('+'))
        return paint.good(line);
    if (line.startsWith('-'))
        return paint.bad(line);
    return line;
}

;// CONCATENATED MODULE: ./build/report/text/render-text.js













const tailLines = 12;
/** The end of a run for a terminal: the answer, the machines (worst first), one closing line. */
function renderText(report, options) {
    const { paint } = options;
    const answer = [
        ...renderData(report.data, paint),
        ...renderList(report.outcomes, paint),
        ...renderAnswers(report.outcomes, paint),
        ...(options.plan ? renderPlan(report.outcomes, paint) : []),
    ];
    const rest = (0,report_report/* worstFirst */.md)(report.outcomes).filter((outcome) => !isShown(outcome, options.plan));
    const sections = [answer, renderMachines(rest, paint), [closingLine(report, paint)]];
    return `${sections
        .filter((lines) => lines.length > 0)
        .map((lines) => lines.join('\n'))
        .join('\n\n')}\n`;
}
function renderData(data, paint) {
    switch (data?.kind) {
        case 'findings':
            return renderFindings(data, paint);
        case 'events':
            return renderHistory(data, paint);
        case 'jobs':
            return (0,render_jobs/* renderJobs */.R)(data, paint);
        default:
            return [];
    }
}
/** A machine whose answer was shown whole needs no row of its own unless something is wrong with it. */
function isShown({ kind, data }, plan) {
    if (!(0,base_outcome/* holds */.v9)({ kind }))
        return false;
    if (data?.kind === 'presence' || data?.kind === 'answer')
        return true;
    return plan && data?.kind === 'plan' && data.changes.length > 0;
}
function renderMachines(outcomes, paint) {
    const rows = (0,text_table/* renderTable */.b)(outcomes.map((outcome) => [
        { text: outcome.machine, paint: paint.strong },
        { text: outcome.kind, paint: (0,text_paint/* paintKind */.X)(outcome.kind, paint) },
        { text: (0,duration/* formatDuration */.a)(outcome.durationMs), paint: paint.dim },
        { text: describeOutcome(outcome) },
    ]));
    return outcomes.flatMap((outcome, index) => [rows[index] ?? '', ...render_text_explain(outcome, paint)]);
}
/** Message, place and, where something is wrong, the reason code that scripts decide on. */
function describeOutcome(outcome) {
    const message = (0,lines/* toLines */.P)((0,trouble/* withPlace */.qS)(outcome)).join(' ');
    return (0,base_outcome/* holds */.v9)(outcome) ? message : `${message} (${outcome.reason})`;
}
function render_text_explain(outcome, paint) {
    if ((0,base_outcome/* holds */.v9)(outcome))
        return [];
    const failed = outcome.steps.filter(({ status }) => status === 'failed').at(-1);
    const detail = (0,lines/* lastLines */.w)(failed?.detail ?? '', tailLines);
    return [
        ...(failed === undefined ? [] : [`    at step: ${(0,lines/* toLines */.P)(failed.text).join(' ')}`]),
        ...detail.map((line) => `    ${paint.dim('|')} ${line}`),
        ...(outcome.hint === undefined ? [] : [`    ${paint.dim('hint:')} ${(0,lines/* toLines */.P)(outcome.hint).join(' ')}`]),
    ];
}
function closingLine(report, paint) {
    const counts = (0,report_report/* countOutcomes */.XF)(report.outcomes);
    const what = report.exitCode === 0 ? (0,lines/* toLines */.P)(report.message).join(' ') : `${report.kind} (${report.reason})`;
    const commit = report.commit === undefined ? [] : [`commit ${(0,report_report/* shortCommit */.Ax)(report.commit)}`];
    const exit = report.exitCode === 0 ? 'exit 0' : paint.bad(`exit ${report.exitCode}`);
    return [`${paint.strong(report.operation)}: ${counts === '' ? what : counts}`, exit, ...commit].join(' · ');
}


/***/ }),

/***/ 61417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ renderTable)
/* harmony export */ });
/** Rows in aligned columns, two spaces apart; the last column is not padded. */
function renderTable(rows) {
    const columns = Math.max(0, ...rows.map((row) => row.length));
    const widths = Array.from({ length: columns }, (_, column) => Math.max(0, ...rows.map((row) => row[column]?.text.length ?? 0)));
    return rows.map((row) => row
        .map((cell, column) => {
        const painted = cell.paint === undefined ? cell.text : cell.paint(cell.text);
        const isLast = column === row.length - 1;
        return isLast ? painted : painted + ' '.repeat((widths[column] ?? 0) - cell.text.length);
    })
        .join('  ')
        .trimEnd());
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
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76756);


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
    return (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P)(text).join(' ');
}


/***/ }),

/***/ 45449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ parseRequest)
});

// UNUSED EXPORTS: defaultRequest

// EXTERNAL MODULE: ./build/base/text/sentence.js
var sentence = __webpack_require__(56077);
// EXTERNAL MODULE: ./build/request/general-options.js
var general_options = __webpack_require__(10249);
// EXTERNAL MODULE: ./build/request/option.js
var request_option = __webpack_require__(74413);
;// CONCATENATED MODULE: ./build/request/request.js
/** The key of an option in a request. */
function requestKey(option) {
    return option.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
}

;// CONCATENATED MODULE: ./build/request/parse-request.js




/** Checks the form of a request. The request is good only when there are no problems; all of them are found. */
function parseRequest(form, said) {
    const problems = [];
    const take = ([name, option]) => {
        const parsed = option.parse(said.values.get(name), said.nameOf(name));
        problems.push(...parsed.problems);
        return parsed.value;
    };
    const own = Object.entries(form.options);
    const request = {
        ...Object.fromEntries(own.map(([name, option]) => [requestKey(name), take([name, option])])),
        operation: form.name,
        selectors: said.selectors,
        parallel: Number(take(['parallel', general_options/* generalOptions */.l.parallel])),
    };
    return {
        request,
        problems: [
            ...problems,
            ...missingMachines(form, said),
            ...wrongWord(form, said),
            ...extraFolders(form, said),
            ...missingOptions(form, said),
            ...(form.problems?.(request) ?? []),
        ],
    };
}
/** What an operation is asked with when nothing but machines is said. */
function defaultRequest(form, selectors) {
    return parseRequest(form, { selectors, values: new Map(), nameOf: (name) => name }).request;
}
function missingMachines(form, said) {
    const { name, machines, placeholder } = form;
    const selectors = argumentsOf(form, said);
    if (machines === 'none' && selectors.length > 0)
        return [(0,request_option/* invalid */.Gq)(`${name}: takes no machines`)];
    if (machines !== 'required' || selectors.length > 0)
        return [];
    if (placeholder !== undefined)
        return [(0,request_option/* invalid */.Gq)(`${name}: no file is named`)];
    return [(0,request_option/* invalid */.Gq)(`${name}: no machine is named`, 'name machines, `group:NAME`, or `all` for every one')];
}
/** What stands behind the word, of an operation that has words. */
function argumentsOf({ words }, { selectors }) {
    return words === undefined ? selectors : selectors.slice(1);
}
function wrongWord(form, { selectors }) {
    const { name, words } = form;
    const [said] = selectors;
    if (words === undefined || (said !== undefined && words.includes(said)))
        return [];
    const expected = (0,sentence/* listInWords */.Dq)(words.map((word) => `"${word}"`), 'or');
    const got = said === undefined ? 'nothing' : `"${said}"`;
    return [(0,request_option/* invalid */.Gq)(`${name}: takes the word ${expected}, got ${got}`, usageOf(form))];
}
function extraFolders(form, said) {
    const folders = argumentsOf(form, said);
    if (form.placeholder !== 'FOLDER' || folders.length <= 1 || wrongWord(form, said).length > 0)
        return [];
    return [(0,request_option/* invalid */.Gq)(`${form.name}: takes one folder, got ${folders.length}`, usageOf(form))];
}
function usageOf({ name, words, placeholder }) {
    const usage = [name, words?.join('|'), placeholder === 'FOLDER' ? '[FOLDER]' : undefined];
    return `write "drover ${usage.filter((part) => part !== undefined).join(' ')}"`;
}
function missingOptions({ name, options }, { values, nameOf }) {
    return Object.entries(options)
        .filter(([option, meant]) => meant.isRequired && isEmpty(values.get(option) ?? '', meant))
        .map(([option, { missing }]) => missing === undefined
        ? (0,request_option/* invalid */.Gq)(`${nameOf(option)}: is not given, and ${name} needs it`)
        : (0,request_option/* invalid */.Gq)(missing.message, missing.hint));
}
/** Names may be separated by commas alone, which is no name yet. */
function isEmpty(said, { kind }) {
    return kind === 'words' ? (0,request_option/* splitWords */.yM)(said).length === 0 : said.trim() === '';
}


/***/ })

};
