export const id = 7012;
export const ids = [7012];
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

/***/ 37012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ chooseMachines),
/* harmony export */   BF: () => (/* binding */ withIdentity),
/* harmony export */   QV: () => (/* binding */ ownerOfKey),
/* harmony export */   _D: () => (/* binding */ readFlock),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   hR: () => (/* binding */ readFlockAt)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _flock_select_affected_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56527);
/* harmony import */ var _flock_select_select_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55920);
/* harmony import */ var _flock_in_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44690);




async function readFlock(ports) {
    const [snapshot, toolkit] = await Promise.all([ports.ledger.read(), readToolkit(ports)]);
    return { snapshot, flock: (0,_flock_in_js__WEBPACK_IMPORTED_MODULE_3__/* .flockIn */ .pQ)(snapshot.tree, toolkit) };
}
/** The toolkit, its own layer understood: while git fetches there is time for it. */
async function readToolkit(ports) {
    const toolkit = await ports.toolkit();
    (0,_flock_in_js__WEBPACK_IMPORTED_MODULE_3__/* .readWeakestLayer */ .e)(toolkit);
    return toolkit;
}
/**
 * The flock at an earlier commit of the branch. Throws `commit-missing` when the repository does not have it, and
 * `not-on-branch` for one that was never merged: what is not on the branch reaches no machine.
 */
async function readFlockAt(ports, commit) {
    requireWholeCommit('to', commit);
    const snapshot = await ports.ledger.readAt(commit);
    if (snapshot === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`to: the repository has no commit "${commit}"`, {
            reason: 'commit-missing',
            hint: 'Ensure that the commit is on the config branch and was pushed.',
        });
    }
    if (!(await ports.ledger.isOnBranch(commit))) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`to: the commit "${commit}" is not in the history of the config branch`, {
            reason: 'not-on-branch',
            hint: 'Only what was merged reaches machines. Merge the commit first, or choose one that "git log" of the branch shows.',
        });
    }
    return { snapshot, flock: (0,_flock_in_js__WEBPACK_IMPORTED_MODULE_3__/* .flockIn */ .pQ)(snapshot.tree, await ports.toolkit()) };
}
function requireWholeCommit(option, commit) {
    if (/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${option}: "${commit}" is not a whole commit id`, {
        reason: 'invalid-argument',
        hint: 'Give all of it, as "git rev-parse COMMIT" prints it: an abbreviation cannot be fetched.',
    });
}
/** The machines that a person asked for, in the order of `flock.yml`. */
async function chooseMachines(ports, view, request) {
    const wantsChanged = request.selectors.some((selector) => selector.replace(/^!/, '') === 'changed');
    const changed = wantsChanged ? await changedMachines(ports, view, request.since) : undefined;
    return (0,_flock_select_select_js__WEBPACK_IMPORTED_MODULE_2__/* .selectMachines */ .L)({
        flock: view.flock,
        selectors: request.selectors,
        ...(changed === undefined ? {} : { changed }),
    });
}
/** Machines that the commits since `since` concern; all of them when that commit is gone (first push, forced push). */
async function changedMachines(ports, view, given) {
    const since = given ?? ports.before;
    if (since === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F('machines: "changed" needs a commit to compare with', {
            reason: 'invalid-argument',
            hint: 'Give --since COMMIT, or use it in a workflow that a push started.',
        });
    }
    requireWholeCommit('since', since);
    const before = /^0+$/.test(since) ? undefined : await ports.ledger.readAt(since);
    if (before === undefined) {
        ports.reporter.report({
            kind: 'notice',
            level: 'info',
            message: `the branch has no commit ${since.slice(0, 12)} to compare with: every machine counts as changed`,
        });
    }
    const toolkit = await ports.toolkit();
    const paths = before === undefined ? [] : (0,_flock_select_affected_js__WEBPACK_IMPORTED_MODULE_1__/* .changedPaths */ .v)(before.tree, view.snapshot.tree);
    const { flock, snapshot } = view;
    const { names, why } = (0,_flock_select_affected_js__WEBPACK_IMPORTED_MODULE_1__/* .affectedMachines */ .b)({
        before: before === undefined ? undefined : stateBefore(before.tree, toolkit),
        after: { flock, trees: { toolkit, config: snapshot.tree } },
        changedPaths: paths,
    });
    for (const [name, reasons] of why) {
        ports.reporter.report({
            kind: 'notice',
            level: 'info',
            message: `${name} is concerned: ${reasons.join(', ')}`,
        });
    }
    return names;
}
/** A flock.yml that was wrong before this push is no reason to refuse the one that mends it. */
function stateBefore(config, toolkit) {
    try {
        return { flock: (0,_flock_in_js__WEBPACK_IMPORTED_MODULE_3__/* .flockIn */ .pQ)(config, toolkit), trees: { toolkit, config } };
    }
    catch (error) {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F)
            return undefined;
        throw error;
    }
}
/** Tells whose pinned host key a line is: an address may have gone from one machine to another. */
function ownerOfKey({ snapshot }) {
    const owners = new Map();
    return (key) => {
        if (owners.size === 0) {
            for (const [name, { identity }] of snapshot.machines) {
                for (const line of identity?.hostKeys ?? [])
                    owners.set(line, name);
            }
        }
        return owners.get(key);
    };
}
/** The pinned identity of a machine; throws `not-provisioned`. */
function identityOf(view, name) {
    const identity = view.snapshot.machines.get(name)?.identity;
    if (identity !== undefined)
        return identity;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${name}: the machine does not exist yet`, {
        reason: 'not-provisioned',
        hint: `Run "drover provision ${name}" first, or "drover create ${name}" to do all in one.`,
    });
}
/** The survey as it is once this identity is on the branch. */
function withIdentity(view, { name, identity }) {
    const { snapshot } = view;
    const machines = new Map(snapshot.machines);
    machines.set(name, { ...machines.get(name), identity });
    return { ...view, snapshot: { ...snapshot, machines } };
}


