export const id = 5039;
export const ids = [5039];
export const modules = {

/***/ 68871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ applyPlan),
/* harmony export */   r: () => (/* binding */ makeTransaction)
/* harmony export */ });
/* harmony import */ var _base_text_count_of_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(247);
/* harmony import */ var _remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87854);
/* harmony import */ var _task_lock_holder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80168);
/* harmony import */ var _commands_stamp_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8761);
/* harmony import */ var _execute_transaction_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68401);
/* harmony import */ var _plan_conclude_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33510);
/* harmony import */ var _plan_plan_links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40200);







/** Sends the change in one transfer, lets the machine carry it out, confirms it; says how that ended. */
async function applyPlan(task, { connection, plan, stamp }) {
    const transaction = makeTransaction(task, {
        files: planFiles(plan),
        validations: plan.validations,
        followUps: plan.followUps,
        checks: plan.checks,
        stamp: (0,_commands_stamp_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeStamp */ .yh)(stamp),
        stampEnv: (0,_commands_stamp_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeStampEnv */ .rp)(stamp),
        managed: { files: stamp.files, links: stamp.links ?? [] },
        observedGeneration: plan.generation,
    });
    const executed = await (0,_execute_transaction_js__WEBPACK_IMPORTED_MODULE_1__/* .executeTransaction */ .M)(task, connection, transaction);
    return (0,_plan_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .concludeTransaction */ .O)(executed, {
        changed: describeChange(plan),
        changes: plan.changes,
        links: plan.links,
    });
}
/** Fills in what is the same for every transaction of a run. */
function makeTransaction(task, content) {
    return {
        ...content,
        id: (0,_task_lock_holder_js__WEBPACK_IMPORTED_MODULE_5__/* .newId */ .S)(task.ports.clock),
        holder: (0,_task_lock_holder_js__WEBPACK_IMPORTED_MODULE_5__/* .holderLine */ .$)(task),
        lockWaitSeconds: _remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .lockPatienceSeconds */ .wO.change,
    };
}
function planFiles({ changes, removals, links, linkRemovals }) {
    return [
        ...changes.map(({ file, target, observedSha256, unseen }) => ({
            op: 'put',
            target,
            owner: file.owner,
            group: file.group,
            mode: file.mode,
            bytes: file.bytes,
            ...(observedSha256 === undefined ? {} : { observedSha256 }),
            ...(unseen === undefined ? {} : { unseen }),
        })),
        ...links.map(({ link, observedLink }) => ({
            op: 'link',
            target: link.place,
            to: link.to,
            ...(observedLink === undefined ? {} : { observedLink }),
        })),
        ...linkRemovals.map(({ place, observedLink }) => ({ op: 'unlink', target: place, observedLink })),
        ...removals.map(({ target, observedSha256 }) => ({ op: 'remove', target, observedSha256 })),
    ];
}
function describeChange(plan) {
    const { changes, removals, links, linkRemovals, followUps, stampOnly } = plan;
    if (stampOnly)
        return 'wrote the stamp';
    const first = changes[0]?.file.destination;
    const put = `changed ${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_6__/* .countOf */ .p)(changes.length, 'file')}${changes.length === 1 ? `: ${first}` : ''}`;
    const gone = `removed ${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_6__/* .countOf */ .p)(removals.length, 'file')}`;
    const then = `then ${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_6__/* .countOf */ .p)(followUps.length, 'that follows', 'that follow')}`;
    return [
        ...(changes.length > 0 ? [put] : []),
        ...(removals.length > 0 ? [gone] : []),
        ...links.map(_plan_plan_links_js__WEBPACK_IMPORTED_MODULE_3__/* .describeSymlink */ .pF),
        ...linkRemovals.map(({ path }) => `removed the link ${path}`),
        ...(followUps.length > 0 ? [then] : []),
    ].join(', ');
}


/***/ }),

