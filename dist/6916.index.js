export const id = 6916;
export const ids = [6916];
export const modules = {

/***/ 1222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ captureMachine)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/count-of.js
var count_of = __webpack_require__(19449);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/task/sessions.js
var sessions = __webpack_require__(25655);
// EXTERNAL MODULE: ./build/capture/commands/capture.js
var capture = __webpack_require__(97074);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/secrets/restore-placeholders.js
var restore_placeholders = __webpack_require__(78187);
;// CONCATENATED MODULE: ./build/capture/plan-capture.js




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
        const file = desired.files.find((desired) => desired.destination === path);
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

;// CONCATENATED MODULE: ./build/capture/capture-machine.js
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








/** Captures the found files of one machine. */
async function captureMachine(task, { view, desired: flock }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = task;
        const desired = flock.of(machine.name);
        if (desired.captures.length === 0) {
            return { kind: 'ok', reason: 'already-so', message: 'no manifest asks for a capture' };
        }
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(task, (0,flock_view/* identityOf */.cu)(view, machine.name)), true);
        const paths = desired.captures.map((capture) => capture.destination);
        const { entries, leftOut } = await task.step({ kind: 'capture', text: 'capture' }, () => readPaths(session, paths));
        const capture = planCapture({
            machine: machine.name,
            entries,
            leftOut,
            desired,
            secrets: flock.secrets,
        });
        const count = (0,count_of/* countOf */.p)(capture.files, 'path');
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
    const ended = await session.exec((0,capture/* captureCommand */.g)(paths), {
        ...sessions/* observeLimits */.H4,
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
    return { entries: await (0,tar/* unpackTar */.Ag)(ended.stdout), leftOut: (0,capture/* parseLeftOut */.n)(stderr) };
}


/***/ }),

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

/***/ 52558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   downloadconfig: () => (/* binding */ downloadconfig)
/* harmony export */ });
/* harmony import */ var _capture_capture_machine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1222);
/* harmony import */ var _desired_render_machines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18188);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44138);



const downloadconfig = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .fleetOperation */ .o)({
    records: () => true,
    connects: true,
    prepare: async (ports, { view, machines }) => {
        const desired = await (0,_desired_render_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .renderMachines */ .p)(ports, view, machines);
        return (task) => (0,_capture_capture_machine_js__WEBPACK_IMPORTED_MODULE_0__/* .captureMachine */ .S)(task, { view, desired });
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

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