/***/ }),

/***/ 56527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ affectedMachines),
/* harmony export */   v: () => (/* binding */ changedPaths)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _render_roles_role_needs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(623);
/* harmony import */ var _render_roles_roles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42970);



/** The machines that a push concerns. Files that Drover itself writes on the branch concern none. */
function affectedMachines({ before, after, changedPaths }) {
    const { machines } = after.flock;
    if (before === undefined) {
        const reason = ['the commit before the push is not known'];
        return asAffected(machines.map(({ name }) => [name, reason]));
    }
    const layers = sortByLayer(changedPaths);
    const roles = sortByRole(changedPaths);
    const needs = [before, after].map(({ trees }) => needsIn(trees));
    const differences = changedPaths.includes('flock.yml')
        ? compareFlocks(before.flock, after.flock)
        : new Map();
    return asAffected(machines.map(({ name, groups, artifacts, ...machine }) => [
        name,
        [
            ...(differences.get(name) ?? []),
            ...(layers.get('all') ?? []),
            ...groups.flatMap((group) => layers.get(`groups/${group}`) ?? []),
            ...(layers.get(`machines/${name}`) ?? []),
            ...neededBy(machine.roles, needs).flatMap((role) => roles.get(role) ?? []),
            ...artifactFiles(artifacts).filter((path) => changedPaths.includes(path)),
        ],
    ]));
}
/** Paths that were added, removed or changed in bytes or mode from one tree to the next, sorted. */
function changedPaths(before, after) {
    const paths = new Set([...before.keys(), ...after.keys()]);
    return [...paths].filter((path) => !isSame(before.get(path), after.get(path))).sort();
}
function isSame(one, other) {
    return one !== undefined && other !== undefined && one.mode === other.mode && one.bytes.equals(other.bytes);
}
function asAffected(reasons) {
    const concerned = reasons.filter(([, whys]) => whys.length > 0);
    const why = new Map(concerned.map(([name, whys]) => [name, [...new Set(whys)]]));
    return { names: new Set(why.keys()), why };
}
/** Changed paths by the layer they are in: `all`, `groups/G`, `machines/M`. */
function sortByLayer(paths) {
    const layers = new Map();
    for (const path of paths) {
        const layer = layerOf(path);
        if (layer === undefined)
            continue;
        const others = layers.get(layer);
        if (others === undefined)
            layers.set(layer, [path]);
        else
            others.push(path);
    }
    return layers;
}
function layerOf(path) {
    // A workflow names the version of the toolkit, which is the weakest layer.
    if (path.startsWith('.github/workflows/'))
        return 'all';
    return /^(?:config|secrets-templates)\/(?<layer>all|groups\/[^/]+|machines\/[^/]+)\/./s.exec(path)?.groups
        ?.layer;
}
/** Changed paths by the role they are in. */
function sortByRole(paths) {
    const named = paths.flatMap((path) => {
        const role = /^ansible\/roles\/(?<role>[^/]+)\/./s.exec(path)?.groups?.role;
        return role === undefined ? [] : [{ role, path }];
    });
    const roles = [...new Set(named.map(({ role }) => role))];
    return new Map(roles.map((one) => [one, named.filter(({ role }) => role === one).map(({ path }) => path)]));
}
function needsIn(trees) {
    const library = (0,_render_roles_roles_js__WEBPACK_IMPORTED_MODULE_2__/* .listRoles */ .O)(trees);
    const known = new Map();
    return (name) => {
        const role = library.get(name);
        const names = known.get(name) ?? (role === undefined ? [name] : (0,_render_roles_role_needs_js__WEBPACK_IMPORTED_MODULE_1__/* .needsOf */ .h)(role, library).roles.map((one) => one.name));
        known.set(name, names);
        return names;
    };
}
/** Roles and what they depend on, before or after the push. */
function neededBy(roles, needs) {
    return [...new Set(roles.flatMap((role) => needs.flatMap((needed) => needed(role))))];
}
function artifactFiles(artifacts) {
    return [...new Set(artifacts.flatMap(({ from }) => (from.kind === 'file' ? [from.file] : [])))];
}
function compareFlocks(before, after) {
    const earlier = new Map(before.machines.map((machine) => [machine.name, machine]));
    const renamed = before.name === after.name ? [] : ['flock.yml: name of the flock'];
    return new Map(after.machines.map((machine) => [
        machine.name,
        [...renamed, ...difference(earlier.get(machine.name), machine)],
    ]));
}
const compared = [
    'groups',
    'vars',
    'provider',
    'settings',
    'ssh',
    'dns',
    'environment',
    'checks',
    'roles',
    'code',
    'artifacts',
    'protect',
];
function difference(before, after) {
    if (before === undefined)
        return ['flock.yml: new machine'];
    if ((0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(before, after))
        return [];
    const keys = compared.filter((key) => !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(before[key], after[key]));
    return [`flock.yml: ${keys.join(', ')}`];
}


/***/ }),

