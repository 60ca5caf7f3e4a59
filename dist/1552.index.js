export const id = 1552;
export const ids = [1552];
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

/***/ 3464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/branch/flock-in.js
var flock_in = __webpack_require__(44690);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/lifecycle/provider-of.js
var provider_of = __webpack_require__(17098);
// EXTERNAL MODULE: ./build/ops-repository/choose-values.js
var choose_values = __webpack_require__(82800);
// EXTERNAL MODULE: ./build/ops-repository/finding.js
var finding = __webpack_require__(17459);
// EXTERNAL MODULE: ./build/ops-repository/observe-folder.js
var observe_folder = __webpack_require__(57839);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
;// CONCATENATED MODULE: ./build/workflows/oidc-subject.js
/**
 * Repositories that are created or renamed from this day on have their ids in the `sub` of a token, so that a new
 * owner of an old name gets no access; older ones have names (GitHub changelog, July 2026).
 */
const idsSince = '2026-07-15';
/** The subjects that a role must allow for the jobs of this repository, in any branch or environment. */
function oidcSubjects({ name, id, ownerId, createdAt }) {
    const [owner, repository] = name.split('/');
    return {
        byIds: `repo:${owner}@${ownerId}/${repository}@${id}:*`,
        byNames: `repo:${name}:*`,
        usesIds: createdAt >= idsSince,
    };
}

// EXTERNAL MODULE: ./build/workflows/workflow-values.js
var workflow_values = __webpack_require__(42687);
// EXTERNAL MODULE: ./build/base/failure.js
var failure = __webpack_require__(87306);
// EXTERNAL MODULE: ./build/task/report-defect.js
var report_defect = __webpack_require__(97420);
;// CONCATENATED MODULE: ./build/operations/doctor/examine.js



/** No check waits longer: what hangs is a finding, too. */
const deadlineMs = 60_000;
/** Does every check, whatever happens to another; the findings are in the order of the checks. */
async function runChecks(ports, checks) {
    const found = await Promise.all(checks.map((check) => runCheck(ports, check)));
    return found.flat().map((finding) => cleanFinding(finding, ports.clean));
}
async function runCheck(ports, { about, work }) {
    const done = new AbortController();
    const late = async () => {
        await ports.clock.sleep(deadlineMs, done.signal);
        throw new errors/* DroverError */.F(`${about}: did not end within ${deadlineMs / 1000} s`, { reason: 'timed-out' });
    };
    const limit = late();
    limit.catch(() => undefined);
    tellOfWait(ports, { about, done: done.signal });
    try {
        return await Promise.race([work(), limit]);
    }
    catch (thrown) {
        const error = (0,failure/* asDroverError */.nN)(thrown);
        (0,report_defect/* reportDefect */.G)(ports, error);
        const problems = error instanceof errors/* InputError */.dz ? error.problems : [error];
        return problems.map((problem) => problemFinding(problem, about));
    }
    finally {
        done.abort();
    }
}
const quietMs = 2000;
/** Somebody waits for the answer, and should know of whom it is waited for. */
function tellOfWait({ clock, reporter }, { about, done }) {
    const tell = async () => {
        await clock.sleep(quietMs, done);
        reporter.report({ kind: 'notice', level: 'info', message: `${about}: waiting for an answer` });
    };
    tell().catch(() => undefined);
}
/** A problem as a line; its place, where it has one, is what the line is about. */
function problemFinding({ message, reason, at, hint }, about) {
    return {
        state: 'problem',
        about: at === undefined ? about : (0,errors/* formatLocation */.j$)(at),
        message,
        reason,
        ...(hint !== undefined && { hint }),
    };
}
function cleanFinding(finding, clean) {
    const { message, hint, detail } = finding;
    return {
        ...finding,
        message: clean(message),
        ...(hint !== undefined && { hint: clean(hint) }),
        ...(detail !== undefined && { detail: clean(detail) }),
    };
}

;// CONCATENATED MODULE: ./build/operations/doctor/check-access.js







