export const id = 282;
export const ids = [282];
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

/***/ 40282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backup: () => (/* binding */ backup)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/secrets/seal/encrypt-stream.js



/**
 * Encrypts while bytes come, to every one of the recipients; `out` is ended behind the last. Holds a few
 * chunks of 64 KiB and no more. What was written without its end does not decrypt: age marks its last chunk.
 */
async function encryptStream(recipients, out) {
    const { Encrypter } = await __webpack_require__.e(/* import() */ 1539).then(__webpack_require__.bind(__webpack_require__, 81539));
    const encrypter = new Encrypter();
    for (const recipient of recipients)
        encrypter.addRecipient(recipient);
    const into = new external_node_stream_.PassThrough({ highWaterMark: 256 * 1024 });
    // Its errors are those of `done`, and of whoever listens.
    into.on('error', () => { });
    const encrypted = await encrypter.encrypt(external_node_stream_.Readable.toWeb(into));
    const done = (0,promises_.pipeline)(external_node_stream_.Readable.fromWeb(encrypted), out);
    // Whoever only writes must not be ended by a rejection that nobody waits for yet.
    done.catch(() => { });
    return { into, done };
}
/** Throws an InputError with every text that is no recipient of age. */
async function checkRecipients(recipients) {
    const { Encrypter } = await __webpack_require__.e(/* import() */ 1539).then(__webpack_require__.bind(__webpack_require__, 81539));
    const isGood = (recipient) => {
        try {
            new Encrypter().addRecipient(recipient);
            return true;
        }
        catch {
            return false;
        }
    };
    (0,errors/* throwIfInvalid */.TG)(recipients.filter((recipient) => !isGood(recipient)).map(noRecipient));
}
/** Somebody may have given the wrong half: it is not quoted. */
function noRecipient(text) {
    const shown = text.startsWith('age1') ? `"${text}"` : 'one of them';
    return {
        reason: 'invalid-argument',
        message: `recipients: ${shown} is no recipient of age`,
        hint: 'give those that begin with age1; "drover seal-key" prints one with its identity',
    };
}

// EXTERNAL MODULE: ./build/task/sessions.js
var sessions = __webpack_require__(25655);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
;// CONCATENATED MODULE: ./build/transfer/commands/backup.js

/** Statuses of our own, which neither bash nor tar has. */
const statuses = { missing: 44, nothing: 45 };
/** Answers with a compressed tar archive on standard output. */
function backupCommand(paths) {
    const words = paths.map(({ path, mayBeMissing }) => `${mayBeMissing ? 'optional' : 'needed'}:${path}`);
    return (0,program/* programCommand */.O)('transfer/backup.sh', {
        values: { status_missing: statuses.missing, status_nothing: statuses.nothing },
        args: words,
    });
}
function readBackupEnd({ code, stderr, }) {
    if (code === 0)
        return { kind: 'whole' };
    if (code === statuses.missing)
        return { kind: 'missing', paths: stderr.split('\0').filter(Boolean) };
    if (code === statuses.nothing)
        return { kind: 'nothing' };
    const lines = stderr.split('\n').flatMap((line) => /^tar: (.+)$/.exec(line)?.[1] ?? []);
    return { kind: code === 1 ? 'changing' : 'failed', lines };
}

// EXTERNAL MODULE: ./build/transfer/describe-size.js
var describe_size = __webpack_require__(94863);
// EXTERNAL MODULE: ./build/transfer/limits.js
var limits = __webpack_require__(69060);
// EXTERNAL MODULE: ./build/transfer/read-paths.js
var read_paths = __webpack_require__(64093);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
;// CONCATENATED MODULE: ./build/operations/backup/backup.js
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











