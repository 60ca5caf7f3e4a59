export const id = 652;
export const ids = [652];
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

/***/ 40652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73636);
/* harmony import */ var _branch_flock_view_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37012);
/* harmony import */ var _remote_form_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63285);
/* harmony import */ var _task_sessions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25655);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(44138);
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







const limits = { timeoutMs: 30 * 60_000 };
const keptBytes = 64 * 1024;
const run = (0,_operation_js__WEBPACK_IMPORTED_MODULE_5__/* .fleetOperation */ .o)({
    records: () => true,
    connects: true,
    prepare: async (_ports, { view, request }) => {
        const { command } = request;
        if (command === undefined || command.trim() === '') {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F('run: no command given', {
                reason: 'invalid-argument',
                hint: 'Write it after "--": drover run all -- uptime. In a workflow, give the input "command".',
            });
        }
        // Here and not at each machine: what cannot be said to a shell is refused before any is reached.
        (0,_base_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .loginShellLine */ .G7)((0,_remote_form_request_js__WEBPACK_IMPORTED_MODULE_3__/* .asRoot */ .t)(argvOf(command), { become: true }));
        return (task) => runOn(task, { view, command });
    },
});
function argvOf(command) {
    return ['sh', '-c', command];
}
async function runOn(task, { view, command }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { ports, machine } = task;
        const session = __addDisposableResource(env_1, await (0,_task_sessions_js__WEBPACK_IMPORTED_MODULE_4__/* .openSession */ .fA)(task, (0,_branch_flock_view_js__WEBPACK_IMPORTED_MODULE_2__/* .identityOf */ .cu)(view, machine.name)), true);
        const ended = await session.exec({ argv: argvOf(command) }, {
            ...limits,
            maxBytes: keptBytes,
            onLine: (line, stream) => task.output(line, stream),
            ...(ports.signal === undefined ? {} : { signal: ports.signal }),
        });
        const { code, signal, truncated } = ended;
        const text = (bytes) => ports.clean(bytes.toString('utf8'));
        const data = {
            kind: 'answer',
            code,
            signal,
            stdout: text(ended.stdout),
            stderr: text(ended.stderr),
            truncated,
        };
        const event = { command: ports.clean(command) };
        const message = `the command ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_6__/* .describeEnd */ .l)(ended)}`;
        if ((0,_base_command_js__WEBPACK_IMPORTED_MODULE_6__/* .succeeded */ .g)(ended))
            return { kind: 'ok', reason: 'done', message, data, event };
        return { kind: 'failed', reason: signal === null ? 'command-failed' : 'killed', message, data, event };
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

/***/ 63285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ formRequest),
/* harmony export */   t: () => (/* binding */ asRoot)
/* harmony export */ });
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73636);

/**
 * How a command is asked for. OpenSSH takes no input before it has started the command (the window of its session is 0
 * until then), so input is a round trip of its own; text that may show goes with the request.
 * Throws as `loginShellLine` does.
 */
function formRequest({ command, become, }) {
    const { argv, stdin, inputMayShow } = command;
    if (inputMayShow === true && typeof stdin === 'string') {
        const line = formWhole({ argv, stdin, become });
        if ((0,_base_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .fitsLoginShell */ ._y)(line))
            return { line, isWhole: true };
    }
    const line = (0,_base_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .loginShellLine */ .G7)(asRoot(argv, { become }));
    return { line, isWhole: false, ...(stdin === undefined ? {} : { stdin }) };
}
/** What is run as root by a login user that may not be root. */
function asRoot(argv, { become }) {
    return become ? ['sudo', '-n', '--', ...argv] : argv;
}
/** sudo writes the command that it runs into the machine's log: not a script of a hundred lines. */
function formWhole({ argv, stdin, become }) {
    const isScript = argv.join(' ') === 'sh -s';
    if (isScript && !become)
        return `exec ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteCommand */ .ch)(['sh', '-c', stdin])} </dev/null`;
    return `printf %s ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWord */ .XW)(stdin)} | ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteCommand */ .ch)(asRoot(argv, { become }))}`;
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
