export const id = 5255;
export const ids = [5255];
export const modules = {

/***/ 6637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ placeholder)
/* harmony export */ });
/** The text that stands for a secret in a file that is shown or kept. `form` names the encoding of the value, if it was encoded. */
function placeholder({ kind, name }, form) {
    return form === undefined ? `{{${kind} "${name}"}}` : `{{${kind} "${name}" ${form}}}`;
}


/***/ }),

/***/ 95452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ SecretBytes)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/**
 * A file's content that may hold secrets. Printing, serialising and inspecting it give its size only;
 * `reveal()` gives the bytes where they are hashed, compared or packed.
 */
class SecretBytes {
    #bytes;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    reveal() {
        return this.#bytes;
    }
    toString() {
        return `[${this.#bytes.length} bytes]`;
    }
    toJSON() {
        return this.toString();
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return this.toString();
    }
}


/***/ }),

/***/ 74972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ flockSecretNames),
  J: () => (/* binding */ toolkitSecretNames)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/render/render-source.js
var render_source = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/render/secret-uses.js
var secret_uses = __webpack_require__(1114);
// EXTERNAL MODULE: ./build/render/template/read-template.js + 3 modules
var read_template = __webpack_require__(22948);
;// CONCATENATED MODULE: ./build/render/list-secret-names.js




/** Only files in a layer can reach a machine, which a README beside the layers cannot. */
const sealedFile = /^machines\/[^/]+\/sealed\/.+\.age$/;
const groupLayer = /^secrets-templates\/groups\/([^/]+)\//;
const inLayer = /^secrets-templates\/(?:all|groups\/[^/]+|machines\/[^/]+)\//;
/**
 * Names of all secrets that any template may require, sorted, each with the files
 * that name it, in all layers of all machines and of the used groups of the toolkit.
 * The seal key is among them when a template names a generated value, or when a file
 * is sealed already. Leaves out files that do not parse, which rendering reports.
 */
function listSecretNames({ toolkit, config }, isUsed) {
    const found = new Map();
    const isOfUsed = (path) => {
        const [, group] = groupLayer.exec(path) ?? [];
        return group === undefined || isUsed(group);
    };
    const files = [
        ...[...toolkit]
            .filter(([path]) => isOfUsed(path))
            .map(([path, file]) => ({ path, file, prefix: 'toolkit:' })),
        ...[...config].map(([path, file]) => ({ path, file, prefix: '' })),
    ];
    for (const { path, file, prefix } of files) {
        if (!inLayer.test(path) || file.mode === '120000' || !(0,render_source/* isText */.K)(file.bytes))
            continue;
        for (const use of (0,secret_uses/* listSecretUses */.d)((0,read_template/* readTemplateFile */.P)(file).nodes)) {
            // A generated value is kept sealed, so a run requires the seal key for it.
            const name = (0,secret_uses/* kindOf */.I)(use) === 'generated' ? secret/* sealKeySecret */.b : use.name;
            found.set(name, (found.get(name) ?? new Set()).add(`${prefix}${path}`));
        }
    }
    const sealed = [...config.keys()].find((path) => sealedFile.test(path));
    if (sealed !== undefined && !found.has(secret/* sealKeySecret */.b))
        found.set(secret/* sealKeySecret */.b, new Set([sealed]));
    const names = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
    return new Map(names.map(([name, files]) => [name, [...files]]));
}

// EXTERNAL MODULE: ./build/flock/yaml/yaml-lookup.js
var yaml_lookup = __webpack_require__(34616);
// EXTERNAL MODULE: ./build/flock/yaml/yaml-source.js + 1 modules
var yaml_source = __webpack_require__(94010);
;// CONCATENATED MODULE: ./build/flock/secret-names.js





const known = new WeakMap();
/**
 * Names of all secrets that any machine may want, sorted, each with the files that name it: of templates,
 * and of `credentials` and of certificates in `flock.yml`, whatever else is wrong there. Leaves out what does not parse:
 * reading the flock tells that. From memory for trees that were asked for before.
 */
