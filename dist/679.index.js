export const id = 679;
export const ids = [679];
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

/***/ 10679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  upload: () => (/* binding */ upload)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/connection/open-connection.js
var open_connection = __webpack_require__(86218);
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/render/manifest/check-destination.js
var check_destination = __webpack_require__(91982);
// EXTERNAL MODULE: ./build/render/manifest/layers.js
var manifest_layers = __webpack_require__(44061);
// EXTERNAL MODULE: ./build/render/manifest/merge-entries.js + 3 modules
var merge_entries = __webpack_require__(54608);
;// CONCATENATED MODULE: ./build/render/manifest/list-destinations.js


/**
 * Lists the destinations of a machine's manifests without rendering files, so that no secret is needed. Leaves out
 * faulty entries, which rendering reports.
 */
function listDestinations({ machine, flockName, toolkit, config, }) {
    const { name, groups, vars, provider } = machine;
    const context = { vars, machine: { name, groups, provider }, flock: { name: flockName } };
    const { entries } = (0,merge_entries/* mergeEntries */.x)({ trees: { toolkit, config }, layers: (0,manifest_layers/* listLayers */.VR)(machine), context });
    return new Set(entries.filter(({ fields }) => fields.direction !== 'down').map(({ destination }) => destination));
}

// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
;// CONCATENATED MODULE: ./build/transfer/commands/upload.js

const statuses = { noFolder: 41, noFile: 42, differs: 43, owner: 46 };
const values = {
    status_no_folder: statuses.noFolder,
    status_no_file: statuses.noFile,
    status_differs: statuses.differs,
    status_owner: statuses.owner,
};
/** What is there before; answers as `parseUploadTarget` reads it. */
function observeUploadTargetCommand(path) {
    return (0,program/* programCommand */.O)('transfer/observe-upload.sh', { values, args: [path] });
}
/** Takes the file on standard input and puts it there, or leaves what is there. */
function uploadCommand({ path, mode, owner, sha256 }) {
    return (0,program/* programCommand */.O)('transfer/upload.sh', { values, args: [path, mode, owner, sha256] });
}
function parseUploadTarget(stdout) {
    // A path may hold spaces, and no newline: the last lines are ours.
    const [target = '', facts = '', digest = ''] = stdout.split('\n');
    const [, mode, owner] = /^([0-7]+) (\S+)$/.exec(facts) ?? [];
    if (mode === undefined || owner === undefined)
        return { target };
    return { target, found: { mode: mode.padStart(4, '0'), owner, sha256: digest } };
}
/** Why nothing was put there; undefined for a status that is not ours. */
function explainUpload(code) {
    const texts = {
        [statuses.noFolder]: 'the folder does not exist',
        [statuses.noFile]: 'something is there that is no file',
        [statuses.differs]: 'what came is not what was sent',
        [statuses.owner]: 'the owner or group does not exist',
    };
    return texts[code ?? -1];
}

// EXTERNAL MODULE: ./build/transfer/describe-size.js
var describe_size = __webpack_require__(94863);
// EXTERNAL MODULE: ./build/transfer/limits.js
var limits = __webpack_require__(69060);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
;// CONCATENATED MODULE: ./build/operations/upload/upload.js
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











