import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 40406:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("./crypto/build/Release/sshcrypto.node");

/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 64573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("cpu-features");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 71553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 53916:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 38321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 35245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ succeeded),
/* harmony export */   l: () => (/* binding */ describeEnd)
/* harmony export */ });
/** True only for an exit with status 0. */
function succeeded(ended) {
    return ended.code === 0 && ended.signal === null;
}
/** `exited with 1`, `was ended by SIGKILL`. */
function describeEnd(ended) {
    if (ended.signal !== null)
        return `was ended by ${ended.signal}`;
    if (ended.code === null)
        return 'ended without an exit status';
    return `exited with ${ended.code}`;
}


/***/ }),

/***/ 45145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ DroverError),
/* harmony export */   TG: () => (/* binding */ throwIfInvalid),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   j$: () => (/* binding */ formatLocation)
/* harmony export */ });
/**
 * Every error that Drover raises on purpose. The message reads
 * `subject: what happened: cause`, lowercase, on one line; advice is in `hint`.
 */
class DroverError extends Error {
    reason;
    hint;
    at;
    constructor(message, details) {
        super(message, { cause: details.cause });
        this.name = 'DroverError';
        this.reason = details.reason;
        if (details.hint !== undefined)
            this.hint = details.hint;
        if (details.at !== undefined)
            this.at = details.at;
    }
}
/** Wrong input. The error carries all problems that were found, never only the first. */
class InputError extends DroverError {
    problems;
    constructor(problems) {
        const [first] = problems;
        const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
        super(`${first.message}${more}`, first);
        this.name = 'InputError';
        this.problems = problems;
    }
}
/** Throws one InputError with all problems, if there are any. */
function throwIfInvalid(problems) {
    const [first, ...rest] = problems;
    if (first !== undefined)
        throw new InputError([first, ...rest]);
}
/** `file:line:column`, as far as these are known. */
function formatLocation(at) {
    return [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
}


/***/ }),

/***/ 247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ countOf)
/* harmony export */ });
/** `1 file`, `3 files`; for other plurals `countOf(2, 'try', 'tries')`. */
function countOf(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
}


/***/ }),

/***/ 49746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ neutralise)
/* harmony export */ });
/**
 * Makes output from a machine safe for a log: the text can neither move a terminal's
 * cursor, nor reverse the direction of reading, nor give the Actions runner a command.
 * Lines end in `\n`. Neutralising twice changes nothing more.
 */
function neutralise(text) {
    // ANSI first: a sequence between two characters may hide a command or a line ending.
    const plain = text.replace(ansi, '').replace(lineEndings, '\n').replace(controls, shownAsHex);
    return defuseCommands(plain.replace(reordering, shownAsCodePoint));
}
/**
 * ECMA-48 control sequences, strings (OSC, DCS, SOS, PM, APC; the terminator on
 * the same line) and short escapes, in the 7-bit and the 8-bit form. The
 * rest of a broken sequence is shown.
 */
const ansi = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\r\n]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-OQ-WYZ\\`-~]/g;
const lineEndings = /\r\n?/g;
const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;
// Separators of lines and paragraphs are here because a browser breaks the line at them.
const reordering = /[\u2028-\u202e\u2066-\u2069]/g;
/**
 * The runner takes `::name …::` at the start of a line, after white space, and
 * `##[name]` anywhere in it (actions/runner, ActionCommand.cs). It compares as
 * .NET's cultures do, which skips characters without a width.
 */
const commandAtStart = /^[ \t\p{Zs}\p{Cf}\p{DI}]*:(?=[\p{Cf}\p{DI}]*:)/gmu;
const commandAnywhere = /#(?=[\p{Cf}\p{DI}]*#[\p{Cf}\p{DI}]*\[)/gu;
function defuseCommands(text) {
    return text.replace(commandAtStart, (start) => `${start.slice(0, -1)}\\:`).replace(commandAnywhere, '#\\');
}
function shownAsHex(character) {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
function shownAsCodePoint(character) {
    return `\\u{${character.charCodeAt(0).toString(16)}}`;
}


/***/ }),

