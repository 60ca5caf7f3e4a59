export const id = 3827;
export const ids = [3827];
export const modules = {

/***/ 90366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ loginShellLine),
/* harmony export */   XW: () => (/* binding */ quoteWord),
/* harmony export */   _y: () => (/* binding */ fitsLoginShell),
/* harmony export */   ch: () => (/* binding */ quoteCommand)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const plain = /^[A-Za-z0-9_@+:,./-]+$/;
/** Words that a shell reads as its grammar, not as a program, when they come first and are not quoted (POSIX.1-2024, 2.4; bash(1)). */
const reserved = new Set('case coproc do done elif else esac fi for function if in select then time until while'.split(' '));
/**
 * Linux passes a program no argument longer than this (MAX_ARG_STRLEN, execve(2)), and the whole
 * command line is one argument of the login shell.
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
    // A shell would take a line that begins with "-" or "+" for an option: dash reads options after its "-c", too.
    const program = reserved.has(first) || /^[-+]/.test(first) ? quote(checked(first)) : quoteWord(first);
    return argv.length === 0 ? '' : [program, ...rest.map(quoteWord)].join(' ');
}
/** Whether Linux can pass this line to a login shell. */
function fitsLoginShell(line) {
    return Buffer.byteLength(line) <= maxCommandLine;
}
/** The command line for a login shell. Throws `invalid-argument` also for a line that Linux cannot pass to the shell. */
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

/***/ 6958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ cancelledWork),
/* harmony export */   Dg: () => (/* binding */ isAway),
/* harmony export */   qE: () => (/* binding */ noAnswer)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** A machine that starts is away, or ends a connection that it has just taken. */
const awayReasons = ['unreachable', 'connection-lost', 'timed-out'];
/** True for what a new connection may mend. */
function isAway(error) {
    return error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && awayReasons.includes(error.reason);
}
/** A command whose connection ended before it said what it was to say. `subject`: the machine and the work. */
function noAnswer(subject, cause) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${subject}: the connection was lost and the machine gave no answer`, {
        reason: 'connection-lost',
        hint: 'The machine goes on by itself. Run the operation again: it joins what still runs, or looks first and finishes what is missing.',
        cause,
    });
}
/** The run ends, and what it started on the machine does not. */
function cancelledWork(subject) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${subject}: the run was cancelled; what was started goes on on the machine`, {
        reason: 'cancelled',
        hint: 'The machine finishes by itself. Run the operation again: it joins what still runs.',
    });
}


/***/ }),

/***/ 57853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ startDeadline)
/* harmony export */ });
const tellEveryMs = 15_000;
function startDeadline(task, deadlineMs) {
    const { clock } = task.ports;
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
            task.stepStarted({
                kind: 'wait',
                text: `${what} (${Math.round(toldMs / 1000)} s of at most ${Math.round(deadlineMs / 1000)} s)`,
            });
        },
    };
}


/***/ }),

/***/ 36817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ MachineConnection)
/* harmony export */ });
/* harmony import */ var _remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87854);
/* harmony import */ var _system_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47318);
/* harmony import */ var _connection_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6958);



/**
 * The connection of a task to its machine, for as long as the task works on it: opened when it is first needed, and
 * opened again after a loss, where the work can be repeated. A loss outside of `retry` and `repeat` is an error of
 * the command that it hit.
 */
