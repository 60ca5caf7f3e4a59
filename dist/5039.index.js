export const id = 5039;
export const ids = [5039];
export const modules = {

/***/ 68871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ applyPlan),
/* harmony export */   r: () => (/* binding */ makeTransaction)
/* harmony export */ });
/* harmony import */ var _base_count_of_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19449);
/* harmony import */ var _task_lock_holder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80168);
/* harmony import */ var _commands_stamp_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8761);
/* harmony import */ var _execute_transaction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80181);
/* harmony import */ var _plan_conclude_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33510);
/* harmony import */ var _plan_plan_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40200);






const lockWaitSeconds = 120;
/** Sends the change in one transfer, lets the machine carry it out, confirms it; says how that ended. */
async function applyPlan(task, { session, identity, plan, stamp }) {
    const transaction = makeTransaction(task, {
        files: planFiles(plan),
        validations: plan.validations,
        followUps: plan.followUps,
        checks: plan.checks,
        stamp: (0,_commands_stamp_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeStamp */ .yh)(stamp),
        stampEnv: (0,_commands_stamp_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeStampEnv */ .rp)(stamp),
        managed: { files: stamp.files, links: stamp.links ?? [] },
        observedGeneration: plan.generation,
    });
    const executed = await (0,_execute_transaction_js__WEBPACK_IMPORTED_MODULE_0__/* .executeTransaction */ .M)(task, { session, identity, transaction });
    return (0,_plan_conclude_js__WEBPACK_IMPORTED_MODULE_1__/* .concludeTransaction */ .O)(executed, {
        changed: describeChange(plan),
        changes: plan.changes,
        links: plan.links,
    });
}
/** Fills in what is the same for every transaction of a run. */
function makeTransaction(task, content) {
    return {
        ...content,
        id: (0,_task_lock_holder_js__WEBPACK_IMPORTED_MODULE_4__/* .newId */ .S)(task.ports.clock),
        marker: `${(0,_task_lock_holder_js__WEBPACK_IMPORTED_MODULE_4__/* .newId */ .S)(task.ports.clock)}${(0,_task_lock_holder_js__WEBPACK_IMPORTED_MODULE_4__/* .newId */ .S)(task.ports.clock)}`,
        holder: (0,_task_lock_holder_js__WEBPACK_IMPORTED_MODULE_4__/* .holderLine */ .$)(task),
        lockWaitSeconds,
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
    const put = `changed ${(0,_base_count_of_js__WEBPACK_IMPORTED_MODULE_5__/* .countOf */ .p)(changes.length, 'file')}${changes.length === 1 ? `: ${first}` : ''}`;
    const gone = `removed ${(0,_base_count_of_js__WEBPACK_IMPORTED_MODULE_5__/* .countOf */ .p)(removals.length, 'file')}`;
    const then = `then ${(0,_base_count_of_js__WEBPACK_IMPORTED_MODULE_5__/* .countOf */ .p)(followUps.length, 'that follows', 'that follow')}`;
    return [
        ...(changes.length > 0 ? [put] : []),
        ...(removals.length > 0 ? [gone] : []),
        ...links.map(_plan_plan_links_js__WEBPACK_IMPORTED_MODULE_2__/* .describeSymlink */ .pF),
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
// EXTERNAL MODULE: ./build/task/sessions.js
var sessions = __webpack_require__(25655);
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
// EXTERNAL MODULE: ./build/base/count-of.js
var count_of = __webpack_require__(19449);
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
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(task, identity), true);
        const done = await attemptOnce(task, work, { session, identity });
        // Another run may have changed the machine between our look and our turn: look once more.
        if (done.reason !== 'machine-changed' || work.planDigest !== undefined)
            return done;
        return await attemptOnce(task, { ...work, allRoles: false }, { session, identity });
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
async function attemptOnce(task, work, { session, identity }) {
    const desired = work.desired.of(task.machine.name);
    const { observed, plan } = await (0,observe_machine/* observeMachine */.s)(task, session, { desired, allRoles: work.allRoles });
    if (work.planDigest !== undefined && work.planDigest !== plan.digest)
        throw planChanged(task, plan);
    if (work.dryRun)
        return await show(task, session, { work, desired, plan });
    if (!(0,plan_plan/* needsWork */.Bd)(plan))
        return await change(task, { work, desired, plan }, { session, identity });
    const { tree } = work.view.snapshot;
    // Loaded when it is needed: most runs find nothing to do, and start the sooner.
    const { withMachineReady } = await Promise.all(/* import() */[__webpack_require__.e(4879), __webpack_require__.e(236)]).then(__webpack_require__.bind(__webpack_require__, 80236));
    return await withMachineReady(task, { session, identity, desired, plan, observed, tree }, async (ready, { ran }) => {
        const { plan: rest } = await (0,observe_machine/* observeMachine */.s)(task, ready, { desired, allRoles: false });
        const done = await change(task, { work, desired, plan: rest }, { session: ready, identity });
        return withRoles(done, ran);
    });
}
async function show(task, session, { work, desired, plan }) {
    const { checkBaseline } = await __webpack_require__.e(/* import() */ 9228).then(__webpack_require__.bind(__webpack_require__, 89228));
    const roles = await checkBaseline(task, session, { baseline: desired.baseline, pending: plan.pending });
    const data = await (0,show_plan/* showPlan */.t)(task, session, { plan, roles, secrets: work.desired.secrets });
    return { ...withToMake(describePlan(plan), work.desired.toMake(task.machine.name)), data };
}
/** The transaction: everything that decides what serves. */
async function change(task, { work, desired, plan }, { session, identity }) {
    const { view } = work;
    const applied = { view: view, desired, digest: plan.desiredDigest };
    if ((0,plan_plan/* isNothingToDo */.ux)(plan)) {
        const known = view.snapshot.machines.get(task.machine.name)?.state;
        // A run that was killed between the change and its record left the ledger behind: say now what holds.
        const isKnown = known?.digest === plan.desiredDigest;
        return { ...upToDate, changes: isKnown ? [] : [appliedState(task, { ...applied, done: upToDate })] };
    }
    const done = await (0,apply/* applyPlan */.g)(task, { session, identity, plan, stamp: appliedStamp(task, applied) });
    if (done.kind !== 'changed')
        return done;
    await tidy(task, session);
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

/***/ 80181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ executeTransaction)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/task/sessions.js
var sessions = __webpack_require__(25655);
// EXTERNAL MODULE: ./build/transaction/machine-program.js
var machine_program = __webpack_require__(51431);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/base/step-kinds.js
var step_kinds = __webpack_require__(70330);
;// CONCATENATED MODULE: ./build/transaction/read-transaction.js


const frameSchema = schemas/* discriminatedUnion */.gMt('f', [
    schemas/* object */.Ikc({ f: schemas/* literal */.euz('program') }),
    schemas/* object */.Ikc({ f: schemas/* literal */.euz('hello') }),
    schemas/* object */.Ikc({ f: schemas/* literal */.euz('step'), kind: schemas/* string */.YjP(), name: schemas/* string */.YjP(), subject: schemas/* string */.YjP().optional() }),
    schemas/* object */.Ikc({
        f: schemas/* literal */.euz('done'),
        kind: schemas/* string */.YjP(),
        name: schemas/* string */.YjP(),
        status: schemas/* enum */.k5n(['ok', 'failed', 'skipped']),
        output: schemas/* string */.YjP(),
        truncated: schemas/* boolean */.zMY(),
        /** Which of several: the command of a validator that failed, the name of a check, a follow-up. */
        subject: schemas/* string */.YjP().optional(),
    }),
    schemas/* object */.Ikc({ f: schemas/* literal */.euz('confirm') }),
    schemas/* object */.Ikc({ f: schemas/* literal */.euz('waiting'), holder: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ f: schemas/* literal */.euz('busy'), holder: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({
        f: schemas/* literal */.euz('end'),
        kind: schemas/* enum */.k5n(['changed', 'failed', 'rolled-back']),
        why: schemas/* string */.YjP(),
    }),
]);
const noiseShown = 200;
/**
 * Reads what a transaction says, line by line as it comes: frames, `MARKER LENGTH JSON`. What comes before the first
 * one is noise; behind it only frames are taken, until the end.
 */
function readTransaction(marker, listener) {
    const steps = [];
    let noise = '';
    let hasBegun = false;
    let isGarbled = false;
    let end;
    let startedMs = 0;
    const take = (frame) => {
        switch (frame.f) {
            case 'program':
                listener.onProgram();
                return;
            case 'hello':
                listener.onHello();
                return;
            case 'step':
                startedMs = listener.elapsed();
                listener.onStep(labelOf(frame));
                return;
            case 'done': {
                const step = stepOf(frame, listener.elapsed() - startedMs);
                steps.push(step);
                listener.onStepDone(step);
                return;
            }
            case 'confirm':
                listener.onConfirm();
                return;
            case 'waiting':
                listener.onWaiting(frame.holder);
                return;
            case 'busy':
                end = { kind: 'busy', holder: frame.holder };
                return;
            case 'end':
                end = frame.kind === 'changed' ? { kind: frame.kind } : { kind: frame.kind, why: frame.why };
        }
    };
    return {
        line(text) {
            if (isGarbled || end !== undefined)
                return;
            const frame = parseFrame(hasBegun ? text : fromMarker(text, marker), marker);
            if (frame !== undefined) {
                if (!hasBegun && noise.trim() !== '')
                    listener.onNoise(noise.trim().slice(0, noiseShown));
                hasBegun = true;
                take(frame);
            }
            else if (!hasBegun) {
                if (noise.length < noiseShown)
                    noise += `${text.slice(0, noiseShown)}\n`;
            }
            else {
                isGarbled = true;
                listener.onGarbled();
            }
        },
        result: () => ({
            steps,
            ...(end === undefined ? {} : { end }),
            ...(isGarbled ? { isGarbled } : {}),
        }),
    };
}
function stepOf(frame, durationMs) {
    const detail = `${frame.output.replace(/\n$/, '')}${frame.truncated ? '\n(more was printed)' : ''}`;
    return {
        ...labelOf(frame),
        status: frame.status,
        durationMs: Math.round(durationMs),
        ...(detail === '' ? {} : { detail }),
    };
}
function labelOf({ kind, name, subject }) {
    return {
        kind: (0,step_kinds/* isStepKind */.P)(kind) ? kind : 'other',
        text: name,
        ...(subject === undefined ? {} : { subject }),
    };
}
/** A greeting need not end with a newline. */
function fromMarker(text, marker) {
    return text.slice(Math.max(0, text.indexOf(`${marker} `)));
}
/** Undefined for what is no frame. */
function parseFrame(text, marker) {
    if (!text.startsWith(`${marker} `))
        return undefined;
    const [, length, body = ''] = /^(\d+) (.*)$/.exec(text.slice(marker.length + 1)) ?? [];
    if (Number(length) !== body.length)
        return undefined;
    const frame = frameSchema.safeParse(parseJson(body));
    return frame.success ? frame.data : undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** What `lastCommand` printed, when it speaks of this transaction; a greeting of the shell may stand before it. */
function parseLast(text, id) {
    const [, kind, why = ''] = new RegExp(`^${id} (changed|failed|rolled-back) ?(.*)$`, 'm').exec(text) ?? [];
    if (kind === 'changed')
        return { kind };
    return kind === 'failed' || kind === 'rolled-back' ? { kind, why: why.trim() } : undefined;
}

// EXTERNAL MODULE: ./build/transaction/transaction.js + 3 modules
var transaction_transaction = __webpack_require__(20784);
;// CONCATENATED MODULE: ./build/configure/execute-transaction.js
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
/** The machine gives up on us after 10 s of silence. */
const beatMs = 3000;
/** The machine is back to the old files within 35 s of whatever went wrong; a little more for its boot. */
const settleMs = 45_000;
/** Less than the machine waits for a confirmation. */
const confirmMs = 12_000;
/**
 * Sends a transaction, shows signs of life until it ends, and confirms it over
 * a new connection when the machine asks. When the connection is lost the
 * machine decides by itself; then we come back and ask how it decided.
 */
async function executeTransaction(task, { session, identity, transaction }) {
    const { clock } = task.ports;
    let unconfirmed;
    let confirming;
    let beat;
    const program = await (0,tar/* packTar */.nG)((0,machine_program/* machineProgram */.g)().files);
    const change = (0,transaction_transaction/* transactionChange */.V5)(transaction);
    const reader = readTransaction(transaction.marker, {
        onProgram: () => running.write(program),
        onHello: () => {
            beat = setInterval(() => running.write('beat\n'), beatMs);
        },
        onNoise: (text) => task.warn(`its shell prints before a command runs: ${text}`),
        // Nobody speaks to what may be somebody else: it takes the change back when it hears nothing.
        onGarbled: () => clearInterval(beat),
        onStep: (step) => task.stepStarted(step),
        onStepDone: (step) => task.stepDone(step),
        onWaiting: (holder) => task.stepStarted({ kind: 'wait', text: `wait for ${holder || 'another run'}` }),
        onConfirm: () => {
            confirming = execute_transaction_confirm(task, identity, transaction).catch((error) => {
                unconfirmed = error instanceof Error ? error.message : String(error);
            });
        },
        elapsed: () => clock.elapsed(),
    });
    const running = await session.start((0,transaction_transaction/* transactionCommand */.o7)(transaction, { change, program }), {
        ...limits,
        onLine: (line, stream) => stream === 'stdout' && reader.line(line),
        ...(task.ports.signal === undefined ? {} : { signal: task.ports.signal }),
    });
    running.write(change);
    try {
        const ended = await running.ended;
        await confirming;
        const { steps, end, isGarbled } = reader.result();
        // The program on the machine was killed: then its watch decides.
        const settled = end ?? (steps.length === 0 ? undefined : await settle(task, identity, transaction));
        return {
            steps,
            ended,
            ...(isGarbled === undefined ? {} : { isGarbled }),
            ...(settled === undefined ? {} : { end: settled }),
            ...(unconfirmed === undefined ? {} : { unconfirmed }),
        };
    }
    catch (error) {
        if (!(error instanceof errors/* DroverError */.F))
            throw error;
        const { steps, end, isGarbled } = reader.result();
        const settled = end ?? (await settle(task, identity, transaction));
        return {
            steps,
            lost: error,
            ...(isGarbled === undefined ? {} : { isGarbled }),
            ...(settled === undefined ? {} : { end: settled }),
            ...(unconfirmed === undefined ? {} : { unconfirmed }),
        };
    }
    finally {
        clearInterval(beat);
    }
}
/** The point is the new connection: it proves that the machine can still be reached. */
async function execute_transaction_confirm(task, identity, transaction) {
    await task.step({ kind: 'confirm', text: 'confirm over a new connection' }, async () => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await (0,sessions/* reopenSession */.aQ)(task, identity, confirmMs), true);
            await session.exec((0,transaction_transaction/* confirmCommand */.qw)(transaction), { timeoutMs: 10_000 });
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
/** Asks until the machine has decided, or for as long as it may take to decide. Not cancelled: it is what tells a cancelled run how it ended. */
async function settle(task, identity, transaction) {
    const { clock, signal } = task.ports;
    // GitHub ends a cancelled job within 10 s: no time to wait for the machine, which decides without us.
    if (signal?.aborted)
        return undefined;
    task.stepStarted({ kind: 'settle', text: 'wait for the machine to decide by itself' });
    const untilMs = clock.elapsed() + settleMs;
    while (clock.elapsed() < untilMs) {
        try {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const session = __addDisposableResource(env_2, await (0,sessions/* reopenSession */.aQ)(task, identity, 0), true);
                const { stdout } = await session.exec((0,transaction_transaction/* lastCommand */.Cb)(transaction), { timeoutMs: 10_000 });
                const end = parseLast(stdout.toString('utf8'), transaction.id);
                if (end !== undefined)
                    return end;
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
        catch (error) {
            if (!(error instanceof errors/* DroverError */.F))
                throw error;
        }
        await clock.sleep(1000);
    }
    return undefined;
}


/***/ }),

/***/ 33510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ concludeTransaction)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35245);
/* harmony import */ var _plan_links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40200);


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
        reason: executed.isGarbled ? 'command-failed' : reasonOf(end, failed),
        message: describe(end, { failed, executed, ...desired }),
        hint: hintOf(end),
        ...location(desired, failed),
    };
}
function reasonOf(end, failed) {
    if (end.why === 'unconfirmed')
        return 'unconfirmed';
    if (end.why === 'no-python')
        return 'missing-tool';
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
    if (executed.isGarbled)
        return `the machine's answer is not Drover's; ${state}`;
    switch (end.why) {
        case 'no-python':
            return `it has no Python 3.6 or newer; ${state}`;
        case 'revert':
            return `the old files could not all be put back${tail(failed)}`;
        case 'receive':
            return `the change could not be received; ${state}: ${executed.ended?.stderr.toString('utf8').trim() ?? ''}`;
        case 'unconfirmed':
            return `no new connection could confirm the change; ${state}: ${executed.unconfirmed ?? 'no answer'}`;
        case 'before':
        case 'after':
            return `${nameOf(failed, changes)} failed; ${state}${tail(failed)}`;
        default:
            return `the run lost its hold on the machine in the middle of the change; ${state}`;
    }
}
/** What serves again after a change was taken back. */
function describeOld(links) {
    const ends = links.map(({ link, observedLink }) => observedLink === undefined
        ? `${link.kind} ${link.name} is gone again`
        : `${link.kind} ${link.name} is at ${(0,_plan_links_js__WEBPACK_IMPORTED_MODULE_0__/* .shortEnd */ .Aw)(observedLink)} again`);
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
/** The first and the last lines of what a step printed: a validator says first what is wrong, our script last. */
function tail(step) {
    const lines = (step?.detail ?? '').split('\n').filter((line) => line.trim() !== '');
    const shown = lines.length > 3 ? [...lines.slice(0, 2), ...lines.slice(-1)] : lines;
    const why = shown.map((line) => line.slice(0, 200)).join('; ');
    return why === '' ? '' : `: ${why}`;
}
function hintOf({ kind, why }) {
    if (why === 'no-python')
        return 'Run "drover run MACHINE -- apt-get install -y python3" first.';
    if (why === 'unconfirmed') {
        return 'The new configuration keeps us from logging in (sshd, firewall, accounts). Mend that and run the operation again.';
    }
    if (kind === 'failed')
        return "The step's output says what to mend. Run the operation again after.";
    return "The machine serves its earlier configuration. Mend what the step's output names and run the operation again.";
}
function undecided({ ended, lost, isGarbled }) {
    const hint = 'The machine puts the old files back by itself within 35 s. Run the operation again: it looks first and finishes what is missing.';
    if (lost !== undefined) {
        return {
            kind: 'failed',
            reason: lost.reason,
            message: `${lost.message}; how the change ended is not known`,
            hint,
        };
    }
    if (isGarbled) {
        return {
            kind: 'failed',
            reason: 'command-failed',
            message: "the machine's answer is not Drover's; how the change ended is not known",
            hint,
        };
    }
    const how = ended === undefined ? 'ended' : (0,_base_command_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEnd */ .l)(ended);
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


/***/ }),

