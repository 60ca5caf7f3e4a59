export const id = 8890;
export const ids = [8890];
export const modules = {

/***/ 50578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/**
 * The candidate that a misspelt word most likely meant, or undefined if none is
 * near. The first of equally near ones wins; case is ignored.
 */
function nearest(word, candidates) {
    const wanted = word.toLowerCase();
    let best;
    let bestDistance = furthest(wanted) + 1;
    for (const candidate of candidates) {
        const distance = editDistance({ from: wanted, to: candidate.toLowerCase(), below: bestDistance });
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
function furthest(word) {
    if (word.length < 4)
        return 1;
    return word.length < 8 ? 2 : 3;
}
/**
 * Edits between two words: insert, delete, replace, swap of neighbours (optimal
 * string alignment). Gives up, with infinity, as soon as `below` cannot be reached.
 */
function editDistance({ from, to, below }) {
    if (Math.abs(from.length - to.length) >= below)
        return Number.POSITIVE_INFINITY;
    let beforePrevious = [];
    let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (let i = 1; i <= from.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= to.length; j += 1) {
            const replaced = at(previous, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
            let cost = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, replaced);
            if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
                cost = Math.min(cost, at(beforePrevious, j - 2) + 1);
            }
            row.push(cost);
        }
        // A swap reaches back two rows, so only two hopeless rows in a row settle it.
        if (Math.min(...row) >= below && Math.min(...previous) >= below)
            return Number.POSITIVE_INFINITY;
        beforePrevious = previous;
        previous = row;
    }
    return at(previous, to.length);
}
function at(row, index) {
    return row[index] ?? Number.POSITIVE_INFINITY;
}


/***/ }),

/***/ 98216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q3: () => (/* binding */ outcomeKinds),
/* harmony export */   v9: () => (/* binding */ holds)
/* harmony export */ });
/* unused harmony export stepStatuses */
const outcomeKinds = ['ok', 'changed', 'failed', 'unreachable', 'skipped', 'rolled-back'];
const stepStatuses = (/* unused pure expression or super */ null && (['ok', 'changed', 'failed', 'skipped']));
/** True if all that was asked for holds on this machine now. */
function holds(outcome) {
    return outcome.kind === 'ok' || outcome.kind === 'changed';
}


/***/ }),

/***/ 31690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ sealKeySecret),
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** The secret that opens what is sealed on the config branch. */
const sealKeySecret = 'DROVER_SEAL_KEY';
/**
 * A value that must not be seen. Printing, serialising and inspecting it give
 * its name only; `reveal()` at the last moment gives the value.
 */
class Secret {
    name;
    kind;
    #value;
    constructor(name, value, { kind = 'secret' } = {}) {
        this.name = name;
        this.kind = kind;
        this.#value = value;
    }
    reveal() {
        return this.#value;
    }
    toString() {
        return `[${this.kind} ${this.name}]`;
    }
    toJSON() {
        return this.toString();
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return this.toString();
    }
}


/***/ }),

