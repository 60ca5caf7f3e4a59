export const id = 600;
export const ids = [600];
export const modules = {

/***/ 80469:
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

/***/ 57853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ startDeadline)
/* harmony export */ });
const tellEveryMs = 15_000;
function startDeadline(task, deadlineMs) {
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


/***/ }),

/***/ 61831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ waitForBoot)
/* harmony export */ });
/* harmony import */ var _remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87854);
/* harmony import */ var _machine_connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36817);
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
 * Work over a connection to a machine that may be starting: done anew, over another connection, while the machine is
 * away. The work must be repeatable. Throws the last error when the deadline has passed.
 */
async function waitForBoot(task, { identity, deadline, what }, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const connection = __addDisposableResource(env_1, new _machine_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .MachineConnection */ .s(task, { identity }), true);
        const deadlineMs = deadline.deadlineMs - deadline.elapsedMs();
        return await connection.retry({ ..._remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .reopenPolicies */ .C$.boot, deadlineMs }, async () => {
            deadline.tell(what);
            await connection.open();
            return await work(connection);
        });
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


/***/ }),

/***/ 99760:
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
const maxCallsForOne = 200;
function makeLaunchBudget(limit) {
    const calls = new Map();
    return {
        spend: (machine) => {
            const before = calls.get(machine) ?? 0;
            if (before === 0 && calls.size >= limit)
                throw overBudget(`${machine}: the run has made ${limit} machines`);
            if (before >= maxCallsForOne) {
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

/***/ 42044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ desiredName),
/* harmony export */   S9: () => (/* binding */ dropFormerName),
/* harmony export */   a1: () => (/* binding */ pointName),
/* harmony export */   nK: () => (/* binding */ removeNames)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** The name that `flock.yml` gives the machine. */
function desiredName({ dns }) {
    return dns === undefined ? undefined : { provider: dns.provider, name: dns.name };
}
/** Makes the machine's name point to it, and takes away a name that it no longer is to have. */
async function pointName(task, { identity, known, flock }) {
    const { machine, ports } = task;
    const { dns: desired } = machine;
    let isChanged = false;
    if (desired !== undefined) {
        const { name, ttlSeconds } = desired;
        const { address } = identity;
        const dns = await ports.dns(desired.provider, flock);
        isChanged = await task.step({ kind: 'dns', text: `point ${name} to ${address}` }, () => dns.point({ name, address, ttlSeconds }));
    }
    const isGone = known === undefined ? false : await dropFormerName(task, { known, flock });
    const { dns: _, ...rest } = identity;
    const name = desiredName(machine);
    return {
        identity: name === undefined ? rest : { ...rest, dns: name },
        isChanged: isChanged || isGone,
    };
}
/** Takes away the name that the ledger knows if `flock.yml` gives another one or none. */
async function dropFormerName(task, { known, flock }) {
    const { dns: former, address } = known;
    if (former === undefined || (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(former, desiredName(task.machine)))
        return false;
    return await removeName(task, { dns: former, address, flock });
}
/** Takes a name away if it still points to this address. */
async function removeName(task, { dns: { provider, name }, address, flock }) {
    const dns = await task.ports.dns(provider, flock);
    return await task.step({ kind: 'dns', text: `remove ${name} if it points to ${address}` }, () => dns.remove({ name, address }));
}
/** Takes away all names that may point to a machine that is about to be ended. */
async function removeNames(task, { identities, flock }) {
    const desired = desiredName(task.machine);
    const pairs = identities.flatMap(({ dns, address }) => [dns, desired].flatMap((name) => (name === undefined ? [] : [{ dns: name, address }])));
    const unique = new Map(pairs.map((pair) => [JSON.stringify([pair.dns.provider, pair.dns.name, pair.address]), pair]));
    for (const pair of unique.values())
        await removeName(task, { ...pair, flock });
}


/***/ }),

/***/ 35965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EO: () => (/* binding */ listProviderMachines),
/* harmony export */   U6: () => (/* binding */ describeDuplicates),
/* harmony export */   Yc: () => (/* binding */ requireProviderMachine),
/* harmony export */   nN: () => (/* binding */ absentMachine)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _provider_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17098);


/** What the providers of these machines have, one question to each provider. */
async function listProviderMachines(ports, view, machines) {
    const names = [...new Set(machines.flatMap((machine) => (0,_provider_of_js__WEBPACK_IMPORTED_MODULE_1__/* .providerNamesOf */ .R6)(view, machine)))];
    const lists = await Promise.all(names.map(async (name) => (await (0,_provider_of_js__WEBPACK_IMPORTED_MODULE_1__/* .providerOf */ .lc)(ports, view, name)).list()));
    return providerMachinesOf(lists.flat());
}
function providerMachinesOf(existing) {
    const byName = new Map();
    for (const one of existing)
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
function ambiguous(name, existing) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${name}: ${describeDuplicates(existing)}`, {
        reason: 'ambiguous-machine',
        hint: 'Nothing was done to either. Look at each, end the one that should not be at its provider by its id, and run the operation again.',
    });
}
/** `2 machines have this name: "i-1" (running, at 192.0.2.1) and "i-2" (…)`. */
function describeDuplicates(existing) {
    const each = existing.map(({ identity, presence }) => `"${identity.id}" (${identity.provider}, ${presence}, at ${identity.address})`);
    return `${each.length} machines have this name: ${each.join(' and ')}`;
}
/** The one machine of this name; throws `not-provisioned` when there is none. */
function requireProviderMachine(existing, name) {
    const one = existing.one(name);
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

/***/ 17098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oz: () => (/* binding */ cannot),
/* harmony export */   QC: () => (/* binding */ scopedMachine),
/* harmony export */   R6: () => (/* binding */ providerNamesOf),
/* harmony export */   lc: () => (/* binding */ providerOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** The provider of this name, told of the machines that it serves. */
function providerOf(ports, view, name) {
    return ports.provider(name, scopeOf(view, name));
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
/** What to throw for what a provider has no call for. */
function cannot(name, { provider, verb }) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${name}: the provider "${provider}" cannot ${verb} machines`, {
        reason: 'provider-failed',
        hint: `Do it where the machine is, or by "drover run ${name} -- COMMAND".`,
    });
}