/***/ 80168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ holderLine),
/* harmony export */   S: () => (/* binding */ newId)
/* harmony export */ });
/** Tells a contender who holds the lock of a machine. */
function holderLine({ ports, machine }) {
    const since = new Date(ports.clock.now()).toISOString();
    return `run ${ports.run.id} of ${ports.run.actor}, on ${machine.name} since ${since}`;
}
/** 16 hexadecimal digits for one attempt at changing a machine. */
function newId(clock) {
    const half = () => Math.floor(clock.random() * 0xffffffff)
        .toString(16)
        .padStart(8, '0');
    return `${half()}${half()}`;
}


/***/ }),

/***/ 51431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ machineProgram)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _programs_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34472);


/** Parts of the program that carries out changes on a machine. */
const parts = [
    'machine/apply.py',
    'machine/arm.py',
    'machine/back.py',
    'machine/children.py',
    'machine/ends.py',
    'machine/files.py',
    'machine/follow.py',
    'machine/forward.py',
    'machine/keep.py',
    'machine/listener.py',
    'machine/lock.py',
    'machine/main.py',
    'machine/paths.py',
    'machine/plan.py',
    'machine/points.py',
    'machine/receive.py',
    'machine/recover.py',
    'machine/stage.py',
    'machine/swap.py',
    'machine/transaction.py',
    'machine/validate.py',
    'machine/verbs.py',
    'machine/voice.py',
];
let known;
/** The program as it goes to machines that do not have it. */
function machineProgram() {
    known ??= readParts();
    return known;
}
function readParts() {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const files = parts.map((part) => {
        const path = part.slice('machine/'.length);
        const bytes = Buffer.from((0,_programs_program_js__WEBPACK_IMPORTED_MODULE_1__/* .programText */ .Q)(part));
        digest.update(`${path} ${bytes.length}\n`).update(bytes);
        return { path, mode: 0o600, bytes };
    });
    return { digest: digest.digest('hex'), files };
}


