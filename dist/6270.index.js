export const id = 6270;
export const ids = [6270];
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

/***/ 90366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ loginShellLine),
/* harmony export */   XW: () => (/* binding */ quoteWord),
/* harmony export */   _y: () => (/* binding */ fitsLoginShell),
/* harmony export */   ch: () => (/* binding */ quoteCommand)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const plain = /^[A-Za-z0-9_@+:,./-]+$/;
/** Words that a shell reads as its grammar, not as a program, when they come first and are not quoted (POSIX.1-2024, 2.4; bash(1)). */
const reserved = new Set('case coproc do done elif else esac fi for function if in select then time until while'.split(' '));
/**
 * Linux passes a program no argument longer than this (MAX_ARG_STRLEN, execve(2)), and the whole
 * command line is one argument of the login shell.
 */
const maxCommandLine = 128 * 1024 - 1;
/**
 * One word for a POSIX shell (POSIX.1-2024, 2.2.2 Single-Quotes). Throws
 * `invalid-argument` on NUL, which no argument can hold, and on half a
 * surrogate pair, which has no UTF-8 form and would arrive as another character.
 */
function quoteWord(word) {
    return plain.test(checked(word)) ? word : quote(word);
}
/** A command line for a POSIX shell. Throws as `quoteWord` does. */
function quoteCommand(argv) {
    const [first = '', ...rest] = argv;
    // A shell would take a line that begins with "-" or "+" for an option: dash reads options after its "-c", too.
    const program = reserved.has(first) || /^[-+]/.test(first) ? quote(checked(first)) : quoteWord(first);
    return argv.length === 0 ? '' : [program, ...rest.map(quoteWord)].join(' ');
}
/** Whether Linux can pass this line to a login shell. */
function fitsLoginShell(line) {
    return Buffer.byteLength(line) <= maxCommandLine;
}
/** The command line for a login shell. Throws `invalid-argument` also for a line that Linux cannot pass to the shell. */
function loginShellLine(argv) {
    const line = quoteCommand(argv);
    if (fitsLoginShell(line))
        return line;
    throw refused(`a command line of ${Buffer.byteLength(line)} bytes is too long, at most ${maxCommandLine} are possible`);
}
function checked(word) {
    if (word.includes('\0'))
        throw refused('a NUL character cannot be passed to a command');
    if (/\p{Surrogate}/u.test(word))
        throw refused('half of a surrogate pair cannot be passed to a command');
    return word;
}
function quote(word) {
    return `'${word.replaceAll("'", `'\\''`)}'`;
}
function refused(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`argument: ${what}`, {
        reason: 'invalid-argument',
        hint: 'Put it into a file, or send it on standard input.',
    });
}


/***/ }),

/***/ 46270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  importOlder: () => (/* binding */ importOlder)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/flock/parse-flock.js + 20 modules
var parse_flock = __webpack_require__(76915);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/import/flock-text.js

/** The EC2 settings that the older scripts use for every machine, in Drover's words. */
const place = {
    region: 'us-east-1',
    zones: ['us-east-1b'],
    types: ['t2.small'],
    volume: { size: 32 },
};
/** The text of a `flock.yml`. */
function renderFlock({ name, settings, code, machines, after }) {
    const { user, domain, email, ec2 } = settings;
    const flock = {
        flock: name,
        provider: 'ec2',
        ssh: { user },
        // The older scripts use fifteen seconds.
        ...(domain !== undefined && { dns: { name: `{name}.${domain}`, ttl: 15 } }),
        vars: {
            domain: domain ?? '',
            nginx_root_options: '',
            ...(email !== undefined && { certificate_email: email }),
        },
        settings: { ...place, ...ec2 },
        ...(Object.keys(code).length > 0 && { code: withFollowUp(code, after) }),
        machines: Object.fromEntries([...machines].map(([machine, own]) => {
            const changes = changesOf(code, own);
            return [machine, Object.keys(changes).length === 0 ? null : { code: withFollowUp(changes, after) }];
        })),
    };
    const head = '# Made by "drover import" from the older deployment scripts: IMPORT.md says what became of what.\n';
    return `${head}${(0,dist/* stringify */.As)(flock, { lineWidth: 0, aliasDuplicateObjects: false, nullStr: '' })}`;
}
/** How a machine's repositories differ from those of all machines; null removes one. */
function changesOf(all, own) {
    const changed = Object.entries(own).filter(([name, fields]) => JSON.stringify(all[name]) !== JSON.stringify(fields));
    const removed = Object.keys(all).filter((name) => !Object.hasOwn(own, name));
    return {
        ...Object.fromEntries(changed.map(([name, fields]) => [name, { ...cleared(all[name], fields), ...fields }])),
        ...Object.fromEntries(removed.map((name) => [name, null])),
    };
}
/** An empty value for each key of the weaker entry that would otherwise be kept. */
function cleared(weaker, own) {
    return {
        ...(weaker?.build != null && own.build == null && { build: [] }),
        ...(weaker?.credentials != null && own.credentials == null && { credentials: null }),
    };
}
function withFollowUp(code, after) {
    if (after === undefined)
        return code;
    return Object.fromEntries(Object.entries(code).map(([name, fields]) => [name, fields === null ? null : { ...fields, after }]));
}

// EXTERNAL MODULE: ./build/render/render-source.js
var render_source = __webpack_require__(6847);
// EXTERNAL MODULE: ./build/render/template/evaluate-template.js + 1 modules
var evaluate_template = __webpack_require__(14155);
// EXTERNAL MODULE: ./build/render/template/read-template.js + 3 modules
var read_template = __webpack_require__(22948);
;// CONCATENATED MODULE: ./build/import/mustache.js
const kinds = {
    '!': 'comment',
    '#': 'section',
    '^': 'inverted',
    '/': 'end',
    '>': 'partial',
    '=': 'delimiter',
    '&': 'variable',
};
/**
 * Reads mustache as chevron 0.14.0 does. chevron's rules for a tag on a line of its own differ from the
 * specification: only spaces before the tag are removed, and a tag after another such tag counts, too.
 */
function readMustache(text) {
    const pieces = [];
    let state = { rest: text, before: '', line: 1, isAlone: true };
    while (state.rest !== '') {
        const at = state.rest.indexOf('{{');
        // chevron drops an opening at the very end silently.
        if (at < 0 || at + 2 === state.rest.length) {
            const kept = at < 0 ? state.rest : state.rest.slice(0, at);
            pieces.push({ before: state.before, kept, after: '' });
            state = { ...state, before: '' };
            break;
        }
        const step = readPiece(state, at);
        if ('message' in step)
            return { pieces, fault: step };
        pieces.push(step.piece);
        state = step.state;
    }
    if (state.before !== '')
        pieces.push({ before: state.before, kept: '', after: '' });
    const fault = findUnbalanced(pieces.flatMap(({ tag }) => tag ?? []));
    return fault === undefined ? { pieces } : { pieces, fault };
}
function readPiece({ rest, before, line, isAlone: wasAlone }, at) {
    const literal = rest.slice(0, at);
    const tagLine = line + newlines(literal);
    const end = rest.indexOf('}}', at + 2);
    if (end < 0)
        return { line: tagLine, message: 'a tag is never closed' };
    const inner = rest.slice(at + 2, end);
    if (inner === '')
        return { line: tagLine, message: 'a tag is empty' };
    const isTriple = inner.startsWith('{') && rest[end + 2] === '}';
    const behind = rest.slice(end + (isTriple ? 3 : 2));
    const tag = readTag(inner, { line: tagLine, isTriple });
    const isAlone = isAloneBefore(literal, wasAlone) && tag.kind !== 'variable' && isBlank(firstLine(behind));
    const after = isAlone && tag.kind !== 'partial' ? (/ *$/.exec(literal)?.[0] ?? '') : '';
    const taken = isAlone ? behind.slice(0, behind.indexOf('\n') + 1) : '';
    return {
        piece: { before, kept: literal.slice(0, literal.length - after.length), after, tag },
        state: {
            rest: behind.slice(taken.length),
            before: taken,
            line: tagLine + newlines(inner) + newlines(taken),
            isAlone,
        },
    };
}
function readTag(inner, { line, isTriple }) {
    const first = inner[0] ?? '';
    if (first === '{')
        return { kind: isTriple ? 'variable' : 'silent', key: inner.slice(1).trim(), line };
    const kind = Object.hasOwn(kinds, first) ? kinds[first] : undefined;
    return { kind: kind ?? 'variable', key: (kind === undefined ? inner : inner.slice(1)).trim(), line };
}
function findUnbalanced(tags) {
    const open = [];
    for (const tag of tags) {
        if (tag.kind === 'section' || tag.kind === 'inverted')
            open.push(tag);
        if (tag.kind === 'end' && open.pop()?.key !== tag.key) {
            return { line: tag.line, message: `"{{/${tag.key}}}" closes what is not open` };
        }
    }
    const [unclosed] = open;
    return unclosed && { line: unclosed.line, message: `"{{#${unclosed.key}}}" is never closed` };
}
function isAloneBefore(literal, wasAlone) {
    if (!literal.includes('\n') && !wasAlone)
        return false;
    return isBlank(literal.slice(literal.lastIndexOf('\n') + 1));
}
function firstLine(text) {
    const end = text.indexOf('\n');
    return end < 0 ? text : text.slice(0, end);
}
/** True for an empty text and for one for which Python's `isspace` is true. */
function isBlank(text) {
    return /^[\s\x1c-\x1f\x85]*$/.test(text) && !text.includes('\ufeff');
}
function newlines(text) {
    return text.split('\n').length - 1;
}

;// CONCATENATED MODULE: ./build/import/convert-template.js



/** Names that the older scripts give a template, with the names in Drover's templates. */
const names = {
    hostname: 'machine.name',
    domain: 'vars.domain',
    nginx_root_options: 'vars.nginx_root_options',
};
const generated = /^RANDOM[0-9]$/;
const partOfValue = /^(?:hostname|domain|nginx_root_options|RANDOM[0-9])\./;
/** Every template is tried with these values: the result must be the same as that of chevron. */
const sample = {
    vars: { domain: 'example.org', nginx_root_options: '' },
    machine: { name: 'sample' },
};
const sampleValues = {
    hostname: 'sample',
    domain: 'example.org',
    nginx_root_options: '',
};
/**
 * Converts a mustache template to a Handlebars template of Drover's that renders to the same bytes. Names
 * without a value are empty in mustache and an error in Drover: they are removed, and noted.
 */
function convertTemplate(text) {
    const { pieces, fault } = readMustache(text);
    const tags = pieces.flatMap(({ tag }) => tag ?? []);
    const hasGenerated = tags.some(({ key, kind }) => kind === 'variable' && generated.test(key));
    if (fault !== undefined) {
        const message = `${fault.message}: the older scripts stop here`;
        return { hasGenerated, notes: [{ ...fault, message }] };
    }
    const refused = findRefused(tags);
    if (refused.length > 0)
        return { hasGenerated, notes: refused };
    const converted = write(pieces);
    const seen = (0,read_template/* readTemplate */.x)(converted);
    const evaluated = (0,evaluate_template/* evaluateTemplate */.M)(seen.nodes, sample);
    const got = evaluated.parts.map((part) => (typeof part === 'string' ? part : `\0${part.name}\0`)).join('');
    if (seen.problems.length + evaluated.problems.length > 0 || got !== renderMustache(pieces)) {
        const message = 'Drover would give other blank lines or braces here than the older scripts';
        return { hasGenerated, notes: [{ line: tags[0]?.line ?? 1, message }] };
    }
    const unknown = tags.filter(({ kind, key }) => kind === 'variable' && !isKnown(key));
    const notes = unknown.map(({ key, line }) => ({
        line,
        message: `"{{${key}}}" is a name without a value: it is empty, and was removed`,
    }));
    return { text: converted, hasGenerated, notes };
}
/** Finds tags that Drover's templates do not have, or have with another effect. */
function findRefused(tags) {
    let depth = 0;
    return tags.flatMap((tag) => {
        const message = findFault(tag, depth);
        if (tag.kind === 'section' || tag.kind === 'inverted')
            depth += 1;
        if (tag.kind === 'end')
            depth -= 1;
        return message === undefined ? [] : [{ line: tag.line, message }];
    });
}
function findFault({ kind, key }, depth) {
    switch (kind) {
        case 'section':
        case 'inverted':
            if (generated.test(key))
                return `"{{#${key}}}": a secret cannot decide what a template holds`;
            return /^\w+$/.test(key) ? undefined : `"{{#${key}}}" is not the name of one value`;
        case 'partial':
            return `"{{> ${key}}}": there are no partials`;
        case 'delimiter':
            return 'other delimiters are not supported';
        case 'silent':
            return '"{{{" is not closed by "}}}"';
        case 'variable': {
            // chevron would look such a name up in Python's own text objects.
            const isOfPython = depth > 0 || key === '.' || partOfValue.test(key);
            return isOfPython && !isKnown(key) ? `"{{${key}}}" has no counterpart` : undefined;
        }
        default:
            return undefined;
    }
}
function isKnown(key) {
    return Object.hasOwn(names, key) || generated.test(key);
}
function write(pieces) {
    const open = [];
    const parts = pieces.map(({ before, kept, after, tag }, index) => {
        const literal = `${before}${kept}${after}`;
        const written = tag === undefined ? '' : writeTag(tag, open);
        if (written === '')
            return literal;
        // Handlebars reads a backslash before a tag as an escape, and a brace after a tag as a part of the tag.
        const escaped = literal.endsWith('\\') ? `${literal}\\` : literal;
        const next = pieces[index + 1];
        const isBrace = next !== undefined && `${next.before}${next.kept}`.startsWith('}');
        return `${escaped}${written}${isBrace ? '{{!}}' : ''}`;
    });
    return parts.join('');
}
function writeTag({ kind, key }, open) {
    if (kind === 'comment')
        return key.includes('--') || key === '' ? '{{!}}' : `{{!-- ${key} --}}`;
    if (kind === 'end')
        return `{{/${open.pop()}}}`;
    const path = names[key] ?? `vars.${key}`;
    if (kind === 'section' || kind === 'inverted') {
        const block = kind === 'section' ? 'if' : 'unless';
        open.push(block);
        return `{{#${block} ${path}}}`;
    }
    if (generated.test(key))
        return `{{generated "${key}" "hex" 32}}`;
    return isKnown(key) ? `{{${path}}}` : '';
}
/** Renders the pieces as chevron does, with the sample's values. */
function renderMustache(pieces) {
    const shown = [];
    let text = '';
    for (const { kept, tag } of pieces) {
        if (shown.every(Boolean))
            text += kept;
        if (tag === undefined)
            continue;
        const value = sampleValues[tag.key] ?? '';
        if (tag.kind === 'section')
            shown.push(value !== '');
        else if (tag.kind === 'inverted')
            shown.push(value === '');
        else if (tag.kind === 'end')
            shown.pop();
        else if (tag.kind === 'variable' && shown.every(Boolean)) {
            text += generated.test(tag.key) ? `\0${tag.key}\0` : value;
        }
    }
    return text;
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/import/read-text.js

/** Decodes text and normalises line ends as Python's text mode does; undefined for bytes that are not UTF-8. */
function readText(bytes) {
    return (0,external_node_buffer_.isUtf8)(bytes) ? bytes.toString('utf8').replace(/\r\n?/g, '\n') : undefined;
}
/** Lines that are not blank, trimmed. A byte order mark is left out. */
function readLines(text) {
    return text
        .replace(/^\ufeff/, '')
        .split('\n')
        .map((raw, index) => ({ text: raw.trim(), line: index + 1 }))
        .filter((line) => line.text !== '');
}

;// CONCATENATED MODULE: ./build/import/read-settings.js


const settingsFile = 'settings/CREDS.YAML';
/** A shorter value may be in any file by chance. */
const minTokenLength = 8;
const known = [
    ...['user', 'key_filename', 'aws_keyname', 'aws_subnet_id', 'aws_security_group', 'owner', 'email'],
    ...['domain', 'flock-config', 'deploy-group', 'ec2_tags'],
];
/** Reads the settings file. Throws all problems at once; no problem contains a value of the file. */
function readSettings(bytes) {
    const text = bytes === undefined ? '' : readText(bytes);
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text ?? '', { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
    const at = (offset) => ({
        file: settingsFile,
        line: Math.max(lines.linePos(offset ?? 0).line, 1),
    });
    const [wrong] = document.errors;
    const data = wrong === undefined ? readData(document) : undefined;
    const { contents } = document;
    if (text === undefined || data === undefined || (contents !== null && !(0,dist/* isMap */.jh)(contents))) {
        const message = `${settingsFile}: is not a YAML map of settings`;
        const problem = {
            reason: 'invalid-argument',
            message,
            at: at(wrong?.pos[0]),
            hint: 'correct the file, or remove it',
        };
        return { ...empty, problems: [problem] };
    }
    const values = (data ?? {});
    const places = new Map((contents?.items ?? []).map(({ key }) => [
        (0,dist/* isScalar */.jn)(key) ? String(key.value) : '',
        at((0,dist/* isScalar */.jn)(key) ? key.range?.[0] : 0),
    ]));
    return interpret(values, (key) => places.get(key) ?? { file: settingsFile });
}
/** Undefined when yaml throws, for aliases that point nowhere or that would make the data explode. */
function readData(document) {
    try {
        return document.toJS();
    }
    catch (error) {
        if (error instanceof ReferenceError)
            return undefined;
        throw error;
    }
}
const empty = {
    user: 'ubuntu',
    ec2: {},
    tokens: new Map(),
    secrets: [],
    notes: [],
    problems: [],
};
function interpret(values, at) {
    const notes = [];
    const take = (key, pattern) => {
        const value = values[key];
        if (value === undefined || value === null || value === '')
            return undefined;
        if (typeof value === 'string' && pattern.test(value))
            return value;
        notes.push({
            kind: 'not-carried',
            at: at(key),
            message: `"${key}" has a form that Drover does not accept`,
        });
        return undefined;
    };
    const user = take('user', /^[a-z_][a-z0-9_-]{0,31}$/);
    const domain = take('domain', /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/);
    const email = take('email', /^[^\s<>&"]+@[^\s<>&"]+$/);
    const flockConfig = take('flock-config', /^[^\0-\x1f]+$/);
    const deployGroup = take('deploy-group', /^.{1,256}$/);
    const keyFile = take('key_filename', /^[^\0-\x1f]+$/);
    const subnet = take('aws_subnet_id', /^subnet-[0-9a-f]{8,17}$/);
    const group = take('aws_security_group', /^[\w.:/()#,@[\]+=&;{}!$*-]{1,255}$/);
    const tags = readTags(values, { at, notes });
    if (user === undefined) {
        const message = 'no user is given: "ubuntu" is taken for it';
        notes.push({ kind: 'guessed', at: at('user'), message });
    }
    if (domain === undefined) {
        const message = 'no domain is given: "vars.domain" is empty, and no machine has a DNS name';
        notes.push({ kind: 'guessed', at: at('domain'), message });
    }
    if (values.aws_keyname !== undefined) {
        const message = '"aws_keyname" is not needed: Drover gives a machine its own key';
        notes.push({ kind: 'changed', at: at('aws_keyname'), message });
    }
    const tokens = Object.entries(values).filter(([key]) => !known.includes(key));
    return {
        user: user ?? 'ubuntu',
        ...(domain !== undefined && { domain }),
        ...(email !== undefined && { email }),
        ...(flockConfig !== undefined && { flockConfig: { path: flockConfig, at: at('flock-config') } }),
        ...(deployGroup !== undefined && { deployGroup }),
        ...(keyFile !== undefined && { keyFile }),
        ec2: {
            ...(subnet !== undefined && { subnet }),
            ...(group !== undefined && { 'security-groups': [group] }),
            ...(Object.keys(tags).length > 0 && { tags }),
        },
        tokens: new Map(tokens.flatMap(([key, value]) => typeof value === 'string' && value.length >= minTokenLength ? [[secretName(key), value]] : [])),
        secrets: tokens.map(([key]) => ({ name: secretName(key), at: at(key) })),
        notes,
        problems: [],
    };
}
function readTags(values, { at, notes }) {
    const more = typeof values.ec2_tags === 'object' ? Object.entries(values.ec2_tags ?? {}) : [];
    const all = [
        ['Owner', values.owner, 'owner'],
        ['deploy-group', values['deploy-group'], 'deploy-group'],
        ...more.map(([key, value]) => [key, value, 'ec2_tags']),
    ];
    return Object.fromEntries(all.flatMap(([key, value, from]) => {
        if (value === undefined || value === null || value === '')
            return [];
        const isGood = /^(?!(?:aws|drover):|Name$)[^\p{Cc}]{1,128}$/iu.test(key) && String(value).length <= 256;
        if (isGood && typeof value !== 'object')
            return [[key, String(value)]];
        notes.push({ kind: 'not-carried', at: at(from), message: `the tag "${key}" cannot be carried` });
        return [];
    }));
}
/** Makes a name that GitHub accepts for a secret from any text. */
function secretName(text) {
    const name = text
        .toUpperCase()
        .replaceAll(/[^A-Z0-9]+/g, '_')
        .replaceAll(/^_+|_+$/g, '');
    return /^[A-Z]/.test(name) && !name.startsWith('GITHUB_') ? name : `FILE_${name}`;
}

;// CONCATENATED MODULE: ./build/import/guess-secrets.js

const literal = /^(?<start>\s*[\w-]*(?:password|secret|token|api_?key)(?![\w-]*_file)[\w-]*\s*:\s*)(?<quote>["']?)(?<value>[^\s"'{}#]{4,})\k<quote>(?<end>\s*(?:#.*)?)$/i;
const plainWords = /^(?:true|false|null|none|yes|no|\d{1,5})$/i;
/**
 * Makes secrets of values beside keys such as `client_secret` in the application's settings. This is the only
 * guess about secrets: placeholders make the other secret values of that file, but people wrote these.
 */
function guessSecrets(text, source) {
    const guessed = [];
    const lines = text.split('\n').map((line, index) => {
        const { start = '', quote = '', value = '', end = '' } = literal.exec(line)?.groups ?? {};
        if (value === '' || plainWords.test(value))
            return line;
        const key = start.replaceAll(/[^\w-]/g, '');
        const name = secretName(`${source} ${key} line ${index + 1}`);
        guessed.push({ name, line: index + 1 });
        return `${start}${quote}{{secret "${name}"}}${quote}${end}`;
    });
    return { text: lines.join('\n'), guessed };
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
;// CONCATENATED MODULE: ./build/import/secret-files.js

/** Files of the older scripts that hold passwords: the settings of the application, and its list of users. */
const secretFiles = ['creds.yaml', 'passwd.lo'];
/** Whether a file has the name of one of these. */
function isSecretFile(source) {
    return secretFiles.includes((0,posix_.basename)(source));
}

;// CONCATENATED MODULE: ./build/import/convert-source.js





const verbatimExtensions = ['.js', '.css', '.ttf', '.ogg', '.jpg', '.png', '.webm', '.mp4'];
/** Beginnings of files that `filetype` 1.2.0 takes for pictures, sound and film, as far as a text could begin like that, too. */
const verbatimStarts = /^(?:BM|GIF|8BPS|AC10|gimp xcf v|MThd|ID3|OggS|fLaC|M4A |#!AMR\n|FORM[\s\S]{4}AIFF|[\s\S]{4}ftyp)/;
/** Converts a file by the older scripts' rules: names and first bytes decide which files are templates. */
function convertSource(found, { tokens }) {
    const { bytes } = found.file;
    const text = readText(bytes);
    const start = bytes.subarray(0, 200).toString('latin1');
    const isVerbatim = verbatimExtensions.some((end) => found.inside.endsWith(end)) || verbatimStarts.test(start);
    const held = [...tokens].filter(([, value]) => bytes.includes(value)).map(([token]) => token);
    if (!isVerbatim && text !== undefined && !text.includes('\0')) {
        return convertText(found, { text, tokens, held });
    }
    if (held.length > 0) {
        return leaveOut(found, `holds the value of ${held.join(', ')}, and is not a template`);
    }
    if (isVerbatim)
        return { ...plain, bytes, isVerbatim: (0,render_source/* isText */.K)(bytes) };
    if (text === undefined) {
        const message = 'is not UTF-8 text: it is carried as it is';
        return { ...plain, bytes, notes: [{ kind: 'changed', at: { file: found.path }, message }] };
    }
    if (text.includes('{{'))
        return leaveOut(found, 'holds NUL: Drover does not take it for a template');
    return { ...plain, bytes: Buffer.from(text) };
}
const plain = { needsSecrets: false, isVerbatim: false, isPrivate: false, notes: [], secrets: [] };
function leaveOut({ path }, message) {
    return { ...plain, notes: [{ kind: 'not-carried', at: { file: path }, message }] };
}
function convertText(found, { text, tokens, held }) {
    const { path, inside, file } = found;
    const converted = convertTemplate(text);
    const notes = converted.notes.map(({ line, message }) => {
        const kind = converted.text === undefined ? 'not-carried' : 'changed';
        return { kind, at: { file: path, line }, message };
    });
    if (converted.text === undefined)
        return { ...plain, notes };
    const named = inside.replace(/^config\//, 'file ').replace(/\.base$/, '');
    const isSettings = isSecretFile(inside.replace(/\.base$/, ''));
    const { text: guarded, guessed } = isSettings
        ? guessSecrets(converted.text, named)
        : { text: converted.text, guessed: [] };
    const written = replaceTokens(guarded, tokens);
    if (written === undefined)
        return leaveOut(found, `holds the value of ${held.join(', ')} beside a brace`);
    if (file.bytes.includes('\r')) {
        const message = 'has other line ends: all are "\\n", as on the machine';
        notes.push({ kind: 'changed', at: { file: path }, message });
    }
    for (const { name, line } of guessed) {
        notes.push({
            kind: 'guessed',
            at: { file: path, line },
            message: `a value is taken for the secret ${name}`,
        });
    }
    return {
        bytes: Buffer.from(written),
        needsSecrets: converted.hasGenerated || held.length > 0 || guessed.length > 0 || isSettings,
        isVerbatim: false,
        isPrivate: isSettings && !converted.hasGenerated,
        notes,
        secrets: guessed.map(({ name, line }) => ({ name, at: { file: path, line } })),
    };
}
/** Undefined when a value is right beside braces. */
function replaceTokens(text, tokens) {
    let written = text;
    for (const [name, value] of [...tokens].sort(([, one], [, other]) => other.length - one.length)) {
        if (!written.includes(value))
            continue;
        const parts = written.split(value);
        const isBeside = parts.some((part, at) => (at > 0 && part.startsWith('}')) || (at < parts.length - 1 && /[{\\]$/.test(part)));
        if (isBeside || value.includes('{{'))
            return undefined;
        written = parts.join(`{{secret "${name}"}}`);
    }
    return written;
}

;// CONCATENATED MODULE: ./build/import/older-folder.js
/** The file that wins for a machine, or for a machine without files of its own. Only places from `from` on count. */
function findOlder(folders, { name, machine, from = 0 }) {
    const places = [
        machine === undefined ? undefined : [folders.own, folders.ownPrefix, `config/${machine}/${name}`],
        machine === undefined ? undefined : [folders.own, folders.ownPrefix, `config/${machine}/${name}.base`],
        [folders.own, folders.ownPrefix, `config/${name}`],
        [folders.scripts, '', `config/${name}`],
    ];
    for (const [rank, place] of places.entries()) {
        if (place === undefined || rank < from)
            continue;
        const [tree, prefix, inside] = place;
        const followed = followLinks(tree, inside);
        if (followed === 'nothing')
            continue;
        const path = `${prefix}${inside}`;
        if (typeof followed === 'string')
            return { kind: 'unsafe', path, message: followed };
        return { kind: 'found', found: { path, inside, file: followed.file, rank } };
    }
    return { kind: 'missing' };
}
/** Names directly below `config/` that are folders, or symlinks to one. */
function listFolders(tree) {
    const names = new Set();
    for (const path of tree.keys()) {
        const [top, name, ...rest] = path.split('/');
        if (top !== 'config' || name === undefined)
            continue;
        if (rest.length > 0)
            names.add(name);
        else if (tree.get(path)?.mode === '120000' && leadsToFolder(tree, path))
            names.add(name);
    }
    return [...names].sort();
}
function leadsToFolder(tree, path) {
    const end = resolveLinks(tree, path);
    return 'path' in end && [...tree.keys()].some((other) => other.startsWith(`${end.path}/`));
}
/** The file that a path leads to, without leaving the tree; otherwise the cause, in words. */
function followLinks(tree, path) {
    const end = resolveLinks(tree, path);
    if ('fault' in end)
        return end.fault;
    const file = tree.get(end.path);
    // The older scripts ignore a symlink to nothing, too: the next place counts.
    return file === undefined ? 'nothing' : { file };
}
function resolveLinks(tree, path) {
    let parts = path.split('/');
    for (let hops = 0; hops <= 40; hops += 1) {
        const at = parts.findIndex((_, index) => tree.get(parts.slice(0, index + 1).join('/'))?.mode === '120000');
        if (at < 0)
            return { path: parts.join('/') };
        const target = tree.get(parts.slice(0, at + 1).join('/'))?.bytes.toString('utf8') ?? '';
        if (target.startsWith('/'))
            return { fault: `is a symbolic link to "${target}", out of the folder` };
        const resolved = parts.slice(0, at);
        for (const part of [...target.split('/'), ...parts.slice(at + 1)]) {
            if (part === '' || part === '.')
                continue;
            if (part !== '..')
                resolved.push(part);
            else if (resolved.pop() === undefined) {
                return { fault: `is a symbolic link to "${target}", out of the folder` };
            }
        }
        parts = resolved;
    }
    return { fault: 'is a symbolic link that leads in a circle' };
}

// EXTERNAL MODULE: ./node_modules/csv-parse/lib/sync.js + 9 modules
var sync = __webpack_require__(25175);
// EXTERNAL MODULE: ./build/render/manifest/check-destination.js
var check_destination = __webpack_require__(91982);
;// CONCATENATED MODULE: ./build/import/python-format.js
/**
 * Splits a text of Python's `str.format` into parts. Undefined when Python would raise an error, or when a
 * field is more than a plain name of `known`.
 */
function readFormat(text, known) {
    const parts = [];
    const tokens = text.matchAll(/(?<open>\{\{)|(?<close>\}\})|\{(?<name>[^{}]*)\}|(?<stray>[{}])|(?<text>[^{}]+)/g);
    for (const { groups = {} } of tokens) {
        const { open, close, name, stray } = groups;
        if (stray !== undefined || (name !== undefined && !known.includes(name)))
            return undefined;
        if (name !== undefined)
            parts.push({ name });
        else
            parts.push({ text: open ? '{' : close ? '}' : (groups.text ?? '') });
    }
    return parts;
}
/** Converts such a text to a Handlebars template; undefined when braces of the text would run into those of a value. */
function formatToTemplate(parts, names) {
    let template = '';
    for (const { text, name } of parts) {
        if (name !== undefined) {
            if (template.endsWith('{') && !template.endsWith('}}'))
                return undefined;
            template += `${template.endsWith('\\') ? '\\' : ''}{{${names[name] ?? ''}}}`;
        }
        else if (text !== undefined) {
            template += template.endsWith('}}') && text.startsWith('}') ? `{{!}}${text}` : text;
        }
    }
    const own = template.replaceAll(/\{\{[^{}]*\}\}/g, '');
    return own.includes('{{') ? undefined : template;
}

;// CONCATENATED MODULE: ./build/import/read-rows.js




const columns = 'local file, owner, permissions, remote file, description';
/** Reads a list line by line, because for the older scripts no field continues on the next line. */
function readRows({ list, path, bytes, user }) {
    const text = readText(bytes);
    if (text === undefined) {
        return {
            rows: [],
            problems: [problem({ file: path }, 'is not UTF-8 text', 'save it as UTF-8')],
            notes: [],
        };
    }
    const rows = [];
    const problems = [];
    const notes = [];
    for (const { text: line, line: number } of readLines(text)) {
        const at = { file: path, line: number };
        if (line.startsWith('#')) {
            if (line.split(',').length !== 5)
                notes.push(stops(at, 'a comment'));
            continue;
        }
        const fields = splitLine(line);
        if (fields === undefined) {
            problems.push(problem(at, 'a quote does not fit', 'close it on the same line'));
            continue;
        }
        if (fields.length !== 5) {
            const hint = `five are wanted: ${columns}; put quotes around a description with a comma`;
            problems.push(problem(at, `has ${fields.length} columns`, hint));
            continue;
        }
        if (line.split(',').length !== 5)
            notes.push(stops(at, 'a comma between quotes'));
        const read = readRow(fields, { list, at, user });
        problems.push(...read.problems);
        notes.push(...read.notes);
        if (read.row !== undefined)
            rows.push(read.row);
    }
    return { rows, problems, notes };
}
function splitLine(line) {
    try {
        const [fields = []] = (0,sync/* parse */.qg)(line, { relax_column_count: true, trim: true });
        return fields;
    }
    catch (error) {
        if (error instanceof Error && 'code' in error)
            return undefined;
        throw error;
    }
}
function readRow(fields, { list, at, user }) {
    const [local = '', who = '', permissions = '', remote = '', description = ''] = fields;
    const problems = [];
    const notes = [];
    const source = local
        .split('/')
        .filter((part) => part !== '.' && part !== '')
        .join('/');
    if (local.startsWith('/')) {
        const hint = 'copy the file into the folder, and name it from there';
        problems.push(problem(at, `local file "${local}" is outside of the folder`, hint));
    }
    else if (source === '' || source.split('/').includes('..') || /[\0-\x1f\x7f\\]/.test(source)) {
        problems.push(problem(at, `local file "${local}" is not a file below config`, 'name a file of the folder'));
    }
    const owner = readOwner(who, user);
    if (owner === undefined)
        problems.push(problem(at, `owner "${who}" is not understood`, 'write USER:GROUP'));
    const destination = readDestination(remote, { user, at, notes, problems });
    const mode = /^0?[0-7]{1,4}$/.test(permissions) ? permissions.slice(-4).padStart(4, '0') : undefined;
    if (mode === undefined && permissions === '') {
        problems.push(problem(at, 'no permissions are given', 'write octal digits, for example 644'));
    }
    else if (mode === undefined) {
        const message = `permissions "${permissions}" depend on what the file has: the line is left out`;
        notes.push({ kind: 'not-carried', at, message });
    }
    if (owner?.guessed) {
        notes.push({ kind: 'guessed', at, message: `owner "${who}" is taken for user and group` });
    }
    if (problems.length > 0 || owner === undefined || mode === undefined || destination === undefined) {
        return { problems, notes };
    }
    const { user: name, group } = owner;
    return { row: { list, source, owner: name, group, mode, destination, description, at }, problems, notes };
}
/** Reads an owner as chown does. Without a group, a new file has the group of the login user. */
function readOwner(text, loginUser) {
    const found = /^(?<user>[\w-]+)(?:(?<by>[:.])(?<group>[\w-]*))?$/.exec(text)?.groups;
    if (found?.user === undefined || text.startsWith('-') || found.group?.startsWith('-'))
        return undefined;
    if (found.by === '.' && found.group === '')
        return undefined;
    const group = found.by === undefined ? loginUser : found.group || found.user;
    return { user: found.user, group, guessed: found.by === '.' };
}
const read_rows_names = {
    hostname: 'machine.name',
    domain: 'vars.domain',
    nginx_root_options: 'vars.nginx_root_options',
};
function readDestination(remote, context) {
    const { user, at, notes, problems } = context;
    const leaveOut = (message) => {
        notes.push({ kind: 'not-carried', at, message: `${message}: the line is left out` });
        return undefined;
    };
    const parts = readFormat(remote, Object.keys(read_rows_names));
    if (parts === undefined)
        return leaveOut(`"${remote}" names an unknown value`);
    const own = parts.map(({ text }) => text ?? '').join('');
    if (!/^[\w@%+=:,./~{}-]*$/.test(own))
        return leaveOut(`a shell would not take "${remote}" as one path`);
    if (own.slice(1).includes('~') || /^~[^/]/.test(own))
        return leaveOut(`"${remote}" is in a home folder`);
    const template = formatToTemplate(parts, read_rows_names);
    if (template === undefined)
        return leaveOut(`the braces of "${remote}" cannot be distinguished from those of a value`);
    const home = user === 'root' ? '/root' : `/home/${user}`;
    const isRelative = template !== '' && !template.startsWith('/');
    const full = template.startsWith('~/')
        ? `${home}${template.slice(1)}`
        : isRelative
            ? `${home}/${template}`
            : template;
    if (isRelative)
        notes.push({ kind: 'guessed', at, message: `"${remote}" is taken for "${full}"` });
    if (full.endsWith('/'))
        return leaveOut(`"${remote}" is a folder`);
    const destination = full.replaceAll(/\/(?:\.?\/)+/g, '/');
    const wrong = (0,check_destination/* findWrongDestination */.zn)(destination.replaceAll(/\{\{[^}]*\}\}/g, 'x'));
    if (wrong === undefined)
        return destination;
    problems.push(problem(at, `remote file "${remote}": ${wrong.message}`, wrong.hint ?? 'name another place'));
    return undefined;
}
function stops(at, what) {
    return { kind: 'changed', at, message: `the older scripts stop at ${what}; here it is understood` };
}
function problem(at, message, hint) {
    return { reason: 'invalid-manifest', at, message: `${at.file}: ${message}`, hint };
}

;// CONCATENATED MODULE: ./build/import/whole-secret.js



const tag = /\{\{/;
/**
 * Whether a file holds values that nobody may read: one of the scripts' own secret files without a
 * placeholder left in it; or a file that `downloadconfig` fetched in place of a template that makes random values.
 */
function holdsMadeValues({ found, source, hidden, isFetched, }) {
    const text = readText(found.file.bytes) ?? '';
    if (text.trim() === '' || tag.test(text))
        return false;
    if (isSecretFile(source))
        return true;
    return (found.rank === 0 && isFetched && /\{\{[{&]?\s*RANDOM[0-9]\s*\}\}/.test(hidden?.toString('utf8') ?? ''));
}
/** Makes one secret of a whole file. Its value goes nowhere but to GitHub. */
function wholeSecret({ file, path }, { source, machine }) {
    const plain = { isVerbatim: false, needsSecrets: true, isPrivate: true };
    const at = { file: path };
    const text = file.bytes.toString('utf8');
    const value = text.replace(/\n+$/, '');
    if (text.includes('\r') || value.length < 4) {
        const message = text.includes('\r')
            ? 'is a secret with line ends that Drover would keep: save it with "\\n" and import again'
            : 'is a secret of fewer than four characters';
        return { ...plain, notes: [{ kind: 'not-carried', at, message }], secrets: [] };
    }
    const name = secretName(machine === undefined ? `file ${source}` : `file ${machine} ${source}`);
    const message = `holds secret values: the whole file is the secret ${name}`;
    return {
        ...plain,
        // `gh secret set` removes line ends at the end.
        bytes: Buffer.from(`{{secret "${name}"}}${text.slice(value.length)}`),
        notes: [{ kind: 'changed', at, message }],
        secrets: [{ name, file: path, at }],
    };
}

;// CONCATENATED MODULE: ./build/import/older-view.js




/** All files of a machine by the older scripts' rules; without a name, those of a machine that has no folder. */
function viewMachine(context, machine) {
    const pairs = new Map();
    for (const list of ['sync.csv', 'uploads.csv', 'downloads.csv']) {
        for (const row of rowsOf(context, { list, machine })) {
            const destination = destinationOn(row.destination, { machine, domain: context.settings.domain });
            const before = pairs.get(destination);
            const isUp = list !== 'downloads.csv';
            if (isUp && before?.up !== undefined) {
                const message = `"${row.destination}" is given again: this line wins over line ${before.up.at.line} of ${before.up.at.file}`;
                context.account.note({ kind: 'changed', at: row.at, message });
            }
            pairs.set(destination, {
                ...before,
                ...(isUp && { up: row }),
                ...(list !== 'uploads.csv' && { down: row }),
            });
        }
    }
    const entries = [...pairs].flatMap(([destination, pair]) => {
        const entry = readEntry(context, { ...pair, machine });
        return entry === undefined ? [] : [[destination, entry]];
    });
    return { entries: new Map(entries) };
}
/** A destination with its names filled in; unchanged when no machine is given. */
function destinationOn(destination, { machine, domain = '' }) {
    if (machine === undefined)
        return destination;
    return destination
        .replaceAll('{{machine.name}}', machine)
        .replaceAll('{{vars.domain}}', domain)
        .replaceAll(/\{\{(?:vars\.nginx_root_options|!)\}\}/g, '');
}
function rowsOf(context, { list, machine }) {
    const found = findFile(context, { name: list, machine });
    if (found === undefined)
        return [];
    const known = context.rows.get(found.path);
    if (known !== undefined)
        return known.rows;
    const { user } = context.settings;
    const read = readRows({ list, path: found.path, bytes: found.file.bytes, user });
    context.rows.set(found.path, read);
    for (const one of read.problems)
        context.account.problem(one);
    for (const one of read.notes)
        context.account.note(one);
    return read.rows;
}
function readEntry(context, { up, down, machine }) {
    const { account } = context;
    const row = up ?? down;
    if (row === undefined)
        return undefined;
    const direction = up === undefined ? 'down' : down === undefined ? 'up' : 'both';
    if (up === undefined)
        return { row, direction, top: 'config', isVerbatim: false };
    const found = findFile(context, { name: row.source, machine });
    if (found === undefined) {
        // A file that a machine without a folder lacks may still be in the folder of every machine.
        if (machine !== undefined) {
            const message = `${row.at.file}: local file "${row.source}" is in none of the places for "${machine}"`;
            account.problem({
                reason: 'missing-file',
                message,
                at: row.at,
                hint: 'add the file, or remove the line',
            });
        }
        return undefined;
    }
    const source = convertFor(context, { found, row, machine, isFetched: direction === 'both' });
    for (const one of source.notes)
        account.note(one);
    for (const one of source.secrets)
        account.secret(one);
    if (source.bytes === undefined)
        return undefined;
    const top = source.needsSecrets ? 'secrets-templates' : 'config';
    if (source.isPrivate && direction === 'both') {
        const message = 'is put and not fetched: what somebody changes in it there may be a secret';
        account.note({ kind: 'changed', at: { file: found.path }, message });
    }
    return {
        row,
        direction: source.isPrivate ? 'up' : direction,
        top,
        isVerbatim: source.isVerbatim,
        bytes: source.bytes,
    };
}
function convertFor(context, { found, row, machine, isFetched }) {
    const { folders, sources, settings } = context;
    const weaker = findOlder(folders, { name: row.source, from: found.rank + 1, ...(machine && { machine }) });
    const hidden = weaker.kind === 'found' ? weaker.found.file.bytes : undefined;
    const isSecret = holdsMadeValues({ found, source: row.source, hidden, isFetched });
    const key = `${found.path}\n${isSecret}`;
    const known = sources.get(key);
    if (known !== undefined)
        return known;
    const source = isSecret
        ? wholeSecret(found, { source: row.source, machine: found.rank < 2 ? machine : undefined })
        : convertSource(found, settings);
    sources.set(key, source);
    return source;
}
/** Finds the winning file and notes it as used. A symlink that leads out of the folder is a problem, and gives no file. */
function findFile({ folders, account, used }, { name, machine }) {
    const lookup = findOlder(folders, { name, ...(machine !== undefined && { machine }) });
    if (lookup.kind === 'unsafe') {
        const { path, message } = lookup;
        const hint = 'put a copy of the file there';
        account.problem({ reason: 'invalid-argument', message: `${path}: ${message}`, at: { file: path }, hint });
    }
    if (lookup.kind !== 'found')
        return undefined;
    used.add(lookup.found.path);
    return lookup.found;
}

;// CONCATENATED MODULE: ./build/import/layer-files.js


/** Manifests and sources: files that are the same everywhere go to `all`, and differing ones to each machine's layer. */
function layOut({ shared, machines, domain, after, more }) {
    const layers = new Layers();
    for (const { fields, bytes } of more) {
        layers.add({ top: 'config', folder: 'all', fields });
        layers.put(`config/all/${fields.source ?? ''}`, bytes);
    }
    for (const entry of shared.entries.values()) {
        layers.add({ top: entry.top, folder: 'all', fields: fieldsOf(entry, { top: entry.top, after }) });
        if (entry.bytes !== undefined)
            layers.put(`${entry.top}/all/${sourceOf(entry)}`, entry.bytes);
    }
    for (const [machine, view] of machines) {
        const commons = new Map([...shared.entries].map(([destination, entry]) => [
            destinationOn(destination, { machine, domain }),
            entry,
        ]));
        addMachine(layers, { folder: `machines/${machine}`, view, commons, after });
    }
    return layers.tree();
}
function addMachine(layers, { folder, view, commons, after }) {
    for (const [destination, entry] of view.entries) {
        const common = commons.get(destination);
        // An entry that names a secret in any layer stays in the folder where secrets may be named.
        const top = common?.top === 'secrets-templates' ? common.top : entry.top;
        const fields = fieldsOf(entry, { top, after });
        const weaker = common && fieldsOf(common, { top: common.top, after });
        const isSame = common?.top === top && JSON.stringify(weaker) === JSON.stringify(fields);
        if (!isSame)
            layers.add({ top, folder, fields: complete(fields, weaker) });
        const source = sourceOf(entry);
        const isThere = entry.bytes && layers.get(`${top}/all/${source}`)?.equals(entry.bytes);
        if (entry.bytes !== undefined && !isThere)
            layers.put(`${top}/${folder}/${source}`, entry.bytes);
    }
    for (const [destination, { top, row }] of commons) {
        if (view.entries.has(destination))
            continue;
        layers.add({ top, folder, fields: { destination: row.destination, state: 'absent' } });
    }
}
class Layers {
    #entries = new Map();
    #files = new Map();
    add({ top, folder, fields }) {
        const path = `${top}/${folder}/files.yml`;
        this.#entries.set(path, [...(this.#entries.get(path) ?? []), fields]);
    }
    put(path, bytes) {
        this.#files.set(path, bytes);
    }
    get(path) {
        return this.#files.get(path);
    }
    tree() {
        const manifests = [...this.#entries].map(([path, files]) => [
            path,
            plainFile(Buffer.from((0,dist/* stringify */.As)({ files }, { lineWidth: 0, aliasDuplicateObjects: false }))),
        ]);
        const sources = [...this.#files].map(([path, bytes]) => [path, plainFile(bytes)]);
        return new Map([...manifests, ...sources].sort(([one], [other]) => (one < other ? -1 : 1)));
    }
}
/** Adds the defaults for keys that a weaker layer gives, which would otherwise be kept. */
function complete(fields, weaker) {
    return {
        ...fields,
        ...(weaker?.template === false && fields.template === undefined && { template: true }),
        ...(weaker?.adopt === true && fields.adopt === undefined && { adopt: false }),
        ...(weaker?.description !== undefined && fields.description === undefined && { description: '' }),
    };
}
function fieldsOf(entry, { top, after }) {
    const { row, direction, isVerbatim } = entry;
    return {
        destination: row.destination,
        ...(direction !== 'down' && { source: sourceOf(entry) }),
        owner: row.owner,
        group: row.group,
        mode: row.mode,
        direction,
        ...(isVerbatim && { template: false }),
        // The older scripts put a fetched file back at the next upload.
        ...(direction === 'both' && top === 'config' && { adopt: true }),
        ...(after !== undefined && direction !== 'down' && { after }),
        ...(row.description !== '' && { description: row.description }),
    };
}
/** The file's own name, unless that is the name of a manifest. */
function sourceOf({ row }) {
    return row.source === 'files.yml' ? 'files.yml.source' : row.source;
}
function plainFile(bytes) {
    return { mode: '100644', bytes };
}

// EXTERNAL MODULE: ./build/flock/schema/schema.js
var schema = __webpack_require__(48029);
;// CONCATENATED MODULE: ./build/import/list-machines.js


/**
 * Lists the machines that have a folder. A folder in which a list names files is no machine's. The older scripts
 * know their machines from AWS alone, so a machine without a folder cannot be found.
 */
function listMachines({ own, scripts, ownPrefix }) {
    const lists = [...own, ...scripts].filter(([path]) => /\/(?:sync|uploads|downloads)\.csv(?:\.base)?$/.test(path));
    const named = new Set(lists.flatMap(([, { bytes }]) => bytes
        .toString('utf8')
        .split('\n')
        .flatMap((line) => /^["\s\ufeff]*(?:\.\/)*([^,/"]+)\//.exec(line)?.[1] ?? [])));
    const folders = listFolders(own).filter((name) => !named.has(name));
    const machines = folders.filter((name) => schema/* machineName */.Fm.test(name));
    const notes = folders
        .filter((name) => !machines.includes(name))
        .map((name) => {
        const message = 'cannot be the name of a machine: 1 to 63 of a-z, 0-9 and "-" are allowed';
        return { kind: 'not-carried', at: { file: `${ownPrefix}config/${name}` }, message };
    });
    return { machines, notes };
}

// EXTERNAL MODULE: ./build/flock/problems/url-problem.js
var url_problem = __webpack_require__(18236);
// EXTERNAL MODULE: ./build/flock/symlink-path.js
var symlink_path = __webpack_require__(83585);
;// CONCATENATED MODULE: ./build/import/read-code.js





/** The folder in which the older scripts keep every repository, whoever logs in. */
const home = '/home/ubuntu';
/** Repositories and Python packages of a machine, or of a machine that has no lists of its own. */
function readCode(context, machine) {
    const code = new Map();
    for (const list of ['gitclone', 'gitpush']) {
        for (const { text, at } of linesOf(context, { list, machine })) {
            const read = readRepository(context, { text, at, via: list === 'gitclone' ? 'clone' : 'push' });
            if (read !== undefined)
                code.set(read.name, read.fields);
        }
    }
    for (const line of linesOf(context, { list: 'pip', machine }))
        addPackage(context, { code, ...line });
    return Object.fromEntries(code);
}
function linesOf(context, { list, machine }) {
    const found = findFile(context, { name: list, machine });
    if (found === undefined)
        return [];
    const text = readText(found.file.bytes);
    if (text === undefined) {
        const message = `${found.path}: is not UTF-8 text`;
        const at = { file: found.path };
        context.account.problem({ reason: 'invalid-argument', message, at, hint: 'save it as UTF-8' });
        return [];
    }
    return readLines(text).flatMap(({ text: line, line: number }) => line.startsWith('#') ? [] : [{ text: line, at: { file: found.path, line: number } }]);
}
function readRepository({ account, settings }, { text, at, via }) {
    const leaveOut = (message) => {
        account.note({ kind: 'not-carried', at, message: `${message}: the line is left out` });
        return undefined;
    };
    const { url, token } = withoutToken(text);
    const folder = (url.split('/').at(-1) ?? '').replace(/\.git$/, '');
    const name = folder
        .toLowerCase()
        .replaceAll(/[^a-z0-9_-]+/g, '-')
        .replace(/^[^a-z]+/, '')
        .slice(0, 63);
    const path = `${home}/${folder}`;
    const isLocal = via === 'push' && /^[/~.]/.test(url);
    const full = url.startsWith('/') ? `file://${url}` : url;
    const wrong = (0,url_problem/* findWrongUrl */.y)(full, 'code') ?? (0,symlink_path/* findWrongSymlinkPath */.n)(path);
    if (folder === '' || name === '')
        return leaveOut('the repository has no name');
    if (wrong !== undefined) {
        return leaveOut(isLocal ? 'it names a folder of one computer' : `the repository ${wrong.message}`);
    }
    if (isLocal) {
        const message = `${name}: is pushed from a folder of one computer: give a URL that a workflow can read`;
        account.note({ kind: 'guessed', at, message });
    }
    const credentials = token ? secretName(`token ${name}`) : undefined;
    if (credentials !== undefined) {
        account.secret({ name: credentials, at });
        const message = `${name}: the URL holds a token; it is the secret ${credentials}, and the code is pushed`;
        account.note({ kind: 'changed', at, message });
    }
    const { user } = settings;
    const fields = { url: full, revision: 'HEAD', path, owner: user, group: user };
    return {
        name,
        fields: {
            ...fields,
            via: credentials === undefined ? via : 'push',
            ...(credentials !== undefined && { credentials }),
        },
    };
}
/** Removes user and password from a URL: they are never imported. */
function withoutToken(text) {
    const url = text.replace(/^(https?:\/\/)[^/@\s]*@/i, '$1');
    return { url, token: url !== text };
}
/** Makes `pip install` a build step of the repository that it installs, otherwise of the last one. */
function addPackage({ account }, { code, text, at }) {
    const repositories = [...code].map(([name, fields]) => ({
        name,
        folder: fields.path?.split('/').at(-1) ?? '',
    }));
    const words = text.split(/\s+/);
    const own = repositories.find(({ folder }) => words.some((word) => insideOf(word, folder) !== undefined));
    const target = own ?? repositories.at(-1);
    const fields = target && code.get(target.name);
    if (target === undefined || fields === undefined) {
        const message = 'there is no repository whose build could install it: the line is left out';
        account.note({ kind: 'not-carried', at, message });
        return;
    }
    if (own === undefined) {
        const message = `is installed when ${target.name} is built, the last of the repositories`;
        account.note({ kind: 'guessed', at, message });
    }
    const line = words.map((word) => insideOf(word, target.folder) ?? word).join(' ');
    const command = `bash -c 'source ~/.profile; pip install ${line.replaceAll("'", `'\\''`)}'`;
    code.set(target.name, { ...fields, build: [...(fields.build ?? []), command] });
}
/** A path in the repository, from its top. */
function insideOf(word, folder) {
    const [, below] = new RegExp(`^(?:~/|\\./|${home}/)?${escapePattern(folder)}(/.*)?$`).exec(word) ?? [];
    const isPath = /^(?:~\/|\.\/|\/)/.test(word) || word.startsWith(`${folder}/`);
    return isPath && new RegExp(`^(?:~/|\\./|${home}/)?${escapePattern(folder)}(?:/|$)`).test(word)
        ? `.${below?.replace(/\/$/, '') ?? ''}`
        : undefined;
}
function escapePattern(text) {
    return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

// EXTERNAL MODULE: ./build/base/text/quote.js
var quote = __webpack_require__(90366);
;// CONCATENATED MODULE: ./build/import/read-commands.js




const read_commands_names = {
    hostname: 'machine.name',
    domain: 'vars.domain',
    nginx_root_options: 'vars.nginx_root_options',
};
const script = '/usr/local/lib/drover/postuploads';
/**
 * Puts the commands after an upload into one script, because they name the machine, which a follow-up cannot. Each
 * runs as before: in a shell of its own, from the home folder of the login user, and only if those before it succeeded.
 */
function readCommands(context) {
    const { account, settings, folders } = context;
    // The older scripts read only their own file.
    const found = findFile({ ...context, folders: { ...folders, own: new Map() } }, { name: 'postuploads' });
    const text = found && readText(found.file.bytes);
    if (found === undefined)
        return undefined;
    if (text === undefined) {
        const message = `${found.path}: is not UTF-8 text`;
        account.problem({
            reason: 'invalid-argument',
            message,
            at: { file: found.path },
            hint: 'save it as UTF-8',
        });
        return undefined;
    }
    const commands = text
        .replace(/^\ufeff/, '')
        .split('\n')
        .flatMap((raw, index) => {
        const line = raw.trim();
        if (line === '' || line.startsWith('#'))
            return [];
        const parts = readFormat(line, Object.keys(read_commands_names));
        const template = parts && formatToTemplate(parts, read_commands_names);
        if (template !== undefined)
            return [template];
        const message = 'names an unknown value, or has braces beside one: the line is left out';
        account.note({ kind: 'not-carried', at: { file: found.path, line: index + 1 }, message });
        return [];
    });
    if (commands.length === 0)
        return undefined;
    const { user } = settings;
    const run = `bash ${script}`;
    const lines = commands.map((command) => `(\ncd\nsource ~/.profile\n${command}\n) || exit`);
    return {
        after: { command: user === 'root' ? run : `runuser -l ${user} -c ${(0,quote/* quoteWord */.XW)(run)}` },
        fields: {
            destination: script,
            source: 'postuploads',
            mode: '0755',
            direction: 'up',
            description: `Commands that follow a change, from ${found.path}`,
        },
        bytes: Buffer.from(`#!/bin/bash\n${lines.join('\n')}\n`),
    };
}

;// CONCATENATED MODULE: ./build/import/report-text.js

const headings = {
    'not-carried': ['Not carried', 'Missing from this folder. Each needs a decision of yours.'],
    guessed: ['Guessed', 'Carried by a rule that may be wrong here. Check each.'],
    changed: ['Carried, but done differently', 'Worth knowing.'],
};
/** The text of IMPORT.md, which people may still read months later. */
function renderReport(report) {
    const { notes, carried, machines } = report;
    const parts = [
        '# Import',
        'Made by `drover import`. Files and lines are those of the older folder.',
        `Machines: ${machines.length === 0 ? 'none has a folder' : machines.join(', ')}. The older scripts know machines from AWS alone: one without a folder of its own is not here, add it below \`machines\` in \`flock.yml\`. Machines that run already are not taken over: \`drover provision\` makes new ones.`,
        '## Older and new files',
        [
            '| Older | Here |',
            '| --- | --- |',
            ...carried.map(([from, to]) => `| ${cell(from)} | ${cell(to)} |`),
        ].join('\n'),
        '## Secrets to set',
        'To be run in the older folder: files are named from there.',
        ['```sh', ...secretCommands(report), '```'].join('\n'),
        ...Object.entries(headings).flatMap(([kind, [title, text]]) => {
            const lines = notes.filter((note) => note.kind === kind).map((note) => `- ${formatNote(note)}`);
            return lines.length === 0 ? [] : [`## ${title}`, text, lines.join('\n')];
        }),
    ];
    return `${parts.join('\n\n')}\n`;
}
/** One command for each secret. No command contains a value. */
function secretCommands({ secrets, keyFile }) {
    const own = secrets.map(({ name, file, at }) => file === undefined
        ? `gh secret set ${name}   # the value in ${(0,errors/* formatLocation */.j$)(at)}`
        : `gh secret set ${name} < ${shellWord(file)}`);
    return [`gh secret set DROVER_SSH_KEY${keyFile === undefined ? '' : ` < ${shellWord(keyFile)}`}`, ...own];
}
function formatNote({ at, message }) {
    return `\`${(0,errors/* formatLocation */.j$)(at)}\`: ${message}`.replaceAll(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, '?');
}
function shellWord(path) {
    const shown = path.replaceAll(/[\0-\x1f\x7f-\x9f\u2028\u2029]/g, '?');
    return /^[\w@%+=:,./~-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", `'\\''`)}'`;
}
function cell(text) {
    return text.replaceAll('|', '\\|');
}

;// CONCATENATED MODULE: ./build/import/plan-import.js










/** Plans an import. Throws one InputError with everything in the older folder that cannot be read correctly. */
function planImport({ folders, settings, name }) {
    const told = makeAccount();
    const { account } = told;
    for (const problem of settings.problems)
        account.problem(problem);
    for (const note of settings.notes)
        account.note(note);
    for (const secret of settings.secrets)
        account.secret(secret);
    const context = {
        folders,
        settings,
        account,
        used: new Set(),
        rows: new Map(),
        sources: new Map(),
    };
    const { machines, notes } = listMachines(folders);
    for (const note of notes)
        account.note(note);
    const views = new Map(machines.map((machine) => [machine, viewMachine(context, machine)]));
    const shared = viewMachine(context);
    const commands = readCommands(context);
    const code = readCode(context);
    const codeOf = new Map(machines.map((machine) => [machine, readCode(context, machine)]));
    for (const note of leftOver(context))
        account.note(note);
    (0,errors/* throwIfInvalid */.TG)(told.problems());
    const after = commands?.after;
    const flock = renderFlock({
        name: name ?? flockName(settings.deployGroup),
        settings,
        code,
        machines: codeOf,
        after,
    });
    (0,parse_flock/* parseFlock */.T)({ text: flock, file: 'flock.yml' });
    const layers = layOut({
        shared,
        machines: views,
        domain: settings.domain,
        after,
        more: commands === undefined ? [] : [commands],
    });
    const report = {
        notes: told.notes(),
        secrets: told.secrets(),
        carried: carriedBy(context, commands !== undefined),
        machines,
        keyFile: settings.keyFile,
    };
    const files = new Map([
        ...layers,
        ['flock.yml', textFile(flock)],
        ['IMPORT.md', textFile(renderReport(report))],
    ]);
    return { files, report };
}
function makeAccount() {
    const notes = new Map();
    const problems = new Map();
    const secrets = new Map();
    const byPlace = (one, other) => {
        const [a, b] = [one.at, other.at];
        const [left, right] = [a?.file ?? '', b?.file ?? ''];
        return left === right ? (a?.line ?? 0) - (b?.line ?? 0) : left < right ? -1 : 1;
    };
    return {
        account: {
            note: (note) => void notes.set(`${(0,errors/* formatLocation */.j$)(note.at)}\n${note.message}`, note),
            problem: (problem) => void problems.set(`${problem.at ? (0,errors/* formatLocation */.j$)(problem.at) : ''}\n${problem.message}`, problem),
            secret: (secret) => void secrets.set(secret.name, secret),
        },
        notes: () => [...notes.values()].sort(byPlace),
        problems: () => [...problems.values()].sort(byPlace),
        secrets: () => [...secrets.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
    };
}
/** A note for every file that has no part in the result, so that nobody has to search for it. */
function leftOver({ folders, used }) {
    const { own, scripts, ownPrefix } = folders;
    const all = [...own.keys()].map((path) => `${ownPrefix}${path}`).concat([...scripts.keys()]);
    return [...new Set(all)]
        .filter((path) => !used.has(path) && path !== settingsFile && !path.endsWith('/README.md'))
        .map((path) => {
        const message = path.startsWith('scripts/')
            ? 'prepares a machine, which roles do in Drover'
            : /(?:^|\/)config\/(?:[^/]+\/)?postuploads$/.test(path)
                ? 'is never read by the older scripts: only that of their own folder is'
                : 'is used by no machine';
        return { kind: 'not-carried', at: { file: path }, message };
    });
}
function carriedBy({ used }, hasCommands) {
    const targets = {
        'sync.csv': 'entries of files.yml, "direction: both"',
        'uploads.csv': 'entries of files.yml, "direction: up"',
        'downloads.csv': 'entries of files.yml, "direction: down"',
        gitclone: '"code" of flock.yml, "via: clone"',
        gitpush: '"code" of flock.yml, "via: push"',
        pip: '"build" of "code" in flock.yml',
        ...(hasCommands && { postuploads: 'config/all/postuploads, and "after" of each file and repository' }),
    };
    const lists = [...used].sort().flatMap((path) => {
        const target = targets[path
            .split('/')
            .at(-1)
            ?.replace(/\.base$/, '') ?? ''];
        return target === undefined ? [] : [[path, target]];
    });
    return [
        [settingsFile, 'flock.yml: ssh, dns, vars, settings'],
        ...lists,
        ['files that the lists name', 'sources of the same name in a layer'],
        [
            '{{hostname}}, {{domain}}, {{nginx_root_options}}',
            '{{machine.name}}, {{vars.domain}}, {{vars.nginx_root_options}}',
        ],
        [
            '{{RANDOM0}} to {{RANDOM9}}: new at every upload',
            '{{generated "RANDOM0" "hex" 32}} …: made once for each machine, and kept',
        ],
        [
            'AMI of Ubuntu 20.04, volume gp2',
            'the image of Ubuntu that Drover takes by default, gp3 and encrypted',
        ],
    ];
}
function flockName(group) {
    const name = (group ?? '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9-]+/g, '-')
        .replace(/^[^a-z]+|-+$/g, '')
        .slice(0, 31);
    return name === '' ? 'imported' : name;
}
function textFile(text) {
    return { mode: '100644', bytes: Buffer.from(text) };
}

// EXTERNAL MODULE: ./build/ops-repository/choose-values.js
var choose_values = __webpack_require__(82800);
// EXTERNAL MODULE: ./build/ops-repository/finding.js
var finding = __webpack_require__(17459);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
;// CONCATENATED MODULE: ./build/operations/import/import.js









/**
 * Reads a folder of the older deployment scripts and makes a folder with what a config branch needs
 * instead. Changes nothing that is there; the new folder is whole, or is not made.
 */
const importOlder = (0,operation/* wholeOperation */.r)(async (ports, request) => {
    const { to } = request;
    const missing = to === undefined ? [invalid('--to: is not given', 'give --to FOLDER, one that does not exist')] : [];
    (0,errors/* throwIfInvalid */.TG)([...(0,choose_values/* flagProblems */.bg)(request), ...missing]);
    if (to === undefined)
        return {};
    const { folders, settings } = await readOlder(ports, request);
    const plan = planImport({ folders, settings, name: request.name });
    await ports.placeFolder(to, plan.files);
    const left = plan.report.notes.filter(({ kind }) => kind !== 'changed').length;
    return {
        data: (0,finding/* findingsData */.P)(findingsOf(plan, ports), nextSteps(plan, to)),
        message: `the config branch is in "${to}"; ${left === 0 ? 'everything was carried' : `${(0,count_of/* countOf */.p)(left, 'thing')} to look at, see IMPORT.md`}`,
    };
});
async function readOlder(ports, { selectors, flockConfig }) {
    const folder = selectors[0] ?? '.';
    const scripts = await ports.readParts(folder, ['config', 'settings', 'scripts']);
    (0,errors/* throwIfInvalid */.TG)(linkProblems(scripts));
    const settings = readSettings(scripts.get(settingsFile)?.bytes);
    (0,errors/* throwIfInvalid */.TG)(settings.problems);
    if (flockConfig !== undefined) {
        const own = await ports.readParts(flockConfig, ['config']);
        (0,errors/* throwIfInvalid */.TG)(linkProblems(own));
        return { folders: checked({ scripts, own, ownPrefix: `${flockConfig.replace(/\/+$/, '')}/` }), settings };
    }
    const inside = placeInside(folder, settings);
    if (inside === '') {
        // Nothing but a flock's own folder, or scripts that keep it in theirs: every file is its own.
        return { folders: checked({ scripts: new Map(scripts), own: scripts, ownPrefix: '' }), settings };
    }
    const found = await ports.readParts(folder, [`${inside}/config`]);
    (0,errors/* throwIfInvalid */.TG)(linkProblems(found));
    const own = new Map([...found].map(([path, file]) => [path.slice(inside.length + 1), file]));
    return { folders: checked({ scripts, own, ownPrefix: `${inside}/` }), settings };
}
/** Where the settings say that the flock's own files are, from the folder that was named. */
function placeInside(folder, { flockConfig }) {
    if (flockConfig === undefined)
        return '';
    const { path, at } = flockConfig;
    const inside = (0,external_node_path_.relative)((0,external_node_path_.resolve)(folder), (0,external_node_path_.resolve)(folder, path));
    if (!(0,external_node_path_.isAbsolute)(inside) && inside.split('/')[0] !== '..')
        return inside;
    const message = `${settingsFile}: flock-config "${path}" is outside of "${folder}"`;
    throw new errors/* InputError */.dz([{ ...invalid(message, `name it yourself: --flock-config ${path}`), at }]);
}
/** Parts that are reached through a link: what is behind it may be anywhere. */
function linkProblems(tree) {
    return [...tree].flatMap(([path, { mode }]) => {
        const isPart = !path.startsWith('config/') && !path.includes('/config/');
        if (mode !== '120000' || !isPart)
            return [];
        const message = `${path}: is a symbolic link`;
        return [{ ...invalid(message, 'put a copy there, or name the folder itself'), at: { file: path } }];
    });
}
const lists = /(?:^|\/)(?:sync\.csv|uploads\.csv|downloads\.csv|gitclone|gitpush|pip)(?:\.base)?$/;
function checked(folders) {
    const paths = [...folders.own.keys(), ...folders.scripts.keys()];
    if (paths.some((path) => lists.test(path)))
        return folders;
    const message = 'import: the folder has none of the older lists below "config"';
    throw new errors/* InputError */.dz([invalid(message, 'name the folder that holds "config" and "settings"')]);
}
function findingsOf({ report, files }, { clean }) {
    const { machines, secrets, notes } = report;
    return [
        { state: 'changed', about: 'flock.yml', message: (0,count_of/* countOf */.p)(machines.length, 'machine') },
        { state: 'changed', about: 'layers', message: (0,count_of/* countOf */.p)(files.size - 2, 'file') },
        ...secrets.map(({ name, at }) => {
            return { state: 'note', about: name, message: clean(`a secret to set, from ${at.file}`) };
        }),
        ...notes.map((note) => ({ state: 'note', about: words[note.kind], message: clean(formatNote(note)) })),
    ];
}
const words = {
    'not-carried': 'not carried',
    guessed: 'guessed',
    changed: 'changed',
};
function nextSteps({ report }, to) {
    return [
        `read ${to}/IMPORT.md`,
        `git -C ${to} init --initial-branch=config && git -C ${to} add --all && git -C ${to} commit -m "Imported from the older scripts"`,
        `drover init ${to}`,
        ...secretCommands(report),
    ];
}
function invalid(message, hint) {
    return { reason: 'invalid-argument', message, hint };
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