/***/ }),

/***/ 60600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ prepareProvision),
  C: () => (/* binding */ provisionMachine)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/branch/known-identity.js
var known_identity = __webpack_require__(80469);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/task/attempt.js
var attempt = __webpack_require__(3213);
// EXTERNAL MODULE: ./build/task/push-now.js
var push_now = __webpack_require__(9163);
// EXTERNAL MODULE: ./build/connection/open-connection.js
var open_connection = __webpack_require__(86218);
// EXTERNAL MODULE: ./build/task/answer-of.js
var answer_of = __webpack_require__(69816);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
;// CONCATENATED MODULE: ./build/lifecycle/commands/expiry.js

/** The units that power a machine off whose making is not completed; user data puts them there. */
const expiryUnit = 'drover-expiry';
const units = [`${expiryUnit}.timer`, `${expiryUnit}.service`];
const disarmExpiryCommand = (0,program/* programCommand */.O)('lifecycle/disarm-expiry.sh', {
    args: [expiryUnit],
});
/** What of the timer is still there; empty when systemd knows neither unit and runs neither. */
function parseDisarmed(answer) {
    const told = new Map(answer.split('\n').flatMap((line) => {
        const [, unit, state] = /^(\S+) (\S+ \S+)$/.exec(line.trim()) ?? [];
        return unit === undefined || state === undefined ? [] : [[unit, state]];
    }));
    return units.flatMap((unit) => {
        const state = told.get(unit);
        if (state === 'not-found inactive')
            return [];
        return [`${unit} is ${state === undefined ? 'not told of' : state.replace(' ', ' and ')}`];
    });
}

// EXTERNAL MODULE: ./build/connection/deadline.js
var connection_deadline = __webpack_require__(57853);
// EXTERNAL MODULE: ./build/connection/wait-for-boot.js
var wait_for_boot = __webpack_require__(61831);
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
;// CONCATENATED MODULE: ./build/lifecycle/commands/apt-lock.js