const upload = (0,operation/* fleetOperation */.o)({
    records: () => true,
    connects: true,
    prepare: async (ports, { view, machines, request }) => {
        const { file = '', to = '', mode, owner } = request;
        const toolkit = await ports.toolkit();
        const { flock, snapshot } = view;
        const managed = new Map(machines.map((machine) => [
            machine.name,
            listDestinations({ machine, flockName: flock.name, toolkit, config: snapshot.tree }),
        ]));
        const names = machines.map(({ name }) => name).filter((name) => managed.get(name)?.has(to));
        (0,errors/* throwIfInvalid */.TG)([...wrongForm(request), ...names.map((name) => isManaged(name, to))]);
        const facts = await ports.files.examine(file);
        return (task) => putFile(task, { view, facts, to, mode, owner, managed: managed.get(task.machine.name) ?? new Set() });
    },
});
function wrongForm({ to = '', mode, owner }) {
    const wrong = (message, hint) => ({
        reason: 'invalid-argument',
        message,
        ...(hint === undefined ? {} : { hint }),
    });
    const place = (0,check_destination/* findWrongDestination */.zn)(to);
    const isOwn = (0,check_destination/* isAboveReserved */.si)(to) || `${to}/`.startsWith('/var/lib/drover/');
    const isMode = mode === undefined || /^0?[0-7]{3,4}$/.test(mode);
    const isOwner = owner === undefined || /^[a-z_0-9][\w.-]*\$?(:[a-z_0-9][\w.-]*\$?)?$/i.test(owner);
    return [
        ...(place === undefined ? [] : [wrong(`to: ${place.message}`, place.hint)]),
        ...(place === undefined && isOwn ? [wrong(`to: "${to}" is kept by Drover itself`)] : []),
        ...(isMode
            ? []
            : [wrong(`mode: "${mode}" is no mode of a file`, 'give three or four octal digits, as in 0644')]),
        ...(isOwner
            ? []
            : [wrong(`owner: "${owner}" is no owner`, 'give a user, or user:group, by name or number')]),
    ];
}
/** The next `configure` would put back what the branch asks for: whoever uploads there loses it. */
function isManaged(machine, path) {
    return {
        reason: 'invalid-argument',
        message: `${machine}: "${path}" is managed by the config branch, and configure would put its own file back`,
        hint: 'Change the file below config/ on the branch and run "drover configure", or choose another path.',
    };
}
async function putFile(task, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { view, facts, to } = work;
        const { size, sha256 } = facts;
        const session = __addDisposableResource(env_1, await (0,open_connection/* openConnection */.J)(task, (0,flock_view/* identityOf */.cu)(view, task.machine.name)), true);
        const { target, found } = await task.step({ kind: 'observe', text: 'look' }, () => observeTarget(session, to));
        if (work.managed.has(target))
            (0,errors/* throwIfInvalid */.TG)([isManaged(task.machine.name, target)]);
        const mode = (work.mode ?? found?.mode ?? '0644').padStart(4, '0');
        const owner = withGroup(work.owner) ?? found?.owner ?? 'root:root';
        const uploaded = { path: to, size, sha256, mode, owner };
        const told = { data: { kind: 'uploaded', ...uploaded }, event: uploaded };
        const isThere = found?.sha256 === sha256 && found.mode === mode && found.owner === owner;
        if (isThere)
            return { kind: 'ok', reason: 'already-so', message: `${to} is so already`, ...told };
        await task.step({ kind: 'transfer', text: 'upload' }, () => send(task, session, { ...work, mode, owner }));
        const place = target === to ? to : `${to}, a link to ${target}`;
        return {
            kind: 'changed',
            reason: 'done',
            message: `put ${(0,describe_size/* describeSize */.j)(size)} at ${place} (sha256 ${sha256})`,
            ...told,
        };
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
function withGroup(owner) {
    return owner === undefined || owner.includes(':') ? owner : `${owner}:${owner}`;
}
async function observeTarget(session, path) {
    const ended = await session.exec(observeUploadTargetCommand(path), connection_policy/* observeLimits */.H4);
    if (!(0,command/* succeeded */.g)(ended))
        throw failed(path, ended);
    return parseUploadTarget(ended.stdout.toString('utf8'));
}
async function send({ ports }, session, { facts, to, mode, owner }) {
    const from = ports.files.read(facts.path);
    try {
        const ended = await session.exec(uploadCommand({ path: to, mode, owner, sha256: facts.sha256 }), {
            ...limits/* transferLimits */.E,
            from,
            ...(ports.signal === undefined ? {} : { signal: ports.signal }),
        });
        if (!(0,command/* succeeded */.g)(ended))
            throw failed(to, ended);
    }
    finally {
        from.destroy();
    }
}
function failed(path, ended) {
    const why = explainUpload(ended.code) ??
        `the shell ${(0,command/* describeEnd */.l)(ended)}: ${ended.stderr.toString('utf8').slice(-300)}`;
    return new errors/* DroverError */.F(`${path}: ${why.replaceAll(/\s+/g, ' ')}`, {
        reason: ended.signal === null ? 'command-failed' : 'killed',
        hint: 'The machine has what it had. Only files can be put there, into a folder that exists.',
    });
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

/***/ 91982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r0: () => (/* binding */ findFolderAbove),
/* harmony export */   si: () => (/* binding */ isAboveReserved),
/* harmony export */   zn: () => (/* binding */ findWrongDestination)
/* harmony export */ });
/** Files that Drover itself writes, after all others. */
const reserved = ['/etc/drover/stamp.json', '/etc/drover/stamp.env'];
const forbidden = ['/proc', '/sys', '/dev', '/run/drover'];
/** Why no file may be put at or captured from a path; undefined when one may. */
function findWrongDestination(path) {
    const shown = JSON.stringify(path);
    if (/[\0-\x1f\x7f-\x9f\u2028\u2029]/.test(path)) {
        return { message: `destination ${shown} holds a control character` };
    }
    if (!path.startsWith('/'))
        return { message: `destination ${shown} is not absolute`, hint: 'begin it with "/"' };
    if (path === '/')
        return { message: 'destination "/" is the whole machine' };
    if (path
        .slice(1)
        .split('/')
        .some((part) => part === '' || part === '.' || part === '..')) {
        return {
            message: `destination ${shown} is not normalised`,
            hint: 'leave out ".", "..", "//" and a "/" at the end',
        };
    }
    const taken = forbidden.find((folder) => path === folder || isBelow(path, folder));
    if (taken !== undefined)
        return { message: `destination ${shown} is not a file that can be kept: "${taken}" is the system's own` };
    if (reserved.some((file) => path === file || isBelow(path, file))) {
        return { message: `destination ${shown} is reserved: Drover writes its stamp there` };
    }
    return undefined;
}
/** Whether a file at the path would be in the place of a folder that Drover needs. */
function isAboveReserved(path) {
    return [...reserved, ...forbidden].some((file) => isBelow(file, path));
}
/** The path in `others` that is a folder above `path`, if there is one. */
function findFolderAbove(path, others) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        const folder = path.slice(0, end);
        if (others.has(folder))
            return folder;
    }
    return undefined;
}
function isBelow(path, folder) {
    return path.startsWith(`${folder}/`);
}


