export const id = 2094;
export const ids = [2094];
export const modules = {

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

/***/ 87854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ reopenPolicies),
/* harmony export */   H4: () => (/* binding */ observeLimits),
/* harmony export */   Z2: () => (/* binding */ startingUnitsSeconds),
/* harmony export */   du: () => (/* binding */ keepalive),
/* harmony export */   jN: () => (/* binding */ connectLimits),
/* harmony export */   wO: () => (/* binding */ lockPatienceSeconds),
/* harmony export */   x6: () => (/* binding */ beatMs)
/* harmony export */ });
/**
 * How long machines are waited for: to connect, to be reached again, to boot, to come free. Each of these numbers
 * stands here and nowhere else; those of the machine's own side stand in `transaction/places.ts`.
 */
/** The first connection of a task, and OpenSSH's own in `connect`: enough for a machine far away that is busy. */
const connectLimits = { timeoutMs: 30_000, reachMs: 10_000 };
/** Three answers in a row missing and a connection counts as lost: 30 s, well before a TCP stack gives up. */
const keepalive = { intervalMs: 10_000, maxMissed: 3 };
/** One look or capture: how long it may take, and how long it may be silent. */
const observeLimits = { timeoutMs: 60_000, idleMs: 30_000 };
/** A machine that was there a moment ago: it may be busier than before, and no farther away. */
const againLimits = { timeoutMs: 20_000, reachMs: 5000 };
/** Shorter, where the machine itself waits for us: more tries before it gives up. */
const promptLimits = { timeoutMs: 10_000, reachMs: 5000 };
const prompt = { limits: promptLimits, baseMs: 200, maxMs: 1000, since: 'start' };
const reopenPolicies = {
    /** A connection that was lost in the middle of work: the machine may be silent for longer than a boot takes. */
    loss: { limits: againLimits, baseMs: 500, maxMs: 8000, deadlineMs: 120_000, since: 'answer' },
    /**
     * A machine that starts: a large one of metal takes its time, and so does an image that brings itself up to date at
     * its first boot. Gently: newer versions of sshd punish those who knock too often (PerSourcePenalties).
     */
    boot: { limits: againLimits, baseMs: 2000, maxMs: 8000, deadlineMs: 15 * 60_000, since: 'start' },
    /** Confirming a change: less than the machine waits for it (`seconds.confirm`). sshd may just be starting again. */
    confirmation: { ...prompt, deadlineMs: 12_000 },
    /** Coming back under a new host key: less than the machine waits before the old key returns. */
    nextHostKey: { ...prompt, deadlineMs: 15_000 },
    /** Asking how a change ended: the machine is back to the old files within 35 s; a little more for its boot. */
    verdict: { limits: promptLimits, baseMs: 2000, maxMs: 2000, deadlineMs: 45_000, since: 'start' },
};
/** How often a transaction hears from us: the machine gives up after `seconds.heartbeat` of silence. */
const beatMs = 3000;
/** How long the units of a machine that answers again may still be starting. */
const startingUnitsSeconds = 120;
/** How long a contender waits for the lock of a machine. */
const lockPatienceSeconds = {
    /** A change of files takes seconds, and whoever waits for one sits before it: soon told whose the machine is. */
    change: 2 * 60,
    /** Long work is asked for with time at hand: others that change the machine may take as long as this. */
    longWork: 15 * 60,
};


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

/***/ 69627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ listEncodings)
});

;// CONCATENATED MODULE: ./build/secrets/hidden-lines.js
const minLineLength = 8;
const hidden_lines_frame = /^-----(?:BEGIN|END) [^-]*-----$/;
/**
 * Lines of a multi-line value that are secret by themselves. Short lines and
 * the frame of a PEM are not, because they occur elsewhere, too.
 */
function hiddenLines(value) {
    const lines = value.split(/\r\n|\n|\r/);
    if (lines.length === 1)
        return [];
    return lines
        .map((line, index) => ({ text: line.trim(), number: index + 1 }))
        .filter(({ text }) => text.length >= minLineLength && !hidden_lines_frame.test(text));
}

