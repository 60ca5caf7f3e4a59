export const id = 138;
export const ids = [138];
export const modules = {

/***/ 87306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mt: () => (/* binding */ unreachableReasons),
/* harmony export */   nN: () => (/* binding */ asDroverError),
/* harmony export */   uq: () => (/* binding */ kindOfFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const unreachableReasons = [
    'unreachable',
    'host-key-unknown',
    'host-key-mismatch',
    'authentication-failed',
];
/** The kind of an outcome with this reason. `unreachable` means that no session could be opened, so that the machine is unchanged. */
function kindOfFailure(reason) {
    if (reason === 'not-touched')
        return 'skipped';
    return unreachableReasons.includes(reason) ? 'unreachable' : 'failed';
}
/** Turns anything thrown into an error with a reason. What Drover did not throw on purpose is a defect of Drover. */
function asDroverError(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`drover: ${message}`, {
        reason: 'bug',
        hint: 'This is a defect of Drover. Please report it with the lines above.',
        cause: thrown,
    });
}


/***/ }),

/***/ 83121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ reasons)
/* harmony export */ });
/**
 * Why an outcome is what it is: a closed list that people and scripts may
 * decide on. A message may change; a reason code does not.
 */
const reasons = {
    'already-so': 'everything that was asked for held already',
    done: 'what was asked for was done',
    planned: 'something would be done, and only the plan was asked for',
    'invalid-argument': 'an argument or input is not understood',
    'unknown-operation': 'no operation has this name',
    'unknown-machine': 'the flock has no machine or group of this name',
    'invalid-flock': 'flock.yml has problems',
    'invalid-role': 'a role of the baseline cannot be used',
    'invalid-manifest': 'a files.yml has problems',
    'invalid-template': 'a template does not parse or breaks a rule of templates',
    'missing-variable': 'a template uses a name that no layer gives',
    'missing-secret': 'a template uses a secret that was not given',
    'unsafe-secret': 'a secret cannot be kept out of logs',
    'missing-file': 'no layer has a file that a manifest names',
    'not-confirmed': 'a destructive operation was not confirmed',
    protected: 'the machine is protected in flock.yml',
    'checkout-dirty': 'the checkout holds changes that the branch does not have',
    'workflows-differ': 'workflow files differ from their templates',
    unsound: 'something is wrong with the ops repository',
    'plan-changed': 'the plan is no longer the one that was approved',
    'branch-missing': 'the config branch does not exist',
    'repository-unreachable': 'the repository with the config branch cannot be read',
    'push-failed': 'the record could not be pushed before the deadline',
    'invalid-ledger': 'a file that Drover keeps on the config branch cannot be read',
    'not-provisioned': 'the machine does not exist yet',
    'not-running': 'the machine exists and is stopped',
    'host-key-unknown': 'no host key is known for the machine',
    'host-key-mismatch': 'the machine answered with another host key',
    'authentication-failed': 'the machine refused the SSH key',
    unreachable: 'no connection to the machine could be made',
    'connection-lost': 'the connection broke before the answer came',
    'timed-out': 'the work was not done before its deadline',
    killed: 'a signal ended the command',
    'command-failed': 'a command exited with a status other than 0',
    'validation-failed': 'the validator refused the new files',
    'follow-up-failed': 'a command that follows a change failed',
    'baseline-failed': 'a task of a role failed on the machine',
    'check-failed': 'a check of the machine does not hold',
    'certificate-expiring': 'the TLS certificate of the machine ends within a week, or has ended',
    unconfirmed: 'no new connection could confirm a change, so the machine rolled it back',
    'nothing-to-undo': 'the machine keeps no earlier change that could be undone',
    'not-on-branch': 'the commit is not in the history of the config branch',
    'commit-missing': 'the repository does not have the commit',
    'code-unreachable': 'a repository of code cannot be read',
    'unknown-revision': 'the repository of code has no such branch, tag or commit',
    'build-failed': 'a build command of the code failed',
    'artifact-unreachable': 'an artifact cannot be fetched',
    'artifact-differs': 'an artifact has another SHA-256 than the one that was given',
    'too-large': 'a file or bundle is larger than it may be',
    'disk-full': 'a disk has no room for what is desired',
    drifted: 'the machine differs from what the branch asks for',
    'machine-changed': 'the machine changed after it was observed and before it was to be changed',
    'machine-locked': 'another run is changing the machine',
    'capture-refused': 'a file on the machine cannot be captured safely',
    'provider-failed': 'the provider could not do what was asked',
    'provider-unreachable': 'the provider did not answer before the deadline',
    'provider-throttled': 'the provider asked for fewer requests until the deadline',
    'out-of-capacity': 'the provider has no machine of the desired kinds in the desired places now',
    'over-quota': 'the account may not have more of what was asked for',
    'not-permitted': 'the credentials do not allow what was asked',
    'no-credentials': 'no valid credentials for the provider were given',
    'invalid-settings': "a machine's settings are not what its provider takes",
    'ambiguous-machine': 'the provider has more than one machine of this name',
    'over-budget': 'the run would make more machines than it may',
    'first-boot-failed': 'the machine did not finish its first boot',
    'dns-failed': 'the DNS could not do what was asked',
    'missing-contact': 'a certificate is desired, but its ACME account has no contact',
    'invalid-certificate': 'a certificate or key that was given cannot be used',
    'name-elsewhere': 'a name of the certificate does not lead to the machine',
    'probe-unanswered': 'the machine does not answer at one of its names on port 80',
    'authorization-failed': 'the ACME server could not verify a name',
    'too-many-failures': 'too many authorizations failed within the hour',
    'acme-unreachable': 'the ACME server cannot be reached',
    'acme-account': 'the ACME server does not take the account',
    'acme-limited': 'the ACME server asks Drover to wait longer than a run may',
    'acme-refused': 'the ACME server refused the order',
    'github-failed': 'GitHub could not do what was asked',
    'github-unreachable': 'GitHub did not answer before the deadline',
    'github-throttled': 'GitHub asked for fewer requests until the deadline',
    'from-fork': 'a pull request from a fork gets neither secrets nor a token that may write',
    'missing-tool': 'a program that is needed is not installed',
    cancelled: 'the run was cancelled',
    'job-died': 'the job of the machine ended without a record of it',
    'not-touched': 'the machine was not reached before the run ended',
    bug: 'a defect of Drover',
};


