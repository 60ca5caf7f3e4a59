export const id = 9538;
export const ids = [9538];
export const modules = {

/***/ 3076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ judgeCertificate),
/* harmony export */   e_: () => (/* binding */ certificateData),
/* harmony export */   ee: () => (/* binding */ spanOf)
/* harmony export */ });
/* harmony import */ var _report_certificate_days_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36906);

/** Pure: what the end of a certificate means for `verify` and `certbot`. */
function judgeCertificate(known, nowMs) {
    const { urgency, text } = (0,_report_certificate_days_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateTime */ .DT)(known, nowMs);
    const data = certificateData(known, nowMs);
    const message = `certificate: ${text}`;
    if (urgency === 'fine')
        return { data, message };
    const [name = ''] = known.names;
    const whole = `the certificate of "${name}" ${urgency === 'expired' ? text : `has ${text}`}, until ${known.notAfter}`;
    if (urgency === 'soon')
        return { data, message, warning: `${whole}; the machine should have renewed it` };
    return { data, message, fault: { reason: 'certificate-expiring', message: whole, hint: hintFor(known) } };
}
/** As the branch writes it, of what a certificate says itself. */
function spanOf({ notBeforeMs, notAfterMs, }) {
    return { notBefore: new Date(notBeforeMs).toISOString(), notAfter: new Date(notAfterMs).toISOString() };
}
/** `certificate` in the `data` of an outcome. */
function certificateData(known, nowMs) {
    const { days, urgency } = (0,_report_certificate_days_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateTime */ .DT)(known, nowMs);
    const { names, notAfter, issuer, from, acme } = known;
    return {
        names,
        notAfter,
        daysLeft: days,
        urgency,
        issuer,
        ...(from === undefined ? {} : { from }),
        ...(acme === undefined ? {} : { acme }),
    };
}
function hintFor({ from }) {
    if (from === 'secret')
        return 'Put a new certificate and key into their secrets, then run "drover certbot".';
    return `Run "drover certbot" for the machine, and read what certbot.timer on it says: it should have renewed long before ${_report_certificate_days_js__WEBPACK_IMPORTED_MODULE_0__/* .failureDays */ .Iu} days were left.`;
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

/***/ 39538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   list: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _certificates_plan_judge_certificate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3076);
/* harmony import */ var _lifecycle_provider_machines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35965);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44138);



const list = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .fleetOperation */ .o)({
    records: () => false,
    prepare: async (ports, { view, machines }) => {
        const existing = await (0,_lifecycle_provider_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .listProviderMachines */ .EO)(ports, view, machines);
        return async ({ machine }) => describeMachine(machine, { view, existing: existing, nowMs: ports.clock.now() });
    },
});
function describeMachine(machine, { view, existing, nowMs }) {
    const all = existing.all(machine.name);
    const [found] = all;
    const { identity, state, certificate } = view.snapshot.machines.get(machine.name) ?? {};
    const isWanted = view.flock.machines.some((desired) => desired.name === machine.name);
    const presence = found?.presence ?? 'absent';
    const dns = identity?.dns?.name ?? machine.dns?.name;
    const data = {
        kind: 'presence',
        provider: found?.identity.provider ?? machine.provider,
        groups: machine.groups,
        presence,
        wanted: isWanted,
        ...(found === undefined ? {} : { address: found.identity.address }),
        ...(dns === undefined ? {} : { dns }),
        ...(found?.expiresAt === undefined ? {} : { expiresAt: found.expiresAt }),
        ...(certificate === undefined ? {} : { certificate: (0,_certificates_plan_judge_certificate_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateData */ .e_)(certificate, nowMs) }),
        ...(all.length < 2 ? {} : { duplicates: all.map(describeDuplicate) }),
        ...(state === undefined
            ? {}
            : { applied: { config: state.config, time: state.time, outcome: state.outcome } }),
    };
    if (all.length > 1) {
        return {
            kind: 'failed',
            reason: 'ambiguous-machine',
            message: (0,_lifecycle_provider_machines_js__WEBPACK_IMPORTED_MODULE_1__/* .describeDuplicates */ .U6)(all),
            hint: 'Look at each, and end the one that should not be at its provider by its id.',
            data,
        };
    }
    const message = [
        presence,
        ...(found?.expiresAt === undefined ? [] : [`not complete, expires at ${found.expiresAt}`]),
        ...(isWanted ? [] : ['not in flock.yml any more']),
    ].join('; ');
    return { kind: 'ok', reason: 'already-so', message, data };
}
function describeDuplicate({ identity, presence, expiresAt }) {
    const { id, provider, address } = identity;
    return { id, provider, address, presence, ...(expiresAt === undefined ? {} : { expiresAt }) };
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


/***/ })

};
