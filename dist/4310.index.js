export const id = 4310;
export const ids = [4310];
export const modules = {

/***/ 22601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ chooserOf)
/* harmony export */ });
/* harmony import */ var _leftover_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94968);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82305);


/** Which machines an operation is about, for itself and for the plan of its run: what is left over can be listed and ended. */
function chooserOf(operation) {
    if (operation === 'terminate')
        return _leftover_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseWithLeftovers */ ._w;
    if (operation === 'list')
        return async (_ports, survey, { selectors }) => (0,_leftover_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseAll */ .z)(survey, selectors);
    return _survey_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseMachines */ .A6;
}


/***/ }),

/***/ 36309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ renderMachines)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _flock_secret_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74972);
/* harmony import */ var _render_render_machine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54237);



/**
 * Renders all machines before any is touched, so that one missing secret or
 * variable is known while nothing has happened yet. Throws one InputError with
 * the problems of all machines, each once.
 */
async function renderMachines(ports, survey, machines) {
    const toolkit = await ports.toolkit();
    const config = survey.snapshot.tree;
    const secrets = [...(0,_flock_secret_names_js__WEBPACK_IMPORTED_MODULE_1__/* .flockSecretNames */ .u)({ toolkit, config }).keys()].flatMap((name) => ports.secret(name) ?? []);
    for (const secret of secrets)
        ports.guard(secret);
    const desired = new Map();
    const problems = new Map();
    for (const machine of machines) {
        try {
            const rendered = (0,_render_render_machine_js__WEBPACK_IMPORTED_MODULE_2__/* .renderMachine */ .K)({
                machine,
                flockName: survey.flock.name,
                toolkit,
                config,
                secrets: ports.secret,
            });
            desired.set(machine.name, rendered);
        }
        catch (error) {
            if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz))
                throw error;
            for (const problem of error.problems)
                problems.set(JSON.stringify([problem.at, problem.message]), problem);
        }
    }
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)([...problems.values()]);
    return {
        secrets,
        of: (machine) => desired.get(machine) ?? { files: [], captures: [] },
    };
}


/***/ }),

/***/ 44310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  captureMachine: () => (/* binding */ captureMachine),
  downloadconfig: () => (/* binding */ downloadconfig)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/recipes/capture.js
var capture = __webpack_require__(30230);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/secrets/restore-placeholders.js
var restore_placeholders = __webpack_require__(78187);
;// CONCATENATED MODULE: ./build/operations/capture.js




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
        const file = desired.files.find((wanted) => wanted.destination === path);
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

// EXTERNAL MODULE: ./build/operations/desired.js
var operations_desired = __webpack_require__(36309);
// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
;// CONCATENATED MODULE: ./build/operations/downloadconfig.js
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









const downloadconfig = (0,fleet_operation/* defineFleetOperation */.t)({
    records: () => true,
    connects: true,
    prepare: async (ports, { survey, machines }) => {
        const desired = await (0,operations_desired/* renderMachines */.p)(ports, survey, machines);
        return (job) => captureMachine(job, { survey, desired });
    },
});
/** Captures the found files of one machine. */
async function captureMachine(job, { survey, desired }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = job;
        const wanted = desired.of(machine.name);
        if (wanted.captures.length === 0) {
            return { kind: 'ok', reason: 'already-so', message: 'no manifest asks for a capture' };
        }
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, (0,operations_survey/* identityOf */.cu)(survey, machine.name)), true);
        const paths = wanted.captures.map((capture) => capture.destination);
        const { entries, leftOut } = await job.step('capture', () => readPaths(session, paths));
        const capture = planCapture({
            machine: machine.name,
            entries,
            leftOut,
            desired: wanted,
            secrets: desired.secrets,
        });
        const count = `${capture.files} ${capture.files === 1 ? 'path' : 'paths'}`;
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
    const ended = await session.exec((0,capture/* captureCommand */.g_)(paths), {
        ...sessions/* lookLimits */.QQ,
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
    return { entries: await (0,tar/* unpackTar */.A)(ended.stdout), leftOut: (0,capture/* parseLeftOut */.ne)(stderr) };
}


/***/ }),

