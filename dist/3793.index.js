export const id = 3793;
export const ids = [3793];
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

/***/ 87306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mt: () => (/* binding */ unreachableReasons),
/* harmony export */   nN: () => (/* binding */ asDroverError),
/* harmony export */   uq: () => (/* binding */ kindOfFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const unreachableReasons = [
    'unreachable',
    'host-key-unknown',
    'host-key-mismatch',
    'authentication-failed',
];
/** The kind of an outcome with this reason. `unreachable` means that no session could be opened, so that the machine is unchanged. */
function kindOfFailure(reason) {
    if (reason === 'not-touched')
        return 'skipped';
    return unreachableReasons.includes(reason) ? 'unreachable' : 'failed';
}
/** Turns anything thrown into an error with a reason. What Drover did not throw on purpose is a defect of Drover. */
function asDroverError(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`drover: ${message}`, {
        reason: 'bug',
        hint: 'This is a defect of Drover. Please report it with the lines above.',
        cause: thrown,
    });
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

/***/ 70330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ stepKinds),
/* harmony export */   P: () => (/* binding */ isStepKind)
/* harmony export */ });
/**
 * What a step does: the closed list that code may decide on. The text of a step is for people. Long work
 * is a unit of the machine, which goes on when the run ends; a transaction that nobody confirms is undone
 * by the machine.
 */
const stepKinds = {
    connect: 'stays',
    wait: 'stays',
    observe: 'stays',
    check: 'stays',
    render: 'stays',
    capture: 'stays',
    transfer: 'stays',
    record: 'stays',
    provision: 'stays',
    boot: 'stays',
    reboot: 'stays',
    stop: 'stays',
    end: 'stays',
    dns: 'stays',
    'host-key': 'stays',
    prune: 'stays',
    'long-work': 'goes-on',
    baseline: 'goes-on',
    'make-ready': 'goes-on',
    upgrade: 'goes-on',
    certificate: 'goes-on',
    order: 'goes-on',
    prepare: 'undone',
    recheck: 'undone',
    validate: 'undone',
    stage: 'undone',
    keep: 'undone',
    arm: 'undone',
    swap: 'undone',
    'follow-up': 'undone',
    /** A check of the machine that decides on a change which is not confirmed yet. */
    trial: 'undone',
    confirm: 'undone',
    revert: 'undone',
    settle: 'undone',
    /** Of another version of Drover. */
    other: 'stays',
};
function isStepKind(value) {
    return typeof value === 'string' && Object.hasOwn(stepKinds, value);
}


/***/ }),

/***/ 17951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ concludeChecks),
/* harmony export */   cE: () => (/* binding */ failedCheckHints),
/* harmony export */   hi: () => (/* binding */ describeFailed)
/* harmony export */ });
/* harmony import */ var _transaction_step_tail_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5036);

/** `check web failed; STATE: what the first one printed`. */
function describeFailed([first, ...others], state) {
    const names = [first, ...others].map(({ name }) => name).join(', ');
    return `${names} failed${state === undefined ? '' : `; ${state}`}${(0,_transaction_step_tail_js__WEBPACK_IMPORTED_MODULE_0__/* .stepTail */ .T)(first.detail)}`;
}
/** What is on the machine when one of its checks has failed, and the way out of it. */
const failedCheckHints = {
    /** `configure`: the change was taken back. */
    'put-back': "The machine serves its earlier configuration. Mend what the step's output names and run the operation again.",
    /** `create`: everything else is done. */
    made: 'The machine has what was asked for. Mend what the checks printed and run the operation again.',
    /** `update`. */
    updated: "The checks' own words stand below the machine. Packages stay as they are: Drover takes none back.",
    /** `verify`: nothing was done. */
    observed: 'Look at the machine with "drover connect" and mend what the checks printed.',
};
/** Pure: checks of a machine that failed, as the end of a task; undefined when all passed. */
function concludeChecks(failed, state) {
    const [first, ...others] = failed.map(({ check, detail }) => ({ name: `check ${check}`, detail }));
    if (first === undefined)
        return undefined;
    return {
        reason: 'check-failed',
        message: describeFailed([first, ...others]),
        hint: failedCheckHints[state],
    };
}


/***/ }),

/***/ 43923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ runChecks)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/failure.js
var failure = __webpack_require__(87306);
// EXTERNAL MODULE: ./build/task/lock-holder.js
var lock_holder = __webpack_require__(80168);
// EXTERNAL MODULE: ./build/transaction/read-transaction.js + 1 modules
var read_transaction = __webpack_require__(78395);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
// EXTERNAL MODULE: ./build/transaction/shared-values.js
var shared_values = __webpack_require__(63549);
// EXTERNAL MODULE: ./build/transaction/transaction.js + 2 modules
var transaction = __webpack_require__(40864);
;// CONCATENATED MODULE: ./build/checks/commands/check-command.js




/**
 * Runs checks one after another as a transaction does, all of them whatever one gives, and prints what
 * `readTransaction` reads.
 */
function checkCommand(id, checks) {
    const words = checks.flatMap(({ name, command }) => [name, command]);
    return {
        argv: ['bash', '-s', '--', id, ...words],
        stdin: (0,program/* programText */.Q)('checks/checks.sh', { ...shared_values/* sharedValues */.w, ...transaction/* checkValues */.Xj }),
        inputMayShow: true,
    };
}
/** Past all that `count` checks may take: the last try of each begins before the end of its patience. */
function checkTimeoutMs(count) {
    const killSeconds = 5;
    const spareMs = 30_000;
    return count * (places/* seconds */.YA.checkRetry + places/* seconds */.YA.check + killSeconds) * 1000 + spareMs;
}

;// CONCATENATED MODULE: ./build/checks/run-checks.js






/**
 * All checks of the machine, one after another: the second may say what is wrong with the first. Each is a step,
 * judged as a transaction judges it. Answers with those that failed; a lost connection is thrown.
 */