/***/ 55920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ selectMachines)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
// EXTERNAL MODULE: ./build/flock/problems/shown.js
var shown = __webpack_require__(69002);
;// CONCATENATED MODULE: ./build/flock/select/glob.js
/** True if a selector is a pattern: only `*` (any characters) and `?` (one character) mean something. */
function isGlob(text) {
    return /[*?]/.test(text);
}
/**
 * Whether a name matches a glob. No regular expression is made of the glob: matching one
 * with many `*` could take hours.
 */
function matchesGlob(name, glob) {
    let inName = 0;
    let inGlob = 0;
    let star = -1;
    let resume = 0;
    while (inName < name.length) {
        if (glob[inGlob] === '*') {
            star = inGlob;
            inGlob += 1;
            resume = inName;
        }
        else if (glob[inGlob] === '?' || glob[inGlob] === name[inName]) {
            inGlob += 1;
            inName += 1;
        }
        else if (star >= 0) {
            resume += 1;
            inName = resume;
            inGlob = star + 1;
        }
        else
            return false;
    }
    return /^\**$/.test(glob.slice(inGlob));
}

;// CONCATENATED MODULE: ./build/flock/select/select.js




/**
 * The machines that selectors mean, in the flock's order. Excluding wins, whatever
 * the order; selectors that only exclude start from all machines. Throws one
 * InputError with every selector that matches nothing: a misspelt `!name` must
 * not let a machine through.
 */