/***/ 31412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MB: () => (/* binding */ mayChangeMachines),
/* harmony export */   PI: () => (/* binding */ isReadOnly),
/* harmony export */   YG: () => (/* binding */ isOperation),
/* harmony export */   YQ: () => (/* binding */ showsPlan),
/* harmony export */   _X: () => (/* binding */ isAboutFolder),
/* harmony export */   eo: () => (/* binding */ needsNoLedger),
/* harmony export */   zU: () => (/* binding */ operations)
/* harmony export */ });
const opsRepository = {
    placeholder: 'OWNER/NAME',
    summary: 'The ops repository on GitHub. By default what `origin` or the workflow files say',
};
/** Every verb, in the order of the help text. */
const operations = {
    list: {
        summary: 'Show each machine: wanted, there, and what was last applied',
        machines: 'optional',
        options: [],
        readOnly: true,
    },
    provision: {
        summary: 'Make machines that do not exist, start those that are stopped',
        machines: 'required',
        options: ['dry-run', 'budget'],
    },
    configure: {
        summary: 'Bring machines to what is desired: baseline, code, artifacts, files, and what follows a change',
        machines: 'required',
        options: ['dry-run', 'plan-digest', 'since', 'rollback', 'to', 'baseline'],
    },
    downloadconfig: {
        summary: 'Capture the found files of machines into the config branch',
        machines: 'required',
        options: ['since'],
        looks: true,
    },
    create: {
        summary: 'provision, configure, certbot and downloadconfig in one, then the checks',
        machines: 'required',
        options: ['budget', 'baseline'],
    },
    plan: {
        summary: 'Choose the machines of a run and share them among jobs; touches none',
        machines: 'optional',
        options: ['for', 'since', 'shards', 'canary', 'environment', 'confirm', 'budget', 'dry-run'],
        readOnly: true,
    },
    preview: {
        summary: 'Show what configure would change on each machine, in a pull request as one comment',
        machines: 'required',
        options: ['since', 'to'],
        readOnly: true,
    },
    verify: {
        summary: 'Tell where machines differ from the branch, and run their checks; changes nothing',
        machines: 'required',
        options: ['since'],
        looks: true,
    },
    run: {
        summary: 'Run one command on each machine and group equal answers',
        machines: 'required',
        options: ['command'],
    },
    update: {
        summary: 'Upgrade the packages of machines, run their checks, and reboot them if that is wanted',
        machines: 'required',
        options: ['dry-run', 'security-only', 'reboot'],
    },
    backup: {
        summary: 'Read paths of machines into an encrypted archive on this computer, one for each machine',
        machines: 'required',
        options: ['paths', 'recipients', 'to'],
        needs: ['paths'],
        meanings: {
            to: { placeholder: 'FOLDER', summary: 'Where `backups/` goes; by default the current folder' },
        },
        looks: true,
    },
    upload: {
        summary: 'Put one file of this computer on machines, whole or not at all',
        machines: 'required',
        options: ['file', 'to', 'mode', 'owner'],
        needs: ['file', 'to'],
        meanings: { to: { placeholder: 'PATH', summary: 'Where it goes on the machine, an absolute path' } },
    },
    download: {
        summary: 'Get one file of machines into a folder of this computer',
        machines: 'required',
        options: ['from', 'to'],
        needs: ['from'],
        meanings: {
            to: { placeholder: 'FOLDER', summary: 'Where it goes; by default the current folder' },
        },
        looks: true,
    },
    start: {
        summary: 'Start machines that are stopped; refuses those that do not exist',
        machines: 'required',
        options: [],
    },
    stop: { summary: 'Stop machines; their disks stay', machines: 'required', options: [] },
    reboot: {
        summary: 'Reboot machines and wait until they answer from a new boot',
        machines: 'required',
        options: [],
    },
    certbot: {
        summary: 'Give machines the certificates that flock.yml asks for: restored, ordered, renewed or put',
        machines: 'required',
        options: ['dry-run', 'force'],
    },
    terminate: {
        summary: 'Capture machines a last time, then end them and all they hold',
        machines: 'required',
        options: ['confirm', 'yes', 'dry-run', 'no-capture'],
    },
    reap: {
        summary: 'End machines whose making was never completed and whose time is over, for a schedule',
        machines: 'optional',
        options: ['dry-run'],
    },
    rotate: {
        summary: 'Give machines new host keys and revoke the old ones',
        machines: 'required',
        options: [],
    },
    connect: {
        summary: 'Open a shell on one machine, its host key checked',
        machines: 'required',
        options: [],
        only: 'cli',
        readOnly: true,
    },
    record: {
        summary: 'Account for a run: one table of its machines, and a record for each whose job left none',
        machines: 'optional',
        options: ['for', 'job-result', 'canary', 'environment', 'deployment', 'dry-run'],
    },
    replay: {
        summary: 'Commit records that an earlier run kept as files because it could not push them',
        machines: 'required',
        placeholder: 'FILE',
        options: [],
        only: 'cli',
    },
    history: {
        summary: 'Show what was done, from the ledger',
        machines: 'optional',
        options: ['limit', 'github'],
        readOnly: true,
    },
    init: {
        summary: 'Make an ops repository in a folder: its workflows, and a config branch with an example flock',
        machines: 'optional',
        placeholder: 'FOLDER',
        options: ['toolkit', 'name', 'default-branch'],
        general: ['repository', 'branch', 'json'],
        meanings: { repository: opsRepository },
        only: 'cli',
        readOnly: true,
    },
    import: {
        summary: 'Make the files of a config branch from a folder of the older deployment scripts',
        machines: 'optional',
        placeholder: 'FOLDER',
        options: ['to', 'flock-config', 'name'],
        general: ['json'],
        meanings: {
            to: { placeholder: 'FOLDER', summary: 'The folder to make; it must not exist, or be empty' },
            name: { placeholder: 'FLOCK', summary: 'The name of the flock. By default made of the deploy group' },
        },
        only: 'cli',
        readOnly: true,
    },
    workflows: {
        summary: 'Bring the workflow files of the checked out branch up to date with templates and secrets',
        machines: 'optional',
        word: 'sync',
        placeholder: 'FOLDER',
        options: ['toolkit', 'default-branch', 'check', 'overwrite'],
        general: ['repository', 'branch', 'json'],
        meanings: { repository: opsRepository },
        only: 'cli',
        readOnly: true,
    },
    'seal-key': {
        summary: 'Print a new key for what is sealed on the branch, as a file of age; kept nowhere',
        machines: 'none',
        options: [],
        general: ['json'],
        only: 'cli',
        readOnly: true,
    },
    doctor: {
        summary: 'Check an ops repository: flock, templates, secrets, workflows, access to AWS and machines',
        machines: 'optional',
        placeholder: 'FOLDER',
        options: ['toolkit', 'default-branch'],
        general: ['repository', 'branch', 'ssh-key-file', 'secrets-file', 'json'],
        meanings: { repository: opsRepository },
        only: 'cli',
        readOnly: true,
    },
};
function isOperation(name) {
    return Object.hasOwn(operations, name);
}
/** True if it changes nothing and leaves no record of a machine. */
function isReadOnly(name) {
    const entry = operations[name];
    return entry.readOnly ?? false;
}
/** True if it may change machines; also for a name that is none. */
function mayChangeMachines(name) {
    if (!isOperation(name))
        return true;
    const entry = operations[name];
    return !(entry.readOnly ?? entry.looks ?? false);
}
/** True if its answer is what would change, line by line. */
function showsPlan({ operation, dryRun, }) {
    return dryRun || operation === 'preview' || operation === 'verify';
}
/** True if it is about the folder of an ops repository, and not about the ledger or machines by name. */
function isAboutFolder(name) {
    const entry = isOperation(name) ? operations[name] : undefined;
    return entry?.placeholder === 'FOLDER';
}
/** True if it reads nothing of the config branch: it may not even exist yet. */
function needsNoLedger(name) {
    return isAboutFolder(name) || name === 'seal-key';
}


