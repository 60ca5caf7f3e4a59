export const id = 5779;
export const ids = [5779];
export const modules = {

/***/ 83121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ reasons)
/* harmony export */ });
/**
 * Why an outcome is what it is: a closed list that people and scripts may
 * decide on. A message may change; a reason code does not.
 */
const reasons = {
    'already-so': 'everything that was asked for held already',
    done: 'what was asked for was done',
    planned: 'something would be done, and only the plan was asked for',
    'invalid-argument': 'an argument or input is not understood',
    'unknown-operation': 'no operation has this name',
    'unknown-machine': 'the flock has no machine or group of this name',
    'invalid-flock': 'flock.yml has problems',
    'invalid-role': 'a role of the baseline cannot be used',
    'invalid-manifest': 'a files.yml has problems',
    'invalid-template': 'a template does not parse or breaks a rule of templates',
    'missing-variable': 'a template uses a name that no layer gives',
    'missing-secret': 'a template uses a secret that was not given',
    'unsafe-secret': 'a secret cannot be kept out of logs',
    'missing-file': 'no layer has a file that a manifest names',
    'not-confirmed': 'a destructive operation was not confirmed',
    protected: 'the machine is protected in flock.yml',
    'checkout-dirty': 'the checkout holds changes that the branch does not have',
    'workflows-differ': 'workflow files differ from their templates',
    unsound: 'something is wrong with the ops repository',
    'plan-changed': 'the plan is no longer the one that was approved',
    'branch-missing': 'the config branch does not exist',
    'repository-unreachable': 'the repository with the config branch cannot be read',
    'push-failed': 'the record could not be pushed before the deadline',
    'invalid-ledger': 'a file that Drover keeps on the config branch cannot be read',
    'not-provisioned': 'the machine does not exist yet',
    'not-running': 'the machine exists and is stopped',
    'host-key-unknown': 'no host key is known for the machine',
    'host-key-mismatch': 'the machine answered with another host key',
    'authentication-failed': 'the machine refused the SSH key',
    unreachable: 'no connection to the machine could be made',
    'connection-lost': 'the connection broke before the answer came',
    'timed-out': 'the work was not done before its deadline',
    killed: 'a signal ended the command',
    'command-failed': 'a command exited with a status other than 0',
    'validation-failed': 'the validator refused the new files',
    'follow-up-failed': 'a command that follows a change failed',
    'baseline-failed': 'a task of a role failed on the machine',
    'check-failed': 'a check of the machine does not hold',
    'certificate-expiring': 'the TLS certificate of the machine ends within a week, or has ended',
    unconfirmed: 'no new connection could confirm a change, so the machine rolled it back',
    'nothing-to-undo': 'the machine keeps no earlier change that could be undone',
    'not-on-branch': 'the commit is not in the history of the config branch',
    'commit-missing': 'the repository does not have the commit',
    'code-unreachable': 'a repository of code cannot be read',
    'unknown-revision': 'the repository of code has no such branch, tag or commit',
    'build-failed': 'a build command of the code failed',
    'artifact-unreachable': 'an artifact cannot be fetched',
    'artifact-differs': 'an artifact has another SHA-256 than the one that was given',
    'too-large': 'a file or bundle is larger than it may be',
    'disk-full': 'a disk has no room for what is desired',
    drifted: 'the machine differs from what the branch asks for',
    'machine-changed': 'the machine changed after it was observed and before it was to be changed',
    'machine-locked': 'another run is changing the machine',
    'capture-refused': 'a file on the machine cannot be captured safely',
    'provider-failed': 'the provider could not do what was asked',
    'provider-unreachable': 'the provider did not answer before the deadline',
    'provider-throttled': 'the provider asked for fewer requests until the deadline',
    'out-of-capacity': 'the provider has no machine of the desired kinds in the desired places now',
    'over-quota': 'the account may not have more of what was asked for',
    'not-permitted': 'the credentials do not allow what was asked',
    'no-credentials': 'no valid credentials for the provider were given',
    'invalid-settings': "a machine's settings are not what its provider takes",
    'ambiguous-machine': 'the provider has more than one machine of this name',
    'over-budget': 'the run would make more machines than it may',
    'first-boot-failed': 'the machine did not finish its first boot',
    'dns-failed': 'the DNS could not do what was asked',
    'missing-contact': 'a certificate is desired, but its ACME account has no contact',
    'invalid-certificate': 'a certificate or key that was given cannot be used',
    'name-elsewhere': 'a name of the certificate does not lead to the machine',
    'probe-unanswered': 'the machine does not answer at one of its names on port 80',
    'authorization-failed': 'the ACME server could not verify a name',
    'too-many-failures': 'too many authorizations failed within the hour',
    'acme-unreachable': 'the ACME server cannot be reached',
    'acme-account': 'the ACME server does not take the account',
    'acme-limited': 'the ACME server asks Drover to wait longer than a run may',
    'acme-refused': 'the ACME server refused the order',
    'github-failed': 'GitHub could not do what was asked',
    'github-unreachable': 'GitHub did not answer before the deadline',
    'github-throttled': 'GitHub asked for fewer requests until the deadline',
    'from-fork': 'a pull request from a fork gets neither secrets nor a token that may write',
    'missing-tool': 'a program that is needed is not installed',
    cancelled: 'the run was cancelled',
    'job-died': 'the job of the machine ended without a record of it',
    'not-touched': 'the machine was not reached before the run ended',
    bug: 'a defect of Drover',
};


/***/ }),

/***/ 70330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ stepKinds),
/* harmony export */   P: () => (/* binding */ isStepKind)
/* harmony export */ });
/**
 * What a step does: the closed list that code may decide on. The text of a step is for people. Long work
 * is a unit of the machine, which goes on when the run ends; a transaction that nobody confirms is undone
 * by the machine.
 */
const stepKinds = {
    connect: 'stays',
    wait: 'stays',
    observe: 'stays',
    check: 'stays',
    render: 'stays',
    capture: 'stays',
    transfer: 'stays',
    record: 'stays',
    provision: 'stays',
    boot: 'stays',
    reboot: 'stays',
    stop: 'stays',
    end: 'stays',
    dns: 'stays',
    'host-key': 'stays',
    prune: 'stays',
    'long-work': 'goes-on',
    baseline: 'goes-on',
    'make-ready': 'goes-on',
    upgrade: 'goes-on',
    certificate: 'goes-on',
    order: 'goes-on',
    prepare: 'undone',
    recheck: 'undone',
    validate: 'undone',
    stage: 'undone',
    keep: 'undone',
    arm: 'undone',
    swap: 'undone',
    'follow-up': 'undone',
    /** A check of the machine that decides on a change which is not confirmed yet. */
    trial: 'undone',
    confirm: 'undone',
    revert: 'undone',
    settle: 'undone',
    /** Of another version of Drover. */
    other: 'stays',
};
function isStepKind(value) {
    return typeof value === 'string' && Object.hasOwn(stepKinds, value);
}


/***/ }),

/***/ 5779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction),
  runPost: () => (/* binding */ runPost)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/base/text/neutralise.js