function selectMachines({ flock, selectors, changed }) {
    if (selectors.length === 0)
        (0,errors/* throwIfInvalid */.TG)([noneNamed]);
    const found = selectors.map((selector) => {
        const leaveOut = selector.startsWith('!');
        const rest = leaveOut ? selector.slice(1) : selector;
        const isOne = rest !== '' && !rest.startsWith('!');
        return { leaveOut, names: isOne ? findNames(rest, { flock, changed }) : notASelector(selector) };
    });
    (0,errors/* throwIfInvalid */.TG)(found.flatMap(({ names }) => (isProblem(names) ? [names] : [])));
    const union = (excluding) => new Set(found.flatMap(({ leaveOut, names }) => (leaveOut === excluding && !isProblem(names) ? [...names] : [])));
    const onlyLeavesOut = found.every(({ leaveOut }) => leaveOut);
    const chosen = onlyLeavesOut ? namesOf(flock.machines) : union(false);
    const left = union(true);
    return flock.machines.filter(({ name }) => chosen.has(name) && !left.has(name));
}
function findNames(selector, { flock, changed }) {
    if (selector === 'all')
        return namesOf(flock.machines);
    if (selector === 'changed')
        return changed ?? nothingToCompare;
    if (selector.startsWith('group:'))
        return findGroups(selector.slice('group:'.length), flock);
    const names = flock.machines.map(({ name }) => name);
    const found = isGlob(selector) ? names.filter((name) => matchesGlob(name, selector)) : [];
    if (found.length === 0 && !names.includes(selector))
        return unknownMachine(selector, flock);
    return new Set(found.length === 0 ? [selector] : found);
}
/** A group without machines is no error: it exists. */
function findGroups(pattern, flock) {
    const groups = new Set(isGlob(pattern)
        ? flock.groups.filter((group) => matchesGlob(group, pattern))
        : flock.groups.filter((group) => group === pattern));
    if (groups.size === 0)
        return unknownGroup(pattern, flock);
    return namesOf(flock.machines.filter((machine) => machine.groups.some((group) => groups.has(group))));
}
function namesOf(machines) {
    return new Set(machines.map(({ name }) => name));
}
function isProblem(found) {
    return 'message' in found;
}
const noneNamed = {
    reason: 'invalid-argument',
    message: 'machines: no machine is named',
    hint: 'name machines or groups (group:NAME), or say all',
};
const nothingToCompare = {
    reason: 'invalid-argument',
    message: 'machines: "changed" has nothing to compare with',
    hint: 'name machines, or say all; "changed" is for runs that a push started or that say since when',
};
function notASelector(selector) {
    return {
        reason: 'invalid-argument',
        message: `machines: ${(0,shown/* quoted */.TL)(selector)} is not a selector`,
        hint: 'write a name, or one "!" directly before a name: web-1, !web-1',
    };
}
function unknownMachine(selector, flock) {
    const names = flock.machines.map(({ name }) => name);
    const fits = isGlob(selector) ? 'matches no machine of the flock' : 'not in the flock';
    const isGroup = flock.groups.includes(selector);
    const meant = isGroup ? `group:${selector}` : isGlob(selector) ? undefined : (0,nearest/* nearest */.p)(selector, names);
    return unknown({
        message: `${(0,shown/* quoted */.TL)(selector)}: ${fits} ${(0,shown/* quoted */.TL)(flock.name)}`,
        meant,
        kind: 'machines',
        names,
    });
}
function unknownGroup(pattern, flock) {
    const names = flock.groups;
    const fits = isGlob(pattern) ? 'matches no group of the flock' : 'no such group in the flock';
    const isMachine = flock.machines.some(({ name }) => name === pattern);
    const near = isGlob(pattern) ? undefined : (0,nearest/* nearest */.p)(pattern, names);
    const meant = isMachine ? pattern : near === undefined ? undefined : `group:${near}`;
    const message = `${(0,shown/* quoted */.TL)(`group:${pattern}`)}: ${fits} ${(0,shown/* quoted */.TL)(flock.name)}`;
    return unknown({ message, meant, kind: 'groups', names });
}
function unknown({ message, meant, kind, names }) {
    const listed = names.length === 0 ? `the flock has no ${kind}` : `${kind}: ${(0,shown/* shownNames */.kA)(names)}`;
    return {
        reason: 'unknown-machine',
        message,
        hint: meant === undefined ? listed : `did you mean "${meant}"?`,
    };
}