class MachineConnection {
    identity;
    #task;
    #signal;
    #limits = _remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .reopenPolicies */ .C$.loss.limits;
    #session;
    #answeredMs = 0;
    constructor(task, { identity, isCancellable = true }) {
        this.#task = task;
        this.identity = identity;
        this.#signal = isCancellable ? task.ports.signal : undefined;
    }
    /** One try, if it is not open. Throws as `Remote.connect` does. */
    async open(limits = this.#limits) {
        await this.#openSession(limits);
    }
    async exec(command, options) {
        const session = await this.#openSession(this.#limits);
        return await session.exec(command, this.#heard(options));
    }
    async start(command, options) {
        const session = await this.#openSession(this.#limits);
        return await session.start(command, this.#heard(options));
    }
    /**
     * Work that may be repeated: done again over a new connection while `isRetryable` says so of its error, by
     * default while the machine is away. Throws the last error when the policy's time has passed.
     */
    async retry(policy, work, isRetryable = _connection_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isAway */ .Dg) {
        const { clock } = this.#task.ports;
        const limitsBefore = this.#limits;
        this.#limits = policy.limits;
        this.#answeredMs = clock.elapsed();
        try {
            return await (0,_system_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)({
                clock,
                baseMs: policy.baseMs,
                maxMs: policy.maxMs,
                deadlineMs: policy.deadlineMs,
                isRetryable: (error) => isRetryable(error) && this.#signal?.aborted !== true,
                ...(policy.since === 'answer' ? { lastGoodMs: () => this.#answeredMs } : {}),
                ...(this.#signal === undefined ? {} : { signal: this.#signal }),
            }, () => this.#attempt(work, isRetryable));
        }
        finally {
            this.#limits = limitsBefore;
        }
    }
    /**
     * A part of work that goes on by itself on the machine, repeated for as long as the machine says something now
     * and then. Throws `connection-lost` when it has been silent for too long, and `cancelled` at once when the run is;
     * either says that the machine goes on.
     */
    async repeat(subject, work) {
        let tries = 0;
        try {
            return await this.retry(_remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .reopenPolicies */ .C$.loss, async () => {
                tries += 1;
                if (tries > 1)
                    this.#task.stepStarted({ kind: 'connect', text: 'connect again' });
                return await work();
            });
        }
        catch (error) {
            if (this.#signal?.aborted)
                throw (0,_connection_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledWork */ .DT)(subject);
            throw (0,_connection_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isAway */ .Dg)(error) ? (0,_connection_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .noAnswer */ .qE)(subject, error) : error;
        }
    }
    /** A pause between two parts of such work; throws `cancelled` as `repeat` does. */
    async pause(subject, ms) {
        try {
            await this.#task.ports.clock.sleep(ms, this.#signal);
        }
        catch (error) {
            throw this.#signal?.aborted ? (0,_connection_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledWork */ .DT)(subject) : error;
        }
    }
    /** A new one in place of this one, which is known or thought to be of no use. Throws the last error of `open`. */
    async reopen() {
        await this.close();
        await this.retry(_remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .reopenPolicies */ .C$.loss, () => this.open());
    }
    /** Closes what is open; what is asked for after opens another one. */
    async close() {
        const session = this.#session;
        this.#session = undefined;
        await session?.close();
    }
    async [Symbol.asyncDispose]() {
        await this.close();
    }
    async #attempt(work, isRetryable) {
        try {
            const value = await work();
            this.#answeredMs = this.#task.ports.clock.elapsed();
            return value;
        }
        catch (error) {
            if (isRetryable(error))
                await this.close();
            throw error;
        }
    }
    async #openSession(limits) {
        const { ports, machine, ownerOfKey } = this.#task;
        this.#session ??= await ports.remote.connect({
            machine: machine.name,
            identity: this.identity,
            key: await ports.sshKey(),
            ownerOfKey,
            ...limits,
            ...(this.#signal === undefined ? {} : { signal: this.#signal }),
        });
        return this.#session;
    }
    /** Whatever a command says is a sign of life. */
    #heard(options) {
        const { clock } = this.#task.ports;
        return {
            ...options,
            onLine: (line, stream) => {
                this.#answeredMs = clock.elapsed();
                options.onLine?.(line, stream);
            },
        };
    }
}


/***/ }),

/***/ 86218:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ openConnection),
/* harmony export */   q: () => (/* binding */ openAnother)
/* harmony export */ });
/* harmony import */ var _remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87854);
/* harmony import */ var _machine_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36817);


/** The connection of a task: opened as a step of it, cancelled with its run. Throws as `Remote.connect` does. */
async function openConnection(task, identity) {
    const connection = new _machine_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .MachineConnection */ .s(task, { identity });
    await task.step({ kind: 'connect', text: 'connect' }, () => connection.open(_remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .connectLimits */ .jN));
    return connection;
}
/**
 * A connection of its own beside that of the task, to show that the machine can be reached. Not cancelled: the
 * machine waits for it, and a change that is confirmed is better known than one that is not.
 */
async function openAnother(task, { identity, policy }) {
    const connection = new _machine_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .MachineConnection */ .s(task, { identity, isCancellable: false });
    await connection.retry(policy, () => connection.open());
    return connection;
}