/***/ }),

/***/ 20784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qw: () => (/* binding */ confirmCommand),
  Cb: () => (/* binding */ lastCommand),
  V5: () => (/* binding */ transactionChange),
  o7: () => (/* binding */ transactionCommand),
  Eb: () => (/* binding */ undoCommand)
});

// EXTERNAL MODULE: ./build/programs/program.js
var programs_program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/transaction/machine-program.js
var machine_program = __webpack_require__(51431);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
// EXTERNAL MODULE: ./build/base/secret-bytes.js
var secret_bytes = __webpack_require__(95452);
// EXTERNAL MODULE: ./build/transaction/follow-up.js
var follow_up = __webpack_require__(83034);
;// CONCATENATED MODULE: ./build/transaction/follow-up-argv.js

/** `reload-or-restart`: a unit that is stopped is started, as somebody who asks for its new configuration expects. */
function followUpArgv(followUp) {
    switch (followUp.kind) {
        case 'daemon-reload':
            return ['systemctl', 'daemon-reload'];
        case 'reload':
            return systemctlAfresh('reload-or-restart', followUp.unit);
        case 'restart':
            return systemctlAfresh('restart', followUp.unit);
        case 'command':
            return ['sh', '-c', followUp.command];
    }
}
/** Also a unit that systemd would not start again so soon. */
function systemctlAfresh(verb, unit) {
    return (0,programs_program/* programCommand */.O)('configure/systemctl-afresh.sh', { args: [verb, unit] }).argv;
}

