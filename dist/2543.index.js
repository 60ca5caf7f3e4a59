export const id = 2543;
export const ids = [2543];
export const modules = {

/***/ 92420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ applyPlan),
/* harmony export */   r: () => (/* binding */ makeTransaction)
/* harmony export */ });
/* harmony import */ var _recipes_stamp_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35719);
/* harmony import */ var _lock_holder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42435);
/* harmony import */ var _conclude_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75243);
/* harmony import */ var _converse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77730);
/* harmony import */ var _plan_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(869);





const lockWaitSeconds = 120;
/** Sends the change in one transfer, lets the machine carry it out, confirms it; says how that ended. */
async function applyPlan(job, { session, identity, plan, stamp }) {
    const transaction = makeTransaction(job, {
        files: planFiles(plan),
        validations: plan.validations,
        followUps: plan.followUps,
        checks: plan.checks,
        stamp: (0,_recipes_stamp_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeStamp */ .yh)(stamp),
        stampEnv: (0,_recipes_stamp_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeStampEnv */ .rp)(stamp),
        managed: { files: stamp.files, links: stamp.links ?? [] },
        seenGeneration: plan.generation,
    });
    const conversed = await (0,_converse_js__WEBPACK_IMPORTED_MODULE_1__/* .converse */ .i)(job, { session, identity, transaction });
    return (0,_conclude_js__WEBPACK_IMPORTED_MODULE_0__/* .concludeTransaction */ .O)(conversed, {
        changed: describeChange(plan),
        changes: plan.changes,
        links: plan.links,
    });
}
/** Fills in what is the same for every transaction of a run. */
function makeTransaction(job, content) {
    return {
        ...content,
        id: (0,_lock_holder_js__WEBPACK_IMPORTED_MODULE_4__/* .newId */ .S)(job.ports.clock),
        holder: (0,_lock_holder_js__WEBPACK_IMPORTED_MODULE_4__/* .holderLine */ .$)(job),
        lockWaitSeconds,
    };
}
function planFiles({ changes, removals, links, linkRemovals }) {
    return [
        ...changes.map(({ file, target, seenSha256, unseen }) => ({
            op: 'put',
            target,
            owner: file.owner,
            group: file.group,
            mode: file.mode,
            bytes: file.bytes,
            ...(seenSha256 === undefined ? {} : { seenSha256 }),
            ...(unseen === undefined ? {} : { unseen }),
        })),
        ...links.map(({ link, seenLink }) => ({
            op: 'link',
            target: link.place,
            to: link.to,
            ...(seenLink === undefined ? {} : { seenLink }),
        })),
        ...linkRemovals.map(({ place, seenLink }) => ({ op: 'unlink', target: place, seenLink })),
        ...removals.map(({ target, seenSha256 }) => ({ op: 'remove', target, seenSha256 })),
    ];
}
function describeChange(plan) {
    const { changes, removals, links, linkRemovals, followUps, stampOnly } = plan;
    if (stampOnly)
        return 'wrote the stamp';
    const first = changes[0]?.file.destination;
    const put = changes.length === 1 ? `changed 1 file: ${first}` : `changed ${changes.length} files`;
    const gone = removals.length === 1 ? 'removed 1 file' : `removed ${removals.length} files`;
    const then = `then ${followUps.length} that ${followUps.length === 1 ? 'follows' : 'follow'}`;
    return [
        ...(changes.length > 0 ? [put] : []),
        ...(removals.length > 0 ? [gone] : []),
        ...links.map(_plan_links_js__WEBPACK_IMPORTED_MODULE_2__/* .describeLink */ .Ex),
        ...linkRemovals.map(({ path }) => `removed the link ${path}`),
        ...(followUps.length > 0 ? [then] : []),
    ].join(', ');
}


/***/ }),

/***/ 75243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ concludeTransaction)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35245);
/* harmony import */ var _plan_links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(869);


/** Pure: how a transaction ended, as an outcome with a reason and a way out. */
function concludeTransaction(conversed, wanted) {
    const { end } = conversed;
    if (end === undefined)
        return undecided(conversed);
    if (end.kind === 'changed')
        return { kind: 'changed', reason: 'done', message: wanted.changed };
    if (end.kind === 'busy') {
        return {
            kind: 'failed',
            reason: 'machine-locked',
            message: `another run is changing the machine: ${end.holder || 'it does not say which'}`,
            hint: 'Wait until that run is done, then run this again.',
        };
    }
    const failed = conversed.steps.find((step) => step.status === 'failed' && !step.name.startsWith('confirm '));
    return {
        kind: end.kind,
        reason: reasonOf(end, failed),
        message: describe(end, { failed, conversed, ...wanted }),
        hint: hintOf(end),
        ...location(wanted, failed),
    };
}
function reasonOf(end, failed) {
    if (end.why === 'unconfirmed')
        return 'unconfirmed';
    if (end.why !== 'before' && end.why !== 'after')
        return 'connection-lost';
    if (failed?.name === 'recheck')
        return 'machine-changed';
    if (failed?.name.startsWith('validate'))
        return 'validation-failed';
    if (failed?.name.startsWith('check '))
        return 'check-failed';
    const own = ['prepare', 'stage', 'keep', 'arm', 'swap', 'revert'];
    return failed === undefined || own.includes(failed.name) ? 'command-failed' : 'follow-up-failed';
}
function describe(end, { failed, conversed, changes, links }) {
    const state = end.kind === 'failed' ? 'no file was changed' : describeOld(links);
    switch (end.why) {
        case 'revert':
            return `the old files could not all be put back${tail(failed)}`;
        case 'receive':
            return `the change could not be received; ${state}: ${conversed.ended?.stderr.toString('utf8').trim() ?? ''}`;
        case 'unconfirmed':
            return `no new connection could confirm the change; ${state}: ${conversed.unconfirmed ?? 'no answer'}`;
        case 'before':
        case 'after':
            return `${nameOf(failed, changes)} failed; ${state}${tail(failed)}`;
        default:
            return `the run lost its hold on the machine in the middle of the change; ${state}`;
    }
}
/** What serves again after a change was taken back. */
function describeOld(links) {
    const ends = links.map(({ link, seenLink }) => seenLink === undefined
        ? `${link.kind} ${link.name} is gone again`
        : `${link.kind} ${link.name} is at ${(0,_plan_links_js__WEBPACK_IMPORTED_MODULE_0__/* .shortEnd */ .Aw)(seenLink)} again`);
    const [last, ...others] = ['the old files are back', ...ends].reverse();
    return others.length === 0 ? `${last}` : `${others.reverse().join(', ')} and ${last}`;
}
function nameOf(step, changes) {
    const name = step?.name ?? 'a step';
    const guilty = step?.name.startsWith('validate') ? findValidated(changes, step) : undefined;
    return guilty === undefined ? name : `${name} ${guilty.file.destination}`;
}
/** The script ends a validation with the command that failed, in quotes. */
function findValidated(changes, step) {
    const { detail = '' } = step;
    return changes.find(({ file }) => file.validate !== undefined && detail.includes(`"${file.validate}" exited`));
}
/** The first and the last lines of what a step printed: a validator says first what is wrong, our script last. */
function tail(step) {
    const lines = (step?.detail ?? '').split('\n').filter((line) => line.trim() !== '');
    const shown = lines.length > 3 ? [...lines.slice(0, 2), ...lines.slice(-1)] : lines;
    const why = shown.map((line) => line.slice(0, 200)).join('; ');
    return why === '' ? '' : `: ${why}`;
}
function hintOf({ kind, why }) {
    if (why === 'unconfirmed') {
        return 'The new configuration keeps us from logging in (sshd, firewall, accounts). Mend that and run the operation again.';
    }
    if (kind === 'failed')
        return "The step's output says what to mend. Run the operation again after.";
    return "The machine serves its earlier configuration. Mend what the step's output names and run the operation again.";
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
    const guilty = step.name.startsWith('validate')
        ? files.find(({ validate }) => validate !== undefined)
        : [...files, ...links.map(({ link }) => link)].find(({ after }) => after.length > 0);
    return guilty === undefined ? {} : { at: guilty.from };
}


