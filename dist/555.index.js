export const id = 555;
export const ids = [555,549];
export const modules = {

/***/ 2910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ requireConfirmation)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);

/** The names typed again must be the machines chosen: no more, no fewer. */
function requireConfirmation(machines, { confirm }) {
    if (confirm === 'yes')
        return;
    const names = machines.map((machine) => machine.name);
    const typed = new Set(confirm ?? []);
    const missing = names.filter((name) => !typed.has(name));
    const foreign = [...typed].filter((name) => !names.includes(name));
    if (missing.length === 0 && foreign.length === 0)
        return;
    const what = [
        ...(missing.length > 0 ? [`not typed again: ${missing.map((name) => `"${name}"`).join(', ')}`] : []),
        ...(foreign.length > 0 ? [`typed and not chosen: ${foreign.map((name) => `"${name}"`).join(', ')}`] : []),
    ];
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`terminate: ${what.join('; ')}`, {
        reason: 'not-confirmed',
        hint: `Type exactly: ${names.join(' ')}. Nothing was ended.`,
    });
}


/***/ }),

/***/ 2667:
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

/***/ 4968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ND: () => (/* binding */ strayMachine),
/* harmony export */   _w: () => (/* binding */ chooseWithLeftovers),
/* harmony export */   yK: () => (/* binding */ leftoverMachines),
/* harmony export */   z: () => (/* binding */ chooseAll)
/* harmony export */ });
/* harmony import */ var _flock_select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1632);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9569);


/**
 * Machines that the ledger knows and `flock.yml` no longer names: somebody took
 * the entry away before the machine. They can still be listed and terminated.
 */
function leftoverMachines({ flock, snapshot }) {
    const named = new Set(flock.machines.map((machine) => machine.name));
    return [...snapshot.machines].flatMap(([name, { identity, launch }]) => {
        if (named.has(name))
            return [];
        if (identity !== undefined)
            return [strayMachine(name, identity)];
        // Cut off before anything was seen of it: its provider knows whether it was made.
        const provider = launch?.provider;
        return typeof provider === 'string' ? [strayMachine(name, { provider, user: 'root', port: 22 })] : [];
    });
}
/** A machine of which only this is known. */
function strayMachine(name, { provider, user, port }) {
    return {
        name,
        groups: [],
        vars: {},
        provider,
        settings: {},
        ssh: { user, port },
        checks: [],
        protect: false,
    };
}
/** Like `chooseMachines`, and leftovers by their exact names. */
async function chooseWithLeftovers(ports, survey, request) {
    const leftovers = leftoverMachines(survey).filter((machine) => request.selectors.includes(machine.name));
    const names = new Set(leftovers.map((machine) => machine.name));
    const selectors = request.selectors.filter((selector) => !names.has(selector));
    if (selectors.length === 0 && leftovers.length > 0)
        return leftovers;
    return [...(await (0,_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseMachines */ .A6)(ports, survey, { ...request, selectors })), ...leftovers];
}
/** All machines, wanted or left over; the selectors may be empty. */
function chooseAll(survey, selectors) {
    const machines = [...survey.flock.machines, ...leftoverMachines(survey)];
    if (selectors.length === 0)
        return machines;
    return (0,_flock_select_js__WEBPACK_IMPORTED_MODULE_0__/* .selectMachines */ .L)({ flock: { ...survey.flock, machines }, selectors });
}


/***/ }),

/***/ 2756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ wantedName),
/* harmony export */   S9: () => (/* binding */ dropFormerName),
/* harmony export */   a1: () => (/* binding */ pointName),
/* harmony export */   nK: () => (/* binding */ removeNames)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

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

/***/ 4514:
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

/***/ 8406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makePushNow)
/* harmony export */ });
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(809);

/** What comes while a push is under way goes with the next one, however many machines it is for. */
function makePushNow({ ledger }) {
    let waiting = [];
    let last = Promise.resolve();
    let next;
    const pushWaiting = async () => {
        const batch = waiting;
        waiting = [];
        next = undefined;
        await ledger.push(batch);
    };
    return (job, note) => {
        waiting.push(toRecord(job, note));
        if (next === undefined) {
            next = last.then(pushWaiting);
            last = next.catch(() => undefined);
        }
        return next;
    };
}
function toRecord({ ports, machine }, { operation, config, message, changes }) {
    return {
        id: (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .newRecordId */ .Ld)(ports, { operation, machine: machine.name }),
        run: ports.run,
        operation,
        machine: machine.name,
        outcome: 'changed',
        reason: 'done',
        message: ports.clean(message),
        time: new Date(ports.clock.now()).toISOString(),
        durationMs: 0,
        config,
        changes,
        event: { note: true },
    };
}


