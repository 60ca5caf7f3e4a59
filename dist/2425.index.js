export const id = 2425;
export const ids = [2425];
export const modules = {

/***/ 30742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Hex. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}


/***/ }),

/***/ 87306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mt: () => (/* binding */ unreachableReasons),
/* harmony export */   nN: () => (/* binding */ asDroverError),
/* harmony export */   uq: () => (/* binding */ kindOfFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const unreachableReasons = [
    'unreachable',
    'host-key-unknown',
    'host-key-mismatch',
    'authentication-failed',
];
/** No session could be made: nothing on the machine was changed. */
function kindOfFailure(reason) {
    if (reason === 'not-touched')
        return 'skipped';
    return unreachableReasons.includes(reason) ? 'unreachable' : 'failed';
}
/** Every thrown thing as an error with a reason; what Drover did not throw on purpose is a defect of Drover. */
function asDroverError(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`drover: ${message}`, {
        reason: 'bug',
        hint: 'This is a defect of Drover. Please report it with the lines above.',
        cause: thrown,
    });
}


/***/ }),

/***/ 23793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  update: () => (/* binding */ update)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/failure.js
var failure = __webpack_require__(87306);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/lifecycle/provider-machines.js
var provider_machines = __webpack_require__(35965);
// EXTERNAL MODULE: ./build/lifecycle/reboot-machine.js + 1 modules
var reboot_machine = __webpack_require__(81592);
// EXTERNAL MODULE: ./build/long-work/run-long-work.js + 4 modules
var run_long_work = __webpack_require__(44879);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
;// CONCATENATED MODULE: ./build/packages/commands/update.js


/** How long others may install packages before an update gives up, in seconds. */
const packageLockSeconds = 600;
/** Begins each line that is for us; all others are what the programs say. */
const mark = 'drover-update';
/**
 * What was installed before an update that did not end by itself: the next one tells what both did.
 */
const beforePlace = `${places/* places */.z.library}/update-before`;
/**
 * bash that upgrades packages and tells it as `drover-update WORD …` lines: `step NAME`, `done STATUS NAME`,
 * `waiting WHO`, `would|changed NAME BEFORE AFTER` (`-` for none), `left NAME BEFORE AFTER WHY`, `repaired NAME`,
 * `needs-reboot WHY`, `failed WHY`, and at last `end`. Can be cut off at any moment and run again.
 */
function updateProgram({ securityOnly, isDryRun }) {
    return (0,program/* programText */.Q)(isDryRun ? 'packages/plan.sh' : 'packages/update.sh', {
        mark,
        only: securityOnly ? 'security' : 'all',
        place_before: beforePlace,
        lock_seconds: packageLockSeconds,
    });
}

;// CONCATENATED MODULE: ./build/packages/commands/read-update.js

/** Reads what `updateProgram` prints, line by line as it comes. */
function readUpdate(listener) {
    const would = [];
    const changed = [];
    const left = [];
    const repaired = [];
    let rest = {};
    let hasManager = true;
    let isWhole = false;
    const words = {
        step: listener.onStep,
        done: (said) => {
            const [status = '', ...name] = said.split(' ');
            listener.onStepDone({ name: name.join(' '), status: Number(status) });
        },
        waiting: listener.onWaiting,
        would: (said) => would.push(parseChange(said)),
        changed: (said) => changed.push(parseChange(said)),
        left: (said) => left.push({ ...parseChange(said), why: said.split(' ')[3] ?? '' }),
        repaired: (said) => repaired.push(said),
        'needs-reboot': (said) => {
            rest = { ...rest, needsReboot: said };
        },
        failed: (said) => {
            rest = { ...rest, failed: said };
        },
        'unknown-manager': () => {
            hasManager = false;
        },
        end: () => {
            isWhole = true;
        },
    };
    return {
        line: (text) => {
            const [, word = '', said = ''] = new RegExp(`^${mark} (\\S+) ?(.*)$`).exec(text) ?? [];
            if (Object.hasOwn(words, word))
                words[word]?.(said.trim());
            else
                listener.onOutput(text);
        },
        result: () => ({ would, changed, left, repaired, hasManager, isWhole, ...rest }),
    };
}
function parseChange(said) {
    const [name = '', before = '-', after = '-'] = said.split(' ');
    const version = (text) => (text === '-' ? null : text);
    return { name, before: version(before), after: version(after) };
}

