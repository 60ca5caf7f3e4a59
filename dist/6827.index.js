export const id = 6827;
export const ids = [6827,2549];
export const modules = {

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

/***/ 63256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ requireBudget),
/* harmony export */   p: () => (/* binding */ makeLaunchBudget)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/**
 * One machine may be asked for in several places, and more than once in each while no answer comes,
 * and is still one machine. More than this is a defect somewhere.
 */
const mostCallsForOne = 200;
function makeLaunchBudget(limit) {
    const calls = new Map();
    return {
        spend: (machine) => {
            const before = calls.get(machine) ?? 0;
            if (before === 0 && calls.size >= limit)
                throw overBudget(`${machine}: the run has made ${limit} machines`);
            if (before >= mostCallsForOne) {
                throw overBudget(`${machine}: was asked for ${before} times and is still not there`);
            }
            calls.set(machine, before + 1);
        },
    };
}
/** Throws `over-budget` when more machines are to be made than the run may make: nothing was made yet. */
function requireBudget(absent, limit) {
    if (absent.length <= limit)
        return;
    throw overBudget(`budget: ${absent.length} machines are to be made, and this run may make ${limit}`);
}
function overBudget(message) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(message, {
        reason: 'over-budget',
        hint: 'If that many are meant, give a larger budget: --budget N, or the input "budget".',
    });
}


/***/ }),