async function runChecks(task, session) {
    const { machine, ports } = task;
    const { checks } = machine;
    if (checks.length === 0)
        return [];
    const { clock, signal } = ports;
    const id = (0,lock_holder/* newId */.S)(clock);
    let open;
    const listener = {
        onStep: (step) => {
            open = { label: { ...step, kind: 'check' }, startedMs: clock.elapsed() };
            task.stepStarted(open.label);
        },
        onStepDone: (step) => {
            open = undefined;
            task.stepDone({ ...step, kind: 'check' });
        },
        elapsed: () => clock.elapsed(),
    };
    const reader = (0,read_transaction/* readTransaction */.$)({ id, validations: [] }, listener);
    try {
        const ended = await session.exec(checkCommand(id, checks), {
            timeoutMs: checkTimeoutMs(checks.length),
            maxBytes: 4096,
            onLine: (line, stream) => stream === 'stdout' && reader.line(line),
            ...(signal === undefined ? {} : { signal }),
        });
        const { steps } = reader.result();
        if ((0,command/* succeeded */.g)(ended) && steps.length === checks.length) {
            return checks.flatMap(({ name }, index) => {
                const { status, detail } = steps[index] ?? { status: 'failed' };
                return status === 'ok' ? [] : [{ check: name, detail }];
            });
        }
        throw new errors/* DroverError */.F(`${machine.name}: the checks: ${(0,command/* describeEnd */.l)(ended)} before all were run: ${ended.stderr.toString('utf8').trim()}`, {
            reason: 'command-failed',
            hint: 'Ensure that bash and coreutils work on the machine, and that /tmp has room. Run the operation again.',
        });
    }
    catch (error) {
        if (open !== undefined) {
            const durationMs = Math.round(clock.elapsed() - open.startedMs);
            const detail = (0,failure/* asDroverError */.nN)(error).message;
            task.stepDone({ ...open.label, status: 'failed', durationMs, detail });
        }
        throw error;
    }
}


/***/ }),

/***/ 31950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ runTransient)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/connection/connection-failure.js
var connection_failure = __webpack_require__(6958);
// EXTERNAL MODULE: ./build/connection/deadline.js
var connection_deadline = __webpack_require__(57853);
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/remote/lines.js
var lines = __webpack_require__(94420);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/task/answer-of.js
var answer_of = __webpack_require__(69816);
// EXTERNAL MODULE: ./build/task/lock-holder.js
var lock_holder = __webpack_require__(80168);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
;// CONCATENATED MODULE: ./build/long-work/commands/follow.js


/** How long the follower is silent at most, in seconds: its link is looked at by what it says. */
const aliveSeconds = 10;
/** A line of base64 stays below what one line may hold. */
const chunkBytes = 32 * 1024;
/** Prints the output of a run from a byte on, as it comes, until the unit has ended. */
function followCommand({ kind, run }, offset) {
    return (0,program/* programCommand */.O)('long-work/follow.sh', {
        values: { place_transient: places/* places */.zn.transient, chunk_bytes: chunkBytes, alive_seconds: aliveSeconds },
        args: [kind, run, String(offset)],
    });
}
/** Undefined for a sign of life, and for a line that was cut off. */
function parseFollowed(line) {
    const [, offset, length, base64 = ''] = /^data (\d+) (\d+) (\S*)$/.exec(line) ?? [];
    if (offset !== undefined) {
        const bytes = Buffer.from(base64, 'base64');
        return bytes.length === Number(length) ? { kind: 'data', offset: Number(offset), bytes } : undefined;
    }
    const [, rest] = /^end (.+) \.$/.exec(line) ?? [];
    const end = rest === undefined ? undefined : parseEnd(rest);
    return end === undefined ? undefined : { kind: 'end', end };
}
/** What a shell gives for a program that was ended by a signal: abort, kill, segmentation fault, termination. */
const signals = { 134: 'ABRT', 137: 'KILL', 139: 'SEGV', 143: 'TERM' };
/** Our own word, or what systemd says: `$SERVICE_RESULT $EXIT_CODE $EXIT_STATUS` (systemd.exec(5)). */
function parseEnd(text) {
    const [word = '', how = '', status = ''] = text.trim().split(' ');
    if (word === 'busy')
        return { kind: 'busy', holder: text.slice('busy'.length).trim() };
    if (word === 'replaced' || word === 'timed-out')
        return { kind: word };
    if (word === 'timeout')
        return { kind: 'timed-out' };
    if (word === 'gone')
        return { kind: 'killed', why: 'the machine went down' };
    if (word === 'oom-kill')
        return { kind: 'killed', why: 'the machine had no memory left for it' };
    if (how === 'killed' || how === 'dumped')
        return { kind: 'killed', why: `it was ended by SIG${status}` };
    if (how !== 'exited' || !/^\d+$/.test(status))
        return undefined;
    const signal = signals[Number(status)];
    return signal === undefined
        ? { kind: 'exited', code: Number(status) }
        : { kind: 'killed', why: `it was ended by SIG${signal}` };
}

// EXTERNAL MODULE: ./build/transaction/shared-values.js
var shared_values = __webpack_require__(63549);
;// CONCATENATED MODULE: ./build/long-work/commands/transient.js



/** How much longer the unit may live than its work: an unfinished change is undone first. */
const spareSeconds = 120;
const values = { place_transient: places/* places */.zn.transient };
/** Says in whose hands the unit is, and changes nothing. */
function stateCommand({ kind, run, key }) {
    return (0,program/* programCommand */.O)('long-work/state.sh', { values, args: [kind, run, key] });
}
/**
 * Receives the archive (`bytes` of it) on standard input and starts the unit, if the unit is free. Answers
 * as `stateCommand` does; `ours` when it runs. May be sent again when its answer was lost.
 */
function startCommand(transient, bytes) {
    const { kind, run, key, holder, lockWaitSeconds, timeoutSeconds } = transient;
    const args = [
        ...[kind, run, key, String(bytes), holder],
        ...[String(Math.ceil(lockWaitSeconds)), String(timeoutSeconds)],
    ];
    return (0,program/* programCommand */.O)('long-work/start.sh', { values: { ...values, spare_seconds: spareSeconds }, args });
}
/** What is sent. `complete` is last: an archive that was cut off lacks it. */
function transientArchive({ script, files, }) {
    const text = (path, content) => ({
        path,
        mode: 0o600,
        bytes: Buffer.from(content),
    });
    return [
        text('unit.sh', (0,program/* programText */.Q)('long-work/unit.sh', shared_values/* sharedValues */.w)),
        text('ended.sh', (0,program/* programText */.Q)('long-work/ended.sh')),
        text('script.sh', script),
        ...files.map((file) => ({ ...file, path: `files/${file.path}` })),
        text('complete', ''),
    ];
}
/** Undefined when the answer is none. */
function parseState(answer) {
    const [, word, rest = ''] = /^(\S+) ?(.*)$/.exec(answer.trim()) ?? [];
    if (word === 'free' || word === 'no-systemd')
        return { kind: word };
    if (word === 'ours' && rest !== '')
        return { kind: 'ours', run: rest };
    return word === 'other' ? { kind: 'other', holder: rest } : undefined;
}

;// CONCATENATED MODULE: ./build/long-work/run-long-work.js










/** How often a run looks whether other work of the same kind has ended. */
const lookAgainMs = 3000;
/**
 * Does long work on a machine as a systemd unit, which goes on when the connection or this process ends, and
 * answers with the exit status of the script. The connection is opened again when it is lost. A unit
 * that does the same work (same kind and key) is joined, its output told from the start; other work of the
 * kind, and whoever else holds the machine's lock, is waited for. Errors: `machine-locked`,
 * `connection-lost` (no answer for two minutes; the work goes on), `timed-out`, `killed`, `cancelled` (the
 * work goes on), `missing-tool` (no systemd), `command-failed` (could not be started).
 */