/***/ 70759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Le: () => (/* binding */ chooseDeployable),
  HB: () => (/* binding */ chooseEnvironment),
  KG: () => (/* binding */ requireProtectedOrigin)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/nearest.js
var nearest = __webpack_require__(50578);
// EXTERNAL MODULE: ./build/flock/affected.js
var affected = __webpack_require__(33184);
;// CONCATENATED MODULE: ./build/ledger/ledger-paths.js
/** True for what Drover itself writes on the branch: records, captures, log, dashboard. */
function isLedgerPath(path) {
    return path === 'README.md' || path.startsWith('machines/') || path.startsWith('log/');
}

;// CONCATENATED MODULE: ./build/operations/environment.js




/**
 * The machines of the environment that the run deploys to. One that a person named and that is in
 * another is refused; what a group or `all` brings along is left out. A flock without environments
 * has nothing to choose.
 */
function chooseEnvironment(machines, { flock, request: { environment, selectors } }) {
    if (environment === undefined || flock.environments.length === 0)
        return machines;
    requireKnown(environment, flock);
    const outside = machines.filter((machine) => machine.environment !== environment);
    (0,errors/* refuse */.TR)(outside
        .filter(({ name }) => selectors.includes(name))
        .map(({ name, environment: other }) => ({
        reason: 'invalid-argument',
        message: `${name}: is ${other === undefined ? 'in no environment' : `in the environment "${other}"`}, and the run deploys to "${environment}"`,
        hint: 'Choose its own environment, or other machines.',
    })));
    return machines.filter((machine) => !outside.includes(machine));
}
function requireKnown(environment, { environments }) {
    const names = environments.map(({ name }) => name);
    if (names.includes(environment))
        return;
    const meant = (0,nearest/* nearest */.p)(environment, names);
    throw new errors/* DroverError */.F(`environment: flock.yml has no environment "${environment}"`, {
        reason: 'invalid-argument',
        hint: meant === undefined ? `Choose one of ${names.join(', ')}.` : `Did you mean "${meant}"?`,
    });
}
/** Refuses to change machines of a protected environment from anywhere but a protected branch. */
function requireProtectedOrigin(machines, { flock, origin }) {
    if (origin?.isProtected)
        return;
    const guarded = protectedNames(flock);
    const where = origin === undefined ? 'this is no run of a workflow' : `"${origin.ref}" is not protected`;
    (0,errors/* refuse */.TR)(machines.flatMap(({ name, environment = '' }) => guarded.has(environment)
        ? [
            {
                reason: 'protected',
                message: `${name}: is in the protected environment "${environment}", and ${where}`,
                hint: 'Start the workflow on a protected branch, or take "protected: true" from the environment in flock.yml.',
            },
        ]
        : []));
}
/**
 * The machines that the whole run may change. Those of a protected environment only if the run
 * names it, so that GitHub asks its reviewers, and is up to date, so that nothing is deployed that
 * the branch has left behind. One that a person named is refused, others are left out.
 */