/***/ }),

/***/ 88009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _w: () => (/* binding */ chooseWithLeftovers),
/* harmony export */   re: () => (/* binding */ orphanedMachine),
/* harmony export */   yK: () => (/* binding */ leftoverMachines),
/* harmony export */   z: () => (/* binding */ chooseAll)
/* harmony export */ });
/* harmony import */ var _flock_select_select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55920);
/* harmony import */ var _flock_view_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37012);


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
            return [orphanedMachine(name, identity)];
        // Cut off before anything was seen of it: its provider knows whether it was made.
        const provider = launch?.provider;
        return typeof provider === 'string' ? [orphanedMachine(name, { provider, user: 'root', port: 22 })] : [];
    });
}
/** A machine of which only this is known. */
function orphanedMachine(name, { provider, user, port }) {
    return {
        name,
        groups: [],
        vars: {},
        provider,
        settings: {},
        ssh: { user, port },
        checks: [],
        roles: [],
        code: [],
        artifacts: [],
        protect: false,
    };
}
/** Like `chooseMachines`, and leftovers by their exact names. */
async function chooseWithLeftovers(ports, view, request) {
    const leftovers = leftoverMachines(view).filter((machine) => request.selectors.includes(machine.name));
    const names = new Set(leftovers.map((machine) => machine.name));
    const selectors = request.selectors.filter((selector) => !names.has(selector));
    if (selectors.length === 0 && leftovers.length > 0)
        return leftovers;
    return [...(await (0,_flock_view_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseMachines */ .A6)(ports, view, { ...request, selectors })), ...leftovers];
}
/** All machines, wanted or left over; the selectors may be empty. */
function chooseAll(view, selectors) {
    const machines = [...view.flock.machines, ...leftoverMachines(view)];
    if (selectors.length === 0)
        return machines;
    return (0,_flock_select_select_js__WEBPACK_IMPORTED_MODULE_0__/* .selectMachines */ .L)({ flock: { ...view.flock, machines }, selectors });
}


/***/ }),