/***/ }),

/***/ 36906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ certificateTime),
/* harmony export */   EW: () => (/* binding */ shortDays),
/* harmony export */   Iu: () => (/* binding */ failureDays)
/* harmony export */ });
const dayMs = 86_400_000;
/** Below this many days a person is warned: the machine's own timer renews at 30. */
const warningDays = 21;
/** Below this many days it is a failure: something has kept the machine from renewing for three weeks. */
const failureDays = 7;
/** Of one that is issued for days only, the part that must be left in their place. */
const parts = { warning: 1 / 2, failure: 1 / 6 };
/** Pure: what the end of a certificate means at a moment (milliseconds since the epoch). */
function certificateTime({ notBefore, notAfter }, nowMs) {
    const endMs = Date.parse(notAfter);
    const leftMs = endMs - nowMs;
    const wholeMs = notBefore === undefined ? Number.POSITIVE_INFINITY : endMs - Date.parse(notBefore);
    const days = Math.floor(leftMs / dayMs);
    return { urgency: urgencyOf(leftMs, wholeMs), days, text: describe(leftMs) };
}
/** For the cell of a table: `89 days`, or that it has expired. */
function shortDays({ daysLeft, urgency, }) {
    if (urgency === 'expired')
        return 'expired';
    return daysLeft === 1 ? '1 day' : `${daysLeft} days`;
}
function urgencyOf(leftMs, wholeMs) {
    if (leftMs <= 0)
        return 'expired';
    if (leftMs < Math.min(failureDays * dayMs, wholeMs * parts.failure))
        return 'urgent';
    return leftMs < Math.min(warningDays * dayMs, wholeMs * parts.warning) ? 'soon' : 'fine';
}
function describe(leftMs) {
    const days = Math.floor(Math.abs(leftMs) / dayMs);
    const count = days === 1 ? '1 day' : `${days} days`;
    if (leftMs <= 0)
        return days === 0 ? 'expired today' : `expired ${count} ago`;
    return days === 0 ? 'less than a day left' : `${count} left`;
}


