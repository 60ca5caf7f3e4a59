export const id = 574;
export const ids = [574];
export const modules = {

/***/ 60574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35245);
/* harmony import */ var _configure_look_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91013);
/* harmony import */ var _configure_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85133);
/* harmony import */ var _configure_show_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30951);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81642);
/* harmony import */ var _fleet_operation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45167);
/* harmony import */ var _sessions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81134);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82305);
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








/** As long as a change waits for one check. */
const checkLimits = { timeoutMs: 60_000, maxBytes: 16 * 1024 };
/** Looks whether machines still are what the branch asks for, and whether their checks hold. Changes nothing on them. */
const verify = (0,_fleet_operation_js__WEBPACK_IMPORTED_MODULE_4__/* .defineFleetOperation */ .t)({
    records: () => true,
    connects: true,
    prepare: async (ports, { survey, machines }) => {
        const desired = await (0,_desired_js__WEBPACK_IMPORTED_MODULE_3__/* .renderMachines */ .p)(ports, survey, machines);
        return (job) => verifyMachine(job, { survey, desired });
    },
});
async function verifyMachine(job, { survey, desired }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = job;
        const session = __addDisposableResource(env_1, await (0,_sessions_js__WEBPACK_IMPORTED_MODULE_5__/* .openSession */ .fA)(job, (0,_survey_js__WEBPACK_IMPORTED_MODULE_6__/* .identityOf */ .cu)(survey, machine.name)), true);
        const { files } = desired.of(machine.name);
        const plan = (0,_configure_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planConfigure */ .Or)({ files, checks: machine.checks }, await (0,_configure_look_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAt */ .t)(job, session, files));
        const failed = await runChecks(job, session);
        const data = await (0,_configure_show_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .showPlan */ .t)(job, session, { plan, secrets: desired.secrets });
        return conclude({ plan, failed, data, count: { files: files.length, checks: machine.checks.length } });
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
/** All of them, one after another: the second may say what is wrong with the first. */
async function runChecks(job, session) {
    const failed = [];
    for (const check of job.machine.checks) {
        if (!(await holdsNow(job, session, check)))
            failed.push(check.name);
    }
    return failed;
}
async function holdsNow(job, session, { name, command }) {
    const { ports } = job;
    const startedMs = ports.clock.elapsed();
    const step = `check ${name}`;
    job.stepStarted(step);
    const argv = ['sh', '-c', command];
    const ended = await session.exec({ argv }, { ...checkLimits, ...(ports.signal === undefined ? {} : { signal: ports.signal }) });
    const holds = (0,_base_command_js__WEBPACK_IMPORTED_MODULE_7__/* .succeeded */ .g)(ended);
    const said = Buffer.concat([ended.stdout, ended.stderr]).toString('utf8');
    job.stepDone({
        name: step,
        status: holds ? 'ok' : 'failed',
        durationMs: Math.round(ports.clock.elapsed() - startedMs),
        ...(holds ? {} : { detail: `the command ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_7__/* .describeEnd */ .l)(ended)}\n${said}` }),
    });
    return holds;
}
/** A stamp that is older than the branch is no drift: nothing of what it speaks of differs. */
function conclude({ plan, failed, data, count }) {
    const paths = [
        ...plan.changes.map(({ file }) => file.destination),
        ...plan.removals.map(({ path }) => path),
    ];
    const drift = paths.length === 0 ? [] : [`differs from the branch: ${paths.join(', ')}`];
    const broken = failed.length === 0 ? [] : [`does not hold: ${failed.map((name) => `check ${name}`).join(', ')}`];
    const faults = [...broken, ...drift];
    if (faults.length === 0) {
        return {
            kind: 'ok',
            reason: 'already-so',
            message: `${counted(count.files, 'file')} as they should be, ${counted(count.checks, 'check')} hold`,
            data,
        };
    }
    return {
        kind: 'failed',
        reason: failed.length > 0 ? 'check-failed' : 'drifted',
        message: faults.join('; '),
        hint: 'Put the desired state back with "drover configure", or take over what is there with "drover downloadconfig".',
        data,
    };
}
function counted(count, what) {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
}


/***/ })

};