/** Each is one connection of this computer. */
const maxAtOnce = 64;
/** Whether the key can be read; without one here, only GitHub knows. */
async function checkKey(ports) {
    try {
        const [type] = (await ports.publicKey()).split(' ');
        return [{ state: 'ok', about: workflow_values/* sshKeySecret */.Si, message: `is a private key of type ${type}` }];
    }
    catch (error) {
        if (!(error instanceof errors/* DroverError */.F) || error.reason !== 'missing-secret')
            throw error;
        return [
            {
                state: 'note',
                about: workflow_values/* sshKeySecret */.Si,
                message: 'is not given here, so it was not looked at',
                hint: `Give --ssh-key-file FILE to have it checked.`,
            },
        ];
    }
}
/** What the providers say of the credentials, for each provider that has a say. */
async function checkProviders(ports, observed) {
    const names = [...new Set(observed.flock.machines.map(({ provider }) => provider))];
    const examined = await Promise.all(names.map(async (name) => (await (await (0,provider_of/* providerOf */.lc)(ports, observed, name)).examine?.()) ?? []));
    return examined
        .flat()
        .map(({ about, error }) => error === undefined
        ? { state: 'ok', about, message: 'allowed, says a dry run' }
        : problemFinding(error, about));
}
/** What a role in AWS has to trust: nobody but its owner sees what it does trust. */
async function checkOidc(ports, repository) {
    const about = 'OIDC subject';
    const where = 'in the condition "token.actions.githubusercontent.com:sub" of the role\'s trust policy';
    const facts = await ports.repositoryFacts(repository);
    if (facts === undefined) {
        return [
            {
                state: 'note',
                about,
                message: `whether the tokens of ${repository} name it by ids is not known here`,
                hint: `Made or renamed since 2026-07-15, allow "repo:OWNER@OWNER_ID/NAME@ID:*", else "repo:${repository}:*", ${where}. "gh api repos/${repository} --jq '.created_at, .owner.id, .id'" tells.`,
            },
        ];
    }
    const { byIds, byNames, usesIds } = oidcSubjects(facts);
    const message = `the tokens of its jobs begin with "${(usesIds ? byIds : byNames).replace('*', '')}"`;
    const renamed = usesIds ? '' : `; if it was renamed since 2026-07-15, "${byIds}"`;
    const hint = `Allow "${usesIds ? byIds : byNames}" ${where}${renamed}.`;
    return [{ state: 'note', about, message, hint }];
}
/** Whether an SSH server answers at each machine that is known; what stands on another computer's network may not be reached from here. */
async function checkMachines(ports, observed) {
    const places = await placesOf(ports, observed);
    const limit = (0,p_limit/* default */.A)(maxAtOnce);
    const found = await Promise.all([...places].map(([name, place]) => limit(async () => {
        const greeting = await ports.greeting(place);
        if (greeting.greets)
            return undefined;
        return {
            state: 'problem',
            about: name,
            message: `does not answer by SSH at ${place.address} port ${place.port}: ${greeting.why}`,
            hint: 'Ensure that the machines run ("drover list") and that firewalls let this computer through.',
            reason: 'unreachable',
        };
    })));
    const silent = found.filter((one) => one !== undefined);
    const unmade = observed.flock.machines.filter(({ name }) => !places.has(name)).length;
    const answering = places.size - silent.length;
    const message = [
        ...(answering > 0 ? [`${(0,count_of/* countOf */.p)(answering, 'machine answers', 'machines answer')} by SSH`] : []),
        ...(unmade > 0 ? [`${(0,count_of/* countOf */.p)(unmade, 'machine')} not made yet`] : []),
    ].join(', ');
    return [...(message === '' ? [] : [{ state: 'ok', about: 'machines', message }]), ...silent];
}
/** Of all that the ledger knows, and of those that stand where `flock.yml` says. */
async function placesOf(ports, observed) {
    const { flock, snapshot } = observed;
    const known = [...snapshot.machines].flatMap(([name, { identity }]) => identity === undefined ? [] : [[name, identity]]);
    const providers = [...new Set(flock.machines.map(({ provider }) => provider))];
    const standing = await Promise.all(providers.map(async (one) => {
        const provider = await (0,provider_of/* providerOf */.lc)(ports, observed, one);
        const existing = provider.onlyForgets === true ? await provider.list() : [];
        return existing.map(({ name, identity }) => [name, identity]);
    }));
    return new Map([...known, ...standing.flat()]);
}

// EXTERNAL MODULE: ./build/base/problems.js
var base_problems = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/render/render-machine.js + 1 modules
var render_machine = __webpack_require__(19120);
// EXTERNAL MODULE: ./build/render/roles/render-baseline.js + 5 modules
var render_baseline = __webpack_require__(78387);
;// CONCATENATED MODULE: ./build/operations/doctor/check-flock.js







