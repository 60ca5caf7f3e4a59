export const id = 3113;
export const ids = [3113,8080];
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

/***/ 72667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ identityNow)
/* harmony export */ });
/**
 * What a provider says of a machine, with what only the ledger knows. A provider knows nothing of
 * revoked keys and of names, and what it knows of a machine whose key was rotated is out of date:
 * for the same machine the ledger's pins stay.
 */
function identityNow(seen, known) {
    if (known === undefined)
        return seen;
    const isSame = known.id === seen.id;
    const { revokedKeys, dns } = known;
    return {
        ...seen,
        ...(isSame && known.hostKeys.length > 0 ? { hostKeys: known.hostKeys } : {}),
        ...(revokedKeys === undefined ? {} : { revokedKeys }),
        ...(isSame && dns !== undefined ? { dns } : {}),
    };
}


/***/ }),

/***/ 59784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ whenThere),
/* harmony export */   e: () => (/* binding */ startPatience)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _system_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47318);
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


const tellEveryMs = 15_000;
function startPatience(job, deadlineMs) {
    const { clock } = job.ports;
    const startedMs = clock.elapsed();
    const elapsedMs = () => clock.elapsed() - startedMs;
    let toldMs = 0;
    let told;
    return {
        deadlineMs,
        elapsedMs,
        isOver: () => elapsedMs() >= deadlineMs,
        tell: (what) => {
            if (what === told && elapsedMs() - toldMs < tellEveryMs)
                return;
            told = what;
            toldMs = elapsedMs();
            job.stepStarted(`${what} (${Math.round(toldMs / 1000)} s of at most ${Math.round(deadlineMs / 1000)} s)`);
        },
    };
}
/** A machine that starts is away, or ends a connection that it has just taken. */
const away = ['unreachable', 'connection-lost', 'timed-out'];
/**
 * Work over a connection to a machine that may be starting: done anew, on another connection, while
 * the machine is away. Gently: newer sshd punish those who knock too often. The work must be
 * repeatable. Throws the last error when the deadline has passed.
 */
async function whenThere(job, { identity, patience, what }, work) {
    const { ports, machine } = job;
    const key = await ports.sshKey();
    const signal = ports.signal === undefined ? {} : { signal: ports.signal };
    return await (0,_system_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({
        clock: ports.clock,
        baseMs: 2000,
        maxMs: 8000,
        deadlineMs: patience.deadlineMs - patience.elapsedMs(),
        isRetryable: (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && away.includes(error.reason),
        ...signal,
    }, async () => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            patience.tell(what);
            const session = __addDisposableResource(env_1, await ports.remote.connect({
                machine: machine.name,
                identity,
                key,
                timeoutMs: 20_000,
                reachMs: 5000,
                ...signal,
            }), true);
            return await work(session);
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
    });
}


/***/ }),

/***/ 344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reboot: () => (/* binding */ reboot),
  rebootMachine: () => (/* binding */ rebootMachine)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
;// CONCATENATED MODULE: ./build/recipes/boot.js
/*
 * The age is that of process 1 and not that of the kernel, so that it is right in a container too.
 * Field 22 of /proc/1/stat is its start in hundredths of a second; a name in field 2 may hold blanks.
 */
const script = `set -eu
cat /proc/sys/kernel/random/boot_id
read -r uptime _ </proc/uptime
stat=$(cat /proc/1/stat)
set -- \${stat##*) }
echo "\${uptime%.*} \${20}"
`;
const bootCommand = { argv: ['sh', '-c', script] };
/** Undefined when the answer is none. */
function parseBoot(answer) {
    const [, id, uptime, start] = /^([0-9a-f-]{36})\n(\d+) (\d+)$/.exec(answer.trim()) ?? [];
    if (id === undefined)
        return undefined;
    return { id, ageSeconds: Math.max(0, Number(uptime) - Number(start) / 100) };
}
/**
 * Asks for a reboot and answers at once: the command itself would be cut off by it. A moment later,
 * so that the answer gets through.
 */
const rebootCommand = {
    argv: [
        'sh',
        '-c',
        'systemd-run --quiet --collect --on-active=1 --timer-property=AccuracySec=100ms systemctl reboot',
    ],
};