/***/ 66895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ putLaunch),
/* harmony export */   Bu: () => (/* binding */ parseState),
/* harmony export */   Ll: () => (/* binding */ putTombstone),
/* harmony export */   Md: () => (/* binding */ encodeState),
/* harmony export */   aZ: () => (/* binding */ parseIdentity),
/* harmony export */   ct: () => (/* binding */ parseMachineFiles),
/* harmony export */   hB: () => (/* binding */ parseCertificate),
/* harmony export */   is: () => (/* binding */ putIdentity),
/* harmony export */   lg: () => (/* binding */ machinePath),
/* harmony export */   rw: () => (/* binding */ parseLaunch),
/* harmony export */   tS: () => (/* binding */ putCertificate)
/* harmony export */ });
/* unused harmony export encodeIdentity */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45145);
/* harmony import */ var _base_outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98216);
/* harmony import */ var _base_reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83121);





/** `machines/NAME/REST`, or the machine's folder itself when `rest` is empty. */
function machinePath(name, rest = '') {
    return rest === '' ? `machines/${name}` : `machines/${name}/${rest}`;
}
/** The text of `machine.json`: sorted keys, two spaces, a newline at the end. */
function encodeIdentity(identity) {
    return encodeSorted(identitySchema.parse(identity));
}
/** The text of `state.json`, in the form of `encodeIdentity`. */
function encodeState(state) {
    return encodeSorted(stateSchema.parse(state));
}
/** Throws `invalid-ledger` naming `file`. Keys that this version does not know are left out. */
function parseIdentity(text, file) {
    return parseFile(text, { file, schema: identitySchema });
}
/** Throws `invalid-ledger` naming `file`. Keys that this version does not know are left out. */
function parseState(text, file) {
    return parseFile(text, { file, schema: stateSchema });
}
/** Throws `invalid-ledger` naming `file`. */
function parseLaunch(text, file) {
    return parseFile(text, { file, schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .json */ .Pq9()) });
}
/** `machine.json` as a change of a record. */
function putIdentity(name, identity) {
    return {
        kind: 'put',
        path: machinePath(name, 'machine.json'),
        mode: '100644',
        bytes: Buffer.from(encodeIdentity(identity)),
    };
}
/** `launch.json` as a change of a record. */
function putLaunch(name, intent) {
    return {
        kind: 'put',
        path: machinePath(name, 'launch.json'),
        mode: '100644',
        bytes: Buffer.from(encodeSorted(intent)),
    };
}
/** Throws `invalid-ledger` naming `file`. Keys that this version does not know are left out. */
function parseCertificate(text, file) {
    return parseFile(text, { file, schema: certificateSchema });
}
/** `certificate.json` as a change of a record. */
function putCertificate(name, certificate) {
    return {
        kind: 'put',
        path: machinePath(name, 'certificate.json'),
        mode: '100644',
        bytes: Buffer.from(encodeSorted(certificateSchema.parse(certificate))),
    };
}
/** `terminated.json` as a change of a record. */
function putTombstone(name, tombstone) {
    return {
        kind: 'put',
        path: machinePath(name, 'terminated.json'),
        mode: '100644',
        bytes: Buffer.from(encodeSorted(tombstone)),
    };
}
/** All `machine.json`, `launch.json`, `state.json` and `certificate.json` of a tree. */
function parseMachineFiles(tree) {
    const machines = new Map();
    const problems = [];
    const paths = [...tree.keys()].filter((path) => machineFile.test(path)).sort();
    for (const path of paths) {
        const [, name = '', file] = machineFile.exec(path) ?? [];
        const bytes = tree.get(path)?.bytes ?? Buffer.alloc(0);
        try {
            machines.set(name, { ...machines.get(name), ...partOf(file, { text: textOf(bytes, path), path }) });
        }
        catch (error) {
            if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DroverError */ .F))
                throw error;
            problems.push({
                message: error.message,
                reason: error.reason,
                at: { file: path },
                hint: error.hint ?? '',
            });
        }
    }
    return { machines, problems };
}
const machineFile = /^machines\/([^/]+)\/(machine|launch|state|certificate)\.json$/;
function partOf(file, { text, path }) {
    if (file === 'machine')
        return { identity: parseFile(text, { file: path, schema: lenientIdentitySchema }) };
    if (file === 'launch')
        return { launch: parseLaunch(text, path) };
    if (file === 'state')
        return { state: parseState(text, path) };
    return { certificate: parseCertificate(text, path) };
}
const line = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1);
const runSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: line,
    attempt: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1),
    actor: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    url: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().exactOptional(),
});
const identitySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    provider: line,
    id: line,
    address: line,
    port: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).max(65_535),
    user: line,
    hostKeys: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(line).min(1),
    revokedKeys: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(line).exactOptional(),
    region: line.exactOptional(),
    dns: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ provider: line, name: line }).exactOptional(),
    createdAt: line,
    createdBy: line,
});
/** A machine that lost its pins must not keep the flock from being read: only a session with that machine is refused. */
const lenientIdentitySchema = identitySchema.extend({ hostKeys: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(line).default([]) });
const stateSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    config: line,
    digest: line,
    operation: line,
    outcome: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_base_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .outcomeKinds */ .q3),
    reason: zod__WEBPACK_IMPORTED_MODULE_3__/* .custom */ .IeY((value) => typeof value === 'string' && Object.hasOwn(_base_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .reasons */ .O, value), {
        message: 'Invalid reason code',
    }),
    run: runSchema,
    time: line,
    code: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), line).exactOptional(),
    baseline: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), line).exactOptional(),
});
const certificateSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    from: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['acme', 'secret', 'self-signed']),
    names: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(line).min(1),
    notBefore: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    notAfter: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$(),
    serial: line,
    issuer: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    acme: line.exactOptional(),
    lineage: line.exactOptional(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
    orderedAt: zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$().exactOptional(),
});
function textOf(bytes, file) {
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        throw corrupt(file, { what: 'is not UTF-8 text' });
    return bytes.toString('utf8');
}
function parseFile(text, { file, schema }) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (cause) {
        throw corrupt(file, { what: 'is not JSON', cause });
    }
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    const issues = result.error.issues.map((issue) => `${issue.path.join('.') || 'document'}: ${issue.message}`);
    throw corrupt(file, { what: issues.join('; '), cause: result.error });
}
function corrupt(file, { what, cause }) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DroverError */ .F(`${file}: cannot be read: ${what}`, {
        reason: 'invalid-ledger',
        at: { file },
        hint: `Restore the last good version: "git log -- ${file}" on the config branch shows them.`,
        cause,
    });
}
function encodeSorted(value) {
    return `${JSON.stringify(sorted(value), null, 2)}\n`;
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}


