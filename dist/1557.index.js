export const id = 1557;
export const ids = [1557,8503];
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
function toRecord({ ports, machine }, { operation, config, message, changes }) {
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
        event: { note: true },
    };
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

/***/ 47318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/**
 * Calls `attempt` (with 1, 2, …) until it succeeds. Pauses are random between 0 and a limit that
 * doubles ("full jitter"), so that many who failed together do not come back together.
 * Throws the last error as it was.
 */
async function retry(options, attempt) {
    const { clock } = options;
    const start = clock.elapsed();
    for (let count = 1;; count += 1) {
        try {
            return await attempt(count);
        }
        catch (error) {
            const pauseMs = Math.max(clock.random() * limit(options, count), options.leastMs?.(error) ?? 0);
            const late = options.deadlineMs !== undefined && clock.elapsed() - start + pauseMs > options.deadlineMs;
            if (late || count >= mostAttempts(options) || !options.isRetryable(error))
                throw error;
            await clock.sleep(pauseMs, options.signal);
        }
    }
}
function limit({ baseMs, maxMs }, count) {
    return Math.min(maxMs, baseMs * 2 ** (count - 1));
}
function mostAttempts({ attempts, deadlineMs }) {
    return attempts ?? (deadlineMs === undefined ? 1 : Number.POSITIVE_INFINITY);
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
