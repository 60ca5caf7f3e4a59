export const id = 4799;
export const ids = [4799];
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

/***/ 50306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ judgeCertificate),
/* harmony export */   e_: () => (/* binding */ certificateData),
/* harmony export */   ee: () => (/* binding */ spanOf)
/* harmony export */ });
/* harmony import */ var _report_certificate_days_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36906);

/** Pure: what the end of a certificate means for `verify` and `certbot`. */
function judgeCertificate(known, nowMs) {
    const { urgency, text } = (0,_report_certificate_days_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateTime */ .DT)(known, nowMs);
    const data = certificateData(known, nowMs);
    const message = `certificate: ${text}`;
    if (urgency === 'fine')
        return { data, message };
    const [name = ''] = known.names;
    const whole = `the certificate of "${name}" ${phrase(text)}, until ${known.notAfter}`;
    if (urgency === 'soon')
        return { data, message, warning: `${whole}; the machine should have renewed it` };
    return { data, message, fault: { reason: 'certificate-expiring', message: whole, hint: hintFor(known) } };
}
/** As the branch writes it, of what a certificate says itself. */
function spanOf({ notBeforeMs, notAfterMs, }) {
    return { notBefore: new Date(notBeforeMs).toISOString(), notAfter: new Date(notAfterMs).toISOString() };
}
/** `certificate` in the `data` of an outcome. */
function certificateData(known, nowMs) {
    const { days, urgency } = (0,_report_certificate_days_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateTime */ .DT)(known, nowMs);
    const { names, notAfter, issuer, from, acme } = known;
    return {
        names,
        notAfter,
        daysLeft: days,
        urgency,
        issuer,
        ...(from === undefined ? {} : { from }),
        ...(acme === undefined ? {} : { acme }),
    };
}
function phrase(text) {
    return text.startsWith('expired') ? text : `has ${text}`;
}
function hintFor({ from }) {
    if (from === 'secret')
        return 'Put a new certificate and key into their secrets, then run "drover certbot".';
    return `Run "drover certbot" for the machine, and read what certbot.timer on it says: it should have renewed long before ${_report_certificate_days_js__WEBPACK_IMPORTED_MODULE_0__/* .failureDays */ .Iu} days were left.`;
}


/***/ }),

/***/ 64799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _fleet_operation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45167);
/* harmony import */ var _judge_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50306);
/* harmony import */ var _seen_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12820);



const list = (0,_fleet_operation_js__WEBPACK_IMPORTED_MODULE_0__/* .defineFleetOperation */ .t)({
    records: () => false,
    prepare: async (ports, { survey, machines }) => {
        const seen = await (0,_seen_js__WEBPACK_IMPORTED_MODULE_2__/* .seenMachines */ .A5)(ports, survey, machines);
        return async ({ machine }) => describeMachine(machine, { survey, sightings: seen, nowMs: ports.clock.now() });
    },
});
function describeMachine(machine, { survey, sightings, nowMs }) {
    const all = sightings.all(machine.name);
    const [seen] = all;
    const { identity, state, certificate } = survey.snapshot.machines.get(machine.name) ?? {};
    const isWanted = survey.flock.machines.some((wanted) => wanted.name === machine.name);
    const presence = seen?.presence ?? 'absent';
    const dns = identity?.dns?.name ?? machine.dns?.name;
    const data = {
        provider: seen?.identity.provider ?? machine.provider,
        groups: machine.groups,
        presence,
        wanted: isWanted,
        ...(seen === undefined ? {} : { address: seen.identity.address }),
        ...(dns === undefined ? {} : { dns }),
        ...(seen?.expiresAt === undefined ? {} : { expiresAt: seen.expiresAt }),
        ...(certificate === undefined ? {} : { certificate: (0,_judge_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateData */ .e_)(certificate, nowMs) }),
        ...(all.length < 2 ? {} : { duplicates: all.map(describeDuplicate) }),
        ...(state === undefined
            ? {}
            : { applied: { config: state.config, time: state.time, outcome: state.outcome } }),
    };
    if (all.length > 1) {
        return {
            kind: 'failed',
            reason: 'ambiguous-machine',
            message: (0,_seen_js__WEBPACK_IMPORTED_MODULE_2__/* .describeDuplicates */ .U6)(all),
            hint: 'Look at each, and end the one that should not be at its provider by its id.',
            data,
        };
    }
    const message = [
        presence,
        ...(seen?.expiresAt === undefined ? [] : [`not complete, expires at ${seen.expiresAt}`]),
        ...(isWanted ? [] : ['not in flock.yml any more']),
    ].join('; ');
    return { kind: 'ok', reason: 'already-so', message, data };
}
function describeDuplicate({ identity, presence, expiresAt }) {
    const { id, provider, address } = identity;
    return { id, provider, address, presence, ...(expiresAt === undefined ? {} : { expiresAt }) };
}


