export const id = 6433;
export const ids = [6433];
export const modules = {

/***/ 76433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createApp: () => (/* binding */ createApp)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/failure.js
var failure = __webpack_require__(87306);
// EXTERNAL MODULE: ./build/base/secret.js
var base_secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/base/text/clean-texts.js
var clean_texts = __webpack_require__(16602);
// EXTERNAL MODULE: ./build/operations/registry.js + 32 modules
var registry = __webpack_require__(91581);
// EXTERNAL MODULE: ./build/task/report-defect.js
var report_defect = __webpack_require__(97420);
;// CONCATENATED MODULE: ./build/engine/clean-reporter.js
/** Whoever tells something through it cannot tell a secret, and gives neither terminal nor runner a command. */
function cleanReporter({ reporter, clean }) {
    return { report: (progress) => reporter.report(cleanProgress(progress, clean)) };
}
function cleanProgress(progress, clean) {
    switch (progress.kind) {
        case 'step':
            return { ...progress, step: cleanLabel(progress.step, clean) };
        case 'step-done':
            return { ...progress, step: cleanStep(progress.step, clean) };
        case 'output':
            return { ...progress, line: clean(progress.line) };
        case 'notice':
            return { ...progress, message: clean(progress.message) };
        // Names are people's own, and the engine has cleaned the outcome.
        case 'started':
        case 'finished':
            return progress;
    }
}
function cleanStep(step, clean) {
    return {
        ...step,
        ...cleanLabel(step, clean),
        ...(step.detail === undefined ? {} : { detail: clean(step.detail) }),
    };
}
function cleanLabel({ kind, text, subject }, clean) {
    return { kind, text: clean(text), ...(subject === undefined ? {} : { subject: clean(subject) }) };
}

;// CONCATENATED MODULE: ./build/engine/exit-code.js

/** The exit code of a run that ended before any machine was looked at. */
function exitCodeOf(reason) {
    if (reason === 'bug')
        return 70;
    if (input.includes(reason))
        return 2;
    return outside.includes(reason) ? 3 : 1;
}
const severity = ['ok', 'changed', 'skipped', 'unreachable', 'rolled-back', 'failed'];
/** The outcome that a run is named by: the worst one, the first of these in order of the flock. */
function worstOutcome(outcomes) {
    const rank = (outcome) => severity.indexOf(outcome.kind);
    return outcomes.reduce((worst, outcome) => (worst === undefined || rank(outcome) > rank(worst) ? outcome : worst), undefined);
}
/** 3 only when every machine that did not hold was kept from us by something outside; one true failure makes it 1. */
function exitCodeOfFleet(outcomes) {
    const bad = outcomes.filter((outcome) => outcome.kind !== 'ok' && outcome.kind !== 'changed');
    if (bad.length === 0)
        return 0;
    if (bad.some((outcome) => outcome.reason === 'bug'))
        return 70;
    if (bad.every((outcome) => input.includes(outcome.reason)))
        return 2;
    return bad.every((outcome) => outside.includes(outcome.reason)) ? 3 : 1;
}
const input = [
    'invalid-argument',
    'unknown-operation',
    'unknown-machine',
    'invalid-flock',
    'invalid-manifest',
    'invalid-template',
    'missing-variable',
    'missing-secret',
    'unsafe-secret',
    'missing-file',
    'not-confirmed',
    'checkout-dirty',
    'plan-changed',
    'branch-missing',
    'commit-missing',
    'not-on-branch',
    'unknown-revision',
    'artifact-differs',
    'too-large',
    'invalid-settings',
    'invalid-certificate',
    'missing-contact',
    'over-budget',
    'from-fork',
];
const outside = [
    ...failure/* unreachableReasons */.mt,
    'repository-unreachable',
    'push-failed',
    'provider-failed',
    'provider-unreachable',
    'provider-throttled',
    'out-of-capacity',
    'over-quota',
    'not-permitted',
    'no-credentials',
    'dns-failed',
    'acme-unreachable',
    'acme-limited',
    'github-failed',
    'github-unreachable',
    'github-throttled',
    'missing-tool',
    'code-unreachable',
    'artifact-unreachable',
    'cancelled',
];

// EXTERNAL MODULE: ./build/branch/choose-machines.js
var choose_machines = __webpack_require__(49195);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/branch/given-secrets.js
var given_secrets = __webpack_require__(95760);
// EXTERNAL MODULE: ./build/flock/secret-names.js + 1 modules
var secret_names = __webpack_require__(74972);
// EXTERNAL MODULE: ./build/sealed/decrypt-generated.js + 1 modules
var decrypt_generated = __webpack_require__(6555);
// EXTERNAL MODULE: ./build/sealed/generated-file.js
var generated_file = __webpack_require__(18739);
;// CONCATENATED MODULE: ./build/engine/learn-secrets.js






/**
 * Makes every secret known to `clean` that one of these machines could print: each that a template or a variable of
 * the branch or of the toolkit names, and what was generated for the machine. What the run was given is known
 * already. Where machines are heard, a secret that cannot be kept out of logs is refused, and generated values that
 * cannot be opened are told of. No machine with generated values: the seal key is not asked for.
 */
async function learnSecrets(ports, { view, machines, connects }) {
    const trees = { toolkit: await ports.toolkit(), config: view.snapshot.tree };
    const named = (0,given_secrets/* givenSecrets */.B)(ports, (0,secret_names/* flockSecretNames */.u)(trees).keys());
    if (connects)
        (0,errors/* throwIfInvalid */.TG)(named.problems);
    const left = hasLeftovers(view, machines)
        ? (0,given_secrets/* givenSecrets */.B)(ports, (0,secret_names/* toolkitSecretNames */.J)(trees.toolkit).keys()).secrets
        : [];
    for (const secret of [...named.secrets, ...left])
        ports.guard(secret);
    const closed = await learnGenerated(ports, { view, machines });
    if (connects && closed.length > 0)
        tellClosed(ports, closed);
}
/** A machine that has left `flock.yml` may have files of groups that nobody mentions any more. */
function hasLeftovers({ flock }, machines) {
    const known = new Set(flock.machines.map(({ name }) => name));
    return machines.some(({ name }) => !known.has(name));
}
/** Answers with the names of the machines whose values stay unknown. */
async function learnGenerated(ports, { view, machines }) {
    const { tree } = view.snapshot;
    const sealed = machines.filter(({ name }) => tree.has((0,generated_file/* generatedPath */.Dz)(name)));
    const generated = await (0,decrypt_generated/* decryptGenerated */.r)(ports, { tree, machines: sealed });
    return [...generated].filter(([, { isClosed }]) => isClosed).map(([name]) => name);
}
function tellClosed({ reporter, clean }, names) {
    const message = `generated values of ${names.join(', ')} are not known to this run and would be shown if a machine printed one: ensure that it is given the ${base_secret/* sealKeySecret */.b} that they are sealed with`;
    reporter.report({ kind: 'notice', level: 'warning', message: clean(message) });
}

;// CONCATENATED MODULE: ./build/engine/choose.js




/** Reads the branch and chooses as the operation's definition says; nothing of the machines is learnt yet. */
async function chooseFor(ports, request) {
    const view = await (0,flock_view/* readFlock */._D)(ports);
    const choose = (0,choose_machines/* chooserOf */.T)((0,registry/* findOperation */.LC)(request.operation)?.traits?.chooses);
    return { view, machines: await choose(ports, view, request) };
}
/** The same for an operation that goes its own way: it gets no machine whose secrets are not known. */
async function chooseAndLearn(ports, request) {
    const choice = await chooseFor(ports, request);
    await learnSecrets(ports, { ...choice, connects: false });
    return choice;
}

// EXTERNAL MODULE: ./build/branch/environment.js + 1 modules
var environment = __webpack_require__(99913);
// EXTERNAL MODULE: ./build/events/record-of.js
var record_of = __webpack_require__(40509);
// EXTERNAL MODULE: ./build/task/attempt.js
var attempt = __webpack_require__(3213);
// EXTERNAL MODULE: ./build/task/record-id.js
var record_id = __webpack_require__(20797);
// EXTERNAL MODULE: ./build/task/recorder.js
var task_recorder = __webpack_require__(11060);
;// CONCATENATED MODULE: ./build/task/task.js

function createTask(machine, { ports, ownerOfKey, operation }) {
    const { clock, reporter, clean } = ports;
    const steps = [];
    const cleaned = (label) => ({
        ...label,
        text: clean(label.text),
        ...(label.subject === undefined ? {} : { subject: clean(label.subject) }),
    });
    const task = {
        machine,
        operation,
        ports,
        ownerOfKey,
        steps,
        stepStarted: (label) => reporter.report({ kind: 'step', machine: machine.name, step: cleaned(label) }),
        stepDone: (step) => {
            const shown = {
                ...cleaned(step),
                ...(step.detail === undefined ? {} : { detail: clean(step.detail) }),
            };
            steps.push(shown);
            reporter.report({ kind: 'step-done', machine: machine.name, step: shown });
        },
        output: (line, stream) => reporter.report({ kind: 'output', machine: machine.name, stream, line: clean(line) }),
        warn: (message) => reporter.report({ kind: 'notice', level: 'warning', message: clean(`${machine.name}: ${message}`) }),
        step: async (label, work, judge) => {
            const startedMs = clock.elapsed();
            const durationMs = () => Math.round(clock.elapsed() - startedMs);
            task.stepStarted(label);
            try {
                const value = await work();
                task.stepDone({
                    ...label,
                    status: judge?.isFailed(value) ? 'failed' : 'ok',
                    durationMs: durationMs(),
                });
                return value;
            }
            catch (thrown) {
                task.stepDone({
                    ...label,
                    status: 'failed',
                    durationMs: durationMs(),
                    detail: (0,failure/* asDroverError */.nN)(thrown).message,
                });
                throw thrown;
            }
        },
    };
    return task;
}

// EXTERNAL MODULE: ./build/base/step-kinds.js
var step_kinds = __webpack_require__(70330);
;// CONCATENATED MODULE: ./build/engine/cut-off.js



/**
 * Keeps in the journal how far the work on one machine got, as the record that is true if nothing
 * more is heard of it. Hears of the steps as a reporter does.
 */
function trackCutOff(cutOff) {
    const { journal, signal } = cutOff;
    let step;
    const keep = () => journal.keep(cutOffRecord(cutOff, step));
    keep();
    signal?.addEventListener('abort', keep);
    const hear = (progress) => {
        if (progress.kind !== 'step')
            return;
        step = progress.step;
        keep();
    };
    return {
        reporter: (inner) => ({
            report: (progress) => {
                hear(progress);
                inner.report(progress);
            },
        }),
        end: (record) => {
            signal?.removeEventListener('abort', keep);
            journal.keep(record);
        },
    };
}
const whatNow = {
    stays: '',
    undone: ': what was not confirmed, the machine undoes by itself',
    'goes-on': ': the machine goes on with that by itself',
};
function cutOffRecord({ machine, operation, frame, elapsed, signal }, step) {
    const reason = signal?.aborted ? 'cancelled' : 'job-died';
    const where = step === undefined ? 'before its first step' : `at step "${step.text}"`;
    const why = reason === 'cancelled' ? 'the run was cancelled' : 'its job died';
    const now = step === undefined ? '' : whatNow[step_kinds/* stepKinds */.C[step.kind]];
    const outcome = {
        machine,
        operation,
        kind: (0,failure/* kindOfFailure */.uq)(reason),
        reason,
        message: `${why} ${where}${now}`,
        steps: step === undefined ? [] : [{ ...step, status: 'failed' }],
        durationMs: elapsed(),
    };
    return (0,record_of/* recordOf */.zv)(outcome, frame);
}

;// CONCATENATED MODULE: ./build/rollout/schedule.js
function beginSchedule(policy) {
    return {
        policy: { ...policy, parallel: Math.max(1, policy.parallel) },
        started: 0,
        running: 0,
        isClosed: false,
    };
}
/**
 * Pure: what to do after an event. It has no clock and starts nothing itself, so the same rules drive a pool in
 * one job, and whatever else can tell it what happened. Each machine is started at most once, never more than
 * `parallel` at the same time; after `stop` nothing more has to be told.
 */
function next(state, event) {
    return decide(take(state, event));
}
function take(state, event) {
    if (event.kind === 'ended')
        return { ...state, running: state.running - 1 };
    return event.kind === 'cancelled' ? { ...state, isClosed: true } : state;
}
function decide(state) {
    const { policy, started, running, isClosed } = state;
    const { order, parallel } = policy;
    const machines = isClosed ? [] : order.slice(started, started + parallel - running);
    if (machines.length > 0) {
        const after = { ...state, started: started + machines.length, running: running + machines.length };
        return { state: after, decision: { kind: 'start', machines } };
    }
    if (running > 0)
        return { state, decision: { kind: 'wait' } };
    return { state, decision: { kind: 'stop', notReached: order.slice(started) } };
}

;// CONCATENATED MODULE: ./build/engine/execute-schedule.js

/** The pool of one job: carries out what the scheduler decides. Resolves with the machines that were not reached. */
function executeSchedule(policy, { start, signal }) {
    return new Promise((resolve, reject) => {
        let state = beginSchedule(policy);
        let isOver = false;
        const tell = (event) => {
            if (isOver)
                return;
            const told = next(state, event);
            state = told.state;
            const { decision } = told;
            if (decision.kind === 'start')
                for (const machine of decision.machines)
                    begin(machine);
            if (decision.kind !== 'stop')
                return;
            isOver = true;
            signal?.removeEventListener('abort', onAbort);
            resolve(decision.notReached);
        };
        const begin = (machine) => {
            start(machine).then((outcome) => tell({ kind: 'ended', machine, outcome }), reject);
        };
        const onAbort = () => tell({ kind: 'cancelled' });
        signal?.addEventListener('abort', onAbort);
        tell({ kind: signal?.aborted ? 'cancelled' : 'begun' });
    });
}

;// CONCATENATED MODULE: ./build/engine/run-tasks.js











/**
 * Does one verb on many machines. Never throws for what happens to a machine:
 * each gets one outcome, also those that were not reached before a cancel.
 */
async function runTasks(ports, work) {
    const recorder = (0,task_recorder/* makeRecorder */.D)(ports);
    const owner = (0,flock_view/* ownerOfKey */.QV)(work.view);
    const outcomes = new Map();
    const byName = new Map(work.machines.map((machine) => [machine.name, machine]));
    const take = async (name) => {
        const machine = byName.get(name);
        if (machine === undefined)
            throw new Error(`the scheduler named "${name}", which was not in its order`);
        const { outcome, record } = await runTask(ports, { work, machine, ownerOfKey: owner });
        outcomes.set(name, outcome);
        ports.reporter.report({ kind: 'finished', machine: name, outcome });
        if (record !== undefined)
            recorder.add(record);
        return outcome;
    };
    const notReached = await executeSchedule({ order: [...byName.keys()], parallel: work.parallel }, { start: async (name) => (await take(name)).kind, signal: ports.signal });
    // Each still gets its outcome: that it was not touched.
    for (const name of notReached)
        await take(name);
    return {
        outcomes: work.machines.flatMap(({ name }) => outcomes.get(name) ?? []),
        ...(await recorder.close()),
    };
}
async function runTask(ports, { work, machine, ownerOfKey: owner }) {
    const { clock, reporter } = ports;
    const startedMs = clock.elapsed();
    const elapsed = () => Math.round(clock.elapsed() - startedMs);
    const { operation, view } = work;
    if (ports.signal?.aborted) {
        const task = createTask(machine, { ports, ownerOfKey: owner, operation });
        return { outcome: toOutcome(notTouched, { task, durationMs: elapsed() }) };
    }
    reporter.report({ kind: 'started', machine: machine.name, operation });
    if (!work.records) {
        const task = createTask(machine, {
            ports: { ...ports, reporter: cleanReporter(ports) },
            ownerOfKey: owner,
            operation,
        });
        return { outcome: toOutcome(await (0,attempt/* attempt */.C)(task, work.work), { task, durationMs: elapsed() }) };
    }
    const frame = {
        id: (0,record_id/* newRecordId */.L)(ports, { operation, machine: machine.name }),
        run: ports.run,
        time: new Date(clock.now()).toISOString(),
        config: view.snapshot.commit,
    };
    const tracked = trackCutOff({
        journal: ports.journal,
        signal: ports.signal,
        machine: machine.name,
        operation,
        frame,
        elapsed,
    });
    const task = createTask(machine, {
        ports: {
            ...ports,
            reporter: cleanReporter({ reporter: tracked.reporter(reporter), clean: ports.clean }),
        },
        ownerOfKey: owner,
        operation,
    });
    const done = await (0,attempt/* attempt */.C)(task, work.work);
    const outcome = toOutcome(done, { task, durationMs: elapsed() });
    const record = (0,record_of/* recordOf */.zv)(outcome, { ...frame, changes: done.changes ?? [], facts: cleanEvent(done, ports) });
    tracked.end(record);
    return { outcome, record };
}
const notTouched = {
    kind: (0,failure/* kindOfFailure */.uq)('not-touched'),
    reason: 'not-touched',
    message: 'the run was cancelled before this machine was reached',
};
function toOutcome(done, { task, durationMs }) {
    const { clean } = task.ports;
    const line = (text) => clean(text).replaceAll(/\s*\n\s*/g, ' ');
    return {
        machine: task.machine.name,
        operation: task.operation,
        kind: done.kind,
        reason: done.reason,
        message: line(done.message),
        ...(done.hint === undefined ? {} : { hint: line(done.hint) }),
        ...(done.at === undefined ? {} : { at: (0,clean_texts/* cleanTexts */.y)(done.at, clean) }),
        ...(done.data === undefined ? {} : { data: (0,clean_texts/* cleanUnion */.x)(done.data, clean) }),
        steps: task.steps,
        durationMs: Math.round(durationMs),
    };
}
function cleanEvent({ event }, { clean }) {
    return event === undefined ? undefined : (0,clean_texts/* cleanTexts */.y)(event, clean);
}

;// CONCATENATED MODULE: ./build/engine/run-fleet-operation.js






/** The way of every operation on machines: read the branch, choose, learn secrets, check all input, work on each. */
async function runFleetOperation(operation, { ports, request }) {
    const { connects = false } = operation;
    const choosing = chooseFor(ports, request);
    // What fails here fails again, and is told, when a connection is wanted.
    if (connects)
        ports.sshKey().catch(() => { });
    const { view, machines } = await choosing;
    const { operation: name, parallel } = request;
    const records = operation.records(request);
    if (records && (0,registry/* mayChangeMachines */.MB)(name)) {
        (0,environment/* requireProtectedOrigin */.KG)(machines, { flock: view.flock, origin: ports.origin });
    }
    await learnSecrets(ports, { view, machines, connects });
    const work = await operation.prepare({ ...ports, reporter: cleanReporter(ports) }, { view, machines, request });
    return await runTasks(ports, { operation: name, machines, parallel, view, records, work });
}

;// CONCATENATED MODULE: ./build/engine/make-engine.js




/** For operations that go their own way: machines come to them, and to their tasks, only with their secrets learnt. */
function makeEngine(ports) {
    return {
        choose: (request) => chooseAndLearn(ports, request),
        runTasks: async (work) => {
            await learnSecrets(ports, { ...work, connects: false });
            return await runTasks(ports, work);
        },
        runFleet: (operation, { request, ledger = ports.ledger }) => runFleetOperation(operation, { ports: { ...ports, ledger }, request }),
    };
}

;// CONCATENATED MODULE: ./build/engine/run-operation.js









/** Does what was asked and says how it ended. Throws nothing: every failure is a Result with a reason. */
function runOperation(ports, request) {
    return runLoaded(() => load(request.operation), { ports, request });
}
async function load(name) {
    const definition = (0,registry/* findOperation */.LC)(name);
    if (definition === undefined)
        throw unknownOperation(name);
    return await definition.load();
}
/** As `runOperation`, with the code of the operation from elsewhere than the registry. */
async function runLoaded(loading, { ports, request }) {
    const startedMs = ports.clock.elapsed();
    const framing = () => ({
        operation: request.operation,
        run: ports.run,
        durationMs: Math.round(ports.clock.elapsed() - startedMs),
    });
    try {
        const operation = await loading();
        const draft = operation.kind === 'fleet'
            ? await runFleetOperation(operation, { ports, request })
            : await operation.run({ ...ports, reporter: cleanReporter(ports) }, request, makeEngine(ports));
        return toResult(draft, { ...framing(), clean: ports.clean });
    }
    catch (thrown) {
        const error = (0,failure/* asDroverError */.nN)(thrown);
        (0,report_defect/* reportDefect */.G)(ports, error);
        return failedResult(error, { ...framing(), clean: ports.clean });
    }
}
function unknownOperation(name) {
    return new errors/* DroverError */.F(`operation: "${name}" is not one`, {
        reason: 'unknown-operation',
        hint: `Choose one of: ${registry/* operationNames */.qj.join(', ')}.`,
    });
}
/** Outcomes are clean already. */
function toResult({ outcomes = [], commit, failure, data, message, output }, { clean, ...framing }) {
    const worst = worstOutcome(outcomes);
    const end = failure ?? {
        reason: worst?.reason ?? 'already-so',
        message: message ?? summarise(outcomes),
        hint: undefined,
    };
    const fleetCode = exitCodeOfFleet(outcomes);
    return {
        ...framing,
        kind: failure !== undefined ? 'failed' : (worst?.kind ?? 'ok'),
        reason: end.reason,
        message: clean(end.message),
        ...(end.hint === undefined ? {} : { hint: clean(end.hint) }),
        // A record that is not on the branch is a failure even if every machine is as it should be.
        exitCode: fleetCode === 0 && failure !== undefined ? exitCodeOf(failure.reason) : fleetCode,
        outcomes,
        problems: [],
        ...(commit === undefined ? {} : { commit }),
        ...(data === undefined ? {} : { data: (0,clean_texts/* cleanUnion */.x)(data, clean) }),
        ...(output === undefined ? {} : { output }),
    };
}
function summarise(outcomes) {
    if (outcomes.length === 0)
        return 'no machines';
    const counts = new Map();
    for (const { kind } of outcomes)
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
}
/** The end of a run that was stopped before any machine was looked at. */
function failedResult(error, { clean, ...frame }) {
    const problems = error instanceof errors/* InputError */.dz ? error.problems : [];
    return {
        ...frame,
        kind: 'failed',
        reason: error.reason,
        message: clean(error.message),
        ...(error.hint === undefined ? {} : { hint: clean(error.hint) }),
        exitCode: exitCodeOf(error.reason),
        outcomes: [],
        problems: (0,clean_texts/* cleanTexts */.y)(problems, clean),
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/events/python-json.js

/**
 * Byte for byte what Python's `json.dumps(value, sort_keys=True)` gives, so that
 * lines written here and by a Python process-data store can be compared and
 * hashed alike. Numbers must be integers that JavaScript holds exactly, because
 * the two languages print floats differently; another number throws `bug`.
 */
function encodePythonJson(value) {
    if (value === null || typeof value === 'boolean')
        return String(value);
    if (typeof value === 'number')
        return encodeInteger(value);
    if (typeof value === 'string')
        return encodeString(value);
    if (isArray(value))
        return `[${value.map(encodePythonJson).join(', ')}]`;
    const members = Object.entries(value)
        .sort(([a], [b]) => compareCodePoints(a, b))
        .map(([key, inner]) => `${encodeString(key)}: ${encodePythonJson(inner)}`);
    return `{${members.join(', ')}}`;
}
// Array.isArray does not narrow a readonly array out of the union.
function isArray(value) {
    return Array.isArray(value);
}
function encodeInteger(value) {
    if (Number.isSafeInteger(value))
        return String(value);
    throw new errors/* DroverError */.F(`log event: the number ${value} is not an exact integer`, {
        reason: 'bug',
        hint: 'Give times and sizes in a smaller unit, as integers, or as text.',
    });
}
const python_json_short = {
    '"': '\\"',
    '\\': '\\\\',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
};
// Without the `u` flag each half of a surrogate pair is matched alone, which is how Python escapes it.
const escaped = /["\\]|[^ -~]/g;
function encodeString(text) {
    const body = text.replace(escaped, (unit) => python_json_short[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return `"${body}"`;
}
// JavaScript sorts by UTF-16 unit, which puts U+10000 and above before U+E000.
function compareCodePoints(a, b) {
    const left = [...a];
    const right = [...b];
    for (const [index, character] of left.entries()) {
        const other = right[index];
        if (other === undefined)
            return 1;
        const difference = (character.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
        if (difference !== 0)
            return difference;
    }
    return left.length - right.length;
}

;// CONCATENATED MODULE: ./build/events/log-event.js



/** One line of `log/`, with its newline. */
function encodeLogLine(record) {
    return `${encodePythonJson((0,record_of/* logEventOf */.AO)(record))}\n`;
}
/** `log/YYYY/MM/DD.jsonl` of a UTC time: a record always belongs to the day it started. */
function logPath(time) {
    const [year, month, day] = time.slice(0, 10).split('-');
    return `log/${year}/${month}/${day}.jsonl`;
}
/** An event, or why the line is none. Keys that this version does not know are kept. */
function parseLogLine(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { broken: 'is not JSON' };
    }
    const result = eventSchema.safeParse(value);
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    return { broken: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'is no event'}` };
}
/** Those of `wanted` that a file of `log/` holds. A broken line holds none. */
function heldRecords(log, wanted) {
    const held = new Set();
    for (const line of log.split('\n')) {
        if (!mayHold(line, wanted))
            continue;
        const event = parseLogLine(line);
        if (!('broken' in event) && wanted.has(event.record))
            held.add(event.record);
    }
    return held;
}
/** A day has thousands of lines, and of those that we wrote hardly any has to be read whole. */
function mayHold(line, wanted) {
    const written = [...line.matchAll(/"record": "([^"\\]*)"/g)];
    return line.trim() !== '' && (written.length === 0 || written.some(([, id = '']) => wanted.has(id)));
}
const log_event_text = schemas/* string */.YjP();
// A later version may have more outcomes and reasons than this one: history shows them all.
const outcome = schemas/* custom */.IeY((value) => typeof value === 'string');
const reason = schemas/* custom */.IeY((value) => typeof value === 'string');
const eventSchema = schemas/* looseObject */._H3({
    time: log_event_text,
    machine: log_event_text,
    operation: log_event_text,
    outcome,
    reason,
    message: log_event_text,
    duration_ms: schemas/* number */.aig(),
    config: log_event_text,
    run_id: log_event_text,
    run_attempt: schemas/* number */.aig(),
    run_url: log_event_text.exactOptional(),
    actor: log_event_text,
    record: log_event_text,
    note: schemas/* boolean */.zMY().exactOptional(),
    ordered: schemas/* boolean */.zMY().exactOptional(),
    failed_authorizations: schemas/* number */.aig().exactOptional(),
    failed_names: schemas/* array */.YOg(log_event_text).exactOptional(),
    step: log_event_text.exactOptional(),
    step_kind: log_event_text.exactOptional(),
});

;// CONCATENATED MODULE: ./build/ledger/read-history.js

/** Reads the days of `log/` from the newest back, in steps that double, until there are enough events. */
async function readHistory(query, options) {
    const days = options.entries
        .filter(({ path }) => dayFile.test(path) && dayOf(path) >= (query.since ?? ''))
        .sort((a, b) => (a.path < b.path ? 1 : -1));
    const isSelected = filterEvents(query);
    const events = [];
    for (let start = 0, step = 2; start < days.length && events.length < query.limit; start += step, step *= 2) {
        const chunk = days.slice(start, start + step);
        const files = await options.reader.read(chunk);
        for (const { path } of chunk) {
            const text = files.get(path)?.bytes.toString('utf8') ?? '';
            events.push(...parseDay(text, { path, onNotice: options.onNotice }).filter(isSelected));
        }
    }
    return events.slice(0, query.limit);
}
const dayFile = /^log\/\d{4}\/\d\d\/\d\d\.jsonl$/;
function dayOf(path) {
    return path.slice('log/'.length, -'.jsonl'.length).replaceAll('/', '-');
}
/** A predicate for the events that a query selects, whatever their day. */
function filterEvents({ machines, runId }) {
    const names = machines === undefined ? undefined : new Set(machines);
    return ({ machine, run_id }) => (names === undefined || names.has(machine)) && (runId === undefined || runId === run_id);
}
/** Newest first. A record that was folded late stands at the end of its file: time decides, then place. */
function parseDay(text, { path, onNotice }) {
    const events = text.split('\n').flatMap((line, index) => {
        if (line.trim() === '')
            return [];
        const event = parseLogLine(line);
        if (!('broken' in event))
            return [event];
        onNotice(`${path}:${index + 1}: the line is skipped: ${event.broken}`);
        return [];
    });
    return events.reverse().sort((a, b) => Date.parse(b.time) - Date.parse(a.time) || 0);
}

;// CONCATENATED MODULE: ./build/ledger/records/check-records.js




/**
 * Throws an InputError with every reason why these records must not be
 * committed: above all a path outside of the machine's own folders.
 */
function checkRecords(records) {
    (0,errors/* throwIfInvalid */.TG)(records.flatMap((record) => problemsOf(record).map((message) => ({
        message: `record ${quoted(record.id)}: ${message}`,
        reason: 'bug',
        hint: 'This is a defect of Drover: please report it. Nothing was committed.',
    }))));
}
function problemsOf(record) {
    return [
        ...(record.id === '' || control.test(record.id) ? ['the id is empty or has control characters'] : []),
        ...(isName(record.machine) ? [] : [`the machine name ${quoted(record.machine)} is no name of a folder`]),
        ...(isUtcTime(record.time) ? [] : [`the time ${quoted(record.time)} is not ISO 8601 in UTC`]),
        ...record.changes.flatMap((change) => problemsOfChange(change, record.machine)),
        ...tryTo(() => encodePythonJson((0,record_of/* logEventOf */.AO)(record))),
    ];
}
function problemsOfChange(change, machine) {
    const path = change.kind === 'clear' ? change.folder : change.path;
    const own = [(0,machine_files/* machinePath */.lg)(machine), `config/${(0,machine_files/* machinePath */.lg)(machine)}`];
    const inside = own.some((folder) => path.startsWith(`${folder}/`));
    const whole = change.kind === 'clear' && own.includes(path);
    if (!(inside || whole))
        return [`the path ${quoted(path)} does not belong to machine ${quoted(machine)}`];
    if (!path.split('/').every(isName))
        return [`the path ${quoted(path)} has a part that git cannot keep safely`];
    if (change.kind !== 'put')
        return [];
    const text = change.bytes.toString('utf8');
    if (path === (0,machine_files/* machinePath */.lg)(machine, 'machine.json'))
        return tryTo(() => (0,machine_files/* parseIdentity */.aZ)(text, path));
    if (path === (0,machine_files/* machinePath */.lg)(machine, 'launch.json'))
        return tryTo(() => (0,machine_files/* parseLaunch */.rw)(text, path));
    if (path === (0,machine_files/* machinePath */.lg)(machine, 'state.json'))
        return tryTo(() => (0,machine_files/* parseState */.Bu)(text, path));
    return [];
}
const control = /[\u0000-\u001f\u007f]/;
// Other spellings that some file systems take for `.git` when people clone the branch:
// HFS+ ignores zero-width characters, NTFS trailing dots, spaces and streams.
const ignored = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
function isName(part) {
    if (part === '' || part === '.' || part === '..' || control.test(part) || part.includes('/'))
        return false;
    return !part.split('\\').some((piece) => {
        const plain = piece
            .replace(ignored, '')
            .toLowerCase()
            .replace(/:.*$/, '')
            .replace(/[ .]+$/, '');
        return plain === '.git' || plain === 'git~1';
    });
}
function isUtcTime(time) {
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(time) && !Number.isNaN(Date.parse(time));
}
function tryTo(attempt) {
    try {
        attempt();
        return [];
    }
    catch (error) {
        return [error instanceof Error ? error.message : String(error)];
    }
}
function quoted(text) {
    return JSON.stringify(text);
}

;// CONCATENATED MODULE: ./build/git/git-words.js
/**
 * True for a failure that another attempt cannot mend: wrong credentials, no such
 * repository. git exits with 128 for all failures, so the words have to decide. They are those
 * of git in the C locale and of curl; other words count as a passing failure.
 */
function isLasting(stderr) {
    return lasting.test(stderr);
}
/** The line of git's stderr that says most, without git's own prefix. */
function usefulLine(stderr) {
    const lines = stderr
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !boilerplate.test(line));
    const line = lines.findLast((candidate) => /^(fatal|error|ERROR|remote):/.test(candidate)) ?? lines.at(-1);
    return line?.replace(/^(fatal|error|ERROR): /, '') ?? 'git printed no message';
}
const lasting = /Authentication failed|could not read (Username|Password)|returned error: (401|403|404)|Permission denied|repository '.*' not found|Repository not found|does not appear to be a git repository|dubious ownership|not valid: is this a git repository|protocol '.*' is not supported|transport '.*' not allowed|Host key verification failed/;
const boilerplate = /^(fatal: Could not read from remote repository\.|Please make sure you have the correct access rights|and the repository exists\.|fatal: (the remote end hung up unexpectedly|expected flush after ref listing)|Everything up-to-date|From |POST git-|To )/;

;// CONCATENATED MODULE: ./build/git/make-bare-repository.js


/**
 * Makes a bare repository of our own in an empty folder. These files are all that a repository needs
 * (gitrepository-layout(5)); `git init` would be one more process to wait for.
 */
async function makeBareRepository(folder, settings = '') {
    await Promise.all([
        (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'objects')),
        (0,promises_.mkdir)((0,external_node_path_.join)(folder, 'refs')),
        (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'HEAD'), 'ref: refs/heads/none\n'),
        (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'config'), `${common}${settings}`),
    ]);
}
/** Settings in the repository's own config, where they win over those of the user. */
const common = `[core]
	repositoryFormatVersion = 0
	bare = true
	hooksPath = /dev/null
	fsync = none
[gc]
	auto = 0
[maintenance]
	auto = false
[protocol]
	version = 2
[fetch]
	unpackLimit = 1
[http]
	lowSpeedLimit = 1
	lowSpeedTime = 60
`;

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/system/temporary-folder.js




/** Makes a folder for this user only. `remove` removes it, and the end of the process does at best effort. */
async function makeTemporaryFolder(name, below = (0,external_node_os_.tmpdir)()) {
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(below, `drover-${name}-`));
    removeAtExit(path);
    return { path, remove: () => removeNow(path) };
}
const leftovers = new Set();
// The process has one listener for all folders, because Node warns at the eleventh listener.
function removeAtExit(folder) {
    if (leftovers.size === 0)
        process.on('exit', removeAll);
    leftovers.add(folder);
}
async function removeNow(folder) {
    await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    leftovers.delete(folder);
    if (leftovers.size === 0)
        process.off('exit', removeAll);
}
function removeAll() {
    for (const folder of leftovers)
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
}

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/git/git-environment.js

/**
 * The environment of every git process here: that of the user, without variables that
 * would lead git to another repository, make it ask questions, or change its language.
 */
function gitEnvironment(folder, settings = []) {
    const inherited = Object.entries(process.env).filter((entry) => entry[1] !== undefined && !isDropped(entry[0]));
    return {
        ...Object.fromEntries(inherited),
        GIT_DIR: folder,
        GIT_TERMINAL_PROMPT: '0',
        // The value is empty: without the variable git would try core.askPass and SSH_ASKPASS.
        GIT_ASKPASS: '',
        GIT_SSH_COMMAND: process.env.GIT_SSH_COMMAND ?? defaultSsh,
        // Failures are recognised by a few words of git and curl, which must not be translated.
        LC_ALL: 'C',
        ...countedSettings(settings),
        ...unprinted,
    };
}
// With DEBUG=* simple-git prints the whole environment, token and all. It copies the object
// with its symbols; child processes get the strings only.
const unprinted = { [external_node_util_.inspect.custom]: () => '[environment of git]' };
/** Names in `gitEnvironment` that simple-git would refuse unless they are allowed by name. */
function guardedNames(environment) {
    return Object.keys(environment).filter((name) => name.startsWith('GIT_'));
}
const defaultSsh = 'ssh -o BatchMode=yes -o ConnectTimeout=30 -o ServerAliveInterval=15';
// simple-git refuses these besides GIT_*; none of them is of use to a process without a terminal.
const dropped = new Set(['EDITOR', 'PAGER', 'PREFIX', 'SSH_ASKPASS', 'VISUAL']);
// Inputs of the action and Drover's own variables may hold secrets that git does not need.
function isDropped(name) {
    return /^(git|input|drover)_/i.test(name) || dropped.has(name.toUpperCase()) || name === 'LANGUAGE';
}
function countedSettings(settings) {
    if (settings.length === 0)
        return {};
    const pairs = settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    return { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(pairs) };
}

// EXTERNAL MODULE: ./build/system/run-process.js
var run_process = __webpack_require__(51553);
;// CONCATENATED MODULE: ./build/ledger/git/git-process.js




/**
 * Runs git on the ledger's own temporary repository and returns the bytes that it printed.
 * simple-git is used for the remote only: it waits 50 ms after a process that
 * printed nothing, and decodes output that must stay bytes.
 * Throws `missing-tool` without git, and `bug` when git fails, because no file of a user is involved.
 */
async function runPlumbing(args, input) {
    const ended = await (0,run_process/* runProcess */.R)({
        argv: ['git', ...args],
        env: gitEnvironment(input.folder),
        timeoutMs,
        maxBytes,
        ...(input.stdin === undefined ? {} : { stdin: input.stdin }),
    });
    if ((0,command/* succeeded */.g)(ended) && !ended.truncated)
        return ended.stdout;
    const detail = ended.truncated
        ? 'the output is too large'
        : (ended.stderr.toString('utf8').trim().split('\n').at(-1) ?? '');
    throw new errors/* DroverError */.F(`"git ${args[0]}": ${(0,command/* describeEnd */.l)(ended)}: ${detail}`, { reason: 'bug' });
}
// No such command waits for a network: after this time the disk does not answer.
const timeoutMs = 120_000;
const maxBytes = 1024 ** 3;
function missingGit(cause) {
    return new errors/* DroverError */.F('git: cannot be started', {
        reason: 'missing-tool',
        hint: 'Install git, version 2.31 or newer.',
        cause,
    });
}

;// CONCATENATED MODULE: ./build/ledger/git/git-remote.js


/** Runs git by simple-git. Throws only `missing-tool`; every other exit is a value. */
async function callRemote(args, call) {
    const { simpleGit } = await __webpack_require__.e(/* import() */ 4724).then(__webpack_require__.bind(__webpack_require__, 74724));
    const environment = gitEnvironment(call.folder, call.remote.settings);
    let failed;
    const git = simpleGit({
        baseDir: call.folder,
        trimmed: false,
        allowEnvironment: guardedNames(environment),
        // These options guard against hostile input, but the environment is Drover's own.
        unsafe: {
            allowUnsafeAskPass: true,
            allowUnsafeConfigEnvCount: true,
            allowUnsafeCredentialHelper: true,
            allowUnsafeSshCommand: true,
            allowUnsafeTemplateDir: true,
        },
        // Its timer for an exit without a close would keep the whole process alive after each call.
        completion: { onClose: true, onExit: false },
        timeout: { block: silenceMs },
        // By default an exit status without output on stderr counts as success.
        errors: (error, { exitCode, stdOut, stdErr }) => {
            if (error === undefined && exitCode === 0)
                return undefined;
            failed = { code: exitCode, stdout: Buffer.concat(stdOut), stderr: Buffer.concat(stdErr) };
            return error instanceof Error ? error : new Error('git failed');
        },
        ...(call.signal === undefined ? {} : { abort: call.signal }),
    });
    const text = (bytes) => call.remote.scrub(bytes.toString('utf8'));
    const stop = startStop(call.signal);
    try {
        const stdout = await Promise.race([git.env(environment).raw([...args]), stop.promise]);
        return { code: 0, stdout: call.remote.scrub(stdout), stderr: '' };
    }
    catch (cause) {
        const code = failed?.code ?? null;
        if (code !== null && code < 0)
            throw missingGit(cause);
        const stopped = call.signal?.aborted === true ? '\nfatal: the deadline passed' : '';
        if (failed === undefined && stopped === '')
            throw cause;
        return {
            // The process was stopped from outside at its very end, so its effect is not known.
            code: code === 0 ? null : code,
            stdout: text(failed?.stdout ?? nothing),
            stderr: `${text(failed?.stderr ?? nothing)}${stopped}`,
        };
    }
    finally {
        stop.forget();
    }
}
/** Rejects some time after the signal: a helper of git that outlives it keeps its output open. */
function startStop(signal) {
    let forget = () => undefined;
    const promise = new Promise((_resolve, reject) => {
        let timer;
        const onAbort = () => {
            timer = setTimeout(() => reject(signal?.reason), graceMs);
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        forget = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
        };
    });
    promise.catch(() => undefined);
    return { promise, forget: () => forget() };
}
const graceMs = 1_000;
const nothing = Buffer.alloc(0);
// git prints progress every 5 seconds, also while hooks of the server run.
const silenceMs = 120_000;

;// CONCATENATED MODULE: ./build/ledger/git/remote-config.js
/** In a file, and so out of argv. */
function remoteConfig(remote) {
    return `[remote "origin"]
	url = ${quoteValue(remote.url)}
[fetch]
	writeCommitGraph = false
[fastimport]
	unpackLimit = 1
[push]
	followTags = false
	gpgSign = false
`;
}
function quoteValue(text) {
    return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

;// CONCATENATED MODULE: ./build/ledger/git/repository-unreachable.js


function repositoryUnreachable(end, remote) {
    return new errors/* DroverError */.F(`repository "${remote.shown}": cannot be read: ${usefulLine(end.stderr)}`, {
        reason: 'repository-unreachable',
        hint: 'Ensure that the address is right, that it can be reached from here, and that the token or key may read it.',
    });
}

;// CONCATENATED MODULE: ./build/ledger/git/branch-history.js








/**
 * True if the branch's head at the remote is this commit or a descendant of it. Fetches the commits of the branch,
 * without trees and files where the server can leave them out, into a repository of its own. Throws
 * `repository-unreachable`.
 */
async function isOnBranch(commit, { remote, workDir }) {
    const { path: folder, remove } = await makeTemporaryFolder('history', workDir);
    try {
        await makeBareRepository(folder, remoteConfig(remote));
        const ref = `+refs/heads/${remote.branch}:${head}`;
        const fetched = await callRemote(['fetch', '--verbose', '--no-tags', '--filter=tree:0', 'origin', ref], {
            folder,
            remote,
        });
        if (fetched.code !== 0)
            throw repositoryUnreachable(fetched, remote);
        const asked = await (0,run_process/* runProcess */.R)({
            argv: ['git', 'merge-base', '--is-ancestor', commit, head],
            // A commit that was not fetched is not on the branch, and is not to be fetched now.
            env: { ...gitEnvironment(folder), GIT_NO_LAZY_FETCH: '1' },
            timeoutMs: 120_000,
        });
        return (0,command/* succeeded */.g)(asked);
    }
    finally {
        await remove();
    }
}
const head = 'refs/drover/history';

;// CONCATENATED MODULE: ./build/ledger/git/git-failure.js

/** Reads `git push --porcelain` (git-push(1), OUTPUT): flag, refs and summary between tabs. */
function parsePushOutcome({ code, stdout, stderr }) {
    if (code === 0)
        return { kind: 'pushed' };
    const summary = stdout
        .split('\n')
        .find((line) => line.startsWith('!'))
        ?.split('\t')[2];
    if (summary?.startsWith('[rejected]'))
        return { kind: 'moved' };
    if (summary?.startsWith('[remote rejected]')) {
        const reason = /\((.*)\)$/.exec(summary)?.[1] ?? summary;
        const said = remoteLine(stderr);
        return {
            kind: 'refused',
            detail: said === undefined ? reason : `${reason}: ${said}`,
            racing: racing.test(reason),
        };
    }
    return { kind: 'unanswered', detail: usefulLine(stderr), lasting: isLasting(stderr) };
}
// The words of receive-pack when two pushes need the lock of the branch at once.
const racing = /failed to (update|lock) ref|cannot lock ref|incorrect old value|reference already exists/;
function remoteLine(stderr) {
    return stderr
        .split('\n')
        .map((line) => /^remote:\s*(?:error:\s*)?(\S.*)$/.exec(line.trim())?.[1])
        .find((line) => line !== undefined);
}

;// CONCATENATED MODULE: ./build/ledger/git/git-repository.js











/** Makes the folder, for this user only. `close` removes it, and the end of the process does at best effort. */
async function openRepository({ remote, workDir }) {
    const { path: folder, remove } = await makeTemporaryFolder('ledger', workDir);
    const call = (args, signal) => callRemote(args, { folder, remote, signal });
    await makeBareRepository(folder, remoteConfig(remote));
    return {
        folder,
        fetchHead: (signal) => fetchHead({ folder, remote, call, signal }),
        fetchCommit: (commit) => fetchCommit(commit, { folder, remote, call }),
        isOnBranch: (commit) => isOnBranch(commit, { remote, workDir }),
        headOf: (ref) => headOf(ref, { remote, call }),
        push: async (commit, signal) => parsePushOutcome(await call(['push', '--porcelain', '--no-verify', 'origin', `${commit}:refs/heads/${remote.branch}`], signal)),
        close: remove,
    };
}
// `--quiet` is left out, because simple-git waits 50 ms for output that does not come.
const fetchArgs = [
    'fetch',
    '--verbose',
    '--depth=1',
    '--no-tags',
    '--no-recurse-submodules',
    'origin',
];
async function fetchHead({ folder, remote, call, signal }) {
    const ref = `refs/heads/${remote.branch}`;
    const fetchOnce = () => call([...fetchArgs, `+${ref}:refs/drover/head`], signal);
    const first = await fetchOnce();
    if (first.code === 0)
        return { kind: 'fetched', commit: await fetchedCommit(folder) };
    // fetch exits with 128 for every failure, but ls-remote has a status of its own for a missing branch.
    const listing = await call(['ls-remote', '--exit-code', 'origin', ref], signal);
    if (listing.code === 2)
        return { kind: 'failed', error: branchMissing(remote), lasting: true };
    if (listing.code !== 0)
        return failedFetch(listing, remote);
    const second = await fetchOnce();
    if (second.code === 0)
        return { kind: 'fetched', commit: await fetchedCommit(folder) };
    return failedFetch(second, remote);
}
async function fetchCommit(commit, { remote, call }) {
    const fetched = await call([...fetchArgs, commit]);
    if (fetched.code === 0)
        return true;
    const look = await call(['ls-remote', 'origin', `refs/heads/${remote.branch}`]);
    if (look.code === 0)
        return false;
    throw repositoryUnreachable(look, remote);
}
async function headOf(ref, { remote, call }) {
    const look = await call(['ls-remote', 'origin', ref]);
    if (look.code !== 0)
        throw repositoryUnreachable(look, remote);
    // ls-remote takes a pattern, and `refs/heads/main` is also the end of another ref.
    return look.stdout
        .split('\n')
        .find((line) => line.endsWith(`\t${ref}`))
        ?.split('\t')[0];
}
/** FETCH_HEAD starts with the id, whatever format the repository keeps its refs in. */
async function fetchedCommit(folder) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'FETCH_HEAD'), 'utf8');
    const commit = /^[0-9a-f]{40,64}/.exec(text)?.[0];
    if (commit !== undefined)
        return commit;
    throw new errors/* DroverError */.F('"git fetch": gave no commit', { reason: 'bug' });
}
function failedFetch(end, remote) {
    return { kind: 'failed', error: repositoryUnreachable(end, remote), lasting: isLasting(end.stderr) };
}
function branchMissing(remote) {
    return new errors/* DroverError */.F(`branch "${remote.branch}": does not exist in repository "${remote.shown}"`, {
        reason: 'branch-missing',
        hint: `Make it with "git switch --orphan ${remote.branch}", add flock.yml, commit, and push it; or name another branch.`,
    });
}

// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
;// CONCATENATED MODULE: ./build/ledger/records/commit-message.js
/**
 * Subject, the record's message, and trailers that `git interpret-trailers
 * --parse` reads. No value can end its own line, so none can forge a trailer.
 */
function formatCommitMessage(record) {
    const subject = `${oneLine(record.operation)} ${oneLine(record.machine)}: ${record.outcome}`;
    const message = withoutMarker(oneLine(record.message));
    const paragraphs = [withoutMarker(subject), message, formatTrailers(record)];
    return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
}
function formatTrailers(record) {
    const { run } = record;
    const trailers = [
        ['Run', run.id],
        ['Attempt', String(run.attempt)],
        ['Run-Url', run.url],
        ['Actor', run.actor],
        ['Operation', record.operation],
        ['Machine', record.machine],
        ['Outcome', record.outcome],
        ['Reason', record.reason],
        ['Config', record.config],
        ['Record', record.id],
    ];
    return trailers
        .flatMap(([name, value]) => (value === undefined ? [] : [`Drover-${name}: ${oneLine(value)}`]))
        .join('\n');
}
// Also the line and paragraph separators of Unicode and the marks that reorder text.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;
function oneLine(text) {
    return text.replace(unprintable, ' ').trim();
}
// A line that starts with "---", or git's scissors after "#", ends a message for interpret-trailers.
function withoutMarker(text) {
    return text.replace(/^[-#\s]+/, '');
}

;// CONCATENATED MODULE: ./build/ledger/records/fold-records.js




/** The records that the branch does not hold yet and whose `over` still matches the branch; the first of two with the same id. */
function missingRecords(head, records) {
    const seen = new Set();
    const ids = new Set(records.map(({ id }) => id));
    const days = new Map();
    return records.filter((record) => {
        const path = logPath(record.time);
        const known = days.get(path) ?? heldRecords(head.tree.get(path)?.bytes.toString('utf8') ?? '', ids);
        days.set(path, known);
        const isNew = !known.has(record.id) && !seen.has(record.id);
        seen.add(record.id);
        return isNew && holdsOver(record, head.tree);
    });
}
/** Whether the files that a record is to replace are those of the tree. */
function holdsOver({ over }, tree) {
    if (over === undefined)
        return true;
    const file = tree.get(over.path);
    return (file === undefined ? undefined : (0,digest/* sha256 */.s)(file.bytes)) === over.sha256;
}
/**
 * One commit a record. The log and the dashboard grow with the day and the flock, so only the last commit
 * changes them, for all records: all commits are pushed at once or not at all (docs/decisions/0009).
 */
function planCommits(records, { head, renderDashboard }) {
    const machines = new Map(head.machines);
    for (const record of records) {
        setEntry(machines, { name: record.machine, entry: entryAfter(machines.get(record.machine), record) });
    }
    const shared = [
        ...logsAfter(head, records),
        toFile('README.md', Buffer.from(renderDashboard(sortByName(machines), { at: newest(records) }))),
    ];
    return records.map((record, index) => ({
        message: formatCommitMessage(record),
        authoredAtMs: Date.parse(record.time),
        operations: [...record.changes.map(toOperation), ...(index === records.length - 1 ? shared : [])],
    }));
}
/** The time comes from the records and not from the clock, so that a repeated push has the same content. */
function newest(records) {
    return records.reduce((last, { time }) => (Date.parse(time) > Date.parse(last) ? time : last), epoch);
}
const epoch = '1970-01-01T00:00:00Z';
function logsAfter(head, records) {
    const lines = new Map();
    for (const record of records) {
        const path = logPath(record.time);
        const day = lines.get(path) ?? [];
        day.push(encodeLogLine(record));
        lines.set(path, day);
    }
    return [...lines].map(([path, day]) => toFile(path, withLines(head.tree.get(path)?.bytes, day.join(''))));
}
function toFile(path, bytes) {
    return { kind: 'put', path, mode: '100644', bytes };
}
function toOperation(change) {
    return change.kind === 'clear' ? { kind: 'remove', path: change.folder } : change;
}
function entryAfter(before, { machine, changes }) {
    const after = (value, { file, parse }) => {
        const path = (0,machine_files/* machinePath */.lg)(machine, file);
        return changes.reduce((last, change) => valueAfter(last, { change, path, parse }), value);
    };
    const identity = after(before?.identity, { file: 'machine.json', parse: machine_files/* parseIdentity */.aZ });
    const launch = after(before?.launch, { file: 'launch.json', parse: machine_files/* parseLaunch */.rw });
    const state = after(before?.state, { file: 'state.json', parse: machine_files/* parseState */.Bu });
    const certificate = after(before?.certificate, { file: 'certificate.json', parse: machine_files/* parseCertificate */.hB });
    return {
        ...(identity === undefined ? {} : { identity }),
        ...(launch === undefined ? {} : { launch }),
        ...(state === undefined ? {} : { state }),
        ...(certificate === undefined ? {} : { certificate }),
    };
}
function valueAfter(before, { change, path, parse }) {
    if (change.kind === 'put')
        return change.path === path ? parse(change.bytes.toString('utf8'), path) : before;
    return covers(change.kind === 'clear' ? change.folder : change.path, path) ? undefined : before;
}
function covers(path, file) {
    return file === path || file.startsWith(`${path}/`);
}
function setEntry(machines, { name, entry }) {
    if (Object.keys(entry).length === 0)
        machines.delete(name);
    else
        machines.set(name, entry);
}
function sortByName(machines) {
    return new Map([...machines].sort(([a], [b]) => (a < b ? -1 : 1)));
}
// A person's editor may have left the last line without an end: our line must not become part of it.
function withLines(log, lines) {
    const before = log ?? Buffer.alloc(0);
    const open = before.length > 0 && before.at(-1) !== 0x0a;
    return Buffer.concat([before, Buffer.from(open ? `\n${lines}` : lines)]);
}

;// CONCATENATED MODULE: ./build/ledger/git/fast-import.js


/** Makes the commits in one process, each on top of the one before, and returns the id of the last one. */
async function importCommits(commits, options) {
    const stdin = encodeImport(commits, options);
    const output = await runPlumbing(['fast-import', '--quiet', '--force', '--done'], {
        folder: options.folder,
        stdin,
    });
    const commit = output.toString('latin1').trim();
    if (/^[0-9a-f]{40,64}$/.test(commit))
        return commit;
    throw new errors/* DroverError */.F('"git fast-import": gave no commit', { reason: 'bug' });
}
/** The input of git-fast-import(1). Each commit is the mark of its place, counted from 1. */
function encodeImport(commits, { parent, author, committedAtMs }) {
    const person = `${identityPart(author.name)} <${identityPart(author.email)}>`;
    const puts = commits.flatMap(({ operations }) => operations.filter((operation) => operation.kind === 'put'));
    const marks = new Map(puts.map((put, index) => [put, commits.length + 1 + index]));
    const blobs = [...marks].flatMap(([put, mark]) => [
        Buffer.from(`blob\nmark :${mark}\n`),
        ...encodeData(put.bytes),
    ]);
    const chunks = commits.flatMap((commit, index) => [
        Buffer.from([
            `commit ${scratchRef}`,
            `mark :${index + 1}`,
            `author ${person} ${seconds(commit.authoredAtMs)} +0000`,
            `committer ${person} ${seconds(committedAtMs)} +0000`,
            '',
        ].join('\n')),
        ...encodeData(Buffer.from(commit.message)),
        Buffer.from(`from ${index === 0 ? parent : `:${index}`}\n`),
        ...commit.operations.map((operation) => encodeOperation(operation, marks)),
        Buffer.from('\n'),
    ]);
    return Buffer.concat([...blobs, ...chunks, Buffer.from(`get-mark :${commits.length}\ndone\n`)]);
}
const scratchRef = 'refs/drover/next';
function encodeOperation(operation, marks) {
    const path = quotePath(operation.path);
    if (operation.kind === 'remove')
        return Buffer.from(`D ${path}\n`);
    return Buffer.from(`M ${operation.mode} :${marks.get(operation)} ${path}\n`);
}
function encodeData(bytes) {
    return [Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')];
}
// All paths are quoted: an unquoted path that starts with a quote would be read as quoted.
function quotePath(path) {
    return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
function identityPart(text) {
    return text.replace(/[\u0000-\u001f\u007f<>]+/g, ' ').trim();
}
function seconds(ms) {
    return Math.floor(ms / 1000);
}

// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
;// CONCATENATED MODULE: ./build/ledger/git/push-failure.js


function pushFailed(trouble, { branch, records, attempts }) {
    if (trouble.kind === 'fetch' && trouble.failed.lasting && attempts === 0)
        return trouble.failed.error;
    const what = (0,count_of/* countOf */.p)(records, 'record');
    const tries = (0,count_of/* countOf */.p)(attempts, 'try', 'tries');
    return new errors/* DroverError */.F(`branch "${branch}": ${what} could not be pushed in ${tries}: ${describe(trouble)}`, {
        reason: 'push-failed',
        hint: hintFor(trouble),
        cause: trouble.kind === 'fetch' ? trouble.failed.error : undefined,
    });
}
function describe(trouble) {
    if (trouble.kind === 'none')
        return 'the deadline passed';
    if (trouble.kind === 'fetch')
        return trouble.failed.error.message;
    const { end } = trouble;
    return 'detail' in end ? end.detail : 'other pushes were faster until the deadline';
}
function hintFor(trouble) {
    if (trouble.kind === 'push' && trouble.end.kind === 'refused') {
        return 'Allow the token to push to this branch: a rule or hook of the repository refused it.';
    }
    if (trouble.kind === 'push' && trouble.end.kind === 'moved')
        return 'Push again later; other runs are writing.';
    return 'Ensure that the repository can be reached and that the token or key may write to it.';
}

;// CONCATENATED MODULE: ./build/ledger/git/push-records.js



/**
 * Pushes by compare-and-swap: commits on the head and pushes. When the branch moved or no
 * answer came, reads the branch again and commits only what is missing. Only the deadline
 * limits the attempts: with another limit, concurrent writers would lose records.
 */
async function pushRecords(records, context) {
    const deadline = startDeadline(context);
    try {
        let state = { ...fresh, head: context.known };
        for (let wait = 0;; wait += 1) {
            const next = await tryOnce(records, { context, state, signal: deadline.signal });
            if ('commit' in next)
                return next;
            if (next.isFinal || deadline.isOver())
                return await giveUp(records, { context, state: next });
            await deadline.sleepAtMost(context.clock.random() * Math.min(longestWaitMs, firstWaitMs * 2 ** wait));
            state = next;
        }
    }
    finally {
        deadline.stop();
    }
}
const firstWaitMs = 100;
const longestWaitMs = 5_000;
const lastFetchMs = 15_000;
const fresh = {
    head: undefined,
    attempts: 0,
    trouble: { kind: 'none' },
    isUnanswered: false,
    isFinal: false,
};
async function tryOnce(records, { context, state, signal }) {
    const { repository } = context;
    const fetched = state.head === undefined
        ? await repository.fetchHead(signal)
        : { kind: 'fetched', commit: state.head };
    if (fetched.kind === 'failed') {
        const trouble = worst(state.trouble, { now: { kind: 'fetch', failed: fetched }, signal });
        return { ...state, trouble, isFinal: fetched.lasting };
    }
    const head = await context.load(fetched.commit);
    const pending = missingRecords(head, records);
    if (pending.length === 0)
        return { commit: head.commit, attempts: state.attempts };
    if (isRefused(state.trouble, head.commit))
        return { ...state, isFinal: true };
    const commit = await commitOn(head, { pending, context });
    const end = await repository.push(commit, signal);
    const attempts = state.attempts + 1;
    if (end.kind === 'pushed')
        return { commit, attempts };
    return {
        head: undefined,
        attempts,
        trouble: worst(state.trouble, { now: { kind: 'push', end, parent: head.commit }, signal }),
        isUnanswered: state.isUnanswered || end.kind === 'unanswered',
        isFinal: end.kind === 'unanswered' && end.lasting,
    };
}
/** An attempt that the deadline stopped has no cause of its own: the trouble before it says more. */
function worst(before, { now, signal }) {
    return signal.aborted && before.kind !== 'none' ? before : now;
}
async function commitOn(head, { pending, context }) {
    const commits = planCommits(pending, { head, renderDashboard: context.renderDashboard });
    return await importCommits(commits, {
        folder: context.repository.folder,
        parent: head.commit,
        author: context.author,
        committedAtMs: context.clock.now(),
    });
}
/** A refusal is final when the branch has not moved: then no other push was the cause. */
function isRefused(trouble, head) {
    if (trouble.kind !== 'push' || trouble.end.kind !== 'refused')
        return false;
    return !trouble.end.racing && trouble.parent === head;
}
/** Reads the branch once more when a push was not answered, because it may have arrived. */
async function giveUp(records, { context, state }) {
    const { attempts, trouble } = state;
    if (state.isUnanswered) {
        const fetched = await context.repository.fetchHead(AbortSignal.timeout(lastFetchMs));
        if (fetched.kind === 'fetched') {
            const missing = missingRecords(await context.load(fetched.commit), records);
            if (missing.length === 0)
                return { commit: fetched.commit, attempts };
        }
    }
    throw pushFailed(trouble, { branch: context.branch, records: records.length, attempts });
}
function startDeadline({ clock, deadlineMs }) {
    const end = clock.elapsed() + deadlineMs;
    const left = () => Math.max(0, end - clock.elapsed());
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), deadlineMs);
    return {
        signal: controller.signal,
        // Node's timer may fire a little before the deadline by the clock.
        isOver: () => left() === 0 || controller.signal.aborted,
        sleepAtMost: (ms) => clock.sleep(Math.min(ms, left())),
        stop: () => clearTimeout(timer),
    };
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/ledger/git/read-tree.js



function makeTreeReader({ folder, onNotice }) {
    let cache = new Map();
    return {
        list: async (commit) => parseListing(await runPlumbing(['ls-tree', '-r', '-z', commit], { folder }), onNotice),
        read: async (entries) => {
            const blobs = [...new Set(entries.map((entry) => entry.blob))];
            const missing = blobs.filter((blob) => !cache.has(blob));
            const found = missing.length === 0 ? new Map() : await readBlobs(missing, folder);
            const bytesOf = (blob) => found.get(blob) ?? cache.get(blob) ?? Buffer.alloc(0);
            const next = new Map(blobs.map((blob) => [blob, bytesOf(blob)]));
            cache = next;
            return new Map(entries.map(({ path, mode, blob }) => [path, { mode, bytes: bytesOf(blob) }]));
        },
    };
}
const modes = ['100644', '100755', '120000'];
function isTreeMode(mode) {
    return modes.includes(mode);
}
/** `MODE TYPE ID TAB PATH NUL`, as git-ls-tree(1) prints it with -z. */
function parseListing(output, onNotice) {
    const entries = [];
    for (let start = 0; start < output.length;) {
        const end = output.indexOf(0, start);
        const tab = output.indexOf(9, start);
        const [mode = '', type, blob = ''] = output.toString('latin1', start, tab).split(' ');
        const name = output.subarray(tab + 1, end);
        start = end + 1;
        if (type !== 'blob' || !isTreeMode(mode))
            continue;
        if ((0,external_node_buffer_.isUtf8)(name))
            entries.push({ path: name.toString('utf8'), mode, blob });
        else
            onNotice(`config branch: a file is left out because its name is not UTF-8: ${JSON.stringify(name.toString())}`);
    }
    return entries;
}
/** `git cat-file --batch`: for each id a line `ID TYPE SIZE`, the bytes, a newline. */
async function readBlobs(blobs, folder) {
    const stdin = Buffer.from(`${blobs.join('\n')}\n`);
    const output = await runPlumbing(['cat-file', '--batch', '--buffer'], { folder, stdin });
    const found = new Map();
    let start = 0;
    for (const blob of blobs) {
        const end = output.indexOf(0x0a, start);
        const [id, type, size] = output.toString('latin1', start, end).split(' ');
        if (id !== blob || type !== 'blob')
            throw new errors/* DroverError */.F(`blob "${blob}": is not there`, { reason: 'bug' });
        const last = end + 1 + Number(size);
        found.set(blob, output.subarray(end + 1, last));
        start = last + 1;
    }
    return found;
}

// EXTERNAL MODULE: ./build/base/safe-for-token.js
var safe_for_token = __webpack_require__(91133);
;// CONCATENATED MODULE: ./build/git/git-address.js



/** Throws `invalid-argument` for a URL that git could take for something else. */
function parseGitAddress({ url, token }) {
    if (url === '' || url.startsWith('-') || /[\u0000-\u001f\u007f]/.test(url)) {
        throw new errors/* DroverError */.F(`repository ${JSON.stringify(url)}: is no address of a git repository`, {
            reason: 'invalid-argument',
            hint: 'Give a URL such as https://github.com/OWNER/NAME, or the path of a local repository.',
        });
    }
    const web = parseWebUrl(url);
    const secrets = web === undefined || web.password === '' ? [] : [web.password, decodeURIComponent(web.password)];
    const basic = token === undefined ? undefined : encodeBasic(token);
    if (token !== undefined)
        secrets.push(token.reveal(), encodeURIComponent(token.reveal()), basic ?? '');
    const carriesToken = basic !== undefined && web !== undefined && (0,safe_for_token/* isSafeForToken */.M)(web.href);
    return {
        url: web === undefined && !isOtherUrl(url) ? (0,external_node_path_.resolve)(url) : url,
        shown: shownUrl(url, web),
        settings: carriesToken ? tokenSettings(web.origin, basic) : [],
        withheld: basic !== undefined && web !== undefined && !carriesToken,
        scrub: (text) => scrubText(text, secrets),
    };
}
function tokenSettings(origin, basic) {
    const key = `http.${origin}/.extraheader`;
    // The empty value drops a header that the user's own settings add: GitHub answers 400 to two headers.
    return [
        [key, ''],
        [key, `AUTHORIZATION: basic ${basic}`],
        ['credential.helper', ''],
    ];
}
function parseWebUrl(url) {
    return /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url) : undefined;
}
/** `ssh://…`, or `HOST:PATH` as scp writes it. */
function isOtherUrl(url) {
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(url) || /^[^/]+:/.test(url);
}
function shownUrl(url, web) {
    if (web === undefined)
        return url;
    const shown = new URL(web);
    shown.username = '';
    shown.password = '';
    return shown.href;
}
function encodeBasic(token) {
    return Buffer.from(`x-access-token:${token.reveal()}`).toString('base64');
}
// The longest secret comes first: replacing a shorter one inside it would leave the rest readable.
function scrubText(text, secrets) {
    return secrets
        .filter((secret) => secret !== '')
        .sort((a, b) => b.length - a.length)
        .reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}

;// CONCATENATED MODULE: ./build/ledger/git/remote-address.js


/** Throws `invalid-argument` for a URL or branch that git could take for something else. */
function parseRemote({ branch, ...given }) {
    const address = parseGitAddress(given);
    if (!isBranchName(branch)) {
        throw new errors/* DroverError */.F(`branch ${JSON.stringify(branch)}: is no name of a branch`, {
            reason: 'invalid-argument',
            hint: 'Give a plain branch name such as "config".',
        });
    }
    return { ...address, branch };
}
/** The rules of git-check-ref-format that matter for one branch. */
function isBranchName(name) {
    if (!/^[^\s~^:?*[\\\u0000-\u001f\u007f]+$/.test(name) || name.includes('..') || name.includes('@{'))
        return false;
    if (name.startsWith('-') || name.endsWith('.'))
        return false;
    return name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'));
}

;// CONCATENATED MODULE: ./build/ledger/git/git-ledger.js









const droverAuthor = { name: 'drover', email: 'drover@users.noreply.github.com' };
/**
 * The ledger on a git repository. Nothing is done before the first call, and
 * calls on one ledger wait for each other. Throws `invalid-argument` at once for
 * a wrong URL or branch name.
 */
function makeGitLedger(options) {
    const { url, branch, token, clock } = options;
    const onNotice = options.onNotice ?? (() => undefined);
    const remote = parseRemote({ url, branch, ...(token === undefined ? {} : { token }) });
    const oneAtATime = makeQueue();
    const opened = once(async () => {
        if (remote.withheld)
            onNotice(`repository "${remote.shown}": the token is not sent over plain HTTP`);
        const repository = await openRepository({ remote, workDir: options.workDir });
        return { repository, reader: makeTreeReader({ folder: repository.folder, onNotice }) };
    });
    let known;
    let last;
    /** The fetch that `begin` started, until a call uses it. */
    let early;
    const closing = new AbortController();
    const head = async (repository) => {
        const begun = early;
        early = undefined;
        const fetched = await (begun ?? repository.fetchHead());
        if (fetched.kind === 'failed')
            throw fetched.error;
        known = fetched.commit;
        return fetched.commit;
    };
    return {
        begin: async () => {
            const { repository } = await opened.get();
            early = oneAtATime(() => repository.fetchHead(closing.signal));
            // The next `read` throws the error.
            early.catch(() => { });
            // simple-git starts the process some turns later.
            await (0,external_node_timers_promises_.setImmediate)();
        },
        read: () => oneAtATime(async () => {
            const { repository, reader } = await opened.get();
            last = await loadStrictly(await head(repository), reader);
            return last;
        }),
        readAt: (commit) => oneAtATime(async () => {
            if (!isCommitId(commit))
                return undefined;
            const { repository, reader } = await opened.get();
            if (commit !== known && !(await repository.fetchCommit(commit)))
                return undefined;
            return await loadStrictly(commit, reader);
        }),
        push: (records) => oneAtATime(async () => {
            checkRecords(records);
            // A fetch from before this push must not answer a read after it.
            const begun = await early?.catch(() => undefined);
            early = undefined;
            if (begun?.kind === 'fetched')
                known = begun.commit;
            const { repository, reader } = await opened.get();
            // Usually nobody pushed since the branch was read, so it need not be read again.
            const load = async (commit) => commit === last?.commit ? last : await loadTolerantly(commit, { reader, onNotice });
            const pushed = await pushRecords(records, {
                repository,
                clock,
                branch,
                author: options.author ?? droverAuthor,
                deadlineMs: options.pushDeadlineMs ?? 300_000,
                renderDashboard: options.renderDashboard,
                known,
                load,
            });
            known = pushed.commit;
            return pushed;
        }),
        isOnBranch: (commit) => oneAtATime(async () => {
            if (!isCommitId(commit))
                return false;
            const { repository } = await opened.get();
            return commit === known || (await repository.isOnBranch(commit));
        }),
        headOf: (ref) => oneAtATime(async () => {
            const { repository } = await opened.get();
            return await repository.headOf(ref);
        }),
        history: (query) => oneAtATime(async () => {
            const { repository, reader } = await opened.get();
            const entries = await reader.list(await head(repository));
            return await readHistory(query, { entries, reader, onNotice });
        }),
        close: () => {
            if (early !== undefined)
                closing.abort();
            return oneAtATime(async () => {
                const { repository } = (await opened.end()) ?? {};
                await repository?.close();
            });
        },
    };
}
async function loadStrictly(commit, reader) {
    const tree = await reader.read(await reader.list(commit));
    const { machines, problems } = (0,machine_files/* parseMachineFiles */.ct)(tree);
    (0,errors/* throwIfInvalid */.TG)(problems);
    return { commit, tree, machines };
}
/** Loads a snapshot for a push: a machine with broken files must not keep another machine's record off the branch. */
async function loadTolerantly(commit, { reader, onNotice }) {
    const tree = await reader.read(await reader.list(commit));
    const { machines, problems } = (0,machine_files/* parseMachineFiles */.ct)(tree);
    for (const { message } of problems)
        onNotice(message);
    return { commit, tree, machines };
}
/** True for a full id, but not for the id of zeros, which GitHub gives as the commit before the first push. */
function isCommitId(text) {
    return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text) && !/^0+$/.test(text);
}
// The repository has one FETCH_HEAD and one ref for new commits: two calls at once would mix them up.
function makeQueue() {
    let last = Promise.resolve();
    return (task) => {
        const result = last.then(task);
        last = result.catch(() => undefined);
        return result;
    };
}
function once(make) {
    let made;
    let ended = false;
    return {
        get: () => {
            if (ended)
                throw new errors/* DroverError */.F('ledger: was used after it was closed', { reason: 'bug' });
            made ??= make();
            return made;
        },
        end: async () => {
            ended = true;
            return await made?.catch(() => undefined);
        },
    };
}

;// CONCATENATED MODULE: ./build/ledger/git/person-git.js



/** Returns git's output without the last line feed; undefined when git exits with another status than 0. */
async function askGit(words, git) {
    const ended = await run(words, git);
    return (0,command/* succeeded */.g)(ended) ? ended.stdout.toString('utf8').replace(/\n$/, '') : undefined;
}
/** Like `askGit`; throws `command-failed` with git's own words. */
async function runGit(words, git) {
    const ended = await run(words, git);
    if ((0,command/* succeeded */.g)(ended))
        return ended.stdout.toString('utf8').replace(/\n$/, '');
    const said = ended.stderr.toString('utf8').trim().split('\n')[0] ?? '';
    throw new errors/* DroverError */.F(`git ${words[0]}: did not work in "${git.folder}": ${said}`, {
        reason: 'command-failed',
        hint: 'Ensure that git works in this folder, that you may write there, and that no other git is at work; then run it again.',
    });
}
function run(words, { folder, stdin }) {
    return (0,run_process/* runProcess */.R)({
        argv: ['git', '-C', folder, ...words],
        env: personEnvironment(),
        timeoutMs: 60_000,
        maxBytes: 256 * 1024 * 1024,
        ...(stdin !== undefined && { stdin }),
    });
}
/** The user's own environment, without variables that would lead git to another repository than that of the folder. */
function personEnvironment() {
    const kept = Object.entries(process.env).filter((entry) => entry[1] !== undefined && !elsewhere.has(entry[0]));
    return {
        ...Object.fromEntries(kept),
        GIT_TERMINAL_PROMPT: '0',
        GIT_SSH_COMMAND: process.env.GIT_SSH_COMMAND ?? quietSsh,
        LC_ALL: 'C',
    };
}
// ssh must not ask questions, because nobody would see them.
const quietSsh = 'ssh -o BatchMode=yes -o ConnectTimeout=10';
const elsewhere = new Set([
    'GIT_DIR',
    'GIT_WORK_TREE',
    'GIT_INDEX_FILE',
    'GIT_COMMON_DIR',
    'GIT_OBJECT_DIRECTORY',
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'GIT_NAMESPACE',
    'GIT_PREFIX',
]);

;// CONCATENATED MODULE: ./build/ledger/git/place-file.js


/**
 * Writes a file as a whole or not at all: a killed process leaves no half of it. The next attempt removes
 * the temporary file that it left.
 */
async function placeFile(path, { bytes, executable = false }) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const beside = besideFile(path);
    await (0,promises_.writeFile)(beside, bytes);
    if (executable)
        await (0,promises_.chmod)(beside, 0o755);
    await (0,promises_.rename)(beside, path);
}
/** Removes the temporary files that a killed `placeFile` left. */
async function clearBeside(path) {
    await (0,promises_.rm)(besideFile(path), { force: true });
}
function besideFile(path) {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.drover-new`);
}

;// CONCATENATED MODULE: ./build/ledger/git/add-files.js





/**
 * Makes one commit with the files. If the branch is checked out, the files are written to the worktree first,
 * then to the index, and the branch moves last: a killed run leaves files that the next attempt finds to be
 * right, and a branch without any of them. Returns the paths that it left out because another,
 * uncommitted file is there, which stays as it is.
 */
async function addFiles(folder, addition) {
    const place = await placeOf(folder, addition.branch);
    const occupied = place === undefined ? [] : await placeAll(place, addition.files);
    const files = new Map([...addition.files].filter(([path]) => !occupied.includes(path)));
    if (files.size === 0)
        return occupied;
    if (place !== undefined) {
        const names = [...files.keys()].map((path) => `${path}\0`).join('');
        await runGit(['update-index', '--add', '-z', '--stdin'], { folder: place, stdin: names });
    }
    const stdin = encode({ ...addition, files }, await identity(folder));
    await runGit(['fast-import', '--quiet', '--done'], { folder, stdin });
    return occupied;
}
/** The folder in which the branch is checked out: this one, or another worktree of the repository. */
async function placeOf(folder, branch) {
    const listed = await runGit(['worktree', 'list', '--porcelain'], { folder });
    for (const entry of listed.split('\n\n')) {
        const lines = entry.split('\n');
        if (!lines.includes(`branch refs/heads/${branch}`))
            continue;
        return lines.find((line) => line.startsWith('worktree '))?.slice('worktree '.length);
    }
    return undefined;
}
async function placeAll(place, files) {
    const occupied = [];
    for (const [path, file] of files) {
        const full = (0,external_node_path_.join)(place, path);
        await clearBeside(full);
        const found = await (0,promises_.readFile)(full).catch(nothingThere);
        if (found === undefined) {
            await placeFile(full, { bytes: file.bytes, executable: file.mode === '100755' });
        }
        else if (!found.equals(file.bytes))
            occupied.push(path);
    }
    return occupied;
}
/** Anything else in the way, such as a folder, belongs to the user and counts as another file. */
function nothingThere(error) {
    return error.code === 'ENOENT' ? undefined : Buffer.alloc(0);
}
/** `NAME <MAIL> SECONDS ZONE`: the user's own if git knows it. */
async function identity(folder) {
    const own = await askGit(['var', 'GIT_COMMITTER_IDENT'], { folder });
    return own ?? `${droverAuthor.name} <${droverAuthor.email}> ${Math.floor(Date.now() / 1000)} +0000`;
}
/** The input of git-fast-import(1). Without `--force` git refuses a branch that moved meanwhile. */
function encode({ branch, parent, files, message }, person) {
    const head = [
        `commit refs/heads/${branch}`,
        `author ${person}`,
        `committer ${person}`,
        `data ${Buffer.byteLength(message)}`,
        message,
        ...(parent === undefined ? [] : [`from ${parent}`]),
        '',
    ];
    return Buffer.concat([
        Buffer.from(head.join('\n')),
        ...[...files].flatMap(([path, file]) => encodeFile(path, file)),
        Buffer.from('\ndone\n'),
    ]);
}
function encodeFile(path, { mode, bytes }) {
    return [Buffer.from(`M ${mode} inline ${path}\ndata ${bytes.length}\n`), bytes, Buffer.from('\n')];
}

;// CONCATENATED MODULE: ./build/ledger/git/ops-checkout.js







function makeOpsCheckout({ folder, branch, }) {
    const git = { folder };
    return {
        folder,
        branch,
        look: () => look(folder),
        newest: async (name) => {
            const { local, remote } = await readBranches(folder);
            const [here, there] = [local.get(name), remote.get(name)];
            if (here === undefined || there === undefined)
                return here ?? there;
            const isBehind = (await askGit(['merge-base', '--is-ancestor', here, there], git)) !== undefined;
            return isBehind ? there : here;
        },
        askOrigin: async (name) => (await askGit(['ls-remote', 'origin', `refs/heads/${name}`], git))?.split('\t')[0],
        read: async (commit) => {
            const place = await runGit(['rev-parse', '--absolute-git-dir'], git);
            const reader = makeTreeReader({ folder: place, onNotice: () => undefined });
            return reader.read(await reader.list(commit));
        },
        readFolder: () => readFolder(folder),
        begin: async (first) => {
            await (0,promises_.mkdir)(folder, { recursive: true });
            await runGit(['init', '--quiet', `--initial-branch=${first}`], git);
        },
        startOn: async (first) => {
            await runGit(['symbolic-ref', 'HEAD', `refs/heads/${first}`], git);
        },
        add: (addition) => addFiles(folder, addition),
        write: async (files) => {
            for (const [path, text] of files)
                await placeFile((0,external_node_path_.join)(folder, path), { bytes: Buffer.from(text) });
        },
    };
}
async function look(folder) {
    const top = (await exists(folder)) ? await askGit(['rev-parse', '--show-toplevel'], { folder }) : undefined;
    if (top === undefined) {
        if (await exists((0,external_node_path_.join)(folder, '.git')))
            throw unreadable(folder);
        return { isTop: false, local: new Map(), remote: new Map() };
    }
    const [head, origin, originHead, branches] = await Promise.all([
        askGit(['symbolic-ref', '--quiet', '--short', 'HEAD'], { folder }),
        askGit(['remote', 'get-url', 'origin'], { folder }),
        askGit(['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'], { folder }),
        readBranches(folder),
    ]);
    return {
        top,
        isTop: (await (0,promises_.realpath)(top)) === (await (0,promises_.realpath)(folder)),
        ...(head !== undefined && { head }),
        ...(origin !== undefined && { origin }),
        ...(originHead !== undefined && { originHead: originHead.replace(/^origin\//, '') }),
        ...branches,
    };
}
async function readBranches(folder) {
    const format = '--format=%(objectname) %(refname)';
    const text = await runGit(['for-each-ref', format, 'refs/heads', 'refs/remotes/origin'], { folder });
    const rows = text
        .split('\n')
        .map((line) => [line.slice(line.indexOf(' ') + 1), line.split(' ')[0]]);
    const below = (prefix) => new Map(rows.flatMap(([name, commit = '']) => name.startsWith(prefix) ? [[name.slice(prefix.length), commit]] : []));
    return { local: below('refs/heads/'), remote: below('refs/remotes/origin/') };
}
async function readFolder(folder) {
    const listed = await runGit(['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { folder });
    const files = new Map();
    for (const path of listed.split('\0').sort()) {
        const file = path === '' ? undefined : await readOne((0,external_node_path_.join)(folder, path));
        if (file !== undefined)
            files.set(path, file);
    }
    return files;
}
/** undefined for a deleted file whose deletion is not committed, and for a repository inside this one. */
async function readOne(path) {
    const found = await (0,promises_.lstat)(path).catch(() => undefined);
    if (found?.isSymbolicLink())
        return { mode: '120000', bytes: Buffer.from(await (0,promises_.readlink)(path)) };
    if (!found?.isFile())
        return undefined;
    return { mode: (found.mode & 0o100) === 0 ? '100644' : '100755', bytes: await (0,promises_.readFile)(path) };
}
async function exists(path) {
    return (await (0,promises_.lstat)(path).catch(() => undefined)) !== undefined;
}
function unreadable(folder) {
    return new errors/* DroverError */.F(`checkout: git cannot read the repository in "${folder}"`, {
        reason: 'invalid-argument',
        hint: `Run "git -C ${folder} status": it says why, for example that the folder belongs to somebody else.`,
    });
}

// EXTERNAL MODULE: ./build/ledger/records/keep-record.js
var keep_record = __webpack_require__(54472);
// EXTERNAL MODULE: ./build/ledger/records/record-file.js
var record_file = __webpack_require__(12071);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/remote/private-key.js


const known = new WeakMap();
/**
 * Reads the key once and not for each machine, because reading takes longer than signing.
 * Throws `invalid-argument`, and never quotes the key.
 */
function readPrivateKey(key) {
    const reading = known.get(key) ?? read(key);
    known.set(key, reading);
    return reading;
}
/** The public half of a private key, as one OpenSSH line without a comment. Throws as `readPrivateKey`. */
async function publicKeyOf(key) {
    const parsed = await readPrivateKey(key);
    return `${parsed.type} ${parsed.getPublicSSH().toString('base64')}`;
}
async function read(key) {
    const { default: ssh2 } = await __webpack_require__.e(/* import() */ 5472).then(__webpack_require__.t.bind(__webpack_require__, 85472, 19));
    const parsed = ssh2.utils.parseKey(key.reveal());
    const one = Array.isArray(parsed) ? parsed[0] : parsed;
    if (one instanceof Error || one === undefined || !one.isPrivateKey()) {
        throw new errors/* DroverError */.F('ssh key: the private key cannot be read', {
            reason: 'invalid-argument',
            hint: 'Give an OpenSSH or PEM private key without a passphrase, with its line breaks.',
        });
    }
    signWithObject(one);
    return one;
}
/** Signs with a key object, because ssh2 lets OpenSSL read the key again for each signature. Only Ed25519: ssh2 must convert other signatures. */
function signWithObject(key) {
    if (key.type !== 'ssh-ed25519')
        return;
    const made = (0,external_node_crypto_.createPrivateKey)(key.getPrivatePEM());
    key.sign = (data) => (0,external_node_crypto_.sign)(null, Buffer.from(data), made);
}

// EXTERNAL MODULE: ./build/remote/ssh-greeting.js
var ssh_greeting = __webpack_require__(70749);
;// CONCATENATED MODULE: ./build/remote/connect-failure.js

const nothingSent = 'Somebody may intercept the connection, or the address now belongs to another machine. Nothing was sent. If the machine was made again, "drover provision" pins its new key.';
/** Explains why a handshake or an authentication failed, with a reason. */
function explainFailure(failure) {
    const { machine, identity, cause } = failure;
    if (failure.cancelled)
        return cancelledError(machine);
    const wrongKey = describeWrongKey(failure);
    if (wrongKey !== undefined) {
        const message = `${machine}: ${identity.address} ${wrongKey}`;
        return new errors/* DroverError */.F(message, { reason: 'host-key-mismatch', hint: nothingSent, cause });
    }
    const level = levelOf(cause);
    if (level === 'client-authentication') {
        return new errors/* DroverError */.F(`${machine}: ${identity.user}@${identity.address} refused the SSH key`, {
            reason: 'authentication-failed',
            hint: `Ensure that DROVER_SSH_KEY is the key whose public half is in ~${identity.user}/.ssh/authorized_keys on the machine.`,
            cause,
        });
    }
    const late = failure.deadlinePassed || level === 'client-timeout';
    const how = late ? `was not done within ${failure.timeoutMs} ms` : `failed: ${messageOf(cause)}`;
    return new errors/* DroverError */.F(`${machine}: the SSH handshake with ${identity.address} ${how}`, {
        reason: 'unreachable',
        hint: `Ensure that port ${identity.port} is an SSH server and not too busy, then run the operation again.`,
        cause,
    });
}
function cancelledError(machine) {
    return new errors/* DroverError */.F(`${machine}: the run was cancelled before a session was open`, {
        reason: 'cancelled',
        hint: 'Nothing on the machine was changed.',
    });
}
/** Describes each way in which a server can differ from the machine that we know. */
function describeWrongKey({ machine, verdict, fingerprint, owner, cause, }) {
    const pinned = `machines/${machine}/machine.json`;
    if (verdict === 'revoked')
        return `shows the host key ${fingerprint}, which is revoked in ${pinned}`;
    if (verdict === 'other' && owner !== undefined) {
        return `shows the host key of "${owner}", and not the one pinned in ${pinned}`;
    }
    if (verdict === 'other' || lacksPinnedType(cause)) {
        return `shows another host key than the one pinned in ${pinned}`;
    }
    if (verdict === 'pinned' && levelOf(cause) === 'handshake' && /signature/i.test(messageOf(cause))) {
        return `shows the host key pinned in ${pinned} but cannot prove that it holds it`;
    }
    return undefined;
}
/** True if the server has no key of a pinned type, which is another identity than the one we know. ssh2 reports it in words only. */
function lacksPinnedType(cause) {
    const isOurs = levelOf(cause) === 'handshake';
    return isOurs && /no matching host key|host key does not match/i.test(messageOf(cause));
}
function levelOf(cause) {
    return cause instanceof Error && 'level' in cause ? cause.level : undefined;
}
function messageOf(cause) {
    return cause instanceof Error ? cause.message : String(cause);
}

// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
;// CONCATENATED MODULE: ./build/remote/capped-buffer.js
/** Keeps the first bytes of a stream, up to a cap, and remembers whether there were more. */
class CappedBuffer {
    #chunks = [];
    #cap;
    #size = 0;
    truncated = false;
    constructor(cap) {
        this.#cap = cap;
    }
    push(chunk) {
        const room = this.#cap - this.#size;
        if (chunk.length > room)
            this.truncated = true;
        if (room <= 0)
            return;
        const kept = chunk.subarray(0, room);
        this.#chunks.push(kept);
        this.#size += kept.length;
    }
    bytes() {
        return Buffer.concat(this.#chunks);
    }
}

// EXTERNAL MODULE: ./build/remote/form-request.js
var form_request = __webpack_require__(63285);
// EXTERNAL MODULE: ./build/remote/lines.js
var remote_lines = __webpack_require__(94420);
;// CONCATENATED MODULE: ./build/remote/exec.js




const defaultMaxBytes = 1024 * 1024;
/** Runs one command on an open connection. All of its input is sent at once, and then ended. */
async function execOn(client, request) {
    const { from } = request.options;
    const running = await startOn(client, request);
    if (from === undefined)
        running.end();
    else
        running.take(from);
    return running.ended;
}
/**
 * Starts a command and keeps its input open. This uses ssh2's own exec, because
 * node-ssh resolves with a null exit code when the connection is lost, rejects
 * on any output to stderr, and breaks characters that span two chunks.
 */
async function startOn(client, request) {
    const { machine, options } = request;
    const { line, isWhole, stdin } = (0,form_request/* formRequest */.M)(request);
    const startedMs = performance.now();
    const watch = new Watch(machine, options);
    try {
        const follow = (channel) => ({
            channel,
            following: followChannel(channel, {
                ...request,
                startedMs,
                onActivity: () => watch.activity(),
                onBroken: (error) => watch.fail(error),
            }),
        });
        const { channel, following } = await watch.race(openChannel(client, line, { machine, follow }));
        watch.closeOnEnd(channel);
        const ended = watch.race(following).finally(() => watch.stop());
        // A caller that only writes must not be ended by a rejection that nobody waits for yet.
        ended.catch(() => { });
        if (stdin !== undefined)
            channel.write(stdin);
        return {
            ended,
            write: (chunk) => void channel.write(chunk),
            end: () => void (isWhole || channel.end()),
            take: (from) => {
                // The command must not take a read error for the end of its input: it sees a broken connection.
                from.once('error', (error) => watch.fail(error));
                from.on('data', () => watch.activity());
                from.pipe(channel.stdin);
            },
        };
    }
    catch (error) {
        watch.stop();
        throw error;
    }
}
/**
 * The answer to our request may come in one packet with all output of a fast command
 * and its exit status: a listener that is added one turn later would miss them.
 */
function openChannel(client, line, { machine, follow }) {
    return new Promise((resolve, reject) => {
        const lost = (cause) => reject(connectionLost(machine, cause));
        client.once('close', lost);
        try {
            client.exec(line, (error, channel) => {
                client.removeListener('close', lost);
                if (error)
                    lost(error);
                else
                    resolve(follow(channel));
            });
        }
        catch (error) {
            // ssh2 throws when the connection had ended before the request.
            client.removeListener('close', lost);
            lost(error);
        }
    });
}
function followChannel(channel, following) {
    const { machine, options, startedMs } = following;
    const kept = {
        stdout: new CappedBuffer(options.maxBytes ?? defaultMaxBytes),
        stderr: new CappedBuffer(options.maxBytes ?? defaultMaxBytes),
    };
    const follow = (source, stream) => {
        const lines = (0,remote_lines/* splitLines */.u)((line) => options.onLine?.(line, stream));
        source.on('data', (chunk) => {
            following.onActivity();
            kept[stream].push(chunk);
            lines.write(chunk);
        });
        return () => lines.end();
    };
    const feed = (into) => {
        into.once('error', following.onBroken);
        channel.on('data', (chunk) => {
            following.onActivity();
            if (into.destroyed || into.write(chunk))
                return;
            channel.pause();
            into.once('drain', () => channel.resume());
        });
        return () => { };
    };
    const { into } = options;
    const finishers = [
        into === undefined ? follow(channel, 'stdout') : feed(into),
        follow(channel.stderr, 'stderr'),
    ];
    return new Promise((resolve, reject) => {
        let end;
        // RFC 4254, 6.10: exactly one of exit-status and exit-signal; neither comes when the connection breaks.
        channel.on('exit', (code, signal) => {
            end = { code: code ?? null, signal: signal ? `SIG${signal.replace(/^SIG/, '')}` : null };
        });
        channel.on('error', (error) => reject(connectionLost(machine, error)));
        channel.on('close', () => {
            for (const finish of finishers)
                finish();
            if (end === undefined || (end.code === null && end.signal === null))
                reject(connectionLost(machine));
            else {
                resolve({
                    ...end,
                    stdout: kept.stdout.bytes(),
                    stderr: kept.stderr.bytes(),
                    truncated: kept.stdout.truncated || kept.stderr.truncated,
                    durationMs: performance.now() - startedMs,
                });
            }
        });
        // A command that does not read all of its input closes the pipe; its exit shows whether that mattered.
        channel.stdin.on('error', () => { });
    });
}
function connectionLost(machine, cause) {
    return new errors/* DroverError */.F(`${machine}: the connection was lost before the exit of the command was known`, {
        reason: 'connection-lost',
        hint: 'Run the operation again: it observes the machine first and finishes what is missing.',
        cause,
    });
}
/** The deadlines of one command, and its cancellation, as one promise that can only reject. */
class Watch {
    #machine;
    #options;
    #failure;
    #reject = () => { };
    #total;
    #idle;
    #onAbort = () => this.#fail('the run was cancelled', 'cancelled');
    constructor(machine, options) {
        this.#machine = machine;
        this.#options = options;
        this.#failure = new Promise((_resolve, reject) => {
            this.#reject = reject;
        });
        this.#failure.catch(() => { });
        this.#total = setTimeout(() => this.#fail(`the command was not done within ${options.timeoutMs} ms`, 'timed-out'), options.timeoutMs);
        options.signal?.addEventListener('abort', this.#onAbort, { once: true });
        if (options.signal?.aborted)
            this.#onAbort();
        this.activity();
    }
    race(work) {
        work.catch(() => { });
        return Promise.race([work, this.#failure]);
    }
    activity() {
        if (this.#options.idleMs === undefined)
            return;
        clearTimeout(this.#idle);
        const { idleMs } = this.#options;
        this.#idle = setTimeout(() => this.#fail(`the command was silent for ${idleMs} ms`, 'timed-out'), idleMs);
    }
    closeOnEnd(channel) {
        this.#failure.catch(() => channel.destroy());
    }
    stop() {
        clearTimeout(this.#total);
        clearTimeout(this.#idle);
        this.#options.signal?.removeEventListener('abort', this.#onAbort);
    }
    /** Ends the command because of something on this side. */
    fail(error) {
        this.#reject(error);
    }
    #fail(what, reason) {
        this.#reject(new errors/* DroverError */.F(`${this.#machine}: ${what}`, {
            reason,
            hint: 'The effect of the command on the machine is unknown. Run the operation again: it observes the machine first.',
        }));
    }
}

// EXTERNAL MODULE: ./build/remote/host-key.js
var host_key = __webpack_require__(94511);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/remote/open-socket.js



/** Opens a TCP connection to the machine. Throws `unreachable` or `cancelled`. */
function openSocket({ machine, identity, reachMs, until, signal }) {
    const limit = AbortSignal.any([until, AbortSignal.timeout(reachMs)]);
    return new Promise((resolve, reject) => {
        // ssh2 leaves Nagle's algorithm on, which makes a session with a few commands three times slower.
        const socket = (0,external_node_net_.connect)({ host: identity.address, port: identity.port, noDelay: true });
        const end = (error) => {
            limit.removeEventListener('abort', abort);
            socket.destroy();
            reject(error);
        };
        const fail = (cause) => end(new errors/* DroverError */.F(`${machine}: no connection to ${identity.address} port ${identity.port}: ${reasonOf(cause)}`, {
            reason: 'unreachable',
            hint: `Ensure that the machine runs ("drover list ${machine}") and that its address and firewall let port ${identity.port} through.`,
            cause,
        }));
        const abort = () => (signal?.aborted ? end(cancelledError(machine)) : fail(limit.reason));
        limit.addEventListener('abort', abort, { once: true });
        socket.once('error', fail);
        socket.once('connect', () => {
            limit.removeEventListener('abort', abort);
            socket.removeListener('error', fail);
            // This listener stays until another is added: an error without a listener would end the process.
            socket.on('error', () => { });
            gatherWrites(socket);
            resolve(socket);
        });
    });
}
/**
 * ssh2 writes a packet in up to three pieces (its length, itself, its tag), each of which would be a segment of
 * its own and wake the server. All pieces that are written in one turn are sent together.
 */
function gatherWrites(socket) {
    const write = socket.write;
    let isGathering = false;
    socket.write = (...args) => {
        if (!isGathering) {
            isGathering = true;
            socket.cork();
            process.nextTick(() => {
                isGathering = false;
                socket.uncork();
            });
        }
        return Reflect.apply(write, socket, args);
    };
}
function reasonOf(cause) {
    if (!(cause instanceof Error))
        return String(cause);
    if (cause.name === 'TimeoutError')
        return 'no answer in time';
    return 'code' in cause ? String(cause.code) : cause.message;
}

;// CONCATENATED MODULE: ./build/remote/shorten-handshake.js
/**
 * Removes round trips of ssh2 that none of its options removes (docs/decisions/0019). Must be called after
 * `connect`. Does nothing to a version of ssh2 with other private parts.
 */
function shortenHandshake(client, key) {
    const protocol = client._protocol;
    if (protocol === undefined)
        return;
    // With RSA the server announces only now which hashes it can verify (RFC 8308, 3.1).
    if (key.type !== 'ssh-rsa')
        logInAtOnce(protocol);
    signAtOnce(protocol);
    ignoreOtherHostKeys(protocol);
}
/**
 * RFC 4253, 10: a server accepts a request for a service or ends the connection, and takes packets in order. So the login is
 * sent right after the request and not a round trip later. The host key was checked before the request.
 */
function logInAtOnce(protocol) {
    const { service, _handlers: handlers } = protocol;
    const accept = handlers?.SERVICE_ACCEPT;
    if (typeof service !== 'function' || handlers === undefined || typeof accept !== 'function')
        return;
    protocol.service = (name) => {
        service.call(protocol, name);
        if (name !== 'ssh-userauth')
            return;
        handlers.SERVICE_ACCEPT = () => { };
        accept(protocol, name);
    };
}
/** RFC 4252, 7: a client may ask first whether a key is acceptable. There is only one key, so its signature is sent at once. */
function signAtOnce(protocol) {
    const { authPK } = protocol;
    if (typeof authPK !== 'function')
        return;
    protocol.authPK = (user, key, algorithm, sign) => {
        // An algorithm is named only for RSA, where the hash follows from it. The question is kept in that case.
        const isPlain = sign === undefined && algorithm === undefined && typeof key?.sign === 'function';
        const own = (data, done) => {
            const signature = key.sign(data);
            // ssh2 does the same: the server refuses an empty signature.
            done(Buffer.isBuffer(signature) ? signature : Buffer.alloc(0));
        };
        authPK.call(protocol, user, key, algorithm, isPlain ? own : sign);
    };
}
/** OpenSSH's `hostkeys-00`: ssh2 lets the server sign with each of its keys. Keys that are not pinned do not matter here. */
function ignoreOtherHostKeys(protocol) {
    const handlers = protocol._handlers;
    const handle = handlers?.GLOBAL_REQUEST;
    if (handlers === undefined || typeof handle !== 'function')
        return;
    handlers.GLOBAL_REQUEST = (around, name, ...rest) => {
        if (name !== 'hostkeys-00@openssh.com')
            handle(around, name, ...rest);
    };
}

;// CONCATENATED MODULE: ./build/remote/use-key-objects.js

/**
 * With AES-GCM, ssh2 gives the session's key to OpenSSL as bytes with each packet, and Node makes a key object of them each
 * time, which takes longer than encrypting the packet. This makes the key object once after each handshake. Must be
 * called after `connect`. Does nothing to a version of ssh2 with other private parts.
 */
function useKeyObjects(client) {
    client.on('handshake', () => {
        const { _cipher: cipher, _decipher: decipher } = client._protocol ?? {};
        if (Buffer.isBuffer(cipher?._encKey))
            cipher._encKey = (0,external_node_crypto_.createSecretKey)(cipher._encKey);
        if (Buffer.isBuffer(decipher?._decipherKey))
            decipher._decipherKey = (0,external_node_crypto_.createSecretKey)(decipher._decipherKey);
    });
}

;// CONCATENATED MODULE: ./build/remote/ssh-remote.js









const keepaliveOptions = {
    keepaliveInterval: connection_policy/* keepalive */.du.intervalMs,
    keepaliveCountMax: connection_policy/* keepalive */.du.maxMissed,
};
/**
 * All key exchanges of ssh2 that are not broken, the NIST curve first: it is as strong as X25519 (RFC 8731, 5656),
 * and OpenSSL computes it in assembler at both ends. That makes a handshake about a third faster.
 */
const keyExchange = [
    'ecdh-sha2-nistp256',
    'curve25519-sha256',
    'curve25519-sha256@libssh.org',
    'ecdh-sha2-nistp384',
    'ecdh-sha2-nistp521',
    'diffie-hellman-group-exchange-sha256',
    'diffie-hellman-group14-sha256',
    'diffie-hellman-group16-sha512',
    'diffie-hellman-group18-sha512',
];
/** Opens sessions over SSH, with node-ssh for the connection and an own exec on top of it. */
function makeSshRemote() {
    return {
        connect: async (options) => {
            const ssh = await withHandshake(options, async (config) => {
                const loading = Promise.all([Promise.all(/* import() */[__webpack_require__.e(5472), __webpack_require__.e(9487)]).then(__webpack_require__.bind(__webpack_require__, 19487)), readPrivateKey(options.key)]);
                const [{ NodeSSH }, key] = await whileTheServerBegins(config, loading);
                const ssh = new NodeSSH();
                // By default ssh2 first tries to log in without any key, which costs a round trip.
                const logIn = { type: 'publickey', username: options.identity.user, key };
                const connecting = ssh.connect({ ...config, ...keepaliveOptions, authHandler: [logIn] });
                if (ssh.connection !== null)
                    tune(ssh.connection, key);
                return await connecting;
            });
            return makeSession(ssh, options);
        },
        check: (options) => withHandshake(options, async (config) => {
            const { default: ssh2 } = await whileTheServerBegins(config, __webpack_require__.e(/* import() */ 5472).then(__webpack_require__.t.bind(__webpack_require__, 85472, 19)));
            await shakeHands(new ssh2.Client(), config);
        }),
    };
}
/** Waits for libraries that are loaded only after the TCP connection: the server starts its end of the connection meanwhile. */
async function whileTheServerBegins({ sock }, loading) {
    const loaded = await loading;
    // No listener was on the socket, and ssh2 would wait for a socket that is closed.
    if (sock.destroyed)
        throw new Error('the server ended the connection');
    return loaded;
}
/** Opens a connection and starts `work` on it. Any failure ends the connection and gets a reason. */
async function withHandshake(options, work) {
    const { machine, identity, timeoutMs, reachMs, ownerOfKey, signal } = options;
    if (signal?.aborted)
        throw cancelledError(machine);
    const deadline = AbortSignal.timeout(timeoutMs);
    const until = signal ? AbortSignal.any([deadline, signal]) : deadline;
    const pins = (0,host_key/* pinsOf */.cz)({ machine, identity });
    const socket = await openSocket({ machine, identity, reachMs, until, ...(signal ? { signal } : {}) });
    const seen = {};
    // Ending the socket is the only way to stop a handshake: ssh2's own readyTimeout does not cover the time before it.
    const stop = () => void socket.destroy();
    until.addEventListener('abort', stop, { once: true });
    if (until.aborted)
        stop();
    try {
        return await work({
            sock: socket,
            username: identity.user,
            readyTimeout: timeoutMs,
            algorithms: { serverHostKey: [...(0,host_key/* algorithmsFor */.iJ)(pins)], kex: [...keyExchange] },
            hostVerifier: (blob) => {
                seen.verdict = (0,host_key/* judge */.S4)(pins, blob);
                seen.fingerprint = (0,host_key/* fingerprint */.Rj)(blob);
                seen.owner = ownerOfKey?.((0,host_key/* pinLine */.cW)(blob));
                return seen.verdict === 'pinned';
            },
        });
    }
    catch (cause) {
        socket.destroy();
        // The error is about our own key, and not about the machine.
        if (cause instanceof errors/* DroverError */.F)
            throw cause;
        throw explainFailure({
            machine,
            identity,
            cause,
            timeoutMs,
            verdict: seen.verdict,
            fingerprint: seen.fingerprint,
            owner: seen.owner,
            deadlinePassed: deadline.aborted,
            cancelled: signal?.aborted === true,
        });
    }
    finally {
        until.removeEventListener('abort', stop);
    }
}
/** Makes the handshake. ssh2 reports it after it checked the server's signature, and before it authenticates. */
function shakeHands(client, config) {
    return new Promise((resolve, reject) => {
        client.on('error', reject);
        client.on('close', () => reject(new Error('the server ended the connection')));
        client.on('handshake', () => {
            client.destroy();
            resolve();
        });
        client.connect(config);
    });
}
function tune(client, key) {
    shortenHandshake(client, key);
    useKeyObjects(client);
}
function makeSession(ssh, { machine, identity }) {
    const client = ssh.connection;
    // node-ssh removes its listener once connected; an error without one would end the process. `close` follows, for which exec waits.
    client.on('error', () => { });
    const close = async () => void client.end();
    const become = identity.user !== 'root';
    return {
        exec: (command, options) => execOn(client, { machine, command, options, become }),
        start: (command, options) => startOn(client, { machine, command, options, become }),
        close,
        [Symbol.asyncDispose]: close,
    };
}

;// CONCATENATED MODULE: ./build/secrets/check-secret.js
const shortest = 4;
/** Why a secret cannot be kept out of logs, never quoting it; undefined when it can. */
function findUnsafeSecret(secret) {
    const value = secret.reveal();
    const cause = unsafeCause(value);
    if (cause === undefined)
        return undefined;
    return {
        reason: 'unsafe-secret',
        message: `secret "${secret.name}": cannot be kept out of logs: ${cause}`,
        hint: `give it a value of at least ${shortest} characters that are not white space; what is no secret belongs in vars`,
    };
}
function unsafeCause(value) {
    if (value.includes('\0'))
        return 'it holds a NUL character';
    const visible = value.trim();
    if (visible === '')
        return 'it holds only white space';
    if ([...visible].length < shortest)
        return 'it is too short to be distinguished from other text';
    return undefined;
}

;// CONCATENATED MODULE: ./build/secrets/derive-seed.js

/** 32 bytes by HKDF-SHA-256 (RFC 5869) from a secret, for the purpose that the label names. */
function deriveSeed(secret, label) {
    return Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', secret.reveal(), 'drover', label, 32));
}

// EXTERNAL MODULE: ./build/base/text/neutralise.js
var neutralise = __webpack_require__(49746);
// EXTERNAL MODULE: ./build/secrets/encodings.js + 2 modules
var encodings = __webpack_require__(69627);
// EXTERNAL MODULE: ./build/secrets/matcher.js
var matcher = __webpack_require__(22512);
;// CONCATENATED MODULE: ./build/secrets/scrubber.js



/**
 * Knows secrets and their common encodings and removes them from texts. It does not search
 * for a value with fewer than four visible characters, which a secret source refuses.
 */
class Scrubber {
    #patterns = new Map();
    #known = new Map();
    #matcher;
    /** True when it was added before: by this name, with this value. */
    knows(secret) {
        return this.#known.get(secret.toString())?.has(secret.reveal()) ?? false;
    }
    add(secret) {
        if (this.knows(secret))
            return;
        const replacement = secret.toString();
        this.#known.set(replacement, (this.#known.get(replacement) ?? new Set()).add(secret.reveal()));
        // What was put in place of a secret stays, even where the name holds a value.
        this.#patterns.set(replacement, { text: replacement, replacement });
        for (const { text } of (0,encodings/* listEncodings */.l)(secret.reveal())) {
            if (!this.#patterns.has(text))
                this.#patterns.set(text, { text, replacement });
        }
        this.#matcher = undefined;
    }
    /** Replaces each value and encoding by `[secret NAME]`. Scrubbing twice changes nothing more. */
    scrub(text) {
        return this.matcher().replace(text);
    }
    /**
     * Scrubs and neutralises output of a machine. It scrubs before and after:
     * neutralising changes a value that contains control characters, and joins
     * the parts of a value with colours in it.
     */
    clean(text) {
        return this.scrub((0,neutralise/* neutralise */.$)(this.scrub(text)));
    }
    /** The matcher for the present secrets, which is valid until the next `add`. */
    matcher() {
        this.#matcher ??= (0,matcher/* makeMatcher */.F)(this.#patterns.values());
        return this.#matcher;
    }
}

// EXTERNAL MODULE: ./build/secrets/seal/read-identities.js
var read_identities = __webpack_require__(93323);
;// CONCATENATED MODULE: ./build/secrets/seal/age-sealer.js


/** Makes a sealer. Throws an InputError with all lines of the key that are no identities. */
async function makeAgeSealer(key) {
    const { identities, problems } = (0,read_identities/* readIdentities */.d1)(key);
    (0,errors/* throwIfInvalid */.TG)(problems);
    const { Decrypter, Encrypter, identityToRecipient } = await __webpack_require__.e(/* import() */ 1539).then(__webpack_require__.bind(__webpack_require__, 81539));
    const read = await Promise.all(
    // The error of a wrong checksum is not passed on, because it may quote the line.
    identities.map(({ text }) => identityToRecipient(text).catch(() => undefined)));
    (0,errors/* throwIfInvalid */.TG)(identities.flatMap(({ line }, index) => (read[index] === undefined ? [(0,read_identities/* noIdentity */.kH)(key, line)] : [])));
    const [first = '', ...others] = read.flatMap((recipient) => recipient ?? []);
    return {
        recipients: [first, ...others],
        seal: async (bytes) => {
            const encrypter = new Encrypter();
            encrypter.addRecipient(first);
            return Buffer.from(await encrypter.encrypt(bytes));
        },
        open: async (bytes) => {
            const decrypter = new Decrypter();
            for (const { text } of identities)
                decrypter.addIdentity(text);
            try {
                return Buffer.from(await decrypter.decrypt(bytes));
            }
            catch (cause) {
                throw new errors/* DroverError */.F(`sealed file: no identity in ${key.name} opens it, or it is damaged`, {
                    reason: 'invalid-ledger',
                    hint: `Ensure that ${key.name} holds the identity that it was sealed with: it may hold several, one a line.`,
                    cause,
                });
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/secrets/secret-source.js



/** Throws InputError `invalid-argument` with all problems of the JSON, quoting no value. */
function makeSecretSource({ env, json }) {
    const given = [...readJson(json ?? '')]
        .filter(([, value]) => value !== '')
        .map(([name, value]) => new base_secret/* Secret */.z(name, value))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
    const byName = new Map(given.map((secret) => [secret.name, secret]));
    const lookup = (name) => {
        const value = Object.hasOwn(env, name) ? env[name] : undefined;
        const secret = value ? new base_secret/* Secret */.z(name, value) : byName.get(name);
        const problem = secret && findUnsafeSecret(secret);
        if (problem !== undefined)
            throw new errors/* InputError */.dz([problem]);
        return secret;
    };
    return Object.assign(lookup, { names: [...byName.keys()], given });
}
/** Also those that nothing names: a machine may print them all the same. One that cannot be looked for is left out. */
function guardGiven({ given }, guard) {
    for (const secret of given)
        if (findUnsafeSecret(secret) === undefined)
            guard(secret);
}
function readJson(json) {
    if (json.trim() === '')
        return new Map();
    const data = parse(json);
    if (typeof data !== 'object' || data === null || Array.isArray(data)) {
        throw notAnObject(Array.isArray(data) ? 'it is a list' : 'it is a single value');
    }
    const entries = Object.entries(data);
    (0,errors/* throwIfInvalid */.TG)(entries
        .filter(([, value]) => typeof value !== 'string')
        .map(([name]) => ({
        reason: 'invalid-argument',
        message: `secrets: "${name}" is not a text`,
        hint: 'put its value in quotes',
    })));
    return new Map(entries);
}
function parse(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        // JSON.parse quotes the text around the fault, so its error is not passed on as the cause.
        throw notAnObject('it does not parse');
    }
}
function notAnObject(cause) {
    return new errors/* InputError */.dz([
        {
            reason: 'invalid-argument',
            message: `secrets: not a JSON object: ${cause}`,
            hint: 'write an object such as {"DB_PASSWORD": "…"}',
        },
    ]);
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/system/retry.js
var retry = __webpack_require__(47318);
;// CONCATENATED MODULE: ./build/sources/artifacts/download.js







/** Downloads a file, with redirects and a few attempts, and checks it meanwhile. */
async function download(desired) {
    const { url, path, clock, signal } = desired;
    const shown = showUrl(url);
    const part = `${path}.part`;
    const options = {
        clock,
        baseMs: 1000,
        maxMs: 15_000,
        attempts: 4,
        isRetryable: (error) => error instanceof Passing,
        leastMs: (error) => (error instanceof Passing ? error.leastMs : 0),
        ...(signal === undefined ? {} : { signal }),
    };
    try {
        const bytes = await (0,retry/* retry */.L)(options, () => fetchOnce({ ...desired, path: part }, shown));
        await (0,promises_.rename)(part, path);
        return { path, bytes };
    }
    catch (error) {
        await (0,promises_.rm)(part, { force: true });
        throw error;
    }
}
/** A failure that another attempt may mend. */
class Passing extends errors/* DroverError */.F {
    leastMs;
    constructor(message, { cause, leastMs = 0 }) {
        super(message, {
            reason: 'artifact-unreachable',
            hint: 'Ensure that the address can be reached from here, then run the operation again.',
            cause,
        });
        this.leastMs = leastMs;
    }
}
async function fetchOnce(desired, shown) {
    const { url, sha256, path, maxBytes, signal } = desired;
    const silence = new Silence();
    try {
        const stop = signal === undefined ? silence.signal : AbortSignal.any([silence.signal, signal]);
        const response = await fetch(url, { signal: stop });
        if (!response.ok || response.body === null)
            throw refused(response, shown);
        if (Number(response.headers.get('content-length') ?? 0) > maxBytes)
            throw tooLarge(shown, maxBytes);
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let size = 0;
        const check = new external_node_stream_.Transform({
            transform: (chunk, _encoding, done) => {
                silence.end();
                hash.update(chunk);
                size += chunk.length;
                done(size > maxBytes ? tooLarge(shown, maxBytes) : null, chunk);
            },
        });
        await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.fromWeb(response.body), check, (0,external_node_fs_.createWriteStream)(path, { mode: 0o600 }));
        const found = hash.digest('hex');
        if (found !== sha256)
            throw differs(shown, { found, sha256 });
        return size;
    }
    catch (error) {
        throw explain(error, { shown, signal, silent: silence.signal.aborted });
    }
    finally {
        silence.stop();
    }
}
/** Aborts a download that is silent for a minute. */
class Silence {
    #controller = new AbortController();
    #timer = this.#start();
    get signal() {
        return this.#controller.signal;
    }
    end() {
        clearTimeout(this.#timer);
        this.#timer = this.#start();
    }
    stop() {
        clearTimeout(this.#timer);
    }
    #start() {
        return setTimeout(() => this.#controller.abort(), download_silenceMs);
    }
}
const download_silenceMs = 60_000;
function refused(response, shown) {
    const message = `artifact "${shown}": cannot be fetched: the server answered ${response.status}`;
    if (response.status >= 500 || response.status === 429 || response.status === 408) {
        const seconds = Number(response.headers.get('retry-after') ?? 0);
        return new Passing(message, { leastMs: seconds > 0 && seconds <= 60 ? seconds * 1000 : 0 });
    }
    return new errors/* DroverError */.F(message, {
        reason: 'artifact-unreachable',
        hint: 'Ensure that the address is right and that it requires no password; a private file can be put on the config branch ("file:").',
    });
}
/** 512 MiB, and less as is for what is less than one. */
function showBytes(bytes) {
    const mebi = 1024 * 1024;
    return bytes < mebi ? `${bytes} bytes` : `${Math.ceil(bytes / mebi)} MiB`;
}
function tooLarge(shown, maxBytes) {
    return new errors/* DroverError */.F(`artifact "${shown}": is larger than ${showBytes(maxBytes)}`, {
        reason: 'too-large',
        hint: 'A file that large must be fetched by the machine itself, for example in a role of the baseline.',
    });
}
function differs(shown, { found, sha256 }) {
    return new errors/* DroverError */.F(`artifact "${shown}": has the SHA-256 ${found}, and ${sha256} was asked for`, {
        reason: 'artifact-differs',
        hint: 'If the new file is the right one, write its SHA-256 into flock.yml.',
    });
}
function explain(error, { shown, signal, silent }) {
    if (error instanceof errors/* DroverError */.F)
        return error;
    const subject = `artifact "${shown}"`;
    if (signal?.aborted)
        return new errors/* DroverError */.F(`${subject}: cancelled`, { reason: 'cancelled', cause: error });
    if (silent)
        return new Passing(`${subject}: the server sent nothing for ${download_silenceMs / 1000} s`, { cause: error });
    const { code, message, cause } = error;
    if (code === 'ENOSPC' || code === 'EDQUOT') {
        return new errors/* DroverError */.F(`${subject}: the disk of this computer is full`, {
            reason: 'disk-full',
            hint: 'Make room in the folder for temporary files.',
            cause: error,
        });
    }
    // fetch explains the failure only in the cause.
    const why = cause instanceof Error && cause.message !== '' ? cause.message : message;
    return new Passing(`${subject}: cannot be fetched: ${why}`, { cause: error });
}
/** A URL without its query, which often holds a key. */
function showUrl(url) {
    const { origin, pathname } = new URL(url);
    return `${origin}${pathname}`;
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./build/sources/artifacts/lfs-pointer.js
var lfs_pointer = __webpack_require__(82594);
;// CONCATENATED MODULE: ./build/sources/artifacts/git-lfs.js








/** Fetches the objects of a repository by the program git-lfs. */
async function openLfs(store) {
    const { folder } = store;
    const version = await git_lfs_run(['lfs', 'version'], store);
    if (!(0,command/* succeeded */.g)(version)) {
        throw new errors/* DroverError */.F('git-lfs: is not installed', {
            reason: 'missing-tool',
            hint: 'An artifact is a Git LFS pointer on the config branch. Install "git-lfs" where Drover runs; runners of GitHub have it.',
        });
    }
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    const made = await git_lfs_run(['init', '--quiet', '--bare', '--template=', folder], store);
    if (!(0,command/* succeeded */.g)(made))
        throw failed('cannot make a repository of its own', made, store);
    await (0,promises_.appendFile)((0,external_node_path_.join)(folder, 'config'), settings(store.address));
    return async (pointer) => {
        const { oid, size } = pointer;
        const stdin = (0,lfs_pointer/* encodeLfsPointer */.b)(pointer);
        const ended = await git_lfs_run(['lfs', 'smudge', '--', oid], { ...store, stdin });
        // Its output is dropped, because git-lfs keeps the same bytes in a file.
        const path = (0,external_node_path_.join)(folder, 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4), oid);
        const found = (0,command/* succeeded */.g)(ended) ? await (0,promises_.stat)(path).catch(() => undefined) : undefined;
        if (found === undefined)
            throw failed(`object ${oid} cannot be fetched`, ended, store);
        if (found.size === size)
            return { path, bytes: size };
        throw new errors/* DroverError */.F(`git-lfs: object ${oid} has ${found.size} bytes, and its pointer says ${size}`, {
            reason: 'artifact-differs',
            hint: 'Add the file to the config branch again.',
        });
    };
}
function git_lfs_run(args, { address, folder, signal, stdin }) {
    return (0,run_process/* runProcess */.R)({
        argv: ['git', ...args],
        env: gitEnvironment(folder, address.settings),
        timeoutMs: 30 * 60_000,
        maxBytes: 64 * 1024,
        ...(stdin === undefined ? {} : { stdin }),
        ...(signal === undefined ? {} : { signal }),
    });
}
function failed(what, ended, { address }) {
    const lines = address
        .scrub(ended.stderr.toString('utf8'))
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('Errors logged to'));
    const line = lines.find((candidate) => /error|fatal|not found|denied|missing/i.test(candidate)) ?? lines[0];
    // git-lfs names the object twice before it says what is wrong.
    const why = line?.split(/\([0-9a-f]{7,64}\): /).at(-1);
    return new errors/* DroverError */.F(`git-lfs: ${what} from "${address.shown}": ${why ?? (0,command/* describeEnd */.l)(ended)}`, {
        reason: 'artifact-unreachable',
        hint: 'Ensure that the object was pushed with the pointer ("git lfs push --all origin config"), and that the token may read it.',
    });
}
function settings({ url }) {
    const address = (0,external_node_path_.isAbsolute)(url) ? (0,external_node_url_.pathToFileURL)(url).href : url;
    return `[remote "origin"]
	url = "${address.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"
[lfs]
	concurrenttransfers = 1
[lfs "transfer"]
	maxretries = 4
`;
}

;// CONCATENATED MODULE: ./build/sources/artifacts/make-artifact-source.js






/** What is sent to a machine is held in memory as a whole. */
const maxArtifactBytes = 512 * 1024 * 1024;
/** Makes a source of artifacts. Nothing is done before the first call, and a repeated call gets the first one's result, even a failure. */
function makeArtifactSource(options) {
    const { clock, signal, workDir, maxBytes = maxArtifactBytes } = options;
    const known = new Map();
    let temporary;
    let lfs;
    const pathFor = async (name) => {
        temporary ??= makeTemporaryFolder('artifacts', workDir);
        return (0,external_node_path_.join)((await temporary).path, name);
    };
    const once = (key, make) => {
        const making = known.get(key) ?? make();
        known.set(key, making);
        return making;
    };
    const openStore = async () => {
        const address = parseGitAddress({ url: await options.repository(), token: options.token });
        return await openLfs({ address, folder: await pathFor('lfs.git'), signal });
    };
    return {
        download: async ({ url, sha256 }) => {
            if (!isWebUrl(url))
                throw notAnAddress(url);
            return await once(`${sha256} ${url}`, async () => download({ url, sha256, path: await pathFor(`${sha256}-${known.size}`), maxBytes, clock, signal }));
        },
        fromLfs: (pointer) => once(`lfs ${pointer.oid}`, async () => {
            if (pointer.size > maxBytes)
                throw tooLarge(pointer.oid, maxBytes);
            lfs ??= openStore();
            return await (await lfs)(pointer);
        }),
        close: async () => {
            await (await temporary)?.remove();
            temporary = undefined;
        },
    };
}
/** Whether a URL is HTTP or HTTPS without a password, which messages would show and fetch refuses. */
function isWebUrl(url) {
    if (!URL.canParse(url))
        return false;
    const { protocol, username, password } = new URL(url);
    return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
}
function notAnAddress(url) {
    const shown = URL.canParse(url) ? showUrl(url) : 'it';
    return new errors/* DroverError */.F(`artifact: "${shown}" is no address that can be fetched`, {
        reason: 'invalid-argument',
        hint: 'Give an address that begins with "https://" and holds no user or password.',
    });
}

;// CONCATENATED MODULE: ./build/sources/code/code-source.js
/** The ref by which a bundle, and the repository on a machine, hold a commit. */
function bundleRef(commit) {
    return `refs/drover/${commit}`;
}

// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
;// CONCATENATED MODULE: ./build/sources/code/find-revision.js



/** True for a whole commit id. */
function find_revision_isCommitId(text) {
    return /^[0-9a-f]{40}$/.test(text);
}
/** Parses the output of `git ls-remote --heads --tags`: `ID TAB REF`. An annotated tag has a second line, `REF^{}`, with the commit. */
function parseRefListing(output) {
    const branches = new Map();
    const tags = new Map();
    for (const line of output.split('\n')) {
        const [, commit = '', kind, name = ''] = /^([0-9a-f]+)\trefs\/(heads|tags)\/(.+)$/.exec(line) ?? [];
        if (kind === 'heads')
            branches.set(name, commit);
        // The peeled line comes second, so it wins.
        if (kind === 'tags')
            tags.set(name.replace(/\^\{\}$/, ''), commit);
    }
    return { branches, tags };
}
/** Finds the commit of a branch or tag. Throws `unknown-revision`, also for a name that is both. */
function findRevision(revision, { listing, shown }) {
    const { branches, tags } = listing;
    const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/.exec(revision) ?? [];
    if (kind !== undefined) {
        return (kind === 'heads' ? branches : tags).get(name) ?? fail(revision, { listing, shown });
    }
    const branch = branches.get(revision);
    const tag = tags.get(revision);
    if (branch !== undefined && tag !== undefined && branch !== tag) {
        throw new errors/* DroverError */.F(`revision "${revision}": is both a branch and a tag of "${shown}"`, {
            reason: 'unknown-revision',
            hint: `Write "refs/heads/${revision}" or "refs/tags/${revision}".`,
        });
    }
    return branch ?? tag ?? fail(revision, { listing, shown });
}
function fail(revision, { listing, shown }) {
    throw new errors/* DroverError */.F(`revision "${revision}": is no branch and no tag of "${shown}"`, {
        reason: 'unknown-revision',
        hint: find_revision_hintFor(revision, listing),
    });
}
function find_revision_hintFor(revision, { branches, tags }) {
    if (/^[0-9a-f]{7,39}$/.test(revision)) {
        return 'A commit must be given by its whole id: "git rev-parse" makes it of a short one.';
    }
    const like = (0,nearest/* nearest */.p)(revision.replace(/^refs\/(heads|tags)\//, ''), [...branches.keys(), ...tags.keys()]);
    if (like !== undefined) {
        return `Did you mean the ${branches.has(like) ? 'branch' : 'tag'} "${like}"? A new branch or tag must be pushed first.`;
    }
    const some = [...branches.keys()].slice(0, 5).map((name) => `"${name}"`);
    if (some.length === 0)
        return 'The repository has no branch yet.';
    const more = branches.size > some.length ? ` and ${branches.size - some.length} more` : '';
    return `It has the ${branches.size === 1 ? 'branch' : 'branches'} ${some.join(', ')}${more}, and ${(0,count_of/* countOf */.p)(tags.size, 'tag')}.`;
}

;// CONCATENATED MODULE: ./build/sources/code/git-call.js







/** Parses the URL of code. Throws `invalid-argument` for a URL with a password, and for one to which the token must not be sent. */
function parseCodeAddress({ url, credentials }) {
    const address = parseGitAddress({ url, token: credentials });
    const refused = (what, hint) => new errors/* DroverError */.F(`repository "${address.shown}": ${what}`, { reason: 'invalid-argument', hint });
    if (/^https?:\/\/[^/]*@/i.test(url)) {
        throw refused('the URL holds a user or a password', 'Remove it from the URL, and name a secret with "credentials:".');
    }
    if (credentials !== undefined && address.settings.length === 0) {
        throw refused(`"${credentials.name}" is a token for HTTPS, and this is another address`, 'Give the address of the repository that begins with "https://".');
    }
    return address;
}
/** A failed call to a server. `isLasting` is false when another attempt may succeed. */
class CodeUnreachable extends errors/* DroverError */.F {
    isLasting;
    constructor(message, { isLasting, hint }) {
        super(message, { reason: 'code-unreachable', hint });
        this.isLasting = isLasting;
    }
}
/** Runs git against the repository, with a few attempts when these may help, and returns its output. Throws `code-unreachable`. */
async function callCodeServer(args, call) {
    const { address, clock, signal } = call;
    return await (0,retry/* retry */.L)({
        clock,
        baseMs: 1000,
        maxMs: 10_000,
        attempts: 4,
        isRetryable: (error) => error instanceof CodeUnreachable && !error.isLasting,
        ...(signal === undefined ? {} : { signal }),
    }, async () => {
        const ended = await git_call_run(args, call);
        if ((0,command/* succeeded */.g)(ended))
            return ended.stdout.toString('utf8');
        const stderr = address.scrub(ended.stderr.toString('utf8'));
        const detail = ended.signal === null ? git_call_explain(stderr, address) : (0,command/* describeEnd */.l)(ended);
        throw new CodeUnreachable(`repository "${address.shown}": cannot be read: ${detail}`, {
            isLasting: isLasting(stderr) || /returned error: 30\d|[Rr]edirect/.test(stderr),
            hint: git_call_hintFor(address),
        });
    });
}
/** Returns git's output; undefined when git exits with another status than 0. */
async function askLocally(args, call) {
    const ended = await git_call_run(args, call);
    return (0,command/* succeeded */.g)(ended) ? ended.stdout.toString('utf8') : undefined;
}
/** As `askLocally`; throws `command-failed`. */
async function runLocally(args, call) {
    const ended = await git_call_run(args, call);
    if ((0,command/* succeeded */.g)(ended))
        return ended.stdout.toString('utf8');
    const said = usefulLine(call.address.scrub(ended.stderr.toString('utf8')));
    throw new errors/* DroverError */.F(`"git ${args[0]}": ${(0,command/* describeEnd */.l)(ended)}: ${said}`, {
        reason: 'command-failed',
        hint: 'Ensure that git works here and that the folder for temporary files has room.',
    });
}
function git_call_run(args, call) {
    const { address, folder, stdin, signal } = call;
    return (0,run_process/* runProcess */.R)({
        argv: ['git', ...args],
        env: {
            ...gitEnvironment(folder, [...address.settings, ...withToken(address)]),
            // "ext", which runs commands, is left out, and so is everything that the user's own settings add.
            GIT_ALLOW_PROTOCOL: 'file:http:https:ssh',
        },
        timeoutMs: git_call_timeoutMs,
        maxBytes: 64 * 1024 * 1024,
        ...(stdin === undefined ? {} : { stdin }),
        ...(signal === undefined ? {} : { signal }),
    });
}
/** Settings with the token, without redirects: git would send the header to the next host, too. */
function withToken({ settings }) {
    return settings.length === 0 ? [] : [['http.followRedirects', 'false']];
}
/** Explains a failure. git asks for a user name when a token is refused, and cannot read an answer. */
function git_call_explain(stderr, { settings }) {
    const said = usefulLine(stderr);
    return settings.length > 0 && said.startsWith('could not read Username') ? 'the token is refused' : said;
}
function git_call_hintFor({ settings }) {
    return settings.length === 0
        ? 'Ensure that the URL is right and can be reached from here; a private repository needs "credentials:".'
        : 'Ensure that the URL is the one that the repository has now (with credentials, redirects are not followed), and that the token may read it.';
}
// A large history takes long; a silent server is given up much sooner (http.lowSpeedTime).
const git_call_timeoutMs = 30 * 60_000;

;// CONCATENATED MODULE: ./build/sources/code/code-repository.js








async function openCodeFolder(call) {
    const { folder } = call;
    await (0,promises_.mkdir)(folder, { mode: 0o700 });
    await makeBareRepository(folder);
    const fetched = new Map();
    const bundles = new Map();
    let last = Promise.resolve();
    return {
        bundle: async (commit, have) => {
            const fetching = fetched.get(commit) ?? last.then(() => code_repository_fetchCommit(commit, call));
            fetched.set(commit, fetching);
            // Only one fetch runs at a time, so that the next one can use its commits.
            last = fetching.catch(() => undefined);
            await fetching;
            const known = await knownCommits(have, call);
            const key = (0,digest/* sha256 */.s)([commit, ...known].join(' ')).slice(0, 16);
            const making = bundles.get(key) ?? makeBundle({ commit, known, path: (0,external_node_path_.join)(folder, `${key}.bundle`) }, call);
            bundles.set(key, making);
            return await making;
        },
    };
}
/** Fetches a commit by its id. A server that refuses that may have the commit below a branch or tag. */
async function code_repository_fetchCommit(commit, call) {
    if (!find_revision_isCommitId(commit))
        throw new errors/* DroverError */.F(`commit "${commit}": is none`, { reason: 'bug' });
    const { url, shown } = call.address;
    const byId = await askLocally([...code_repository_fetchArgs, url, `+${commit}:${bundleRef(commit)}`], call);
    if (byId !== undefined)
        return;
    await callCodeServer([...code_repository_fetchArgs, url, '+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'], call);
    if ((await askLocally(['update-ref', bundleRef(commit), `${commit}^{commit}`], call)) !== undefined)
        return;
    throw new errors/* DroverError */.F(`commit "${commit}": is not in repository "${shown}"`, {
        reason: 'commit-missing',
        hint: 'Ensure that it was pushed there; a commit that no branch and no tag holds any more may be gone.',
    });
}
const code_repository_fetchArgs = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-recurse-submodules',
    '--no-write-fetch-head',
];
/** The commits among those that a machine claims to have that are known here, too. */
async function knownCommits(have, call) {
    const asked = [...new Set(have.filter(find_revision_isCommitId))].sort();
    if (asked.length === 0)
        return [];
    const answer = await runLocally(['cat-file', '--batch-check'], { ...call, stdin: `${asked.join('\n')}\n` });
    return answer.split('\n').flatMap((line) => /^([0-9a-f]+) commit \d+$/.exec(line)?.[1] ?? []);
}
async function makeBundle({ commit, known, path }, call) {
    const range = [bundleRef(commit), ...known.map((had) => `^${had}`)];
    // git refuses an empty bundle, but says so in words only.
    if ((await runLocally(['rev-list', '--max-count=1', ...range], call)).trim() === '')
        return undefined;
    await runLocally(['bundle', 'create', '--quiet', path, ...range], call);
    return { path, bytes: (await (0,promises_.stat)(path)).size };
}

;// CONCATENATED MODULE: ./build/sources/code/git-code-source.js






/** Makes a source of code that uses git. Nothing is done before the first call, and a repeated call gets the first one's result, even a failure. */
function makeGitCodeSource({ clock, workDir, signal }) {
    const listings = new Map();
    const folders = new Map();
    let temporary;
    const callFor = async (address, name) => {
        temporary ??= makeTemporaryFolder('code', workDir);
        return { address, folder: (0,external_node_path_.join)((await temporary).path, name), clock, signal };
    };
    const list = async (address) => {
        // The call needs no repository, and must not find one by chance.
        const call = await callFor(address, 'none');
        return parseRefListing(await callCodeServer(['ls-remote', '--heads', '--tags', address.url], call));
    };
    return {
        resolve: async ({ revision, ...repository }) => {
            const address = parseCodeAddress(repository);
            if (find_revision_isCommitId(revision))
                return revision;
            const key = keyOf(repository);
            const listing = listings.get(key) ?? list(address);
            listings.set(key, listing);
            return findRevision(revision, { listing: await listing, shown: address.shown });
        },
        bundle: async ({ commit, have, ...repository }) => {
            const address = parseCodeAddress(repository);
            const key = keyOf(repository);
            const folder = folders.get(key) ?? callFor(address, key).then(openCodeFolder);
            folders.set(key, folder);
            return await (await folder).bundle(commit, have);
        },
        close: async () => {
            await (await temporary)?.remove();
            temporary = undefined;
        },
    };
}
/** The key includes the token: what one token may read must not be given to a caller with another. */
function keyOf({ url, credentials }) {
    return (0,digest/* sha256 */.s)(JSON.stringify([url, credentials?.name ?? null])).slice(0, 16);
}

;// CONCATENATED MODULE: ./build/system/github-cli.js


/** Asks GitHub about `OWNER/REPO` by `gh`, which knows how to log in; undefined when that does not work. */
async function readRepositoryFacts(name) {
    try {
        const ended = await (0,run_process/* runProcess */.R)({ argv: ['gh', 'api', `repos/${name}`], timeoutMs: 10_000 });
        if (!(0,command/* succeeded */.g)(ended))
            return undefined;
        return parseFacts(JSON.parse(ended.stdout.toString('utf8')));
    }
    catch {
        // Without gh, network or login the user has to look by themselves.
        return undefined;
    }
}
/** Reads the answer to GET /repos/OWNER/REPO. */
function parseFacts(answer) {
    const { full_name: name, id, created_at: createdAt, owner } = fields(answer);
    const { id: ownerId } = fields(owner);
    if (typeof name !== 'string' || typeof createdAt !== 'string')
        return undefined;
    if (typeof id !== 'number' || typeof ownerId !== 'number')
        return undefined;
    return { name, id, ownerId, createdAt };
}
function fields(value) {
    return typeof value === 'object' && value !== null ? { ...value } : {};
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/system/interactive.js


/** Gives the terminal to a program and waits for its end; a signal counts as 128 and more, as in a shell. */
function interactive(argv) {
    const [program = '', ...words] = argv;
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(program, words, { stdio: 'inherit' });
        child.once('error', (cause) => reject(new errors/* DroverError */.F(`"${program}": cannot be run: ${cause.message}`, {
            reason: 'missing-tool',
            hint: `Install "${program}" (package openssh-client on Debian and Ubuntu).`,
            cause,
        })));
        child.once('close', (code) => resolve(code ?? 129));
    });
}

;// CONCATENATED MODULE: ./build/system/local-files.js







function makeLocalFiles({ base, folder, }) {
    return {
        folder: (given) => (0,external_node_path_.resolve)(base, given ?? folder),
        save: (path, fill) => save((0,external_node_path_.resolve)(base, path), fill),
        examine: (path) => examine((0,external_node_path_.resolve)(base, path)),
        read: (path) => (0,external_node_fs_.createReadStream)((0,external_node_path_.resolve)(base, path)),
    };
}
async function save(path, fill) {
    const temporary = `${path}.${(0,external_node_crypto_.randomUUID)()}.part`;
    const into = new external_node_stream_.PassThrough();
    // The pipeline reports the errors of the stream.
    into.on('error', () => { });
    const meter = makeMeter();
    let failure;
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        const file = (0,external_node_fs_.createWriteStream)(temporary, { flags: 'wx', mode: 0o600, flush: true });
        file.once('error', (error) => {
            // The end of the file after another failure is no failure of its own.
            if (isErrno(error))
                failure = error;
        });
        const written = (0,external_node_stream_promises_.pipeline)(into, meter.stream, file);
        written.catch(() => { });
        try {
            const { value, sha256 } = await fill(into);
            if (!into.writableEnded)
                into.end();
            await written;
            const facts = meter.facts();
            if (sha256 !== undefined && sha256 !== facts.sha256)
                throw local_files_differs(path);
            await (0,promises_.rename)(temporary, path);
            return { path, ...facts, value };
        }
        catch (error) {
            into.destroy();
            await written.catch(() => { });
            throw error;
        }
    }
    catch (error) {
        // A file that could not be made cannot be removed either.
        await (0,promises_.rm)(temporary, { force: true }).catch(() => { });
        throw local_files_explain(failure ?? error, path);
    }
}
function local_files_differs(path) {
    return new errors/* DroverError */.F(`"${path}": the received bytes differ from those that were sent`, {
        reason: 'command-failed',
        hint: 'Nothing was kept. Run the operation again.',
    });
}
function local_files_explain(error, path) {
    if (error instanceof errors/* DroverError */.F || !isErrno(error))
        return error;
    return new errors/* DroverError */.F(`"${path}": cannot be written: ${error.code}`, {
        reason: 'command-failed',
        hint: 'Ensure that the folder can be written to and has room. Nothing is left of the file.',
        cause: error,
    });
}
async function examine(path) {
    const unreadable = (why, cause) => new errors/* DroverError */.F(`"${path}": ${why}`, {
        reason: 'invalid-argument',
        hint: 'Give the path of a file that you may read; of a folder make an archive first.',
        cause,
    });
    try {
        const found = await (0,promises_.stat)(path);
        if (!found.isFile())
            throw unreadable(`is ${found.isDirectory() ? 'a folder' : 'no file'}`);
        const meter = makeMeter();
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path), meter.stream.resume());
        return { path, ...meter.facts() };
    }
    catch (error) {
        throw isErrno(error) ? unreadable(`cannot be read: ${error.code}`, error) : error;
    }
}
function isErrno(error) {
    return error instanceof Error && 'syscall' in error && 'code' in error;
}
function makeMeter() {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    const stream = new external_node_stream_.Transform({
        transform: (chunk, _encoding, done) => {
            hash.update(chunk);
            size += chunk.length;
            done(null, chunk);
        },
    });
    return { stream, facts: () => ({ size, sha256: hash.digest('hex') }) };
}

;// CONCATENATED MODULE: ./build/system/outside-view.js
const patienceMs = 10_000;
const outside_view_maxBytes = 4096;
/** Loads its libraries on the first call, because most runs never make one. With `nameServer` (`ADDRESS:PORT`), that one is asked in place of those of this computer. */
function makeOutsideView({ nameServer }) {
    return {
        addressesOf: nameServer ? (name) => askServer(name, nameServer) : askComputer,
        page: askPage,
    };
}
async function askComputer(name) {
    const { lookup } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 71553, 19));
    const found = await lookup(name, { all: true }).catch(noneIfUnknown);
    return found.map(({ address }) => address);
}
async function askServer(name, server) {
    const { Resolver } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 71553, 19));
    const resolver = new Resolver({ timeout: 2000, tries: 3 });
    resolver.setServers([server]);
    const answers = await Promise.all([
        resolver.resolve4(name).catch(noneIfUnknown),
        resolver.resolve6(name).catch(noneIfUnknown),
    ]);
    return answers.flat();
}
function noneIfUnknown(error) {
    if (codeOf(error) === 'ENOTFOUND' || codeOf(error) === 'ENODATA')
        return [];
    throw error;
}
const askPage = async ({ name, address, path }) => {
    const { request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19));
    return new Promise((resolve) => {
        const silent = (error) => resolve({ kind: 'silent', code: codeOf(error) || String(error) });
        const asked = request({ host: address, port: 80, path, headers: { host: name }, timeout: patienceMs, agent: false }, (response) => {
            let text = '';
            const end = () => resolve({ kind: 'answered', status: response.statusCode ?? 0, text });
            response.setEncoding('utf8');
            response.on('data', (part) => {
                text += part;
                if (text.length <= outside_view_maxBytes)
                    return;
                end();
                asked.destroy();
            });
            response.on('end', end);
            response.on('error', silent);
        });
        asked.on('timeout', () => asked.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
        asked.on('error', silent);
        asked.end();
    });
};
function codeOf(error) {
    return error instanceof Error && 'code' in error ? String(error.code) : '';
}

;// CONCATENATED MODULE: ./build/system/placed-folder.js



/**
 * Makes a folder with these files as a whole or not at all. Throws `invalid-argument` when the path exists
 * already. A killed process leaves a hidden folder beside it, which the next attempt removes.
 */
async function placeFolder(folder, files) {
    const target = (0,external_node_path_.resolve)(folder);
    await requireFree(target);
    const beside = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.${(0,external_node_path_.basename)(target)}.drover-new`);
    await (0,promises_.rm)(beside, { recursive: true, force: true });
    try {
        await (0,promises_.mkdir)(beside, { recursive: true });
        for (const [path, { bytes, mode }] of files) {
            if (path.split('/').some((part) => part === '' || part === '..' || part === '.')) {
                throw new TypeError(`a path of the result leaves its folder: ${path}`);
            }
            const full = (0,external_node_path_.join)(beside, path);
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(full), { recursive: true });
            await (0,promises_.writeFile)(full, bytes, { mode: mode === '100755' ? 0o755 : 0o644, flag: 'wx' });
        }
        await (0,promises_.rename)(beside, target);
    }
    catch (cause) {
        await (0,promises_.rm)(beside, { recursive: true, force: true });
        if (cause.code === undefined)
            throw cause;
        const message = `"${folder}": cannot be made: ${cause.message}`;
        throw new errors/* DroverError */.F(message, { reason: 'invalid-argument', cause });
    }
}
/** An empty folder counts as free, because rename replaces it. */
async function requireFree(target) {
    const found = await (0,promises_.lstat)(target).catch(() => undefined);
    if (found === undefined)
        return;
    if (found.isDirectory() && (await (0,promises_.readdir)(target)).length === 0)
        return;
    throw new errors/* DroverError */.F(`"${target}": exists already, and is not an empty folder`, {
        reason: 'invalid-argument',
        hint: 'Name a folder that does not exist.',
    });
}

;// CONCATENATED MODULE: ./build/system/private-files.js



/** Writes files that only this user may read to a folder of their own, and removes the folder after the work. */
async function withPrivateFiles(files, work) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'drover-'));
    try {
        for (const [name, text] of Object.entries(files))
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text, { mode: 0o600 });
        return await work(folder);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./build/system/read-tree.js



/**
 * Reads the files of `folder` that are below one of `prefixes` (`config/`, or `''` for all), by path.
 * Symlinks are kept as symlinks and never followed. A prefix that does not exist holds no files.
 * Anything but files, folders and symlinks is an error.
 *
 * The calls are synchronous, because waiting for each of many small files takes several times as long as reading it.
 */
function readTree(folder, { prefixes }) {
    const files = new Map();
    for (const prefix of prefixes)
        readInto(files, { folder, path: prefix.replace(/\/+$/, '') });
    return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function readInto(files, { folder, path }) {
    const entries = entriesOf((0,external_node_path_.join)(folder, path));
    for (const entry of entries) {
        const inside = path === '' ? entry.name : `${path}/${entry.name}`;
        const full = (0,external_node_path_.join)(folder, inside);
        if (entry.isDirectory())
            readInto(files, { folder, path: inside });
        else if (entry.isSymbolicLink())
            files.set(inside, read_tree_link((0,external_node_fs_.readlinkSync)(full)));
        else if (entry.isFile())
            files.set(inside, plainFile(full));
        else
            throw new errors/* DroverError */.F(`"${inside}": cannot be read: not a file, folder or symlink`, {
                reason: 'missing-file',
            });
    }
}
function entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch (cause) {
        if (cause.code === 'ENOENT')
            return [];
        throw new errors/* DroverError */.F(`"${folder}": cannot be read: ${cause.message}`, {
            reason: 'missing-file',
            cause,
        });
    }
}
function read_tree_link(target) {
    return { mode: '120000', bytes: Buffer.from(target) };
}
function plainFile(path) {
    const isProgram = ((0,external_node_fs_.statSync)(path).mode & 0o100) !== 0;
    return { mode: isProgram ? '100755' : '100644', bytes: (0,external_node_fs_.readFileSync)(path) };
}

;// CONCATENATED MODULE: ./build/system/read-parts.js




/**
 * Reads some parts of a folder by path, and nothing outside of it: if a symlink leads to a part, only the
 * symlink itself is read. Throws `invalid-argument` for a path that is no folder.
 */
async function readParts(folder, parts) {
    const found = await (0,promises_.lstat)(folder).catch(() => undefined);
    if (!found?.isDirectory()) {
        throw new errors/* DroverError */.F(`"${folder}": is not a folder`, {
            reason: 'invalid-argument',
            hint: 'Name the folder of the older scripts.',
        });
    }
    const files = new Map();
    for (const part of parts) {
        const link = await firstLink(folder, part);
        if (link !== undefined)
            files.set(link, { mode: '120000', bytes: Buffer.from(await (0,promises_.readlink)((0,external_node_path_.join)(folder, link))) });
        else
            for (const [path, file] of await readTree(folder, { prefixes: [part] }))
                files.set(path, file);
    }
    return files;
}
async function firstLink(folder, part) {
    const names = part.split('/');
    for (const index of names.keys()) {
        const path = names.slice(0, index + 1).join('/');
        const found = await (0,promises_.lstat)((0,external_node_path_.join)(folder, path)).catch(() => undefined);
        if (found?.isSymbolicLink())
            return path;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/system/real-clock.js

/** The clock and the randomness of this computer. */
const realClock = {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    sleep: async (ms, signal) => {
        signal?.throwIfAborted();
        try {
            await (0,external_node_timers_promises_.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
        }
        catch (cause) {
            // Node rejects with an AbortError of its own; the port promises the signal's reason.
            signal?.throwIfAborted();
            throw cause;
        }
    },
    random: () => Math.random(),
};

// EXTERNAL MODULE: ./build/dns/dns-providers.js
var dns_providers = __webpack_require__(62636);
;// CONCATENATED MODULE: ./build/app/load-definition.js

/** The definition of this name, loaded when it is asked for; throws `invalid-flock` for one that is not in the list. */
async function loadDefinition(name, { kind, list }) {
    const load = Object.hasOwn(list, name) ? list[name] : undefined;
    if (load === undefined) {
        throw new errors/* DroverError */.F(`${kind}: "${name}" is not one`, {
            reason: 'invalid-flock',
            hint: `Use one of ${Object.keys(list).join(', ')}.`,
            at: { file: 'flock.yml' },
        });
    }
    return (await load()).definition;
}

;// CONCATENATED MODULE: ./build/app/make-dns.js



/** The DNS of this name; throws `invalid-flock` for one that does not exist. */
async function makeDns(name, context) {
    const { create } = await loadDefinition(name, { kind: 'dns', list: dns_providers/* dnsProviders */.u });
    return create({ ...context, clock: realClock });
}

;// CONCATENATED MODULE: ./build/github/github-place.js

/**
 * The repository of the run in a workflow, and the one in git's settings at a shell. undefined when it is
 * not at github.com, at GitHub Enterprise Cloud or at the server that `GITHUB_SERVER_URL` names.
 * Throws `invalid-argument` for an API to which a token must not be sent.
 */
function findGitHubPlace({ env, url }) {
    const server = hostOf(env.GITHUB_SERVER_URL ?? '') ?? 'github.com';
    const isWorkflow = env.GITHUB_ACTIONS === 'true' && Boolean(env.GITHUB_REPOSITORY);
    const address = isWorkflow ? { host: server, path: env.GITHUB_REPOSITORY ?? '' } : parseAddress(url ?? '');
    if (address === undefined)
        return undefined;
    const [owner, repo, ...rest] = address.path.replace(/\.git$/, '').split('/');
    if (!github_place_isName(owner) || !github_place_isName(repo) || rest.length > 0)
        return undefined;
    const given = address.host === server ? env.GITHUB_API_URL || undefined : undefined;
    const apiUrl = given ?? apiOf(address.host, server);
    return apiUrl === undefined ? undefined : { owner, repo, apiUrl: checked(apiUrl) };
}
function apiOf(host, server) {
    if (host === 'github.com')
        return 'https://api.github.com';
    if (host.endsWith('.ghe.com'))
        return `https://api.${host}`;
    return host === server ? `https://${host}/api/v3` : undefined;
}
/** `https://HOST/PATH`, `ssh://USER@HOST/PATH`, or `USER@HOST:PATH` as scp writes it. */
function parseAddress(url) {
    if (/^(https?|ssh|git):\/\//i.test(url)) {
        const host = hostOf(url);
        return host === undefined ? undefined : { host, path: new URL(url).pathname.replace(/^\/|\/$/g, '') };
    }
    const { host, path } = /^(?:[^@/]+@)?(?<host>[^/:]+):(?<path>[^/].*)$/.exec(url)?.groups ?? {};
    return host === undefined || path === undefined ? undefined : { host: plainHost(host), path };
}
function hostOf(url) {
    return URL.canParse(url) ? plainHost(new URL(url).hostname) : undefined;
}
/** `ssh.github.com` is GitHub for clients behind a firewall that lets only port 443 through. */
function plainHost(host) {
    return host.toLowerCase().replace(/^(?:www|ssh)\.(?=github\.com$)/, '');
}
function github_place_isName(name) {
    return name !== undefined && /^[A-Za-z0-9_.-]+$/.test(name) && !/^\.+$/.test(name);
}
/** Refuses plain HTTP, over which everyone on the way can read the token, but for a server on this computer. */
function checked(apiUrl) {
    const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
    const isLocal = url !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal))
        return apiUrl.replace(/\/$/, '');
    throw new errors/* DroverError */.F('GITHUB_API_URL: the token is sent over HTTPS only', {
        reason: 'invalid-argument',
        hint: 'Give an address that begins with https://.',
    });
}

