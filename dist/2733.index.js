export const id = 2733;
export const ids = [2733];
export const modules = {

/***/ 98216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q3: () => (/* binding */ outcomeKinds),
/* harmony export */   v9: () => (/* binding */ holds)
/* harmony export */ });
/* unused harmony export stepStatuses */
const outcomeKinds = ['ok', 'changed', 'failed', 'unreachable', 'skipped', 'rolled-back'];
const stepStatuses = (/* unused pure expression or super */ null && (['ok', 'changed', 'failed', 'skipped']));
/** True if everything that was asked for holds on this machine now. */
function holds(outcome) {
    return outcome.kind === 'ok' || outcome.kind === 'changed';
}


/***/ }),

/***/ 31690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ sealKeySecret),
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** Name of the secret that opens the sealed files of the config branch. */
const sealKeySecret = 'DROVER_SEAL_KEY';
/**
 * A value that must not be seen. Printing, serialising and inspecting a secret give
 * its name only. `reveal()` gives the value and is called at the last moment.
 */
class Secret {
    name;
    kind;
    #value;
    constructor(name, value, { kind = 'secret' } = {}) {
        this.name = name;
        this.kind = kind;
        this.#value = value;
    }
    reveal() {
        return this.#value;
    }
    toString() {
        return `[${this.kind} ${this.name}]`;
    }
    toJSON() {
        return this.toString();
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return this.toString();
    }
}


/***/ }),

/***/ 77196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/**
 * The candidate that a misspelt word most likely meant, or undefined if none is
 * near. The first of equally near ones wins; case is ignored.
 */
function nearest(word, candidates) {
    const lowered = word.toLowerCase();
    let best;
    let bestDistance = furthest(lowered) + 1;
    for (const candidate of candidates) {
        const distance = editDistance({ from: lowered, to: candidate.toLowerCase(), below: bestDistance });
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
function furthest(word) {
    if (word.length < 4)
        return 1;
    return word.length < 8 ? 2 : 3;
}
/**
 * Edits between two words: insert, delete, replace, swap of neighbours (optimal
 * string alignment). Gives up, with infinity, as soon as `below` cannot be reached.
 */
function editDistance({ from, to, below }) {
    if (Math.abs(from.length - to.length) >= below)
        return Number.POSITIVE_INFINITY;
    let beforePrevious = [];
    let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (let i = 1; i <= from.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= to.length; j += 1) {
            const replaced = at(previous, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
            let cost = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, replaced);
            if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
                cost = Math.min(cost, at(beforePrevious, j - 2) + 1);
            }
            row.push(cost);
        }
        // A swap reaches back two rows, so only two rows in succession without hope settle it.
        if (Math.min(...row) >= below && Math.min(...previous) >= below)
            return Number.POSITIVE_INFINITY;
        beforePrevious = previous;
        previous = row;
    }
    return at(previous, to.length);
}
function at(row, index) {
    return row[index] ?? Number.POSITIVE_INFINITY;
}


/***/ }),

/***/ 14500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ operationGroups),
/* harmony export */   h: () => (/* binding */ defineOperation)
/* harmony export */ });
/** The headings of the help and of the reference. */
const operationGroups = ['every day', 'machines', 'fleet', 'repository', 'used by workflows'];
function defineOperation(definition) {
    // The registry holds all alike; a request is made from the very options of its definition (`parseRequest`).
    return definition;
}


/***/ }),

/***/ 91581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LC: () => (/* binding */ findOperation),
  MB: () => (/* binding */ mayChangeMachines),
  eo: () => (/* binding */ needsNoLedger),
  qj: () => (/* binding */ operationNames),
  zU: () => (/* binding */ operations),
  XE: () => (/* binding */ operationsWith),
  cz: () => (/* binding */ optionsOf),
  YQ: () => (/* binding */ showsPlan),
  ny: () => (/* binding */ takes)
});

// EXTERNAL MODULE: ./build/request/general-options.js
var general_options = __webpack_require__(10249);
// EXTERNAL MODULE: ./build/request/option.js
var request_option = __webpack_require__(74413);
// EXTERNAL MODULE: ./build/operations/define-operation.js
var define_operation = __webpack_require__(14500);
;// CONCATENATED MODULE: ./build/operations/backup/definition.js


const options = {
    paths: (0,request_option/* words */.aL)({
        isRequired: true,
        placeholder: 'PATH',
        summary: 'The paths that are read on each machine; a path that ends with `?` may be missing',
        label: 'Paths to read on each machine; PATH? may be missing',
    }),
    recipients: (0,request_option/* words */.aL)({
        placeholder: 'RECIPIENT',
        summary: 'The keys that can decrypt the archive, `age1…` each. By default the seal key (DROVER_SEAL_KEY)',
        label: 'Keys that can decrypt the archive, age1… each; the seal key if empty',
    }),
    to: (0,request_option/* text */.Qq)({
        placeholder: 'FOLDER',
        summary: 'The folder of this computer in which `backups/` is made; by default the current folder',
    }),
};
const definition = (0,define_operation/* defineOperation */.h)({
    name: 'backup',
    group: 'machines',
    summary: 'Back up paths of each machine into an encrypted archive on this computer',
    machines: 'required',
    effect: 'observes',
    workflow: { inputs: ['machines', 'paths', 'recipients', 'environment'] },
    options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(282)]).then(__webpack_require__.bind(__webpack_require__, 40282))).backup,
});

;// CONCATENATED MODULE: ./build/operations/shared-options.js