/***/ 3531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ requirePushed),
/* harmony export */   I: () => (/* binding */ findCheckout)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(45145);
/* harmony import */ var _base_text_count_of_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(247);
/* harmony import */ var _system_run_process_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(51553);




/** undefined outside of any repository. */
async function findCheckout(folder) {
    const [top, branch, origin] = await Promise.all([
        ask(folder, ['rev-parse', '--show-toplevel']),
        ask(folder, ['symbolic-ref', '--quiet', '--short', 'HEAD']),
        ask(folder, ['remote', 'get-url', 'origin']),
    ]);
    if (top === undefined)
        return undefined;
    return {
        folder: top,
        ...(branch === undefined ? {} : { branch }),
        ...(origin === undefined ? {} : { origin }),
    };
}
/**
 * Drover works from commits in the repository, so that every machine can be
 * traced to one. Changes in a checkout of the config branch that were not
 * committed or not pushed would have no effect, so they are refused.
 * Throws `checkout-dirty`.
 */
async function requirePushed(checkout, branch) {
    if (checkout.branch !== branch)
        return;
    const [status, ahead] = await Promise.all([
        ask(checkout.folder, ['status', '--porcelain', '--untracked-files=normal']),
        ask(checkout.folder, ['rev-list', '--count', `origin/${branch}..HEAD`]),
    ]);
    const changed = (status ?? '').split('\n').filter((line) => line !== '');
    if (changed.length > 0) {
        const names = changed.slice(0, 5).map((line) => line.slice(3));
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`checkout: ${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_2__/* .countOf */ .p)(changed.length, 'file')} of "${branch}" not committed: ${names.join(', ')}`, {
            reason: 'checkout-dirty',
            hint: `Commit and push them, or put them aside with "git stash". To work from what is pushed, give --repository ${checkout.origin ?? 'URL'}.`,
        });
    }
    if (ahead !== undefined && ahead !== '0') {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`checkout: ${ahead} ${ahead === '1' ? 'commit' : 'commits'} of "${branch}" not pushed`, {
            reason: 'checkout-dirty',
            hint: `Run "git push". To work from what is pushed, give --repository ${checkout.origin ?? 'URL'}.`,
        });
    }
}
async function ask(folder, words) {
    const ended = await (0,_system_run_process_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)({ argv: ['git', '-C', folder, ...words], timeoutMs: 30_000 });
    return (0,_base_command_js__WEBPACK_IMPORTED_MODULE_3__/* .succeeded */ .g)(ended) ? ended.stdout.toString('utf8').replace(/\n$/, '') : undefined;
}


/***/ }),

/***/ 51553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ runProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(78474);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(58500);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(45145);





/** How long a process that was told to end may take before it is killed. */
const graceMs = 500;
/**
 * Runs a program of this computer to its end; any exit status is a result, not an error.
 * Throws `missing-tool` if the program does not exist, `timed-out` after `timeoutMs` and `cancelled`
 * on abort; then the program and all its children were told to end, and killed if they did not.
 */