/***/ 22756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ wantedName),
/* harmony export */   S9: () => (/* binding */ dropFormerName),
/* harmony export */   a1: () => (/* binding */ pointName),
/* harmony export */   nK: () => (/* binding */ removeNames)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** The name that `flock.yml` gives the machine. */
function wantedName({ dns }) {
    return dns === undefined ? undefined : { provider: dns.provider, name: dns.name };
}
/** Makes the machine's name point to it, and takes away a name that it no longer is to have. */
async function pointName(job, { identity, known, flock }) {
    const { machine, ports } = job;
    const { dns: wanted } = machine;
    let isChanged = false;
    if (wanted !== undefined) {
        const { name, ttlSeconds } = wanted;
        const { address } = identity;
        const dns = await ports.dns(wanted.provider, flock);
        isChanged = await job.step(`point ${name} to ${address}`, () => dns.point({ name, address, ttlSeconds }));
    }
    const isGone = known === undefined ? false : await dropFormerName(job, { known, flock });
    const { dns: _, ...rest } = identity;
    const name = wantedName(machine);
    return {
        identity: name === undefined ? rest : { ...rest, dns: name },
        isChanged: isChanged || isGone,
    };
}
/** Takes away the name that the ledger knows if `flock.yml` gives another one or none. */
async function dropFormerName(job, { known, flock }) {
    const { dns: former, address } = known;
    if (former === undefined || (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(former, wantedName(job.machine)))
        return false;
    return await removeName(job, { dns: former, address, flock });
}
/** Takes a name away if it still points to this address. */
async function removeName(job, { dns: { provider, name }, address, flock }) {
    const dns = await job.ports.dns(provider, flock);
    return await job.step(`remove ${name} if it points to ${address}`, () => dns.remove({ name, address }));
}
/** Takes away all names that may point to a machine that is about to be ended. */
async function removeNames(job, { identities, flock }) {
    const wanted = wantedName(job.machine);
    const pairs = identities.flatMap(({ dns, address }) => [dns, wanted].flatMap((name) => (name === undefined ? [] : [{ dns: name, address }])));
    const unique = new Map(pairs.map((pair) => [JSON.stringify([pair.dns.provider, pair.dns.name, pair.address]), pair]));
    for (const pair of unique.values())
        await removeName(job, { ...pair, flock });
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

/***/ 66827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareProvision: () => (/* binding */ prepareProvision),
  provision: () => (/* binding */ provision),
  provisionMachine: () => (/* binding */ provisionMachine)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
;// CONCATENATED MODULE: ./build/recipes/expiry.js
/** The units that power a machine off whose making is not completed; user data puts them there. */
const expiryUnit = 'drover-expiry';
const units = `${expiryUnit}.timer ${expiryUnit}.service`;
/*
 * Takes the timer away and looks that it is gone, in systemd and on the disk: what a reboot would
 * read counts as much as what runs. Run again, it finds nothing and says the same.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
systemctl disable --now ${expiryUnit}.timer >/dev/null 2>&1
systemctl stop ${units} >/dev/null 2>&1
for folder in /etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system; do
  rm -rf "$folder/${expiryUnit}.timer" "$folder/${expiryUnit}.service" "$folder/${expiryUnit}.timer.d" "$folder/${expiryUnit}.service.d"
  rm -f "$folder"/*.wants/${expiryUnit}.timer "$folder"/*.wants/${expiryUnit}.service
done
systemctl daemon-reload || exit 1
systemctl reset-failed ${units} >/dev/null 2>&1
sync
for unit in ${units}; do
  printf '%s %s %s\\n' "$unit" "$(systemctl show --property=LoadState --value "$unit")" "$(systemctl show --property=ActiveState --value "$unit")"
done
`;
const disarmExpiryCommand = { argv: ['sh', '-c', script] };
/** What of the timer is still there; empty when systemd knows neither unit and runs neither. */
function parseDisarmed(answer) {
    const told = new Map(answer.split('\n').flatMap((line) => {
        const [, unit, state] = /^(\S+) (\S+ \S+)$/.exec(line.trim()) ?? [];
        return unit === undefined || state === undefined ? [] : [[unit, state]];
    }));
    return units.split(' ').flatMap((unit) => {
        const state = told.get(unit);
        if (state === 'not-found inactive')
            return [];
        return [`${unit} is ${state === undefined ? 'not told of' : state.replace(' ', ' and ')}`];
    });
}

// EXTERNAL MODULE: ./build/operations/answer-of.js
var answer_of = __webpack_require__(67991);
// EXTERNAL MODULE: ./build/recipes/apt-lock.js
var apt_lock = __webpack_require__(78539);
;// CONCATENATED MODULE: ./build/recipes/cloud-init.js
/** How long one question waits on the machine for an end. */
const cloudInitWaitSeconds = 15;
/*
 * One process that waits is gentler to a small machine at its first boot than many that look:
 * each of them is a Python. 124 is how timeout(1) says that the time is over. Versions before 22
 * know no `--format`, and say so in an answer that is no JSON.
 */
const cloud_init_script = `set -u
LC_ALL=C; export LC_ALL
command -v cloud-init >/dev/null 2>&1 || { echo absent; exit 0; }
answer=$(timeout ${cloudInitWaitSeconds} cloud-init status --wait --format json 2>/dev/null)
[ "$?" != 124 ] || { echo running; exit 0; }
case $answer in
*'{'*) printf 'json %s' "$answer" ;;
*)
  answer=$(timeout ${cloudInitWaitSeconds} cloud-init status --wait --long 2>&1)
  [ "$?" != 124 ] || { echo running; exit 0; }
  printf 'text %s' "$answer"
  ;;
esac
`;
/** Waits for cloud-init, at most `cloudInitWaitSeconds`, and prints what `parseCloudInit` reads. */
const cloudInitCommand = { argv: ['sh', '-c', cloud_init_script] };
/**
 * The words of `cloud-init status`, and not its exit status: 2 means "degraded" since version 23.4,
 * 0 where a distribution took that back, and an error of usage before.
 */
function parseCloudInit(answer) {
    const text = answer.trim();
    if (text === 'absent' || text === 'running')
        return { kind: text };
    const status = text.startsWith('json ') ? readJson(text.slice(text.indexOf('{'))) : readText(text);
    if (status === undefined)
        return { kind: 'error', why: `its answer is not understood: ${shorten(text)}` };
    return judge(status);
}
function judge({ status, extended, errors, warnings }) {
    if (status === 'error' || extended.startsWith('error')) {
        return { kind: 'error', why: shorten([...errors, ...warnings].join('; ') || 'it gives no cause') };
    }
    if (status === 'disabled')
        return { kind: 'disabled' };
    if (status !== 'done')
        return { kind: 'running' };
    if (extended.startsWith('degraded') || warnings.length > 0 || errors.length > 0) {
        return { kind: 'degraded', why: shorten([...errors, ...warnings].join('; ') || 'it gives no cause') };
    }
    return { kind: 'done' };
}
function readJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (!isObject(value) || typeof value.status !== 'string')
        return undefined;
    const extended = typeof value.extended_status === 'string' ? value.extended_status : value.status;
    const recoverable = isObject(value.recoverable_errors) ? value.recoverable_errors : {};
    return {
        status: value.status,
        extended,
        errors: texts(value.errors),
        warnings: Object.entries(recoverable).flatMap(([level, list]) => texts(list).map((one) => `${level.toLowerCase()}: ${one}`)),
    };
}
/** `status: error`, and behind `detail:` what went wrong. */
function readText(text) {
    const status = /^(?:text )?\.*status: (.+)$/m.exec(text)?.[1]?.trim();
    if (status === undefined)
        return undefined;
    const detail = text.slice(text.indexOf('detail:') + 'detail:'.length).trim();
    return { status, extended: status, errors: status === 'error' ? [detail] : [], warnings: [] };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function texts(value) {
    return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))) : [];
}
function shorten(text) {
    const line = text.replaceAll(/\s+/g, ' ').trim();
    return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

// EXTERNAL MODULE: ./build/operations/patience.js
var operations_patience = __webpack_require__(59784);
;// CONCATENATED MODULE: ./build/operations/first-boot.js





/** Long enough for an image that brings itself up to date at its first boot. */
const firstBootMs = 15 * 60_000;
/** Waits until a new machine has done by itself what it does only once: cloud-init, and what installs packages. */
async function waitForFirstBoot(job, identity) {
    const patience = (0,operations_patience/* startPatience */.e)(job, firstBootMs);
    const what = `wait for ${identity.address} to answer`;
    await job.step('first boot', () => (0,operations_patience/* whenThere */.R)(job, { identity, patience, what }, async (session) => {
        await waitForCloudInit(job, session, patience);
        await waitForApt(job, session, patience);
    }));
}
async function waitForCloudInit(job, session, patience) {
    for (;;) {
        patience.tell('wait for cloud-init');
        const answer = await (0,answer_of/* answerOf */.u)(session, { command: cloudInitCommand, ...asking(job) });
        const found = parseCloudInit(answer);
        if (found.kind === 'error')
            throw failed(job, `cloud-init failed: ${found.why}`);
        if (found.kind === 'degraded')
            job.warn(`cloud-init went through and is not content: ${found.why}`);
        if (found.kind !== 'running')
            return;
        await again(job, patience, 'cloud-init is still at work');
    }
}
async function waitForApt(job, session, patience) {
    for (;;) {
        const holders = (0,apt_lock/* parseAptLock */.Eb)(await (0,answer_of/* answerOf */.u)(session, { command: apt_lock/* aptLockCommand */.em, ...asking(job) }));
        if (holders.length === 0)
            return;
        const who = holders.join(', ');
        patience.tell(`wait for ${who} to leave the packages alone`);
        await again(job, patience, `${who} still holds the lock of apt`);
    }
}
async function again(job, patience, why) {
    if (patience.isOver())
        throw failed(job, `${why} after ${Math.round(patience.elapsedMs() / 1000)} s`);
    await job.ports.clock.sleep(1000, job.ports.signal);
}
function asking({ machine, ports }) {
    return {
        subject: `${machine.name}: first boot`,
        hint: lookHint(machine.name),
        reason: 'first-boot-failed',
        signal: ports.signal,
    };
}
function failed({ machine }, why) {
    return new errors/* DroverError */.F(`${machine.name}: first boot: ${why}`, {
        reason: 'first-boot-failed',
        hint: lookHint(machine.name),
    });
}
function lookHint(name) {
    return `Look with "drover connect ${name}" at /var/log/cloud-init-output.log, then run the operation again to go on, or terminate the machine; otherwise it ends by itself.`;
}

// EXTERNAL MODULE: ./build/operations/rotate-host-key.js + 1 modules
var rotate_host_key = __webpack_require__(19895);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
;// CONCATENATED MODULE: ./build/operations/finish-machine.js
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







/**
 * Who ends expired machines may be in another process, and have looked a moment ago: a making is not
 * completed so near to its end.
 */
const marginMs = 2 * 60_000;
/** True when a machine that is not complete is about to be ended, or may be at any moment. */
function isExpiring({ expiresAt }, nowMs) {
    return expiresAt !== undefined && Date.parse(expiresAt) - nowMs < marginMs;
}
/**
 * From a machine that runs under the host key of its launch, with a timer that will end it, to one
 * that stays. Each step finds what an earlier run did of it and does the rest; the timer is taken
 * away only when the branch has all that is needed to find the machine and to get in.
 */
async function finishMachine(job, work) {
    const { identity, seen, known, pin, complete } = work;
    const { name } = job.machine;
    if (!(0,external_node_util_.isDeepStrictEqual)(identity, known)) {
        await job.step('pin the host key of the launch', () => pin(identity, `pinned the new machine ${identity.id}`));
    }
    await waitForFirstBoot(job, identity);
    const rotated = isRotated(work) ? identity : await rotate(job, work);
    await disarm(job, rotated);
    requireTime(job, seen);
    const { id, hostKeys } = rotated;
    await job.step('complete', () => complete({ name, id, hostKeys }));
    return rotated;
}
/** The key of the launch stands in the user data, which everybody on the machine can read. */
function isRotated({ seen, identity }) {
    const revoked = new Set(identity.revokedKeys);
    return seen.identity.hostKeys.length > 0 && seen.identity.hostKeys.every((key) => revoked.has(key));
}
async function rotate(job, { identity, pin }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, identity), true);
        const rotated = await (0,rotate_host_key/* rotateHostKey */.Z)(job, {
            identity,
            session,
            pin: (both) => pin(both, 'pinned the next host key beside that of the launch'),
        });
        await job.step('pin the new key', () => pin(rotated, 'pinned the new host key; that of the launch is revoked'));
        return rotated;
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
async function disarm(job, identity) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { name } = job.machine;
        const session = __addDisposableResource(env_2, await (0,sessions/* openSession */.fA)(job, identity), true);
        await job.step('disarm the power-off timer', async () => {
            const hint = 'The machine still ends by itself. Run the operation again to go on.';
            const subject = `${name}: power-off timer`;
            const answer = await (0,answer_of/* answerOf */.u)(session, { command: disarmExpiryCommand, subject, hint });
            const left = parseDisarmed(answer);
            if (left.length === 0)
                return;
            throw new errors/* DroverError */.F(`${subject}: could not be taken away: ${left.join('; ')}`, {
                reason: 'command-failed',
                hint,
            });
        });
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
function requireTime({ machine, ports }, seen) {
    if (!isExpiring(seen, ports.clock.now()))
        return;
    throw new errors/* DroverError */.F(`${machine.name}: the making took too long: the machine expires at ${seen.expiresAt}`, {
        reason: 'timed-out',
        hint: 'Run the operation again: it ends this machine and makes another one.',
    });
}

