export const id = 4879;
export const ids = [4879];
export const modules = {

/***/ 44879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ runTransient)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/remote/lines.js
var lines = __webpack_require__(94420);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/task/answer-of.js
var answer_of = __webpack_require__(69816);
;// CONCATENATED MODULE: ./build/task/keep-link.js

/** How long in a row a machine may give no answer: longer than it takes to boot. */
const silenceMs = 120_000;
const away = ['unreachable', 'connection-lost', 'timed-out'];
/** For work that goes on by itself on the machine while there is no connection. */
function keepLink(task, { session, identity, subject }) {
    const { ports, machine } = task;
    const { clock, signal } = ports;
    let current = session;
    let answeredMs = clock.elapsed();
    const drop = async () => {
        const dropped = current;
        current = undefined;
        if (dropped !== session)
            await dropped?.close();
    };
    const connect = async () => {
        const key = await ports.sshKey();
        const limits = { timeoutMs: 20_000, reachMs: 5000, ...(signal === undefined ? {} : { signal }) };
        return ports.remote.connect({ machine: machine.name, identity, key, ...limits });
    };
    const lost = (cause) => new errors/* DroverError */.F(`${subject}: the connection was lost and the machine gave no answer`, {
        reason: 'connection-lost',
        hint: 'The machine goes on by itself. Run the operation again: it joins what still runs, or looks first and finishes what is missing.',
        cause,
    });
    const cancelled = () => new errors/* DroverError */.F(`${subject}: the run was cancelled; what was started goes on on the machine`, {
        reason: 'cancelled',
        hint: 'The machine finishes by itself. Run the operation again: it joins what still runs.',
    });
    const pause = async (wait) => {
        try {
            await wait();
        }
        catch (thrown) {
            throw signal?.aborted ? cancelled() : thrown;
        }
    };
    /** Pauses after a loss; throws what is no loss, and when there were too many. */
    const bear = async (thrown, losses) => {
        if (signal?.aborted)
            throw cancelled();
        if (!(thrown instanceof errors/* DroverError */.F) || !away.includes(thrown.reason))
            throw thrown;
        await drop();
        const pauseMs = Math.min(8000, 500 * 2 ** Math.min(losses, 5)) * clock.random();
        if (clock.elapsed() - answeredMs + pauseMs > silenceMs)
            throw lost(thrown);
        task.stepStarted({ kind: 'connect', text: 'connect again' });
        await pause(() => clock.sleep(pauseMs, signal));
    };
    return {
        answered: () => {
            answeredMs = clock.elapsed();
        },
        isLost: () => current !== session,
        lost,
        pause,
        over: async (work) => {
            for (let losses = 0;; losses += 1) {
                const heardMs = answeredMs;
                try {
                    current ??= await connect();
                    const value = await work(current);
                    answeredMs = clock.elapsed();
                    return value;
                }
                catch (thrown) {
                    await bear(thrown, losses);
                }
                if (answeredMs > heardMs)
                    losses = 0;
            }
        },
        [Symbol.asyncDispose]: drop,
    };
}

// EXTERNAL MODULE: ./build/task/lock-holder.js
var lock_holder = __webpack_require__(80168);
// EXTERNAL MODULE: ./build/task/patience.js
var task_patience = __webpack_require__(8517);
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
        values: { place_transient: places/* places */.z.transient, chunk_bytes: chunkBytes, alive_seconds: aliveSeconds },
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

;// CONCATENATED MODULE: ./build/transaction/shared-values.js

/** What long work wants of the places of a transaction: it takes the same lock, and undoes what one left. */
const sharedValues = {
    place_current: places/* places */.z.current,
    place_lock: places/* places */.z.lock,
    place_holder: places/* places */.z.holder,
    place_token: places/* places */.z.token,
    seconds_last_follow_up: places/* seconds */.Y.lastFollowUp,
};

;// CONCATENATED MODULE: ./build/long-work/commands/transient.js



/** How much longer the unit may live than its work: an unfinished change is undone first. */
const spareSeconds = 120;
const values = { place_transient: places/* places */.z.transient };
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
        text('unit.sh', (0,program/* programText */.Q)('long-work/unit.sh', sharedValues)),
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









/** How often a run looks whether other work of the same kind has ended. */
const lookAgainMs = 3000;
/**
 * Does long work on a machine as a systemd unit, which goes on when the link or this process ends. A unit
 * that does the same work (same kind and key) is joined, its output told from the start; other work of the
 * kind, and whoever else holds the machine's lock, is waited for. Errors: `machine-locked`,
 * `connection-lost` (no answer for two minutes; the work goes on), `timed-out`, `killed`, `cancelled` (the
 * work goes on), `missing-tool` (no systemd), `command-failed` (could not be started).
 */