// Options that mean the same to several operations: each declares those that it takes.
const dryRun = (0,request_option/* flag */.Jt)({
    holdsBack: true,
    summary: 'Print the plan and change nothing',
    label: 'Show what would be done, and do nothing',
});
const since = (0,request_option/* text */.Qq)({
    choosesMachines: true,
    placeholder: 'COMMIT',
    summary: 'The commit that the selector `changed` compares with. By default the commit before the push',
    label: 'Commit that the selector changed compares with',
});
const to = (0,request_option/* text */.Qq)({
    placeholder: 'COMMIT',
    summary: 'Use the files of this commit of the branch instead of the newest',
    label: 'Put the files of this commit of the config branch instead of the newest',
});
const budget = (0,request_option/* count */.U9)({
    byDefault: '50',
    placeholder: 'N',
    summary: 'How many machines the run may make',
});
const baseline = (0,request_option/* flag */.Jt)({
    summary: 'Run all roles, also those that already ran with the same digest',
    label: 'Run all roles of the baseline again',
});
const canary = (0,request_option/* count */.U9)({
    placeholder: 'N',
    summary: 'How many machines go first; the others wait until these succeed',
});
const environment = (0,request_option/* text */.Qq)({
    placeholder: 'NAME',
    summary: 'The environment of `flock.yml` that the run deploys to',
    label: 'Environment to deploy to, if you have any',
});
/** The label of `environment` for what deploys nothing. */
const environmentOfSecrets = 'Environment whose secrets are used, if you have any';
const operationOfJobs = (0,request_option/* text */.Qq)({
    isOfWorkflow: true,
    placeholder: 'OPERATION',
    summary: 'The operation that the jobs run',
});
/** The names of the machines, typed again. At a shell they are asked for. */
const shared_options_confirm = (0,request_option/* words */.aL)({ only: 'action', summary: 'The names of the machines, typed again' });
const toolkit = (0,request_option/* text */.Qq)({
    only: 'cli',
    placeholder: 'OWNER/REPO@REF',
    summary: 'The repository of the toolkit and its version, which the workflows use. By default what they use now',
});
const defaultBranch = (0,request_option/* text */.Qq)({
    only: 'cli',
    placeholder: 'NAME',
    summary: 'The default branch of the ops repository, which holds the workflows',
});
const opsRepository = (0,request_option/* text */.Qq)({
    placeholder: 'OWNER/NAME',
    summary: 'The ops repository on GitHub. By default what `origin` or the workflow files say',
});
/** Approved digests: by machine, or one for the only machine under the name ''. */
const planDigests = {
    kind: 'words',
    holdsBack: true,
    placeholder: 'DIGEST',
    summary: 'Refuse a machine whose plan is no longer this one; for several, `NAME=DIGEST` each, as `plan` prints them',
    label: 'Apply only this plan: NAME=DIGEST for each machine, as plan prints it',
    parse: parseDigests,
};
function parseDigests(said = '', name) {
    const given = (0,request_option/* splitWords */.yM)(said);
    if (given.length === 0)
        return { value: undefined, problems: [] };
    const pairs = given.map((word) => /^(?:(?<name>[^=]+)=)?(?<digest>[^=]+)$/.exec(word)?.groups);
    const isGood = given.length === 1 ? pairs[0] !== undefined : pairs.every((pair) => pair?.name !== undefined);
    const value = new Map(pairs.map((pair) => [pair?.name ?? '', pair?.digest ?? '']));
    if (isGood)
        return { value, problems: [] };
    const problem = {
        message: `${name}: is not understood`,
        reason: 'invalid-argument',
        hint: 'give one digest for one machine, or NAME=DIGEST for each machine, as "drover plan" prints them',
    };
    return { value, problems: [problem] };
}

;// CONCATENATED MODULE: ./build/operations/certbot/definition.js



const definition_options = {
    'dry-run': dryRun,
    force: (0,request_option/* flag */.Jt)({ summary: 'Order a certificate also where the present one is still good' }),
};
const definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'certbot',
    group: 'fleet',
    summary: 'Give machines the certificates that flock.yml asks for: restore, order, renew or install them',
    machines: 'required',
    effect: 'changes',
    workflow: { inputs: ['machines', 'environment', 'dry-run', 'canary', 'force'], requests: [] },
    options: definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(6118), __webpack_require__.e(5251), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(8636), __webpack_require__.e(4567), __webpack_require__.e(8903)]).then(__webpack_require__.bind(__webpack_require__, 28804))).certbot,
});

;// CONCATENATED MODULE: ./build/operations/completion/definition.js

const completion_definition_options = {};
const completion_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'completion',
    group: 'repository',
    summary: 'Print the script by which a shell completes operations, flags and choices',
    machines: 'none',
    words: ['bash', 'zsh', 'fish'],
    effect: 'reads',
    only: 'cli',
    general: ['json'],
    options: completion_definition_options,
    load: async () => (await __webpack_require__.e(/* import() */ 276).then(__webpack_require__.bind(__webpack_require__, 70276))).completion,
});

;// CONCATENATED MODULE: ./build/operations/configure/definition.js



const configure_definition_options = {
    'dry-run': dryRun,
    'plan-digest': planDigests,
    since: since,
    rollback: (0,request_option/* flag */.Jt)({
        summary: 'Undo the last change on each machine',
        label: 'Undo the last change on each machine instead',
    }),
    to: to,
    baseline: baseline,
};
const configure_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'configure',
    group: 'every day',
    summary: 'Bring machines to the desired state: baseline, code, artifacts, files, and the commands that follow a change',
    machines: 'required',
    effect: 'changes',
    traits: { rendersFiles: true },
    workflow: {
        inputs: [
            'machines',
            'environment',
            'deployment',
            'dry-run',
            'canary',
            'to',
            'rollback',
            'baseline',
            'plan-digest',
        ],
        requests: ['to'],
    },
    problems: contradictions,
    options: configure_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(8406), __webpack_require__.e(6118), __webpack_require__.e(7291), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(3725), __webpack_require__.e(8636), __webpack_require__.e(2283), __webpack_require__.e(2094), __webpack_require__.e(4579), __webpack_require__.e(9093), __webpack_require__.e(5039), __webpack_require__.e(6313)]).then(__webpack_require__.bind(__webpack_require__, 96145))).configure,
});
/** Going back by itself leaves nothing to choose, to approve or to show. */
function contradictions({ rollback, to: commit, planDigest, dryRun: dry, }) {
    if (!rollback)
        return [];
    const others = [commit && 'to', planDigest && 'plan-digest', dry && 'dry-run'].filter(Boolean);
    return others.map((other) => (0,request_option/* invalid */.Gq)(`rollback and ${other} do not go together`, 'give one of them'));
}