function flockSecretNames(trees) {
    const before = known.get(trees.config);
    if (before?.toolkit === trees.toolkit)
        return before.names;
    const names = findNames(trees);
    known.set(trees.config, { toolkit: trees.toolkit, names });
    return names;
}
/** As `flockSecretNames`, of the toolkit alone, also of its groups that nobody mentions. */
function toolkitSecretNames(toolkit) {
    const named = listSecretNames({ toolkit, config: new Map() }, () => true);
    return new Map([
        ...named,
        ...credentialsIn(toolkit, toolkitFile).map((name) => [name, [toolkitFile]]),
    ]);
}
const toolkitFile = 'config/flock.yml';
function findNames(trees) {
    const groups = usedGroups(trees);
    const found = new Map(listSecretNames(trees, (group) => groups.has(group)));
    const add = (names, file) => {
        for (const name of names)
            found.set(name, [...new Set([...(found.get(name) ?? []), file])]);
    };
    const inToolkit = credentialsIn(trees.toolkit, toolkitFile, (group) => groups.has(group));
    add(inToolkit, `toolkit:${toolkitFile}`);
    add(credentialsIn(trees.config, 'flock.yml'), 'flock.yml');
    return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}
/** Every group that `flock.yml` mentions, and the groups that these include. */
function usedGroups({ toolkit, config }) {
    const files = [dataOf(config, 'flock.yml'), dataOf(toolkit, toolkitFile)];
    const listed = (path) => files.flatMap((data) => {
        const value = (0,yaml_lookup/* dataAt */.ox)(data, [...path, 'groups']);
        return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
    });
    const [flock = null] = files;
    const used = new Set(keysIn(flock, ['groups']));
    for (const machine of keysIn(flock, ['machines']))
        for (const name of listed(['machines', machine]))
            used.add(name);
    // The loop also visits groups that are added while it runs.
    for (const group of used)
        for (const name of listed(['groups', group]))
            used.add(name);
    return used;
}
function credentialsIn(tree, file, isUsed = () => true) {
    const data = dataOf(tree, file);
    const layers = [
        [],
        ...['groups', 'machines'].flatMap((key) => keysIn(data, [key])
            .filter((name) => key !== 'groups' || isUsed(name))
            .map((name) => [key, name])),
    ];
    return layers
        .flatMap((layer) => [
        ...keysIn(data, [...layer, 'code']).map((name) => (0,yaml_lookup/* dataAt */.ox)(data, [...layer, 'code', name, 'credentials'])),
        ...['certificate-secret', 'key-secret'].map((key) => (0,yaml_lookup/* dataAt */.ox)(data, [...layer, 'certificate', key])),
        // An ordered certificate is kept sealed, which requires the seal key.
        ...(keysIn(data, [...layer, 'certificate']).includes('contact') ? [secret/* sealKeySecret */.b] : []),
    ])
        .filter((name) => typeof name === 'string')
        .filter((name) => /^[A-Z][A-Z0-9_]*$/.test(name));
}
function dataOf(tree, file) {
    try {
        // The name is the one under which the flock reads the file, so that it is parsed once.
        const name = file === 'flock.yml' ? file : `toolkit:${file}`;
        return (0,yaml_source/* readYaml */.g)({ text: tree.get(file)?.bytes.toString('utf8') ?? '', file: name }).data;
    }
    catch (error) {
        if (error instanceof errors/* InputError */.dz)
            return null;
        throw error;
    }
}
function keysIn(data, path) {
    const map = (0,yaml_lookup/* dataAt */.ox)(data, path);
    return typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.keys(map) : [];
}


/***/ }),

