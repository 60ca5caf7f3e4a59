export const id = 3057;
export const ids = [3057];
export const modules = {

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
        if (definition.connects)
            ports.remote.prepare();
        const survey = await (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .readFlock */ ._D)(ports);
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

/***/ 50306:
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
    const whole = `the certificate of "${name}" ${phrase(text)}, until ${known.notAfter}`;
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
function phrase(text) {
    return text.startsWith('expired') ? text : `has ${text}`;
}
function hintFor({ from }) {
    if (from === 'secret')
        return 'Put a new certificate and key into their secrets, then run "drover certbot".';
    return `Run "drover certbot" for the machine, and read what certbot.timer on it says: it should have renewed long before ${_report_certificate_days_js__WEBPACK_IMPORTED_MODULE_0__/* .failureDays */ .Iu} days were left.`;
}


/***/ }),

/***/ 97695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   k_: () => (/* binding */ runCheck)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69477);



/** As long as a change waits for one check. */
const limits = { timeoutMs: 60_000, maxBytes: 16 * 1024 };
/** All checks of the machine, one after another: the second may say what is wrong with the first. Answers with the names of those that do not hold. */
async function runChecks(job, session) {
    const failed = [];
    for (const check of job.machine.checks) {
        if (!(await runCheck(job, session, check)))
            failed.push(check.name);
    }
    return failed;
}
/** Whether a check holds on the machine now. One that does not end in time does not; a lost connection is thrown. */
async function runCheck(job, session, { name, command }) {
    const { clock, signal } = job.ports;
    const step = `check ${name}`;
    const startedMs = clock.elapsed();
    const tell = (fault) => job.stepDone({
        name: step,
        status: fault === undefined ? 'ok' : 'failed',
        durationMs: Math.round(clock.elapsed() - startedMs),
        ...(fault === undefined ? {} : { detail: fault }),
    });
    job.stepStarted(step);
    try {
        const fault = await findFault(session, { command, signal });
        tell(fault);
        return fault === undefined;
    }
    catch (thrown) {
        tell((0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asDroverError */ .nN)(thrown).message);
        throw thrown;
    }
}
/** What is wrong, with what the command said; undefined when the check holds. */
async function findFault(session, { command, signal }) {
    try {
        const options = { ...limits, ...(signal === undefined ? {} : { signal }) };
        const ended = await session.exec({ argv: ['sh', '-c', command] }, options);
        if ((0,_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .succeeded */ .g)(ended))
            return undefined;
        const said = Buffer.concat([ended.stdout, ended.stderr]).toString('utf8');
        return `the command ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .describeEnd */ .l)(ended)}\n${said}`;
    }
    catch (thrown) {
        if (thrown instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && thrown.reason === 'timed-out')
            return thrown.message;
        throw thrown;
    }
}
function counted(count, what) {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
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

/***/ 25994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./build/operations/configure/show-plan.js
var show_plan = __webpack_require__(30951);
// EXTERNAL MODULE: ./build/operations/configure/survey-machine.js + 2 modules
var survey_machine = __webpack_require__(40688);
// EXTERNAL MODULE: ./build/operations/configure/wanted.js + 1 modules
var configure_wanted = __webpack_require__(81501);
// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/recipes/certificates/read-certificate.js
var read_certificate = __webpack_require__(93147);
// EXTERNAL MODULE: ./build/recipes/certificates/places.js
var places = __webpack_require__(42937);
;// CONCATENATED MODULE: ./build/recipes/certificates/served.js

/** The certificate that a machine serves with, and its chain; whatever it comes from. */
const servedCertificateFile = `${places/* certificatePlaces */.c9.served}/fullchain.pem`;
/** Prints that file, or nothing when there is none. It is public; the key is not looked at. */
const servedCertificateCommand = {
    argv: ['sh', '-c', `[ ! -e ${servedCertificateFile} ] || exec cat ${servedCertificateFile}`],
};

// EXTERNAL MODULE: ./build/operations/judge-certificate.js
var judge_certificate = __webpack_require__(50306);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
;// CONCATENATED MODULE: ./build/operations/find-certificate.js






/**
 * The certificate that the machine itself serves with, which its timer may have renewed since the branch was
 * told. Asks only a machine that is to have one, and can have it or had it.
 */
async function findCertificate(job, session, { survey }) {
    const { machine, ports } = job;
    const { certificate: wish } = machine;
    const isRecorded = survey.snapshot.machines.get(machine.name)?.certificate !== undefined;
    if (wish === undefined || !(isRecorded || canBeHad(wish)))
        return { message: '' };
    const text = await job.step('look at the certificate', async () => {
        const ended = await session.exec(servedCertificateCommand, sessions/* lookLimits */.QQ);
        if ((0,command/* succeeded */.g)(ended))
            return ended.stdout.toString('utf8');
        throw new errors/* DroverError */.F(`${machine.name}: "${servedCertificateFile}": cannot be read: ${(0,command/* describeEnd */.l)(ended)}`, { reason: 'command-failed' });
    });
    if (text.trim() === '')
        return wrong(`there is no certificate at "${servedCertificateFile}"`);
    const found = (0,read_certificate/* readCertificate */.w)(text);
    if (found === undefined)
        return wrong(`"${servedCertificateFile}" is no certificate`);
    const { names, issuer } = found;
    const known = { names, issuer, ...(0,judge_certificate/* spanOf */.ee)(found), from: wish.from };
    const { data, message, fault, warning } = (0,judge_certificate/* judgeCertificate */.Z9)(known, ports.clock.now());
    if (warning !== undefined)
        job.warn(warning);
    if (fault !== undefined)
        return { data, message: '', fault };
    const missing = wish.names.filter((name) => !isCovered(name, names));
    if (missing.length === 0)
        return { data, message: `, ${message}` };
    return { data, ...wrong(`the certificate is not for ${missing.map((name) => `"${name}"`).join(', ')}`) };
}
/** A certificate that was bought may have a wildcard where names are asked for. */
function isCovered(name, names) {
    return names.includes(name) || names.includes(name.replace(/^[^.]+/, '*'));
}
/** Nothing is ordered without the address of an account. */
function canBeHad(wish) {
    return wish.from !== 'acme' || wish.contact !== undefined;
}
function wrong(message) {
    const hint = 'Run "drover certbot" for the machine.';
    return { message: '', fault: { reason: 'drifted', message, hint } };
}

// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/operations/run-check.js
var run_check = __webpack_require__(97695);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
;// CONCATENATED MODULE: ./build/operations/verify.js
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








/** Looks whether machines still are what the branch asks for, and whether their checks hold. Changes nothing on them. */
const verify = (0,fleet_operation/* defineFleetOperation */.t)({
    records: () => true,
    connects: true,
    prepare: async (ports, { survey, machines }) => {
        const wanted = await (0,configure_wanted/* wantMachines */.v)(ports, { survey, machines });
        return (job) => verifyMachine(job, { survey, wanted });
    },
});
async function verifyMachine(job, { survey, wanted: flock }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = job;
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, (0,operations_survey/* identityOf */.cu)(survey, machine.name)), true);
        const wanted = flock.of(machine.name);
        const { files, links } = wanted;
        const { plan } = await (0,survey_machine/* surveyMachine */.Y)(job, session, { wanted, allRoles: false });
        const failed = await (0,run_check/* runChecks */.JT)(job, session);
        const found = await findCertificate(job, session, { survey });
        const data = await (0,show_plan/* showPlan */.t)(job, session, { plan, secrets: flock.secrets });
        return conclude({
            plan,
            failed,
            data: found.data === undefined ? data : { ...data, certificate: found.data },
            certificate: found,
            count: { files: files.length, links: links.length, checks: machine.checks.length },
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
/** A stamp that is older than the branch is no drift: nothing of what it speaks of differs. */
function conclude({ plan, failed, data, certificate, count }) {
    const paths = [
        ...plan.changes.map(({ file }) => file.destination),
        ...plan.removals.map(({ path }) => path),
        ...plan.links.map(({ link }) => link.path),
        ...plan.linkRemovals.map(({ path }) => path),
        ...plan.pending.map((role) => `role ${role}`),
    ];
    const drift = paths.length === 0 ? [] : [`differs from the branch: ${paths.join(', ')}`];
    const broken = failed.length === 0 ? [] : [`does not hold: ${failed.map((name) => `check ${name}`).join(', ')}`];
    const ending = certificate.fault === undefined ? [] : [certificate.fault.message];
    const faults = [...broken, ...ending, ...drift];
    const links = count.links === 0 ? '' : `, ${(0,run_check/* counted */.hS)(count.links, 'link')}`;
    if (faults.length === 0) {
        return {
            kind: 'ok',
            reason: 'already-so',
            message: `as it should be: ${(0,run_check/* counted */.hS)(count.files, 'file')}${links}, ${(0,run_check/* counted */.hS)(count.checks, 'check')}${certificate.message}`,
            data,
        };
    }
    return {
        kind: 'failed',
        reason: failed.length > 0 ? 'check-failed' : (certificate.fault?.reason ?? 'drifted'),
        message: faults.join('; '),
        hint: [
            ...(broken.length + drift.length > 0 ? [driftHint] : []),
            ...(certificate.fault?.hint === undefined ? [] : [certificate.fault.hint]),
        ].join(' '),
        data,
    };
}
const driftHint = 'Put the desired state back with "drover configure", or take over what is there with "drover downloadconfig".';


/***/ }),

