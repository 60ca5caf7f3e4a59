export const id = 7667;
export const ids = [7667];
export const modules = {

/***/ 19275:
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
// EXTERNAL MODULE: ./build/recipes/certificates/places.js
var places = __webpack_require__(42937);
;// CONCATENATED MODULE: ./build/recipes/certificates/capture.js

/** What a machine that has served for years may hold, and a bound on what is read from one. */
const maxLineageBytes = 8 * 1024 * 1024;
const script = `set -u
${places/* digestFunction */.zp}
cd ${places/* certificatePlaces */.c9.letsencrypt} || exit 1
digest=$(lineage_digest); [ -n "$digest" ] || exit 1
set --; for folder in ${places/* lineageFolders */.zk.join(' ')}; do [ ! -d "$folder" ] || set -- "$@" "$folder"; done
printf '%s\\n' "$digest"
# Times of files to the nanosecond, as a restored machine is to have them.
tar --create --format=posix --pax-option=delete=atime,delete=ctime --numeric-owner --sort=name -- "$@" || exit 1
# certbot may be at work: what it changed meanwhile is captured whole or not at all.
[ "$(lineage_digest)" = "$digest" ]
`;
/** Prints the digest, a newline, and the archive. */
const captureLineages = { argv: ['sh', '-c', script] };
/** Undefined for an answer without a digest in front. */
function parseCapturedLineages(answer) {
    const digest = answer.subarray(0, 64).toString('latin1');
    if (!/^[0-9a-f]{64}$/.test(digest) || answer[64] !== 0x0a)
        return undefined;
    return { digest, archive: answer.subarray(65) };
}

// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/certbot/certificate-file.js
var certificate_file = __webpack_require__(35131);
;// CONCATENATED MODULE: ./build/operations/certbot/capture-lineages.js






/** Accounts and lineages of a machine, sealed, if they are not what the branch has. */
async function captureIfChanged(job, session, { sighting, recorded, lineage }) {
    const there = sighting.lineages.find(({ name }) => name === lineage);
    if (there?.facts === undefined || there.acme === undefined)
        return undefined;
    if (recorded?.from === 'acme' && recorded.lineage === lineage && sighting.digest === recorded.sha256) {
        return undefined;
    }
    const { facts, acme } = there;
    return await job.step('seal the certificate', async () => {
        const { digest, archive } = await readLineages(job, session);
        const sealed = await (await job.ports.seal()).seal(archive);
        const record = { ...recordOf(facts), from: 'acme', acme, lineage, sha256: digest };
        const { name } = job.machine;
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
        ...sessions/* lookLimits */.QQ,
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

/***/ 35131:
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

/***/ 66832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ lookAtMachine)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _recipes_certificates_look_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32822);
/* harmony import */ var _answer_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67991);



/** Throws `command-failed` for an answer that is not whole. */
async function lookAtMachine({ machine, ports }, session) {
    const answer = await (0,_answer_of_js__WEBPACK_IMPORTED_MODULE_2__/* .answerOf */ .u)(session, {
        command: _recipes_certificates_look_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAtCertificates */ .XS,
        subject: `${machine.name}: look at certificates`,
        hint: 'Run the operation again.',
        signal: ports.signal,
    });
    const sighting = (0,_recipes_certificates_look_js__WEBPACK_IMPORTED_MODULE_1__/* .parseCertificates */ .WW)(answer);
    if (sighting !== undefined)
        return sighting;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${machine.name}: look at certificates: the answer is not whole`, {
        reason: 'command-failed',
        hint: 'Ensure that the login shell of the machine prints nothing by itself, then run this again.',
    });
}


/***/ }),

/***/ 7962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xz: () => (/* binding */ planCertificate),
/* harmony export */   bQ: () => (/* binding */ lineageOf)
/* harmony export */ });
/* unused harmony export lineageFolder */
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _flock_certificate_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36945);
/* harmony import */ var _recipes_certificates_own_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5705);
/* harmony import */ var _recipes_certificates_places_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42937);




const dayMs = 24 * 60 * 60 * 1000;
function planCertificate(state) {
    const { wish } = state;
    if (wish.from === 'acme')
        return planAcme(state, wish);
    const id = wish.from === 'secret'
        ? `given-${(state.given ?? '').slice(0, 16)}`
        : `self-signed-${(0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(JSON.stringify([wish.names, wish.key])).slice(0, 16)}`;
    const { served } = state.sighting;
    const isGood = served?.folder === (0,_recipes_certificates_own_js__WEBPACK_IMPORTED_MODULE_2__/* .ownFolder */ .vY)(id) &&
        served.facts !== undefined &&
        (wish.from === 'secret' || !isNearEnd(served.facts, { ...state, days: 30 }));
    if (isGood && !(wish.from === 'self-signed' && state.isForced)) {
        return state.sighting.waitingSites.length > 0
            ? { kind: 'serve', folder: (0,_recipes_certificates_own_js__WEBPACK_IMPORTED_MODULE_2__/* .ownFolder */ .vY)(id) }
            : { kind: 'nothing' };
    }
    return wish.from === 'secret' ? { kind: 'put', id } : { kind: 'make', id };
}
/** What certbot calls the certificate, and where it keeps it. */
function lineageOf({ names }) {
    return (names[0] ?? '').replace(/^\*\./, '');
}
function lineageFolder(wish) {
    return `${_recipes_certificates_places_js__WEBPACK_IMPORTED_MODULE_3__/* .certificatePlaces */ .c9.letsencrypt}/live/${lineageOf(wish)}`;
}
function planAcme(state, wish) {
    const { sighting, sealed, isForced } = state;
    const there = sighting.lineages.find(({ name }) => name === lineageOf(wish));
    const isSealedGood = sealed?.from === 'acme' &&
        sealed.lineage === lineageOf(wish) &&
        isFor(wish, { names: sealed.names, acme: sealed.acme }) &&
        !isNearEnd(spanOf(sealed), { ...state, days: 21 });
    if (sealed !== undefined && there?.facts === undefined) {
        return { kind: 'restore', why: isSealedGood ? 'the machine has none' : 'the account' };
    }
    const isOlder = sealed !== undefined && (there?.facts?.notAfterMs ?? 0) < Date.parse(sealed.notAfter);
    if (isSealedGood && isOlder)
        return { kind: 'restore', why: 'the machine has an older one' };
    const order = isForced ? { why: 'it is asked for', isForced } : whyOrder(state, { wish, there });
    if (order !== undefined)
        return { kind: 'order', ...order };
    const folder = lineageFolder(wish);
    const isServed = sighting.served?.folder === folder && sighting.waitingSites.length === 0 && sighting.hasHook;
    return isServed ? { kind: 'nothing' } : { kind: 'serve', folder };
}
function whyOrder(state, { wish, there }) {
    // certbot itself sees what is missing, near its end or for other names; all else it would keep.
    if (there?.facts === undefined)
        return { why: 'there is none', isForced: false };
    const { facts } = there;
    if (!isSame(facts.names, wish.names)) {
        return { why: `it is for ${facts.names.join(', ') || 'no name'}`, isForced: false };
    }
    if (!isFor(wish, { names: facts.names, acme: there.acme }))
        return { why: `it is from ${there.acme ?? 'elsewhere'}`, isForced: true };
    if (facts.key !== wish.key)
        return { why: `its key is ${facts.key}`, isForced: true };
    if (!isNearEnd(facts, { ...state, days: 30 }))
        return undefined;
    return { why: `it ends on ${new Date(facts.notAfterMs).toISOString().slice(0, 10)}`, isForced: false };
}
/** One that browsers trust does for who asked only for a trial: it is never replaced by one that they do not. */
function isFor(wish, { names, acme }) {
    const isBetter = wish.acme === _flock_certificate_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .acmeDirectories */ .Cn.staging && acme === _flock_certificate_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .acmeDirectories */ .Cn.production;
    return isSame(names, wish.names) && (acme === wish.acme || isBetter);
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

/***/ 32822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WW: () => (/* binding */ parseCertificates),
/* harmony export */   XS: () => (/* binding */ lookAtCertificates),
/* harmony export */   __: () => (/* binding */ waitingSitesFunction)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42937);
/* harmony import */ var _read_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93147);


/** Defines `waiting_sites`: prints `LINK PLAIN TLS` of each site of ours that could serve TLS and does not. */
const waitingSitesFunction = `waiting_sites() {
  for tls in /etc/nginx/sites-available/*.tls; do
    [ -f "$tls" ] && IFS= read -r first <"$tls" && [ "$first" = '${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .siteMark */ .xz}' ] || continue
    plain=\${tls%.tls}; whole=1
    for file in $(sed -n 's/^ *ssl_certificate\\(_key\\)\\{0,1\\} \\(.*\\);$/\\2/p' "$tls"); do [ -e "$file" ] || whole=; done
    [ -n "$whole" ] || continue
    for link in /etc/nginx/sites-enabled/* /etc/nginx/conf.d/*; do
      [ ! -L "$link" ] || [ "$(readlink "$link")" != "$plain" ] || printf '%s %s %s\\n' "$link" "$plain" "$tls"
    done
  done
}
`;
const script = `set -u
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .digestFunction */ .zp}${waitingSitesFunction}
b64() { base64 -w 0 <"$1" 2>/dev/null || true; }
for conf in ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.letsencrypt}/renewal/*.conf; do
  [ -f "$conf" ] || continue
  name=\${conf##*/}; name=\${name%.conf}; live=${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.letsencrypt}/live/$name
  whole=-; [ ! -s "$live/privkey.pem" ] || [ ! -s "$live/chain.pem" ] || [ ! -s "$live/cert.pem" ] || whole=+
  printf 'lineage %s %s %s %s\\n' "$whole" "$name" "$(b64 "$conf")" "$(b64 "$live/fullchain.pem")"