/***/ 35255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/branch/flock-in.js
var flock_in = __webpack_require__(44690);
// EXTERNAL MODULE: ./build/flock/secret-names.js + 1 modules
var secret_names = __webpack_require__(74972);
// EXTERNAL MODULE: ./build/ops-repository/choose-values.js
var choose_values = __webpack_require__(82800);
// EXTERNAL MODULE: ./build/ops-repository/finding.js
var finding = __webpack_require__(17459);
// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/workflows/workflow-values.js
var workflow_values = __webpack_require__(42687);
;// CONCATENATED MODULE: ./build/ops-repository/next-steps.js


/** What only the person can do: clicks and commands, in their order. */
function nextSteps({ folder, look, slots, secrets, unpushed }) {
    const { repository, branch, defaultBranch } = slots;
    const at = `git -C ${folder}`;
    const isOnServer = look.remote.has(defaultBranch) && look.remote.has(branch);
    return [
        ...(look.origin === undefined
            ? [
                `gh repo create ${repository} --private`,
                `${at} remote add origin https://github.com/${repository}.git`,
            ]
            : []),
        ...(unpushed.length === 0 ? [] : [`${at} push -u origin ${unpushed.join(' ')}`]),
        ...(isOnServer ? [] : [`gh repo edit ${repository} --default-branch ${defaultBranch}`]),
        `gh secret set ${workflow_values/* sshKeySecret */.Si} --repo ${repository} < KEYFILE   # made with: ssh-keygen -t ed25519 -N '' -f KEYFILE`,
        ...(secrets.includes(secret/* sealKeySecret */.b)
            ? [
                `drover seal-key > SEALKEYFILE && gh secret set ${secret/* sealKeySecret */.b} --repo ${repository} < SEALKEYFILE   # keep the file: without it nothing sealed can be opened`,
            ]
            : []),
        ...secrets
            .filter((name) => name !== workflow_values/* sshKeySecret */.Si && name !== secret/* sealKeySecret */.b)
            .map((name) => `gh secret set ${name} --repo ${repository}   # asks for the value`),
        ...(isOnServer ? [] : rules(slots)),
        `drover doctor ${folder}   # until every line is fine`,
    ];
}
/** Drover pushes to the config branch with the token of its jobs: nobody may rewrite it, and it must not need a review. */
function rules({ repository, branch, defaultBranch }) {
    const both = [defaultBranch, branch].map((name) => `-f 'conditions[ref_name][include][]=refs/heads/${name}'`);
    return [
        `gh api repos/${repository}/rulesets -f name=drover -f target=branch -f enforcement=active ${both.join(' ')} -f 'conditions[ref_name][exclude][]' -f 'rules[][type]=deletion' -f 'rules[][type]=non_fast_forward'   # no branch can be deleted or rewritten`,
        `click: https://github.com/${repository}/settings/environments   # "staging", "production": reviewers, if you use them`,
    ];
}

// EXTERNAL MODULE: ./build/ops-repository/observe-folder.js
var observe_folder = __webpack_require__(57839);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
// EXTERNAL MODULE: ./build/workflows/compare-workflows.js
var compare_workflows = __webpack_require__(70017);
;// CONCATENATED MODULE: ./build/operations/init/render-readme.js
/** README.md of the default branch: how the repository is used, for whoever finds it. */
function renderReadme({ repository, branch, defaultBranch, toolkit, toolkitRef }) {
    return `# ${repository.split('/')[1] ?? repository}

The servers of this repository are driven by Drover (\`${toolkit}\` at \`${toolkitRef}\`).

* The branch [\`${branch}\`](../../tree/${branch}) says what the servers are: \`flock.yml\`, \`config/\`,
  \`secrets-templates/\`. Push to it, and the machines concerned change. Its README is the table of the
  machines, and its log says what was done when, by which run.
* This branch, \`${defaultBranch}\`, holds the workflows. Press a button under
  [Actions](../../actions) to make, configure, capture or end machines.

A new secret in a template: \`drover workflows sync\` on both branches, commit and push, and
\`gh secret set NAME\`. Is all as it should be? \`drover doctor\` says so.
`;
}

;// CONCATENATED MODULE: ./build/operations/init/plan-init.js




