export const id = 2419;
export const ids = [2419];
export const modules = {

/***/ 49195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ chooserOf)
/* harmony export */ });
/* harmony import */ var _flock_view_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37012);
/* harmony import */ var _leftover_machines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88009);


/** Which machines an operation is about, for itself and for the shards of its run: what is left over can be listed and ended. */
function chooserOf(chooses = 'flock') {
    return choosers[chooses];
}
const choosers = {
    flock: _flock_view_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseMachines */ .A6,
    'with-leftovers': _leftover_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseWithLeftovers */ ._w,
    all: async (_ports, view, { selectors }) => (0,_leftover_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseAll */ .z)(view, selectors),
};


/***/ }),

/***/ 99913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Le: () => (/* binding */ chooseDeployable),
  HB: () => (/* binding */ chooseEnvironment),
  KG: () => (/* binding */ requireProtectedOrigin)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
// EXTERNAL MODULE: ./build/flock/select/affected.js
var affected = __webpack_require__(56527);
;// CONCATENATED MODULE: ./build/ledger/ledger-paths.js
/** True for files that Drover itself writes on the branch: records, captures, log, dashboard. */
function isLedgerPath(path) {
    return path === 'README.md' || path.startsWith('machines/') || path.startsWith('log/');
}

;// CONCATENATED MODULE: ./build/branch/environment.js




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
    (0,errors/* throwIfInvalid */.TG)(outside
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
    (0,errors/* throwIfInvalid */.TG)(machines.flatMap(({ name, environment = '' }) => guarded.has(environment)
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
async function chooseDeployable(ports, view, { machines, request }) {
    const guarded = protectedNames(view.flock);
    const isGuarded = ({ environment = '' }) => guarded.has(environment);
    const outside = machines.filter((machine) => isGuarded(machine) && machine.environment !== request.environment);
    (0,errors/* throwIfInvalid */.TG)(outside
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
        requireProtectedOrigin(inside, { flock: view.flock, origin: ports.origin });
        await requireUpToDate(ports, view);
    }
    return inside;
}
async function requireUpToDate(ports, view) {
    const news = await whatIsNewer(ports, view);
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

/***/ 95760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ givenSecrets)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** Of these names those that the run was given. */
function givenSecrets({ secret: lookUp }, names) {
    const problems = [];
    const secrets = [...names].flatMap((name) => {
        try {
            return lookUp(name) ?? [];
        }
        catch (error) {
            if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz))
                throw error;
            problems.push(...error.problems);
            return [];
        }
    });
    return { secrets, problems };
}


/***/ }),

/***/ 88009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _w: () => (/* binding */ chooseWithLeftovers),
/* harmony export */   re: () => (/* binding */ orphanedMachine),
/* harmony export */   yK: () => (/* binding */ leftoverMachines),
/* harmony export */   z: () => (/* binding */ chooseAll)
/* harmony export */ });
/* harmony import */ var _flock_select_select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55920);
/* harmony import */ var _flock_view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37012);


/**
 * Machines that the ledger knows and `flock.yml` no longer names: somebody took
 * the entry away before the machine. They can still be listed and terminated.
 */
function leftoverMachines({ flock, snapshot }) {
    const named = new Set(flock.machines.map((machine) => machine.name));
    return [...snapshot.machines].flatMap(([name, { identity, launch }]) => {
        if (named.has(name))
            return [];
        if (identity !== undefined)
            return [orphanedMachine(name, identity)];
        // Cut off before anything was seen of it: its provider knows whether it was made.
        const provider = launch?.provider;
        return typeof provider === 'string' ? [orphanedMachine(name, { provider, user: 'root', port: 22 })] : [];
    });
}
/** A machine of which only this is known. */
function orphanedMachine(name, { provider, user, port }) {
    return {
        name,
        groups: [],
        vars: {},
        provider,
        settings: {},
        ssh: { user, port },
        checks: [],
        roles: [],
        code: [],
        artifacts: [],
        protect: false,
    };
}
/** Like `chooseMachines`, and leftovers by their exact names. */
async function chooseWithLeftovers(ports, view, request) {
    const leftovers = leftoverMachines(view).filter((machine) => request.selectors.includes(machine.name));
    const names = new Set(leftovers.map((machine) => machine.name));
    const selectors = request.selectors.filter((selector) => !names.has(selector));
    if (selectors.length === 0 && leftovers.length > 0)
        return leftovers;
    return [...(await (0,_flock_view_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseMachines */ .A6)(ports, view, { ...request, selectors })), ...leftovers];
}
/** All machines, wanted or left over; the selectors may be empty. */
function chooseAll(view, selectors) {
    const machines = [...view.flock.machines, ...leftoverMachines(view)];
    if (selectors.length === 0)
        return machines;
    return (0,_flock_select_select_js__WEBPACK_IMPORTED_MODULE_0__/* .selectMachines */ .L)({ flock: { ...view.flock, machines }, selectors });
}


