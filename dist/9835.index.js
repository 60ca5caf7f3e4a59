export const id = 9835;
export const ids = [9835];
export const modules = {

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

/***/ 9835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ definition)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
;// CONCATENATED MODULE: ./build/providers/static/host-key-line.js
const types = ['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521', 'ssh-rsa'];
/** Reads `TYPE BASE64 [comment]`, the public key format of OpenSSH (sshd(8)); drops the comment. */
function readHostKeyLine(line) {
    if (line.includes('PRIVATE KEY'))
        return { fault: 'is a private key: give the public one' };
    const [type = '', base64 = ''] = line.trim().split(/\s+/);
    if (/[\r\n]/.test(line.trim()))
        return { fault: 'has more than one line' };
    if (!types.includes(type)) {
        return types.includes(base64)
            ? { fault: 'begins with something before the type of the key' }
            : { fault: `does not begin with a type of host key: ${types.join(', ')}` };
    }
    const blob = Buffer.from(base64, 'base64');
    if (blob.length === 0 || blob.toString('base64') !== base64)
        return { fault: 'is not whole: bad base64' };
    const fields = readFields(blob);
    if (fields === undefined || fields.length < 2)
        return { fault: 'is not whole' };
    if (fields[0]?.toString('latin1') !== type)
        return { fault: 'is of another type than it says' };
    if (type === 'ssh-ed25519' && fields[1]?.length !== 32)
        return { fault: 'is not whole' };
    return { key: `${type} ${base64}` };
}
/** The strings of a key (RFC 4253, 6.6), or undefined if they do not fill it exactly. */
function readFields(blob) {
    const fields = [];
    for (let at = 0; at < blob.length;) {
        if (at + 4 > blob.length)
            return undefined;
        const end = at + 4 + blob.readUInt32BE(at);
        if (end > blob.length)
            return undefined;
        fields.push(blob.subarray(at + 4, end));
        at = end;
    }
    return fields;
}

;// CONCATENATED MODULE: ./build/providers/static/settings.js