/***/ }),

/***/ 44061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VR: () => (/* binding */ listLayers),
/* harmony export */   Yv: () => (/* binding */ readLayerFile),
/* harmony export */   r5: () => (/* binding */ tops)
/* harmony export */ });
/** The two folders that hold layers; only files below the second may name secrets. */
const tops = ['config', 'secrets-templates'];
/** Lists the layers of a machine, weakest first. The toolkit has no layers for single machines. */
function listLayers(machine) {
    const shared = ['all', ...machine.groups.map((group) => `groups/${group}`)];
    return [
        ...shared.flatMap((folder) => [
            { origin: 'toolkit', folder },
            { origin: 'branch', folder },
        ]),
        { origin: 'branch', folder: `machines/${machine.name}` },
    ];
}
function readLayerFile(trees, { layer, top, path }) {
    const full = `${top}/${layer.folder}/${path}`;
    return layer.origin === 'toolkit'
        ? { shownPath: `toolkit:${full}`, file: trees.toolkit.get(full) }
        : { shownPath: full, file: trees.config.get(full) };
}


/***/ }),

/***/ 54608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ mergeEntries)
});

// EXTERNAL MODULE: ./build/render/secret-uses.js
var secret_uses = __webpack_require__(1114);
// EXTERNAL MODULE: ./build/render/template/evaluate-template.js + 1 modules
var evaluate_template = __webpack_require__(14155);
// EXTERNAL MODULE: ./build/render/template/read-template.js + 3 modules
var read_template = __webpack_require__(22948);
// EXTERNAL MODULE: ./build/render/manifest/check-destination.js
var check_destination = __webpack_require__(91982);
// EXTERNAL MODULE: ./build/render/manifest/layers.js
var manifest_layers = __webpack_require__(44061);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
// EXTERNAL MODULE: ./build/render/manifest/follow-up-schema.js
var follow_up_schema = __webpack_require__(27888);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/render/manifest/field-patterns.js
var field_patterns = __webpack_require__(11303);
;// CONCATENATED MODULE: ./build/render/manifest/manifest-schema.js