/***/ }),

/***/ 89872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readYamlMap)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** Reads YAML 1.2 with one map whose values JSON can hold. An empty text is an empty map. */
function readYamlMap(text) {
    const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const place = (offset = 0) => {
        const { line, col } = lineCounter.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
        lineCounter,
        version: '1.2',
        schema: 'core',
        prettyErrors: false,
        logLevel: 'error',
    });
    if (document.errors.length > 0) {
        return {
            problems: document.errors.map(({ message, pos }) => ({
                place: place(pos[0]),
                message: `not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replaceAll(/\s+/g, ' ')}`,
                hint: 'ensure that indents, colons, quotes and brackets are right here and just above',
            })),
        };
    }
    const { contents } = document;
    const placeOf = (path) => place(startOf(contents, path));
    const isNothing = contents === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(contents) && contents.value === null);
    if (isNothing)
        return { data: {}, placeOf };
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(contents)) {
        const hint = 'write lines of "NAME: value"';
        return { problems: [{ place: placeOf([]), message: 'expected a map', hint }] };
    }
    try {
        // Going through JSON removes NaN, infinity and shared objects.
        return { data: JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 }))), placeOf };
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        return {
            problems: [
                {
                    place: placeOf([]),
                    message: `not valid YAML: ${error.message.replaceAll(/\s+/g, ' ')}`,
                    hint: 'write the values out, without aliases',
                },
            ],
        };
    }
}
function startOf(root, path) {
    let node = root;
    for (const part of path) {
        const next = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)
            ? node.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && key.value === part)?.key
            : undefined;
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.get(part, true) : undefined;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(value) && !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(next))
            break;
        node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(value) ? value : next;
    }
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? node.range?.[0] : undefined;
}


/***/ }),

/***/ 623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ unknownRoleHint),
/* harmony export */   h: () => (/* binding */ needsOf)
/* harmony export */ });
/* harmony import */ var _base_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77196);
/* harmony import */ var _read_yaml_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89872);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42970);



const known = new WeakMap();
/**
 * A role with its dependencies in `meta/main.yml`, and theirs. A role that a task includes by name is not
 * found here: the including role must list it as a dependency. Results are cached by library.
 */