async function chooseDeployable(ports, survey, { machines, request }) {
    const guarded = protectedNames(survey.flock);
    const isGuarded = ({ environment = '' }) => guarded.has(environment);
    const outside = machines.filter((machine) => isGuarded(machine) && machine.environment !== request.environment);
    (0,errors/* refuse */.TR)(outside
        .filter(({ name }) => request.selectors.includes(name))
        .map(({ name, environment = '' }) => ({
        reason: 'protected',
        message: `${name}: is in the protected environment "${environment}", and the run does not name it`,
        hint: `Choose the environment "${environment}" for the run.`,
    })));
    for (const environment of new Set(outside.map((machine) => machine.environment ?? ''))) {
        const names = outside.filter((machine) => machine.environment === environment).map(({ name }) => name);
        ports.reporter.report({
            kind: 'notice',
            level: 'warning',
            message: `left out, because "${environment}" is protected and the run does not name it: ${names.join(', ')}`,
        });
    }
    const inside = machines.filter((machine) => !outside.includes(machine));
    if (inside.some(isGuarded)) {
        requireProtectedOrigin(inside, { flock: survey.flock, origin: ports.origin });
        await requireUpToDate(ports, survey);
    }
    return inside;
}
async function requireUpToDate(ports, survey) {
    const news = await whatIsNewer(ports, survey);
    if (news === undefined)
        return;
    throw new errors/* DroverError */.F(`environment: the run is not up to date: ${news}`, {
        reason: 'protected',
        hint: 'Start a new run on the head of the branch. Nothing was changed.',
    });
}
function protectedNames({ environments }) {
    return new Set(environments.filter(({ isProtected }) => isProtected).map(({ name }) => name));
}
/** What the branch of the run got since; undefined when nothing. What Drover wrote down itself is no news. */
async function whatIsNewer({ origin, ledger }, { snapshot }) {
    if (origin === undefined)
        return undefined;
    const head = await ledger.headOf(origin.ref);
    if (head === origin.commit)
        return undefined;
    if (head === snapshot.commit) {
        const started = await ledger.readAt(origin.commit);
        const news = started && (0,affected/* changedPaths */.v)(started.tree, snapshot.tree).filter((path) => !isLedgerPath(path));
        if (news?.length === 0)
            return undefined;
        return `"${origin.ref}" has newer changes: ${news?.slice(0, 3).join(', ') ?? 'its history was replaced'}`;
    }
    return `"${origin.ref}" is at ${head?.slice(0, 12) ?? 'no commit'} now, and the run was started at ${origin.commit.slice(0, 12)}`;
}


/***/ }),

/***/ 45167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ defineFleetOperation)
/* harmony export */ });
/* harmony import */ var _choose_machines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22601);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70759);
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10809);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31412);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82305);





/** The way of every operation on machines: read the branch, choose, check all input, then work on each. */
function defineFleetOperation(definition) {
    return async (ports, request) => {
        if (definition.connects)
            ports.remote.prepare();
        const survey = await (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .readFlock */ ._D)(ports);
        const machines = await (0,_choose_machines_js__WEBPACK_IMPORTED_MODULE_0__/* .chooserOf */ .T)(request.operation)(ports, survey, request);
        const acts = definition.records(request);
        if (acts && (0,_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .mayChangeMachines */ .MB)(request.operation)) {
            (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .requireProtectedOrigin */ .KG)(machines, { flock: survey.flock, origin: ports.origin });
        }
        const verb = await definition.prepare(ports, { survey, machines, request });
        return (0,_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .runFleet */ .gI)(ports, {
            operation: request.operation,
            machines,
            parallel: request.parallel,
            config: survey.snapshot.commit,
            records: acts,
            ownerOfKey: (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerOfKey */ .QV)(survey),
            verb,
        });
    };
}


/***/ }),

/***/ 10809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CD: () => (/* binding */ attempt),
  Ld: () => (/* binding */ newRecordId),
  gI: () => (/* binding */ runFleet)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./build/operations/failure.js
var failure = __webpack_require__(69477);
;// CONCATENATED MODULE: ./build/operations/cut-off.js

/**
 * Keeps in the journal how far the work on one machine got, as the record that is true if nothing
 * more is heard of it. Hears of the steps as a reporter does.
 */
