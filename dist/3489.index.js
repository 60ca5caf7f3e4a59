export const id = 3489;
export const ids = [3489,4310,2549,9113];
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

/***/ 12910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ requireConfirmation)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

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

/***/ 44310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  captureMachine: () => (/* binding */ captureMachine),
  downloadconfig: () => (/* binding */ downloadconfig)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/recipes/capture.js
var capture = __webpack_require__(30230);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/secrets/restore-placeholders.js
var restore_placeholders = __webpack_require__(78187);
;// CONCATENATED MODULE: ./build/operations/capture.js




/** A folder of captured files is bounded too: a manifest that names `/` must not fill the branch. */
const maxCapturedBytes = 32 * 1024 * 1024;
/** Pure: what was found, as changes of the ledger, with secrets turned back into placeholders. */
function planCapture({ machine, entries, leftOut, desired, secrets }) {
    const refused = [...leftOut];
    const puts = [];
    const facts = {};
    let total = 0;
    for (const entry of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
        const path = entry.path.replace(/\/$/, '');
        const unsafe = whyUnsafe(path, entry);
        if (unsafe !== undefined) {
            refused.push({ path, why: unsafe });
            continue;
        }
        const about = {
            type: entry.type,
            owner: entry.owner,
            group: entry.group,
            mode: entry.mode.toString(8).padStart(4, '0'),
        };
        if (entry.type !== 'file') {
            facts[path] = entry.type === 'link' ? { ...about, link: entry.link ?? '' } : about;
            continue;
        }
        const file = desired.files.find((wanted) => wanted.destination === path);
        const kept = (0,restore_placeholders/* restorePlaceholders */.V)({ found: entry.bytes, file, secrets });
        total += kept?.length ?? 0;
        if (kept === undefined || total > maxCapturedBytes) {
            refused.push({
                path,
                why: kept === undefined
                    ? 'holds a secret in a form that cannot be taken out'
                    : `is past the ${maxCapturedBytes / 1024 / 1024} MiB that one capture may hold`,
            });
            continue;
        }
        // Size and hash are those of what the branch holds: the hash of a file with a short secret in it would give that away.
        facts[path] = { ...about, size: kept.length, sha256: (0,digest/* sha256 */.s)(kept) };
        puts.push({ kind: 'put', path: (0,machine_files/* machinePath */.lg)(machine, `captured${path}`), mode: '100644', bytes: kept });
        puts.push(...adopted({ machine, desired, path, kept }));
    }
    const index = Buffer.from(`${JSON.stringify(facts, null, 2)}\n`);
    return {
        files: Object.keys(facts).length,
        refused,
        changes: [
            { kind: 'clear', folder: (0,machine_files/* machinePath */.lg)(machine, 'captured') },
            ...puts,
            { kind: 'put', path: (0,machine_files/* machinePath */.lg)(machine, 'captured.json'), mode: '100644', bytes: index },
        ],
    };
}
/** A machine chooses these names: nothing of them may leave the folder or upset git. */
function whyUnsafe(path, entry) {
    if (!path.startsWith('/') || external_node_path_.posix.normalize(path) !== path)
        return 'has a path that leaves its folder';
    if (path.split('/').some((part) => /^\.git$/i.test(part) || part.length > 255))
        return 'has a name that git refuses';
    if (/[\u0000-\u001f\u007f]/.test(path + (entry.link ?? '')))
        return 'has a control character in its name';
    return entry.type === 'other' ? 'is neither file, folder nor link' : undefined;
}
function adopted({ machine, desired, path, kept }) {
    const source = desired.captures.find((capture) => capture.destination === path)?.adoptAs;
    if (source === undefined)
        return [];
    return [{ kind: 'put', path: `config/machines/${machine}/${source}`, mode: '100644', bytes: kept }];
}

// EXTERNAL MODULE: ./build/operations/desired.js + 1 modules
var operations_desired = __webpack_require__(87059);
// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
;// CONCATENATED MODULE: ./build/operations/downloadconfig.js
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