// EXTERNAL MODULE: ./build/base/count-of.js
var count_of = __webpack_require__(19449);
;// CONCATENATED MODULE: ./build/packages/plan/conclude-update.js

/** As many as fit into one line; all of them are in `data`. */
const shownNames = 5;
/** Pure: what a dry run found, as an outcome. */
function planOfUpdate(report) {
    const facts = factsOf(report, undefined);
    const data = { kind: 'update', ...facts };
    if (report.failed !== undefined)
        return failedUpdate(report, facts);
    const { would } = report;
    const left = tellLeft(report);
    if (would.length === 0)
        return { kind: 'ok', reason: 'already-so', message: `nothing to upgrade${left}`, data };
    return { kind: 'ok', reason: 'planned', message: `would upgrade ${tellPackages(would)}${left}`, data };
}
/** Pure: what an update did and how the machine is after it, as an outcome. */
function concludeUpdate(report, after) {
    const facts = factsOf(report, after);
    const told = { data: { kind: 'update', ...facts }, event: facts };
    if (report.failed !== undefined)
        return failedUpdate(report, facts);
    const did = tellDone(report, after);
    const fault = faultOf(after);
    if (fault !== undefined) {
        const message = `${did || 'nothing to upgrade'}; ${fault.message}`;
        return { kind: 'failed', ...fault, message, ...told };
    }
    const more = `${tellLeft(report)}${tellReboot(report, after)}`;
    if (did === '') {
        return { kind: 'ok', reason: 'already-so', message: `nothing to upgrade${more}`, ...told };
    }
    return { kind: 'changed', reason: 'done', message: `${did}${more}`, ...told };
}
function faultOf({ failedChecks, trouble, }) {
    if (trouble !== undefined) {
        const { reason, message, hint } = trouble;
        return { reason, message: `then ${message}`, ...(hint === undefined ? {} : { hint }) };
    }
    if (failedChecks.length === 0)
        return undefined;
    return {
        reason: 'check-failed',
        message: `does not hold: ${failedChecks.map((name) => `check ${name}`).join(', ')}`,
        hint: "The checks' own words stand below the machine. Packages stay as they are: Drover takes none back.",
    };
}
function failedUpdate(report, facts) {
    const did = report.changed.length === 0 ? '' : `, after ${tellPackages(report.changed)}`;
    return {
        kind: 'failed',
        reason: 'command-failed',
        message: `the update failed${did}: ${report.failed}`,
        hint: 'Mend what the line names (a source that does not answer, a full disk, a package whose script fails) and run the operation again: it repairs first what is half done.',
        data: { kind: 'update', ...facts },
        event: facts,
    };
}
function factsOf(report, after) {
    const { would, changed, left, repaired, needsReboot } = report;
    return {
        ...(after === undefined ? { would } : {}),
        packages: changed,
        left,
        repaired,
        needsReboot: needsReboot !== undefined && after?.isRebooted !== true,
        ...(after === undefined ? {} : { rebooted: after.isRebooted, failedChecks: after.failedChecks }),
    };
}
function tellDone({ changed, repaired }, { isRebooted }) {
    return [
        ...(changed.length === 0 ? [] : [`upgraded ${tellPackages(changed)}`]),
        ...(repaired.length === 0 ? [] : [`repaired ${tellNames(repaired)}`]),
        ...(isRebooted ? ['rebooted'] : []),
    ].join(', ');
}
function tellLeft({ left }) {
    return left.length === 0
        ? ''
        : `; left as they are: ${tellNames(left.map(({ name, why }) => `${name} (${why})`))}`;
}
function tellReboot({ needsReboot }, { isRebooted }) {
    if (needsReboot === undefined || isRebooted)
        return '';
    return `; needs a reboot${needsReboot === '' ? '' : `: ${needsReboot}`}`;
}
function tellPackages(packages) {
    const names = tellNames(packages.map(({ name }) => name));
    return `${(0,count_of/* countOf */.p)(packages.length, 'package')}: ${names}`;
}
function tellNames(names) {
    const shown = names.slice(0, shownNames).join(', ');
    return names.length > shownNames ? `${shown} and ${names.length - shownNames} more` : shown;
}