async function runTransient(task, connection, work) {
    const subject = `${task.machine.name}: ${work.kind}`;
    const transient = {
        lockWaitSeconds: connection_policy/* lockPatienceSeconds */.wO.longWork,
        ...work,
        run: (0,lock_holder/* newId */.S)(task.ports.clock),
        holder: (0,lock_holder/* holderLine */.$)(task),
    };
    const run = await start(task, connection, transient);
    const end = await follow(task, connection, { ...work, ...transient, run });
    if (end.kind === 'exited')
        return end.code;
    throw failureOf(end, { subject, work });
}
/** Waits until the unit is free, starts it, and answers with the run to follow: ours, or one that does the same. */
async function start(task, connection, transient) {
    const { clock } = task.ports;
    const subject = `${task.machine.name}: ${transient.kind}`;
    const deadline = (0,connection_deadline/* startDeadline */.d)(task, transient.lockWaitSeconds * 1000);
    for (;;) {
        const waitedSeconds = deadline.elapsedMs() / 1000;
        const lockWaitSeconds = Math.max(1, transient.lockWaitSeconds - waitedSeconds);
        const state = await connection.repeat(subject, () => claim(task, connection, { ...transient, lockWaitSeconds }));
        if (state.kind === 'ours') {
            if (state.run !== transient.run)
                task.stepStarted({ kind: 'long-work', text: `follow the ${transient.kind} that already runs` });
            return state.run;
        }
        const holder = state.kind === 'other' ? state.holder : '';
        if (deadline.isOver())
            throw locked(subject, holder);
        deadline.tell(`wait for ${holder || 'another run'}`);
        await connection.pause(subject, lookAgainMs * (0.5 + clock.random()));
    }
}
/** What is sent may be large: it is sent only to a unit that is free. */
async function claim(task, session, transient) {
    const observed = await ask(task, session, { transient });
    if (observed.kind !== 'free')
        return observed;
    return await ask(task, session, { transient, archive: await (0,tar/* packTar */.nG)(transientArchive(transient)) });
}
async function ask(task, session, { transient, archive }) {
    const subject = `${task.machine.name}: ${transient.kind}`;
    const command = archive === undefined
        ? stateCommand(transient)
        : { ...startCommand(transient, archive.length), stdin: archive };
    const state = parseState(await (0,answer_of/* answerOf */.u)(session, {
        command,
        subject: `${subject}: could not be started`,
        hint: 'Ensure that systemd is at work on the machine, and that /var/lib has room.',
        timeoutMs: archive === undefined ? 90_000 : 15 * 60_000,
        signal: task.ports.signal,
    }));
    if (state === undefined) {
        throw new errors/* DroverError */.F(`${subject}: could not be started: the machine gives no answer that is known`, {
            reason: 'command-failed',
            hint: 'Ensure that the login shell of the machine prints nothing by itself.',
        });
    }
    if (state.kind !== 'no-systemd')
        return state;
    throw new errors/* DroverError */.F(`${subject}: the machine does not run systemd`, {
        reason: 'missing-tool',
        hint: 'Long work must outlive the connection, which Drover leaves to systemd. Use a machine that boots with it.',
    });
}
/** Tells each line once, over as many connections as it takes. */
async function follow(task, connection, work) {
    const reader = readLines(task, work);
    let offset = 0;
    let end;
    const onLine = (line) => {
        const followed = parseFollowed(line);
        if (followed?.kind === 'end')
            end = followed.end;
        // After a lost connection the same bytes may come again.
        if (followed?.kind !== 'data' || followed.offset !== offset)
            return;
        offset += followed.bytes.length;
        reader.write(followed.bytes);
    };
    const { signal } = task.ports;
    const subject = `${task.machine.name}: ${work.kind}`;
    const seconds = work.timeoutSeconds + work.lockWaitSeconds + 600;
    while (end === undefined) {
        await connection.repeat(subject, async () => {
            await connection.exec(followCommand(work, offset), {
                timeoutMs: seconds * 1000,
                idleMs: 4 * aliveSeconds * 1000,
                maxBytes: 0,
                onLine: (line, stream) => stream === 'stdout' && onLine(line),
                ...(signal === undefined ? {} : { signal }),
            });
            if (end === undefined)
                throw (0,connection_failure/* noAnswer */.qE)(subject);
        });
    }
    reader.end();
    return end;
}
/** Parts the words of the unit itself from those of the work. */
function readLines(task, { run, onLine }) {
    return (0,lines/* splitLines */.u)((line) => {
        const [, word, rest = ''] = new RegExp(`^${run} (\\S+) ?(.*)$`).exec(line) ?? [];
        if (word === undefined)
            onLine(line);
        if (word === 'waiting')
            task.stepStarted({ kind: 'long-work', text: `wait for ${rest.trim() || 'another run'}` });
        if (word === 'undoing')
            task.stepStarted({ kind: 'long-work', text: 'undo what an earlier run left half done' });
    });
}
function failureOf(end, { subject, work }) {
    const again = 'Run the operation again: it looks first and finishes what is missing.';
    switch (end.kind) {
        case 'busy':
            return locked(subject, end.holder);
        case 'killed':
            return new errors/* DroverError */.F(`${subject}: was cut off on the machine: ${end.why}`, {
                reason: 'killed',
                hint: again,
            });
        case 'timed-out':
            return new errors/* DroverError */.F(`${subject}: was not done within ${work.timeoutSeconds} s and was ended`, {
                reason: 'timed-out',
                hint: `The lines above say what took so long. ${again}`,
            });
        case 'replaced':
            return new errors/* DroverError */.F(`${subject}: how it ended is not known: other runs have begun since`, {
                reason: 'connection-lost',
                hint: again,
            });
    }
}
function locked(subject, holder) {
    return new errors/* DroverError */.F(`${subject}: another run is changing the machine: ${holder || 'it does not say which'}`, {
        reason: 'machine-locked',
        hint: 'Wait until that run is done, then run this again.',
    });
}


/***/ }),

/***/ 23793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  update: () => (/* binding */ update)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/failure.js
var failure = __webpack_require__(87306);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/checks/run-checks.js + 1 modules
var run_checks = __webpack_require__(43923);
// EXTERNAL MODULE: ./build/connection/open-connection.js
var open_connection = __webpack_require__(86218);
// EXTERNAL MODULE: ./build/lifecycle/provider-machines.js
var provider_machines = __webpack_require__(35965);
// EXTERNAL MODULE: ./build/lifecycle/reboot-machine.js + 1 modules
var reboot_machine = __webpack_require__(81592);
// EXTERNAL MODULE: ./build/long-work/run-long-work.js + 2 modules
var run_long_work = __webpack_require__(31950);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
;// CONCATENATED MODULE: ./build/packages/commands/update.js