/***/ }),

/***/ 18188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ renderMachines),
  Y: () => (/* binding */ renderToApply)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/problems.js
var base_problems = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/branch/given-secrets.js
var given_secrets = __webpack_require__(95760);
// EXTERNAL MODULE: ./build/flock/secret-names.js + 1 modules
var secret_names = __webpack_require__(74972);
// EXTERNAL MODULE: ./build/render/render-machine.js + 1 modules
var render_machine = __webpack_require__(19120);
// EXTERNAL MODULE: ./build/render/roles/render-baseline.js + 5 modules
var render_baseline = __webpack_require__(78387);
// EXTERNAL MODULE: ./build/sealed/decrypt-generated.js + 1 modules
var decrypt_generated = __webpack_require__(6555);
// EXTERNAL MODULE: ./build/sealed/generated-file.js
var generated_file = __webpack_require__(18739);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/task/push-now.js
var push_now = __webpack_require__(9163);
;// CONCATENATED MODULE: ./build/sealed/push-generated.js



/**
 * Resolves when the branch has values for all that were made, these or those of another run that was first:
 * each file is put only over what it was made from. Read the branch again: it is the truth.
 */
async function pushGenerated(ports, { view, operation, machines, generated }) {
    const { recipients, seal } = await ports.seal();
    const pushNow = (0,push_now/* makePushNow */.f)(ports);
    const sealed = await Promise.all(machines.flatMap((machine) => {
        const { values, made } = generated.get(machine.name) ?? {};
        if (values === undefined || made === undefined || made.size === 0)
            return [];
        const bytes = seal((0,generated_file/* encodeGenerated */.aE)(new Map([...values, ...made])));
        return [bytes.then((file) => ({ machine, file, names: [...made.keys()].sort() }))];
    }));
    await Promise.all(sealed.map(({ machine, file, names }) => {
        const path = (0,generated_file/* generatedPath */.Dz)(machine.name);
        const before = view.snapshot.tree.get(path);
        return pushNow({ ports, machine, operation }, {
            config: view.snapshot.commit,
            message: `made generated ${names.join(', ')}, sealed to ${recipients[0]}`,
            changes: [{ kind: 'put', path, mode: '100644', bytes: file }],
            over: { path, ...(before === undefined ? {} : { sha256: (0,digest/* sha256 */.s)(before.bytes) }) },
        });
    }));
}

;// CONCATENATED MODULE: ./build/desired/render-machines.js










/**
 * Renders all machines before any is touched, so that one missing secret or
 * variable is known while nothing has happened yet. Throws one InputError with
 * the problems of all machines, each once.
 */
async function renderMachines(ports, view, machines) {
    return (await renderAll(ports, view, machines)).desired;
}
/**
 * As `renderMachines`, for who puts the files on machines: generated values that are not there yet are made,
 * and are on the branch before this resolves. Of two runs that make the same one, both go on with that of the
 * one that pushed first.
 */
