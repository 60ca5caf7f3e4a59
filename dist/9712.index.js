export const id = 9712;
export const ids = [9712];
export const modules = {

/***/ 69712:
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
;// CONCATENATED MODULE: ./build/recipes/transfer/backup.js
/** Statuses of our own, which neither bash nor tar has. */
const statuses = { missing: 44, nothing: 45 };
/*
 * A tar archive, compressed, of all paths that are there, relative to /. A path that is a link brings what it
 * leads to as well. Status 1 of tar means that files changed while they were read: the archive has what was read.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
found=() missing=()
for word; do
  path=\${word#*:}
  if [ -L "$path" ]; then
    found+=("\${path#/}")
    real=$(readlink -e -- "$path") && [ "$real" != / ] && found+=("\${real#/}")
  elif [ -e "$path" ]; then found+=("\${path#/}")
  elif [ "\${word%%:*}" = needed ]; then missing+=("$path")
  fi
done
if [ "\${#missing[@]}" -gt 0 ]; then printf '%s\\0' "\${missing[@]}" >&2; exit ${statuses.missing}; fi
if [ "\${#found[@]}" -eq 0 ]; then exit ${statuses.nothing}; fi
printf '%s\\0' "\${found[@]}" |
  tar --create --gzip --format=posix --directory=/ --file=- --verbatim-files-from --null --files-from=-
`;
/** Answers with a compressed tar archive on standard output. */
function backupCommand(paths) {
    const words = paths.map(({ path, mayBeMissing }) => `${mayBeMissing ? 'optional' : 'needed'}:${path}`);
    return { argv: ['bash', '-c', script, 'drover', ...words] };
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
    (0,errors/* refuse */.TR)(recipients.filter((recipient) => !isGood(recipient)).map(noRecipient));
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

// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
// EXTERNAL MODULE: ./build/operations/transfer/describe-size.js
var describe_size = __webpack_require__(69546);
// EXTERNAL MODULE: ./build/operations/transfer/limits.js
var limits = __webpack_require__(17459);
// EXTERNAL MODULE: ./build/operations/transfer/read-paths.js
var read_paths = __webpack_require__(62658);
;// CONCATENATED MODULE: ./build/operations/transfer/backup.js
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











const backup = (0,fleet_operation/* defineFleetOperation */.t)({
    records: () => true,
    connects: true,
    prepare: async (ports, { survey, request }) => {
        const paths = (0,read_paths/* readBackupPaths */.b)(request.paths ?? []);
        const recipients = await recipientsOf(ports, request);
        const folder = (0,external_node_path_.join)(ports.files.folder(request.to), 'backups');
        return (job) => backUp(job, { survey, paths, recipients, folder });
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
async function backUp(job, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine, ports } = job;
        const { survey, paths, recipients, folder } = work;
        const time = new Date(ports.clock.now()).toISOString().replaceAll(/[-:.]/g, '');
        const path = (0,external_node_path_.join)(folder, `${machine.name}-${time}.tar.gz.age`);
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, (0,operations_survey/* identityOf */.cu)(survey, machine.name)), true);
        const saved = await job.step('back up', () => ports.files.save(path, async (out) => {
            const { into, done } = await encryptStream(recipients, out);
            const value = await readPaths(job, session, { paths, into });
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
async function readPaths(job, session, { paths, into }) {
    const { signal } = job.ports;
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
                job.warn(line);
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
        data: { file: path, ...facts },
        event: { file: path, recipients, ...facts },
    };
}


/***/ }),

/***/ 62658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ wrongPath),
/* harmony export */   b: () => (/* binding */ readBackupPaths)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** Paths of machines as a person gives them, checked. Throws an InputError with all that are none. */
function readBackupPaths(words) {
    const paths = words.map((word) => ({ path: word.replace(/\?$/, ''), mayBeMissing: word.endsWith('?') }));
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(paths.flatMap(({ path }) => wrongPath('paths', path)));
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
