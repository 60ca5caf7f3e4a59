export const id = 6302;
export const ids = [6302];
export const modules = {

/***/ 6302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeHostsDns: () => (/* binding */ makeHostsDns)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/system/as-root.js
var as_root = __webpack_require__(93291);
;// CONCATENATED MODULE: ./build/dns/hosts/hosts-lines.js
/** Makes our lines for the name one line with this address. */
function pointLines({ text, flock }, record) {
    const lines = splitLines(text);
    const foreign = lines.findIndex((line) => !isOurs(line, { flock, record }) && givesAnother(line, record));
    if (foreign >= 0)
        return { kind: 'taken', line: foreign + 1, by: ownerOf(lines[foreign] ?? '') };
    const wanted = ourLine({ flock, record });
    const first = lines.findIndex((line) => isOurs(line, { flock, record }));
    const isThere = lines.some((line) => fieldsOf(line).names.includes(record.name));
    if (first < 0)
        return isThere ? { kind: 'same' } : { kind: 'changed', text: joinLines([...lines, wanted]) };
    const kept = lines.flatMap((line, index) => {
        if (index === first)
            return [wanted];
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
/** Only what has exactly the form that we write; somebody who edits a line makes it theirs. */
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

;// CONCATENATED MODULE: ./build/dns/hosts/replace-script.js
/**
 * Puts standard input in the place of a file, if the file still has the digest that the new text was
 * made from: prints `replaced`, or `stale`. Whoever reads the file sees the old or the new one.
 * Holds a lock on the folder meanwhile, so that of two of us at once the second finds `stale`.
 *
 * Arguments: file, SHA-256 of what was read or `absent`.
 */
const replaceScript = `
set -eu
file=$1 expected=$2
target=$(readlink -f -- "$file")
exec 9<"$(dirname -- "$target")"
flock -w 20 9 || { echo "another process has held the lock for 20 s" >&2; exit 90; }
actual=absent
if [ -e "$target" ]; then
  actual=$(sha256sum <"$target")
  actual=\${actual%% *}
fi
if [ "$actual" != "$expected" ]; then
  echo stale
  exit 0
fi
new=$target.drover-new
rm -f -- "$new"
if [ "$actual" = absent ]; then
  (umask 022 && : >"$new")
else
  # Mode, owner and what else there is to a file; the bytes come next.
  cp -a -- "$target" "$new"
fi
cat >"$new"
sync -- "$new"
if mountpoint -q -- "$target"; then
  # In a container it is mostly mounted on its own: then rename says EBUSY.
  cat -- "$new" >"$target"
  rm -f -- "$new"
else
  mv -fT -- "$new" "$target"
fi
echo replaced
`;

;// CONCATENATED MODULE: ./build/dns/hosts/hosts-dns.js







/** More than there are processes that could come between. */
const tries = 50;
const scriptMs = 30_000;
/** The hosts file of this computer: names that only this computer knows. Needs root, or sudo without a password. */
function makeHostsDns({ flock, path = '/etc/hosts', signal }) {
    /** Reads, decides and replaces, again as long as another process comes between. False: nothing is to be changed. */
    const edit = async (name, decide) => {
        for (let count = 1; count <= tries; count += 1) {
            const bytes = await read(path);
            const text = decide({ text: bytes?.toString('latin1') ?? '', flock });
            if (text === undefined)
                return false;
            const run = (await canReplace(path)) ? as_root/* runAsSelf */.Ul : as_root/* runAsRoot */.yf;
            const said = await run({
                subject: `"${path}"`,
                rootHint: 'Run it as root, or allow this user sudo without a password. Or take another DNS than "hosts".',
                failure: `hosts: "${name}": "${path}" could not be written`,
                reason: 'dns-failed',
                script: replaceScript,
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
    /** The machines of one run one after another: at once, each would make the others read again. */
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
/** A file is replaced by a new one in its folder, which only root can give to another owner. */
async function canReplace(path) {
    const target = await (0,promises_.realpath)(path).catch(() => path);
    const owner = await (0,promises_.stat)(target).then(({ uid }) => uid, () => undefined);
    const folder = await (0,promises_.access)((0,external_node_path_.dirname)(target), promises_.constants.W_OK).then(() => true, () => false);
    return folder && (owner === undefined || owner === process.getuid?.());
}


/***/ }),

/***/ 93291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ul: () => (/* binding */ runAsSelf),
/* harmony export */   yf: () => (/* binding */ runAsRoot)
/* harmony export */ });
/* unused harmony export refusedStatus */
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _run_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51553);



/** Exit status of a script that says on its last line of stderr, in our words, why it gives up. */
const refusedStatus = 90;
/**
 * Runs a script as root, through sudo where we are not, and gives its standard output.
 * A script that was started goes on to its end when we are killed: each must leave things
 * so that it can run again.
 */
async function runAsRoot(root) {
    await requireRoot(root);
    return runScript({ ...root, before: isRoot() ? [] : sudo });
}
/** As `runAsRoot`, with the rights that we have. */
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
