export const id = 2283;
export const ids = [2283];
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

/***/ 4726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ uniqueProblems),
/* harmony export */   X: () => (/* binding */ createProblemCollector)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** Each problem once, in order: machines of one group have the same ones. */
function uniqueProblems(problems) {
    return [
        ...new Map(problems.map((problem) => [JSON.stringify([problem.at, problem.message]), problem])).values(),
    ];
}
/** So that all problems of an input are told at once. */
function createProblemCollector() {
    const met = [];
    return {
        collect: (work) => {
            try {
                return work();
            }
            catch (error) {
                if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz))
                    throw error;
                met.push(...error.problems);
                return undefined;
            }
        },
        problems: () => uniqueProblems(met),
    };
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

/***/ 91982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r0: () => (/* binding */ findFolderAbove),
/* harmony export */   si: () => (/* binding */ isAboveReserved),
/* harmony export */   zn: () => (/* binding */ findWrongDestination)
/* harmony export */ });
/** Files that Drover itself writes, after all others. */
const reserved = ['/etc/drover/stamp.json', '/etc/drover/stamp.env'];
const forbidden = ['/proc', '/sys', '/dev', '/run/drover'];
/** Why no file may be put at or captured from a path; undefined when one may. */
function findWrongDestination(path) {
    const shown = JSON.stringify(path);
    if (/[\0-\x1f\x7f-\x9f\u2028\u2029]/.test(path)) {
        return { message: `destination ${shown} holds a control character` };
    }
    if (!path.startsWith('/'))
        return { message: `destination ${shown} is not absolute`, hint: 'begin it with "/"' };
    if (path === '/')
        return { message: 'destination "/" is the whole machine' };
    if (path
        .slice(1)
        .split('/')
        .some((part) => part === '' || part === '.' || part === '..')) {
        return {
            message: `destination ${shown} is not normalised`,
            hint: 'leave out ".", "..", "//" and a "/" at the end',
        };
    }
    const taken = forbidden.find((folder) => path === folder || isBelow(path, folder));
    if (taken !== undefined)
        return { message: `destination ${shown} is not a file that can be kept: "${taken}" is the system's own` };
    if (reserved.some((file) => path === file || isBelow(path, file))) {
        return { message: `destination ${shown} is reserved: Drover writes its stamp there` };
    }
    return undefined;
}
/** Whether a file at the path would be in the place of a folder that Drover needs. */
function isAboveReserved(path) {
    return [...reserved, ...forbidden].some((file) => isBelow(file, path));
}
/** The path in `others` that is a folder above `path`, if there is one. */
function findFolderAbove(path, others) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        const folder = path.slice(0, end);
        if (others.has(folder))
            return folder;
    }
    return undefined;
}
function isBelow(path, folder) {
    return path.startsWith(`${folder}/`);
}


/***/ }),

/***/ 44061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VR: () => (/* binding */ listLayers),
/* harmony export */   Yv: () => (/* binding */ readLayerFile),
/* harmony export */   r5: () => (/* binding */ tops)
/* harmony export */ });
/** The two folders that hold layers; only files below the second may name secrets. */
const tops = ['config', 'secrets-templates'];
/** Lists the layers of a machine, weakest first. The toolkit has no layers for single machines. */
function listLayers(machine) {
    const shared = ['all', ...machine.groups.map((group) => `groups/${group}`)];
    return [
        ...shared.flatMap((folder) => [
            { origin: 'toolkit', folder },
            { origin: 'branch', folder },
        ]),
        { origin: 'branch', folder: `machines/${machine.name}` },
    ];
}
function readLayerFile(trees, { layer, top, path }) {
    const full = `${top}/${layer.folder}/${path}`;
    return layer.origin === 'toolkit'
        ? { shownPath: `toolkit:${full}`, file: trees.toolkit.get(full) }
        : { shownPath: full, file: trees.config.get(full) };
}


/***/ }),

/***/ 54608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ mergeEntries)
});

// EXTERNAL MODULE: ./build/render/secret-uses.js
var secret_uses = __webpack_require__(1114);
// EXTERNAL MODULE: ./build/render/template/evaluate-template.js + 1 modules
var evaluate_template = __webpack_require__(14155);
// EXTERNAL MODULE: ./build/render/template/read-template.js + 3 modules
var read_template = __webpack_require__(22948);
// EXTERNAL MODULE: ./build/render/manifest/check-destination.js
var check_destination = __webpack_require__(91982);
// EXTERNAL MODULE: ./build/render/manifest/layers.js
var manifest_layers = __webpack_require__(44061);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
// EXTERNAL MODULE: ./build/render/manifest/follow-up-schema.js
var follow_up_schema = __webpack_require__(27888);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/render/manifest/field-patterns.js
var field_patterns = __webpack_require__(11303);
;// CONCATENATED MODULE: ./build/render/manifest/manifest-schema.js



const manifest_schema_name = schemas/* string */.YjP().regex(field_patterns/* ownerPattern */.at, field_patterns/* ownerRule */.Ey);
const source = schemas/* string */.YjP()
    .refine(field_patterns/* isPathInside */.CN, 'a path below the layer was expected, such as "nginx/site.conf"')
    .refine((path) => path !== 'files.yml', 'the manifest cannot be a source');