function trackCutOff({ journal, signal, frame, elapsed }) {
    let step;
    const keep = () => journal.keep(cutOffRecord(frame, { step, durationMs: elapsed(), reason: reasonOf(signal) }));
    keep();
    signal?.addEventListener('abort', keep);
    const hear = (progress) => {
        if (progress.kind !== 'step')
            return;
        step = progress.name;
        keep();
    };
    return {
        reporter: (inner) => ({
            report: (progress) => {
                hear(progress);
                inner.report(progress);
            },
        }),
        end: (record) => {
            signal?.removeEventListener('abort', keep);
            journal.keep(record);
        },
    };
}
/** Those that change files as a transaction of the machine; nothing undoes what the others do. */
const transacts = new Set(['configure', 'create']);
const selfUndone = ': what was not confirmed, the machine undoes by itself';
function reasonOf(signal) {
    return signal?.aborted ? 'cancelled' : 'job-died';
}
function cutOffRecord(frame, { step, durationMs, reason }) {
    const where = step === undefined ? 'before its first step' : `at step "${step}"`;
    const why = reason === 'cancelled' ? 'the run was cancelled' : 'its job died';
    return {
        ...frame,
        outcome: (0,failure/* kindOfFailure */.uq)(reason),
        reason,
        message: `${why} ${where}${transacts.has(frame.operation) ? selfUndone : ''}`,
        durationMs,
        changes: [],
        ...(step === undefined ? {} : { event: { step } }),
    };
}

;// CONCATENATED MODULE: ./build/operations/job.js

function makeJob(machine, { ports, ownerOfKey }) {
    const { clock, reporter, clean } = ports;
    const steps = [];
    const job = {
        machine,
        ports,
        ownerOfKey,
        steps,
        stepStarted: (name) => reporter.report({ kind: 'step', machine: machine.name, name: clean(name) }),
        stepDone: (step) => {
            const shown = {
                ...step,
                name: clean(step.name),
                ...(step.detail === undefined ? {} : { detail: clean(step.detail) }),
            };
            steps.push(shown);
            reporter.report({ kind: 'step-done', machine: machine.name, step: shown });
        },
        output: (line, stream) => reporter.report({ kind: 'output', machine: machine.name, stream, line: clean(line) }),
        warn: (message) => reporter.report({ kind: 'notice', level: 'warning', message: clean(`${machine.name}: ${message}`) }),
        step: async (name, work) => {
            const startedMs = clock.elapsed();
            const durationMs = () => Math.round(clock.elapsed() - startedMs);
            job.stepStarted(name);
            try {
                const value = await work();
                job.stepDone({ name, status: 'ok', durationMs: durationMs() });
                return value;
            }
            catch (thrown) {
                job.stepDone({
                    name,
                    status: 'failed',
                    durationMs: durationMs(),
                    detail: (0,failure/* asDroverError */.nN)(thrown).message,
                });
                throw thrown;
            }
        },
    };
    return job;
}

// EXTERNAL MODULE: ./build/operations/recorder.js
var operations_recorder = __webpack_require__(39737);
;// CONCATENATED MODULE: ./build/operations/fleet.js





/**
 * Does one verb on many machines. Never throws for what happens to a machine:
 * each gets one outcome, also those that were not reached before a cancel.
 */
