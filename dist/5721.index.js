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
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/remote/host-key.js
var host_key = __webpack_require__(94511);
;// CONCATENATED MODULE: ./build/remote/known-hosts.js


/**
 * A known_hosts file with this machine's keys only (sshd(8), SSH_KNOWN_HOSTS
 * FILE FORMAT). It names the machine by the alias that `sshArguments` gives:
 * an address may contain characters that the format reads as a pattern.
 */
function renderKnownHosts(machine, { trusted, revoked }) {
    return [
        ...trusted.map((pin) => `${machine} ${(0,host_key/* encodePin */.Gh)(pin)}\n`),
        ...revoked.map((pin) => `@revoked ${machine} ${(0,host_key/* encodePin */.Gh)(pin)}\n`),
    ].join('');
}
/** Arguments for OpenSSH's client, which then trusts only these keys and offers only our key. */
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
        ConnectTimeout: String(connection_policy/* connectLimits */.jN.timeoutMs / 1000),
        ServerAliveInterval: String(connection_policy/* keepalive */.du.intervalMs / 1000),
        ServerAliveCountMax: String(connection_policy/* keepalive */.du.maxMissed),
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
    const timeoutMs = Math.floor(connection_policy/* connectLimits */.jN.timeoutMs - passedMs);
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
            reachMs: connection_policy/* connectLimits */.jN.reachMs,
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

/***/ 87854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ reopenPolicies),
/* harmony export */   H4: () => (/* binding */ observeLimits),
/* harmony export */   Z2: () => (/* binding */ startingUnitsSeconds),
/* harmony export */   du: () => (/* binding */ keepalive),
/* harmony export */   jN: () => (/* binding */ connectLimits),
/* harmony export */   wO: () => (/* binding */ lockPatienceSeconds),
/* harmony export */   x6: () => (/* binding */ beatMs)
/* harmony export */ });
/**
 * How long machines are waited for: to connect, to be reached again, to boot, to come free. Each of these numbers
 * stands here and nowhere else; those of the machine's own side stand in `transaction/places.ts`.
 */
/** The first connection of a task, and OpenSSH's own in `connect`: enough for a machine far away that is busy. */
const connectLimits = { timeoutMs: 30_000, reachMs: 10_000 };
/** Three answers in a row missing and a connection counts as lost: 30 s, well before a TCP stack gives up. */
const keepalive = { intervalMs: 10_000, maxMissed: 3 };
/** One look or capture: how long it may take, and how long it may be silent. */
const observeLimits = { timeoutMs: 60_000, idleMs: 30_000 };
/** A machine that was there a moment ago: it may be busier than before, and no farther away. */
const againLimits = { timeoutMs: 20_000, reachMs: 5000 };
/** Shorter, where the machine itself waits for us: more tries before it gives up. */
const promptLimits = { timeoutMs: 10_000, reachMs: 5000 };
const prompt = { limits: promptLimits, baseMs: 200, maxMs: 1000, since: 'start' };
const reopenPolicies = {
    /** A connection that was lost in the middle of work: the machine may be silent for longer than a boot takes. */
    loss: { limits: againLimits, baseMs: 500, maxMs: 8000, deadlineMs: 120_000, since: 'answer' },
    /**
     * A machine that starts: a large one of metal takes its time, and so does an image that brings itself up to date at
     * its first boot. Gently: newer versions of sshd punish those who knock too often (PerSourcePenalties).
     */
    boot: { limits: againLimits, baseMs: 2000, maxMs: 8000, deadlineMs: 15 * 60_000, since: 'start' },
    /** Confirming a change: less than the machine waits for it (`seconds.confirm`). sshd may just be starting again. */
    confirmation: { ...prompt, deadlineMs: 12_000 },
    /** Coming back under a new host key: less than the machine waits before the old key returns. */
    nextHostKey: { ...prompt, deadlineMs: 15_000 },
    /** Asking how a change ended: the machine is back to the old files within 35 s; a little more for its boot. */
    verdict: { limits: promptLimits, baseMs: 2000, maxMs: 2000, deadlineMs: 45_000, since: 'start' },
};
/** How often a transaction hears from us: the machine gives up after `seconds.heartbeat` of silence. */
const beatMs = 3000;
/** How long the units of a machine that answers again may still be starting. */
const startingUnitsSeconds = 120;
/** How long a contender waits for the lock of a machine. */
const lockPatienceSeconds = {
    /** A change of files takes seconds, and whoever waits for one sits before it: soon told whose the machine is. */
    change: 2 * 60,
    /** Long work is asked for with time at hand: others that change the machine may take as long as this. */
    longWork: 15 * 60,
};


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
 * Reads the pins of `machine.json`, for sessions and `connect` alike.
 * Throws `host-key-unknown` when no usable key is pinned, and
 * `host-key-mismatch` when all pinned keys are revoked.
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
 * Signature algorithms to request, so that the server shows a pinned key and
 * not another of its keys. Types of revoked keys come last, so that a server
 * without another key is refused with the right message. One RSA key signs
 * with several algorithms (RFC 8332).
 */
function algorithmsFor({ trusted, revoked }) {
    const names = [...trusted, ...revoked].flatMap((pin) => pin.type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [pin.type]);
    return [...new Set(names)];
}
/** The fingerprint of a key, in OpenSSH's form. */
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


/***/ })

};