/***/ }),

/***/ 32543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ configureMachine)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/survey.js
var survey = __webpack_require__(82305);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/operations/configure/look.js
var look = __webpack_require__(91013);
;// CONCATENATED MODULE: ./build/operations/configure/applied.js


/** What the machine is to say of itself once this is there. */
function appliedStamp({ machine, ports }, { survey, wanted, digest }) {
    const { files, links } = wanted;
    const artifacts = Object.fromEntries(wanted.artifacts.map(({ name, sha256 }) => [name, sha256]));
    return {
        flock: survey.flock.name,
        machine: machine.name,
        config: survey.snapshot.commit,
        digest,
        run: ports.run,
        time: new Date(ports.clock.now()).toISOString(),
        ...(0,look/* managedOf */.d)({ files, links }),
        ...versionsOf(wanted),
        ...(wanted.artifacts.length === 0 ? {} : { artifacts }),
    };
}
/** `state.json`: what the branch is to say of the machine. */
function appliedState({ machine, ports }, { survey, wanted, digest, done }) {
    return {
        kind: 'put',
        path: (0,machine_files/* machinePath */.lg)(machine.name, 'state.json'),
        mode: '100644',
        bytes: Buffer.from((0,machine_files/* encodeState */.Md)({
            config: survey.snapshot.commit,
            digest,
            operation: 'configure',
            outcome: done.kind,
            reason: done.reason,
            run: ports.run,
            time: new Date(ports.clock.now()).toISOString(),
            ...versionsOf(wanted),
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

// EXTERNAL MODULE: ./build/operations/configure/apply.js
var apply = __webpack_require__(92420);
// EXTERNAL MODULE: ./build/recipes/baseline/role-ends.js
var role_ends = __webpack_require__(99727);
// EXTERNAL MODULE: ./build/operations/configure/plan.js + 1 modules
var configure_plan = __webpack_require__(85133);
;// CONCATENATED MODULE: ./build/operations/configure/describe.js


const upToDate = { kind: 'ok', reason: 'already-so', message: 'nothing to do' };
/** The roles that ran are part of what was done, also when the rest was taken back. */
function withRoles(done, ran) {
    if (ran === undefined)
        return done;
    const roles = ran.filter(({ role }) => role !== role_ends/* outsideRoles */.DV).map(({ role }) => role);
    const tasks = ran.reduce((sum, { changed }) => sum + changed.length, 0);
    const said = `ran ${roles.length === 1 ? 'role' : 'roles'} ${roles.join(', ')}: ${tasks} ${tasks === 1 ? 'change' : 'changes'}`;
    const isQuiet = done.kind === 'ok' && done.reason === 'already-so';
    if (!isQuiet)
        return { ...done, message: `${said}; ${done.message}` };
    return { ...done, kind: tasks > 0 ? 'changed' : 'ok', reason: 'done', message: said };
}
/** What a dry run says. */
function describePlan(plan) {
    if ((0,configure_plan/* isNothingToDo */.ux)(plan))
        return upToDate;
    const count = (0,configure_plan/* countChanges */.xS)(plan);
    const what = [
        ...(plan.pending.length === 0
            ? []
            : [`to run: ${plan.pending.map((role) => `role ${role}`).join(', ')}`]),
        ...(count === 0 ? [] : [`${count} ${count === 1 ? 'path' : 'paths'} to change`]),
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

// EXTERNAL MODULE: ./build/operations/configure/show-plan.js
var show_plan = __webpack_require__(30951);
// EXTERNAL MODULE: ./build/operations/configure/survey-machine.js + 2 modules
var survey_machine = __webpack_require__(40688);
;// CONCATENATED MODULE: ./build/operations/configure/configure-machine.js
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
async function configureMachine(job, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const identity = (0,survey/* identityOf */.cu)(work.survey, job.machine.name);
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, identity), true);
        const done = await attemptOnce(job, work, { session, identity });
        // Another run may have changed the machine between our look and our turn: look once more.
        if (done.reason !== 'machine-changed' || work.planDigest !== undefined)
            return done;
        return await attemptOnce(job, { ...work, allRoles: false }, { session, identity });
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
async function attemptOnce(job, work, { session, identity }) {
    const wanted = work.wanted.of(job.machine.name);
    const { sighting, plan } = await (0,survey_machine/* surveyMachine */.Y)(job, session, { wanted, allRoles: work.allRoles });
    if (work.planDigest !== undefined && work.planDigest !== plan.digest)
        throw planChanged(job, plan);
    if (work.dryRun)
        return await show(job, session, { work, wanted, plan });
    if (!(0,configure_plan/* needsWork */.Bd)(plan))
        return await change(job, { work, wanted, plan }, { session, identity });
    const { tree } = work.survey.snapshot;
    // Loaded when it is needed: most runs find nothing to do, and start the sooner.
    const { withMachineReady } = await Promise.all(/* import() */[__webpack_require__.e(8625), __webpack_require__.e(1224)]).then(__webpack_require__.bind(__webpack_require__, 1224));
    return await withMachineReady(job, { session, identity, wanted, plan, sighting, tree }, async (ready, { ran }) => {
        const { plan: rest } = await (0,survey_machine/* surveyMachine */.Y)(job, ready, { wanted, allRoles: false });
        const done = await change(job, { work, wanted, plan: rest }, { session: ready, identity });
        return withRoles(done, ran);
    });
}
async function show(job, session, { work, wanted, plan }) {
    const { checkBaseline } = await __webpack_require__.e(/* import() */ 1839).then(__webpack_require__.bind(__webpack_require__, 21839));
    const roles = await checkBaseline(job, session, { baseline: wanted.baseline, pending: plan.pending });
    const data = await (0,show_plan/* showPlan */.t)(job, session, { plan, roles, secrets: work.wanted.secrets });
    return { ...withToMake(describePlan(plan), work.wanted.toMake(job.machine.name)), data };
}
/** The transaction: everything that decides what serves. */
async function change(job, { work, wanted, plan }, { session, identity }) {
    const { survey: surveyed } = work;
    const applied = { survey: surveyed, wanted, digest: plan.desiredDigest };
    if ((0,configure_plan/* isNothingToDo */.ux)(plan)) {
        const known = surveyed.snapshot.machines.get(job.machine.name)?.state;
        // A run that was killed between the change and its record left the ledger behind: say now what holds.
        const isKnown = known?.digest === plan.desiredDigest;
        return { ...upToDate, changes: isKnown ? [] : [appliedState(job, { ...applied, done: upToDate })] };
    }
    const done = await (0,apply/* applyPlan */.g)(job, { session, identity, plan, stamp: appliedStamp(job, applied) });
    if (done.kind !== 'changed')
        return done;
    await tidy(job, session);
    return { ...done, changes: [appliedState(job, { ...applied, done })] };
}
/** What is old takes room and does no harm: that it is still there is no failure of the change. */
async function tidy(job, session) {
    const { code, artifacts } = job.machine;
    if (code.length === 0 && artifacts.length === 0)
        return;
    const { pruneVersions } = await __webpack_require__.e(/* import() */ 4213).then(__webpack_require__.bind(__webpack_require__, 24213));
    try {
        await pruneVersions(job, session);
    }
    catch (error) {
        if (!(error instanceof errors/* DroverError */.F))
            throw error;
        job.warn(error.message);
    }
}
function planChanged({ machine }, plan) {
    return new errors/* DroverError */.F(`${machine.name}: the plan is now ${plan.digest}, not the one that was approved`, {
        reason: 'plan-changed',
        hint: `Look at it with "drover preview ${machine.name}" and approve it again. Nothing was changed.`,
    });
}


/***/ }),

/***/ 77730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ converse)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
;// CONCATENATED MODULE: ./build/recipes/transaction/read-transaction.js
/** Status of a validation that the kernel gave no private mount namespace for. */
const noNamespace = 125;
/** Reads what a transaction prints, line by line as it comes. */
function readTransaction(id, listener) {
    const steps = [];
    const said = [];
    let end;
    let startedMs = 0;
    const finish = (rest) => {
        const [, name = '', status = '1'] = /^(.*) (\d+)$/.exec(rest) ?? [];
        const detail = said.splice(0).join('\n');
        const step = {
            name,
            status: status === '0' ? 'ok' : Number(status) === noNamespace ? 'skipped' : 'failed',
            durationMs: Math.round(listener.elapsed() - startedMs),
            ...(detail === '' ? {} : { detail }),
        };
        steps.push(step);
        listener.onStepDone(step);
    };
    const words = {
        step: (rest) => {
            startedMs = listener.elapsed();
            listener.onStep(rest);
        },
        done: finish,
        confirm: () => listener.onConfirm(),
        waiting: (rest) => listener.onWaiting(rest.trim()),
        busy: (rest) => {
            end = { kind: 'busy', holder: rest.trim() };
        },
        end: (rest) => {
            end = parseEnd(rest);
        },
    };
    return {
        line(text) {
            if (text.startsWith('| '))
                said.push(text.slice(2));
            else if (text.startsWith(`${id} `)) {
                const [, word = '', rest = ''] = /^\S+ (\S+) ?(.*)$/.exec(text) ?? [];
                if (Object.hasOwn(words, word))
                    words[word]?.(rest);
            }
        },
        result: () => ({ steps, ...(end === undefined ? {} : { end }) }),
    };
}
function parseEnd(rest) {
    const [kind = '', why = ''] = rest.trim().split(' ');
    if (kind === 'changed')
        return { kind };
    return kind === 'failed' || kind === 'rolled-back' ? { kind, why } : undefined;
}
/** What `lastCommand` printed, when it speaks of this transaction. */
function parseLast(text, id) {
    return text.startsWith(`${id} `) ? parseEnd(text.slice(id.length + 1)) : undefined;
}

// EXTERNAL MODULE: ./build/recipes/transaction/transaction.js + 4 modules
var transaction_transaction = __webpack_require__(23554);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
;// CONCATENATED MODULE: ./build/operations/configure/converse.js
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
async function converse(job, { session, identity, transaction }) {
    const { clock } = job.ports;
    let unconfirmed;
    let confirming;
    const reader = readTransaction(transaction.id, {
        onStep: (name) => job.stepStarted(name),
        onStepDone: (step) => job.stepDone(step),
        onWaiting: (holder) => job.stepStarted(`wait for ${holder || 'another run'}`),
        onConfirm: () => {
            confirming = converse_confirm(job, identity, transaction).catch((error) => {
                unconfirmed = error instanceof Error ? error.message : String(error);
            });
        },
        elapsed: () => clock.elapsed(),
    });
    const archive = await (0,tar/* packTar */.nG)((0,transaction_transaction/* transactionArchive */.ZD)(transaction));
    const running = await session.start((0,transaction_transaction/* transactionCommand */.o7)(transaction, archive.length), {
        ...limits,
        onLine: (line, stream) => stream === 'stdout' && reader.line(line),
        ...(job.ports.signal === undefined ? {} : { signal: job.ports.signal }),
    });
    running.write(archive);
    const beat = setInterval(() => running.write('beat\n'), beatMs);
    try {
        const ended = await running.ended;
        await confirming;
        const { steps, end } = reader.result();
        // The shell on the machine was killed: then its watch decides.
        const settled = end ?? (steps.length === 0 ? undefined : await settle(job, identity, transaction));
        return {
            steps,
            ended,
            ...(settled === undefined ? {} : { end: settled }),
            ...(unconfirmed === undefined ? {} : { unconfirmed }),
        };
    }
    catch (error) {
        if (!(error instanceof errors/* DroverError */.F))
            throw error;
        const { steps, end } = reader.result();
        const settled = end ?? (await settle(job, identity, transaction));
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
async function converse_confirm(job, identity, transaction) {
    await job.step('confirm over a new connection', async () => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await (0,sessions/* reopenSession */.aQ)(job, identity, confirmMs), true);
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
async function settle(job, identity, transaction) {
    const { clock, signal } = job.ports;
    // GitHub ends a cancelled job within 10 s: no time to wait for the machine, which decides without us.
    if (signal?.aborted)
        return undefined;
    job.stepStarted('wait for the machine to decide by itself');
    const untilMs = clock.elapsed() + settleMs;
    while (clock.elapsed() < untilMs) {
        try {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const session = __addDisposableResource(env_2, await (0,sessions/* reopenSession */.aQ)(job, identity, 0), true);
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

/***/ 42435:
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

/***/ 99727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ outsideRoles),
/* harmony export */   n_: () => (/* binding */ diffOf),
/* harmony export */   v4: () => (/* binding */ roleEnds)
/* harmony export */ });
/** What stands for tasks outside of roles: Ansible's own gathering of facts. */
const outsideRoles = 'facts';
/** All tasks by role, in the order in which the roles began. */
function roleEnds({ tasks }) {
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

/***/ 81320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ baseScript)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24039);

/**
 * What the worker, the supervisor, the watch and the recovery at boot share.
 * bash, GNU coreutils, util-linux. `id` and `tx` are set by whoever sources it.
 */
const baseScript = String.raw `
set -u
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
umask 077
say() { printf '%s %s\n' "$id" "$*" 2>/dev/null || :; }
# A moment at which something is about to change: written down, and held there if somebody wants to look.
point() {
  printf '%s\n' "$1" >"$tx/point" 2>/dev/null || :
  while [ -e ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.hold}/"$1" ]; do sleep 0.05; done
}
# Targets are absolute: what dirname and basename say, without a program for each.
beside() { printf '%s/.drover-%s-%s' "${'$'}{1%/*}" "$id" "${'$'}{1##*/}"; }
# Replaces a small file of ours in one go.
put_text() {
  printf '%s\n' "$2" >"$1.new" && sync -- "$1.new" && mv -T -f -- "$1.new" "$1"
}
# How a transaction ended. On a full disk into the block that is there already: a verdict that is not
# written is one that nobody can ask for, and the next look could not tell that something happened.
put_verdict() { put_text ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.last} "$1" || printf '%s\n' "$1" 1<>${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.last}; }
# To disk, by one program for all of them.
flush_all() { [ "${'$'}{#to_flush[@]}" -eq 0 ] || sync -- "${'$'}{to_flush[@]}"; }
flush_folders() { to_flush=(); each_file note_folder; flush_all; }
note_folder() { [ ! -d "${'$'}{2%/*}/" ] || to_flush+=("${'$'}{2%/*}/"); }
limited() { limit=$1; shift; timeout -k 5 "$limit" "$@" 7>&- 9>&-; }
step() {
  name=$1; shift
  say "step $name"
  "$@" >"$tx/output" 2>&1 </dev/null
  status=$?
  [ ! -s "$tx/output" ] || { head -c 16384 "$tx/output" | sed 's/^/| /'; [ -z "$(tail -c 1 "$tx/output")" ] || echo; } 2>/dev/null || :
  say "done $name $status"
  return "$status"
}
# What the look saw of the changes before this one: another answer, and its files may be others too.
generation() {
${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .generationScript */ .e6}
}
is_alive() { [ -n "$1" ] && [ -d "/proc/$1" ] && grep -qs drover "/proc/$1/cmdline"; }
has_systemd() { [ -d /run/systemd/system ]; }
`;


/***/ }),

/***/ 94645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ superviseScript)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24039);

/**
 * The supervisor holds the lock, listens to the runner and decides how the
 * transaction ends; the watch and the recovery do the same when it is gone.
 * Everything that undoes is idempotent: it may be cut off and done again.
 */
const superviseScript = String.raw `
# A staged file that is still beside its target was not swapped.
revert_file() {
  case $1 in link | unlink) return 0 ;; esac
  point "$revert_point"; revert_point=revert-next
  staged=$(beside "$2")
  if [ "$1" = put ] && [ -e "$staged" ]; then rm -f -- "$staged" "$staged.old"
  elif [ "$staged.old" -ef "$2" ]; then rm -f -- "$staged.old"
  elif [ -e "$staged.old" ]; then mv -T -f -- "$staged.old" "$2"
  elif [ -e "$tx/old$2" ]; then
    is_old "$tx/old$2" "$2" || { put_old "$tx/old$2" "$staged.back" && mv -T -f -- "$staged.back" "$2"; }
  elif [ "$6" = - ] || [ "$6" = '?' ]; then rm -f -- "$2"
  fi
}
is_old() {
  [ "$1" -ef "$2" ] || { cmp -s -- "$1" "$2" && [ "$(stat -c %a:%u:%g -- "$1")" = "$(stat -c %a:%u:%g -- "$2")" ]; }
}
# The same inode where that can be: on a full disk a copy would not fit.
put_old() { ln -f -- "$1" "$2" 2>/dev/null || { cp -a -- "$1" "$2" && sync -- "$2"; }; }
unstage_file() {
  staged=$(beside "$2")
  if is_there "$staged" || is_there "$staged.old"; then rm -f -- "$staged" "$staged.old"; fi
}
remove_made() { [ ! -f "$tx/made" ] || tac "$tx/made" | while IFS= read -r folder; do rmdir -- "$folder" 2>/dev/null; done; return 0; }
revert_files() {
  revert_point=revert
  each_file revert_link && each_file revert_file && flush_folders && remove_made && point reverted
}
unstage() { point unstage; each_file unstage_file; remove_made; }
is_current() { [ "$(readlink ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current} 2>/dev/null)" = "$tx" ]; }
# What follows runs again for the old files, best effort: a unit that is new has nothing to return to.
follow_back() { each_follow_up limited "$1" || :; }
each_follow_up() {
  follow_with="$*"
  follow_up() { followed=$1; shift; step "$followed" $follow_with "$@" || :; }
  follow_ups
}
# The worker leads a session: what timeout(1) starts has a process group of its own.
end_worker() {
  leader=$(cat "$tx/worker" 2>/dev/null) || return 0
  is_alive "$leader" || return 0
  for entry in /proc/[0-9]*; do
    { read -r stat <"$entry/stat"; } 2>/dev/null || continue
    set -- ${'$'}{stat##*) }
    [ "$4" != "$leader" ] || kill -KILL "${'$'}{entry##*/}" 2>/dev/null
  done
}
# Back to the old files, for the reason $1, with $2 seconds for each of what follows.
undo() {
  end_worker
  ended="rolled-back $1"
  if [ "$1" = before ] || ! is_current; then ended="failed $1"; fi
  if is_current; then
    step revert revert_files || { say 'end failed revert'; return 1; }
    [ "$1" = before ] || follow_back "$2"
  else
    unstage
  fi
  put_verdict "$id $ended"
  rm -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current}
  say "end $ended"
  disarm
  rm -rf -- "$tx"
}
disarm() { has_systemd && systemctl stop "drover-watch-$id.timer" 2>/dev/null; return 0; }

# Before anybody hears that the change lasts: whoever undoes the last change then finds this one. The
# name begins with the second, or with the number after the newest one's: two changes may be made in
# one second, and clocks go back.
keep_undo() {
  mkdir -p ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.undo}
  if [ -n "$undoes" ]; then rm -rf -- "${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.undo}/$undoes"; return; fi
  newest=$(${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .listUndos */ .ae} | tail -n 1); newest=${'$'}{newest%%-*}
  printf -v order '%(%s)T' -1
  [ "$order" -gt "${'$'}{newest:-0}" ] || order=$((newest + 1))
  rm -rf -- "$tx/new"
  mv -T -- "$tx" "${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.undo}/$order-$id"
}

# The removal of the link is the one moment at which a change begins to last.
commit() {
  point commit
  put_verdict "$id changed"
  rm -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current} && sync -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.library}
  point committed
  each_file unstage_file
  keep_undo
  say 'end changed'
  disarm
  rm -rf -- "$tx"
  ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .listUndos */ .ae} | head -n -${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .undosKept */ .qs} | while IFS= read -r old; do rm -rf -- "${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.undo}/$old"; done
}

# Another run was cut off, and nobody has undone it: no systemd here, or we were faster.
recover_other() {
  [ -L ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current} ] || return 0
  other=$(readlink ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current}) || return 0
  [ -f "$other/script.sh" ] || { rm -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current}; return 0; }
  bash -c 'id=$1; tx=$2; . "$tx/script.sh"; undo interrupted ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp} >/dev/null' drover "$(basename -- "$other")" "$other" 7>&- 9>&- </dev/null
}
remove_stale() {
  for stale in ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.transactions}/*; do
    [ "$stale" != "$tx" ] || continue
    ! is_alive "$(cat "$stale/supervisor" 2>/dev/null)" || continue
    (tx=$stale; end_worker)
    [ ! -f "$stale/script.sh" ] || bash -c 'id=$1; tx=$2; . "$tx/script.sh"; unstage' drover "$(basename -- "$stale")" "$stale" 7>&- 9>&- </dev/null >/dev/null 2>&1
    rm -rf -- "$stale"
  done
}

take_lock() {
  until_second=$((SECONDS + $1))
  until flock -w 1 9; do
    holder=$(head -c 300 ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.holder} 2>/dev/null | tr '\n' ' ')
    [ "$SECONDS" -lt "$until_second" ] || { say "busy $holder"; return 1; }
    say "waiting $holder"
    if IFS= read -r -t 0.01 event <&7; then [ "$event" != lost ] || return 1; fi
  done
  point lock
  put_text ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.holder} "$2" && put_text ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.token} "$id"
}

# $1 seconds to wait for the lock, $2 who we are.
supervise() {
  trap '' PIPE; trap 'echo lost >&7' HUP TERM INT
  point receive
  mkfifo "$tx/events" && exec 7<>"$tx/events" 9>>${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.lock} || { say 'end failed receive'; return 1; }
  { while IFS= read -r -t ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.heartbeat} beat; do :; done; echo lost >&7; } <&0 >/dev/null 2>&1 9>&- &
  listener=$!
  take_lock "$1" "$2" || { rm -rf -- "$tx"; kill "$listener" 2>/dev/null; return 75; }
  recover_other; remove_stale
  { setsid -w bash -c 'id=$1; tx=$2; . "$tx/script.sh"; work' drover "$id" "$tx" </dev/null 9>&-; echo "worker $?" >&7; } 9>&- &
  attend
  kill "$listener" 2>/dev/null
}
attend() {
  while IFS= read -r event <&7; do
    case $event in
      'worker 0')
        point confirm
        say confirm
        { sleep ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.confirm}; echo unconfirmed >&7; } </dev/null >/dev/null 2>&1 9>&- & ;;
      'worker 10') undo before ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}; return ;;
      'worker 11') undo after ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.followUp}; return ;;
      worker*) undo killed ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}; return ;;
      "confirmed $id") commit; return ;;
      lost) undo lost ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}; return ;;
      unconfirmed) undo unconfirmed ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}; return ;;
    esac
  done
}

# Started by the timer that was set before the swap. While the supervisor lives it holds the lock and
# decides; a supervisor that hangs is ended.
watch() {
  exec 9>>${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.lock}
  if ! flock -w "$hard_limit" 9; then
    is_current && kill -KILL "$(cat "$tx/supervisor")" 2>/dev/null
    flock -w 10 9 || return 1
  fi
  is_current || return 0
  undo watch ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}
}
`;


/***/ }),

