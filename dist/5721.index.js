export const id = 5721;
export const ids = [5721];
export const modules = {

/***/ 55721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/remote/host-key.js
var host_key = __webpack_require__(94511);
;// CONCATENATED MODULE: ./build/remote/known-hosts.js

/**
 * A known_hosts file with this machine's keys only (sshd(8), SSH_KNOWN_HOSTS
 * FILE FORMAT). It names the machine by the alias that `sshArguments` gives:
 * an address may hold what the format takes for a pattern.
 */
function renderKnownHosts(machine, { trusted, revoked }) {
    return [
        ...trusted.map((pin) => `${machine} ${(0,host_key/* encodePin */.Gh)(pin)}\n`),
        ...revoked.map((pin) => `@revoked ${machine} ${(0,host_key/* encodePin */.Gh)(pin)}\n`),
    ].join('');
}
/** Arguments of OpenSSH's client that let it trust these keys and nothing else, and offer our key and nothing else. */
function sshArguments({ machine, identity }, pins, files) {
    const options = {
        UserKnownHostsFile: quotePath(files.knownHosts),
        GlobalKnownHostsFile: '/dev/null',
        StrictHostKeyChecking: 'yes',
        HostKeyAlias: machine,
        HostKeyAlgorithms: (0,host_key/* algorithmsFor */.iJ)(pins).join(','),
        CheckHostIP: 'no',
        UpdateHostKeys: 'no',
        VerifyHostKeyDNS: 'no',
        IdentitiesOnly: 'yes',
        IdentityAgent: 'none',
        PreferredAuthentications: 'publickey',
        ConnectTimeout: String(files.connectSeconds),
        ServerAliveInterval: '10',
        ServerAliveCountMax: '3',
    };
    return [
        '-F',
        '/dev/null',
        ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]),
        '-i',
        files.key,
        '-l',
        identity.user,
        '-p',
        String(identity.port),
        '--',
        identity.address,
    ];
}
/** ssh_config(5) splits this option at spaces and expands tokens that begin with "%". */
function quotePath(path) {
    return `"${path.replaceAll('%', '%%')}"`;
}

// EXTERNAL MODULE: ./build/task/sessions.js
var sessions = __webpack_require__(25655);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
;// CONCATENATED MODULE: ./build/operations/connect/connect.js







/** A shell on one machine through OpenSSH's client, which is told the pins and to trust nothing else. */
const connect = (0,operation/* wholeOperation */.r)(async (ports, request, engine) => {
    const { view, machines } = await engine.choose(request);
    const [machine, ...others] = machines;
    if (machine === undefined || others.length > 0) {
        throw new errors/* DroverError */.F(`connect: ${others.length + (machine ? 1 : 0)} machines are chosen, and it takes one`, {
            reason: 'invalid-argument',
            hint: 'Give the name of one machine.',
        });
    }
    const identity = (0,flock_view/* identityOf */.cu)(view, machine.name);
    const named = { machine: machine.name, identity };
    const pins = (0,host_key/* pinsOf */.cz)(named);
    const key = await ports.sshKey();
    const files = { known_hosts: renderKnownHosts(machine.name, pins), key: `${key.reveal().trimEnd()}\n` };
    const startedMs = ports.clock.elapsed();
    const status = await ports.withPrivateFiles(files, (folder) => ports.interactive([
        'ssh',
        ...sshArguments(named, pins, {
            knownHosts: (0,posix_.join)(folder, 'known_hosts'),
            key: (0,posix_.join)(folder, 'key'),
            connectSeconds: sessions/* connectLimits */.jN.timeoutMs / 1000,
        }),
    ]));
    if (status === 255) {
        const passedMs = ports.clock.elapsed() - startedMs;
        throw await explainEnd(ports, { ...named, ownerOfKey: (0,flock_view/* ownerOfKey */.QV)(view) }, passedMs);
    }
    return { message: `the shell exited with ${status}` };
});
/**
 * OpenSSH has one status for all that can go wrong: a handshake of our own says
 * by its reason what did, within the time that is left.
 */
async function explainEnd(ports, named, passedMs) {
    const timeoutMs = Math.floor(sessions/* connectLimits */.jN.timeoutMs - passedMs);
    const ended = new errors/* DroverError */.F(`${named.machine}: ssh could not log in, or lost the connection`, {
        reason: 'unreachable',
        hint: "The lines above are ssh's own.",
    });
    if (timeoutMs <= 0)
        return ended;
    try {
        await ports.remote.check({
            ...named,
            timeoutMs,
            reachMs: sessions/* connectLimits */.jN.reachMs,
            ...(ports.signal === undefined ? {} : { signal: ports.signal }),
        });
        return ended;
    }
    catch (error) {
        return error;
    }
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

/***/ 94511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ encodePin),
/* harmony export */   Rj: () => (/* binding */ fingerprint),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   cW: () => (/* binding */ pinLine),
/* harmony export */   cz: () => (/* binding */ pinsOf),
/* harmony export */   iJ: () => (/* binding */ algorithmsFor)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);