// EXTERNAL MODULE: ./build/operations/fleet.js + 2 modules
var fleet = __webpack_require__(10809);
// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/operations/known-identity.js
var known_identity = __webpack_require__(72667);
// EXTERNAL MODULE: ./build/operations/launch-budget.js
var launch_budget = __webpack_require__(63256);
// EXTERNAL MODULE: ./build/operations/machine-dns.js
var machine_dns = __webpack_require__(22756);
// EXTERNAL MODULE: ./build/operations/provider-of.js
var provider_of = __webpack_require__(94514);
;// CONCATENATED MODULE: ./build/operations/launch-machine.js





/** Has a machine made, finished or started by its provider, and makes it one that stays. */
async function launchMachine(job, work) {
    const { machine, ports } = job;
    const { before, survey } = work;
    const provider = await (0,provider_of/* providerOf */.lc)(ports, survey, machine.provider);
    const entry = survey.snapshot.machines.get(machine.name);
    const known = entry?.identity;
    // Before machine.json speaks of another machine: then nobody would know of the old one's name.
    if (known !== undefined && known.id !== before?.identity.id) {
        await (0,machine_dns/* dropFormerName */.S9)(job, { known, flock: survey.flock.name });
    }
    const isTooLate = before !== undefined && isExpiring(before, ports.clock.now());
    if (isTooLate) {
        const { id } = before.identity;
        await job.step('end the making that expired', () => provider.terminate({ name: machine.name, id }));
    }
    const memory = launchMemory(job, { work, remembered: isTooLate ? undefined : entry?.launch });
    const authorizedKey = await ports.publicKey();
    const seen = await job.step(work.verb, () => provider.launch({
        name: machine.name,
        authorizedKeys: [authorizedKey],
        user: machine.ssh.user,
        runId: ports.run.id,
        settings: machine.settings,
        ...memory.request,
        onStep: (name) => job.stepStarted(name),
        ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }));
    const identity = (0,known_identity/* identityNow */.B)(seen.identity, known);
    if (provider.complete === undefined || !(memory.isRemembered() || seen.expiresAt !== undefined)) {
        return identity;
    }
    const name = identity.dns ?? (0,machine_dns/* wantedName */.Lt)(machine);
    return await finishMachine(job, {
        seen,
        known,
        identity: name === undefined ? identity : { ...identity, dns: name },
        complete: (finished) => provider.complete?.(finished) ?? Promise.resolve(),
        pin: (pinned, message) => work.pushNow(job, { ...noting(work), message, changes: [(0,machine_files/* putIdentity */.is)(machine.name, pinned)] }),
    });
}
/** What ties the launch to the ledger, the budget and the key. */
function launchMemory(job, { work, remembered }) {
    const { machine, ports } = job;
    let isRemembered = remembered !== undefined;
    return {
        isRemembered: () => isRemembered,
        request: {
            ...(remembered === undefined ? {} : { remembered }),
            remember: async (intent) => {
                isRemembered = true;
                const message = 'is about to make the machine';
                const changes = [(0,machine_files/* putLaunch */.BW)(machine.name, intent)];
                await job.step('write down the intent', () => work.pushNow(job, { ...noting(work), message, changes }));
            },
            spend: () => work.budget.spend(machine.name),
            seed: ports.seed,
        },
    };
}
function noting({ operation, survey }) {
    return { operation, config: survey.snapshot.commit };
}