const settingsReference = {
    address: { meaning: 'IPv4, IPv6 or a host name' },
    'host-keys': {
        meaning: 'at least one, as `cat /etc/ssh/ssh_host_*_key.pub` prints them on the machine',
    },
};
const known = Object.keys(settingsReference);
/** All problems of the settings of a machine with this name. */
function staticProblems(machine, settings) {
    return readSettings(machine, settings).problems;
}
/** Parses the settings. Throws an InputError with all problems. */
function parseStaticSettings(machine, settings) {
    const { problems, parsed } = readSettings(machine, settings);
    (0,errors/* throwIfInvalid */.TG)(problems);
    return parsed;
}
function readSettings(machine, settings) {
    const address = readAddress(settings.address);
    const keys = readHostKeys(settings['host-keys']);
    const unknown = Object.keys(settings).filter((key) => !known.includes(key));
    const wrong = [...unknown.map(unknownKey), ...address.wrong, ...keys.wrong];
    return {
        problems: wrong.map(({ what, hint }) => ({
            reason: 'invalid-settings',
            message: `machines.${machine}: settings: ${what}`,
            at: { file: 'flock.yml' },
            hint,
        })),
        parsed: { address: address.value, hostKeys: keys.value },
    };
}
function unknownKey(key) {
    const meant = (0,nearest/* nearest */.p)(key, known);
    return {
        what: `${JSON.stringify(key)} is not a setting of static machines`,
        hint: meant === undefined ? 'Static machines take "address" and "host-keys".' : `Did you mean "${meant}"?`,
    };
}
function readAddress(value) {
    const bad = (what, hint) => ({ value: '', wrong: [{ what, hint }] });
    if (value === undefined || value === null) {
        return bad('"address" is missing', 'Add the IPv4 or IPv6 address of the machine, or its host name.');
    }
    if (typeof value !== 'string')
        return bad('"address" is not a text', 'Put it in quotes.');
    const shown = JSON.stringify(value.slice(0, 80));
    const inBrackets = /^\[([0-9A-Fa-f:.]+)\](?::\d+)?$/.exec(value)?.[1];
    if (inBrackets !== undefined && (0,external_node_net_.isIP)(inBrackets) === 6) {
        return bad(`"address" ${shown} has brackets`, `Write "${inBrackets}", and another port than 22 as "ssh: { port: … }".`);
    }
    // The zone of an IPv6 address is the name of an interface, which is case-sensitive.
    if ((0,external_node_net_.isIP)(value) !== 0)
        return { value: value.includes('%') ? value : value.toLowerCase(), wrong: [] };
    if (/^[^:@/\s]+:\d+$/.test(value)) {
        return bad(`"address" ${shown} has a port`, 'Write the port as "ssh: { port: … }".');
    }
    if (/^[^@\s]+@[^@\s]+$/.test(value)) {
        return bad(`"address" ${shown} has a user`, 'Write the user as "ssh: { user: … }".');
    }
    const labels = value.toLowerCase().split('.');
    const isName = value.length <= 253 && labels.every((label) => label63.test(label));
    // A name that ends in a number is refused: `10.0.0.256`, or `10.1`, which some programs read as 10.0.0.1.
    if (isName && !/^\d+$/.test(labels.at(-1) ?? ''))
        return { value: value.toLowerCase(), wrong: [] };
    return bad(`"address" ${shown} is no address and no host name`, 'Give an IPv4 address as 192.0.2.7, an IPv6 address as 2001:db8::7, or a host name.');
}
const label63 = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const keyHint = 'Give each as "ssh-ed25519 AAAA…": on the machine, "cat /etc/ssh/ssh_host_*_key.pub" prints them.';
function readHostKeys(value) {
    const bad = (what) => ({ value: [], wrong: [{ what, hint: keyHint }] });
    if (value === undefined || value === null)
        return bad('"host-keys" is missing');
    if (!Array.isArray(value))
        return bad('"host-keys" is not a list');
    if (value.length === 0)
        return bad('"host-keys" is empty');
    const lines = value.map((line) => typeof line === 'string' ? readHostKeyLine(line) : { fault: 'is not a text' });
    return {
        value: [...new Set(lines.flatMap((line) => ('key' in line ? [line.key] : [])))],
        wrong: lines.flatMap((line, index) => 'fault' in line ? [{ what: `"host-keys": number ${index + 1} ${line.fault}`, hint: keyHint }] : []),
    };
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/remote/ssh-greeting.js
var ssh_greeting = __webpack_require__(70749);
;// CONCATENATED MODULE: ./build/providers/static/static-provider.js





/** The two together are how long a list may take. */
const patience = { connectMs: 2000, greetMs: 1000 };
/** How many machines are probed at once, with one connection each. */
const maxAtOnce = 64;
/**
 * Machines that exist, of any maker: `flock.yml` says where each is and which host keys it has. Drover
 * can neither make, start nor end one.
 */
function makeStaticProvider({ scope, clock }) {
    const byName = new Map(scope.machines.map((machine) => [machine.name, machine]));
    // The first machine of a place owns it. The list is reversed because later entries of a map replace earlier ones.
    const owners = new Map(scope.machines.toReversed().map((machine) => [placeOf(machine), machine.name]));
    const firstSeen = new Date(clock.now()).toISOString();
    const list = async () => {
        const limit = (0,p_limit/* default */.A)(maxAtOnce);
        const seen = identities().map((one) => limit(async () => {
            const { greets } = await (0,ssh_greeting/* askForGreeting */.k)(one.identity, patience);
            return { ...one, presence: greets ? 'running' : 'stopped' };
        }));
        return Promise.all(seen);
    };
    /** The identities of all machines with correct settings, and of those that left `flock.yml`, in order of name. */
    const identities = () => {
        const named = scope.machines.flatMap((machine) => problems(machine).length > 0 ? [] : [{ name: machine.name, identity: identityOf(machine) }]);
        const left = [...scope.known].flatMap(([name, identity]) => byName.has(name) ? [] : [{ name, identity }]);
        return [...named, ...left].sort((a, b) => (a.name < b.name ? -1 : 1));
    };
    const identityOf = ({ name, settings, user, port }, createdBy = 'flock.yml') => {
        const { address, hostKeys } = parseStaticSettings(name, settings);
        // A machine with other keys is another machine, even at the same place: then the pins of the ledger,
        // which are otherwise newer (`rotate`), no longer count.
        const id = `static:${address}:${port}:${(0,digest/* sha256 */.s)(hostKeys.join('\n')).slice(0, 12)}`;
        const known = scope.known.get(name);
        const birth = known?.id === id ? known : { createdAt: firstSeen, createdBy };
        return {
            provider: 'static',
            id,
            address,
            port,
            user,
            hostKeys,
            createdAt: birth.createdAt,
            createdBy: birth.createdBy,
        };
    };
    const problems = (machine) => {
        const wrong = staticProblems(machine.name, machine.settings);
        return wrong.length > 0 ? wrong : sharedPlaces(machine);
    };
    /** Problems of one machine under two names: two tasks would configure it at once and undo each other's changes. */
    const sharedPlaces = (machine) => {
        const first = owners.get(placeOf(machine));
        if (first === undefined || first === machine.name)
            return [];
        return [
            {
                reason: 'invalid-settings',
                message: `machines.${machine.name}: settings: "address" and port are those of "${first}"`,
                at: { file: 'flock.yml' },
                hint: 'Give each machine an address of its own; all machines of one "count" have the same settings.',
            },
        ];
    };
    return {
        name: 'static',
        onlyForgets: true,
        problems,
        list,
        launch: async ({ name, settings, user, runId }) => {
            const port = byName.get(name)?.port ?? scope.known.get(name)?.port ?? 22;
            const identity = identityOf({ name, settings, user, port }, runId);
            const greeting = await (0,ssh_greeting/* askForGreeting */.k)(identity, patience);
            if (!greeting.greets)
                throw cannotStart({ name, identity, why: greeting.why });
            return { name, presence: 'running', identity };
        },
        // Drover does not end the machine: the operation only forgets its pins and its DNS name.
        terminate: async () => undefined,
    };
}
function placeOf({ settings, port }) {
    return typeof settings.address === 'string' ? `${settings.address.toLowerCase()} ${port}` : undefined;
}
function cannotStart({ name, identity: { address, port }, why }) {
    return new errors/* DroverError */.F(`${name}: does not answer by SSH at "${address}" port ${port}, and Drover cannot start a static machine: ${why}`, {
        reason: 'provider-failed',
        hint: 'Start it by yourself, ensure that "address" and "ssh: { port }" in flock.yml are right and that this computer may reach it, then run the operation again.',
    });
}

;// CONCATENATED MODULE: ./build/providers/static/definition.js


const definition = {
    name: 'static',
    settings: settingsReference,
    create: makeStaticProvider,
};


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
