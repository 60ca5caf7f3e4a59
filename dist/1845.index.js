export const id = 1845;
export const ids = [1845];
export const modules = {

/***/ 22601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ chooserOf)
/* harmony export */ });
/* harmony import */ var _leftover_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94968);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82305);


/** Which machines an operation is about, for itself and for the plan of its run: what is left over can be listed and ended. */
function chooserOf(operation) {
    if (operation === 'terminate')
        return _leftover_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseWithLeftovers */ ._w;
    if (operation === 'list')
        return async (_ports, survey, { selectors }) => (0,_leftover_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseAll */ .z)(survey, selectors);
    return _survey_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseMachines */ .A6;
}


/***/ }),

/***/ 87059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ renderMachines),
  Y: () => (/* binding */ renderToApply)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/flock/secret-names.js + 1 modules
var secret_names = __webpack_require__(74972);
// EXTERNAL MODULE: ./build/render/baseline/render-baseline.js + 5 modules
var render_baseline = __webpack_require__(62361);
// EXTERNAL MODULE: ./build/render/render-machine.js + 1 modules
var render_machine = __webpack_require__(76451);
// EXTERNAL MODULE: ./build/operations/sealed/generated-file.js
var generated_file = __webpack_require__(91928);
// EXTERNAL MODULE: ./build/operations/sealed/open-generated.js + 1 modules
var open_generated = __webpack_require__(25918);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/operations/push-now.js
var push_now = __webpack_require__(48406);
;// CONCATENATED MODULE: ./build/operations/sealed/push-generated.js



/**
 * Resolves when the branch has values for all that were made, these or those of another run that was first:
 * each file is put only over what it was made from. Read the branch again: it is the truth.
 */
async function pushGenerated(ports, { survey, operation, machines, generated }) {
    const { recipients, seal } = await ports.seal();
    const pushNow = (0,push_now/* makePushNow */.f)(ports);
    const sealed = await Promise.all(machines.flatMap((machine) => {
        const { values, made } = generated.get(machine.name) ?? {};
        if (values === undefined || made === undefined || made.size === 0)
            return [];
        const bytes = seal((0,generated_file/* encodeGenerated */.aE)(new Map([...values, ...made])));
        return [bytes.then((file) => ({ machine, file, names: [...made.keys()].sort() }))];
    }));
    await Promise.all(sealed.map(({ machine, file, names }) => {
        const path = (0,generated_file/* generatedPath */.Dz)(machine.name);
        const before = survey.snapshot.tree.get(path);
        return pushNow({ ports, machine }, {
            operation,
            config: survey.snapshot.commit,
            message: `made generated ${names.join(', ')}, sealed to ${recipients[0]}`,
            changes: [{ kind: 'put', path, mode: '100644', bytes: file }],
            over: { path, ...(before === undefined ? {} : { sha256: (0,digest/* sha256 */.s)(before.bytes) }) },
        });
    }));
}

;// CONCATENATED MODULE: ./build/operations/desired.js








/**
 * Renders all machines before any is touched, so that one missing secret or
 * variable is known while nothing has happened yet. Throws one InputError with
 * the problems of all machines, each once.
 */
async function renderMachines(ports, survey, machines) {
    return (await renderAll(ports, survey, machines)).desired;
}
/**
 * As `renderMachines`, for who puts the files on machines: generated values that are not there yet are made,
 * and are on the branch before this resolves. Of two runs that make the same one, both go on with that of the
 * one that pushed first.
 */
