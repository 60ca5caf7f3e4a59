export const id = 5556;
export const ids = [5556];
export const modules = {

/***/ 67991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);


/** What a command printed; throws when it did not exit with 0. */
async function answerOf(session, question) {
    const { command, subject, hint, timeoutMs = 60_000, reason = 'command-failed', signal } = question;
    const ended = await session.exec(command, { timeoutMs, ...(signal === undefined ? {} : { signal }) });
    if ((0,_base_command_js__WEBPACK_IMPORTED_MODULE_1__/* .succeeded */ .g)(ended))
        return ended.stdout.toString('utf8');
    const why = ended.stderr.toString('utf8').trim().slice(-300);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${subject}: the command ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEnd */ .l)(ended)}: ${why}`, {
        reason: ended.signal === null ? reason : 'killed',
        hint,
    });
}


/***/ }),

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

/***/ 45167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ defineFleetOperation)
/* harmony export */ });
/* harmony import */ var _choose_machines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22601);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70759);
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10809);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31412);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82305);





/** The way of every operation on machines: read the branch, choose, check all input, then work on each. */
function defineFleetOperation(definition) {
    return async (ports, request) => {
        const reading = (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .readFlock */ ._D)(ports);
        // What fails here fails again, and is told, when a connection is wanted.
        if (definition.connects)
            ports.sshKey().catch(() => { });
        const survey = await reading;
        const machines = await (0,_choose_machines_js__WEBPACK_IMPORTED_MODULE_0__/* .chooserOf */ .T)(request.operation)(ports, survey, request);
        const acts = definition.records(request);
        if (acts && (0,_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .mayChangeMachines */ .MB)(request.operation)) {
            (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .requireProtectedOrigin */ .KG)(machines, { flock: survey.flock, origin: ports.origin });
        }
        const verb = await definition.prepare(ports, { survey, machines, request });
        return (0,_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .runFleet */ .gI)(ports, {
            operation: request.operation,
            machines,
            parallel: request.parallel,
            config: survey.snapshot.commit,
            records: acts,
            ownerOfKey: (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerOfKey */ .QV)(survey),
            verb,
        });
    };
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

/***/ 19895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ rotateHostKey)
});

;// CONCATENATED MODULE: ./build/recipes/host-key-rotation.js
const key = '/etc/ssh/ssh_host_ed25519_key';
/** The old key returns after this many seconds unless the new one was seen to work. */
const guardSeconds = 25;
/** Makes the next host key beside the present one and prints its public half. Run twice, it gives the same key. */
const makeNextKeyCommand = {
    argv: [
        'sh',
        '-c',
        `set -eu; umask 077
[ -s ${key}.next.pub ] || { rm -f ${key}.next; ssh-keygen -q -t ed25519 -N '' -C '' -f ${key}.next; }
cat ${key}.next.pub`,
    ],
};
/**
 * Puts the next key in place and reloads sshd, with a guard that undoes it. The
 * old key is kept until the new one was seen to work over a new connection.
 */
const useNextKeyCommand = {
    argv: [
        'sh',
        '-c',
        `set -eu; umask 077
cat >/run/drover-key-back <<'BACK'
[ -f ${key}.old ] || exit 0
mv -f ${key}.old ${key}; ssh-keygen -y -f ${key} >${key}.pub; chmod 0644 ${key}.pub
systemctl reload ssh 2>/dev/null || systemctl reload sshd
BACK
systemctl stop drover-key-back.timer 2>/dev/null || :
systemd-run --quiet --collect --unit=drover-key-back --on-active=${guardSeconds} sh /run/drover-key-back
ln -f ${key} ${key}.old
cp -p ${key}.next ${key}.now && mv -f ${key}.now ${key}
cp ${key}.next.pub ${key}.pub; chmod 0644 ${key}.pub
systemctl reload ssh 2>/dev/null || systemctl reload sshd`,
    ],
};
/** The new key works: nothing of the old one stays. */
const keepNextKeyCommand = {
    argv: [
        'sh',
        '-c',
        `set -u
