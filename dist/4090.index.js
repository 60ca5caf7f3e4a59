export const id = 4090;
export const ids = [4090];
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

/***/ 1222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ captureMachine)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/connection/open-connection.js
var open_connection = __webpack_require__(86218);
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/capture/commands/capture.js
var capture = __webpack_require__(97074);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/secrets/restore-placeholders.js
var restore_placeholders = __webpack_require__(78187);
;// CONCATENATED MODULE: ./build/capture/plan-capture.js




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
        const file = desired.files.find((desired) => desired.destination === path);
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

;// CONCATENATED MODULE: ./build/capture/capture-machine.js
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









/** Captures the found files of one machine. */
async function captureMachine(task, { view, desired: flock }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = task;
        const desired = flock.of(machine.name);
        if (desired.captures.length === 0) {
            return { kind: 'ok', reason: 'already-so', message: 'no manifest asks for a capture' };
        }
        const session = __addDisposableResource(env_1, await (0,open_connection/* openConnection */.J)(task, (0,flock_view/* identityOf */.cu)(view, machine.name)), true);
        const paths = desired.captures.map((capture) => capture.destination);
        const { entries, leftOut } = await task.step({ kind: 'capture', text: 'capture' }, () => readPaths(session, paths));
        const capture = planCapture({
            machine: machine.name,
            entries,
            leftOut,
            desired,
            secrets: flock.secrets,
        });
        const count = (0,count_of/* countOf */.p)(capture.files, 'path');
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
    const ended = await session.exec((0,capture/* captureCommand */.g)(paths), {
        ...connection_policy/* observeLimits */.H4,
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
    return { entries: await (0,tar/* unpackTar */.Ag)(ended.stdout), leftOut: (0,capture/* parseLeftOut */.n)(stderr) };
}


/***/ }),

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

/***/ 99718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ requireConfirmation)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

/** The names typed again must be the machines chosen: no more, no fewer. */
function requireConfirmation(machines, { confirm, yes = false }) {
    if (yes)
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

/***/ 19792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  terminate: () => (/* binding */ terminate)
});

// EXTERNAL MODULE: ./build/branch/known-identity.js
var known_identity = __webpack_require__(80469);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/lifecycle/confirmation.js
var confirmation = __webpack_require__(99718);
// EXTERNAL MODULE: ./build/lifecycle/forgotten-machine.js
var forgotten_machine = __webpack_require__(35393);
// EXTERNAL MODULE: ./build/lifecycle/machine-dns.js
var machine_dns = __webpack_require__(42044);
// EXTERNAL MODULE: ./build/lifecycle/provider-machines.js
var provider_machines = __webpack_require__(35965);
// EXTERNAL MODULE: ./build/lifecycle/provider-of.js
var provider_of = __webpack_require__(17098);
// EXTERNAL MODULE: ./build/sealed/generated-file.js
var generated_file = __webpack_require__(18739);
// EXTERNAL MODULE: ./build/task/push-now.js
var push_now = __webpack_require__(9163);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/capture/capture-machine.js + 1 modules
var capture_machine = __webpack_require__(1222);
// EXTERNAL MODULE: ./build/base/failure.js
var failure = __webpack_require__(87306);
// EXTERNAL MODULE: ./build/connection/open-connection.js
var open_connection = __webpack_require__(86218);
// EXTERNAL MODULE: ./build/certificates/capture-lineages.js + 1 modules
var capture_lineages = __webpack_require__(80143);
// EXTERNAL MODULE: ./build/certificates/certificate-file.js
var certificate_file = __webpack_require__(3633);
// EXTERNAL MODULE: ./build/certificates/observe-certificates.js + 1 modules
var observe_certificates = __webpack_require__(99456);
// EXTERNAL MODULE: ./build/certificates/plan/plan-certificate.js
var plan_certificate = __webpack_require__(26624);
;// CONCATENATED MODULE: ./build/certificates/capture-certificate.js
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
async function captureCertificate(task, view) {
    const { certificate: desired, name } = task.machine;
    if (desired?.from !== 'acme')
        return [];
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await (0,open_connection/* openConnection */.J)(task, (0,flock_view/* identityOf */.cu)(view, name)), true);
            const observed = await (0,observe_certificates/* observeCertificates */.z)(task, session);
            const recorded = (0,certificate_file/* certificateIn */.RZ)(view.snapshot.tree, name);
            const captured = await (0,capture_lineages/* captureIfChanged */.C)(task, session, {
                observed,
                recorded,
                lineage: (0,plan_certificate/* lineageOf */.b)(desired),
            });
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
        task.warn(`is ended with its certificate as the branch has it: ${(0,failure/* asDroverError */.nN)(thrown).message}`);
        return [];
    }
}

