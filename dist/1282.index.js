export const id = 1282;
export const ids = [1282];
export const modules = {

/***/ 1222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ captureMachine)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/connection/open-connection.js
var open_connection = __webpack_require__(86218);
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/capture/commands/capture.js
var capture = __webpack_require__(97074);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/secrets/restore-placeholders.js
var restore_placeholders = __webpack_require__(78187);
;// CONCATENATED MODULE: ./build/capture/plan-capture.js




/** A folder of captured files is bounded too: a manifest that names `/` must not fill the branch. */
const maxCapturedBytes = 32 * 1024 * 1024;
/** Pure: what was found, as changes of the ledger, with secrets turned back into placeholders. */
function planCapture({ machine, entries, leftOut, desired, secrets }) {
    const refused = [...leftOut];
    const puts = [];
    const facts = {};
    let total = 0;
    for (const entry of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
        const path = entry.path.replace(/\/$/, '');
        const unsafe = whyUnsafe(path, entry);
        if (unsafe !== undefined) {
            refused.push({ path, why: unsafe });
            continue;
        }
        const about = {
            type: entry.type,
            owner: entry.owner,
            group: entry.group,
            mode: entry.mode.toString(8).padStart(4, '0'),
        };
        if (entry.type !== 'file') {
            facts[path] = entry.type === 'link' ? { ...about, link: entry.link ?? '' } : about;
            continue;
        }
        const file = desired.files.find((desired) => desired.destination === path);
        const kept = (0,restore_placeholders/* restorePlaceholders */.V)({ found: entry.bytes, file, secrets });
        total += kept?.length ?? 0;
        if (kept === undefined || total > maxCapturedBytes) {
            refused.push({
                path,
                why: kept === undefined
                    ? 'holds a secret in a form that cannot be taken out'
                    : `is past the ${maxCapturedBytes / 1024 / 1024} MiB that one capture may hold`,
            });
            continue;
        }
        // Size and hash are those of what the branch holds: the hash of a file with a short secret in it would give that away.
        facts[path] = { ...about, size: kept.length, sha256: (0,digest/* sha256 */.s)(kept) };
        puts.push({ kind: 'put', path: (0,machine_files/* machinePath */.lg)(machine, `captured${path}`), mode: '100644', bytes: kept });
        puts.push(...adopted({ machine, desired, path, kept }));
    }
    const index = Buffer.from(`${JSON.stringify(facts, null, 2)}\n`);
    return {
        files: Object.keys(facts).length,
        refused,
        changes: [
            { kind: 'clear', folder: (0,machine_files/* machinePath */.lg)(machine, 'captured') },
            ...puts,
            { kind: 'put', path: (0,machine_files/* machinePath */.lg)(machine, 'captured.json'), mode: '100644', bytes: index },
        ],
    };
}
/** A machine chooses these names: nothing of them may leave the folder or upset git. */
function whyUnsafe(path, entry) {
    if (!path.startsWith('/') || external_node_path_.posix.normalize(path) !== path)
        return 'has a path that leaves its folder';
    if (path.split('/').some((part) => /^\.git$/i.test(part) || part.length > 255))
        return 'has a name that git refuses';
    if (/[\u0000-\u001f\u007f]/.test(path + (entry.link ?? '')))
        return 'has a control character in its name';
    return entry.type === 'other' ? 'is neither file, folder nor link' : undefined;
}
function adopted({ machine, desired, path, kept }) {
    const source = desired.captures.find((capture) => capture.destination === path)?.adoptAs;
    if (source === undefined)
        return [];
    return [{ kind: 'put', path: `config/machines/${machine}/${source}`, mode: '100644', bytes: kept }];
}

;// CONCATENATED MODULE: ./build/capture/capture-machine.js
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









/** Captures the found files of one machine. */
async function captureMachine(task, { view, desired: flock }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = task;
        const desired = flock.of(machine.name);
        if (desired.captures.length === 0) {
            return { kind: 'ok', reason: 'already-so', message: 'no manifest asks for a capture' };
        }
        const session = __addDisposableResource(env_1, await (0,open_connection/* openConnection */.J)(task, (0,flock_view/* identityOf */.cu)(view, machine.name)), true);
        const paths = desired.captures.map((capture) => capture.destination);
        const { entries, leftOut } = await task.step({ kind: 'capture', text: 'capture' }, () => readPaths(session, paths));
        const capture = planCapture({
            machine: machine.name,
            entries,
            leftOut,
            desired,
            secrets: flock.secrets,
        });
        const count = (0,count_of/* countOf */.p)(capture.files, 'path');
        if (capture.refused.length === 0) {
            return { kind: 'ok', reason: 'done', message: `captured ${count}`, changes: capture.changes };
        }
        const names = capture.refused.map(({ path, why }) => `${path} ${why}`).join('; ');
        return {
            kind: 'failed',
            reason: 'capture-refused',
            message: `captured ${count}, and not ${capture.refused.length}: ${names}`,
            hint: 'Name narrower paths in files.yml, or move what is named here elsewhere.',
            changes: capture.changes,
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
async function readPaths(session, paths) {
    const ended = await session.exec((0,capture/* captureCommand */.g)(paths), {
        ...connection_policy/* observeLimits */.H4,
        timeoutMs: 5 * 60_000,
        // Headers and padding of the archive come on top of what it holds.
        maxBytes: maxCapturedBytes * 2,
    });
    const stderr = ended.stderr.toString('utf8');
    if (!(0,command/* succeeded */.g)(ended) || ended.truncated) {
        const why = ended.truncated
            ? 'there is more than one capture may hold'
            : stderr.replaceAll('\0', ' ').slice(-300);
        throw new errors/* DroverError */.F(`capture: the shell ${(0,command/* describeEnd */.l)(ended)}: ${why}`, {
            reason: ended.signal === null ? 'command-failed' : 'killed',
            hint: 'Ensure that tar and find of GNU are installed, and name narrower paths in files.yml.',
        });
    }
    return { entries: await (0,tar/* unpackTar */.Ag)(ended.stdout), leftOut: (0,capture/* parseLeftOut */.n)(stderr) };
}


/***/ }),