async function renderToApply(ports, survey, { machines, operation }) {
    let known = survey;
    for (let round = 0; round < mostRounds; round += 1) {
        const { desired, generated } = await renderAll(ports, known, machines);
        if (machines.every(({ name }) => desired.toMake(name).length === 0))
            return desired;
        await pushGenerated(ports, { survey: known, operation, machines, generated });
        known = (0,generated_file/* withSealedOf */.MZ)({ ...survey, snapshot: await ports.ledger.read() }, survey);
    }
    throw new errors/* DroverError */.F('generated values: others were pushed each time that these were about to be', {
        reason: 'push-failed',
        hint: 'Run the operation again. No machine was changed.',
    });
}
/** One other run costs one round; so many at once are no accident. */
const mostRounds = 20;
async function renderAll(ports, survey, machines) {
    const toolkit = await ports.toolkit();
    const config = survey.snapshot.tree;
    const names = (0,secret_names/* flockSecretNames */.u)({ toolkit, config });
    const secrets = [...names.keys()].flatMap((name) => ports.secret(name) ?? []);
    for (const secret of secrets)
        ports.guard(secret);
    const generated = await (0,open_generated/* openGenerated */.Y)(ports, {
        tree: config,
        // Without a template that names one nothing is asked for, and the key need not even be read.
        machines: names.has(secret/* sealKeySecret */.b) ? machines : [],
    });
    const desired = new Map();
    const problems = new Map();
    const gather = (work) => {
        try {
            return work();
        }
        catch (error) {
            if (!(error instanceof errors/* InputError */.dz))
                throw error;
            for (const problem of error.problems)
                problems.set(JSON.stringify([problem.at, problem.message]), problem);
            return undefined;
        }
    };
    for (const machine of machines) {
        const input = {
            machine,
            flockName: survey.flock.name,
            toolkit,
            config,
            secrets: ports.secret,
            generated: generated.get(machine.name)?.lookup ?? unopened,
        };
        const rendered = gather(() => (0,render_machine/* renderMachine */.K)(input));
        const baseline = gather(() => (0,render_baseline/* renderBaseline */.q)({ ...input, rolePlaces: survey.flock.rolePlaces }));
        if (rendered === undefined || baseline === undefined)
            continue;
        desired.set(machine.name, { ...rendered, ...(machine.roles.length === 0 ? {} : { baseline }) });
    }
    (0,errors/* refuse */.TR)([...problems.values()]);
    return {
        generated,
        desired: {
            secrets: [...secrets, ...[...generated.values()].flatMap((one) => one.secrets)],
            of: (machine) => desired.get(machine) ?? { files: [], captures: [] },
            toMake: (machine) => [...(generated.get(machine)?.made.keys() ?? [])].sort(),
        },
    };
}
function unopened(name) {
    throw new Error(`generated "${name}" is named by no template`);
}


/***/ }),

/***/ 70759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Le: () => (/* binding */ chooseDeployable),
  HB: () => (/* binding */ chooseEnvironment),
  KG: () => (/* binding */ requireProtectedOrigin)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/nearest.js
var nearest = __webpack_require__(50578);
// EXTERNAL MODULE: ./build/flock/affected.js
var affected = __webpack_require__(33184);
;// CONCATENATED MODULE: ./build/ledger/ledger-paths.js
/** True for what Drover itself writes on the branch: records, captures, log, dashboard. */
function isLedgerPath(path) {
    return path === 'README.md' || path.startsWith('machines/') || path.startsWith('log/');
}

