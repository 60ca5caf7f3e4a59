export const id = 4567;
export const ids = [4567];
export const modules = {

/***/ 80143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ captureIfChanged),
  z: () => (/* binding */ recordOf)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/certificates/certificate-file.js
var certificate_file = __webpack_require__(3633);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/certificates/commands/program-values.js
var program_values = __webpack_require__(99999);
;// CONCATENATED MODULE: ./build/certificates/commands/capture.js


/** What a machine that has served for years may hold, and a bound on what is read from one. */
const maxLineageBytes = 8 * 1024 * 1024;
/** Prints the digest, a newline, and the archive. */
const captureLineages = (0,program/* programCommand */.O)('certificates/capture.sh', {
    values: program_values/* digestValues */.t,
});
/** Undefined for an answer without a digest in front. */
function parseCapturedLineages(answer) {
    const digest = answer.subarray(0, 64).toString('latin1');
    if (!/^[0-9a-f]{64}$/.test(digest) || answer[64] !== 0x0a)
        return undefined;
    return { digest, archive: answer.subarray(65) };
}

// EXTERNAL MODULE: ./build/certificates/commands/places.js
var places = __webpack_require__(3862);
;// CONCATENATED MODULE: ./build/certificates/capture-lineages.js






/** Accounts and lineages of a machine, sealed, if they are not what the branch has. */
async function captureIfChanged(task, session, { observed, recorded, lineage }) {
    const there = observed.lineages.find(({ name }) => name === lineage);
    if (there?.facts === undefined || there.acme === undefined)
        return undefined;
    if (recorded?.from === 'acme' && recorded.lineage === lineage && observed.digest === recorded.sha256) {
        return undefined;
    }
    const { facts, acme } = there;
    return await task.step({ kind: 'capture', text: 'seal the certificate' }, async () => {
        const { digest, archive } = await readLineages(task, session);
        const sealed = await (await task.ports.seal()).seal(archive);
        const record = { ...recordOf(facts), from: 'acme', acme, lineage, sha256: digest };
        const { name } = task.machine;
        return { record, changes: [(0,certificate_file/* putSealedLineages */.WG)(name, sealed), (0,certificate_file/* putCertificate */.tS)(name, record)] };
    });
}
/** `certificate.json` of one that no ACME server gave. */
function recordOf(facts) {
    return {
        names: facts.names,
        notBefore: new Date(facts.notBeforeMs).toISOString(),
        notAfter: new Date(facts.notAfterMs).toISOString(),
        serial: facts.serial,
        issuer: facts.issuer,
        sha256: facts.sha256,
    };
}
async function readLineages({ machine, ports }, session) {
    const { signal } = ports;
    const ended = await session.exec(captureLineages, {
        ...connection_policy/* observeLimits */.H4,
        maxBytes: maxLineageBytes,
        ...(signal === undefined ? {} : { signal }),
    });
    const captured = parseCapturedLineages(ended.stdout);
    if ((0,command/* succeeded */.g)(ended) && !ended.truncated && captured !== undefined)
        return captured;
    const why = ended.truncated ? `holds more than ${maxLineageBytes} bytes` : (0,command/* describeEnd */.l)(ended);
    throw new errors/* DroverError */.F(`${machine.name}: ${places/* certificatePlaces */.c9.letsencrypt} could not be captured: ${why}`, {
        reason: 'capture-refused',
        hint: 'Run the operation again when certbot is not at work. If it holds more than certificates, take that away.',
    });
}


/***/ }),

/***/ 3633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RZ: () => (/* binding */ certificateIn),
/* harmony export */   WG: () => (/* binding */ putSealedLineages),
/* harmony export */   mm: () => (/* binding */ sealedLineagesPath),
/* harmony export */   tS: () => (/* reexport safe */ _ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_0__.tS)
/* harmony export */ });
/* harmony import */ var _ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66895);


/** Where the accounts and lineages of a machine are on the branch: a tar archive, sealed. */
function sealedLineagesPath(machine) {
    return (0,_ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_0__/* .machinePath */ .lg)(machine, 'sealed/letsencrypt.age');
}
/** Undefined where there is none; throws `invalid-ledger`. */
function certificateIn(tree, machine) {
    const file = (0,_ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_0__/* .machinePath */ .lg)(machine, 'certificate.json');
    const bytes = tree.get(file)?.bytes;
    return bytes === undefined ? undefined : (0,_ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCertificate */ .hB)(bytes.toString('utf8'), file);
}
function putSealedLineages(machine, bytes) {
    return { kind: 'put', path: sealedLineagesPath(machine), mode: '100644', bytes };
}


/***/ }),

/***/ 73906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ certifyMachine)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/connection/open-connection.js
var open_connection = __webpack_require__(86218);
// EXTERNAL MODULE: ./build/programs/program.js
var programs_program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/certificates/commands/places.js
var places = __webpack_require__(3862);
// EXTERNAL MODULE: ./build/certificates/commands/program-values.js
var program_values = __webpack_require__(99999);
;// CONCATENATED MODULE: ./build/certificates/commands/order.js



const attempts = 5;
/** Longer waits that an ACME server asks for are told, not waited for. */
const maxWaitSeconds = 120;
/** Of one name within an hour, before nothing is ordered for it: Let's Encrypt locks it out at five. */
const maxFailures = 3;
/** bash for a unit, and the files that it needs. Says `served FOLDER` when it is done. */
function orderScript(order) {
    const { desired, lineage } = order;
    const { acme, key: keyType, names } = desired;
    const zonesFor = desired.challenge === 'dns-route53' ? [...new Set(names.map(challengeName))] : [];
    const request = {
        arguments: certbotArguments(order),
        ...{ attempts, maxWaitSeconds, maxFailures, acme, keyType, lineage, names },
        zonesFor,
        ...(desired.challenge === 'webroot' ? { webroot: order.webroot } : {}),
        mark: places/* certificateMark */.p2,
        letsencrypt: places/* certificatePlaces */.c9.letsencrypt,
        keptOrder: places/* certificatePlaces */.c9.keptOrder,
        failures: places/* certificatePlaces */.c9.failures,
    };
    const python = (path, program) => ({
        path,
        mode: 0o600,
        bytes: Buffer.from((0,programs_program/* programText */.Q)(program)),
    });
    const script = (0,programs_program/* programText */.Q)('certificates/order.sh', {
        ...program_values/* serveValues */._,
        packages: packagesFor(desired).join(' '),
        lineage,
        webroot: desired.challenge === 'webroot' ? order.webroot : '',
        ca: desired.ca ?? '',
    });
    return {
        script,
        files: [
            python('order.py', 'certificates/order.py'),
            python('kept_order.py', 'certificates/kept_order.py'),
            python('machine_notes.py', 'certificates/machine_notes.py'),
            { path: 'order.json', mode: 0o600, bytes: Buffer.from(`${JSON.stringify(request)}\n`) },
        ],
    };
}
/** bash for a unit: what is there already is made the certificate in use. */
function serveScript({ folder, ca = '' }) {
    return (0,programs_program/* programText */.Q)('certificates/serve.sh', { ...program_values/* serveValues */._, folder, ca });
}
/** Where the proof of a name is looked for (RFC 8555, 8.4). */
function challengeName(name) {
    return `_acme-challenge.${name.replace(/^\*\./, '')}`;
}
function packagesFor({ challenge }) {
    if (challenge === 'nginx')
        return ['certbot', 'python3-certbot-nginx'];
    return challenge === 'dns-route53' ? ['certbot', 'python3-certbot-dns-route53'] : ['certbot'];
}
function certbotArguments({ desired, lineage, contact, webroot, isForced }) {
    const { names, acme, key, challenge } = desired;
    return [
        'certonly',
        '--non-interactive',
        '--agree-tos',
        '--no-eff-email',
        ...['--email', contact],
        ...['--server', acme],
        ...['--cert-name', lineage],
        ...names.flatMap((name) => ['--domain', name]),
        ...['--key-type', key],
        // Names that were asked for otherwise before are a change of this lineage, not another one.
        '--renew-with-new-domains',
        isForced ? '--force-renewal' : '--keep-until-expiring',
        ...(challenge === 'webroot' ? ['--webroot', '--webroot-path', webroot] : [`--${challenge}`]),
    ];
}

// EXTERNAL MODULE: ./build/certificates/commands/own.js
var own = __webpack_require__(49220);
;// CONCATENATED MODULE: ./build/certificates/commands/restore.js


/**
 * bash for a unit that puts captured lineages and accounts back, byte for byte. A lineage becomes one for certbot only
 * with the last file of it, below `renewal`, so that one that was cut off is looked at as none. What else lies in
 * /etc/letsencrypt stays. Says `restored DIGEST` of what is there then, and `served FOLDER`.
 */
function restoreScript({ lineage, archive, ca = '' }) {
    const values = { ...program_values/* serveValues */._, ...program_values/* digestValues */.t, lineage, ca };
    const script = (0,programs_program/* programText */.Q)('certificates/restore.sh', values);
    return { script, files: [{ path: 'lineages.tar', mode: 0o600, bytes: archive }] };
}

;// CONCATENATED MODULE: ./build/certificates/plan/limit-failures.js


const hourMs = 60 * 60 * 1000;
/**
 * Throws `too-many-failures` when one of the names failed three times within the hour, counted by what the machine and
 * what the branch remember. An order adds one failure for a name at most: Let's Encrypt locks it out at five.
 */