;// CONCATENATED MODULE: ./build/secrets/text-forms.js
/** A text between the quotes of JSON, as JavaScript, Python, Go, PHP and .NET write it, and as JSON within JSON. */
function jsonForms(text) {
    const json = JSON.stringify(text).slice(1, -1);
    const variants = [json, escapeBeyondAscii(json, 'lower'), escapeBeyondAscii(json, 'upper')].flatMap((form) => [
        form,
        form.replaceAll('/', '\\/'),
        form.replace(/[<>&]/g, (character) => unicodeEscape(character)),
        form
            .replaceAll('\\"', '\\u0022')
            .replace(/[<>&'+`]/g, (character) => unicodeEscape(character).toUpperCase().replace('U', 'u')),
    ]);
    return [...variants, JSON.stringify(json).slice(1, -1)];
}
/** A percent-encoded text, as different programs write it: with `+` for a space, with `/` kept, with small letters. */
function uriForms(text) {
    // Lone surrogates, which have no encoding, become U+FFFD, as they do in any output of the process.
    const wellFormed = Buffer.from(text).toString();
    const component = encodeURIComponent(wellFormed);
    const strict = component.replace(/[!'()*]/g, (character) => `%${hex(character, 2).toUpperCase()}`);
    const forms = [component, strict, encodeURI(wellFormed)]
        .flatMap((form) => [form, form.replaceAll('%2F', '/')])
        .flatMap((form) => [form, form.replaceAll('%20', '+')]);
    return forms.flatMap((form) => [form, form.replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase())]);
}
/** A text of XML and an attribute of XML, with the names and the numbers in use for quotes. */
function xmlForms(text) {
    const base = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const double = ['"', '&quot;', '&#34;', '&#x22;'];
    const single = ["'", '&apos;', '&#39;', '&#039;', '&#x27;'];
    return double.flatMap((quote) => single.map((apostrophe) => base.replaceAll('"', quote).replaceAll("'", apostrophe)));
}
/** A text in single or double quotes of a POSIX shell; in the last form, as SQL and YAML write it, quotes are doubled. */
function shellForms(text) {
    return [
        text.replaceAll("'", `'\\''`),
        text.replaceAll("'", `'"'"'`),
        text.replace(/[\\"$`]/g, '\\$&'),
        text.replaceAll("'", "''"),
    ];
}
/** A text as bash's `$'…'` and Python's `repr` show it. */
function quotedForms(text) {
    const escaped = text
        .replaceAll('\\', '\\\\')
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r')
        .replaceAll('\t', '\\t');
    return [escaped, escaped.replaceAll("'", "\\'")];
}
function escapeBeyondAscii(text, letters) {
    return text.replace(/[\u007f-\uffff]/g, (unit) => {
        const digits = hex(unit, 4);
        return `\\u${letters === 'upper' ? digits.toUpperCase() : digits}`;
    });
}
function unicodeEscape(character) {
    return `\\u${hex(character, 4)}`;
}
function hex(character, width) {
    return character.charCodeAt(0).toString(16).padStart(width, '0');
}

;// CONCATENATED MODULE: ./build/secrets/encodings.js


/** Nothing shorter can be told from other text. */
const minPatternLength = 4;
/**
 * Lists every form of a value that is searched for, each text once, the most exact
 * form first. Empty when the value is too short. A value that was compressed,
 * encrypted or cut is not covered.
 */
function listEncodings(value) {
    if (value.trim().length < minPatternLength)
        return [];
    const found = new Map();
    for (const encoded of everyEncoding(value)) {
        if (encoded.text.length >= minPatternLength && !found.has(encoded.text))
            found.set(encoded.text, encoded);
    }
    return [...found.values()];
}
function* everyEncoding(value) {
    const unix = value.replaceAll('\r\n', '\n');
    // A shell drops the newlines at the end, and a terminal turns newlines into CR LF.
    const whole = [
        { text: value, form: undefined },
        { text: value.trim(), form: 'trimmed' },
        { text: unix, form: 'with LF' },
        { text: unix.replaceAll('\n', '\r\n'), form: 'with CRLF' },
        { text: unix.trim().replaceAll('\n', '\r\n'), form: 'with CRLF' },
        { text: unix.trim(), form: 'with LF' },
    ];
    yield* whole;
    for (const text of new Set(whole.map((encoded) => encoded.text))) {
        yield* binaryForms(text);
        yield* textForms(text);
    }
    for (const { text, number } of hiddenLines(value)) {
        const form = `line ${number}`;
        yield { text, form };
        for (const encoded of [...binaryForms(text), ...textForms(text)]) {
            yield { text: encoded.text, form: `${form} ${encoded.form}` };
        }
    }
}
function* textForms(text) {
    for (const json of jsonForms(text))
        yield { text: json, form: 'as JSON' };
    for (const uri of uriForms(text))
        yield { text: uri, form: 'as URI' };
    for (const xml of xmlForms(text))
        yield { text: xml, form: 'as XML' };
    for (const shell of shellForms(text))
        yield { text: shell, form: 'as shell text' };
    for (const quoted of quotedForms(text))
        yield { text: quoted, form: 'as quoted text' };
}
function* binaryForms(text) {
    const bytes = Buffer.from(text);
    for (const { text: base64, form } of base64Forms(bytes)) {
        yield { text: base64, form };
        yield {
            text: base64.replaceAll('+', '-').replaceAll('/', '_'),
            form: form.replace('base64', 'base64url'),
        };
    }
    const hex = bytes.toString('hex');
    yield { text: hex, form: 'as hex' };
    yield { text: hex.toUpperCase(), form: 'as hex' };
}
function* base64Forms(bytes) {
    const whole = bytes.toString('base64');
    yield { text: whole, form: 'as base64' };
    yield { text: whole.replace(/=+$/, ''), form: 'as base64' };
    // Inside a longer text the value may start at any of three offsets; only
    // characters that do not depend on the text around it can be searched for.
    for (const offset of [0, 1, 2]) {
        const padded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
        const first = Math.ceil((offset * 8) / 6);
        const last = Math.floor(((offset + bytes.length) * 8) / 6);
        yield { text: padded.slice(first, last), form: 'as part of base64' };
    }
    // The widths at which openssl and base64 break lines.
    for (const width of [64, 76]) {
        if (whole.length <= width)
            continue;
        for (const line of whole.match(new RegExp(`.{1,${width}}`, 'g')) ?? []) {
            if (line.length >= 8)
                yield { text: line, form: 'as part of base64' };
        }
    }
}


/***/ }),

/***/ 22512:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ makeMatcher)
/* harmony export */ });
const keyLength = 4;
const buckets = 1 << 16;
/**
 * Buckets patterns by their first four characters, which a table answers in
 * constant time at each position. A combined regular expression was rejected:
 * with thousands of alternatives it tries many of them at each position.
 * Ignores patterns of fewer than four characters.
 */