/***/ }),

/***/ 61831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ waitForBoot)
/* harmony export */ });
/* harmony import */ var _remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87854);
/* harmony import */ var _machine_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36817);
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


/**
 * Work over a connection to a machine that may be starting: done anew, over another connection, while the machine is
 * away. The work must be repeatable. Throws the last error when the deadline has passed.
 */
async function waitForBoot(task, { identity, deadline, what }, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const connection = __addDisposableResource(env_1, new _machine_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .MachineConnection */ .s(task, { identity }), true);
        const deadlineMs = deadline.deadlineMs - deadline.elapsedMs();
        return await connection.retry({ ..._remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .reopenPolicies */ .C$.boot, deadlineMs }, async () => {
            deadline.tell(what);
            await connection.open();
            return await work(connection);
        });
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
// EXTERNAL MODULE: ./build/connection/deadline.js
var connection_deadline = __webpack_require__(57853);
// EXTERNAL MODULE: ./build/connection/open-connection.js
var open_connection = __webpack_require__(86218);
// EXTERNAL MODULE: ./build/connection/wait-for-boot.js
var wait_for_boot = __webpack_require__(61831);
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/task/answer-of.js
var answer_of = __webpack_require__(69816);
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
    const deadline = (0,connection_deadline/* startDeadline */.d)(task, connection_policy/* reopenPolicies */.C$.boot.deadlineMs);
    const isNew = (boot) => before === undefined ? boot.ageSeconds * 1000 < deadline.elapsedMs() : boot.id !== before.id;
    const startedMs = ports.clock.elapsed();
    await task.step({ kind: 'boot', text: 'wait for the new boot' }, () => waitForNewBoot(task, { identity, deadline, isNew }));
    const seconds = Math.round((ports.clock.elapsed() - startedMs) / 1000);
    return { kind: 'changed', reason: 'done', message: `rebooted in ${seconds} s` };
}
/** Asks the machine for a reboot; answers with the boot that is about to end. */
async function askFromInside(task, identity) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await (0,open_connection/* openConnection */.J)(task, identity), true);
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
function waitForNewBoot(task, { identity, deadline, isNew }) {
    const { clock, signal } = task.ports;
    const what = 'wait for the machine to come back';
    return (0,wait_for_boot/* waitForBoot */.b)(task, { identity, deadline, what }, async (session) => {
        while (!isNew(await bootOf(task, session))) {
            if (deadline.isOver())
                throw stillThere(task, deadline);
            deadline.tell('wait for the machine to go down');
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
/* harmony import */ var _base_text_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90366);

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
        const word = Array.isArray(value) ? `(${value.map(_base_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWord */ .XW).join(' ')})` : (0,_base_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWord */ .XW)(String(value));
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

/***/ 47318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/**
 * Calls `attempt` (with 1, 2, …) until it succeeds. Pauses are random between 0 and a limit that
 * doubles ("full jitter"), so that many callers that failed together do not retry together.
 * Throws the last error unchanged.
 */
async function retry(options, attempt) {
    const { clock } = options;
    let sinceMs = options.lastGoodMs?.() ?? clock.elapsed();
    let failures = 0;
    for (let count = 1;; count += 1) {
        try {
            return await attempt(count);
        }
        catch (error) {
            const goodMs = options.lastGoodMs?.() ?? sinceMs;
            failures = goodMs > sinceMs ? 1 : failures + 1;
            sinceMs = goodMs;
            const pauseMs = Math.max(clock.random() * limit(options, failures), options.leastMs?.(error) ?? 0);
            const late = options.deadlineMs !== undefined && clock.elapsed() - sinceMs + pauseMs > options.deadlineMs;
            if (late || count >= maxAttempts(options) || !options.isRetryable(error))
                throw error;
            await clock.sleep(pauseMs, options.signal);
        }
    }
}
function limit({ baseMs, maxMs }, failures) {
    return Math.min(maxMs, baseMs * 2 ** (failures - 1));
}
function maxAttempts({ attempts, deadlineMs }) {
    return attempts ?? (deadlineMs === undefined ? 1 : Number.POSITIVE_INFINITY);
}


/***/ }),

/***/ 69816:
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


/***/ })

};
