export const id = 574;
export const ids = [574];
export const modules = {

/***/ 97695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   k_: () => (/* binding */ runCheck)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69477);



/** As long as a change waits for one check. */
const limits = { timeoutMs: 60_000, maxBytes: 16 * 1024 };
/** All checks of the machine, one after another: the second may say what is wrong with the first. Answers with the names of those that do not hold. */
async function runChecks(job, session) {
    const failed = [];
    for (const check of job.machine.checks) {
        if (!(await runCheck(job, session, check)))
            failed.push(check.name);
    }
    return failed;
}
/** Whether a check holds on the machine now. One that does not end in time does not; a lost connection is thrown. */
async function runCheck(job, session, { name, command }) {
    const { clock, signal } = job.ports;
    const step = `check ${name}`;
    const startedMs = clock.elapsed();
    const tell = (fault) => job.stepDone({
        name: step,
        status: fault === undefined ? 'ok' : 'failed',
        durationMs: Math.round(clock.elapsed() - startedMs),
        ...(fault === undefined ? {} : { detail: fault }),
    });
    job.stepStarted(step);
    try {
        const fault = await findFault(session, { command, signal });
        tell(fault);
        return fault === undefined;
    }
    catch (thrown) {
        tell((0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asDroverError */ .nN)(thrown).message);
        throw thrown;
    }
}
/** What is wrong, with what the command said; undefined when the check holds. */
async function findFault(session, { command, signal }) {
    try {
        const options = { ...limits, ...(signal === undefined ? {} : { signal }) };
        const ended = await session.exec({ argv: ['sh', '-c', command] }, options);
        if ((0,_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .succeeded */ .g)(ended))
            return undefined;
        const said = Buffer.concat([ended.stdout, ended.stderr]).toString('utf8');
        return `the command ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .describeEnd */ .l)(ended)}\n${said}`;
    }
    catch (thrown) {
        if (thrown instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && thrown.reason === 'timed-out')
            return thrown.message;
        throw thrown;
    }
}
function counted(count, what) {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 60574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _configure_show_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30951);
/* harmony import */ var _configure_survey_machine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40688);
/* harmony import */ var _configure_wanted_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81501);
/* harmony import */ var _fleet_operation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45167);
/* harmony import */ var _run_check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97695);
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







/** Looks whether machines still are what the branch asks for, and whether their checks hold. Changes nothing on them. */
const verify = (0,_fleet_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .defineFleetOperation */ .t)({
    records: () => true,
    connects: true,
    prepare: async (ports, { survey, machines }) => {
        const wanted = await (0,_configure_wanted_js__WEBPACK_IMPORTED_MODULE_2__/* .wantMachines */ .v)(ports, { survey, machines });
        return (job) => verifyMachine(job, { survey, wanted });
    },
});
async function verifyMachine(job, { survey, wanted: flock }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = job;
        const session = __addDisposableResource(env_1, await (0,_sessions_js__WEBPACK_IMPORTED_MODULE_5__/* .openSession */ .fA)(job, (0,_survey_js__WEBPACK_IMPORTED_MODULE_6__/* .identityOf */ .cu)(survey, machine.name)), true);
        const wanted = flock.of(machine.name);
        const { files, links } = wanted;
        const { plan } = await (0,_configure_survey_machine_js__WEBPACK_IMPORTED_MODULE_1__/* .surveyMachine */ .Y)(job, session, { wanted, allRoles: false });
        const failed = await (0,_run_check_js__WEBPACK_IMPORTED_MODULE_4__/* .runChecks */ .JT)(job, session);
        const data = await (0,_configure_show_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .showPlan */ .t)(job, session, { plan, secrets: flock.secrets });
        return conclude({
            plan,
            failed,
            data,
            count: { files: files.length, links: links.length, checks: machine.checks.length },
        });
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
/** A stamp that is older than the branch is no drift: nothing of what it speaks of differs. */
function conclude({ plan, failed, data, count }) {
    const paths = [
        ...plan.changes.map(({ file }) => file.destination),
        ...plan.removals.map(({ path }) => path),
        ...plan.links.map(({ link }) => link.path),
        ...plan.linkRemovals.map(({ path }) => path),
        ...plan.pending.map((role) => `role ${role}`),
    ];
    const drift = paths.length === 0 ? [] : [`differs from the branch: ${paths.join(', ')}`];
    const broken = failed.length === 0 ? [] : [`does not hold: ${failed.map((name) => `check ${name}`).join(', ')}`];
    const faults = [...broken, ...drift];
    const links = count.links === 0 ? '' : `, ${(0,_run_check_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(count.links, 'link')}`;
    if (faults.length === 0) {
        return {
            kind: 'ok',
            reason: 'already-so',
            message: `as it should be: ${(0,_run_check_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(count.files, 'file')}${links}, ${(0,_run_check_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .hS)(count.checks, 'check')}`,
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


/***/ })

};