/** How long others may install packages before an update gives up, in seconds. */
const packageLockSeconds = 600;
/** Begins each line that is for us; all others are what the programs say. */
const mark = 'drover-update';
/**
 * What was installed before an update that did not end by itself: the next one tells what both did.
 */
const beforePlace = `${places/* places */.zn.library}/update-before`;
/**
 * bash that upgrades packages and tells it as `drover-update WORD …` lines: `step NAME`, `done STATUS NAME`,
 * `waiting WHO`, `would|changed NAME BEFORE AFTER` (`-` for none), `left NAME BEFORE AFTER WHY`, `repaired NAME`,
 * `needs-reboot WHY`, `failed WHY`, and at last `end`. Can be cut off at any moment and run again.
 */
function updateProgram({ securityOnly, isDryRun }) {
    return (0,program/* programText */.Q)(isDryRun ? 'packages/plan.sh' : 'packages/update.sh', {
        mark,
        only: securityOnly ? 'security' : 'all',
        place_before: beforePlace,
        lock_seconds: packageLockSeconds,
    });
}

;// CONCATENATED MODULE: ./build/packages/commands/read-update.js

/** Reads what `updateProgram` prints, line by line as it comes. */
function readUpdate(listener) {
    const would = [];
    const changed = [];
    const left = [];
    const repaired = [];
    let rest = {};
    let hasManager = true;
    let isWhole = false;
    const words = {
        step: listener.onStep,
        done: (said) => {
            const [status = '', ...name] = said.split(' ');
            listener.onStepDone({ name: name.join(' '), status: Number(status) });
        },
        waiting: listener.onWaiting,
        would: (said) => would.push(parseChange(said)),
        changed: (said) => changed.push(parseChange(said)),
        left: (said) => left.push({ ...parseChange(said), why: said.split(' ')[3] ?? '' }),
        repaired: (said) => repaired.push(said),
        'needs-reboot': (said) => {
            rest = { ...rest, needsReboot: said };
        },
        failed: (said) => {
            rest = { ...rest, failed: said };
        },
        'unknown-manager': () => {
            hasManager = false;
        },
        end: () => {
            isWhole = true;
        },
    };
    return {
        line: (text) => {
            const [, word = '', said = ''] = new RegExp(`^${mark} (\\S+) ?(.*)$`).exec(text) ?? [];
            if (Object.hasOwn(words, word))
                words[word]?.(said.trim());
            else
                listener.onOutput(text);
        },
        result: () => ({ would, changed, left, repaired, hasManager, isWhole, ...rest }),
    };
}
function parseChange(said) {
    const [name = '', before = '-', after = '-'] = said.split(' ');
    const version = (text) => (text === '-' ? null : text);
    return { name, before: version(before), after: version(after) };
}

// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/checks/plan/failed-checks.js
var failed_checks = __webpack_require__(17951);
;// CONCATENATED MODULE: ./build/packages/plan/conclude-update.js


/** As many as fit into one line; all of them are in `data`. */
const shownNames = 5;
/** Pure: what a dry run found, as an outcome. */
function planOfUpdate(report) {
    const facts = factsOf(report, undefined);
    const data = { kind: 'update', ...facts };
    if (report.failed !== undefined)
        return failedUpdate(report, facts);
    const { would } = report;
    const left = tellLeft(report);
    if (would.length === 0)
        return { kind: 'ok', reason: 'already-so', message: `nothing to upgrade${left}`, data };
    return { kind: 'ok', reason: 'planned', message: `would upgrade ${tellPackages(would)}${left}`, data };
}
/** Pure: what an update did and how the machine is after it, as an outcome. */
function concludeUpdate(report, after) {
    const facts = factsOf(report, after);
    const told = { data: { kind: 'update', ...facts }, event: facts };
    if (report.failed !== undefined)
        return failedUpdate(report, facts);
    const did = tellDone(report, after);
    const fault = faultOf(after);
    if (fault !== undefined) {
        const message = `${did || 'nothing to upgrade'}; ${fault.message}`;
        return { kind: 'failed', ...fault, message, ...told };
    }
    const more = `${tellLeft(report)}${tellReboot(report, after)}`;
    if (did === '') {
        return { kind: 'ok', reason: 'already-so', message: `nothing to upgrade${more}`, ...told };
    }
    return { kind: 'changed', reason: 'done', message: `${did}${more}`, ...told };
}
function faultOf({ failedChecks, trouble, }) {
    if (trouble !== undefined) {
        const { reason, message, hint } = trouble;
        return { reason, message: `then ${message}`, ...(hint === undefined ? {} : { hint }) };
    }
    return (0,failed_checks/* concludeChecks */.B4)(failedChecks, 'updated');
}
function failedUpdate(report, facts) {
    const did = report.changed.length === 0 ? '' : `, after ${tellPackages(report.changed)}`;
    return {
        kind: 'failed',
        reason: 'command-failed',
        message: `the update failed${did}: ${report.failed}`,
        hint: 'Mend what the line names (a source that does not answer, a full disk, a package whose script fails) and run the operation again: it repairs first what is half done.',
        data: { kind: 'update', ...facts },
        event: facts,
    };
}
function factsOf(report, after) {
    const { would, changed, left, repaired, needsReboot } = report;
    return {
        ...(after === undefined ? { would } : {}),
        packages: changed,
        left,
        repaired,
        needsReboot: needsReboot !== undefined && after?.isRebooted !== true,
        ...(after === undefined
            ? {}
            : { rebooted: after.isRebooted, failedChecks: after.failedChecks.map(({ check }) => check) }),
    };
}
function tellDone({ changed, repaired }, { isRebooted }) {
    return [
        ...(changed.length === 0 ? [] : [`upgraded ${tellPackages(changed)}`]),
        ...(repaired.length === 0 ? [] : [`repaired ${tellNames(repaired)}`]),
        ...(isRebooted ? ['rebooted'] : []),
    ].join(', ');
}
function tellLeft({ left }) {
    return left.length === 0
        ? ''
        : `; left as they are: ${tellNames(left.map(({ name, why }) => `${name} (${why})`))}`;
}
function tellReboot({ needsReboot }, { isRebooted }) {
    if (needsReboot === undefined || isRebooted)
        return '';
    return `; needs a reboot${needsReboot === '' ? '' : `: ${needsReboot}`}`;
}
function tellPackages(packages) {
    const names = tellNames(packages.map(({ name }) => name));
    return `${(0,count_of/* countOf */.p)(packages.length, 'package')}: ${names}`;
}
function tellNames(names) {
    const shown = names.slice(0, shownNames).join(', ');
    return names.length > shownNames ? `${shown} and ${names.length - shownNames} more` : shown;
}

// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
;// CONCATENATED MODULE: ./build/operations/update/update.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});















/** Hundreds of packages on a small machine with a slow disk. */
const updateSeconds = 2 * 60 * 60;
const dryRunMs = 10 * 60_000;
/** Upgrades the packages of machines, each as a unit that goes on when we do not. */
const update = (0,operation/* fleetOperation */.o)({
    records: ({ dryRun }) => !dryRun,
    connects: true,
    prepare: async (ports, { view, machines, request }) => {
        const { securityOnly, dryRun: isDryRun, reboot } = request;
        const mayReboot = reboot !== 'never' && !isDryRun;
        const existing = mayReboot ? await (0,provider_machines/* listProviderMachines */.EO)(ports, view, machines) : undefined;
        return (task) => updateMachine(task, { view, securityOnly, isDryRun, reboot, existing });
    },
});
async function updateMachine(task, asked) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const identity = (0,flock_view/* identityOf */.cu)(asked.view, task.machine.name);
        const connection = __addDisposableResource(env_1, await (0,open_connection/* openConnection */.J)(task, identity), true);
        if (asked.isDryRun)
            return planOfUpdate(requireManager(task, await lookOnly(task, connection, asked)));
        const report = await upgrade(task, connection, asked);
        requireManager(task, report);
        const after = {
            isRebooted: false,
            failedChecks: [],
        };
        // What was done is told even if what comes after it cannot be.
        try {
            after.isRebooted = await rebootIfWanted(task, asked, report);
            if (after.isRebooted) {
                await connection.reopen();
                await waitForUnits(task, connection);
            }
            after.failedChecks = await (0,run_checks/* runChecks */.J)(task, connection);
        }
        catch (thrown) {
            return concludeUpdate(report, { ...after, trouble: (0,failure/* asDroverError */.nN)(thrown) });
        }
        return concludeUpdate(report, after);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function upgrade(task, connection, asked) {
    const reader = listen(task);
    const script = updateProgram(asked);
    const code = await (0,run_long_work/* runTransient */.W)(task, connection, {
        kind: 'update',
        key: (0,digest/* sha256 */.s)(Buffer.from(script)),
        script,
        files: [],
        timeoutSeconds: updateSeconds,
        onLine: (line) => reader.line(line),
    });
    return requireWhole(task, reader, `exited with ${code}`);
}
/** The same script with another end: it changes nothing, so it needs no unit. */
async function lookOnly(task, session, asked) {
    const reader = listen(task);
    const { signal } = task.ports;
    const ended = await session.exec({ argv: ['bash', '-s'], stdin: updateProgram(asked) }, {
        timeoutMs: dryRunMs,
        maxBytes: 0,
        onLine: (line) => reader.line(line),
        ...(signal === undefined ? {} : { signal }),
    });
    return requireWhole(task, reader, (0,command/* succeeded */.g)(ended) ? 'ended' : (0,command/* describeEnd */.l)(ended));
}
function listen(task) {
    const { clock } = task.ports;
    let startedMs = clock.elapsed();
    return readUpdate({
        onStep: (name) => {
            startedMs = clock.elapsed();
            task.stepStarted({ kind: 'upgrade', text: name });
        },
        onStepDone: ({ name, status }) => task.stepDone({
            kind: 'upgrade',
            text: name,
            status: status === 0 ? 'ok' : 'failed',
            durationMs: Math.round(clock.elapsed() - startedMs),
        }),
        onWaiting: (who) => task.stepStarted({ kind: 'upgrade', text: `wait for packages that are being installed by ${who}` }),
        onOutput: (line) => task.output(line, 'stdout'),
    });
}
function requireWhole({ machine }, reader, how) {
    const report = reader.result();
    if (report.isWhole)
        return report;
    throw new errors/* DroverError */.F(`${machine.name}: update: ${how} before it said what it did`, {
        reason: 'command-failed',
        hint: 'Ensure that bash and coreutils work on the machine, and that /tmp has room. Run the operation again: it repairs first.',
    });
}
function requireManager({ machine }, report) {
    if (report.hasManager)
        return report;
    throw new errors/* DroverError */.F(`${machine.name}: update: the machine has no package manager that Drover knows`, {
        reason: 'missing-tool',
        hint: 'Drover updates Debian and Ubuntu, with apt-get. Leave this machine out: "!NAME".',
    });
}
/** A machine whose packages are not whole stays up: somebody may have to look at it. */
async function rebootIfWanted(task, { reboot, view, existing }, { failed, needsReboot }) {
    if (existing === undefined || failed !== undefined)
        return false;
    if (reboot === 'auto' && needsReboot === undefined)
        return false;
    await (0,reboot_machine/* rebootMachine */.H)(task, { view, existing });
    return true;
}
/** Units of a machine that has just booted may still be starting; a machine whose units failed answers, too. */
async function waitForUnits(task, session) {
    const { signal } = task.ports;
    await task.step({ kind: 'boot', text: 'wait for the machine to be up' }, () => session.exec({ argv: ['timeout', String(connection_policy/* startingUnitsSeconds */.Z2), 'systemctl', 'is-system-running', '--wait'] }, { timeoutMs: (connection_policy/* startingUnitsSeconds */.Z2 + 30) * 1000, ...(signal === undefined ? {} : { signal }) }));
}


/***/ }),

/***/ 94420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ splitLines)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);

/** The longest line that is kept as a whole: a program that never prints a newline must not fill the memory. */
const maxLine = 64 * 1024;
/** Cuts a byte stream into lines; characters that are split across chunks stay whole. */
function splitLines(onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    let rest = '';
    const take = (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
        if (rest.length > maxLine) {
            onLine(rest);
            rest = '';
        }
    };
    return {
        write: (chunk) => take(decoder.write(chunk)),
        end: () => {
            take(decoder.end());
            if (rest !== '')
                onLine(rest);
            rest = '';
        },
    };
}


/***/ }),

/***/ 20912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ unpackTar),
/* harmony export */   nG: () => (/* binding */ packTar),
/* harmony export */   wl: () => (/* binding */ listTar)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38321);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56118);



