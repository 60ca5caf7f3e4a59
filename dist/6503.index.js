export const id = 6503;
export const ids = [6503];
export const modules = {

/***/ 44690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readWeakestLayer),
/* harmony export */   pQ: () => (/* binding */ flockIn),
/* harmony export */   uI: () => (/* binding */ flockFile)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _flock_parse_flock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76915);
/* harmony import */ var _flock_resolve_toolkit_entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92514);



const flockFile = 'flock.yml';
/** The toolkit's own, the weakest layer of every flock. */
const toolkitFile = 'config/flock.yml';
/** The flock of a config branch, on top of what the toolkit gives every flock. Throws `invalid-flock`. */
function flockIn(config, toolkit) {
    const file = config.get(flockFile);
    if (file === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${flockFile}: the config branch has no such file`, {
            reason: 'invalid-flock',
            hint: `Ensure that ${flockFile} is at the top of the branch and committed.`,
            at: { file: flockFile },
        });
    }
    return (0,_flock_parse_flock_js__WEBPACK_IMPORTED_MODULE_1__/* .parseFlock */ .T)({
        text: file.bytes.toString('utf8'),
        file: flockFile,
        defaults: weakestLayer(toolkit),
    });
}
/** Reads ahead what `flockIn` needs of the toolkit. Throws `invalid-flock`. */
function readWeakestLayer(toolkit) {
    const layer = weakestLayer(toolkit);
    if (layer !== undefined)
        (0,_flock_resolve_toolkit_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .readToolkit */ .h)(layer);
}
function weakestLayer(toolkit) {
    const text = toolkit.get(toolkitFile)?.bytes.toString('utf8');
    return text === undefined ? undefined : { text, file: `toolkit:${toolkitFile}` };
}


/***/ }),

/***/ 44138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ fleetOperation),
/* harmony export */   r: () => (/* binding */ wholeOperation)
/* harmony export */ });
function fleetOperation(operation) {
    return { kind: 'fleet', ...operation };
}
function wholeOperation(run) {
    return { kind: 'whole', run };
}


/***/ }),

/***/ 82800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ flockName),
/* harmony export */   B6: () => (/* binding */ missingValues),
/* harmony export */   Ug: () => (/* binding */ hasAll),
/* harmony export */   bg: () => (/* binding */ flagProblems),
/* harmony export */   s2: () => (/* binding */ knownValues)
/* harmony export */ });
/* harmony import */ var _workflows_github_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47860);
/* harmony import */ var _workflows_workflow_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42687);


/** What the flags say, else what the repository itself says; a value is absent when neither does. */
function knownValues(request, { look, found, branches, checkout }) {
    const asked = (0,_workflows_workflow_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseToolkit */ .e3)(request.toolkit ?? '');
    const origin = (0,_workflows_github_name_js__WEBPACK_IMPORTED_MODULE_1__/* .githubName */ .B)(look.origin ?? '');
    // The config branch names the repository in full; on main a workflow names its neighbour by a path.
    const repository = request.repository ?? origin ?? found.repository;
    return {
        ...(found.toolkit !== undefined && { toolkit: found.toolkit }),
        ...(found.toolkitRef !== undefined && { toolkitRef: found.toolkitRef }),
        ...asked,
        ...(repository !== undefined && { repository }),
        defaultBranch: branches.main.name,
        branch: checkout.branch,
    };
}
/** Everything wrong with the form of what was asked for. */
function flagProblems(request) {
    const { toolkit, repository, defaultBranch, name } = request;
    return [
        ...(toolkit === undefined || (0,_workflows_workflow_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseToolkit */ .e3)(toolkit) ? [] : [wrong('toolkit', toolkit)]),
        ...(repository === undefined || _workflows_workflow_values_js__WEBPACK_IMPORTED_MODULE_0__/* .repositoryPattern */ .Z0.test(repository)
            ? []
            : [wrong('repository', repository)]),
        ...(defaultBranch === undefined || _workflows_workflow_values_js__WEBPACK_IMPORTED_MODULE_0__/* .refPattern */ .uo.test(defaultBranch)
            ? []
            : [wrong('default-branch', defaultBranch)]),
        ...(name === undefined || flockName.test(name) ? [] : [wrong('name', name)]),
    ];
}
/** One for each value that is not known, all at once. */
function missingValues(values) {
    return ['toolkit', 'repository']
        .filter((slot) => values[slot] === undefined)
        .map((slot) => ({
        reason: 'invalid-argument',
        message: `--${slot}: is not given, and the files do not say it`,
        hint: `give --${slot} ${forms[slot]}`,
    }));
}
/** All of them are there. */
function hasAll(values) {
    return missingValues(values).length === 0;
}
/** As `flock.yml` takes it. */
const flockName = /^[a-z][a-z0-9-]{0,30}$/;
const forms = {
    toolkit: 'OWNER/REPO@REF, a commit or tag of the toolkit',
    repository: 'OWNER/NAME, the ops repository on GitHub',
    'default-branch': 'NAME, the name of a branch',
    name: 'FLOCK, 1 to 31 of a-z, 0-9 and "-" that start with a letter',
};
function wrong(flag, value) {
    return {
        reason: 'invalid-argument',
        message: `--${flag}: "${value}" is not understood`,
        hint: `give --${flag} ${forms[flag]}`,
    };
}


/***/ }),

/***/ 17459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findingsData)
/* harmony export */ });
/** `data` of the operations about a folder; `next` is what is left for the person. */
function findingsData(findings, next = []) {
    return { kind: 'findings', findings, next };
}


/***/ }),

/***/ 57839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ observeFolder)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _branch_flock_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44690);
/* harmony import */ var _flock_secret_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74972);
/* harmony import */ var _workflows_read_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5936);
/* harmony import */ var _workflows_workflow_templates_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54214);
/* harmony import */ var _workflows_workflow_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42687);






/**
 * The ops repository in the folder of the request. Templates of the version in use, where this clone of the
 * toolkit has it, tell an older file from an edited one. With `folder`, the branch that is checked out is
 * read as it is in the folder, with edits that are not committed. Reads only.
 */
async function observeFolder(ports, request, { from }) {
    const checkout = openFolder(ports, request);
    const [starter, toolkit, look] = await Promise.all([readStarter(ports), ports.toolkit(), checkout.look()]);
    const folder = from === 'folder' && look.top !== undefined ? await checkout.readFolder() : undefined;
    const here = look.head === checkout.branch || folder?.has(_branch_flock_in_js__WEBPACK_IMPORTED_MODULE_1__/* .flockFile */ .uI) ? 'config' : 'main';
    const read = async (kind, name) => {
        // An addition goes on from the branch that is here, whatever the server has.
        const own = from === 'commits' ? look.local.get(name) : undefined;
        const commit = look.top === undefined ? undefined : (own ?? (await checkout.newest(name)));
        const committed = async () => commit === undefined ? new Map() : await checkout.read(commit);
        const tree = kind === here && folder !== undefined ? folder : await committed();
        const workflows = (0,_workflows_workflow_templates_js__WEBPACK_IMPORTED_MODULE_4__/* .workflowFiles */ .BF)(kind, { templates: starter.templates, branch: tree });
        return { name, tree, workflows, ...(commit !== undefined && { commit }) };
    };
    const config = await read('config', checkout.branch);
    const known = request.defaultBranch ?? (0,_workflows_read_values_js__WEBPACK_IMPORTED_MODULE_3__/* .readValues */ .N)(config.workflows).defaultBranch;
    const defaultBranch = known ?? guessDefaultBranch(look, checkout.branch);
    refuseNames(checkout.branch, defaultBranch);
    const main = await read('main', defaultBranch);
    const found = (0,_workflows_read_values_js__WEBPACK_IMPORTED_MODULE_3__/* .readValues */ .N)([...config.workflows, ...main.workflows]);
    const based = async (kind, branch) => {
        // Of two branches one may have been moved to another version, and the other not yet.
        const ref = (0,_workflows_read_values_js__WEBPACK_IMPORTED_MODULE_3__/* .readValues */ .N)(branch.workflows).toolkitRef ?? found.toolkitRef;
        const templates = ref === undefined ? new Map() : await starter.templatesAt(ref);
        return { ...branch, workflows: (0,_workflows_workflow_templates_js__WEBPACK_IMPORTED_MODULE_4__/* .withBases */ .bL)(branch.workflows, { kind, templates }) };
    };
    return {
        checkout,
        look,
        starter,
        toolkit,
        branches: { config: await based('config', config), main: await based('main', main) },
        here,
        found,
        secretNames: (0,_flock_secret_names_js__WEBPACK_IMPORTED_MODULE_2__/* .flockSecretNames */ .u)({ toolkit, config: config.tree }),
    };
}
/** They are written into workflows, where a name is also read as YAML. */
function refuseNames(branch, defaultBranch) {
    const wrong = (option, name) => _workflows_workflow_values_js__WEBPACK_IMPORTED_MODULE_5__/* .refPattern */ .uo.test(name)
        ? []
        : [
            {
                reason: 'invalid-argument',
                message: `--${option}: "${name}" cannot be the name of a branch here`,
            },
        ];
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfInvalid */ .TG)([...wrong('branch', branch), ...wrong('default-branch', defaultBranch)]);
    if (branch !== defaultBranch)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`branch: "${branch}" cannot be both the config branch and the default branch`, {
        reason: 'invalid-argument',
        hint: 'Give another --branch or --default-branch: the two hold different files.',
    });
}
function openFolder(ports, { selectors, folder = selectors[0] }) {
    return ports.checkout(folder);
}
async function readStarter(ports) {
    const starter = await ports.starter();
    if (starter.templates.size > 0 && starter.example.size > 0)
        return starter;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F('workflow templates: the folder of this toolkit has none', {
        reason: 'missing-file',
        hint: 'Use drover from a clone of the toolkit: "workflows-templates" belongs beside "bin".',
    });
}
function guessDefaultBranch({ originHead, local, remote, head }, config) {
    if (originHead !== undefined)
        return originHead;
    const usual = ['main', 'master'].find((name) => local.has(name) || remote.has(name));
    return usual ?? (head === undefined || head === config ? 'main' : head);
}


/***/ }),

/***/ 70017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ compareWorkflows)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95281);
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(37291);
/* harmony import */ var _read_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5936);
/* harmony import */ var _render_workflow_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62999);



/** Compares each file with its template. */
function compareWorkflows(files, values) {
    const current = (0,_read_values_js__WEBPACK_IMPORTED_MODULE_0__/* .readValues */ .N)(files);
    return files.map((file) => compareWorkflow(file, { values, current }));
}
function compareWorkflow({ path, template, found, base }, { values, current }) {
    const wanted = (0,_render_workflow_js__WEBPACK_IMPORTED_MODULE_1__/* .renderWorkflow */ .cn)(template, values);
    if (found === undefined) {
        const unpassed = (0,_render_workflow_js__WEBPACK_IMPORTED_MODULE_1__/* .missingSecrets */ .mO)('', { template, secrets: values.secrets });
        return { path, state: 'missing', wanted, updated: wanted, unpassed, lost: [], baseKnown: true };
    }
    const kept = (0,_render_workflow_js__WEBPACK_IMPORTED_MODULE_1__/* .updateWorkflow */ .xY)(found, { template: base ?? template, values, current });
    const moved = base === undefined ? kept : moveOn(kept, { from: (0,_render_workflow_js__WEBPACK_IMPORTED_MODULE_1__/* .renderWorkflow */ .cn)(base, values), to: wanted });
    // An edit may have removed what the newer template changes: then as much as possible of the file stays as it is.
    const updated = moved ?? (0,_render_workflow_js__WEBPACK_IMPORTED_MODULE_1__/* .updateWorkflow */ .xY)(found, { template, values, current });
    const state = found === wanted ? 'fine' : updated === found ? 'edited' : 'stale';
    return {
        path,
        state,
        wanted,
        updated,
        unpassed: (0,_render_workflow_js__WEBPACK_IMPORTED_MODULE_1__/* .missingSecrets */ .mO)(found, { template, secrets: values.secrets }),
        lost: (0,_render_workflow_js__WEBPACK_IMPORTED_MODULE_1__/* .missingSecrets */ .mO)(updated, { template, secrets: values.secrets }),
        baseKnown: base !== undefined,
        ...(state !== 'fine' && { diff: shortDiff(wanted, found) }),
    };
}
/** Applies the changes from one version of the template to another; undefined when they conflict with edits. */
function moveOn(text, { from, to }) {
    if (text === from)
        return to;
    if (from === to)
        return text;
    const moved = (0,diff__WEBPACK_IMPORTED_MODULE_2__/* .applyPatch */ .X)(text, (0,diff__WEBPACK_IMPORTED_MODULE_3__/* .structuredPatch */ .YB)('', '', from, to));
    return moved === false ? undefined : moved;
}
const maxDiffLines = 12;
/** Only the lines that differ, each hunk with its place. */
function shortDiff(wanted, found) {
    const { hunks } = (0,diff__WEBPACK_IMPORTED_MODULE_3__/* .structuredPatch */ .YB)('', '', wanted, found, '', '', { context: 0 });
    const lines = hunks.flatMap(({ newStart, lines: changed }, hunk) => [
        `@@ line ${newStart}${hunk === 0 ? ': "-" is the template, "+" the file' : ''}`,
        ...changed.filter((line) => !line.startsWith('\\')),
    ]);
    if (lines.length <= maxDiffLines)
        return lines.join('\n');
    return [...lines.slice(0, maxDiffLines), `… ${lines.length - maxDiffLines} more lines`].join('\n');
}


/***/ }),

/***/ 47860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ githubName)
/* harmony export */ });
/** `OWNER/REPO` of a git URL; undefined for a path on this computer and for URLs of another form. */
function githubName(url) {
    const path = /^(?:https?|ssh|git):\/\/[^/]+\/(?<path>.+)$/.exec(url)?.groups?.path ??
        /^[\w.-]+@[\w.-]+:(?<path>.+)$/.exec(url)?.groups?.path;
    return /^(?<name>[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+?)(?:\.git)?\/?$/.exec(path ?? '')?.groups?.name;
}


/***/ }),

/***/ 5936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readValues)
/* harmony export */ });
/* harmony import */ var _render_workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62999);

/**
 * Reads the values that the files of an ops repository hold now. Of several values, that of the most files counts,
 * and of equally frequent ones the first: the others are drift, or another action of the same form.
 */
function readValues(files) {
    const read = files.map(({ template, found }) => (found === undefined ? [] : (0,_render_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .readWorkflow */ .S6)(found, template)));
    const owners = new Map(_render_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerSlots */ .xI.map((slot) => [slot, mostFrequent(read, slot)]));
    const ours = read.map((lines) => lines.filter((line) => line.every(({ slot, value }) => !owners.has(slot) || owners.get(slot) === value)));
    const slots = new Set(ours.flat(2).map(({ slot }) => slot));
    return Object.fromEntries([...slots].map((slot) => [slot, mostFrequent(ours, slot)]));
}
function mostFrequent(files, desired) {
    const counts = new Map();
    for (const lines of files) {
        const values = lines.flat().flatMap(({ slot, value }) => (slot === desired ? [value] : []));
        for (const value of new Set(values))
            counts.set(value, (counts.get(value) ?? 0) + aFile);
        for (const value of values)
            counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const most = Math.max(0, ...counts.values());
    return [...counts].find(([, count]) => count === most)?.[0];
}
/** The weight of a file against a line: another action may occur as often in one file, but never in as many files. */
const aFile = 10_000;


/***/ }),

/***/ 62999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mO: () => (/* binding */ missingSecrets),
  xI: () => (/* binding */ ownerSlots),
  S6: () => (/* binding */ readWorkflow),
  cn: () => (/* binding */ renderWorkflow),
  xY: () => (/* binding */ updateWorkflow)
});

;// CONCATENATED MODULE: ./build/workflows/secret-blocks.js
/** Fills every secret block of a text again, with the indentation of its marks. A block without an end is left as it is. */
function fillBlocks(text, secrets) {
    const lines = text.split('\n');
    const blocks = findBlocks(lines);
    const starts = new Map(blocks.map((block) => [block.start, block]));
    const filled = [];
    for (let index = 0; index < lines.length; index += 1) {
        filled.push(lines[index] ?? '');
        const block = starts.get(index);
        if (block === undefined)
            continue;
        filled.push(...secrets.map((name) => block.indent + lineFor[block.kind](name)));
        index = block.end - 1;
    }
    return filled.join('\n');
}
/** The secret blocks of a file in their order. */
function readBlocks(text) {
    const lines = text.split('\n');
    return findBlocks(lines).map(({ kind, indent, start, end }) => ({
        kind,
        names: lines.slice(start + 1, end).flatMap((line) => {
            const name = /^( *)([A-Za-z_]\w*):/.exec(line);
            return name?.[1]?.length === indent.length ? [name[2] ?? ''] : [];
        }),
    }));
}
const startMark = /^(?<indent> *)# drover: secrets (?<kind>declared|env|passed)\s*$/;
const endMark = /^ *# drover: end\s*$/;
function findBlocks(lines) {
    const places = [];
    let open;
    lines.forEach((line, index) => {
        const groups = startMark.exec(line)?.groups;
        if (groups !== undefined)
            open = { kind: groups.kind, indent: groups.indent ?? '', start: index };
        else if (open !== undefined && endMark.test(line)) {
            places.push({ ...open, end: index });
            open = undefined;
        }
    });
    return places;
}
const value = (name) => `${name}: \${{ secrets.${name} }}`;
const lineFor = {
    // The secret is not `required`, because GitHub would refuse the run before Drover can name the machine that requires it.
    declared: (name) => `${name}: { required: false }`,
    env: value,
    passed: value,
};

;// CONCATENATED MODULE: ./build/workflows/template-line.js
/** Templates are valid YAML that linters can read, so their placeholders look like the values that replace them. */
const placeholders = new Map([
    ['toolkit-owner/toolkit', 'toolkit'],
    ['toolkit-ref', 'toolkitRef'],
    ['ops-owner/ops', 'repository'],
    ['ops-default-branch', 'defaultBranch'],
]);
const anyPlaceholder = /toolkit-owner\/toolkit|toolkit-ref|ops-owner\/ops|ops-default-branch/g;
/** The end of a line in which the word `config` is the name of the config branch. */
const branchMark = /# drover: branch\s*$/;
const branchWord = /(?<![\w.-])config(?![\w.-])/g;
function parseTemplateLine(line) {
    const mark = branchMark.exec(line);
    const body = mark === null ? line : line.slice(0, mark.index);
    const found = [
        ...[...body.matchAll(anyPlaceholder)].map((match) => ({ match, slot: placeholders.get(match[0]) })),
        ...(mark === null ? [] : [...body.matchAll(branchWord)].map((match) => ({ match, slot: branchSlot }))),
    ].sort((one, other) => one.match.index - other.match.index);
    const parts = [];
    let end = 0;
    for (const { match, slot } of found) {
        if (slot === undefined)
            continue;
        parts.push(line.slice(end, match.index), { slot });
        end = match.index + match[0].length;
    }
    return [...parts, line.slice(end)];
}
const branchSlot = 'branch';
function renderLine(line, values) {
    return line.map((part) => (typeof part === 'string' ? part : values[part.slot])).join('');
}
/** Reads the values in the slots of a file's line; undefined when the line is another one, or has no slot. */
function readSlots(line, text) {
    const slots = line.flatMap((part) => (typeof part === 'string' ? [] : [part.slot]));
    if (slots.length === 0)
        return undefined;
    const pattern = line.map((part) => (typeof part === 'string' ? literal(part) : shapes[part.slot])).join('');
    // A line is the same with a comment at its end, which bots that raise versions write.
    const match = new RegExp(`^${pattern}(?:\\s+#.*)?$`).exec(text);
    if (match === null)
        return undefined;
    return slots.map((slot, index) => ({ slot, value: match[index + 1] ?? '' }));
}
const repository = '([\\w.-]+/[\\w.-]+)';
const ref = '([\\w./-]+)';
const shapes = {
    toolkit: repository,
    toolkitRef: ref,
    repository,
    defaultBranch: ref,
    branch: ref,
};
function literal(text) {
    return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/workflows/render-workflow.js


/** Renders a workflow file from its template. */
function renderWorkflow(template, values) {
    const lines = template.split('\n').map((line) => renderLine(parseTemplateLine(line), values));
    return fillBlocks(lines.join('\n'), values.secrets);
}
/**
 * Brings blocks and placeholders of a workflow file up to date and leaves everything else as it is, so that a
 * person's edits stay.
 */
function updateWorkflow(found, { template, values, current }) {
    const owners = ownerSlots.map((slot) => [slot, [values[slot], current[slot]]]);
    const isOurs = (slots) => owners.every(([name, known]) => slots.every(({ slot, value }) => slot !== name || known.includes(value)));
    const lines = matchLines(found, template).map(({ text, line, slots }) => isOurs(slots) && slots.some(({ slot, value }) => values[slot] !== value)
        ? renderLine(line, values)
        : text);
    return fillBlocks(lines.join('\n'), values.secrets);
}
/** Slots whose value shows whether a line is about the toolkit, about the ops repository, or about neither. */
const ownerSlots = ['toolkit', 'repository'];
/** Reads the values of a file where its template has placeholders, one entry for each such line. */
function readWorkflow(found, template) {
    return matchLines(found, template).flatMap(({ slots }) => (slots.length === 0 ? [] : [slots]));
}
/** Secrets that are missing from a block of the file although the template has such a block, each once. */
function missingSecrets(found, { template, secrets }) {
    const blocks = [...readBlocks(found)];
    const missing = readBlocks(template).flatMap(({ kind }) => {
        const index = blocks.findIndex((block) => block.kind === kind);
        const [block] = index < 0 ? [] : blocks.splice(index, 1);
        return secrets.filter((name) => !block?.names.includes(name));
    });
    return [...new Set(missing)].sort();
}
function matchLines(found, template) {
    const lines = template.split('\n').map(parseTemplateLine);
    const slotted = lines.filter((line) => line.length > 1);
    // A `uses:` line of another action has the form of a line with a placeholder.
    const plain = new Set(lines.filter((line) => line.length === 1).map(([text]) => text));
    return found.split('\n').map((text) => {
        for (const line of plain.has(text) ? [] : slotted) {
            const slots = readSlots(line, text);
            if (slots !== undefined)
                return { text, line, slots };
        }
        return { text, line: [text], slots: [] };
    });
}


/***/ }),

/***/ 54214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ workflowFiles),
/* harmony export */   bL: () => (/* binding */ withBases),
/* harmony export */   kV: () => (/* binding */ templatesFolder)
/* harmony export */ });
const templatesFolder = 'workflows-templates';
const workflowsFolder = '.github/workflows';
/** Adds to the files their templates in the version that is in use, as far as these exist. */
function withBases(files, { kind, templates }) {
    return files.map((file) => {
        const name = file.path.slice(file.path.lastIndexOf('/') + 1);
        const base = templates.get(`${templatesFolder}/${kind}/${name}`)?.bytes.toString('utf8');
        return base === undefined ? file : { ...file, base };
    });
}
/** The templates for one branch, each with the file that the branch has now. */
function workflowFiles(kind, { templates, branch }) {
    const prefix = `${templatesFolder}/${kind}/`;
    return [...templates].flatMap(([path, { bytes }]) => {
        const name = path.slice(prefix.length);
        if (!path.startsWith(prefix) || !/^[^/]+\.ya?ml$/.test(name))
            return [];
        const file = `${workflowsFolder}/${name}`;
        const found = branch.get(file)?.bytes.toString('utf8');
        return [{ path: file, template: bytes.toString('utf8'), ...(found !== undefined && { found }) }];
    });
}