const mode = schemas/* string */.YjP().regex(field_patterns/* modePattern */.GK, `${field_patterns/* modeRule */.kJ} were expected, such as "0644"`);
const entrySchema = schemas/* strictObject */.rej({
    destination: schemas/* string */.YjP()
        .min(1, 'it is empty')
        .describe('Where the file goes: an absolute path, which may hold variables. The only key that is required.'),
    source: source
        .optional()
        .describe('File in the layers, looked up strongest layer first. By default the last part of `destination`.'),
    owner: manifest_schema_name.optional().describe('User. By default `root`.'),
    group: manifest_schema_name.optional().describe('Group. By default the same as `owner`.'),
    mode: mode
        .optional()
        .describe('Octal digits in quotes. By default `"0644"`, below `secrets-templates/` `"0600"`.'),
    direction: schemas/* enum */.k5n(['both', 'up', 'down'])
        .optional()
        .describe('`up`: put on the machine. `down`: captured from it (a file, a symlink or a folder), without a source. `both`, the default: put and captured.'),
    template: schemas/* boolean */.zMY()
        .optional()
        .describe('Whether the source is a template. By default yes for text, no for binary files.'),
    validate: field_patterns/* oneLine */.TN
        .optional()
        .describe('Shell command that must succeed before any file changes. It sees all new files in place of the old ones.'),
    after: follow_up_schema/* followUpsSchema */.Vi
        .optional()
        .describe('What follows a change, one or a list: `daemon-reload`, `reload UNIT`, `restart UNIT` or `{command: "…"}`. Each runs once. When one fails, the old files return.'),
    adopt: schemas/* boolean */.zMY()
        .optional()
        .describe('Whether a captured version becomes the desired file of this machine. By default no.'),
    description: schemas/* string */.YjP().optional().describe('A text for people.'),
    state: schemas/* enum */.k5n(['present', 'absent'])
        .optional()
        .describe('`absent` removes what a weaker layer asks for. If Drover had put the file on a machine, the file is removed there.'),
});
const manifestSchema = schemas/* strictObject */.rej({ files: schemas/* array */.YOg(entrySchema) });

;// CONCATENATED MODULE: ./build/render/manifest/manifest-problems.js