// EXTERNAL MODULE: ./build/operations/answer-of.js
var answer_of = __webpack_require__(67991);
// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/operations/known-identity.js
var known_identity = __webpack_require__(72667);
// EXTERNAL MODULE: ./build/operations/patience.js
var operations_patience = __webpack_require__(59784);
// EXTERNAL MODULE: ./build/operations/provider-of.js
var provider_of = __webpack_require__(94514);
// EXTERNAL MODULE: ./build/operations/seen.js
var operations_seen = __webpack_require__(12820);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
;// CONCATENATED MODULE: ./build/operations/reboot.js
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









/** A large machine of metal takes its time. */
const rebootMs = 15 * 60_000;
const reboot = (0,fleet_operation/* defineFleetOperation */.t)({
    records: () => true,
    prepare: async (ports, { survey, machines }) => {
        const seen = await (0,operations_seen/* seenMachines */.A5)(ports, survey, machines);
        return (job) => rebootMachine(job, { survey, seen });
    },
});
/** Done when the machine answers from another boot than before. */
async function rebootMachine(job, { survey, seen }) {
    const { machine, ports } = job;
    const there = (0,operations_seen/* requireSeen */.RL)(seen, machine.name);
    if (there.presence === 'stopped' || there.presence === 'stopping') {
        throw new errors/* DroverError */.F(`${machine.name}: the machine is ${there.presence}`, {
            reason: 'not-running',
            hint: `Run "drover start ${machine.name}".`,
        });
    }
    const identity = (0,known_identity/* identityNow */.B)(there.identity, survey.snapshot.machines.get(machine.name)?.identity);
    const before = await askFromInside(job, identity).catch((error) => askFromOutside(job, { survey, identity, error }));
    const patience = (0,operations_patience/* startPatience */.e)(job, rebootMs);
    const isNew = (boot) => before === undefined ? boot.ageSeconds * 1000 < patience.elapsedMs() : boot.id !== before.id;
    const startedMs = ports.clock.elapsed();
    await job.step('wait for the new boot', () => waitForBoot(job, { identity, patience, isNew }));
    const seconds = Math.round((ports.clock.elapsed() - startedMs) / 1000);
    return { kind: 'changed', reason: 'done', message: `rebooted in ${seconds} s` };
}
/** Asks the machine for a reboot; answers with the boot that is about to end. */
async function askFromInside(job, identity) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, identity), true);
        const boot = await bootOf(job, session);
        await job.step('reboot', () => (0,answer_of/* answerOf */.u)(session, { command: rebootCommand, ...asking(job) }));
        return boot;
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
/** A machine that does not answer is restarted by its provider, where that can be. */
async function askFromOutside(job, { survey, identity, error }) {
    if (!(error instanceof errors/* DroverError */.F && error.reason === 'unreachable'))
        throw error;
    const provider = await (0,provider_of/* providerOf */.lc)(job.ports, survey, identity.provider);
    if (provider.reboot === undefined)
        throw error;
    job.warn(`does not answer, so its provider restarts it: ${error.message}`);
    const { name } = job.machine;
    await job.step('reboot by its provider', async () => provider.reboot?.({ name, id: identity.id }));
}
function waitForBoot(job, { identity, patience, isNew }) {
    const { clock, signal } = job.ports;
    const what = 'wait for the machine to come back';
    return (0,operations_patience/* whenThere */.R)(job, { identity, patience, what }, async (session) => {
        while (!isNew(await bootOf(job, session))) {
            if (patience.isOver())
                throw stillThere(job, patience);
            patience.tell('wait for the machine to go down');
            await clock.sleep(1000, signal);
        }
    });
}
function stillThere({ machine }, { deadlineMs }) {
    return new errors/* DroverError */.F(`${machine.name}: still runs as before ${deadlineMs / 1000} s after it was asked to reboot`, {
        reason: 'timed-out',
        hint: `Look with "drover connect ${machine.name}" at what keeps it: systemctl list-jobs.`,
    });
}
async function bootOf(job, session) {
    const boot = parseBoot(await (0,answer_of/* answerOf */.u)(session, { command: bootCommand, ...asking(job) }));
    if (boot !== undefined)
        return boot;
    throw new errors/* DroverError */.F(`${job.machine.name}: reboot: the machine does not tell its boot id`, {
        reason: 'command-failed',
        hint: 'Ensure that it is a Linux machine whose /proc can be read.',
    });
}
function asking({ machine, ports }) {
    return {
        subject: `${machine.name}: reboot`,
        hint: 'Ensure that systemd is at work on the machine.',
        timeoutMs: 20_000,
        signal: ports.signal,
    };
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
