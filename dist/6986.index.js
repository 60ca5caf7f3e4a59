export const id = 6986;
export const ids = [6986];
export const modules = {

/***/ 6637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ placeholder)
/* harmony export */ });
/** What stands for a secret in a file that is shown or kept; `form` tells how the value was written when not as it is. */
function placeholder(name, form) {
    return form === undefined ? `{{secret "${name}"}}` : `{{secret "${name}" ${form}}}`;
}


/***/ }),

/***/ 81642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ renderMachines)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./node_modules/handlebars/lib/index.js
var lib = __webpack_require__(88508);
// EXTERNAL MODULE: ./build/base/nearest.js
var nearest = __webpack_require__(50578);
;// CONCATENATED MODULE: ./build/render/convert-expression.js

/** Handlebars counts columns from 0. */
function placeOf({ loc }) {
    return { line: loc.start.line, column: loc.start.column + 1 };
}
function convertExpression(node, report) {
    switch (node.type) {
        case 'PathExpression':
            return convertPath(node, report);
        case 'StringLiteral':
        case 'NumberLiteral':
        case 'BooleanLiteral':
            return { kind: 'literal', value: node.value };
        case 'NullLiteral':
            return { kind: 'literal', value: null };
        case 'SubExpression':
            return convertCall(node, report);
        default:
            return report(node, 'a value was expected');
    }
}
/** Called `{{secret "NAME"}}`, with nothing but a literal name, so that all wanted secrets can be listed without values. */
function convertSecret(call, { asJson, report }) {
    const [param] = call.params;
    const name = param?.type === 'StringLiteral' ? param.value : undefined;
    const isName = name !== undefined && /^[A-Z][A-Z0-9_]*$/.test(name);
    if (!isName || call.params.length > 1 || call.hash !== undefined) {
        const hint = 'write {{secret "NAME"}}, the name in capitals, digits and _';
        return report(call, '"secret" takes exactly the name of a secret, in quotes', hint);
    }
    return { kind: 'secret', name, asJson, place: placeOf(call) };
}
function helperProblem(path, { known, prefix, report }) {
    const written = path.original;
    const meant = (0,nearest/* nearest */.p)(String(written), known);
    const list = known.map((name) => `${prefix}${name}`).join(', ');
    return report(path, `unknown helper "${prefix}${written}"`, meant === undefined ? `known are ${list}` : `did you mean "${prefix}${meant}"?`);
}
const arity = { eq: 2, json: 1 };
function convertCall(call, report) {
    const name = String(call.path.original);
    const place = placeOf(call);
    if (name === 'secret') {
        const hint = 'write {{secret "NAME"}} or {{json (secret "NAME")}} where the value belongs';
        return report(call, 'a secret cannot decide what a template holds', hint);
    }
    if (['if', 'unless', 'each', 'with'].includes(name))
        return report(call, `"${name}" is a block`, `write {{#${name} …}}`);
    const wanted = Object.hasOwn(arity, name) ? arity[name] : undefined;
    if (wanted === undefined)
        return helperProblem(call.path, { known: ['secret', 'json', 'eq'], prefix: '', report });
    if (call.params.length !== wanted || call.hash !== undefined) {
        return report(call, `"${name}" takes exactly ${wanted === 1 ? 'one value' : 'two values'}`);
    }
    const [left, right] = call.params.map((param) => convertExpression(param, report));
    if (left === undefined)
        return undefined;
    if (name === 'json')
        return { kind: 'json', value: left, place };
    return right && { kind: 'eq', left, right, place };
}
function convertPath(path, report) {
    const { original, parts, depth, data } = path;
    if (data && depth > 0) {
        return report(path, `"${original}" is not supported`, 'name the key of the outer loop: {{#each LIST as |item key|}}');
    }
    return {
        kind: 'path',
        parts,
        depth,
        isData: data,
        isScoped: /^(?:\.|this(?:$|[./]))/.test(original),
        written: original,
        place: placeOf(path),
    };
}

;// CONCATENATED MODULE: ./build/render/convert-program.js