/***/ 23554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qw: () => (/* binding */ confirmCommand),
  Cb: () => (/* binding */ lastCommand),
  ZD: () => (/* binding */ transactionArchive),
  o7: () => (/* binding */ transactionCommand),
  Eb: () => (/* binding */ undoCommand)
});

// UNUSED EXPORTS: transactionPlan

// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
// EXTERNAL MODULE: ./build/recipes/follow-up.js
var follow_up = __webpack_require__(22129);
// EXTERNAL MODULE: ./build/recipes/managed.js
var recipes_managed = __webpack_require__(36317);
// EXTERNAL MODULE: ./build/recipes/transaction/base-script.js
var base_script = __webpack_require__(81320);
;// CONCATENATED MODULE: ./build/recipes/transaction/follow-up-argv.js
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
/**
 * systemd refuses to start a unit that failed a few times in the last seconds
 * (systemd.unit(5), StartLimitBurst=). With the old files back it must start all
 * the same: it may be sshd.
 */
function systemctlAfresh(verb, unit) {
    const script = 'systemctl reset-failed "$2" 2>/dev/null; exec systemctl "$1" "$2"';
    return ['sh', '-c', script, 'drover', verb, unit];
}

;// CONCATENATED MODULE: ./build/recipes/transaction/link-script.js
/**
 * Symbolic links in a transaction: `link TARGET TO - - SEEN` and `unlink TARGET - - - SEEN`, where SEEN
 * is `to:` and what the look read, or - for nothing. The old link is no file that would have to be kept:
 * the script itself says where it led.
 */