/** The schema's objections to a manifest, in words. */
function findManifestProblems({ issues, data, locate }) {
    return issues.flatMap((issue) => {
        const path = issue.path.filter((part) => typeof part !== 'symbol');
        if (issue.code === 'unrecognized_keys') {
            return issue.keys.map((key) => ({ place: locate([...path, key], 'key'), ...unknownKey(key, path) }));
        }
        const found = valueAt(data, path);
        const missing = found === undefined;
        return [{ place: locate(path, missing ? 'key' : 'value'), ...explain({ issue, path, found }) }];
    });
}
function unknownKey(key, parent) {
    const keys = knownKeys(parent);
    const meant = (0,nearest/* nearest */.p)(key, keys);
    return {
        message: `unknown key ${JSON.stringify(key)}`,
        hint: meant === undefined ? `known keys: ${keys.join(', ')}` : `did you mean "${meant}"?`,
    };
}
function knownKeys(parent) {
    if (parent.length === 0)
        return ['files'];
    return parent.length === 2 ? Object.keys(entrySchema.shape) : ['command'];
}
function explain({ issue, path, found }) {
    const field = path.findLast((part) => typeof part === 'string');
    if (path.length === 0)
        return { message: 'expected a map', hint: 'begin with "files:"' };
    const subject = typeof path.at(-1) === 'number' && field === 'files' ? 'an entry' : `"${field}"`;
    if (found === undefined)
        return { message: `${subject} is missing`, hint: `add "${field}:"` };
    if (issue.code === 'invalid_type')
        return wrongType({ subject, found, expected: issue.expected });
    if (issue.code === 'invalid_value')
        return wrongValue({ subject, found, values: issue.values.map(String) });
    if (issue.code === 'invalid_union')
        return wrongFollowUp(subject);
    return { message: `${subject} is not understood: ${shown(found)}: ${issue.message}` };
}
function wrongType({ subject, found, expected, }) {
    if (expected !== 'string') {
        const words = { boolean: 'true or false', array: 'a list', object: 'a map' };
        return { message: `${subject} must be ${words[expected] ?? expected}, found ${shown(found)}` };
    }
    const message = `${subject} must be a text, found ${shown(found)}`;
    if (typeof found === 'object')
        return { message };
    const quoted = subject === '"mode"' ? '"0644"' : JSON.stringify(String(found));
    return { message, hint: `put it in quotes, such as ${quoted}` };
}
function wrongValue(wrong) {
    const meant = typeof wrong.found === 'string' ? (0,nearest/* nearest */.p)(wrong.found, wrong.values) : undefined;
    return {
        message: `${wrong.subject} must be one of ${wrong.values.join(', ')}, found ${shown(wrong.found)}`,
        ...(meant === undefined ? {} : { hint: `did you mean "${meant}"?` }),
    };
}
function wrongFollowUp(subject) {
    return {
        message: `${subject} is not understood`,
        hint: `write ${follow_up_schema/* followUpRule */.NF}`,
    };
}
function shown(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a map';
    const text = JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
function valueAt(data, path) {
    let value = data;
    for (const part of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
            return undefined;
        value = value[part];
    }
    return value;
}

;// CONCATENATED MODULE: ./build/render/manifest/parse-manifest.js



const known = new WeakMap();
/**
 * Reads a `files.yml`. The result has entries or problems, never both. An empty file
 * is a manifest without entries. Results are cached by file, because most machines
 * of a flock share their layers.
 */
function parseManifest(file) {
    const manifest = known.get(file) ?? readManifest(file.bytes.toString('utf8'));
    known.set(file, manifest);
    return manifest;
}
function readManifest(text) {
    const lines = new dist/* LineCounter */.HN();
    const document = parseText(text, lines);
    if (document instanceof Error)
        return refused([{ place: { line: 1, column: 1 }, message: document.message }]);
    const place = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    if (document.errors.length > 0) {
        return refused(document.errors.map(({ message, pos }) => ({ place: place(pos[0]), message: syntaxMessage(message) })));
    }
    const data = readData(document);
    if (data instanceof Error)
        return refused([{ place: place(0), message: syntaxMessage(data.message) }]);
    if (data === null || data === undefined)
        return { entries: [], problems: [] };
    const locate = (path, what) => place(offsetOf(document, { path, what }));
    const parsed = manifestSchema.safeParse(data);
    if (!parsed.success)
        return refused(findManifestProblems({ issues: parsed.error.issues, data, locate }));
    const entries = parsed.data.files.map((fields, index) => ({
        fields,
        place: (field) => locate(['files', index, field], 'value'),
    }));
    return { entries, problems: [] };
}
/** yaml recurses into nested values: some thousand levels overflow the stack, which yaml throws or notes. */
function parseText(text, lineCounter) {
    const tooDeep = new Error('not valid YAML: nested too deep');
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter, prettyErrors: false, logLevel: 'silent' });
        return document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION') ? tooDeep : document;
    }
    catch (error) {
        if (error instanceof RangeError)
            return tooDeep;
        throw error;
    }
}
function refused(problems) {
    return { entries: [], problems };
}
function syntaxMessage(message) {
    const line = message.replaceAll(/\s+/g, ' ');
    return `not valid YAML: ${line.charAt(0).toLowerCase()}${line.slice(1)}`;
}
/** Reads the data. yaml throws for aliases that would make the data explode, or that point nowhere. */
function readData(document) {
    try {
        return document.toJS();
    }
    catch (error) {
        if (error instanceof Error)
            return error;
        throw error;
    }
}
/** The offset of the value or key at a path, or of the nearest thing around it that exists. */
function offsetOf(document, { path, what }) {
    if (path.length === 0)
        return startOf(document.contents) ?? 0;
    const last = path.at(-1);
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if ((0,dist/* isMap */.jh)(parent)) {
        const pair = parent.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && key.value === last);
        const offset = startOf(what === 'key' ? pair?.key : pair?.value) ?? startOf(pair?.key);
        if (offset !== undefined)
            return offset;
    }
    else {
        const offset = startOf(document.getIn(path, true));
        if (offset !== undefined)
            return offset;
    }
    return offsetOf(document, { path: path.slice(0, -1), what: 'value' });
}
function startOf(node) {
    return (0,dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined;
}

;// CONCATENATED MODULE: ./build/render/manifest/merge-entries.js






/** Merges the entries of all layers, in order of first mention. */
function mergeEntries({ trees, layers, context }) {
    const slots = new Map();
    const problems = [];
    for (const [strength, layer] of layers.entries()) {
        const read = manifest_layers/* tops */.r5.map((top) => readEntries({ trees, layer, top, context, strength }));
        problems.push(...read.flatMap((result) => result.problems));
        const entries = read.flatMap((result) => result.entries);
        for (const { destination } of entries.filter(isAbsent))
            slots.delete(destination);
        for (const entry of entries)
            if (!isAbsent(entry))
                addEntry(slots, entry);
    }
    const winners = [...slots.values()].map(winnerOf);
    return {
        entries: winners.map(({ entry }) => entry),
        problems: [...problems, ...winners.flatMap(({ clash }) => clash)],
    };
}
function isAbsent({ fields }) {
    return fields.state === 'absent';
}
function addEntry(slots, entry) {
    const slot = slots.get(entry.destination) ?? {};
    const weaker = slot[entry.top];
    const merged = {
        ...entry,
        fields: { ...weaker?.fields, ...entry.fields },
        places: { ...weaker?.places, ...entry.places },
    };
    slots.set(entry.destination, { ...slot, [entry.top]: merged });
}
function winnerOf(slot) {
    const [plain, secret] = [slot.config, slot['secrets-templates']];
    if (plain === undefined || secret === undefined) {
        const entry = plain ?? secret;
        if (entry === undefined)
            throw new TypeError('a slot holds at least one entry');
        return { entry, clash: [] };
    }
    const [entry, other] = secret.strength >= plain.strength ? [secret, plain] : [plain, secret];
    if (entry.strength !== other.strength)
        return { entry, clash: [] };
    const message = `${entry.at.file}: "${entry.destination}" is given by ${other.at.file} too`;
    const hint = 'keep the entry below config or the one below secrets-templates';
    return { entry, clash: [{ reason: 'invalid-manifest', message, at: entry.at, hint }] };
}
function readEntries({ trees, layer, top, context, strength }) {
    const { shownPath: path, file } = (0,manifest_layers/* readLayerFile */.Yv)(trees, { layer, top, path: 'files.yml' });
    if (file === undefined)
        return { entries: [], problems: [] };
    if (file.mode === '120000') {
        const problem = {
            reason: 'invalid-manifest',
            message: `${path}: is a symbolic link`,
            at: { file: path },
        };
        return { entries: [], problems: [problem] };
    }
    const manifest = parseManifest(file);
    const problems = manifest.problems.map(({ place, message, hint }) => ({
        reason: 'invalid-manifest',
        message: `${path}: ${message}`,
        at: { file: path, ...place },
        ...(hint === undefined ? {} : { hint }),
    }));
    const entries = new Map();
    for (const entry of manifest.entries) {
        const read = readEntry(entry, { path, context });
        problems.push(...read.problems);
        if (read.destination === undefined)
            continue;
        const { destination, at } = read;
        const earlier = entries.get(destination);
        if (earlier !== undefined) {
            const message = `${path}: "${destination}" is given twice: first on line ${earlier.at.line}`;
            problems.push({ reason: 'invalid-manifest', message, at, hint: 'make one entry of the two' });
            continue;
        }
        entries.set(destination, {
            destination,
            top,
            strength,
            fields: entry.fields,
            places: placesOf(entry, path),
            at,
        });
    }
    return { entries: [...entries.values()], problems };
}
function placesOf({ fields, place }, file) {
    const given = Object.keys(fields);
    return Object.fromEntries(given.map((field) => [field, { file, ...place(field) }]));
}
function readEntry({ fields, place }, { path, context }) {
    const at = { file: path, ...place('destination') };
    const refuse = (problem) => ({
        ...problem,
        message: `${path}: ${problem.message}`,
        at,
    });
    const template = (0,read_template/* readTemplate */.x)(fields.destination);
    const evaluated = (0,evaluate_template/* evaluateTemplate */.M)(template.nodes, context);
    const found = [...template.problems, ...evaluated.problems].map(({ reason, message, hint }) => refuse({ reason, message: `destination: ${message}`, ...(hint === undefined ? {} : { hint }) }));
    if ((0,secret_uses/* listSecretUses */.d)(template.nodes).length > 0) {
        found.push(refuse({ reason: 'invalid-template', message: 'destination: a secret cannot be part of a path' }));
    }
    const extra = Object.keys(fields).find((key) => !['destination', 'state', 'description'].includes(key));
    if (fields.state === 'absent' && extra !== undefined) {
        found.push(refuse({ reason: 'invalid-manifest', message: `"${extra}" has no meaning next to "state: absent"` }));
    }
    if (found.length > 0)
        return { at, problems: found };
    const destination = evaluated.parts.join('');
    const wrong = (0,check_destination/* findWrongDestination */.zn)(destination);
    if (wrong !== undefined)
        return { at, problems: [refuse({ reason: 'invalid-manifest', ...wrong })] };
    return { destination, at, problems: [] };
}


/***/ }),

