export const id = 4803;
export const ids = [4803];
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

/***/ 9372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   driftFinding: () => (/* binding */ driftFinding),
/* harmony export */   endOf: () => (/* binding */ endOf),
/* harmony export */   syncWorkflows: () => (/* binding */ syncWorkflows)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_text_count_of_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(247);
/* harmony import */ var _ops_repository_choose_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82800);
/* harmony import */ var _ops_repository_finding_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17459);
/* harmony import */ var _ops_repository_observe_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57839);
/* harmony import */ var _workflows_compare_workflows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70017);
/* harmony import */ var _workflows_workflow_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42687);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44138);








/**
 * Brings the workflow files in the folder up to date with the templates' placeholders and with the
 * secrets that the config branch names. What people edited elsewhere in them stays, unless it is to
 * be overwritten. Commits nothing: a person looks at it and does.
 */
const syncWorkflows = (0,_operation_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeOperation */ .r)(async (ports, request) => {
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfInvalid */ .TG)((0,_ops_repository_choose_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flagProblems */ .bg)(request));
    const observed = await (0,_ops_repository_observe_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .observeFolder */ .L)(ports, { ...request, folder: request.selectors[1] ?? '.' }, { from: 'folder' });
    requireCheckout(observed);
    const slots = (0,_ops_repository_choose_values_js__WEBPACK_IMPORTED_MODULE_1__/* .knownValues */ .s2)(request, observed);
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfInvalid */ .TG)((0,_ops_repository_choose_values_js__WEBPACK_IMPORTED_MODULE_1__/* .missingValues */ .B6)(slots));
    if (!(0,_ops_repository_choose_values_js__WEBPACK_IMPORTED_MODULE_1__/* .hasAll */ .Ug)(slots))
        return {};
    const values = { ...slots, secrets: (0,_workflows_workflow_values_js__WEBPACK_IMPORTED_MODULE_5__/* .secretsToPass */ .cm)(observed.secretNames.keys()) };
    const compared = (0,_workflows_compare_workflows_js__WEBPACK_IMPORTED_MODULE_3__/* .compareWorkflows */ .u)(observed.branches[observed.here].workflows, values);
    if (request.check === true)
        return checked(compared, ports.clean);
    const after = compared.map(({ path, wanted, updated }) => [path, request.overwrite ? wanted : updated]);
    const before = new Map(observed.branches[observed.here].workflows.map(({ path, found }) => [path, found]));
    const changed = new Map(after.filter(([path, text]) => before.get(path) !== text));
    await observed.checkout.write(changed);
    const findings = compared.map((one) => synced(one, {
        changed: changed.has(one.path),
        overwrite: request.overwrite === true,
        clean: ports.clean,
    }));
    const next = [
        ...nextSteps(changed.size, observed),
        ...otherBranch(observed, { values, toolkit: request.toolkit }),
    ];
    return {
        data: (0,_ops_repository_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .findingsData */ .P)(findings, next),
        message: changed.size === 0 ? 'every workflow is up to date' : `${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_7__/* .countOf */ .p)(changed.size, 'file')} changed`,
        ...endOf(findings, 'workflows sync: a secret cannot be passed on'),
    };
});
/** Throws `branch-missing` without the config branch: nobody could say which secrets there are. */
function requireCheckout({ look, checkout, branches, here }) {
    if (look.top === undefined || !look.isTop) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`checkout: "${checkout.folder}" is not the top of a git repository`, {
            reason: 'invalid-argument',
            hint: 'Go to a checkout of the ops repository, or name its folder.',
        });
    }
    if (branches.config.commit !== undefined || here === 'config')
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`branch "${checkout.branch}": is not known here`, {
        reason: 'branch-missing',
        hint: `Run "git fetch origin ${checkout.branch}", or "drover init" in a new repository.`,
    });
}
function checked(compared, clean) {
    const findings = compared.map((one) => driftFinding(one, clean));
    return {
        data: (0,_ops_repository_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .findingsData */ .P)(findings),
        message: `${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_7__/* .countOf */ .p)(compared.length, 'workflow')} as the templates have them`,
        ...endOf(findings, 'workflows: not as their templates have them'),
    };
}
/** How far one file is from its template, as a line for a person. */
function driftFinding({ path, state, unpassed, lost, diff, baseKnown }, clean) {
    if (state === 'fine')
        return { state: 'ok', about: path, message: 'as its template has it' };
    const reason = 'workflows-differ';
    const detail = diff === undefined ? {} : { detail: clean(diff) };
    const sync = 'Run "drover workflows sync" on its branch, look at the change, commit and push it.';
    if (state === 'missing')
        return { state: 'problem', about: path, message: 'is missing', hint: sync, reason };
    if (lost.length > 0)
        return { ...lostFinding(path, lost), ...detail };
    if (state === 'stale') {
        const message = unpassed.length > 0 ? `does not pass on ${unpassed.join(', ')}` : 'is not up to date';
        return { state: 'problem', about: path, message, hint: sync, reason, ...detail };
    }
    const message = baseKnown
        ? 'was edited by hand'
        : 'was edited by hand, or is from a version of the toolkit that is not here';
    const hint = 'Keep what you changed if it is meant, or run "drover workflows sync --overwrite" to have the template\'s.';
    return { state: 'problem', about: path, message, hint, reason, ...detail };
}
function lostFinding(path, lost) {
    return {
        state: 'problem',
        about: path,
        message: `cannot pass on ${lost.join(', ')}: the lines "# drover: secrets …" and "# drover: end" around a block are gone`,
        hint: 'Run "drover workflows sync --overwrite" to have the template\'s again, or put the lines back.',
        reason: 'workflows-differ',
    };
}
function synced(one, { changed, overwrite, clean }) {
    const { path, state, wanted, updated, lost } = one;
    if (!overwrite && lost.length > 0)
        return lostFinding(path, lost);
    if (changed) {
        const kept = !overwrite && updated !== wanted ? ', edits by hand kept' : '';
        const message = state === 'missing' ? 'made' : overwrite ? 'replaced' : `brought up to date${kept}`;
        return { state: 'changed', about: path, message };
    }
    if (state === 'fine')
        return driftFinding(one, clean);
    return { ...driftFinding(one, clean), state: 'note' };
}
function nextSteps(changed, { checkout, branches, here }) {
    if (changed === 0)
        return [];
    const { name } = branches[here];
    return [
        `git -C ${checkout.folder} diff -- .github/workflows`,
        `git -C ${checkout.folder} add .github/workflows && git -C ${checkout.folder} commit -m "Workflows in step with the templates"   # on ${name}, then push`,
    ];
}
/** Secrets are named in files of both branches, and only one is checked out. */
function otherBranch({ branches, here }, { values, toolkit }) {
    const other = branches[here === 'main' ? 'config' : 'main'];
    if (other.commit === undefined)
        return [];
    const stale = (0,_workflows_compare_workflows_js__WEBPACK_IMPORTED_MODULE_3__/* .compareWorkflows */ .u)(other.workflows, values).filter(({ state }) => state === 'stale' || state === 'missing');
    if (stale.length === 0)
        return [];
    return [
        `git switch ${other.name} && drover workflows sync${toolkit === undefined ? '' : ` --toolkit ${toolkit}`}   # ${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_7__/* .countOf */ .p)(stale.length, 'file')} there to bring up to date, too`,
    ];
}
/** The failure that a problem makes of the run. */
function endOf(findings, message) {
    const problems = findings.filter(({ state }) => state === 'problem');
    if (problems.length === 0)
        return {};
    return {
        failure: new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${message}: ${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_7__/* .countOf */ .p)(problems.length, 'problem')}`, {
            reason: 'workflows-differ',
        }),
    };
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