;// CONCATENATED MODULE: ./build/operations/connect/definition.js

const connect_definition_options = {};
const connect_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'connect',
    group: 'every day',
    summary: 'Open a shell on one machine, after checking its host key',
    machines: 'required',
    effect: 'reads',
    only: 'cli',
    traits: { chooses: 'with-leftovers', takesTerminal: true },
    options: connect_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(5721)]).then(__webpack_require__.bind(__webpack_require__, 55721))).connect,
});

;// CONCATENATED MODULE: ./build/operations/create/definition.js


const create_definition_options = { budget: budget, baseline: baseline };
const create_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'create',
    group: 'machines',
    summary: 'Run provision, configure, certbot and downloadconfig in one, then the checks',
    machines: 'required',
    effect: 'changes',
    traits: { makesMachines: true, rendersFiles: true },
    workflow: { inputs: ['machines', 'environment', 'canary', 'budget', 'baseline'], requests: ['budget'] },
    options: create_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(8406), __webpack_require__.e(6118), __webpack_require__.e(7291), __webpack_require__.e(5251), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(3725), __webpack_require__.e(8636), __webpack_require__.e(2283), __webpack_require__.e(2094), __webpack_require__.e(4579), __webpack_require__.e(9093), __webpack_require__.e(600), __webpack_require__.e(5039), __webpack_require__.e(4567), __webpack_require__.e(1282)]).then(__webpack_require__.bind(__webpack_require__, 11282))).create,
});

;// CONCATENATED MODULE: ./build/operations/doctor/definition.js


const doctor_definition_options = { toolkit: toolkit, 'default-branch': defaultBranch, repository: opsRepository };
const doctor_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'doctor',
    group: 'repository',
    summary: 'Check an ops repository: flock, templates, secrets, workflows, and access to AWS and to machines',
    machines: 'optional',
    placeholder: 'FOLDER',
    effect: 'reads',
    only: 'cli',
    general: ['branch', 'ssh-key-file', 'secrets-file', 'json'],
    options: doctor_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(8406), __webpack_require__.e(7291), __webpack_require__.e(5281), __webpack_require__.e(6915), __webpack_require__.e(3725), __webpack_require__.e(2283), __webpack_require__.e(6503), __webpack_require__.e(1552)]).then(__webpack_require__.bind(__webpack_require__, 3464))).doctor,
});

;// CONCATENATED MODULE: ./build/operations/download/definition.js


const download_definition_options = {
    from: (0,request_option/* text */.Qq)({ isRequired: true, placeholder: 'PATH', summary: 'The file on the machine' }),
    to: (0,request_option/* text */.Qq)({
        placeholder: 'FOLDER',
        summary: 'The folder of this computer that gets the file; by default the current folder',
    }),
};
const download_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'download',
    group: 'machines',
    summary: 'Download one file from each machine into a folder of this computer',
    machines: 'required',
    effect: 'observes',
    options: download_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(7147)]).then(__webpack_require__.bind(__webpack_require__, 97147))).download,
});

;// CONCATENATED MODULE: ./build/operations/downloadconfig/definition.js


const downloadconfig_definition_options = { since: since };
const downloadconfig_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'downloadconfig',
    group: 'every day',
    summary: 'Capture the files that are on machines into the config branch',
    machines: 'required',
    effect: 'observes',
    workflow: { inputs: ['machines', 'environment'], requests: [] },
    options: downloadconfig_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(8406), __webpack_require__.e(6118), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(3725), __webpack_require__.e(8636), __webpack_require__.e(2283), __webpack_require__.e(2094), __webpack_require__.e(4579), __webpack_require__.e(6916)]).then(__webpack_require__.bind(__webpack_require__, 52558))).downloadconfig,
});

;// CONCATENATED MODULE: ./build/operations/history/definition.js


const history_definition_options = {
    limit: (0,request_option/* count */.U9)({ byDefault: '20', placeholder: 'N', summary: 'How many events to show' }),
    github: (0,request_option/* flag */.Jt)({ only: 'cli', summary: 'Add what GitHub still knows of each run' }),
};
const history_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'history',
    group: 'every day',
    summary: 'Show what was done, as the ledger recorded it',
    machines: 'optional',
    effect: 'reads',
    traits: { chooses: 'all' },
    options: history_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(3428)]).then(__webpack_require__.bind(__webpack_require__, 3428))).history,
});

;// CONCATENATED MODULE: ./build/operations/import/definition.js


const import_definition_options = {
    to: (0,request_option/* text */.Qq)({ placeholder: 'FOLDER', summary: 'The folder to make; it must not exist, or be empty' }),
    'flock-config': (0,request_option/* text */.Qq)({
        only: 'cli',
        placeholder: 'FOLDER',
        summary: "The folder with the flock's own `config`, if it is outside of the scripts' folder",
    }),
    name: (0,request_option/* text */.Qq)({
        only: 'cli',
        placeholder: 'FLOCK',
        summary: 'The name of the flock. By default derived from the deploy group',
    }),
};
const import_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'import',
    group: 'repository',
    summary: 'Make the files of a config branch from a folder of the older deployment scripts',
    machines: 'optional',
    placeholder: 'FOLDER',
    effect: 'reads',
    only: 'cli',
    general: ['json'],
    traits: { asksPerson: true },
    options: import_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(8406), __webpack_require__.e(5175), __webpack_require__.e(6915), __webpack_require__.e(3725), __webpack_require__.e(6270)]).then(__webpack_require__.bind(__webpack_require__, 46270))).importOlder,
});

;// CONCATENATED MODULE: ./build/operations/init/definition.js