/**
 * The one reading of `machine.json` that sessions and `connect` both go by.
 * Throws `host-key-unknown` when nothing usable is pinned, and
 * `host-key-mismatch` when all that is pinned is revoked.
 */
function pinsOf({ machine, identity }) {
    const read = (line) => {
        const pin = parsePin(line);
        if (pin !== undefined)
            return pin;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DroverError */ .F(`${machine}: "${line.slice(0, 60)}" in machines/${machine}/machine.json is not a host key`, {
            reason: 'host-key-unknown',
            hint: 'Give the line as ssh-keyscan prints it, without the address: "ssh-ed25519 AAAA…".',
        });
    };
    const pinned = identity.hostKeys.map(read);
    const revoked = (identity.revokedKeys ?? []).map(read);
    const [first] = pinned;
    if (first === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DroverError */ .F(`${machine}: no host key is pinned for ${identity.address}`, {
            reason: 'host-key-unknown',
            hint: `Run "drover provision ${machine}": it asks the provider for the key and pins it.`,
        });
    }
    const trusted = pinned.filter((pin) => !holds(revoked, pin.blob));
    if (trusted.length === 0) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DroverError */ .F(`${machine}: the pinned host key ${fingerprint(first.blob)} is revoked in machines/${machine}/machine.json`, {
            reason: 'host-key-mismatch',
            hint: 'Nothing was sent. Give the machine a new host key and pin that one, or make the machine again.',
        });
    }
    return { trusted, revoked };
}
function judge({ trusted, revoked }, blob) {
    if (holds(revoked, blob))
        return 'revoked';
    return holds(trusted, blob) ? 'pinned' : 'other';
}
/**
 * Signature algorithms to ask the server for, so that it shows a key we have
 * pinned and not another of its keys. Types of revoked keys come last: a server
 * that has no other key is then refused by the right name. One RSA key signs
 * with several (RFC 8332).
 */
function algorithmsFor({ trusted, revoked }) {
    const names = [...trusted, ...revoked].flatMap((pin) => pin.type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [pin.type]);
    return [...new Set(names)];
}
/** As OpenSSH shows it. */
function fingerprint(blob) {
    return `SHA256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
/** `TYPE BASE64`, without a comment. */
function encodePin({ type, blob }) {
    return `${type} ${blob.toString('base64')}`;
}
/** Reads `TYPE BASE64 [comment]` (the public key format of OpenSSH, sshd(8) AUTHORIZED_KEYS); undefined for anything else. */
function parsePin(line) {
    const [type = '', base64 = ''] = line.trim().split(/\s+/);
    const blob = Buffer.from(base64, 'base64');
    const typeLength = blob.length >= 4 ? blob.readUInt32BE(0) : 0;
    const isKey = typeLength > 0 && blob.subarray(4, 4 + typeLength).toString('latin1') === type;
    return isKey ? { type, blob } : undefined;
}
/** `TYPE BASE64` of a host key as the server showed it (RFC 4253, 6.6). */
function pinLine(blob) {
    const typeLength = blob.length >= 4 ? blob.readUInt32BE(0) : 0;
    return encodePin({ type: blob.subarray(4, 4 + typeLength).toString('latin1'), blob });
}
function holds(pins, blob) {
    return pins.some((pin) => pin.blob.equals(blob));
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
            if (late || count >= maxAttempts(options) || !options.isRetryable(error))
                throw error;
            await clock.sleep(pauseMs, options.signal);
        }
    }
}
function limit({ baseMs, maxMs }, count) {
    return Math.min(maxMs, baseMs * 2 ** (count - 1));
}
function maxAttempts({ attempts, deadlineMs }) {
    return attempts ?? (deadlineMs === undefined ? 1 : Number.POSITIVE_INFINITY);
}


/***/ }),

/***/ 25655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H4: () => (/* binding */ observeLimits),
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
const observeLimits = { timeoutMs: 60_000, idleMs: 30_000 };
/** A session for one job: connected as a step of it, cancelled with its run. */
async function openSession(task, identity) {
    const { ports, machine } = task;
    const key = await ports.sshKey();
    return task.step({ kind: 'connect', text: 'connect' }, () => ports.remote.connect({
        machine: machine.name,
        identity,
        key,
        ownerOfKey: task.ownerOfKey,
        ...connectLimits,
        ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }));
}
/** A shorter patience, for a machine that answered a moment ago. */
const again = { timeoutMs: 10_000, reachMs: 5000 };
/** A new connection to a machine whose sshd may just be starting again: tried until `deadlineMs` has passed. */
async function reopenSession(task, identity, deadlineMs) {
    const { ports, machine } = task;
    const key = await ports.sshKey();
    return (0,_system_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({
        clock: ports.clock,
        baseMs: 200,
        maxMs: 1000,
        deadlineMs,
        isRetryable: (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && error.reason === 'unreachable',
    }, () => ports.remote.connect({ machine: machine.name, identity, key, ...again }));
}


/***/ })

};
