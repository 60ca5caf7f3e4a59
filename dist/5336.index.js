export const id = 5336;
export const ids = [5336];
export const modules = {

/***/ 3862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c9: () => (/* binding */ certificatePlaces),
/* harmony export */   p2: () => (/* binding */ certificateMark),
/* harmony export */   xz: () => (/* binding */ siteMark),
/* harmony export */   zk: () => (/* binding */ lineageFolders)
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
    /** Seconds since 1970, name and URL of each authorization that failed, one a line. */
    failures: '/var/lib/drover/certificates/failures',
    /** The order that is being placed, with the key of its certificate: beside what is captured, never in it. */
    keptOrder: '/var/lib/drover/certificates/kept-order.json',
    hook: '/etc/letsencrypt/renewal-hooks/deploy/drover-nginx',
    /** What Debian's timer for renewals is told beside. */
    timerSettings: '/etc/systemd/system/certbot.service.d/drover.conf',
    /** All CAs that the machine trusts by itself. */
    authorities: '/etc/ssl/certs/ca-certificates.crt',
    webroot: '/var/www/acme',
};
/** What is captured and restored; all else below /etc/letsencrypt is the machine's. */
const lineageFolders = ['accounts', 'archive', 'live', 'renewal'];
/** Begins each line of a unit that is for us. */
const certificateMark = 'drover-certificate';
/** The first line of a site that the role nginx_site made. */
const siteMark = '# Written by Drover, role nginx_site';


/***/ }),

/***/ 10708:
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

/***/ 43923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ runChecks)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/failure.js
var failure = __webpack_require__(87306);
// EXTERNAL MODULE: ./build/task/lock-holder.js
var lock_holder = __webpack_require__(80168);
// EXTERNAL MODULE: ./build/transaction/read-transaction.js + 1 modules
var read_transaction = __webpack_require__(78395);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
// EXTERNAL MODULE: ./build/transaction/shared-values.js
var shared_values = __webpack_require__(63549);
// EXTERNAL MODULE: ./build/transaction/transaction.js + 2 modules
var transaction = __webpack_require__(40864);
;// CONCATENATED MODULE: ./build/checks/commands/check-command.js




/**
 * Runs checks one after another as a transaction does, all of them whatever one gives, and prints what
 * `readTransaction` reads.
 */
function checkCommand(id, checks) {
    const words = checks.flatMap(({ name, command }) => [name, command]);
    return {
        argv: ['bash', '-s', '--', id, ...words],
        stdin: (0,program/* programText */.Q)('checks/checks.sh', { ...shared_values/* sharedValues */.w, ...transaction/* checkValues */.Xj }),
        inputMayShow: true,
    };
}
/** Past all that `count` checks may take: the last try of each begins before the end of its patience. */
function checkTimeoutMs(count) {
    const killSeconds = 5;
    const spareMs = 30_000;
    return count * (places/* seconds */.YA.checkRetry + places/* seconds */.YA.check + killSeconds) * 1000 + spareMs;
}

;// CONCATENATED MODULE: ./build/checks/run-checks.js






/**
 * All checks of the machine, one after another: the second may say what is wrong with the first. Each is a step,
 * judged as a transaction judges it. Answers with those that failed; a lost connection is thrown.
 */
async function runChecks(task, session) {
    const { machine, ports } = task;
    const { checks } = machine;
    if (checks.length === 0)
        return [];
    const { clock, signal } = ports;
    const id = (0,lock_holder/* newId */.S)(clock);
    let open;
    const listener = {
        onStep: (step) => {
            open = { label: { ...step, kind: 'check' }, startedMs: clock.elapsed() };
            task.stepStarted(open.label);
        },
        onStepDone: (step) => {
            open = undefined;
            task.stepDone({ ...step, kind: 'check' });
        },
        elapsed: () => clock.elapsed(),
    };
    const reader = (0,read_transaction/* readTransaction */.$)({ id, validations: [] }, listener);
    try {
        const ended = await session.exec(checkCommand(id, checks), {
            timeoutMs: checkTimeoutMs(checks.length),
            maxBytes: 4096,
            onLine: (line, stream) => stream === 'stdout' && reader.line(line),
            ...(signal === undefined ? {} : { signal }),
        });
        const { steps } = reader.result();
        if ((0,command/* succeeded */.g)(ended) && steps.length === checks.length) {
            return checks.flatMap(({ name }, index) => {
                const { status, detail } = steps[index] ?? { status: 'failed' };
                return status === 'ok' ? [] : [{ check: name, detail }];
            });
        }
        throw new errors/* DroverError */.F(`${machine.name}: the checks: ${(0,command/* describeEnd */.l)(ended)} before all were run: ${ended.stderr.toString('utf8').trim()}`, {
            reason: 'command-failed',
            hint: 'Ensure that bash and coreutils work on the machine, and that /tmp has room. Run the operation again.',
        });
    }
    catch (error) {
        if (open !== undefined) {
            const durationMs = Math.round(clock.elapsed() - open.startedMs);
            const detail = (0,failure/* asDroverError */.nN)(error).message;
            task.stepDone({ ...open.label, status: 'failed', durationMs, detail });
        }
        throw error;
    }
}


/***/ }),

/***/ 35322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/certificates/commands/read-certificate.js
var read_certificate = __webpack_require__(10708);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/certificates/commands/places.js
var places = __webpack_require__(3862);
;// CONCATENATED MODULE: ./build/certificates/commands/served.js