/***/ 85039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ configureMachine)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/connection/open-connection.js
var open_connection = __webpack_require__(86218);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/configure/observe-paths.js
var observe_paths = __webpack_require__(46162);
;// CONCATENATED MODULE: ./build/configure/applied.js


/** What the machine is to say of itself once this is there. */
function appliedStamp({ machine, operation, ports }, { view, desired, digest }) {
    const { files, links } = desired;
    const artifacts = Object.fromEntries(desired.artifacts.map(({ name, sha256 }) => [name, sha256]));
    return {
        flock: view.flock.name,
        machine: machine.name,
        config: view.snapshot.commit,
        digest,
        operation,
        run: ports.run,
        time: new Date(ports.clock.now()).toISOString(),
        ...(0,observe_paths/* managedOf */.d)({ files, links }),
        ...versionsOf(desired),
        ...(desired.artifacts.length === 0 ? {} : { artifacts }),
    };
}
/** `state.json`: what the branch is to say of the machine. */
function appliedState({ machine, operation, ports }, { view, desired, digest, done }) {
    return {
        kind: 'put',
        path: (0,machine_files/* machinePath */.lg)(machine.name, 'state.json'),
        mode: '100644',
        bytes: Buffer.from((0,machine_files/* encodeState */.Md)({
            config: view.snapshot.commit,
            digest,
            operation,
            outcome: done.kind,
            reason: done.reason,
            run: ports.run,
            time: new Date(ports.clock.now()).toISOString(),
            ...versionsOf(desired),
        })),
    };
}
function versionsOf({ code, baseline }) {
    const roles = baseline?.roles ?? [];
    return {
        ...(code.length === 0
            ? {}
            : { code: Object.fromEntries(code.map(({ entry, commit }) => [entry.name, commit])) }),
        ...(roles.length === 0
            ? {}
            : { baseline: Object.fromEntries(roles.map(({ name, digest }) => [name, digest])) }),
    };
}

// EXTERNAL MODULE: ./build/configure/apply.js
var apply = __webpack_require__(68871);
// EXTERNAL MODULE: ./build/configure/observe-machine.js + 2 modules
var observe_machine = __webpack_require__(16033);
// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/roles/commands/role-ends.js
var role_ends = __webpack_require__(37568);
// EXTERNAL MODULE: ./build/configure/plan/plan.js + 1 modules
var plan_plan = __webpack_require__(66302);
;// CONCATENATED MODULE: ./build/configure/plan/describe.js



const upToDate = { kind: 'ok', reason: 'already-so', message: 'nothing to do' };
/** The roles that ran are part of what was done, also when the rest was taken back. */
function withRoles(done, ran) {
    if (ran === undefined)
        return done;
    const roles = ran.filter(({ role }) => role !== role_ends/* outsideRoles */.DV).map(({ role }) => role);
    const tasks = ran.reduce((sum, { changed }) => sum + changed.length, 0);
    const said = `ran ${roles.length === 1 ? 'role' : 'roles'} ${roles.join(', ')}: ${(0,count_of/* countOf */.p)(tasks, 'change')}`;
    const isQuiet = done.kind === 'ok' && done.reason === 'already-so';
    if (!isQuiet)
        return { ...done, message: `${said}; ${done.message}` };
    return { ...done, kind: tasks > 0 ? 'changed' : 'ok', reason: 'done', message: said };
}
/** What a dry run says. */
function describePlan(plan) {
    if ((0,plan_plan/* isNothingToDo */.ux)(plan))
        return upToDate;
    const count = (0,plan_plan/* countChanges */.xS)(plan);
    const what = [
        ...(plan.pending.length === 0
            ? []
            : [`to run: ${plan.pending.map((role) => `role ${role}`).join(', ')}`]),
        ...(count === 0 ? [] : [`${(0,count_of/* countOf */.p)(count, 'path')} to change`]),
        ...(plan.stampOnly && plan.pending.length === 0 ? ['only the stamp is to be written'] : []),
    ];
    return { kind: 'ok', reason: 'planned', message: what.join('; ') };
}
/** A dry run makes none: what it shows of them is their placeholder. */
function withToMake(done, names) {
    if (names.length === 0)
        return done;
    return { ...done, message: `${done.message}; generated ${names.join(', ')} will be made` };
}