var neutralise = __webpack_require__(49746);
// EXTERNAL MODULE: ./build/engine/early-result.js
var early_result = __webpack_require__(85400);
// EXTERNAL MODULE: ./build/ledger/journal.js
var journal = __webpack_require__(30971);
// EXTERNAL MODULE: ./build/operations/registry.js + 32 modules
var registry = __webpack_require__(91581);
// EXTERNAL MODULE: ./build/report/text/paint.js
var paint = __webpack_require__(62967);
// EXTERNAL MODULE: ./build/report/text/render-text.js + 5 modules
var render_text = __webpack_require__(31262);
// EXTERNAL MODULE: ./build/base/outcome.js
var base_outcome = __webpack_require__(98216);
// EXTERNAL MODULE: ./build/report/github/github-limits.js
var github_limits = __webpack_require__(25073);
// EXTERNAL MODULE: ./build/report/text/lines.js
var text_lines = __webpack_require__(76756);
// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(91904);
;// CONCATENATED MODULE: ./build/entrypoints/action/annotations.js




/** What is wrong, each thing once however many machines have it, and no more than GitHub shows. */
function annotationsOf(report) {
    const problems = (0,trouble/* runProblems */.eX)(report).map((problem) => annotation({ ...problem, level: 'error', title: `drover ${report.operation}` }));
    const machines = groupEqual(report.outcomes.filter((outcome) => !(0,base_outcome/* holds */.v9)(outcome))).map(({ names, outcome }) => annotation({
        ...outcome,
        level: outcome.kind === 'skipped' ? 'warning' : 'error',
        title: `${outcome.operation}: ${nameSome(names)}`,
    }));
    const all = [...problems, ...machines];
    return ['error', 'warning'].flatMap((level) => limit(all.filter((one) => one.level === level)));
}
function annotation(from) {
    const { level, title, hint, at } = from;
    const text = hint === undefined ? (0,trouble/* withPlace */.qS)(from) : `${(0,trouble/* withPlace */.qS)(from)}\n${hint}`;
    return {
        level,
        title: (0,github_limits/* cutCharacters */.lD)((0,text_lines/* toLines */.P)(title).join(' '), 200),
        message: (0,github_limits/* cutCharacters */.lD)((0,text_lines/* toLines */.P)(text).join('\n'), github_limits/* githubLimits */.Q0.annotationCharacters),
        ...(at !== undefined && isOnBranch(at.file) && { at }),
    };
}
function groupEqual(outcomes) {
    const groups = new Map();
    for (const outcome of outcomes) {
        const { operation, kind, message, hint, at } = outcome;
        const key = JSON.stringify([operation, kind, message, hint, at]);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, { names: [outcome.machine], outcome });
        else
            group.names.push(outcome.machine);
    }
    return [...groups.values()];
}
function nameSome(names) {
    const shown = names.slice(0, 3).join(', ');
    return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
function limit(annotations) {
    const max = github_limits/* githubLimits */.Q0.annotationsPerLevel;
    const [first] = annotations;
    if (annotations.length <= max || first === undefined)
        return annotations;
    const left = annotations.length - (max - 1);
    return [
        ...annotations.slice(0, max - 1),
        { level: first.level, title: 'drover', message: `${left} more: see the job summary` },
    ];
}
/** People and Drover keep files at these places of the branch; the toolkit's own files have other names. */
function isOnBranch(file) {
    const isClean = !file.split('/').includes('..');
    return isClean && /^(flock\.yml$|(config|secrets-templates|ansible|machines|log)\/)/.test(file);
}

// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/report/certificate-days.js
var certificate_days = __webpack_require__(36906);
// EXTERNAL MODULE: ./build/report/certificate-of.js
var certificate_of = __webpack_require__(63128);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/group-answers.js
var group_answers = __webpack_require__(218);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __webpack_require__(87177);
// EXTERNAL MODULE: ./build/report/describe-run.js
var describe_run = __webpack_require__(86414);
// EXTERNAL MODULE: ./build/report/github/markdown.js
var markdown = __webpack_require__(61062);
;// CONCATENATED MODULE: ./build/report/summarise-history.js



/** The answer of `history` as a table in Markdown, one block a row. */
function summariseHistory({ events }) {
    if (events.length === 0)
        return [];
    const isJoined = events.some(({ github }) => github !== undefined);
    const head = [
        ...['Time', 'Machine', 'Operation', 'Outcome', 'Config', 'Run'],
        ...(isJoined ? ['Workflow', 'Event', 'Conclusion', 'Ran'] : []),
        ...['Actor', 'Message'],
    ];
    const rows = events.map((event) => {
        const run = (0,describe_run/* describeRun */.v)(event.github);
        const title = run.title === '-' ? '' : `<br>${(0,markdown/* link */.nf)((0,markdown/* escapeMarkdown */.FV)(run.title), run.url)}`;
        return (0,markdown/* row */.nM)([
            (0,markdown/* escapeMarkdown */.FV)(event.time),
            (0,markdown/* codeSpan */.SS)(event.machine),
            (0,markdown/* escapeMarkdown */.FV)(event.operation),
            (0,markdown/* escapeMarkdown */.FV)(event.outcome),
            (0,markdown/* codeSpan */.SS)((0,report_report/* shortCommit */.Ax)(event.config)),
            (0,markdown/* link */.nf)((0,markdown/* codeSpan */.SS)(event.run_id), event.run_url),
            ...(isJoined
                ? [
                    `${(0,markdown/* escapeMarkdown */.FV)(run.workflow)}${title}`,
                    ...[run.event, run.conclusion, run.ran].map(markdown/* escapeMarkdown */.FV),
                ]
                : []),
            (0,markdown/* escapeMarkdown */.FV)(event.actor),
            (0,markdown/* escapeMarkdown */.FV)(event.message),
        ]);
    });
    return [(0,markdown/* row */.nM)(head), (0,markdown/* row */.nM)(head.map(() => '---')), ...rows, '\n'];
}

// EXTERNAL MODULE: ./build/report/text/render-digests.js
var render_digests = __webpack_require__(34327);
// EXTERNAL MODULE: ./build/report/text/render-jobs.js
var render_jobs = __webpack_require__(35096);
// EXTERNAL MODULE: ./build/report/github/group-plans.js
var group_plans = __webpack_require__(5709);
;// CONCATENATED MODULE: ./build/report/github/pages.js
/** Formats: the addresses of GitHub's own pages. */
function pagesOf({ run, commit, data }) {
    const [, repository] = /^(https?:\/\/.+)\/actions\/runs\/[^/]+$/.exec(run.url ?? '') ?? [];
    const at = commit ?? (data?.kind === 'accounted' ? data.config : '');
    return {
        machine: (name) => repository === undefined || at === '' ? undefined : `${repository}/commits/${at}/machines/${name}`,
        commit: (id) => (repository === undefined ? undefined : `${repository}/commit/${id}`),
    };
}

;// CONCATENATED MODULE: ./build/report/github/render-summary.js
















const cutSentence = '\n\n**The rest is left out: GitHub takes at most 1 MiB of summary a step. All of it is in the log.**\n';
const detailLines = 200;
/** The job summary of one run: what is wrong, one table (worst first), long parts folded. Never larger than GitHub takes. */
function renderSummary(report) {
    const outcomes = (0,report_report/* worstFirst */.md)(report.outcomes);
    const blocks = [
        heading(report),
        ...problemBlocks(report),
        ...machineTable(outcomes, pagesOf(report)),
        ...retryBlock(report),
        ...summariseData(report.data),
        ...outcomes.flatMap(failureBlock),
        ...(0,group_answers/* groupAnswers */.v)(report.outcomes).map(answerBlock),
        ...outcomes.flatMap(planBlock),
        ...digestBlocks(report),
    ];
    return (0,github_limits/* fitBlocks */.U8)(blocks, { limit: github_limits/* githubLimits */.Q0.summaryBytes, sentence: cutSentence });
}
function summariseData(data) {
    switch (data?.kind) {
        case 'events':
            return summariseHistory(data);
        case 'jobs':
            return (0,render_jobs/* summariseJobs */.d)(data);
        default:
            return [];
    }
}
function heading(report) {
    const counts = (0,report_report/* countOutcomes */.XF)(report.outcomes);
    const facts = [
        `exit ${report.exitCode}`,
        (0,duration/* formatDuration */.a)(report.durationMs),
        ...(report.commit === undefined
            ? []
            : [`commit ${(0,markdown/* link */.nf)((0,markdown/* codeSpan */.SS)((0,report_report/* shortCommit */.Ax)(report.commit)), pagesOf(report).commit(report.commit))}`]),
        `run ${(0,markdown/* link */.nf)((0,markdown/* codeSpan */.SS)(report.run.id), report.run.url)} by ${(0,markdown/* escapeMarkdown */.FV)(report.run.actor)}`,
    ];
    const title = `${(0,markdown/* escapeMarkdown */.FV)(report.operation)}: ${counts === '' ? (0,markdown/* escapeMarkdown */.FV)(report.message) : counts}`;
    return `### ${title}\n\n${facts.join(' · ')}\n\n`;
}
function problemBlocks(report) {
    const problems = (0,trouble/* runProblems */.eX)(report);
    if (problems.length === 0)
        return [];
    const items = problems.map((problem) => {
        const hint = problem.hint === undefined ? '' : `<br>${(0,markdown/* escapeMarkdown */.FV)(problem.hint)}`;
        return `- **${(0,markdown/* escapeMarkdown */.FV)((0,trouble/* withPlace */.qS)(problem))}** (${(0,markdown/* codeSpan */.SS)(problem.reason)})${hint}\n`;
    });
    return [...items, '\n'];
}
function machineTable(outcomes, pages) {
    if (outcomes.length === 0)
        return [];
    const isList = outcomes.some(({ data }) => data?.kind === 'presence');
    const hasCertificates = outcomes.some(({ data }) => (0,certificate_of/* certificateOf */.t)(data) !== undefined);
    const head = [
        ...['Machine', 'Outcome', ...(isList ? ['Presence', 'Address'] : [])],
        ...(hasCertificates ? ['Certificate'] : []),
        ...['Took', 'What happened'],
    ];
    const rows = outcomes.map((outcome) => {
        const seen = outcome.data?.kind === 'presence' ? outcome.data : undefined;
        return (0,markdown/* row */.nM)([
            (0,markdown/* link */.nf)((0,markdown/* codeSpan */.SS)(outcome.machine), pages.machine(outcome.machine)),
            (0,base_outcome/* holds */.v9)(outcome) ? outcome.kind : `**${outcome.kind}**`,
            ...(isList ? [(0,markdown/* escapeMarkdown */.FV)(seen?.presence ?? '-'), (0,markdown/* escapeMarkdown */.FV)(seen?.address ?? '-')] : []),
            ...(hasCertificates ? [describeCertificate((0,certificate_of/* certificateOf */.t)(outcome.data))] : []),
            (0,duration/* formatDuration */.a)(outcome.durationMs),
            describe(outcome),
        ]);
    });
    return [(0,markdown/* row */.nM)(head), (0,markdown/* row */.nM)(head.map(() => '---')), ...rows, '\n'];
}
function describeCertificate(certificate) {
    if (certificate === undefined)
        return '-';
    const text = (0,certificate_days/* shortDays */.EW)(certificate);
    return certificate.urgency === 'fine' ? text : `**${text}**`;
}
/** What to press or type to do again only what did not hold. */
function retryBlock(report) {
    const names = (0,report_report/* failedMachines */.Gp)(report);
    const verb = (0,report_report/* retriedOperation */.jd)(report);
    if (names.length === 0)
        return [];
    const words = names.join(' ');
    return [
        `Again, only what did not hold: the button **${(0,markdown/* escapeMarkdown */.FV)(verb)}** with the machines\n\n${(0,markdown/* codeBlock */.DV)([words])}\n` +
            `or at a shell ${(0,markdown/* codeSpan */.SS)(`drover ${verb} ${names.length > 20 ? '…' : words}`)}. Jobs that failed can also be run again from the page of the run.\n\n`,
    ];
}
function describe(outcome) {
    const failed = outcome.steps.findLast(({ status }) => status === 'failed');
    const step = (0,base_outcome/* holds */.v9)(outcome) || failed === undefined ? '' : `at ${(0,markdown/* codeSpan */.SS)(failed.text)}: `;
    const message = `${step}${(0,markdown/* escapeMarkdown */.FV)((0,trouble/* withPlace */.qS)(outcome))}`;
    if ((0,base_outcome/* holds */.v9)(outcome))
        return message;
    const hint = outcome.hint === undefined ? '' : `<br>${(0,markdown/* escapeMarkdown */.FV)(outcome.hint)}`;
    return `${message} (${(0,markdown/* codeSpan */.SS)(outcome.reason)})${hint}`;
}
function failureBlock(outcome) {
    const failed = outcome.steps.filter(({ status }) => status === 'failed').at(-1);
    const lines = (0,text_lines/* lastLines */.w)(failed?.detail ?? '', detailLines);
    if ((0,base_outcome/* holds */.v9)(outcome) || failed === undefined || lines.length === 0)
        return [];
    return [(0,markdown/* folded */.TM)(`${outcome.machine}: ${failed.text}`, (0,markdown/* codeBlock */.DV)(lines))];
}
function answerBlock(group) {
    const { stdout, stderr } = group.answer;
    const parts = [stdout, stderr]
        .map((text) => (0,text_lines/* lastLines */.w)(text, detailLines))
        .filter((lines) => lines.length > 0)
        .map((lines) => (0,markdown/* codeBlock */.DV)(lines));
    return (0,markdown/* folded */.TM)((0,group_answers/* describeGroup */.N)(group), parts.length === 0 ? 'No output.\n' : parts.join('\n'));
}
function planBlock({ machine, data }) {
    const changes = (0,group_plans/* changesOf */.f)(data);
    if (changes.length === 0)
        return [];
    const body = changes.map(({ path, action, diff, after }) => {
        const then = after.length === 0 ? '' : `, then ${after.map(markdown/* codeSpan */.SS).join(', ')}`;
        const lines = (0,text_lines/* lastLines */.w)(diff ?? '', detailLines);
        return `${(0,markdown/* escapeMarkdown */.FV)(action)} ${(0,markdown/* codeSpan */.SS)(path)}${then}\n\n${lines.length === 0 ? '' : `${(0,markdown/* codeBlock */.DV)(lines, 'diff')}\n`}`;
    });
    return [(0,markdown/* folded */.TM)(`${machine}: ${(0,count_of/* countOf */.p)(changes.length, 'change')}`, body.join(''))];
}
/** A plan that was only looked at can be approved. */
function digestBlocks({ outcomes }) {
    if (!outcomes.some(({ reason }) => reason === 'planned'))
        return [];
    return [(0,render_digests/* renderDigests */.o)((0,group_plans/* groupPlans */.E)(outcomes).digests)];
}

// EXTERNAL MODULE: ./build/report/text/render-json.js
var render_json = __webpack_require__(43402);
;// CONCATENATED MODULE: ./build/entrypoints/action/outputs.js



/** The registry of outputs: `action.yml` and the table in the docs are held against it by tests. */
const outputs = {
    outcome: 'Worst outcome of the run: ok, changed, skipped, rolled-back, unreachable or failed',
    'reason-code': 'Why, from the closed list of reason codes',
    changed: 'JSON array: names of the machines that were changed',
    failed: 'JSON array: names of the machines on which not all holds that was asked for',
    commit: "Commit on the config branch that holds this run's records; empty when there is none",
    canary: 'Of `shard`: JSON array of the jobs that go first, each with `name`, `machines` and `lock`; `[]` when there is none',
    shards: 'Of `shard`: JSON array of the other jobs, each with `name`, `machines` and `lock`; `[]` when there is none',
    machines: 'Of `shard`: JSON array of the names of all machines of the run',
    files: 'Of `backup` and `download`: paths of the files that were written, one a line',
    result: 'JSON document of the whole run; details are left out when they are too long for an output',
};
/** The value of each output. */
function outputsOf(report) {
    return {
        outcome: report.kind,
        'reason-code': report.reason,
        changed: JSON.stringify((0,report_report/* changedMachines */.HJ)(report)),
        failed: JSON.stringify((0,report_report/* failedMachines */.Gp)(report)),
        commit: report.commit ?? '',
        ...jobsOf(report),
        files: report.outcomes.flatMap(({ data }) => (data?.kind === 'saved' ? [data.file] : [])).join('\n'),
        result: renderResult(report),
    };
}
/** Empty arrays from any other operation, and from a plan that was refused: a matrix of nothing is valid, no text is not. */
function jobsOf({ data }) {
    const { canary = [], shards = [], machines = [] } = data?.kind === 'jobs' ? data : {};
    return {
        canary: JSON.stringify(canary),
        shards: JSON.stringify(shards),
        machines: JSON.stringify(machines),
    };
}
/** The most detail that fits. */
function renderResult(report) {
    const fitting = ['all', 'names']
        .map((detail) => (0,render_json/* renderJson */.h)((0,render_json/* toJsonDocument */.d)(report, { detail }), 0))
        .find((text) => text.length <= github_limits/* githubLimits */.Q0.resultCharacters);
    return fitting ?? (0,render_json/* renderJson */.h)((0,render_json/* toJsonDocument */.d)({ ...report, problems: [] }, { detail: 'none' }), 0);
}

;// CONCATENATED MODULE: ./build/entrypoints/action/runner.js




/** Tells the runner how it ended: annotations, outputs, job summary. */
function conclude(report, runner) {
    for (const annotation of annotationsOf(report))
        runner.annotate(annotation);
    for (const [name, value] of Object.entries(outputsOf(report)))
        runner.setOutput(name, value);
    runner.appendSummary(renderSummary(report));
}
/**
 * The runner without @actions/core, whose loading takes longer than all else
 * when the input is refused. Formats: docs.github.com, "Workflow commands".
 */
function lightRunner(env, write) {
    const append = (file, text) => {
        if (file !== undefined && file !== '')
            (0,external_node_fs_.appendFileSync)(file, text);
    };
    return {
        annotate: ({ level, title, message }) => write(`::${level} title=${property(title)}::${data(message)}\n`),
        // All outputs are one line, so they need no delimiter that a value could contain.
        setOutput: (name, value) => append(env.GITHUB_OUTPUT, `${name}=${value}\n`),
        appendSummary: (markdown) => append(env.GITHUB_STEP_SUMMARY, markdown),
    };
}
function data(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function property(text) {
    return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./build/entrypoints/action/core-runner.js


/** The runner through @actions/core. Annotations past GitHub's limit become plain lines: the runner drops them without a word. */
function coreRunner(core, env) {
    const max = github_limits/* githubLimits */.Q0.annotationsPerLevel;
    const left = { error: max, warning: max };
    const annotate = ({ level, title, message, at }) => {
        if (left[level] === 0) {
            for (const line of message.split('\n'))
                core.info(`${level}: ${line}`);
            return;
        }
        left[level] -= 1;
        core[level](message, {
            title,
            ...(at !== undefined && { file: at.file }),
            ...(at?.line !== undefined && { startLine: at.line }),
            ...(at?.column !== undefined && { startColumn: at.column }),
        });
    };
    const masked = new Set();
    return {
        annotate,
        // Without the runner's files (a step tried at a shell) core throws or prints obsolete commands.
        setOutput: (name, value) => {
            if (env.GITHUB_OUTPUT)
                core.setOutput(name, value);
        },
        appendSummary: lightRunner(env, () => undefined).appendSummary,
        mask: (value) => {
            if (!masked.has(value))
                core.setSecret(value);
            masked.add(value);
        },
        line: (text) => core.info(text),
        openGroup: (title) => core.startGroup(title),
        closeGroup: () => core.endGroup(),
        warn: (message) => annotate({
            level: 'warning',
            title: 'drover',
            message: (0,github_limits/* cutCharacters */.lD)(message, github_limits/* githubLimits */.Q0.annotationCharacters),
        }),
        nowMs: () => performance.now(),
    };
}

// EXTERNAL MODULE: ./build/report/activity.js
var activity = __webpack_require__(70602);
;// CONCATENATED MODULE: ./build/entrypoints/action/log.js



/** More than this of one machine is counted, not kept. */
const linesPerMachine = 10_000;
const machinesPerHeartbeat = 5;
/** A machine's lines are kept until it ends, then printed as one group: machines at work at once do not mix. */
function openGroupedLog(port) {
    const kept = new Map();
    const board = (0,activity/* makeActivityBoard */.A)();
    const keep = (machine, lines) => {
        const buffer = kept.get(machine) ?? { lines: [], dropped: 0 };
        kept.set(machine, buffer);
        for (const line of lines) {
            if (buffer.lines.length < linesPerMachine)
                buffer.lines.push(line);
            else
                buffer.dropped += 1;
        }
    };
    const print = (machine, { title, last }) => {
        const { lines, dropped } = kept.get(machine) ?? { lines: [], dropped: 0 };
        kept.delete(machine);
        port.openGroup((0,text_lines/* toLines */.P)(title).join(' '));
        for (const line of lines)
            port.line(line);
        if (dropped > 0)
            port.line(`… ${dropped} more lines were not kept`);
        for (const line of last)
            port.line(line);
        port.closeGroup();
    };
    return {
        report: (progress) => {
            board.note(progress, port.nowMs());
            if (progress.kind === 'notice') {
                if (progress.level === 'warning')
                    port.warn((0,text_lines/* toLines */.P)(progress.message).join('\n'));
                else
                    for (const line of (0,text_lines/* toLines */.P)(progress.message))
                        port.line(line);
                return;
            }
            const { machine } = progress;
            if (progress.kind === 'step-done')
                forgetStart(kept.get(machine)?.lines, progress.step.text);
            keep(machine, linesOf(progress));
            if (progress.kind !== 'finished')
                return;
            const { operation, kind } = progress.outcome;
            print(machine, { title: `${machine}: ${operation}: ${kind}`, last: outcomeLines(progress.outcome) });
        },
        heartbeat: () => {
            const running = board.running();
            if (running.length === 0)
                return;
            const some = running.slice(0, machinesPerHeartbeat).map(({ machine, operation, step, stepSinceMs }) => {
                const at = step === '' ? operation : `${operation}: ${step}`;
                return `${machine} ${at} (${(0,duration/* formatDuration */.a)(port.nowMs() - stepSinceMs)})`;
            });
            const more = running.length > some.length ? [`and ${running.length - some.length} more`] : [];
            const done = [...board.finished().values()].reduce((sum, count) => sum + count, 0);
            port.line(`${running.length} at work, ${done} done: ${(0,text_lines/* toLines */.P)([...some, ...more].join('; ')).join(' ')}`);
        },
        close: () => {
            for (const machine of [...kept.keys()])
                print(machine, { title: `${machine}: not finished`, last: [] });
        },
    };
}
/** A step that ends at once after it began is one line, not two. */
function forgetStart(lines, name) {
    if (lines?.at(-1) === `> ${name}`)
        lines.pop();
}
/** Every line stands behind a mark, so that none can begin as a command to the runner. */
function linesOf(progress) {
    if (progress.kind === 'step')
        return (0,text_lines/* toLines */.P)(progress.step.text).map((line) => `> ${line}`);
    if (progress.kind === 'output')
        return (0,text_lines/* toLines */.P)(progress.line).map((line) => `  | ${line}`);
    if (progress.kind !== 'step-done')
        return [];
    const { text: name, status, durationMs, detail } = progress.step;
    const took = durationMs === undefined ? '' : ` in ${(0,duration/* formatDuration */.a)(durationMs)}`;
    const isTold = status === 'failed' || status === 'skipped';
    return [
        `> ${(0,text_lines/* toLines */.P)(name).join(' ')}: ${status}${took}`,
        ...(isTold ? (0,text_lines/* toLines */.P)(detail ?? '').map((line) => `  ! ${line}`) : []),
    ];
}
function outcomeLines({ kind, message, reason, hint, durationMs }) {
    const why = kind === 'ok' || kind === 'changed' ? '' : ` (${reason})`;
    const text = `${kind} in ${(0,duration/* formatDuration */.a)(durationMs)}: ${(0,text_lines/* toLines */.P)(message).join(' ')}${why}`;
    return [text, ...(hint === undefined ? [] : [`hint: ${(0,text_lines/* toLines */.P)(hint).join(' ')}`])];
}

;// CONCATENATED MODULE: ./build/entrypoints/action/masks.js
/** Shorter ones would turn half of the log into asterisks; our own scrubber refuses them where they matter. */
const shortest = 4;
/**
 * What to hand to the runner's masker for one secret. The runner masks a value and
 * each of its lines, so a value with a line such as `{` goes there line by line,
 * without the short ones: else every `{` in the log becomes asterisks.
 */
function masksOf(value) {
    const lines = value.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
    if (lines.every((line) => line.trim().length >= shortest))
        return lines.length === 0 ? [] : [value];
    return lines.filter((line) => line.trim().length >= shortest);
}
/** The values in the input `secrets`; undefined when it is no JSON object of texts. Nothing of it may be shown. */
function parseSecretValues(text) {
    let secrets;
    try {
        secrets = JSON.parse(text);
    }
    catch {
        // The error of JSON.parse quotes the text, which is secret.
        return undefined;
    }
    if (typeof secrets !== 'object' || secrets === null || Array.isArray(secrets))
        return undefined;
    const values = Object.values(secrets);
    return values.every((value) => typeof value === 'string') ? values : undefined;
}

// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
// EXTERNAL MODULE: ./build/operations/all-options.js
var all_options = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/request/option.js
var request_option = __webpack_require__(74413);
// EXTERNAL MODULE: ./build/request/parse-request.js + 1 modules
var parse_request = __webpack_require__(45449);
;// CONCATENATED MODULE: ./build/entrypoints/action/inputs.js

/** Inputs of the action: what is done, to which machines, then every option. */
const inputs = [
    { name: 'operation', summary: 'What to do: the name of an operation', isRequired: true },
    {
        name: 'machines',
        summary: 'Which machines: names, `fp-*`, `group:NAME`, `all`, `!NAME`, `changed`; separated by spaces or commas',
        isRequired: false,
    },
    ...all_options/* allOptions */.AM
        .filter((named) => (0,all_options/* isSaidAt */.Nw)('action', named))
        .map((named) => {
        const { byDefault } = named.option;
        return {
            name: named.name,
            summary: (0,all_options/* summaryOf */.YG)(named, 'action'),
            isRequired: false,
            ...(byDefault === undefined ? {} : { byDefault }),
        };
    }),
];
/** Kept as they are: white space may be part of them. */
const verbatim = ['ssh-key', 'secrets'];
/** The inputs that were given, by name. An empty one was not given. */
function readInputs(env) {
    return new Map(inputs.flatMap(({ name }) => {
        const text = env[variableOf(name)] ?? '';
        if (text.trim() === '')
            return [];
        return [[name, verbatim.includes(name) ? text : text.trim()]];
    }));
}
/** The runner's name for an input: upper case, spaces become `_`, hyphens stay (actions/runner, Handler.cs). */
function variableOf(input) {
    return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`;
}

;// CONCATENATED MODULE: ./build/entrypoints/action/workflow.js
/** The run of a workflow. Who started it anew counts, not who started it first. */
function readRun(env) {
    const id = env.GITHUB_RUN_ID || 'unknown';
    const attempt = Number(env.GITHUB_RUN_ATTEMPT);
    const page = readRepository(env);
    return {
        id,
        attempt: Number.isInteger(attempt) && attempt > 0 ? attempt : 1,
        actor: env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR || 'unknown',
        ...(page !== undefined && env.GITHUB_RUN_ID && { url: `${page}/actions/runs/${id}` }),
    };
}
/** Address of the repository of the run; undefined outside a workflow. */
function readRepository(env) {
    const name = env.GITHUB_REPOSITORY ?? '';
    return name === '' ? undefined : `${env.GITHUB_SERVER_URL || 'https://github.com'}/${name}`;
}
/** The branch and commit whose workflow runs; undefined outside a workflow. */
function readOrigin(env) {
    const { GITHUB_REF: ref = '', GITHUB_SHA: commit = '' } = env;
    if (ref === '' || commit === '')
        return undefined;
    return { ref, commit, isProtected: env.GITHUB_REF_PROTECTED === 'true' };
}
/** The commits of a push, from the text of its event. Before the first push of a branch it is all zeros; a branch that is deleted has none after. */
function parsePushEvent(text) {
    const event = JSON.parse(text);
    const before = commitOf(event, 'before');
    const after = commitOf(event, 'after');
    const isDeleted = after !== undefined && isZero(after);
    return { ...(before !== undefined && { before }), ...(after !== undefined && !isDeleted && { after }) };
}
/**
 * The pull request, from the text of its event; undefined for what is none. GitHub hands the commit of
 * its trial merge over in `GITHUB_SHA`, and only for `pull_request`.
 */
function parsePullRequestEvent(text, env) {
    const pull = workflow_property(JSON.parse(text), 'pull_request');
    const number = workflow_property(pull, 'number');
    const head = commitOf(workflow_property(pull, 'head'), 'sha');
    const base = commitOf(workflow_property(pull, 'base'), 'sha');
    if (typeof number !== 'number' || head === undefined || base === undefined)
        return undefined;
    const trial = env.GITHUB_EVENT_NAME === 'pull_request' ? commitOf(env, 'GITHUB_SHA') : undefined;
    const pullRequest = { number, head, base, merged: trial ?? head, isFork: isFork(pull) };
    return { before: base, pullRequest };
}
/** A fork that was deleted has no repository any more. */
function isFork(pull) {
    const [head, base] = ['head', 'base'].map((side) => workflow_property(workflow_property(workflow_property(pull, side), 'repo'), 'id'));
    return head === undefined || head !== base;
}
function commitOf(value, key) {
    const commit = workflow_property(value, key);
    return typeof commit === 'string' && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
}
function isZero(commit) {
    return /^0+$/.test(commit);
}
function workflow_property(value, key) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

;// CONCATENATED MODULE: ./build/entrypoints/action/read-request.js








const nameOf = (option) => `input "${option}"`;
/** What the inputs ask for. All that is wrong with them is found at once, without loading anything heavy. */
function readAsked(env) {
    const values = readInputs(env);
    const run = readRun(env);
    const name = values.get('operation');
    const definition = name === undefined ? undefined : (0,registry/* findOperation */.LC)(name);
    if (definition === undefined || definition.only === 'cli') {
        const problems = [unknownOperation(name), ...badSecrets(values)];
        return { kind: 'refused', operation: name ?? 'drover', run, problems };
    }
    const selectors = (0,request_option/* splitWords */.yM)(values.get('machines') ?? '');
    const parsed = (0,parse_request/* parseRequest */.T)(definition, { selectors, values, nameOf });
    const [first, ...rest] = [...parsed.problems, ...unkept(definition, values), ...badSecrets(values)];
    if (first !== undefined) {
        return { kind: 'refused', operation: definition.name, run, problems: [first, ...rest] };
    }
    return { kind: 'request', request: parsed.request, run, values };
}
function unknownOperation(name) {
    const names = registry/* operations */.zU.filter(({ only }) => only !== 'cli').map((one) => one.name);
    const hint = `give one of ${names.join(', ')}`;
    if (name === undefined) {
        return { message: `${nameOf('operation')}: is empty`, reason: 'unknown-operation', hint };
    }
    if ((0,registry/* findOperation */.LC)(name) !== undefined) {
        return {
            message: `${nameOf('operation')}: "${name}" needs a terminal`,
            reason: 'unknown-operation',
            hint: `run "drover ${name}" at a shell`,
        };
    }
    const near = (0,nearest/* nearest */.p)(name, names);
    return {
        message: `${nameOf('operation')}: no operation is named "${name}"`,
        reason: 'unknown-operation',
        hint: near === undefined ? hint : `did you mean "${near}"? ${hint}`,
    };
}
/**
 * One workflow may hand all its inputs to every operation, so an input that an
 * operation does not take is overlooked; but not one that was to hold it back.
 */
function unkept(definition, values) {
    const given = all_options/* allOptions */.AM.filter(({ name, option }) => {
        const text = values.get(name);
        return option.holdsBack && text !== undefined && !/^false$/i.test(text) && !(0,registry/* takes */.ny)(definition, name);
    });
    return given.map(({ name: option }) => ({
        message: `${nameOf(option)}: "${definition.name}" does not take it`,
        reason: 'invalid-argument',
        hint: `it belongs to ${namesWith(option)}; leave it empty`,
    }));
}
function namesWith(option) {
    return (0,registry/* operationsWith */.XE)(option)
        .map(({ name }) => name)
        .join(', ');
}
function badSecrets(values) {
    const text = values.get('secrets');
    if (text === undefined || parseSecretValues(text) !== undefined)
        return [];
    return [
        {
            message: `${nameOf('secrets')}: is not a JSON object of texts`,
            reason: 'invalid-argument',
            hint: 'write {"NAME": "value"}; toJSON(secrets) gives this form',
        },
    ];
}

;// CONCATENATED MODULE: ./build/entrypoints/action/main.js
















const heartbeatMs = 15_000;
/** The action as one step of a job: does what the inputs say and sets `process.exitCode`. Never throws. */
async function runAction(env, around) {
    const asked = readAsked(env);
    if (asked.kind === 'refused') {
        const result = (0,early_result/* refusedResult */.M)(asked);
        conclude(result, lightRunner(env, (text) => process.stdout.write(text)));
        process.exitCode = result.exitCode;
        return;
    }
    const { result, runner } = await perform(asked, { ...around, env });
    conclude(result, runner);
    process.exitCode = result.exitCode;
}
/**
 * The step behind the jobs' own, which GitHub runs also when a run was cancelled: puts on the branch
 * what a step before it was killed over. Says nothing when all is there. Never throws.
 */
async function runPost(env, around) {
    const folder = (0,journal/* journalFolder */.MT)(env);
    const files = folder === undefined ? [] : (0,journal/* readJournal */.a0)(folder);
    const asked = readAsked(env);
    if (files.length === 0 || asked.kind === 'refused')
        return;
    const request = { ...asked.request, operation: 'replay', selectors: files, dryRun: false };
    const { result, runner } = await perform({ ...asked, request }, { ...around, env });
    for (const annotation of annotationsOf(result))
        runner.annotate(annotation);
    process.exitCode = result.exitCode;
}
/** Does it, and shows in the log how it ended. */
async function perform(asked, { env, ...around }) {
    const runner = coreRunner(await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(6421)]).then(__webpack_require__.bind(__webpack_require__, 96421)), env);
    for (const value of secretValues(asked, env))
        maskAll(runner, value);
    const log = openGroupedLog(runner);
    const result = await operate(asked, { ...around, env, runner, log, cancel: new AbortController() });
    const { operation, dryRun } = asked.request;
    const plan = (0,registry/* showsPlan */.YQ)(operation, { dryRun: dryRun === true });
    process.stdout.write((0,neutralise/* neutralise */.$)((0,render_text/* renderText */.S)(result, { paint: paint/* plainPaint */.p, plan })));
    return { result, runner };
}
async function operate(asked, doing) {
    const { runner, log, cancel, load } = doing;
    const onSignal = () => {
        if (!cancel.signal.aborted)
            runner.line('the run is cancelled: stopping in good order');
        cancel.abort(new errors/* DroverError */.F('run: was cancelled', { reason: 'cancelled' }));
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
    const timer = setInterval(log.heartbeat, heartbeatMs);
    let clean = neutralise/* neutralise */.$;
    try {
        const { createApp } = await load();
        const world = createApp(settingsOf(asked, doing));
        clean = world.clean;
        return await world.perform(asked.request);
    }
    catch (error) {
        if (error instanceof errors/* DroverError */.F) {
            return (0,early_result/* refusedResult */.M)({ operation: asked.request.operation, run: asked.run, problems: [error] });
        }
        const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
        for (const line of clean(stack).split('\n'))
            runner.line(line);
        const message = clean(error instanceof Error ? error.message : String(error));
        return (0,early_result/* defectResult */.J)({ operation: asked.request.operation, run: asked.run, message });
    }
    finally {
        clearInterval(timer);
        process.off('SIGINT', onSignal);
        process.off('SIGTERM', onSignal);
        log.close();
    }
}
function settingsOf({ values, run }, { env, runner, log, cancel, toolkit }) {
    const repository = values.get('repository') ?? readRepository(env);
    const token = values.get('token');
    const sshKey = values.get('ssh-key');
    const sshKeyFile = values.get('ssh-key-file');
    const keyOfEnv = env.DROVER_SSH_KEY ?? '';
    const secretsJson = values.get('secrets');
    const secretsFile = values.get('secrets-file');
    const event = readEvent(env);
    const origin = readOrigin(env);
    return {
        env,
        cwd: env.GITHUB_WORKSPACE || process.cwd(),
        toolkit,
        branch: values.get('branch') ?? 'config',
        run,
        reporter: log,
        signal: cancel.signal,
        onSecret: (secret) => maskAll(runner, secret.reveal()),
        ...(repository !== undefined && { repository }),
        ...(token !== undefined && { token: new secret/* Secret */.z('token', token) }),
        ...(sshKey !== undefined && { sshKey: new secret/* Secret */.z('ssh-key', sshKey) }),
        ...(sshKey === undefined &&
            sshKeyFile === undefined &&
            keyOfEnv !== '' && { sshKey: new secret/* Secret */.z('DROVER_SSH_KEY', keyOfEnv) }),
        ...(sshKeyFile !== undefined && { sshKeyFile }),
        ...(secretsJson !== undefined && { secretsJson }),
        ...(secretsFile !== undefined && { secretsFile }),
        ...(event !== undefined && { event }),
        ...(origin !== undefined && { origin }),
    };
}
const pullRequestEvents = ['pull_request', 'pull_request_target'];
function readEvent(env) {
    const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: file = '' } = env;
    const isPull = pullRequestEvents.includes(name);
    if (file === '' || !(isPull || name === 'push'))
        return undefined;
    try {
        const text = (0,external_node_fs_.readFileSync)(file, 'utf8');
        return isPull ? parsePullRequestEvent(text, env) : parsePushEvent(text);
    }
    catch (cause) {
        throw new errors/* DroverError */.F(`event: the file of the ${isPull ? 'pull request' : 'push'} event cannot be read`, {
            reason: 'invalid-argument',
            hint: 'Ensure that GITHUB_EVENT_PATH is the file that the runner wrote',
            cause,
        });
    }
}
function secretValues({ values }, env) {
    const single = [values.get('token'), values.get('ssh-key'), env.DROVER_SSH_KEY];
    return [
        ...single.filter((value) => value !== undefined),
        ...(parseSecretValues(values.get('secrets') ?? '{}') ?? []),
    ];
}
function maskAll(runner, value) {
    for (const mask of masksOf(value))
        runner.mask(mask);
}


/***/ }),

/***/ 40509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ logEventOf),
/* harmony export */   K2: () => (/* binding */ keysOfEvent),
/* harmony export */   kO: () => (/* binding */ eventOfKeys),
/* harmony export */   qz: () => (/* binding */ outcomeOfEvent),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _base_step_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70330);

/** An outcome as the ledger takes it. Of its steps the last one that failed is kept. */
function recordOf(outcome, { changes = [], over, facts, isNote = false, ...frame }) {
    const { machine, operation, kind, reason, message, durationMs, steps } = outcome;
    const failed = steps.findLast(({ status }) => status === 'failed');
    const more = facts === undefined ? {} : { facts };
    const step = failed === undefined ? {} : { step: { kind: failed.kind, text: failed.text } };
    const event = isNote ? { kind: 'note', ...more } : { kind: 'ended', ...step, ...more };
    return {
        ...frame,
        operation,
        machine,
        outcome: kind,
        reason,
        message,
        durationMs,
        changes,
        ...(over === undefined ? {} : { over }),
        ...(isNote || Object.keys(event).length > 1 ? { event } : {}),
    };
}
/** What `log/` keeps of a record. The record's own keys win over those of the operation. */
function logEventOf(record) {
    const { run } = record;
    return {
        ...(record.event === undefined ? {} : keysOfEvent(record.event)),
        time: record.time,
        machine: record.machine,
        operation: record.operation,
        outcome: record.outcome,
        reason: record.reason,
        message: record.message,
        duration_ms: Math.round(record.durationMs),
        config: record.config,
        run_id: run.id,
        run_attempt: run.attempt,
        ...(run.url === undefined ? {} : { run_url: run.url }),
        actor: run.actor,
        record: record.id,
    };
}
/** The outcome that a line of `log/` tells of, as far as it tells. */
function outcomeOfEvent(event) {
    const { machine, operation, outcome, reason, message, duration_ms, step } = event;
    const label = step === undefined ? undefined : labelOf(step, event.step_kind);
    return {
        machine,
        operation,
        kind: outcome,
        reason,
        message,
        steps: label === undefined ? [] : [{ ...label, status: 'failed' }],
        durationMs: duration_ms,
    };
}
/** What an event adds to the keys of its line; back by `eventOfKeys`. */
function keysOfEvent(event) {
    if (event.kind === 'note')
        return { ...event.facts, note: true };
    const { facts, step } = event;
    return { ...facts, ...(step === undefined ? {} : { step: step.text, step_kind: step.kind }) };
}
/** The event that has these keys, of this or an earlier version. */
function eventOfKeys({ note, step, step_kind: kind, ...facts }) {
    const more = Object.keys(facts).length === 0 ? {} : { facts };
    if (note === true)
        return { kind: 'note', ...more };
    return { kind: 'ended', ...(typeof step === 'string' ? { step: labelOf(step, kind) } : {}), ...more };
}
function labelOf(text, kind) {
    return { kind: (0,_base_step_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .isStepKind */ .P)(kind) ? kind : 'other', text };
}


/***/ }),

/***/ 30971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A_: () => (/* binding */ makeFolderJournal),
/* harmony export */   MT: () => (/* binding */ journalFolder),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   vl: () => (/* binding */ noJournal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _records_keep_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54472);
/* harmony import */ var _records_record_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12071);




const noJournal = { keep: () => undefined, drop: () => undefined };
/** A journal in a folder with one file for each record, readable only by its owner. Files are written synchronously, because the process may be killed at any time. */
function makeFolderJournal({ folder, onNotice }) {
    let isBroken = false;
    const attempt = (work) => {
        try {
            work();
        }
        catch (error) {
            if (isBroken)
                return;
            isBroken = true;
            const why = error instanceof Error ? error.message : String(error);
            onNotice(`the journal cannot be kept: ${why}: a job that is killed now leaves no record of its machines`);
        }
    };
    const pathOf = (record) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0,_records_keep_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordFileName */ .T)(record));
    return {
        keep: (record) => attempt(() => {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true, mode: 0o700 });
            const temporary = `${pathOf(record)}.new`;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(temporary, (0,_records_record_file_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeRecord */ .Y)(record), { mode: 0o600 });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, pathOf(record));
        }),
        drop: (records) => attempt(() => {
            for (const record of records)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(pathOf(record), { force: true });
        }),
    };
}
/** The folder in which the steps of a GitHub job keep their journal; undefined outside of a job. */
function journalFolder({ GITHUB_ACTIONS, RUNNER_TEMP = '' }) {
    return GITHUB_ACTIONS === 'true' && RUNNER_TEMP !== '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(RUNNER_TEMP, 'drover', 'journal') : undefined;
}
/** Paths of the records in a journal's folder; none when the folder does not exist. */
function readJournal(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder)
            .filter((name) => name.endsWith('.record.json'))
            .sort()
            .map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return [];
        throw error;
    }
}


/***/ }),

/***/ 54472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ recordFileName),
/* harmony export */   c: () => (/* binding */ keepRecords)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _record_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12071);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




/**
 * Saves records whose push failed, one file each, readable only by their owner,
 * and returns the paths. Each file is written as a whole or not at all; saving the same
 * record again replaces its file. `parseRecord` reads it back.
 */
async function keepRecords(records, folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true, mode: 0o700 });
    return await Promise.all(records.map(async (record) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, recordFileName(record));
        await writeWhole(path, (0,_record_file_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeRecord */ .Y)(record));
        return path;
    }));
}
// The id may hold characters that no file name can; the digest distinguishes two such ids.
/** The name of a record's file, the same each time. */
function recordFileName(record) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(record.id).digest('hex').slice(0, 12);
    const readable = `${record.operation}-${record.machine}`.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 80);
    return `${readable}-${digest}.record.json`;
}
async function writeWhole(path, text) {
    const temporary = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(temporary, 'wx', 0o600), true);
            await file.writeFile(text);
            await file.sync();
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true });
        throw error;
    }
}


/***/ }),

/***/ 12071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseRecord),
/* harmony export */   Y: () => (/* binding */ encodeRecord)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98216);
/* harmony import */ var _base_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83121);
/* harmony import */ var _events_record_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40509);





/** Encodes a record as the text of a file, which is folded into the branch later. Bytes become base64. */
function encodeRecord(record) {
    const changes = record.changes.map((change) => change.kind === 'put' ? { ...change, bytes: change.bytes.toString('base64') } : change);
    const event = record.event === undefined ? {} : { event: (0,_events_record_of_js__WEBPACK_IMPORTED_MODULE_2__/* .keysOfEvent */ .K2)(record.event) };
    return `${JSON.stringify({ version, ...record, changes, ...event })}\n`;
}
/** Throws `invalid-argument` when the text is no record. */
function parseRecord(text) {
    try {
        const { version: _, event, ...record } = recordSchema.parse(JSON.parse(text));
        return { ...record, ...(event === undefined ? {} : { event: (0,_events_record_of_js__WEBPACK_IMPORTED_MODULE_2__/* .eventOfKeys */ .kO)(event) }) };
    }
    catch (cause) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F('record file: is no record of this version of Drover', {
            reason: 'invalid-argument',
            hint: 'Give a file as Drover wrote it when it could not push.',
            cause,
        });
    }
}
const version = 1;
const json = zod__WEBPACK_IMPORTED_MODULE_3__/* .json */ .Pq9();
const putSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('put'),
    path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    mode: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['100644', '100755', '120000']),
    bytes: zod__WEBPACK_IMPORTED_MODULE_3__/* .base64 */ .K39().transform((text) => Buffer.from(text, 'base64')),
});
const recordSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(version),
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    run: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        id: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        attempt: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr(),
        actor: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        url: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
    }),
    operation: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    machine: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_base_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .outcomeKinds */ .q3),
    reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .custom */ .IeY((value) => typeof value === 'string' && Object.hasOwn(_base_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .reasons */ .O, value)),
    message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    time: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    config: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    changes: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .discriminatedUnion */ .gMt('kind', [
        putSchema,
        zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('remove'), path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
        zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('clear'), folder: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
    ])),
    over: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), sha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional() }).exactOptional(),
    event: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), json).exactOptional(),
});


/***/ }),

/***/ 5709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ groupPlans),
/* harmony export */   f: () => (/* binding */ changesOf)
/* harmony export */ });
/* harmony import */ var _base_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98216);

/** The outcomes of a preview by what they say; within a group machines stay in their order. */
function groupPlans(outcomes) {
    const good = outcomes.filter(_base_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v9);
    const planned = good.filter(({ reason }) => reason !== 'already-so');
    const plans = groupBy(planned, ({ data, message }) => {
        const changes = changesOf(data);
        return changes.length === 0 ? message : changes;
    }).map(([first, ...rest]) => ({
        machines: [first, ...rest].map(({ machine }) => machine),
        message: first.message,
        changes: changesOf(first.data),
    }));
    const bad = outcomes.filter((outcome) => !(0,_base_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v9)(outcome));
    return {
        plans: plans.sort((a, b) => b.machines.length - a.machines.length),
        upToDate: good.filter(({ reason }) => reason === 'already-so').map(({ machine }) => machine),
        failures: groupBy(bad, ({ kind, reason, message, hint, at }) => [kind, reason, message, hint, at]).map(([first, ...rest]) => ({ machines: [first, ...rest].map(({ machine }) => machine), outcome: first })),
        digests: outcomes.flatMap(({ machine, data }) => data?.kind === 'plan' ? [[machine, data.digest]] : []),
    };
}
/** What a plan would change, line by line; nothing without a plan. */
function changesOf(data) {
    return data?.kind === 'plan' ? data.changes : [];
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

/***/ 34327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ countMachines),
/* harmony export */   o: () => (/* binding */ renderDigests)
/* harmony export */ });
/* harmony import */ var _base_text_count_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247);
/* harmony import */ var _github_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61062);


/** The digests of approved plans, one a line, as the input `plan-digest` takes them. Empty without any. */
function renderDigests(digests) {
    if (digests.length === 0)
        return '';
    const title = `Plan digests of ${countMachines(digests.length)}, for the input plan-digest of configure`;
    return (0,_github_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(title, (0,_github_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(digests.map(([machine, digest]) => `${machine}=${digest}`), 'text'));
}
function countMachines(count) {
    return (0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .p)(count, 'machine');
}


/***/ })

};
