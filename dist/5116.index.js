export const id = 5116;
export const ids = [5116];
export const modules = {

/***/ 65116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  download: () => (/* binding */ download)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
;// CONCATENATED MODULE: ./build/recipes/transfer/download.js
const statuses = { missing: 44, noFile: 42 };
/*
 * The digest is of what was sent and not of another reading: the file may change between the two.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
[ -e "$1" ] || exit ${statuses.missing}
[ -f "$1" ] || exit ${statuses.noFile}
tee >(sha256sum >&2) <"$1" || exit 1
wait "$!"
`;
/** Answers with the file on standard output and its digest on standard error. */
function downloadCommand(path) {
    return { argv: ['bash', '-c', script, 'drover', path] };
}
/** SHA-256 of what was sent; undefined when the machine did not say. */
function readDownloadDigest(stderr) {
    return /^([0-9a-f]{64})\b/m.exec(stderr)?.[1];
}
/** Why it cannot be had; undefined for a status that is not ours. */
function explainDownload(code) {
    if (code === statuses.missing)
        return 'does not exist';
    return code === statuses.noFile ? 'is no file' : undefined;
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
;// CONCATENATED MODULE: ./build/operations/transfer/download.js
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










const download = (0,fleet_operation/* defineFleetOperation */.t)({
    records: () => true,
    connects: true,
    prepare: async (ports, { survey, machines, request }) => {
        const { from = '' } = request;
        (0,errors/* refuse */.TR)((0,read_paths/* wrongPath */.H)('from', from));
        const folder = ports.files.folder(request.to);
        const isLone = machines.length === 1;
        return (job) => getFile(job, {
            survey,
            from,
            to: (0,external_node_path_.join)(folder, ...(isLone ? [] : [job.machine.name]), (0,external_node_path_.basename)(from)),
        });
    },
});
async function getFile(job, { survey, from, to }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine, ports } = job;
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, (0,operations_survey/* identityOf */.cu)(survey, machine.name)), true);
        const { path, size, sha256 } = await job.step('download', async () => {
            return await ports.files.save(to, async (into) => {
                const ended = await session.exec(downloadCommand(from), {
                    ...limits/* transferLimits */.E,
                    into,
                    ...(ports.signal === undefined ? {} : { signal: ports.signal }),
                });
                const stderr = ended.stderr.toString('utf8');
                if (!(0,command/* succeeded */.g)(ended)) {
                    const why = explainDownload(ended.code) ?? `the shell ${(0,command/* describeEnd */.l)(ended)}: ${stderr.slice(-300)}`;
                    throw failed(from, why);
                }
                const sent = readDownloadDigest(stderr);
                if (sent === undefined)
                    throw failed(from, 'the machine did not say what it sent');
                return { value: undefined, sha256: sent };
            });
        });
        return {
            kind: 'ok',
            reason: 'done',
            message: `${from} is at ${path} (${(0,describe_size/* describeSize */.j)(size)}, sha256 ${sha256})`,
            data: { file: path, size, sha256, from },
            event: { from, file: path, size, sha256 },
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
function failed(path, why) {
    return new errors/* DroverError */.F(`${path}: ${why}`, {
        reason: 'command-failed',
        hint: 'Nothing was kept. "downloadconfig" captures what manifests name, and "backup" takes folders.',
    });
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