/** Pure: only what is missing is added, so what is right or edited stays, and doing it twice changes nothing. */
function planInit(observed, { slots, flock, secretNames }) {
    const values = { ...slots, secrets: (0,workflow_values/* secretsToPass */.cm)(secretNames) };
    return ['main', 'config'].map((kind) => {
        const branch = observed.branches[kind];
        const compared = (0,compare_workflows/* compareWorkflows */.u)(branch.workflows, values);
        const missing = compared.filter(({ state }) => state === 'missing');
        const workflows = missing.map(({ path, wanted }) => [path, textFile(wanted)]);
        const own = kind === 'main' ? readmeOf(branch, values) : exampleOf(observed, flock);
        return {
            branch,
            files: new Map([...own, ...workflows]),
            message: messageFor(kind, branch, own.length > 0),
            differing: compared.filter(({ state }) => state === 'stale' || state === 'edited').map(differing),
        };
    });
}
/** The example flock under the name that was asked for; nothing where there is a flock already. */
function exampleOf({ branches, starter }, flock) {
    const { tree } = branches.config;
    if (tree.has(flock_in/* flockFile */.uI))
        return [];
    return [...starter.example]
        .filter(([path]) => !tree.has(path))
        .map(([path, file]) => [path, path === flock_in/* flockFile */.uI ? named(file, flock) : file]);
}
function named(file, flock) {
    return textFile(file.bytes.toString('utf8').replace(/^flock: .*$/m, `flock: ${flock}`));
}
function readmeOf({ tree }, values) {
    return tree.has('README.md') ? [] : [['README.md', textFile(renderReadme(values))]];
}
function messageFor(kind, { commit }, hasOwn) {
    if (kind === 'config' && hasOwn)
        return 'Begin the config branch: an example flock and its workflows';
    return commit === undefined ? 'The workflows of Drover' : 'Add the workflows of Drover that were missing';
}
function differing({ path, diff }) {
    return {
        state: 'note',
        about: path,
        message: 'differs from its template, and stays as it is',
        hint: 'Run "drover workflows sync" on its branch: it brings secrets and versions up to date and keeps edits.',
        ...(diff !== undefined && { detail: diff }),
    };
}
function textFile(text) {
    return { mode: '100644', bytes: Buffer.from(text) };
}

;// CONCATENATED MODULE: ./build/operations/init/init.js












/**
 * Makes an ops repository in a folder, or what an earlier try left of it: one commit for each branch,
 * with what is missing on it. What is there stays as it is, and nothing is pushed.
 */