async function runFleet(ports, work) {
    const recorder = (0,operations_recorder/* makeRecorder */.D)(ports);
    const limit = (0,p_limit/* default */.A)(Math.max(1, work.parallel));
    const outcomes = await Promise.all(work.machines.map((machine) => limit(async () => {
        const { outcome, record } = await runJob(ports, { work, machine });
        ports.reporter.report({ kind: 'finished', machine: machine.name, outcome });
        if (record !== undefined)
            recorder.add(record);
        return outcome;
    })));
    return { outcomes, ...(await recorder.close()) };
}
async function runJob(ports, { work, machine }) {
    const { clock, reporter } = ports;
    const startedMs = clock.elapsed();
    const elapsed = () => Math.round(clock.elapsed() - startedMs);
    const { operation, ownerOfKey } = work;
    if (ports.signal?.aborted) {
        const job = makeJob(machine, { ports, ownerOfKey });
        return { outcome: toOutcome(notTouched, { job, operation, durationMs: elapsed() }) };
    }
    reporter.report({ kind: 'started', machine: machine.name, operation });
    if (!work.records) {
        const job = makeJob(machine, { ports, ownerOfKey });
        return { outcome: toOutcome(await attempt(job, work.verb), { job, operation, durationMs: elapsed() }) };
    }
    const frame = {
        id: newRecordId(ports, { operation, machine: machine.name }),
        run: ports.run,
        operation,
        machine: machine.name,
        time: new Date(clock.now()).toISOString(),
        config: work.config,
    };
    const tracked = trackCutOff({ journal: ports.journal, signal: ports.signal, frame, elapsed });
    const job = makeJob(machine, { ports: { ...ports, reporter: tracked.reporter(reporter) }, ownerOfKey });
    const done = await attempt(job, work.verb);
    const outcome = toOutcome(done, { job, operation, durationMs: elapsed() });
    const record = { ...frame, ...toRecord(outcome, done) };
    tracked.end(record);
    return { outcome, record };
}
const notTouched = {
    kind: (0,failure/* kindOfFailure */.uq)('not-touched'),
    reason: 'not-touched',
    message: 'the run was cancelled before this machine was reached',
};
/** Does the work on one machine; a failure is an end like any other. */
async function attempt(job, verb) {
    try {
        return await verb(job);
    }
    catch (thrown) {
        const error = (0,failure/* asDroverError */.nN)(thrown);
        (0,failure/* reportDefect */.Gf)(job.ports, error);
        return failureDone(job, error);
    }
}
/** The machine's name stands before every message already: it is not said twice. */
function failureDone(job, error) {
    const prefix = `${job.machine.name}: `;
    const message = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message;
    return {
        kind: (0,failure/* kindOfFailure */.uq)(error.reason),
        reason: error.reason,
        message,
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        ...(error.at === undefined ? {} : { at: error.at }),
    };
}
function toOutcome(done, { job, operation, durationMs }) {
    const { clean } = job.ports;
    const line = (text) => clean(text).replaceAll(/\s*\n\s*/g, ' ');
    return {
        machine: job.machine.name,
        operation,
        kind: done.kind,
        reason: done.reason,
        message: line(done.message),
        ...(done.hint === undefined ? {} : { hint: line(done.hint) }),
        ...(done.at === undefined ? {} : { at: done.at }),
        ...(done.data === undefined ? {} : { data: done.data }),
        steps: job.steps,
        durationMs: Math.round(durationMs),
    };
}
function toRecord(outcome, done) {
    const { kind, reason, message, durationMs } = outcome;
    return {
        outcome: kind,
        reason,
        message,
        durationMs,
        changes: done.changes ?? [],
        ...eventOf(outcome, done),
    };
}
/** More for the log than every record has: what the operation says, and the step that failed. */
function eventOf({ steps }, { event }) {
    const failed = steps.findLast(({ status }) => status === 'failed');
    if (event === undefined && failed === undefined)
        return {};
    return { event: { ...event, ...(failed === undefined ? {} : { step: failed.name }) } };
}
/** Unique for this machine, operation, run and attempt, and for one that does the same twice. */
function newRecordId({ run, clock }, { operation, machine }) {
    const chance = Math.floor(clock.random() * 0xffffffff);
    return `${run.id}.${run.attempt}.${operation}.${machine}.${chance.toString(16).padStart(8, '0')}`;
}


/***/ }),

/***/ 39737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ makeRecorder)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69477);


/** How long the first finished machine waits for others before its record is pushed. */
const gatherMs = 2000;
/**
 * Pushes records while other machines are still at work, several at a time: a
 * run that is killed has lost at most what it finished in the last seconds, and
 * a fleet of a thousand does not push a thousand times.
 */