/***/ }),

/***/ 31713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q0: () => (/* binding */ githubLimits),
/* harmony export */   U8: () => (/* binding */ fitBlocks),
/* harmony export */   lD: () => (/* binding */ cutCharacters)
/* harmony export */ });
/* unused harmony export cutMark */
/**
 * What GitHub Actions takes. More than this is lost without a word, or fails the step.
 * https://docs.github.com/actions/reference/limits and actions/runner
 */
const githubLimits = {
    /** Bytes of `GITHUB_STEP_SUMMARY` for one step; a larger one is dropped whole. */
    summaryBytes: 1024 * 1024,
    /** Annotations of each level that one step may make. */
    annotationsPerLevel: 10,
    annotationCharacters: 4096,
    /** Body of a comment. We count bytes, which are never fewer than characters; a longer one is refused whole. */
    commentBytes: 65_536,
    /** Description of a deployment's status. */
    deploymentCharacters: 140,
    /** All outputs of a job together, counted in UTF-16: two bytes a character. */
    outputBytes: 1024 * 1024,
    /** What we allow the output `result` alone, in characters, so that others fit beside it. */
    resultCharacters: 100_000,
};
const cutMark = '… (cut)';
/** At most `limit` UTF-16 units, a cut text ending in `… (cut)`. */
function cutCharacters(text, limit) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, limit - cutMark.length).replace(/[\ud800-\udbff]$/, '')}${cutMark}`;
}
/**
 * As many blocks from the start as fit into `limit` bytes of UTF-8, and `sentence`
 * at the end if some did not. Blocks are never cut, so that Markdown stays whole.
 */
function fitBlocks(blocks, { limit, sentence }) {
    const sizes = blocks.map((block) => Buffer.byteLength(block));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total <= limit)
        return blocks.join('');
    const room = limit - Buffer.byteLength(sentence);
    let used = 0;
    const count = sizes.findIndex((size) => {
        used += size;
        return used > room;
    });
    return blocks.slice(0, count).join('') + sentence;
}


/***/ }),

/***/ 36812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ toLines),
/* harmony export */   w: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var _base_neutralise_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7060);

/**
 * The lines of a text, each safe to print. A lone carriage return ends a line, as it does
 * in the log of a runner; an end of line at the very end adds no line.
 */
function toLines(text) {
    const lines = (0,_base_neutralise_js__WEBPACK_IMPORTED_MODULE_0__/* .neutralise */ .$)(text).split('\n');
    if (lines.at(-1) === '')
        lines.pop();
    return lines;
}
/** The last `count` lines, with a line in front that says how many are left out. */
function lastLines(text, count) {
    const lines = toLines(text);
    if (lines.length <= count)
        return lines;
    return [`… ${lines.length - count} lines before`, ...lines.slice(-count)];
}


/***/ }),

/***/ 34902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
/* harmony import */ var _github_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31713);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36812);


const cellCharacters = 500;
/**
 * Text as GitHub's Markdown shows it literally, on one line, also in a cell of a table.
 * The zero-width space keeps `@name` and `#12` from becoming a mention or a reference:
 * GitHub looks for those after entities are decoded, so an entity alone does not.
 */