/** Turns Handlebars' tree into Drover's, with a problem for each thing that Drover does not allow. */
function convertProgram(program) {
    const problems = [];
    const report = (node, message, hint) => {
        problems.push({
            reason: 'invalid-template',
            place: placeOf(node),
            message,
            ...(hint === undefined ? {} : { hint }),
        });
        return undefined;
    };
    const nodes = convertBody(program, report);
    return { nodes, problems };
}
function convertBody(program, report) {
    return (program?.body ?? []).flatMap((statement) => convertStatement(statement, report) ?? []);
}
function convertStatement(statement, report) {
    switch (statement.type) {
        case 'ContentStatement':
            return { kind: 'text', text: statement.value };
        case 'CommentStatement':
            return undefined;
        case 'MustacheStatement':
            return convertMustache(statement, report);
        case 'BlockStatement':
            return convertBlock(statement, report);
        case 'PartialStatement':
        case 'PartialBlockStatement':
            return report(statement, 'partials are not supported', 'put the text into this file');
        default:
            return report(statement, 'decorators are not supported');
    }
}
function convertMustache(mustache, report) {
    const { path, params } = mustache;
    const place = placeOf(mustache);
    const name = helperName(path);
    if (name === 'secret')
        return convertSecret(mustache, { asJson: false, report });
    if (path.type !== 'PathExpression') {
        return report(mustache, 'a name was expected', 'to write braces as they are: \\{{');
    }
    const [inner] = params;
    if (name === 'json' && params.length === 1 && inner?.type === 'SubExpression') {
        const call = inner;
        if (helperName(call.path) === 'secret')
            return convertSecret(call, { asJson: true, report });
    }
    const value = params.length === 0 && mustache.hash === undefined && name === undefined
        ? convertExpression(path, report)
        : convertExpression({ ...mustache, type: 'SubExpression' }, report);
    return value && { kind: 'value', value, place };
}
const blocks = ['if', 'unless', 'each', 'with'];
const namesOf = { each: 2, with: 1 };
function convertBlock(block, report) {
    const kind = blocks.find((name) => name === block.path.original && block.path.depth === 0);
    const body = convertBody(block.program, report);
    const otherwise = convertBody(block.inverse, report);
    if (kind === undefined)
        return helperProblem(block.path, { known: blocks, prefix: '#', report });
    const [param] = block.params;
    if (param === undefined || block.params.length > 1 || block.hash !== undefined) {
        return report(block, `"#${kind}" takes exactly one value`);
    }
    const names = block.program?.blockParams ?? [];
    if (names.length > (namesOf[kind] ?? 0))
        return report(block, `"#${kind}" gives fewer names than "as |…|" wants`);
    const value = convertExpression(param, report);
    if (value === undefined)
        return undefined;
    return kind === 'if' || kind === 'unless'
        ? { kind, condition: value, body, otherwise }
        : { kind, subject: value, names, body, otherwise, place: placeOf(param) };
}
function helperName(path) {
    if (path.type !== 'PathExpression')
        return undefined;
    const { original, depth, data } = path;
    if (depth > 0 || data)
        return undefined;
    return ['secret', 'json', 'eq', ...blocks].find((name) => name === original);
}

;// CONCATENATED MODULE: ./build/render/read-template.js


const known = new WeakMap();
/**
 * Reads a source file as a template. Answers from memory for a file seen
 * before, since most machines of a flock share their layers.
 */
function readTemplateFile(file) {
    const template = known.get(file) ?? readTemplate(file.bytes.toString('utf8'));
    known.set(file, template);
    return template;
}
/**
 * Parses with Handlebars and keeps what Drover allows. Every problem is told at
 * once, except that a syntax error hides all that comes after it.
 */
