export const id = 432;
export const ids = [432];
export const modules = {

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

/***/ 22756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ wantedName),
/* harmony export */   S9: () => (/* binding */ dropFormerName),
/* harmony export */   a1: () => (/* binding */ pointName),
/* harmony export */   nK: () => (/* binding */ removeNames)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** The name that `flock.yml` gives the machine. */
function wantedName({ dns }) {
    return dns === undefined ? undefined : { provider: dns.provider, name: dns.name };
}
/** Makes the machine's name point to it, and takes away a name that it no longer is to have. */
async function pointName(job, { identity, known, flock }) {
    const { machine, ports } = job;
    const { dns: wanted } = machine;
    let isChanged = false;
    if (wanted !== undefined) {
        const { name, ttlSeconds } = wanted;
        const { address } = identity;
        const dns = await ports.dns(wanted.provider, flock);
        isChanged = await job.step(`point ${name} to ${address}`, () => dns.point({ name, address, ttlSeconds }));
    }
    const isGone = known === undefined ? false : await dropFormerName(job, { known, flock });
    const { dns: _, ...rest } = identity;
    const name = wantedName(machine);
    return {
        identity: name === undefined ? rest : { ...rest, dns: name },
        isChanged: isChanged || isGone,
    };
}
/** Takes away the name that the ledger knows if `flock.yml` gives another one or none. */
async function dropFormerName(job, { known, flock }) {
    const { dns: former, address } = known;
    if (former === undefined || (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(former, wantedName(job.machine)))
        return false;
    return await removeName(job, { dns: former, address, flock });
}
/** Takes a name away if it still points to this address. */
async function removeName(job, { dns: { provider, name }, address, flock }) {
    const dns = await job.ports.dns(provider, flock);
    return await job.step(`remove ${name} if it points to ${address}`, () => dns.remove({ name, address }));
}
/** Takes away all names that may point to a machine that is about to be ended. */
async function removeNames(job, { identities, flock }) {
    const wanted = wantedName(job.machine);
    const pairs = identities.flatMap(({ dns, address }) => [dns, wanted].flatMap((name) => (name === undefined ? [] : [{ dns: name, address }])));
    const unique = new Map(pairs.map((pair) => [JSON.stringify([pair.dns.provider, pair.dns.name, pair.address]), pair]));
    for (const pair of unique.values())
        await removeName(job, { ...pair, flock });
}


/***/ }),

/***/ 83647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cannot: () => (/* binding */ cannot),
/* harmony export */   stop: () => (/* binding */ stop)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _fleet_operation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45167);
/* harmony import */ var _known_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72667);
/* harmony import */ var _machine_dns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22756);
/* harmony import */ var _provider_of_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94514);
/* harmony import */ var _seen_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12820);






const stop = (0,_fleet_operation_js__WEBPACK_IMPORTED_MODULE_1__/* .defineFleetOperation */ .t)({
    records: () => true,
    prepare: async (ports, { survey, machines }) => {
        const seen = await (0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .seenMachines */ .A5)(ports, survey, machines);
        return (job) => stopMachine(job, { survey, seen });
    },
});
/**
 * The name goes first: the address of a stopped machine may be somebody else's the next moment. The
 * ledger keeps the name and the address it had; `start` puts the new one there and points the name.
 */
async function stopMachine(job, { survey, seen }) {
    const { name } = job.machine;
    const { identity: found, presence } = (0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .requireSeen */ .RL)(seen, name);
    const provider = await (0,_provider_of_js__WEBPACK_IMPORTED_MODULE_4__/* .providerOf */ .lc)(job.ports, survey, found.provider);
    if (provider.stop === undefined)
        throw cannot(name, { provider: provider.name, verb: 'stop' });
    const known = survey.snapshot.machines.get(name)?.identity;
    const identity = (0,_known_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .identityNow */ .B)(found, known);
    // A stopped machine has no address: the one that the name may point to is the ledger's.
    const named = known?.id === identity.id ? { ...identity, address: known.address } : identity;
    await (0,_machine_dns_js__WEBPACK_IMPORTED_MODULE_2__/* .removeNames */ .nK)(job, { identities: [named], flock: survey.flock.name });
    if (presence === 'stopped')
        return { kind: 'ok', reason: 'already-so', message: 'is stopped' };
    await job.step('stop', () => provider.stop?.({ name, id: identity.id }) ?? Promise.resolve());
    return { kind: 'changed', reason: 'done', message: `stopped ${identity.id}; its disk stays` };
}
function cannot(name, { provider, verb }) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${name}: the provider "${provider}" cannot ${verb} machines`, {
        reason: 'provider-failed',
        hint: `Do it where the machine is, or by "drover run ${name} -- COMMAND".`,
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
