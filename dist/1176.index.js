export const id = 1176;
export const ids = [1176];
export const modules = {

/***/ 67324:
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

/***/ 45673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ options)
/* harmony export */ });
/**
 * The registry of inputs and flags. `action.yml`, the help text and the tables
 * in the docs are held against it by tests. A flag is `--NAME`, an input `NAME`.
 */
const options = {
    operation: { kind: 'text', only: 'action', summary: 'What to do: the name of an operation' },
    machines: {
        kind: 'words',
        only: 'action',
        summary: 'Which machines: names, `fp-*`, `group:NAME`, `all`, `!NAME`, `changed`; separated by spaces or commas',
    },
    repository: {
        kind: 'text',
        placeholder: 'URL',
        summary: 'Git repository with the config branch: a URL or a path. By default the repository of the run, or `origin` of the current folder',
    },
    branch: { kind: 'text', byDefault: 'config', placeholder: 'NAME', summary: 'Name of the config branch' },
    token: {
        kind: 'text',
        only: 'action',
        byDefault: '${{ github.token }}',
        summary: 'Token for the config branch over HTTPS, and for the API of GitHub',
    },
    'ssh-key': { kind: 'text', only: 'action', summary: 'Private SSH key to log in with, the text of it' },
    'ssh-key-file': {
        kind: 'text',
        placeholder: 'FILE',
        summary: 'Private SSH key to log in with, as a file. By default DROVER_SSH_KEY (its text)',
    },
    secrets: {
        kind: 'text',
        only: 'action',
        summary: 'JSON object of secrets by name; the environment is looked at first',
    },
    'secrets-file': {
        kind: 'text',
        placeholder: 'FILE',
        summary: 'JSON file of secrets by name; the environment is looked at first',
    },
    command: { kind: 'text', only: 'action', summary: 'For `run`: the command line for each machine' },
    confirm: {
        kind: 'words',
        only: 'action',
        summary: 'For `terminate`: the names of the machines, typed again',
    },
    yes: { kind: 'flag', only: 'cli', summary: 'For `terminate`: do not ask for the names again' },
    since: {
        kind: 'text',
        placeholder: 'COMMIT',
        summary: 'What the selector `changed` compares with. By default the commit before the push',
    },
    'dry-run': { kind: 'flag', byDefault: 'false', summary: 'Print the plan and change nothing' },
    'plan-digest': {
        kind: 'words',
        placeholder: 'DIGEST',
        summary: 'For `configure`: refuse a machine whose plan is no longer this one; for several, `NAME=DIGEST` each, as `preview` prints them',
    },
    rollback: {
        kind: 'flag',
        byDefault: 'false',
        summary: 'For `configure`: undo the last change on each machine',
    },
    baseline: {
        kind: 'flag',
        byDefault: 'false',
        summary: 'For `configure` and `create`: run all roles, also those that ran with the same digest before',
    },
    to: {
        kind: 'text',
        placeholder: 'COMMIT',
        summary: 'For `configure` and `preview`: the files of this commit of the branch instead of the newest. For `backup` and `download`: the folder on this computer. For `upload`: the path on the machine',
    },
    paths: {
        kind: 'words',
        placeholder: 'PATH',
        summary: 'For `backup`: what is read of each machine; a path that ends with `?` may be missing',
    },
    recipients: {
        kind: 'words',
        placeholder: 'RECIPIENT',
        summary: 'For `backup`: who can decrypt it, `age1…` each. By default the seal key (DROVER_SEAL_KEY)',
    },
    file: { kind: 'text', placeholder: 'FILE', summary: 'For `upload`: the file on this computer' },
    from: { kind: 'text', placeholder: 'PATH', summary: 'For `download`: the file on the machine' },
    mode: {
        kind: 'text',
        placeholder: 'MODE',
        summary: 'For `upload`: as in `0644`. By default that of the file that is there, or 0644',
    },
    owner: {
        kind: 'text',
        placeholder: 'OWNER',
        summary: 'For `upload`: as in `root` or `app:www-data`. By default that of the file that is there, or root',
    },
    'no-capture': {
        kind: 'flag',
        byDefault: 'false',
        summary: 'For `terminate`: end machines without a final capture',
    },
    'security-only': {
        kind: 'flag',
        byDefault: 'false',
        summary: 'For `update`: only packages whose new version comes from a security archive',
    },
    reboot: {
        kind: 'text',
        byDefault: 'never',
        placeholder: 'WHEN',
        summary: 'For `update`: `never`, `auto` (when the machine needs it to use what is new) or `always`',
    },
    force: {
        kind: 'flag',
        byDefault: 'false',
        summary: 'For `certbot`: order also where the certificate is still good',
    },
    budget: {
        kind: 'count',
        byDefault: '50',
        placeholder: 'N',
        summary: 'For `provision` and `create`: how many machines the run may make',
    },
    for: {
        kind: 'text',
        placeholder: 'OPERATION',
        summary: 'For `plan` and `record`: the operation that the jobs do',
    },
    shards: {
        kind: 'count',
        byDefault: '20',
        placeholder: 'N',
        summary: 'For `plan`: among how many jobs at most the machines are shared; GitHub takes 256',
    },
    canary: {
        kind: 'count',
        placeholder: 'N',
        summary: 'For `plan` and `record`: how many machines go first; the others wait until these hold',
    },
    environment: {
        kind: 'text',
        placeholder: 'NAME',
        summary: 'For `plan` and `record`: the environment of `flock.yml` that the run deploys to',
    },
    'job-result': {
        kind: 'words',
        placeholder: 'RESULT',
        summary: 'For `record`: how the jobs ended, as `needs.JOB.result` gives it: one word for all, or one for the canaries and one for the others',
    },
    deployment: {
        kind: 'flag',
        byDefault: 'false',
        only: 'action',
        summary: 'For `record`: leave a GitHub Deployment of the environment, with its status',
    },
    github: {
        kind: 'flag',
        only: 'cli',
        summary: 'For `history`: with what GitHub still knows of each run',
    },
    toolkit: {
        kind: 'text',
        only: 'cli',
        placeholder: 'OWNER/REPO@REF',
        summary: 'The repository of the toolkit and its version, which the workflows use. By default what they use now',
    },
    name: {
        kind: 'text',
        only: 'cli',
        placeholder: 'FLOCK',
        summary: 'For `init` and `import`: the name of the flock',
    },
    'flock-config': {
        kind: 'text',
        only: 'cli',
        placeholder: 'FOLDER',
        summary: "For `import`: the folder with the flock's own `config`, where it is outside of the scripts' folder",
    },
    'default-branch': {
        kind: 'text',
        only: 'cli',
        placeholder: 'NAME',
        summary: 'The default branch of the ops repository, which holds the workflows',
    },
    check: {
        kind: 'flag',
        only: 'cli',
        summary: 'For `workflows sync`: only compare; exit 1 when something differs',
    },
    overwrite: {
        kind: 'flag',
        only: 'cli',
        summary: 'For `workflows sync`: also replace what was edited by hand with what the templates have',
    },
    parallel: { kind: 'count', byDefault: '20', placeholder: 'N', summary: 'How many machines at once' },
    limit: { kind: 'count', byDefault: '20', placeholder: 'N', summary: 'For `history`: how many events' },
    json: { kind: 'flag', only: 'cli', summary: 'Print one JSON document and no progress' },
};