// EXTERNAL MODULE: ./build/task/run-check.js
var run_check = __webpack_require__(77608);
// EXTERNAL MODULE: ./build/task/sessions.js
var sessions = __webpack_require__(25655);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
;// CONCATENATED MODULE: ./build/operations/update/update.js
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














/** Hundreds of packages on a small machine with a slow disk. */
const updateSeconds = 2 * 60 * 60;
/** As long as others that change the machine may take. */
const lockWaitSeconds = 15 * 60;
const dryRunMs = 10 * 60_000;
/** Upgrades the packages of machines, each as a unit that goes on when we do not. */
const update = (0,operation/* fleetOperation */.o)({
    records: ({ dryRun }) => !dryRun,
    connects: true,
    prepare: async (ports, { view, machines, request }) => {
        const { securityOnly, dryRun: isDryRun, reboot } = request;
        const mayReboot = reboot !== 'never' && !isDryRun;
        const existing = mayReboot ? await (0,provider_machines/* listProviderMachines */.EO)(ports, view, machines) : undefined;
        return (task) => updateMachine(task, { view, securityOnly, isDryRun, reboot, existing });
    },
});
async function updateMachine(task, asked) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const identity = (0,flock_view/* identityOf */.cu)(asked.view, task.machine.name);
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(task, identity), true);
        if (asked.isDryRun)
            return planOfUpdate(requireManager(task, await lookOnly(task, session, asked)));
        const { report, isLinkLost } = await upgrade(task, session, asked);
        requireManager(task, report);
        const after = {
            isRebooted: false,
            failedChecks: [],
        };
        // What was done is told even if what comes after it cannot be.
        try {
            after.isRebooted = await rebootIfWanted(task, asked, report);
            if (isLinkLost || after.isRebooted) {
                const env_2 = { stack: [], error: void 0, hasError: false };
                try {
                    const later = __addDisposableResource(env_2, await (0,sessions/* reopenSession */.aQ)(task, identity, 60_000), true);
                    if (after.isRebooted)
                        await settle(task, later);
                    after.failedChecks = await runChecks(task, later);
                }
                catch (e_1) {
                    env_2.error = e_1;
                    env_2.hasError = true;
                }
                finally {
                    const result_1 = __disposeResources(env_2);
                    if (result_1)
                        await result_1;
                }
            }
            else
                after.failedChecks = await runChecks(task, session);
        }
        catch (thrown) {
            return concludeUpdate(report, { ...after, trouble: (0,failure/* asDroverError */.nN)(thrown) });
        }
        return concludeUpdate(report, after);
    }
    catch (e_2) {
        env_1.error = e_2;
        env_1.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_1);
        if (result_2)
            await result_2;
    }
}
async function upgrade(task, session, { view, ...asked }) {
    const reader = listen(task);
    const script = updateProgram(asked);
    const { code, isLinkLost } = await (0,run_long_work/* runTransient */.W)(task, { session, identity: (0,flock_view/* identityOf */.cu)(view, task.machine.name) }, {
        kind: 'update',
        key: (0,digest/* sha256 */.s)(Buffer.from(script)),
        script,
        files: [],
        timeoutSeconds: updateSeconds,
        lockWaitSeconds,
        onLine: (line) => reader.line(line),
    });
    return { report: requireWhole(task, reader, `exited with ${code}`), isLinkLost };
}
/** The same script with another end: it changes nothing, so it needs no unit. */
async function lookOnly(task, session, asked) {
    const reader = listen(task);
    const { signal } = task.ports;
    const ended = await session.exec({ argv: ['bash', '-s'], stdin: updateProgram(asked) }, {
        timeoutMs: dryRunMs,
        maxBytes: 0,
        onLine: (line) => reader.line(line),
        ...(signal === undefined ? {} : { signal }),
    });
    return requireWhole(task, reader, (0,command/* succeeded */.g)(ended) ? 'ended' : (0,command/* describeEnd */.l)(ended));
}
function listen(task) {
    const { clock } = task.ports;
    let startedMs = clock.elapsed();
    return readUpdate({
        onStep: (name) => {
            startedMs = clock.elapsed();
            task.stepStarted({ kind: 'upgrade', text: name });
        },
        onStepDone: ({ name, status }) => task.stepDone({
            kind: 'upgrade',
            text: name,
            status: status === 0 ? 'ok' : 'failed',
            durationMs: Math.round(clock.elapsed() - startedMs),
        }),
        onWaiting: (who) => task.stepStarted({ kind: 'upgrade', text: `wait for packages that are being installed by ${who}` }),
        onOutput: (line) => task.output(line, 'stdout'),
    });
}
function requireWhole({ machine }, reader, how) {
    const report = reader.result();
    if (report.isWhole)
        return report;
    throw new errors/* DroverError */.F(`${machine.name}: update: ${how} before it said what it did`, {
        reason: 'command-failed',
        hint: 'Ensure that bash and coreutils work on the machine, and that /tmp has room. Run the operation again: it repairs first.',
    });
}
function requireManager({ machine }, report) {
    if (report.hasManager)
        return report;
    throw new errors/* DroverError */.F(`${machine.name}: update: the machine has no package manager that Drover knows`, {
        reason: 'missing-tool',
        hint: 'Drover updates Debian and Ubuntu, with apt-get. Leave this machine out: "!NAME".',
    });
}
/** A machine whose packages are not whole stays up: somebody may have to look at it. */
async function rebootIfWanted(task, { reboot, view, existing }, { failed, needsReboot }) {
    if (existing === undefined || failed !== undefined)
        return false;
    if (reboot === 'auto' && needsReboot === undefined)
        return false;
    await (0,reboot_machine/* rebootMachine */.H)(task, { view, existing });
    return true;
}
/** Units of a machine that has just booted may still be starting; a machine whose units failed answers, too. */
async function settle(task, session) {
    const { signal } = task.ports;
    await task.step({ kind: 'boot', text: 'wait for the machine to be up' }, () => session.exec({ argv: ['timeout', '120', 'systemctl', 'is-system-running', '--wait'] }, { timeoutMs: 150_000, ...(signal === undefined ? {} : { signal }) }));
}
/** Names of those that do not hold. */
async function runChecks(task, session) {
    const failed = [];
    for (const check of task.machine.checks) {
        if (!(await (0,run_check/* runCheck */.k)(task, session, check)))
            failed.push(check.name);
    }
    return failed;
}