const backup = (0,operation/* fleetOperation */.o)({
    records: () => true,
    connects: true,
    prepare: async (ports, { view, request }) => {
        const paths = (0,read_paths/* readBackupPaths */.b)(request.paths ?? []);
        const recipients = await recipientsOf(ports, request);
        const folder = (0,external_node_path_.join)(ports.files.folder(request.to), 'backups');
        return (task) => backUp(task, { view, paths, recipients, folder });
    },
});
async function recipientsOf(ports, { recipients = [] }) {
    if (recipients.length > 0) {
        await checkRecipients(recipients);
        return recipients;
    }
    return [(await ports.seal()).recipients[0]];
}
/** What the machine sends is encrypted as it comes: nothing of it is on this computer in another form. */
async function backUp(task, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine, ports } = task;
        const { view, paths, recipients, folder } = work;
        const time = new Date(ports.clock.now()).toISOString().replaceAll(/[-:.]/g, '');
        const path = (0,external_node_path_.join)(folder, `${machine.name}-${time}.tar.gz.age`);
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(task, (0,flock_view/* identityOf */.cu)(view, machine.name)), true);
        const saved = await task.step({ kind: 'transfer', text: 'back up' }, () => ports.files.save(path, async (out) => {
            const { into, done } = await encryptStream(recipients, out);
            const value = await readPaths(task, session, { paths, into });
            into.end();
            await done;
            return { value };
        }));
        return describe(saved, { paths, recipients, warnings: saved.value });
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
/** Answers with what tar had to say of files that changed while it read them. */
async function readPaths(task, session, { paths, into }) {
    const { signal } = task.ports;
    const ended = await session.exec(backupCommand(paths), {
        ...limits/* transferLimits */.E,
        into,
        ...(signal === undefined ? {} : { signal }),
    });
    const stderr = ended.stderr.toString('utf8');
    const end = readBackupEnd({ code: ended.code, stderr });
    switch (end.kind) {
        case 'whole':
            return [];
        case 'changing':
            for (const line of end.lines)
                task.warn(line);
            return end.lines;
        case 'missing':
            throw new errors/* DroverError */.F(`not on the machine: ${end.paths.join(', ')}`, {
                reason: 'command-failed',
                hint: 'Nothing was kept. Leave the path out, or write "?" behind one that may be missing.',
            });
        case 'nothing':
            throw new errors/* DroverError */.F('none of the paths is on the machine', {
                reason: 'command-failed',
                hint: 'Nothing was kept. Name a path that is there.',
            });
        case 'failed':
            throw new errors/* DroverError */.F(`tar ${(0,command/* describeEnd */.l)(ended)}: ${(end.lines.at(0) ?? stderr).trim().slice(-300)}`, {
                reason: ended.signal === null ? 'command-failed' : 'killed',
                hint: 'Nothing was kept. Ensure that bash, GNU tar and gzip are installed there, and look at what tar says.',
            });
    }
}
function describe({ path, size, sha256 }, { paths, recipients, warnings }) {
    const changed = warnings.length === 0 ? '' : `; while it was read: ${warnings.join('; ')}`;
    const facts = { size, sha256, paths: paths.map((one) => one.path), warnings };
    return {
        kind: 'ok',
        reason: 'done',
        message: `backed up to ${path} (${(0,describe_size/* describeSize */.j)(size)}, sha256 ${sha256})${changed}`,
        data: { kind: 'saved', file: path, ...facts },
        event: { file: path, recipients, ...facts },
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


/***/ }),

/***/ 64093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ wrongPath),
/* harmony export */   b: () => (/* binding */ readBackupPaths)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** Paths of machines as a person gives them, checked. Throws an InputError with all that are none. */
function readBackupPaths(words) {
    const paths = words.map((word) => ({ path: word.replace(/\?$/, ''), mayBeMissing: word.endsWith('?') }));
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfInvalid */ .TG)(paths.flatMap(({ path }) => wrongPath('paths', path)));
    return paths;
}
/** What keeps a path from being one file or folder of a machine and nothing else. */
function wrongPath(option, path) {
    const why = whyWrong(path);
    if (why === undefined)
        return [];
    const message = `${option}: ${JSON.stringify(path)} ${why}`;
    const hint = 'give the whole path, as in /etc/hosts, without ".", "..", "//" and a "/" at the end';
    return [{ reason: 'invalid-argument', message, hint }];
}
function whyWrong(path) {
    if (/[\u0000-\u001f\u007f]/.test(path))
        return 'holds a control character';
    if (!path.startsWith('/'))
        return 'is not absolute';
    if (path === '/')
        return 'is the whole machine';
    const parts = path.slice(1).split('/');
    return parts.some((part) => part === '' || part === '.' || part === '..') ? 'is not normalised' : undefined;
}


/***/ })

};