/***/ }),

/***/ 59935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XE: () => (/* binding */ operationsWith),
  TR: () => (/* binding */ parseRequest),
  yM: () => (/* binding */ splitWords),
  ny: () => (/* binding */ takes)
});

;// CONCATENATED MODULE: ./build/operations/operation-entry.js
/** Options that every operation takes, if it does not say which. */
const generalOptions = [
    'repository',
    'branch',
    'token',
    'ssh-key',
    'ssh-key-file',
    'secrets',
    'secrets-file',
    'parallel',
    'json',
];

// EXTERNAL MODULE: ./build/operations/options.js
var options = __webpack_require__(45673);
// EXTERNAL MODULE: ./build/operations/registry.js
var registry = __webpack_require__(31412);
;// CONCATENATED MODULE: ./build/operations/request.js
/** When `update` reboots a machine: `auto` is when it needs that to use what is new. */
const rebootWishes = ['never', 'auto', 'always'];

;// CONCATENATED MODULE: ./build/operations/parse-request.js




/** Checks the form of a request. The request is good only when there are no problems; all of them are found. */
function parseRequest(said) {
    const { operation, selectors, values } = said;
    const problems = [];
    const take = (parsed) => {
        problems.push(...parsed.problems);
        return parsed.value;
    };
    const count = (option) => take(parseCount(said, option));
    const flag = (option) => take(parseFlag(said, option));
    const words = (option) => {
        const text = values.get(option);
        return text === undefined ? undefined : splitWords(text);
    };
    const names = words('confirm') ?? [];
    const confirm = flag('yes') ? 'yes' : names.length > 0 ? names : undefined;
    const request = {
        operation,
        selectors,
        parallel: count('parallel'),
        limit: count('limit'),
        budget: count('budget'),
        shards: count('shards'),
        dryRun: flag('dry-run'),
        rollback: flag('rollback'),
        baseline: flag('baseline'),
        noCapture: flag('no-capture'),
        deployment: flag('deployment'),
        github: flag('github'),
        ...optional('canary', values.has('canary') ? count('canary') : undefined),
        ...optional('planDigests', take(parseDigests(said))),
        ...optional('command', said.command),
        ...optional('confirm', confirm),
        ...optional('since', values.get('since')),
        ...optional('for', values.get('for')),
        ...optional('environment', values.get('environment')),
        ...optional('jobResults', words('job-result')),
        ...optional('to', values.get('to')),
        ...optional('paths', words('paths')),
        ...optional('recipients', words('recipients')),
        ...optional('file', values.get('file')),
        ...optional('from', values.get('from')),
        ...optional('mode', values.get('mode')),
        ...optional('owner', values.get('owner')),
        ...optional('toolkit', values.get('toolkit')),
        ...optional('name', values.get('name')),
        ...optional('defaultBranch', values.get('default-branch')),
        ...optional('flockConfig', values.get('flock-config')),
        ...optional('repository', (0,registry/* isAboutFolder */._X)(operation) ? values.get('repository') : undefined),
        ...optional('check', flag('check') || undefined),
        ...optional('overwrite', flag('overwrite') || undefined),
        ...optional('force', flag('force') || undefined),
        ...optional('securityOnly', flag('security-only') || undefined),
        ...optional('reboot', operation === 'update' ? take(parseReboot(said)) : undefined),
    };
    return {
        request,
        problems: [
            ...problems,
            ...missingMachines(said),
            ...wrongFolder(said),
            ...missingCommand(said),
            ...missingOptions(said),
            ...contradiction(request),
        ],
    };
}
/** Names separated by white space or commas. */
function splitWords(text) {
    return text.split(/[\s,]+/).filter((word) => word !== '');
}
/** True if the operation takes the option. */
function takes(operation, option) {
    const { options: own, general = generalOptions } = registry/* operations */.zU[operation];
    return own.includes(option) || general.includes(option);
}
/** Operations that take the option, in the order of the help text. */
function operationsWith(option) {
    return Object.keys(registry/* operations */.zU)
        .filter(registry/* isOperation */.YG)
        .filter((name) => takes(name, option));
}
function parseCount({ values, nameOf }, option) {
    const { byDefault } = options/* options */.f[option];
    const text = values.get(option) ?? byDefault ?? '';
    if (/^[1-9]\d{0,5}$/.test(text))
        return { value: Number(text), problems: [] };
    return {
        value: 1,
        problems: [
            invalid(`${nameOf(option)}: "${text}" is not a count`, 'give a whole number from 1 to 999999'),
        ],
    };
}
/** Takes what YAML 1.2 takes: GitHub hands a boolean over as this text. */
function parseFlag({ values, nameOf }, option) {
    const text = values.get(option) ?? 'false';
    if (/^(true|True|TRUE)$/.test(text))
        return { value: true, problems: [] };
    if (/^(false|False|FALSE)$/.test(text))
        return { value: false, problems: [] };
    return { value: false, problems: [invalid(`${nameOf(option)}: "${text}" is not true or false`)] };
}
function parseReboot({ values, nameOf }) {
    const text = values.get('reboot') ?? 'never';
    const value = rebootWishes.find((wish) => wish === text);
    if (value !== undefined)
        return { value, problems: [] };
    const hint = `choose one of: ${rebootWishes.join(', ')}`;
    return { value: 'never', problems: [invalid(`${nameOf('reboot')}: "${text}" is not understood`, hint)] };
}
/** One digest for the only machine, or `NAME=DIGEST` for each. */
function parseDigests({ values, nameOf }) {
    const words = splitWords(values.get('plan-digest') ?? '');
    if (words.length === 0)
        return { value: undefined, problems: [] };
    const pairs = words.map((word) => /^(?:(?<name>[^=]+)=)?(?<digest>[^=]+)$/.exec(word)?.groups);
    const isGood = words.length === 1 ? pairs[0] !== undefined : pairs.every((pair) => pair?.name !== undefined);
    const value = new Map(pairs.map((pair) => [pair?.name ?? '', pair?.digest ?? '']));
    if (isGood)
        return { value, problems: [] };
    const hint = 'give one digest for one machine, or NAME=DIGEST for each machine, as "drover preview" prints them';
    return { value, problems: [invalid(`${nameOf('plan-digest')}: is not understood`, hint)] };
}
function missingMachines({ operation, selectors }) {
    const { machines, placeholder } = registry/* operations */.zU[operation];
    if (machines === 'none' && selectors.length > 0)
        return [invalid(`${operation}: takes no machines`)];
    if (machines !== 'required' || selectors.length > 0)
        return [];
    if (placeholder !== undefined)
        return [invalid(`${operation}: no file is named`)];
    return [invalid(`${operation}: no machine is named`, 'name machines, `group:NAME`, or `all` for every one')];
}
/** What is about a folder takes one, behind its word if it has one. */
function wrongFolder({ operation, selectors }) {
    const { word, placeholder } = registry/* operations */.zU[operation];
    if (placeholder !== 'FOLDER')
        return [];
    const usage = `write "drover ${operation} ${word === undefined ? '' : `${word} `}[FOLDER]"`;
    if (word !== undefined && selectors[0] !== word) {
        const said = selectors[0] === undefined ? 'nothing' : `"${selectors[0]}"`;
        return [invalid(`${operation}: takes the word "${word}", got ${said}`, usage)];
    }
    const folders = selectors.slice(word === undefined ? 0 : 1);
    if (folders.length <= 1)
        return [];
    return [invalid(`${operation}: takes one folder, got ${folders.length}`, usage)];
}
function contradiction({ rollback, to, planDigests, dryRun }) {
    if (!rollback)
        return [];
    const others = [to && 'to', planDigests && 'plan-digest', dryRun && 'dry-run'].filter(Boolean);
    return others.map((other) => invalid(`rollback and ${other} do not go together`, 'give one of them'));
}
function missingCommand({ operation, command }) {
    if (operation !== 'run' || (command !== undefined && command.trim() !== ''))
        return [];
    return [
        invalid('run: no command is given', 'at a shell: drover run MACHINE… -- COMMAND; in a workflow: the input "command"'),
    ];
}
function missingOptions({ operation, values, nameOf }) {
    const { needs = [] } = registry/* operations */.zU[operation];
    return needs
        .filter((option) => splitWords(values.get(option) ?? '').length === 0)
        .map((option) => invalid(`${nameOf(option)}: is not given, and ${operation} needs it`));
}
function invalid(message, hint) {
    return { message, reason: 'invalid-argument', ...(hint !== undefined && { hint }) };
}
function optional(key, value) {
    return value === undefined ? {} : { [key]: value };
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
            change(progress.machine, { step: progress.name, line: '', stepSinceMs: nowMs });
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
    const { workflow, event, conclusion, title, url, durationMs } = run;
    const ran = durationMs === undefined ? '-' : (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a)(durationMs);
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
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35245);
/* harmony import */ var _outcome_data_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81396);


