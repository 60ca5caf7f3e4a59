export const id = 1720;
export const ids = [1720,2332];
export const modules = {

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
        const reading = (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .readFlock */ ._D)(ports);
        // What fails here fails again, and is told, when a connection is wanted.
        if (definition.connects)
            ports.sshKey().catch(() => { });
        const survey = await reading;
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

/***/ 72667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ identityNow)
/* harmony export */ });
/**
 * What a provider says of a machine, with what only the ledger knows. A provider knows nothing of
 * revoked keys and of names, and what it knows of a machine whose key was rotated is out of date:
 * for the same machine the ledger's pins stay.
 */
function identityNow(seen, known) {
    if (known === undefined)
        return seen;
    const isSame = known.id === seen.id;
    const { revokedKeys, dns } = known;
    return {
        ...seen,
        ...(isSame && known.hostKeys.length > 0 ? { hostKeys: known.hostKeys } : {}),
        ...(revokedKeys === undefined ? {} : { revokedKeys }),
        ...(isSame && dns !== undefined ? { dns } : {}),
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

/***/ 94514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QC: () => (/* binding */ scopedMachine),
/* harmony export */   R6: () => (/* binding */ providerNamesOf),
/* harmony export */   lc: () => (/* binding */ providerOf)
/* harmony export */ });
/** The provider of this name, told of the machines that it serves. */
function providerOf(ports, survey, name) {
    return ports.provider(name, scopeOf(survey, name));
}
function scopeOf({ flock, snapshot }, provider) {
    const known = [...snapshot.machines].flatMap(([name, { identity }]) => identity?.provider === provider ? [[name, identity]] : []);
    const launches = [...snapshot.machines].flatMap(([name, { launch }]) => launch?.provider === provider ? [[name, launch]] : []);
    return {
        flock: flock.name,
        machines: flock.machines.filter((machine) => machine.provider === provider).map(scopedMachine),
        known: new Map(known),
        launches: new Map(launches),
    };
}
/** A machine as its provider has to know it. */
function scopedMachine({ name, settings, ssh }) {
    return { name, settings, ...ssh };
}
/** Every provider that may have a machine of this name: that of `flock.yml`, and those that the ledger knows it from. */
function providerNamesOf({ snapshot }, machine) {
    const { identity, launch } = snapshot.machines.get(machine.name) ?? {};
    const remembered = launch?.provider;
    return [
        ...new Set([
            machine.provider,
            ...(identity === undefined ? [] : [identity.provider]),
            ...(typeof remembered === 'string' ? [remembered] : []),
        ]),
    ];
}


/***/ }),

/***/ 344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reboot: () => (/* binding */ reboot),
  rebootMachine: () => (/* binding */ rebootMachine)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
;// CONCATENATED MODULE: ./build/recipes/boot.js
/*
 * The age is that of process 1 and not that of the kernel, so that it is right in a container too.
 * Field 22 of /proc/1/stat is its start in hundredths of a second; a name in field 2 may hold blanks.
 */
const script = `set -eu
cat /proc/sys/kernel/random/boot_id
read -r uptime _ </proc/uptime
stat=$(cat /proc/1/stat)
set -- \${stat##*) }
echo "\${uptime%.*} \${20}"
`;
const bootCommand = { argv: ['sh', '-c', script] };
/** Undefined when the answer is none. */
function parseBoot(answer) {
    const [, id, uptime, start] = /^([0-9a-f-]{36})\n(\d+) (\d+)$/.exec(answer.trim()) ?? [];
    if (id === undefined)
        return undefined;
    return { id, ageSeconds: Math.max(0, Number(uptime) - Number(start) / 100) };
}
/**
 * Asks for a reboot and answers at once: the command itself would be cut off by it. A moment later,
 * so that the answer gets through.
 */
const rebootCommand = {
    argv: [
        'sh',
        '-c',
        'systemd-run --quiet --collect --on-active=1 --timer-property=AccuracySec=100ms systemctl reboot',
    ],
};

// EXTERNAL MODULE: ./build/operations/answer-of.js
var answer_of = __webpack_require__(67991);
// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/operations/known-identity.js
var known_identity = __webpack_require__(72667);
// EXTERNAL MODULE: ./build/operations/patience.js
var operations_patience = __webpack_require__(59784);
// EXTERNAL MODULE: ./build/operations/provider-of.js
var provider_of = __webpack_require__(94514);
// EXTERNAL MODULE: ./build/operations/seen.js
var operations_seen = __webpack_require__(12820);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
;// CONCATENATED MODULE: ./build/operations/reboot.js
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