;// CONCATENATED MODULE: ./build/operations/environment.js




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
    (0,errors/* refuse */.TR)(outside
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
    (0,errors/* refuse */.TR)(machines.flatMap(({ name, environment = '' }) => guarded.has(environment)
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
async function chooseDeployable(ports, survey, { machines, request }) {
    const guarded = protectedNames(survey.flock);
    const isGuarded = ({ environment = '' }) => guarded.has(environment);
    const outside = machines.filter((machine) => isGuarded(machine) && machine.environment !== request.environment);
    (0,errors/* refuse */.TR)(outside
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
        requireProtectedOrigin(inside, { flock: survey.flock, origin: ports.origin });
        await requireUpToDate(ports, survey);
    }
    return inside;
}
async function requireUpToDate(ports, survey) {
    const news = await whatIsNewer(ports, survey);
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

/***/ 10809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CD: () => (/* binding */ attempt),
  Ld: () => (/* binding */ newRecordId),
  gI: () => (/* binding */ runFleet)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/operations/failure.js
var failure = __webpack_require__(69477);
;// CONCATENATED MODULE: ./build/operations/cut-off.js

/**
 * Keeps in the journal how far the work on one machine got, as the record that is true if nothing
 * more is heard of it. Hears of the steps as a reporter does.
 */
function trackCutOff({ journal, signal, frame, elapsed }) {
    let step;
    const keep = () => journal.keep(cutOffRecord(frame, { step, durationMs: elapsed(), reason: reasonOf(signal) }));
    keep();
    signal?.addEventListener('abort', keep);
    const hear = (progress) => {
        if (progress.kind !== 'step')
            return;
        step = progress.name;
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
/** Those that change files as a transaction of the machine; nothing undoes what the others do. */
const transacts = new Set(['configure', 'create']);
const selfUndone = ': what was not confirmed, the machine undoes by itself';
/** Long work is a unit of the machine, which no run takes along when it ends. */
const goesOn = ': the machine goes on with that by itself';
const longWork = /^(?:baseline|make ready|follow the) /;
function whatNow(operation, step) {
    if (operation === 'update' || longWork.test(step ?? ''))
        return goesOn;
    return transacts.has(operation) ? selfUndone : '';
}
function reasonOf(signal) {
    return signal?.aborted ? 'cancelled' : 'job-died';
}
function cutOffRecord(frame, { step, durationMs, reason }) {
    const where = step === undefined ? 'before its first step' : `at step "${step}"`;
    const why = reason === 'cancelled' ? 'the run was cancelled' : 'its job died';
    return {
        ...frame,
        outcome: (0,failure/* kindOfFailure */.uq)(reason),
        reason,
        message: `${why} ${where}${whatNow(frame.operation, step)}`,
        durationMs,
        changes: [],
        ...(step === undefined ? {} : { event: { step } }),
    };
}

;// CONCATENATED MODULE: ./build/operations/job.js

function makeJob(machine, { ports, ownerOfKey }) {
    const { clock, reporter, clean } = ports;
    const steps = [];
    const job = {
        machine,
        ports,
        ownerOfKey,
        steps,
        stepStarted: (name) => reporter.report({ kind: 'step', machine: machine.name, name: clean(name) }),
        stepDone: (step) => {
            const shown = {
                ...step,
                name: clean(step.name),
                ...(step.detail === undefined ? {} : { detail: clean(step.detail) }),
            };
            steps.push(shown);
            reporter.report({ kind: 'step-done', machine: machine.name, step: shown });
        },
        output: (line, stream) => reporter.report({ kind: 'output', machine: machine.name, stream, line: clean(line) }),
        warn: (message) => reporter.report({ kind: 'notice', level: 'warning', message: clean(`${machine.name}: ${message}`) }),
        step: async (name, work, judge) => {
            const startedMs = clock.elapsed();
            const durationMs = () => Math.round(clock.elapsed() - startedMs);
            job.stepStarted(name);
            try {
                const value = await work();
                job.stepDone({ name, status: judge?.isFailed(value) ? 'failed' : 'ok', durationMs: durationMs() });
                return value;
            }
            catch (thrown) {
                job.stepDone({
                    name,
                    status: 'failed',
                    durationMs: durationMs(),
                    detail: (0,failure/* asDroverError */.nN)(thrown).message,
                });
                throw thrown;
            }
        },
    };
    return job;
}

// EXTERNAL MODULE: ./build/operations/recorder.js
var operations_recorder = __webpack_require__(39737);
;// CONCATENATED MODULE: ./build/operations/fleet.js





/**
 * Does one verb on many machines. Never throws for what happens to a machine:
 * each gets one outcome, also those that were not reached before a cancel.
 */
async function runFleet(ports, work) {
    const recorder = (0,operations_recorder/* makeRecorder */.D)(ports);
    const limit = (0,p_limit/* default */.A)(Math.max(1, work.parallel));
    const outcomes = await Promise.all(work.machines.map((machine) => limit(async () => {
        const { outcome, record } = await runJob(ports, { work, machine });
        ports.reporter.report({ kind: 'finished', machine: machine.name, outcome });
        if (record !== undefined)
            recorder.add(record);
        return outcome;
    })));
    return { outcomes, ...(await recorder.close()) };
}
async function runJob(ports, { work, machine }) {
    const { clock, reporter } = ports;
    const startedMs = clock.elapsed();
    const elapsed = () => Math.round(clock.elapsed() - startedMs);
    const { operation, ownerOfKey } = work;
    if (ports.signal?.aborted) {
        const job = makeJob(machine, { ports, ownerOfKey });
        return { outcome: toOutcome(notTouched, { job, operation, durationMs: elapsed() }) };
    }
    reporter.report({ kind: 'started', machine: machine.name, operation });
    if (!work.records) {
        const job = makeJob(machine, { ports, ownerOfKey });
        return { outcome: toOutcome(await attempt(job, work.verb), { job, operation, durationMs: elapsed() }) };
    }
    const frame = {
        id: newRecordId(ports, { operation, machine: machine.name }),
        run: ports.run,
        operation,
        machine: machine.name,
        time: new Date(clock.now()).toISOString(),
        config: work.config,
    };
    const tracked = trackCutOff({ journal: ports.journal, signal: ports.signal, frame, elapsed });
    const job = makeJob(machine, { ports: { ...ports, reporter: tracked.reporter(reporter) }, ownerOfKey });
    const done = await attempt(job, work.verb);
    const outcome = toOutcome(done, { job, operation, durationMs: elapsed() });
    const record = { ...frame, ...toRecord(outcome, done) };
    tracked.end(record);
    return { outcome, record };
}
const notTouched = {
    kind: (0,failure/* kindOfFailure */.uq)('not-touched'),
    reason: 'not-touched',
    message: 'the run was cancelled before this machine was reached',
};
/** Does the work on one machine; a failure is an end like any other. */
async function attempt(job, verb) {
    try {
        return await verb(job);
    }
    catch (thrown) {
        const error = (0,failure/* asDroverError */.nN)(thrown);
        (0,failure/* reportDefect */.Gf)(job.ports, error);
        return failureDone(job, error);
    }
}
/** The machine's name stands before every message already: it is not said twice. */
function failureDone(job, error) {
    const prefix = `${job.machine.name}: `;
    const message = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message;
    return {
        kind: (0,failure/* kindOfFailure */.uq)(error.reason),
        reason: error.reason,
        message,
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        ...(error.at === undefined ? {} : { at: error.at }),
    };
}
function toOutcome(done, { job, operation, durationMs }) {
    const { clean } = job.ports;
    const line = (text) => clean(text).replaceAll(/\s*\n\s*/g, ' ');
    return {
        machine: job.machine.name,
        operation,
        kind: done.kind,
        reason: done.reason,
        message: line(done.message),
        ...(done.hint === undefined ? {} : { hint: line(done.hint) }),
        ...(done.at === undefined ? {} : { at: done.at }),
        ...(done.data === undefined ? {} : { data: done.data }),
        steps: job.steps,
        durationMs: Math.round(durationMs),
    };
}
function toRecord(outcome, done) {
    const { kind, reason, message, durationMs } = outcome;
    return {
        outcome: kind,
        reason,
        message,
        durationMs,
        changes: done.changes ?? [],
        ...eventOf(outcome, done),
    };
}
/** More for the log than every record has: what the operation says, and the step that failed. */
function eventOf({ steps }, { event }) {
    const failed = steps.findLast(({ status }) => status === 'failed');
    if (event === undefined && failed === undefined)
        return {};
    return { event: { ...event, ...(failed === undefined ? {} : { step: failed.name }) } };
}
/** Unique for this machine, operation, run and attempt, and for one that does the same twice. */
function newRecordId({ run, clock }, { operation, machine }) {
    const chance = Math.floor(clock.random() * 0xffffffff);
    return `${run.id}.${run.attempt}.${operation}.${machine}.${chance.toString(16).padStart(8, '0')}`;
}


/***/ }),

/***/ 48406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makePushNow)
/* harmony export */ });
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10809);

