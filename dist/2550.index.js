export const id = 2550;
export const ids = [2550];
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

/***/ 12910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ requireConfirmation)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** The names typed again must be the machines chosen: no more, no fewer. */
function requireConfirmation(machines, { confirm }) {
    if (confirm === 'yes')
        return;
    const names = machines.map((machine) => machine.name);
    const typed = new Set(confirm ?? []);
    const missing = names.filter((name) => !typed.has(name));
    const foreign = [...typed].filter((name) => !names.includes(name));
    if (missing.length === 0 && foreign.length === 0)
        return;
    const what = [
        ...(missing.length > 0 ? [`not typed again: ${missing.map((name) => `"${name}"`).join(', ')}`] : []),
        ...(foreign.length > 0 ? [`typed and not chosen: ${foreign.map((name) => `"${name}"`).join(', ')}`] : []),
    ];
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`terminate: ${what.join('; ')}`, {
        reason: 'not-confirmed',
        hint: `Type exactly: ${names.join(' ')}. Nothing was ended.`,
    });
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

/***/ 63256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ requireBudget),
/* harmony export */   p: () => (/* binding */ makeLaunchBudget)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/**
 * One machine may be asked for in several places, and more than once in each while no answer comes,
 * and is still one machine. More than this is a defect somewhere.
 */
const mostCallsForOne = 200;
function makeLaunchBudget(limit) {
    const calls = new Map();
    return {
        spend: (machine) => {
            const before = calls.get(machine) ?? 0;
            if (before === 0 && calls.size >= limit)
                throw overBudget(`${machine}: the run has made ${limit} machines`);
            if (before >= mostCallsForOne) {
                throw overBudget(`${machine}: was asked for ${before} times and is still not there`);
            }
            calls.set(machine, before + 1);
        },
    };
}
/** Throws `over-budget` when more machines are to be made than the run may make: nothing was made yet. */
function requireBudget(absent, limit) {
    if (absent.length <= limit)
        return;
    throw overBudget(`budget: ${absent.length} machines are to be made, and this run may make ${limit}`);
}
function overBudget(message) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(message, {
        reason: 'over-budget',
        hint: 'If that many are meant, give a larger budget: --budget N, or the input "budget".',
    });
}


/***/ }),

/***/ 3007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ operationOfJobs)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31412);


/** What the jobs of a run do, for those that come before and after them. Throws `invalid-argument`. */
function operationOfJobs({ for: name }) {
    if (name !== undefined && (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .isOperation */ .YG)(name) && name !== 'plan' && name !== 'record')
        return name;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(name === undefined ? 'for: no operation is given' : `for: "${name}" is no operation`, { reason: 'invalid-argument', hint: 'Say which operation the jobs do, for example --for configure.' });
}


/***/ }),

/***/ 32550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
;// CONCATENATED MODULE: ./build/rollout/plan-shards.js
/** Shares machines evenly among jobs, in their order: neighbours of `flock.yml` stay together. */
function planShards(names, { flock, shards, canary }) {
    const share = (some) => divide(some, shards).map((part) => toShard(part, flock));
    return { canary: share(names.slice(0, canary)), rest: share(names.slice(canary)) };
}
/** At most `most` parts whose sizes differ by one at most. */
function divide(names, most) {
    const count = Math.min(most, names.length);
    return Array.from({ length: count }, (_, index) => names.slice(Math.floor((index * names.length) / count), Math.floor(((index + 1) * names.length) / count)));
}
function toShard(names, flock) {
    const [first = '', ...others] = names;
    const last = others.at(-1);
    const name = last === undefined ? first : `${first} … ${last} (${names.length})`;
    const lock = last === undefined ? first : `${first}..${last}.${names.length}`;
    return { name, machines: names.join(' '), lock: `${flock}/${lock}` };
}

// EXTERNAL MODULE: ./build/operations/desired.js
var desired = __webpack_require__(36309);
;// CONCATENATED MODULE: ./build/operations/check-desired.js

/**
 * Refuses what keeps machines from being rendered, above all a secret that was not given, for a
 * whole run before any of its jobs begins. Machines with the same groups and no files of their own
 * are rendered from the same templates: one stands for all of them, and each job looks at all of
 * its own again. Throws one InputError with all problems.
 */
async function checkDesired(ports, survey, machines) {
    await (0,desired/* renderMachines */.p)(ports, survey, pickDifferent(survey, machines));
}
function pickDifferent({ snapshot }, machines) {
    const own = new Set([...snapshot.tree.keys()].flatMap((path) => ownerOf(path) ?? []));
    const seen = new Set();
    return machines.filter(({ name, groups }) => {
        if (own.has(name))
            return true;
        const key = groups.join(' ');
        if (seen.has(key))
            return false;
        seen.add(key);
        return true;
    });
}
function ownerOf(path) {
    return /^(?:config|secrets-templates)\/machines\/(?<name>[^/]+)\//.exec(path)?.groups?.name;
}

// EXTERNAL MODULE: ./build/operations/choose-machines.js
var choose_machines = __webpack_require__(22601);
// EXTERNAL MODULE: ./build/operations/confirmation.js
var confirmation = __webpack_require__(12910);
// EXTERNAL MODULE: ./build/operations/environment.js + 1 modules
var environment = __webpack_require__(70759);
// EXTERNAL MODULE: ./build/operations/launch-budget.js
var launch_budget = __webpack_require__(63256);
// EXTERNAL MODULE: ./build/operations/operation-of-jobs.js
var operation_of_jobs = __webpack_require__(3007);
// EXTERNAL MODULE: ./build/operations/registry.js
var registry = __webpack_require__(31412);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
;// CONCATENATED MODULE: ./build/operations/plan.js