/** A large machine of metal takes its time. */
const rebootMs = 15 * 60_000;
const reboot = (0,fleet_operation/* defineFleetOperation */.t)({
    records: () => true,
    prepare: async (ports, { survey, machines }) => {
        const seen = await (0,operations_seen/* seenMachines */.A5)(ports, survey, machines);
        return (job) => rebootMachine(job, { survey, seen });
    },
});
/** Done when the machine answers from another boot than before. */
async function rebootMachine(job, { survey, seen }) {
    const { machine, ports } = job;
    const there = (0,operations_seen/* requireSeen */.RL)(seen, machine.name);
    if (there.presence === 'stopped' || there.presence === 'stopping') {
        throw new errors/* DroverError */.F(`${machine.name}: the machine is ${there.presence}`, {
            reason: 'not-running',
            hint: `Run "drover start ${machine.name}".`,
        });
    }
    const identity = (0,known_identity/* identityNow */.B)(there.identity, survey.snapshot.machines.get(machine.name)?.identity);
    const before = await askFromInside(job, identity).catch((error) => askFromOutside(job, { survey, identity, error }));
    const patience = (0,operations_patience/* startPatience */.e)(job, rebootMs);
    const isNew = (boot) => before === undefined ? boot.ageSeconds * 1000 < patience.elapsedMs() : boot.id !== before.id;
    const startedMs = ports.clock.elapsed();
    await job.step('wait for the new boot', () => waitForBoot(job, { identity, patience, isNew }));
    const seconds = Math.round((ports.clock.elapsed() - startedMs) / 1000);
    return { kind: 'changed', reason: 'done', message: `rebooted in ${seconds} s` };
}
/** Asks the machine for a reboot; answers with the boot that is about to end. */
async function askFromInside(job, identity) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, identity), true);
        const boot = await bootOf(job, session);
        await job.step('reboot', () => (0,answer_of/* answerOf */.u)(session, { command: rebootCommand, ...asking(job) }));
        return boot;
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
/** A machine that does not answer is restarted by its provider, where that can be. */
async function askFromOutside(job, { survey, identity, error }) {
    if (!(error instanceof errors/* DroverError */.F && error.reason === 'unreachable'))
        throw error;
    const provider = await (0,provider_of/* providerOf */.lc)(job.ports, survey, identity.provider);
    if (provider.reboot === undefined)
        throw error;
    job.warn(`does not answer, so its provider restarts it: ${error.message}`);
    const { name } = job.machine;
    await job.step('reboot by its provider', async () => provider.reboot?.({ name, id: identity.id }));
}
function waitForBoot(job, { identity, patience, isNew }) {
    const { clock, signal } = job.ports;
    const what = 'wait for the machine to come back';
    return (0,operations_patience/* whenThere */.R)(job, { identity, patience, what }, async (session) => {
        while (!isNew(await bootOf(job, session))) {
            if (patience.isOver())
                throw stillThere(job, patience);
            patience.tell('wait for the machine to go down');
            await clock.sleep(1000, signal);
        }
    });
}
function stillThere({ machine }, { deadlineMs }) {
    return new errors/* DroverError */.F(`${machine.name}: still runs as before ${deadlineMs / 1000} s after it was asked to reboot`, {
        reason: 'timed-out',
        hint: `Look with "drover connect ${machine.name}" at what keeps it: systemctl list-jobs.`,
    });
}
async function bootOf(job, session) {
    const boot = parseBoot(await (0,answer_of/* answerOf */.u)(session, { command: bootCommand, ...asking(job) }));
    if (boot !== undefined)
        return boot;
    throw new errors/* DroverError */.F(`${job.machine.name}: reboot: the machine does not tell its boot id`, {
        reason: 'command-failed',
        hint: 'Ensure that it is a Linux machine whose /proc can be read.',
    });
}
function asking({ machine, ports }) {
    return {
        subject: `${machine.name}: reboot`,
        hint: 'Ensure that systemd is at work on the machine.',
        timeoutMs: 20_000,
        signal: ports.signal,
    };
}


/***/ }),

/***/ 97695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   k_: () => (/* binding */ runCheck)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69477);