// EXTERNAL MODULE: ./build/transaction/managed.js
var transaction_managed = __webpack_require__(98270);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
;// CONCATENATED MODULE: ./build/transaction/undo.js

function undoFiles(files) {
    return files.flatMap((file) => {
        if (file.op !== 'put' && file.op !== 'remove')
            return [];
        const newSha256 = file.op === 'put' ? (0,digest/* sha256 */.s)(file.bytes.reveal()) : null;
        return [{ target: file.target, newSha256, existed: file.observedSha256 !== undefined }];
    });
}
function undoLinks(files) {
    return files.flatMap((file) => {
        if (file.op !== 'link' && file.op !== 'unlink')
            return [];
        const newLink = file.op === 'link' ? file.to : null;
        return [{ target: file.target, newLink, oldLink: file.observedLink ?? null }];
    });
}

;// CONCATENATED MODULE: ./build/transaction/plan-records.js






/**
 * What the machine is told of a change (`src/programs/machine/plan.py` reads it): records of fields, each ended by NUL,
 * which no path, name or command can hold. A record begins with its kind and the number of its fields.
 */
function encodePlan(transaction, files) {
    const { id, holder, validations, followUps, checks, undoes = '', observedGeneration = '?' } = transaction;
    const records = [
        ['id', id],
        ['generation', observedGeneration],
        ['undoes', undoes],
        ['holder', holder],
        ['undo', `${JSON.stringify(undoOf(transaction))}\n`],
        ...Object.entries(plannedPlaces).map(([name, path]) => ['place', name, path]),
        ...Object.entries(plannedSeconds(transaction)).map(([name, is]) => ['seconds', name, String(is)]),
        ...validations.map((command) => ['validation', command]),
        ...followUps.map((one) => ['follow', (0,follow_up/* encodeFollowUp */.F)(one), ...followUpArgv(one)]),
        ...checks.map(({ name, command }) => ['check', name, command]),
        ...files.map((file) => ['file', ...fileFields(file)]),
    ];
    const fields = records.flatMap(([kind, ...rest]) => [`${kind} ${rest.length}`, ...rest]);
    return Buffer.from(fields.map((field) => `${field}\0`).join(''));
}
const plannedPlaces = {
    library: places/* places */.z.library,
    transactions: places/* places */.z.transactions,
    undo: places/* places */.z.undo,
    current: places/* places */.z.current,
    last: places/* places */.z.last,
    program: places/* places */.z.program,
    stamp: places/* places */.z.stamp,
    lock: places/* places */.z.lock,
    holder: places/* places */.z.holder,
    token: places/* places */.z.token,
    hold: places/* places */.z.hold,
    'recover-unit': places/* places */.z.recoverUnit,
};
function plannedSeconds(transaction) {
    return {
        'lock-wait': transaction.lockWaitSeconds,
        confirm: places/* seconds */.Y.confirm,
        validation: places/* seconds */.Y.validation,
        'follow-up': places/* seconds */.Y.followUp,
        'last-follow-up': places/* seconds */.Y.lastFollowUp,
        check: places/* seconds */.Y.check,
        watch: places/* seconds */.Y.watch,
        'hard-limit': hardLimit(transaction),
    };
}
/** Past all limits of what a process that still works may be waiting for. */
function hardLimit({ followUps, checks }) {
    return places/* seconds */.Y.confirm + 30 + 2 * followUps.length * places/* seconds */.Y.followUp + checks.length * (places/* seconds */.Y.check + 10);
}
/** Operation, target, owner, group, mode, what the look saw, where a link leads, bytes. */
function fileFields(file) {
    switch (file.op) {
        case 'put': {
            const seen = file.own || file.unseen ? '?' : (file.observedSha256 ?? '-');
            const mode = file.mode.toString(8).padStart(4, '0');
            return ['put', file.target, file.owner, file.group, mode, seen, '-', String(file.bytes.reveal().length)];
        }
        case 'remove':
            return ['remove', file.target, '-', '-', '0', file.observedSha256, '-', '0'];
        case 'link': {
            const seen = file.observedLink === undefined ? '-' : `to:${file.observedLink}`;
            return ['link', file.target, '-', '-', '0', seen, file.to, '0'];
        }
        case 'unlink':
            return ['unlink', file.target, '-', '-', '0', `to:${file.observedLink}`, '-', '0'];
    }
}
function undoOf({ files, followUps }) {
    return {
        files: undoFiles(files),
        links: undoLinks(files),
        followUps: followUps.map(follow_up/* encodeFollowUp */.F),
    };
}
/** Drover's own files come last: the stamp must not say what is not there yet. */
function allFiles({ files, stamp, stampEnv, managed }) {
    const own = (target, mode, content) => ({
        op: 'put',
        own: true,
        target,
        owner: 'root',
        group: 'root',
        mode,
        bytes: new secret_bytes/* SecretBytes */.y(Buffer.from(content)),
    });
    return [
        ...inOrder(files),
        own(places/* places */.z.files, 0o600, (0,transaction_managed/* encodeManaged */.W)(managed)),
        own(places/* places */.z.stampEnv, 0o644, stampEnv),
        own(places/* places */.z.stamp, 0o644, stamp),
    ];
}
/** What a link will lead to is whole before the link leads there; what goes is still there until then. */
function inOrder(files) {
    const turns = ['put', 'link', 'unlink', 'remove'];
    return turns.flatMap((turn) => files.filter(({ op }) => op === turn));
}