const downloadconfig = (0,fleet_operation/* defineFleetOperation */.t)({
    records: () => true,
    connects: true,
    prepare: async (ports, { survey, machines }) => {
        const desired = await (0,operations_desired/* renderMachines */.p)(ports, survey, machines);
        return (job) => captureMachine(job, { survey, desired });
    },
});
/** Captures the found files of one machine. */
async function captureMachine(job, { survey, desired }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = job;
        const wanted = desired.of(machine.name);
        if (wanted.captures.length === 0) {
            return { kind: 'ok', reason: 'already-so', message: 'no manifest asks for a capture' };
        }
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, (0,operations_survey/* identityOf */.cu)(survey, machine.name)), true);
        const paths = wanted.captures.map((capture) => capture.destination);
        const { entries, leftOut } = await job.step('capture', () => readPaths(session, paths));
        const capture = planCapture({
            machine: machine.name,
            entries,
            leftOut,
            desired: wanted,
            secrets: desired.secrets,
        });
        const count = `${capture.files} ${capture.files === 1 ? 'path' : 'paths'}`;
        if (capture.refused.length === 0) {
            return { kind: 'ok', reason: 'done', message: `captured ${count}`, changes: capture.changes };
        }
        const names = capture.refused.map(({ path, why }) => `${path} ${why}`).join('; ');
        return {
            kind: 'failed',
            reason: 'capture-refused',
            message: `captured ${count}, and not ${capture.refused.length}: ${names}`,
            hint: 'Name narrower paths in files.yml, or move what is named here elsewhere.',
            changes: capture.changes,
        };
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
async function readPaths(session, paths) {
    const ended = await session.exec((0,capture/* captureCommand */.g_)(paths), {
        ...sessions/* lookLimits */.QQ,
        timeoutMs: 5 * 60_000,
        // Headers and padding of the archive come on top of what it holds.
        maxBytes: maxCapturedBytes * 2,
    });
    const stderr = ended.stderr.toString('utf8');
    if (!(0,command/* succeeded */.g)(ended) || ended.truncated) {
        const why = ended.truncated
            ? 'there is more than one capture may hold'
            : stderr.replaceAll('\0', ' ').slice(-300);
        throw new errors/* DroverError */.F(`capture: the shell ${(0,command/* describeEnd */.l)(ended)}: ${why}`, {
            reason: ended.signal === null ? 'command-failed' : 'killed',
            hint: 'Ensure that tar and find of GNU are installed, and name narrower paths in files.yml.',
        });
    }
    return { entries: await (0,tar/* unpackTar */.Ag)(ended.stdout), leftOut: (0,capture/* parseLeftOut */.ne)(stderr) };
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

/***/ 82563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reap: () => (/* binding */ reap)
});

// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/operations/failure.js
var failure = __webpack_require__(69477);
// EXTERNAL MODULE: ./build/operations/fleet.js + 2 modules
var operations_fleet = __webpack_require__(10809);
// EXTERNAL MODULE: ./build/operations/leftover.js
var leftover = __webpack_require__(94968);
;// CONCATENATED MODULE: ./build/operations/plan-reap.js
/**
 * Pure: what of the machines that a provider calls ours is past its time. A machine without an
 * expiry is complete and is never chosen, nor is one whose expiry is no time.
 */
function planReap(seen, nowMs) {
    const names = [...new Set(seen.map(({ name }) => name))].sort();
    return names.flatMap((name) => {
        const all = seen.filter((one) => one.name === name);
        const unfinished = all.filter(({ expiresAt }) => expiresAt !== undefined);
        if (unfinished.length === 0)
            return [];
        const isExpired = ({ expiresAt = '' }) => Date.parse(expiresAt) <= nowMs;
        return [
            {
                name,
                expired: unfinished.filter(isExpired),
                later: unfinished.filter((one) => !isExpired(one)),
                hasOther: unfinished.length < all.length,
            },
        ];
    });
}

// EXTERNAL MODULE: ./build/operations/provider-of.js
var provider_of = __webpack_require__(94514);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
// EXTERNAL MODULE: ./build/operations/terminate.js + 2 modules
var terminate = __webpack_require__(52615);
;// CONCATENATED MODULE: ./build/operations/reap.js








/**
 * Ends what was never completed and is past its time, for a schedule. Of all machines, those of
 * `flock.yml` and those that nobody knows any more: what is ours is for the providers to say.
 */