// EXTERNAL MODULE: ./build/ledger/git/checkout.js
var git_checkout = __webpack_require__(3531);
;// CONCATENATED MODULE: ./build/app/make-github.js





/** undefined when the repository is not at GitHub. Throws `not-permitted` without a token. */
async function makeGitHub(wants) {
    const { env, cwd, repository, guard, signal } = wants;
    const url = repository ?? (await (0,git_checkout/* findCheckout */.I)(cwd))?.origin;
    const place = findGitHubPlace({ env, url });
    if (place === undefined)
        return undefined;
    const token = wants.token ?? tokenOf(env);
    if (token === undefined) {
        throw new errors/* DroverError */.F(`github: no token for ${place.owner}/${place.repo} is given`, {
            reason: 'not-permitted',
            hint: 'Put one into GITHUB_TOKEN, for example with: export GITHUB_TOKEN="$(gh auth token)"; in a workflow, give the input "token".',
        });
    }
    guard(token);
    const { makeOctokitGitHub } = await __webpack_require__.e(/* import() */ 3372).then(__webpack_require__.bind(__webpack_require__, 43372));
    return makeOctokitGitHub({ ...place, token, clock: realClock, ...(signal === undefined ? {} : { signal }) });
}
/** The names that GitHub's own `gh` looks at, in its order. */
function tokenOf({ GH_TOKEN, GITHUB_TOKEN }) {
    const value = (GH_TOKEN || GITHUB_TOKEN || '').trim();
    return value === '' ? undefined : new base_secret/* Secret */.z('token', value);
}