const manifest_schema_name = schemas/* string */.YjP().regex(field_patterns/* ownerPattern */.at, field_patterns/* ownerRule */.Ey);
const source = schemas/* string */.YjP()
    .refine(field_patterns/* isPathInside */.CN, 'a path below the layer was expected, such as "nginx/site.conf"')
    .refine((path) => path !== 'files.yml', 'the manifest cannot be a source');
const mode = schemas/* string */.YjP().regex(field_patterns/* modePattern */.GK, `${field_patterns/* modeRule */.kJ} were expected, such as "0644"`);
const entrySchema = schemas/* strictObject */.rej({
    destination: schemas/* string */.YjP()
        .min(1, 'it is empty')
        .describe('Where the file goes: an absolute path, which may hold variables. The only key that is required.'),
    source: source
        .optional()
        .describe('File in the layers, looked up strongest layer first. By default the last part of `destination`.'),
    owner: manifest_schema_name.optional().describe('User. By default `root`.'),
    group: manifest_schema_name.optional().describe('Group. By default the same as `owner`.'),
    mode: mode
        .optional()
        .describe('Octal digits in quotes. By default `"0644"`, below `secrets-templates/` `"0600"`.'),
    direction: schemas/* enum */.k5n(['both', 'up', 'down'])
        .optional()
        .describe('`up`: put on the machine. `down`: captured from it (a file, a symlink or a folder), without a source. `both`, the default: put and captured.'),
    template: schemas/* boolean */.zMY()
        .optional()
        .describe('Whether the source is a template. By default yes for text, no for binary files.'),
    validate: field_patterns/* oneLine */.TN
        .optional()
        .describe('Shell command that must succeed before any file changes. It sees all new files in place of the old ones.'),
    after: follow_up_schema/* followUpsSchema */.Vi
        .optional()
        .describe('What follows a change, one or a list: `daemon-reload`, `reload UNIT`, `restart UNIT` or `{command: "…"}`. Each runs once. When one fails, the old files return.'),
    adopt: schemas/* boolean */.zMY()
        .optional()
        .describe('Whether a captured version becomes the desired file of this machine. By default no.'),
    description: schemas/* string */.YjP().optional().describe('A text for people.'),
    state: schemas/* enum */.k5n(['present', 'absent'])
        .optional()
        .describe('`absent` removes what a weaker layer asks for. If Drover had put the file on a machine, the file is removed there.'),
});
const manifestSchema = schemas/* strictObject */.rej({ files: schemas/* array */.YOg(entrySchema) });

;// CONCATENATED MODULE: ./build/render/manifest/manifest-problems.js