function escapeMarkdown(text) {
    return (0,_github_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .cutCharacters */ .lD)((0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P)(text).join(' '), cellCharacters)
        .replace(/[&<>|`*_~[\]\\$]/g, (character) => `&#${character.charCodeAt(0)};`)
        .replace(/@/g, '@&#8203;')
        .replace(/(?<!&)#(?=\d)/g, '#&#8203;')
        .replace(/\bgh-(?=\d)/gi, (reference) => `${reference.slice(0, 2)}&#8203;-`)
        .replace(/:\/\//g, ':&#8203;//')
        .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}&#8203;.`);
}
/** A code span that holds any text. HTML instead of backticks: it needs no counting and works in a cell. */
function codeSpan(text) {
    return `<code>${escapeMarkdown(text)}</code>`;
}
/** A fenced block that no line of the text can close. */
function codeBlock(lines, language = '') {
    const longest = Math.max(0, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
    const fence = '`'.repeat(Math.max(3, longest + 1));
    return `${fence}${language}\n${lines.map((line) => `${line}\n`).join('')}${fence}\n`;
}
/** A part that is folded until someone opens it. */
function folded(title, body) {
    return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${body}\n</details>\n\n`;
}
/** One row of a table; the cells are Markdown already. */
function row(cells) {
    return `| ${cells.join(' | ')} |\n`;
}
/** A link, or only its text when the address is no web page. */
function link(markdown, address) {
    if (address === undefined || !/^https?:\/\/[^\s()<>|`"'\\]+$/.test(address))
        return markdown;
    return `[${markdown}](${address})`;
}


/***/ }),

/***/ 81396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ parseAccounted),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   P6: () => (/* binding */ parseSaved),
/* harmony export */   PH: () => (/* binding */ parseEvents),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Wp: () => (/* binding */ parseAnswer),
/* harmony export */   YF: () => (/* binding */ parseJobs),
/* harmony export */   hB: () => (/* binding */ parseCertificate),
/* harmony export */   t0: () => (/* binding */ parsePresence),
/* harmony export */   vS: () => (/* binding */ parsePlan)
/* harmony export */ });
// `data` is JSON from another layer: what has not the expected shape is not shown, and nothing throws.
function parsePresence(data) {
    if (!isObject(data) || typeof data.presence !== 'string')
        return undefined;
    const applied = data.applied;
    return {
        provider: text(data.provider),
        presence: data.presence,
        wanted: data.wanted !== false,
        ...(typeof data.address === 'string' && { address: data.address }),
        ...(typeof data.dns === 'string' && { dns: data.dns }),
        ...(typeof data.expiresAt === 'string' && { expiresAt: data.expiresAt }),
        ...(Array.isArray(data.duplicates) && {
            duplicates: data.duplicates.filter(isObject).map(({ id }) => text(id)),
        }),
        ...(isObject(applied) && {
            applied: {
                config: text(applied.config),
                time: text(applied.time),
                outcome: text(applied.outcome),
            },
        }),
    };
}
function parseCertificate(data) {
    const found = isObject(data) ? data.certificate : undefined;
    if (!isObject(found) || typeof found.daysLeft !== 'number')
        return undefined;
    return { notAfter: text(found.notAfter), daysLeft: found.daysLeft, urgency: text(found.urgency) };
}
function parsePlan(data) {
    if (!isObject(data) || !Array.isArray(data.changes))
        return undefined;
    const changes = data.changes.filter(isObject).map((change) => ({
        path: text(change.path),
        action: text(change.action),
        ...(typeof change.diff === 'string' && { diff: change.diff }),
        after: Array.isArray(change.after) ? change.after.map(text) : [],
    }));
    return { digest: text(data.digest), changes };
}
function parseAnswer(data) {
    if (!isObject(data) || typeof data.stdout !== 'string')
        return undefined;
    return {
        code: typeof data.code === 'number' ? data.code : null,
        signal: typeof data.signal === 'string' ? data.signal : null,
        stdout: data.stdout,
        stderr: text(data.stderr),
        truncated: data.truncated === true,
    };
}
function parseSaved(data) {
    if (!isObject(data) || typeof data.file !== 'string' || typeof data.sha256 !== 'string')
        return undefined;
    return { file: data.file, sha256: data.sha256, size: typeof data.size === 'number' ? data.size : 0 };
}
function parseJobs(data) {
    if (!isObject(data) || !Array.isArray(data.shards))
        return undefined;
    return {
        canary: jobs(data.canary),
        shards: jobs(data.shards),
        machines: Array.isArray(data.machines) ? data.machines.map(text) : [],
    };
}
function jobs(data) {
    if (!Array.isArray(data))
        return [];
    return data.filter(isObject).map(({ name, machines, lock }) => ({
        name: text(name),
        machines: text(machines),
        lock: text(lock),
    }));
}
function parseAccounted(data) {
    if (!isObject(data) || typeof data.for !== 'string')
        return undefined;
    return { for: data.for, config: text(data.config) };
}
function parseEvents(data) {
    if (!Array.isArray(data))
        return undefined;
    return data.filter(isObject).map((event) => ({
        time: text(event.time),
        machine: text(event.machine),
        operation: text(event.operation),
        outcome: text(event.outcome),
        reason: text(event.reason),
        message: text(event.message),
        durationMs: typeof event.duration_ms === 'number' ? event.duration_ms : 0,
        config: text(event.config),
        runId: text(event.run_id),
        ...(typeof event.run_url === 'string' && { runUrl: event.run_url }),
        actor: text(event.actor),
        ...(event.github !== undefined && { github: parseRun(event.github) }),
    }));
}
function parseRun(run) {
    if (!isObject(run))
        return null;
    return {
        state: text(run.state),
        workflow: text(run.workflow),
        title: text(run.title),
        event: text(run.event),
        conclusion: text(run.conclusion),
        url: text(run.url),
        ...(typeof run.duration_ms === 'number' && { durationMs: run.duration_ms }),
    };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function text(value) {
    return typeof value === 'string' ? value : '';
}


/***/ }),