function readTemplate(text) {
    if (!text.includes('{{'))
        return { nodes: [{ kind: 'text', text }], problems: [] };
    const program = parse(text);
    return 'reason' in program ? { nodes: [], problems: [program] } : convertProgram(program);
}
function parse(text) {
    try {
        return lib.parse(text);
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        return syntaxProblem({ error, lineCount: text.split('\n').length });
    }
}
const hint = 'to keep braces as they are, write \\{{ or give the file "template: false" in its manifest';
function syntaxProblem({ error, lineCount }) {
    const { message } = error;
    // The parser tells the place of a block that is closed by another name in one way, of all else in another.
    const mismatch = /^(.*) - (\d+):(\d+)$/s.exec(message);
    const line = Number(mismatch?.[2] ?? /on line (\d+)/.exec(message)?.[1] ?? 1);
    const column = Number(mismatch?.[3] ?? 0) + 1;
    const place = { line: Math.min(line, lineCount), column };
    return {
        reason: 'invalid-template',
        place,
        message: `does not parse: ${syntaxCause(mismatch?.[1] ?? message)}`,
        hint,
    };
}
function syntaxCause(message) {
    const got = /got '([^']*)'$/.exec(message)?.[1];
    if (got === undefined)
        return message.replaceAll(/\s+/g, ' ');
    if (got === 'EOF')
        return 'it ends inside a block that was never closed';
    const [, excerpt = '', arrow = ''] = message.split('\n');
    const near = excerpt.slice(Math.max(0, arrow.indexOf('^') - 20), arrow.indexOf('^') + 20).trim();
    return `unexpected ${tokenNames[got] ?? 'word'} near ${JSON.stringify(near)}`;
}
const tokenNames = {
    CLOSE: '"}}"',
    CLOSE_UNESCAPED: '"}}}"',
    CLOSE_SEXPR: '")"',
    INVALID: 'character',
    NUMBER: 'number',
    STRING: 'text',
    OPEN_ENDBLOCK: 'end of a block',
    INVERSE: '"else"',
    OPEN_INVERSE_CHAIN: '"else"',
};

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/base/placeholder.js
var placeholder = __webpack_require__(6637);
;// CONCATENATED MODULE: ./build/render/template-scope.js

function rootScope(root) {
    return { context: root, parent: undefined, data: { root }, names: new Map() };
}
function enter(scope, { context, names, values, data }) {
    return {
        context,
        // As Handlebars does: `../` leaves out a block that keeps the context.
        parent: context === scope.context ? scope.parent : scope,
        data: { ...scope.data, ...data },
        names: new Map([
            ...scope.names,
            ...names.map((name, index) => [name, values[index] ?? null]),
        ]),
    };
}
function resolvePath(path, scope) {
    const [first = '', ...rest] = path.parts;
    const isName = !path.isData && !path.isScoped && path.depth === 0 && scope.names.has(first);
    let value = isName ? scope.names.get(first) : startOf(path, scope);
    if (value === undefined)
        return { index: 0, siblings: [] };
    const parts = isName ? rest : path.parts;
    for (const [position, part] of parts.entries()) {
        const next = ownValue(value, part);
        const index = isName ? position + 1 : position;
        if (next === undefined)
            return { index, siblings: siblingsOf(value) };
        value = next;
    }
    return { value };
}
/** What to tell about a path that does not resolve. */
function unknownName(unknown) {
    const { path, missing, scope } = unknown;
    return { message: `unknown name "${path.written}"`, hint: hintFor({ path, missing, scope }) };
}
function hintFor({ path, missing, scope, }) {
    const { index, siblings } = missing;
    const { parts } = path;
    const part = parts[index] ?? '';
    const root = scope.data.root ?? {};
    const inRoot = scope.context === root;
    if (index === 0 && !path.isData) {
        const start = inRoot ? '' : '@root.';
        if (ownValue(ownValue(root, 'vars') ?? {}, part) !== undefined)
            return `did you mean "${start}vars.${parts.join('.')}"?`;
        if (!inRoot && ownValue(root, part) !== undefined)
            return `did you mean "@root.${parts.join('.')}"?`;
    }
    const candidates = index === 0 && !path.isData ? [...scope.names.keys(), ...siblings] : siblings;
    const meant = (0,nearest/* nearest */.p)(part, candidates);
    if (meant !== undefined) {
        const prefix = path.written.slice(0, path.written.length - parts.join('.').length);
        return `did you mean "${prefix}${[...parts.slice(0, index), meant, ...parts.slice(index + 1)].join('.')}"?`;
    }
    if (parts[0] === 'vars' && index > 0)
        return `give "${parts.slice(1).join('.')}" below "vars" in flock.yml`;
    return candidates.length === 0
        ? 'nothing is known here'
        : `known here: ${candidates.slice(0, 10).join(', ')}`;
}
function startOf(path, scope) {
    if (path.isData)
        return scope.data;
    let at = scope;
    for (let up = 0; up < path.depth; up += 1)
        at = at?.parent;
    return at?.context;
}
/** Own properties only: no template reaches a prototype. */
function ownValue(value, key) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
        return undefined;
    return value[key];
}
function siblingsOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