/** How long one question waits on the machine for the locks to become free. */
const aptLockWaitSeconds = 15;
/** Waits until nobody installs packages, at most `aptLockWaitSeconds`, and prints who still does. */
const aptLockCommand = (0,program/* programCommand */.O)('lifecycle/apt-lock.sh', {
    values: { wait_seconds: aptLockWaitSeconds },
});
/** Who holds the locks, as `apt-get (process 812)`; empty when they are free. */
function parseAptLock(answer) {
    return answer.split('\n').flatMap((line) => {
        const [, pid, name] = /^(\d+) (.+)$/.exec(line.trim()) ?? [];
        return pid === undefined || name === undefined ? [] : [`${name} (process ${pid})`];
    });
}

;// CONCATENATED MODULE: ./build/lifecycle/commands/cloud-init.js

/** How long one question waits on the machine for an end. */
const cloudInitWaitSeconds = 15;
/** Waits for cloud-init, at most `cloudInitWaitSeconds`, and prints what `parseCloudInit` reads. */
const cloudInitCommand = (0,program/* programCommand */.O)('lifecycle/cloud-init.sh', {
    values: { wait_seconds: cloudInitWaitSeconds },
});
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

;// CONCATENATED MODULE: ./build/lifecycle/first-boot.js







/** Waits until a new machine has done by itself what it does only once: cloud-init, and what installs packages. */
async function waitForFirstBoot(task, identity) {
    const deadline = (0,connection_deadline/* startDeadline */.d)(task, connection_policy/* reopenPolicies */.C$.boot.deadlineMs);
    const what = `wait for ${identity.address} to answer`;
    await task.step({ kind: 'boot', text: 'first boot' }, () => (0,wait_for_boot/* waitForBoot */.b)(task, { identity, deadline, what }, async (session) => {
        await waitForCloudInit(task, session, deadline);
        await waitForApt(task, session, deadline);
    }));
}
async function waitForCloudInit(task, session, deadline) {
    for (;;) {
        deadline.tell('wait for cloud-init');
        const answer = await (0,answer_of/* answerOf */.u)(session, { command: cloudInitCommand, ...asking(task) });
        const found = parseCloudInit(answer);
        if (found.kind === 'error')
            throw failed(task, `cloud-init failed: ${found.why}`);
        if (found.kind === 'degraded')
            task.warn(`cloud-init went through and is not content: ${found.why}`);
        if (found.kind !== 'running')
            return;
        await again(task, deadline, 'cloud-init is still at work');
    }
}
async function waitForApt(task, session, deadline) {
    for (;;) {
        const holders = parseAptLock(await (0,answer_of/* answerOf */.u)(session, { command: aptLockCommand, ...asking(task) }));
        if (holders.length === 0)
            return;
        const who = holders.join(', ');
        deadline.tell(`wait for ${who} to leave the packages alone`);
        await again(task, deadline, `${who} still holds the lock of apt`);
    }
}
async function again(task, deadline, why) {
    if (deadline.isOver())
        throw failed(task, `${why} after ${Math.round(deadline.elapsedMs() / 1000)} s`);
    await task.ports.clock.sleep(1000, task.ports.signal);
}
function asking({ machine, ports }) {
    return {
        subject: `${machine.name}: first boot`,
        hint: connectHint(machine.name),
        reason: 'first-boot-failed',
        signal: ports.signal,
    };
}
function failed({ machine }, why) {
    return new errors/* DroverError */.F(`${machine.name}: first boot: ${why}`, {
        reason: 'first-boot-failed',
        hint: connectHint(machine.name),
    });
}
function connectHint(name) {
    return `Look with "drover connect ${name}" at /var/log/cloud-init-output.log, then run the operation again to go on, or terminate the machine; otherwise it ends by itself.`;
}