/***/ 87177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ shortCommit),
/* harmony export */   Gp: () => (/* binding */ failedMachines),
/* harmony export */   HJ: () => (/* binding */ changedMachines),
/* harmony export */   XF: () => (/* binding */ countOutcomes),
/* harmony export */   jd: () => (/* binding */ retriedOperation),
/* harmony export */   md: () => (/* binding */ worstFirst)
/* harmony export */ });
/* harmony import */ var _base_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98216);
/* harmony import */ var _outcome_data_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81396);


/** Worst first: what a person has to look at comes before what went well. */
const order = ['failed', 'rolled-back', 'unreachable', 'skipped', 'changed', 'ok'];
/** The outcomes, worst first; those of one kind stay in their order. */
function worstFirst(outcomes) {
    return order.flatMap((kind) => outcomes.filter((outcome) => outcome.kind === kind));
}
/** `2 changed, 1 failed`: what went well first. Empty when there are no outcomes. */
function countOutcomes(outcomes) {
    return [...order]
        .reverse()
        .map((kind) => ({ kind, count: outcomes.filter((outcome) => outcome.kind === kind).length }))
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => `${count} ${kind}`)
        .join(', ');
}
/** Names of the machines that were changed. */
function changedMachines(report) {
    return report.outcomes.filter(({ kind }) => kind === 'changed').map(({ machine }) => machine);
}
/** Names of the machines on which not all holds that was asked for, whatever the cause. */
function failedMachines(report) {
    return report.outcomes.filter((outcome) => !(0,_base_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v9)(outcome)).map(({ machine }) => machine);
}
/** The operation to do again; that of the jobs when the report is the account of a run. */
function retriedOperation({ operation, data }) {
    return operation === 'record' ? (0,_outcome_data_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAccounted */ .A6)(data)?.for : operation;
}
/** How a commit is shown to a person. */
function shortCommit(commit) {
    return commit.slice(0, 7);
}


/***/ })

};
