export const id = 2549;
export const ids = [2549];
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


/***/ })

};