/** Every machine's settings, as its provider takes them. Throws an InputError with all problems. */
async function checkSettings(ports, observed) {
    const { machines, groups, name } = observed.flock;
    const providers = [...new Set(machines.map(({ provider }) => provider))];
    const problems = await Promise.all(providers.map(async (one) => {
        const provider = await (0,provider_of/* providerOf */.lc)(ports, observed, one);
        const own = machines.filter((machine) => machine.provider === one);
        return own.flatMap((machine) => provider.problems((0,provider_of/* scopedMachine */.QC)(machine)));
    }));
    (0,errors/* throwIfInvalid */.TG)((0,base_problems/* uniqueProblems */.O)(problems.flat()));
    const message = `"${name}": ${(0,count_of/* countOf */.p)(machines.length, 'machine')}, ${(0,count_of/* countOf */.p)(groups.length, 'group')}, at ${providers.join(', ') || 'no provider'}`;
    return [{ state: 'ok', about: 'flock.yml', message }];
}
/**
 * Renders files and baselines with a stand-in for each secret, whose value nobody needs for that. Throws an
 * InputError with the problems of all machines.
 */
async function checkFiles(ports, observed) {
    const { flock, snapshot } = observed;
    const toolkit = await ports.toolkit();
    const collector = (0,base_problems/* createProblemCollector */.X)();
    let files = 0;
    const secrets = (name) => new secret/* Secret */.z(name, `value of ${name}`);
    const { name: flockName, rolePlaces } = flock;
    for (const machine of flock.machines) {
        const input = { machine, flockName, toolkit, config: snapshot.tree, secrets, generated: secrets };
        collector.collect(() => {
            files += (0,render_machine/* renderMachine */.K)(input).files.length;
        });
        collector.collect(() => (0,render_baseline/* renderBaseline */.q)({ ...input, rolePlaces }));
    }
    (0,errors/* throwIfInvalid */.TG)(collector.problems());
    const message = `${(0,count_of/* countOf */.p)(files, 'file')} of ${(0,count_of/* countOf */.p)(flock.machines.length, 'machine')} can be made of manifests and templates`;
    return [{ state: 'ok', about: 'files', message }];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/workflows/compare-workflows.js
var compare_workflows = __webpack_require__(70017);
// EXTERNAL MODULE: ./build/operations/workflows/sync-workflows.js
var sync_workflows = __webpack_require__(9372);
;// CONCATENATED MODULE: ./build/operations/doctor/check-workflows.js







/** Throws an InputError when it cannot be known what they should hold. */
function findDrift(observed, request) {
    const slots = (0,choose_values/* knownValues */.s2)(request, observed);
    (0,errors/* throwIfInvalid */.TG)((0,choose_values/* missingValues */.B6)(slots));
    if (!(0,choose_values/* hasAll */.Ug)(slots))
        return { compared: [] };
    const values = { ...slots, secrets: (0,workflow_values/* secretsToPass */.cm)(observed.secretNames.keys()) };
    const compared = [observed.branches.main, observed.branches.config].flatMap(({ name, workflows }) => (0,compare_workflows/* compareWorkflows */.u)(workflows, values).map((one) => ({ ...one, branch: name })));
    return { compared };
}
/** One line for all that are fine, one for each branch with files that a sync mends, and one for each other file. */
function workflowFindings({ compared }, clean) {
    const fine = compared.filter(({ state }) => state === 'fine').length;
    const mendable = compared.filter(({ state, lost }) => state === 'stale' && lost.length === 0);
    const wrong = compared.filter((one) => one.state !== 'fine' && !mendable.includes(one));
    const branches = [...new Set(mendable.map(({ branch }) => branch))];
    const message = `${(0,count_of/* countOf */.p)(fine, 'file')} of both branches as their templates have them`;
    return [
        ...(fine === 0 ? [] : [{ state: 'ok', about: 'workflows', message }]),
        ...branches.map((branch) => staleFinding(branch, mendable.filter((one) => one.branch === branch))),
        ...wrong.map((one) => ({ ...(0,sync_workflows.driftFinding)(one, clean), about: `${one.branch}:${one.path}` })),
    ];
}
function staleFinding(branch, stale) {
    const names = stale.map(({ path }) => (0,external_node_path_.basename)(path)).join(', ');
    return {
        state: 'problem',
        about: `workflows of ${branch}`,
        message: `${(0,count_of/* countOf */.p)(stale.length, 'file')} not up to date with templates, secrets and names: ${names}`,
        hint: 'Run "drover workflows sync" on the branch, look at the change, commit and push it.',
        reason: 'workflows-differ',
    };
}
/** One line for each secret that a template names: whether workflows pass it on, and whether it is given here. */
function secretFindings(ports, { observed, drift, repository }) {
    return [...observed.secretNames].map(([name, files]) => {
        const about = `secret ${name}`;
        const unpassed = drift.compared.filter((one) => one.unpassed.includes(name));
        if (unpassed.length > 0) {
            return {
                state: 'problem',
                about,
                message: `wanted by ${files.join(', ')} and not passed on by ${(0,count_of/* countOf */.p)(unpassed.length, 'workflow')}`,
                hint: 'Run "drover workflows sync" on the branch, look at the change, commit and push it.',
                reason: 'workflows-differ',
            };
        }
        if (name !== workflow_values/* sshKeySecret */.Si && ports.secret(name) === undefined) {
            return {
                state: 'note',
                about,
                message: 'passed on by the workflows; not given here, so only GitHub knows whether it is set',
                hint: `"gh secret list --repo ${repository}" lists those that are set; "gh secret set NAME --repo ${repository}" sets one.`,
            };
        }
        return { state: 'ok', about, message: 'passed on by the workflows, and given here' };
    });
}

;// CONCATENATED MODULE: ./build/operations/doctor/doctor.js













/** Looks at everything that an ops repository needs; one trouble hides no other. Changes nothing. */
const doctor = (0,operation/* wholeOperation */.r)(async (ports, request) => {
    (0,errors/* throwIfInvalid */.TG)((0,choose_values/* flagProblems */.bg)(request));
    const folder = await (0,observe_folder/* observeFolder */.L)(ports, request, { from: 'folder' });
    const checks = isRepository(folder) ? checksOf(ports, { folder, request }) : [];
    const findings = [...checkoutFindings(folder), ...(await runChecks(ports, checks))];
    const problems = findings.filter(({ state }) => state === 'problem').length;
    return {
        data: (0,finding/* findingsData */.P)(findings),
        message: 'nothing is wrong that can be seen from here',
        ...(problems > 0 && {
            failure: new errors/* DroverError */.F(`doctor: ${(0,count_of/* countOf */.p)(problems, 'problem')}`, {
                reason: 'unsound',
                hint: 'Each has a line of its own, with its way out.',
            }),
        }),
    };
});
function checksOf(ports, { folder, request }) {
    const repository = (0,choose_values/* knownValues */.s2)(request, folder).repository ?? 'OWNER/NAME';
    const drift = lazily(() => findDrift(folder, request));
    const view = lazily(() => readFlockView(folder));
    const onFlock = (about, work) => ({
        about,
        // What is wrong with flock.yml is told once, by the check of its settings.
        work: async () => (view.isGood() ? work(view.get()) : []),
    });
    return [
        { about: 'origin', work: () => checkOrigin(folder) },
        { about: flock_in/* flockFile */.uI, work: async () => checkSettings(ports, view.get()) },
        onFlock('files', (observed) => checkFiles(ports, observed)),
        { about: 'workflows', work: async () => workflowFindings(drift.get(), ports.clean) },
        {
            about: 'secrets',
            work: async () => drift.isGood() ? secretFindings(ports, { observed: folder, drift: drift.get(), repository }) : [],
        },
        { about: 'DROVER_SSH_KEY', work: () => checkKey(ports) },
        onFlock('providers', (observed) => checkProviders(ports, observed)),
        onFlock('OIDC subject', async (observed) => (await usesAws(ports, observed)) ? checkOidc(ports, repository) : []),
        { about: 'machine files', work: async () => checkMachineFiles(folder) },
        onFlock('machines', (observed) => checkMachines(ports, observed)),
    ];
}
function isRepository({ look }) {
    return look.top !== undefined && look.isTop;
}
function checkoutFindings({ look, checkout, branches, here }) {
    const about = 'checkout';
    if (look.top === undefined || !look.isTop) {
        const message = look.top === undefined
            ? `"${checkout.folder}" is not in a git repository`
            : `"${checkout.folder}" is not the top of its repository, which is "${look.top}"`;
        const hint = `Go to a checkout of the ops repository, or make one with "drover init".`;
        return [{ state: 'problem', about, message, hint, reason: 'invalid-argument' }];
    }
    const missing = ['main', 'config']
        .map((kind) => branches[kind])
        .filter(({ name, commit }) => commit === undefined && name !== branches[here].name);
    if (missing.length === 0) {
        const message = `has the branches "${branches.main.name}" and "${branches.config.name}"; "${look.head ?? 'no branch'}" is checked out`;
        return [{ state: 'ok', about, message }];
    }
    return missing.map(({ name }) => ({
        state: 'problem',
        about,
        message: `has no branch "${name}", neither here nor at "origin"`,
        hint: `Run "git fetch origin ${name}"; in a new repository, "drover init".`,
        reason: 'branch-missing',
    }));
}
/** Drover works from what is pushed, and the folder knows only what was fetched. */
async function checkOrigin({ look, checkout, branches }) {
    const about = 'origin';
    const { name } = branches.config;
    if (look.origin === undefined) {
        const hint = 'Make the repository on GitHub, add it as "origin" and push; "drover init" prints how.';
        return [{ state: 'note', about, message: 'there is none: nothing was pushed yet', hint }];
    }
    const there = await checkout.askOrigin(name);
    if (there === undefined) {
        const hint = `Run "git -C ${checkout.folder} fetch": it says why.`;
        return [{ state: 'problem', about, message: 'cannot be read', hint, reason: 'repository-unreachable' }];
    }
    const here = look.local.get(name) ?? look.remote.get(name);
    if (there === '') {
        const hint = `Run "git push -u origin ${name}".`;
        return [{ state: 'note', about, message: `has no branch "${name}" yet`, hint }];
    }
    if (here === there)
        return [{ state: 'ok', about, message: `has "${name}" as it is here` }];
    const message = `"${name}" is not the same here and there: what follows is about the one here`;
    const hint = `Run "git fetch", on "${name}" also "git pull --rebase" and "git push", and look again.`;
    return [{ state: 'note', about, message, hint }];
}
/** The flock and its machines as the folder has them. Throws an InputError with all that is wrong with `flock.yml`. */
function readFlockView({ branches, toolkit }) {
    const { tree, commit = '' } = branches.config;
    const flock = (0,flock_in/* flockIn */.pQ)(tree, toolkit);
    return { flock, snapshot: { commit, tree, machines: (0,machine_files/* parseMachineFiles */.ct)(tree).machines } };
}
function checkMachineFiles({ branches }) {
    (0,errors/* throwIfInvalid */.TG)((0,machine_files/* parseMachineFiles */.ct)(branches.config.tree).problems);
    return [];
}
async function usesAws(ports, observed) {
    const { name, machines } = observed.flock;
    const providers = new Set(machines.map(({ provider }) => provider));
    const dns = new Set(machines.flatMap((machine) => machine.dns?.provider ?? []));
    const adapters = await Promise.all([
        ...[...providers].map((one) => (0,provider_of/* providerOf */.lc)(ports, observed, one)),
        ...[...dns].map((one) => ports.dns(one, name)),
    ]);
    return adapters.some(({ credentials }) => credentials === 'aws');
}
function lazily(make) {
    let made;
    const settle = () => {
        try {
            return { value: make() };
        }
        catch (error) {
            return { error };
        }
    };
    const get = () => {
        made ??= settle();
        return made;
    };
    return {
        get: () => {
            const one = get();
            if ('error' in one)
                throw one.error;
            return one.value;
        },
        isGood: () => 'value' in get(),
    };
}


/***/ }),

