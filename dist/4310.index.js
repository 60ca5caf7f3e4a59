export const id = 4310;
export const ids = [4310];
export const modules = {

/***/ 44310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  captureMachine: () => (/* binding */ captureMachine),
  downloadconfig: () => (/* binding */ downloadconfig)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/recipes/capture.js
var capture = __webpack_require__(30230);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/secrets/restore-placeholders.js
var restore_placeholders = __webpack_require__(78187);
;// CONCATENATED MODULE: ./build/operations/capture.js




/** A folder of captured files is bounded too: a manifest that names `/` must not fill the branch. */
const maxCapturedBytes = 32 * 1024 * 1024;
/** Pure: what was found, as changes of the ledger, with secrets turned back into placeholders. */
function planCapture({ machine, entries, leftOut, desired, secrets }) {
    const refused = [...leftOut];
    const puts = [];
    const facts = {};
    let total = 0;
    for (const entry of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
        const path = entry.path.replace(/\/$/, '');
        const unsafe = whyUnsafe(path, entry);
        if (unsafe !== undefined) {
            refused.push({ path, why: unsafe });
            continue;
        }
        const about = {
            type: entry.type,
            owner: entry.owner,
            group: entry.group,
            mode: entry.mode.toString(8).padStart(4, '0'),
        };
        if (entry.type !== 'file') {
            facts[path] = entry.type === 'link' ? { ...about, link: entry.link ?? '' } : about;
            continue;
        }
        const file = desired.files.find((wanted) => wanted.destination === path);
        const kept = (0,restore_placeholders/* restorePlaceholders */.V)({ found: entry.bytes, file, secrets });
        total += kept?.length ?? 0;
        if (kept === undefined || total > maxCapturedBytes) {
            refused.push({
                path,
                why: kept === undefined
                    ? 'holds a secret in a form that cannot be taken out'
                    : `is past the ${maxCapturedBytes / 1024 / 1024} MiB that one capture may hold`,
            });
            continue;
        }
        // Size and hash are those of what the branch holds: the hash of a file with a short secret in it would give that away.
        facts[path] = { ...about, size: kept.length, sha256: (0,digest/* sha256 */.s)(kept) };
        puts.push({ kind: 'put', path: (0,machine_files/* machinePath */.lg)(machine, `captured${path}`), mode: '100644', bytes: kept });
        puts.push(...adopted({ machine, desired, path, kept }));
    }
    const index = Buffer.from(`${JSON.stringify(facts, null, 2)}\n`);
    return {
        files: Object.keys(facts).length,
        refused,
        changes: [
            { kind: 'clear', folder: (0,machine_files/* machinePath */.lg)(machine, 'captured') },
            ...puts,
            { kind: 'put', path: (0,machine_files/* machinePath */.lg)(machine, 'captured.json'), mode: '100644', bytes: index },
        ],
    };
}
/** A machine chooses these names: nothing of them may leave the folder or upset git. */
function whyUnsafe(path, entry) {
    if (!path.startsWith('/') || external_node_path_.posix.normalize(path) !== path)
        return 'has a path that leaves its folder';
    if (path.split('/').some((part) => /^\.git$/i.test(part) || part.length > 255))
        return 'has a name that git refuses';
    if (/[\u0000-\u001f\u007f]/.test(path + (entry.link ?? '')))
        return 'has a control character in its name';
    return entry.type === 'other' ? 'is neither file, folder nor link' : undefined;
}
function adopted({ machine, desired, path, kept }) {
    const source = desired.captures.find((capture) => capture.destination === path)?.adoptAs;
    if (source === undefined)
        return [];
    return [{ kind: 'put', path: `config/machines/${machine}/${source}`, mode: '100644', bytes: kept }];
}

// EXTERNAL MODULE: ./build/operations/desired.js + 1 modules
var operations_desired = __webpack_require__(87059);
// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
;// CONCATENATED MODULE: ./build/operations/downloadconfig.js
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









const downloadconfig = (0,fleet_operation/* defineFleetOperation */.t)({
    records: () => true,
    connects: true,
    prepare: async (ports, { survey, machines }) => {
        const desired = await (0,operations_desired/* renderMachines */.p)(ports, survey, machines);
        return (job) => captureMachine(job, { survey, desired });
    },
});
/** Captures the found files of one machine. */
async function captureMachine(job, { survey, desired }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = job;
        const wanted = desired.of(machine.name);
        if (wanted.captures.length === 0) {
            return { kind: 'ok', reason: 'already-so', message: 'no manifest asks for a capture' };
        }
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, (0,operations_survey/* identityOf */.cu)(survey, machine.name)), true);
        const paths = wanted.captures.map((capture) => capture.destination);
        const { entries, leftOut } = await job.step('capture', () => readPaths(session, paths));
        const capture = planCapture({
            machine: machine.name,
            entries,
            leftOut,
            desired: wanted,
            secrets: desired.secrets,
        });
        const count = `${capture.files} ${capture.files === 1 ? 'path' : 'paths'}`;
        if (capture.refused.length === 0) {
            return { kind: 'ok', reason: 'done', message: `captured ${count}`, changes: capture.changes };
        }
        const names = capture.refused.map(({ path, why }) => `${path} ${why}`).join('; ');
        return {
            kind: 'failed',
            reason: 'capture-refused',
            message: `captured ${count}, and not ${capture.refused.length}: ${names}`,
            hint: 'Name narrower paths in files.yml, or move what is named here elsewhere.',
            changes: capture.changes,
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
async function readPaths(session, paths) {
    const ended = await session.exec((0,capture/* captureCommand */.g_)(paths), {
        ...sessions/* lookLimits */.QQ,
        timeoutMs: 5 * 60_000,
        // Headers and padding of the archive come on top of what it holds.
        maxBytes: maxCapturedBytes * 2,
    });
    const stderr = ended.stderr.toString('utf8');
    if (!(0,command/* succeeded */.g)(ended) || ended.truncated) {
        const why = ended.truncated
            ? 'there is more than one capture may hold'
            : stderr.replaceAll('\0', ' ').slice(-300);
        throw new errors/* DroverError */.F(`capture: the shell ${(0,command/* describeEnd */.l)(ended)}: ${why}`, {
            reason: ended.signal === null ? 'command-failed' : 'killed',
            hint: 'Ensure that tar and find of GNU are installed, and name narrower paths in files.yml.',
        });
    }
    return { entries: await (0,tar/* unpackTar */.Ag)(ended.stdout), leftOut: (0,capture/* parseLeftOut */.ne)(stderr) };
}


/***/ }),