const init_definition_options = {
    toolkit: toolkit,
    name: (0,request_option/* text */.Qq)({ only: 'cli', placeholder: 'FLOCK', summary: 'The name of the flock' }),
    'default-branch': defaultBranch,
    repository: opsRepository,
};
const init_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'init',
    group: 'repository',
    summary: 'Make an ops repository in a folder: its workflows, and a config branch with an example flock',
    machines: 'optional',
    placeholder: 'FOLDER',
    effect: 'reads',
    only: 'cli',
    general: ['branch', 'json'],
    traits: { asksPerson: true },
    options: init_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(8406), __webpack_require__.e(7291), __webpack_require__.e(5281), __webpack_require__.e(6915), __webpack_require__.e(3725), __webpack_require__.e(6503), __webpack_require__.e(5255)]).then(__webpack_require__.bind(__webpack_require__, 35255))).init,
});

;// CONCATENATED MODULE: ./build/operations/list/definition.js


const list_definition_options = {};
const list_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'list',
    group: 'every day',
    summary: 'Show each machine: what is desired, what exists, and what was last applied',
    machines: 'optional',
    effect: 'reads',
    traits: { chooses: 'all' },
    workflow: {
        inputs: ['machines', 'environment'],
        labels: { environment: environmentOfSecrets },
        requests: [],
    },
    options: list_definition_options,
    load: async () => (await __webpack_require__.e(/* import() */ 9538).then(__webpack_require__.bind(__webpack_require__, 39538))).list,
});

;// CONCATENATED MODULE: ./build/operations/plan/definition.js


const plan_definition_options = { since: since, to: to };
const plan_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'plan',
    group: 'every day',
    aliases: ['preview'],
    summary: 'Show what configure would change on each machine; in a pull request, as one comment',
    machines: 'required',
    effect: 'reads',
    traits: { showsPlan: true },
    options: plan_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(8406), __webpack_require__.e(6118), __webpack_require__.e(7291), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(3725), __webpack_require__.e(8636), __webpack_require__.e(2283), __webpack_require__.e(2094), __webpack_require__.e(4579), __webpack_require__.e(9093), __webpack_require__.e(5039), __webpack_require__.e(7936)]).then(__webpack_require__.bind(__webpack_require__, 20962))).plan,
});

;// CONCATENATED MODULE: ./build/operations/provision/definition.js


const provision_definition_options = { 'dry-run': dryRun, budget: budget };
const provision_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'provision',
    group: 'machines',
    summary: 'Make machines that do not exist, and start those that are stopped',
    machines: 'required',
    effect: 'changes',
    traits: { makesMachines: true },
    workflow: { inputs: ['machines', 'environment', 'dry-run', 'canary', 'budget'], requests: ['budget'] },
    options: provision_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8636), __webpack_require__.e(600), __webpack_require__.e(3933)]).then(__webpack_require__.bind(__webpack_require__, 78964))).provision,
});

;// CONCATENATED MODULE: ./build/operations/reap/definition.js


const reap_definition_options = { 'dry-run': dryRun };
const reap_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'reap',
    group: 'used by workflows',
    summary: 'Terminate machines whose making was never completed and that have expired',
    machines: 'optional',
    effect: 'changes',
    traits: { endsMachines: true },
    options: reap_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(138)]).then(__webpack_require__.bind(__webpack_require__, 30138))).reap,
});

;// CONCATENATED MODULE: ./build/operations/reboot/definition.js

const reboot_definition_options = {};
const reboot_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'reboot',
    group: 'machines',
    summary: 'Reboot machines and wait until they answer from a new boot',
    machines: 'required',
    effect: 'changes',
    workflow: { inputs: ['machines', 'environment', 'canary'], requests: [] },
    options: reboot_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(3827), __webpack_require__.e(8136)]).then(__webpack_require__.bind(__webpack_require__, 98136))).reboot,
});

;// CONCATENATED MODULE: ./build/operations/record/definition.js



const record_definition_options = {
    for: operationOfJobs,
    'job-result': (0,request_option/* words */.aL)({
        isOfWorkflow: true,
        placeholder: 'RESULT',
        summary: 'How the jobs ended, as `needs.JOB.result` gives it: one word for all, or one for the canaries and one for the others',
    }),
    canary: canary,
    environment: environment,
    deployment: (0,request_option/* flag */.Jt)({
        only: 'action',
        summary: 'Leave a GitHub Deployment of the environment, with its status',
        label: 'Leave a GitHub Deployment of the environment',
    }),
    'dry-run': dryRun,
};
const record_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'record',
    group: 'used by workflows',
    summary: 'Complete the record of a run: show one table of its machines, and write a record for each whose job left none',
    machines: 'optional',
    effect: 'changes',
    traits: { isAboutRuns: true, overlooksEdits: true },
    options: record_definition_options,
    load: async () => (await __webpack_require__.e(/* import() */ 538).then(__webpack_require__.bind(__webpack_require__, 60538))).record,
});

;// CONCATENATED MODULE: ./build/operations/replay/definition.js

const replay_definition_options = {};
const replay_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'replay',
    group: 'used by workflows',
    summary: 'Commit records that an earlier run kept as files because it could not push them',
    machines: 'required',
    placeholder: 'FILE',
    effect: 'changes',
    only: 'cli',
    traits: { overlooksEdits: true },
    options: replay_definition_options,
    load: async () => (await __webpack_require__.e(/* import() */ 6404).then(__webpack_require__.bind(__webpack_require__, 86404))).replay,
});

;// CONCATENATED MODULE: ./build/operations/rotate/definition.js

const rotate_definition_options = {};
const rotate_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'rotate',
    group: 'fleet',
    summary: 'Give machines new host keys and revoke the old ones',
    machines: 'required',
    effect: 'changes',
    workflow: { inputs: ['machines', 'environment', 'canary'], requests: [] },
    options: rotate_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(8636), __webpack_require__.e(8822)]).then(__webpack_require__.bind(__webpack_require__, 58980))).rotate,
});

;// CONCATENATED MODULE: ./build/operations/run/definition.js