async function limitFailures({ ports, machine }, { names, observed, history }) {
    const nowMs = ports.clock.now();
    const events = await history({
        machines: [machine.name],
        since: new Date(nowMs - hourMs).toISOString().slice(0, 10),
        limit: 1000,
    });
    const full = fullNames(names, {
        nowMs,
        // The clock of the machine may be another.
        onMachine: observed.failures.map((one) => ({ ...one, atMs: one.atMs - observed.nowMs + nowMs })),
        onBranch: events.flatMap(readFailures),
    });
    if (full.length === 0)
        return;
    const told = full.map(({ name }) => `"${name}"`).join(', ');
    const when = new Date(Math.max(...full.map(({ freeMs }) => freeMs))).toISOString().slice(0, 16);
    throw new errors/* DroverError */.F(`${machine.name}: ${maxFailures} authorizations of ${told} failed within an hour: nothing is ordered before ${when}Z`, {
        reason: 'too-many-failures',
        hint: 'Mend what the failures said first. The ACME server locks a name out after a few more.',
    });
}
/** Keys for the event of a record in `log/`. Read again by `readFailures`. */
function failedEvent(failed) {
    if (failed.length === 0)
        return {};
    return { failed_authorizations: failed.length, failed_names: failed.map(({ name }) => name) };
}
/** What an event does not name counts for every name. */
function readFailures(event) {
    const { time, failed_authorizations: count = 0, failed_names: names = [] } = event;
    const atMs = Date.parse(time);
    const unnamed = Array.from({ length: count - names.length }, () => ({ atMs }));
    return [...names.map((name) => ({ atMs, name })), ...unnamed];
}
/** Pure: the names that failed three times within the hour, and when that is over for each. */
function fullNames(names, { nowMs, onMachine, onBranch }) {
    return names.flatMap((name) => {
        const full = [onMachine, onBranch].flatMap((failures) => {
            const newest = failures
                .filter((one) => one.atMs > nowMs - hourMs && (one.name ?? name) === name)
                .map(({ atMs }) => atMs)
                .sort((one, other) => other - one);
            return newest[maxFailures - 1] ?? [];
        });
        return full.length === 0 ? [] : [{ name, freeMs: Math.max(...full) + hourMs }];
    });
}

// EXTERNAL MODULE: ./build/base/failure.js
var failure = __webpack_require__(87306);
;// CONCATENATED MODULE: ./build/certificates/plan/explain-route53.js
/** Why the machine's certbot could not write in the zone, by what AWS or boto3 calls it. */
function explainRoute53({ code = '', text = '' }) {
    const said = `(${[code, text].filter(Boolean).join(': ')})`;
    if (code === 'NoZone') {
        return {
            reason: 'dns-failed',
            what: `no public hosted zone that the machine sees in Route 53 holds ${text}`,
            hint: "Ensure that the machine's AWS credentials are of the account that has the zone, and that the zone is public.",
        };
    }
    if (badCredentials.has(code)) {
        return {
            reason: 'no-credentials',
            what: `the machine has no AWS credentials that Route 53 takes ${said}`,
            hint: 'Give the machine a role (in EC2 the setting "instance-profile"), or put a current access key in /root/.aws/credentials: docs/certificates.md says how.',
        };
    }
    if (denials.has(code)) {
        return {
            reason: 'not-permitted',
            what: `Route 53 does not allow the machine what it needs ${said}`,
            hint: "Allow the machine's role or user what docs/aws/certificates-policy.json has.",
        };
    }
    if (unreachable.has(code)) {
        return {
            reason: 'provider-unreachable',
            what: `the machine does not reach Route 53 ${said}`,
            hint: 'Ensure that the machine may connect to route53.amazonaws.com over HTTPS, then run this again.',
        };
    }
    return {
        reason: 'dns-failed',
        what: `Route 53 did not do what certbot asked on the machine ${said}`,
        hint: 'Mend what Route 53 says; when it asked for fewer requests, run this again later.',
    };
}
// With capitals and no "Error" at the end: https://docs.aws.amazon.com/Route53/latest/APIReference/CommonErrors.html.
// The others are classes of botocore.exceptions.
const badCredentials = new Set([
    'NoCredentialsError',
    'PartialCredentialsError',
    'CredentialRetrievalError',
    'TokenRetrievalError',
    'ProfileNotFound',
    'ExpiredToken',
    'ExpiredTokenException',
    'IncompleteSignature',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'MissingAuthenticationToken',
    'RequestExpired',
    'SignatureDoesNotMatch',
    'UnrecognizedClientException',
]);
const denials = new Set(['AccessDenied', 'AccessDeniedException', 'NotAuthorizedException']);
const unreachable = new Set([
    'ConnectionClosedError',
    'ConnectTimeoutError',
    'EndpointConnectionError',
    'ProxyConnectionError',
    'ReadTimeoutError',
    'SSLError',
]);

;// CONCATENATED MODULE: ./build/certificates/plan/explain-order.js



/** Why a unit that ordered did not come to its end: one sentence, by what the ACME server said and what failed. */
function explainOrder(report, { machine, desired }) {
    const fail = (reason, what, hint) => new errors/* DroverError */.F(`${machine}: ${what}`, { reason, hint });
    if (report.uninstallable !== undefined) {
        return fail('missing-tool', `could not install ${report.uninstallable}`, 'Ensure that the machine reaches its package sources. The lines above are what apt-get said.');
    }
    if (report.lacksCa) {
        return fail('invalid-settings', `has no file ${desired.ca ?? ''}, which "certificate.ca" names`, 'Put the CA of the ACME server there, for example by files.yml, or leave "ca" out.');
    }
    const last = report.attempts.at(-1);
    if (last !== undefined && last.kind !== 'done')
        return explainAttempt(last, { machine, desired });
    const again = 'Run the operation again: it looks first and finishes what is missing.';
    return fail('follow-up-failed', report.failed ?? 'the order ended before it said how', again);
}
function explainAttempt(last, { machine, desired }) {
    const { detail = '', text = '' } = last;
    const said = detail === '' ? text : detail;
    const tries = last.attempt === 1 ? '' : ` (${last.attempt} attempts)`;
    const none = last.orders === 0 && last.resumed !== true ? ': nothing was ordered' : '';
    const fail = (reason, what, hint) => new errors/* DroverError */.F(`${machine}: ${what}`, { reason, hint });
    switch (last.kind) {
        case 'unreachable':
            return fail('acme-unreachable', `the ACME server at ${desired.acme} cannot be reached from the machine${tries}${none}`, 'Ensure that the address is right and that the machine may connect to it.');
        case 'untrusted':
            return fail('acme-unreachable', `the machine does not trust the ACME server at ${desired.acme}${none}`, 'For a server of your own, name the file with its CA: "certificate: { ca: PATH }". Otherwise ensure that ca-certificates is installed and the clock is right.');
        case 'no-directory':
            return fail('acme-unreachable', `${desired.acme} is no directory of an ACME server${none}`, 'Correct "certificate.acme", or wait if the server is being worked on.');
        case 'challenge': {
            const unproved = last.invalid.length === 0 ? (last.earlier ?? []) : last.invalid;
            const names = unproved.map(({ name, detail: why }) => `"${name}" (${why})`).join(', ');
            return fail('authorization-failed', `the ACME server could not prove ${names || 'a name'}`, `${proofHints[desired.challenge]} At most ${maxFailures} of a name may fail within an hour.`);
        }
        case 'limit':
            return fail('too-many-failures', `${maxFailures} authorizations of ${text} failed within an hour${none}`, 'Mend what the failures said first, then run this again when the hour is over. The ACME server locks a name out after a few more.');
        case 'busy':
            return fail('machine-locked', 'certbot is at work already on the machine', 'Run this again in a minute.');
        case 'slow':
            return fail('timed-out', `the ACME server did not finish the order in time${tries}`, 'Run this again.');
        case 'refused':
            return explainRefusal(last, { said, tries, none, fail });
        case 'dns': {
            const { reason, what, hint } = explainRoute53(last);
            return fail(reason, `${what}${none}`, hint);
        }
        default:
            return fail('command-failed', `certbot failed${tries}: ${said}`, 'The lines above are what it said; /var/log/letsencrypt/letsencrypt.log on the machine has more.');
    }
}
const overHttp = 'Ensure that the name leads to this machine everywhere, and that port 80 is open to all.';
const proofHints = {
    webroot: overHttp,
    nginx: overHttp,
    'dns-route53': "Ensure that the zone of the name is in Route 53 and is the one that the name's registrar names, and that the machine's role in AWS may change it.",
};
/** Errors that RFC 8555, 6.7, has for a request that no order was made of: those of the account itself. */
const accountTypes = ['unauthorized', 'accountDoesNotExist', 'malformed', 'badPublicKey'];
function explainRefusal(last, { said, tries, none, fail }) {
    const type = (last.type ?? '').replace(/^urn:ietf:params:acme:error:/, '');
    if (type === 'rateLimited' || last.status === 429) {
        const when = last.retryAfter === undefined ? '' : ` (it says: again after ${last.retryAfter})`;
        return fail('acme-limited', `the ACME server asks to wait${when}: ${said}`, 'Wait until then. Use "acme: staging" for trials.');
    }
    if (none !== '' && accountTypes.includes(type)) {
        return fail('acme-account', `the ACME server does not take the account that the machine has: ${said}${none}`, 'If it was deactivated or its key was replaced, remove its folder below /etc/letsencrypt/accounts on the machine and run this again: another account is made.');
    }
    if (type === 'invalidContact' || type === 'unsupportedContact') {
        return fail('acme-account', `the ACME server does not take the contact: ${said}`, 'Correct "certificate.contact".');
    }
    return fail('acme-refused', `the ACME server refused the order${tries}: ${said}${type === '' ? '' : ` (${type})`}`, 'If it says that it is busy or out of order, run this again later.');
}

// EXTERNAL MODULE: ./build/certificates/plan/order-events.js
var order_events = __webpack_require__(49771);
// EXTERNAL MODULE: ./build/certificates/plan/registered-domain.js
var registered_domain = __webpack_require__(3938);
;// CONCATENATED MODULE: ./build/certificates/plan/order-end.js