/***/ }),

/***/ 42687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Si: () => (/* binding */ sshKeySecret),
/* harmony export */   Z0: () => (/* binding */ repositoryPattern),
/* harmony export */   cm: () => (/* binding */ secretsToPass),
/* harmony export */   e3: () => (/* binding */ parseToolkit),
/* harmony export */   uo: () => (/* binding */ refPattern)
/* harmony export */ });
/** The secret that every job needs, whatever the templates name. */
const sshKeySecret = 'DROVER_SSH_KEY';
/** The secrets that the workflows must pass on, given those that templates name. */
function secretsToPass(named) {
    return [...new Set([sshKeySecret, ...named])].sort();
}
/** `OWNER/REPO` in GitHub's form. */
const repositoryPattern = /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/;
/** The name of a branch, a tag or a commit, without characters that git, YAML or a workflow would misread. */
const refPattern = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;
/** `OWNER/REPO@REF` in its two parts; undefined for anything else. */
function parseToolkit(text) {
    const at = text.indexOf('@');
    const [toolkit, toolkitRef] = [text.slice(0, at), text.slice(at + 1)];
    if (at < 0 || !repositoryPattern.test(toolkit) || !refPattern.test(toolkitRef))
        return undefined;
    return { toolkit, toolkitRef };
}


/***/ })

};