const linkScript = `
is_there() { [ -e "$1" ] || [ -L "$1" ]; }
# Validators see the new link in place of the old one, as they see new files.
prepare_link() {
  [ -e "$3" ] || { echo "$2 would lead to $3, which is not there"; return 1; }
  [ "$has_validations" != yes ] || { mkdir -p -- "$tx/new${'$'}{2%/*}" && ln -s -f -T -- "$3" "$tx/new$2"; }
}
recheck_link() {
  if [ "$6" = - ]; then
    ! is_there "$2" || { echo "$2 was not there when Drover looked, and is there now"; return 1; }
  else
    [ -L "$2" ] && [ "$(readlink -- "$2")" = "${'$'}{6#to:}" ] || { echo "$2 is not the link that Drover saw any more"; return 1; }
  fi
}
stage_link() {
  ln -s -T -- "$3" "$(beside "$2")" && to_flush+=("${'$'}{2%/*}/")
}
# The old link stays beside its place: it can return when the disk is full.
keep_link() { [ "$6" = - ] || ln -P -f -- "$2" "$(beside "$2").old" 2>/dev/null || :; }
# Links go back before files: what they led to stays whole as long as they lead there. A staged link that
# is still beside its target was not swapped.
revert_link() {
  case $1 in link | unlink) ;; *) return 0 ;; esac
  point "$revert_point"; revert_point=revert-next
  staged=$(beside "$2")
  if [ "$1" = link ] && [ -L "$staged" ]; then rm -f -- "$staged" "$staged.old"
  elif [ "$6" = - ]; then [ ! -L "$2" ] || rm -f -- "$2"
  elif [ -L "$2" ] && [ "$(readlink -- "$2")" = "${'$'}{6#to:}" ]; then rm -f -- "$staged.old"
  elif [ -L "$staged.old" ]; then mv -T -f -- "$staged.old" "$2"
  else ln -s -f -T -- "${'$'}{6#to:}" "$staged.back" && mv -T -f -- "$staged.back" "$2"
  fi
}
`;