/** The certificate that a machine serves with, and its chain; whatever it comes from. */
const servedCertificateFile = `${places/* certificatePlaces */.c9.served}/fullchain.pem`;
/** Prints that file, or nothing when there is none. It is public; the key is not looked at. */
const servedCertificateCommand = (0,program/* programCommand */.O)('certificates/print-served.sh', {
    args: [servedCertificateFile],
});

// EXTERNAL MODULE: ./build/certificates/plan/judge-certificate.js
var judge_certificate = __webpack_require__(3076);
;// CONCATENATED MODULE: ./build/certificates/observe-certificate.js






/**
 * The certificate that the machine itself serves with, which its timer may have renewed since the branch was
 * told. Asks only a machine that is to have one, and can have it or had it.
 */
async function observeCertificate(task, session, { view }) {
    const { machine, ports } = task;
    const { certificate: desired } = machine;
    const isRecorded = view.snapshot.machines.get(machine.name)?.certificate !== undefined;
    if (desired === undefined || !(isRecorded || canBeHad(desired)))
        return { message: '' };
    const text = await task.step({ kind: 'observe', text: 'look at the certificate' }, async () => {
        const ended = await session.exec(servedCertificateCommand, connection_policy/* observeLimits */.H4);
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
    const known = { names, issuer, ...(0,judge_certificate/* spanOf */.ee)(found), from: desired.from };
    const { data, message, fault, warning } = (0,judge_certificate/* judgeCertificate */.Z9)(known, ports.clock.now());
    if (warning !== undefined)
        task.warn(warning);
    if (fault !== undefined)
        return { data, message: '', fault };
    const missing = desired.names.filter((name) => !isCovered(name, names));
    if (missing.length === 0)
        return { data, message: `, ${message}` };
    return { data, ...wrong(`the certificate is not for ${missing.map((name) => `"${name}"`).join(', ')}`) };
}
/** A certificate that was bought may have a wildcard where names are asked for. */
function isCovered(name, names) {
    return names.includes(name) || names.includes(name.replace(/^[^.]+/, '*'));
}
/** Nothing is ordered without the address of an account. */
function canBeHad(desired) {
    return desired.from !== 'acme' || desired.contact !== undefined;
}
function wrong(message) {
    const hint = 'Run "drover certbot" for the machine.';
    return { message: '', fault: { reason: 'drifted', message, hint } };
}

// EXTERNAL MODULE: ./build/checks/plan/failed-checks.js
var failed_checks = __webpack_require__(17951);
// EXTERNAL MODULE: ./build/checks/run-checks.js + 1 modules
var run_checks = __webpack_require__(43923);
// EXTERNAL MODULE: ./build/configure/observe-machine.js + 2 modules
var observe_machine = __webpack_require__(16033);
// EXTERNAL MODULE: ./build/configure/show-plan.js
var show_plan = __webpack_require__(27832);
// EXTERNAL MODULE: ./build/connection/open-connection.js
var open_connection = __webpack_require__(86218);
// EXTERNAL MODULE: ./build/desired/desired-machines.js + 1 modules
var desired_machines = __webpack_require__(220);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
;// CONCATENATED MODULE: ./build/operations/verify/verify.js
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
const verify = (0,operation/* fleetOperation */.o)({
    records: () => true,
    connects: true,
    prepare: async (ports, { view, machines }) => {
        const desired = await (0,desired_machines/* resolveDesired */.n)(ports, { view, machines });
        return (task) => verifyMachine(task, { view, desired });
    },
});
async function verifyMachine(task, { view, desired: flock }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = task;
        const session = __addDisposableResource(env_1, await (0,open_connection/* openConnection */.J)(task, (0,flock_view/* identityOf */.cu)(view, machine.name)), true);
        const desired = flock.of(machine.name);
        const { files, links } = desired;
        const { plan } = await (0,observe_machine/* observeMachine */.s)(task, session, { desired, allRoles: false });
        const failed = await (0,run_checks/* runChecks */.J)(task, session);
        const found = await observeCertificate(task, session, { view });
        const data = await (0,show_plan/* showPlan */.t)(task, session, { plan, secrets: flock.secrets });
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
    const broken = (0,failed_checks/* concludeChecks */.B4)(failed, 'observed');
    const ending = certificate.fault === undefined ? [] : [certificate.fault.message];
    const faults = [...(broken === undefined ? [] : [broken.message]), ...ending, ...drift];
    const links = count.links === 0 ? '' : `, ${(0,count_of/* countOf */.p)(count.links, 'link')}`;
    if (faults.length === 0) {
        return {
            kind: 'ok',
            reason: 'already-so',
            message: `as it should be: ${(0,count_of/* countOf */.p)(count.files, 'file')}${links}, ${(0,count_of/* countOf */.p)(count.checks, 'check')}${certificate.message}`,
            data,
        };
    }
    return {
        kind: 'failed',
        reason: broken?.reason ?? certificate.fault?.reason ?? 'drifted',
        message: faults.join('; '),
        hint: [
            ...(broken === undefined ? [] : [broken.hint]),
            ...(drift.length > 0 ? [driftHint] : []),
            ...(certificate.fault?.hint === undefined ? [] : [certificate.fault.hint]),
        ].join(' '),
        data,
    };
}
const driftHint = 'Put the desired state back with "drover configure", or take over what is there with "drover downloadconfig".';


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