const reap = async (ports, request) => {
    const survey = await (0,operations_survey/* readFlock */._D)(ports);
    const { seen, failure } = await listExpiring(ports, survey);
    const all = planReap(seen, ports.clock.now());
    const names = chosenNames(survey, { selectors: request.selectors, all });
    const expiring = all.filter(({ name }) => names === undefined || names.has(name));
    const { dryRun, parallel } = request;
    const fleet = (chosen, records) => {
        const byName = new Map(chosen.map((one) => [one.name, one]));
        return (0,operations_fleet/* runFleet */.gI)(ports, {
            operation: 'reap',
            machines: chosen.map((one) => machineOf(survey, one)),
            parallel,
            config: survey.snapshot.commit,
            records,
            ownerOfKey: (0,operations_survey/* ownerOfKey */.QV)(survey),
            verb: (job) => reapMachine(job, { survey, dryRun, expiring: byName.get(job.machine.name) }),
        });
    };
    // A schedule that finds nothing to end leaves no record: the branch would be full of them.
    const waiting = await fleet(expiring.filter(({ expired }) => expired.length === 0), false);
    const ended = await fleet(expiring.filter(({ expired }) => expired.length > 0), !dryRun);
    const outcomes = [...ended.outcomes, ...waiting.outcomes];
    return {
        ...ended,
        outcomes,
        ...(ended.failure === undefined && failure !== undefined ? { failure } : {}),
        ...(outcomes.length === 0 ? { message: 'nothing expires' } : {}),
    };
};
async function listExpiring(ports, survey) {
    const machines = [...survey.flock.machines, ...(0,leftover/* leftoverMachines */.yK)(survey)];
    const names = [...new Set(machines.flatMap((machine) => (0,provider_of/* providerNamesOf */.R6)(survey, machine)))];
    const lists = await Promise.allSettled(names.map(async (name) => {
        const provider = await (0,provider_of/* providerOf */.lc)(ports, survey, name);
        // Where nothing is completed nothing expires.
        return provider.complete === undefined ? [] : await provider.list();
    }));
    const failed = lists.find((list) => list.status === 'rejected');
    return {
        seen: lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : [])),
        ...(failed === undefined ? {} : { failure: (0,failure/* asDroverError */.nN)(failed.reason) }),
    };
}
/** Undefined: all. A machine that nobody knows any more can be named too. */
function chosenNames(survey, { selectors, all }) {
    if (selectors.length === 0)
        return undefined;
    const seen = new Set(all.map(({ name }) => name));
    const rest = selectors.filter((selector) => !seen.has(selector));
    const known = rest.length === 0 ? [] : (0,leftover/* chooseAll */.z)(survey, rest);
    return new Set([...selectors, ...known.map(({ name }) => name)]);
}
function machineOf(survey, { name, expired, later }) {
    const known = [...survey.flock.machines, ...(0,leftover/* leftoverMachines */.yK)(survey)].find((one) => one.name === name);
    const [first] = [...expired, ...later];
    return known ?? (0,leftover/* strayMachine */.ND)(name, first?.identity ?? { provider: '', user: 'root', port: 22 });
}
async function reapMachine(job, { survey, dryRun, expiring }) {
    const { expired = [], later = [], hasOther = false } = expiring ?? {};
    const left = later.map(({ identity, expiresAt }) => `${identity.id} expires at ${expiresAt}`);
    if (expired.length === 0)
        return { kind: 'ok', reason: 'already-so', message: left.join('; ') };
    const named = expired.map(({ identity, expiresAt }) => `${identity.id}, which expired at ${expiresAt}`);
    const message = (verb) => [`${verb} ${named.join(' and ')}`, ...left].join('; ');
    if (dryRun)
        return { kind: 'ok', reason: 'planned', message: message('would end') };
    for (const { identity } of expired) {
        const provider = await (0,provider_of/* providerOf */.lc)(job.ports, survey, identity.provider);
        await job.step(`end ${identity.id}`, () => provider.terminate({ name: job.machine.name, id: identity.id, onlyExpired: true }));
    }
    const isLast = later.length === 0 && !hasOther;
    return {
        kind: 'changed',
        reason: 'done',
        message: message('ended'),
        changes: changesAfter(job, { survey, expired, isLast }),
    };
}
/** No name was ever pointed to these machines: that comes after the making is complete. */
function changesAfter(job, { survey, expired, isLast }) {
    const { name } = job.machine;
    const { identity, launch } = survey.snapshot.machines.get(name) ?? {};
    const [last] = expired.slice(-1);
    const isKnown = expired.some((one) => one.identity.id === identity?.id);
    if (isLast && last !== undefined && (isKnown || identity === undefined)) {
        return [...(0,terminate.forgotten)(name), (0,terminate.tombstone)(job, last.identity)];
    }
    const until = typeof launch?.expiresAt === 'string' ? Date.parse(launch.expiresAt) : Number.NaN;
    // A launch that has time left is another run's, which is at work on it.
    return isLast && until <= job.ports.clock.now()
        ? [{ kind: 'remove', path: (0,machine_files/* machinePath */.lg)(name, 'launch.json') }]
        : [];
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

/***/ 52615:
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
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/operations/confirmation.js
var confirmation = __webpack_require__(12910);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/operations/failure.js
var failure = __webpack_require__(69477);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
// EXTERNAL MODULE: ./build/operations/certbot/capture-lineages.js + 1 modules
var capture_lineages = __webpack_require__(19275);
// EXTERNAL MODULE: ./build/operations/certbot/certificate-file.js
var certificate_file = __webpack_require__(35131);
// EXTERNAL MODULE: ./build/operations/certbot/look-at-machine.js
var look_at_machine = __webpack_require__(66832);
// EXTERNAL MODULE: ./build/operations/certbot/plan-certificate.js
var plan_certificate = __webpack_require__(7962);
;// CONCATENATED MODULE: ./build/operations/certbot/capture-certificate.js
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
 * What a machine's own timer renewed since, sealed before the machine ends. What cannot be captured is no
 * reason to keep a machine: that is said, and the branch keeps what it has.
 */
async function captureCertificate(job, survey) {
    const { certificate: wish, name } = job.machine;
    if (wish?.from !== 'acme')
        return [];
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, (0,operations_survey/* identityOf */.cu)(survey, name)), true);
            const sighting = await (0,look_at_machine/* lookAtMachine */.s)(job, session);
            const recorded = (0,certificate_file/* certificateIn */.RZ)(survey.snapshot.tree, name);
            const captured = await (0,capture_lineages/* captureIfChanged */.C)(job, session, { sighting, recorded, lineage: (0,plan_certificate/* lineageOf */.bQ)(wish) });
            return captured?.changes ?? [];
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
    catch (thrown) {
        job.warn(`is ended with its certificate as the branch has it: ${(0,failure/* asDroverError */.nN)(thrown).message}`);
        return [];
    }
}