/** Pure: what became of an order, by what the unit said. */
function outcomeOfOrder({ report, isDone }, { placed, desired }) {
    const { attempts } = report;
    const isHad = attempts.at(-1)?.kind === 'done';
    const orders = attempts.reduce((sum, one) => sum + one.orders, 0);
    const hasOrdered = orders > 0 || attempts.some(({ resumed }) => resumed);
    const event = {
        attempts: attempts.length,
        orders,
        ...(0,order_events/* orderEvent */.RU)(placed, registered_domain/* registeredDomain */.t),
        ordered: hasOrdered && isHad,
        ...failedEvent(attempts.flatMap(({ earlier = [], invalid }) => [...earlier, ...invalid])),
    };
    if (isHad) {
        // What the server gave is kept before anything is said of what went wrong behind it.
        const unserved = isDone ? [] : [`not yet served (${report.failed ?? 'cut off'})`];
        return {
            kind: 'done',
            said: [hasOrdered ? 'ordered' : 'kept', ...unserved],
            ...(hasOrdered ? { event } : {}),
        };
    }
    const error = explainOrder(report, { machine: placed.machine, desired });
    return {
        kind: 'failed',
        outcome: {
            kind: (0,failure/* kindOfFailure */.uq)(error.reason),
            reason: error.reason,
            message: error.message.replace(`${placed.machine}: `, ''),
            ...(error.hint === undefined ? {} : { hint: error.hint }),
            event,
        },
    };
}

// EXTERNAL MODULE: ./build/certificates/plan/plan-certificate.js
var plan_certificate = __webpack_require__(26624);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/task/answer-of.js
var answer_of = __webpack_require__(69816);
;// CONCATENATED MODULE: ./build/certificates/commands/probe.js

/** RFC 8555, 8.3: where an ACME server asks. */
const folder = '.well-known/acme-challenge';
function probePath(token) {
    return `/${folder}/${token}`;
}
function putProbe({ webroot, token }) {
    return (0,programs_program/* programCommand */.O)('certificates/put-probe.sh', { args: [`${webroot}/${folder}`, token] });
}
function dropProbe({ webroot, token }) {
    return { argv: ['rm', '-f', '--', `${webroot}/${folder}/${token}`] };
}

;// CONCATENATED MODULE: ./build/certificates/preflight.js




/**
 * Whether an ACME server would find this machine at each name, seen from here. Throws `name-elsewhere` or
 * `probe-unanswered`, so that nothing is ordered that cannot come. Names that are proved over DNS are not looked at.
 */
async function checkReach(task, flight) {
    if (flight.desired.challenge === 'dns-route53')
        return;
    await task.step({ kind: 'observe', text: 'look from outside' }, async () => {
        const addresses = await resolveNames(task, flight);
        await probe(task, flight, addresses);
    });
}
const nothingOrdered = 'nothing was ordered';
/** Each name with the address at which this machine is known. */
async function resolveNames({ ports, machine }, { identity, desired }) {
    const own = await ports.outside.addressesOf(identity.address);
    const found = new Map();
    for (const name of desired.names) {
        const addresses = await ports.outside.addressesOf(name).catch((cause) => {
            throw new errors/* DroverError */.F(`${machine.name}: "${name}" cannot be looked up, so ${nothingOrdered}`, {
                reason: 'name-elsewhere',
                hint: 'Ensure that the name servers of this computer answer, then run this again.',
                cause,
            });
        });
        const elsewhere = addresses.filter((address) => !own.includes(address) && address !== identity.address);
        const [first] = addresses;
        if (first === undefined || elsewhere.length === addresses.length) {
            const where = first === undefined ? 'has no address' : `leads to ${addresses.join(', ')}`;
            const here = first === undefined ? `this machine is at ${identity.address}` : `not to ${identity.address}`;
            throw new errors/* DroverError */.F(`${machine.name}: "${name}" ${where}, ${here}: ${nothingOrdered}`, {
                reason: 'name-elsewhere',
                hint: `Point "${name}" to ${identity.address}, wait until its name servers say so, then run this again.`,
            });
        }
        if (elsewhere.length > 0) {
            throw new errors/* DroverError */.F(`${machine.name}: "${name}" leads to ${elsewhere.join(', ')}, too: ${nothingOrdered}`, {
                reason: 'name-elsewhere',
                hint: 'The ACME server may ask any of its addresses. Let the name lead to this machine only, or prove it over DNS ("challenge: dns-route53").',
            });
        }
        found.set(name, first);
    }
    return found;
}
async function probe(task, { session, desired, webroot }, addresses) {
    const { ports, machine } = task;
    const token = `drover-${(0,external_node_crypto_.randomBytes)(16).toString('hex')}`;
    const subject = `${machine.name}: the probe for port 80`;
    const hint = `Ensure that ${webroot} can be written.`;
    const isWebroot = desired.challenge === 'webroot';
    if (isWebroot)
        await (0,answer_of/* answerOf */.u)(session, { command: putProbe({ webroot, token }), subject, hint });
    try {
        for (const [name, address] of addresses) {
            const path = probePath(token);
            const answer = await ports.outside.page({ name, address, path });
            const wrong = wrongAnswer(answer, isWebroot ? token : undefined);
            if (wrong === undefined)
                continue;
            throw new errors/* DroverError */.F(`${machine.name}: http://${name}/ ${wrong}: ${nothingOrdered}`, {
                reason: 'probe-unanswered',
                hint: `Open port 80 of the machine to everybody, and let its web server answer below /.well-known/acme-challenge/ from ${webroot}: the role nginx_site does.`,
            });
        }
    }
    finally {
        if (isWebroot)
            await session.exec(dropProbe({ webroot, token }), { timeoutMs: 30_000 }).catch(() => undefined);
    }
}
/** Undefined when the answer is this machine's; without a token any answer is. */
function wrongAnswer(answer, token) {
    if (answer.kind === 'silent') {
        const why = answer.code === 'ECONNREFUSED' ? 'nothing listens there' : answer.code;
        return `does not answer on port 80 (${why})`;
    }
    if (token === undefined || (answer.status === 200 && answer.text.trim() === token))
        return undefined;
    if (answer.status !== 200)
        return `does not give what lies below the webroot (status ${answer.status})`;
    return 'gives something else than what lies below the webroot: another machine may answer there';
}

// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/certificates/certificate-file.js
var certificate_file = __webpack_require__(3633);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/certificates/commands/check-archive.js


/**
 * Everything for which an archive must not be unpacked into /etc/letsencrypt: a path outside of the captured
 * folders, a link that leads out of them, anything but files, folders and symbolic links, a path below a link, a
 * path twice.
 */