/** Machines that gave the same output and the same exit status, the largest group first. */
function groupAnswers(outcomes) {
    const groups = new Map();
    for (const { machine, data } of outcomes) {
        const answer = (0,_outcome_data_js__WEBPACK_IMPORTED_MODULE_0__/* .parseAnswer */ .Wp)(data);
        if (answer === undefined)
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
        return `${only} answered and ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEnd */ .l)(answer)}`;
    return `${machines.length} machines answered the same and ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEnd */ .l)(answer).replace(/^was/, 'were')}: ${machines.join(', ')}`;
}


/***/ }),

/***/ 78495:
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

/***/ 12224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ renderJobs),
/* harmony export */   d: () => (/* binding */ summariseJobs)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34902);
/* harmony import */ var _outcome_data_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81396);
/* harmony import */ var _text_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91985);



/** The answer of `plan` at a terminal: one row a job, those that go first marked. */
function renderJobs(report, paint) {
    const jobs = jobsOf(report);
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
function summariseJobs(report) {
    const jobs = jobsOf(report);
    if (jobs.length === 0)
        return [];
    const head = ['Job', 'Goes', 'Machines'];
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)(head),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)(head.map(() => '---')),
        ...jobs.map(({ goes, job }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .row */ .nM)([(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(job.name), goes, job.machines === '' ? '-' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(job.machines)])),
        '\n',
    ];
}
function jobsOf({ operation, data }) {
    const parsed = operation === 'plan' ? (0,_outcome_data_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJobs */ .YF)(data) : undefined;
    if (parsed === undefined)
        return [];
    return [
        ...parsed.canary.map((job) => ({ goes: 'first', job })),
        ...parsed.shards.map((job) => ({ goes: 'then', job })),
    ];
}