// EXTERNAL MODULE: ./build/ledger/journal.js
var journal = __webpack_require__(30971);
;// CONCATENATED MODULE: ./build/app/make-journal.js

/** Only a job has a step behind the one that may be killed; at a shell a person sees how it ended. */
function makeJournal({ env, reporter }) {
    const folder = (0,journal/* journalFolder */.MT)(env);
    if (folder === undefined)
        return journal/* noJournal */.vl;
    const onNotice = (message) => reporter.report({ kind: 'notice', level: 'warning', message });
    return (0,journal/* makeFolderJournal */.A_)({ folder, onNotice });
}

// EXTERNAL MODULE: ./build/providers/providers.js
var providers = __webpack_require__(84431);
;// CONCATENATED MODULE: ./build/app/make-provider.js



/** The provider of this name; throws `invalid-flock` for one that does not exist. */
async function makeProvider(name, context) {
    const { create } = await loadDefinition(name, { kind: 'provider', list: providers/* providers */.r });
    return create({ ...context, clock: realClock });
}

// EXTERNAL MODULE: ./build/report/certificate-days.js
var certificate_days = __webpack_require__(36906);
// EXTERNAL MODULE: ./build/report/report.js
var report = __webpack_require__(87177);
// EXTERNAL MODULE: ./build/report/github/markdown.js
var markdown = __webpack_require__(61062);
;// CONCATENATED MODULE: ./build/report/github/render-dashboard.js