// EXTERNAL MODULE: ./build/desired/render-machines.js + 1 modules
var render_machines = __webpack_require__(18188);
// EXTERNAL MODULE: ./build/task/attempt.js
var attempt = __webpack_require__(3213);
;// CONCATENATED MODULE: ./build/operations/terminate/final-capture.js






/** Throws an InputError when it cannot be known what to capture. */
async function prepareFinalCapture(ports, captures) {
    const { view, machines, existing } = captures;
    const chosen = new Set(machines.map(({ name }) => name));
    const capturable = view.flock.machines.filter(({ name }) => chosen.has(name) && existing.all(name).some((one) => isWorthIt(one)));
    const desired = await renderOrRefuse(ports, { view, machines: capturable });
    return async (task, { existing: one, identity }) => {
        const { name } = task.machine;
        if (!chosen.has(name) || one.expiresAt !== undefined)
            return undefined;
        if (!isWorthIt(one))
            return notRunning(task, one);
        if (!capturable.some((machine) => machine.name === name)) {
            task.warn('is ended without a final capture: flock.yml no longer says what is to be captured');
            return undefined;
        }
        const done = await (0,attempt/* attempt */.C)(task, () => (0,capture_machine/* captureMachine */.S)(task, { view: (0,flock_view/* withIdentity */.BF)(view, { name, identity }), desired }));
        const lineages = await captureCertificate(task, (0,flock_view/* withIdentity */.BF)(view, { name, identity }));
        const changes = [...(done.changes ?? []), ...lineages];
        return await keepCapture(task, { done: { ...done, changes }, captures });
    };
}
/** What was promised is not left out without a word: whoever wants the machine ended all the same says so. */
function notRunning({ machine: { name } }, { presence }) {
    return {
        kind: 'failed',
        reason: 'not-running',
        message: `was not ended: it is ${presence}, so its files cannot be captured a last time`,
        hint: `Run "drover start ${name}" first, or ${withoutCapture}.`,
    };
}
function isWorthIt({ presence, expiresAt }) {
    return presence === 'running' && expiresAt === undefined;
}
async function renderOrRefuse(ports, { view, machines }) {
    try {
        return await (0,render_machines/* renderMachines */.p)(ports, view, machines);
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        const way = `or ${withoutCapture}`;
        (0,errors/* throwIfInvalid */.TG)(error.problems.map((problem) => ({
            ...problem,
            hint: problem.hint === undefined ? way : `${problem.hint}; ${way}`,
        })));
        throw error;
    }
}
const withoutCapture = 'end it without a final capture: --no-capture, or the input "no-capture"';
async function keepCapture(task, { done, captures }) {
    const { kind, reason, message, changes = [] } = done;
    const isPartial = reason === 'capture-refused';
    if (kind !== 'ok' && !isPartial) {
        return {
            ...done,
            message: `was not ended, because its files could not be captured a last time: ${message}`,
            hint: `Mend that, or ${withoutCapture}.`,
        };
    }
    if (isPartial)
        task.warn(message);
    if (changes.length > 0) {
        await task.step({ kind: 'record', text: 'record the final capture' }, () => captures.pushNow(task, {
            config: captures.view.snapshot.commit,
            message: `${message}, before the end`,
            changes,
        }));
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/operations/terminate/terminate.js











const terminate = (0,operation/* fleetOperation */.o)({
    records: (request) => !request.dryRun,
    prepare: async (ports, { view, machines, request }) => {
        const { dryRun } = request;
        if (!dryRun)
            (0,confirmation/* requireConfirmation */.L)(machines, request);
        const existing = await (0,provider_machines/* listProviderMachines */.EO)(ports, view, machines);
        const wantsCapture = !(dryRun || request.noCapture);
        const capture = await prepareFinalCapture(ports, {
            view,
            machines: wantsCapture ? machines.filter((machine) => !machine.protect) : [],
            existing,
            pushNow: (0,push_now/* makePushNow */.f)(ports),
        });
        return (task) => terminateMachine(task, { view, existing, dryRun, capture });
    },
});
async function terminateMachine(task, work) {
    const { machine, ports } = task;
    const { view, existing, dryRun } = work;
    if (machine.protect) {
        return {
            kind: 'failed',
            reason: 'protected',
            message: 'the machine is protected',
            hint: `Take "protect: true" from machines.${machine.name} in flock.yml first.`,
        };
    }
    const there = existing.one(machine.name);
    const { identity: known, launch } = view.snapshot.machines.get(machine.name) ?? {};
    const identity = there === undefined ? known : (0,known_identity/* identityNow */.B)(there.identity, known);
    if (identity === undefined)
        return absent(task, launch !== undefined && !dryRun);
    const provider = await (0,provider_of/* providerOf */.lc)(ports, view, identity.provider);
    const { onlyForgets = false } = provider;
    if (onlyForgets && known === undefined)
        return { ...nothing, message: 'is not known to the ledger' };
    if (!dryRun)
        return await endMachine(task, { ...work, there, known, identity, provider });
    const message = `would ${onlyForgets ? 'forget' : 'end'} ${identity.id}`;
    return { kind: 'ok', reason: 'planned', message };
}
/**
 * Capture, name, machine, ledger, in this order: an address is free for anybody as soon as the
 * machine is gone, so no name may point to it then.
 */
async function endMachine(task, ending) {
    const { view, capture, there, known, identity, provider } = ending;
    const { name } = task.machine;
    const { id } = identity;
    if (known !== undefined && known.id !== id) {
        task.warn(`the ledger knows "${known.id}", which is gone; the flock's machine of this name is "${id}" now`);
    }
    const prevented = there === undefined ? undefined : await capture(task, { existing: there, identity });
    if (prevented !== undefined)
        return prevented;
    const identities = known === undefined ? [identity] : [identity, known];
    await (0,machine_dns/* removeNames */.nK)(task, { identities, flock: view.flock.name });
    if (provider.onlyForgets) {
        const changes = (0,forgotten_machine/* forgotten */.N)(name);
        return { kind: 'changed', reason: 'done', message: `forgot ${id}, which runs on`, changes };
    }
    await task.step({ kind: 'end', text: 'end' }, () => provider.terminate({ name, id }));
    return {
        kind: there === undefined ? 'ok' : 'changed',
        reason: there === undefined ? 'already-so' : 'done',
        message: there === undefined ? 'was gone already' : `ended ${id}`,
        changes: [...(0,forgotten_machine/* forgotten */.N)(name), (0,generated_file/* dropGenerated */.zL)(name), (0,forgotten_machine/* tombstone */.u)(task, identity)],
    };
}
const nothing = { kind: 'ok', reason: 'already-so', message: 'does not exist' };
/** Nothing at the provider; a launch that was written down and never made anything is forgotten. */
function absent({ machine }, isRemembered) {
    if (!isRemembered)
        return nothing;
    return { ...nothing, changes: [{ kind: 'remove', path: (0,machine_files/* machinePath */.lg)(machine.name, 'launch.json') }] };
}


/***/ }),

/***/ 69816:
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

/***/ 3213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87306);
/* harmony import */ var _report_defect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97420);


/** Does the work on one machine; a failure is an end like any other. */
async function attempt(task, work) {
    try {
        return await work(task);
    }
    catch (thrown) {
        const error = (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .asDroverError */ .nN)(thrown);
        (0,_report_defect_js__WEBPACK_IMPORTED_MODULE_1__/* .reportDefect */ .G)(task.ports, error);
        return outcomeOfFailure(task, error);
    }
}
/** The machine's name stands before every message already: it is not said twice. */
function outcomeOfFailure(task, error) {
    const prefix = `${task.machine.name}: `;
    const message = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message;
    return {
        kind: (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOfFailure */ .uq)(error.reason),
        reason: error.reason,
        message,
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        ...(error.at === undefined ? {} : { at: error.at }),
    };
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