systemctl stop drover-key-back.timer 2>/dev/null
rm -f ${key}.old ${key}.next ${key}.next.pub /run/drover-key-back`,
    ],
};

// EXTERNAL MODULE: ./build/operations/answer-of.js
var answer_of = __webpack_require__(67991);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
;// CONCATENATED MODULE: ./build/operations/rotate-host-key.js
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



/** Less than the machine waits before the old key returns. */
const reopenMs = 15_000;
/**
 * Gives a machine a new host key and answers with the new pins, which are for the caller to record.
 * Both keys are pinned and pushed before the machine changes, so that a run that is cut off anywhere
 * leaves a machine that the ledger knows; when the new key was seen to work, the old one is revoked.
 */
async function rotateHostKey(job, { identity, session, pin }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const next = await job.step('make the next key', async () => publicKeyIn(await run(session, makeNextKeyCommand)));
        const both = { ...identity, hostKeys: [...new Set([...identity.hostKeys, next])] };
        await job.step('pin both keys', () => pin(both));
        await job.step('use the next key', () => run(session, useNextKeyCommand));
        const after = {
            ...identity,
            hostKeys: [next],
            revokedKeys: [...new Set([...(identity.revokedKeys ?? []), ...identity.hostKeys])].filter((key) => key !== next),
        };
        const fresh = __addDisposableResource(env_1, await job.step('connect with the next key', () => (0,sessions/* reopenSession */.aQ)(job, after, reopenMs)), true);
        await job.step('keep the next key', () => run(fresh, keepNextKeyCommand));
        return after;
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
function run(session, command) {
    return (0,answer_of/* answerOf */.u)(session, {
        command,
        subject: 'host key',
        hint: 'The old key is in use, or returns within 25 s; both are pinned. Run the operation again.',
    });
}
function publicKeyIn(text) {
    return text.trim().split(/\s+/).slice(0, 2).join(' ');
}


/***/ }),

/***/ 15556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rotate: () => (/* binding */ rotate)
/* harmony export */ });
/* harmony import */ var _ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66895);
/* harmony import */ var _fleet_operation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45167);
/* harmony import */ var _push_now_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48406);
/* harmony import */ var _rotate_host_key_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19895);
/* harmony import */ var _sessions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81134);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82305);
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






const rotate = (0,_fleet_operation_js__WEBPACK_IMPORTED_MODULE_1__/* .defineFleetOperation */ .t)({
    records: () => true,
    connects: true,
    prepare: async (ports, { survey }) => {
        const pushNow = (0,_push_now_js__WEBPACK_IMPORTED_MODULE_2__/* .makePushNow */ .f)(ports);
        return (job) => rotateMachine(job, { survey, pushNow });
    },
});
async function rotateMachine(job, { survey, pushNow }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = job;
        const before = (0,_survey_js__WEBPACK_IMPORTED_MODULE_5__/* .identityOf */ .cu)(survey, machine.name);
        const session = __addDisposableResource(env_1, await (0,_sessions_js__WEBPACK_IMPORTED_MODULE_4__/* .openSession */ .fA)(job, before), true);
        const after = await (0,_rotate_host_key_js__WEBPACK_IMPORTED_MODULE_3__/* .rotateHostKey */ .Z)(job, {
            identity: before,
            session,
            pin: (identity) => pushNow(job, {
                operation: 'rotate',
                config: survey.snapshot.commit,
                message: 'pinned the next host key beside the present one',
                changes: [(0,_ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_0__/* .putIdentity */ .is)(machine.name, identity)],
            }),
        });
        const changes = [(0,_ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_0__/* .putIdentity */ .is)(machine.name, after)];
        return { kind: 'changed', reason: 'done', message: 'shows a new host key; the old one is revoked', changes };
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


/***/ }),

/***/ 81134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QQ: () => (/* binding */ lookLimits),
/* harmony export */   aQ: () => (/* binding */ reopenSession),
/* harmony export */   fA: () => (/* binding */ openSession),
/* harmony export */   jN: () => (/* binding */ connectLimits)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _system_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47318);


/**
 * Enough for a machine far away that is busy. A TCP connection is answered by the kernel, however busy
 * the machine is: silence means that it is not there.
 */
const connectLimits = { timeoutMs: 30_000, reachMs: 10_000 };
/** How long one look or capture may take, and how long it may be silent. */
const lookLimits = { timeoutMs: 60_000, idleMs: 30_000 };
/** A session for one job: connected as a step of it, cancelled with its run. */
async function openSession(job, identity) {
    const { ports, machine } = job;
    const key = await ports.sshKey();
    return job.step('connect', () => ports.remote.connect({
        machine: machine.name,
        identity,
        key,
        ownerOfKey: job.ownerOfKey,
        ...connectLimits,
        ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }));
}
/** A shorter patience, for a machine that answered a moment ago. */
const again = { timeoutMs: 10_000, reachMs: 5000 };
/** A new connection to a machine whose sshd may just be starting again: tried until `deadlineMs` has passed. */
async function reopenSession(job, identity, deadlineMs) {
    const { ports, machine } = job;
    const key = await ports.sshKey();
    return (0,_system_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({
        clock: ports.clock,
        baseMs: 200,
        maxMs: 1000,
        deadlineMs,
        isRetryable: (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && error.reason === 'unreachable',
    }, () => ports.remote.connect({ machine: machine.name, identity, key, ...again }));
}


/***/ }),

/***/ 70370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};