// EXTERNAL MODULE: ./build/operations/desired.js + 1 modules
var desired = __webpack_require__(87059);
// EXTERNAL MODULE: ./build/operations/downloadconfig.js + 1 modules
var downloadconfig = __webpack_require__(44310);
// EXTERNAL MODULE: ./build/operations/fleet.js + 2 modules
var fleet = __webpack_require__(10809);
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
        const lineages = await captureCertificate(job, (0,operations_survey/* withIdentity */.BF)(survey, { name, identity }));
        const changes = [...(done.changes ?? []), ...lineages];
        return await keepCapture(job, { done: { ...done, changes }, captures });
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
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/operations/known-identity.js
var known_identity = __webpack_require__(72667);
// EXTERNAL MODULE: ./build/operations/machine-dns.js
var machine_dns = __webpack_require__(22756);
// EXTERNAL MODULE: ./build/operations/provider-of.js
var provider_of = __webpack_require__(94514);
// EXTERNAL MODULE: ./build/operations/push-now.js
var push_now = __webpack_require__(48406);
// EXTERNAL MODULE: ./build/operations/sealed/generated-file.js
var generated_file = __webpack_require__(91928);
// EXTERNAL MODULE: ./build/operations/seen.js
var operations_seen = __webpack_require__(12820);
;// CONCATENATED MODULE: ./build/operations/terminate.js










const terminate = (0,fleet_operation/* defineFleetOperation */.t)({
    records: (request) => !request.dryRun,
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
        changes: [...forgotten(name), (0,generated_file/* dropGenerated */.zL)(name), tombstone(job, identity)],
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


/***/ }),