async function runTransient(task, { session, identity }, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const subject = `${task.machine.name}: ${work.kind}`;
        const link = __addDisposableResource(env_1, keepLink(task, { session, identity, subject }), true);
        const transient = { ...work, run: (0,lock_holder/* newId */.S)(task.ports.clock), holder: (0,lock_holder/* holderLine */.$)(task) };
        const run = await start(task, link, transient);
        const end = await follow(task, link, { ...work, run });
        if (end.kind === 'exited')
            return { code: end.code, isLinkLost: link.isLost() };
        throw failureOf(end, { subject, work });
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
/** Waits until the unit is free, starts it, and answers with the run to follow: ours, or one that does the same. */
async function start(task, link, transient) {
    const { clock, signal } = task.ports;
    const patience = (0,task_patience/* startPatience */.e)(task, transient.lockWaitSeconds * 1000);
    for (;;) {
        const waitedSeconds = patience.elapsedMs() / 1000;
        const lockWaitSeconds = Math.max(1, transient.lockWaitSeconds - waitedSeconds);
        const state = await link.over((session) => claim(task, session, { ...transient, lockWaitSeconds }));
        if (state.kind === 'ours') {
            if (state.run !== transient.run)
                task.stepStarted({ kind: 'long-work', text: `follow the ${transient.kind} that already runs` });
            return state.run;
        }
        const holder = state.kind === 'other' ? state.holder : '';
        if (patience.isOver())
            throw locked(`${task.machine.name}: ${transient.kind}`, holder);
        patience.tell(`wait for ${holder || 'another run'}`);
        await link.pause(() => clock.sleep(lookAgainMs * (0.5 + clock.random()), signal));
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
async function follow(task, link, work) {
    const reader = readLines(task, work);
    let offset = 0;
    let end;
    const onLine = (line) => {
        link.answered();
        const followed = parseFollowed(line);
        if (followed?.kind === 'end')
            end = followed.end;
        // After a lost link the same bytes may come again.
        if (followed?.kind !== 'data' || followed.offset !== offset)
            return;
        offset += followed.bytes.length;
        reader.write(followed.bytes);
    };
    const { signal } = task.ports;
    const seconds = work.timeoutSeconds + work.lockWaitSeconds + 600;
    while (end === undefined) {
        await link.over(async (session) => {
            await session.exec(followCommand(work, offset), {
                timeoutMs: seconds * 1000,
                idleMs: 4 * aliveSeconds * 1000,
                maxBytes: 0,
                onLine: (line, stream) => stream === 'stdout' && onLine(line),
                ...(signal === undefined ? {} : { signal }),
            });
            if (end === undefined)
                throw link.lost();
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

/***/ 94420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ splitLines)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);

/** Longest line kept whole: a program that never prints a newline must not fill our memory. */
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

/***/ 69816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);


/** What a command printed; throws when it did not exit with 0. */
async function answerOf(session, question) {
    const { command, subject, hint, timeoutMs = 60_000, reason = 'command-failed', signal } = question;
    const ended = await session.exec(command, { timeoutMs, ...(signal === undefined ? {} : { signal }) });
    if ((0,_base_command_js__WEBPACK_IMPORTED_MODULE_1__/* .succeeded */ .g)(ended))
        return ended.stdout.toString('utf8');
    const why = ended.stderr.toString('utf8').trim().slice(-300);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${subject}: the command ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEnd */ .l)(ended)}: ${why}`, {
        reason: ended.signal === null ? reason : 'killed',
        hint,
    });
}


/***/ }),

/***/ 8517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ whenThere),
/* harmony export */   e: () => (/* binding */ startPatience)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _system_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47318);
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


const tellEveryMs = 15_000;
function startPatience(task, deadlineMs) {
    const { clock } = task.ports;
    const startedMs = clock.elapsed();
    const elapsedMs = () => clock.elapsed() - startedMs;
    let toldMs = 0;
    let told;
    return {
        deadlineMs,
        elapsedMs,
        isOver: () => elapsedMs() >= deadlineMs,
        tell: (what) => {
            if (what === told && elapsedMs() - toldMs < tellEveryMs)
                return;
            told = what;
            toldMs = elapsedMs();
            task.stepStarted({
                kind: 'wait',
                text: `${what} (${Math.round(toldMs / 1000)} s of at most ${Math.round(deadlineMs / 1000)} s)`,
            });
        },
    };
}
/** A machine that starts is away, or ends a connection that it has just taken. */
const away = ['unreachable', 'connection-lost', 'timed-out'];
/**
 * Work over a connection to a machine that may be starting: done anew, on another connection, while
 * the machine is away. Gently: newer sshd punish those who knock too often. The work must be
 * repeatable. Throws the last error when the deadline has passed.
 */
async function whenThere(task, { identity, patience, what }, work) {
    const { ports, machine } = task;
    const key = await ports.sshKey();
    const signal = ports.signal === undefined ? {} : { signal: ports.signal };
    return await (0,_system_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({
        clock: ports.clock,
        baseMs: 2000,
        maxMs: 8000,
        deadlineMs: patience.deadlineMs - patience.elapsedMs(),
        isRetryable: (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && away.includes(error.reason),
        ...signal,
    }, async () => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            patience.tell(what);
            const session = __addDisposableResource(env_1, await ports.remote.connect({
                machine: machine.name,
                identity,
                key,
                timeoutMs: 20_000,
                reachMs: 5000,
                ...signal,
            }), true);
            return await work(session);
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
    });
}


/***/ })

};