async function packTar(files) {
    const archive = (0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.pack)();
    for (const file of files)
        archive.entry({ name: file.path, mode: file.mode }, file.bytes);
    archive.finalize();
    return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.buffer)(archive);
}
/** Reads all entries of an archive. A hard link becomes a symlink to the path that it names. */
async function unpackTar(archive) {
    const entries = [];
    for await (const entry of node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([archive]).pipe((0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.extract)())) {
        const { header } = entry;
        entries.push({
            path: header.name,
            type: typeOf(header.type),
            mode: (header.mode ?? 0) & 0o7777,
            owner: header.uname || String(header.uid ?? 0),
            group: header.gname || String(header.gid ?? 0),
            ...(header.linkname ? { link: header.linkname } : {}),
            bytes: await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.buffer)(entry),
        });
    }
    return entries;
}
/** Lists the entries of an archive, without their bytes. They are hostile until checked. */
async function listTar(archive) {
    const entries = [];
    for await (const entry of node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([archive]).pipe((0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.extract)())) {
        entry.resume();
        const { name, type, linkname } = entry.header;
        const plain = typeOf(type);
        const isSymlink = type === 'symlink';
        entries.push({
            path: name,
            type: isSymlink ? 'symlink' : plain === 'link' ? 'other' : plain,
            ...(isSymlink && linkname ? { link: linkname } : {}),
        });
    }
    return entries;
}
function typeOf(type) {
    if (type === 'file' || type === 'contiguous-file')
        return 'file';
    if (type === 'directory')
        return 'folder';
    if (type === 'symlink' || type === 'link')
        return 'link';
    return 'other';
}


/***/ }),

/***/ 80168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ holderLine),
/* harmony export */   S: () => (/* binding */ newId)
/* harmony export */ });
/** Tells a contender who holds the lock of a machine. */
function holderLine({ ports, machine }) {
    const since = new Date(ports.clock.now()).toISOString();
    return `run ${ports.run.id} of ${ports.run.actor}, on ${machine.name} since ${since}`;
}
/** 16 hexadecimal digits for one attempt at changing a machine. */
function newId(clock) {
    const half = () => Math.floor(clock.random() * 0xffffffff)
        .toString(16)
        .padStart(8, '0');
    return `${half()}${half()}`;
}


/***/ }),

/***/ 83034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseFollowUp),
/* harmony export */   F: () => (/* binding */ encodeFollowUp)
/* harmony export */ });
/** One line: how a follow-up is kept on the machine while it has yet to be run, and how it is shown. */
function encodeFollowUp(followUp) {
    switch (followUp.kind) {
        case 'daemon-reload':
            return 'daemon-reload';
        case 'command':
            return `command ${followUp.command}`;
        default:
            return `${followUp.kind} ${followUp.unit}`;
    }
}
/** Back from `encodeFollowUp`; undefined for a line that it never makes. */
function parseFollowUp(line) {
    const [word = '', ...rest] = line.split(' ');
    const argument = rest.join(' ');
    if (word === 'daemon-reload' && argument === '')
        return { kind: 'daemon-reload' };
    if (argument === '')
        return undefined;
    if (word === 'command')
        return { kind: 'command', command: argument };
    if (word === 'reload' || word === 'restart')
        return { kind: word, unit: argument };
    return undefined;
}


/***/ }),

/***/ 98270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseManaged),
/* harmony export */   W: () => (/* binding */ encodeManaged)
/* harmony export */ });
const linkWord = 'link ';
/** The text of `/var/lib/drover/files`: a path a line; all paths are absolute, so a line with a word before it is no file. */
function encodeManaged({ files, links }) {
    return [...files, ...links.map((path) => `${linkWord}${path}`)].map((line) => `${line}\n`).join('');
}
function parseManaged(text) {
    const lines = text.split('\n').filter((line) => line !== '');
    return {
        files: lines.filter((line) => !line.startsWith(linkWord)),
        links: lines.filter((line) => line.startsWith(linkWord)).map((line) => line.slice(linkWord.length)),
    };
}


/***/ }),

/***/ 33963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   qs: () => (/* binding */ undosKept),
/* harmony export */   zn: () => (/* binding */ places)
/* harmony export */ });
/** Where Drover keeps what it needs on a machine. */
const places = {
    /** Only root looks in here. */
    library: '/var/lib/drover',
    /** A folder for each transaction that is under way. */
    transactions: '/var/lib/drover/tx',
    /** The last few changes, newest last, as they can be undone. */
    undo: '/var/lib/drover/undo',
    /** Link to the transaction that has begun to change files and is not confirmed. Its removal is what makes a change last. */
    current: '/var/lib/drover/current',
    /** How the newest transaction ended: `ID changed` or `ID rolled-back WHY`. */
    last: '/var/lib/drover/last',
    /** Every path that Drover put here, one a line, see `encodeManaged`. */
    files: '/var/lib/drover/files',
    /** `ROLE DIGEST` a line: the roles that this machine has, as they were when they ran. */
    baseline: '/var/lib/drover/baseline',
    /** A folder for each kind of long work: what it needs, what it prints, how it ended. */
    transient: '/var/lib/drover/transient',
    /** `NAME/SHA256`: what links of artifacts lead to. */
    artifacts: '/var/lib/drover/artifacts',
    stamp: '/etc/drover/stamp.json',
    stampEnv: '/etc/drover/stamp.env',
    lock: '/run/drover/lock',
    holder: '/run/drover/holder',
    /** Id of the transaction that may write. */
    token: '/run/drover/token',
    /** A file here with the name of a point holds a transaction at that point until it is removed: for whoever wants to look, and for tests. */
    hold: '/run/drover/hold',
    recoverUnit: '/etc/systemd/system/drover-recover.service',
};
/**
 * How long things take on a machine, in seconds. The sums matter: a machine
 * that nobody confirms is back to the old files within 35 s, and a lock whose
 * holder died is free within 20 s.
 */
const seconds = {
    /** Silence of the holder after which it counts as dead; it speaks every 3 s. */
    heartbeat: 10,
    confirm: 20,
    validation: 120,
    followUp: 300,
    check: 60,
    /** How long a check that fails is tried again, every half second: a service may need a moment to answer. */
    checkRetry: 10,
    /** For what follows a revert when nobody listens any more: the lock must come free. */
    lastFollowUp: 5,
    /** After the swap begins, how soon the machine looks whether its transaction still has somebody who cares. */
    watch: 5,
};
const undosKept = 3;


/***/ }),

/***/ 78395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ parseLast),
  $: () => (/* binding */ readTransaction)
});

// EXTERNAL MODULE: ./build/base/step-kinds.js
var step_kinds = __webpack_require__(70330);
// EXTERNAL MODULE: ./build/transaction/follow-up.js
var follow_up = __webpack_require__(83034);
;// CONCATENATED MODULE: ./build/transaction/read-step.js


/**
 * What a step is that the transaction's script calls `name`. Its own steps are one word; `validate in place`
 * validates a second time; a check is `check NAME`; all others are follow-ups, in the words of `encodeFollowUp`.
 */