/**
 * `README.md` of the config branch: the flock's table as GitHub shows it. The same
 * machines at the same time give the same bytes, whatever their order and whenever it
 * is made, so that jobs that write at the same time agree.
 */
function renderDashboard(machines, { at }) {
    const shown = [...machines].filter(([, entry]) => !isOnlyKept(entry));
    const names = shown.map(([name]) => name).sort((a, b) => (a < b ? -1 : 1));
    const hasCertificates = shown.some(([, { certificate }]) => certificate !== undefined);
    const head = [
        ...['Machine', 'Provider', 'Address', ...(hasCertificates ? ['Certificate'] : [])],
        ...['Last done', 'Outcome', 'Config', 'When (UTC)', 'Run', 'By'],
    ];
    const days = hasCertificates ? `\nDays of certificates were counted on ${at.slice(0, 10)}.\n` : '';
    const table = names.length === 0
        ? 'No machine is recorded yet.\n'
        : (0,markdown/* row */.nM)(head) +
            (0,markdown/* row */.nM)(head.map(() => '---')) +
            names.map((name) => machineRow(name, { entry: machines.get(name), hasCertificates, at })).join('');
    return `# The flock\n\n${table}${days}\nDrover writes this page. What is wanted is in \`flock.yml\` and \`config/\`; what was done, in \`log/\`.\n`;
}
/** A certificate outlives its machine, for the next one of this name. */
function isOnlyKept({ identity, state, launch, certificate }) {
    return certificate !== undefined && identity === undefined && state === undefined && launch === undefined;
}
function machineRow(name, { entry, hasCertificates, at }) {
    const { identity, state, certificate } = entry ?? {};
    return (0,markdown/* row */.nM)([
        `[${(0,markdown/* codeSpan */.SS)(name)}](machines/${encodeURIComponent(name)})`,
        (0,markdown/* escapeMarkdown */.FV)(identity?.provider ?? '-'),
        identity === undefined ? '-' : (0,markdown/* codeSpan */.SS)(identity.address),
        ...(hasCertificates ? [describeCertificate(certificate, at)] : []),
        ...(state === undefined
            ? ['-', '-', '-', '-', '-', '-']
            : [
                (0,markdown/* escapeMarkdown */.FV)(state.operation),
                describeState(state),
                commitLink(state.config),
                (0,markdown/* escapeMarkdown */.FV)(state.time.replace('T', ' ').replace(/(\.\d+)?Z$/, '')),
                (0,markdown/* link */.nf)((0,markdown/* codeSpan */.SS)(state.run.id), state.run.url),
                (0,markdown/* escapeMarkdown */.FV)(state.run.actor),
            ]),
    ]);
}
function describeCertificate(certificate, at) {
    if (certificate === undefined)
        return '-';
    const { urgency, text } = (0,certificate_days/* certificateTime */.DT)(certificate, Date.parse(at));
    const whole = `until ${(0,markdown/* escapeMarkdown */.FV)(certificate.notAfter.slice(0, 10))}, ${text}`;
    return urgency === 'fine' ? whole : `**${whole}**`;
}
function describeState({ outcome, reason }) {
    if (outcome === 'ok' || outcome === 'changed')
        return (0,markdown/* escapeMarkdown */.FV)(outcome);
    return `**${(0,markdown/* escapeMarkdown */.FV)(outcome)}** (${(0,markdown/* codeSpan */.SS)(reason)})`;
}
/** Relative to the page of the branch, so that it needs no name of the repository. */
function commitLink(commit) {
    const text = (0,markdown/* codeSpan */.SS)((0,report/* shortCommit */.Ax)(commit));
    return /^[0-9a-f]{40,64}$/.test(commit) ? `[${text}](../../commit/${commit})` : text;
}