function makeRecorder(ports) {
    const waiting = [];
    const stop = new AbortController();
    let commit;
    let failure;
    let pushing;
    const push = async () => {
        const batch = waiting.splice(0);
        if (batch.length === 0)
            return;
        try {
            commit = (await ports.ledger.push(batch)).commit;
            ports.journal.drop(batch);
        }
        catch (thrown) {
            failure = await keepInstead(ports, { batch, error: (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asDroverError */ .nN)(thrown) });
        }
    };
    const gather = async () => {
        await ports.clock.sleep(gatherMs, stop.signal).catch(() => { });
        await push();
        pushing = undefined;
        if (waiting.length > 0 && !stop.signal.aborted)
            pushing = gather();
    };
    return {
        add: (record) => {
            waiting.push(record);
            pushing ??= gather();
        },
        close: async () => {
            stop.abort();
            await pushing;
            await push();
            return { ...(commit === undefined ? {} : { commit }), ...(failure === undefined ? {} : { failure }) };
        },
    };
}
/** Never throws: a full disk on top of a closed branch must not hide what happened to the machines. */
async function keepInstead({ keepRecords }, { batch, error }) {
    const way = await keepRecords(batch).then((files) => `Nothing is lost: when the repository can be pushed to again, run "drover replay ${files.join(' ')}".`, (cause) => `The records could not be kept as files either (${(0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asDroverError */ .nN)(cause).message}): run the operation again, it looks at the machines and records what holds.`);
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(error.message, {
        reason: error.reason,
        hint: error.hint === undefined ? way : `${error.hint} ${way}`,
        cause: error,
    });
}


/***/ }),

/***/ 81134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QQ: () => (/* binding */ lookLimits),
/* harmony export */   aQ: () => (/* binding */ reopenSession),
/* harmony export */   fA: () => (/* binding */ openSession),
/* harmony export */   jN: () => (/* binding */ connectLimits)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _system_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47318);


/**
 * Enough for a machine far away that is busy. A TCP connection is answered by the kernel, however busy
 * the machine is: silence means that it is not there.
 */
const connectLimits = { timeoutMs: 30_000, reachMs: 10_000 };
/** How long one look or capture may take, and how long it may be silent. */
const lookLimits = { timeoutMs: 60_000, idleMs: 30_000 };
/** A session for one job: connected as a step of it, cancelled with its run. */
async function openSession(job, identity) {
    const { ports, machine } = job;
    const key = await ports.sshKey();
    return job.step('connect', () => ports.remote.connect({
        machine: machine.name,
        identity,
        key,
        ownerOfKey: job.ownerOfKey,
        ...connectLimits,
        ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }));
}
/** A shorter patience, for a machine that answered a moment ago. */
const again = { timeoutMs: 10_000, reachMs: 5000 };
/** A new connection to a machine whose sshd may just be starting again: tried until `deadlineMs` has passed. */
async function reopenSession(job, identity, deadlineMs) {
    const { ports, machine } = job;
    const key = await ports.sshKey();
    return (0,_system_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({
        clock: ports.clock,
        baseMs: 200,
        maxMs: 1000,
        deadlineMs,
        isRetryable: (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && error.reason === 'unreachable',
    }, () => ports.remote.connect({ machine: machine.name, identity, key, ...again }));
}


/***/ }),

