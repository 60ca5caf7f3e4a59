export const id = 8636;
export const ids = [8636];
export const modules = {

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

/***/ 70330:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ stepKinds),
/* harmony export */   P: () => (/* binding */ isStepKind)
/* harmony export */ });
/**
 * What a step does: the closed list that code may decide on. The text of a step is for people. Long work
 * is a unit of the machine, which goes on when the run ends; a transaction that nobody confirms is undone
 * by the machine.
 */
const stepKinds = {
    connect: 'stays',
    wait: 'stays',
    observe: 'stays',
    check: 'stays',
    render: 'stays',
    capture: 'stays',
    transfer: 'stays',
    record: 'stays',
    provision: 'stays',
    boot: 'stays',
    reboot: 'stays',
    stop: 'stays',
    end: 'stays',
    dns: 'stays',
    'host-key': 'stays',
    prune: 'stays',
    'long-work': 'goes-on',
    baseline: 'goes-on',
    'make-ready': 'goes-on',
    upgrade: 'goes-on',
    certificate: 'goes-on',
    order: 'goes-on',
    prepare: 'undone',
    recheck: 'undone',
    validate: 'undone',
    stage: 'undone',
    keep: 'undone',
    arm: 'undone',
    swap: 'undone',
    'follow-up': 'undone',
    /** A check of the machine that decides on a change which is not confirmed yet. */
    trial: 'undone',
    confirm: 'undone',
    revert: 'undone',
    settle: 'undone',
    /** Of another version of Drover. */
    other: 'stays',
};
function isStepKind(value) {
    return typeof value === 'string' && Object.hasOwn(stepKinds, value);
}


/***/ }),

/***/ 16602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ cleanUnion),
/* harmony export */   y: () => (/* binding */ cleanTexts)
/* harmony export */ });
/**
 * The value with every text in it cleaned, however deep it stands; keys are texts, too. Only what JSON has is looked
 * into: a `Buffer`, a class of ours or a function stays what it is.
 */
function cleanTexts(value, clean) {
    return cleanValue(value, { clean: remember(clean), keepsKind: false });
}
/** As `cleanTexts`; the `kind` of an object stays: it says which form of a union this is, from a closed list. */
function cleanUnion(value, clean) {
    return cleanValue(value, { clean: remember(clean), keepsKind: true });
}
function cleanValue(value, cleaning) {
    const { clean, keepsKind } = cleaning;
    if (typeof value === 'string')
        return clean(value);
    if (Array.isArray(value))
        return value.map((one) => cleanValue(one, cleaning));
    if (!isPlain(value))
        return value;
    const entries = Object.entries(value).map(([key, one]) => keepsKind && key === 'kind' ? [key, one] : [clean(key), cleanValue(one, cleaning)]);
    return Object.fromEntries(entries);
}
function isPlain(value) {
    return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
/** Keys and words come again and again. */
function remember(clean) {
    const known = new Map();
    return (text) => {
        const cleaned = known.get(text) ?? clean(text);
        known.set(text, cleaned);
        return cleaned;
    };
}


/***/ }),

/***/ 40509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AO: () => (/* binding */ logEventOf),
/* harmony export */   K2: () => (/* binding */ keysOfEvent),
/* harmony export */   kO: () => (/* binding */ eventOfKeys),
/* harmony export */   qz: () => (/* binding */ outcomeOfEvent),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _base_step_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70330);