function findWrongEntries(entries) {
    const seen = new Set();
    const links = new Set(entries.filter(({ type }) => type === 'symlink').map(({ path }) => plain(path)));
    const wrong = entries.flatMap((entry) => {
        const path = plain(entry.path);
        const why = seen.has(path) ? 'is there twice' : wrongEntry(entry, links);
        seen.add(path);
        return why === undefined ? [] : [`${JSON.stringify(entry.path).slice(0, 200)} ${why}`];
    });
    return entries.length === 0 ? ['it is empty'] : wrong;
}
function wrongEntry({ path, type, link }, links) {
    if (!isInside(plain(path)))
        return 'is no path of a lineage';
    if (type === 'other')
        return 'is no file, folder or symbolic link';
    const parents = plain(path).split('/');
    if (parents.some((_, at) => at > 0 && links.has(parents.slice(0, at).join('/'))))
        return 'is below a link';
    if (type !== 'symlink')
        return undefined;
    const target = link ?? '';
    if (target.startsWith('/') || target === '' || /[\0-\x1f\x7f]/.test(target))
        return 'is a link out of it';
    return isInside(external_node_path_.posix.join(external_node_path_.posix.dirname(plain(path)), target)) ? undefined : 'is a link out of it';
}
function plain(path) {
    return path.replace(/\/$/, '');
}
/** Relative, normalised, and in one of the captured folders. */
function isInside(path) {
    if (/[\0-\x1f\x7f]/.test(path) || external_node_path_.posix.normalize(path) !== path)
        return false;
    return places/* lineageFolders */.zk.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

;// CONCATENATED MODULE: ./build/certificates/restore-lineages.js




/** The sealed archive of a machine, opened and checked; throws `invalid-ledger`. */
async function decryptLineages({ machine, ports }, { snapshot }) {
    const file = (0,certificate_file/* sealedLineagesPath */.mm)(machine.name);
    const bytes = snapshot.tree.get(file)?.bytes ?? Buffer.alloc(0);
    const archive = await (await ports.seal()).open(bytes);
    const wrong = findWrongEntries(await (0,tar/* listTar */.wl)(archive));
    if (wrong.length === 0)
        return archive;
    throw new errors/* DroverError */.F(`${file}: is not unpacked: ${wrong.slice(0, 3).join('; ')}`, {
        reason: 'invalid-ledger',
        at: { file },
        hint: `Restore the last good version: "git log -- ${file}" on the config branch shows them. Without the file another certificate is ordered.`,
    });
}

// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/long-work/run-long-work.js + 2 modules
var run_long_work = __webpack_require__(31950);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/certificates/commands/read-unit.js


function readUnit({ onStep }) {
    const attempts = [];
    const said = new Map();
    return {
        line: (text) => {
            const [, word, rest = ''] = new RegExp(`^${places/* certificateMark */.p2} (\\S+) ?(.*)$`).exec(text) ?? [];
            if (word === undefined)
                return false;
            said.set(word, rest);
            if (word === 'installing')
                onStep(`install${rest}`);
            if (word === 'ordering')
                onStep('order');
            const attempt = word === 'attempt' ? parseAttempt(rest) : undefined;
            if (attempt !== undefined)
                attempts.push(attempt);
            if (attempt?.waitSeconds !== undefined) {
                onStep(`order again in ${Math.round(attempt.waitSeconds)} s: ${attempt.type || attempt.kind}`);
            }
            return true;
        },
        result: () => ({
            attempts,
            ...given(said, 'served'),
            ...given(said, 'restored'),
            ...given(said, 'failed'),
            ...given(said, 'uninstallable'),
            lacksCa: said.has('lacks-ca'),
        }),
    };
}
function given(said, word) {
    const rest = said.get(word);
    return rest === undefined ? {} : { [word]: rest.trim() };
}
function parseAttempt(text) {
    try {
        return attemptSchema.parse(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
const line = schemas/* string */.YjP();
const unproved = schemas/* object */.Ikc({ name: line, type: line, detail: line });
const attemptSchema = schemas/* object */.Ikc({
    kind: schemas/* enum */.k5n([
        'done',
        'refused',
        'challenge',
        'limit',
        'unreachable',
        'untrusted',
        'no-directory',
        'slow',
        'busy',
        'dns',
        'certbot',
    ]),
    attempt: schemas/* int */.Whr().min(1),
    orders: schemas/* int */.Whr().min(0),
    resumed: schemas/* boolean */.zMY().optional(),
    invalid: schemas/* array */.YOg(unproved),
    earlier: schemas/* array */.YOg(unproved).optional(),
    text: line.optional(),
    type: line.optional(),
    detail: line.optional(),
    code: line.optional(),
    status: schemas/* int */.Whr().optional(),
    retryAfter: line.optional(),
    waitSeconds: schemas/* number */.aig().optional(),
});

;// CONCATENATED MODULE: ./build/certificates/run-unit.js




/** Packages, five attempts, and what they wait for. */
const timeoutSeconds = 45 * 60;
/** Work on a machine's certificates as a unit that goes on when the connection or this process ends. */
async function runUnit(task, { connection, script, files }) {
    const reader = readUnit({ onStep: (name) => task.stepStarted({ kind: 'certificate', text: name }) });
    // A file may be a secret, which a digest must not tell: what the script says of it is enough.
    const told = files.filter(({ path }) => path === 'order.json').map(({ bytes }) => bytes.toString('utf8'));
    const code = await (0,run_long_work/* runTransient */.W)(task, connection, {
        kind: 'certificate',
        key: (0,digest/* sha256 */.s)(JSON.stringify([script, told])),
        script,
        files,
        timeoutSeconds,
        onLine: (line) => {
            if (!reader.line(line))
                task.output(line, 'stdout');
        },
    });
    const report = reader.result();
    return { report, isDone: code === 0 && report.served !== undefined };
}
/** Of a unit that ordered nothing. */
function unitFailure({ machine }, { failed, uninstallable }) {
    const what = uninstallable === undefined ? failed : `lacks the program ${uninstallable}`;
    return new errors/* DroverError */.F(`${machine.name}: the certificate could not be put: ${what ?? 'the unit ended before it said how'}`, {
        reason: uninstallable === undefined ? 'follow-up-failed' : 'missing-tool',
        hint: 'Mend what it says, then run the operation again: it looks first and finishes what is missing.',
    });
}

;// CONCATENATED MODULE: ./build/certificates/apply-certificate-plan.js












/** Does what the plan says; answers with an outcome only when an order failed. Other failures are thrown. */
async function applyCertificatePlan(task, around) {
    const { plan, desired, progress } = around;
    switch (plan.kind) {
        case 'nothing':
            return undefined;
        case 'serve':
            await runOrThrow(task, around, {
                script: serveScript({ folder: plan.folder, ...caOf(around) }),
                files: [],
            });
            progress.done.push('is served now');
            return undefined;
        case 'restore':
            await restore(task, around);
            return undefined;
        case 'order':
            return desired.from === 'acme'
                ? await order(task, { ...around, desired, isForced: plan.isForced })
                : undefined;
        case 'make':
            if (desired.from !== 'self-signed')
                return undefined;
            await runOrThrow(task, around, (0,own/* selfSignedScript */.c3)(desired, plan.id));
            progress.isForced = false;
            progress.done.push('made, self-signed');
            return undefined;
        case 'put':
            if (desired.from !== 'secret')
                return undefined;
            await runOrThrow(task, around, (0,own/* givenScript */.R_)({ id: plan.id, ...around.given(desired) }));
            progress.done.push('put from secrets');
            return undefined;
    }
}
function caOf({ desired }) {
    return desired.from === 'acme' && desired.ca !== undefined ? { ca: desired.ca } : {};
}
async function runOrThrow(task, { connection, plan }, work) {
    const names = { serve: 'serve', restore: 'restore', make: 'make', put: 'put', order: 'order', nothing: '' };
    return await task.step({ kind: 'certificate', text: `${names[plan.kind]} the certificate` }, async () => {
        const { report, isDone } = await runUnit(task, { connection, ...work });
        if (!isDone)
            throw unitFailure(task, report);
        return report;
    });
}
async function restore(task, around) {
    const { view, progress, observed, desired } = around;
    const { recorded } = progress;
    progress.isRestorable = false;
    if (recorded?.lineage === undefined)
        return;
    const archive = await decryptLineages(task, view);
    const { lineage, sha256: digest } = recorded;
    const report = await runOrThrow(task, around, restoreScript({ lineage, archive, ...caOf({ ...around, desired }) }));
    // With others beside it the whole is another.
    if (observed.digest === undefined && report.restored !== digest) {
        throw new errors/* DroverError */.F(`${task.machine.name}: what was restored is not what was captured`, {
            reason: 'follow-up-failed',
            hint: `Ensure that the disk of the machine is sound, remove ${places/* certificatePlaces */.c9.letsencrypt} there and run this again.`,
        });
    }
    progress.done.push('restored');
}
async function order(task, { connection, desired, isForced, ...around }) {
    const { machine } = task;
    const { contact } = desired;
    if (contact === undefined) {
        throw new errors/* DroverError */.F(`${machine.name}: no contact is given for the ACME account: nothing was ordered`, {
            reason: 'missing-contact',
            hint: 'Add "contact: ADDRESS" to "certificate" in flock.yml.',
        });
    }
    await limitFailures(task, { names: desired.names, observed: around.observed, history: around.history });
    const webroot = webrootOf(task);
    await checkReach(task, { session: connection, identity: connection.identity, desired, webroot });
    const placed = {
        machine: machine.name,
        names: desired.names,
        acme: desired.acme,
        isRenewal: isRenewal(desired, around),
        atMs: task.ports.clock.now(),
    };
    around.budget.spend(placed);
    const script = orderScript({ desired, lineage: (0,plan_certificate/* lineageOf */.b)(desired), contact, webroot, isForced });
    const unit = await task.step({ kind: 'order', text: 'order' }, () => runUnit(task, { connection, ...script }), {
        isFailed: ({ report }) => report.attempts.at(-1)?.kind !== 'done',
    });
    const end = outcomeOfOrder(unit, { placed, desired });
    if (end.kind === 'failed')
        return end.outcome;
    around.progress.isForced = false;
    if (end.event !== undefined)
        around.progress.hasOrdered = end.event;
    around.progress.done.push(...end.said);
    return undefined;
}
/** As the certificate authority sees it: it has issued one for just these names. */
function isRenewal({ names, acme }, { observed, progress }) {
    const { recorded } = progress;
    const known = [
        ...observed.lineages.map((one) => ({ names: one.facts?.names ?? [], acme: one.acme })),
        ...(recorded === undefined ? [] : [{ names: recorded.names, acme: recorded.acme }]),
    ];
    return known.some((one) => one.acme === acme && (0,order_events/* isSameNames */.Bi)(one.names, names));
}
const plainPath = /^(?:\/(?!\.\.?(?:\/|$))[A-Za-z0-9._-]+)+$/;
/** The role nginx_site answers from there, wherever its variable says. */
function webrootOf({ machine }) {
    const given = machine.vars.nginx_site_acme_root;
    return typeof given === 'string' && plainPath.test(given) ? given : places/* certificatePlaces */.c9.webroot;
}

// EXTERNAL MODULE: ./build/certificates/capture-lineages.js + 1 modules
var capture_lineages = __webpack_require__(80143);
// EXTERNAL MODULE: ./build/certificates/observe-certificates.js + 1 modules
var observe_certificates = __webpack_require__(99456);
// EXTERNAL MODULE: ./build/certificates/plan/judge-certificate.js
var judge_certificate = __webpack_require__(3076);
;// CONCATENATED MODULE: ./build/certificates/certify-machine.js
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











/** Restored, ordered, served: no machine needs more, and one more look that finds nothing to do. */
const maxRounds = 4;
/**
 * Gives one machine the certificate that it is to have. Looks again after each act, so that what is told at the end
 * is what was found. Cut off anywhere, the next run goes on from what it finds: an order that the machine has
 * begun goes on without us, and one that it has finished is found as a certificate.
 */
async function certifyMachine(task, work) {
    const { machine, ports } = task;
    const desired = machine.certificate;
    if (desired === undefined) {
        return { kind: 'ok', reason: 'already-so', message: 'flock.yml asks for no certificate' };
    }
    const identity = (0,flock_view/* identityOf */.cu)(work.view, machine.name);
    const { tree } = work.view.snapshot;
    const isSealed = tree.has((0,certificate_file/* sealedLineagesPath */.mm)(machine.name));
    const progress = {
        recorded: (0,certificate_file/* certificateIn */.RZ)(tree, machine.name),
        isRestorable: isSealed,
        isForced: work.isForced,
        done: [],
    };
    for (let round = 0; round < maxRounds; round += 1) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const connection = __addDisposableResource(env_1, await (0,open_connection/* openConnection */.J)(task, identity), true);
            const observed = await task.step({ kind: 'observe', text: 'look at certificates' }, () => (0,observe_certificates/* observeCertificates */.z)(task, connection));
            const plan = (0,plan_certificate/* planCertificate */.X)({
                desired,
                observed,
                sealed: progress.isRestorable ? progress.recorded : undefined,
                nowMs: ports.clock.now(),
                isForced: progress.isForced,
                given: desired.from === 'secret' ? work.given(desired).sha256 : undefined,
            });
            if (work.isDryRun)
                return tellPlan(plan, observed);
            if (progress.hasOrdered)
                await keepOrder(task, connection, { work, desired, observed, progress });
            if (plan.kind === 'nothing')
                return await conclude(task, connection, { desired, observed, progress });
            const failed = await applyCertificatePlan(task, {
                ...work,
                connection,
                desired,
                observed,
                plan,
                progress,
            });
            if (failed !== undefined)
                return failed;
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
    throw new errors/* DroverError */.F(`${machine.name}: the certificate was put and is not what is asked for`, {
        reason: 'follow-up-failed',
        hint: 'Look at what "drover certbot --dry-run" says of the machine: something else may change it.',
    });
}
function tellPlan(plan, observed) {
    if (plan.kind === 'nothing')
        return alreadySo(observed);
    const words = {
        serve: () => 'would serve the certificate that is there',
        restore: (why) => `would restore what the branch has sealed: ${why}`,
        order: (why) => `would order a certificate: ${why}`,
        make: () => 'would make a self-signed certificate',
        put: () => 'would put the certificate that the secrets hold',
    };
    return { kind: 'ok', reason: 'planned', message: words[plan.kind]('why' in plan ? plan.why : '') };
}
/** On the branch before anything else is done: what was ordered counts, and must not be ordered again. */
async function keepOrder(task, session, { work, desired, observed, progress }) {
    const captured = await (0,capture_lineages/* captureIfChanged */.C)(task, session, {
        observed,
        recorded: progress.recorded,
        lineage: (0,plan_certificate/* lineageOf */.b)(desired),
    });
    await task.step({ kind: 'record', text: 'record the order' }, () => work.pushNow(task, {
        config: work.view.snapshot.commit,
        message: `ordered a certificate for ${desired.names.join(', ')}`,
        changes: captured?.changes ?? [],
        ...(progress.hasOrdered === undefined ? {} : { event: progress.hasOrdered }),
    }));
    progress.hasOrdered = undefined;
    progress.isRestorable = false;
    if (captured !== undefined)
        progress.recorded = captured.record;
}
async function conclude(task, session, { desired, observed, progress }) {
    for (const file of observed.rewritten) {
        task.warn(`${file} was written by certbot: the role nginx_site, or a file of files.yml, can take its place`);
    }
    const facts = observed.served?.facts;
    const { done, recorded } = progress;
    const captured = desired.from === 'acme'
        ? await (0,capture_lineages/* captureIfChanged */.C)(task, session, { observed, recorded, lineage: (0,plan_certificate/* lineageOf */.b)(desired) })
        : recordOwn(task, { desired, facts, recorded });
    if (captured !== undefined && done.length === 0)
        done.push('recorded what is there');
    const ended = done.length === 0
        ? alreadySo(observed)
        : {
            kind: 'changed',
            reason: 'done',
            message: `certificate ${done.join(', ')}; ${until(facts)}`,
            ...(captured === undefined ? {} : { changes: captured.changes }),
            ...renewedEvent(captured?.record, recorded),
        };
    return facts === undefined ? ended : judged(task, { ended, facts, desired });
}
/** What the timer of the machine renewed, or a run ordered that ended before it could say so, counts as ordered. */
function renewedEvent(found, recorded) {
    if (found?.acme === undefined || found.serial === recorded?.serial)
        return {};
    const { acme, names, notBefore } = found;
    const isRenewal = recorded?.acme === acme && (0,order_events/* isSameNames */.Bi)(recorded.names, names);
    return { event: (0,order_events/* orderEvent */.RU)({ names, acme, isRenewal, atMs: Date.parse(notBefore) }, registered_domain/* registeredDomain */.t) };
}
/** What is done is done; that the certificate ends all the same is a failure. */
function judged(task, { ended, facts, desired, }) {
    const { names, issuer } = facts;
    const known = { names, issuer, ...(0,judge_certificate/* spanOf */.ee)(facts), from: desired.from };
    const { data, fault, warning } = (0,judge_certificate/* judgeCertificate */.Z9)(known, task.ports.clock.now());
    if (warning !== undefined)
        task.warn(warning);
    return {
        ...ended,
        data: { kind: 'certificate', certificate: data },
        ...(fault === undefined ? {} : { kind: 'failed', ...fault }),
    };
}
function recordOwn({ machine }, { desired, facts, recorded, }) {
    if (facts === undefined || (recorded?.from === desired.from && recorded.sha256 === facts.sha256))
        return undefined;
    return { changes: [(0,certificate_file/* putCertificate */.tS)(machine.name, { ...(0,capture_lineages/* recordOf */.z)(facts), from: desired.from })] };
}
function alreadySo({ served }) {
    return { kind: 'ok', reason: 'already-so', message: `certificate ${until(served?.facts)}` };
}
function until(facts) {
    if (facts === undefined)
        return 'cannot be read';
    return `is good until ${new Date(facts.notAfterMs).toISOString().slice(0, 10)}`;
}


/***/ }),

/***/ 49220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R_: () => (/* binding */ givenScript),
/* harmony export */   c3: () => (/* binding */ selfSignedScript),
/* harmony export */   vY: () => (/* binding */ ownFolder)
/* harmony export */ });
/* harmony import */ var _programs_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34472);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3862);
/* harmony import */ var _program_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99999);