// EXTERNAL MODULE: ./build/configure/show-plan.js
var show_plan = __webpack_require__(27832);
;// CONCATENATED MODULE: ./build/configure/configure-machine.js
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









/** Survey, plan, apply for one machine, over one connection. */
async function configureMachine(task, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const identity = (0,flock_view/* identityOf */.cu)(work.view, task.machine.name);
        const connection = __addDisposableResource(env_1, await (0,open_connection/* openConnection */.J)(task, identity), true);
        const done = await attemptOnce(task, connection, work);
        // Another run may have changed the machine between our look and our turn: look once more.
        if (done.reason !== 'machine-changed' || work.planDigest !== undefined)
            return done;
        return await attemptOnce(task, connection, { ...work, allRoles: false });
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
async function attemptOnce(task, connection, work) {
    const desired = work.desired.of(task.machine.name);
    const { observed, plan } = await (0,observe_machine/* observeMachine */.s)(task, connection, { desired, allRoles: work.allRoles });
    if (work.planDigest !== undefined && work.planDigest !== plan.digest)
        throw planChanged(task, plan);
    if (work.dryRun)
        return await show(task, connection, { work, desired, plan });
    if (!(0,plan_plan/* needsWork */.Bd)(plan))
        return await change(task, connection, { work, desired, plan });
    const { tree } = work.view.snapshot;
    // Loaded when it is needed: most runs find nothing to do, and start the sooner.
    const { makeMachineReady } = await __webpack_require__.e(/* import() */ 236).then(__webpack_require__.bind(__webpack_require__, 80236));
    const { ran } = await makeMachineReady(task, { connection, desired, plan, observed, tree });
    const { plan: rest } = await (0,observe_machine/* observeMachine */.s)(task, connection, { desired, allRoles: false });
    return withRoles(await change(task, connection, { work, desired, plan: rest }), ran);
}
async function show(task, session, { work, desired, plan }) {
    const { checkBaseline } = await __webpack_require__.e(/* import() */ 9228).then(__webpack_require__.bind(__webpack_require__, 89228));
    const roles = await checkBaseline(task, session, { baseline: desired.baseline, pending: plan.pending });
    const data = await (0,show_plan/* showPlan */.t)(task, session, { plan, roles, secrets: work.desired.secrets });
    return { ...withToMake(describePlan(plan), work.desired.toMake(task.machine.name)), data };
}
/** The transaction: everything that decides what serves. */
async function change(task, connection, { work, desired, plan }) {
    const { view } = work;
    const applied = { view: view, desired, digest: plan.desiredDigest };
    if ((0,plan_plan/* isNothingToDo */.ux)(plan)) {
        const known = view.snapshot.machines.get(task.machine.name)?.state;
        // A run that was killed between the change and its record left the ledger behind: say now what holds.
        const isKnown = known?.digest === plan.desiredDigest;
        return { ...upToDate, changes: isKnown ? [] : [appliedState(task, { ...applied, done: upToDate })] };
    }
    const done = await (0,apply/* applyPlan */.g)(task, { connection, plan, stamp: appliedStamp(task, applied) });
    if (done.kind !== 'changed')
        return done;
    await tidy(task, connection);
    return { ...done, changes: [appliedState(task, { ...applied, done })] };
}
/** What is old takes room and does no harm: that it is still there is no failure of the change. */
async function tidy(task, session) {
    const { code, artifacts } = task.machine;
    if (code.length === 0 && artifacts.length === 0)
        return;
    const { pruneVersions } = await __webpack_require__.e(/* import() */ 1255).then(__webpack_require__.bind(__webpack_require__, 71255));
    try {
        await pruneVersions(task, session);
    }
    catch (error) {
        if (!(error instanceof errors/* DroverError */.F))
            throw error;
        task.warn(error.message);
    }
}
function planChanged({ machine }, plan) {
    return new errors/* DroverError */.F(`${machine.name}: the plan is now ${plan.digest}, not the one that was approved`, {
        reason: 'plan-changed',
        hint: `Look at it with "drover plan ${machine.name}" and approve it again. Nothing was changed.`,
    });
}


/***/ }),

