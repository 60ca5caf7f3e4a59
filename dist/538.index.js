export const id = 538;
export const ids = [538];
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

/***/ 3007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ operationOfJobs)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91581);


/** What the jobs of a run do, for those that come before and after them. Throws `invalid-argument`. */
function operationOfJobs({ for: name }) {
    const definition = name === undefined ? undefined : (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .findOperation */ .LC)(name);
    if (definition !== undefined && !definition.traits?.isAboutRuns)
        return definition;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(name === undefined ? 'for: no operation is given' : `for: "${name}" is no operation`, { reason: 'invalid-argument', hint: 'Say which operation the jobs do, for example --for configure.' });
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


/***/ }),

/***/ 60538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  record: () => (/* binding */ record)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/failure.js
var failure = __webpack_require__(87306);
// EXTERNAL MODULE: ./build/events/record-of.js
var record_of = __webpack_require__(40509);
// EXTERNAL MODULE: ./build/base/outcome.js
var base_outcome = __webpack_require__(98216);
;// CONCATENATED MODULE: ./build/rollout/account.js

/** Results of jobs, as GitHub gives them in `needs.JOB.result`. */
const jobResults = ['success', 'failure', 'cancelled', 'skipped'];
/** Compares the log of a run with its plan. Every planned machine is listed once. */
function account({ machines, entries, attempt, resultOf, }) {
    const recorded = new Map();
    for (const entry of entries) {
        if (!entry.isNote && !recorded.has(entry.machine) && isLasting(entry, attempt))
            recorded.set(entry.machine, entry);
    }
    const begun = new Set(entries.filter((entry) => entry.attempt === attempt).map(({ machine }) => machine));
    return machines.map((machine) => {
        const entry = recorded.get(machine);
        if (entry !== undefined)
            return { kind: 'told', machine, entry };
        const result = resultOf(machine);
        if (result === 'skipped' && !begun.has(machine)) {
            return {
                kind: 'untouched',
                machine,
                message: 'its job was not started: a job before it did not succeed',
            };
        }
        if (result === 'cancelled') {
            return {
                kind: 'silent',
                machine,
                reason: 'cancelled',
                message: 'the run was cancelled, and its job left no record',
            };
        }
        return { kind: 'silent', machine, reason: 'job-died', message: 'its job ended without a record' };
    });
}
/** Whether an entry still counts. Only failed jobs are run again, so of an earlier attempt only successes count. */
function isLasting({ attempt, outcome }, current) {
    return attempt === current || (0,base_outcome/* holds */.v9)({ kind: outcome });
}

// EXTERNAL MODULE: ./build/task/record-id.js
var record_id = __webpack_require__(20797);
// EXTERNAL MODULE: ./build/task/recorder.js
var task_recorder = __webpack_require__(11060);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
// EXTERNAL MODULE: ./build/operations/operation-of-jobs.js
var operation_of_jobs = __webpack_require__(3007);
// EXTERNAL MODULE: ./build/report/github/github-limits.js
var github_limits = __webpack_require__(25073);
// EXTERNAL MODULE: ./build/report/report.js
var report = __webpack_require__(87177);
// EXTERNAL MODULE: ./build/task/report-defect.js
var report_defect = __webpack_require__(97420);
// EXTERNAL MODULE: ./build/operations/registry.js + 32 modules
var registry = __webpack_require__(91581);
;// CONCATENATED MODULE: ./build/operations/record/deployment.js







/** The environment to leave a deployment of; undefined when none was asked for. Throws `invalid-argument`. */
function deploymentAsked({ deployment, environment, }) {
    if (!deployment)
        return undefined;
    if (environment !== undefined)
        return environment;
    throw new errors/* DroverError */.F('deployment: no environment is given', {
        reason: 'invalid-argument',
        hint: 'A deployment belongs to an environment: give the input "environment", for example "production".',
    });
}
/** Leaves a GitHub Deployment with its status. Throws nothing: answers with why it is not there, or not whole. */
async function leaveDeployment(ports, deployment) {
    const { environment, operation, commit, outcomes } = deployment;
    const counts = (0,github_limits/* cutCharacters */.lD)(`${operation}: ${(0,report/* countOutcomes */.XF)(outcomes)}`, github_limits/* githubLimits */.Q0.deploymentCharacters);
    const description = ports.clean(counts);
    try {
        const github = await ports.github();
        if (github === undefined) {
            throw new errors/* DroverError */.F('the run belongs to no repository at GitHub', {
                reason: 'github-failed',
                hint: 'Leave the input "deployment" out.',
            });
        }
        const id = await github.createDeployment({ environment, commit, description });
        const { url } = ports.run;
        await github.setDeploymentStatus({
            deployment: id,
            state: deploymentState(operation, outcomes),
            description,
            ...(url !== undefined && { logUrl: url }),
        });
        return undefined;
    }
    catch (thrown) {
        const error = (0,failure/* asDroverError */.nN)(thrown);
        (0,report_defect/* reportDefect */.G)(ports, error);
        return new errors/* DroverError */.F(`the deployment of "${environment}" could not be left: ${error.message}`, {
            reason: error.reason,
            hint: `What the machines are is not changed by that.${error.hint === undefined ? '' : ` ${error.hint}`}`,
            cause: thrown,
        });
    }
}
/** `inactive` is what nothing is deployed by: no machine was touched, or all were ended as asked. */
function deploymentState(operation, outcomes) {
    if (outcomes.every(({ reason }) => reason === 'not-touched'))
        return 'inactive';
    if (!outcomes.every(base_outcome/* holds */.v9))
        return 'failure';
    return (0,registry/* findOperation */.LC)(operation)?.traits?.endsMachines ? 'inactive' : 'success';
}