/** What comes while a push is under way goes with the next one, however many machines it is for. */
function makePushNow({ ledger }) {
    let waiting = [];
    let last = Promise.resolve();
    let next;
    const pushWaiting = async () => {
        const batch = waiting;
        waiting = [];
        next = undefined;
        await ledger.push(batch);
    };
    return (job, note) => {
        waiting.push(toRecord(job, note));
        if (next === undefined) {
            next = last.then(pushWaiting);
            last = next.catch(() => undefined);
        }
        return next;
    };
}
function toRecord({ ports, machine }, { operation, config, message, changes, over, event }) {
    return {
        id: (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .newRecordId */ .Ld)(ports, { operation, machine: machine.name }),
        run: ports.run,
        operation,
        machine: machine.name,
        outcome: 'changed',
        reason: 'done',
        message: ports.clean(message),
        time: new Date(ports.clock.now()).toISOString(),
        durationMs: 0,
        config,
        changes,
        ...(over === undefined ? {} : { over }),
        event: { ...event, note: true },
    };
}


/***/ }),

/***/ 39737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ makeRecorder)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69477);


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
            failure = await keepInstead(ports, { batch, error: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asDroverError */ .nN)(thrown) });
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
    const way = await keepRecords(batch).then((files) => `Nothing is lost: when the repository can be pushed to again, run "drover replay ${files.join(' ')}".`, (cause) => `The records could not be kept as files either (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asDroverError */ .nN)(cause).message}): run the operation again, it looks at the machines and records what holds.`);
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(error.message, {
        reason: error.reason,
        hint: error.hint === undefined ? way : `${error.hint} ${way}`,
        cause: error,
    });
}