async function renderToApply(ports, view, { machines, operation }) {
    let known = view;
    for (let round = 0; round < maxRounds; round += 1) {
        const { desired, generated } = await renderAll(ports, known, machines);
        if (machines.every(({ name }) => desired.toMake(name).length === 0))
            return desired;
        await pushGenerated(ports, { view: known, operation, machines, generated });
        known = (0,generated_file/* withSealedOf */.MZ)({ ...view, snapshot: await ports.ledger.read() }, view);
    }
    throw new errors/* DroverError */.F('generated values: others were pushed each time that these were about to be', {
        reason: 'push-failed',
        hint: 'Run the operation again. No machine was changed.',
    });
}
/** One other run costs one round; so many at once are no accident. */
const maxRounds = 20;
async function renderAll(ports, view, machines) {
    const toolkit = await ports.toolkit();
    const config = view.snapshot.tree;
    const names = (0,secret_names/* flockSecretNames */.u)({ toolkit, config });
    const { secrets, problems: unsafe } = (0,given_secrets/* givenSecrets */.B)(ports, names.keys());
    (0,errors/* throwIfInvalid */.TG)(unsafe);
    // An earlier commit may name others than the newest, which the engine has learnt.
    for (const secret of secrets)
        ports.guard(secret);
    const generated = await (0,decrypt_generated/* decryptGenerated */.r)(ports, {
        tree: config,
        // Without a template that names one nothing is asked for, and the key need not even be read.
        machines: names.has(secret/* sealKeySecret */.b) ? machines : [],
    });
    const desired = new Map();
    const { collect, problems } = (0,base_problems/* createProblemCollector */.X)();
    for (const machine of machines) {
        const input = {
            machine,
            flockName: view.flock.name,
            toolkit,
            config,
            secrets: ports.secret,
            generated: generated.get(machine.name)?.lookup ?? unopened,
        };
        const rendered = collect(() => (0,render_machine/* renderMachine */.K)(input));
        const baseline = collect(() => (0,render_baseline/* renderBaseline */.q)({ ...input, rolePlaces: view.flock.rolePlaces }));
        if (rendered === undefined || baseline === undefined)
            continue;
        desired.set(machine.name, { ...rendered, ...(machine.roles.length === 0 ? {} : { baseline }) });
    }
    (0,errors/* throwIfInvalid */.TG)(problems());
    return {
        generated,
        desired: {
            secrets: [...secrets, ...[...generated.values()].flatMap((one) => one.secrets)],
            of: (machine) => desired.get(machine) ?? { files: [], captures: [] },
            toMake: (machine) => [...(generated.get(machine)?.made.keys() ?? [])].sort(),
        },
    };
}
function unopened(name) {
    throw new Error(`generated "${name}" is named by no template`);
}


/***/ }),