const init = (0,operation/* wholeOperation */.r)(async (ports, request) => {
    (0,errors/* throwIfInvalid */.TG)((0,choose_values/* flagProblems */.bg)(request));
    const observed = await (0,observe_folder/* observeFolder */.L)(ports, request, { from: 'commits' });
    const { checkout, look, branches, starter } = observed;
    refuseInside(observed);
    const wishes = await settle(ports, { request, observed });
    if (look.top === undefined)
        await checkout.begin(branches.main.name);
    else if (isEmpty(observed) && look.head !== branches.main.name)
        await checkout.startOn(branches.main.name);
    // With the templates of the example, which is not on the branch yet.
    const config = new Map([...exampleOf(observed, wishes.flock), ...branches.config.tree]);
    const secretNames = (0,secret_names/* flockSecretNames */.u)({ toolkit: await ports.toolkit(), config }).keys();
    const secrets = (0,workflow_values/* secretsToPass */.cm)(secretNames);
    const plans = planInit({ ...observed, starter }, { ...wishes, secretNames: secrets });
    const findings = [];
    for (const plan of plans)
        findings.push(...(await carryOut(plan, observed)));
    const after = await checkout.look();
    const unpushed = plans
        .map(({ branch }) => branch.name)
        .filter((name) => after.local.has(name) && after.local.get(name) !== after.remote.get(name));
    const next = nextSteps({ folder: checkout.folder, look: after, slots: wishes.slots, secrets, unpushed });
    const isChanged = findings.some(({ state }) => state === 'changed');
    return {
        data: (0,finding/* findingsData */.P)(findings.map((finding) => cleaned(finding, ports)), next),
        message: isChanged ? `the ops repository is in "${checkout.folder}"` : 'everything was there already',
        ...endOf(findings),
    };
});
/** A repository in a folder of another one would belong to neither. */
function refuseInside({ look, checkout }) {
    if (look.top === undefined || look.isTop)
        return;
    throw new errors/* DroverError */.F(`init: "${checkout.folder}" is inside the repository "${look.top}"`, {
        reason: 'invalid-argument',
        hint: `Name ${look.top} if that is the ops repository, or a folder outside of it.`,
    });
}
function isEmpty({ look }) {
    return look.head !== undefined && !look.local.has(look.head);
}
/** Flags, then what the files say, then the person; refuses all that is still missing at once. */
async function settle(ports, { request, observed }) {
    const known = (0,choose_values/* knownValues */.s2)(request, observed);
    const ask = ports.ask ?? (async ({ byDefault = '' }) => byDefault);
    const problems = [];
    let toolkit = {};
    if (known.toolkit === undefined || known.toolkitRef === undefined) {
        const guess = observed.starter.reference;
        const said = await answer(ask, 'the toolkit that the workflows use, OWNER/REPO@REF', guess);
        toolkit = (0,workflow_values/* parseToolkit */.e3)(said) ?? {};
        problems.push(...(0,choose_values/* flagProblems */.bg)({ ...request, ...given('toolkit', said) }));
    }
    let { repository } = known;
    if (repository === undefined) {
        const said = await answer(ask, 'the ops repository on GitHub, OWNER/NAME');
        repository = said === '' ? undefined : said;
        problems.push(...(0,choose_values/* flagProblems */.bg)({ ...request, ...given('repository', said) }));
    }
    const flock = await flockNameFor(ask, { request, observed });
    problems.push(...(0,choose_values/* flagProblems */.bg)({ ...request, name: flock }));
    const slots = { ...known, ...toolkit, ...(repository !== undefined && { repository }) };
    (0,errors/* throwIfInvalid */.TG)(problems.length > 0 ? problems : (0,choose_values/* missingValues */.B6)(slots));
    if (!(0,choose_values/* hasAll */.Ug)(slots))
        throw new TypeError('a value is missing that nobody missed');
    return { slots, flock };
}
function given(flag, said) {
    return said === '' ? {} : { [flag]: said };
}
async function flockNameFor(ask, { request, observed }) {
    if (request.name !== undefined)
        return request.name;
    const guess = nameFrom(observed.checkout.folder);
    if (observed.branches.config.tree.has(flock_in/* flockFile */.uI))
        return guess;
    return answer(ask, 'the name of the flock', guess);
}
function nameFrom(folder) {
    const name = (0,external_node_path_.basename)(folder)
        .toLowerCase()
        .replace(/[^a-z0-9-]+/g, '-')
        .replace(/^[^a-z]+|-+$/g, '')
        .slice(0, 31);
    return choose_values/* flockName */.$p.test(name) ? name : 'flock';
}
async function answer(ask, text, byDefault) {
    const said = (await ask({ text, ...(byDefault !== undefined && { byDefault }) })).trim();
    return said === '' ? (byDefault ?? '') : said;
}
async function carryOut(plan, { checkout }) {
    const { branch, files, message, differing } = plan;
    if (files.size === 0) {
        return [{ state: 'ok', about: branch.name, message: 'has all its files' }, ...differing];
    }
    const parent = branch.commit === undefined ? {} : { parent: branch.commit };
    const occupied = await checkout.add({ branch: branch.name, files, message, ...parent });
    const added = files.size - occupied.length;
    return [
        ...(added === 0
            ? []
            : [
                {
                    state: 'changed',
                    about: branch.name,
                    message: `${(0,count_of/* countOf */.p)(added, 'file')} in one commit: ${message}`,
                },
            ]),
        ...occupied.map((path) => inTheWay(path, branch.name)),
        ...differing,
    ];
}
function inTheWay(path, branch) {
    return {
        state: 'problem',
        about: path,
        message: `another file is there that is not committed on "${branch}": it stays as it is`,
        hint: 'Commit it, or move it away, then run "drover init" again.',
        reason: 'checkout-dirty',
    };
}
function endOf(findings) {
    const problems = findings.filter(({ state }) => state === 'problem');
    if (problems.length === 0)
        return {};
    const message = `init: ${(0,count_of/* countOf */.p)(problems.length, 'file')} in the way`;
    return { failure: new errors/* DroverError */.F(message, { reason: 'checkout-dirty' }) };
}
function cleaned(finding, { clean }) {
    return { ...finding, ...(finding.detail !== undefined && { detail: clean(finding.detail) }) };
}