/***/ 42937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c9: () => (/* binding */ certificatePlaces),
/* harmony export */   p2: () => (/* binding */ certificateMark),
/* harmony export */   xz: () => (/* binding */ siteMark),
/* harmony export */   zk: () => (/* binding */ lineageFolders),
/* harmony export */   zp: () => (/* binding */ digestFunction)
/* harmony export */ });
/** Where certificates are on a machine. */
const certificatePlaces = {
    letsencrypt: '/etc/letsencrypt',
    /** What is in use, whatever it comes from: `fullchain.pem` and `privkey.pem`, links through `current`. */
    served: '/etc/drover/tls',
    /** Link to the folder of the certificate in use: one rename switches certificate and key. */
    current: '/etc/drover/tls/current',
    /** Certificates that no ACME server gave: a folder for each, named for its content. */
    own: '/etc/drover/tls/own',
    /** Seconds since 1970 of each authorization that failed, one a line. */
    failures: '/var/lib/drover/certificates/failures',
    hook: '/etc/letsencrypt/renewal-hooks/deploy/drover-nginx',
    /** What Debian's timer for renewals is told beside. */
    timerSettings: '/etc/systemd/system/certbot.service.d/drover.conf',
    webroot: '/var/www/acme',
};
/** What is captured and restored; all else below /etc/letsencrypt is the machine's. */
const lineageFolders = ['accounts', 'archive', 'live', 'renewal'];
/** Begins each line of a unit that is for us. */
const certificateMark = 'drover-certificate';
/** The first line of a site that the role nginx_site made. */
const siteMark = '# Written by Drover, role nginx_site';
/** POSIX shell: prints one value for all that a capture holds, and nothing else; times do not count. */
const digestFunction = `lineage_digest() (
  cd ${certificatePlaces.letsencrypt} 2>/dev/null || exit 0
  set --; for folder in ${lineageFolders.join(' ')}; do [ ! -d "$folder" ] || set -- "$@" "$folder"; done
  [ "$#" -gt 0 ] || exit 0
  { find "$@" -printf '%y %m %U %G %p %l\\n' | LC_ALL=C sort
    find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum; } | sha256sum | cut -d ' ' -f 1
)
`;