/***/ 99718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ requireConfirmation)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** The names typed again must be the machines chosen: no more, no fewer. */
function requireConfirmation(machines, { confirm, yes = false }) {
    if (yes)
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

/***/ 99760:
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
const maxCallsForOne = 200;
function makeLaunchBudget(limit) {
    const calls = new Map();
    return {
        spend: (machine) => {
            const before = calls.get(machine) ?? 0;
            if (before === 0 && calls.size >= limit)
                throw overBudget(`${machine}: the run has made ${limit} machines`);
            if (before >= maxCallsForOne) {
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
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91581);


/** What the jobs of a run do, for those that come before and after them. Throws `invalid-argument`. */
function operationOfJobs({ for: name }) {
    const definition = name === undefined ? undefined : (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .findOperation */ .LC)(name);
    if (definition !== undefined && !definition.traits?.isAboutRuns)
        return definition;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(name === undefined ? 'for: no operation is given' : `for: "${name}" is no operation`, { reason: 'invalid-argument', hint: 'Say which operation the jobs do, for example --for configure.' });
}


/***/ }),

/***/ 74487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  shard: () => (/* binding */ shard)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/branch/choose-machines.js
var choose_machines = __webpack_require__(49195);
// EXTERNAL MODULE: ./build/branch/environment.js + 1 modules
var environment = __webpack_require__(99913);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/desired/render-machines.js + 1 modules
var render_machines = __webpack_require__(18188);
;// CONCATENATED MODULE: ./build/desired/check-desired.js

/**
 * Refuses what keeps machines from being rendered, above all a secret that was not given, for a
 * whole run before any of its jobs begins. Machines with the same groups and no files of their own
 * are rendered from the same templates: one stands for all of them, and each job looks at all of
 * its own again. Throws one InputError with all problems.
 */
async function checkDesired(ports, view, machines) {
    await (0,render_machines/* renderMachines */.p)(ports, view, pickDifferent(view, machines));
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

// EXTERNAL MODULE: ./build/lifecycle/confirmation.js
var confirmation = __webpack_require__(99718);
// EXTERNAL MODULE: ./build/lifecycle/launch-budget.js
var launch_budget = __webpack_require__(99760);
;// CONCATENATED MODULE: ./build/rollout/plan-shards.js
/** Shares machines evenly among jobs, in their order: neighbours of `flock.yml` stay together. */
function planShards(names, { flock, shards, canary }) {
    const share = (some) => divide(some, shards).map((part) => toShard(part, flock));
    return { canary: share(names.slice(0, canary)), rest: share(names.slice(canary)) };
}
/** Divides names into at most `max` parts whose sizes differ by at most one. */
function divide(names, max) {
    const count = Math.min(max, names.length);
    return Array.from({ length: count }, (_, index) => names.slice(Math.floor((index * names.length) / count), Math.floor(((index + 1) * names.length) / count)));
}
function toShard(names, flock) {
    const [first = '', ...others] = names;
    const last = others.at(-1);
    const name = last === undefined ? first : `${first} … ${last} (${names.length})`;
    const lock = last === undefined ? first : `${first}..${last}.${names.length}`;
    return { name, machines: names.join(' '), lock: `${flock}/${lock}` };
}

// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
// EXTERNAL MODULE: ./build/operations/operation-of-jobs.js
var operation_of_jobs = __webpack_require__(3007);
;// CONCATENATED MODULE: ./build/operations/shard/shard.js











/** Jobs of one matrix that GitHub takes. */
const maxJobs = 256;
const maxNameCharacters = 120_000;
/**
 * Chooses the machines of a run as its operation would, refuses what the operation would refuse
 * for all of them together, and shares them among jobs. Touches no machine.
 */
const shard = (0,operation/* wholeOperation */.r)(async (ports, request) => {
    const operation = (0,operation_of_jobs/* operationOfJobs */.$)(request);
    requireJobs(request);
    const view = await (0,flock_view/* readFlock */._D)(ports);
    const asked = isWhole(operation, request)
        ? []
        : await (0,choose_machines/* chooserOf */.T)(operation.traits?.chooses)(ports, view, request);
    const chosen = (0,environment/* chooseEnvironment */.HB)(asked, { flock: view.flock, request });
    const acts = operation.effect === 'changes' && !request.dryRun;
    const machines = acts ? await (0,environment/* chooseDeployable */.Le)(ports, view, { machines: chosen, request }) : chosen;
    const names = machines.map(({ name }) => name);
    refuseTogether(operation, { machines, view, request });
    if (acts && seesWhatJobsRender(ports, request) && operation.traits?.rendersFiles) {
        await checkDesired(ports, view, machines);
    }
    const sharing = { flock: view.flock.name, shards: request.shards, canary: request.canary ?? 0 };
    const shards = names.length === 0 && isWhole(operation, request)
        ? { canary: [], rest: [wholeFlock(operation, view)] }
        : planShards(names, sharing);
    refuseMasked(ports, names);
    refuseLarge(names);
    const data = { kind: 'jobs', canary: shards.canary, shards: shards.rest, machines: names };
    return { data, message: describe(names.length, shards) };
});
/**
 * The secrets of an environment are given to its jobs only, and nobody at a shell has those of a run.
 * What goes back renders nothing of the newest commit, which may be the reason to go back.
 */
function seesWhatJobsRender({ origin }, { environment, rollback, to }) {
    return origin !== undefined && environment === undefined && !rollback && to === undefined;
}
/** The canaries have a matrix of their own. */
function requireJobs({ shards, canary = 0 }) {
    if (shards <= maxJobs && canary <= maxJobs)
        return;
    throw new errors/* DroverError */.F(`shard: ${Math.max(shards, canary)} jobs are more than the ${maxJobs} of a matrix`, {
        reason: 'invalid-argument',
        hint: `Give at most ${maxJobs}: a job works on many machines at once.`,
    });
}
/** True if the operation is about the whole flock when nobody names machines: one job does it. */
function isWhole(operation, { selectors }) {
    return operation.machines === 'optional' && selectors.length === 0;
}
function wholeFlock(operation, { flock }) {
    return { name: 'the flock', machines: '', lock: `${flock.name}/${operation.name}` };
}
/** What only somebody who sees all machines of the run can refuse: each job sees its own. */
function refuseTogether(operation, { machines, view, request }) {
    if (operation.traits?.needsConfirmation && !request.dryRun)
        (0,confirmation/* requireConfirmation */.L)(machines, request);
    if (operation.traits?.makesMachines) {
        const unknown = machines.filter(({ name }) => view.snapshot.machines.get(name)?.identity === undefined);
        (0,launch_budget/* requireBudget */.R)(unknown.map(({ name }) => name), request.budget);
    }
}
/** GitHub drops an output in which it sees a secret, and a run without jobs would look as if all were well. */
function refuseMasked({ clean }, names) {
    const masked = names.filter((name) => clean(name) !== name);
    (0,errors/* throwIfInvalid */.TG)(masked.map((name) => ({
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
    if (names.join(' ').length <= maxNameCharacters)
        return;
    throw new errors/* DroverError */.F(`shard: the names of ${names.length} machines are longer than a job can be handed (${maxNameCharacters} characters)`, {
        reason: 'invalid-argument',
        hint: 'Choose fewer machines at once, for example one group after another.',
    });
}
function describe(count, { canary, rest }) {
    const jobs = canary.length + rest.length;
    if (jobs === 0)
        return 'no machine is concerned';
    const share = (0,count_of/* countOf */.p)(jobs, 'job');
    const first = canary.length === 0 ? '' : `, ${canary.length} of them first`;
    if (count === 0)
        return `the flock in ${share}`;
    return `${(0,count_of/* countOf */.p)(count, 'machine')} in ${share}${first}`;
}


/***/ }),

/***/ 6555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ decryptGenerated)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/secrets/make-generated.js

/** A random value of this form, from the system's own source of randomness. */
function makeGenerated({ alphabet, length }) {
    // Bytes modulo ten would favour the small digits.
    if (alphabet === 'digits')
        return Array.from({ length }, () => (0,external_node_crypto_.randomInt)(10)).join('');
    return (0,external_node_crypto_.randomBytes)(length).toString(alphabet).slice(0, length);
}

// EXTERNAL MODULE: ./build/secrets/seal/read-identities.js
var read_identities = __webpack_require__(93323);
// EXTERNAL MODULE: ./build/sealed/generated-file.js
var generated_file = __webpack_require__(18739);
;// CONCATENATED MODULE: ./build/sealed/decrypt-generated.js





/**
 * Opens what is sealed for these machines, so that rendering can be synchronous, and makes every value known
 * to `clean`. A key that was not given, or that does not fit, is no failure here: only who needs a value is
 * refused. A file is opened once in a run.
 */
async function decryptGenerated(ports, { tree, machines }) {
    if (machines.length === 0)
        return new Map();
    const key = await openKey(ports);
    const generated = await Promise.all(machines.map(async ({ name }) => [name, await openOne(name, { tree, key })]));
    for (const [, { secrets }] of generated)
        for (const secret of secrets)
            ports.guard(secret);
    return new Map(generated);
}
async function openKey(ports) {
    try {
        return { sealer: await ports.seal() };
    }
    catch (error) {
        if (error instanceof errors/* InputError */.dz)
            return { refused: error.problems };
        if (error instanceof errors/* DroverError */.F && error.reason === 'missing-secret')
            return { refused: [] };
        throw error;
    }
}
async function openOne(machine, { tree, key }) {
    const path = (0,generated_file/* generatedPath */.Dz)(machine);
    const file = tree.get(path);
    if ('refused' in key) {
        const problemsOf = (name) => key.refused.length > 0 ? key.refused : [missingKey(name)];
        return { ...decrypt_generated_closed(problemsOf), isClosed: file !== undefined };
    }
    if (file === undefined)
        return makeLookup(new Map());
    try {
        return makeLookup(await openFile(file, key.sealer));
    }
    catch (error) {
        if (!(error instanceof errors/* DroverError */.F))
            throw error;
        const { message, reason, hint = `restore the last good version: "git log -- ${path}" shows them` } = error;
        return decrypt_generated_closed(() => [{ message: `${path}: ${message}`, reason, hint, at: { file: path } }]);
    }
}
/** A run has one sealer. */
const opened = new WeakMap();
function openFile(file, sealer) {
    const files = opened.get(sealer) ?? new WeakMap();
    opened.set(sealer, files);
    const values = files.get(file) ?? sealer.open(file.bytes).then(generated_file/* parseGenerated */.LJ);
    files.set(file, values);
    return values;
}
function missingKey(name) {
    const message = `secret "${secret/* sealKeySecret */.b}": not given: it keeps generated "${name}"`;
    return { reason: 'missing-secret', message, hint: read_identities/* sealKeyHint */.Kb };
}
function decrypt_generated_closed(problemsOf) {
    return {
        values: new Map(),
        secrets: [],
        made: new Map(),
        isClosed: true,
        lookup: (name) => {
            const [first, ...rest] = problemsOf(name);
            if (first === undefined)
                throw new Error('a closed file has no problem');
            throw new errors/* InputError */.dz([first, ...rest]);
        },
    };
}
function makeLookup(values) {
    const made = new Map();
    const give = (name, form) => {
        const value = values.get(name) ?? made.get(name) ?? makeGenerated(form);
        if (!values.has(name))
            made.set(name, value);
        return value;
    };
    return {
        values,
        made,
        isClosed: false,
        secrets: [...values].map(([name, value]) => toSecret(name, value)),
        lookup: (name, form) => toSecret(name, give(name, form)),
    };
}
function toSecret(name, value) {
    return new secret/* Secret */.z(name, value, { kind: 'generated' });
}


/***/ }),

/***/ 18739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CQ: () => (/* binding */ treeWithSealedOf),
/* harmony export */   Dz: () => (/* binding */ generatedPath),
/* harmony export */   LJ: () => (/* binding */ parseGenerated),
/* harmony export */   MZ: () => (/* binding */ withSealedOf),
/* harmony export */   aE: () => (/* binding */ encodeGenerated),
/* harmony export */   zL: () => (/* binding */ dropGenerated)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66895);



/** Where a machine's generated values are on the branch: sealed JSON, name -> value. */
function generatedPath(machine) {
    return (0,_ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_1__/* .machinePath */ .lg)(machine, 'sealed/generated.age');
}
function encodeGenerated(values) {
    const sorted = [...values].sort(([one], [other]) => (one < other ? -1 : 1));
    return Buffer.from(`${JSON.stringify(Object.fromEntries(sorted))}\n`);
}
/** Throws `invalid-ledger`, which never quotes what was sealed. */
function parseGenerated(bytes) {
    try {
        return new Map(Object.entries(schema.parse(JSON.parse(bytes.toString('utf8')))));
    }
    catch {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F('sealed file: what it holds is no map of texts', { reason: 'invalid-ledger' });
    }
}
const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1));
/**
 * A machine that is ended for good takes its generated values with it: one made later under its name gets its
 * own. What was lost otherwise and is made again, or only forgotten, keeps them.
 */