/** As long as browsers take one that they are told to trust. */
const selfSignedDays = 397;
/** The folder of a certificate that no ACME server gave; `id` tells it from others. */
function ownFolder(id) {
    return `${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.own}/${id}`;
}
/** Makes key and certificate on the machine; the key never leaves it. */
function selfSignedScript({ names, key }, id) {
    const script = (0,_programs_program_js__WEBPACK_IMPORTED_MODULE_0__/* .programText */ .Q)('certificates/self-signed.sh', {
        ..._program_values_js__WEBPACK_IMPORTED_MODULE_2__/* .serveValues */ ._,
        folder: ownFolder(id),
        new_key: key === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
        days: selfSignedDays,
        common_name: names[0]?.slice(0, 64) ?? '',
        alternative_names: names.map((name) => `DNS:${name}`).join(','),
    });
    return { script, files: [] };
}
/** Puts a certificate that came from elsewhere; its key travels as a file of the unit. */
function givenScript({ id, certificate, key }) {
    return {
        script: (0,_programs_program_js__WEBPACK_IMPORTED_MODULE_0__/* .programText */ .Q)('certificates/given.sh', { ..._program_values_js__WEBPACK_IMPORTED_MODULE_2__/* .serveValues */ ._, folder: ownFolder(id) }),
        files: [
            { path: 'fullchain.pem', mode: 0o600, bytes: Buffer.from(ended(certificate)) },
            { path: 'privkey.pem', mode: 0o600, bytes: Buffer.from(ended(key)) },
        ],
    };
}
function ended(text) {
    return text.endsWith('\n') ? text : `${text}\n`;
}


/***/ }),

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

/***/ 99999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ serveValues),
/* harmony export */   t: () => (/* binding */ digestValues)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3862);

/** What `certificates/digest.sh` wants. */
const digestValues = {
    place_letsencrypt: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.letsencrypt,
    lineage_folders: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .lineageFolders */ .zk.join(' '),
};
/** What all units want that put a certificate in use. */
const serveValues = {
    certificate_mark: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateMark */ .p2,
    site_mark: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .siteMark */ .xz,
    place_letsencrypt: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.letsencrypt,
    place_served: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.served,
    place_current: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.current,
    place_own: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.own,
    place_hook: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.hook,
    place_timer_settings: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.timerSettings,
    place_authorities: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.authorities,
};


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

/***/ 99456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ observeCertificates)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/task/answer-of.js
var answer_of = __webpack_require__(69816);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/certificates/commands/places.js
var places = __webpack_require__(3862);
// EXTERNAL MODULE: ./build/certificates/commands/program-values.js
var program_values = __webpack_require__(99999);
// EXTERNAL MODULE: ./build/certificates/commands/read-certificate.js
var read_certificate = __webpack_require__(10708);
;// CONCATENATED MODULE: ./build/certificates/commands/observe-certificates.js




/** Reads only. */
const observeCertificatesCommand = (0,program/* programCommand */.O)('certificates/observe.sh', {
    values: {
        ...program_values/* digestValues */.t,
        site_mark: places/* siteMark */.xz,
        place_served: places/* certificatePlaces */.c9.served,
        place_current: places/* certificatePlaces */.c9.current,
        place_failures: places/* certificatePlaces */.c9.failures,
        place_hook: places/* certificatePlaces */.c9.hook,
    },
});
/** Undefined for an answer that was cut off. */
function parseCertificates(answer) {
    const lines = answer.split('\n');
    if (!lines.includes('end'))
        return undefined;
    const of = (word) => lines.flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
    const seconds = (text) => Number(text) * 1000;
    const [served] = of('served').map(parseServed);
    const [digest] = of('digest');
    return {
        lineages: of('lineage').flatMap((line) => parseLineage(line) ?? []),
        ...(served === undefined ? {} : { served }),
        ...(digest === undefined ? {} : { digest }),
        failures: of('failure').flatMap((line) => {
            const [time = '', name] = line.split(' ');
            const atMs = seconds(time);
            if (!Number.isFinite(atMs))
                return [];
            return [{ atMs, ...(name === undefined ? {} : { name }) }];
        }),
        nowMs: seconds(of('now')[0] ?? ''),
        rewritten: of('rewritten'),
        waitingSites: of('waiting').map((line) => line.split(' ')[0] ?? ''),
        hasHook: lines.includes('hook'),
    };
}
function parseLineage(line) {
    const [whole, name, conf = '', pem = ''] = line.split(' ');
    if (name === undefined || name === '')
        return undefined;
    const settings = new Map(decode(conf)
        .split('\n')
        .map((one) => one.split(' = ', 2))
        .flatMap(([key = '', value]) => (value === undefined ? [] : [[key.trim(), value.trim()]])));
    const facts = whole === '+' ? (0,read_certificate/* readCertificate */.w)(decode(pem)) : undefined;
    const acme = settings.get('server');
    return {
        name,
        ...(facts === undefined ? {} : { facts }),
        ...(acme === undefined ? {} : { acme }),
    };
}
function parseServed(line) {
    const [folder = '', pem = ''] = line.split(' ');
    const facts = (0,read_certificate/* readCertificate */.w)(decode(pem));
    return { folder, ...(facts === undefined ? {} : { facts }) };
}
function decode(base64) {
    return Buffer.from(base64, 'base64').toString('utf8');
}