// EXTERNAL MODULE: ./build/operations/push-now.js
var push_now = __webpack_require__(48406);
// EXTERNAL MODULE: ./build/operations/seen.js
var operations_seen = __webpack_require__(12820);
;// CONCATENATED MODULE: ./build/operations/provision.js













const provision = (0,fleet_operation/* defineFleetOperation */.t)({
    records: (request) => !request.dryRun,
    prepare: async (ports, chosen) => {
        const work = await prepareProvision(ports, chosen);
        return async (job) => (await provisionMachine(job, work)).done;
    },
});
/** All that can be refused before anything is made: settings, and more machines than the run may make. */
async function prepareProvision(ports, chosen) {
    const { survey, machines, request } = chosen;
    const problems = await Promise.all(machines.map(async (machine) => (await (0,provider_of/* providerOf */.lc)(ports, survey, machine.provider)).problems((0,provider_of/* scopedMachine */.QC)(machine))));
    (0,errors/* refuse */.TR)(problems.flat());
    const seen = await (0,operations_seen/* seenMachines */.A5)(ports, survey, machines);
    const absent = machines.filter(({ name }) => seen.all(name).length === 0);
    (0,launch_budget/* requireBudget */.R)(absent.map(({ name }) => name), request.budget);
    return {
        operation: request.operation,
        survey,
        seen,
        dryRun: request.dryRun,
        budget: (0,launch_budget/* makeLaunchBudget */.p)(request.budget),
        pushNow: (0,push_now/* makePushNow */.f)(ports),
    };
}
/** Makes, finishes or starts one machine, and pins what its provider says of it. */
async function provisionMachine(job, work) {
    const { machine } = job;
    const before = requireSameProvider(job, work.seen.one(machine.name));
    const entry = work.survey.snapshot.machines.get(machine.name);
    const isUnfinished = before?.expiresAt !== undefined || entry?.launch !== undefined;
    if (before?.presence === 'running' && !isUnfinished) {
        const identity = (0,known_identity/* identityNow */.B)(before.identity, entry?.identity);
        if (work.dryRun)
            return { done: planPin(identity, entry?.identity), identity };
        return await named(job, { work, identity, verb: undefined });
    }
    const isToBeMade = before === undefined || isExpiring(before, job.ports.clock.now());
    const verb = isToBeMade ? 'make' : isUnfinished ? 'finish' : 'start';
    if (work.dryRun)
        return { done: { kind: 'ok', reason: 'planned', message: `would ${verb} the machine` } };
    const identity = await launchMachine(job, { ...work, before, verb });
    return await named(job, { work, identity, verb });
}
/** Somebody changed `provider` in `flock.yml` while the machine exists: a second one would be made, and the first forgotten. */
function requireSameProvider({ machine }, seen) {
    if (seen === undefined || seen.identity.provider === machine.provider)
        return seen;
    const { id, provider } = seen.identity;
    throw new errors/* DroverError */.F(`${machine.name}: exists at the provider "${provider}" as "${id}", and flock.yml asks for "${machine.provider}"`, {
        reason: 'invalid-flock',
        at: { file: 'flock.yml' },
        hint: `Terminate it first, or give it back "provider: ${provider}".`,
    });
}
/** The machine stands: its name points to it, and the ledger learns of it, also when the name could not be pointed. */
async function named(job, { work, identity, verb }) {
    const { machine } = job;
    const { snapshot } = work.survey;
    const known = snapshot.machines.get(machine.name)?.identity;
    const cleared = clearedFiles(job, { work, isLaunch: verb !== undefined });
    // If it fails, the ledger keeps what may still point here.
    let pinned = { ...identity, ...pick(identity.dns ?? known?.dns) };
    const done = await (0,fleet/* attempt */.CD)(job, async () => {
        const { identity: pointed, isChanged } = await (0,machine_dns/* pointName */.a1)(job, {
            identity,
            known,
            flock: work.survey.flock.name,
        });
        pinned = pointed;
        if (verb !== undefined) {
            return { kind: 'changed', reason: 'done', message: `${past[verb]} at ${pointed.address}` };
        }
        const isKnown = (0,external_node_util_.isDeepStrictEqual)(known, pointed);
        if (isKnown && !isChanged && cleared.length === 0) {
            return { kind: 'ok', reason: 'already-so', message: `runs at ${pointed.address}` };
        }
        const what = isKnown && isChanged ? 'pointed the name of' : 'pinned';
        return { kind: 'changed', reason: 'done', message: `${what} the machine that runs at ${pointed.address}` };
    });
    const isNew = verb !== undefined || !(0,external_node_util_.isDeepStrictEqual)(known, pinned);
    const changes = [...(isNew ? [(0,machine_files/* putIdentity */.is)(machine.name, pinned)] : []), ...cleared];
    return { done: changes.length === 0 ? done : { ...done, changes }, identity: pinned };
}
const past = { make: 'made', finish: 'finished the machine that runs', start: 'started' };
function pick(dns) {
    return dns === undefined ? {} : { dns };
}
/** The launch is over and the machine lives: nothing of it has to be remembered, and no tombstone stands. */
function clearedFiles({ machine }, { work, isLaunch }) {
    const { tree } = work.survey.snapshot;
    const launch = (0,machine_files/* machinePath */.lg)(machine.name, 'launch.json');
    const tombstone = (0,machine_files/* machinePath */.lg)(machine.name, 'terminated.json');
    return [...(isLaunch || tree.has(launch) ? [launch] : []), ...(tree.has(tombstone) ? [tombstone] : [])].map((path) => ({ kind: 'remove', path }));
}
function planPin(identity, known) {
    if ((0,external_node_util_.isDeepStrictEqual)(known, identity)) {
        return { kind: 'ok', reason: 'already-so', message: `runs at ${identity.address}` };
    }
    return {
        kind: 'ok',
        reason: 'planned',
        message: `would pin the machine that runs at ${identity.address}`,
    };
}


