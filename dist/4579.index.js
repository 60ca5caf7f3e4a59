export const id = 4579;
export const ids = [4579];
export const modules = {

/***/ 97074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ captureCommand),
/* harmony export */   n: () => (/* binding */ parseLeftOut)
/* harmony export */ });
/* harmony import */ var _programs_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34472);

/** Larger files are refused by name: git is no place for them. */
const maxCapturedFileBytes = 1024 * 1024;
/** Answers with a tar archive on standard output. */
function captureCommand(paths) {
    return {
        ...(0,_programs_program_js__WEBPACK_IMPORTED_MODULE_0__/* .programCommand */ .O)('capture/capture.sh', { values: { too_large: maxCapturedFileBytes + 1 } }),
        stdin: paths.map((path) => `${path}\n`).join(''),
    };
}
const kinds = {
    f: `is larger than ${maxCapturedFileBytes / 1024 / 1024} MiB`,
    b: 'is a block device',
    c: 'is a character device',
    p: 'is a named pipe',
    s: 'is a socket',
};
/** Reads what the capture named on standard error; anything else there is a warning of a program and no answer. */
function parseLeftOut(stderr) {
    return stderr.split('\0').flatMap((field) => {
        const [, type = '', path] = /^([a-zA-Z]) \d+ (\/.*)$/s.exec(field) ?? [];
        return path === undefined ? [] : [{ path, why: kinds[type] ?? 'is not a file' }];
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

/***/ 18188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ renderMachines),
  Y: () => (/* binding */ renderToApply)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/problems.js
var base_problems = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/branch/given-secrets.js
var given_secrets = __webpack_require__(95760);
// EXTERNAL MODULE: ./build/flock/secret-names.js + 1 modules
var secret_names = __webpack_require__(74972);
// EXTERNAL MODULE: ./build/render/render-machine.js + 1 modules
var render_machine = __webpack_require__(19120);
// EXTERNAL MODULE: ./build/render/roles/render-baseline.js + 5 modules
var render_baseline = __webpack_require__(78387);
// EXTERNAL MODULE: ./build/sealed/decrypt-generated.js + 1 modules
var decrypt_generated = __webpack_require__(6555);
// EXTERNAL MODULE: ./build/sealed/generated-file.js
var generated_file = __webpack_require__(18739);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/task/push-now.js
var push_now = __webpack_require__(9163);
;// CONCATENATED MODULE: ./build/sealed/push-generated.js



/**
 * Resolves when the branch has values for all that were made, these or those of another run that was first:
 * each file is put only over what it was made from. Read the branch again: it is the truth.
 */
async function pushGenerated(ports, { view, operation, machines, generated }) {
    const { recipients, seal } = await ports.seal();
    const pushNow = (0,push_now/* makePushNow */.f)(ports);
    const sealed = await Promise.all(machines.flatMap((machine) => {
        const { values, made } = generated.get(machine.name) ?? {};
        if (values === undefined || made === undefined || made.size === 0)
            return [];
        const bytes = seal((0,generated_file/* encodeGenerated */.aE)(new Map([...values, ...made])));
        return [bytes.then((file) => ({ machine, file, names: [...made.keys()].sort() }))];
    }));
    await Promise.all(sealed.map(({ machine, file, names }) => {
        const path = (0,generated_file/* generatedPath */.Dz)(machine.name);
        const before = view.snapshot.tree.get(path);
        return pushNow({ ports, machine, operation }, {
            config: view.snapshot.commit,
            message: `made generated ${names.join(', ')}, sealed to ${recipients[0]}`,
            changes: [{ kind: 'put', path, mode: '100644', bytes: file }],
            over: { path, ...(before === undefined ? {} : { sha256: (0,digest/* sha256 */.s)(before.bytes) }) },
        });
    }));
}

;// CONCATENATED MODULE: ./build/desired/render-machines.js










/**
 * Renders all machines before any is touched, so that one missing secret or
 * variable is known while nothing has happened yet. Throws one InputError with
 * the problems of all machines, each once.
 */
async function renderMachines(ports, view, machines) {
    return (await renderAll(ports, view, machines)).desired;
}
/**
 * As `renderMachines`, for who puts the files on machines: generated values that are not there yet are made,
 * and are on the branch before this resolves. Of two runs that make the same one, both go on with that of the
 * one that pushed first.
 */
async function renderToApply(ports, view, { machines, operation }) {
    let known = view;
    for (let round = 0; round < maxRounds; round += 1) {
        const { desired, generated } = await renderAll(ports, known, machines);
        if (machines.every(({ name }) => desired.toMake(name).length === 0))
            return desired;
        await pushGenerated(ports, { view: known, operation, machines, generated });
        known = (0,generated_file/* withSealedOf */.MZ)({ ...view, snapshot: await ports.ledger.read() }, view);
    }
    throw new errors/* DroverError */.F('generated values: others were pushed each time that these were about to be', {
        reason: 'push-failed',
        hint: 'Run the operation again. No machine was changed.',
    });
}
/** One other run costs one round; so many at once are no accident. */
const maxRounds = 20;
async function renderAll(ports, view, machines) {
    const toolkit = await ports.toolkit();
    const config = view.snapshot.tree;
    const names = (0,secret_names/* flockSecretNames */.u)({ toolkit, config });
    const { secrets, problems: unsafe } = (0,given_secrets/* givenSecrets */.B)(ports, names.keys());
    (0,errors/* throwIfInvalid */.TG)(unsafe);
    // An earlier commit may name others than the newest, which the engine has learnt.
    for (const secret of secrets)
        ports.guard(secret);
    const generated = await (0,decrypt_generated/* decryptGenerated */.r)(ports, {
        tree: config,
        // Without a template that names one nothing is asked for, and the key need not even be read.
        machines: names.has(secret/* sealKeySecret */.b) ? machines : [],
    });
    const desired = new Map();
    const { collect, problems } = (0,base_problems/* createProblemCollector */.X)();
    for (const machine of machines) {
        const input = {
            machine,
            flockName: view.flock.name,
            toolkit,
            config,
            secrets: ports.secret,
            generated: generated.get(machine.name)?.lookup ?? unopened,
        };
        const rendered = collect(() => (0,render_machine/* renderMachine */.K)(input));
        const baseline = collect(() => (0,render_baseline/* renderBaseline */.q)({ ...input, rolePlaces: view.flock.rolePlaces }));
        if (rendered === undefined || baseline === undefined)
            continue;
        desired.set(machine.name, { ...rendered, ...(machine.roles.length === 0 ? {} : { baseline }) });
    }
    (0,errors/* throwIfInvalid */.TG)(problems());
    return {
        generated,
        desired: {
            secrets: [...secrets, ...[...generated.values()].flatMap((one) => one.secrets)],
            of: (machine) => desired.get(machine) ?? { files: [], captures: [] },
            toMake: (machine) => [...(generated.get(machine)?.made.keys() ?? [])].sort(),
        },
    };
}
function unopened(name) {
    throw new Error(`generated "${name}" is named by no template`);
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

/***/ 20912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ unpackTar),
/* harmony export */   nG: () => (/* binding */ packTar),
/* harmony export */   wl: () => (/* binding */ listTar)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38321);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56118);