;// CONCATENATED MODULE: ./build/certificates/observe-certificates.js



/** Throws `command-failed` for an answer that is not whole. */
async function observeCertificates({ machine, ports }, session) {
    const answer = await (0,answer_of/* answerOf */.u)(session, {
        command: observeCertificatesCommand,
        subject: `${machine.name}: look at certificates`,
        hint: 'Run the operation again.',
        signal: ports.signal,
    });
    const observed = parseCertificates(answer);
    if (observed !== undefined)
        return observed;
    throw new errors/* DroverError */.F(`${machine.name}: look at certificates: the answer is not whole`, {
        reason: 'command-failed',
        hint: 'Ensure that the login shell of the machine prints nothing by itself, then run this again.',
    });
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

/***/ 49771:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ isSameNames),
/* harmony export */   RU: () => (/* binding */ orderEvent),
/* harmony export */   VH: () => (/* binding */ domainsOf),
/* harmony export */   eO: () => (/* binding */ readOrders)
/* harmony export */ });
/** Keys for the event of a record in `log/`: an order that was fulfilled. Read again by `readOrders`. */
function orderEvent(order, registeredDomain) {
    return {
        ordered: true,
        ordered_at: new Date(order.atMs).toISOString(),
        renewal: order.isRenewal,
        names: [...order.names],
        registered_domains: domainsOf(order.names, registeredDomain),
        acme: order.acme,
    };
}
/** The orders among events. What an event does not say rightly counts as if it were at its own time. */
function readOrders(events) {
    const all = events.map((event) => ({ event, keys: { ...event } }));
    return {
        orders: all.flatMap(({ event, keys }) => {
            if (keys.ordered !== true || typeof keys.acme !== 'string' || !Array.isArray(keys.names))
                return [];
            const names = keys.names.filter((name) => typeof name === 'string');
            const atMs = timeOf(keys.ordered_at, event);
            return [{ machine: event.machine, names, acme: keys.acme, isRenewal: keys.renewal === true, atMs }];
        }),
    };
}
/** The registered domains of names, each once, sorted. */
function domainsOf(names, registeredDomain) {
    const plain = names.map((name) => name.toLowerCase().replace(/^\*\./, ''));
    return [...new Set(plain.map(registeredDomain))].sort();
}
/** Order, capitals and repetition do not make another set. */
function isSameNames(some, others) {
    const setOf = (names) => [...new Set(names.map((name) => name.toLowerCase()))].sort().join(' ');
    return setOf(some) === setOf(others);
}
function timeOf(told, { time }) {
    const atMs = typeof told === 'string' ? Date.parse(told) : Number.NaN;
    return Number.isNaN(atMs) ? Date.parse(time) : atMs;
}


/***/ }),

/***/ 26624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ planCertificate),
/* harmony export */   b: () => (/* binding */ lineageOf)
/* harmony export */ });
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _flock_schema_certificate_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25491);
/* harmony import */ var _commands_own_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49220);
/* harmony import */ var _commands_places_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3862);




const dayMs = 24 * 60 * 60 * 1000;
function planCertificate(state) {
    const { desired } = state;
    if (desired.from === 'acme')
        return planAcme(state, desired);
    const id = desired.from === 'secret'
        ? `given-${(state.given ?? '').slice(0, 16)}`
        : `self-signed-${(0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(JSON.stringify([desired.names, desired.key])).slice(0, 16)}`;
    const { served } = state.observed;
    const isGood = served?.folder === (0,_commands_own_js__WEBPACK_IMPORTED_MODULE_2__/* .ownFolder */ .vY)(id) &&
        served.facts !== undefined &&
        (desired.from === 'secret' || !isNearEnd(served.facts, { ...state, days: 30 }));
    if (isGood && !(desired.from === 'self-signed' && state.isForced)) {
        return state.observed.waitingSites.length > 0
            ? { kind: 'serve', folder: (0,_commands_own_js__WEBPACK_IMPORTED_MODULE_2__/* .ownFolder */ .vY)(id) }
            : { kind: 'nothing' };
    }
    return desired.from === 'secret' ? { kind: 'put', id } : { kind: 'make', id };
}
/** What certbot calls the certificate, and where it keeps it. */
function lineageOf({ names }) {
    return (names[0] ?? '').replace(/^\*\./, '');
}
function lineageFolder(desired) {
    return `${_commands_places_js__WEBPACK_IMPORTED_MODULE_3__/* .certificatePlaces */ .c9.letsencrypt}/live/${lineageOf(desired)}`;
}
function planAcme(state, desired) {
    const { observed, sealed, isForced } = state;
    const there = observed.lineages.find(({ name }) => name === lineageOf(desired));
    const isSealedGood = sealed?.from === 'acme' &&
        sealed.lineage === lineageOf(desired) &&
        isFor(desired, { names: sealed.names, acme: sealed.acme }) &&
        !isNearEnd(spanOf(sealed), { ...state, days: 21 });
    if (sealed !== undefined && there?.facts === undefined) {
        return { kind: 'restore', why: isSealedGood ? 'the machine has none' : 'the account' };
    }
    const isOlder = sealed !== undefined && (there?.facts?.notAfterMs ?? 0) < Date.parse(sealed.notAfter);
    if (isSealedGood && isOlder)
        return { kind: 'restore', why: 'the machine has an older one' };
    const order = isForced ? { why: 'it is asked for', isForced } : whyOrder(state, { desired, there });
    if (order !== undefined)
        return { kind: 'order', ...order };
    const folder = lineageFolder(desired);
    const isServed = observed.served?.folder === folder && observed.waitingSites.length === 0 && observed.hasHook;
    return isServed ? { kind: 'nothing' } : { kind: 'serve', folder };
}
function whyOrder(state, { desired, there }) {
    // certbot itself sees what is missing, near its end or for other names; all else it would keep.
    if (there?.facts === undefined)
        return { why: 'there is none', isForced: false };
    const { facts } = there;
    if (!isSame(facts.names, desired.names)) {
        return { why: `it is for ${facts.names.join(', ') || 'no name'}`, isForced: false };
    }
    if (!isFor(desired, { names: facts.names, acme: there.acme }))
        return { why: `it is from ${there.acme ?? 'elsewhere'}`, isForced: true };
    if (facts.key !== desired.key)
        return { why: `its key is ${facts.key}`, isForced: true };
    if (!isNearEnd(facts, { ...state, days: 30 }))
        return undefined;
    return { why: `it ends on ${new Date(facts.notAfterMs).toISOString().slice(0, 10)}`, isForced: false };
}
/** One that browsers trust does for who asked only for a trial: it is never replaced by one that they do not. */
function isFor(desired, { names, acme }) {
    const isBetter = desired.acme === _flock_schema_certificate_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .acmeDirectories */ .Cn.staging && acme === _flock_schema_certificate_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .acmeDirectories */ .Cn.production;
    return isSame(names, desired.names) && (acme === desired.acme || isBetter);
}
function isSame(some, others) {
    return JSON.stringify([...some].sort()) === JSON.stringify([...others].sort());
}
function spanOf({ notBefore, notAfter }) {
    return { notBeforeMs: Date.parse(notBefore), notAfterMs: Date.parse(notAfter) };
}
/** One that lives for days only is near its end in its last third. */
function isNearEnd({ notBeforeMs, notAfterMs }, { nowMs, days }) {
    return notAfterMs - nowMs < Math.min(days * dayMs, (notAfterMs - notBeforeMs) / 3);
}


/***/ }),

/***/ 3938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ registeredDomain)
/* harmony export */ });
/* harmony import */ var tldts__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20935);

/**
 * By the public suffix list with its private part, as Let's Encrypt counts; a name that the list does
 * not know a suffix of is its own.
 */
const registeredDomain = (name) => (0,tldts__WEBPACK_IMPORTED_MODULE_0__/* .getDomain */ .FB)(name, { allowPrivateDomains: true }) ?? name;


/***/ }),

/***/ 61016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ prepareCertificates)
});

// EXTERNAL MODULE: ./build/flock/schema/certificate-schema.js
var certificate_schema = __webpack_require__(25491);
// EXTERNAL MODULE: ./build/task/push-now.js
var push_now = __webpack_require__(9163);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/certificates/commands/read-certificate.js
var read_certificate = __webpack_require__(10708);
;// CONCATENATED MODULE: ./build/certificates/given-certificates.js