done
if [ -s ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.served}/fullchain.pem ] && [ -s ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.served}/privkey.pem ]; then
  printf 'served %s %s\\n' "$(readlink -- ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.current} || echo -)" "$(b64 ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.served}/fullchain.pem)"
fi
digest=$(lineage_digest); [ -z "$digest" ] || printf 'digest %s\\n' "$digest"
[ ! -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.failures} ] || sed 's/^/failure /' ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.failures}
grep -lsF -e '# managed by Certbot' /etc/nginx/sites-enabled/* /etc/nginx/conf.d/* | sed 's/^/rewritten /'
waiting_sites | sed 's/^/waiting /'
[ ! -x ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.hook} ] || echo hook
printf 'now %s\\nend\\n' "$(date +%s)"
`;
/** Reads only. */
const lookAtCertificates = { argv: ['sh', '-c', script] };
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
    const facts = whole === '+' ? (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificate */ .w)(decode(pem)) : undefined;
    const acme = settings.get('server');
    return {
        name,
        ...(facts === undefined ? {} : { facts }),
        ...(acme === undefined ? {} : { acme }),
    };
}
function parseServed(line) {
    const [folder = '', pem = ''] = line.split(' ');
    const facts = (0,_read_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificate */ .w)(decode(pem));
    return { folder, ...(facts === undefined ? {} : { facts }) };
}
function decode(base64) {
    return Buffer.from(base64, 'base64').toString('utf8');
}