;// CONCATENATED MODULE: ./build/app/open-ledger.js






async function openLedger(settings, request) {
    const { branch, token, reporter } = settings;
    const here = settings.repository === undefined ? await findRepository(settings) : undefined;
    const ledger = makeGitLedger({
        url: settings.repository ?? here?.origin ?? here?.folder ?? '',
        branch,
        token,
        clock: realClock,
        renderDashboard: renderDashboard,
        onNotice: (message) => reporter.report({ kind: 'notice', level: 'warning', message }),
    });
    // While the operation is loaded, which reads first.
    await ledger.begin();
    if (here === undefined || !asksForEdits(request))
        return ledger;
    // While the branch is fetched: nothing is done before both are known.
    return {
        ...ledger,
        read: async () => (await Promise.all([ledger.read(), (0,git_checkout/* requirePushed */.$)(here, branch)]))[0],
    };
}
/** URL or path of the repository with the config branch. */
async function repositoryAddress(settings) {
    if (settings.repository !== undefined)
        return settings.repository;
    const { origin, folder } = await findRepository(settings);
    return origin ?? folder;
}
/** Edits that are not pushed matter to what puts them on machines. */
function asksForEdits({ operation }) {
    const definition = (0,registry/* findOperation */.LC)(operation);
    return definition?.effect !== 'reads' && !definition?.traits?.overlooksEdits;
}
/** The repository that a person stands in. Reading it is always fine; acting on edits that are not pushed is not. */
async function findRepository({ cwd, checkout: begun }) {
    const checkout = await (begun ?? (0,git_checkout/* findCheckout */.I)(cwd));
    if (checkout === undefined) {
        throw new errors/* DroverError */.F('repository: none given, and the current folder is in none', {
            reason: 'invalid-argument',
            hint: 'Give --repository URL, or go to a checkout of the ops repository.',
        });
    }
    return checkout;
}
/** For what is about a folder: the branch may not exist on any server yet. */
const noLedger = {
    read: unused,
    readAt: unused,
    isOnBranch: unused,
    push: unused,
    history: unused,
    headOf: unused,
    close: async () => undefined,
};
async function unused() {
    throw new errors/* DroverError */.F('ledger: was used by an operation that is about a folder', { reason: 'bug' });
}