const run_definition_options = {
    command: (0,request_option/* text */.Qq)({
        only: 'action',
        isRequired: true,
        summary: 'The command line for each machine',
        missing: {
            message: 'run: no command is given',
            hint: 'at a shell: drover run MACHINE… -- COMMAND; in a workflow: the input "command"',
        },
    }),
};
const run_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'run',
    group: 'fleet',
    summary: 'Run one command on each machine, and group equal answers',
    machines: 'required',
    effect: 'changes',
    traits: { takesCommand: true },
    workflow: { inputs: ['machines', 'command', 'environment', 'canary'] },
    options: run_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(652)]).then(__webpack_require__.bind(__webpack_require__, 40652))).run,
});

;// CONCATENATED MODULE: ./build/operations/seal-key/definition.js

const seal_key_definition_options = {};
const seal_key_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'seal-key',
    group: 'repository',
    summary: 'Print a new age key for sealing files on the branch; Drover keeps no copy',
    machines: 'none',
    effect: 'reads',
    only: 'cli',
    general: ['json'],
    options: seal_key_definition_options,
    load: async () => (await __webpack_require__.e(/* import() */ 7693).then(__webpack_require__.bind(__webpack_require__, 37693))).sealKey,
});

;// CONCATENATED MODULE: ./build/operations/shard/definition.js



const shard_definition_options = {
    for: operationOfJobs,
    since: since,
    shards: (0,request_option/* count */.U9)({
        byDefault: '20',
        placeholder: 'N',
        summary: 'The largest number of jobs among which the machines are shared; GitHub allows 256',
    }),
    canary: canary,
    environment: environment,
    confirm: shared_options_confirm,
    budget: budget,
    'dry-run': dryRun,
    rollback: (0,request_option/* flag */.Jt)({
        summary: 'The jobs undo the last change on each machine, so nothing of the newest commit is rendered',
    }),
    to: (0,request_option/* text */.Qq)({
        placeholder: 'COMMIT',
        summary: 'The jobs put the files of this commit, so nothing of the newest is rendered',
    }),
};
const shard_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'shard',
    group: 'used by workflows',
    summary: 'Choose the machines of a run and share them among jobs; no machine is touched',
    machines: 'optional',
    effect: 'reads',
    traits: { isAboutRuns: true },
    options: shard_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(8406), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(3725), __webpack_require__.e(8636), __webpack_require__.e(2283), __webpack_require__.e(2419)]).then(__webpack_require__.bind(__webpack_require__, 74487))).shard,
});

;// CONCATENATED MODULE: ./build/operations/start/definition.js

const start_definition_options = {};
const start_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'start',
    group: 'machines',
    summary: 'Start machines that are stopped; a machine that does not exist is refused',
    machines: 'required',
    effect: 'changes',
    workflow: { inputs: ['machines', 'environment'], requests: [] },
    options: start_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8636), __webpack_require__.e(600), __webpack_require__.e(3049)]).then(__webpack_require__.bind(__webpack_require__, 19752))).start,
});

;// CONCATENATED MODULE: ./build/operations/stop/definition.js

const stop_definition_options = {};
const stop_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'stop',
    group: 'machines',
    summary: 'Stop machines, and keep their disks',
    machines: 'required',
    effect: 'changes',
    workflow: { inputs: ['machines', 'environment'], requests: [] },
    options: stop_definition_options,
    load: async () => (await __webpack_require__.e(/* import() */ 5438).then(__webpack_require__.bind(__webpack_require__, 75438))).stop,
});

;// CONCATENATED MODULE: ./build/operations/terminate/definition.js



const terminate_definition_options = {
    confirm: shared_options_confirm,
    yes: (0,request_option/* flag */.Jt)({ only: 'cli', summary: 'Terminate without asking for the names again' }),
    'dry-run': dryRun,
    'no-capture': (0,request_option/* flag */.Jt)({
        summary: 'Terminate machines without a final capture',
        label: 'Terminate the machines without a final capture of their files',
    }),
};
const terminate_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'terminate',
    group: 'machines',
    summary: 'Capture machines a last time, then terminate them with all they hold',
    machines: 'required',
    effect: 'changes',
    traits: { chooses: 'with-leftovers', needsConfirmation: true, endsMachines: true },
    workflow: { inputs: ['machines', 'confirm', 'environment', 'dry-run', 'no-capture'] },
    options: terminate_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(8406), __webpack_require__.e(6118), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(3725), __webpack_require__.e(8636), __webpack_require__.e(2283), __webpack_require__.e(2094), __webpack_require__.e(4579), __webpack_require__.e(4090)]).then(__webpack_require__.bind(__webpack_require__, 19792))).terminate,
});

;// CONCATENATED MODULE: ./build/lifecycle/plan/reboot-policy.js
/** When `update` reboots a machine: `auto` is when it needs that to use what is new. */
const rebootPolicies = ['never', 'auto', 'always'];

;// CONCATENATED MODULE: ./build/operations/update/definition.js




const update_definition_options = {
    'dry-run': dryRun,
    'security-only': (0,request_option/* flag */.Jt)({
        summary: 'Upgrade only packages whose new version comes from a security archive',
        label: 'Upgrade only packages of which a security archive has a newer version',
    }),
    reboot: (0,request_option/* choice */.Yq)({
        choices: rebootPolicies,
        byDefault: 'never',
        placeholder: 'WHEN',
        summary: 'When a machine is rebooted afterwards: `never`, `auto` (when it needs that to use what is new) or `always`',
        label: 'When machines are rebooted afterwards; auto: those that need it',
    }),
};
const update_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'update',
    group: 'fleet',
    summary: 'Upgrade the packages of machines, run their checks, and reboot machines if that is asked for',
    machines: 'required',
    effect: 'changes',
    // Packages are upgraded in a unit of the machine.
    workflow: {
        inputs: ['machines', 'environment', 'dry-run', 'canary', 'security-only', 'reboot'],
        requests: ['security-only', 'reboot'],
        timeoutMinutes: 150,
    },
    options: update_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(6118), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(3827), __webpack_require__.e(3793)]).then(__webpack_require__.bind(__webpack_require__, 23793))).update,
});