/***/ 9372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   driftFinding: () => (/* binding */ driftFinding),
/* harmony export */   endOf: () => (/* binding */ endOf),
/* harmony export */   syncWorkflows: () => (/* binding */ syncWorkflows)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_text_count_of_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(247);
/* harmony import */ var _ops_repository_choose_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82800);
/* harmony import */ var _ops_repository_finding_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17459);
/* harmony import */ var _ops_repository_observe_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57839);
/* harmony import */ var _workflows_compare_workflows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70017);
/* harmony import */ var _workflows_workflow_values_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42687);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44138);








/**
 * Brings the workflow files in the folder up to date with the templates' placeholders and with the
 * secrets that the config branch names. What people edited elsewhere in them stays, unless it is to
 * be overwritten. Commits nothing: a person looks at it and does.
 */
const syncWorkflows = (0,_operation_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeOperation */ .r)(async (ports, request) => {
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfInvalid */ .TG)((0,_ops_repository_choose_values_js__WEBPACK_IMPORTED_MODULE_1__/* .flagProblems */ .bg)(request));
    const observed = await (0,_ops_repository_observe_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .observeFolder */ .L)(ports, { ...request, folder: request.selectors[1] ?? '.' }, { from: 'folder' });
    requireCheckout(observed);
    const slots = (0,_ops_repository_choose_values_js__WEBPACK_IMPORTED_MODULE_1__/* .knownValues */ .s2)(request, observed);
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfInvalid */ .TG)((0,_ops_repository_choose_values_js__WEBPACK_IMPORTED_MODULE_1__/* .missingValues */ .B6)(slots));
    if (!(0,_ops_repository_choose_values_js__WEBPACK_IMPORTED_MODULE_1__/* .hasAll */ .Ug)(slots))
        return {};
    const values = { ...slots, secrets: (0,_workflows_workflow_values_js__WEBPACK_IMPORTED_MODULE_5__/* .secretsToPass */ .cm)(observed.secretNames.keys()) };
    const compared = (0,_workflows_compare_workflows_js__WEBPACK_IMPORTED_MODULE_3__/* .compareWorkflows */ .u)(observed.branches[observed.here].workflows, values);
    if (request.check === true)
        return checked(compared, ports.clean);
    const after = compared.map(({ path, wanted, updated }) => [path, request.overwrite ? wanted : updated]);
    const before = new Map(observed.branches[observed.here].workflows.map(({ path, found }) => [path, found]));
    const changed = new Map(after.filter(([path, text]) => before.get(path) !== text));
    await observed.checkout.write(changed);
    const findings = compared.map((one) => synced(one, {
        changed: changed.has(one.path),
        overwrite: request.overwrite === true,
        clean: ports.clean,
    }));
    const next = [
        ...nextSteps(changed.size, observed),
        ...otherBranch(observed, { values, toolkit: request.toolkit }),
    ];
    return {
        data: (0,_ops_repository_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .findingsData */ .P)(findings, next),
        message: changed.size === 0 ? 'every workflow is up to date' : `${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_7__/* .countOf */ .p)(changed.size, 'file')} changed`,
        ...endOf(findings, 'workflows sync: a secret cannot be passed on'),
    };
});
/** Throws `branch-missing` without the config branch: nobody could say which secrets there are. */
function requireCheckout({ look, checkout, branches, here }) {
    if (look.top === undefined || !look.isTop) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`checkout: "${checkout.folder}" is not the top of a git repository`, {
            reason: 'invalid-argument',
            hint: 'Go to a checkout of the ops repository, or name its folder.',
        });
    }
    if (branches.config.commit !== undefined || here === 'config')
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`branch "${checkout.branch}": is not known here`, {
        reason: 'branch-missing',
        hint: `Run "git fetch origin ${checkout.branch}", or "drover init" in a new repository.`,
    });
}
function checked(compared, clean) {
    const findings = compared.map((one) => driftFinding(one, clean));
    return {
        data: (0,_ops_repository_finding_js__WEBPACK_IMPORTED_MODULE_6__/* .findingsData */ .P)(findings),
        message: `${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_7__/* .countOf */ .p)(compared.length, 'workflow')} as the templates have them`,
        ...endOf(findings, 'workflows: not as their templates have them'),
    };
}
/** How far one file is from its template, as a line for a person. */
function driftFinding({ path, state, unpassed, lost, diff, baseKnown }, clean) {
    if (state === 'fine')
        return { state: 'ok', about: path, message: 'as its template has it' };
    const reason = 'workflows-differ';
    const detail = diff === undefined ? {} : { detail: clean(diff) };
    const sync = 'Run "drover workflows sync" on its branch, look at the change, commit and push it.';
    if (state === 'missing')
        return { state: 'problem', about: path, message: 'is missing', hint: sync, reason };
    if (lost.length > 0)
        return { ...lostFinding(path, lost), ...detail };
    if (state === 'stale') {
        const message = unpassed.length > 0 ? `does not pass on ${unpassed.join(', ')}` : 'is not up to date';
        return { state: 'problem', about: path, message, hint: sync, reason, ...detail };
    }
    const message = baseKnown
        ? 'was edited by hand'
        : 'was edited by hand, or is from a version of the toolkit that is not here';
    const hint = 'Keep what you changed if it is meant, or run "drover workflows sync --overwrite" to have the template\'s.';
    return { state: 'problem', about: path, message, hint, reason, ...detail };
}
function lostFinding(path, lost) {
    return {
        state: 'problem',
        about: path,
        message: `cannot pass on ${lost.join(', ')}: the lines "# drover: secrets …" and "# drover: end" around a block are gone`,
        hint: 'Run "drover workflows sync --overwrite" to have the template\'s again, or put the lines back.',
        reason: 'workflows-differ',
    };
}
function synced(one, { changed, overwrite, clean }) {
    const { path, state, wanted, updated, lost } = one;
    if (!overwrite && lost.length > 0)
        return lostFinding(path, lost);
    if (changed) {
        const kept = !overwrite && updated !== wanted ? ', edits by hand kept' : '';
        const message = state === 'missing' ? 'made' : overwrite ? 'replaced' : `brought up to date${kept}`;
        return { state: 'changed', about: path, message };
    }
    if (state === 'fine')
        return driftFinding(one, clean);
    return { ...driftFinding(one, clean), state: 'note' };
}
function nextSteps(changed, { checkout, branches, here }) {
    if (changed === 0)
        return [];
    const { name } = branches[here];
    return [
        `git -C ${checkout.folder} diff -- .github/workflows`,
        `git -C ${checkout.folder} add .github/workflows && git -C ${checkout.folder} commit -m "Workflows in step with the templates"   # on ${name}, then push`,
    ];
}
/** Secrets are named in files of both branches, and only one is checked out. */
function otherBranch({ branches, here }, { values, toolkit }) {
    const other = branches[here === 'main' ? 'config' : 'main'];
    if (other.commit === undefined)
        return [];
    const stale = (0,_workflows_compare_workflows_js__WEBPACK_IMPORTED_MODULE_3__/* .compareWorkflows */ .u)(other.workflows, values).filter(({ state }) => state === 'stale' || state === 'missing');
    if (stale.length === 0)
        return [];
    return [
        `git switch ${other.name} && drover workflows sync${toolkit === undefined ? '' : ` --toolkit ${toolkit}`}   # ${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_7__/* .countOf */ .p)(stale.length, 'file')} there to bring up to date, too`,
    ];
}
/** The failure that a problem makes of the run. */
function endOf(findings, message) {
    const problems = findings.filter(({ state }) => state === 'problem');
    if (problems.length === 0)
        return {};
    return {
        failure: new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${message}: ${(0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_7__/* .countOf */ .p)(problems.length, 'problem')}`, {
            reason: 'workflows-differ',
        }),
    };
}


/***/ }),

/***/ 89872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readYamlMap)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** Reads YAML 1.2 with one map whose values JSON can hold. An empty text is an empty map. */
function readYamlMap(text) {
    const lineCounter = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const place = (offset = 0) => {
        const { line, col } = lineCounter.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
        lineCounter,
        version: '1.2',
        schema: 'core',
        prettyErrors: false,
        logLevel: 'error',
    });
    if (document.errors.length > 0) {
        return {
            problems: document.errors.map(({ message, pos }) => ({
                place: place(pos[0]),
                message: `not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replaceAll(/\s+/g, ' ')}`,
                hint: 'ensure that indents, colons, quotes and brackets are right here and just above',
            })),
        };
    }
    const { contents } = document;
    const placeOf = (path) => place(startOf(contents, path));
    const isNothing = contents === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(contents) && contents.value === null);
    if (isNothing)
        return { data: {}, placeOf };
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(contents)) {
        const hint = 'write lines of "NAME: value"';
        return { problems: [{ place: placeOf([]), message: 'expected a map', hint }] };
    }
    try {
        // Going through JSON removes NaN, infinity and shared objects.
        return { data: JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 }))), placeOf };
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        return {
            problems: [
                {
                    place: placeOf([]),
                    message: `not valid YAML: ${error.message.replaceAll(/\s+/g, ' ')}`,
                    hint: 'write the values out, without aliases',
                },
            ],
        };
    }
}
function startOf(root, path) {
    let node = root;
    for (const part of path) {
        const next = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)
            ? node.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && key.value === part)?.key
            : undefined;
        const value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? node.get(part, true) : undefined;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(value) && !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(next))
            break;
        node = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(value) ? value : next;
    }
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? node.range?.[0] : undefined;
}


/***/ }),

/***/ 623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ unknownRoleHint),
/* harmony export */   h: () => (/* binding */ needsOf)
/* harmony export */ });
/* harmony import */ var _base_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77196);
/* harmony import */ var _read_yaml_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89872);
/* harmony import */ var _roles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42970);



const known = new WeakMap();
/**
 * A role with its dependencies in `meta/main.yml`, and theirs. A role that a task includes by name is not
 * found here: the including role must list it as a dependency. Results are cached by library.
 */
function needsOf(role, library) {
    const ofLibrary = known.get(library) ?? new Map();
    known.set(library, ofLibrary);
    const needs = ofLibrary.get(role.name) ?? findNeeds(role, library);
    ofLibrary.set(role.name, needs);
    return needs;
}
function findNeeds(role, library) {
    const found = new Map([[role.name, role]]);
    const problems = [];
    const open = [role];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const read = dependenciesOf(next, library);
        problems.push(...read.problems);
        for (const one of read.roles) {
            if (found.has(one.name))
                continue;
            found.set(one.name, one);
            open.push(one);
        }
    }
    return { roles: [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), problems };
}
function dependenciesOf(role, library) {
    const file = (0,_roles_js__WEBPACK_IMPORTED_MODULE_1__/* .yamlFileOf */ .v)(role, 'meta/main');
    if (file === undefined)
        return { roles: [], problems: [] };
    const { shownPath } = file;
    const problem = (one) => ({
        reason: 'invalid-role',
        at: { file: shownPath },
        ...one,
        message: `${shownPath}: ${one.message}`,
    });
    const read = (0,_read_yaml_map_js__WEBPACK_IMPORTED_MODULE_0__/* .readYamlMap */ .i)(file.text);
    if ('problems' in read) {
        return {
            roles: [],
            problems: read.problems.map(({ place, ...rest }) => problem({ ...rest, at: { file: shownPath, ...place } })),
        };
    }
    const written = read.data.dependencies;
    const at = { file: shownPath, ...read.placeOf(['dependencies']) };
    if (written === undefined || written === null)
        return { roles: [], problems: [] };
    if (!Array.isArray(written)) {
        const message = '"dependencies" must be a list';
        return { roles: [], problems: [problem({ message, at, hint: 'write it as a list: [a, b]' })] };
    }
    const named = written.map((item) => ({ name: dependencyName(item) }));
    return {
        roles: named.flatMap(({ name }) => (name === undefined ? [] : (library.get(name) ?? []))),
        problems: named.flatMap(({ name }) => {
            if (name === undefined) {
                return [problem({ message: 'a dependency names no role', at, hint: 'write "role: NAME"' })];
            }
            if (library.has(name))
                return [];
            return [problem({ message: `no role "${name}"`, at, hint: unknownRoleHint(name, library) })];
        }),
    };
}
function unknownRoleHint(name, library) {
    const meant = (0,_base_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, library.keys());
    return meant === undefined
        ? `put it in ansible/roles/${name} on the config branch`
        : `did you mean "${meant}"?`;
}
function dependencyName(item) {
    if (typeof item === 'string')
        return item;
    if (typeof item !== 'object' || item === null || Array.isArray(item))
        return undefined;
    const { role, name } = item;
    const given = role ?? name;
    return typeof given === 'string' ? given : undefined;
}


/***/ }),

/***/ 42970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ listRoles),
/* harmony export */   v: () => (/* binding */ yamlFileOf)
/* harmony export */ });
/** A symlink in place of the folder is a role, too, which is refused. */
const inRole = /^ansible\/roles\/(?<name>[^/]+)(?:\/(?<path>.+))?$/s;
const known = new WeakMap();
/**
 * All roles by name. A role of the config branch replaces the toolkit's role of that name as a whole. Results are
 * cached by trees, because all machines of a flock share them.
 */
function listRoles({ toolkit, config }) {
    const ofToolkit = known.get(toolkit) ?? new WeakMap();
    known.set(toolkit, ofToolkit);
    const roles = ofToolkit.get(config) ??
        new Map([...rolesOf({ tree: toolkit, prefix: 'toolkit:' }), ...rolesOf({ tree: config, prefix: '' })]);
    ofToolkit.set(config, roles);
    return roles;
}
function rolesOf({ tree, prefix }) {
    const files = new Map();
    for (const [full, file] of tree) {
        const { name, path } = inRole.exec(full)?.groups ?? {};
        if (name === undefined || (path === undefined && file.mode !== '120000'))
            continue;
        const own = files.get(name) ?? new Map();
        files.set(name, own.set(path ?? '', file));
    }
    return new Map([...files].map(([name, own]) => [
        name,
        { name, shownFolder: `${prefix}ansible/roles/${name}`, files: own },
    ]));
}
/** The YAML file that Ansible reads for a name without extension. */
function yamlFileOf({ shownFolder, files }, name) {
    for (const path of [`${name}.yml`, `${name}.yaml`]) {
        const file = files.get(path);
        if (file !== undefined)
            return { shownPath: `${shownFolder}/${path}`, text: file.bytes.toString('utf8') };
    }
    return undefined;
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


/***/ }),

/***/ 70370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
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