/** The schema's objections to a manifest, in words. */
function findManifestProblems({ issues, data, locate }) {
    return issues.flatMap((issue) => {
        const path = issue.path.filter((part) => typeof part !== 'symbol');
        if (issue.code === 'unrecognized_keys') {
            return issue.keys.map((key) => ({ place: locate([...path, key], 'key'), ...unknownKey(key, path) }));
        }
        const found = valueAt(data, path);
        const missing = found === undefined;
        return [{ place: locate(path, missing ? 'key' : 'value'), ...explain({ issue, path, found }) }];
    });
}
function unknownKey(key, parent) {
    const keys = knownKeys(parent);
    const meant = (0,nearest/* nearest */.p)(key, keys);
    return {
        message: `unknown key ${JSON.stringify(key)}`,
        hint: meant === undefined ? `known keys: ${keys.join(', ')}` : `did you mean "${meant}"?`,
    };
}
function knownKeys(parent) {
    if (parent.length === 0)
        return ['files'];
    return parent.length === 2 ? Object.keys(entrySchema.shape) : ['command'];
}
function explain({ issue, path, found }) {
    const field = path.findLast((part) => typeof part === 'string');
    if (path.length === 0)
        return { message: 'expected a map', hint: 'begin with "files:"' };
    const subject = typeof path.at(-1) === 'number' && field === 'files' ? 'an entry' : `"${field}"`;
    if (found === undefined)
        return { message: `${subject} is missing`, hint: `add "${field}:"` };
    if (issue.code === 'invalid_type')
        return wrongType({ subject, found, expected: issue.expected });
    if (issue.code === 'invalid_value')
        return wrongValue({ subject, found, values: issue.values.map(String) });
    if (issue.code === 'invalid_union')
        return wrongFollowUp(subject);
    return { message: `${subject} is not understood: ${shown(found)}: ${issue.message}` };
}
function wrongType({ subject, found, expected, }) {
    if (expected !== 'string') {
        const words = { boolean: 'true or false', array: 'a list', object: 'a map' };
        return { message: `${subject} must be ${words[expected] ?? expected}, found ${shown(found)}` };
    }
    const message = `${subject} must be a text, found ${shown(found)}`;
    if (typeof found === 'object')
        return { message };
    const quoted = subject === '"mode"' ? '"0644"' : JSON.stringify(String(found));
    return { message, hint: `put it in quotes, such as ${quoted}` };
}
function wrongValue(wrong) {
    const meant = typeof wrong.found === 'string' ? (0,nearest/* nearest */.p)(wrong.found, wrong.values) : undefined;
    return {
        message: `${wrong.subject} must be one of ${wrong.values.join(', ')}, found ${shown(wrong.found)}`,
        ...(meant === undefined ? {} : { hint: `did you mean "${meant}"?` }),
    };
}
function wrongFollowUp(subject) {
    return {
        message: `${subject} is not understood`,
        hint: `write ${follow_up_schema/* followUpRule */.NF}`,
    };
}
function shown(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a map';
    const text = JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
function valueAt(data, path) {
    let value = data;
    for (const part of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
            return undefined;
        value = value[part];
    }
    return value;
}

;// CONCATENATED MODULE: ./build/render/manifest/parse-manifest.js



const known = new WeakMap();
/**
 * Reads a `files.yml`. The result has entries or problems, never both. An empty file
 * is a manifest without entries. Results are cached by file, because most machines
 * of a flock share their layers.
 */
function parseManifest(file) {
    const manifest = known.get(file) ?? readManifest(file.bytes.toString('utf8'));
    known.set(file, manifest);
    return manifest;
}
function readManifest(text) {
    const lines = new dist/* LineCounter */.HN();
    const document = parseText(text, lines);
    if (document instanceof Error)
        return refused([{ place: { line: 1, column: 1 }, message: document.message }]);
    const place = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    if (document.errors.length > 0) {
        return refused(document.errors.map(({ message, pos }) => ({ place: place(pos[0]), message: syntaxMessage(message) })));
    }
    const data = readData(document);
    if (data instanceof Error)
        return refused([{ place: place(0), message: syntaxMessage(data.message) }]);
    if (data === null || data === undefined)
        return { entries: [], problems: [] };
    const locate = (path, what) => place(offsetOf(document, { path, what }));
    const parsed = manifestSchema.safeParse(data);
    if (!parsed.success)
        return refused(findManifestProblems({ issues: parsed.error.issues, data, locate }));
    const entries = parsed.data.files.map((fields, index) => ({
        fields,
        place: (field) => locate(['files', index, field], 'value'),
    }));
    return { entries, problems: [] };
}
/** yaml recurses into nested values: some thousand levels overflow the stack, which yaml throws or notes. */
function parseText(text, lineCounter) {
    const tooDeep = new Error('not valid YAML: nested too deep');
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter, prettyErrors: false, logLevel: 'silent' });
        return document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION') ? tooDeep : document;
    }
    catch (error) {
        if (error instanceof RangeError)
            return tooDeep;
        throw error;
    }
}
function refused(problems) {
    return { entries: [], problems };
}
function syntaxMessage(message) {
    const line = message.replaceAll(/\s+/g, ' ');
    return `not valid YAML: ${line.charAt(0).toLowerCase()}${line.slice(1)}`;
}
/** Reads the data. yaml throws for aliases that would make the data explode, or that point nowhere. */
function readData(document) {
    try {
        return document.toJS();
    }
    catch (error) {
        if (error instanceof Error)
            return error;
        throw error;
    }
}
/** The offset of the value or key at a path, or of the nearest thing around it that exists. */
function offsetOf(document, { path, what }) {
    if (path.length === 0)
        return startOf(document.contents) ?? 0;
    const last = path.at(-1);
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if ((0,dist/* isMap */.jh)(parent)) {
        const pair = parent.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && key.value === last);
        const offset = startOf(what === 'key' ? pair?.key : pair?.value) ?? startOf(pair?.key);
        if (offset !== undefined)
            return offset;
    }
    else {
        const offset = startOf(document.getIn(path, true));
        if (offset !== undefined)
            return offset;
    }
    return offsetOf(document, { path: path.slice(0, -1), what: 'value' });
}
function startOf(node) {
    return (0,dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined;
}

;// CONCATENATED MODULE: ./build/render/manifest/merge-entries.js






/** Merges the entries of all layers, in order of first mention. */
function mergeEntries({ trees, layers, context }) {
    const slots = new Map();
    const problems = [];
    for (const [strength, layer] of layers.entries()) {
        const read = manifest_layers/* tops */.r5.map((top) => readEntries({ trees, layer, top, context, strength }));
        problems.push(...read.flatMap((result) => result.problems));
        const entries = read.flatMap((result) => result.entries);
        for (const { destination } of entries.filter(isAbsent))
            slots.delete(destination);
        for (const entry of entries)
            if (!isAbsent(entry))
                addEntry(slots, entry);
    }
    const winners = [...slots.values()].map(winnerOf);
    return {
        entries: winners.map(({ entry }) => entry),
        problems: [...problems, ...winners.flatMap(({ clash }) => clash)],
    };
}
function isAbsent({ fields }) {
    return fields.state === 'absent';
}
function addEntry(slots, entry) {
    const slot = slots.get(entry.destination) ?? {};
    const weaker = slot[entry.top];
    const merged = {
        ...entry,
        fields: { ...weaker?.fields, ...entry.fields },
        places: { ...weaker?.places, ...entry.places },
    };
    slots.set(entry.destination, { ...slot, [entry.top]: merged });
}
function winnerOf(slot) {
    const [plain, secret] = [slot.config, slot['secrets-templates']];
    if (plain === undefined || secret === undefined) {
        const entry = plain ?? secret;
        if (entry === undefined)
            throw new TypeError('a slot holds at least one entry');
        return { entry, clash: [] };
    }
    const [entry, other] = secret.strength >= plain.strength ? [secret, plain] : [plain, secret];
    if (entry.strength !== other.strength)
        return { entry, clash: [] };
    const message = `${entry.at.file}: "${entry.destination}" is given by ${other.at.file} too`;
    const hint = 'keep the entry below config or the one below secrets-templates';
    return { entry, clash: [{ reason: 'invalid-manifest', message, at: entry.at, hint }] };
}
function readEntries({ trees, layer, top, context, strength }) {
    const { shownPath: path, file } = (0,manifest_layers/* readLayerFile */.Yv)(trees, { layer, top, path: 'files.yml' });
    if (file === undefined)
        return { entries: [], problems: [] };
    if (file.mode === '120000') {
        const problem = {
            reason: 'invalid-manifest',
            message: `${path}: is a symbolic link`,
            at: { file: path },
        };
        return { entries: [], problems: [problem] };
    }
    const manifest = parseManifest(file);
    const problems = manifest.problems.map(({ place, message, hint }) => ({
        reason: 'invalid-manifest',
        message: `${path}: ${message}`,
        at: { file: path, ...place },
        ...(hint === undefined ? {} : { hint }),
    }));
    const entries = new Map();
    for (const entry of manifest.entries) {
        const read = readEntry(entry, { path, context });
        problems.push(...read.problems);
        if (read.destination === undefined)
            continue;
        const { destination, at } = read;
        const earlier = entries.get(destination);
        if (earlier !== undefined) {
            const message = `${path}: "${destination}" is given twice: first on line ${earlier.at.line}`;
            problems.push({ reason: 'invalid-manifest', message, at, hint: 'make one entry of the two' });
            continue;
        }
        entries.set(destination, {
            destination,
            top,
            strength,
            fields: entry.fields,
            places: placesOf(entry, path),
            at,
        });
    }
    return { entries: [...entries.values()], problems };
}
function placesOf({ fields, place }, file) {
    const given = Object.keys(fields);
    return Object.fromEntries(given.map((field) => [field, { file, ...place(field) }]));
}
function readEntry({ fields, place }, { path, context }) {
    const at = { file: path, ...place('destination') };
    const refuse = (problem) => ({
        ...problem,
        message: `${path}: ${problem.message}`,
        at,
    });
    const template = (0,read_template/* readTemplate */.x)(fields.destination);
    const evaluated = (0,evaluate_template/* evaluateTemplate */.M)(template.nodes, context);
    const found = [...template.problems, ...evaluated.problems].map(({ reason, message, hint }) => refuse({ reason, message: `destination: ${message}`, ...(hint === undefined ? {} : { hint }) }));
    if ((0,secret_uses/* listSecretUses */.d)(template.nodes).length > 0) {
        found.push(refuse({ reason: 'invalid-template', message: 'destination: a secret cannot be part of a path' }));
    }
    const extra = Object.keys(fields).find((key) => !['destination', 'state', 'description'].includes(key));
    if (fields.state === 'absent' && extra !== undefined) {
        found.push(refuse({ reason: 'invalid-manifest', message: `"${extra}" has no meaning next to "state: absent"` }));
    }
    if (found.length > 0)
        return { at, problems: found };
    const destination = evaluated.parts.join('');
    const wrong = (0,check_destination/* findWrongDestination */.zn)(destination);
    if (wrong !== undefined)
        return { at, problems: [refuse({ reason: 'invalid-manifest', ...wrong })] };
    return { destination, at, problems: [] };
}


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

/***/ 94863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ describeSize)
/* harmony export */ });
const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];
/** `812 bytes`, `1.5 MiB`. */
function describeSize(bytes) {
    const power = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
    const value = bytes / 1024 ** power;
    return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}


/***/ }),

/***/ 69060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ transferLimits)
/* harmony export */ });
/** How long one file or archive may take, and how long it may stand still: a machine may compress what is mostly empty. */
const transferLimits = { timeoutMs: 6 * 60 * 60_000, idleMs: 15 * 60_000 };


/***/ })

};
