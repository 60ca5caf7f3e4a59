export const id = 3827;
export const ids = [3827];
export const modules = {

/***/ 73636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ loginShellLine),
/* harmony export */   XW: () => (/* binding */ quoteWord),
/* harmony export */   _y: () => (/* binding */ fitsLoginShell),
/* harmony export */   ch: () => (/* binding */ quoteCommand)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const plain = /^[A-Za-z0-9_@+:,./-]+$/;
/** Words that a shell takes for its grammar, not for a program, when they come first and are not quoted (POSIX.1-2024, 2.4; bash(1)). */
const reserved = new Set('case coproc do done elif else esac fi for function if in select then time until while'.split(' '));
/**
 * Linux passes no longer argument to a program (MAX_ARG_STRLEN, execve(2)), and the whole command
 * line is one argument of the login shell.
 */
const maxCommandLine = 128 * 1024 - 1;
/**
 * One word for a POSIX shell (POSIX.1-2024, 2.2.2 Single-Quotes). Throws
 * `invalid-argument` on NUL, which no argument can hold, and on half a
 * surrogate pair, which has no UTF-8 form and would arrive as another character.
 */
function quoteWord(word) {
    return plain.test(checked(word)) ? word : quote(word);
}
/** A command line for a POSIX shell. Throws as `quoteWord` does. */
function quoteCommand(argv) {
    const [first = '', ...rest] = argv;
    // A line that begins with "-" or "+" would be an option of the shell: dash reads on after its "-c".
    const program = reserved.has(first) || /^[-+]/.test(first) ? quote(checked(first)) : quoteWord(first);
    return argv.length === 0 ? '' : [program, ...rest.map(quoteWord)].join(' ');
}
/** Whether Linux can pass this line to a login shell. */
function fitsLoginShell(line) {
    return Buffer.byteLength(line) <= maxCommandLine;
}
/** The command line of a login shell; throws `invalid-argument` also on one that Linux cannot pass to it. */
function loginShellLine(argv) {
    const line = quoteCommand(argv);
    if (fitsLoginShell(line))
        return line;
    throw refused(`a command line of ${Buffer.byteLength(line)} bytes is too long, at most ${maxCommandLine} are possible`);
}
function checked(word) {
    if (word.includes('\0'))
        throw refused('a NUL character cannot be passed to a command');
    if (/\p{Surrogate}/u.test(word))
        throw refused('half of a surrogate pair cannot be passed to a command');
    return word;
}
function quote(word) {
    return `'${word.replaceAll("'", `'\\''`)}'`;
}
function refused(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`argument: ${what}`, {
        reason: 'invalid-argument',
        hint: 'Put it into a file, or send it on standard input.',
    });
}


/***/ }),

/***/ 80469:
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

/***/ 35965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EO: () => (/* binding */ listProviderMachines),
/* harmony export */   U6: () => (/* binding */ describeDuplicates),
/* harmony export */   Yc: () => (/* binding */ requireProviderMachine),
/* harmony export */   nN: () => (/* binding */ absentMachine)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _provider_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17098);


/** What the providers of these machines have, one question to each provider. */
async function listProviderMachines(ports, view, machines) {
    const names = [...new Set(machines.flatMap((machine) => (0,_provider_of_js__WEBPACK_IMPORTED_MODULE_1__/* .providerNamesOf */ .R6)(view, machine)))];
    const lists = await Promise.all(names.map(async (name) => (await (0,_provider_of_js__WEBPACK_IMPORTED_MODULE_1__/* .providerOf */ .lc)(ports, view, name)).list()));
    return providerMachinesOf(lists.flat());
}
function providerMachinesOf(existing) {
    const byName = new Map();
    for (const one of existing)
        byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
    const all = (name) => byName.get(name) ?? [];
    return {
        all,
        one: (name) => {
            const [first, ...others] = all(name);
            if (first !== undefined && others.length > 0)
                throw ambiguous(name, all(name));
            return first;
        },
    };
}
function ambiguous(name, existing) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${name}: ${describeDuplicates(existing)}`, {
        reason: 'ambiguous-machine',
        hint: 'Nothing was done to either. Look at each, end the one that should not be at its provider by its id, and run the operation again.',
    });
}
/** `2 machines have this name: "i-1" (running, at 192.0.2.1) and "i-2" (…)`. */
function describeDuplicates(existing) {
    const each = existing.map(({ identity, presence }) => `"${identity.id}" (${identity.provider}, ${presence}, at ${identity.address})`);
    return `${each.length} machines have this name: ${each.join(' and ')}`;
}
/** The one machine of this name; throws `not-provisioned` when there is none. */
function requireProviderMachine(existing, name) {
    const one = existing.one(name);
    if (one === undefined)
        throw absentMachine(name);
    return one;
}
function absentMachine(name) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${name}: the machine does not exist`, {
        reason: 'not-provisioned',
        hint: `Run "drover provision ${name}" to make it.`,
    });
}


/***/ }),

/***/ 17098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oz: () => (/* binding */ cannot),
/* harmony export */   QC: () => (/* binding */ scopedMachine),
/* harmony export */   R6: () => (/* binding */ providerNamesOf),
/* harmony export */   lc: () => (/* binding */ providerOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** The provider of this name, told of the machines that it serves. */
function providerOf(ports, view, name) {
    return ports.provider(name, scopeOf(view, name));
}
function scopeOf({ flock, snapshot }, provider) {
    const known = [...snapshot.machines].flatMap(([name, { identity }]) => identity?.provider === provider ? [[name, identity]] : []);
    const launches = [...snapshot.machines].flatMap(([name, { launch }]) => launch?.provider === provider ? [[name, launch]] : []);
    return {
        flock: flock.name,
        machines: flock.machines.filter((machine) => machine.provider === provider).map(scopedMachine),
        known: new Map(known),
        launches: new Map(launches),
    };
}
/** A machine as its provider has to know it. */
function scopedMachine({ name, settings, ssh }) {
    return { name, settings, ...ssh };
}
/** Every provider that may have a machine of this name: that of `flock.yml`, and those that the ledger knows it from. */
function providerNamesOf({ snapshot }, machine) {
    const { identity, launch } = snapshot.machines.get(machine.name) ?? {};
    const remembered = launch?.provider;
    return [
        ...new Set([
            machine.provider,
            ...(identity === undefined ? [] : [identity.provider]),
            ...(typeof remembered === 'string' ? [remembered] : []),
        ]),
    ];
}
/** What to throw for what a provider has no call for. */
function cannot(name, { provider, verb }) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${name}: the provider "${provider}" cannot ${verb} machines`, {
        reason: 'provider-failed',
        hint: `Do it where the machine is, or by "drover run ${name} -- COMMAND".`,
    });
}