/***/ }),

/***/ 63170:
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
        data: detail === 'all' ? (report.data ?? null) : null,
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
        ...(detail === 'all' && { steps: steps.map((step) => ({ ...step })), data: data ?? null }),
    };
}
function problemDocument({ message, reason, at, hint }) {
    return { message, reason, at: at === undefined ? null : { ...at }, hint: hint ?? null };
}


/***/ }),

/***/ 89669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ renderText)
});

// EXTERNAL MODULE: ./build/base/outcome.js
var base_outcome = __webpack_require__(98216);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/lines.js
var lines = __webpack_require__(36812);
// EXTERNAL MODULE: ./build/report/outcome-data.js
var outcome_data = __webpack_require__(81396);
// EXTERNAL MODULE: ./build/report/paint.js
var report_paint = __webpack_require__(78495);
// EXTERNAL MODULE: ./build/report/group-answers.js
var group_answers = __webpack_require__(218);
;// CONCATENATED MODULE: ./build/report/render-answers.js


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

;// CONCATENATED MODULE: ./build/report/findings-data.js

function parseFindings(data) {
    if (!(0,outcome_data/* isObject */.Gv)(data) || !Array.isArray(data.findings))
        return undefined;
    const findings = data.findings.filter(outcome_data/* isObject */.Gv).map((finding) => ({
        state: findingStates.find((state) => state === finding.state) ?? 'problem',
        about: (0,outcome_data/* text */.Qq)(finding.about),
        message: (0,outcome_data/* text */.Qq)(finding.message),
        ...(typeof finding.hint === 'string' && { hint: finding.hint }),
        ...(typeof finding.detail === 'string' && { detail: finding.detail }),
    }));
    return { findings, next: Array.isArray(data.next) ? data.next.map(outcome_data/* text */.Qq) : [] };
}
const findingStates = ['ok', 'changed', 'note', 'problem'];

