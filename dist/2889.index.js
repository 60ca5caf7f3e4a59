export const id = 2889;
export const ids = [2889];
export const modules = {

/***/ 52889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweepLocalFlock: () => (/* binding */ sweepLocalFlock)
});

// EXTERNAL MODULE: ./build/providers/local/options.js
var local_options = __webpack_require__(71639);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/providers/local/as-root.js
var as_root = __webpack_require__(18270);
// EXTERNAL MODULE: ./build/providers/local/launch-input.js
var launch_input = __webpack_require__(68631);
;// CONCATENATED MODULE: ./build/providers/local/sweep.js




const sweepMs = 300_000;
/**
 * Ends all local machines of a flock, or of all flocks without `flock`, and removes what interrupted launches
 * left. Returns the ended machines as `FLOCK/MACHINE`. Roots stay, because they are only a cache.
 */
async function sweepLocal(options) {
    const network = options.network ?? local_options/* defaultNetwork */.cZ;
    (0,launch_input/* checkNetwork */.v8)(network);
    if (options.flock !== undefined)
        (0,launch_input/* checkName */.I3)(options.flock);
    const said = await (0,as_root/* runAsRoot */.y)({
        failure: 'local machines: could not all be ended',
        script: (0,program/* programText */.Q)('local/sweep.sh'),
        args: [
            options.stateDir ?? local_options/* defaultStateDir */.yD,
            options.flock ?? '',
            (0,local_options/* networkFolder */.ZM)(network),
            network.bridge,
            network.prefix,
        ],
        timeoutMs: sweepMs,
    });
    return said.split('\n').filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./build/app/sweep-local-flock.js


/** Ends all local machines of a flock; answers with what it ended. */
async function sweepLocalFlock(flock, env) {
    return sweepLocal({ flock, ...(0,local_options/* placeIn */.VV)(env) });
}


/***/ }),

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

/***/ 18270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ runAsRoot)
/* harmony export */ });
/* harmony import */ var _system_as_root_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93291);

/** `runAsRoot` of `system/as-root.ts`, with the words of local machines for its errors. */
async function runAsRoot(root) {
    return (0,_system_as_root_js__WEBPACK_IMPORTED_MODULE_0__/* .runAsRoot */ .y)({
        ...root,
        subject: 'local machines',
        rootHint: 'Run it again as root ("sudo npm run demo"), or allow this user sudo without a password.',
        reason: 'provider-failed',
    });
}


/***/ }),

/***/ 68631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I3: () => (/* binding */ checkName),
/* harmony export */   Ml: () => (/* binding */ checkLaunch),
/* harmony export */   t$: () => (/* binding */ newIdentity),
/* harmony export */   v8: () => (/* binding */ checkNetwork)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58936);


const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const userName = /^[a-z_][a-z0-9_-]{0,31}$/;
/** Checks everything of a request that becomes a path, a host name or an argument of a script that runs as root. */
function checkLaunch(request) {
    checkName(request.name);
    if (!userName.test(request.user)) {
        throw refused(`${request.name}: cannot be launched: "${request.user}" is no user name`);
    }
    if (request.authorizedKeys.some((key) => /[\r\n\0]/.test(key))) {
        throw refused(`${request.name}: cannot be launched: an authorized key has more than one line`);
    }
    return { settings: (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLocalSettings */ .AE)(request.settings) };
}
function checkName(name) {
    if (!label.test(name))
        throw refused(`local machines: "${name}" cannot be a name: it is no host name`);
}
/** Checks the network. The name of an interface has at most 15 characters, and nftables allows fewer kinds of them. */
function checkNetwork({ bridge, prefix }) {
    const octets = prefix.split('.').map(Number);
    const isPrefix = /^\d{1,3}\.\d{1,3}$/.test(prefix) && octets.every((octet) => octet < 256) && octets[0] !== 127;
    if (/^[a-z][a-z0-9]{0,10}$/.test(bridge) && isPrefix)
        return;
    throw refused(`local machines: the network "${bridge}" ${prefix} cannot be used: bad name or prefix`);
}
/** The parts of the identity that are known before the machine is made. */
function newIdentity({ id, request, at }) {
    return {
        provider: 'local',
        id,
        port: 22,
        user: request.user,
        createdAt: new Date(at).toISOString(),
        createdBy: request.runId,
    };
}
function refused(message) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(message, { reason: 'invalid-argument' });
}


/***/ }),