/***/ 30230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g_: () => (/* binding */ captureCommand),
/* harmony export */   ne: () => (/* binding */ parseLeftOut)
/* harmony export */ });
/* unused harmony export maxCapturedFileBytes */
/** Larger files are refused by name: git is no place for them. */
const maxCapturedFileBytes = 1024 * 1024;
/*
 * GNU tar of all that is there of the paths on standard input (one a line). A
 * path that is a link brings the file it leads to as well. Huge files, devices,
 * sockets and pipes stay out of the archive and are named on standard error as
 * `TYPE SIZE PATH`, NUL behind each. Status 1 of tar means that a file changed
 * while it was read: what came is what was read, and the next capture sees the rest.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
while IFS= read -r path; do
  if [ -L "$path" ]; then
    printf '%s\\0' "$path"
    real=$(readlink -f -- "$path") && [ -f "$real" ] && printf '%s\\0' "$real"
  elif [ -e "$path" ]; then printf '%s\\0' "$path"
  fi
done | xargs -0 -r sh -c 'find "$@" -xdev \\( -type d -o -type l -o -type f -size -${maxCapturedFileBytes + 1}c \\) -printf "%p\\0" -o -fprintf /dev/stderr "%y %s %p\\0"' drover |
  tar -c -f - --format=posix --hard-dereference --no-recursion -P --null -T -
[ "$?" -le 1 ]
`;
/** Answers with a tar archive on standard output. */
function captureCommand(paths) {
    return { argv: ['sh', '-c', script], stdin: paths.map((path) => `${path}\n`).join('') };
}
const kinds = {
    f: `is larger than ${maxCapturedFileBytes / 1024 / 1024} MiB`,
    b: 'is a block device',
    c: 'is a character device',
    p: 'is a named pipe',
    s: 'is a socket',
};
/** Reads what the capture named on standard error; anything else there is a warning of a program and no answer. */
function parseLeftOut(stderr) {
    return stderr.split('\0').flatMap((field) => {
        const [, type = '', path] = /^([a-zA-Z]) \d+ (\/.*)$/s.exec(field) ?? [];
        return path === undefined ? [] : [{ path, why: kinds[type] ?? 'is not a file' }];
    });
}


/***/ }),

/***/ 20912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ unpackTar),
/* harmony export */   n: () => (/* binding */ packTar)
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

/***/ 78187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ restorePlaceholders)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6637);
/* harmony import */ var _encodings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69627);
/* harmony import */ var _matcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22512);




/**
 * A found file with each secret as its placeholder. Undefined when that is not
 * possible: the file is binary and holds a secret, or something is left over.
 * Then the file must not be kept. Bytes that hold no secret stay as they are.
 */
function restorePlaceholders({ found, file, secrets }) {
    if (file !== undefined && found.equals(file.bytes))
        return file.shown;
    // One character for each byte, so that what is not UTF-8 stays as it is.
    const text = found.toString('latin1');
    if (found.includes(0) || !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(found)) {
        return holdsSecret(text, (0,_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .makeMatcher */ .F)(patternsOf(secrets, 'binary'))) ? undefined : found;
    }
    const matcher = (0,_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .makeMatcher */ .F)(patternsOf(secrets, 'text'));
    const restored = matcher.replace(text);
    return holdsSecret(restored, matcher) ? undefined : Buffer.from(restored, 'latin1');
}
function patternsOf(secrets, kind) {
    const patterns = new Map();
    const add = (text, replacement) => {
        if (!patterns.has(text))
            patterns.set(text, { text, replacement });
    };
    for (const secret of secrets) {
        const own = latin1(Buffer.from((0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholder */ .q)(secret.name)));
        add(own, own);
        for (const { text, form } of (0,_encodings_js__WEBPACK_IMPORTED_MODULE_3__/* .listEncodings */ .l)(secret.reveal())) {
            const replacement = latin1(Buffer.from((0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholder */ .q)(secret.name, form)));
            // The placeholder itself stays, even where its words are some secret's value.
            add(replacement, replacement);
            add(latin1(Buffer.from(text)), replacement);
            if (kind === 'text')
                continue;
            const wide = Buffer.from(text, 'utf16le');
            add(latin1(wide), replacement);
            add(latin1(wide.swap16()), replacement);
        }
    }
    return patterns.values();
}
function latin1(bytes) {
    return bytes.toString('latin1');
}
function holdsSecret(text, matcher) {
    return matcher
        .find(text)
        .some(({ patterns }) => patterns.some((pattern) => pattern.text !== pattern.replacement));
}


/***/ })

};