// EXTERNAL MODULE: ./build/report/text-table.js
var text_table = __webpack_require__(91985);
;// CONCATENATED MODULE: ./build/report/render-findings.js



/** The answer of `init`, `workflows` and `doctor`: one line each, the way out below, then what is left to do. */
function renderFindings(report, paint) {
    const parsed = parseFindings(report.data);
    if (parsed === undefined)
        return [];
    const { findings, next } = parsed;
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
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __webpack_require__(87177);
;// CONCATENATED MODULE: ./build/report/render-history.js






/** The answer of `history`: one row an event, in the order given (newest first). */
function renderHistory(report, paint) {
    const events = report.operation === 'history' ? (0,outcome_data/* parseEvents */.PH)(report.data) : undefined;
    if (events === undefined || events.length === 0)
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
            { text: (0,duration/* formatDuration */.a)(event.durationMs) },
            { text: (0,report_report/* shortCommit */.Ax)(event.config) },
            { text: event.runId },
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

// EXTERNAL MODULE: ./build/report/render-jobs.js
var render_jobs = __webpack_require__(12224);
// EXTERNAL MODULE: ./build/report/certificate-days.js
var certificate_days = __webpack_require__(36906);
;// CONCATENATED MODULE: ./build/report/render-list.js




/** The answer of `list`: one row a machine, in order of the flock. */
function renderList(outcomes, paint) {
    const hasNames = outcomes.some(({ data }) => (0,outcome_data/* parsePresence */.t0)(data)?.dns !== undefined);
    const hasCertificates = outcomes.some(({ data }) => (0,outcome_data/* parseCertificate */.hB)(data) !== undefined);
    const rows = outcomes.flatMap(({ machine, data }) => {
        const seen = (0,outcome_data/* parsePresence */.t0)(data);
        if (seen === undefined)
            return [];
        const applied = seen.applied;
        return [
            [
                { text: seen.wanted ? machine : `${machine} (not in flock.yml)`, paint: paint.strong },
                { text: describePresence(seen), paint: paintPresence(seen.presence, paint) },
                { text: seen.provider },
                { text: seen.address ?? '-' },
                ...(hasNames ? [{ text: seen.dns ?? '-' }] : []),
                ...(hasCertificates ? [certificateCell((0,outcome_data/* parseCertificate */.hB)(data), paint)] : []),
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
        return `${duplicates.length} of them: ${duplicates.join(', ')}`;
    return expiresAt === undefined ? presence : `${presence}, expires ${expiresAt}`;
}
function paintPresence(presence, paint) {
    if (presence === 'running')
        return paint.good;
    return presence === 'absent' ? paint.dim : paint.changed;
}

;// CONCATENATED MODULE: ./build/report/render-plan.js


/** The answer of `preview`: for each machine what would change, with its diff. A machine with nothing to do is left to the table. */
function renderPlan(outcomes, paint) {
    return outcomes.flatMap(({ machine, data }) => {
        const plan = (0,outcome_data/* parsePlan */.vS)(data);
        if (plan === undefined || plan.changes.length === 0)
            return [];
        const count = plan.changes.length === 1 ? '1 change' : `${plan.changes.length} changes`;
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

// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(91904);
;// CONCATENATED MODULE: ./build/report/render-text.js














const tailLines = 12;
/** The end of a run for a terminal: the answer, the machines (worst first), one closing line. */
function renderText(report, options) {
    const { paint } = options;
    const answer = [
        ...renderFindings(report, paint),
        ...renderHistory(report, paint),
        ...(0,render_jobs/* renderJobs */.R)(report, paint),
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
/** A machine whose answer was shown whole needs no row of its own unless something is wrong with it. */
function isShown(outcome, plan) {
    if (!(0,base_outcome/* holds */.v9)(outcome))
        return false;
    if ((0,outcome_data/* parsePresence */.t0)(outcome.data) !== undefined || (0,outcome_data/* parseAnswer */.Wp)(outcome.data) !== undefined)
        return true;
    return plan && ((0,outcome_data/* parsePlan */.vS)(outcome.data)?.changes.length ?? 0) > 0;
}
function renderMachines(outcomes, paint) {
    const rows = (0,text_table/* renderTable */.b)(outcomes.map((outcome) => [
        { text: outcome.machine, paint: paint.strong },
        { text: outcome.kind, paint: (0,report_paint/* paintKind */.X)(outcome.kind, paint) },
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
        ...(failed === undefined ? [] : [`    at step: ${(0,lines/* toLines */.P)(failed.name).join(' ')}`]),
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

/***/ 91985:
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