/***/ 43923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ runChecks)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/failure.js
var failure = __webpack_require__(87306);
// EXTERNAL MODULE: ./build/task/lock-holder.js
var lock_holder = __webpack_require__(80168);
// EXTERNAL MODULE: ./build/transaction/read-transaction.js + 1 modules
var read_transaction = __webpack_require__(78395);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
// EXTERNAL MODULE: ./build/transaction/shared-values.js
var shared_values = __webpack_require__(63549);
// EXTERNAL MODULE: ./build/transaction/transaction.js + 2 modules
var transaction = __webpack_require__(40864);
;// CONCATENATED MODULE: ./build/checks/commands/check-command.js




/**
 * Runs checks one after another as a transaction does, all of them whatever one gives, and prints what
 * `readTransaction` reads.
 */
function checkCommand(id, checks) {
    const words = checks.flatMap(({ name, command }) => [name, command]);
    return {
        argv: ['bash', '-s', '--', id, ...words],
        stdin: (0,program/* programText */.Q)('checks/checks.sh', { ...shared_values/* sharedValues */.w, ...transaction/* checkValues */.Xj }),
        inputMayShow: true,
    };
}
/** Past all that `count` checks may take: the last try of each begins before the end of its patience. */
function checkTimeoutMs(count) {
    const killSeconds = 5;
    const spareMs = 30_000;
    return count * (places/* seconds */.YA.checkRetry + places/* seconds */.YA.check + killSeconds) * 1000 + spareMs;
}

;// CONCATENATED MODULE: ./build/checks/run-checks.js






/**
 * All checks of the machine, one after another: the second may say what is wrong with the first. Each is a step,
 * judged as a transaction judges it. Answers with those that failed; a lost connection is thrown.
 */
async function runChecks(task, session) {
    const { machine, ports } = task;
    const { checks } = machine;
    if (checks.length === 0)
        return [];
    const { clock, signal } = ports;
    const id = (0,lock_holder/* newId */.S)(clock);
    let open;
    const listener = {
        onStep: (step) => {
            open = { label: { ...step, kind: 'check' }, startedMs: clock.elapsed() };
            task.stepStarted(open.label);
        },
        onStepDone: (step) => {
            open = undefined;
            task.stepDone({ ...step, kind: 'check' });
        },
        elapsed: () => clock.elapsed(),
    };
    const reader = (0,read_transaction/* readTransaction */.$)({ id, validations: [] }, listener);
    try {
        const ended = await session.exec(checkCommand(id, checks), {
            timeoutMs: checkTimeoutMs(checks.length),
            maxBytes: 4096,
            onLine: (line, stream) => stream === 'stdout' && reader.line(line),
            ...(signal === undefined ? {} : { signal }),
        });
        const { steps } = reader.result();
        if ((0,command/* succeeded */.g)(ended) && steps.length === checks.length) {
            return checks.flatMap(({ name }, index) => {
                const { status, detail } = steps[index] ?? { status: 'failed' };
                return status === 'ok' ? [] : [{ check: name, detail }];
            });
        }
        throw new errors/* DroverError */.F(`${machine.name}: the checks: ${(0,command/* describeEnd */.l)(ended)} before all were run: ${ended.stderr.toString('utf8').trim()}`, {
            reason: 'command-failed',
            hint: 'Ensure that bash and coreutils work on the machine, and that /tmp has room. Run the operation again.',
        });
    }
    catch (error) {
        if (open !== undefined) {
            const durationMs = Math.round(clock.elapsed() - open.startedMs);
            const detail = (0,failure/* asDroverError */.nN)(error).message;
            task.stepDone({ ...open.label, status: 'failed', durationMs, detail });
        }
        throw error;
    }
}


/***/ }),