/***/ 19120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ renderMachine),
  W: () => (/* binding */ templateContext)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/secret-bytes.js
var secret_bytes = __webpack_require__(95452);
// EXTERNAL MODULE: ./build/render/manifest/check-destination.js
var check_destination = __webpack_require__(91982);
// EXTERNAL MODULE: ./build/render/manifest/layers.js
var manifest_layers = __webpack_require__(44061);
;// CONCATENATED MODULE: ./build/render/manifest/find-source.js

/** The source in the strongest layer that holds it. */
function findSource({ trees, layers, top, source }) {
    const lookedIn = [];
    for (const layer of layers.toReversed()) {
        const { file, shownPath } = (0,manifest_layers/* readLayerFile */.Yv)(trees, { layer, top, path: source });
        if (file !== undefined)
            return { file, shownPath };
        lookedIn.push(shownPath.slice(0, -source.length - 1));
    }
    return { file: undefined, lookedIn };
}

// EXTERNAL MODULE: ./build/render/manifest/follow-up-schema.js
var follow_up_schema = __webpack_require__(27888);
// EXTERNAL MODULE: ./build/render/manifest/merge-entries.js + 3 modules
var merge_entries = __webpack_require__(54608);
// EXTERNAL MODULE: ./build/render/render-source.js
var render_source = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/render/wanted-secrets.js
var wanted_secrets = __webpack_require__(26494);
;// CONCATENATED MODULE: ./build/render/render-machine.js









/**
 * Renders all files of one machine, from the layers of the toolkit and of the
 * config branch. Throws one InputError with every problem of this machine's
 * manifests, templates and secrets. A template cannot use the address of the
 * machine: files are rendered before a machine has one, and must not differ
 * after it gets another.
 */
