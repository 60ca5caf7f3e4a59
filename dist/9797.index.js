export const id = 9797;
export const ids = [9797];
export const modules = {

/***/ 59797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./build/operations/configure/look.js
var look = __webpack_require__(91013);
// EXTERNAL MODULE: ./build/operations/configure/plan.js + 1 modules
var configure_plan = __webpack_require__(85133);
// EXTERNAL MODULE: ./build/operations/configure/show-plan.js
var show_plan = __webpack_require__(30951);
// EXTERNAL MODULE: ./build/operations/desired.js
var operations_desired = __webpack_require__(36309);
// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/base/command.js
var base_command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/operations/failure.js
var failure = __webpack_require__(69477);
;// CONCATENATED MODULE: ./build/operations/run-check.js



/** As long as a change waits for one check. */
const limits = { timeoutMs: 60_000, maxBytes: 16 * 1024 };
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
        tell((0,failure/* asDroverError */.nN)(thrown).message);
        throw thrown;
    }
}
/** What is wrong, with what the command said; undefined when the check holds. */
async function findFault(session, { command, signal }) {
    try {
        const options = { ...limits, ...(signal === undefined ? {} : { signal }) };
        const ended = await session.exec({ argv: ['sh', '-c', command] }, options);
        if ((0,base_command/* succeeded */.g)(ended))
            return undefined;
        const said = Buffer.concat([ended.stdout, ended.stderr]).toString('utf8');
        return `the command ${(0,base_command/* describeEnd */.l)(ended)}\n${said}`;
    }
    catch (thrown) {
        if (thrown instanceof errors/* DroverError */.F && thrown.reason === 'timed-out')
            return thrown.message;
        throw thrown;
    }
}

// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
;// CONCATENATED MODULE: ./build/operations/verify.js
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
const verify = (0,fleet_operation/* defineFleetOperation */.t)({
    records: () => true,
    connects: true,
    prepare: async (ports, { survey, machines }) => {
        const desired = await (0,operations_desired/* renderMachines */.p)(ports, survey, machines);
        return (job) => verifyMachine(job, { survey, desired });
    },
});
async function verifyMachine(job, { survey, desired }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = job;
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, (0,operations_survey/* identityOf */.cu)(survey, machine.name)), true);
        const { files } = desired.of(machine.name);
        const plan = (0,configure_plan/* planConfigure */.Or)({ files, checks: machine.checks }, await (0,look/* lookAt */.t)(job, session, files));
        const failed = await runChecks(job, session);
        const data = await (0,show_plan/* showPlan */.t)(job, session, { plan, secrets: desired.secrets });
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
        if (!(await runCheck(job, session, check)))
            failed.push(check.name);
    }
    return failed;
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
            message: `as it should be: ${counted(count.files, 'file')}, ${counted(count.checks, 'check')}`,
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
