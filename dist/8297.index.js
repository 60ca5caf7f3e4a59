export const id = 8297;
export const ids = [8297];
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

/***/ 18297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ definition)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/system/as-root.js
var as_root = __webpack_require__(93291);
;// CONCATENATED MODULE: ./build/dns/hosts/hosts-lines.js
/** Replaces our lines for the name by one line with this address. */
function pointLines({ text, flock }, record) {
    const lines = splitLines(text);
    const foreign = lines.findIndex((line) => !isOurs(line, { flock, record }) && givesAnother(line, record));
    if (foreign >= 0)
        return { kind: 'taken', line: foreign + 1, by: ownerOf(lines[foreign] ?? '') };
    const desired = ourLine({ flock, record });
    const first = lines.findIndex((line) => isOurs(line, { flock, record }));
    const isThere = lines.some((line) => fieldsOf(line).names.includes(record.name));
    if (first < 0)
        return isThere ? { kind: 'same' } : { kind: 'changed', text: joinLines([...lines, desired]) };
    const kept = lines.flatMap((line, index) => {
        if (index === first)
            return [desired];
        return isOurs(line, { flock, record }) ? [] : [line];
    });
    const changed = joinLines(kept);
    return changed === text ? { kind: 'same' } : { kind: 'changed', text: changed };
}
/** The text without our line that gives the name this address; undefined when there is none. */
function removeLines({ text, flock }, record) {
    const lines = splitLines(text);
    const kept = lines.filter((line) => !isOurs(line, { flock, record }) || fieldsOf(line).address !== record.address);
    return kept.length === lines.length ? undefined : joinLines(kept);
}
const markOf = (flock) => `# drover: flock ${flock}`;
function ourLine({ flock, record }) {
    return `${record.address}\t${record.name}\t${markOf(flock)}`;
}
/** Whether a line has exactly the form that Drover writes. A person who edits a line makes it their own. */
function isOurs(line, { flock, record }) {
    const [address = '', ...rest] = line.split('\t');
    return /^[0-9a-f.:]+$/.test(address) && rest.join('\t') === `${record.name}\t${markOf(flock)}`;
}
function givesAnother(line, { name, address }) {
    const fields = fieldsOf(line);
    return fields.names.includes(name) && fields.address !== address;
}
function ownerOf(line) {
    const flock = /# drover: flock ([a-z0-9-]+)$/.exec(line)?.[1];
    return flock === undefined ? 'a line that Drover did not write' : `the flock "${flock}"`;
}
/** hosts(5): an address and names between blanks, up to a "#". Names know no case. */
function fieldsOf(line) {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().toLowerCase().split(/\s+/);
    return { address, names };
}
function splitLines(text) {
    const lines = text.split('\n');
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
function joinLines(lines) {
    return lines.map((line) => `${line}\n`).join('');
}

;// CONCATENATED MODULE: ./build/dns/hosts/hosts-dns.js







/** More attempts than there are processes that could change the file in between. */
const tries = 50;
const scriptMs = 30_000;
/** The hosts file of this computer, whose names only this computer knows. Needs root, or sudo without a password. */
function makeHostsDns({ flock, path = '/etc/hosts', signal }) {
    /** Reads, decides and replaces, and starts again when another process changed the file in between. False: there was nothing to change. */
    const edit = async (name, decide) => {
        for (let count = 1; count <= tries; count += 1) {
            const bytes = await read(path);
            const text = decide({ text: bytes?.toString('latin1') ?? '', flock });
            if (text === undefined)
                return false;
            const run = (await canReplace(path)) ? as_root/* runAsSelf */.U : as_root/* runAsRoot */.y;
            const said = await run({
                subject: `"${path}"`,
                rootHint: 'Run it as root, or allow this user sudo without a password. Or take another DNS than "hosts".',
                failure: `hosts: "${name}": "${path}" could not be written`,
                reason: 'dns-failed',
                script: (0,program/* programText */.Q)('dns/replace-hosts.sh'),
                args: [path, bytes === undefined ? 'absent' : (0,digest/* sha256 */.s)(bytes)],
                stdin: Buffer.from(text, 'latin1'),
                timeoutMs: scriptMs,
                signal,
            });
            if (said.trim() === 'replaced')
                return true;
        }
        throw new errors/* DroverError */.F(`hosts: "${name}": "${path}" was changed by others ${tries} times meanwhile`, {
            reason: 'dns-failed',
            hint: 'Find out what keeps changing the file, then run it again.',
        });
    };
    let last = Promise.resolve();
    /** Lets the machines of one run take turns: at once, each would make the others read the file again. */
    const inTurn = async (work) => {
        const mine = last.then(work, work);
        last = mine.catch(() => undefined);
        return mine;
    };
    return {
        name: 'hosts',
        point: async (record) => inTurn(() => edit(record.name, (text) => pointedText(text, { record, path }))),
        remove: async (record) => inTurn(() => edit(record.name, (text) => removeLines(text, record))),
    };
}
function pointedText(text, { record, path }) {
    const pointed = pointLines(text, record);
    if (pointed.kind === 'taken') {
        throw new errors/* DroverError */.F(`hosts: "${record.name}": line ${pointed.line} of "${path}" gives it another address: ${pointed.by}`, { reason: 'dns-failed', hint: 'Remove that line, or give the machine another name.' });
    }
    return pointed.kind === 'same' ? undefined : pointed.text;
}
async function read(path) {
    try {
        return await (0,promises_.readFile)(path);
    }
    catch (cause) {
        const { code, message } = cause;
        if (code === 'ENOENT')
            return undefined;
        throw new errors/* DroverError */.F(`hosts: "${path}" cannot be read: ${code ?? message}`, {
            reason: 'dns-failed',
            cause,
        });
    }
}
/** Whether this user can replace the file: a new file takes its place, and only root can give that to another owner. */
async function canReplace(path) {
    const target = await (0,promises_.realpath)(path).catch(() => path);
    const owner = await (0,promises_.stat)(target).then(({ uid }) => uid, () => undefined);
    const folder = await (0,promises_.access)((0,external_node_path_.dirname)(target), promises_.constants.W_OK).then(() => true, () => false);
    return folder && (owner === undefined || owner === process.getuid?.());
}

;// CONCATENATED MODULE: ./build/dns/hosts/definition.js

const definition = {
    name: 'hosts',
    settings: { DROVER_HOSTS_FILE: { meaning: 'the hosts file to write', byDefault: '`/etc/hosts`' } },
    create: ({ flock, env: { DROVER_HOSTS_FILE: path }, signal }) => makeHostsDns({ flock, ...(path ? { path } : {}), ...(signal === undefined ? {} : { signal }) }),
};


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