function readStepName(name) {
    if (name === 'validate in place')
        return { kind: 'validate', text: name };
    const [, check] = /^check (.+)$/.exec(name) ?? [];
    if (check !== undefined)
        return { kind: 'trial', text: name, subject: check };
    if ((0,follow_up/* parseFollowUp */.C)(name) !== undefined)
        return { kind: 'follow-up', text: name, subject: name };
    return { kind: (0,step_kinds/* isStepKind */.P)(name) ? name : 'other', text: name };
}
/**
 * The validator that failed: the script ends its step with `"COMMAND" exited with STATUS`. Undefined when it
 * printed more than is kept.
 */
function findFailedValidator(detail, validations) {
    return validations.find((command) => detail.includes(`"${command}" exited with `));
}

;// CONCATENATED MODULE: ./build/transaction/read-transaction.js

/** Status of a validation that the kernel gave no private mount namespace for. */
const noNamespace = 125;
/** Reads what a transaction prints, line by line as it comes. */
function readTransaction({ id, validations }, listener) {
    const steps = [];
    const said = [];
    let end;
    let startedMs = 0;
    const finish = (rest) => {
        const [, name = '', status = '1'] = /^(.*) (\d+)$/.exec(rest) ?? [];
        const detail = said.splice(0).join('\n');
        const label = readStepName(name);
        const validator = label.kind === 'validate' ? findFailedValidator(detail, validations) : undefined;
        const step = {
            ...label,
            ...(validator === undefined ? {} : { subject: validator }),
            status: status === '0' ? 'ok' : Number(status) === noNamespace ? 'skipped' : 'failed',
            durationMs: Math.round(listener.elapsed() - startedMs),
            ...(detail === '' ? {} : { detail }),
        };
        steps.push(step);
        listener.onStepDone(step);
    };
    const words = {
        step: (rest) => {
            startedMs = listener.elapsed();
            listener.onStep(readStepName(rest));
        },
        done: finish,
        confirm: () => listener.onConfirm?.(),
        waiting: (rest) => listener.onWaiting?.(rest.trim()),
        busy: (rest) => {
            end = { kind: 'busy', holder: rest.trim() };
        },
        end: (rest) => {
            end = parseEnd(rest);
        },
    };
    return {
        line(text) {
            if (text.startsWith('| '))
                said.push(text.slice(2));
            else if (text.startsWith(`${id} `)) {
                const [, word = '', rest = ''] = /^\S+ (\S+) ?(.*)$/.exec(text) ?? [];
                if (Object.hasOwn(words, word))
                    words[word]?.(rest);
            }
        },
        result: () => ({ steps, ...(end === undefined ? {} : { end }) }),
    };
}
function parseEnd(rest) {
    const [kind = '', why = ''] = rest.trim().split(' ');
    if (kind === 'changed')
        return { kind };
    return kind === 'failed' || kind === 'rolled-back' ? { kind, why } : undefined;
}
/** What `lastCommand` printed, when it speaks of this transaction. */
function parseLast(text, id) {
    return text.startsWith(`${id} `) ? parseEnd(text.slice(id.length + 1)) : undefined;
}


/***/ }),

/***/ 63549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ sharedValues)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33963);

/** What `configure/base.sh` and `configure/recover-other.sh` want, for a transaction and for long work. */
const sharedValues = {
    place_library: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.library,
    place_current: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current,
    place_last: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.last,
    place_lock: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.lock,
    place_holder: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.holder,
    place_token: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.token,
    place_hold: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.hold,
    seconds_last_follow_up: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp,
};


/***/ }),

/***/ 5036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ stepTail)
/* harmony export */ });
/** The first and the last lines of what a step printed: a validator says first what is wrong, our script last. */
function stepTail(detail = '') {
    const lines = detail.split('\n').filter((line) => line.trim() !== '');
    const shown = lines.length > 3 ? [...lines.slice(0, 2), ...lines.slice(-1)] : lines;
    const why = shown.map((line) => line.slice(0, 200)).join('; ');
    return why === '' ? '' : `: ${why}`;
}


/***/ }),

/***/ 40864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xj: () => (/* binding */ checkValues),
  qw: () => (/* binding */ confirmCommand),
  Cb: () => (/* binding */ lastCommand),
  ZD: () => (/* binding */ transactionArchive),
  o7: () => (/* binding */ transactionCommand),
  Eb: () => (/* binding */ undoCommand)
});

// UNUSED EXPORTS: transactionPlan, transactionProgram

// EXTERNAL MODULE: ./build/base/secret-bytes.js
var secret_bytes = __webpack_require__(95452);
// EXTERNAL MODULE: ./build/base/text/quote.js
var quote = __webpack_require__(90366);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/transaction/follow-up.js
var follow_up = __webpack_require__(83034);
;// CONCATENATED MODULE: ./build/transaction/follow-up-argv.js

/** `reload-or-restart`: a unit that is stopped is started, as somebody who asks for its new configuration expects. */
function followUpArgv(followUp) {
    switch (followUp.kind) {
        case 'daemon-reload':
            return ['systemctl', 'daemon-reload'];
        case 'reload':
            return systemctlAfresh('reload-or-restart', followUp.unit);
        case 'restart':
            return systemctlAfresh('restart', followUp.unit);
        case 'command':
            return ['sh', '-c', followUp.command];
    }
}
/** Also a unit that systemd would not start again so soon. */
function systemctlAfresh(verb, unit) {
    return (0,program/* programCommand */.O)('configure/systemctl-afresh.sh', { args: [verb, unit] }).argv;
}

// EXTERNAL MODULE: ./build/transaction/managed.js
var transaction_managed = __webpack_require__(98270);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
// EXTERNAL MODULE: ./build/transaction/shared-values.js
var shared_values = __webpack_require__(63549);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
;// CONCATENATED MODULE: ./build/transaction/undo.js

function undoFiles(files) {
    return files.flatMap((file) => {
        if (file.op !== 'put' && file.op !== 'remove')
            return [];
        const newSha256 = file.op === 'put' ? (0,digest/* sha256 */.s)(file.bytes.reveal()) : null;
        return [{ target: file.target, newSha256, existed: file.observedSha256 !== undefined }];
    });
}
function undoLinks(files) {
    return files.flatMap((file) => {
        if (file.op !== 'link' && file.op !== 'unlink')
            return [];
        const newLink = file.op === 'link' ? file.to : null;
        return [{ target: file.target, newLink, oldLink: file.observedLink ?? null }];
    });
}

;// CONCATENATED MODULE: ./build/transaction/transaction.js









/**
 * Receives the archive (its size is the first thing known of it) on standard
 * input, then listens there for signs of life, a line every few seconds.
 */