;// CONCATENATED MODULE: ./build/operations/record/record.js









/** Mostly a run is of today. A job may wait a month for a review, and be run again after a month. */
const daysBack = [2, 36];
const dayMs = 86_400_000;
/**
 * Accounts for a run: what the log has of it is held against the machines of its plan. A machine
 * whose job left no word gets a record that says so, so that the branch is not silent about it.
 */
const record = (0,operation/* wholeOperation */.r)(async (ports, request) => {
    const { name: operation, effect } = (0,operation_of_jobs/* operationOfJobs */.$)(request);
    const resultOf = requireResults(request);
    const environment = deploymentAsked(request);
    if (effect === 'reads' || request.dryRun)
        return nothingToRecord(`${operation} leaves no records`);
    if (request.selectors.length === 0)
        return nothingToRecord('no machine was planned');
    const { commit } = await ports.ledger.read();
    const accounted = await accountFor(ports, { machines: request.selectors, resultOf });
    const outcomes = accounted.map((one) => toOutcome(one, operation));
    const recorder = (0,task_recorder/* makeRecorder */.D)(ports);
    for (const [index, one] of accounted.entries()) {
        const outcome = outcomes[index];
        if (one.kind === 'silent' && outcome !== undefined)
            recorder.add(toRecord(outcome, { ports, config: commit }));
    }
    const end = await recorder.close();
    const whole = { outcomes, data: { kind: 'accounted', for: operation, config: commit }, ...end };
    if (environment === undefined)
        return whole;
    const deployed = configOf(accounted) ?? commit;
    const failure = await leaveDeployment(ports, { environment, operation, commit: deployed, outcomes });
    return withFailure(ports, { end: whole, failure });
});
/** What the job that ended last worked from: Drover's own records move the branch while jobs are at work. */
function configOf(accounted) {
    const events = accounted.flatMap((one) => (one.kind === 'told' ? [one.entry.event] : []));
    return events.sort((a, b) => (a.time < b.time ? 1 : -1))[0]?.config;
}
/** A record that could not be pushed matters more than a deployment that is not there. */
function withFailure({ reporter, clean }, { end, failure }) {
    if (failure === undefined)
        return end;
    if (end.failure === undefined)
        return { ...end, failure };
    reporter.report({ kind: 'notice', level: 'warning', message: clean(failure.message) });
    return end;
}
function nothingToRecord(message) {
    return { message: `nothing to record: ${message}` };
}
/** One result for all jobs, or two: of the canaries, which are the first of the machines, and of the others. */
function requireResults({ jobResult: given = [], selectors, canary = 0, }) {
    const [first, last = first, ...more] = given.map((text) => jobResults.find((result) => result === text));
    if (first === undefined || last === undefined || more.length > 0) {
        throw new errors/* DroverError */.F(`job-result: "${given.join(' ')}" is not how jobs end`, {
            reason: 'invalid-argument',
            hint: `Give what GitHub says in needs.JOB.result: one of ${jobResults.join(', ')}; for canaries and others, two.`,
        });
    }
    const canaries = new Set(selectors.slice(0, canary));
    return (machine) => (canaries.has(machine) ? first : last);
}
/** Reads further back only for machines that the last days say nothing of. */
async function accountFor(ports, asked) {
    let accounted = [];
    for (const days of daysBack) {
        const entries = await readEntries(ports, days);
        accounted = account({ ...asked, entries, attempt: ports.run.attempt });
        if (accounted.every(({ kind }) => kind === 'told'))
            break;
    }
    return accounted;
}
async function readEntries({ ledger, run, clock }, days) {
    const since = new Date(clock.now() - days * dayMs).toISOString().slice(0, 10);
    const events = await ledger.history({ runId: run.id, since, limit: Number.POSITIVE_INFINITY });
    return events.map((event) => ({
        machine: event.machine,
        attempt: event.run_attempt,
        outcome: event.outcome,
        isNote: event.note ?? false,
        event,
    }));
}
function toOutcome(one, operation) {
    const frame = { machine: one.machine, operation, steps: [], durationMs: 0 };
    if (one.kind === 'told')
        return (0,record_of/* outcomeOfEvent */.qz)(one.entry.event);
    if (one.kind === 'untouched') {
        return { ...frame, kind: (0,failure/* kindOfFailure */.uq)('not-touched'), reason: 'not-touched', message: one.message };
    }
    const { reason, message } = one;
    return {
        ...frame,
        kind: (0,failure/* kindOfFailure */.uq)(reason),
        reason,
        message,
        hint: `Look at the log of its job, then run "${operation}" again: it looks at the machine first.`,
    };
}
function toRecord(outcome, { ports, config }) {
    return (0,record_of/* recordOf */.zv)(outcome, {
        id: (0,record_id/* newRecordId */.L)(ports, outcome),
        run: ports.run,
        time: new Date(ports.clock.now()).toISOString(),
        config,
    });
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


/***/ })

};