/***/ }),

/***/ 19895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ rotateHostKey)
});

;// CONCATENATED MODULE: ./build/recipes/host-key-rotation.js
const key = '/etc/ssh/ssh_host_ed25519_key';
/** The old key returns after this many seconds unless the new one was seen to work. */
const guardSeconds = 25;
/** Makes the next host key beside the present one and prints its public half. Run twice, it gives the same key. */
const makeNextKeyCommand = {
    argv: [
        'sh',
        '-c',
        `set -eu; umask 077
[ -s ${key}.next.pub ] || { rm -f ${key}.next; ssh-keygen -q -t ed25519 -N '' -C '' -f ${key}.next; }
cat ${key}.next.pub`,
    ],
};
/**
 * Puts the next key in place and reloads sshd, with a guard that undoes it. The
 * old key is kept until the new one was seen to work over a new connection.
 */
const useNextKeyCommand = {
    argv: [
        'sh',
        '-c',
        `set -eu; umask 077
cat >/run/drover-key-back <<'BACK'
[ -f ${key}.old ] || exit 0
mv -f ${key}.old ${key}; ssh-keygen -y -f ${key} >${key}.pub; chmod 0644 ${key}.pub
systemctl reload ssh 2>/dev/null || systemctl reload sshd
BACK
systemctl stop drover-key-back.timer 2>/dev/null || :
systemd-run --quiet --collect --unit=drover-key-back --on-active=${guardSeconds} sh /run/drover-key-back
ln -f ${key} ${key}.old
cp -p ${key}.next ${key}.now && mv -f ${key}.now ${key}
cp ${key}.next.pub ${key}.pub; chmod 0644 ${key}.pub
systemctl reload ssh 2>/dev/null || systemctl reload sshd`,
    ],
};
/** The new key works: nothing of the old one stays. */
const keepNextKeyCommand = {
    argv: [
        'sh',
        '-c',
        `set -u
systemctl stop drover-key-back.timer 2>/dev/null
rm -f ${key}.old ${key}.next ${key}.next.pub /run/drover-key-back`,
    ],
};