;// CONCATENATED MODULE: ./build/operations/upload/definition.js


const upload_definition_options = {
    file: (0,request_option/* text */.Qq)({ isRequired: true, placeholder: 'FILE', summary: 'The file on this computer' }),
    to: (0,request_option/* text */.Qq)({
        isRequired: true,
        placeholder: 'PATH',
        summary: 'The absolute path on the machine that gets the file',
    }),
    mode: (0,request_option/* text */.Qq)({
        placeholder: 'MODE',
        summary: 'The mode, as in `0644`. By default that of the file that is there, or 0644',
    }),
    owner: (0,request_option/* text */.Qq)({
        placeholder: 'OWNER',
        summary: 'The owner, as in `root` or `app:www-data`. By default that of the file that is there, or root',
    }),
};
const upload_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'upload',
    group: 'machines',
    summary: 'Upload one file of this computer to machines, whole or not at all',
    machines: 'required',
    effect: 'changes',
    options: upload_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(8406), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(3725), __webpack_require__.e(679)]).then(__webpack_require__.bind(__webpack_require__, 10679))).upload,
});

;// CONCATENATED MODULE: ./build/operations/verify/definition.js


const verify_definition_options = { since: since };
const verify_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'verify',
    group: 'every day',
    summary: 'Show where machines differ from the branch, and run their checks; nothing is changed',
    machines: 'required',
    effect: 'observes',
    traits: { showsPlan: true },
    workflow: {
        inputs: ['machines', 'environment'],
        labels: { environment: environmentOfSecrets },
        requests: [],
    },
    options: verify_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(8406), __webpack_require__.e(6118), __webpack_require__.e(7291), __webpack_require__.e(6915), __webpack_require__.e(7012), __webpack_require__.e(3725), __webpack_require__.e(8636), __webpack_require__.e(2283), __webpack_require__.e(2094), __webpack_require__.e(4579), __webpack_require__.e(9093), __webpack_require__.e(5336)]).then(__webpack_require__.bind(__webpack_require__, 35322))).verify,
});

;// CONCATENATED MODULE: ./build/operations/workflows/definition.js



const workflows_definition_options = {
    toolkit: toolkit,
    'default-branch': defaultBranch,
    check: (0,request_option/* flag */.Jt)({ only: 'cli', summary: 'Only compare, and exit with 1 when something differs' }),
    overwrite: (0,request_option/* flag */.Jt)({
        only: 'cli',
        summary: 'Also replace what was edited by hand with what the templates have',
    }),
    repository: opsRepository,
};
const workflows_definition_definition = (0,define_operation/* defineOperation */.h)({
    name: 'workflows',
    group: 'repository',
    summary: 'Bring the workflow files of the checked out branch up to date with templates and secrets',
    machines: 'optional',
    words: ['sync'],
    placeholder: 'FOLDER',
    effect: 'reads',
    only: 'cli',
    general: ['branch', 'json'],
    traits: { asksPerson: true },
    options: workflows_definition_options,
    load: async () => (await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(8815), __webpack_require__.e(8406), __webpack_require__.e(7291), __webpack_require__.e(5281), __webpack_require__.e(6915), __webpack_require__.e(3725), __webpack_require__.e(6503), __webpack_require__.e(4803)]).then(__webpack_require__.bind(__webpack_require__, 9372))).syncWorkflows,
});

;// CONCATENATED MODULE: ./build/operations/registry.js































/** Every operation, in the order of the help text. Adding one is a folder and a line here. */
const operations = [
    list_definition_definition,
    provision_definition_definition,
    configure_definition_definition,
    downloadconfig_definition_definition,
    create_definition_definition,
    plan_definition_definition,
    verify_definition_definition,
    run_definition_definition,
    update_definition_definition,
    definition,
    upload_definition_definition,
    download_definition_definition,
    start_definition_definition,
    stop_definition_definition,
    reboot_definition_definition,
    definition_definition,
    terminate_definition_definition,
    reap_definition_definition,
    rotate_definition_definition,
    connect_definition_definition,
    shard_definition_definition,
    record_definition_definition,
    replay_definition_definition,
    history_definition_definition,
    init_definition_definition,
    import_definition_definition,
    workflows_definition_definition,
    seal_key_definition_definition,
    doctor_definition_definition,
    completion_definition_definition,
];
const byName = new Map(operations.flatMap((definition) => [definition.name, ...(definition.aliases ?? [])].map((name) => [name, definition])));
/** The operation of this name or alias. */
function findOperation(name) {
    return byName.get(name);
}
const operationNames = operations.map(({ name }) => name);
/** True if the operation takes the option. */
function takes(definition, option) {
    return optionsOf(definition).has(option);
}
/** All that can be said to an operation: its own options before the general ones, own ones in their place. */
function optionsOf({ options, general, }) {
    const names = general ?? Object.keys(general_options/* generalOptions */.l);
    const taken = Object.entries(general_options/* generalOptions */.l).filter(([name]) => names.includes(name));
    return new Map([...taken, ...Object.entries(options)]);
}
/** The operations that take the option. */
function operationsWith(option) {
    return operations.filter((definition) => takes(definition, option));
}
/** True if it may change machines; also for a name that is none. */
function mayChangeMachines(name) {
    return (findOperation(name)?.effect ?? 'changes') === 'changes';
}
/** True if its answer is what would change, line by line. */
function showsPlan(name, { dryRun }) {
    return dryRun || findOperation(name)?.traits?.showsPlan === true;
}
/** True if it is about the folder of an ops repository, and not about the ledger or machines by name. */
function isAboutFolder({ placeholder }) {
    return placeholder === 'FOLDER';
}
/** True if it reads nothing of the config branch: it may not even exist yet. */
function needsNoLedger(definition) {
    return isAboutFolder(definition) || definition.machines === 'none';
}


/***/ }),

/***/ 36906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ certificateTime),
/* harmony export */   EW: () => (/* binding */ shortDays),
/* harmony export */   Iu: () => (/* binding */ failureDays)
/* harmony export */ });
/* harmony import */ var _base_text_count_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(247);