/***/ }),

/***/ 20912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ unpackTar),
/* harmony export */   nG: () => (/* binding */ packTar),
/* harmony export */   wl: () => (/* binding */ listTar)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38321);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56118);



async function packTar(files) {
    const archive = (0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.pack)();
    for (const file of files)
        archive.entry({ name: file.path, mode: file.mode }, file.bytes);
    archive.finalize();
    return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.buffer)(archive);
}
/** All entries of an archive. Hard links are given as links to the path they name. */
async function unpackTar(archive) {
    const entries = [];
    for await (const entry of node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([archive]).pipe((0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.extract)())) {
        const { header } = entry;
        entries.push({
            path: header.name,
            type: typeOf(header.type),
            mode: (header.mode ?? 0) & 0o7777,
            owner: header.uname || String(header.uid ?? 0),
            group: header.gname || String(header.gid ?? 0),
            ...(header.linkname ? { link: header.linkname } : {}),
            bytes: await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.buffer)(entry),
        });
    }
    return entries;
}
/** What an archive holds, without the bytes of it. Hostile until checked. */
async function listTar(archive) {
    const entries = [];
    for await (const entry of node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([archive]).pipe((0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.extract)())) {
        entry.resume();
        const { name, type, linkname } = entry.header;
        const plain = typeOf(type);
        const isSymlink = type === 'symlink';
        entries.push({
            path: name,
            type: isSymlink ? 'symlink' : plain === 'link' ? 'other' : plain,
            ...(isSymlink && linkname ? { link: linkname } : {}),
        });
    }
    return entries;
}
function typeOf(type) {
    if (type === 'file' || type === 'contiguous-file')
        return 'file';
    if (type === 'directory')
        return 'folder';
    if (type === 'symlink' || type === 'link')
        return 'link';
    return 'other';
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

/***/ 77608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ runChecks),
/* harmony export */   k: () => (/* binding */ runCheck)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87306);