/***/ }),

/***/ 81592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ rebootMachine)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/branch/known-identity.js
var known_identity = __webpack_require__(80469);
// EXTERNAL MODULE: ./build/task/answer-of.js
var answer_of = __webpack_require__(69816);
// EXTERNAL MODULE: ./build/task/patience.js
var task_patience = __webpack_require__(8517);
// EXTERNAL MODULE: ./build/task/sessions.js
var sessions = __webpack_require__(25655);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
;// CONCATENATED MODULE: ./build/lifecycle/commands/boot.js

const bootCommand = (0,program/* programCommand */.O)('lifecycle/boot.sh');
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
        ...['systemd-run', '--quiet', '--collect', '--on-active=1', '--timer-property=AccuracySec=100ms'],
        ...['systemctl', 'reboot'],
    ],
};

// EXTERNAL MODULE: ./build/lifecycle/provider-machines.js
var provider_machines = __webpack_require__(35965);
// EXTERNAL MODULE: ./build/lifecycle/provider-of.js
var provider_of = __webpack_require__(17098);
;// CONCATENATED MODULE: ./build/lifecycle/reboot-machine.js
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
/** Done when the machine answers from another boot than before. */
async function rebootMachine(task, { view, existing }) {
    const { machine, ports } = task;
    const there = (0,provider_machines/* requireProviderMachine */.Yc)(existing, machine.name);
    if (there.presence === 'stopped' || there.presence === 'stopping') {
        throw new errors/* DroverError */.F(`${machine.name}: the machine is ${there.presence}`, {
            reason: 'not-running',
            hint: `Run "drover start ${machine.name}".`,
        });
    }
    const identity = (0,known_identity/* identityNow */.B)(there.identity, view.snapshot.machines.get(machine.name)?.identity);
    const before = await askFromInside(task, identity).catch((error) => askFromOutside(task, { view, identity, error }));
    const patience = (0,task_patience/* startPatience */.e)(task, rebootMs);
    const isNew = (boot) => before === undefined ? boot.ageSeconds * 1000 < patience.elapsedMs() : boot.id !== before.id;
    const startedMs = ports.clock.elapsed();
    await task.step({ kind: 'boot', text: 'wait for the new boot' }, () => waitForBoot(task, { identity, patience, isNew }));
    const seconds = Math.round((ports.clock.elapsed() - startedMs) / 1000);
    return { kind: 'changed', reason: 'done', message: `rebooted in ${seconds} s` };
}
/** Asks the machine for a reboot; answers with the boot that is about to end. */
async function askFromInside(task, identity) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(task, identity), true);
        const boot = await bootOf(task, session);
        await task.step({ kind: 'reboot', text: 'reboot' }, () => (0,answer_of/* answerOf */.u)(session, { command: rebootCommand, ...asking(task) }));
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
async function askFromOutside(task, { view, identity, error }) {
    if (!(error instanceof errors/* DroverError */.F && error.reason === 'unreachable'))
        throw error;
    const provider = await (0,provider_of/* providerOf */.lc)(task.ports, view, identity.provider);
    if (provider.reboot === undefined)
        throw error;
    task.warn(`does not answer, so its provider restarts it: ${error.message}`);
    const { name } = task.machine;
    await task.step({ kind: 'reboot', text: 'reboot by its provider' }, async () => provider.reboot?.({ name, id: identity.id }));
}
function waitForBoot(task, { identity, patience, isNew }) {
    const { clock, signal } = task.ports;
    const what = 'wait for the machine to come back';
    return (0,task_patience/* whenThere */.R)(task, { identity, patience, what }, async (session) => {
        while (!isNew(await bootOf(task, session))) {
            if (patience.isOver())
                throw stillThere(task, patience);
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
async function bootOf(task, session) {
    const boot = parseBoot(await (0,answer_of/* answerOf */.u)(session, { command: bootCommand, ...asking(task) }));
    if (boot !== undefined)
        return boot;
    throw new errors/* DroverError */.F(`${task.machine.name}: reboot: the machine does not tell its boot id`, {
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

/***/ 76951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ renderValues),
/* harmony export */   z: () => (/* binding */ assembleProgram)
/* harmony export */ });
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73636);

/**
 * A program as one text: the parts that its head names (`. ./ROOM/PART.sh`) in their places, without the comments
 * of heads. Nothing else of it is touched. A head is the lines up to the first one that is no comment, no part, no
 * demand for values (`: "${NAME:?}"`) and not empty, so a here-document or a quoted text is never in one.
 */
function assembleProgram(name, read) {
    const lines = read(name).split('\n');
    const found = lines.findIndex((line) => !/^(?:#|: "|\. \.\/|$)/.test(line));
    const end = found === -1 ? lines.length : found;
    const head = lines.slice(0, end).flatMap((line) => {
        const [, part] = /^\. \.\/(\S+)$/.exec(line) ?? [];
        if (part !== undefined)
            return [assembleProgram(part, read).trimEnd()];
        return line.startsWith(':') ? [line] : [];
    });
    return [...head, ...lines.slice(end)].join('\n');
}
/** `NAME=VALUE` lines to go in front of a program. */
function renderValues(values) {
    return Object.entries(values)
        .map(([name, value]) => {
        if (!/^[a-z][a-z_]*$/.test(name))
            throw new TypeError(`"${name}" cannot be the name of a value`);
        const word = Array.isArray(value) ? `(${value.map(_base_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWord */ .XW).join(' ')})` : (0,_base_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWord */ .XW)(String(value));
        return `${name}=${word}\n`;
    })
        .join('');
}


/***/ }),

/***/ 34472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ programCommand),
/* harmony export */   Q: () => (/* binding */ programText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
/* harmony import */ var _assemble_program_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76951);




const texts = new Map();
/**
 * The text of a program for machines, `ROOM/NAME.sh` or `.py`, with values in front of it. It is a part of this
 * program as code is, and read when it is first asked for.
 */
function programText(name, values = {}) {
    const known = texts.get(name) ?? (0,_assemble_program_js__WEBPACK_IMPORTED_MODULE_3__/* .assembleProgram */ .z)(name, readProgram);
    texts.set(name, known);
    return `${(0,_assemble_program_js__WEBPACK_IMPORTED_MODULE_3__/* .renderValues */ .Z)(values)}${known}`;
}
/** Runs a shell program by the shell that its first line names. Nothing is read before `argv` is asked for. */
function programCommand(name, { values = {}, args = [] } = {}) {
    return {
        get argv() {
            return [shellOf(name), '-c', programText(name, values), 'drover', ...args];
        },
    };
}
function shellOf(name) {
    const [, shell] = /^#!\/bin\/(\w+)\n/.exec(readProgram(name)) ?? [];
    if (shell === undefined)
        throw new TypeError(`"${name}" does not name its shell`);
    return shell;
}
function readProgram(name) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder(), name), 'utf8');
}
/** Beside this file; or in `dist/`, where it is a part of another file, in the folder where the build puts them. */
function folder() {
    const here = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(here) === 'programs' ? here : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(here, 'programs');
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
