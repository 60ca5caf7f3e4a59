export const id = 3517;
export const ids = [3517];
export const modules = {

/***/ 98136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reboot: () => (/* binding */ reboot)
/* harmony export */ });
/* harmony import */ var _lifecycle_provider_machines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35965);
/* harmony import */ var _lifecycle_reboot_machine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81592);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44138);



const reboot = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .fleetOperation */ .o)({
    records: () => true,
    prepare: async (ports, { view, machines }) => {
        const existing = await (0,_lifecycle_provider_machines_js__WEBPACK_IMPORTED_MODULE_0__/* .listProviderMachines */ .EO)(ports, view, machines);
        return (task) => (0,_lifecycle_reboot_machine_js__WEBPACK_IMPORTED_MODULE_1__/* .rebootMachine */ .H)(task, { view, existing });
    },
});


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

/***/ 8517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ whenThere),
/* harmony export */   e: () => (/* binding */ startPatience)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _system_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47318);
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


const tellEveryMs = 15_000;
function startPatience(task, deadlineMs) {
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
/** A machine that starts is away, or ends a connection that it has just taken. */
const away = ['unreachable', 'connection-lost', 'timed-out'];
/**
 * Work over a connection to a machine that may be starting: done anew, on another connection, while
 * the machine is away. Gently: newer sshd punish those who knock too often. The work must be
 * repeatable. Throws the last error when the deadline has passed.
 */
async function whenThere(task, { identity, patience, what }, work) {
    const { ports, machine } = task;
    const key = await ports.sshKey();
    const signal = ports.signal === undefined ? {} : { signal: ports.signal };
    return await (0,_system_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({
        clock: ports.clock,
        baseMs: 2000,
        maxMs: 8000,
        deadlineMs: patience.deadlineMs - patience.elapsedMs(),
        isRetryable: (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && away.includes(error.reason),
        ...signal,
    }, async () => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            patience.tell(what);
            const session = __addDisposableResource(env_1, await ports.remote.connect({
                machine: machine.name,
                identity,
                key,
                timeoutMs: 20_000,
                reachMs: 5000,
                ...signal,
            }), true);
            return await work(session);
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
    });
}


/***/ })

};