/***/ }),

/***/ 93147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ certificatesOf),
/* harmony export */   w: () => (/* binding */ readCertificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Of the first certificate of a PEM text; undefined when there is none that can be read. */
function readCertificate(pem) {
    const [first] = certificatesOf(pem);
    if (first === undefined)
        return undefined;
    const type = first.publicKey.asymmetricKeyType;
    return {
        names: (first.subjectAltName ?? '')
            .split(', ')
            .flatMap((part) => (part.startsWith('DNS:') ? [part.slice('DNS:'.length).toLowerCase()] : []))
            .sort(),
        notBeforeMs: Date.parse(first.validFrom),
        notAfterMs: Date.parse(first.validTo),
        serial: first.serialNumber.toLowerCase(),
        issuer: first.issuer.split('\n').reverse().join(', '),
        key: type === 'ec' ? 'ecdsa' : type === 'rsa' ? 'rsa' : 'other',
        sha256: first.fingerprint256.replaceAll(':', '').toLowerCase(),
    };
}
/** All certificates of a PEM text, in order; empty when any of them cannot be read. */
function certificatesOf(pem) {
    const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    try {
        return blocks.map((block) => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(block));
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 24039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   ae: () => (/* binding */ listUndos),
/* harmony export */   e6: () => (/* binding */ generationScript),
/* harmony export */   qs: () => (/* binding */ undosKept),
/* harmony export */   zn: () => (/* binding */ places)
/* harmony export */ });
/** Where Drover keeps what it needs on a machine. */
const places = {
    /** Only root looks in here. */
    library: '/var/lib/drover',
    /** A folder for each transaction that is under way. */
    transactions: '/var/lib/drover/tx',
    /** The last few changes, newest last, as they can be undone. */
    undo: '/var/lib/drover/undo',
    /** Link to the transaction that has begun to change files and is not confirmed. Its removal is what makes a change last. */
    current: '/var/lib/drover/current',
    /** How the newest transaction ended: `ID changed` or `ID rolled-back WHY`. */
    last: '/var/lib/drover/last',
    /** Every path that Drover put here, one a line, see `encodeManaged`. */
    files: '/var/lib/drover/files',
    /** `ROLE DIGEST` a line: the roles that this machine has, as they were when they ran. */
    baseline: '/var/lib/drover/baseline',
    /** A folder for each kind of long work: what it needs, what it prints, how it ended. */
    transient: '/var/lib/drover/transient',
    /** `NAME/SHA256`: what links of artifacts lead to. */
    artifacts: '/var/lib/drover/artifacts',
    stamp: '/etc/drover/stamp.json',
    stampEnv: '/etc/drover/stamp.env',
    lock: '/run/drover/lock',
    holder: '/run/drover/holder',
    /** Id of the transaction that may write. */
    token: '/run/drover/token',
    /** A file here with the name of a point holds a transaction at that point until it is removed: for whoever wants to look, and for tests. */
    hold: '/run/drover/hold',
    recoverUnit: '/etc/systemd/system/drover-recover.service',
};
/**
 * Prints a word that is another one after each transaction, and while one is not decided. POSIX
 * shell; it starts a program only while a change is not decided.
 */
const generationScript = `undecided=; [ ! -L ${places.current} ] || undecided=$(readlink ${places.current})
decided=; [ ! -f ${places.last} ] || IFS= read -r decided <${places.last}
printf '%s %s' "$undecided" "$decided"`;
/**
 * How long things take on a machine, in seconds. The sums matter: a machine
 * that nobody confirms is back to the old files within 35 s, and a lock whose
 * holder died is free within 20 s.
 */
const seconds = {
    /** Silence of the holder after which it counts as dead; it speaks every 3 s. */
    heartbeat: 10,
    confirm: 20,
    validation: 120,
    followUp: 300,
    check: 60,
    /** For what follows a revert when nobody listens any more: the lock must come free. */
    lastFollowUp: 5,
    /** After the swap begins, how soon the machine looks whether its transaction still has somebody who cares. */
    watch: 5,
};
const undosKept = 3;
/** Prints the names of the kept changes, oldest first: `NUMBER-ID`, one a line. */
const listUndos = `ls ${places.undo} | grep -E '^[0-9]+-' | sort -n`;


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


/***/ })

};