/***/ 45167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ defineFleetOperation)
/* harmony export */ });
/* harmony import */ var _choose_machines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22601);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70759);
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10809);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31412);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82305);





/** The way of every operation on machines: read the branch, choose, check all input, then work on each. */
function defineFleetOperation(definition) {
    return async (ports, request) => {
        const reading = (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .readFlock */ ._D)(ports);
        // What fails here fails again, and is told, when a connection is wanted.
        if (definition.connects)
            ports.sshKey().catch(() => { });
        const survey = await reading;
        const machines = await (0,_choose_machines_js__WEBPACK_IMPORTED_MODULE_0__/* .chooserOf */ .T)(request.operation)(ports, survey, request);
        const acts = definition.records(request);
        if (acts && (0,_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .mayChangeMachines */ .MB)(request.operation)) {
            (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .requireProtectedOrigin */ .KG)(machines, { flock: survey.flock, origin: ports.origin });
        }
        const verb = await definition.prepare(ports, { survey, machines, request });
        return (0,_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .runFleet */ .gI)(ports, {
            operation: request.operation,
            machines,
            parallel: request.parallel,
            config: survey.snapshot.commit,
            records: acts,
            ownerOfKey: (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerOfKey */ .QV)(survey),
            verb,
        });
    };
}


/***/ }),

/***/ 81134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QQ: () => (/* binding */ lookLimits),
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
const lookLimits = { timeoutMs: 60_000, idleMs: 30_000 };
/** A session for one job: connected as a step of it, cancelled with its run. */
async function openSession(job, identity) {
    const { ports, machine } = job;
    const key = await ports.sshKey();
    return job.step('connect', () => ports.remote.connect({
        machine: machine.name,
        identity,
        key,
        ownerOfKey: job.ownerOfKey,
        ...connectLimits,
        ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }));
}
/** A shorter patience, for a machine that answered a moment ago. */
const again = { timeoutMs: 10_000, reachMs: 5000 };
/** A new connection to a machine whose sshd may just be starting again: tried until `deadlineMs` has passed. */
async function reopenSession(job, identity, deadlineMs) {
    const { ports, machine } = job;
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

/***/ 30230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g_: () => (/* binding */ captureCommand),
/* harmony export */   ne: () => (/* binding */ parseLeftOut)
/* harmony export */ });
/* unused harmony export maxCapturedFileBytes */
/** Larger files are refused by name: git is no place for them. */
const maxCapturedFileBytes = 1024 * 1024;
/*
 * GNU tar of all that is there of the paths on standard input (one a line). A
 * path that is a link brings the file it leads to as well. Huge files, devices,
 * sockets and pipes stay out of the archive and are named on standard error as
 * `TYPE SIZE PATH`, NUL behind each. Status 1 of tar means that a file changed
 * while it was read: what came is what was read, and the next capture sees the rest.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
while IFS= read -r path; do
  if [ -L "$path" ]; then
    printf '%s\\0' "$path"
    real=$(readlink -f -- "$path") && [ -f "$real" ] && printf '%s\\0' "$real"
  elif [ -e "$path" ]; then printf '%s\\0' "$path"
  fi
done | xargs -0 -r sh -c 'find "$@" -xdev \\( -type d -o -type l -o -type f -size -${maxCapturedFileBytes + 1}c \\) -printf "%p\\0" -o -fprintf /dev/stderr "%y %s %p\\0"' drover |
  tar -c -f - --format=posix --hard-dereference --no-recursion -P --null -T -
[ "$?" -le 1 ]
`;
/** Answers with a tar archive on standard output. */
function captureCommand(paths) {
    return { argv: ['sh', '-c', script], stdin: paths.map((path) => `${path}\n`).join('') };
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
 * A found file with each secret as its placeholder. Undefined when that is not
 * possible: the file is binary and holds a secret, or something is left over.
 * Then the file must not be kept. Bytes that hold no secret stay as they are.
 */
function restorePlaceholders({ found, file, secrets }) {
    if (file !== undefined && found.equals(file.bytes))
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