/***/ 71639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VV: () => (/* binding */ placeIn),
/* harmony export */   ZM: () => (/* binding */ networkFolder),
/* harmony export */   cZ: () => (/* binding */ defaultNetwork),
/* harmony export */   yD: () => (/* binding */ defaultStateDir)
/* harmony export */ });
const defaultStateDir = '/var/lib/drover/local';
const defaultNetwork = { bridge: 'drover0', prefix: '10.213' };
/**
 * The folder that records the addresses in use on a bridge. There is one for the whole computer, because
 * state folders may share a bridge.
 */
function networkFolder({ bridge }) {
    return `/var/lib/drover/network/${bridge}`;
}
/** `DROVER_LOCAL_DIR`: another folder than the computer's own for roots and machines. */
function placeIn({ DROVER_LOCAL_DIR: stateDir }) {
    return stateDir ? { stateDir } : {};
}


/***/ }),

/***/ 58936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AE: () => (/* binding */ parseLocalSettings),
/* harmony export */   bf: () => (/* binding */ settingsReference),
/* harmony export */   iU: () => (/* binding */ localProblems)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const settingsReference = {
    suite: { meaning: "Debian's code name", byDefault: '`bookworm`' },
    packages: {
        meaning: 'Debian packages of the root, besides those that every machine has',
        byDefault: 'none',
    },
};
const suite = /^[a-z]{3,20}$/;
// Debian Policy 5.6.1.
const packageName = /^[a-z0-9][a-z0-9+.-]+$/;
/** All problems of the settings of a machine with this name. */
function localProblems(machine, settings) {
    return readSettings(settings).wrong.map((what) => problem(`machines.${machine}: settings: ${what}`));
}
/** Parses the settings. Throws an InputError with all problems. */
function parseLocalSettings(settings) {
    const { wrong, parsed } = readSettings(settings);
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfInvalid */ .TG)(wrong.map((what) => problem(`settings: ${what}`)));
    return parsed;
}
function readSettings(settings) {
    const wrong = Object.keys(settings)
        .filter((key) => !Object.hasOwn(settingsReference, key))
        .map((key) => `"${key}" is not a setting of local machines`);
    const chosen = settings.suite ?? 'bookworm';
    if (typeof chosen !== 'string' || !suite.test(chosen))
        wrong.push('"suite" must be a Debian code name');
    const extra = settings.packages ?? [];
    if (!isPackages(extra))
        wrong.push('"packages" must be a list of Debian package names');
    return { wrong, parsed: { suite: String(chosen), packages: isPackages(extra) ? extra : [] } };
}
function isPackages(value) {
    return Array.isArray(value) && value.every((name) => typeof name === 'string' && packageName.test(name));
}
function problem(message) {
    return {
        message,
        reason: 'invalid-flock',
        hint: 'Local machines take the settings "suite" (by default bookworm) and "packages".',
    };
}


/***/ }),

/***/ 93291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ runAsSelf),
/* harmony export */   y: () => (/* binding */ runAsRoot)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _run_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51553);



/** Exit status of a script that says on its last line of stderr, in our words, why it gives up. */
const refusedStatus = 90;
/**
 * Runs a script as root, through sudo if necessary, and returns its standard output.
 * A started script runs to its end even when this process is killed, and each script
 * must be able to run again.
 */
async function runAsRoot(root) {
    await requireRoot(root);
    return runScript({ ...root, before: isRoot() ? [] : sudo });
}
/** Does the same as `runAsRoot`, with the rights of this process. */
async function runAsSelf(script) {
    return runScript({ ...script, before: [] });
}
async function runScript({ before, ...root }) {
    const ended = await (0,_run_process_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)({
        argv: [...before, 'sh', '-c', root.script, 'drover', ...root.args],
        stdin: root.stdin ?? '',
        timeoutMs: root.timeoutMs,
        ...(root.signal === undefined ? {} : { signal: root.signal }),
    });
    if ((0,_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .succeeded */ .g)(ended))
        return ended.stdout.toString();
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${root.failure}: ${why(ended)}`, { reason: root.reason });
}
function why(ended) {
    const lines = ended.stderr.toString().trim().split('\n');
    const last = lines.at(-1) ?? '';
    if (ended.code === refusedStatus && last !== '')
        return last;
    return last === '' ? (0,_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .describeEnd */ .l)(ended) : `${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .describeEnd */ .l)(ended)}: ${last}`;
}
const isRoot = () => process.getuid?.() === 0;
const sudo = ['sudo', '-n', '--'];
async function requireRoot({ subject, rootHint }) {
    if (isRoot())
        return;
    const allowed = await (0,_run_process_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)({ argv: [...sudo, 'true'] }).then(_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .succeeded */ .g, () => false);
    if (allowed)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${subject}: need root: sudo asks for a password or is not installed`, {
        reason: 'missing-tool',
        hint: rootHint,
    });
}


/***/ })

};
