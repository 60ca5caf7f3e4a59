export const id = 3958;
export const ids = [3958];
export const modules = {

/***/ 23958:
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

// EXTERNAL MODULE: ./build/operations/leftover.js
var leftover = __webpack_require__(94968);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
;// CONCATENATED MODULE: ./build/operations/connect.js







/** A shell on one machine through OpenSSH's client, which is told the pins and to trust nothing else. */
const connect = async (ports, request) => {
    const survey = await (0,operations_survey/* readFlock */._D)(ports);
    const [machine, ...others] = await (0,leftover/* chooseWithLeftovers */._w)(ports, survey, request);
    if (machine === undefined || others.length > 0) {
        throw new errors/* DroverError */.F(`connect: ${others.length + (machine ? 1 : 0)} machines are chosen, and it takes one`, {
            reason: 'invalid-argument',
            hint: 'Give the name of one machine.',
        });
    }
    const identity = (0,operations_survey/* identityOf */.cu)(survey, machine.name);
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
        throw await explainEnd(ports, { ...named, ownerOfKey: (0,operations_survey/* ownerOfKey */.QV)(survey) }, passedMs);
    }
    return { message: `the shell exited with ${status}` };
};
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


/***/ })

};