;// CONCATENATED MODULE: ./build/app/read-given.js





async function readSshKey({ sshKey, sshKeyFile, env }) {
    if (sshKey !== undefined)
        return sshKey;
    const file = sshKeyFile ?? env.DROVER_SSH_KEY_FILE;
    if (file !== undefined && file !== '')
        return new base_secret/* Secret */.z('ssh-key', await readNamedFile(file, 'ssh key'));
    throw new errors/* DroverError */.F('ssh key: none given', {
        reason: 'missing-secret',
        hint: 'Give --ssh-key-file FILE, or put the key in DROVER_SSH_KEY; in a workflow, give the input "ssh-key".',
    });
}
async function readSecrets({ secretsJson, secretsFile }) {
    return secretsFile === undefined ? secretsJson : readNamedFile(secretsFile, 'secrets');
}
async function readNamedFile(path, what) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (cause) {
        const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
        throw new errors/* DroverError */.F(`${what}: "${path}" cannot be read: ${code}`, {
            reason: 'invalid-argument',
            hint: 'Ensure that the path is right and that you may read the file.',
            cause,
        });
    }
}
/** Outside of the temporary folder at a shell: a record must outlive a reboot. */
function recordsFolder(env) {
    return (0,external_node_path_.join)(env.RUNNER_TEMP ?? env.XDG_STATE_HOME ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.local', 'state'), 'drover', 'records');
}

// EXTERNAL MODULE: ./build/workflows/github-name.js
var github_name = __webpack_require__(47860);
// EXTERNAL MODULE: ./build/workflows/workflow-templates.js
var workflow_templates = __webpack_require__(54214);
;// CONCATENATED MODULE: ./build/app/read-starter.js







/** The flock of the demo: what the tests drive every day is what a new user gets. */
const exampleFolder = 'test/fixtures/ops';
async function readStarter(toolkit) {
    const [templates, example, reference] = await Promise.all([
        readTree(toolkit, { prefixes: [workflow_templates/* templatesFolder */.kV] }),
        readTree((0,external_node_path_.join)(toolkit, exampleFolder), { prefixes: [''] }),
        readReference(toolkit),
    ]);
    return {
        templates,
        example,
        templatesAt: (ref) => readTemplatesAt(toolkit, ref),
        ...(reference !== undefined && { reference }),
    };
}
async function readTemplatesAt(toolkit, ref) {
    const git = { folder: toolkit };
    const commit = await askGit(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`], git);
    const place = await askGit(['rev-parse', '--absolute-git-dir'], git);
    if (commit === undefined || place === undefined)
        return new Map();
    const reader = makeTreeReader({ folder: place, onNotice: () => undefined });
    const entries = await reader.list(commit);
    return reader.read(entries.filter(({ path }) => path.startsWith(`${workflow_templates/* templatesFolder */.kV}/`)));
}
/** The commit and not its tag or branch: those can be moved to other code. */
async function readReference(toolkit) {
    const git = { folder: toolkit };
    const [top, origin, commit] = await Promise.all([
        askGit(['rev-parse', '--show-toplevel'], git),
        askGit(['remote', 'get-url', 'origin'], git),
        askGit(['rev-parse', '--verify', '--quiet', 'HEAD'], git),
    ]);
    const name = (0,github_name/* githubName */.B)(origin ?? '');
    // A toolkit that lies in a folder of another repository is not the one that this commit is of.
    if (top === undefined || (await (0,promises_.realpath)(top)) !== (await (0,promises_.realpath)(toolkit)))
        return undefined;
    return name === undefined || commit === undefined ? undefined : `${name}@${commit}`;
}

;// CONCATENATED MODULE: ./build/app/create-app.js




































/** The composition root: the only place that names real adapters. */
function createApp(settings) {
    const scrubber = new Scrubber();
    const clean = (text) => scrubber.clean(text);
    const guard = (secret) => {
        const unsafe = findUnsafeSecret(secret);
        if (unsafe !== undefined)
            throw new errors/* InputError */.dz([unsafe]);
        if (scrubber.knows(secret))
            return;
        scrubber.add(secret);
        settings.onSecret?.(secret);
    };
    return {
        clean,
        perform: async (request) => {
            const startedMs = realClock.elapsed();
            let ports;
            try {
                ports = await makePorts(settings, { clean, guard, request });
                return await runOperation(ports, request);
            }
            catch (thrown) {
                const durationMs = Math.round(realClock.elapsed() - startedMs);
                const { operation } = request;
                return failedResult((0,failure/* asDroverError */.nN)(thrown), { operation, run: settings.run, durationMs, clean });
            }
            finally {
                await Promise.all([ports?.ledger.close(), ports?.code.close(), ports?.artifacts.close()]);
            }
        },
    };
}
async function makePorts(settings, { clean, guard, request }) {
    const { env, cwd, repository, token, run, reporter, signal } = settings;
    const cancel = signal === undefined ? {} : { signal };
    if (token !== undefined)
        guard(token);
    const source = makeSecretSource({ env, json: await readSecrets(settings) });
    guardGiven(source, guard);
    const sshKey = create_app_once(async () => {
        const key = await readSshKey(settings);
        guard(key);
        return key;
    });
    const providers = new Map();
    const dnsByName = new Map();
    return {
        clock: realClock,
        ledger: isWithoutLedger(request) ? noLedger : await openLedger(settings, request),
        provider: (name, scope) => {
            const known = providers.get(name) ?? makeProvider(name, { scope, env, ...cancel });
            providers.set(name, known);
            return known;
        },
        code: makeGitCodeSource({ clock: realClock, signal }),
        artifacts: makeArtifactSource({
            clock: realClock,
            repository: () => repositoryAddress(settings),
            token,
            signal,
        }),
        remote: makeSshRemote(),
        outside: makeOutsideView({ nameServer: env.DROVER_NAME_SERVER }),
        reporter,
        secret: source,
        guard,
        clean,
        toolkit: create_app_once(async () => readTree(settings.toolkit, { prefixes: ['config', 'secrets-templates', 'ansible'] })),
        sshKey,
        dns: (name, flock) => {
            const known = dnsByName.get(name) ?? makeDns(name, { flock, env, ...cancel });
            dnsByName.set(name, known);
            return known;
        },
        github: create_app_once(() => makeGitHub({ env, cwd, repository, token, guard, signal })),
        seal: create_app_once(async () => {
            const key = source(base_secret/* sealKeySecret */.b);
            if (key === undefined)
                throw (0,read_identities/* missingSealKey */.X5)();
            guard(key);
            return await makeAgeSealer(key);
        }),
        seed: async (label) => deriveSeed(await sshKey(), label),
        publicKey: create_app_once(async () => publicKeyOf(await sshKey())),
        journal: makeJournal(settings),
        keepRecords: (records) => (0,keep_record/* keepRecords */.c)(records, recordsFolder(env)),
        readRecord: async (path) => (0,record_file/* parseRecord */.H)(await readNamedFile(path, 'record')),
        interactive: interactive,
        checkout: (folder = '.') => makeOpsCheckout({ folder: (0,external_node_path_.resolve)(settings.cwd, folder), branch: settings.branch }),
        readParts: (folder, parts) => readParts((0,external_node_path_.resolve)(settings.cwd, folder), parts),
        placeFolder: (folder, files) => placeFolder((0,external_node_path_.resolve)(settings.cwd, folder), files),
        starter: create_app_once(() => readStarter(settings.toolkit)),
        greeting: (place) => (0,ssh_greeting/* askForGreeting */.k)(place, greetingPatience),
        repositoryFacts: readRepositoryFacts,
        ...(settings.ask === undefined ? {} : { ask: settings.ask }),
        withPrivateFiles: withPrivateFiles,
        files: makeLocalFiles({ base: cwd, folder: env.RUNNER_TEMP || cwd }),
        run,
        ...(settings.origin === undefined ? {} : { origin: settings.origin }),
        ...(settings.event?.before === undefined ? {} : { before: settings.event.before }),
        ...(settings.event?.pullRequest === undefined ? {} : { pullRequest: settings.event.pullRequest }),
        ...cancel,
    };
}
function isWithoutLedger({ operation }) {
    const definition = (0,registry/* findOperation */.LC)(operation);
    return definition !== undefined && (0,registry/* needsNoLedger */.eo)(definition);
}
/** Where a machine is far and busy. */
const greetingPatience = { connectMs: 5000, greetMs: 5000 };
function create_app_once(work) {
    let promise;
    return () => {
        promise ??= work();
        return promise;
    };
}


/***/ }),

/***/ 30742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Hex. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}


/***/ }),

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

/***/ 6637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ placeholder)
/* harmony export */ });
/** The text that stands for a secret in a file that is shown or kept. `form` names the encoding of the value, if it was encoded. */
function placeholder({ kind, name }, form) {
    return form === undefined ? `{{${kind} "${name}"}}` : `{{${kind} "${name}" ${form}}}`;
}


/***/ }),

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

/***/ 95452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ SecretBytes)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/**
 * A file's content that may hold secrets. Printing, serialising and inspecting it give its size only;
 * `reveal()` gives the bytes where they are hashed, compared or packed.
 */
class SecretBytes {
    #bytes;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    reveal() {
        return this.#bytes;
    }
    toString() {
        return `[${this.#bytes.length} bytes]`;
    }
    toJSON() {
        return this.toString();
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return this.toString();
    }
}


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

/***/ 16602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ cleanUnion),
/* harmony export */   y: () => (/* binding */ cleanTexts)
/* harmony export */ });
/**
 * The value with every text in it cleaned, however deep it stands; keys are texts, too. Only what JSON has is looked
 * into: a `Buffer`, a class of ours or a function stays what it is.
 */