/***/ }),

/***/ 94514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QC: () => (/* binding */ scopedMachine),
/* harmony export */   R6: () => (/* binding */ providerNamesOf),
/* harmony export */   lc: () => (/* binding */ providerOf)
/* harmony export */ });
/** The provider of this name, told of the machines that it serves. */
function providerOf(ports, survey, name) {
    return ports.provider(name, scopeOf(survey, name));
}
function scopeOf({ flock, snapshot }, provider) {
    const known = [...snapshot.machines].flatMap(([name, { identity }]) => identity?.provider === provider ? [[name, identity]] : []);
    const launches = [...snapshot.machines].flatMap(([name, { launch }]) => launch?.provider === provider ? [[name, launch]] : []);
    return {
        flock: flock.name,
        machines: flock.machines.filter((machine) => machine.provider === provider).map(scopedMachine),
        known: new Map(known),
        launches: new Map(launches),
    };
}
/** A machine as its provider has to know it. */
function scopedMachine({ name, settings, ssh }) {
    return { name, settings, ...ssh };
}
/** Every provider that may have a machine of this name: that of `flock.yml`, and those that the ledger knows it from. */
function providerNamesOf({ snapshot }, machine) {
    const { identity, launch } = snapshot.machines.get(machine.name) ?? {};
    const remembered = launch?.provider;
    return [
        ...new Set([
            machine.provider,
            ...(identity === undefined ? [] : [identity.provider]),
            ...(typeof remembered === 'string' ? [remembered] : []),
        ]),
    ];
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

/***/ 12820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ seenMachines),
/* harmony export */   RL: () => (/* binding */ requireSeen),
/* harmony export */   U6: () => (/* binding */ describeDuplicates),
/* harmony export */   nN: () => (/* binding */ absentMachine)
/* harmony export */ });
/* unused harmony export sightingsOf */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _provider_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94514);


/** What the providers of these machines have, one question to each provider. */
async function seenMachines(ports, survey, machines) {
    const names = [...new Set(machines.flatMap((machine) => (0,_provider_of_js__WEBPACK_IMPORTED_MODULE_1__/* .providerNamesOf */ .R6)(survey, machine)))];
    const lists = await Promise.all(names.map(async (name) => (await (0,_provider_of_js__WEBPACK_IMPORTED_MODULE_1__/* .providerOf */ .lc)(ports, survey, name)).list()));
    return sightingsOf(lists.flat());
}
function sightingsOf(seen) {
    const byName = new Map();
    for (const one of seen)
        byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
    const all = (name) => byName.get(name) ?? [];
    return {
        all,
        one: (name) => {
            const [first, ...others] = all(name);
            if (first !== undefined && others.length > 0)
                throw ambiguous(name, all(name));
            return first;
        },
    };
}
function ambiguous(name, seen) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${name}: ${describeDuplicates(seen)}`, {
        reason: 'ambiguous-machine',
        hint: 'Nothing was done to either. Look at each, end the one that should not be at its provider by its id, and run the operation again.',
    });
}
/** `2 machines have this name: "i-1" (running, at 192.0.2.1) and "i-2" (…)`. */
function describeDuplicates(seen) {
    const each = seen.map(({ identity, presence }) => `"${identity.id}" (${identity.provider}, ${presence}, at ${identity.address})`);
    return `${each.length} machines have this name: ${each.join(' and ')}`;
}
/** The one machine of this name; throws `not-provisioned` when there is none. */
function requireSeen(seen, name) {
    const one = seen.one(name);
    if (one === undefined)
        throw absentMachine(name);
    return one;
}
function absentMachine(name) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${name}: the machine does not exist`, {
        reason: 'not-provisioned',
        hint: `Run "drover provision ${name}" to make it.`,
    });
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