/** Throws one InputError with everything wrong with the certificates that secrets hold for these machines. */
function readGivenCertificates(ports, machines) {
    const pairs = new Map();
    const problems = [];
    for (const { name, certificate: desired } of machines) {
        if (!isGiven(desired))
            continue;
        const [certificate, key] = [desired.certificateSecret, desired.keySecret].map((secret) => {
            const found = ports.secret(secret);
            if (found === undefined) {
                const hint = `add it to the secrets of the repository, or set it in the environment, as "${secret}"`;
                problems.push({
                    message: `${name}: secret "${secret}": was not given`,
                    reason: 'missing-secret',
                    hint,
                });
            }
            return found?.reveal();
        });
        if (certificate === undefined || key === undefined)
            continue;
        problems.push(...findProblems({ machine: name, desired, certificate, key, nowMs: ports.clock.now() }));
        pairs.set(idOf(desired), { certificate, key, sha256: (0,digest/* sha256 */.s)(Buffer.from(certificate)) });
    }
    (0,errors/* throwIfInvalid */.TG)(problems);
    return (desired) => {
        const pair = pairs.get(idOf(desired));
        if (pair === undefined)
            throw new Error(`the secrets of ${idOf(desired)} were not read`);
        return pair;
    };
}
function isGiven(desired) {
    return desired?.from === 'secret';
}
function idOf({ certificateSecret, keySecret }) {
    return JSON.stringify([certificateSecret, keySecret]);
}
/** Never quotes what a secret holds. */
function findProblems({ machine, desired, certificate, key, nowMs }) {
    const problem = (secret, what, hint) => [
        { message: `${machine}: secret "${secret}": ${what}`, reason: 'invalid-certificate', hint },
    ];
    const [leaf] = (0,read_certificate/* certificatesOf */.m)(certificate);
    const inPem = 'give PEM: the certificate first, then the chain, each from "-----BEGIN CERTIFICATE-----" on';
    if (leaf === undefined)
        return problem(desired.certificateSecret, 'holds no certificate that can be read', inPem);
    const privateKey = readKey(key);
    if (privateKey === undefined) {
        return problem(desired.keySecret, 'holds no private key that can be read', 'give it in PEM, without a password');
    }
    if (!leaf.checkPrivateKey(privateKey)) {
        return problem(desired.keySecret, `is not the key of "${desired.certificateSecret}"`, 'give the two that belong together');
    }
    const end = leaf.validTo;
    if (Date.parse(end) < nowMs) {
        return problem(desired.certificateSecret, `ended on ${end}`, 'give one that is still good');
    }
    const missing = desired.names.filter((name) => leaf.checkHost(name.replace(/^\*\./, 'any.')) === undefined);
    if (missing.length === 0)
        return [];
    return problem(desired.certificateSecret, `is not for ${missing.map((name) => `"${name}"`).join(', ')}`, 'give one for all of "certificate.names", or correct the names');
}
function readKey(pem) {
    try {
        return (0,external_node_crypto_.createPrivateKey)(pem);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/certificates/plan/order-events.js
var order_events = __webpack_require__(49771);
;// CONCATENATED MODULE: ./build/certificates/plan/order-budget.js


const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;
/**
 * What Let's Encrypt allows (https://letsencrypt.org/docs/rate-limits/). It gives back a part of them sooner than
 * after the whole time; we wait, so that a person can still order by hand.
 */
const perWeek = { names: 5, domain: 50 };
/** Orders that are older than this count for nothing. */
const budgetMs = weekMs;
/**
 * Pure: which of several orders may be placed now. Each that may counts for those after it. Orders are counted
 * at the production server of Let's Encrypt only. Failed authorizations are not here: `limit-failures.ts`.
 */
function judgeOrders(wishes, budget) {
    const { nowMs } = budget;
    let { soFar } = budget;
    return wishes.map((desired) => {
        const full = limitsFor(desired, { ...budget, soFar }).flatMap((one) => refusal(one, nowMs));
        if (full.length === 0) {
            soFar = { ...soFar, orders: [...soFar.orders, { ...desired, atMs: nowMs }] };
            return { kind: 'allowed' };
        }
        const possibleAt = new Date(Math.max(...full.map(({ freeMs }) => freeMs))).toISOString();
        const message = `no order before ${possibleAt}: ${full.map(({ words }) => words).join('; ')}`;
        return { kind: 'refused', message, possibleAt };
    });
}
function limitsFor(desired, { soFar, registeredDomain }) {
    if (desired.acme !== certificate_schema/* acmeDirectories */.Cn.production)
        return [];
    const orders = soFar.orders.filter(({ acme }) => acme === desired.acme);
    const same = {
        limit: perWeek.names,
        windowMs: weekMs,
        times: orders.filter(({ names }) => (0,order_events/* isSameNames */.Bi)(names, desired.names)).map(({ atMs }) => atMs),
        words: `${perWeek.names} certificates for just these names were issued within a week`,
    };
    // Renewals count for no domain, and are kept from nothing by what else was ordered for theirs.
    if (desired.isRenewal)
        return [same];
    const fresh = orders.filter(({ isRenewal }) => !isRenewal);
    const domains = (0,order_events/* domainsOf */.VH)(desired.names, registeredDomain).map((domain) => {
        const times = fresh.filter(({ names }) => (0,order_events/* domainsOf */.VH)(names, registeredDomain).includes(domain));
        return {
            limit: perWeek.domain,
            windowMs: weekMs,
            times: times.map(({ atMs }) => atMs),
            words: `${perWeek.domain} certificates for names below "${domain}" were issued within a week`,
        };
    });
    return [same, ...domains];
}
/** Empty when there is room. Full until so many have left the window that one less than the limit is in it. */
function refusal({ limit, windowMs, times, words }, nowMs) {
    const counting = times.filter((atMs) => atMs + windowMs > nowMs).sort((a, b) => b - a);
    const last = counting[limit - 1];
    return last === undefined ? [] : [{ freeMs: last + windowMs, words }];
}

;// CONCATENATED MODULE: ./build/certificates/make-order-budget.js


function makeOrderBudget({ soFar, clock, registeredDomain }) {
    let known = soFar;
    return {
        spend: (desired) => {
            const nowMs = clock.now();
            const [verdict] = judgeOrders([desired], { soFar: known, nowMs, registeredDomain });
            if (verdict?.kind === 'refused') {
                throw new errors/* DroverError */.F(`${desired.machine}: ${verdict.message}`, {
                    reason: 'over-quota',
                    hint: 'Run it again then, or use "acme: staging" for trials. What the machine has serves on.',
                });
            }
            // Also one that fails later: whether it was fulfilled is not known before the certificate authority answers.
            known = { ...known, orders: [...known.orders, { ...desired, atMs: nowMs }] };
        },
    };
}

// EXTERNAL MODULE: ./build/certificates/plan/registered-domain.js
var registered_domain = __webpack_require__(3938);
;// CONCATENATED MODULE: ./build/certificates/read-orders-so-far.js


const dayMs = 86_400_000;
/** What the log has that can still count. A record belongs to the day it started, so one day more is read. */
async function readOrdersSoFar({ ledger, clock, }) {
    const since = new Date(clock.now() - budgetMs - dayMs).toISOString().slice(0, 10);
    return (0,order_events/* readOrders */.eO)(await ledger.history({ since, limit: Number.POSITIVE_INFINITY }));
}

;// CONCATENATED MODULE: ./build/certificates/prepare-certificates.js






/** Everything about certificates that can be refused before a machine is touched. */
async function prepareCertificates(ports, { view, machines }) {
    const given = readGivenCertificates(ports, machines);
    // What is ordered must be kept: without the key nothing is begun.
    if (machines.some(({ certificate }) => certificate?.from === 'acme' && certificate.contact !== undefined)) {
        await ports.seal();
    }
    const budget = await openBudget(ports, machines);
    return {
        view,
        given,
        pushNow: (0,push_now/* makePushNow */.f)(ports),
        history: (query) => ports.ledger.history(query),
        budget,
        isDryRun: false,
        isForced: false,
    };
}
/** A week of the log is read only for orders that count. */
async function openBudget(ports, machines) {
    const isCounted = (desired) => desired?.from === 'acme' && desired.contact !== undefined && desired.acme === certificate_schema/* acmeDirectories */.Cn.production;
    const mayCount = machines.some(({ certificate }) => isCounted(certificate));
    const soFar = mayCount ? await readOrdersSoFar(ports) : { orders: [] };
    return makeOrderBudget({ soFar, clock: ports.clock, registeredDomain: registered_domain/* registeredDomain */.t });
}


/***/ }),

/***/ 31950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ runTransient)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/connection/connection-failure.js
var connection_failure = __webpack_require__(6958);
// EXTERNAL MODULE: ./build/connection/deadline.js
var connection_deadline = __webpack_require__(57853);
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/remote/lines.js
var lines = __webpack_require__(94420);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/task/answer-of.js
var answer_of = __webpack_require__(69816);
// EXTERNAL MODULE: ./build/task/lock-holder.js
var lock_holder = __webpack_require__(80168);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
;// CONCATENATED MODULE: ./build/long-work/commands/follow.js


/** How long the follower is silent at most, in seconds: its link is looked at by what it says. */
const aliveSeconds = 10;
/** A line of base64 stays below what one line may hold. */
const chunkBytes = 32 * 1024;
/** Prints the output of a run from a byte on, as it comes, until the unit has ended. */
function followCommand({ kind, run }, offset) {
    return (0,program/* programCommand */.O)('long-work/follow.sh', {
        values: { place_transient: places/* places */.zn.transient, chunk_bytes: chunkBytes, alive_seconds: aliveSeconds },
        args: [kind, run, String(offset)],
    });
}
/** Undefined for a sign of life, and for a line that was cut off. */
function parseFollowed(line) {
    const [, offset, length, base64 = ''] = /^data (\d+) (\d+) (\S*)$/.exec(line) ?? [];
    if (offset !== undefined) {
        const bytes = Buffer.from(base64, 'base64');
        return bytes.length === Number(length) ? { kind: 'data', offset: Number(offset), bytes } : undefined;
    }
    const [, rest] = /^end (.+) \.$/.exec(line) ?? [];
    const end = rest === undefined ? undefined : parseEnd(rest);
    return end === undefined ? undefined : { kind: 'end', end };
}
/** What a shell gives for a program that was ended by a signal: abort, kill, segmentation fault, termination. */
const signals = { 134: 'ABRT', 137: 'KILL', 139: 'SEGV', 143: 'TERM' };
/** Our own word, or what systemd says: `$SERVICE_RESULT $EXIT_CODE $EXIT_STATUS` (systemd.exec(5)). */
function parseEnd(text) {
    const [word = '', how = '', status = ''] = text.trim().split(' ');
    if (word === 'busy')
        return { kind: 'busy', holder: text.slice('busy'.length).trim() };
    if (word === 'replaced' || word === 'timed-out')
        return { kind: word };
    if (word === 'timeout')
        return { kind: 'timed-out' };
    if (word === 'gone')
        return { kind: 'killed', why: 'the machine went down' };
    if (word === 'oom-kill')
        return { kind: 'killed', why: 'the machine had no memory left for it' };
    if (how === 'killed' || how === 'dumped')
        return { kind: 'killed', why: `it was ended by SIG${status}` };
    if (how !== 'exited' || !/^\d+$/.test(status))
        return undefined;
    const signal = signals[Number(status)];
    return signal === undefined
        ? { kind: 'exited', code: Number(status) }
        : { kind: 'killed', why: `it was ended by SIG${signal}` };
}