/***/ }),

/***/ 91928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ treeWithSealedOf),
/* harmony export */   Dz: () => (/* binding */ generatedPath),
/* harmony export */   LJ: () => (/* binding */ parseGenerated),
/* harmony export */   MZ: () => (/* binding */ withSealedOf),
/* harmony export */   aE: () => (/* binding */ encodeGenerated),
/* harmony export */   zL: () => (/* binding */ dropGenerated)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66895);



/** Where a machine's generated values are on the branch: sealed JSON, name -> value. */
function generatedPath(machine) {
    return (0,_ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_1__/* .machinePath */ .lg)(machine, 'sealed/generated.age');
}
function encodeGenerated(values) {
    const sorted = [...values].sort(([one], [other]) => (one < other ? -1 : 1));
    return Buffer.from(`${JSON.stringify(Object.fromEntries(sorted))}\n`);
}
/** Throws `invalid-ledger`, which never quotes what was sealed. */
function parseGenerated(bytes) {
    try {
        return new Map(Object.entries(schema.parse(JSON.parse(bytes.toString('utf8')))));
    }
    catch {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F('sealed file: what it holds is no map of texts', { reason: 'invalid-ledger' });
    }
}
const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1));
/**
 * A machine that is ended for good takes its generated values with it: one made later under its name gets its
 * own. What was lost otherwise and is made again, or only forgotten, keeps them.
 */
function dropGenerated(machine) {
    return { kind: 'remove', path: generatedPath(machine) };
}
/** The survey of an earlier commit, with what is sealed now: a value that was made since is the machine's. */
function withSealedOf(now, then) {
    const tree = treeWithSealedOf(now.snapshot.tree, then.snapshot.tree);
    return { ...then, snapshot: { ...then.snapshot, tree } };
}
function treeWithSealedOf(now, then) {
    const isSealed = ([path]) => sealed.test(path);
    return new Map([...[...then].filter((entry) => !isSealed(entry)), ...[...now].filter(isSealed)]);
}
const sealed = /^machines\/[^/]+\/sealed\//;