function cleanTexts(value, clean) {
    return cleanValue(value, { clean: remember(clean), keepsKind: false });
}
/** As `cleanTexts`; the `kind` of an object stays: it says which form of a union this is, from a closed list. */
function cleanUnion(value, clean) {
    return cleanValue(value, { clean: remember(clean), keepsKind: true });
}
function cleanValue(value, cleaning) {
    const { clean, keepsKind } = cleaning;
    if (typeof value === 'string')
        return clean(value);
    if (Array.isArray(value))
        return value.map((one) => cleanValue(one, cleaning));
    if (!isPlain(value))
        return value;
    const entries = Object.entries(value).map(([key, one]) => keepsKind && key === 'kind' ? [key, one] : [clean(key), cleanValue(one, cleaning)]);
    return Object.fromEntries(entries);
}
function isPlain(value) {
    return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
/** Keys and words come again and again. */
function remember(clean) {
    const known = new Map();
    return (text) => {
        const cleaned = known.get(text) ?? clean(text);
        known.set(text, cleaned);
        return cleaned;
    };
}


/***/ }),

/***/ 49195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ chooserOf)
/* harmony export */ });
/* harmony import */ var _flock_view_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37012);
/* harmony import */ var _leftover_machines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88009);


/** Which machines an operation is about, for itself and for the shards of its run: what is left over can be listed and ended. */
function chooserOf(chooses = 'flock') {
    return choosers[chooses];
}
const choosers = {
    flock: _flock_view_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseMachines */ .A6,
    'with-leftovers': _leftover_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseWithLeftovers */ ._w,
    all: async (_ports, view, { selectors }) => (0,_leftover_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseAll */ .z)(view, selectors),
};


/***/ }),

/***/ 99913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Le: () => (/* binding */ chooseDeployable),
  HB: () => (/* binding */ chooseEnvironment),
  KG: () => (/* binding */ requireProtectedOrigin)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
// EXTERNAL MODULE: ./build/flock/select/affected.js
var affected = __webpack_require__(56527);
;// CONCATENATED MODULE: ./build/ledger/ledger-paths.js
/** True for files that Drover itself writes on the branch: records, captures, log, dashboard. */
function isLedgerPath(path) {
    return path === 'README.md' || path.startsWith('machines/') || path.startsWith('log/');
}

;// CONCATENATED MODULE: ./build/branch/environment.js




/**
 * The machines of the environment that the run deploys to. One that a person named and that is in
 * another is refused; what a group or `all` brings along is left out. A flock without environments
 * has nothing to choose.
 */
function chooseEnvironment(machines, { flock, request: { environment, selectors } }) {
    if (environment === undefined || flock.environments.length === 0)
        return machines;
    requireKnown(environment, flock);
    const outside = machines.filter((machine) => machine.environment !== environment);
    (0,errors/* throwIfInvalid */.TG)(outside
        .filter(({ name }) => selectors.includes(name))
        .map(({ name, environment: other }) => ({
        reason: 'invalid-argument',
        message: `${name}: is ${other === undefined ? 'in no environment' : `in the environment "${other}"`}, and the run deploys to "${environment}"`,
        hint: 'Choose its own environment, or other machines.',
    })));
    return machines.filter((machine) => !outside.includes(machine));
}
function requireKnown(environment, { environments }) {
    const names = environments.map(({ name }) => name);
    if (names.includes(environment))
        return;
    const meant = (0,nearest/* nearest */.p)(environment, names);
    throw new errors/* DroverError */.F(`environment: flock.yml has no environment "${environment}"`, {
        reason: 'invalid-argument',
        hint: meant === undefined ? `Choose one of ${names.join(', ')}.` : `Did you mean "${meant}"?`,
    });
}
/** Refuses to change machines of a protected environment from anywhere but a protected branch. */
function requireProtectedOrigin(machines, { flock, origin }) {
    if (origin?.isProtected)
        return;
    const guarded = protectedNames(flock);
    const where = origin === undefined ? 'this is no run of a workflow' : `"${origin.ref}" is not protected`;
    (0,errors/* throwIfInvalid */.TG)(machines.flatMap(({ name, environment = '' }) => guarded.has(environment)
        ? [
            {
                reason: 'protected',
                message: `${name}: is in the protected environment "${environment}", and ${where}`,
                hint: 'Start the workflow on a protected branch, or take "protected: true" from the environment in flock.yml.',
            },
        ]
        : []));
}
/**
 * The machines that the whole run may change. Those of a protected environment only if the run
 * names it, so that GitHub asks its reviewers, and is up to date, so that nothing is deployed that
 * the branch has left behind. One that a person named is refused, others are left out.
 */
async function chooseDeployable(ports, view, { machines, request }) {
    const guarded = protectedNames(view.flock);
    const isGuarded = ({ environment = '' }) => guarded.has(environment);
    const outside = machines.filter((machine) => isGuarded(machine) && machine.environment !== request.environment);
    (0,errors/* throwIfInvalid */.TG)(outside
        .filter(({ name }) => request.selectors.includes(name))
        .map(({ name, environment = '' }) => ({
        reason: 'protected',
        message: `${name}: is in the protected environment "${environment}", and the run does not name it`,
        hint: `Choose the environment "${environment}" for the run.`,
    })));
    for (const environment of new Set(outside.map((machine) => machine.environment ?? ''))) {
        const names = outside.filter((machine) => machine.environment === environment).map(({ name }) => name);
        ports.reporter.report({
            kind: 'notice',
            level: 'warning',
            message: `left out, because "${environment}" is protected and the run does not name it: ${names.join(', ')}`,
        });
    }
    const inside = machines.filter((machine) => !outside.includes(machine));
    if (inside.some(isGuarded)) {
        requireProtectedOrigin(inside, { flock: view.flock, origin: ports.origin });
        await requireUpToDate(ports, view);
    }
    return inside;
}
async function requireUpToDate(ports, view) {
    const news = await whatIsNewer(ports, view);
    if (news === undefined)
        return;
    throw new errors/* DroverError */.F(`environment: the run is not up to date: ${news}`, {
        reason: 'protected',
        hint: 'Start a new run on the head of the branch. Nothing was changed.',
    });
}
function protectedNames({ environments }) {
    return new Set(environments.filter(({ isProtected }) => isProtected).map(({ name }) => name));
}
/** What the branch of the run got since; undefined when nothing. What Drover wrote down itself is no news. */
async function whatIsNewer({ origin, ledger }, { snapshot }) {
    if (origin === undefined)
        return undefined;
    const head = await ledger.headOf(origin.ref);
    if (head === origin.commit)
        return undefined;
    if (head === snapshot.commit) {
        const started = await ledger.readAt(origin.commit);
        const news = started && (0,affected/* changedPaths */.v)(started.tree, snapshot.tree).filter((path) => !isLedgerPath(path));
        if (news?.length === 0)
            return undefined;
        return `"${origin.ref}" has newer changes: ${news?.slice(0, 3).join(', ') ?? 'its history was replaced'}`;
    }
    return `"${origin.ref}" is at ${head?.slice(0, 12) ?? 'no commit'} now, and the run was started at ${origin.commit.slice(0, 12)}`;
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

/***/ 74972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ flockSecretNames),
  J: () => (/* binding */ toolkitSecretNames)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/render/render-source.js
var render_source = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/render/secret-uses.js
var secret_uses = __webpack_require__(1114);
// EXTERNAL MODULE: ./build/render/template/read-template.js + 3 modules
var read_template = __webpack_require__(22948);
;// CONCATENATED MODULE: ./build/render/list-secret-names.js




/** Only files in a layer can reach a machine, which a README beside the layers cannot. */
const sealedFile = /^machines\/[^/]+\/sealed\/.+\.age$/;
const groupLayer = /^secrets-templates\/groups\/([^/]+)\//;
const inLayer = /^secrets-templates\/(?:all|groups\/[^/]+|machines\/[^/]+)\//;
/**
 * Names of all secrets that any template may require, sorted, each with the files
 * that name it, in all layers of all machines and of the used groups of the toolkit.
 * The seal key is among them when a template names a generated value, or when a file
 * is sealed already. Leaves out files that do not parse, which rendering reports.
 */
function listSecretNames({ toolkit, config }, isUsed) {
    const found = new Map();
    const isOfUsed = (path) => {
        const [, group] = groupLayer.exec(path) ?? [];
        return group === undefined || isUsed(group);
    };
    const files = [
        ...[...toolkit]
            .filter(([path]) => isOfUsed(path))
            .map(([path, file]) => ({ path, file, prefix: 'toolkit:' })),
        ...[...config].map(([path, file]) => ({ path, file, prefix: '' })),
    ];
    for (const { path, file, prefix } of files) {
        if (!inLayer.test(path) || file.mode === '120000' || !(0,render_source/* isText */.K)(file.bytes))
            continue;
        for (const use of (0,secret_uses/* listSecretUses */.d)((0,read_template/* readTemplateFile */.P)(file).nodes)) {
            // A generated value is kept sealed, so a run requires the seal key for it.
            const name = (0,secret_uses/* kindOf */.I)(use) === 'generated' ? secret/* sealKeySecret */.b : use.name;
            found.set(name, (found.get(name) ?? new Set()).add(`${prefix}${path}`));
        }
    }
    const sealed = [...config.keys()].find((path) => sealedFile.test(path));
    if (sealed !== undefined && !found.has(secret/* sealKeySecret */.b))
        found.set(secret/* sealKeySecret */.b, new Set([sealed]));
    const names = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
    return new Map(names.map(([name, files]) => [name, [...files]]));
}

// EXTERNAL MODULE: ./build/flock/yaml/yaml-lookup.js
var yaml_lookup = __webpack_require__(34616);
// EXTERNAL MODULE: ./build/flock/yaml/yaml-source.js + 1 modules
var yaml_source = __webpack_require__(94010);
;// CONCATENATED MODULE: ./build/flock/secret-names.js





const known = new WeakMap();
/**
 * Names of all secrets that any machine may want, sorted, each with the files that name it: of templates,
 * and of `credentials` and of certificates in `flock.yml`, whatever else is wrong there. Leaves out what does not parse:
 * reading the flock tells that. From memory for trees that were asked for before.
 */