/** An outcome as the ledger takes it. Of its steps the last one that failed is kept. */
function recordOf(outcome, { changes = [], over, facts, isNote = false, ...frame }) {
    const { machine, operation, kind, reason, message, durationMs, steps } = outcome;
    const failed = steps.findLast(({ status }) => status === 'failed');
    const more = facts === undefined ? {} : { facts };
    const step = failed === undefined ? {} : { step: { kind: failed.kind, text: failed.text } };
    const event = isNote ? { kind: 'note', ...more } : { kind: 'ended', ...step, ...more };
    return {
        ...frame,
        operation,
        machine,
        outcome: kind,
        reason,
        message,
        durationMs,
        changes,
        ...(over === undefined ? {} : { over }),
        ...(isNote || Object.keys(event).length > 1 ? { event } : {}),
    };
}
/** What `log/` keeps of a record. The record's own keys win over those of the operation. */
function logEventOf(record) {
    const { run } = record;
    return {
        ...(record.event === undefined ? {} : keysOfEvent(record.event)),
        time: record.time,
        machine: record.machine,
        operation: record.operation,
        outcome: record.outcome,
        reason: record.reason,
        message: record.message,
        duration_ms: Math.round(record.durationMs),
        config: record.config,
        run_id: run.id,
        run_attempt: run.attempt,
        ...(run.url === undefined ? {} : { run_url: run.url }),
        actor: run.actor,
        record: record.id,
    };
}
/** The outcome that a line of `log/` tells of, as far as it tells. */
function outcomeOfEvent(event) {
    const { machine, operation, outcome, reason, message, duration_ms, step } = event;
    const label = step === undefined ? undefined : labelOf(step, event.step_kind);
    return {
        machine,
        operation,
        kind: outcome,
        reason,
        message,
        steps: label === undefined ? [] : [{ ...label, status: 'failed' }],
        durationMs: duration_ms,
    };
}
/** What an event adds to the keys of its line; back by `eventOfKeys`. */
function keysOfEvent(event) {
    if (event.kind === 'note')
        return { ...event.facts, note: true };
    const { facts, step } = event;
    return { ...facts, ...(step === undefined ? {} : { step: step.text, step_kind: step.kind }) };
}
/** The event that has these keys, of this or an earlier version. */
function eventOfKeys({ note, step, step_kind: kind, ...facts }) {
    const more = Object.keys(facts).length === 0 ? {} : { facts };
    if (note === true)
        return { kind: 'note', ...more };
    return { kind: 'ended', ...(typeof step === 'string' ? { step: labelOf(step, kind) } : {}), ...more };
}
function labelOf(text, kind) {
    return { kind: (0,_base_step_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .isStepKind */ .P)(kind) ? kind : 'other', text };
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

/***/ 9163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makePushNow)
/* harmony export */ });
/* harmony import */ var _base_text_clean_texts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16602);
/* harmony import */ var _events_record_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40509);
/* harmony import */ var _record_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20797);



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
    return (task, note) => {
        waiting.push(toRecord(task, note));
        if (next === undefined) {
            next = last.then(pushWaiting);
            last = next.catch(() => undefined);
        }
        return next;
    };
}
function toRecord({ ports, machine: { name: machine }, operation }, { config, message, changes, over, event }) {
    return (0,_events_record_of_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOf */ .zv)({
        machine,
        operation,
        kind: 'changed',
        reason: 'done',
        message: ports.clean(message),
        steps: [],
        durationMs: 0,
    }, {
        id: (0,_record_id_js__WEBPACK_IMPORTED_MODULE_1__/* .newRecordId */ .L)(ports, { operation, machine }),
        run: ports.run,
        time: new Date(ports.clock.now()).toISOString(),
        config,
        changes,
        ...(over === undefined ? {} : { over }),
        facts: event === undefined ? undefined : (0,_base_text_clean_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .cleanTexts */ .y)(event, ports.clean),
        isNote: true,
    });
}


/***/ }),

/***/ 20797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ newRecordId)
/* harmony export */ });
/** Unique for this machine, operation, run and attempt, and for one that does the same twice. */
function newRecordId({ run, clock }, { operation, machine }) {
    const chance = Math.floor(clock.random() * 0xffffffff);
    return `${run.id}.${run.attempt}.${operation}.${machine}.${chance.toString(16).padStart(8, '0')}`;
}


/***/ })

};