/***/ 68401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ executeTransaction)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _connection_connection_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6958);
/* harmony import */ var _connection_machine_connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36817);
/* harmony import */ var _connection_open_connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86218);
/* harmony import */ var _remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87854);
/* harmony import */ var _remote_tar_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20912);
/* harmony import */ var _transaction_read_transaction_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78395);
/* harmony import */ var _transaction_transaction_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(40864);
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








/** Validators and follow-ups have limits of their own on the machine; this is past all of them for a usual plan. */
const limits = { timeoutMs: 30 * 60_000 };
const questionLimits = { timeoutMs: 10_000 };
/**
 * Sends a transaction, shows signs of life until it ends, and confirms it over
 * a new connection when the machine asks. When the connection is lost the
 * machine decides by itself; then we come back and ask how it decided.
 */
async function executeTransaction(task, connection, transaction) {
    const { clock } = task.ports;
    const { identity } = connection;
    let unconfirmed;
    let confirming;
    const reader = (0,_transaction_read_transaction_js__WEBPACK_IMPORTED_MODULE_6__/* .readTransaction */ .$)(transaction, {
        onStep: (step) => task.stepStarted(step),
        onStepDone: (step) => task.stepDone(step),
        onWaiting: (holder) => task.stepStarted({ kind: 'wait', text: `wait for ${holder || 'another run'}` }),
        onConfirm: () => {
            confirming = confirm(task, identity, transaction).catch((error) => {
                unconfirmed = error instanceof Error ? error.message : String(error);
            });
        },
        elapsed: () => clock.elapsed(),
    });
    const archive = await (0,_remote_tar_js__WEBPACK_IMPORTED_MODULE_5__/* .packTar */ .nG)((0,_transaction_transaction_js__WEBPACK_IMPORTED_MODULE_7__/* .transactionArchive */ .ZD)(transaction));
    const running = await connection.start((0,_transaction_transaction_js__WEBPACK_IMPORTED_MODULE_7__/* .transactionCommand */ .o7)(transaction, archive.length), {
        ...limits,
        onLine: (line, stream) => stream === 'stdout' && reader.line(line),
        ...(task.ports.signal === undefined ? {} : { signal: task.ports.signal }),
    });
    running.write(archive);
    const beat = setInterval(() => running.write('beat\n'), _remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_4__/* .beatMs */ .x6);
    try {
        const ended = await running.ended;
        await confirming;
        const { steps, end } = reader.result();
        // The shell on the machine was killed: then its watch decides.
        const settled = end ?? (steps.length === 0 ? undefined : await settle(task, identity, transaction));
        return {
            steps,
            ended,
            ...(settled === undefined ? {} : { end: settled }),
            ...(unconfirmed === undefined ? {} : { unconfirmed }),
        };
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F))
            throw error;
        const { steps, end } = reader.result();
        const settled = end ?? (await settle(task, identity, transaction));
        return {
            steps,
            lost: error,
            ...(settled === undefined ? {} : { end: settled }),
            ...(unconfirmed === undefined ? {} : { unconfirmed }),
        };
    }
    finally {
        clearInterval(beat);
    }
}
/** The point is the new connection: it proves that the machine can still be reached. */
async function confirm(task, identity, transaction) {
    await task.step({ kind: 'confirm', text: 'confirm over a new connection' }, async () => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const another = __addDisposableResource(env_1, await (0,_connection_open_connection_js__WEBPACK_IMPORTED_MODULE_3__/* .openAnother */ .q)(task, { identity, policy: _remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_4__/* .reopenPolicies */ .C$.confirmation }), true);
            await another.exec((0,_transaction_transaction_js__WEBPACK_IMPORTED_MODULE_7__/* .confirmCommand */ .qw)(transaction), questionLimits);
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
/**
 * Asks until the machine has decided, or for as long as it may take to decide, also while it lets nobody in. Not
 * cancelled: it is what tells a cancelled run how it ended.
 */
async function settle(task, identity, transaction) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        // GitHub ends a cancelled job within 10 s: no time to wait for the machine, which decides without us.
        if (task.ports.signal?.aborted)
            return undefined;
        task.stepStarted({ kind: 'settle', text: 'wait for the machine to decide by itself' });
        const another = __addDisposableResource(env_2, new _connection_machine_connection_js__WEBPACK_IMPORTED_MODULE_2__/* .MachineConnection */ .s(task, { identity, isCancellable: false }), true);
        const undecided = (0,_connection_connection_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .noAnswer */ .qE)(task.machine.name);
        const isDroverError = (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F;
        const ask = async () => {
            const { stdout } = await another.exec((0,_transaction_transaction_js__WEBPACK_IMPORTED_MODULE_7__/* .lastCommand */ .Cb)(transaction), questionLimits);
            const end = (0,_transaction_read_transaction_js__WEBPACK_IMPORTED_MODULE_6__/* .parseLast */ ._)(stdout.toString('utf8'), transaction.id);
            if (end === undefined)
                throw undecided;
            return end;
        };
        try {
            return await another.retry(_remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_4__/* .reopenPolicies */ .C$.verdict, ask, isDroverError);
        }
        catch (error) {
            if (isDroverError(error))
                return undefined;
            throw error;
        }
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}


/***/ }),