const dayMs = 86_400_000;
/** Below this many days a person is warned: the machine's own timer renews at 30. */
const warningDays = 21;
/** Below this many days it is a failure: something has kept the machine from renewing for three weeks. */
const failureDays = 7;
/** Of one that is issued for days only, the part that must be left in their place. */
const parts = { warning: 1 / 2, failure: 1 / 6 };
/** Pure: what the end of a certificate means at a moment (milliseconds since the epoch). */
function certificateTime({ notBefore, notAfter }, nowMs) {
    const endMs = Date.parse(notAfter);
    const leftMs = endMs - nowMs;
    const wholeMs = notBefore === undefined ? Number.POSITIVE_INFINITY : endMs - Date.parse(notBefore);
    const days = Math.floor(leftMs / dayMs);
    return { urgency: urgencyOf(leftMs, wholeMs), days, text: describe(leftMs) };
}
/** For the cell of a table: `89 days`, or that it has expired. */
function shortDays({ daysLeft, urgency, }) {
    if (urgency === 'expired')
        return 'expired';
    return (0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .p)(daysLeft, 'day');
}
function urgencyOf(leftMs, wholeMs) {
    if (leftMs <= 0)
        return 'expired';
    if (leftMs < Math.min(failureDays * dayMs, wholeMs * parts.failure))
        return 'urgent';
    return leftMs < Math.min(warningDays * dayMs, wholeMs * parts.warning) ? 'soon' : 'fine';
}
function describe(leftMs) {
    const days = Math.floor(Math.abs(leftMs) / dayMs);
    const count = (0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .p)(days, 'day');
    if (leftMs <= 0)
        return days === 0 ? 'expired today' : `expired ${count} ago`;
    return days === 0 ? 'less than a day left' : `${count} left`;
}


/***/ }),

/***/ 25073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q0: () => (/* binding */ githubLimits),
/* harmony export */   U8: () => (/* binding */ fitBlocks),
/* harmony export */   lD: () => (/* binding */ cutCharacters)
/* harmony export */ });
/**
 * What GitHub Actions takes. More than this is lost without a word, or fails the step.
 * https://docs.github.com/actions/reference/limits and actions/runner
 */
const githubLimits = {
    /** Bytes of `GITHUB_STEP_SUMMARY` for one step; a larger one is dropped whole. */
    summaryBytes: 1024 * 1024,
    /** Annotations of each level that one step may make. */
    annotationsPerLevel: 10,
    annotationCharacters: 4096,
    /** Body of a comment. We count bytes, which are never fewer than characters; a longer one is refused whole. */
    commentBytes: 65_536,
    /** Description of a deployment's status. */
    deploymentCharacters: 140,
    /** All outputs of a job together, counted in UTF-16: two bytes a character. */
    outputBytes: 1024 * 1024,
    /** What we allow the output `result` alone, in characters, so that others fit beside it. */
    resultCharacters: 100_000,
};
const cutMark = '… (cut)';
/** At most `limit` UTF-16 units, a cut text ending in `… (cut)`. */
function cutCharacters(text, limit) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, limit - cutMark.length).replace(/[\ud800-\udbff]$/, '')}${cutMark}`;
}
/**
 * As many blocks from the start as fit into `limit` bytes of UTF-8, and `sentence`
 * at the end if some did not. Blocks are never cut, so that Markdown stays whole.
 */
function fitBlocks(blocks, { limit, sentence }) {
    const sizes = blocks.map((block) => Buffer.byteLength(block));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total <= limit)
        return blocks.join('');
    const room = limit - Buffer.byteLength(sentence);
    let used = 0;
    const count = sizes.findIndex((size) => {
        used += size;
        return used > room;
    });
    return blocks.slice(0, count).join('') + sentence;
}


/***/ }),

/***/ 61062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76756);
/* harmony import */ var _github_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25073);


const cellCharacters = 500;
/**
 * Text as GitHub's Markdown shows it literally, on one line, also in a cell of a table.
 * The zero-width space keeps `@name` and `#12` from becoming a mention or a reference:
 * GitHub looks for those after entities are decoded, so an entity alone does not.
 */
function escapeMarkdown(text) {
    return (0,_github_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .cutCharacters */ .lD)((0,_text_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P)(text).join(' '), cellCharacters)
        .replace(/[&<>|`*_~[\]\\$]/g, (character) => `&#${character.charCodeAt(0)};`)
        .replace(/@/g, '@&#8203;')
        .replace(/(?<!&)#(?=\d)/g, '#&#8203;')
        .replace(/\bgh-(?=\d)/gi, (reference) => `${reference.slice(0, 2)}&#8203;-`)
        .replace(/:\/\//g, ':&#8203;//')
        .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}&#8203;.`);
}
/** A code span that holds any text. HTML instead of backticks: it needs no counting and works in a cell. */
function codeSpan(text) {
    return `<code>${escapeMarkdown(text)}</code>`;
}
/** A fenced block that no line of the text can close. */
function codeBlock(lines, language = '') {
    const longest = Math.max(0, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
    const fence = '`'.repeat(Math.max(3, longest + 1));
    return `${fence}${language}\n${lines.map((line) => `${line}\n`).join('')}${fence}\n`;
}
/** A part that is folded until someone opens it. */
function folded(title, body) {
    return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${body}\n</details>\n\n`;
}
/** One row of a table; the cells are Markdown already. */
function row(cells) {
    return `| ${cells.join(' | ')} |\n`;
}
/** A link, or only its text when the address is no web page. */
function link(markdown, address) {
    if (address === undefined || !/^https?:\/\/[^\s()<>|`"'\\]+$/.test(address))
        return markdown;
    return `[${markdown}](${address})`;
}


/***/ }),

/***/ 87177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ shortCommit),
/* harmony export */   Gp: () => (/* binding */ failedMachines),
/* harmony export */   HJ: () => (/* binding */ changedMachines),
/* harmony export */   XF: () => (/* binding */ countOutcomes),
/* harmony export */   jd: () => (/* binding */ retriedOperation),
/* harmony export */   md: () => (/* binding */ worstFirst)
/* harmony export */ });
/* harmony import */ var _base_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98216);