/** As long as a change waits for one check. */
const limits = { timeoutMs: 60_000, maxBytes: 16 * 1024 };
/** All checks of the machine, one after another: the second may say what is wrong with the first. Answers with the names of those that do not hold. */
async function runChecks(task, session) {
    const failed = [];
    for (const check of task.machine.checks) {
        if (!(await runCheck(task, session, check)))
            failed.push(check.name);
    }
    return failed;
}
/** Whether a check holds on the machine now. One that does not end in time does not; a lost connection is thrown. */
async function runCheck(task, session, { name, command }) {
    const { clock, signal } = task.ports;
    const step = { kind: 'check', text: `check ${name}`, subject: name };
    const startedMs = clock.elapsed();
    const tell = (fault) => task.stepDone({
        ...step,
        status: fault === undefined ? 'ok' : 'failed',
        durationMs: Math.round(clock.elapsed() - startedMs),
        ...(fault === undefined ? {} : { detail: fault }),
    });
    task.stepStarted(step);
    try {
        const fault = await findFault(session, { command, signal });
        tell(fault);
        return fault === undefined;
    }
    catch (thrown) {
        tell((0,_base_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asDroverError */ .nN)(thrown).message);
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


/***/ }),

/***/ 33963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ seconds),
/* harmony export */   z: () => (/* binding */ places)
/* harmony export */ });
/** Where Drover keeps what it needs on a machine. */
const places = {
    /** Only root looks in here. */
    library: '/var/lib/drover',
    /** A folder for each transaction that is under way. */
    transactions: '/var/lib/drover/tx',
    /** The last few changes, newest last, as they can be undone. */
    undo: '/var/lib/drover/undo',
    /** Link to the transaction that has begun to change files and is not confirmed. Its removal is what makes a change last. */
    current: '/var/lib/drover/current',
    /** How the newest transaction ended: `ID changed` or `ID rolled-back WHY`. */
    last: '/var/lib/drover/last',
    /** Every path that Drover put here, one a line, see `encodeManaged`. */
    files: '/var/lib/drover/files',
    /** `ROLE DIGEST` a line: the roles that this machine has, as they were when they ran. */
    baseline: '/var/lib/drover/baseline',
    /** A folder for each kind of long work: what it needs, what it prints, how it ended. */
    transient: '/var/lib/drover/transient',
    /** `NAME/SHA256`: what links of artifacts lead to. */
    artifacts: '/var/lib/drover/artifacts',
    /** A folder for each version of the program that carries out changes, named by its digest. */
    program: '/var/lib/drover/program',
    stamp: '/etc/drover/stamp.json',
    stampEnv: '/etc/drover/stamp.env',
    lock: '/run/drover/lock',
    holder: '/run/drover/holder',
    /** Id of the transaction that may write. */
    token: '/run/drover/token',
    /** A file here with the name of a point holds a transaction at that point until it is removed: for whoever wants to look, and for tests. */
    hold: '/run/drover/hold',
    recoverUnit: '/etc/systemd/system/drover-recover.service',
};
/**
 * How long things take on a machine, in seconds. The sums matter: a machine
 * that nobody confirms is back to the old files within 35 s, and a lock whose
 * holder died is free within 20 s.
 */
const seconds = {
    /** Silence of the holder after which it counts as dead; it speaks every 3 s. */
    heartbeat: 10,
    confirm: 20,
    validation: 120,
    followUp: 300,
    check: 60,
    /** For what follows a revert when nobody listens any more: the lock must come free. */
    lastFollowUp: 5,
    /** After the swap begins, how soon the machine looks whether its transaction still has somebody who cares. */
    watch: 5,
};


/***/ })

};
