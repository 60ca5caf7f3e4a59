export const id = 8903;
export const ids = [8903];
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
/** The kind of an outcome with this reason. `unreachable` means that no session could be opened, so that the machine is unchanged. */
function kindOfFailure(reason) {
    if (reason === 'not-touched')
        return 'skipped';
    return unreachableReasons.includes(reason) ? 'unreachable' : 'failed';
}
/** Turns anything thrown into an error with a reason. What Drover did not throw on purpose is a defect of Drover. */
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

/***/ 33963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   qs: () => (/* binding */ undosKept),
/* harmony export */   zn: () => (/* binding */ places)
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
    /** How long a check that fails is tried again, every half second: a service may need a moment to answer. */
    checkRetry: 10,
    /** For what follows a revert when nobody listens any more: the lock must come free. */
    lastFollowUp: 5,
    /** After the swap begins, how soon the machine looks whether its transaction still has somebody who cares. */
    watch: 5,
};
const undosKept = 3;


/***/ }),

/***/ 63549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ sharedValues)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33963);

/** What `configure/base.sh` and `configure/recover-other.sh` want, for a transaction and for long work. */
const sharedValues = {
    place_library: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.library,
    place_current: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current,
    place_last: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.last,
    place_lock: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.lock,
    place_holder: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.holder,
    place_token: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.token,
    place_hold: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.hold,
    seconds_last_follow_up: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp,
};


/***/ })

};