/** As long as a change waits for one check. */
const limits = { timeoutMs: 60_000, maxBytes: 16 * 1024 };
/** All checks of the machine, one after another: the second may say what is wrong with the first. Answers with the names of those that do not hold. */
async function runChecks(job, session) {
    const failed = [];
    for (const check of job.machine.checks) {
        if (!(await runCheck(job, session, check)))
            failed.push(check.name);
    }
    return failed;
}
/** Whether a check holds on the machine now. One that does not end in time does not; a lost connection is thrown. */
async function runCheck(job, session, { name, command }) {
    const { clock, signal } = job.ports;
    const step = `check ${name}`;
    const startedMs = clock.elapsed();
    const tell = (fault) => job.stepDone({
        name: step,
        status: fault === undefined ? 'ok' : 'failed',
        durationMs: Math.round(clock.elapsed() - startedMs),
        ...(fault === undefined ? {} : { detail: fault }),
    });
    job.stepStarted(step);
    try {
        const fault = await findFault(session, { command, signal });
        tell(fault);
        return fault === undefined;
    }
    catch (thrown) {
        tell((0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asDroverError */ .nN)(thrown).message);
        throw thrown;
    }
}
/** What is wrong, with what the command said; undefined when the check holds. */
async function findFault(session, { command, signal }) {
    try {
        const options = { ...limits, ...(signal === undefined ? {} : { signal }) };
        const ended = await session.exec({ argv: ['sh', '-c', command] }, options);
        if ((0,_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .succeeded */ .g)(ended))
            return undefined;
        const said = Buffer.concat([ended.stdout, ended.stderr]).toString('utf8');
        return `the command ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .describeEnd */ .l)(ended)}\n${said}`;
    }
    catch (thrown) {
        if (thrown instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && thrown.reason === 'timed-out')
            return thrown.message;
        throw thrown;
    }
}
function counted(count, what) {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 12820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ seenMachines),
/* harmony export */   RL: () => (/* binding */ requireSeen),
/* harmony export */   U6: () => (/* binding */ describeDuplicates),
/* harmony export */   nN: () => (/* binding */ absentMachine)
/* harmony export */ });
/* unused harmony export sightingsOf */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _provider_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94514);


