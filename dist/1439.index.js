export const id = 1439;
export const ids = [1439];
export const modules = {

/***/ 12910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ requireConfirmation)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** The names typed again must be the machines chosen: no more, no fewer. */
function requireConfirmation(machines, { confirm }) {
    if (confirm === 'yes')
        return;
    const names = machines.map((machine) => machine.name);
    const typed = new Set(confirm ?? []);
    const missing = names.filter((name) => !typed.has(name));
    const foreign = [...typed].filter((name) => !names.includes(name));
    if (missing.length === 0 && foreign.length === 0)
        return;
    const what = [
        ...(missing.length > 0 ? [`not typed again: ${missing.map((name) => `"${name}"`).join(', ')}`] : []),
        ...(foreign.length > 0 ? [`typed and not chosen: ${foreign.map((name) => `"${name}"`).join(', ')}`] : []),
    ];
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`terminate: ${what.join('; ')}`, {
        reason: 'not-confirmed',
        hint: `Type exactly: ${names.join(' ')}. Nothing was ended.`,
    });
}


/***/ }),

/***/ 63256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ requireBudget),
/* harmony export */   p: () => (/* binding */ makeLaunchBudget)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/**
 * One machine may be asked for in several places, and more than once in each while no answer comes,
 * and is still one machine. More than this is a defect somewhere.
 */
const mostCallsForOne = 200;
function makeLaunchBudget(limit) {
    const calls = new Map();
    return {
        spend: (machine) => {
            const before = calls.get(machine) ?? 0;
            if (before === 0 && calls.size >= limit)
                throw overBudget(`${machine}: the run has made ${limit} machines`);
            if (before >= mostCallsForOne) {
                throw overBudget(`${machine}: was asked for ${before} times and is still not there`);
            }
            calls.set(machine, before + 1);
        },
    };
}
/** Throws `over-budget` when more machines are to be made than the run may make: nothing was made yet. */
function requireBudget(absent, limit) {
    if (absent.length <= limit)
        return;
    throw overBudget(`budget: ${absent.length} machines are to be made, and this run may make ${limit}`);
}
function overBudget(message) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(message, {
        reason: 'over-budget',
        hint: 'If that many are meant, give a larger budget: --budget N, or the input "budget".',
    });
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

/***/ 32550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
;// CONCATENATED MODULE: ./build/rollout/plan-shards.js
/** Shares machines evenly among jobs, in their order: neighbours of `flock.yml` stay together. */
function planShards(names, { flock, shards, canary }) {
    const share = (some) => divide(some, shards).map((part) => toShard(part, flock));
    return { canary: share(names.slice(0, canary)), rest: share(names.slice(canary)) };
}
/** At most `most` parts whose sizes differ by one at most. */
function divide(names, most) {
    const count = Math.min(most, names.length);
    return Array.from({ length: count }, (_, index) => names.slice(Math.floor((index * names.length) / count), Math.floor(((index + 1) * names.length) / count)));
}
function toShard(names, flock) {
    const [first = '', ...others] = names;
    const last = others.at(-1);
    const name = last === undefined ? first : `${first} … ${last} (${names.length})`;
    const lock = last === undefined ? first : `${first}..${last}.${names.length}`;
    return { name, machines: names.join(' '), lock: `${flock}/${lock}` };
}

// EXTERNAL MODULE: ./build/operations/desired.js + 1 modules
var desired = __webpack_require__(87059);
;// CONCATENATED MODULE: ./build/operations/check-desired.js

/**
 * Refuses what keeps machines from being rendered, above all a secret that was not given, for a
 * whole run before any of its jobs begins. Machines with the same groups and no files of their own
 * are rendered from the same templates: one stands for all of them, and each job looks at all of
 * its own again. Throws one InputError with all problems.
 */