;// CONCATENATED MODULE: ./build/render/evaluate-template.js

/**
 * Follows a template with the semantics of Handlebars in strict mode without
 * escaping, over own properties only. Not left to Handlebars' own runtime: it
 * stops at the first unknown name, would have to run twice to keep secrets
 * apart, and without escaping adds neighbouring numbers up (`{{a}}{{a}}`). Tells every unknown name in what is reached; `#if` and
 * `#unless` may ask for a name that is not given.
 */
function evaluateTemplate(nodes, context) {
    const run = { parts: [], problems: new Map(), root: context };
    evaluateNodes(nodes, { scope: rootScope(context), run });
    return { parts: run.parts, problems: [...run.problems.values()] };
}
function evaluateNodes(nodes, state) {
    for (const node of nodes)
        evaluateNode(node, state);
}
function evaluateNode(node, state) {
    const { parts } = state.run;
    switch (node.kind) {
        case 'text':
            parts.push(node.text);
            return;
        case 'secret':
            parts.push({ secret: node.name, asJson: node.asJson, place: node.place });
            return;
        case 'value':
            parts.push(printed(evaluate(node.value, state), { node, state }));
            return;
        case 'if':
        case 'unless': {
            const holds = isTruthy(evaluateCondition(node.condition, state));
            evaluateNodes(holds === (node.kind === 'if') ? node.body : node.otherwise, state);
            return;
        }
        case 'each':
            evaluateEach(node, state);
            return;
        case 'with':
            evaluateWith(node, state);
            return;
    }
}
function evaluateEach({ subject, names, body, otherwise, place }, state) {
    const list = evaluate(subject, state);
    if (list === undefined)
        return;
    if (typeof list !== 'object' || list === null) {
        note(state, { reason: 'invalid-template', place, message: '"#each" wants a list or a map' });
        return;
    }
    const keys = Array.isArray(list) ? [...list.keys()] : Object.keys(list);
    keys.forEach((key, index) => {
        const context = list[key] ?? null;
        const data = { key, index, first: index === 0, last: index === keys.length - 1 };
        evaluateNodes(body, {
            ...state,
            scope: enter(state.scope, { context, names, values: [context, key], data }),
        });
    });
    if (keys.length === 0)
        evaluateNodes(otherwise, state);
}
function evaluateWith({ subject, names, body, otherwise }, state) {
    const context = evaluate(subject, state);
    if (context === undefined)
        return;
    if (!isTruthy(context) && context !== 0)
        evaluateNodes(otherwise, state);
    else
        evaluateNodes(body, {
            ...state,
            scope: enter(state.scope, { context, names, values: [context], data: {} }),
        });
}
/** Undefined after a problem was noted. */
function evaluate(expression, state) {
    switch (expression.kind) {
        case 'literal':
            return expression.value;
        case 'path': {
            const resolved = resolvePath(expression, state.scope);
            if ('value' in resolved)
                return resolved.value;
            const { message, hint } = unknownName({ path: expression, missing: resolved, ...state });
            return note(state, { reason: 'missing-variable', place: expression.place, message, hint });
        }
        case 'eq': {
            const left = evaluate(expression.left, state);
            const right = evaluate(expression.right, state);
            return left === undefined || right === undefined ? undefined : left === right;
        }
        case 'json': {
            const value = evaluate(expression.value, state);
            return value === undefined ? undefined : JSON.stringify(value);
        }
    }
}
/** Below a name that is known, such as `vars`, what is not given is simply false. */
function evaluateCondition(condition, state) {
    if (condition.kind === 'path') {
        const resolved = resolvePath(condition, state.scope);
        if (!('value' in resolved) && resolved.index > 0)
            return false;
    }
    return evaluate(condition, state);
}
/** As Handlebars' `#if` sees it: an empty list is false, an empty map is not. */
function isTruthy(value) {
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
function printed(value, { node, state }) {
    if (value === undefined || value === null)
        return '';
    if (typeof value !== 'object')
        return String(value);
    const name = node.value.kind === 'path' ? `"${node.value.written}"` : 'the value';
    note(state, {
        reason: 'invalid-template',
        place: node.place,
        message: `${name} is ${Array.isArray(value) ? 'a list' : 'a map'}, not a text`,
        hint: 'use #each, name a part of it, or write {{json NAME}}',
    });
    return '';
}
function note(state, problem) {
    const { place, message } = problem;
    state.run.problems.set(`${place.line}:${place.column}:${message}`, problem);
    return undefined;
}

;// CONCATENATED MODULE: ./build/render/secret-uses.js
/** Every secret that a template may use, also where no machine may reach it. */
function listSecretUses(nodes) {
    return nodes.flatMap((node) => {
        if (node.kind === 'secret')
            return [{ name: node.name, place: node.place }];
        return 'body' in node ? [...listSecretUses(node.body), ...listSecretUses(node.otherwise)] : [];
    });
}

;// CONCATENATED MODULE: ./build/render/render-source.js





/** Text is valid UTF-8 without NUL; nothing else is ever rendered. */
function isText(bytes) {
    return !bytes.includes(0) && (0,external_node_buffer_.isUtf8)(bytes);
}
/** Keeps all that is not a template's expression byte for byte: line endings, a byte order mark, a missing last newline. */
function renderSource({ file, mayUseSecrets, context, secret }) {
    const template = readTemplateFile(file);
    const { parts, problems } = evaluateTemplate(template.nodes, context);
    const misplaced = mayUseSecrets ? [] : listSecretUses(template.nodes).map(misplacedSecret);
    const uses = mayUseSecrets ? parts.filter((part) => typeof part !== 'string') : [];
    const values = new Map(uses.map((use) => [use.secret, secret({ name: use.secret, place: use.place })]));
    const bytes = Buffer.from(parts.map((part) => written(part, values)).join(''));
    return {
        bytes,
        shown: uses.length === 0 ? bytes : Buffer.from(parts.map((part) => shownPart(part, values)).join('')),
        secrets: [...values.keys()].sort(),
        problems: [...template.problems, ...misplaced, ...problems],
    };
}
function written(part, values) {
    if (typeof part === 'string')
        return part;
    const value = values.get(part.secret)?.reveal() ?? '';
    return part.asJson ? JSON.stringify(value) : value;
}
/** A value that JSON writes differently is shown as it would be when found on the machine. */
function shownPart(part, values) {
    if (typeof part === 'string')
        return part;
    const value = values.get(part.secret)?.reveal() ?? '';
    if (!part.asJson)
        return (0,placeholder/* placeholder */.q)(part.secret);
    const form = JSON.stringify(value) === `"${value}"` ? undefined : 'as JSON';
    return `"${(0,placeholder/* placeholder */.q)(part.secret, form)}"`;
}
function misplacedSecret({ name, place }) {
    return {
        reason: 'invalid-template',
        place,
        message: `secret "${name}" is used outside secrets-templates`,
        hint: 'move the file and its entry to the same layer below secrets-templates',
    };
}

;// CONCATENATED MODULE: ./build/render/list-secret-names.js



const folder = 'secrets-templates/';
/**
 * Names of all secrets that any template may want, sorted, each with the files
 * that name it, in all layers of all machines. Leaves out what does not parse:
 * rendering tells that.
 */
function listSecretNames({ toolkit, config }) {
    const found = new Map();
    for (const [prefix, tree] of [['toolkit:', toolkit], ['', config]]) {
        for (const [path, file] of tree) {
            if (!path.startsWith(folder) || file.mode === '120000' || !isText(file.bytes))
                continue;
            for (const { name } of listSecretUses(readTemplateFile(file).nodes)) {
                found.set(name, (found.get(name) ?? new Set()).add(`${prefix}${path}`));
            }
        }
    }
    const names = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
    return new Map(names.map(([name, files]) => [name, [...files]]));
}

;// CONCATENATED MODULE: ./build/render/check-destination.js
/** Written by Drover itself, last of all. */
const reserved = ['/etc/drover/stamp.json', '/etc/drover/stamp.env'];
const forbidden = ['/proc', '/sys', '/dev', '/run/drover'];
/** Why nothing may be put at or captured from a path; undefined when it may. */
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
/** Whether a file there would stand where a folder of Drover's own must be. */
function isAboveReserved(path) {
    return [...reserved, ...forbidden].some((file) => isBelow(file, path));
}
/** The path among `others` that is a folder above `path`, if there is one. */
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

;// CONCATENATED MODULE: ./build/render/layers.js
/** The two folders that hold layers; only files below the second may name secrets. */
const tops = ['config', 'secrets-templates'];
/** Layers of a machine, weakest first. The toolkit knows no single machine. */
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

;// CONCATENATED MODULE: ./build/render/find-source.js

/** The source in the strongest layer that holds it. */
function findSource({ trees, layers, top, source }) {
    const lookedIn = [];
    for (const layer of layers.toReversed()) {
        const { file, shownPath } = readLayerFile(trees, { layer, top, path: source });
        if (file !== undefined)
            return { file, shownPath };
        lookedIn.push(shownPath.slice(0, -source.length - 1));
    }
    return { file: undefined, lookedIn };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/render/manifest-schema.js

/** A user, group or unit: nothing that a shell or a program could take for more than a name. */
const manifest_schema_name = schemas/* string */.YjP()
    .regex(/^(?!-)[a-zA-Z0-9_.@:-]+$/, 'only letters, digits and _ . @ : - are allowed, and no - at the start');
const oneLine = schemas/* string */.YjP()
    .trim()
    .min(1, 'it is empty')
    .regex(/^[^\0-\x08\x0a-\x1f\x7f]*$/, 'it must be one line, without control characters');
const source = schemas/* string */.YjP()
    .refine(isPathInside, 'a path below the layer was expected, such as "nginx/site.conf"')
    .refine((path) => path !== 'files.yml', 'the manifest cannot be a source');
const mode = schemas/* string */.YjP().regex(/^[0-7]{3,4}$/, 'three or four octal digits were expected, such as "0644"');
const followUpText = schemas/* string */.YjP()
    .regex(/^(?:daemon-reload|(?:reload|restart) (?!-)[a-zA-Z0-9_.@:-]+)$/, '"daemon-reload", "reload UNIT", "restart UNIT" or {command: "…"} was expected');
const followUp = schemas/* union */.KCZ([followUpText, schemas/* strictObject */.rej({ command: oneLine })]);
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
        .describe('`up`: put on the machine. `down`: captured from it (a file, a link or a folder); needs no source. `both`, the default: put and captured.'),
    template: schemas/* boolean */.zMY()
        .optional()
        .describe('Whether the source is a template. By default yes for text, no for binary files.'),
    validate: oneLine
        .optional()
        .describe('Shell command that must succeed before any file changes. It sees all new files in place of the old ones.'),
    after: schemas/* union */.KCZ([followUp, schemas/* array */.YOg(followUp)])
        .optional()
        .describe('What follows a change, one or a list: `daemon-reload`, `reload UNIT`, `restart UNIT` or `{command: "…"}`. Run once each. When it fails, the old files return.'),
    adopt: schemas/* boolean */.zMY()
        .optional()
        .describe('Whether a captured version becomes the desired file of this machine. By default no.'),
    description: schemas/* string */.YjP().optional().describe('For people.'),
    state: schemas/* enum */.k5n(['present', 'absent'])
        .optional()
        .describe('`absent` takes away what a weaker layer asks for. If Drover had put the file on a machine, it is removed there.'),
});
const manifestSchema = schemas/* strictObject */.rej({ files: schemas/* array */.YOg(entrySchema) });
function isPathInside(path) {
    if (/[\0-\x1f\x7f\\]/.test(path))
        return false;
    return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

;// CONCATENATED MODULE: ./build/render/manifest-problems.js


/** What the schema says against a manifest, in words. */
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
        hint: 'write "daemon-reload", "reload UNIT", "restart UNIT" or {command: "…"}, or a list of these',
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

;// CONCATENATED MODULE: ./build/render/parse-manifest.js



const parse_manifest_known = new WeakMap();
/**
 * Reads a `files.yml`. Has entries or problems, never both. An empty file is a
 * manifest without entries. Answers from memory for a file seen before, since
 * most machines of a flock share their layers.
 */
function parseManifest(file) {
    const manifest = parse_manifest_known.get(file) ?? readManifest(file.bytes.toString('utf8'));
    parse_manifest_known.set(file, manifest);
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
/** yaml recurses into nested values: some thousand levels end the stack, which it throws or notes. */
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
/** Aliases that would make the data explode, or point nowhere, end in an error of yaml's. */
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
/** The nearest thing around the path that exists. */
function offsetOf(document, { path, what }) {
    if (path.length === 0)
        return parse_manifest_startOf(document.contents) ?? 0;
    const last = path.at(-1);
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if ((0,dist/* isMap */.jh)(parent)) {
        const pair = parent.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && key.value === last);
        const offset = parse_manifest_startOf(what === 'key' ? pair?.key : pair?.value) ?? parse_manifest_startOf(pair?.key);
        if (offset !== undefined)
            return offset;
    }
    else {
        const offset = parse_manifest_startOf(document.getIn(path, true));
        if (offset !== undefined)
            return offset;
    }
    return offsetOf(document, { path: path.slice(0, -1), what: 'value' });
}
function parse_manifest_startOf(node) {
    return (0,dist/* isNode */.Ll)(node) ? node.range?.[0] : undefined;
}

;// CONCATENATED MODULE: ./build/render/merge-entries.js






/** Entries in the order of first mention. */
function mergeEntries({ trees, layers, context }) {
    const slots = new Map();
    const problems = [];
    for (const [strength, layer] of layers.entries()) {
        const read = tops.map((top) => readEntries({ trees, layer, top, context, strength }));
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
    const { shownPath: path, file } = readLayerFile(trees, { layer, top, path: 'files.yml' });
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
    const template = readTemplate(fields.destination);
    const evaluated = evaluateTemplate(template.nodes, context);
    const found = [...template.problems, ...evaluated.problems].map(({ reason, message, hint }) => refuse({ reason, message: `destination: ${message}`, ...(hint === undefined ? {} : { hint }) }));
    if (listSecretUses(template.nodes).length > 0) {
        found.push(refuse({ reason: 'invalid-template', message: 'destination: a secret cannot be part of a path' }));
    }
    const extra = Object.keys(fields).find((key) => !['destination', 'state', 'description'].includes(key));
    if (fields.state === 'absent' && extra !== undefined) {
        found.push(refuse({ reason: 'invalid-manifest', message: `"${extra}" has no meaning next to "state: absent"` }));
    }
    if (found.length > 0)
        return { at, problems: found };
    const destination = evaluated.parts.join('');
    const wrong = findWrongDestination(destination);
    if (wrong !== undefined)
        return { at, problems: [refuse({ reason: 'invalid-manifest', ...wrong })] };
    return { destination, at, problems: [] };
}

;// CONCATENATED MODULE: ./build/render/wanted-secrets.js

function trackSecrets(lookup) {
    const wanted = new Map();
    return {
        use: ({ name, place }, file) => {
            const known = wanted.get(name) ?? { ...lookUp(name, lookup), users: [] };
            wanted.set(name, known);
            known.users.push({ file, ...place });
            return known.secret;
        },
        problems: () => [...wanted].flatMap(([name, entry]) => problemsOf(name, entry)),
    };
}
function lookUp(name, lookup) {
    try {
        return { secret: lookup(name), refused: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        return { secret: undefined, refused: error.problems };
    }
}
function problemsOf(name, { secret, refused, users }) {
    const [at] = users;
    if (secret !== undefined || at === undefined)
        return [];
    if (refused.length > 0)
        return refused.map((problem) => ({ at, ...problem }));
    const files = [...new Set(users.map(({ file }) => file))].join(', ');
    return [
        {
            reason: 'missing-secret',
            message: `secret "${name}": not given: wanted by ${files}`,
            at,
            hint: `set the environment variable ${name}, or give it in the input "secrets"`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/render/render-machine.js







/**
 * All files of one machine, from the layers of the toolkit and of the config
 * branch. Throws one InputError with every problem of this machine's manifests,
 * templates and secrets. The address of the machine is no part of what a
 * template sees: files are rendered before a machine has one, and must not
 * differ after it gets another.
 */
function renderMachine({ machine, flockName, toolkit, config, secrets }) {
    const { name, groups, vars, provider } = machine;
    const context = { vars, machine: { name, groups, provider }, flock: { name: flockName } };
    const trees = { toolkit, config };
    const layers = listLayers(machine);
    const { entries, problems } = mergeEntries({ trees, layers, context });
    const wanted = trackSecrets(secrets);
    const scene = { trees, layers, context, wanted, problems: [...problems, ...findClashes(entries)] };
    const files = entries.flatMap((entry) => renderFile(entry, scene) ?? []);
    const captures = entries.flatMap((entry) => planCapture(entry, { scene, machine: name }) ?? []);
    (0,errors/* refuse */.TR)([...scene.problems, ...wanted.problems()]);
    return { files, captures };
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
        after: followUps(fields.after),
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
            hint: 'name the file otherwise and give "source"',
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
    if (fields.template === true && !isText(file.bytes)) {
        const message = `${at.file}: "template: true" for a binary file: ${shownPath}`;
        problems.push({
            reason: 'invalid-manifest',
            message,
            at: places.template ?? at,
            hint: 'leave out "template"',
        });
        return undefined;
    }
    if (fields.template === false || !isText(file.bytes)) {
        return { bytes: file.bytes, shown: file.bytes, secrets: [], from };
    }
    const rendered = renderSource({
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
        // An adopted file becomes a source below config/, where nothing may name a secret.
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
        const folder = findFolderAbove(destination, destinations);
        if (folder !== undefined) {
            const message = `${at.file}: destination "${destination}" is inside another destination: "${folder}"`;
            return [{ reason: 'invalid-manifest', message, at, hint: 'leave out one of the two' }];
        }
        if (fields.direction === 'down' || !isAboveReserved(destination))
            return [];
        const message = `${at.file}: destination "${destination}" must stay a folder`;
        return [{ reason: 'invalid-manifest', message, at }];
    });
}
function sourceOf({ fields, destination }) {
    return fields.source ?? destination.slice(destination.lastIndexOf('/') + 1);
}
function followUps(after) {
    const list = after === undefined ? [] : Array.isArray(after) ? after : [after];
    return list.map((followUp) => {
        if (typeof followUp !== 'string')
            return { kind: 'command', command: followUp.command };
        const [verb, unit] = followUp.split(' ');
        if (unit === undefined)
            return { kind: 'daemon-reload' };
        return { kind: verb === 'reload' ? 'reload' : 'restart', unit };
    });
}

;// CONCATENATED MODULE: ./build/operations/desired.js



/**
 * Renders all machines before any is touched, so that one missing secret or
 * variable is known while nothing has happened yet. Throws one InputError with
 * the problems of all machines, each once.
 */
async function renderMachines(ports, survey, machines) {
    const toolkit = await ports.toolkit();
    const config = survey.snapshot.tree;
    const secrets = [...listSecretNames({ toolkit, config }).keys()].flatMap((name) => ports.secret(name) ?? []);
    for (const secret of secrets)
        ports.guard(secret);
    const desired = new Map();
    const problems = new Map();
    for (const machine of machines) {
        try {
            const rendered = renderMachine({
                machine,
                flockName: survey.flock.name,
                toolkit,
                config,
                secrets: ports.secret,
            });
            desired.set(machine.name, rendered);
        }
        catch (error) {
            if (!(error instanceof errors/* InputError */.dz))
                throw error;
            for (const problem of error.problems)
                problems.set(JSON.stringify([problem.at, problem.message]), problem);
        }
    }
    (0,errors/* refuse */.TR)([...problems.values()]);
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


/***/ })

};
