export const id = 3725;
export const ids = [3725];
export const modules = {

/***/ 1114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   d: () => (/* binding */ listSecretUses)
/* harmony export */ });
function kindOf({ generated }) {
    return generated === undefined ? 'secret' : 'generated';
}
/** Lists every secret that a template may use, also in branches that no machine reaches. */
function listSecretUses(nodes) {
    return nodes.flatMap((node) => {
        if (node.kind === 'secret') {
            const { name, place, generated } = node;
            return [{ name, place, ...(generated === undefined ? {} : { generated }) }];
        }
        return 'body' in node ? [...listSecretUses(node.body), ...listSecretUses(node.otherwise)] : [];
    });
}


/***/ }),

/***/ 14155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ evaluateTemplate)
});

// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
;// CONCATENATED MODULE: ./build/render/template/template-scope.js

function rootScope(root) {
    return { context: root, parent: undefined, data: { root }, names: new Map() };
}
function enter(scope, { context, names, values, data }) {
    return {
        context,
        // Handlebars' rule: `../` skips a block that keeps the context.
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
/** The problem of a path that does not resolve. */
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
/** An own property of a value: no template can reach a prototype. */
function ownValue(value, key) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
        return undefined;
    return value[key];
}
function siblingsOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

;// CONCATENATED MODULE: ./build/render/template/evaluate-template.js

/**
 * Evaluates a template with the semantics of Handlebars in strict mode without
 * escaping, over own properties only. Handlebars' own runtime is not used: it
 * stops at the first unknown name, would have to run twice to keep secrets
 * apart, and without escaping adds up adjacent numbers (`{{a}}{{a}}`). Reports
 * every unknown name in the branches that are taken; `#if` and `#unless` may
 * ask for a name that is not given.
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
            parts.push(node);
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
        note(state, { reason: 'invalid-template', place, message: '"#each" requires a list or a map' });
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
/** Evaluates a condition. A missing name below a known one, such as `vars`, is false. */
function evaluateCondition(condition, state) {
    if (condition.kind === 'path') {
        const resolved = resolvePath(condition, state.scope);
        if (!('value' in resolved) && resolved.index > 0)
            return false;
    }
    return evaluate(condition, state);
}
/** The rule of Handlebars' `#if`: an empty list is false, an empty map is not. */
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


/***/ }),

/***/ 22948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ readTemplate),
  P: () => (/* binding */ readTemplateFile)
});

// EXTERNAL MODULE: ./node_modules/handlebars/dist/cjs/handlebars/compiler/base.js
var base = __webpack_require__(48406);
;// CONCATENATED MODULE: ./build/base/generated-form.js
const generatedAlphabets = ['base64url', 'hex', 'digits'];
/** A shorter value could be guessed, and could not be distinguished from other text. */
const minGeneratedLength = 8;
const maxGeneratedLength = 1024;
/** The lengths stand for 32 bytes without padding, 32 bytes, and about as many digits as 64 bits have. */
const defaultLengths = { base64url: 43, hex: 64, digits: 20 };

// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
;// CONCATENATED MODULE: ./build/render/template/convert-expression.js



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
const secretHelpers = ['secret', 'generated'];
function isSecretHelper(name) {
    return secretHelpers.some((helper) => helper === name);
}
/**
 * `{{secret "NAME"}}` or `{{generated "NAME" "FORM" LENGTH}}`, with nothing but literals, so that all
 * required secrets can be listed without values.
 */