/** Jobs of one matrix that GitHub takes. */
const mostJobs = 256;
const mostNameCharacters = 120_000;
/**
 * Chooses the machines of a run as its operation would, refuses what the operation would refuse
 * for all of them together, and shares them among jobs. Touches no machine.
 */
const plan = async (ports, request) => {
    const operation = (0,operation_of_jobs/* operationOfJobs */.$)(request);
    requireJobs(request);
    const survey = await (0,operations_survey/* readFlock */._D)(ports);
    const asked = isWhole(operation, request) ? [] : await (0,choose_machines/* chooserOf */.T)(operation)(ports, survey, request);
    const chosen = (0,environment/* chooseEnvironment */.HB)(asked, { flock: survey.flock, request });
    const acts = (0,registry/* mayChangeMachines */.MB)(operation) && !request.dryRun;
    const machines = acts ? await (0,environment/* chooseDeployable */.Le)(ports, survey, { machines: chosen, request }) : chosen;
    const names = machines.map(({ name }) => name);
    refuseTogether(operation, { machines, survey, request });
    if (acts && seesWhatJobsRender(ports, request) && renders.has(operation)) {
        await checkDesired(ports, survey, machines);
    }
    const sharing = { flock: survey.flock.name, shards: request.shards, canary: request.canary ?? 0 };
    const shards = names.length === 0 && isWhole(operation, request)
        ? { canary: [], rest: [wholeFlock(operation, survey)] }
        : planShards(names, sharing);
    refuseMasked(ports, names);
    refuseLarge(names);
    const data = { canary: shards.canary.map(toJson), shards: shards.rest.map(toJson), machines: names };
    return { data, message: describe(names.length, shards) };
};
const renders = new Set(['configure', 'create']);
/**
 * The secrets of an environment are given to its jobs only, and nobody at a shell has those of a run.
 * What goes back renders nothing of the newest commit, which may be the reason to go back.
 */
function seesWhatJobsRender({ origin }, { environment, rollback, to }) {
    return origin !== undefined && environment === undefined && !rollback && to === undefined;
}
/** The canaries have a matrix of their own. */
function requireJobs({ shards, canary = 0 }) {
    if (shards <= mostJobs && canary <= mostJobs)
        return;
    throw new errors/* DroverError */.F(`plan: ${Math.max(shards, canary)} jobs are more than the ${mostJobs} of a matrix`, {
        reason: 'invalid-argument',
        hint: `Give at most ${mostJobs}: a job works on many machines at once.`,
    });
}
/** True if the operation is about the whole flock when nobody names machines: one job does it. */
function isWhole(operation, { selectors }) {
    return registry/* operations */.zU[operation].machines === 'optional' && selectors.length === 0;
}
function wholeFlock(operation, { flock }) {
    return { name: 'the flock', machines: '', lock: `${flock.name}/${operation}` };
}
/** What only somebody who sees all machines of the run can refuse: each job sees its own. */
function refuseTogether(operation, { machines, survey, request }) {
    if (operation === 'terminate' && !request.dryRun)
        (0,confirmation/* requireConfirmation */.L)(machines, request);
    if (operation === 'provision' || operation === 'create') {
        const unknown = machines.filter(({ name }) => survey.snapshot.machines.get(name)?.identity === undefined);
        (0,launch_budget/* requireBudget */.R)(unknown.map(({ name }) => name), request.budget);
    }
}
/** GitHub drops an output in which it sees a secret, and a run without jobs would look as if all were well. */
function refuseMasked({ clean }, names) {
    const masked = names.filter((name) => clean(name) !== name);
    (0,errors/* refuse */.TR)(masked.map((name) => ({
        reason: 'unsafe-secret',
        message: `the name of a machine holds the value of a secret: "${clean(name)}"`,
        hint: 'Ensure that no secret is as short and common as part of a name: GitHub would drop the list of machines.',
    })));
}
/**
 * `record` is handed all names in one variable of its environment, for which Linux has 128 KiB
 * (MAX_ARG_STRLEN); as outputs of the job they then are far below what GitHub takes.
 */
function refuseLarge(names) {
    if (names.join(' ').length <= mostNameCharacters)
        return;
    throw new errors/* DroverError */.F(`plan: the names of ${names.length} machines are longer than a job can be handed (${mostNameCharacters} characters)`, {
        reason: 'invalid-argument',
        hint: 'Choose fewer machines at once, for example one group after another.',
    });
}
function toJson({ name, machines, lock }) {
    return { name, machines, lock };
}
function describe(count, { canary, rest }) {
    const jobs = canary.length + rest.length;
    if (jobs === 0)
        return 'no machine is concerned';
    const share = `${jobs} ${jobs === 1 ? 'job' : 'jobs'}`;
    const first = canary.length === 0 ? '' : `, ${canary.length} of them first`;
    if (count === 0)
        return `the flock in ${share}`;
    return `${count} ${count === 1 ? 'machine' : 'machines'} in ${share}${first}`;
}


/***/ })

};
