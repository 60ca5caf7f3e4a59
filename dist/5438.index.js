export const id = 5438;
export const ids = [5438];
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

/***/ 44138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ fleetOperation),
/* harmony export */   r: () => (/* binding */ wholeOperation)
/* harmony export */ });
function fleetOperation(operation) {
    return { kind: 'fleet', ...operation };
}
function wholeOperation(run) {
    return { kind: 'whole', run };
}


/***/ }),

/***/ 75438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   stop: () => (/* binding */ stop)
/* harmony export */ });
/* harmony import */ var _branch_known_identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80469);
/* harmony import */ var _lifecycle_machine_dns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42044);
/* harmony import */ var _lifecycle_provider_machines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35965);
/* harmony import */ var _lifecycle_provider_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17098);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44138);





const stop = (0,_operation_js__WEBPACK_IMPORTED_MODULE_3__/* .fleetOperation */ .o)({
    records: () => true,
    prepare: async (ports, { view, machines }) => {
        const existing = await (0,_lifecycle_provider_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .listProviderMachines */ .EO)(ports, view, machines);
        return (task) => stopMachine(task, { view, existing });
    },
});
/**
 * The name goes first: the address of a stopped machine may be somebody else's the next moment. The
 * ledger keeps the name and the address it had; `start` puts the new one there and points the name.
 */
async function stopMachine(task, { view, existing }) {
    const { name } = task.machine;
    const { identity: found, presence } = (0,_lifecycle_provider_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .requireProviderMachine */ .Yc)(existing, name);
    const provider = await (0,_lifecycle_provider_of_js__WEBPACK_IMPORTED_MODULE_2__/* .providerOf */ .lc)(task.ports, view, found.provider);
    if (provider.stop === undefined)
        throw (0,_lifecycle_provider_of_js__WEBPACK_IMPORTED_MODULE_2__/* .cannot */ .Oz)(name, { provider: provider.name, verb: 'stop' });
    const known = view.snapshot.machines.get(name)?.identity;
    const identity = (0,_branch_known_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .identityNow */ .B)(found, known);
    // A stopped machine has no address: the one that the name may point to is the ledger's.
    const named = known?.id === identity.id ? { ...identity, address: known.address } : identity;
    await (0,_lifecycle_machine_dns_js__WEBPACK_IMPORTED_MODULE_0__/* .removeNames */ .nK)(task, { identities: [named], flock: view.flock.name });
    if (presence === 'stopped')
        return { kind: 'ok', reason: 'already-so', message: 'is stopped' };
    await task.step({ kind: 'stop', text: 'stop' }, () => provider.stop?.({ name, id: identity.id }) ?? Promise.resolve());
    return { kind: 'changed', reason: 'done', message: `stopped ${identity.id}; its disk stays` };
}


/***/ })

};