// EXTERNAL MODULE: ./build/transaction/shared-values.js
var shared_values = __webpack_require__(63549);
;// CONCATENATED MODULE: ./build/long-work/commands/transient.js



/** How much longer the unit may live than its work: an unfinished change is undone first. */
const spareSeconds = 120;
const values = { place_transient: places/* places */.zn.transient };
/** Says in whose hands the unit is, and changes nothing. */
function stateCommand({ kind, run, key }) {
    return (0,program/* programCommand */.O)('long-work/state.sh', { values, args: [kind, run, key] });
}
/**
 * Receives the archive (`bytes` of it) on standard input and starts the unit, if the unit is free. Answers
 * as `stateCommand` does; `ours` when it runs. May be sent again when its answer was lost.
 */
function startCommand(transient, bytes) {
    const { kind, run, key, holder, lockWaitSeconds, timeoutSeconds } = transient;
    const args = [
        ...[kind, run, key, String(bytes), holder],
        ...[String(Math.ceil(lockWaitSeconds)), String(timeoutSeconds)],
    ];
    return (0,program/* programCommand */.O)('long-work/start.sh', { values: { ...values, spare_seconds: spareSeconds }, args });
}
/** What is sent. `complete` is last: an archive that was cut off lacks it. */
function transientArchive({ script, files, }) {
    const text = (path, content) => ({
        path,
        mode: 0o600,
        bytes: Buffer.from(content),
    });
    return [
        text('unit.sh', (0,program/* programText */.Q)('long-work/unit.sh', shared_values/* sharedValues */.w)),
        text('ended.sh', (0,program/* programText */.Q)('long-work/ended.sh')),
        text('script.sh', script),
        ...files.map((file) => ({ ...file, path: `files/${file.path}` })),
        text('complete', ''),
    ];
}
/** Undefined when the answer is none. */
function parseState(answer) {
    const [, word, rest = ''] = /^(\S+) ?(.*)$/.exec(answer.trim()) ?? [];
    if (word === 'free' || word === 'no-systemd')
        return { kind: word };
    if (word === 'ours' && rest !== '')
        return { kind: 'ours', run: rest };
    return word === 'other' ? { kind: 'other', holder: rest } : undefined;
}

;// CONCATENATED MODULE: ./build/long-work/run-long-work.js










/** How often a run looks whether other work of the same kind has ended. */
const lookAgainMs = 3000;
/**
 * Does long work on a machine as a systemd unit, which goes on when the connection or this process ends, and
 * answers with the exit status of the script. The connection is opened again when it is lost. A unit
 * that does the same work (same kind and key) is joined, its output told from the start; other work of the
 * kind, and whoever else holds the machine's lock, is waited for. Errors: `machine-locked`,
 * `connection-lost` (no answer for two minutes; the work goes on), `timed-out`, `killed`, `cancelled` (the
 * work goes on), `missing-tool` (no systemd), `command-failed` (could not be started).
 */
async function runTransient(task, connection, work) {
    const subject = `${task.machine.name}: ${work.kind}`;
    const transient = {
        lockWaitSeconds: connection_policy/* lockPatienceSeconds */.wO.longWork,
        ...work,
        run: (0,lock_holder/* newId */.S)(task.ports.clock),
        holder: (0,lock_holder/* holderLine */.$)(task),
    };
    const run = await start(task, connection, transient);
    const end = await follow(task, connection, { ...work, ...transient, run });
    if (end.kind === 'exited')
        return end.code;
    throw failureOf(end, { subject, work });
}
/** Waits until the unit is free, starts it, and answers with the run to follow: ours, or one that does the same. */
async function start(task, connection, transient) {
    const { clock } = task.ports;
    const subject = `${task.machine.name}: ${transient.kind}`;
    const deadline = (0,connection_deadline/* startDeadline */.d)(task, transient.lockWaitSeconds * 1000);
    for (;;) {
        const waitedSeconds = deadline.elapsedMs() / 1000;
        const lockWaitSeconds = Math.max(1, transient.lockWaitSeconds - waitedSeconds);
        const state = await connection.repeat(subject, () => claim(task, connection, { ...transient, lockWaitSeconds }));
        if (state.kind === 'ours') {
            if (state.run !== transient.run)
                task.stepStarted({ kind: 'long-work', text: `follow the ${transient.kind} that already runs` });
            return state.run;
        }
        const holder = state.kind === 'other' ? state.holder : '';
        if (deadline.isOver())
            throw locked(subject, holder);
        deadline.tell(`wait for ${holder || 'another run'}`);
        await connection.pause(subject, lookAgainMs * (0.5 + clock.random()));
    }
}
/** What is sent may be large: it is sent only to a unit that is free. */
async function claim(task, session, transient) {
    const observed = await ask(task, session, { transient });
    if (observed.kind !== 'free')
        return observed;
    return await ask(task, session, { transient, archive: await (0,tar/* packTar */.nG)(transientArchive(transient)) });
}
async function ask(task, session, { transient, archive }) {
    const subject = `${task.machine.name}: ${transient.kind}`;
    const command = archive === undefined
        ? stateCommand(transient)
        : { ...startCommand(transient, archive.length), stdin: archive };
    const state = parseState(await (0,answer_of/* answerOf */.u)(session, {
        command,
        subject: `${subject}: could not be started`,
        hint: 'Ensure that systemd is at work on the machine, and that /var/lib has room.',
        timeoutMs: archive === undefined ? 90_000 : 15 * 60_000,
        signal: task.ports.signal,
    }));
    if (state === undefined) {
        throw new errors/* DroverError */.F(`${subject}: could not be started: the machine gives no answer that is known`, {
            reason: 'command-failed',
            hint: 'Ensure that the login shell of the machine prints nothing by itself.',
        });
    }
    if (state.kind !== 'no-systemd')
        return state;
    throw new errors/* DroverError */.F(`${subject}: the machine does not run systemd`, {
        reason: 'missing-tool',
        hint: 'Long work must outlive the connection, which Drover leaves to systemd. Use a machine that boots with it.',
    });
}
/** Tells each line once, over as many connections as it takes. */
async function follow(task, connection, work) {
    const reader = readLines(task, work);
    let offset = 0;
    let end;
    const onLine = (line) => {
        const followed = parseFollowed(line);
        if (followed?.kind === 'end')
            end = followed.end;
        // After a lost connection the same bytes may come again.
        if (followed?.kind !== 'data' || followed.offset !== offset)
            return;
        offset += followed.bytes.length;
        reader.write(followed.bytes);
    };
    const { signal } = task.ports;
    const subject = `${task.machine.name}: ${work.kind}`;
    const seconds = work.timeoutSeconds + work.lockWaitSeconds + 600;
    while (end === undefined) {
        await connection.repeat(subject, async () => {
            await connection.exec(followCommand(work, offset), {
                timeoutMs: seconds * 1000,
                idleMs: 4 * aliveSeconds * 1000,
                maxBytes: 0,
                onLine: (line, stream) => stream === 'stdout' && onLine(line),
                ...(signal === undefined ? {} : { signal }),
            });
            if (end === undefined)
                throw (0,connection_failure/* noAnswer */.qE)(subject);
        });
    }
    reader.end();
    return end;
}
/** Parts the words of the unit itself from those of the work. */
function readLines(task, { run, onLine }) {
    return (0,lines/* splitLines */.u)((line) => {
        const [, word, rest = ''] = new RegExp(`^${run} (\\S+) ?(.*)$`).exec(line) ?? [];
        if (word === undefined)
            onLine(line);
        if (word === 'waiting')
            task.stepStarted({ kind: 'long-work', text: `wait for ${rest.trim() || 'another run'}` });
        if (word === 'undoing')
            task.stepStarted({ kind: 'long-work', text: 'undo what an earlier run left half done' });
    });
}
function failureOf(end, { subject, work }) {
    const again = 'Run the operation again: it looks first and finishes what is missing.';
    switch (end.kind) {
        case 'busy':
            return locked(subject, end.holder);
        case 'killed':
            return new errors/* DroverError */.F(`${subject}: was cut off on the machine: ${end.why}`, {
                reason: 'killed',
                hint: again,
            });
        case 'timed-out':
            return new errors/* DroverError */.F(`${subject}: was not done within ${work.timeoutSeconds} s and was ended`, {
                reason: 'timed-out',
                hint: `The lines above say what took so long. ${again}`,
            });
        case 'replaced':
            return new errors/* DroverError */.F(`${subject}: how it ended is not known: other runs have begun since`, {
                reason: 'connection-lost',
                hint: again,
            });
    }
}
function locked(subject, holder) {
    return new errors/* DroverError */.F(`${subject}: another run is changing the machine: ${holder || 'it does not say which'}`, {
        reason: 'machine-locked',
        hint: 'Wait until that run is done, then run this again.',
    });
}


/***/ }),

/***/ 94420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ splitLines)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);

/** The longest line that is kept as a whole: a program that never prints a newline must not fill the memory. */
const maxLine = 64 * 1024;
/** Cuts a byte stream into lines; characters that are split across chunks stay whole. */
function splitLines(onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    let rest = '';
    const take = (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
        if (rest.length > maxLine) {
            onLine(rest);
            rest = '';
        }
    };
    return {
        write: (chunk) => take(decoder.write(chunk)),
        end: () => {
            take(decoder.end());
            if (rest !== '')
                onLine(rest);
            rest = '';
        },
    };
}


/***/ })

};