/***/ }),

/***/ 5705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R_: () => (/* binding */ givenScript),
/* harmony export */   c3: () => (/* binding */ selfSignedScript),
/* harmony export */   vY: () => (/* binding */ ownFolder)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42937);
/* harmony import */ var _serve_script_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68796);


/** As long as browsers take one that they are told to trust. */
const selfSignedDays = 397;
/** The folder of a certificate that no ACME server gave; `id` tells it from others. */
function ownFolder(id) {
    return `${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.own}/${id}`;
}
const placeFunctions = `
install -d -m 0755 ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.served} && install -d -m 0700 ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.own} || give_up '${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.own} cannot be made'
# $1 folder; \`fullchain.pem\` and \`privkey.pem\` are in the current one.
keep_own() {
  rm -rf -- "$1.new" && install -d -m 0700 "$1.new" && install -m 0644 fullchain.pem "$1.new/" && install -m 0600 privkey.pem "$1.new/" &&
    sync -f "$1.new" && rm -rf -- "$1" && mv -T -- "$1.new" "$1" || give_up "$1 cannot be written"
}
# All others, once nothing uses them.
drop_others() {
  for folder in ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .certificatePlaces */ .c9.own}/*; do [ "$folder" = "$1" ] || rm -rf -- "$folder"; done
}
`;
/** Makes key and certificate on the machine; the key never leaves it. */
function selfSignedScript({ names, key }, id) {
    const newKey = key === 'rsa' ? 'rsa:2048' : 'ec -pkeyopt ec_paramgen_curve:prime256v1';
    const folder = ownFolder(id);
    const script = `${_serve_script_js__WEBPACK_IMPORTED_MODULE_1__/* .prelude */ .ez}${_serve_script_js__WEBPACK_IMPORTED_MODULE_1__/* .serveFunctions */ .pS}${placeFunctions}
command -v openssl >/dev/null || { tell uninstallable openssl; exit 1; }
umask 077
said=$(openssl req -x509 -newkey ${newKey} -nodes -days ${selfSignedDays} -subj '/CN=${names[0]?.slice(0, 64) ?? ''}' \\
  -addext 'subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}' -keyout privkey.pem -out fullchain.pem 2>&1) ||
  give_up "openssl could not make it: $(printf '%s' "$said" | one_line)"
keep_own ${folder}
serve ${folder}
drop_others ${folder}
`;
    return { script, files: [] };
}
/** Puts a certificate that came from elsewhere; its key travels as a file of the unit. */
function givenScript({ id, certificate, key }) {
    const folder = ownFolder(id);
    return {
        script: `${_serve_script_js__WEBPACK_IMPORTED_MODULE_1__/* .prelude */ .ez}${_serve_script_js__WEBPACK_IMPORTED_MODULE_1__/* .serveFunctions */ .pS}${placeFunctions}keep_own ${folder}\nserve ${folder}\ndrop_others ${folder}\n`,
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

/***/ 68796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ caSettings),
/* harmony export */   ez: () => (/* binding */ prelude),
/* harmony export */   pS: () => (/* binding */ serveFunctions),
/* harmony export */   tB: () => (/* binding */ hookFunctions)
/* harmony export */ });
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32822);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42937);