/***/ 11282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   create: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _base_text_count_of_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(247);
/* harmony import */ var _branch_flock_view_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37012);
/* harmony import */ var _capture_capture_machine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1222);
/* harmony import */ var _certificates_certify_machine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73906);
/* harmony import */ var _certificates_prepare_certificates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61016);
/* harmony import */ var _checks_plan_failed_checks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17951);
/* harmony import */ var _checks_run_checks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43923);
/* harmony import */ var _configure_configure_machine_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(85039);
/* harmony import */ var _connection_open_connection_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(86218);
/* harmony import */ var _desired_desired_machines_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(220);
/* harmony import */ var _lifecycle_provision_machine_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60600);
/* harmony import */ var _task_attempt_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3213);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(44138);
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













const create = (0,_operation_js__WEBPACK_IMPORTED_MODULE_11__/* .fleetOperation */ .o)({
    records: () => true,
    connects: true,
    prepare: async (ports, chosen) => {
        const desired = await (0,_desired_desired_machines_js__WEBPACK_IMPORTED_MODULE_8__/* .resolveDesired */ .n)(ports, { ...chosen, operation: chosen.request.operation });
        const provision = await (0,_lifecycle_provision_machine_js__WEBPACK_IMPORTED_MODULE_9__/* .prepareProvision */ .j)(ports, {
            ...chosen,
            request: { ...chosen.request, dryRun: false },
        });
        const certify = await (0,_certificates_prepare_certificates_js__WEBPACK_IMPORTED_MODULE_3__/* .prepareCertificates */ .K)(ports, chosen);
        return (task) => createMachine(task, { provision, desired, certify, allRoles: chosen.request.baseline });
    },
});
/**
 * One record for all of it. What was reached before a failure is in that record
 * too: a machine that was made and could not be configured is pinned, and the
 * next `create` goes on from there.
 */
async function createMachine(task, work) {
    const { done, identity } = await (0,_lifecycle_provision_machine_js__WEBPACK_IMPORTED_MODULE_9__/* .provisionMachine */ .C)(task, work.provision);
    const { desired, certify, allRoles } = work;
    const { view: before } = work.provision;
    const { name } = task.machine;
    const view = identity === undefined ? before : (0,_branch_flock_view_js__WEBPACK_IMPORTED_MODULE_0__/* .withIdentity */ .BF)(before, { name, identity });
    const parts = [done];
    for (const part of [
        () => (0,_configure_configure_machine_js__WEBPACK_IMPORTED_MODULE_6__/* .configureMachine */ .M)(task, { view, desired, dryRun: false, allRoles }),
        ...(wantsCertificate(task.machine) ? [() => (0,_certificates_certify_machine_js__WEBPACK_IMPORTED_MODULE_2__/* .certifyMachine */ .e)(task, { ...certify, view })] : []),
        () => (0,_capture_capture_machine_js__WEBPACK_IMPORTED_MODULE_1__/* .captureMachine */ .S)(task, { view, desired: desired }),
        () => checkMachine(task, (0,_branch_flock_view_js__WEBPACK_IMPORTED_MODULE_0__/* .identityOf */ .cu)(view, name)),
    ]) {
        if (!parts.every(isGood))
            break;
        parts.push(await (0,_task_attempt_js__WEBPACK_IMPORTED_MODULE_10__/* .attempt */ .C)(task, part));
    }
    return merge(parts);
}
/** What was asked for is a machine that serves: said of it after all the rest, also when nothing was to be changed. */
async function checkMachine(task, identity) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { checks } = task.machine;
        if (checks.length === 0)
            return { kind: 'ok', reason: 'already-so', message: 'no checks' };
        const session = __addDisposableResource(env_1, await (0,_connection_open_connection_js__WEBPACK_IMPORTED_MODULE_7__/* .openConnection */ .J)(task, identity), true);
        const failure = (0,_checks_plan_failed_checks_js__WEBPACK_IMPORTED_MODULE_4__/* .concludeChecks */ .B4)(await (0,_checks_run_checks_js__WEBPACK_IMPORTED_MODULE_5__/* .runChecks */ .J)(task, session), 'made');
        if (failure !== undefined)
            return { kind: 'failed', ...failure };
        return { kind: 'ok', reason: 'done', message: `${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_12__/* .countOf */ .p)(checks.length, 'check')} passed` };
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
/** Nothing is ordered without a contact, and that alone is no failure of a machine that is made. */
function wantsCertificate({ certificate }) {
    return certificate !== undefined && (certificate.from !== 'acme' || certificate.contact !== undefined);
}
function isGood({ kind }) {
    return kind === 'ok' || kind === 'changed';
}
function merge(parts) {
    const changes = parts.flatMap((part) => part.changes ?? []);
    const events = parts.flatMap((part) => part.event ?? []);
    const event = events.length === 0 ? {} : { event: Object.assign({}, ...events) };
    const bad = parts.find((part) => !isGood(part));
    if (bad !== undefined)
        return { ...bad, changes, ...event };
    const isChanged = parts.some((part) => part.kind === 'changed');
    return {
        kind: isChanged ? 'changed' : 'ok',
        reason: isChanged ? 'done' : 'already-so',
        message: parts.map((part) => part.message).join('; '),
        changes,
        ...event,
    };
}


/***/ })

};