function convertSecret(call, { asJson, report }) {
    const [param] = call.params;
    const name = param?.type === 'StringLiteral' ? param.value : undefined;
    const isName = name !== undefined && /^[A-Z][A-Z0-9_]*$/.test(name);
    const isGenerated = call.path.original === 'generated';
    const form = isGenerated ? readForm(call.params.slice(1)) : undefined;
    const isWhole = isGenerated ? form !== undefined : call.params.length === 1;
    if (!isName || !isWhole || call.hash !== undefined) {
        return isGenerated ? report(call, ...wrongGenerated) : report(call, ...wrongSecret);
    }
    if (!isGenerated && name === secret/* sealKeySecret */.b)
        return report(call, ...noMachineHasIt);
    return {
        kind: 'secret',
        name,
        asJson,
        place: placeOf(call),
        ...(form === undefined ? {} : { generated: form }),
    };
}
const wrongSecret = [
    '"secret" takes exactly the name of a secret, in quotes',
    'write {{secret "NAME"}}, the name in capitals, digits and _',
];
const noMachineHasIt = [
    `"${secret/* sealKeySecret */.b}" opens all that is sealed, and goes to no machine`,
    'write {{generated "NAME"}} for a value of this machine',
];
const wrongGenerated = [
    '"generated" takes a name in quotes, and then at most a form and a length',
    `write {{generated "NAME"}}, the name in capitals, digits and _; behind it "hex" or "digits", and how many characters, from ${minGeneratedLength} to ${maxGeneratedLength}`,
];
/** Reads nothing, an alphabet, a length, or both in this order; undefined for anything else. */
function readForm(params) {
    const literals = params.map((param) => param.type === 'StringLiteral' || param.type === 'NumberLiteral'
        ? param.value
        : undefined);
    const [first] = literals;
    const named = generatedAlphabets.find((name) => name === first);
    const rest = named === undefined ? literals : literals.slice(1);
    const alphabet = named ?? 'base64url';
    const [length = defaultLengths[alphabet]] = rest;
    const isLength = typeof length === 'number' &&
        Number.isInteger(length) &&
        length >= minGeneratedLength &&
        length <= maxGeneratedLength;
    // An `undefined` in the list is an expression that is no literal, and not a missing length.
    return isLength && rest.length <= 1 && !rest.includes(undefined) ? { alphabet, length } : undefined;
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
    if (isSecretHelper(name)) {
        const hint = `write {{${name} "NAME"}} or {{json (${name} "NAME")}} where the value belongs`;
        return report(call, 'a secret cannot decide what a template holds', hint);
    }
    if (['if', 'unless', 'each', 'with'].includes(name))
        return report(call, `"${name}" is a block`, `write {{#${name} …}}`);
    const parameters = Object.hasOwn(arity, name) ? arity[name] : undefined;
    if (parameters === undefined)
        return helperProblem(call.path, { known: [...secretHelpers, 'json', 'eq'], prefix: '', report });
    if (call.params.length !== parameters || call.hash !== undefined) {
        return report(call, `"${name}" takes exactly ${parameters === 1 ? 'one value' : 'two values'}`);
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

;// CONCATENATED MODULE: ./build/render/template/convert-program.js

/** Converts Handlebars' tree to Drover's, with a problem for each construct that Drover does not allow. */
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
    if (isSecretHelper(name))
        return convertSecret(mustache, { asJson: false, report });
    if (path.type !== 'PathExpression') {
        return report(mustache, 'a name was expected', 'to write braces as they are: \\{{');
    }
    const [inner] = params;
    if (name === 'json' && params.length === 1 && inner?.type === 'SubExpression') {
        const call = inner;
        if (isSecretHelper(helperName(call.path)))
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
        return report(block, `"#${kind}" gives fewer names than "as |…|" requires`);
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
    return [...secretHelpers, 'json', 'eq', ...blocks].find((name) => name === original);
}

;// CONCATENATED MODULE: ./build/render/template/read-template.js


const known = new WeakMap();
/**
 * Reads a source file as a template. Results are cached by file, because most
 * machines of a flock share their layers.
 */
function readTemplateFile(file) {
    const template = known.get(file) ?? readTemplate(file.bytes.toString('utf8'));
    known.set(file, template);
    return template;
}
/**
 * Parses with Handlebars and keeps what Drover allows. All problems are reported
 * at once, except that a syntax error hides everything after it.
 */
function readTemplate(text) {
    if (!text.includes('{{'))
        return { nodes: [{ kind: 'text', text }], problems: [] };
    const program = parse(text);
    return 'reason' in program ? { nodes: [], problems: [program] } : convertProgram(program);
}
function parse(text) {
    try {
        return (0,base/* parse */.qg)(text);
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
    // The parser reports the place of a block that is closed by another name in a form of its own.
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


/***/ })

};