function renderMachine({ machine, flockName, toolkit, config, secrets, generated, }) {
    const context = templateContext({ machine, flockName });
    const trees = { toolkit, config };
    const layers = (0,manifest_layers/* listLayers */.VR)(machine);
    const { entries, problems } = (0,merge_entries/* mergeEntries */.x)({ trees, layers, context });
    const wanted = (0,wanted_secrets/* trackSecrets */.h)({ secrets, generated });
    const scene = { trees, layers, context, wanted, problems: [...problems, ...findClashes(entries)] };
    const files = entries.flatMap((entry) => renderFile(entry, scene) ?? []);
    const captures = entries.flatMap((entry) => planCapture(entry, { scene, machine: machine.name }) ?? []);
    (0,errors/* throwIfInvalid */.TG)([...scene.problems, ...wanted.problems()]);
    return { files, captures };
}
/** The values that a template of a machine can use. */
function templateContext({ machine, flockName, }) {
    const { name, groups, vars, provider } = machine;
    return { vars, machine: { name, groups, provider }, flock: { name: flockName } };
}
function renderFile(entry, scene) {
    const { fields, destination, top } = entry;
    if (fields.direction === 'down')
        return undefined;
    const rendered = renderEntry(entry, scene);
    if (rendered === undefined)
        return undefined;
    const owner = fields.owner ?? 'root';
    const mode = fields.mode ?? (top === 'config' ? '0644' : '0600');
    return {
        destination,
        owner,
        group: fields.group ?? owner,
        mode: Number.parseInt(mode, 8),
        bytes: rendered.bytes,
        shown: rendered.shown,
        secrets: rendered.secrets,
        after: (0,follow_up_schema/* readFollowUps */.Uq)(fields.after),
        from: rendered.from,
        ...(fields.validate === undefined ? {} : { validate: fields.validate }),
        ...(fields.description === undefined ? {} : { description: fields.description }),
    };
}
function renderEntry(entry, scene) {
    const { fields, top, places, at } = entry;
    const { trees, layers, context, wanted, problems } = scene;
    const source = sourceOf(entry);
    const sourceAt = places.source ?? at;
    if (source === 'files.yml') {
        const message = `${at.file}: "${entry.destination}" would have the manifest as its source`;
        problems.push({
            reason: 'invalid-manifest',
            message,
            at,
            hint: 'rename the file and give "source"',
        });
        return undefined;
    }
    const found = findSource({ trees, layers, top, source });
    if (found.file === undefined) {
        const message = `${sourceAt.file}: source "${source}" is in no layer: looked in ${found.lookedIn.join(', ')}`;
        problems.push({
            reason: 'missing-file',
            message,
            at: sourceAt,
            hint: `add "${source}" to one of these folders`,
        });
        return undefined;
    }
    const { file, shownPath } = found;
    if (file.mode === '120000') {
        const message = `${sourceAt.file}: source "${shownPath}" is a symbolic link`;
        problems.push({ reason: 'invalid-manifest', message, at: sourceAt, hint: 'put a copy of the file there' });
        return undefined;
    }
    const from = { file: shownPath };
    if (fields.template === true && !(0,render_source/* isText */.K)(file.bytes)) {
        const message = `${at.file}: "template: true" for a binary file: ${shownPath}`;
        problems.push({
            reason: 'invalid-manifest',
            message,
            at: places.template ?? at,
            hint: 'leave out "template"',
        });
        return undefined;
    }
    if (fields.template === false || !(0,render_source/* isText */.K)(file.bytes)) {
        return { bytes: new secret_bytes/* SecretBytes */.y(file.bytes), shown: file.bytes, secrets: [], from };
    }
    const rendered = (0,render_source/* renderSource */.u)({
        file,
        context,
        mayUseSecrets: top === 'secrets-templates',
        secret: (use) => wanted.use(use, shownPath),
    });
    for (const { place, message, ...problem } of rendered.problems) {
        problems.push({ ...problem, message: `${shownPath}: ${message}`, at: { file: shownPath, ...place } });
    }
    return { ...rendered, from };
}
function planCapture(entry, { scene, machine }) {
    const { fields, destination, top, at, places } = entry;
    const direction = fields.direction ?? 'both';
    if (fields.adopt === true && (direction !== 'both' || top !== 'config')) {
        // An adopted file becomes a source below config/, where no file may name a secret.
        const cause = direction === 'both' ? 'the entry is below secrets-templates' : `its direction is "${direction}"`;
        const message = `${at.file}: "${destination}" cannot be adopted: ${cause}`;
        scene.problems.push({
            reason: 'invalid-manifest',
            message,
            at: places.adopt ?? at,
            hint: 'leave out "adopt"',
        });
    }
    if (direction === 'up')
        return undefined;
    const adoptAs = fields.adopt === true ? { adoptAs: `config/machines/${machine}/${sourceOf(entry)}` } : {};
    return { destination, from: at, ...adoptAs };
}
function findClashes(entries) {
    const destinations = new Set(entries.map(({ destination }) => destination));
    return entries.flatMap(({ destination, fields, at }) => {
        const folder = (0,check_destination/* findFolderAbove */.r0)(destination, destinations);
        if (folder !== undefined) {
            const message = `${at.file}: destination "${destination}" is inside another destination: "${folder}"`;
            return [{ reason: 'invalid-manifest', message, at, hint: 'leave out one of the two' }];
        }
        if (fields.direction === 'down' || !(0,check_destination/* isAboveReserved */.si)(destination))
            return [];
        const message = `${at.file}: destination "${destination}" must stay a folder`;
        return [{ reason: 'invalid-manifest', message, at }];
    });
}
function sourceOf({ fields, destination }) {
    return fields.source ?? destination.slice(destination.lastIndexOf('/') + 1);
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


/***/ }),

/***/ 2480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/** JSON without spaces, keys sorted: equal values give equal texts. */
function canonicalJson(value) {
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}


/***/ }),

/***/ 78387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ renderBaseline)
});