/***/ }),

/***/ 25918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ openGenerated)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/secrets/make-generated.js

/** A random value of this form, from the system's own source of randomness. */
function makeGenerated({ alphabet, length }) {
    // Not bytes modulo ten: that would favour the small digits.
    if (alphabet === 'digits')
        return Array.from({ length }, () => (0,external_node_crypto_.randomInt)(10)).join('');
    return (0,external_node_crypto_.randomBytes)(length).toString(alphabet).slice(0, length);
}

// EXTERNAL MODULE: ./build/secrets/seal/read-identities.js
var read_identities = __webpack_require__(93323);
// EXTERNAL MODULE: ./build/operations/sealed/generated-file.js
var generated_file = __webpack_require__(91928);
;// CONCATENATED MODULE: ./build/operations/sealed/open-generated.js





/**
 * Opens what is sealed for these machines, so that rendering can be synchronous, and makes every value known
 * to `clean`. A key that was not given, or that does not fit, is no failure here: only who needs a value is
 * refused.
 */
async function openGenerated(ports, { tree, machines }) {
    if (machines.length === 0)
        return new Map();
    const key = await openKey(ports);
    const opened = await Promise.all(machines.map(async ({ name }) => [name, await openOne(name, { tree, key })]));
    for (const [, { secrets }] of opened)
        for (const secret of secrets)
            ports.guard(secret);
    return new Map(opened);
}
async function openKey(ports) {
    try {
        return { sealer: await ports.seal() };
    }
    catch (error) {
        if (error instanceof errors/* InputError */.dz)
            return { refused: error.problems };
        if (error instanceof errors/* DroverError */.F && error.reason === 'missing-secret')
            return { refused: [] };
        throw error;
    }
}
async function openOne(machine, { tree, key }) {
    const path = (0,generated_file/* generatedPath */.Dz)(machine);
    const file = tree.get(path);
    if ('refused' in key)
        return open_generated_closed((name) => (key.refused.length > 0 ? key.refused : [missingKey(name)]));
    if (file === undefined)
        return makeLookup(new Map());
    try {
        return makeLookup((0,generated_file/* parseGenerated */.LJ)(await key.sealer.open(file.bytes)));
    }
    catch (error) {
        if (!(error instanceof errors/* DroverError */.F))
            throw error;
        const { message, reason, hint = `restore the last good version: "git log -- ${path}" shows them` } = error;
        return open_generated_closed(() => [{ message: `${path}: ${message}`, reason, hint, at: { file: path } }]);
    }
}
function missingKey(name) {
    const message = `secret "${secret/* sealKeySecret */.b}": not given: it keeps generated "${name}"`;
    return { reason: 'missing-secret', message, hint: read_identities/* sealKeyHint */.Kb };
}
function open_generated_closed(problemsOf) {
    return {
        values: new Map(),
        secrets: [],
        made: new Map(),
        lookup: (name) => {
            const [first, ...rest] = problemsOf(name);
            if (first === undefined)
                throw new Error('a closed file has no problem');
            throw new errors/* InputError */.dz([first, ...rest]);
        },
    };
}
function makeLookup(values) {
    const made = new Map();
    const give = (name, form) => {
        const value = values.get(name) ?? made.get(name) ?? makeGenerated(form);
        if (!values.has(name))
            made.set(name, value);
        return value;
    };
    return {
        values,
        made,
        secrets: [...values].map(([name, value]) => toSecret(name, value)),
        lookup: (name, form) => toSecret(name, give(name, form)),
    };
}
function toSecret(name, value) {
    return new secret/* Secret */.z(name, value, { kind: 'generated' });
}


/***/ })

};