/***/ }),

/***/ 35393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ forgotten),
/* harmony export */   u: () => (/* binding */ tombstone)
/* harmony export */ });
/* harmony import */ var _ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66895);

/** What the ledger holds of a machine that lives; its captured files stay. */
function forgotten(name) {
    return ['machine.json', 'state.json', 'launch.json'].map((file) => ({
        kind: 'remove',
        path: (0,_ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_0__/* .machinePath */ .lg)(name, file),
    }));
}
function tombstone({ machine, ports }, { id, provider, region, address }) {
    return (0,_ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_0__/* .putTombstone */ .Ll)(machine.name, {
        id,
        provider,
        address,
        at: new Date(ports.clock.now()).toISOString(),
        run: ports.run.id,
        ...(region === undefined ? {} : { region }),
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

/***/ 30138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reap: () => (/* binding */ reap)
});

// EXTERNAL MODULE: ./build/base/failure.js
var failure = __webpack_require__(87306);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/branch/leftover-machines.js
var leftover_machines = __webpack_require__(88009);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/lifecycle/forgotten-machine.js
var forgotten_machine = __webpack_require__(35393);
;// CONCATENATED MODULE: ./build/lifecycle/plan/plan-reap.js
/**
 * Pure: what of the machines that a provider calls ours is past its time. A machine without an
 * expiry is complete and is never chosen, nor is one whose expiry is no time.
 */
function planReap(existing, nowMs) {
    const names = [...new Set(existing.map(({ name }) => name))].sort();
    return names.flatMap((name) => {
        const all = existing.filter((one) => one.name === name);
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

// EXTERNAL MODULE: ./build/lifecycle/provider-of.js
var provider_of = __webpack_require__(17098);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
;// CONCATENATED MODULE: ./build/operations/reap/reap.js








/**
 * Ends what was never completed and is past its time, for a schedule. Of all machines, those of
 * `flock.yml` and those that nobody knows any more: what is ours is for the providers to say.
 */
const reap = (0,operation/* wholeOperation */.r)(async (ports, request, engine) => {
    const view = await (0,flock_view/* readFlock */._D)(ports);
    const { existing, failure } = await listExpiring(ports, view);
    const all = planReap(existing, ports.clock.now());
    const names = chosenNames(view, { selectors: request.selectors, all });
    const expiring = all.filter(({ name }) => names === undefined || names.has(name));
    const { dryRun, parallel } = request;
    const fleet = (chosen, records) => {
        const byName = new Map(chosen.map((one) => [one.name, one]));
        return engine.runTasks({
            operation: 'reap',
            machines: chosen.map((one) => machineOf(view, one)),
            parallel,
            view,
            records,
            work: (task) => reapMachine(task, { view, dryRun, expiring: byName.get(task.machine.name) }),
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
});
async function listExpiring(ports, view) {
    const machines = [...view.flock.machines, ...(0,leftover_machines/* leftoverMachines */.yK)(view)];
    const names = [...new Set(machines.flatMap((machine) => (0,provider_of/* providerNamesOf */.R6)(view, machine)))];
    const lists = await Promise.allSettled(names.map(async (name) => {
        const provider = await (0,provider_of/* providerOf */.lc)(ports, view, name);
        // Where nothing is completed nothing expires.
        return provider.complete === undefined ? [] : await provider.list();
    }));
    const failed = lists.find((list) => list.status === 'rejected');
    return {
        existing: lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : [])),
        ...(failed === undefined ? {} : { failure: (0,failure/* asDroverError */.nN)(failed.reason) }),
    };
}
/** Undefined: all. A machine that nobody knows any more can be named too. */
function chosenNames(view, { selectors, all }) {
    if (selectors.length === 0)
        return undefined;
    const existing = new Set(all.map(({ name }) => name));
    const rest = selectors.filter((selector) => !existing.has(selector));
    const known = rest.length === 0 ? [] : (0,leftover_machines/* chooseAll */.z)(view, rest);
    return new Set([...selectors, ...known.map(({ name }) => name)]);
}
function machineOf(view, { name, expired, later }) {
    const known = [...view.flock.machines, ...(0,leftover_machines/* leftoverMachines */.yK)(view)].find((one) => one.name === name);
    const [first] = [...expired, ...later];
    return known ?? (0,leftover_machines/* orphanedMachine */.re)(name, first?.identity ?? { provider: '', user: 'root', port: 22 });
}
async function reapMachine(task, { view, dryRun, expiring }) {
    const { expired = [], later = [], hasOther = false } = expiring ?? {};
    const left = later.map(({ identity, expiresAt }) => `${identity.id} expires at ${expiresAt}`);
    if (expired.length === 0)
        return { kind: 'ok', reason: 'already-so', message: left.join('; ') };
    const named = expired.map(({ identity, expiresAt }) => `${identity.id}, which expired at ${expiresAt}`);
    const message = (verb) => [`${verb} ${named.join(' and ')}`, ...left].join('; ');
    if (dryRun)
        return { kind: 'ok', reason: 'planned', message: message('would end') };
    for (const { identity } of expired) {
        const provider = await (0,provider_of/* providerOf */.lc)(task.ports, view, identity.provider);
        await task.step({ kind: 'end', text: `end ${identity.id}` }, () => provider.terminate({ name: task.machine.name, id: identity.id, onlyExpired: true }));
    }
    const isLast = later.length === 0 && !hasOther;
    return {
        kind: 'changed',
        reason: 'done',
        message: message('ended'),
        changes: changesAfter(task, { view, expired, isLast }),
    };
}
/** No name was ever pointed to these machines: that comes after the making is complete. */
function changesAfter(task, { view, expired, isLast }) {
    const { name } = task.machine;
    const { identity, launch } = view.snapshot.machines.get(name) ?? {};
    const [last] = expired.slice(-1);
    const isKnown = expired.some((one) => one.identity.id === identity?.id);
    if (isLast && last !== undefined && (isKnown || identity === undefined)) {
        return [...(0,forgotten_machine/* forgotten */.N)(name), (0,forgotten_machine/* tombstone */.u)(task, last.identity)];
    }
    const until = typeof launch?.expiresAt === 'string' ? Date.parse(launch.expiresAt) : Number.NaN;
    // A launch that has time left is another run's, which is at work on it.
    return isLast && until <= task.ports.clock.now()
        ? [{ kind: 'remove', path: (0,machine_files/* machinePath */.lg)(name, 'launch.json') }]
        : [];
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
