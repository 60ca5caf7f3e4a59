export const id = 9700;
export const ids = [9700];
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

/***/ 45167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ defineFleetOperation)
/* harmony export */ });
/* harmony import */ var _choose_machines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22601);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70759);
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10809);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31412);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82305);





/** The way of every operation on machines: read the branch, choose, check all input, then work on each. */
function defineFleetOperation(definition) {
    return async (ports, request) => {
        if (definition.connects)
            ports.remote.prepare();
        const survey = await (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .readFlock */ ._D)(ports);
        const machines = await (0,_choose_machines_js__WEBPACK_IMPORTED_MODULE_0__/* .chooserOf */ .T)(request.operation)(ports, survey, request);
        const acts = definition.records(request);
        if (acts && (0,_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .mayChangeMachines */ .MB)(request.operation)) {
            (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .requireProtectedOrigin */ .KG)(machines, { flock: survey.flock, origin: ports.origin });
        }
        const verb = await definition.prepare(ports, { survey, machines, request });
        return (0,_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .runFleet */ .gI)(ports, {
            operation: request.operation,
            machines,
            parallel: request.parallel,
            config: survey.snapshot.commit,
            records: acts,
            ownerOfKey: (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerOfKey */ .QV)(survey),
            verb,
        });
    };
}


/***/ }),

/***/ 42435:
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


/***/ }),

/***/ 81134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QQ: () => (/* binding */ lookLimits),
/* harmony export */   aQ: () => (/* binding */ reopenSession),
/* harmony export */   fA: () => (/* binding */ openSession),
/* harmony export */   jN: () => (/* binding */ connectLimits)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _system_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47318);


/**
 * Enough for a machine far away that is busy. A TCP connection is answered by the kernel, however busy
 * the machine is: silence means that it is not there.
 */
const connectLimits = { timeoutMs: 30_000, reachMs: 10_000 };
/** How long one look or capture may take, and how long it may be silent. */
const lookLimits = { timeoutMs: 60_000, idleMs: 30_000 };
/** A session for one job: connected as a step of it, cancelled with its run. */
async function openSession(job, identity) {
    const { ports, machine } = job;
    const key = await ports.sshKey();
    return job.step('connect', () => ports.remote.connect({
        machine: machine.name,
        identity,
        key,
        ownerOfKey: job.ownerOfKey,
        ...connectLimits,
        ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }));
}
/** A shorter patience, for a machine that answered a moment ago. */
const again = { timeoutMs: 10_000, reachMs: 5000 };
/** A new connection to a machine whose sshd may just be starting again: tried until `deadlineMs` has passed. */
async function reopenSession(job, identity, deadlineMs) {
    const { ports, machine } = job;
    const key = await ports.sshKey();
    return (0,_system_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({
        clock: ports.clock,
        baseMs: 200,
        maxMs: 1000,
        deadlineMs,
        isRetryable: (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && error.reason === 'unreachable',
    }, () => ports.remote.connect({ machine: machine.name, identity, key, ...again }));
}


/***/ }),

/***/ 81320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ baseScript)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24039);

/**
 * What the worker, the supervisor, the watch and the recovery at boot share.
 * bash, GNU coreutils, util-linux. `id` and `tx` are set by whoever sources it.
 */
const baseScript = String.raw `
set -u
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
umask 077
say() { printf '%s %s\n' "$id" "$*" 2>/dev/null || :; }
# A moment at which something is about to change: written down, and held there if somebody wants to look.
point() {
  printf '%s\n' "$1" >"$tx/point" 2>/dev/null || :
  while [ -e ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.hold}/"$1" ]; do sleep 0.05; done
}
# Targets are absolute: what dirname and basename say, without a program for each.
beside() { printf '%s/.drover-%s-%s' "${'$'}{1%/*}" "$id" "${'$'}{1##*/}"; }
# Replaces a small file of ours in one go.
put_text() {
  printf '%s\n' "$2" >"$1.new" && sync -- "$1.new" && mv -T -f -- "$1.new" "$1"
}
# How a transaction ended. On a full disk into the block that is there already: a verdict that is not
# written is one that nobody can ask for, and the next look could not tell that something happened.
put_verdict() { put_text ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.last} "$1" || printf '%s\n' "$1" 1<>${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.last}; }
# To disk, by one program for all of them.
flush_all() { [ "${'$'}{#to_flush[@]}" -eq 0 ] || sync -- "${'$'}{to_flush[@]}"; }
flush_folders() { to_flush=(); each_file note_folder; flush_all; }
note_folder() { [ ! -d "${'$'}{2%/*}/" ] || to_flush+=("${'$'}{2%/*}/"); }
limited() { limit=$1; shift; timeout -k 5 "$limit" "$@" 7>&- 9>&-; }
step() {
  name=$1; shift
  say "step $name"
  "$@" >"$tx/output" 2>&1 </dev/null
  status=$?
  [ ! -s "$tx/output" ] || { head -c 16384 "$tx/output" | sed 's/^/| /'; [ -z "$(tail -c 1 "$tx/output")" ] || echo; } 2>/dev/null || :
  say "done $name $status"
  return "$status"
}
# What the look saw of the changes before this one: another answer, and its files may be others too.
generation() {
${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .generationScript */ .e6}
}
is_alive() { [ -n "$1" ] && [ -d "/proc/$1" ] && grep -qs drover "/proc/$1/cmdline"; }
has_systemd() { [ -d /run/systemd/system ]; }
`;