// EXTERNAL MODULE: ./build/recipes/transaction/places.js
var places = __webpack_require__(24039);
// EXTERNAL MODULE: ./build/recipes/transaction/supervise-script.js
var supervise_script = __webpack_require__(94645);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
;// CONCATENATED MODULE: ./build/recipes/transaction/undo.js

function undoFiles(files) {
    return files.flatMap((file) => {
        if (file.op !== 'put' && file.op !== 'remove')
            return [];
        const newSha256 = file.op === 'put' ? (0,digest/* sha256 */.s)(file.bytes) : null;
        return [{ target: file.target, newSha256, existed: file.seenSha256 !== undefined }];
    });
}
function undoLinks(files) {
    return files.flatMap((file) => {
        if (file.op !== 'link' && file.op !== 'unlink')
            return [];
        const newLink = file.op === 'link' ? file.to : null;
        return [{ target: file.target, newLink, oldLink: file.seenLink ?? null }];
    });
}

;// CONCATENATED MODULE: ./build/recipes/transaction/work-script.js

/**
 * The worker: everything up to the moment at which the machine waits for the
 * confirmation. It runs in a session of its own, so that all it started can be
 * ended at once. Its exit status says where it failed: 10 before any target
 * changed, 11 from the first swap on.
 *
 * Each file is `OP TARGET OWNER GROUP MODE SEEN`; OP is put or remove, SEEN the
 * SHA-256 of what the look saw, - for nothing, ? for what is replaced whatever it is.
 * Links: see `linkScript`.
 */