function transactionCommand(transaction, archiveBytes) {
    const { id, lockWaitSeconds, holder } = transaction;
    return (0,program/* programCommand */.O)('configure/receive.sh', {
        values: { place_transactions: places/* places */.zn.transactions },
        args: [id, String(archiveBytes), String(lockWaitSeconds), holder],
    });
}
/** What a second connection says: whoever can say it has a way to the machine. Exit status 3: nothing waits for it. */
function confirmCommand({ id }) {
    const values = { place_transactions: places/* places */.zn.transactions, place_current: places/* places */.zn.current };
    return (0,program/* programCommand */.O)('configure/confirm.sh', { values, args: [id] });
}
/** Prints how a transaction ended, `ID KIND WHY`; nothing while that is not decided. */
function lastCommand({ id }) {
    const { transactions, current, last } = places/* places */.zn;
    const values = { place_transactions: transactions, place_current: current, place_last: last };
    return (0,program/* programCommand */.O)('configure/last.sh', { values, args: [id] });
}
/** Answers with an archive of the newest kept change: `NAME/undo.json` and `NAME/old/…`; with nothing when none is kept. */
const undoCommand = (0,program/* programCommand */.O)('configure/read-undo.sh', {
    values: { place_undo: places/* places */.zn.undo },
});
/** What the archive holds: the new tree below `new/`, and the script. */
function transactionArchive(transaction) {
    const text = (path, content) => ({
        path,
        mode: 0o600,
        bytes: Buffer.from(content),
    });
    return [
        text('script.sh', `${transactionProgram(transaction)}\n${transactionPlan(transaction)}`),
        text('recover.service', recoverUnit),
        text('undo.json', `${JSON.stringify(undoOf(transaction))}\n`),
        ...allFiles(transaction).flatMap((file) => file.op === 'put' ? [{ path: `new${file.target}`, mode: 0o600, bytes: file.bytes.reveal() }] : []),
    ];
}
function undoOf({ files, followUps }) {
    return {
        files: undoFiles(files).map((file) => ({ ...file })),
        links: undoLinks(files).map((link) => ({ ...link })),
        followUps: followUps.map(follow_up/* encodeFollowUp */.F),
    };
}
/** What a link will lead to is whole before the link leads there; what goes is still there until then. */
function inOrder(files) {
    const turns = ['put', 'link', 'unlink', 'remove'];
    return turns.flatMap((turn) => files.filter(({ op }) => op === turn));
}
/** Drover's own files come last: the stamp must not say what is not there yet. */
function allFiles({ files, stamp, stampEnv, managed, }) {
    const own = (target, mode, content) => ({
        op: 'put',
        own: true,
        target,
        owner: 'root',
        group: 'root',
        mode,
        bytes: new secret_bytes/* SecretBytes */.y(Buffer.from(content)),
    });
    return [
        ...inOrder(files),
        own(places/* places */.zn.files, 0o600, (0,transaction_managed/* encodeManaged */.W)(managed)),
        own(places/* places */.zn.stampEnv, 0o644, stampEnv),
        own(places/* places */.zn.stamp, 0o644, stamp),
    ];
}
/** The program, with what it is told by name. */
function transactionProgram(transaction) {
    const { validations, undoes = '', observedGeneration = '?' } = transaction;
    return (0,program/* programText */.Q)('configure/transaction.sh', {
        ...shared_values/* sharedValues */.w,
        ...ownValues,
        has_validations: validations.length > 0 ? 'yes' : 'no',
        undoes,
        seen_generation: observedGeneration,
        hard_limit: hardLimit(transaction),
    });
}
/** What `configure/check.sh` wants, in a transaction and for checks by themselves. */
const checkValues = {
    seconds_check: places/* seconds */.YA.check,
    seconds_check_retry: places/* seconds */.YA.checkRetry,
    // Room for the line about the exit within what a step tells.
    try_bytes: 16_000,
};
const ownValues = {
    place_transactions: places/* places */.zn.transactions,
    place_undo: places/* places */.zn.undo,
    place_recover_unit: places/* places */.zn.recoverUnit,
    seconds_heartbeat: places/* seconds */.YA.heartbeat,
    seconds_confirm: places/* seconds */.YA.confirm,
    seconds_validation: places/* seconds */.YA.validation,
    seconds_follow_up: places/* seconds */.YA.followUp,
    ...checkValues,
    seconds_watch: places/* seconds */.YA.watch,
    undos_kept: places/* undosKept */.qs,
};
/** What differs from one change to the next: lists, no logic. */
function transactionPlan(transaction) {
    const { validations, followUps, checks } = transaction;
    return [
        list('each_file', allFiles(transaction).map((file) => `"$1" ${fileWords(file)}`)),
        list('validations', validations.map((command) => `validation ${(0,quote/* quoteWord */.XW)(command)}`)),
        list('follow_ups', followUps.map((followUp) => `follow_up ${(0,quote/* quoteCommand */.ch)([(0,follow_up/* encodeFollowUp */.F)(followUp), ...followUpArgv(followUp)])}`)),
        list('checks', checks.map(({ name, command }) => `check ${(0,quote/* quoteCommand */.ch)([name, command])}`)),
    ].join('');
}
function fileWords(file) {
    if (file.op === 'link' || file.op === 'unlink') {
        const observedLink = file.observedLink === undefined ? '-' : `to:${file.observedLink}`;
        return (0,quote/* quoteCommand */.ch)([file.op, file.target, file.op === 'link' ? file.to : '-', '-', '-', observedLink]);
    }
    if (file.op === 'remove')
        return (0,quote/* quoteCommand */.ch)(['remove', file.target, '-', '-', '-', file.observedSha256]);
    const seen = file.own || file.unseen ? '?' : (file.observedSha256 ?? '-');
    return (0,quote/* quoteCommand */.ch)([
        'put',
        file.target,
        file.owner,
        file.group,
        file.mode.toString(8).padStart(4, '0'),
        seen,
    ]);
}
/** Past all limits of what a supervisor that still works may be waiting for. */
function hardLimit({ followUps, checks }) {
    return (places/* seconds */.YA.confirm +
        30 +
        2 * followUps.length * places/* seconds */.YA.followUp +
        checks.length * (places/* seconds */.YA.check + places/* seconds */.YA.checkRetry));
}
function list(name, calls) {
    return `${name}() {\n${calls.map((call) => `  ${call} || return 1\n`).join('')}  :\n}\n`;
}
/** A machine that went down in the middle of a change comes back with the old files, before any service reads them. */
const recoverUnit = `[Unit]
Description=Put back what a change by Drover left half done
DefaultDependencies=no
After=local-fs.target
Before=sysinit.target
ConditionPathIsSymbolicLink=${places/* places */.zn.current}

[Service]
Type=oneshot
ExecStart=/bin/bash -c 'tx=$$(readlink ${places/* places */.zn.current}); id=$$(basename "$$tx"); . "$$tx/script.sh"; recover_at_boot'
`;


/***/ })

};