// EXTERNAL MODULE: ./build/base/digest.js
var base_digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/secret-bytes.js
var secret_bytes = __webpack_require__(95452);
// EXTERNAL MODULE: ./build/render/manifest/layers.js
var manifest_layers = __webpack_require__(44061);
// EXTERNAL MODULE: ./build/render/render-machine.js + 1 modules
var render_machine = __webpack_require__(19120);
// EXTERNAL MODULE: ./build/render/wanted-secrets.js
var wanted_secrets = __webpack_require__(26494);
;// CONCATENATED MODULE: ./build/render/roles/baseline-files.js
function roleFiles({ name, files }) {
    return [...files].map(([path, { mode, bytes }]) => ({
        path: `roles/${name}/${path}`,
        mode: mode === '100755' ? 0o755 : 0o644,
        bytes,
    }));
}
function roleFileProblems({ shownFolder, files }) {
    return [...files].flatMap(([path, file]) => problemsOf(path === '' ? shownFolder : `${shownFolder}/${path}`, file));
}
/** The toolkit's Ansible plugins, which report each task to Drover. Plugins of a role are in the role's folder. */
function pluginFiles(toolkit) {
    return plugins(toolkit).map(([path, { bytes }]) => ({
        path: path.slice('ansible/'.length),
        mode: 0o644,
        bytes,
    }));
}
function pluginProblems(toolkit) {
    return plugins(toolkit).flatMap(([path, file]) => problemsOf(`toolkit:${path}`, file));
}
function plugins(toolkit) {
    return [...toolkit].filter(([path]) => path.startsWith('ansible/callback_plugins/'));
}
const maxFileBytes = 1024 * 1024;
function problemsOf(file, { mode, bytes }) {
    const wrong = (what, hint) => [
        { reason: 'invalid-role', message: `${file}: ${what}`, at: { file }, hint },
    ];
    if (mode === '120000')
        return wrong('is a symbolic link', 'put a copy there');
    if (/[\0-\x1f\x7f]/.test(file))
        return wrong('has a control character in its name', 'rename it');
    if (bytes.length > maxFileBytes) {
        return wrong('is larger than 1 MiB', 'let the role fetch it, or make it an artifact in flock.yml');
    }
    return [];
}

// EXTERNAL MODULE: ./build/render/roles/canonical-json.js
var canonical_json = __webpack_require__(2480);
// EXTERNAL MODULE: ./build/render/roles/role-needs.js
var role_needs = __webpack_require__(623);
// EXTERNAL MODULE: ./build/render/roles/read-yaml-map.js
var read_yaml_map = __webpack_require__(89872);
// EXTERNAL MODULE: ./build/render/roles/roles.js
var roles = __webpack_require__(42970);
;// CONCATENATED MODULE: ./build/render/roles/role-variables.js


/**
 * The variables that roles read: those that their argument specifications name, and those that the values of
 * these name in turn (`app_url: "https://{{ app_host }}/"`). All variables when a role has no readable
 * specification, because what the role reads is not known then.
 */