/***/ }),

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isText),
/* harmony export */   u: () => (/* binding */ renderSource)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _base_placeholder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6637);
/* harmony import */ var _base_secret_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95452);
/* harmony import */ var _secret_uses_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1114);
/* harmony import */ var _template_evaluate_template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14155);
/* harmony import */ var _template_read_template_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22948);






/** Text is valid UTF-8 without NUL. Other files are never rendered. */
function isText(bytes) {
    return !bytes.includes(0) && (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes);
}
/** Renders a source. Everything but template expressions is kept byte for byte: line endings, a byte order mark, a missing last newline. */
function renderSource({ file, mayUseSecrets, context, secret }) {
    const template = (0,_template_read_template_js__WEBPACK_IMPORTED_MODULE_2__/* .readTemplateFile */ .P)(file);
    const { parts, problems } = (0,_template_evaluate_template_js__WEBPACK_IMPORTED_MODULE_3__/* .evaluateTemplate */ .M)(template.nodes, context);
    const misplaced = mayUseSecrets ? [] : (0,_secret_uses_js__WEBPACK_IMPORTED_MODULE_4__/* .listSecretUses */ .d)(template.nodes).map(misplacedSecret);
    const uses = mayUseSecrets ? parts.filter((part) => typeof part !== 'string') : [];
    const values = new Map(uses.map((use) => [keyOf(use), secret(use)]));
    const bytes = Buffer.from(parts.map((part) => written(part, values)).join(''));
    return {
        bytes: new _base_secret_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .SecretBytes */ .y(bytes),
        shown: uses.length === 0 ? bytes : Buffer.from(parts.map((part) => shownPart(part, values)).join('')),
        secrets: [...new Set(uses.map(({ name }) => name))].sort(),
        problems: [...template.problems, ...misplaced, ...problems],
    };
}
function keyOf(use) {
    return (0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_5__/* .placeholder */ .q)({ kind: (0,_secret_uses_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(use), name: use.name });
}
function written(part, values) {
    if (typeof part === 'string')
        return part;
    const value = values.get(keyOf(part))?.reveal() ?? '';
    return part.asJson ? JSON.stringify(value) : value;
}
/** The placeholder of a part. For a value that JSON changes it is the one that a captured file gets. */
function shownPart(part, values) {
    if (typeof part === 'string')
        return part;
    const value = values.get(keyOf(part))?.reveal() ?? '';
    if (!part.asJson)
        return keyOf(part);
    const form = JSON.stringify(value) === `"${value}"` ? undefined : 'as JSON';
    return `"${(0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_5__/* .placeholder */ .q)({ kind: (0,_secret_uses_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(part), name: part.name }, form)}"`;
}
function misplacedSecret(use) {
    return {
        reason: 'invalid-template',
        place: use.place,
        message: `${(0,_secret_uses_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(use)} "${use.name}" is used outside secrets-templates`,
        hint: 'move the file and its entry to the same layer below secrets-templates',
    };
}


/***/ })

};