async function packTar(files) {
    const archive = (0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.pack)();
    for (const file of files)
        archive.entry({ name: file.path, mode: file.mode }, file.bytes);
    archive.finalize();
    return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.buffer)(archive);
}
/** Reads all entries of an archive. A hard link becomes a symlink to the path that it names. */
async function unpackTar(archive) {
    const entries = [];
    for await (const entry of node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([archive]).pipe((0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.extract)())) {
        const { header } = entry;
        entries.push({
            path: header.name,
            type: typeOf(header.type),
            mode: (header.mode ?? 0) & 0o7777,
            owner: header.uname || String(header.uid ?? 0),
            group: header.gname || String(header.gid ?? 0),
            ...(header.linkname ? { link: header.linkname } : {}),
            bytes: await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.buffer)(entry),
        });
    }
    return entries;
}
/** Lists the entries of an archive, without their bytes. They are hostile until checked. */
async function listTar(archive) {
    const entries = [];
    for await (const entry of node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([archive]).pipe((0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.extract)())) {
        entry.resume();
        const { name, type, linkname } = entry.header;
        const plain = typeOf(type);
        const isSymlink = type === 'symlink';
        entries.push({
            path: name,
            type: isSymlink ? 'symlink' : plain === 'link' ? 'other' : plain,
            ...(isSymlink && linkname ? { link: linkname } : {}),
        });
    }
    return entries;
}
function typeOf(type) {
    if (type === 'file' || type === 'contiguous-file')
        return 'file';
    if (type === 'directory')
        return 'folder';
    if (type === 'symlink' || type === 'link')
        return 'link';
    return 'other';
}


/***/ }),

/***/ 78187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ restorePlaceholders)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6637);
/* harmony import */ var _encodings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69627);
/* harmony import */ var _matcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22512);




/**
 * Replaces each secret in an observed file by its placeholder. Undefined when that
 * is not possible, because the file is binary and holds a secret, or a part of one
 * is left over: the file must not be kept then. Bytes without secrets stay as they are.
 */
function restorePlaceholders({ found, file, secrets }) {
    if (file !== undefined && found.equals(file.bytes.reveal()))
        return file.shown;
    // One character for each byte, so that what is not UTF-8 stays as it is.
    const text = found.toString('latin1');
    if (found.includes(0) || !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(found)) {
        return holdsSecret(text, (0,_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .makeMatcher */ .F)(patternsOf(secrets, 'binary'))) ? undefined : found;
    }
    const matcher = (0,_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .makeMatcher */ .F)(patternsOf(secrets, 'text'));
    const restored = matcher.replace(text);
    return holdsSecret(restored, matcher) ? undefined : Buffer.from(restored, 'latin1');
}
function patternsOf(secrets, kind) {
    const patterns = new Map();
    const add = (text, replacement) => {
        if (!patterns.has(text))
            patterns.set(text, { text, replacement });
    };
    for (const secret of secrets) {
        const own = latin1(Buffer.from((0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholder */ .q)(secret)));
        add(own, own);
        for (const { text, form } of (0,_encodings_js__WEBPACK_IMPORTED_MODULE_3__/* .listEncodings */ .l)(secret.reveal())) {
            const replacement = latin1(Buffer.from((0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholder */ .q)(secret, form)));
            // The placeholder itself stays, even where its words are some secret's value.
            add(replacement, replacement);
            add(latin1(Buffer.from(text)), replacement);
            if (kind === 'text')
                continue;
            const wide = Buffer.from(text, 'utf16le');
            add(latin1(wide), replacement);
            add(latin1(wide.swap16()), replacement);
        }
    }
    return patterns.values();
}
function latin1(bytes) {
    return bytes.toString('latin1');
}
function holdsSecret(text, matcher) {
    return matcher
        .find(text)
        .some(({ patterns }) => patterns.some((pattern) => pattern.text !== pattern.replacement));
}


/***/ })

};