;// CONCATENATED MODULE: ./build/transaction/transaction.js




/**
 * Receives a change (its size is the first thing known of it) on standard input, then listens there for signs of life, a
 * line every few seconds. Answers in frames, see `readTransaction`; asks for its program when the machine has another one.
 */
function transactionCommand({ id, marker }, { change, program }) {
    const values = { place_program: places/* places */.z.program, place_transactions: places/* places */.z.transactions };
    const args = [marker, id, String(change.length), (0,machine_program/* machineProgram */.g)().digest, String(program.length)];
    return (0,programs_program/* programCommand */.O)('machine/start.sh', { values, args });
}
/** What a second connection says: whoever can say it has a way to the machine. Exit status 3: nothing waits for it. */
function confirmCommand({ id }) {
    const values = { place_transactions: places/* places */.z.transactions, place_current: places/* places */.z.current };
    return (0,programs_program/* programCommand */.O)('configure/confirm.sh', { values, args: [id] });
}
/** Prints how a transaction ended, `ID KIND WHY`; nothing while that is not decided. */
function lastCommand({ id }) {
    const { transactions, current, last } = places/* places */.z;
    const values = { place_transactions: transactions, place_current: current, place_last: last };
    return (0,programs_program/* programCommand */.O)('configure/last.sh', { values, args: [id] });
}
/** Answers with an archive of the newest kept change: `NAME/undo.json` and `NAME/old/…`; with nothing when none is kept. */
const undoCommand = (0,programs_program/* programCommand */.O)('configure/read-undo.sh', {
    values: { place_undo: places/* places */.z.undo },
});
/** What is sent: the plan, and behind it the bytes of the files in their order. */
function transactionChange(transaction) {
    const files = allFiles(transaction);
    const plan = encodePlan(transaction, files);
    const bytes = files.flatMap((file) => (file.op === 'put' ? [file.bytes.reveal()] : []));
    return Buffer.concat([Buffer.from(`${plan.length}\n`), plan, ...bytes]);
}


/***/ })

};