function makeMatcher(patterns) {
    const index = indexPatterns(patterns);
    return {
        find: (text) => findSpans(text, index),
        replace: (text) => replaceSpans(text, findSpans(text, index)),
        heldFrom: (text) => findHeld(text, index),
    };
}
function indexPatterns(patterns) {
    const all = [...patterns].filter(({ text }) => text.length >= keyLength);
    all.sort((one, other) => other.text.length - one.text.length);
    const table = new Array(buckets).fill(undefined);
    for (const pattern of all) {
        const key = keyAt(pattern.text, 0);
        const bucket = table[key];
        if (bucket === undefined)
            table[key] = [pattern];
        else
            bucket.push(pattern);
    }
    const beginnings = new Set(all.flatMap(({ text }) => [1, 2, 3].map((length) => text.slice(0, length))));
    return { table, beginnings, longest: all[0]?.text.length ?? 0 };
}
function keyAt(text, position) {
    const high = Math.imul(text.charCodeAt(position), 31) + text.charCodeAt(position + 1);
    const low = Math.imul(text.charCodeAt(position + 2), 31) + text.charCodeAt(position + 3);
    return (Math.imul(high, 2654435761) ^ Math.imul(low, 40503)) >>> 16;
}
function findSpans(text, { table, longest }) {
    const spans = [];
    if (longest === 0)
        return spans;
    let last = { start: 0, end: 0, patterns: [] };
    for (let position = 0; position + keyLength <= text.length; position += 1) {
        const pattern = table[keyAt(text, position)]?.find((candidate) => text.startsWith(candidate.text, position));
        if (pattern === undefined)
            continue;
        const end = position + pattern.text.length;
        if (end <= last.end)
            continue;
        if (position < last.end) {
            last.end = end;
            last.patterns.push(pattern);
        }
        else {
            last = { start: position, end, patterns: [pattern] };
            spans.push(last);
        }
    }
    return spans;
}
function replaceSpans(text, spans) {
    let result = '';
    let position = 0;
    for (const { start, end, patterns } of spans) {
        result += text.slice(position, start);
        result += [...new Set(patterns.map(({ replacement }) => replacement))].join('');
        position = end;
    }
    return result + text.slice(position);
}
function findHeld(text, { table, beginnings, longest }) {
    for (let position = Math.max(0, text.length - longest + 1); position < text.length; position += 1) {
        const left = text.length - position;
        if (left < keyLength) {
            if (beginnings.has(text.slice(position)))
                return position;
            continue;
        }
        const bucket = table[keyAt(text, position)];
        if (bucket?.some((candidate) => candidate.text.length > left && text.endsWith(candidate.text.slice(0, left)))) {
            return position;
        }
    }
    return text.length;
}


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

/***/ 47318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/**
 * Calls `attempt` (with 1, 2, …) until it succeeds. Pauses are random between 0 and a limit that
 * doubles ("full jitter"), so that many callers that failed together do not retry together.
 * Throws the last error unchanged.
 */
async function retry(options, attempt) {
    const { clock } = options;
    let sinceMs = options.lastGoodMs?.() ?? clock.elapsed();
    let failures = 0;
    for (let count = 1;; count += 1) {
        try {
            return await attempt(count);
        }
        catch (error) {
            const goodMs = options.lastGoodMs?.() ?? sinceMs;
            failures = goodMs > sinceMs ? 1 : failures + 1;
            sinceMs = goodMs;
            const pauseMs = Math.max(clock.random() * limit(options, failures), options.leastMs?.(error) ?? 0);
            const late = options.deadlineMs !== undefined && clock.elapsed() - sinceMs + pauseMs > options.deadlineMs;
            if (late || count >= maxAttempts(options) || !options.isRetryable(error))
                throw error;
            await clock.sleep(pauseMs, options.signal);
        }
    }
}
function limit({ baseMs, maxMs }, failures) {
    return Math.min(maxMs, baseMs * 2 ** (failures - 1));
}
function maxAttempts({ attempts, deadlineMs }) {
    return attempts ?? (deadlineMs === undefined ? 1 : Number.POSITIVE_INFINITY);
}


/***/ })

};
