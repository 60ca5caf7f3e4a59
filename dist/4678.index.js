export const id = 4678;
export const ids = [4678];
export const modules = {

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

/***/ 3007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ operationOfJobs)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31412);


/** What the jobs of a run do, for those that come before and after them. Throws `invalid-argument`. */
function operationOfJobs({ for: name }) {
    if (name !== undefined && (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .isOperation */ .YG)(name) && name !== 'plan' && name !== 'record')
        return name;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(name === undefined ? 'for: no operation is given' : `for: "${name}" is no operation`, { reason: 'invalid-argument', hint: 'Say which operation the jobs do, for example --for configure.' });
}


/***/ }),

/***/ 54678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  record: () => (/* binding */ record)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/outcome.js
var base_outcome = __webpack_require__(98216);
;// CONCATENATED MODULE: ./build/rollout/account.js

/** How the jobs ended, as GitHub says it in `needs.JOB.result`. */
const jobResults = ['success', 'failure', 'cancelled', 'skipped'];
/** Holds what the log has of a run against what was planned: every machine comes out once. */
function account({ machines, entries, attempt, resultOf, }) {
    const told = new Map();
    for (const entry of entries) {
        if (!entry.isNote && !told.has(entry.machine) && isLasting(entry, attempt))
            told.set(entry.machine, entry);
    }
    const begun = new Set(entries.filter((entry) => entry.attempt === attempt).map(({ machine }) => machine));
    return machines.map((machine) => {
        const entry = told.get(machine);
        if (entry !== undefined)
            return { kind: 'told', machine, entry };
        const result = resultOf(machine);
        if (result === 'skipped' && !begun.has(machine)) {
            return {
                kind: 'untouched',
                machine,
                message: 'no job of it was started: a job before it did not succeed',
            };
        }
        if (result === 'cancelled') {
            return {
                kind: 'silent',
                machine,
                reason: 'cancelled',
                message: 'the run was cancelled, and its job left no word',
            };
        }
        return { kind: 'silent', machine, reason: 'job-died', message: 'its job ended without a word' };
    });
}
/** Jobs that failed are run again: what failed in an earlier attempt was tried again, what held was not. */
function isLasting({ attempt, outcome }, current) {
    return attempt === current || (0,base_outcome/* holds */.v9)({ kind: outcome });
}

// EXTERNAL MODULE: ./build/report/github-limits.js
var github_limits = __webpack_require__(31713);
// EXTERNAL MODULE: ./build/report/report.js
var report = __webpack_require__(87177);
// EXTERNAL MODULE: ./build/operations/failure.js
var failure = __webpack_require__(69477);
;// CONCATENATED MODULE: ./build/operations/deployment.js





/** The environment to leave a deployment of; undefined when none was asked for. Throws `invalid-argument`. */
function deploymentAsked({ deployment, environment }) {
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
        (0,failure/* reportDefect */.Gf)(ports, error);
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
    return operation === 'terminate' ? 'inactive' : 'success';
}

// EXTERNAL MODULE: ./build/operations/fleet.js + 2 modules
var fleet = __webpack_require__(10809);
// EXTERNAL MODULE: ./build/operations/operation-of-jobs.js
var operation_of_jobs = __webpack_require__(3007);
// EXTERNAL MODULE: ./build/operations/recorder.js
var operations_recorder = __webpack_require__(39737);
// EXTERNAL MODULE: ./build/operations/registry.js
var registry = __webpack_require__(31412);
;// CONCATENATED MODULE: ./build/operations/record.js








/** Mostly a run is of today. A job may wait a month for a review, and be run again after a month. */
const daysBack = [2, 36];
const dayMs = 86_400_000;
/**
 * Accounts for a run: what the log has of it is held against the machines of its plan. A machine
 * whose job left no word gets a record that says so, so that the branch is not silent about it.
 */
const record = async (ports, request) => {
    const operation = (0,operation_of_jobs/* operationOfJobs */.$)(request);
    const resultOf = requireResults(request);
    const environment = deploymentAsked(request);
    if ((0,registry/* isReadOnly */.PI)(operation) || request.dryRun)
        return nothingToRecord(`${operation} leaves no records`);
    if (request.selectors.length === 0)
        return nothingToRecord('no machine was planned');
    const { commit } = await ports.ledger.read();
    const accounted = await accountFor(ports, { machines: request.selectors, resultOf });
    const outcomes = accounted.map((one) => toOutcome(one, operation));
    const recorder = (0,operations_recorder/* makeRecorder */.D)(ports);
    for (const [index, one] of accounted.entries()) {
        const outcome = outcomes[index];
        if (one.kind === 'silent' && outcome !== undefined)
            recorder.add(toRecord(outcome, { ports, config: commit }));
    }
    const end = await recorder.close();
    const whole = { outcomes, data: { for: operation, config: commit }, ...end };
    if (environment === undefined)
        return whole;
    const deployed = configOf(accounted) ?? commit;
    const failure = await leaveDeployment(ports, { environment, operation, commit: deployed, outcomes });
    return withFailure(ports, { end: whole, failure });
};
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
function requireResults({ jobResults: given = [], selectors, canary = 0, }) {
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
    if (one.kind === 'told') {
        const { outcome, reason, message, duration_ms, step, operation: done } = one.entry.event;
        const steps = step === undefined ? [] : [{ name: step, status: 'failed' }];
        return { ...frame, operation: done, kind: outcome, reason, message, steps, durationMs: duration_ms };
    }
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
    const { operation, machine } = outcome;
    return {
        id: (0,fleet/* newRecordId */.Ld)(ports, { operation, machine }),
        run: ports.run,
        operation,
        machine,
        outcome: outcome.kind,
        reason: outcome.reason,
        message: outcome.message,
        time: new Date(ports.clock.now()).toISOString(),
        durationMs: 0,
        config,
        changes: [],
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
