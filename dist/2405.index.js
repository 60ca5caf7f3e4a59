export const id = 2405;
export const ids = [2405];
export const modules = {

/***/ 30742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Hex. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}


/***/ }),

/***/ 87306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mt: () => (/* binding */ unreachableReasons),
/* harmony export */   nN: () => (/* binding */ asDroverError),
/* harmony export */   uq: () => (/* binding */ kindOfFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const unreachableReasons = [
    'unreachable',
    'host-key-unknown',
    'host-key-mismatch',
    'authentication-failed',
];
/** No session could be made: nothing on the machine was changed. */
function kindOfFailure(reason) {
    if (reason === 'not-touched')
        return 'skipped';
    return unreachableReasons.includes(reason) ? 'unreachable' : 'failed';
}
/** Every thrown thing as an error with a reason; what Drover did not throw on purpose is a defect of Drover. */
function asDroverError(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`drover: ${message}`, {
        reason: 'bug',
        hint: 'This is a defect of Drover. Please report it with the lines above.',
        cause: thrown,
    });
}


/***/ }),

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

/***/ 28804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   certbot: () => (/* binding */ certbot)
/* harmony export */ });
/* harmony import */ var _certificates_certify_machine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73906);
/* harmony import */ var _certificates_prepare_certificates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61016);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44138);



/** Gives machines the certificates that the flock asks for: restored, ordered, renewed, made or put. */
const certbot = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .fleetOperation */ .o)({
    records: ({ dryRun }) => !dryRun,
    connects: true,
    prepare: async (ports, { view, machines, request }) => {
        const work = await (0,_certificates_prepare_certificates_js__WEBPACK_IMPORTED_MODULE_1__/* .prepareCertificates */ .K)(ports, { view, machines });
        const { dryRun: isDryRun, force: isForced } = request;
        return (task) => (0,_certificates_certify_machine_js__WEBPACK_IMPORTED_MODULE_0__/* .certifyMachine */ .e)(task, { ...work, isDryRun, isForced });
    },
});


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
/** All entries of an archive. Hard links are given as links to the path they name. */
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
/** What an archive holds, without the bytes of it. Hostile until checked. */
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

/***/ 80168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ holderLine),
/* harmony export */   S: () => (/* binding */ newId)
/* harmony export */ });
/** Tells a contender who holds the lock of a machine. */
function holderLine({ ports, machine }) {
    const since = new Date(ports.clock.now()).toISOString();
    return `run ${ports.run.id} of ${ports.run.actor}, on ${machine.name} since ${since}`;
}
/** 16 hexadecimal digits for one attempt at changing a machine. */
function newId(clock) {
    const half = () => Math.floor(clock.random() * 0xffffffff)
        .toString(16)
        .padStart(8, '0');
    return `${half()}${half()}`;
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

/***/ 33963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ seconds),
/* harmony export */   z: () => (/* binding */ places)
/* harmony export */ });
/** Where Drover keeps what it needs on a machine. */
const places = {
    /** Only root looks in here. */
    library: '/var/lib/drover',
    /** A folder for each transaction that is under way. */
    transactions: '/var/lib/drover/tx',
    /** The last few changes, newest last, as they can be undone. */
    undo: '/var/lib/drover/undo',
    /** Link to the transaction that has begun to change files and is not confirmed. Its removal is what makes a change last. */
    current: '/var/lib/drover/current',
    /** How the newest transaction ended: `ID changed` or `ID rolled-back WHY`. */
    last: '/var/lib/drover/last',
    /** Every path that Drover put here, one a line, see `encodeManaged`. */
    files: '/var/lib/drover/files',
    /** `ROLE DIGEST` a line: the roles that this machine has, as they were when they ran. */
    baseline: '/var/lib/drover/baseline',
    /** A folder for each kind of long work: what it needs, what it prints, how it ended. */
    transient: '/var/lib/drover/transient',
    /** `NAME/SHA256`: what links of artifacts lead to. */
    artifacts: '/var/lib/drover/artifacts',
    /** A folder for each version of the program that carries out changes, named by its digest. */
    program: '/var/lib/drover/program',
    stamp: '/etc/drover/stamp.json',
    stampEnv: '/etc/drover/stamp.env',
    lock: '/run/drover/lock',
    holder: '/run/drover/holder',
    /** Id of the transaction that may write. */
    token: '/run/drover/token',
    /** A file here with the name of a point holds a transaction at that point until it is removed: for whoever wants to look, and for tests. */
    hold: '/run/drover/hold',
    recoverUnit: '/etc/systemd/system/drover-recover.service',
};
/**
 * How long things take on a machine, in seconds. The sums matter: a machine
 * that nobody confirms is back to the old files within 35 s, and a lock whose
 * holder died is free within 20 s.
 */
const seconds = {
    /** Silence of the holder after which it counts as dead; it speaks every 3 s. */
    heartbeat: 10,
    confirm: 20,
    validation: 120,
    followUp: 300,
    check: 60,
    /** For what follows a revert when nobody listens any more: the lock must come free. */
    lastFollowUp: 5,
    /** After the swap begins, how soon the machine looks whether its transaction still has somebody who cares. */
    watch: 5,
};


/***/ })

};