async function checkDesired(ports, survey, machines) {
    await (0,desired/* renderMachines */.p)(ports, survey, pickDifferent(survey, machines));
}
function pickDifferent({ snapshot }, machines) {
    const own = new Set([...snapshot.tree.keys()].flatMap((path) => ownerOf(path) ?? []));
    const seen = new Set();
    return machines.filter(({ name, groups }) => {
        if (own.has(name))
            return true;
        const key = groups.join(' ');
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}
function ownerOf(path) {
    return /^(?:config|secrets-templates)\/machines\/(?<name>[^/]+)\//.exec(path)?.groups?.name;
}

// EXTERNAL MODULE: ./build/operations/choose-machines.js
var choose_machines = __webpack_require__(22601);
// EXTERNAL MODULE: ./build/operations/confirmation.js
var confirmation = __webpack_require__(12910);
// EXTERNAL MODULE: ./build/operations/environment.js + 1 modules
var environment = __webpack_require__(70759);
// EXTERNAL MODULE: ./build/operations/launch-budget.js
var launch_budget = __webpack_require__(63256);
// EXTERNAL MODULE: ./build/operations/operation-of-jobs.js
var operation_of_jobs = __webpack_require__(3007);
// EXTERNAL MODULE: ./build/operations/registry.js
var registry = __webpack_require__(31412);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
;// CONCATENATED MODULE: ./build/operations/plan.js










/** Jobs of one matrix that GitHub takes. */
const mostJobs = 256;
const mostNameCharacters = 120_000;
/**
 * Chooses the machines of a run as its operation would, refuses what the operation would refuse
 * for all of them together, and shares them among jobs. Touches no machine.
 */
const plan = async (ports, request) => {
    const operation = (0,operation_of_jobs/* operationOfJobs */.$)(request);
    requireJobs(request);
    const survey = await (0,operations_survey/* readFlock */._D)(ports);
    const asked = isWhole(operation, request) ? [] : await (0,choose_machines/* chooserOf */.T)(operation)(ports, survey, request);
    const chosen = (0,environment/* chooseEnvironment */.HB)(asked, { flock: survey.flock, request });
    const acts = (0,registry/* mayChangeMachines */.MB)(operation) && !request.dryRun;
    const machines = acts ? await (0,environment/* chooseDeployable */.Le)(ports, survey, { machines: chosen, request }) : chosen;
    const names = machines.map(({ name }) => name);
    refuseTogether(operation, { machines, survey, request });
    if (acts && seesWhatJobsRender(ports, request) && renders.has(operation)) {
        await checkDesired(ports, survey, machines);
    }
    const sharing = { flock: survey.flock.name, shards: request.shards, canary: request.canary ?? 0 };
    const shards = names.length === 0 && isWhole(operation, request)
        ? { canary: [], rest: [wholeFlock(operation, survey)] }
        : planShards(names, sharing);
    refuseMasked(ports, names);
    refuseLarge(names);
    const data = { canary: shards.canary.map(toJson), shards: shards.rest.map(toJson), machines: names };
    return { data, message: describe(names.length, shards) };
};
const renders = new Set(['configure', 'create']);
/**
 * The secrets of an environment are given to its jobs only, and nobody at a shell has those of a run.
 * What goes back renders nothing of the newest commit, which may be the reason to go back.
 */
function seesWhatJobsRender({ origin }, { environment, rollback, to }) {
    return origin !== undefined && environment === undefined && !rollback && to === undefined;
}
/** The canaries have a matrix of their own. */
function requireJobs({ shards, canary = 0 }) {
    if (shards <= mostJobs && canary <= mostJobs)
        return;
    throw new errors/* DroverError */.F(`plan: ${Math.max(shards, canary)} jobs are more than the ${mostJobs} of a matrix`, {
        reason: 'invalid-argument',
        hint: `Give at most ${mostJobs}: a job works on many machines at once.`,
    });
}
/** True if the operation is about the whole flock when nobody names machines: one job does it. */
function isWhole(operation, { selectors }) {
    return registry/* operations */.zU[operation].machines === 'optional' && selectors.length === 0;
}
function wholeFlock(operation, { flock }) {
    return { name: 'the flock', machines: '', lock: `${flock.name}/${operation}` };
}
/** What only somebody who sees all machines of the run can refuse: each job sees its own. */
function refuseTogether(operation, { machines, survey, request }) {
    if (operation === 'terminate' && !request.dryRun)
        (0,confirmation/* requireConfirmation */.L)(machines, request);
    if (operation === 'provision' || operation === 'create') {
        const unknown = machines.filter(({ name }) => survey.snapshot.machines.get(name)?.identity === undefined);
        (0,launch_budget/* requireBudget */.R)(unknown.map(({ name }) => name), request.budget);
    }
}
/** GitHub drops an output in which it sees a secret, and a run without jobs would look as if all were well. */
function refuseMasked({ clean }, names) {
    const masked = names.filter((name) => clean(name) !== name);
    (0,errors/* refuse */.TR)(masked.map((name) => ({
        reason: 'unsafe-secret',
        message: `the name of a machine holds the value of a secret: "${clean(name)}"`,
        hint: 'Ensure that no secret is as short and common as part of a name: GitHub would drop the list of machines.',
    })));
}
/**
 * `record` is handed all names in one variable of its environment, for which Linux has 128 KiB
 * (MAX_ARG_STRLEN); as outputs of the job they then are far below what GitHub takes.
 */
function refuseLarge(names) {
    if (names.join(' ').length <= mostNameCharacters)
        return;
    throw new errors/* DroverError */.F(`plan: the names of ${names.length} machines are longer than a job can be handed (${mostNameCharacters} characters)`, {
        reason: 'invalid-argument',
        hint: 'Choose fewer machines at once, for example one group after another.',
    });
}
function toJson({ name, machines, lock }) {
    return { name, machines, lock };
}
function describe(count, { canary, rest }) {
    const jobs = canary.length + rest.length;
    if (jobs === 0)
        return 'no machine is concerned';
    const share = `${jobs} ${jobs === 1 ? 'job' : 'jobs'}`;
    const first = canary.length === 0 ? '' : `, ${canary.length} of them first`;
    if (count === 0)
        return `the flock in ${share}`;
    return `${count} ${count === 1 ? 'machine' : 'machines'} in ${share}${first}`;
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