const workScript = String.raw `
prepare_file() {
  if [ "$1" = link ]; then prepare_link "$@"; return; fi
  [ "$1" = put ] || return 0
  chown -- "$3:$4" "$tx/new$2" && chmod -- "$5" "$tx/new$2" || { echo "$2 cannot have this owner, group or mode"; return 1; }
}
# A folder of the staged tree lies over the real one while validating: it must look the same.
prepare_folder() {
  real=${'$'}{1#"$tx/new"}
  if [ -d "$real" ]; then chown --reference="$real" -- "$1" && chmod --reference="$real" -- "$1"
  else chmod 0755 -- "$1"; fi
}
prepare() {
  point prepare
  each_file prepare_file || return 1
  # Only a validator sees the folders.
  [ "$has_validations" = yes ] && [ -d "$tx/new" ] || return 0
  find "$tx/new" -mindepth 1 -type d | while IFS= read -r folder; do prepare_folder "$folder" || exit 1; done
}

recheck_file() {
  case $1 in link | unlink) recheck_link "$@"; return ;; esac
  case $6 in
    '?') ;;
    -) [ ! -e "$2" ] || { echo "$2 was not there when Drover looked, and is there now"; return 1; } ;;
    *) [ "$(sha256sum <"$2" | cut -c 1-64)" = "$6" ] || { echo "$2 is not what Drover saw any more"; return 1; } ;;
  esac
}
recheck() {
  [ "$seen_generation" = '?' ] || [ "$(generation)" = "$seen_generation" ] ||
    { echo 'another run has changed the machine since Drover looked'; return 1; }
  each_file recheck_file
}

existing_folder() {
  case $1 in put) ;; link) [ -n "${'$'}{2%/*}" ] || return 0 ;; *) return 0 ;; esac
  folder=${'$'}{2%/*}; while [ ! -d "$folder/" ]; do folder=${'$'}{folder%/*}; done; printf '%s\n' "${'$'}{folder:-/}"
}
is_covered() {
  for outer in $mounted; do case "$1/" in "$outer"/*) return 0;; esac; done
  return 1
}
# The staged tree over the real one, in a mount namespace that nobody else sees.
validate_inside() {
  set -f; IFS='
'
  mounted=
  for folder in $(each_file existing_folder | sort -u); do
    case $folder in ${places/* places */.zn.library} | /etc/drover) continue;; esac
    is_covered "$folder" && continue
    [ "$folder" != / ] || return 125
    mount -t overlay -o "ro,lowerdir=$tx/new$folder:$folder" drover "$folder" || return 125
    mounted="$mounted
$folder"
  done
  set +f; unset IFS
  validations
}
validate() {
  point validate
  unshare --mount --propagation private true || return 125
  unshare --mount --propagation private bash -c 'id=$1; tx=$2; . "$tx/script.sh"; validate_inside' drover "$id" "$tx"
}
validation() {
  limited ${places/* seconds */.YA.validation} sh -c "$1"
  validated=$?
  [ "$validated" -eq 0 ] && return 0
  echo "\"$1\" exited with $validated"
  return 1
}

make_folder() {
  [ -d "$1/" ] && return 0
  make_folder "${'$'}{1%/*}" "$2" "$3" || return 1
  mkdir -m 0755 -- "$1" && chown -- "$2:$3" "$1" && printf '%s\n' "$1" >>"$tx/made"
}
stage_file() {
  case $1 in put) set -- "$@" "$3" "$4" ;; link) set -- "$@" root root ;; *) return 0 ;; esac
  make_folder "${'$'}{2%/*}" "$7" "$8" || { echo "$2 cannot be put there"; return 1; }
  staged=$(beside "$2")
  for stale in "${'$'}{2%/*}"/.drover-*-"${'$'}{2##*/}"; do ! is_there "$stale" || rm -f -- "$stale"; done
  if [ "$1" = link ]; then stage_link "$@" || { echo "$2 cannot be put there"; return 1; }; return; fi
  cp -p -- "$tx/new$2" "$staged" || { echo "$2 cannot be put there"; return 1; }
  to_flush+=("$staged")
}
stage() { point stage; to_flush=(); each_file stage_file && flush_all; }

keep_file() {
  case $1 in link | unlink) keep_link "$@"; return ;; esac
  [ -e "$2" ] || return 0
  [ -d "$tx/old${'$'}{2%/*}/" ] || mkdir -p -- "$tx/old${'$'}{2%/*}/" || return 1
  ln -f -- "$2" "$tx/old$2" 2>/dev/null && return 0
  # On another file system the old inode stays beside its place too: it can return when that disk is full.
  cp -a -- "$2" "$tx/old$2" && { ln -f -- "$2" "$(beside "$2").old" 2>/dev/null || :; }
}
keep() { point keep; each_file keep_file && sync -f "$tx"; }

# From here on the machine itself undoes what nobody confirms: the supervisor, or the watch if that
# is dead, or the unit at boot if the machine went down.
arm() {
  point arm
  is_alive "$(cat "$tx/supervisor")" || { echo 'the supervisor is gone'; return 1; }
  if has_systemd; then install_recovery || return 1; fi
  ln -s -f -T -- "$tx" ${places/* places */.zn.current}.new && mv -T -f -- ${places/* places */.zn.current}.new ${places/* places */.zn.current} && sync -f ${places/* places */.zn.library} || return 1
  has_systemd || { echo 'systemd does not run here: only the next run would undo a change that is cut off'; return 0; }
  systemd-run --quiet --collect --unit="drover-watch-$id" --on-active=${places/* seconds */.YA.watch} --timer-property=AccuracySec=100ms \
    /bin/bash -c 'id=$1; tx=$2; . "$tx/script.sh"; watch' drover "$id" "$tx"
}
install_recovery() {
  cmp -s "$tx/recover.service" ${places/* places */.zn.recoverUnit} && return 0
  cp -- "$tx/recover.service" ${places/* places */.zn.recoverUnit}.new && chmod 0644 ${places/* places */.zn.recoverUnit}.new && mv -T -f -- ${places/* places */.zn.recoverUnit}.new ${places/* places */.zn.recoverUnit} &&
    mkdir -p /etc/systemd/system/sysinit.target.wants && ln -s -f -- ${places/* places */.zn.recoverUnit} /etc/systemd/system/sysinit.target.wants/drover-recover.service
}

# A zombie that lost the lock must not write: the token is read in the same shell as each swap.
swap_file() {
  IFS= read -r token <${places/* places */.zn.token} && [ "$token" = "$id" ] || { echo 'another run has taken the lock'; return 1; }
  point "$swap_point"; swap_point=swap-next
  case $1 in link | unlink) point swap-link ;; esac
  if [ "$1" = remove ] || [ "$1" = unlink ]; then rm -f -- "$2"; else mv -T -f -- "$(beside "$2")" "$2"; fi
}
swap() {
  swap_point=swap
  each_file swap_file && flush_folders && point swapped
}

follow_up() {
  followed=$1; shift
  point follow
  step "$followed" limited ${places/* seconds */.YA.followUp} "$@"
}
# A service may need a moment to answer.
check() {
  point check
  step "check $1" check_patiently "$2"
}
check_patiently() {
  checked_until=$((SECONDS + 10))
  until limited ${places/* seconds */.YA.check} sh -c "$1"; do
    checked=$?
    [ "$SECONDS" -lt "$checked_until" ] || { echo "\"$1\" exited with $checked"; return 1; }
    sleep 0.5
  done
}

work() {
  printf '%s\n' "$$" >"$tx/worker"
  step prepare prepare || return 10
  step recheck recheck || return 10
  in_place=no
  if [ "$has_validations" = yes ]; then
    step validate validate
    case $? in 0) ;; 125) in_place=yes ;; *) return 10 ;; esac
  fi
  step stage stage || return 10
  step keep keep || return 10
  step arm arm || return 10
  step swap swap || return 11
  if [ "$in_place" = yes ]; then step 'validate in place' validations || return 11; fi
  follow_ups || return 11
  checks || return 11
}
`;