function needsOf(role, library) {
    const ofLibrary = known.get(library) ?? new Map();
    known.set(library, ofLibrary);
    const needs = ofLibrary.get(role.name) ?? findNeeds(role, library);
    ofLibrary.set(role.name, needs);
    return needs;
}
function findNeeds(role, library) {
    const found = new Map([[role.name, role]]);
    const problems = [];
    const open = [role];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const read = dependenciesOf(next, library);
        problems.push(...read.problems);
        for (const one of read.roles) {
            if (found.has(one.name))
                continue;
            found.set(one.name, one);
            open.push(one);
        }
    }
    return { roles: [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), problems };
}
function dependenciesOf(role, library) {
    const file = (0,_roles_js__WEBPACK_IMPORTED_MODULE_1__/* .yamlFileOf */ .v)(role, 'meta/main');
    if (file === undefined)
        return { roles: [], problems: [] };
    const { shownPath } = file;
    const problem = (one) => ({
        reason: 'invalid-role',
        at: { file: shownPath },
        ...one,
        message: `${shownPath}: ${one.message}`,
    });
    const read = (0,_read_yaml_map_js__WEBPACK_IMPORTED_MODULE_0__/* .readYamlMap */ .i)(file.text);
    if ('problems' in read) {
        return {
            roles: [],
            problems: read.problems.map(({ place, ...rest }) => problem({ ...rest, at: { file: shownPath, ...place } })),
        };
    }
    const written = read.data.dependencies;
    const at = { file: shownPath, ...read.placeOf(['dependencies']) };
    if (written === undefined || written === null)
        return { roles: [], problems: [] };
    if (!Array.isArray(written)) {
        const message = '"dependencies" must be a list';
        return { roles: [], problems: [problem({ message, at, hint: 'write it as a list: [a, b]' })] };
    }
    const named = written.map((item) => ({ name: dependencyName(item) }));
    return {
        roles: named.flatMap(({ name }) => (name === undefined ? [] : (library.get(name) ?? []))),
        problems: named.flatMap(({ name }) => {
            if (name === undefined) {
                return [problem({ message: 'a dependency names no role', at, hint: 'write "role: NAME"' })];
            }
            if (library.has(name))
                return [];
            return [problem({ message: `no role "${name}"`, at, hint: unknownRoleHint(name, library) })];
        }),
    };
}
function unknownRoleHint(name, library) {
    const meant = (0,_base_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, library.keys());
    return meant === undefined
        ? `put it in ansible/roles/${name} on the config branch`
        : `did you mean "${meant}"?`;
}
function dependencyName(item) {
    if (typeof item === 'string')
        return item;
    if (typeof item !== 'object' || item === null || Array.isArray(item))
        return undefined;
    const { role, name } = item;
    const given = role ?? name;
    return typeof given === 'string' ? given : undefined;
}


/***/ }),

/***/ 42970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ listRoles),
/* harmony export */   v: () => (/* binding */ yamlFileOf)
/* harmony export */ });
/** A symlink in place of the folder is a role, too, which is refused. */
const inRole = /^ansible\/roles\/(?<name>[^/]+)(?:\/(?<path>.+))?$/s;
const known = new WeakMap();
/**
 * All roles by name. A role of the config branch replaces the toolkit's role of that name as a whole. Results are
 * cached by trees, because all machines of a flock share them.
 */
function listRoles({ toolkit, config }) {
    const ofToolkit = known.get(toolkit) ?? new WeakMap();
    known.set(toolkit, ofToolkit);
    const roles = ofToolkit.get(config) ??
        new Map([...rolesOf({ tree: toolkit, prefix: 'toolkit:' }), ...rolesOf({ tree: config, prefix: '' })]);
    ofToolkit.set(config, roles);
    return roles;
}
function rolesOf({ tree, prefix }) {
    const files = new Map();
    for (const [full, file] of tree) {
        const { name, path } = inRole.exec(full)?.groups ?? {};
        if (name === undefined || (path === undefined && file.mode !== '120000'))
            continue;
        const own = files.get(name) ?? new Map();
        files.set(name, own.set(path ?? '', file));
    }
    return new Map([...files].map(([name, own]) => [
        name,
        { name, shownFolder: `${prefix}ansible/roles/${name}`, files: own },
    ]));
}
/** The YAML file that Ansible reads for a name without extension. */
function yamlFileOf({ shownFolder, files }, name) {
    for (const path of [`${name}.yml`, `${name}.yaml`]) {
        const file = files.get(path);
        if (file !== undefined)
            return { shownPath: `${shownFolder}/${path}`, text: file.bytes.toString('utf8') };
    }
    return undefined;
}


/***/ })

};
