export const id = 126;
export const ids = [126];
export const modules = {

/***/ 9126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3636);
/* harmony import */ var _remote_exec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9941);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1642);
/* harmony import */ var _fleet_operation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5167);
/* harmony import */ var _sessions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1134);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4580);
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








const limits = { timeoutMs: 30 * 60_000 };
const keptBytes = 64 * 1024;
const run = (0,_fleet_operation_js__WEBPACK_IMPORTED_MODULE_4__/* .defineFleetOperation */ .t)({
    records: () => true,
    connects: true,
    prepare: async (ports, { survey, request }) => {
        const { command } = request;
        if (command === undefined || command.trim() === '') {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F('run: no command given', {
                reason: 'invalid-argument',
                hint: 'Write it after "--": drover run all -- uptime. In a workflow, give the input "command".',
            });
        }
        // Here and not at each machine: what cannot be said to a shell is refused before any is reached.
        (0,_base_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .loginShellLine */ .G7)((0,_remote_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .asRoot */ .tE)(argvOf(command), { become: true }));
        // No machine is rendered: this only makes every secret known that a machine might print.
        await (0,_desired_js__WEBPACK_IMPORTED_MODULE_3__/* .renderMachines */ .p)(ports, survey, []);
        return (job) => runOn(job, { survey, command });
    },
});
function argvOf(command) {
    return ['sh', '-c', command];
}
async function runOn(job, { survey, command }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { ports, machine } = job;
        const session = __addDisposableResource(env_1, await (0,_sessions_js__WEBPACK_IMPORTED_MODULE_5__/* .openSession */ .fA)(job, (0,_survey_js__WEBPACK_IMPORTED_MODULE_6__/* .identityOf */ .cu)(survey, machine.name)), true);
        const ended = await session.exec({ argv: argvOf(command) }, {
            ...limits,
            maxBytes: keptBytes,
            onLine: (line, stream) => job.output(line, stream),
            ...(ports.signal === undefined ? {} : { signal: ports.signal }),
        });
        const { code, signal, truncated } = ended;
        const text = (bytes) => ports.clean(bytes.toString('utf8'));
        const data = { code, signal, stdout: text(ended.stdout), stderr: text(ended.stderr), truncated };
        const event = { command: ports.clean(command) };
        const message = `the command ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_7__/* .describeEnd */ .l)(ended)}`;
        if ((0,_base_command_js__WEBPACK_IMPORTED_MODULE_7__/* .succeeded */ .g)(ended))
            return { kind: 'ok', reason: 'done', message, data, event };
        return { kind: 'failed', reason: signal === null ? 'command-failed' : 'killed', message, data, event };
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


/***/ })

};
