export const id = 1982;
export const ids = [1982];
export const modules = {

/***/ 57336:
/***/ ((module) => {

let p = process || {}, argv = p.argv || [], env = p.env || {}
let isColorSupported =
	!(!!env.NO_COLOR || argv.includes("--no-color")) &&
	(!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || ((p.stdout || {}).isTTY && env.TERM !== "dumb") || !!env.CI)

let formatter = (open, close, replace = open) =>
	input => {
		let string = "" + input, index = string.indexOf(close, open.length)
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close
	}

let replaceClose = (string, close, replace, index) => {
	let result = "", cursor = 0
	do {
		result += string.substring(cursor, index) + replace
		cursor = index + close.length
		index = string.indexOf(close, cursor)
	} while (~index)
	return result + string.substring(cursor)
}

let createColors = (enabled = isColorSupported) => {
	let f = enabled ? formatter : () => String
	return {
		isColorSupported: enabled,
		reset: f("\x1b[0m", "\x1b[0m"),
		bold: f("\x1b[1m", "\x1b[22m", "\x1b[22m\x1b[1m"),
		dim: f("\x1b[2m", "\x1b[22m", "\x1b[22m\x1b[2m"),
		italic: f("\x1b[3m", "\x1b[23m"),
		underline: f("\x1b[4m", "\x1b[24m"),
		inverse: f("\x1b[7m", "\x1b[27m"),
		hidden: f("\x1b[8m", "\x1b[28m"),
		strikethrough: f("\x1b[9m", "\x1b[29m"),

		black: f("\x1b[30m", "\x1b[39m"),
		red: f("\x1b[31m", "\x1b[39m"),
		green: f("\x1b[32m", "\x1b[39m"),
		yellow: f("\x1b[33m", "\x1b[39m"),
		blue: f("\x1b[34m", "\x1b[39m"),
		magenta: f("\x1b[35m", "\x1b[39m"),
		cyan: f("\x1b[36m", "\x1b[39m"),
		white: f("\x1b[37m", "\x1b[39m"),
		gray: f("\x1b[90m", "\x1b[39m"),

		bgBlack: f("\x1b[40m", "\x1b[49m"),
		bgRed: f("\x1b[41m", "\x1b[49m"),
		bgGreen: f("\x1b[42m", "\x1b[49m"),
		bgYellow: f("\x1b[43m", "\x1b[49m"),
		bgBlue: f("\x1b[44m", "\x1b[49m"),
		bgMagenta: f("\x1b[45m", "\x1b[49m"),
		bgCyan: f("\x1b[46m", "\x1b[49m"),
		bgWhite: f("\x1b[47m", "\x1b[49m"),

		blackBright: f("\x1b[90m", "\x1b[39m"),
		redBright: f("\x1b[91m", "\x1b[39m"),
		greenBright: f("\x1b[92m", "\x1b[39m"),
		yellowBright: f("\x1b[93m", "\x1b[39m"),
		blueBright: f("\x1b[94m", "\x1b[39m"),
		magentaBright: f("\x1b[95m", "\x1b[39m"),
		cyanBright: f("\x1b[96m", "\x1b[39m"),
		whiteBright: f("\x1b[97m", "\x1b[39m"),

		bgBlackBright: f("\x1b[100m", "\x1b[49m"),
		bgRedBright: f("\x1b[101m", "\x1b[49m"),
		bgGreenBright: f("\x1b[102m", "\x1b[49m"),
		bgYellowBright: f("\x1b[103m", "\x1b[49m"),
		bgBlueBright: f("\x1b[104m", "\x1b[49m"),
		bgMagentaBright: f("\x1b[105m", "\x1b[49m"),
		bgCyanBright: f("\x1b[106m", "\x1b[49m"),
		bgWhiteBright: f("\x1b[107m", "\x1b[49m"),
	}
}

module.exports = createColors()
module.exports.createColors = createColors


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

/***/ 81982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/base/text/neutralise.js
var neutralise = __webpack_require__(49746);
// EXTERNAL MODULE: ./build/engine/early-result.js
var early_result = __webpack_require__(85400);
// EXTERNAL MODULE: ./build/operations/registry.js + 32 modules
var registry = __webpack_require__(91581);
// EXTERNAL MODULE: ./build/report/text/render-json.js
var render_json = __webpack_require__(43402);
// EXTERNAL MODULE: ./build/report/text/render-text.js + 5 modules
var render_text = __webpack_require__(31262);
// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(91904);
// EXTERNAL MODULE: ./build/request/option.js
var request_option = __webpack_require__(74413);
;// CONCATENATED MODULE: ./build/entrypoints/cli/prompt.js

/** True if somebody sits there who can read a question and answer it. */
function canAsk({ stdin, stderr }) {
    return stdin.isTTY === true && stderr.isTTY === true;
}
/** The line that was typed; undefined when input ended or Ctrl-C was pressed. */
async function askLine(question, { stdin, stderr }) {
    const { createInterface } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 80481, 19));
    const lines = createInterface({ input: stdin, output: stderr, terminal: true });
    try {
        return await new Promise((resolve) => {
            lines.on('close', () => resolve(undefined));
            lines.on('SIGINT', () => lines.close());
            lines.question(question, resolve);
        });
    }
    finally {
        lines.close();
    }
}
/** Asks as `Ports.ask` promises; throws `cancelled` when the person does not want to answer. */
function askAt(terminal) {
    return async ({ text, byDefault }) => {
        const typed = await askLine(`${text}${byDefault === undefined ? '' : ` [${byDefault}]`}: `, terminal);
        if (typed !== undefined)
            return typed;
        throw new errors/* DroverError */.F('question: was not answered', {
            reason: 'cancelled',
            hint: 'Nothing was changed. Give the answers as flags to be asked nothing.',
        });
    };
}

;// CONCATENATED MODULE: ./build/entrypoints/cli/confirm.js


/**
 * Asks for the names of the machines once more. Without a terminal there is
 * nobody to ask: refused. Anything but exactly these names refuses, too.
 */
async function confirmNames(names, terminal) {
    if (!canAsk(terminal)) {
        return refused('terminate: not confirmed: there is no terminal to ask at', 'give --yes if the machines and all they hold shall end');
    }
    const count = names.length === 1 ? 'this machine' : `these ${names.length} machines`;
    terminal.stderr.write(`terminate ends ${count} and all they hold: ${names.join(' ')}\n`);
    const typed = (0,request_option/* splitWords */.yM)((await askLine('type the names again to confirm: ', terminal)) ?? '');
    if (isSameSet(typed, names))
        return { kind: 'confirmed', names: typed };
    const said = typed.length === 0 ? 'nothing was typed' : `"${typed.join(' ')}" is not "${names.join(' ')}"`;
    return refused(`terminate: not confirmed: ${said}`, 'nothing was ended; type the names exactly, or give --yes');
}
function isSameSet(typed, names) {
    const wanted = new Set(names);
    return new Set(typed).size === wanted.size && typed.every((name) => wanted.has(name));
}
function refused(message, hint) {
    return { kind: 'refused', problem: { message, reason: 'not-confirmed', hint } };
}

// EXTERNAL MODULE: ./build/base/text/sentence.js
var sentence = __webpack_require__(56077);
// EXTERNAL MODULE: ./build/operations/all-options.js
var all_options = __webpack_require__(8819);
// EXTERNAL MODULE: ./build/operations/define-operation.js
var define_operation = __webpack_require__(14500);
;// CONCATENATED MODULE: ./build/operations/usage.js
/** How an operation is asked for at a shell: `drover configure MACHINE… [options]`. */
function usageOf(definition) {
    const { traits } = definition;
    return [
        `drover ${commandOf(definition)}`,
        ...subjectOf(definition),
        '[options]',
        ...(traits?.takesCommand ? ['-- COMMAND [ARGUMENT…]'] : []),
    ].join(' ');
}
/** Its name and the word that must follow: `workflows sync`, `completion bash|zsh|fish`. */
function commandOf({ name, words }) {
    return words === undefined ? name : `${name} ${words.join('|')}`;
}
/** What stands behind the name: `MACHINE…`, `[FOLDER]`, or nothing. */
function subjectOf({ machines, placeholder }) {
    const word = placeholder === 'FOLDER' ? 'FOLDER' : `${placeholder ?? 'MACHINE'}…`;
    return { required: [word], optional: [`[${word}]`], none: [] }[machines];
}

;// CONCATENATED MODULE: ./build/report/exit-codes.js
/** What the exit status of the process means: the one list for the help text and the docs. */
const exitCodes = {
    0: 'everything that was asked for holds',
    1: 'it does not hold on some machines',
    2: 'the input is wrong: arguments, flock.yml, templates, secrets',
    3: 'cloud, machine or network kept Drover from an outcome',
    70: 'a defect of Drover',
    130: 'a second Ctrl-C ended the process at once',
};

// EXTERNAL MODULE: ./build/report/text/text-table.js
var text_table = __webpack_require__(61417);
// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
;// CONCATENATED MODULE: ./build/entrypoints/cli/argument-problems.js



/** Options that are flags at a shell, the general ones first. */
const cliOptions = all_options/* allOptions */.AM.filter((named) => (0,all_options/* isSaidAt */.Nw)('cli', named));
const byName = new Map(cliOptions.map((named) => [named.name, named]));
function isCliOption(name) {
    return byName.has(name);
}
/** True if it stands alone: `--json`. */
function isBareFlag(name) {
    return byName.get(name)?.option.kind === 'flag';
}
/** How to say at a shell what only the action takes as an input. */
const instead = {
    operation: 'the operation is the first argument: drover OPERATION MACHINE…',
    machines: 'machines are arguments: drover OPERATION MACHINE…',
    command: 'the command stands behind "--": drover run MACHINE… -- COMMAND',
    confirm: 'names are asked for at a terminal; --yes does without',
    token: 'at a shell, git and its credentials reach the repository',
    'ssh-key': 'use --ssh-key-file FILE, or put the text of the key into DROVER_SSH_KEY',
    secrets: 'use --secrets-file FILE, or the environment',
};
function unknownOperation(name) {
    if (name === undefined) {
        return {
            message: 'drover: no operation is named',
            reason: 'unknown-operation',
            hint: 'drover --help lists them',
        };
    }
    const near = (0,nearest/* nearest */.p)(name, registry/* operationNames */.qj);
    return {
        message: `drover: no operation is named "${name}"`,
        reason: 'unknown-operation',
        hint: near === undefined ? 'drover --help lists them' : `did you mean "${near}"? drover --help lists them`,
    };
}
function unknownFlag({ name, rawName }) {
    const said = Object.hasOwn(instead, name) ? instead[name] : undefined;
    const near = rawName.startsWith('--') ? (0,nearest/* nearest */.p)(name, [...byName.keys(), 'help', 'version']) : undefined;
    const meant = near === undefined ? 'drover OPERATION --help lists them' : `did you mean "--${near}"?`;
    return { message: `${rawName}: is no flag of drover`, reason: 'invalid-argument', hint: said ?? meant };
}
/** A flag of another operation is refused, never overlooked: whoever gave it counts on it. */
function wrongFlag(definition, flag) {
    if ((0,registry/* takes */.ny)(definition, flag))
        return [];
    return [
        {
            message: `--${flag}: "${definition.name}" does not take it`,
            reason: 'invalid-argument',
            hint: `it belongs to ${(0,registry/* operationsWith */.XE)(flag)
                .map(({ name }) => name)
                .join(', ')}`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/entrypoints/cli/help.js








/** `drover --help`. */
function renderHelp(paint) {
    return page([
        'drover OPERATION [MACHINE…] [options]',
        '',
        'Drives a flock of servers. MACHINE is a name, a pattern (fp-*), group:NAME, all, or !NAME to leave one out.',
        '',
        ...define_operation/* operationGroups */.g.flatMap((group) => [
            paint.strong((0,sentence/* upperFirst */.Zb)(group)),
            ...pairs(registry/* operations */.zU.filter((one) => one.group === group).map(({ name, summary }) => [name, summary])),
            '',
        ]),
        paint.strong('Options'),
        ...pairs([
            ...cliOptions.map((named) => [
                usage(named.name, named.option),
                describe({ ...named.option, summary: (0,all_options/* summaryOf */.YG)(named, 'cli') }),
            ]),
            ['--help', 'Show this, or with an operation what it takes'],
            ['--version', 'Show the version'],
        ]),
        '',
        paint.strong('Exit status'),
        ...pairs(Object.entries(exitCodes)),
    ]);
}
/** `drover OPERATION --help`. */
function renderOperationHelp(definition, paint) {
    const { summary, traits } = definition;
    return page([
        usageOf(definition),
        '',
        `${summary}.`,
        ...(traits?.takesCommand
            ? ['A command of one word is a shell command line; of several, each stays one word.']
            : []),
        '',
        paint.strong('Options'),
        ...pairs([...(0,registry/* optionsOf */.cz)(definition)]
            .filter(([, { only }]) => only !== 'action')
            .map(([option, meant]) => [usage(option, meant), describe(meant)])),
    ]);
}
function usage(name, { placeholder }) {
    return placeholder === undefined ? `--${name}` : `--${name} ${placeholder}`;
}
function describe({ summary, byDefault, kind }) {
    const isWorthTelling = byDefault !== undefined && kind !== 'flag';
    return isWorthTelling ? `${summary} (default ${byDefault})` : summary;
}
function pairs(rows) {
    return (0,text_table/* renderTable */.b)(rows.map(([left, right]) => [{ text: `  ${left}` }, { text: right }]));
}
function page(lines) {
    return `${lines.join('\n')}\n`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/entrypoints/cli/local-run.js


/** The run of a person at a shell. Time and chance make its id one of a kind. */
function makeLocalRun(env) {
    return {
        id: formatLocalId({ time: new Date(), tail: (0,external_node_crypto_.randomBytes)(2).toString('hex') }),
        attempt: 1,
        actor: env.USER || accountName(),
    };
}
/** `local-20261121T214305-9f3c`: sorts by time, UTC. */
function formatLocalId({ time, tail }) {
    const stamp = time
        .toISOString()
        .replace(/\.\d+Z$/, '')
        .replace(/[-:]/g, '');
    return `local-${stamp}-${tail}`;
}
/** Throws on a computer that has no entry for this account, as in some containers. */
function accountName() {
    try {
        return (0,external_node_os_.userInfo)().username;
    }
    catch {
        return 'unknown';
    }
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/base/text/quote.js
var quote = __webpack_require__(90366);
// EXTERNAL MODULE: ./build/request/parse-request.js + 1 modules
var parse_request = __webpack_require__(45449);
;// CONCATENATED MODULE: ./build/entrypoints/cli/parse-arguments.js






/** Reads the arguments after `drover`. All that is wrong with them is found at once. */
function parseArguments(argv) {
    const { words, after, given, problems } = readTokens(argv);
    const [name, ...machines] = words;
    const json = given.has('json');
    const definition = name === undefined ? undefined : (0,registry/* findOperation */.LC)(name);
    if (given.has('help')) {
        return definition === undefined ? { kind: 'help' } : { kind: 'help', operation: definition };
    }
    if (given.has('version'))
        return { kind: 'version' };
    if (definition === undefined) {
        const refused = [unknownOperation(name), ...problems];
        return { kind: 'refused', operation: name ?? 'drover', problems: refused, json };
    }
    const said = new Map([...given].filter(([flag]) => isCliOption(flag)));
    const takesCommand = definition.traits?.takesCommand === true;
    const values = takesCommand && after.length > 0 ? new Map([...said, ['command', toCommandLine(after)]]) : said;
    const parsed = (0,parse_request/* parseRequest */.T)(definition, { selectors: machines, values, nameOf: (option) => `--${option}` });
    const [first, ...rest] = [
        ...problems,
        ...[...said.keys()].flatMap((flag) => wrongFlag(definition, flag)),
        ...extraWords(definition, after),
        ...parsed.problems,
    ];
    const operation = definition.name;
    if (first !== undefined)
        return { kind: 'refused', operation, problems: [first, ...rest], json };
    return { kind: 'request', request: parsed.request, values, json };
}
/** `strict: false` and tokens: strict mode would stop at the first thing wrong, in words of its own. */
function readTokens(argv) {
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...argv],
        strict: false,
        tokens: true,
        allowPositionals: true,
        options: {
            ...Object.fromEntries(cliOptions.map(({ name }) => [name, { type: typeOf(name) }])),
            help: { type: 'boolean', short: 'h' },
            version: { type: 'boolean' },
        },
    });
    const end = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? Number.POSITIVE_INFINITY;
    const words = [];
    const after = [];
    const given = new Map();
    const problems = [];
    for (const token of tokens) {
        if (token.kind === 'positional')
            (token.index > end ? after : words).push(token.value);
        if (token.kind !== 'option')
            continue;
        const problem = wrongToken(token, given);
        if (problem === undefined)
            given.set(token.name, token.value ?? 'true');
        else
            problems.push(problem);
    }
    return { words, after, given, problems };
}
function wrongToken(token, given) {
    const { name, rawName, value } = token;
    if (name !== 'help' && name !== 'version' && !isCliOption(name))
        return unknownFlag(token);
    const takesValue = isCliOption(name) && typeOf(name) === 'string';
    if (takesValue &&
        (value === undefined || value === '' || (token.inlineValue !== true && /^--?[a-z]/.test(value)))) {
        return (0,request_option/* invalid */.Gq)(`${rawName}: needs a value`, `write ${rawName}=VALUE`);
    }
    if (!takesValue && value !== undefined)
        return (0,request_option/* invalid */.Gq)(`${rawName}: takes no value, got "${value}"`);
    if (given.has(name) && takesValue)
        return (0,request_option/* invalid */.Gq)(`${rawName}: is given twice`);
    return undefined;
}
function typeOf(name) {
    return isBareFlag(name) ? 'boolean' : 'string';
}
/** Several words are arguments of one command and stay whole; one word is a command line as it stands. */
function toCommandLine(after) {
    const [only] = after;
    return after.length === 1 && only !== undefined ? only : (0,quote/* quoteCommand */.ch)(after);
}
function extraWords(definition, after) {
    const { name, machines, traits } = definition;
    if (traits?.takesCommand || after.length === 0)
        return [];
    const takesNone = machines === 'optional' ? 'machines stand before it' : 'name machines before it';
    return [(0,request_option/* invalid */.Gq)(`--: "${name}" takes no command`, `only "run" takes one behind "--"; ${takesNone}`)];
}

// EXTERNAL MODULE: ./build/report/activity.js
var activity = __webpack_require__(70602);
// EXTERNAL MODULE: ./build/report/duration.js
var duration = __webpack_require__(58747);
// EXTERNAL MODULE: ./build/report/text/lines.js
var lines = __webpack_require__(76756);
// EXTERNAL MODULE: ./build/report/text/paint.js
var text_paint = __webpack_require__(62967);
;// CONCATENATED MODULE: ./build/entrypoints/cli/live-table.js



/** The table at a terminal while work goes on: machine, elapsed, step and what it last printed. Fits the window. */
function renderLiveTable(board, frame) {
    const { paint, nowMs } = frame;
    const running = board.running();
    const room = Math.max(1, frame.rows - 3);
    const shown = running.length > room ? running.slice(0, room - 1) : running;
    const rows = shown.map(({ machine, sinceMs, step, line }) => ({
        machine,
        elapsed: (0,duration/* formatDuration */.a)(nowMs - sinceMs),
        doing: line === '' ? step : `${step} | ${line}`,
    }));
    const taken = widest(rows.map(({ machine }) => machine)) + widest(rows.map(({ elapsed }) => elapsed)) + 4;
    const table = (0,text_table/* renderTable */.b)(rows.map(({ machine, elapsed, doing }) => [
        { text: machine, paint: paint.strong },
        { text: elapsed, paint: paint.dim },
        { text: cut(doing, frame.columns - taken) },
    ]));
    const hidden = running.length - shown.length;
    return [...table, ...(hidden > 0 ? [`… and ${hidden} more`] : []), ...finishedLine(board, paint)].join('\n');
}
function finishedLine(board, paint) {
    const counts = [...board.finished()].map(([kind, count]) => (0,text_paint/* paintKind */.X)(kind, paint)(`${count} ${kind}`));
    return counts.length === 0 ? [] : [`${paint.dim('done:')} ${counts.join(', ')}`];
}
function widest(texts) {
    return Math.max(0, ...texts.map((text) => text.length));
}
function cut(text, width) {
    const room = Math.max(1, width);
    return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}

// EXTERNAL MODULE: ./node_modules/picocolors/picocolors.js
var picocolors = __webpack_require__(57336);
;// CONCATENATED MODULE: ./build/entrypoints/cli/terminal-paint.js

/** Colours for this stream: only at a terminal, and not when NO_COLOR is set (https://no-color.org) or the terminal is dumb. */
function paintFor(stream, env) {
    const noColor = (env.NO_COLOR ?? '') !== '';
    const colors = picocolors.createColors(stream.isTTY === true && !noColor && env.TERM !== 'dumb');
    return {
        good: colors.green,
        changed: colors.yellow,
        bad: colors.red,
        dim: colors.dim,
        strong: colors.bold,
    };
}

;// CONCATENATED MODULE: ./build/entrypoints/cli/progress.js






/** Says nothing: for `--json` and for `connect`. */
const silentDisplay = { report: () => undefined, close: () => undefined };
/** Shows progress on standard error: a live table at a terminal, plain lines elsewhere. */
async function openDisplay({ stderr, env }) {
    return stderr.isTTY === true && env.TERM !== 'dumb'
        ? await openLiveDisplay(stderr, paintFor(stderr, env))
        : openPlainDisplay(stderr);
}
const framesPerSecond = 10;
async function openLiveDisplay(stream, paint) {
    const { createLogUpdate } = await __webpack_require__.e(/* import() */ 5872).then(__webpack_require__.bind(__webpack_require__, 25872));
    const update = createLogUpdate(stream);
    const board = (0,activity/* makeActivityBoard */.A)();
    const draw = () => update(renderLiveTable(board, {
        columns: stream.columns ?? 80,
        rows: stream.rows ?? 24,
        nowMs: performance.now(),
        paint,
    }));
    // Starts with the first report: until then a question may stand on the screen.
    let timer;
    let isOpen = true;
    return {
        report: (progress) => {
            board.note(progress, performance.now());
            if (isOpen)
                timer ??= setInterval(draw, 1000 / framesPerSecond).unref();
            const lines = permanentLines(progress, paint);
            if (lines.length === 0)
                return;
            if (isOpen)
                update.persist(lines.join('\n'));
            else
                stream.write(`${lines.join('\n')}\n`);
        },
        close: () => {
            if (!isOpen)
                return;
            isOpen = false;
            if (timer === undefined)
                return;
            clearInterval(timer);
            update.clear();
            update.done();
        },
    };
}
function openPlainDisplay(stream) {
    return {
        report: (progress) => {
            for (const line of plainLines(progress))
                stream.write(`${line}\n`);
        },
        close: () => undefined,
    };
}
/** One report as lines for a file or a pipe. */
function plainLines(progress) {
    const machine = progress.kind === 'notice' ? '' : progress.machine;
    if (progress.kind === 'step')
        return [`${machine}: ${progress.step.text} …`];
    if (progress.kind === 'output')
        return (0,lines/* toLines */.P)(progress.line).map((line) => `${machine} | ${line}`);
    return permanentLines(progress, text_paint/* plainPaint */.p);
}
/** What stays on the screen of a terminal above the live table. */
function permanentLines(progress, paint) {
    if (progress.kind === 'notice') {
        const level = progress.level === 'warning' ? paint.changed('warning') : 'drover';
        return (0,lines/* toLines */.P)(progress.message).map((line) => `${level}: ${line}`);
    }
    if (progress.kind !== 'finished')
        return [];
    return [progress_finishedLine(progress.outcome, paint)];
}
function progress_finishedLine({ machine, operation, kind, durationMs, message }, paint) {
    const isGood = kind === 'ok' || kind === 'changed';
    const why = isGood ? '' : `: ${(0,lines/* toLines */.P)(message).join(' ')}`;
    return `${paint.strong(machine)}: ${operation}: ${(0,text_paint/* paintKind */.X)(kind, paint)(kind)} in ${(0,duration/* formatDuration */.a)(durationMs)}${why}`;
}

;// CONCATENATED MODULE: ./build/entrypoints/cli/version.js
/** The version in package.json, typed here so that `--version` reads no file; a test holds the two together. */
const version = '0.1.0';

;// CONCATENATED MODULE: ./build/entrypoints/cli/main.js
















/** `drover` at a shell: does what the arguments say and gives the exit status. Never throws. */
async function runCli(argv, terminal) {
    const { stdout, env } = terminal;
    const asked = parseArguments(argv);
    if (asked.kind === 'version') {
        stdout.write(`${version}\n`);
        return 0;
    }
    if (asked.kind === 'help') {
        const paint = paintFor(stdout, env);
        stdout.write(asked.operation === undefined ? renderHelp(paint) : renderOperationHelp(asked.operation, paint));
        return 0;
    }
    const run = makeLocalRun(env);
    if (asked.kind === 'refused') {
        const { operation, problems, json } = asked;
        return present((0,early_result/* refusedResult */.M)({ operation, run, problems }), { terminal, json, plan: false });
    }
    const { json, request } = asked;
    const plan = (0,registry/* showsPlan */.YQ)(request.operation, { dryRun: request.dryRun === true });
    return present(await operate(asked, { terminal, run }), { terminal, json, plan });
}
async function operate(asked, { terminal, run }) {
    const { operation } = asked.request;
    const definition = (0,registry/* findOperation */.LC)(operation);
    const { takesTerminal = false, asksPerson = false } = definition?.traits ?? {};
    // Its questions and a live table would write over each other.
    const isQuiet = asked.json || takesTerminal || asksPerson;
    const display = isQuiet ? silentDisplay : await openDisplay(terminal);
    const cancel = new AbortController();
    const stopListening = listen({ terminal, display, cancel, ignore: takesTerminal });
    let world;
    try {
        const settings = settingsOf(asked, { terminal, run, display, cancel });
        const wantsCheckout = settings.repository === undefined && !(definition !== undefined && (0,registry/* needsNoLedger */.eo)(definition));
        const { createApp } = await terminal.load(wantsCheckout ? { checkoutAt: settings.cwd } : {});
        world = createApp(settings);
        const quiet = () => createApp({ ...settings, reporter: silentDisplay });
        const confirmed = await main_confirm(asked.request, { terminal, run, quiet });
        return isResult(confirmed) ? confirmed : await world.perform(confirmed);
    }
    catch (error) {
        return describeDefect(error, { terminal, display, run, operation: asked.request.operation, world });
    }
    finally {
        stopListening();
        display.close();
    }
}
function settingsOf(asked, { terminal, run, display, cancel, }) {
    const { values } = asked;
    const { env, cwd, toolkit } = terminal;
    const repository = values.get('repository');
    const keyFile = values.get('ssh-key-file');
    const secretsFile = values.get('secrets-file');
    const key = env.DROVER_SSH_KEY ?? '';
    return {
        env,
        cwd,
        toolkit,
        branch: values.get('branch') ?? 'config',
        run,
        reporter: display,
        signal: cancel.signal,
        ...(repository !== undefined && { repository }),
        ...(keyFile !== undefined && { sshKeyFile: keyFile }),
        ...(keyFile === undefined && key !== '' && { sshKey: new secret/* Secret */.z('DROVER_SSH_KEY', key) }),
        ...(secretsFile !== undefined && { secretsFile }),
        ...(canAsk(terminal) && !asked.json && { ask: askAt(terminal) }),
    };
}
/**
 * The request with the names typed again, or the end of the run. Patterns are
 * turned into names first, so that whoever types them sees what would end.
 */
async function main_confirm(request, { terminal, run, quiet }) {
    const { needsConfirmation } = (0,registry/* findOperation */.LC)(request.operation)?.traits ?? {};
    if (!needsConfirmation || request.yes === true || request.dryRun === true)
        return request;
    let names = request.selectors;
    if (canAsk(terminal) && names.some(isPattern)) {
        const listed = await quiet().perform({ ...request, operation: 'list' });
        if (listed.outcomes.length === 0)
            return { ...listed, operation: request.operation };
        names = listed.outcomes.map(({ machine }) => machine);
    }
    const answer = await confirmNames(names, terminal);
    if (answer.kind === 'confirmed')
        return { ...request, confirm: answer.names };
    return (0,early_result/* refusedResult */.M)({ operation: request.operation, run, problems: [answer.problem] });
}
function isResult(value) {
    return 'exitCode' in value;
}
function isPattern(selector) {
    return selector === 'all' || selector === 'changed' || !/^[a-z0-9.-]+$/i.test(selector);
}
/** The first interruption asks the work to stop in good order, the second ends the process. */
function listen(around) {
    const { terminal, display, cancel } = around;
    return terminal.onInterrupt(() => {
        // The shell that connect opened gets the key itself.
        if (around.ignore)
            return;
        display.close();
        if (cancel.signal.aborted) {
            terminal.exit(130);
            return;
        }
        terminal.stderr.write('drover: stopping in good order; press Ctrl-C again to stop at once\n');
        cancel.abort(new errors/* DroverError */.F('run: was cancelled', { reason: 'cancelled' }));
    });
}
function describeDefect(error, around) {
    const clean = around.world?.clean ?? neutralise/* neutralise */.$;
    around.display.close();
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    around.terminal.stderr.write(`${clean(stack)}\n`);
    const message = error instanceof Error ? error.message : String(error);
    return (0,early_result/* defectResult */.J)({ operation: around.operation, run: around.run, message: clean(message) });
}
function present(result, { terminal, json, plan }) {
    const { stdout, stderr, env } = terminal;
    if (json) {
        stdout.write(`${(0,render_json/* renderJson */.h)((0,render_json/* toJsonDocument */.d)(result, { detail: 'all' }))}\n`);
        return result.exitCode;
    }
    stderr.write((0,trouble/* renderProblems */.x8)(result, paintFor(stderr, env)));
    if (result.output !== undefined) {
        stdout.write(result.output);
        return result.exitCode;
    }
    const hadTerminal = (0,registry/* findOperation */.LC)(result.operation)?.traits?.takesTerminal === true;
    const isConnected = hadTerminal && result.exitCode === 0;
    const isRefused = result.problems.length > 0 && result.outcomes.length === 0;
    if (!isConnected && !isRefused)
        stdout.write((0,render_text/* renderText */.S)(result, { paint: paintFor(stdout, env), plan }));
    return result.exitCode;
}


/***/ })

};