;// CONCATENATED MODULE: ./build/recipes/transaction/transaction.js










/**
 * Receives the archive (its size is the first thing known of it) on standard
 * input, then listens there for signs of life, a line every few seconds.
 */
function transactionCommand(transaction, archiveBytes) {
    const script = `umask 077; id=$1; tx=${places/* places */.zn.transactions}/$1
mkdir -p "$tx" /run/drover && printf '%s\\n' "$$" >"$tx/supervisor" && head -c "$2" | tar -x -f - -C "$tx" && . "$tx/script.sh" ||
  { printf '%s end failed receive\\n' "$id"; rm -rf "$tx"; exit 1; }
supervise "$3" "$4"`;
    const { id, lockWaitSeconds, holder } = transaction;
    return { argv: ['bash', '-c', script, 'drover', id, String(archiveBytes), String(lockWaitSeconds), holder] };
}
/** What a second connection says: whoever can say it has a way to the machine. Exit status 3: nothing waits for it. */
function confirmCommand({ id }) {
    const script = `tx=${places/* places */.zn.transactions}/$1
[ "$(readlink ${places/* places */.zn.current})" = "$tx" ] && [ -p "$tx/events" ] || exit 3
timeout 5 sh -c 'printf "confirmed %s\\n" "$1" >"$2/events"' drover "$1" "$tx"`;
    return { argv: ['bash', '-c', script, 'drover', id] };
}
/** Prints how a transaction ended, `ID KIND WHY`; nothing while that is not decided. */
function lastCommand({ id }) {
    const script = `tx=${places/* places */.zn.transactions}/$1
[ "$(readlink ${places/* places */.zn.current})" != "$tx" ] || exit 0
grep -s "^$1 " ${places/* places */.zn.last} && exit 0
grep -qs drover "/proc/$(cat "$tx/supervisor" 2>/dev/null)/cmdline" || printf '%s failed interrupted\\n' "$1"`;
    return { argv: ['sh', '-c', script, 'drover', id] };
}
/** Answers with an archive of the newest kept change: `NAME/undo.json` and `NAME/old/…`; with nothing when none is kept. */
const undoCommand = {
    argv: [
        'sh',
        '-c',
        `cd ${places/* places */.zn.undo} 2>/dev/null || exit 0
newest=$(${places/* listUndos */.ae} | tail -n 1)
[ -z "$newest" ] || tar -c -f - --format=posix --hard-dereference -- "$newest/undo.json" "$newest/old"`,
    ],
};
/** What the archive holds: the new tree below `new/`, and the script. */
function transactionArchive(transaction) {
    const text = (path, content) => ({
        path,
        mode: 0o600,
        bytes: Buffer.from(content),
    });
    return [
        text('script.sh', [base_script/* baseScript */.z, linkScript, workScript, supervise_script/* superviseScript */.K, transactionPlan(transaction)].join('\n')),
        text('recover.service', recoverUnit),
        text('undo.json', `${JSON.stringify(undoOf(transaction))}\n`),
        ...allFiles(transaction).flatMap((file) => file.op === 'put' ? [{ path: `new${file.target}`, mode: 0o600, bytes: file.bytes }] : []),
    ];
}
function undoOf({ files, followUps }) {
    return {
        files: undoFiles(files).map((file) => ({ ...file })),
        links: undoLinks(files).map((link) => ({ ...link })),
        followUps: followUps.map(follow_up/* encodeFollowUp */.F),
    };
}
/** What a link will lead to is whole before the link leads there; what goes is still there until then. */
function inOrder(files) {
    const turns = ['put', 'link', 'unlink', 'remove'];
    return turns.flatMap((turn) => files.filter(({ op }) => op === turn));
}
/** Drover's own files come last: the stamp must not say what is not there yet. */
function allFiles({ files, stamp, stampEnv, managed, }) {
    const own = (target, mode, content) => ({
        op: 'put',
        own: true,
        target,
        owner: 'root',
        group: 'root',
        mode,
        bytes: Buffer.from(content),
    });
    return [
        ...inOrder(files),
        own(places/* places */.zn.files, 0o600, (0,recipes_managed/* encodeManaged */.W)(managed)),
        own(places/* places */.zn.stampEnv, 0o644, stampEnv),
        own(places/* places */.zn.stamp, 0o644, stamp),
    ];
}
/** The part of the script that differs from one change to the next: lists, no logic. */
function transactionPlan(transaction) {
    const { validations, followUps, checks, undoes = '', seenGeneration = '?' } = transaction;
    return [
        list('each_file', allFiles(transaction).map((file) => `"$1" ${fileWords(file)}`)),
        list('validations', validations.map((command) => `validation ${(0,quote/* quoteWord */.XW)(command)}`)),
        list('follow_ups', followUps.map((followUp) => `follow_up ${(0,quote/* quoteCommand */.ch)([(0,follow_up/* encodeFollowUp */.F)(followUp), ...followUpArgv(followUp)])}`)),
        list('checks', checks.map(({ name, command }) => `check ${(0,quote/* quoteCommand */.ch)([name, command])}`)),
        `has_validations=${validations.length > 0 ? 'yes' : 'no'}\n`,
        `undoes=${(0,quote/* quoteWord */.XW)(undoes)}\n`,
        `seen_generation=${(0,quote/* quoteWord */.XW)(seenGeneration)}\n`,
        `hard_limit=${hardLimit(transaction)}\n`,
    ].join('');
}
function fileWords(file) {
    if (file.op === 'link' || file.op === 'unlink') {
        const seenLink = file.seenLink === undefined ? '-' : `to:${file.seenLink}`;
        return (0,quote/* quoteCommand */.ch)([file.op, file.target, file.op === 'link' ? file.to : '-', '-', '-', seenLink]);
    }
    if (file.op === 'remove')
        return (0,quote/* quoteCommand */.ch)(['remove', file.target, '-', '-', '-', file.seenSha256]);
    const seen = file.own || file.unseen ? '?' : (file.seenSha256 ?? '-');
    return (0,quote/* quoteCommand */.ch)([
        'put',
        file.target,
        file.owner,
        file.group,
        file.mode.toString(8).padStart(4, '0'),
        seen,
    ]);
}
/** Past all limits of what a supervisor that still works may be waiting for. */
function hardLimit({ followUps, checks }) {
    return places/* seconds */.YA.confirm + 30 + 2 * followUps.length * places/* seconds */.YA.followUp + checks.length * (places/* seconds */.YA.check + 10);
}
function list(name, calls) {
    return `${name}() {\n${calls.map((call) => `  ${call} || return 1\n`).join('')}  :\n}\n`;
}
/** A machine that went down in the middle of a change comes back with the old files, before any service reads them. */
const recoverUnit = `[Unit]
Description=Put back what a change by Drover left half done
DefaultDependencies=no
After=local-fs.target
Before=sysinit.target
ConditionPathIsSymbolicLink=${places/* places */.zn.current}

[Service]
Type=oneshot
ExecStart=/bin/bash -c 'tx=$$(readlink ${places/* places */.zn.current}); id=$$(basename "$$tx"); . "$$tx/script.sh"; revert_files && put_verdict "$$id rolled-back boot" && rm -f ${places/* places */.zn.current}'
`;


/***/ })

};