/***/ }),

/***/ 24039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   ae: () => (/* binding */ listUndos),
/* harmony export */   e6: () => (/* binding */ generationScript),
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
 * Prints a word that is another one after each transaction, and while one is not decided. POSIX
 * shell; it starts a program only while a change is not decided.
 */
const generationScript = `undecided=; [ ! -L ${places.current} ] || undecided=$(readlink ${places.current})
decided=; [ ! -f ${places.last} ] || IFS= read -r decided <${places.last}
printf '%s %s' "$undecided" "$decided"`;
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
    /** For what follows a revert when nobody listens any more: the lock must come free. */
    lastFollowUp: 5,
    /** After the swap begins, how soon the machine looks whether its transaction still has somebody who cares. */
    watch: 5,
};
const undosKept = 3;
/** Prints the names of the kept changes, oldest first: `NUMBER-ID`, one a line. */
const listUndos = `ls ${places.undo} | grep -E '^[0-9]+-' | sort -n`;


/***/ }),

/***/ 94645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ superviseScript)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24039);

/**
 * The supervisor holds the lock, listens to the runner and decides how the
 * transaction ends; the watch and the recovery do the same when it is gone.
 * Everything that undoes is idempotent: it may be cut off and done again.
 */
const superviseScript = String.raw `
# A staged file that is still beside its target was not swapped.
revert_file() {
  case $1 in link | unlink) return 0 ;; esac
  point "$revert_point"; revert_point=revert-next
  staged=$(beside "$2")
  if [ "$1" = put ] && [ -e "$staged" ]; then rm -f -- "$staged" "$staged.old"
  elif [ "$staged.old" -ef "$2" ]; then rm -f -- "$staged.old"
  elif [ -e "$staged.old" ]; then mv -T -f -- "$staged.old" "$2"
  elif [ -e "$tx/old$2" ]; then
    is_old "$tx/old$2" "$2" || { put_old "$tx/old$2" "$staged.back" && mv -T -f -- "$staged.back" "$2"; }
  elif [ "$6" = - ] || [ "$6" = '?' ]; then rm -f -- "$2"
  fi
}
is_old() {
  [ "$1" -ef "$2" ] || { cmp -s -- "$1" "$2" && [ "$(stat -c %a:%u:%g -- "$1")" = "$(stat -c %a:%u:%g -- "$2")" ]; }
}
# The same inode where that can be: on a full disk a copy would not fit.
put_old() { ln -f -- "$1" "$2" 2>/dev/null || { cp -a -- "$1" "$2" && sync -- "$2"; }; }
unstage_file() {
  staged=$(beside "$2")
  if is_there "$staged" || is_there "$staged.old"; then rm -f -- "$staged" "$staged.old"; fi
}
remove_made() { [ ! -f "$tx/made" ] || tac "$tx/made" | while IFS= read -r folder; do rmdir -- "$folder" 2>/dev/null; done; return 0; }
revert_files() {
  revert_point=revert
  each_file revert_link && each_file revert_file && flush_folders && remove_made && point reverted
}
unstage() { point unstage; each_file unstage_file; remove_made; }
is_current() { [ "$(readlink ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current} 2>/dev/null)" = "$tx" ]; }
# What follows runs again for the old files, best effort: a unit that is new has nothing to return to.
follow_back() { each_follow_up limited "$1" || :; }
each_follow_up() {
  follow_with="$*"
  follow_up() { followed=$1; shift; step "$followed" $follow_with "$@" || :; }
  follow_ups
}
# The worker leads a session: what timeout(1) starts has a process group of its own.
end_worker() {
  leader=$(cat "$tx/worker" 2>/dev/null) || return 0
  is_alive "$leader" || return 0
  for entry in /proc/[0-9]*; do
    { read -r stat <"$entry/stat"; } 2>/dev/null || continue
    set -- ${'$'}{stat##*) }
    [ "$4" != "$leader" ] || kill -KILL "${'$'}{entry##*/}" 2>/dev/null
  done
}
# Back to the old files, for the reason $1, with $2 seconds for each of what follows.
undo() {
  end_worker
  ended="rolled-back $1"
  if [ "$1" = before ] || ! is_current; then ended="failed $1"; fi
  if is_current; then
    step revert revert_files || { say 'end failed revert'; return 1; }
    [ "$1" = before ] || follow_back "$2"
  else
    unstage
  fi
  put_verdict "$id $ended"
  rm -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current}
  say "end $ended"
  disarm
  rm -rf -- "$tx"
}
disarm() { has_systemd && systemctl stop "drover-watch-$id.timer" 2>/dev/null; return 0; }

# Before anybody hears that the change lasts: whoever undoes the last change then finds this one. The
# name begins with the second, or with the number after the newest one's: two changes may be made in
# one second, and clocks go back.
keep_undo() {
  mkdir -p ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.undo}
  if [ -n "$undoes" ]; then rm -rf -- "${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.undo}/$undoes"; return; fi
  newest=$(${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .listUndos */ .ae} | tail -n 1); newest=${'$'}{newest%%-*}
  printf -v order '%(%s)T' -1
  [ "$order" -gt "${'$'}{newest:-0}" ] || order=$((newest + 1))
  rm -rf -- "$tx/new"
  mv -T -- "$tx" "${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.undo}/$order-$id"
}

# The removal of the link is the one moment at which a change begins to last.
commit() {
  point commit
  put_verdict "$id changed"
  rm -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current} && sync -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.library}
  point committed
  each_file unstage_file
  keep_undo
  say 'end changed'
  disarm
  rm -rf -- "$tx"
  ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .listUndos */ .ae} | head -n -${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .undosKept */ .qs} | while IFS= read -r old; do rm -rf -- "${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.undo}/$old"; done
}

# Another run was cut off, and nobody has undone it: no systemd here, or we were faster.
recover_other() {
  [ -L ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current} ] || return 0
  other=$(readlink ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current}) || return 0
  [ -f "$other/script.sh" ] || { rm -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current}; return 0; }
  bash -c 'id=$1; tx=$2; . "$tx/script.sh"; undo interrupted ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp} >/dev/null' drover "$(basename -- "$other")" "$other" 7>&- 9>&- </dev/null
}
remove_stale() {
  for stale in ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.transactions}/*; do
    [ "$stale" != "$tx" ] || continue
    ! is_alive "$(cat "$stale/supervisor" 2>/dev/null)" || continue
    (tx=$stale; end_worker)
    [ ! -f "$stale/script.sh" ] || bash -c 'id=$1; tx=$2; . "$tx/script.sh"; unstage' drover "$(basename -- "$stale")" "$stale" 7>&- 9>&- </dev/null >/dev/null 2>&1
    rm -rf -- "$stale"
  done
}

take_lock() {
  until_second=$((SECONDS + $1))
  until flock -w 1 9; do
    holder=$(head -c 300 ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.holder} 2>/dev/null | tr '\n' ' ')
    [ "$SECONDS" -lt "$until_second" ] || { say "busy $holder"; return 1; }
    say "waiting $holder"
    if IFS= read -r -t 0.01 event <&7; then [ "$event" != lost ] || return 1; fi
  done
  point lock
  put_text ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.holder} "$2" && put_text ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.token} "$id"
}

# $1 seconds to wait for the lock, $2 who we are.
supervise() {
  trap '' PIPE; trap 'echo lost >&7' HUP TERM INT
  point receive
  mkfifo "$tx/events" && exec 7<>"$tx/events" 9>>${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.lock} || { say 'end failed receive'; return 1; }
  { while IFS= read -r -t ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.heartbeat} beat; do :; done; echo lost >&7; } <&0 >/dev/null 2>&1 9>&- &
  listener=$!
  take_lock "$1" "$2" || { rm -rf -- "$tx"; kill "$listener" 2>/dev/null; return 75; }
  recover_other; remove_stale
  { setsid -w bash -c 'id=$1; tx=$2; . "$tx/script.sh"; work' drover "$id" "$tx" </dev/null 9>&-; echo "worker $?" >&7; } 9>&- &
  attend
  kill "$listener" 2>/dev/null
}
attend() {
  while IFS= read -r event <&7; do
    case $event in
      'worker 0')
        point confirm
        say confirm
        { sleep ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.confirm}; echo unconfirmed >&7; } </dev/null >/dev/null 2>&1 9>&- & ;;
      'worker 10') undo before ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}; return ;;
      'worker 11') undo after ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.followUp}; return ;;
      worker*) undo killed ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}; return ;;
      "confirmed $id") commit; return ;;
      lost) undo lost ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}; return ;;
      unconfirmed) undo unconfirmed ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}; return ;;
    esac
  done
}

# Started by the timer that was set before the swap. While the supervisor lives it holds the lock and
# decides; a supervisor that hangs is ended.
watch() {
  exec 9>>${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.lock}
  if ! flock -w "$hard_limit" 9; then
    is_current && kill -KILL "$(cat "$tx/supervisor")" 2>/dev/null
    flock -w 10 9 || return 1
  fi
  is_current || return 0
  undo watch ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}
}
`;


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
/** All entries of an archive. Hard links are given as links to the path they name. */
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
/** What an archive holds, without the bytes of it. Hostile until checked. */
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


/***/ })

};