async function runProcess(command) {
    const started = performance.now();
    const [program = '', ...args] = command.argv;
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(program);
    if (command.signal?.aborted)
        throw explain(name, { [aborted]: command.signal.reason });
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        // A process group of its own is the only handle on everything that the program starts.
        detached: true,
        ...(command.env === undefined ? {} : { env: command.env }),
    });
    const cap = command.maxBytes ?? 1024 * 1024;
    const stdout = collect(child.stdout, cap);
    const stderr = collect(child.stderr, cap);
    const interrupted = interruption(command);
    try {
        await Promise.race([(0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'spawn'), interrupted.promise]);
        feed(child, command.stdin);
        const [code, signal] = (await Promise.race([(0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close'), interrupted.promise]));
        return {
            code,
            signal,
            stdout: stdout.bytes(),
            stderr: stderr.bytes(),
            truncated: stdout.dropped() || stderr.dropped(),
            durationMs: performance.now() - started,
        };
    }
    catch (cause) {
        await endGroup(child);
        throw explain(name, cause);
    }
    finally {
        interrupted.stop();
    }
}
function collect(stream, cap) {
    const chunks = [];
    let size = 0;
    let dropped = false;
    stream.on('data', (chunk) => {
        const kept = chunk.subarray(0, Math.max(0, cap - size));
        dropped ||= kept.length < chunk.length;
        size += kept.length;
        if (kept.length > 0)
            chunks.push(kept);
    });
    return { bytes: () => Buffer.concat(chunks), dropped: () => dropped };
}
function feed(child, input) {
    // A program may end without reading its input; its exit then says more than EPIPE does.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
}
const timedOut = Symbol('timed out');
const aborted = Symbol('aborted');
/** Rejects when the deadline passes or the caller cancels. */
function interruption({ timeoutMs, signal }) {
    let stop = () => undefined;
    const promise = new Promise((_resolve, reject) => {
        const timer = timeoutMs === undefined ? undefined : setTimeout(() => reject({ [timedOut]: timeoutMs }), timeoutMs);
        const abort = () => reject({ [aborted]: signal?.reason });
        signal?.addEventListener('abort', abort, { once: true });
        stop = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', abort);
        };
    });
    promise.catch(() => undefined);
    return { promise, stop };
}
async function endGroup(child) {
    const { pid } = child;
    if (pid === undefined)
        return;
    const closed = (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, 'close').catch(() => undefined);
    for (const signal of ['SIGTERM', 'SIGKILL']) {
        signalGroup(pid, signal);
        await Promise.race([closed, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(graceMs, undefined, { ref: false })]);
    }
    for (const stream of [child.stdin, child.stdout, child.stderr])
        stream?.destroy();
    child.unref();
}
function signalGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch {
        // ESRCH: the process is gone. EPERM: it runs as root through sudo, and ends by itself or stays.
    }
}
function explain(name, cause) {
    if (has(cause, aborted)) {
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .DroverError */ .F(`"${name}": cancelled`, { reason: 'cancelled', cause: cause[aborted] });
    }
    if (has(cause, timedOut)) {
        const limit = `${Number(cause[timedOut]) / 1000} s`;
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .DroverError */ .F(`"${name}": did not end within ${limit}`, { reason: 'timed-out' });
    }
    const { code, message } = cause;
    if (code === 'ENOENT' || code === 'EACCES') {
        const why = code === 'ENOENT' ? 'no such program' : 'not allowed';
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .DroverError */ .F(`"${name}": cannot be run: ${why}`, {
            reason: 'missing-tool',
            hint: `Install "${name}", or make sure that PATH names its folder.`,
            cause,
        });
    }
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .DroverError */ .F(`"${name}": cannot be run: ${message}`, { reason: 'command-failed', cause });
}
function has(value, key) {
    return typeof value === 'object' && value !== null && key in value;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  RM: () => (/* binding */ startAction),
  PO: () => (/* binding */ startCli),
  V2: () => (/* binding */ startPost),
  t5: () => (/* binding */ sweepLocalFlock)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(73136);
;// CONCATENATED MODULE: ./build/node-globals.js


// A module of ssh2 that was compiled to CommonJS asks for these when it is loaded;
// in the ESM bundle of ncc they do not exist (vercel/ncc#749). Must be imported first.
const place = globalThis;
place.__filename ??= (0,external_node_url_.fileURLToPath)(import.meta.url);
place.__dirname ??= (0,external_node_path_.dirname)(place.__filename);

// EXTERNAL MODULE: ./build/base/text/neutralise.js
var neutralise = __nccwpck_require__(49746);
// EXTERNAL MODULE: ./build/ledger/git/checkout.js
var git_checkout = __nccwpck_require__(3531);
;// CONCATENATED MODULE: ./build/main.js





/** The folder above `dist/`. Not `new URL('..', import.meta.url)`: ncc would take it for an asset. */
const toolkit = (0,external_node_path_.dirname)((0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url)));
/** `bin/drover.js`: the command line. */
async function startCli() {
    guard();
    const [{ runCli }, { processTerminal }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(2733), __nccwpck_require__.e(4471), __nccwpck_require__.e(1982)]).then(__nccwpck_require__.bind(__nccwpck_require__, 81982)),
        __nccwpck_require__.e(/* import() */ 6813).then(__nccwpck_require__.bind(__nccwpck_require__, 6813)),
    ]);
    return await end(await runCli(process.argv.slice(2), processTerminal({ toolkit, load })));
}
/** `bin/action.js`: one step of a job. */
async function startAction() {
    guard();
    const { runAction } = await Promise.all(/* import() */[__nccwpck_require__.e(2857), __nccwpck_require__.e(2733), __nccwpck_require__.e(4471), __nccwpck_require__.e(5779)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5779));
    await runAction(process.env, { toolkit, load });
    return await end(Number(process.exitCode ?? 0));
}
/** `bin/post.js`: what GitHub runs behind the step, whatever became of it. */
async function startPost() {
    guard();
    const { runPost } = await Promise.all(/* import() */[__nccwpck_require__.e(2857), __nccwpck_require__.e(2733), __nccwpck_require__.e(4471), __nccwpck_require__.e(5779)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5779));
    await runPost(process.env, { toolkit, load });
    return await end(Number(process.exitCode ?? 0));
}
/** Ends all local machines of a flock, known to a ledger or not: how the demo clears away one that was killed. */
async function sweepLocalFlock(flock) {
    const local = await __nccwpck_require__.e(/* import() */ 2889).then(__nccwpck_require__.bind(__nccwpck_require__, 52889));
    return local.sweepLocalFlock(flock, process.env);
}
const worlds = [];
/** Keeps each world in sight of the guard, which must know its secrets. */
async function load({ checkoutAt } = {}) {
    const checkout = checkoutAt === undefined ? undefined : (0,git_checkout/* findCheckout */.I)(checkoutAt);
    // Told to who waits for it.
    checkout?.catch(() => { });
    const { createApp } = await Promise.all(/* import() */[__nccwpck_require__.e(2857), __nccwpck_require__.e(8815), __nccwpck_require__.e(8406), __nccwpck_require__.e(6915), __nccwpck_require__.e(7012), __nccwpck_require__.e(3725), __nccwpck_require__.e(2094), __nccwpck_require__.e(2733), __nccwpck_require__.e(6433)]).then(__nccwpck_require__.bind(__nccwpck_require__, 76433));
    return {
        createApp: (settings) => {
            const world = createApp(checkout === undefined ? settings : { ...settings, checkout });
            worlds.push(world);
            return world;
        },
    };
}
/** What is thrown outside of every await: Node would print it whole, secrets and all, and exit with 1. */
function guard() {
    process.on('uncaughtException', (error) => {
        const stack = worlds.reduce((text, world) => world.clean(text), (0,neutralise/* neutralise */.$)(error.stack ?? error.message));
        process.stderr.write(`${stack}\ndrover: a defect of Drover: report it with the lines above to its maintainers\n`);
        void end(70);
    });
    for (const stream of [process.stdout, process.stderr]) {
        // Whoever reads us may stop reading (`drover list | head`). The work goes on, and its exit status counts.
        stream.on('error', (error) => {
            if (error.code !== 'EPIPE')
                throw error;
        });
    }
}
/** Waits until all is written, then ends: what a library left open must not keep us. */
async function end(code) {
    for (const stream of [process.stdout, process.stderr]) {
        await new Promise((resolve) => {
            stream.write('', () => resolve());
        });
    }
    process.exit(code);
}

var __webpack_exports__startAction = __webpack_exports__.RM;
var __webpack_exports__startCli = __webpack_exports__.PO;
var __webpack_exports__startPost = __webpack_exports__.V2;
var __webpack_exports__sweepLocalFlock = __webpack_exports__.t5;
export { __webpack_exports__startAction as startAction, __webpack_exports__startCli as startCli, __webpack_exports__startPost as startPost, __webpack_exports__sweepLocalFlock as sweepLocalFlock };