function flockSecretNames(trees) {
    const before = known.get(trees.config);
    if (before?.toolkit === trees.toolkit)
        return before.names;
    const names = findNames(trees);
    known.set(trees.config, { toolkit: trees.toolkit, names });
    return names;
}
/** As `flockSecretNames`, of the toolkit alone, also of its groups that nobody mentions. */
function toolkitSecretNames(toolkit) {
    const named = listSecretNames({ toolkit, config: new Map() }, () => true);
    return new Map([
        ...named,
        ...credentialsIn(toolkit, toolkitFile).map((name) => [name, [toolkitFile]]),
    ]);
}
const toolkitFile = 'config/flock.yml';
function findNames(trees) {
    const groups = usedGroups(trees);
    const found = new Map(listSecretNames(trees, (group) => groups.has(group)));
    const add = (names, file) => {
        for (const name of names)
            found.set(name, [...new Set([...(found.get(name) ?? []), file])]);
    };
    const inToolkit = credentialsIn(trees.toolkit, toolkitFile, (group) => groups.has(group));
    add(inToolkit, `toolkit:${toolkitFile}`);
    add(credentialsIn(trees.config, 'flock.yml'), 'flock.yml');
    return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}
/** Every group that `flock.yml` mentions, and the groups that these include. */
function usedGroups({ toolkit, config }) {
    const files = [dataOf(config, 'flock.yml'), dataOf(toolkit, toolkitFile)];
    const listed = (path) => files.flatMap((data) => {
        const value = (0,yaml_lookup/* dataAt */.ox)(data, [...path, 'groups']);
        return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
    });
    const [flock = null] = files;
    const used = new Set(keysIn(flock, ['groups']));
    for (const machine of keysIn(flock, ['machines']))
        for (const name of listed(['machines', machine]))
            used.add(name);
    // The loop also visits groups that are added while it runs.
    for (const group of used)
        for (const name of listed(['groups', group]))
            used.add(name);
    return used;
}
function credentialsIn(tree, file, isUsed = () => true) {
    const data = dataOf(tree, file);
    const layers = [
        [],
        ...['groups', 'machines'].flatMap((key) => keysIn(data, [key])
            .filter((name) => key !== 'groups' || isUsed(name))
            .map((name) => [key, name])),
    ];
    return layers
        .flatMap((layer) => [
        ...keysIn(data, [...layer, 'code']).map((name) => (0,yaml_lookup/* dataAt */.ox)(data, [...layer, 'code', name, 'credentials'])),
        ...['certificate-secret', 'key-secret'].map((key) => (0,yaml_lookup/* dataAt */.ox)(data, [...layer, 'certificate', key])),
        // An ordered certificate is kept sealed, which requires the seal key.
        ...(keysIn(data, [...layer, 'certificate']).includes('contact') ? [secret/* sealKeySecret */.b] : []),
    ])
        .filter((name) => typeof name === 'string')
        .filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name));
}
function dataOf(tree, file) {
    try {
        // The name is the one under which the flock reads the file, so that it is parsed once.
        const name = file === 'flock.yml' ? file : `toolkit:${file}`;
        return (0,yaml_source/* readYaml */.g)({ text: tree.get(file)?.bytes.toString('utf8') ?? '', file: name }).data;
    }
    catch (error) {
        if (error instanceof errors/* InputError */.dz)
            return null;
        throw error;
    }
}
function keysIn(data, path) {
    const map = (0,yaml_lookup/* dataAt */.ox)(data, path);
    return typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.keys(map) : [];
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

/***/ 66895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ putLaunch),
/* harmony export */   Bu: () => (/* binding */ parseState),
/* harmony export */   Ll: () => (/* binding */ putTombstone),
/* harmony export */   Md: () => (/* binding */ encodeState),
/* harmony export */   aZ: () => (/* binding */ parseIdentity),
/* harmony export */   ct: () => (/* binding */ parseMachineFiles),
/* harmony export */   hB: () => (/* binding */ parseCertificate),
/* harmony export */   is: () => (/* binding */ putIdentity),
/* harmony export */   lg: () => (/* binding */ machinePath),
/* harmony export */   rw: () => (/* binding */ parseLaunch),
/* harmony export */   tS: () => (/* binding */ putCertificate)
/* harmony export */ });
/* unused harmony export encodeIdentity */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _base_outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98216);
/* harmony import */ var _base_reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83121);





/** `machines/NAME/REST`, or the machine's folder itself when `rest` is empty. */
function machinePath(name, rest = '') {
    return rest === '' ? `machines/${name}` : `machines/${name}/${rest}`;
}
/** The text of `machine.json`: sorted keys, two spaces, a newline at the end. */
function encodeIdentity(identity) {
    return encodeSorted(identitySchema.parse(identity));
}
/** The text of `state.json`, in the form of `encodeIdentity`. */
function encodeState(state) {
    return encodeSorted(stateSchema.parse(state));
}
/** Throws `invalid-ledger` naming `file`. Keys that this version does not know are left out. */
function parseIdentity(text, file) {
    return parseFile(text, { file, schema: identitySchema });
}
/** Throws `invalid-ledger` naming `file`. Keys that this version does not know are left out. */
function parseState(text, file) {
    return parseFile(text, { file, schema: stateSchema });
}
/** Throws `invalid-ledger` naming `file`. */
function parseLaunch(text, file) {
    return parseFile(text, { file, schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .json */ .Pq9()) });
}
/** `machine.json` as a change of a record. */
function putIdentity(name, identity) {
    return {
        kind: 'put',
        path: machinePath(name, 'machine.json'),
        mode: '100644',
        bytes: Buffer.from(encodeIdentity(identity)),
    };
}
/** `launch.json` as a change of a record. */
function putLaunch(name, intent) {
    return {
        kind: 'put',
        path: machinePath(name, 'launch.json'),
        mode: '100644',
        bytes: Buffer.from(encodeSorted(intent)),
    };
}
/** Throws `invalid-ledger` naming `file`. Keys that this version does not know are left out. */
function parseCertificate(text, file) {
    return parseFile(text, { file, schema: certificateSchema });
}
/** `certificate.json` as a change of a record. */
function putCertificate(name, certificate) {
    return {
        kind: 'put',
        path: machinePath(name, 'certificate.json'),
        mode: '100644',
        bytes: Buffer.from(encodeSorted(certificateSchema.parse(certificate))),
    };
}
/** `terminated.json` as a change of a record. */
function putTombstone(name, tombstone) {
    return {
        kind: 'put',
        path: machinePath(name, 'terminated.json'),
        mode: '100644',
        bytes: Buffer.from(encodeSorted(tombstone)),
    };
}
/** All `machine.json`, `launch.json`, `state.json` and `certificate.json` of a tree. */
function parseMachineFiles(tree) {
    const machines = new Map();
    const problems = [];
    const paths = [...tree.keys()].filter((path) => machineFile.test(path)).sort();
    for (const path of paths) {
        const [, name = '', file] = machineFile.exec(path) ?? [];
        const bytes = tree.get(path)?.bytes ?? Buffer.alloc(0);
        try {
            machines.set(name, { ...machines.get(name), ...partOf(file, { text: textOf(bytes, path), path }) });
        }
        catch (error) {
            if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DroverError */ .F))
                throw error;
            problems.push({
                message: error.message,
                reason: error.reason,
                at: { file: path },
                hint: error.hint ?? '',
            });
        }
    }
    return { machines, problems };
}
const machineFile = /^machines\/([^/]+)\/(machine|launch|state|certificate)\.json$/;
function partOf(file, { text, path }) {
    if (file === 'machine')
        return { identity: parseFile(text, { file: path, schema: lenientIdentitySchema }) };
    if (file === 'launch')
        return { launch: parseLaunch(text, path) };
    if (file === 'state')
        return { state: parseState(text, path) };
    return { certificate: parseCertificate(text, path) };
}
const line = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1);
const runSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: line,
    attempt: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1),
    actor: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    url: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
});
const identitySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    provider: line,
    id: line,
    address: line,
    port: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).max(65_535),
    user: line,
    hostKeys: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(line).min(1),
    revokedKeys: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(line).exactOptional(),
    region: line.exactOptional(),
    dns: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ provider: line, name: line }).exactOptional(),
    createdAt: line,
    createdBy: line,
});
/** A machine that lost its pins must not keep the flock from being read: only a session with that machine is refused. */
const lenientIdentitySchema = identitySchema.extend({ hostKeys: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(line).default([]) });
const stateSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    config: line,
    digest: line,
    operation: line,
    outcome: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_base_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .outcomeKinds */ .q3),
    reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .custom */ .IeY((value) => typeof value === 'string' && Object.hasOwn(_base_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .reasons */ .O, value), {
        message: 'Invalid reason code',
    }),
    run: runSchema,
    time: line,
    code: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), line).exactOptional(),
    baseline: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), line).exactOptional(),
});
const certificateSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    from: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['acme', 'secret', 'self-signed']),
    names: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(line).min(1),
    notBefore: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    notAfter: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    serial: line,
    issuer: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    acme: line.exactOptional(),
    lineage: line.exactOptional(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
    orderedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$().exactOptional(),
});
function textOf(bytes, file) {
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        throw corrupt(file, { what: 'is not UTF-8 text' });
    return bytes.toString('utf8');
}
function parseFile(text, { file, schema }) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw corrupt(file, { what: 'is not JSON', cause });
    }
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    const issues = result.error.issues.map((issue) => `${issue.path.join('.') || 'document'}: ${issue.message}`);
    throw corrupt(file, { what: issues.join('; '), cause: result.error });
}
function corrupt(file, { what, cause }) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DroverError */ .F(`${file}: cannot be read: ${what}`, {
        reason: 'invalid-ledger',
        at: { file },
        hint: `Restore the last good version: "git log -- ${file}" on the config branch shows them.`,
        cause,
    });
}
function encodeSorted(value) {
    return `${JSON.stringify(sorted(value), null, 2)}\n`;
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
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

/***/ 63285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ formRequest),
/* harmony export */   t: () => (/* binding */ asRoot)
/* harmony export */ });
/* harmony import */ var _base_text_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90366);

/**
 * Forms the request for a command. OpenSSH takes no input before it has started the command (the window of its session
 * is 0 until then), so input costs a round trip of its own; input that may show is sent with the request.
 * Throws as `loginShellLine` does.
 */
function formRequest({ command, become, }) {
    const { argv, stdin, inputMayShow } = command;
    if (inputMayShow === true && typeof stdin === 'string') {
        const line = formWhole({ argv, stdin, become });
        if ((0,_base_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .fitsLoginShell */ ._y)(line))
            return { line, isWhole: true };
    }
    const line = (0,_base_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .loginShellLine */ .G7)(asRoot(argv, { become }));
    return { line, isWhole: false, ...(stdin === undefined ? {} : { stdin }) };
}
/** The command as root; `become` when the login user is another. */
function asRoot(argv, { become }) {
    return become ? ['sudo', '-n', '--', ...argv] : argv;
}
/** The input is not in the command that sudo runs, because sudo writes that to the machine's log. */
function formWhole({ argv, stdin, become }) {
    const isScript = argv.join(' ') === 'sh -s';
    if (isScript && !become)
        return `exec ${(0,_base_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteCommand */ .ch)(['sh', '-c', stdin])} </dev/null`;
    return `printf %s ${(0,_base_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWord */ .XW)(stdin)} | ${(0,_base_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteCommand */ .ch)(asRoot(argv, { become }))}`;
}


/***/ }),

/***/ 94511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ encodePin),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   cW: () => (/* binding */ pinLine),
/* harmony export */   cz: () => (/* binding */ pinsOf),
/* harmony export */   iJ: () => (/* binding */ algorithmsFor)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


/**
 * Reads the pins of `machine.json`, for sessions and `connect` alike.
 * Throws `host-key-unknown` when no usable key is pinned, and
 * `host-key-mismatch` when all pinned keys are revoked.
 */
function pinsOf({ machine, identity }) {
    const read = (line) => {
        const pin = parsePin(line);
        if (pin !== undefined)
            return pin;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DroverError */ .F(`${machine}: "${line.slice(0, 60)}" in machines/${machine}/machine.json is not a host key`, {
            reason: 'host-key-unknown',
            hint: 'Give the line as ssh-keyscan prints it, without the address: "ssh-ed25519 AAAA…".',
        });
    };
    const pinned = identity.hostKeys.map(read);
    const revoked = (identity.revokedKeys ?? []).map(read);
    const [first] = pinned;
    if (first === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DroverError */ .F(`${machine}: no host key is pinned for ${identity.address}`, {
            reason: 'host-key-unknown',
            hint: `Run "drover provision ${machine}": it asks the provider for the key and pins it.`,
        });
    }
    const trusted = pinned.filter((pin) => !holds(revoked, pin.blob));
    if (trusted.length === 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DroverError */ .F(`${machine}: the pinned host key ${fingerprint(first.blob)} is revoked in machines/${machine}/machine.json`, {
            reason: 'host-key-mismatch',
            hint: 'Nothing was sent. Give the machine a new host key and pin that one, or make the machine again.',
        });
    }
    return { trusted, revoked };
}
function judge({ trusted, revoked }, blob) {
    if (holds(revoked, blob))
        return 'revoked';
    return holds(trusted, blob) ? 'pinned' : 'other';
}
/**
 * Signature algorithms to request, so that the server shows a pinned key and
 * not another of its keys. Types of revoked keys come last, so that a server
 * without another key is refused with the right message. One RSA key signs
 * with several algorithms (RFC 8332).
 */
function algorithmsFor({ trusted, revoked }) {
    const names = [...trusted, ...revoked].flatMap((pin) => pin.type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [pin.type]);
    return [...new Set(names)];
}
/** The fingerprint of a key, in OpenSSH's form. */
function fingerprint(blob) {
    return `SHA256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
/** `TYPE BASE64`, without a comment. */
function encodePin({ type, blob }) {
    return `${type} ${blob.toString('base64')}`;
}
/** Reads `TYPE BASE64 [comment]` (the public key format of OpenSSH, sshd(8) AUTHORIZED_KEYS); undefined for anything else. */
function parsePin(line) {
    const [type = '', base64 = ''] = line.trim().split(/\s+/);
    const blob = Buffer.from(base64, 'base64');
    const typeLength = blob.length >= 4 ? blob.readUInt32BE(0) : 0;
    const isKey = typeLength > 0 && blob.subarray(4, 4 + typeLength).toString('latin1') === type;
    return isKey ? { type, blob } : undefined;
}
/** `TYPE BASE64` of a host key as the server showed it (RFC 4253, 6.6). */
function pinLine(blob) {
    const typeLength = blob.length >= 4 ? blob.readUInt32BE(0) : 0;
    return encodePin({ type: blob.subarray(4, 4 + typeLength).toString('latin1'), blob });
}
function holds(pins, blob) {
    return pins.some((pin) => pin.blob.equals(blob));
}


/***/ }),

/***/ 94420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ splitLines)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);

/** The longest line that is kept as a whole: a program that never prints a newline must not fill the memory. */
const maxLine = 64 * 1024;
/** Cuts a byte stream into lines; characters that are split across chunks stay whole. */
function splitLines(onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    let rest = '';
    const take = (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
        if (rest.length > maxLine) {
            onLine(rest);
            rest = '';
        }
    };
    return {
        write: (chunk) => take(decoder.write(chunk)),
        end: () => {
            take(decoder.end());
            if (rest !== '')
                onLine(rest);
            rest = '';
        },
    };
}


/***/ }),

/***/ 70749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ askForGreeting)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);

/** Connects and waits for the greeting of an SSH server. Never throws. */
async function askForGreeting({ address, port }, { connectMs, greetMs }) {
    return new Promise((resolve) => {
        const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)({ host: address, port });
        const done = (greeting) => {
            clearTimeout(timer);
            socket.destroy();
            resolve(greeting);
        };
        const not = (why) => done({ greets: false, why });
        let timer = setTimeout(() => not(`no connection within ${connectMs / 1000} s`), connectMs);
        socket.once('connect', () => {
            clearTimeout(timer);
            timer = setTimeout(() => not(`no greeting within ${greetMs / 1000} s`), greetMs);
        });
        let said = '';
        socket.on('data', (chunk) => {
            // The server may send other lines before the greeting.
            said += chunk.toString('latin1');
            if (/(?:^|\n)SSH-/.test(said))
                done({ greets: true });
            else if (said.length > maxPrefaceBytes)
                not('the answer is not that of an SSH server');
        });
        socket.once('error', (error) => not(error.code ?? error.message));
        socket.once('close', () => not('the connection was closed without a greeting of SSH'));
    });
}
const maxPrefaceBytes = 8192;


/***/ }),

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isText),
/* harmony export */   u: () => (/* binding */ renderSource)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _base_placeholder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6637);
/* harmony import */ var _base_secret_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95452);
/* harmony import */ var _secret_uses_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1114);
/* harmony import */ var _template_evaluate_template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14155);
/* harmony import */ var _template_read_template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22948);






/** Text is valid UTF-8 without NUL. Other files are never rendered. */
function isText(bytes) {
    return !bytes.includes(0) && (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes);
}
/** Renders a source. Everything but template expressions is kept byte for byte: line endings, a byte order mark, a missing last newline. */
function renderSource({ file, mayUseSecrets, context, secret }) {
    const template = (0,_template_read_template_js__WEBPACK_IMPORTED_MODULE_2__/* .readTemplateFile */ .P)(file);
    const { parts, problems } = (0,_template_evaluate_template_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluateTemplate */ .M)(template.nodes, context);
    const misplaced = mayUseSecrets ? [] : (0,_secret_uses_js__WEBPACK_IMPORTED_MODULE_4__/* .listSecretUses */ .d)(template.nodes).map(misplacedSecret);
    const uses = mayUseSecrets ? parts.filter((part) => typeof part !== 'string') : [];
    const values = new Map(uses.map((use) => [keyOf(use), secret(use)]));
    const bytes = Buffer.from(parts.map((part) => written(part, values)).join(''));
    return {
        bytes: new _base_secret_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .SecretBytes */ .y(bytes),
        shown: uses.length === 0 ? bytes : Buffer.from(parts.map((part) => shownPart(part, values)).join('')),
        secrets: [...new Set(uses.map(({ name }) => name))].sort(),
        problems: [...template.problems, ...misplaced, ...problems],
    };
}
function keyOf(use) {
    return (0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_5__/* .placeholder */ .q)({ kind: (0,_secret_uses_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(use), name: use.name });
}
function written(part, values) {
    if (typeof part === 'string')
        return part;
    const value = values.get(keyOf(part))?.reveal() ?? '';
    return part.asJson ? JSON.stringify(value) : value;
}
/** The placeholder of a part. For a value that JSON changes it is the one that a captured file gets. */
function shownPart(part, values) {
    if (typeof part === 'string')
        return part;
    const value = values.get(keyOf(part))?.reveal() ?? '';
    if (!part.asJson)
        return keyOf(part);
    const form = JSON.stringify(value) === `"${value}"` ? undefined : 'as JSON';
    return `"${(0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_5__/* .placeholder */ .q)({ kind: (0,_secret_uses_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(part), name: part.name }, form)}"`;
}
function misplacedSecret(use) {
    return {
        reason: 'invalid-template',
        place: use.place,
        message: `${(0,_secret_uses_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(use)} "${use.name}" is used outside secrets-templates`,
        hint: 'move the file and its entry to the same layer below secrets-templates',
    };
}


/***/ }),

/***/ 82594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ encodeLfsPointer),
/* harmony export */   y: () => (/* binding */ parseLfsPointer)
/* harmony export */ });
/**
 * Parses a pointer. Undefined for a file that is none; `broken` for a file that begins as one and breaks the
 * specification: keys in order, one space, line feeds only, no other kind of id, no extensions.
 */
function parseLfsPointer(bytes) {
    if (bytes.subarray(0, opening.length).toString('latin1') !== opening)
        return undefined;
    if (bytes.length >= maxBytes)
        return 'broken';
    const [, oid, size] = whole.exec(bytes.toString('latin1')) ?? [];
    if (oid === undefined || !Number.isSafeInteger(Number(size)))
        return 'broken';
    return { oid, size: Number(size) };
}
/** The pointer as git-lfs writes it. */
function encodeLfsPointer({ oid, size }) {
    return `${opening}v1\noid sha256:${oid}\nsize ${size}\n`;
}
const opening = 'version https://git-lfs.github.com/spec/';
const whole = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\noid sha256:([0-9a-f]{64})\nsize (0|[1-9]\d*)\n$/;
const maxBytes = 1024;


/***/ }),

/***/ 3213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87306);
/* harmony import */ var _report_defect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97420);


/** Does the work on one machine; a failure is an end like any other. */
async function attempt(task, work) {
    try {
        return await work(task);
    }
    catch (thrown) {
        const error = (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asDroverError */ .nN)(thrown);
        (0,_report_defect_js__WEBPACK_IMPORTED_MODULE_1__/* .reportDefect */ .G)(task.ports, error);
        return outcomeOfFailure(task, error);
    }
}
/** The machine's name stands before every message already: it is not said twice. */
function outcomeOfFailure(task, error) {
    const prefix = `${task.machine.name}: `;
    const message = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message;
    return {
        kind: (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfFailure */ .uq)(error.reason),
        reason: error.reason,
        message,
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        ...(error.at === undefined ? {} : { at: error.at }),
    };
}


/***/ }),

/***/ 20797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ newRecordId)
/* harmony export */ });
/** Unique for this machine, operation, run and attempt, and for one that does the same twice. */
function newRecordId({ run, clock }, { operation, machine }) {
    const chance = Math.floor(clock.random() * 0xffffffff);
    return `${run.id}.${run.attempt}.${operation}.${machine}.${chance.toString(16).padStart(8, '0')}`;
}


/***/ }),

/***/ 11060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ makeRecorder)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87306);


/** How long the first finished machine waits for others before its record is pushed. */
const gatherMs = 2000;
/**
 * Pushes records while other machines are still at work, several at a time: a
 * run that is killed has lost at most what it finished in the last seconds, and
 * a fleet of a thousand does not push a thousand times.
 */
function makeRecorder(ports) {
    const waiting = [];
    const stop = new AbortController();
    let commit;
    let failure;
    let pushing;
    const push = async () => {
        const batch = waiting.splice(0);
        if (batch.length === 0)
            return;
        try {
            commit = (await ports.ledger.push(batch)).commit;
            ports.journal.drop(batch);
        }
        catch (thrown) {
            failure = await keepInstead(ports, { batch, error: (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asDroverError */ .nN)(thrown) });
        }
    };
    const gather = async () => {
        await ports.clock.sleep(gatherMs, stop.signal).catch(() => { });
        await push();
        pushing = undefined;
        if (waiting.length > 0 && !stop.signal.aborted)
            pushing = gather();
    };
    return {
        add: (record) => {
            waiting.push(record);
            pushing ??= gather();
        },
        close: async () => {
            stop.abort();
            await pushing;
            await push();
            return { ...(commit === undefined ? {} : { commit }), ...(failure === undefined ? {} : { failure }) };
        },
    };
}
/** Never throws: a full disk on top of a closed branch must not hide what happened to the machines. */
async function keepInstead({ keepRecords }, { batch, error }) {
    const way = await keepRecords(batch).then((files) => `Nothing is lost: when the repository can be pushed to again, run "drover replay ${files.join(' ')}".`, (cause) => `The records could not be kept as files either (${(0,_base_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asDroverError */ .nN)(cause).message}): run the operation again, it looks at the machines and records what holds.`);
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(error.message, {
        reason: error.reason,
        hint: error.hint === undefined ? way : `${error.hint} ${way}`,
        cause: error,
    });
}


/***/ }),

/***/ 97420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ reportDefect)
/* harmony export */ });
/** A defect's stack, for the report that its hint asks for; nothing for a failure that Drover knows. */
function reportDefect(ports, error) {
    if (error.reason !== 'bug')
        return;
    const { cause } = error;
    const stack = cause instanceof Error ? (cause.stack ?? cause.message) : error.message;
    ports.reporter.report({ kind: 'notice', level: 'warning', message: ports.clean(stack) });
}


/***/ }),

/***/ 47860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ githubName)
/* harmony export */ });
/** `OWNER/REPO` of a git URL; undefined for a path on this computer and for URLs of another form. */
function githubName(url) {
    const path = /^(?:https?|ssh|git):\/\/[^/]+\/(?<path>.+)$/.exec(url)?.groups?.path ??
        /^[\w.-]+@[\w.-]+:(?<path>.+)$/.exec(url)?.groups?.path;
    return /^(?<name>[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+?)(?:\.git)?\/?$/.exec(path ?? '')?.groups?.name;
}


/***/ }),

/***/ 54214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ workflowFiles),
/* harmony export */   bL: () => (/* binding */ withBases),
/* harmony export */   kV: () => (/* binding */ templatesFolder)
/* harmony export */ });
const templatesFolder = 'workflows-templates';
const workflowsFolder = '.github/workflows';
/** Adds to the files their templates in the version that is in use, as far as these exist. */
function withBases(files, { kind, templates }) {
    return files.map((file) => {
        const name = file.path.slice(file.path.lastIndexOf('/') + 1);
        const base = templates.get(`${templatesFolder}/${kind}/${name}`)?.bytes.toString('utf8');
        return base === undefined ? file : { ...file, base };
    });
}
/** The templates for one branch, each with the file that the branch has now. */
function workflowFiles(kind, { templates, branch }) {
    const prefix = `${templatesFolder}/${kind}/`;
    return [...templates].flatMap(([path, { bytes }]) => {
        const name = path.slice(prefix.length);
        if (!path.startsWith(prefix) || !/^[^/]+\.ya?ml$/.test(name))
            return [];
        const file = `${workflowsFolder}/${name}`;
        const found = branch.get(file)?.bytes.toString('utf8');
        return [{ path: file, template: bytes.toString('utf8'), ...(found !== undefined && { found }) }];
    });
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