function dropGenerated(machine) {
    return { kind: 'remove', path: generatedPath(machine) };
}
/** The survey of an earlier commit, with what is sealed now: a value that was made since is the machine's. */
function withSealedOf(now, then) {
    const tree = treeWithSealedOf(now.snapshot.tree, then.snapshot.tree);
    return { ...then, snapshot: { ...then.snapshot, tree } };
}
function treeWithSealedOf(now, then) {
    const isSealed = ([path]) => sealed.test(path);
    return new Map([...[...then].filter((entry) => !isSealed(entry)), ...[...now].filter(isSealed)]);
}
const sealed = /^machines\/[^/]+\/sealed\//;


/***/ }),

/***/ 93323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ sealKeyHint),
/* harmony export */   X5: () => (/* binding */ missingSealKey),
/* harmony export */   d1: () => (/* binding */ readIdentities),
/* harmony export */   kH: () => (/* binding */ noIdentity)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31690);


const sealKeyHint = 'make one with "drover seal-key > seal.key", set it with "gh secret set DROVER_SEAL_KEY < seal.key", and keep the file in a safe place';
function missingSealKey() {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`secret "${_base_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .sealKeySecret */ .b}": not given`, {
        reason: 'missing-secret',
        hint: sealKeyHint,
    });
}
/**
 * Reads a seal key with one identity a line. Empty lines and lines that begin with `#` are skipped, as in a
 * file of age. Problems name lines by their number and never quote one.
 */
function readIdentities(key) {
    const lines = key
        .reveal()
        .split(/\r\n|\n|\r/)
        .map((text, index) => ({ text: text.trim(), line: index + 1 }))
        .filter(({ text }) => text !== '' && !text.startsWith('#'));
    const wrong = lines.filter(({ text }) => !/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/.test(text));
    const problems = wrong.map(({ line }) => noIdentity(key, line));
    if (lines.length > 0)
        return { identities: lines, problems };
    const message = `secret "${key.name}": holds no identity of age`;
    return { identities: [], problems: [{ reason: 'invalid-argument', message, hint: sealKeyHint }] };
}
function noIdentity({ name }, line) {
    return {
        reason: 'invalid-argument',
        message: `secret "${name}": line ${line} is no identity of age`,
        hint: 'each line is one that begins with AGE-SECRET-KEY-1, as "drover seal-key" prints it',
    };
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