/** Worst first: what a person has to look at comes before what went well. */
const order = ['failed', 'rolled-back', 'unreachable', 'skipped', 'changed', 'ok'];
/** The outcomes, worst first; those of one kind stay in their order. */
function worstFirst(outcomes) {
    return order.flatMap((kind) => outcomes.filter((outcome) => outcome.kind === kind));
}
/** `2 changed, 1 failed`: what went well first. Empty when there are no outcomes. */
function countOutcomes(outcomes) {
    return [...order]
        .reverse()
        .map((kind) => ({ kind, count: outcomes.filter((outcome) => outcome.kind === kind).length }))
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => `${count} ${kind}`)
        .join(', ');
}
/** Names of the machines that were changed. */
function changedMachines(report) {
    return report.outcomes.filter(({ kind }) => kind === 'changed').map(({ machine }) => machine);
}
/** Names of the machines on which not all holds that was asked for, whatever the cause. */
function failedMachines(report) {
    return report.outcomes.filter((outcome) => !(0,_base_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v9)(outcome)).map(({ machine }) => machine);
}
/** The operation to do again; that of the jobs when the report is the account of a run. */
function retriedOperation({ operation, data }) {
    return data?.kind === 'accounted' ? data.for : operation;
}
/** How a commit is shown to a person. */
function shortCommit(commit) {
    return commit.slice(0, 7);
}


/***/ }),

/***/ 76756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ toLines),
/* harmony export */   w: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var _base_text_neutralise_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49746);

/**
 * The lines of a text, each safe to print. A lone carriage return ends a line, as it does
 * in the log of a runner; an end of line at the very end adds no line.
 */
function toLines(text) {
    const lines = (0,_base_text_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .neutralise */ .$)(text).split('\n');
    if (lines.at(-1) === '')
        lines.pop();
    return lines;
}
/** The last `count` lines, with a line in front that says how many are left out. */
function lastLines(text, count) {
    const lines = toLines(text);
    if (lines.length <= count)
        return lines;
    return [`… ${lines.length - count} lines before`, ...lines.slice(-count)];
}


/***/ }),

/***/ 10249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ generalOptions)
/* harmony export */ });
/* harmony import */ var _option_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74413);

/** What is said about where to look, as whom and how to show it: the same for every operation that takes it. */
const generalOptions = {
    repository: (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        placeholder: 'URL',
        summary: 'Git repository with the config branch: a URL or a path. By default the repository of the run, or `origin` of the current folder',
    }),
    branch: (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ byDefault: 'config', placeholder: 'NAME', summary: 'Name of the config branch' }),
    token: (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        only: 'action',
        byDefault: '${{ github.token }}',
        summary: 'Token for the config branch over HTTPS, and for the API of GitHub',
    }),
    'ssh-key': (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ only: 'action', summary: 'Private SSH key to log in with, as text' }),
    'ssh-key-file': (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        placeholder: 'FILE',
        summary: 'File with the private SSH key to log in with. By default the text in DROVER_SSH_KEY',
    }),
    secrets: (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        only: 'action',
        summary: 'JSON object of secrets by name; a secret in the environment takes precedence',
    }),
    'secrets-file': (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        placeholder: 'FILE',
        summary: 'JSON file of secrets by name; a secret in the environment takes precedence',
    }),
    parallel: (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)({ byDefault: '20', placeholder: 'N', summary: 'How many machines to work on at once' }),
    json: (0,_option_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({ only: 'cli', summary: 'Print one JSON document and no progress' }),
};


/***/ }),

/***/ 74413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   yM: () => (/* binding */ splitWords)
/* harmony export */ });
/** True or false; false when nothing is said. */
function flag(option) {
    return {
        ...option,
        kind: 'flag',
        ...(option.only === 'cli' ? {} : { byDefault: 'false' }),
        parse: parseFlag,
    };
}
function text(option) {
    return { ...option, kind: 'text', parse: (said) => good(said ?? option.byDefault) };
}
function count(option) {
    return {
        ...option,
        kind: 'count',
        parse: (said, name) => {
            const given = said ?? option.byDefault;
            return given === undefined ? good(undefined) : parseCount(given, name);
        },
    };
}
/** Names separated by white space or commas; undefined when nothing is said. */
function words(option) {
    return {
        ...option,
        kind: 'words',
        parse: (said) => good(said === undefined ? undefined : splitWords(said)),
    };
}
/** One of a few words. */
function choice(option) {
    const { choices, byDefault } = option;
    return {
        ...option,
        kind: 'choice',
        parse: (said = byDefault, name) => {
            const value = choices.find((word) => word === said);
            if (value !== undefined)
                return good(value);
            const hint = `choose one of: ${choices.join(', ')}`;
            return { value: byDefault, problems: [invalid(`${name}: "${said}" is not understood`, hint)] };
        },
    };
}
/** Names separated by white space or commas. */
function splitWords(said) {
    return said.split(/[\s,]+/).filter((word) => word !== '');
}
function invalid(message, hint) {
    return { message, reason: 'invalid-argument', ...(hint !== undefined && { hint }) };
}
function good(value) {
    return { value, problems: [] };
}
function parseCount(said, name) {
    if (/^[1-9]\d{0,5}$/.test(said))
        return good(Number(said));
    const hint = 'give a whole number from 1 to 999999';
    return { value: 1, problems: [invalid(`${name}: "${said}" is not a count`, hint)] };
}
/** Takes what YAML 1.2 takes: GitHub hands a boolean over as this text. */
function parseFlag(said = 'false', name) {
    if (/^(true|True|TRUE)$/.test(said))
        return good(true);
    if (/^(false|False|FALSE)$/.test(said))
        return good(false);
    return { value: false, problems: [invalid(`${name}: "${said}" is not true or false`)] };
}


/***/ })

};