/** What the providers of these machines have, one question to each provider. */
async function seenMachines(ports, survey, machines) {
    const names = [...new Set(machines.flatMap((machine) => (0,_provider_of_js__WEBPACK_IMPORTED_MODULE_1__/* .providerNamesOf */ .R6)(survey, machine)))];
    const lists = await Promise.all(names.map(async (name) => (await (0,_provider_of_js__WEBPACK_IMPORTED_MODULE_1__/* .providerOf */ .lc)(ports, survey, name)).list()));
    return sightingsOf(lists.flat());
}
function sightingsOf(seen) {
    const byName = new Map();
    for (const one of seen)
        byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
    const all = (name) => byName.get(name) ?? [];
    return {
        all,
        one: (name) => {
            const [first, ...others] = all(name);
            if (first !== undefined && others.length > 0)
                throw ambiguous(name, all(name));
            return first;
        },
    };
}
function ambiguous(name, seen) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${name}: ${describeDuplicates(seen)}`, {
        reason: 'ambiguous-machine',
        hint: 'Nothing was done to either. Look at each, end the one that should not be at its provider by its id, and run the operation again.',
    });
}
/** `2 machines have this name: "i-1" (running, at 192.0.2.1) and "i-2" (…)`. */
function describeDuplicates(seen) {
    const each = seen.map(({ identity, presence }) => `"${identity.id}" (${identity.provider}, ${presence}, at ${identity.address})`);
    return `${each.length} machines have this name: ${each.join(' and ')}`;
}
/** The one machine of this name; throws `not-provisioned` when there is none. */
function requireSeen(seen, name) {
    const one = seen.one(name);
    if (one === undefined)
        throw absentMachine(name);
    return one;
}
function absentMachine(name) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${name}: the machine does not exist`, {
        reason: 'not-provisioned',
        hint: `Run "drover provision ${name}" to make it.`,
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

/***/ 11132:
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
// EXTERNAL MODULE: ./build/recipes/transaction/places.js
var places = __webpack_require__(24039);
// EXTERNAL MODULE: ./build/recipes/apt-lock.js
var apt_lock = __webpack_require__(78539);
;// CONCATENATED MODULE: ./build/recipes/update/apt.js

/** How long others may install packages before an update gives up, in seconds. */
const packageLockSeconds = 600;
/**
 * Debian and Ubuntu. Defines the functions that `updateScript` calls, with apt-get and dpkg alone. Security
 * archives are told by what they say of themselves: Debian's by its label, Ubuntu's by its suite.
 */
const aptScript = String.raw `
${apt_lock/* aptHoldersFunction */.PQ}
export DEBIAN_FRONTEND=noninteractive DEBCONF_NONINTERACTIVE_SEEN=true NEEDRESTART_MODE=a APT_LISTCHANGES_FRONTEND=none UCF_FORCE_CONFFOLD=1
unset APT_CONFIG
conf=(--force-confdef --force-confold)
apt=(apt-get -q -y -o DPkg::Lock::Timeout=${packageLockSeconds} -o Dpkg::Use-Pty=0 -o Acquire::Retries=3
  -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold -o APT::Get::Show-Versions=false)

can_update() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

# NAME VERSION STATUS of what is there; ii when it is whole.
list_packages() { dpkg-query -W -f='${'$'}{binary:Package} ${'$'}{Version} ${'$'}{db:Status-Abbrev}\n' | sed "s/:$(dpkg --print-architecture) / /" | awk '$3 !~ /^.[cn]/ && NF >= 3' | sort; }

# dpkg itself does not wait for its locks.
wait_for_others() {
  until_second=$((SECONDS + ${packageLockSeconds})); told=
  while held=$(holders | head -n 1) && [ -n "$held" ]; do
    [ "$SECONDS" -lt "$until_second" ] || { why="others still install packages: $held"; return 1; }
    [ "$held" = "$told" ] || tell waiting "$held"
    told=$held
    sleep 1
  done
}

# What an earlier run left that was cut off. What cannot be repaired here, a new version may repair.
repair() {
  wait_for_others || return 1
  step 'finish interrupted packages' dpkg --configure -a "${'$'}{conf[@]}" || :
}
repair_dependencies() {
  [ -n "$(dpkg --audit 2>&1)" ] || ! apt-get check >/dev/null 2>&1 || return 0
  step 'repair packages' "${'$'}{apt[@]}" -f --no-remove install || :
}

# Nobody waits for the lock of the lists by himself.
refresh() {
  for try in 1 2 3; do
    wait_for_others || return 1
    step 'refresh lists' "${'$'}{apt[@]}" -o APT::Update::Error-Mode=any update && return 0
    [ "$try" -eq 3 ] || sleep $((try * 5))
  done
  return 1
}
# A plan changes nothing: the lists are refreshed in a folder of their own.
refresh_aside() {
  mkdir -p "$work/lists/partial" && chmod 755 "$work" "$work/lists" && cp -a /var/lib/apt/lists/. "$work/lists/" && rm -f "$work/lists/lock" || return 1
  printf '%s\n' "Dir::State::Lists \"$work/lists\";" 'Dir::Cache::pkgcache "";' 'Dir::Cache::srcpkgcache "";' \
    '#clear APT::Update::Pre-Invoke;' '#clear APT::Update::Post-Invoke;' '#clear APT::Update::Post-Invoke-Success;' >"$work/apt.conf"
  export APT_CONFIG="$work/apt.conf"
  step 'refresh lists' "${'$'}{apt[@]}" -o APT::Update::Error-Mode=any update
}

# With the security archives before all others, the candidate is theirs wherever they have a newer one.
prefer_security() {
  { [ ! -e /etc/apt/preferences ] || cat /etc/apt/preferences; printf '%s\n' '' \
      'Package: *' 'Pin: release l=Debian-Security' 'Pin-Priority: 990' '' \
      'Package: *' 'Pin: release a=*-security' 'Pin-Priority: 990'; } | cat -s >"$work/preferences"
  chmod 644 "$work/preferences"
  apt+=(-o "Dir::Etc::Preferences=$work/preferences")
}
# NAME BEFORE AFTER of what a simulation would do to packages that are there: Inst NAME [BEFORE] (AFTER ARCHIVE, … [ARCH])
read_plan() {
  sed -n 's/^Inst \([^ ]*\) \[\([^]]*\)\] (\([^ ]*\)\(.*\) \[[^]]*\]).*$/\1 \2 \3 \4/p' |
    while read -r name before after archives; do
      [ "$only" = all ] || is_security "$archives" || continue
      printf '%s %s %s\n' "$name" "$before" "$after"
    done
}
is_security() {
  IFS=, read -r -a each <<<"$1"
  for archive in "${'$'}{each[@]}"; do
    archive=${'$'}{archive# }
    case $archive in Debian-Security:* | *-security) return 0 ;; esac
  done
  return 1
}
# A plan that cannot be made is no empty plan.
plan_upgrade() {
  "${'$'}{apt[@]}" -s --with-new-pkgs upgrade >"$work/simulated" 2>"$work/output" || { why=$(first_error "$work/output"); cat "$work/output" >&2; return 1; }
  read_plan <"$work/simulated"
}
# What stays behind although there is a newer one: held by somebody, or it would take others away.
plan_left() {
  held=" $(apt-mark showhold 2>/dev/null | tr '\n' ' ') "
  "${'$'}{apt[@]}" -s --ignore-hold --allow-change-held-packages dist-upgrade 2>/dev/null | read_plan |
    while read -r name before after; do
      case $held in *" $name "*) why=held ;; *) why=kept-back ;; esac
      printf '%s %s %s %s\n' "$name" "$before" "$after" "$why"
    done
}
# New packages may come, none may go.
upgrade() {
  if [ "$only" = all ]; then
    step upgrade "${'$'}{apt[@]}" --with-new-pkgs upgrade
  else
    apt-mark showauto | sort >"$work/auto"
    step upgrade "${'$'}{apt[@]}" --only-upgrade --no-remove install $(cut -d ' ' -f 1 "$work/plan")
    upgrade_status=$?
    # A package that is named counts as wanted by hand from then on: it was not.
    apt-mark showauto | sort | comm -23 "$work/auto" - | xargs -r apt-mark auto >/dev/null
    return "$upgrade_status"
  fi
}
is_whole() { [ -z "$(dpkg --audit 2>&1)" ]; }
first_error() { grep -m 1 -E '^(E: |dpkg: error|Err:|W: Failed)' "$1"; }
`;

;// CONCATENATED MODULE: ./build/recipes/update/update-script.js


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
function updateScript({ securityOnly, isDryRun }) {
    return String.raw `set -u
LC_ALL=C.UTF-8; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
only=${securityOnly ? 'security' : 'all'}
work=$(mktemp -d${isDryRun ? '' : ' -p "$PWD"'}) && trap 'rm -rf -- "$work"' EXIT || exit 1
tell() { printf '${mark} %s\n' "$*"; }
# Told as it comes. Not by a pipe: a daemon that a package starts would keep it open.
step() {
  name=$1; shift
  tell step "$name"
  : >"$work/output"
  "$@" >>"$work/output" 2>&1 </dev/null &
  pid=$!
  tail -n +1 -s 0.2 -f --pid="$pid" "$work/output"
  wait "$pid"
  status=$?
  [ -z "$(tail -c 1 "$work/output")" ] || echo
  tell "done" "$status" "$name"
  [ "$status" -eq 0 ] || why=$(first_error "$work/output")
  return "$status"
}
give_up() { tell failed "${'$'}{why:-$1}"; finish 1; }
finish() { tell end; exit "$1"; }
tell_each() { while IFS= read -r line; do tell "$1" "$line"; done; }
# Of packages that are there before and after, that have come, and that were broken.
tell_changes() {
  list_packages >"$work/after"
  join -a 1 -a 2 -e - -o 0,1.2,1.3,2.2,2.3 ${beforePlace} "$work/after" >"$work/both"
  awk '$2 != $4 { print $1, $2, $4 }' "$work/both" | tell_each changed
  awk '$3 != "-" && $3 !~ /^.i/ && $5 ~ /^.i/ { print $1 }' "$work/both" | tell_each repaired
  rm -f ${beforePlace}
}
tell_reboot() {
  if [ -e /run/reboot-required ] || [ -e /var/run/reboot-required ]; then
    tell needs-reboot "$(sort -u /run/reboot-required.pkgs 2>/dev/null | tr '\n' ' ' | sed 's/ $//')"
    return
  fi
  running=$(uname -r)
  # In a container the running kernel is not the machine's.
  [ -e "/boot/vmlinuz-$running" ] || return 0
  flavour=$(printf '%s\n' "$running" | sed -E 's/^[0-9][^-]*(-[0-9][^-]*)?-?//')
  newest=$(ls /boot | sed -n 's/^vmlinuz-//p' | grep -E -- "^[0-9][^-]*(-[0-9][^-]*)?-?$flavour\$" | sort -V | tail -n 1)
  [ "${'$'}{newest:-$running}" = "$running" ] || tell needs-reboot "kernel $newest"
}
${aptScript}
can_update || { tell unknown-manager; finish 1; }
[ "$only" = all ] || prefer_security
why=
${isDryRun ? dryRun : realRun}`;
}
const dryRun = `
refresh_aside || give_up 'the lists of packages could not be refreshed'
plan_upgrade >"$work/plan" || give_up 'the upgrade could not be planned'
tell_each would <"$work/plan"
plan_left >"$work/left"
cut -d ' ' -f 1 "$work/plan" >"$work/planned"
while read -r name rest; do grep -qxF -- "$name" "$work/planned" || tell left "$name $rest"; done <"$work/left"
tell_reboot
finish 0
`;
/** What was half done is repaired before and after: the new lists may have what the repair needs. */
const realRun = String.raw `
[ -s ${beforePlace} ] || { list_packages >${beforePlace}.new && sync -- ${beforePlace}.new && mv -f -- ${beforePlace}.new ${beforePlace}; } || give_up 'the packages cannot be listed'
repair || give_up 'the packages of an earlier run could not be finished'
refresh || { tell_changes; give_up 'the lists of packages could not be refreshed'; }
repair_dependencies
upgraded=0
plan_upgrade >"$work/plan" || upgraded=$?
[ ! -s "$work/plan" ] || upgrade || upgraded=$?
failure=$why
tell_changes
plan_left | tell_each left
tell_reboot
why=$failure
[ "$upgraded" -eq 0 ] || give_up 'the packages could not be upgraded'
is_whole || give_up "packages are not whole: $(dpkg --audit 2>&1 | tr '\n' ' ' | head -c 300)"
finish 0
`;

;// CONCATENATED MODULE: ./build/recipes/update/read-update.js

/** Reads what `updateScript` prints, line by line as it comes. */
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

// EXTERNAL MODULE: ./build/operations/desired.js + 1 modules
var desired = __webpack_require__(87059);
// EXTERNAL MODULE: ./build/operations/failure.js
var failure = __webpack_require__(69477);
// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/operations/reboot.js + 1 modules
var operations_reboot = __webpack_require__(344);
// EXTERNAL MODULE: ./build/operations/run-check.js
var run_check = __webpack_require__(97695);
// EXTERNAL MODULE: ./build/operations/run-transient.js + 4 modules
var run_transient = __webpack_require__(28625);
// EXTERNAL MODULE: ./build/operations/seen.js
var operations_seen = __webpack_require__(12820);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
;// CONCATENATED MODULE: ./build/operations/update-outcome.js
/** As many as fit into one line; all of them are in `data`. */
const shownNames = 5;
/** Pure: what a dry run found, as an outcome. */
function planOfUpdate(report) {
    const data = dataOf(report, undefined);
    if (report.failed !== undefined)
        return failedUpdate(report, data);
    const { would } = report;
    const left = tellLeft(report);
    if (would.length === 0)
        return { kind: 'ok', reason: 'already-so', message: `nothing to upgrade${left}`, data };
    return { kind: 'ok', reason: 'planned', message: `would upgrade ${tellPackages(would)}${left}`, data };
}
/** Pure: what an update did and how the machine is after it, as an outcome. */
function concludeUpdate(report, after) {
    const data = dataOf(report, after);
    if (report.failed !== undefined)
        return failedUpdate(report, data);
    const did = tellDone(report, after);
    const fault = faultOf(after);
    if (fault !== undefined) {
        const message = `${did || 'nothing to upgrade'}; ${fault.message}`;
        return { kind: 'failed', ...fault, message, data, event: data };
    }
    const more = `${tellLeft(report)}${tellReboot(report, after)}`;
    if (did === '') {
        return { kind: 'ok', reason: 'already-so', message: `nothing to upgrade${more}`, data, event: data };
    }
    return { kind: 'changed', reason: 'done', message: `${did}${more}`, data, event: data };
}
function faultOf({ failedChecks, trouble, }) {
    if (trouble !== undefined) {
        const { reason, message, hint } = trouble;
        return { reason, message: `then ${message}`, ...(hint === undefined ? {} : { hint }) };
    }
    if (failedChecks.length === 0)
        return undefined;
    return {
        reason: 'check-failed',
        message: `does not hold: ${failedChecks.map((name) => `check ${name}`).join(', ')}`,
        hint: "The checks' own words stand below the machine. Packages stay as they are: Drover takes none back.",
    };
}
function failedUpdate(report, data) {
    const did = report.changed.length === 0 ? '' : `, after ${tellPackages(report.changed)}`;
    return {
        kind: 'failed',
        reason: 'command-failed',
        message: `the update failed${did}: ${report.failed}`,
        hint: 'Mend what the line names (a source that does not answer, a full disk, a package whose script fails) and run the operation again: it repairs first what is half done.',
        data,
        event: data,
    };
}
function dataOf(report, after) {
    const { would, changed, left, repaired, needsReboot } = report;
    return {
        ...(after === undefined ? { would: would.map((one) => ({ ...one })) } : {}),
        packages: changed.map((one) => ({ ...one })),
        left: left.map((one) => ({ ...one })),
        repaired: [...repaired],
        needsReboot: needsReboot !== undefined && after?.isRebooted !== true,
        ...(after === undefined ? {} : { rebooted: after.isRebooted, failedChecks: [...after.failedChecks] }),
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
    return `${packages.length} ${packages.length === 1 ? 'package' : 'packages'}: ${names}`;
}
function tellNames(names) {
    const shown = names.slice(0, shownNames).join(', ');
    return names.length > shownNames ? `${shown} and ${names.length - shownNames} more` : shown;
}

;// CONCATENATED MODULE: ./build/operations/update.js
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
/** As long as others that change the machine may take. */
const lockWaitSeconds = 15 * 60;
const dryRunMs = 10 * 60_000;
/** Upgrades the packages of machines, each as a unit that goes on when we do not. */
const update = (0,fleet_operation/* defineFleetOperation */.t)({
    records: ({ dryRun }) => !dryRun,
    connects: true,
    prepare: async (ports, { survey, machines, request }) => {
        const { securityOnly = false, dryRun: isDryRun, reboot = 'never' } = request;
        const mayReboot = reboot !== 'never' && !isDryRun;
        const seen = mayReboot ? await (0,operations_seen/* seenMachines */.A5)(ports, survey, machines) : undefined;
        // No machine is rendered: this only makes every secret known that a machine might print.
        await (0,desired/* renderMachines */.p)(ports, survey, []);
        return (job) => updateMachine(job, { survey, securityOnly, isDryRun, reboot, seen });
    },
});
async function updateMachine(job, asked) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const identity = (0,operations_survey/* identityOf */.cu)(asked.survey, job.machine.name);
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, identity), true);
        if (asked.isDryRun)
            return planOfUpdate(requireManager(job, await lookOnly(job, session, asked)));
        const { report, isLinkLost } = await upgrade(job, session, asked);
        requireManager(job, report);
        const after = {
            isRebooted: false,
            failedChecks: [],
        };
        // What was done is told even if what comes after it cannot be.
        try {
            after.isRebooted = await rebootIfWanted(job, asked, report);
            if (isLinkLost || after.isRebooted) {
                const env_2 = { stack: [], error: void 0, hasError: false };
                try {
                    const later = __addDisposableResource(env_2, await (0,sessions/* reopenSession */.aQ)(job, identity, 60_000), true);
                    if (after.isRebooted)
                        await settle(job, later);
                    after.failedChecks = await runChecks(job, later);
                }
                catch (e_1) {
                    env_2.error = e_1;
                    env_2.hasError = true;
                }
                finally {
                    const result_1 = __disposeResources(env_2);
                    if (result_1)
                        await result_1;
                }
            }
            else
                after.failedChecks = await runChecks(job, session);
        }
        catch (thrown) {
            return concludeUpdate(report, { ...after, trouble: (0,failure/* asDroverError */.nN)(thrown) });
        }
        return concludeUpdate(report, after);
    }
    catch (e_2) {
        env_1.error = e_2;
        env_1.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_1);
        if (result_2)
            await result_2;
    }
}
async function upgrade(job, session, { survey, ...asked }) {
    const reader = listen(job);
    const script = updateScript(asked);
    const { code, isLinkLost } = await (0,run_transient/* runTransient */.W)(job, { session, identity: (0,operations_survey/* identityOf */.cu)(survey, job.machine.name) }, {
        kind: 'update',
        key: (0,digest/* sha256 */.s)(Buffer.from(script)),
        script,
        files: [],
        timeoutSeconds: updateSeconds,
        lockWaitSeconds,
        onLine: (line) => reader.line(line),
    });
    return { report: requireWhole(job, reader, `exited with ${code}`), isLinkLost };
}
/** The same script with another end: it changes nothing, so it needs no unit. */
async function lookOnly(job, session, asked) {
    const reader = listen(job);
    const { signal } = job.ports;
    const ended = await session.exec({ argv: ['bash', '-s'], stdin: updateScript(asked) }, {
        timeoutMs: dryRunMs,
        maxBytes: 0,
        onLine: (line) => reader.line(line),
        ...(signal === undefined ? {} : { signal }),
    });
    return requireWhole(job, reader, (0,command/* succeeded */.g)(ended) ? 'ended' : (0,command/* describeEnd */.l)(ended));
}
function listen(job) {
    const { clock } = job.ports;
    let startedMs = clock.elapsed();
    return readUpdate({
        onStep: (name) => {
            startedMs = clock.elapsed();
            job.stepStarted(name);
        },
        onStepDone: ({ name, status }) => job.stepDone({
            name,
            status: status === 0 ? 'ok' : 'failed',
            durationMs: Math.round(clock.elapsed() - startedMs),
        }),
        onWaiting: (who) => job.stepStarted(`wait for packages that are being installed by ${who}`),
        onOutput: (line) => job.output(line, 'stdout'),
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
async function rebootIfWanted(job, { reboot, survey, seen }, { failed, needsReboot }) {
    if (seen === undefined || failed !== undefined)
        return false;
    if (reboot === 'auto' && needsReboot === undefined)
        return false;
    await (0,operations_reboot.rebootMachine)(job, { survey, seen });
    return true;
}
/** Units of a machine that has just booted may still be starting; a machine whose units failed answers, too. */
async function settle(job, session) {
    const { signal } = job.ports;
    await job.step('wait for the machine to be up', () => session.exec({ argv: ['timeout', '120', 'systemctl', 'is-system-running', '--wait'] }, { timeoutMs: 150_000, ...(signal === undefined ? {} : { signal }) }));
}
/** Names of those that do not hold. */
async function runChecks(job, session) {
    const failed = [];
    for (const check of job.machine.checks) {
        if (!(await (0,run_check/* runCheck */.k_)(job, session, check)))
            failed.push(check.name);
    }
    return failed;
}


/***/ }),

/***/ 78539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ parseAptLock),
/* harmony export */   PQ: () => (/* binding */ aptHoldersFunction),
/* harmony export */   em: () => (/* binding */ aptLockCommand)
/* harmony export */ });
/* unused harmony export aptLockWaitSeconds */
/** How long one question waits on the machine for the locks to become free. */
const aptLockWaitSeconds = 15;
/*
 * apt and dpkg lock with fcntl(2), so flock(1) sees nothing of it, and fuser is not everywhere. A
 * holder is a process that has one of the files open and stands in the kernel's list of locks; the
 * list's own inodes are no help, they are others on an overlay. Looking takes no lock.
 */
