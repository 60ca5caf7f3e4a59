export const id = 255;
export const ids = [255];
export const modules = {

/***/ 8255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/base/neutralise.js
var neutralise = __webpack_require__(7060);
// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(1690);
// EXTERNAL MODULE: ./build/operations/early-result.js
var early_result = __webpack_require__(7324);
// EXTERNAL MODULE: ./build/report/paint.js
var paint = __webpack_require__(8495);
// EXTERNAL MODULE: ./build/report/render-text.js + 4 modules
var render_text = __webpack_require__(171);
// EXTERNAL MODULE: ./build/base/nearest.js
var nearest = __webpack_require__(578);
// EXTERNAL MODULE: ./build/operations/parse-request.js
var parse_request = __webpack_require__(7008);
// EXTERNAL MODULE: ./build/operations/registry.js
var registry = __webpack_require__(1412);
// EXTERNAL MODULE: ./build/operations/options.js
var options = __webpack_require__(5673);
;// CONCATENATED MODULE: ./build/action/inputs.js

/** Inputs of the action, in the order of the registry. */
const inputNames = Object.keys(options/* options */.f)
    .filter((name) => Object.hasOwn(options/* options */.f, name))
    .filter((name) => {
    const option = options/* options */.f[name];
    return option.only !== 'cli';
});
/** Kept as they are: white space may be part of them. */
const verbatim = ['ssh-key', 'secrets'];
/** The inputs that were given, by name. An empty one was not given. */
function readInputs(env) {
    return new Map(inputNames.flatMap((name) => {
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

;// CONCATENATED MODULE: ./build/action/masks.js
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

;// CONCATENATED MODULE: ./build/action/workflow.js
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
/** The commits of a push, from the text of its event. A branch that is new has none before, one that is deleted none after. */
function parsePushEvent(text) {
    const event = JSON.parse(text);
    const before = commitOf(event, 'before');
    const after = commitOf(event, 'after');
    return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
function commitOf(event, key) {
    const value = typeof event === 'object' && event !== null ? Reflect.get(event, key) : undefined;
    const isCommit = typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value) && !/^0+$/.test(value);
    return isCommit ? value : undefined;
}

;// CONCATENATED MODULE: ./build/action/ask.js






const nameOf = (option) => `input "${option}"`;
/** What the inputs ask for. All that is wrong with them is found at once, without loading anything heavy. */
function readAsked(env) {
    const values = readInputs(env);
    const run = readRun(env);
    const name = values.get('operation');
    if (name === undefined || !isForAction(name)) {
        const problems = [unknownOperation(name), ...badSecrets(values)];
        return { kind: 'refused', operation: name ?? 'drover', run, problems };
    }
    const command = values.get('command');
    const parsed = (0,parse_request/* parseRequest */.TR)({
        operation: name,
        selectors: (0,parse_request/* splitWords */.yM)(values.get('machines') ?? ''),
        values,
        nameOf,
        ...(name === 'run' && command !== undefined && { command }),
    });
    const [first, ...rest] = [...parsed.problems, ...unkept(name, values), ...badSecrets(values)];
    if (first !== undefined)
        return { kind: 'refused', operation: name, run, problems: [first, ...rest] };
    return { kind: 'request', request: parsed.request, run, values };
}
function isForAction(name) {
    if (!(0,registry/* isOperation */.YG)(name))
        return false;
    const entry = registry/* operations */.zU[name];
    return entry.only !== 'cli';
}
function unknownOperation(name) {
    const names = Object.keys(registry/* operations */.zU).filter(isForAction);
    const hint = `give one of ${names.join(', ')}`;
    if (name === undefined) {
        return { message: `${nameOf('operation')}: is empty`, reason: 'unknown-operation', hint };
    }
    if ((0,registry/* isOperation */.YG)(name)) {
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
function unkept(operation, values) {
    const given = ['dry-run', 'plan-digest'].filter((option) => {
        const text = values.get(option);
        return text !== undefined && !/^false$/i.test(text) && !(0,parse_request/* takes */.ny)(operation, option);
    });
    return given.map((option) => ({
        message: `${nameOf(option)}: "${operation}" does not take it`,
        reason: 'invalid-argument',
        hint: `it belongs to ${(0,parse_request/* operationsWith */.XE)(option).join(', ')}; leave it empty`,
    }));
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

// EXTERNAL MODULE: ./build/report/github-limits.js
var github_limits = __webpack_require__(1713);
// EXTERNAL MODULE: ./build/base/outcome.js
var base_outcome = __webpack_require__(8216);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(8747);
// EXTERNAL MODULE: ./build/report/group-answers.js
var group_answers = __webpack_require__(218);
// EXTERNAL MODULE: ./build/report/lines.js
var report_lines = __webpack_require__(6812);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(4902);
// EXTERNAL MODULE: ./build/report/outcome-data.js
var outcome_data = __webpack_require__(1396);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __webpack_require__(7177);
;// CONCATENATED MODULE: ./build/report/summarise-history.js



/** The answer of `history` as a table in Markdown, one block a row. */
function summariseHistory(report) {
    const events = report.operation === 'history' ? ((0,outcome_data/* parseEvents */.PH)(report.data) ?? []) : [];
    if (events.length === 0)
        return [];
    const head = ['Time', 'Machine', 'Operation', 'Outcome', 'Config', 'Run', 'Actor', 'Message'];
    const rows = events.map((event) => (0,markdown/* row */.nM)([
        (0,markdown/* escapeMarkdown */.FV)(event.time),
        (0,markdown/* codeSpan */.SS)(event.machine),
        (0,markdown/* escapeMarkdown */.FV)(event.operation),
        (0,markdown/* escapeMarkdown */.FV)(event.outcome),
        (0,markdown/* codeSpan */.SS)((0,report_report/* shortCommit */.Ax)(event.config)),
        (0,markdown/* link */.nf)((0,markdown/* codeSpan */.SS)(event.runId), event.runUrl),
        (0,markdown/* escapeMarkdown */.FV)(event.actor),
        (0,markdown/* escapeMarkdown */.FV)(event.message),
    ]));
    return [(0,markdown/* row */.nM)(head), (0,markdown/* row */.nM)(head.map(() => '---')), ...rows, '\n'];
}

// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(1904);
;// CONCATENATED MODULE: ./build/report/render-summary.js










const cutSentence = '\n\n**The rest is left out: GitHub takes at most 1 MiB of summary a step. All of it is in the log.**\n';
const detailLines = 200;
/** The job summary of one run: what is wrong, one table (worst first), long parts folded. Never larger than GitHub takes. */
function renderSummary(report) {
    const outcomes = (0,report_report/* worstFirst */.md)(report.outcomes);
    const blocks = [
        heading(report),
        ...problemBlocks(report),
        ...machineTable(outcomes),
        ...summariseHistory(report),
        ...outcomes.flatMap(failureBlock),
        ...(0,group_answers/* groupAnswers */.v)(report.outcomes).map(answerBlock),
        ...outcomes.flatMap(planBlock),
    ];
    return (0,github_limits/* fitBlocks */.U8)(blocks, { limit: github_limits/* githubLimits */.Q0.summaryBytes, sentence: cutSentence });
}
function heading(report) {
    const counts = (0,report_report/* countOutcomes */.XF)(report.outcomes);
    const facts = [
        `exit ${report.exitCode}`,
        (0,duration/* formatDuration */.a)(report.durationMs),
        ...(report.commit === undefined ? [] : [`commit ${(0,markdown/* codeSpan */.SS)((0,report_report/* shortCommit */.Ax)(report.commit))}`]),
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
function machineTable(outcomes) {
    if (outcomes.length === 0)
        return [];
    const isList = outcomes.some(({ data }) => (0,outcome_data/* parsePresence */.t0)(data) !== undefined);
    const head = ['Machine', 'Outcome', ...(isList ? ['Presence', 'Address'] : []), 'Took', 'What happened'];
    const rows = outcomes.map((outcome) => {
        const seen = (0,outcome_data/* parsePresence */.t0)(outcome.data);
        return (0,markdown/* row */.nM)([
            (0,markdown/* codeSpan */.SS)(outcome.machine),
            (0,base_outcome/* holds */.v9)(outcome) ? outcome.kind : `**${outcome.kind}**`,
            ...(isList ? [(0,markdown/* escapeMarkdown */.FV)(seen?.presence ?? '-'), (0,markdown/* escapeMarkdown */.FV)(seen?.address ?? '-')] : []),
            (0,duration/* formatDuration */.a)(outcome.durationMs),
            describe(outcome),
        ]);
    });
    return [(0,markdown/* row */.nM)(head), (0,markdown/* row */.nM)(head.map(() => '---')), ...rows, '\n'];
}
function describe(outcome) {
    const message = (0,markdown/* escapeMarkdown */.FV)((0,trouble/* withPlace */.qS)(outcome));
    if ((0,base_outcome/* holds */.v9)(outcome))
        return message;
    const hint = outcome.hint === undefined ? '' : `<br>${(0,markdown/* escapeMarkdown */.FV)(outcome.hint)}`;
    return `${message} (${(0,markdown/* codeSpan */.SS)(outcome.reason)})${hint}`;
}
function failureBlock(outcome) {
    const failed = outcome.steps.filter(({ status }) => status === 'failed').at(-1);
    const lines = (0,report_lines/* lastLines */.w)(failed?.detail ?? '', detailLines);
    if ((0,base_outcome/* holds */.v9)(outcome) || failed === undefined || lines.length === 0)
        return [];
    return [(0,markdown/* folded */.TM)(`${outcome.machine}: ${failed.name}`, (0,markdown/* codeBlock */.DV)(lines))];
}
function answerBlock(group) {
    const { stdout, stderr } = group.answer;
    const parts = [stdout, stderr]
        .map((text) => (0,report_lines/* lastLines */.w)(text, detailLines))
        .filter((lines) => lines.length > 0)
        .map((lines) => (0,markdown/* codeBlock */.DV)(lines));
    return (0,markdown/* folded */.TM)((0,group_answers/* describeGroup */.N)(group), parts.length === 0 ? 'No output.\n' : parts.join('\n'));
}
function planBlock({ machine, data }) {
    const changes = (0,outcome_data/* parsePlan */.vS)(data)?.changes ?? [];
    if (changes.length === 0)
        return [];
    const body = changes.map(({ path, action, diff, after }) => {
        const then = after.length === 0 ? '' : `, then ${after.map(markdown/* codeSpan */.SS).join(', ')}`;
        const lines = (0,report_lines/* lastLines */.w)(diff ?? '', detailLines);
        return `${(0,markdown/* escapeMarkdown */.FV)(action)} ${(0,markdown/* codeSpan */.SS)(path)}${then}\n\n${lines.length === 0 ? '' : `${(0,markdown/* codeBlock */.DV)(lines, 'diff')}\n`}`;
    });
    return [
        (0,markdown/* folded */.TM)(`${machine}: ${changes.length === 1 ? '1 change' : `${changes.length} changes`}`, body.join('')),
    ];
}

;// CONCATENATED MODULE: ./build/action/annotations.js




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
        title: (0,github_limits/* cutCharacters */.lD)((0,report_lines/* toLines */.P)(title).join(' '), 200),
        message: (0,github_limits/* cutCharacters */.lD)((0,report_lines/* toLines */.P)(text).join('\n'), github_limits/* githubLimits */.Q0.annotationCharacters),
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
    const most = github_limits/* githubLimits */.Q0.annotationsPerLevel;
    const [first] = annotations;
    if (annotations.length <= most || first === undefined)
        return annotations;
    const left = annotations.length - (most - 1);
    return [
        ...annotations.slice(0, most - 1),
        { level: first.level, title: 'drover', message: `${left} more: see the job summary` },
    ];
}
/** People and Drover keep files at these places of the branch; the toolkit's own files have other names. */
function isOnBranch(file) {
    const isClean = !file.split('/').includes('..');
    return isClean && /^(flock\.yml$|(config|secrets-templates|ansible|machines|log)\/)/.test(file);
}

// EXTERNAL MODULE: ./build/report/render-json.js
var render_json = __webpack_require__(3170);
;// CONCATENATED MODULE: ./build/action/outputs.js



/** The registry of outputs: `action.yml` and the table in the docs are held against it by tests. */
const outputs = {
    outcome: 'Worst outcome of the run: ok, changed, skipped, rolled-back, unreachable or failed',
    'reason-code': 'Why, from the closed list of reason codes',
    changed: 'JSON array: names of the machines that were changed',
    failed: 'JSON array: names of the machines on which not all holds that was asked for',
    commit: "Commit on the config branch that holds this run's records; empty when there is none",
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
        result: renderResult(report),
    };
}
/** The most detail that fits. */
function renderResult(report) {
    const fitting = ['all', 'names']
        .map((detail) => (0,render_json/* renderJson */.h)((0,render_json/* toJsonDocument */.d)(report, { detail }), 0))
        .find((text) => text.length <= github_limits/* githubLimits */.Q0.resultCharacters);
    return fitting ?? (0,render_json/* renderJson */.h)((0,render_json/* toJsonDocument */.d)({ ...report, problems: [] }, { detail: 'none' }), 0);
}

;// CONCATENATED MODULE: ./build/action/runner.js




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

;// CONCATENATED MODULE: ./build/action/core-runner.js


/** The runner through @actions/core. Annotations past GitHub's limit become plain lines: the runner drops them without a word. */
function coreRunner(core, env) {
    const most = github_limits/* githubLimits */.Q0.annotationsPerLevel;
    const left = { error: most, warning: most };
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
var activity = __webpack_require__(602);
;// CONCATENATED MODULE: ./build/action/log.js



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
        port.openGroup((0,report_lines/* toLines */.P)(title).join(' '));
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
                    port.warn((0,report_lines/* toLines */.P)(progress.message).join('\n'));
                else
                    for (const line of (0,report_lines/* toLines */.P)(progress.message))
                        port.line(line);
                return;
            }
            const { machine } = progress;
            if (progress.kind === 'step-done')
                forgetStart(kept.get(machine)?.lines, progress.step.name);
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
            port.line(`${running.length} at work, ${done} done: ${(0,report_lines/* toLines */.P)([...some, ...more].join('; ')).join(' ')}`);
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
        return (0,report_lines/* toLines */.P)(progress.name).map((line) => `> ${line}`);
    if (progress.kind === 'output')
        return (0,report_lines/* toLines */.P)(progress.line).map((line) => `  | ${line}`);
    if (progress.kind !== 'step-done')
        return [];
    const { name, status, durationMs, detail } = progress.step;
    const took = durationMs === undefined ? '' : ` in ${(0,duration/* formatDuration */.a)(durationMs)}`;
    const isTold = status === 'failed' || status === 'skipped';
    return [
        `> ${(0,report_lines/* toLines */.P)(name).join(' ')}: ${status}${took}`,
        ...(isTold ? (0,report_lines/* toLines */.P)(detail ?? '').map((line) => `  ! ${line}`) : []),
    ];
}
function outcomeLines({ kind, message, reason, hint, durationMs }) {
    const why = kind === 'ok' || kind === 'changed' ? '' : ` (${reason})`;
    const text = `${kind} in ${(0,duration/* formatDuration */.a)(durationMs)}: ${(0,report_lines/* toLines */.P)(message).join(' ')}${why}`;
    return [text, ...(hint === undefined ? [] : [`hint: ${(0,report_lines/* toLines */.P)(hint).join(' ')}`])];
}

;// CONCATENATED MODULE: ./build/action/main.js













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
    const runner = coreRunner(await __webpack_require__.e(/* import() */ 421).then(__webpack_require__.bind(__webpack_require__, 6421)), env);
    for (const value of secretValues(asked, env))
        maskAll(runner, value);
    const log = openGroupedLog(runner);
    const result = await operate(asked, { ...around, env, runner, log, cancel: new AbortController() });
    const plan = asked.request.operation === 'plan' || asked.request.dryRun;
    process.stdout.write((0,neutralise/* neutralise */.$)((0,render_text/* renderText */.S)(result, { paint: paint/* plainPaint */.p, plan })));
    conclude(result, runner);
    process.exitCode = result.exitCode;
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
        const { makeWorld } = await load();
        const world = makeWorld(settingsOf(asked, doing));
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
    };
}
function readEvent(env) {
    const file = env.GITHUB_EVENT_PATH ?? '';
    if (env.GITHUB_EVENT_NAME !== 'push' || file === '')
        return undefined;
    try {
        return parsePushEvent((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch (cause) {
        throw new errors/* DroverError */.F('event: the file of the push event cannot be read', {
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

/***/ 1713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q0: () => (/* binding */ githubLimits),
/* harmony export */   U8: () => (/* binding */ fitBlocks),
/* harmony export */   lD: () => (/* binding */ cutCharacters)
/* harmony export */ });
/* unused harmony export cutMark */
/**
 * What GitHub Actions takes. More than this is lost without a word, or fails the step.
 * https://docs.github.com/actions/reference/limits and actions/runner
 */
const githubLimits = {
    /** Bytes of `GITHUB_STEP_SUMMARY` for one step; a larger one is dropped whole. */
    summaryBytes: 1024 * 1024,
    /** Annotations of each level that one step may make. */
    annotationsPerLevel: 10,
    annotationCharacters: 4096,
    /** All outputs of a job together, counted in UTF-16: two bytes a character. */
    outputBytes: 1024 * 1024,
    /** What we allow the output `result` alone, in characters, so that others fit beside it. */
    resultCharacters: 100_000,
};
const cutMark = '… (cut)';
/** At most `limit` UTF-16 units, a cut text ending in `… (cut)`. */
function cutCharacters(text, limit) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, limit - cutMark.length).replace(/[\ud800-\udbff]$/, '')}${cutMark}`;
}
/**
 * As many blocks from the start as fit into `limit` bytes of UTF-8, and `sentence`
 * at the end if some did not. Blocks are never cut, so that Markdown stays whole.
 */
function fitBlocks(blocks, { limit, sentence }) {
    const sizes = blocks.map((block) => Buffer.byteLength(block));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total <= limit)
        return blocks.join('');
    const room = limit - Buffer.byteLength(sentence);
    let used = 0;
    const count = sizes.findIndex((size) => {
        used += size;
        return used > room;
    });
    return blocks.slice(0, count).join('') + sentence;
}


/***/ }),

/***/ 4902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* harmony import */ var _github_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1713);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6812);


const cellCharacters = 500;
/**
 * Text as GitHub's Markdown shows it literally, on one line, also in a cell of a table.
 * The zero-width space keeps `@name` and `#12` from becoming a mention or a reference:
 * GitHub looks for those after entities are decoded, so an entity alone does not.
 */
function escapeMarkdown(text) {
    return (0,_github_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .cutCharacters */ .lD)((0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P)(text).join(' '), cellCharacters)
        .replace(/[&<>|`*_~[\]\\$]/g, (character) => `&#${character.charCodeAt(0)};`)
        .replace(/@/g, '@&#8203;')
        .replace(/(?<!&)#(?=\d)/g, '#&#8203;')
        .replace(/:\/\//g, ':&#8203;//')
        .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}&#8203;.`);
}
/** A code span that holds any text. HTML instead of backticks: it needs no counting and works in a cell. */
function codeSpan(text) {
    return `<code>${escapeMarkdown(text)}</code>`;
}
/** A fenced block that no line of the text can close. */
function codeBlock(lines, language = '') {
    const longest = Math.max(0, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
    const fence = '`'.repeat(Math.max(3, longest + 1));
    return `${fence}${language}\n${lines.map((line) => `${line}\n`).join('')}${fence}\n`;
}
/** A part that is folded until someone opens it. */
function folded(title, body) {
    return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${body}\n</details>\n\n`;
}
/** One row of a table; the cells are Markdown already. */
function row(cells) {
    return `| ${cells.join(' | ')} |\n`;
}
/** A link, or only its text when the address is no web page. */
function link(markdown, address) {
    if (address === undefined || !/^https?:\/\/[^\s()<>|`"'\\]+$/.test(address))
        return markdown;
    return `[${markdown}](${address})`;
}


/***/ })

};