// EXTERNAL MODULE: ./build/operations/answer-of.js
var answer_of = __webpack_require__(67991);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
;// CONCATENATED MODULE: ./build/operations/rotate-host-key.js
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



/** Less than the machine waits before the old key returns. */
const reopenMs = 15_000;
/**
 * Gives a machine a new host key and answers with the new pins, which are for the caller to record.
 * Both keys are pinned and pushed before the machine changes, so that a run that is cut off anywhere
 * leaves a machine that the ledger knows; when the new key was seen to work, the old one is revoked.
 */
async function rotateHostKey(job, { identity, session, pin }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const next = await job.step('make the next key', async () => publicKeyIn(await run(session, makeNextKeyCommand)));
        const both = { ...identity, hostKeys: [...new Set([...identity.hostKeys, next])] };
        await job.step('pin both keys', () => pin(both));
        await job.step('use the next key', () => run(session, useNextKeyCommand));
        const after = {
            ...identity,
            hostKeys: [next],
            revokedKeys: [...new Set([...(identity.revokedKeys ?? []), ...identity.hostKeys])].filter((key) => key !== next),
        };
        const fresh = __addDisposableResource(env_1, await job.step('connect with the next key', () => (0,sessions/* reopenSession */.aQ)(job, after, reopenMs)), true);
        await job.step('keep the next key', () => run(fresh, keepNextKeyCommand));
        return after;
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
function run(session, command) {
    return (0,answer_of/* answerOf */.u)(session, {
        command,
        subject: 'host key',
        hint: 'The old key is in use, or returns within 25 s; both are pinned. Run the operation again.',
    });
}
function publicKeyIn(text) {
    return text.trim().split(/\s+/).slice(0, 2).join(' ');
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


/***/ })

};