/***/ 33510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ concludeTransaction)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35245);
/* harmony import */ var _checks_plan_failed_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17951);
/* harmony import */ var _transaction_step_tail_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5036);
/* harmony import */ var _plan_links_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40200);




/** Pure: how a transaction ended, as an outcome with a reason and a way out. */
function concludeTransaction(executed, desired) {
    const { end } = executed;
    if (end === undefined)
        return undecided(executed);
    if (end.kind === 'changed')
        return { kind: 'changed', reason: 'done', message: desired.changed };
    if (end.kind === 'busy') {
        return {
            kind: 'failed',
            reason: 'machine-locked',
            message: `another run is changing the machine: ${end.holder || 'it does not say which'}`,
            hint: 'Wait until that run is done, then run this again.',
        };
    }
    const failed = executed.steps.find(({ status }) => status === 'failed');
    return {
        kind: end.kind,
        reason: reasonOf(end, failed),
        message: describe(end, { failed, executed, ...desired }),
        hint: hintOf(end),
        ...location(desired, failed),
    };
}
function reasonOf(end, failed) {
    if (end.why === 'unconfirmed')
        return 'unconfirmed';
    if (end.why !== 'before' && end.why !== 'after')
        return 'connection-lost';
    return failed === undefined ? 'command-failed' : (reasons[failed.kind] ?? 'command-failed');
}
const reasons = {
    recheck: 'machine-changed',
    validate: 'validation-failed',
    trial: 'check-failed',
    'follow-up': 'follow-up-failed',
};
function describe(end, { failed, executed, changes, links }) {
    const state = end.kind === 'failed' ? 'no file was changed' : describeOld(links);
    switch (end.why) {
        case 'revert':
            return `the old files could not all be put back${(0,_transaction_step_tail_js__WEBPACK_IMPORTED_MODULE_2__/* .stepTail */ .T)(failed?.detail)}`;
        case 'receive':
            return `the change could not be received; ${state}: ${executed.ended?.stderr.toString('utf8').trim() ?? ''}`;
        case 'unconfirmed':
            return `no new connection could confirm the change; ${state}: ${executed.unconfirmed ?? 'no answer'}`;
        case 'before':
        case 'after':
            return (0,_checks_plan_failed_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .describeFailed */ .hi)([{ name: nameOf(failed, changes), detail: failed?.detail }], state);
        default:
            return `the run lost its hold on the machine in the middle of the change; ${state}`;
    }
}
/** What serves again after a change was taken back. */
function describeOld(links) {
    const ends = links.map(({ link, observedLink }) => observedLink === undefined
        ? `${link.kind} ${link.name} is gone again`
        : `${link.kind} ${link.name} is at ${(0,_plan_links_js__WEBPACK_IMPORTED_MODULE_1__/* .shortEnd */ .Aw)(observedLink)} again`);
    const [last, ...others] = ['the old files are back', ...ends].reverse();
    return others.length === 0 ? `${last}` : `${others.reverse().join(', ')} and ${last}`;
}
function nameOf(step, changes) {
    const name = step?.text ?? 'a step';
    const guilty = step?.kind === 'validate' ? findValidated(changes, step) : undefined;
    return guilty === undefined ? name : `${name} ${guilty.file.destination}`;
}
function findValidated(changes, { subject }) {
    return changes.find(({ file }) => file.validate !== undefined && file.validate === subject);
}
function hintOf({ kind, why }) {
    if (why === 'unconfirmed') {
        return 'The new configuration keeps us from logging in (sshd, firewall, accounts). Mend that and run the operation again.';
    }
    if (kind === 'failed')
        return "The step's output says what to mend. Run the operation again after.";
    return _checks_plan_failed_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .failedCheckHints */ .cE['put-back'];
}
function undecided({ ended, lost }) {
    const hint = 'The machine puts the old files back by itself within 35 s. Run the operation again: it looks first and finishes what is missing.';
    if (lost !== undefined) {
        return {
            kind: 'failed',
            reason: lost.reason,
            message: `${lost.message}; how the change ended is not known`,
            hint,
        };
    }
    const how = ended === undefined ? 'ended' : (0,_base_command_js__WEBPACK_IMPORTED_MODULE_3__/* .describeEnd */ .l)(ended);
    const why = ended?.stderr.toString('utf8').trim().slice(-300) ?? '';
    return {
        kind: 'failed',
        reason: ended?.signal ? 'killed' : 'command-failed',
        message: `the transaction ${how} before it said how it ended${why === '' ? '' : `: ${why}`}`,
        hint,
    };
}
/** The first changed file with this validator, or file or link with a follow-up: where a person will look. */
function location({ changes, links }, step) {
    if (step === undefined)
        return {};
    const files = changes.map(({ file }) => file);
    const { kind, subject } = step;
    const guilty = kind === 'validate'
        ? files.find(({ validate }) => validate !== undefined && validate === (subject ?? validate))
        : [...files, ...links.map(({ link }) => link)].find(({ after }) => after.length > 0);
    return guilty === undefined ? {} : { at: guilty.from };
}


/***/ }),

/***/ 37568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ roleOutcomes),
/* harmony export */   DV: () => (/* binding */ outsideRoles),
/* harmony export */   n_: () => (/* binding */ diffOf)
/* harmony export */ });
/** What stands for tasks outside of roles: Ansible's own gathering of facts. */
const outsideRoles = 'facts';
/** All tasks by role, in the order in which the roles began. */
function roleOutcomes({ tasks }) {
    const names = [...new Set(tasks.map(({ role = outsideRoles }) => role))];
    return names.map((role) => {
        const own = tasks.filter((task) => (task.role ?? outsideRoles) === role);
        return {
            role,
            tasks: own.filter(({ status }) => status !== 'skipped').length,
            changed: own.filter(({ status }) => status === 'changed'),
            hasFailed: own.some(({ status, isIgnored }) => status === 'failed' && !isIgnored),
            seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
        };
    });
}
/** Of a task and of the items of its loop. */
function diffOf({ diff, items }) {
    return [diff, ...items.map((item) => item.diff)].filter((text) => text !== undefined).join('\n');
}


/***/ })

};