// EXTERNAL MODULE: ./build/lifecycle/rotate-host-key.js + 1 modules
var rotate_host_key = __webpack_require__(54719);
;// CONCATENATED MODULE: ./build/lifecycle/finish-machine.js
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
async function finishMachine(task, work) {
    const { identity, existing, known, pin, complete } = work;
    const { name } = task.machine;
    if (!(0,external_node_util_.isDeepStrictEqual)(identity, known)) {
        await task.step({ kind: 'record', text: 'pin the host key of the launch' }, () => pin(identity, `pinned the new machine ${identity.id}`));
    }
    await waitForFirstBoot(task, identity);
    const rotated = isRotated(work) ? identity : await rotate(task, work);
    await disarm(task, rotated);
    requireTime(task, existing);
    const { id, hostKeys } = rotated;
    await task.step({ kind: 'provision', text: 'complete' }, () => complete({ name, id, hostKeys }));
    return rotated;
}
/** The key of the launch stands in the user data, which everybody on the machine can read. */
function isRotated({ existing, identity }) {
    const revoked = new Set(identity.revokedKeys);
    return existing.identity.hostKeys.length > 0 && existing.identity.hostKeys.every((key) => revoked.has(key));
}
async function rotate(task, { identity, pin }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_1, await (0,open_connection/* openConnection */.J)(task, identity), true);
        const rotated = await (0,rotate_host_key/* rotateHostKey */.Z)(task, {
            identity,
            session,
            pin: (both) => pin(both, 'pinned the next host key beside that of the launch'),
        });
        await task.step({ kind: 'record', text: 'pin the new key' }, () => pin(rotated, 'pinned the new host key; that of the launch is revoked'));
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
async function disarm(task, identity) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { name } = task.machine;
        const session = __addDisposableResource(env_2, await (0,open_connection/* openConnection */.J)(task, identity), true);
        await task.step({ kind: 'provision', text: 'disarm the power-off timer' }, async () => {
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
function requireTime({ machine, ports }, existing) {
    if (!isExpiring(existing, ports.clock.now()))
        return;
    throw new errors/* DroverError */.F(`${machine.name}: the making took too long: the machine expires at ${existing.expiresAt}`, {
        reason: 'timed-out',
        hint: 'Run the operation again: it ends this machine and makes another one.',
    });
}

// EXTERNAL MODULE: ./build/lifecycle/launch-budget.js
var launch_budget = __webpack_require__(99760);
// EXTERNAL MODULE: ./build/lifecycle/machine-dns.js
var machine_dns = __webpack_require__(42044);
// EXTERNAL MODULE: ./build/lifecycle/provider-of.js
var provider_of = __webpack_require__(17098);
;// CONCATENATED MODULE: ./build/lifecycle/launch-machine.js





/** Has a machine made, finished or started by its provider, and makes it one that stays. */
async function launchMachine(task, work) {
    const { machine, ports } = task;
    const { before, view } = work;
    const provider = await (0,provider_of/* providerOf */.lc)(ports, view, machine.provider);
    const entry = view.snapshot.machines.get(machine.name);
    const known = entry?.identity;
    // Before machine.json speaks of another machine: then nobody would know of the old one's name.
    if (known !== undefined && known.id !== before?.identity.id) {
        await (0,machine_dns/* dropFormerName */.S9)(task, { known, flock: view.flock.name });
    }
    const isTooLate = before !== undefined && isExpiring(before, ports.clock.now());
    if (isTooLate) {
        const { id } = before.identity;
        await task.step({ kind: 'end', text: 'end the making that expired' }, () => provider.terminate({ name: machine.name, id }));
    }
    const memory = launchMemory(task, { work, remembered: isTooLate ? undefined : entry?.launch });
    const authorizedKey = await ports.publicKey();
    const existing = await task.step({ kind: 'provision', text: work.verb }, () => provider.launch({
        name: machine.name,
        authorizedKeys: [authorizedKey],
        user: machine.ssh.user,
        runId: ports.run.id,
        settings: machine.settings,
        ...memory.request,
        onStep: (name) => task.stepStarted({ kind: 'provision', text: name }),
        ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }));
    const identity = (0,known_identity/* identityNow */.B)(existing.identity, known);
    if (provider.complete === undefined || !(memory.isRemembered() || existing.expiresAt !== undefined)) {
        return identity;
    }
    const name = identity.dns ?? (0,machine_dns/* desiredName */.EE)(machine);
    return await finishMachine(task, {
        existing,
        known,
        identity: name === undefined ? identity : { ...identity, dns: name },
        complete: (finished) => provider.complete?.(finished) ?? Promise.resolve(),
        pin: (pinned, message) => work.pushNow(task, {
            config: view.snapshot.commit,
            message,
            changes: [(0,machine_files/* putIdentity */.is)(machine.name, pinned)],
        }),
    });
}
/** What ties the launch to the ledger, the budget and the key. */
function launchMemory(task, { work, remembered }) {
    const { machine, ports } = task;
    let isRemembered = remembered !== undefined;
    return {
        isRemembered: () => isRemembered,
        request: {
            ...(remembered === undefined ? {} : { remembered }),
            remember: async (intent) => {
                isRemembered = true;
                const message = 'is about to make the machine';
                const changes = [(0,machine_files/* putLaunch */.BW)(machine.name, intent)];
                await task.step({ kind: 'record', text: 'write down the intent' }, () => work.pushNow(task, { config: work.view.snapshot.commit, message, changes }));
            },
            spend: () => work.budget.spend(machine.name),
            seed: ports.seed,
        },
    };
}

// EXTERNAL MODULE: ./build/lifecycle/provider-machines.js
var provider_machines = __webpack_require__(35965);
;// CONCATENATED MODULE: ./build/lifecycle/provision-machine.js












/** All that can be refused before anything is made: settings, and more machines than the run may make. */
async function prepareProvision(ports, { view, machines, request }) {
    const problems = await Promise.all(machines.map(async (machine) => (await (0,provider_of/* providerOf */.lc)(ports, view, machine.provider)).problems((0,provider_of/* scopedMachine */.QC)(machine))));
    (0,errors/* throwIfInvalid */.TG)(problems.flat());
    const existing = await (0,provider_machines/* listProviderMachines */.EO)(ports, view, machines);
    const absent = machines.filter(({ name }) => existing.all(name).length === 0);
    (0,launch_budget/* requireBudget */.R)(absent.map(({ name }) => name), request.budget);
    return {
        view,
        existing,
        dryRun: request.dryRun,
        budget: (0,launch_budget/* makeLaunchBudget */.p)(request.budget),
        pushNow: (0,push_now/* makePushNow */.f)(ports),
    };
}
/** Makes, finishes or starts one machine, and pins what its provider says of it. */
async function provisionMachine(task, work) {
    const { machine } = task;
    const before = requireSameProvider(task, work.existing.one(machine.name));
    const entry = work.view.snapshot.machines.get(machine.name);
    const isUnfinished = before?.expiresAt !== undefined || entry?.launch !== undefined;
    if (before?.presence === 'running' && !isUnfinished) {
        const identity = (0,known_identity/* identityNow */.B)(before.identity, entry?.identity);
        if (work.dryRun)
            return { done: planPin(identity, entry?.identity), identity };
        return await named(task, { work, identity, verb: undefined });
    }
    const isToBeMade = before === undefined || isExpiring(before, task.ports.clock.now());
    const verb = isToBeMade ? 'make' : isUnfinished ? 'finish' : 'start';
    if (work.dryRun)
        return { done: { kind: 'ok', reason: 'planned', message: `would ${verb} the machine` } };
    const identity = await launchMachine(task, { ...work, before, verb });
    return await named(task, { work, identity, verb });
}
/** Somebody changed `provider` in `flock.yml` while the machine exists: a second one would be made, and the first forgotten. */
function requireSameProvider({ machine }, existing) {
    if (existing === undefined || existing.identity.provider === machine.provider)
        return existing;
    const { id, provider } = existing.identity;
    throw new errors/* DroverError */.F(`${machine.name}: exists at the provider "${provider}" as "${id}", and flock.yml asks for "${machine.provider}"`, {
        reason: 'invalid-flock',
        at: { file: 'flock.yml' },
        hint: `Terminate it first, or give it back "provider: ${provider}".`,
    });
}
/** The machine stands: its name points to it, and the ledger learns of it, also when the name could not be pointed. */
async function named(task, { work, identity, verb }) {
    const { machine } = task;
    const { snapshot } = work.view;
    const known = snapshot.machines.get(machine.name)?.identity;
    const cleared = clearedFiles(task, { work, isLaunch: verb !== undefined });
    // If it fails, the ledger keeps what may still point here.
    let pinned = { ...identity, ...pick(identity.dns ?? known?.dns) };
    const done = await (0,attempt/* attempt */.C)(task, async () => {
        const { identity: pointed, isChanged } = await (0,machine_dns/* pointName */.a1)(task, {
            identity,
            known,
            flock: work.view.flock.name,
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
    const { tree } = work.view.snapshot;
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

/***/ 54719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ rotateHostKey)
});

// EXTERNAL MODULE: ./build/connection/open-connection.js
var open_connection = __webpack_require__(86218);
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/task/answer-of.js
var answer_of = __webpack_require__(69816);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
;// CONCATENATED MODULE: ./build/lifecycle/commands/host-key-rotation.js

const values = { key: '/etc/ssh/ssh_host_ed25519_key' };
/** The old key returns after this many seconds unless the new one was seen to work. */
const guardSeconds = 25;
/** Makes the next host key beside the present one and prints its public half. Run twice, it gives the same key. */
const makeNextKeyCommand = (0,program/* programCommand */.O)('lifecycle/make-next-key.sh', { values });
/**
 * Puts the next key in place and reloads sshd, with a guard that undoes it. The
 * old key is kept until the new one was seen to work over a new connection.
 */
const useNextKeyCommand = {
    get argv() {
        const keyBack = (0,program/* programText */.Q)('lifecycle/put-old-key-back.sh', values);
        const all = { ...values, key_back: keyBack, guard_seconds: guardSeconds };
        return (0,program/* programCommand */.O)('lifecycle/use-next-key.sh', { values: all }).argv;
    },
};
/** The new key works: nothing of the old one stays. */
const keepNextKeyCommand = (0,program/* programCommand */.O)('lifecycle/keep-next-key.sh', { values });

;// CONCATENATED MODULE: ./build/lifecycle/rotate-host-key.js
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
 * Gives a machine a new host key and answers with the new pins, which are for the caller to record.
 * Both keys are pinned and pushed before the machine changes, so that a run that is cut off anywhere
 * leaves a machine that the ledger knows; when the new key was seen to work, the old one is revoked.
 */
async function rotateHostKey(task, { identity, session, pin }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const next = await task.step({ kind: 'host-key', text: 'make the next key' }, async () => publicKeyIn(await run(session, makeNextKeyCommand)));
        const both = { ...identity, hostKeys: [...new Set([...identity.hostKeys, next])] };
        await task.step({ kind: 'record', text: 'pin both keys' }, () => pin(both));
        await task.step({ kind: 'host-key', text: 'use the next key' }, () => run(session, useNextKeyCommand));
        const after = {
            ...identity,
            hostKeys: [next],
            revokedKeys: [...new Set([...(identity.revokedKeys ?? []), ...identity.hostKeys])].filter((key) => key !== next),
        };
        const fresh = __addDisposableResource(env_1, await task.step({ kind: 'connect', text: 'connect with the next key' }, () => (0,open_connection/* openAnother */.q)(task, { identity: after, policy: connection_policy/* reopenPolicies */.C$.nextHostKey })), true);
        await task.step({ kind: 'host-key', text: 'keep the next key' }, () => run(fresh, keepNextKeyCommand));
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

/***/ 3213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87306);
/* harmony import */ var _report_defect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97420);


/** Does the work on one machine; a failure is an end like any other. */
async function attempt(task, work) {
    try {
        return await work(task);
    }
    catch (thrown) {
        const error = (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asDroverError */ .nN)(thrown);
        (0,_report_defect_js__WEBPACK_IMPORTED_MODULE_1__/* .reportDefect */ .G)(task.ports, error);
        return outcomeOfFailure(task, error);
    }
}
/** The machine's name stands before every message already: it is not said twice. */
function outcomeOfFailure(task, error) {
    const prefix = `${task.machine.name}: `;
    const message = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message;
    return {
        kind: (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfFailure */ .uq)(error.reason),
        reason: error.reason,
        message,
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        ...(error.at === undefined ? {} : { at: error.at }),
    };
}


/***/ }),

/***/ 97420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ reportDefect)
/* harmony export */ });
/** A defect's stack, for the report that its hint asks for; nothing for a failure that Drover knows. */
function reportDefect(ports, error) {
    if (error.reason !== 'bug')
        return;
    const { cause } = error;
    const stack = cause instanceof Error ? (cause.stack ?? cause.message) : error.message;
    ports.reporter.report({ kind: 'notice', level: 'warning', message: ports.clean(stack) });
}


/***/ })

};
