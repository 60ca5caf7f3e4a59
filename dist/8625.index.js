export const id = 8625;
export const ids = [8625];
export const modules = {

/***/ 67991:
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

/***/ 59784:
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
function startPatience(job, deadlineMs) {
    const { clock } = job.ports;
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
            job.stepStarted(`${what} (${Math.round(toldMs / 1000)} s of at most ${Math.round(deadlineMs / 1000)} s)`);
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
async function whenThere(job, { identity, patience, what }, work) {
    const { ports, machine } = job;
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


/***/ }),

/***/ 28625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ runTransient)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/recipes/transaction/places.js
var places = __webpack_require__(24039);
;// CONCATENATED MODULE: ./build/recipes/transient/follow.js

/** How long the follower is silent at most, in seconds: its link is looked at by what it says. */
const aliveSeconds = 10;
/** A line of base64 stays below what one line may hold. */
const chunkBytes = 32 * 1024;
/*
 * Prints what is new in the output as `data OFFSET LENGTH BASE64`, `alive` when there is nothing, and at
 * last `end … .`. The exit is looked at before the output, so that nothing is printed after what was read.
 */
const script = String.raw `set -u
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
base=${places/* places */.zn.transient}/$1; unit=drover-$1.service; run=$2; at=$3
is_in() { dir=$base/$1; { IFS= read -r found <"$dir/run"; } 2>/dev/null && [ "$found" = "$run" ]; }
# In this order: it is renamed from the one to the other when the next one starts.
is_kept() { is_in now || is_in before; }
read_exit() { end=; { IFS= read -r end <"$dir/exit"; } 2>/dev/null; [ -n "$end" ]; }
# A systemd that does not answer is no end of the unit.
is_over() { case $(systemctl show -p ActiveState --value "$unit" 2>/dev/null) in inactive | failed) true ;; *) [ "$dir" = "$base/before" ] ;; esac; }
print_new() {
  while size=$(stat -c %s "$dir/output" 2>/dev/null) && [ "$at" -lt "$size" ]; do
    length=$((size - at)); [ "$length" -le ${chunkBytes} ] || length=${chunkBytes}
    printf 'data %s %s ' "$at" "$length"
    tail -c +$((at + 1)) "$dir/output" | head -c "$length" | base64 -w 0 && printf '\n' || exit 1
    at=$((at + length)); said=$SECONDS
  done
}
said=-1000; looked=-1000
while is_kept; do
  if ! read_exit && [ $((SECONDS - looked)) -ge 2 ]; then
    looked=$SECONDS
    # A machine that went down at once wrote no exit, and took nothing away.
    if is_over && is_kept && ! read_exit; then end=gone; rm -rf -- "$dir/files" "$dir/script.sh"; fi
  fi
  print_new
  [ -z "$end" ] || { printf 'end %s .\n' "$end"; exit 0; }
  if [ $((SECONDS - said)) -ge ${aliveSeconds} ]; then printf 'alive\n' || exit 1; said=$SECONDS; fi
  sleep 0.2
done
echo 'end replaced .'`;
/** Prints the output of a run from a byte on, as it comes, until the unit has ended. */
function followCommand({ kind, run }, offset) {
    return { argv: ['bash', '-c', script, 'drover', kind, run, String(offset)] };
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

// EXTERNAL MODULE: ./build/recipes/transaction/base-script.js
var base_script = __webpack_require__(81320);
// EXTERNAL MODULE: ./build/recipes/transaction/supervise-script.js
var supervise_script = __webpack_require__(94645);
;// CONCATENATED MODULE: ./build/recipes/transient/unit-script.js



/** How much longer the unit may live than its work: an unfinished change is undone first. */
const spareSeconds = 120;
/** How often a unit that waits says so again. */
const tellEverySeconds = 15;
/**
 * What the unit runs: takes the lock of the machine as a transaction does, undoes what an earlier
 * transaction left half done, then does the work without the lock's descriptor: a daemon that the work
 * starts must not keep it. Lines of its own begin with the id of the run.
 */
const unitScript = String.raw `${base_script/* baseScript */.z}${supervise_script/* superviseScript */.K}
decide() { put_text "$tx/verdict" "$*"; }
# $1 seconds to wait.
take_unit_lock() {
  until_second=$((SECONDS + $1)); told=; told_second=0
  until flock -w 1 9; do
    holder=$(head -c 300 ${places/* places */.zn.holder} 2>/dev/null | tr '\n' ' ')
    [ "$SECONDS" -lt "$until_second" ] || { decide "busy $holder"; return 1; }
    if [ "$holder" != "$told" ] || [ $((SECONDS - told_second)) -ge ${tellEverySeconds} ]; then
      say "waiting $holder"; told=$holder; told_second=$SECONDS
    fi
  done
  put_text ${places/* places */.zn.holder} "$(cat "$tx/holder")" && put_text ${places/* places */.zn.token} "$id"
}
# The lock is ours, so nobody decides about that change any more.
undo_unfinished() {
  [ -L ${places/* places */.zn.current} ] || return 0
  say undoing
  recover_other
}
# $1 seconds to wait for the lock, $2 seconds for the work.
work_alone() {
  exec >>"$tx/output" 2>&1 </dev/null
  mkdir -p /run/drover && exec 9>>${places/* places */.zn.lock} || exit 1
  take_unit_lock "$1" || exit 75
  undo_unfinished
  say started
  cd "$tx/files" || exit 1
  umask 022
  started_second=$SECONDS
  # What bash itself says of a program that was killed is no output of the work.
  exec 2>/dev/null
  HOME=/root LC_ALL=C.UTF-8 timeout -k 10 "$2" bash "$tx/script.sh" 2>&1 9>&-
  worked=$?
  # What timeout(1) gives; the work may give it, too.
  case $worked in 124 | 137) [ $((SECONDS - started_second)) -lt "$2" ] || decide timed-out ;; esac
  exit "$worked"
}
`;
/**
 * Runs when nothing of the unit is left, however it ended (systemd.exec(5), $SERVICE_RESULT): what the work
 * needed is taken away, secrets with it, and only then the exit is written.
 */
const endedScript = String.raw `dir=$1
rm -rf -- "$dir/files" "$dir/script.sh" "$dir/complete"
if [ -s "$dir/verdict" ]; then verdict=$(cat "$dir/verdict")
else verdict="$SERVICE_RESULT $EXIT_CODE $EXIT_STATUS"; fi
printf '%s\n' "$verdict" >"$dir/exit.new" && sync -- "$dir/exit.new" "$dir/output" && mv -T -f -- "$dir/exit.new" "$dir/exit"
`;

;// CONCATENATED MODULE: ./build/recipes/transient/transient.js


const beginScript = String.raw `set -u
umask 077
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
kind=$1; run=$2; key=$3; base=${places/* places */.zn.transient}/$1; dir=$base/now; unit=drover-$1.service
answer() { printf '%s\n' "$*"; exit 0; }
[ -d /run/systemd/system ] && command -v systemd-run >/dev/null || answer no-systemd
mkdir -p "$dir" /run/drover || exit 1
`;
/** A transfer may hang with its link, so it holds nothing up, and has a folder of its own. */
const receiveScript = `
find "$base" -mindepth 1 -maxdepth 1 -name 'incoming-*' -mmin +60 -exec rm -rf -- {} +
incoming=$(mktemp -d "$base/incoming-XXXXXX") && trap 'rm -rf -- "$incoming"' EXIT || exit 1
mkdir "$incoming/files" && head -c "$4" | tar -x -f - -C "$incoming" && [ -f "$incoming/complete" ] || exit 1
`;
/*
 * Two runs may look at the same moment, so what is decided is decided under a lock of the folder. A
 * unit that is ending still has its folder.
 */
const decideScript = String.raw `
exec 8>>"$base/starting" && flock -w 60 8 || exit 1
text() { [ ! -f "$dir/$1" ] || head -c 300 "$dir/$1" | tr '\n' ' ' | sed 's/ *$//'; }
[ "$(text run)" != "$run" ] || answer ours "$run"
state=$(systemctl show -p ActiveState --value "$unit") && [ -n "$state" ] || exit 1
case $state in
  inactive | failed) ;;
  *) [ "$(text key)" != "$key" ] || answer ours "$(text run)"
    answer other "$(text holder)" ;;
esac
`;
/** Says in whose hands the unit is, and changes nothing. */
function stateCommand({ kind, run, key }) {
    return bash(`${beginScript}${decideScript}answer free`, [kind, run, key]);
}
/**
 * Receives the archive (`bytes` of it) on standard input and starts the unit, if the unit is free. Answers
 * as `stateCommand` does; `ours` when it runs. May be sent again when its answer was lost.
 */
function startCommand(transient, bytes) {
    const script = String.raw `${beginScript}${receiveScript}${decideScript}
systemctl reset-failed "$unit" 2>/dev/null
# What the last one left stays for whoever still reads it.
rm -rf -- "$base/before" "$dir/files" "$dir/script.sh" && mv -T -- "$dir" "$base/before" && mv -T -- "$incoming" "$dir" || exit 1
printf '%s\n' "$key" >"$dir/key" && printf '%s\n' "$5" >"$dir/holder" && : >"$dir/output" && printf '%s\n' "$run" >"$dir/run" || exit 1
systemd-run --quiet --collect --no-ask-password --unit="$unit" --description="Drover: $kind" \
  -p KillMode=control-group -p RuntimeMaxSec="$(($6 + $7 + ${spareSeconds}))" -p TimeoutStopSec=15 -p IgnoreSIGPIPE=no \
  -p "ExecStopPost=/bin/bash $dir/ended.sh $dir" \
  /bin/bash -c 'id=$1; tx=$2; . "$tx/unit.sh"; work_alone "$3" "$4"' drover "$run" "$dir" "$6" "$7" </dev/null 8>&- || { status=$?; rm -f "$dir/run"; exit "$status"; }
answer ours "$run"`;
    const { kind, run, key, holder, lockWaitSeconds, timeoutSeconds } = transient;
    return bash(script, [
        kind,
        run,
        key,
        String(bytes),
        holder,
        String(Math.ceil(lockWaitSeconds)),
        String(timeoutSeconds),
    ]);
}
/** What is sent. `complete` is last: an archive that was cut off lacks it. */
function transientArchive({ script, files, }) {
    const text = (path, content) => ({
        path,
        mode: 0o600,
        bytes: Buffer.from(content),
    });
    return [
        text('unit.sh', unitScript),
        text('ended.sh', endedScript),
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
function bash(script, words) {
    return { argv: ['bash', '-c', script, 'drover', ...words] };
}

// EXTERNAL MODULE: ./build/remote/lines.js
var lines = __webpack_require__(94420);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/operations/answer-of.js
var answer_of = __webpack_require__(67991);
;// CONCATENATED MODULE: ./build/operations/keep-link.js

/** How long in a row a machine may give no answer: longer than it takes to boot. */
const silenceMs = 120_000;
const away = ['unreachable', 'connection-lost', 'timed-out'];
/** For work that goes on by itself on the machine while there is no connection. */
function keepLink(job, { session, identity, subject }) {
    const { ports, machine } = job;
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
        job.stepStarted('connect again');
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

// EXTERNAL MODULE: ./build/operations/lock-holder.js
var lock_holder = __webpack_require__(42435);
// EXTERNAL MODULE: ./build/operations/patience.js
var operations_patience = __webpack_require__(59784);
;// CONCATENATED MODULE: ./build/operations/run-transient.js
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
async function runTransient(job, { session, identity }, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const subject = `${job.machine.name}: ${work.kind}`;
        const link = __addDisposableResource(env_1, keepLink(job, { session, identity, subject }), true);
        const transient = { ...work, run: (0,lock_holder/* newId */.S)(job.ports.clock), holder: (0,lock_holder/* holderLine */.$)(job) };
        const run = await start(job, link, transient);
        const end = await follow(job, link, { ...work, run });
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
async function start(job, link, transient) {
    const { clock, signal } = job.ports;
    const patience = (0,operations_patience/* startPatience */.e)(job, transient.lockWaitSeconds * 1000);
    for (;;) {
        const waitedSeconds = patience.elapsedMs() / 1000;
        const lockWaitSeconds = Math.max(1, transient.lockWaitSeconds - waitedSeconds);
        const state = await link.over((session) => claim(job, session, { ...transient, lockWaitSeconds }));
        if (state.kind === 'ours') {
            if (state.run !== transient.run)
                job.stepStarted(`follow the ${transient.kind} that already runs`);
            return state.run;
        }
        const holder = state.kind === 'other' ? state.holder : '';
        if (patience.isOver())
            throw locked(`${job.machine.name}: ${transient.kind}`, holder);
        patience.tell(`wait for ${holder || 'another run'}`);
        await link.pause(() => clock.sleep(lookAgainMs * (0.5 + clock.random()), signal));
    }
}
/** What is sent may be large: it is sent only to a unit that is free. */
async function claim(job, session, transient) {
    const seen = await ask(job, session, { transient });
    if (seen.kind !== 'free')
        return seen;
    return await ask(job, session, { transient, archive: await (0,tar/* packTar */.nG)(transientArchive(transient)) });
}
async function ask(job, session, { transient, archive }) {
    const subject = `${job.machine.name}: ${transient.kind}`;
    const command = archive === undefined
        ? stateCommand(transient)
        : { ...startCommand(transient, archive.length), stdin: archive };
    const state = parseState(await (0,answer_of/* answerOf */.u)(session, {
        command,
        subject: `${subject}: could not be started`,
        hint: 'Ensure that systemd is at work on the machine, and that /var/lib has room.',
        timeoutMs: archive === undefined ? 90_000 : 15 * 60_000,
        signal: job.ports.signal,
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
async function follow(job, link, work) {
    const reader = readLines(job, work);
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
    const { signal } = job.ports;
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
function readLines(job, { run, onLine }) {
    return (0,lines/* splitLines */.u)((line) => {
        const [, word, rest = ''] = new RegExp(`^${run} (\\S+) ?(.*)$`).exec(line) ?? [];
        if (word === undefined)
            onLine(line);
        if (word === 'waiting')
            job.stepStarted(`wait for ${rest.trim() || 'another run'}`);
        if (word === 'undoing')
            job.stepStarted('undo what an earlier run left half done');
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


/***/ })

};