/** What a unit says, beside what its programs say: `drover-certificate WORD REST`. */
const prelude = String.raw `set -u
LC_ALL=C.UTF-8; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
tell() { printf '${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificateMark */ .p2} %s\n' "$*"; }
give_up() { tell failed "$*"; exit 1; }
one_line() { tr '\n' ' ' | head -c 600; }
`;
/**
 * bash: `serve FOLDER` makes the certificate in a folder the one in use, and switches the TLS of nginx's sites on that
 * waited for it. nginx is asked first; what it refuses is taken back, links too.
 */
const serveFunctions = `${_look_js__WEBPACK_IMPORTED_MODULE_0__/* .waitingSitesFunction */ .__}
replace_link() { # $1 link, $2 where to
  rm -f -- "$3" && ln -s -- "$2" "$3" && mv -T -f -- "$3" "$1"
}
serve() {
  [ -s "$1/fullchain.pem" ] && [ -s "$1/privkey.pem" ] || give_up "$1 holds no certificate with its key"
  install -d -m 0755 ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.served} || give_up '${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.served} cannot be made'
  before=$(readlink -- ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.current} 2>/dev/null)
  [ "$before" = "$1" ] || replace_link ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.current} "$1" ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.served}/.new
  for file in fullchain.pem privkey.pem; do
    [ "$(readlink ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.served}/$file 2>/dev/null)" = "current/$file" ] ||
      replace_link ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.served}/$file "current/$file" ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.served}/.new
  done
  command -v nginx >/dev/null || { tell served "$1"; return; }
  switched=$(waiting_sites)
  while read -r link plain tls; do
    [ -z "$link" ] || replace_link "$link" "$tls" "$plain.drover-link"
  done <<<"$switched"
  if ! said=$(nginx -t 2>&1); then
    while read -r link plain tls; do
      [ -z "$link" ] || replace_link "$link" "$plain" "$plain.drover-link"
    done <<<"$switched"
    # Without TLS sites nobody reads the link: the certificate stays where it is for the next try.
    [ -z "$before" ] || [ "$before" = "$1" ] || replace_link ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.current} "$before" ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.served}/.new
    give_up "nginx refuses it, so nothing was switched: $(printf '%s' "$said" | grep -m 1 emerg || printf '%s' "$said" | one_line)"
  fi
  if systemctl is-active --quiet nginx.service; then
    said=$(systemctl reload nginx.service 2>&1) || give_up "nginx could not be reloaded: $(printf '%s' "$said" | one_line)"
  fi
  tell served "$1"
}
`;
/**
 * Environment in which certbot takes this CA for the ACME server. boto3 would take it for AWS as well, unless it is
 * told another one.
 */
function caSettings(ca) {
    return `REQUESTS_CA_BUNDLE=${ca} AWS_CA_BUNDLE=${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.authorities}`;
}
/** bash: what Debian's timer does after a renewal. */
const hookFunctions = String.raw `
write_file() { # $1 path, $2 mode; content on standard input
  install -d -m 0755 "${'$'}{1%/*}" && cat >"$1.drover" && chmod "$2" "$1.drover" && mv -f -- "$1.drover" "$1"
}
install_hook() { # $1 file with the CA of the ACME server, or nothing
  write_file ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.hook} 0755 <<'HOOK' || give_up 'the hook for renewals cannot be written'
#!/bin/sh
# Written by Drover: nginx takes the renewed certificate.
command -v nginx >/dev/null && systemctl is-active --quiet nginx.service || exit 0
nginx -t -q && systemctl reload nginx.service
HOOK
  if [ -n "$1" ]; then
    printf '# Written by Drover\n[Service]\nEnvironment=%s\n' "${caSettings('$1')}" |
      write_file ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.timerSettings} 0644 && systemctl daemon-reload
  elif [ -e ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.timerSettings} ]; then
    rm -f ${_places_js__WEBPACK_IMPORTED_MODULE_1__/* .certificatePlaces */ .c9.timerSettings} && systemctl daemon-reload
  fi
}
`;


/***/ })

};