function variablesOf(roles, vars) {
    const named = roles.map(argumentNamesOf);
    if (named.some((names) => names === undefined))
        return vars;
    const desired = new Set();
    const open = named.flatMap((names) => names ?? []);
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
        if (desired.has(name) || !Object.hasOwn(vars, name))
            continue;
        desired.add(name);
        open.push(...namesIn(vars[name] ?? null, vars));
    }
    return Object.fromEntries(Object.entries(vars).filter(([name]) => desired.has(name)));
}
const known = new WeakMap();
function argumentNamesOf(role) {
    const found = known.get(role) ?? { names: argumentNames(role) };
    known.set(role, found);
    return found.names;
}
/** Names of the arguments of all entry points; a task file may be an entry point of its own. */
function argumentNames(role) {
    // Ansible takes the specifications from either file, the first one before the other.
    const specs = ['meta/argument_specs', 'meta/main'].reduce((found, name) => {
        const own = (0,roles/* yamlFileOf */.v)(role, name);
        return found ?? mapIn(own === undefined ? undefined : mapOf(own.text), 'argument_specs');
    }, undefined);
    if (specs === undefined)
        return undefined;
    return Object.keys(specs).flatMap((entry) => Object.keys(mapIn(mapIn(specs, entry), 'options') ?? {}));
}
function mapOf(text) {
    const read = (0,read_yaml_map/* readYamlMap */.i)(text);
    return 'problems' in read ? undefined : read.data;
}
function mapIn(map, key) {
    const value = map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : undefined;
}
function namesIn(value, vars) {
    const text = JSON.stringify(value);
    if (!/\{[{%]/.test(text))
        return [];
    return (text.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []).filter((word) => Object.hasOwn(vars, word));
}

// EXTERNAL MODULE: ./build/base/merge-layers.js
var merge_layers = __webpack_require__(2463);
// EXTERNAL MODULE: ./build/base/secret.js
var base_secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/render/render-source.js
var render_source = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/render/secret-uses.js
var secret_uses = __webpack_require__(1114);
// EXTERNAL MODULE: ./build/base/placeholder.js
var placeholder = __webpack_require__(6637);
;// CONCATENATED MODULE: ./build/render/roles/stand-ins.js

// Private-use characters: nobody types them, YAML reads them as letters, and JSON does not escape them.
const standIns = /\ue000(?<key>(?<kind>secret|generated):(?<name>[A-Z][A-Z0-9_]*))\ue001/g;
/** The text that stands for a secret while YAML is read. */
function standIn(secret) {
    return `\ue000${secretKey(secret)}\ue001`;
}
/** The key of a secret. It includes the kind, because a given and a generated secret may have the same name. */
function secretKey({ kind, name }) {
    return `${kind}:${name}`;
}
function isStandIn(text) {
    return text.search(standIns) >= 0;
}
/** The value with placeholders, which may be shown and kept. */
function withPlaceholders(value) {
    return mapTexts(value, (text) => text.replaceAll(standIns, (_all, _key, kind, name) => (0,placeholder/* placeholder */.q)({ kind, name })));
}
/** Writes variables as YAML for Ansible, with the values of their secrets. */
function writeWithValues(vars, secrets) {
    const lines = Object.keys(vars)
        .sort()
        .map((name) => `${name}: ${written(vars[name] ?? null, secrets)}\n`);
    return `---\n${lines.join('')}`;
}
function written(value, secrets) {
    if (typeof value === 'string')
        return writtenText(value, secrets);
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    if (Array.isArray(value))
        return `[${value.map((item) => written(item, secrets)).join(', ')}]`;
    const entries = Object.entries(value).map(([key, item]) => `${quoted(key)}: ${written(item, secrets)}`);
    return `{${entries.join(', ')}}`;
}
function writtenText(text, secrets) {
    const values = [...text.matchAll(standIns)].map(([, key = '']) => secrets.get(key)?.reveal() ?? '');
    const whole = text.replaceAll(standIns, () => values.shift() ?? '');
    const holdsBraces = [...text.matchAll(standIns)].some(([, key = '']) => /[{}]/.test(secrets.get(key)?.reveal() ?? ''));
    // Ansible would run text in braces as a template, and show it when that fails.
    return holdsBraces && /\{[{%#]/.test(whole) ? `!unsafe ${quoted(whole)}` : quoted(whole);
}
/** Quotes a text as JSON, which is YAML except for characters that YAML cannot contain. */
function quoted(text) {
    return JSON.stringify(text).replaceAll(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
function mapTexts(value, change) {
    if (typeof value === 'string')
        return change(value);
    if (typeof value !== 'object' || value === null)
        return value;
    if (Array.isArray(value))
        return value.map((item) => mapTexts(item, change));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}

;// CONCATENATED MODULE: ./build/render/roles/variable-name.js
/** Names that Ansible accepts for variables. */
const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

;// CONCATENATED MODULE: ./build/render/roles/secret-variables.js








/** Name of the template, in layers below `secrets-templates/`, that gives variables to roles. */
const secretVarsFile = 'ansible-vars.yml';
/**
 * Merges the maps of all layers, of which the stronger ones win. A secret is inserted after YAML was read, so
 * that it is one text whatever it contains: quotes, colons, line ends.
 */
function readSecretVariables({ trees, layers, context, desired }) {
    const secrets = new Map();
    const problems = [];
    const maps = layers.flatMap((layer) => {
        const { file, shownPath } = (0,manifest_layers/* readLayerFile */.Yv)(trees, {
            layer,
            top: 'secrets-templates',
            path: secretVarsFile,
        });
        if (file === undefined)
            return [];
        const tell = (problem) => {
            const told = { at: { file: shownPath }, reason: 'invalid-template', ...problem };
            problems.push({ ...told, message: `${shownPath}: ${problem.message}` });
        };
        if (file.mode === '120000' || !(0,render_source/* isText */.K)(file.bytes)) {
            const what = file.mode === '120000' ? 'is a symbolic link' : 'is not a text';
            tell({ message: what, hint: 'put a YAML file there' });
            return [];
        }
        const rendered = (0,render_source/* renderSource */.u)({
            file,
            context,
            mayUseSecrets: true,
            secret: (use) => {
                const secret = desired.use(use, shownPath);
                const like = { kind: (0,secret_uses/* kindOf */.I)(use), name: use.name };
                if (secret !== undefined)
                    secrets.set(secretKey(like), secret);
                return new base_secret/* Secret */.z(use.name, standIn(like), { kind: like.kind });
            },
        });
        for (const { place, ...problem } of rendered.problems) {
            tell({ ...problem, at: { file: shownPath, ...place } });
        }
        if (rendered.problems.length > 0)
            return [];
        return readMap(rendered.bytes.reveal(), { file, shownPath, tell });
    });
    return { vars: (0,merge_layers/* mergeLayers */.J)(maps), secrets, problems };
}
function readMap(rendered, { file, shownPath, tell }) {
    const read = (0,read_yaml_map/* readYamlMap */.i)(rendered.toString('utf8'));
    // A block of the template may render more or fewer lines than the file has.
    const isLineTrue = countLines(rendered) === countLines(file.bytes);
    const locate = (place) => isLineTrue ? { file: shownPath, line: place.line } : { file: shownPath };
    if ('problems' in read) {
        for (const { place, ...problem } of read.problems)
            tell({ ...problem, at: locate(place) });
        return [];
    }
    for (const { path, message, hint } of wrongKeys(read)) {
        tell({ message, hint, at: locate(read.placeOf(path)) });
    }
    return [read.data];
}
function wrongKeys({ data }) {
    const names = Object.keys(data).filter((name) => !variableName.test(name) || name.startsWith('drover_'));
    const keys = Object.entries(data).flatMap(([name, value]) => (hasSecretKey(value) ? [name] : []));
    return [
        ...names.map((name) => ({
            path: [name],
            message: `${JSON.stringify(withPlaceholders(name))} cannot be the name of a variable`,
            hint: 'use letters, digits and "_", with no digit at the start; names in "drover_" are taken',
        })),
        ...keys.map((name) => ({
            path: [name],
            message: `a secret cannot be a key of "${name}"`,
            hint: 'make it a value',
        })),
    ];
}
function hasSecretKey(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    if (Array.isArray(value))
        return value.some(hasSecretKey);
    return Object.entries(value).some(([key, item]) => isStandIn(key) || hasSecretKey(item));
}
function countLines(bytes) {
    return bytes.toString('utf8').split('\n').length;
}

;// CONCATENATED MODULE: ./build/render/roles/render-baseline.js














/**
 * Renders the baseline of one machine. Throws one InputError with every problem of its roles and secret
 * variables. A machine without roles has an empty baseline, whatever `ansible-vars.yml` says.
 */
function renderBaseline(input) {
    const { machine, toolkit, config } = input;
    if (machine.roles.length === 0)
        return none;
    const library = (0,roles/* listRoles */.O)({ toolkit, config });
    const listed = machine.roles.map((name) => ({ name, role: library.get(name) }));
    const known = listed.flatMap(({ role }) => role ?? []);
    const needs = known.map((role) => ({ role, ...(0,role_needs/* needsOf */.h)(role, library) }));
    const needed = new Map(needs.flatMap(({ roles }) => roles.map((role) => [role.name, role])));
    const desired = (0,wanted_secrets/* trackSecrets */.h)(input);
    const secret = readSecretVariables({
        trees: { toolkit, config },
        layers: (0,manifest_layers/* listLayers */.VR)(machine),
        context: (0,render_machine/* templateContext */.W)(input),
        desired,
    });
    (0,errors/* throwIfInvalid */.TG)([
        ...listed.flatMap(({ name, role }) => role === undefined ? [unknownRole(name, { input, library })] : []),
        ...once(needs.flatMap(({ problems }) => problems)),
        ...[...needed.values()].flatMap(roleFileProblems),
        ...pluginProblems(toolkit),
        ...secret.problems,
        ...desired.problems(),
    ]);
    const vars = plainVariables(input, secret.vars);
    const shown = withPlaceholders(secret.vars);
    const all = { ...vars, ...shown };
    return {
        roles: needs.map(({ role, roles }) => digested(role, { roles, vars: all })),
        files: [...pluginFiles(toolkit), ...[...needed.values()].flatMap(roleFiles)],
        vars,
        secretVars: {
            bytes: new secret_bytes/* SecretBytes */.y(Buffer.from(writeWithValues(secret.vars, secret.secrets))),
            shown: Buffer.from(writeWithValues(shown, new Map())),
        },
    };
}
const none = {
    roles: [],
    files: [],
    vars: {},
    secretVars: { bytes: new secret_bytes/* SecretBytes */.y(Buffer.alloc(0)), shown: Buffer.alloc(0) },
};
/** The flock's variables that can be variables of Ansible. A secret variable replaces one of the same name. */
function plainVariables({ machine, flockName }, secret) {
    const own = Object.entries(machine.vars).filter(([name]) => variableName.test(name) && !Object.hasOwn(secret, name));
    return {
        ...Object.fromEntries(own),
        drover_machine: machine.name,
        drover_flock: flockName,
        drover_groups: machine.groups,
    };
}
function digested(role, { roles, vars }) {
    const files = Object.fromEntries(roles.map((one) => [
        one.name,
        Object.fromEntries([...one.files].map(([path, file]) => [path, `${file.mode} ${digestOf(file)}`])),
    ]));
    const content = { format: 1, role: role.name, files, vars: variablesOf(roles, vars) };
    return { name: role.name, digest: (0,base_digest/* sha256 */.s)((0,canonical_json/* canonicalJson */.d)(content)), needs: roles.map(({ name }) => name) };
}
const digests = new WeakMap();
/** The digest of a file, cached because most machines of a flock share their roles. */
function digestOf(file) {
    const digest = digests.get(file) ?? (0,base_digest/* sha256 */.s)(file.bytes);
    digests.set(file, digest);
    return digest;
}
function unknownRole(name, { input, library }) {
    const at = input.rolePlaces?.get(name) ?? { file: 'flock.yml' };
    return {
        reason: 'invalid-flock',
        message: `roles: no role "${name}" on the config branch or in the toolkit`,
        at,
        hint: (0,role_needs/* unknownRoleHint */.I)(name, library),
    };
}
function once(problems) {
    return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}


/***/ }),

/***/ 26494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ trackSecrets)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_placeholder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6637);
/* harmony import */ var _secret_uses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1114);



function trackSecrets(lookups) {
    const requested = new Map();
    const clashes = [];
    return {
        use: (use, file) => {
            const { name, place, generated } = use;
            const key = (0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_1__/* .placeholder */ .q)({ kind: (0,_secret_uses_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(use), name });
            const known = requested.get(key) ?? { name, generated, ...lookUp(use, lookups), users: [] };
            requested.set(key, known);
            const at = { file, ...place };
            if (!isSameForm(known.generated, generated))
                clashes.push(formClash(name, at, known.users[0]));
            known.users.push(at);
            return known.secret;
        },
        problems: () => [...[...requested.values()].flatMap(problemsOf), ...clashes],
    };
}
function lookUp({ name, generated }, lookups) {
    try {
        const secret = generated === undefined ? lookups.secrets(name) : lookups.generated(name, generated);
        return { secret, refused: [] };
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz))
            throw error;
        return { secret: undefined, refused: error.problems };
    }
}
function isSameForm(one, other) {
    return one?.alphabet === other?.alphabet && one?.length === other?.length;
}
/** The problem of a generated value with two forms: it is generated once, so its form would depend on the order of files. */
function formClash(name, at, first) {
    return {
        reason: 'invalid-template',
        message: `generated "${name}": has another form or length in ${first?.file ?? at.file}`,
        at,
        hint: 'write both with the same form and length, or give one another name',
    };
}
function problemsOf({ name, secret, refused, users }) {
    const [at] = users;
    if (secret !== undefined || at === undefined)
        return [];
    if (refused.length > 0)
        return refused.map((problem) => ({ at, ...problem }));
    const files = [...new Set(users.map(({ file }) => file))].join(', ');
    return [
        {
            reason: 'missing-secret',
            message: `secret "${name}": not given: required by ${files}`,
            at,
            hint: `set the environment variable ${name}, or give it in the input "secrets"`,
        },
    ];
}


/***/ })

};