/***/ 30230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g_: () => (/* binding */ captureCommand),
/* harmony export */   ne: () => (/* binding */ parseLeftOut)
/* harmony export */ });
/* unused harmony export maxCapturedFileBytes */
/** Larger files are refused by name: git is no place for them. */
const maxCapturedFileBytes = 1024 * 1024;
/*
 * GNU tar of all that is there of the paths on standard input (one a line). A
 * path that is a link brings the file it leads to as well. Huge files, devices,
 * sockets and pipes stay out of the archive and are named on standard error as
 * `TYPE SIZE PATH`, NUL behind each. Status 1 of tar means that a file changed
 * while it was read: what came is what was read, and the next capture sees the rest.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
while IFS= read -r path; do
  if [ -L "$path" ]; then
    printf '%s\\0' "$path"
    real=$(readlink -f -- "$path") && [ -f "$real" ] && printf '%s\\0' "$real"
  elif [ -e "$path" ]; then printf '%s\\0' "$path"
  fi
done | xargs -0 -r sh -c 'find "$@" -xdev \\( -type d -o -type l -o -type f -size -${maxCapturedFileBytes + 1}c \\) -printf "%p\\0" -o -fprintf /dev/stderr "%y %s %p\\0"' drover |
  tar -c -f - --format=posix --hard-dereference --no-recursion -P --null -T -
[ "$?" -le 1 ]
`;
/** Answers with a tar archive on standard output. */
function captureCommand(paths) {
    return { argv: ['sh', '-c', script], stdin: paths.map((path) => `${path}\n`).join('') };
}
const kinds = {
    f: `is larger than ${maxCapturedFileBytes / 1024 / 1024} MiB`,
    b: 'is a block device',
    c: 'is a character device',
    p: 'is a named pipe',
    s: 'is a socket',
};
/** Reads what the capture named on standard error; anything else there is a warning of a program and no answer. */
function parseLeftOut(stderr) {
    return stderr.split('\0').flatMap((field) => {
        const [, type = '', path] = /^([a-zA-Z]) \d+ (\/.*)$/s.exec(field) ?? [];
        return path === undefined ? [] : [{ path, why: kinds[type] ?? 'is not a file' }];
    });
}


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


/***/ }),

/***/ 78187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ restorePlaceholders)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6637);
/* harmony import */ var _encodings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69627);
/* harmony import */ var _matcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22512);




/**
 * A found file with each secret as its placeholder. Undefined when that is not
 * possible: the file is binary and holds a secret, or something is left over.
 * Then the file must not be kept. Bytes that hold no secret stay as they are.
 */
function restorePlaceholders({ found, file, secrets }) {
    if (file !== undefined && found.equals(file.bytes))
        return file.shown;
    // One character for each byte, so that what is not UTF-8 stays as it is.
    const text = found.toString('latin1');
    if (found.includes(0) || !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(found)) {
        return holdsSecret(text, (0,_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .makeMatcher */ .F)(patternsOf(secrets, 'binary'))) ? undefined : found;
    }
    const matcher = (0,_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .makeMatcher */ .F)(patternsOf(secrets, 'text'));
    const restored = matcher.replace(text);
    return holdsSecret(restored, matcher) ? undefined : Buffer.from(restored, 'latin1');
}
function patternsOf(secrets, kind) {
    const patterns = new Map();
    const add = (text, replacement) => {
        if (!patterns.has(text))
            patterns.set(text, { text, replacement });
    };
    for (const secret of secrets) {
        const own = latin1(Buffer.from((0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholder */ .q)(secret)));
        add(own, own);
        for (const { text, form } of (0,_encodings_js__WEBPACK_IMPORTED_MODULE_3__/* .listEncodings */ .l)(secret.reveal())) {
            const replacement = latin1(Buffer.from((0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholder */ .q)(secret, form)));
            // The placeholder itself stays, even where its words are some secret's value.
            add(replacement, replacement);
            add(latin1(Buffer.from(text)), replacement);
            if (kind === 'text')
                continue;
            const wide = Buffer.from(text, 'utf16le');
            add(latin1(wide), replacement);
            add(latin1(wide.swap16()), replacement);
        }
    }
    return patterns.values();
}
function latin1(bytes) {
    return bytes.toString('latin1');
}
function holdsSecret(text, matcher) {
    return matcher
        .find(text)
        .some(({ patterns }) => patterns.some((pattern) => pattern.text !== pattern.replacement));
}


/***/ })

};