/***/ }),

/***/ 2820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ seenMachines),
/* harmony export */   RL: () => (/* binding */ requireSeen),
/* harmony export */   U6: () => (/* binding */ describeDuplicates),
/* harmony export */   nN: () => (/* binding */ absentMachine)
/* harmony export */ });
/* unused harmony export sightingsOf */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5145);
/* harmony import */ var _provider_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4514);


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

/***/ 4555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  forgotten: () => (/* binding */ forgotten),
  terminate: () => (/* binding */ terminate),
  tombstone: () => (/* binding */ tombstone)
});

// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(6895);
// EXTERNAL MODULE: ./build/operations/confirmation.js
var confirmation = __webpack_require__(2910);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/operations/desired.js + 17 modules
var desired = __webpack_require__(1642);
// EXTERNAL MODULE: ./build/operations/downloadconfig.js + 1 modules
var downloadconfig = __webpack_require__(4310);
// EXTERNAL MODULE: ./build/operations/fleet.js + 2 modules
var fleet = __webpack_require__(809);
// EXTERNAL MODULE: ./build/operations/survey.js + 18 modules
var operations_survey = __webpack_require__(9569);
;// CONCATENATED MODULE: ./build/operations/final-capture.js





/** Throws an InputError when it cannot be known what to capture. */
async function prepareFinalCapture(ports, captures) {
    const { survey, machines, seen } = captures;
    const chosen = new Set(machines.map(({ name }) => name));
    const wanted = survey.flock.machines.filter(({ name }) => chosen.has(name) && seen.all(name).some((one) => isWorthIt(one)));
    const desired = await renderOrRefuse(ports, { survey, machines: wanted });
    return async (job, { seen: one, identity }) => {
        const { name } = job.machine;
        if (!chosen.has(name) || one.expiresAt !== undefined)
            return undefined;
        if (!isWorthIt(one)) {
            job.warn(`is ended without a final capture: it is ${one.presence}`);
            return undefined;
        }
        if (!wanted.some((machine) => machine.name === name)) {
            job.warn('is ended without a final capture: flock.yml no longer says what is to be captured');
            return undefined;
        }
        const done = await (0,fleet/* attempt */.CD)(job, () => (0,downloadconfig.captureMachine)(job, { survey: (0,operations_survey/* withIdentity */.BF)(survey, { name, identity }), desired }));
        return await keepCapture(job, { done, captures });
    };
}
function isWorthIt({ presence, expiresAt }) {
    return presence === 'running' && expiresAt === undefined;
}
async function renderOrRefuse(ports, { survey, machines }) {
    try {
        return await (0,desired/* renderMachines */.p)(ports, survey, machines);
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        const way = `or ${withoutCapture}`;
        (0,errors/* refuse */.TR)(error.problems.map((problem) => ({
            ...problem,
            hint: problem.hint === undefined ? way : `${problem.hint}; ${way}`,
        })));
        throw error;
    }
}
const withoutCapture = 'end it without a final capture: --no-capture, or the input "no-capture"';
const outOfReach = ['connection-lost', 'timed-out'];
async function keepCapture(job, { done, captures }) {
    const { kind, reason, message, changes = [] } = done;
    if (kind === 'unreachable' || outOfReach.includes(reason)) {
        job.warn(`is ended without a final capture: ${message}`);
        return undefined;
    }
    const isPartial = reason === 'capture-refused';
    if (kind !== 'ok' && !isPartial) {
        return { ...done, message: `was not ended: ${message}`, hint: `Mend that, or ${withoutCapture}.` };
    }
    if (isPartial)
        job.warn(message);
    if (changes.length > 0) {
        await job.step('record the final capture', () => captures.pushNow(job, {
            operation: 'terminate',
            config: captures.survey.snapshot.commit,
            message: `${message}, before the end`,
            changes,
        }));
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(5167);
// EXTERNAL MODULE: ./build/operations/known-identity.js
var known_identity = __webpack_require__(2667);
// EXTERNAL MODULE: ./build/operations/leftover.js
var leftover = __webpack_require__(4968);
// EXTERNAL MODULE: ./build/operations/machine-dns.js
var machine_dns = __webpack_require__(2756);
// EXTERNAL MODULE: ./build/operations/provider-of.js
var provider_of = __webpack_require__(4514);
// EXTERNAL MODULE: ./build/operations/push-now.js
var push_now = __webpack_require__(8406);
// EXTERNAL MODULE: ./build/operations/seen.js
var operations_seen = __webpack_require__(2820);
;// CONCATENATED MODULE: ./build/operations/terminate.js










const terminate = (0,fleet_operation/* defineFleetOperation */.t)({
    records: (request) => !request.dryRun,
    choose: leftover/* chooseWithLeftovers */._w,
    prepare: async (ports, { survey, machines, request }) => {
        const { dryRun } = request;
        if (!dryRun)
            (0,confirmation/* requireConfirmation */.L)(machines, request);
        const seen = await (0,operations_seen/* seenMachines */.A5)(ports, survey, machines);
        const wantsCapture = !(dryRun || request.noCapture);
        const capture = await prepareFinalCapture(ports, {
            survey,
            machines: wantsCapture ? machines.filter((machine) => !machine.protect) : [],
            seen,
            pushNow: (0,push_now/* makePushNow */.f)(ports),
        });
        return (job) => terminateMachine(job, { survey, seen, dryRun, capture });
    },
});
async function terminateMachine(job, work) {
    const { machine, ports } = job;
    const { survey, seen, dryRun } = work;
    if (machine.protect) {
        return {
            kind: 'failed',
            reason: 'protected',
            message: 'the machine is protected',
            hint: `Take "protect: true" from machines.${machine.name} in flock.yml first.`,
        };
    }
    const there = seen.one(machine.name);
    const { identity: known, launch } = survey.snapshot.machines.get(machine.name) ?? {};
    const identity = there === undefined ? known : (0,known_identity/* identityNow */.B)(there.identity, known);
    if (identity === undefined)
        return absent(job, launch !== undefined && !dryRun);
    const provider = await (0,provider_of/* providerOf */.lc)(ports, survey, identity.provider);
    const { onlyForgets = false } = provider;
    if (onlyForgets && known === undefined)
        return { ...nothing, message: 'is not known to the ledger' };
    if (!dryRun)
        return await endMachine(job, { ...work, there, known, identity, provider });
    const message = `would ${onlyForgets ? 'forget' : 'end'} ${identity.id}`;
    return { kind: 'ok', reason: 'planned', message };
}
/**
 * Capture, name, machine, ledger, in this order: an address is free for anybody as soon as the
 * machine is gone, so no name may point to it then.
 */
async function endMachine(job, ending) {
    const { survey, capture, there, known, identity, provider } = ending;
    const { name } = job.machine;
    const { id } = identity;
    if (known !== undefined && known.id !== id) {
        job.warn(`the ledger knows "${known.id}", which is gone; the flock's machine of this name is "${id}" now`);
    }
    const prevented = there === undefined ? undefined : await capture(job, { seen: there, identity });
    if (prevented !== undefined)
        return prevented;
    const identities = known === undefined ? [identity] : [identity, known];
    await (0,machine_dns/* removeNames */.nK)(job, { identities, flock: survey.flock.name });
    if (provider.onlyForgets) {
        const changes = forgotten(name);
        return { kind: 'changed', reason: 'done', message: `forgot ${id}, which runs on`, changes };
    }
    await job.step('end', () => provider.terminate({ name, id }));
    return {
        kind: there === undefined ? 'ok' : 'changed',
        reason: there === undefined ? 'already-so' : 'done',
        message: there === undefined ? 'was gone already' : `ended ${id}`,
        changes: [...forgotten(name), tombstone(job, identity)],
    };
}
const nothing = { kind: 'ok', reason: 'already-so', message: 'does not exist' };
/** Nothing at the provider; a launch that was written down and never made anything is forgotten. */
function absent({ machine }, isRemembered) {
    if (!isRemembered)
        return nothing;
    return { ...nothing, changes: [{ kind: 'remove', path: (0,machine_files/* machinePath */.lg)(machine.name, 'launch.json') }] };
}
/** What the ledger holds of a machine that lives; its captured files stay. */
function forgotten(name) {
    return ['machine.json', 'state.json', 'launch.json'].map((file) => ({
        kind: 'remove',
        path: (0,machine_files/* machinePath */.lg)(name, file),
    }));
}
function tombstone({ machine, ports }, { id, provider, region, address }) {
    return (0,machine_files/* putTombstone */.Ll)(machine.name, {
        id,
        provider,
        address,
        at: new Date(ports.clock.now()).toISOString(),
        run: ports.run.id,
        ...(region === undefined ? {} : { region }),
    });
}


/***/ })

};