/** Defines `holders`, which prints `PID NAME` of each. */
const aptHoldersFunction = `holders() {
  find /proc/[0-9]*/fd -maxdepth 1 \\( -lname /var/lib/dpkg/lock-frontend -o -lname /var/lib/dpkg/lock \\
    -o -lname /var/lib/apt/lists/lock -o -lname /var/cache/apt/archives/lock \\) 2>/dev/null |
    cut -d / -f 3 | sort -u | while read -r pid; do
      grep -q "POSIX .* WRITE $pid " /proc/locks || continue
      printf '%s %s\\n' "$pid" "$(cat "/proc/$pid/comm" 2>/dev/null || echo '?')"
    done
}
`;
const script = `set -u
LC_ALL=C; export LC_ALL
${aptHoldersFunction}
tries=${aptLockWaitSeconds}
while held=$(holders) && [ -n "$held" ] && [ "$tries" -gt 0 ]; do
  tries=$((tries - 1))
  sleep 1
done
printf '%s\\n' "$held"
`;
/** Waits until nobody installs packages, at most `aptLockWaitSeconds`, and prints who still does. */
const aptLockCommand = { argv: ['sh', '-c', script] };
/** Who holds the locks, as `apt-get (process 812)`; empty when they are free. */
function parseAptLock(answer) {
    return answer.split('\n').flatMap((line) => {
        const [, pid, name] = /^(\d+) (.+)$/.exec(line.trim()) ?? [];
        return pid === undefined || name === undefined ? [] : [`${name} (process ${pid})`];
    });
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
