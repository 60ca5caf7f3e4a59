export const id = 2616;
export const ids = [2616];
export const modules = {

/***/ 2616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  certbot: () => (/* binding */ certbot),
  prepareCertificates: () => (/* binding */ prepareCertificates)
});

// EXTERNAL MODULE: ./build/flock/certificate-schema.js
var certificate_schema = __webpack_require__(36945);
// EXTERNAL MODULE: ./build/operations/desired.js + 1 modules
var desired = __webpack_require__(87059);
// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/operations/push-now.js
var push_now = __webpack_require__(48406);
// EXTERNAL MODULE: ./build/operations/certbot/certify-machine.js + 16 modules
var certify_machine = __webpack_require__(50288);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/recipes/certificates/read-certificate.js
var read_certificate = __webpack_require__(93147);
;// CONCATENATED MODULE: ./build/operations/certbot/given-certificates.js




/** Throws one InputError with everything wrong with the certificates that secrets hold for these machines. */
function readGivenCertificates(ports, machines) {
    const pairs = new Map();
    const problems = [];
    for (const { name, certificate: wish } of machines) {
        if (!isGiven(wish))
            continue;
        const [certificate, key] = [wish.certificateSecret, wish.keySecret].map((secret) => {
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
        problems.push(...findProblems({ machine: name, wish, certificate, key, nowMs: ports.clock.now() }));
        pairs.set(idOf(wish), { certificate, key, sha256: (0,digest/* sha256 */.s)(Buffer.from(certificate)) });
    }
    (0,errors/* refuse */.TR)(problems);
    return (wish) => {
        const pair = pairs.get(idOf(wish));
        if (pair === undefined)
            throw new Error(`the secrets of ${idOf(wish)} were not read`);
        return pair;
    };
}
function isGiven(wish) {
    return wish?.from === 'secret';
}
function idOf({ certificateSecret, keySecret }) {
    return JSON.stringify([certificateSecret, keySecret]);
}
/** Never quotes what a secret holds. */
function findProblems({ machine, wish, certificate, key, nowMs }) {
    const problem = (secret, what, hint) => [
        { message: `${machine}: secret "${secret}": ${what}`, reason: 'invalid-certificate', hint },
    ];
    const [leaf] = (0,read_certificate/* certificatesOf */.m)(certificate);
    const inPem = 'give PEM: the certificate first, then the chain, each from "-----BEGIN CERTIFICATE-----" on';
    if (leaf === undefined)
        return problem(wish.certificateSecret, 'holds no certificate that can be read', inPem);
    const privateKey = readKey(key);
    if (privateKey === undefined) {
        return problem(wish.keySecret, 'holds no private key that can be read', 'give it in PEM, without a password');
    }
    if (!leaf.checkPrivateKey(privateKey)) {
        return problem(wish.keySecret, `is not the key of "${wish.certificateSecret}"`, 'give the two that belong together');
    }
    const end = leaf.validTo;
    if (Date.parse(end) < nowMs) {
        return problem(wish.certificateSecret, `ended on ${end}`, 'give one that is still good');
    }
    const missing = wish.names.filter((name) => leaf.checkHost(name.replace(/^\*\./, 'any.')) === undefined);
    if (missing.length === 0)
        return [];
    return problem(wish.certificateSecret, `is not for ${missing.map((name) => `"${name}"`).join(', ')}`, 'give one for all of "certificate.names", or correct the names');
}
function readKey(pem) {
    try {
        return (0,external_node_crypto_.createPrivateKey)(pem);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/operations/certbot/order-events.js
var order_events = __webpack_require__(40481);
;// CONCATENATED MODULE: ./build/operations/certbot/order-budget.js


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
    return wishes.map((wish) => {
        const full = limitsFor(wish, { ...budget, soFar }).flatMap((one) => refusal(one, nowMs));
        if (full.length === 0) {
            soFar = { ...soFar, orders: [...soFar.orders, { ...wish, atMs: nowMs }] };
            return { kind: 'allowed' };
        }
        const possibleAt = new Date(Math.max(...full.map(({ freeMs }) => freeMs))).toISOString();
        const message = `no order before ${possibleAt}: ${full.map(({ words }) => words).join('; ')}`;
        return { kind: 'refused', message, possibleAt };
    });
}
function limitsFor(wish, { soFar, registeredDomain }) {
    if (wish.acme !== certificate_schema/* acmeDirectories */.Cn.production)
        return [];
    const orders = soFar.orders.filter(({ acme }) => acme === wish.acme);
    const same = {
        limit: perWeek.names,
        windowMs: weekMs,
        times: orders.filter(({ names }) => (0,order_events/* isSameNames */.Bi)(names, wish.names)).map(({ atMs }) => atMs),
        words: `${perWeek.names} certificates for just these names were issued within a week`,
    };
    // Renewals count for no domain, and are kept from nothing by what else was ordered for theirs.
    if (wish.isRenewal)
        return [same];
    const fresh = orders.filter(({ isRenewal }) => !isRenewal);
    const domains = (0,order_events/* domainsOf */.VH)(wish.names, registeredDomain).map((domain) => {
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

;// CONCATENATED MODULE: ./build/operations/certbot/make-order-budget.js


function makeOrderBudget({ soFar, clock, registeredDomain }) {
    let known = soFar;
    return {
        spend: (wish) => {
            const nowMs = clock.now();
            const [verdict] = judgeOrders([wish], { soFar: known, nowMs, registeredDomain });
            if (verdict?.kind === 'refused') {
                throw new errors/* DroverError */.F(`${wish.machine}: ${verdict.message}`, {
                    reason: 'over-quota',
                    hint: 'Run it again then, or use "acme: staging" for trials. What the machine has serves on.',
                });
            }
            // Also one that fails later: whether it was fulfilled is not known before the certificate authority answers.
            known = { ...known, orders: [...known.orders, { ...wish, atMs: nowMs }] };
        },
    };
}

;// CONCATENATED MODULE: ./build/operations/certbot/read-orders-so-far.js


const dayMs = 86_400_000;
/** What the log has that can still count. A record belongs to the day it started, so one day more is read. */
async function readOrdersSoFar({ ledger, clock, }) {
    const since = new Date(clock.now() - budgetMs - dayMs).toISOString().slice(0, 10);
    return (0,order_events/* readOrders */.eO)(await ledger.history({ since, limit: Number.POSITIVE_INFINITY }));
}

// EXTERNAL MODULE: ./build/operations/certbot/registered-domain.js
var registered_domain = __webpack_require__(28852);
;// CONCATENATED MODULE: ./build/operations/certbot/certbot.js









/** Gives machines the certificates that the flock asks for: restored, ordered, renewed, made or put. */
const certbot = (0,fleet_operation/* defineFleetOperation */.t)({
    records: ({ dryRun }) => !dryRun,
    connects: true,
    prepare: async (ports, { survey, machines, request }) => {
        // No machine is rendered: this only makes every secret known that a machine might print.
        await (0,desired/* renderMachines */.p)(ports, survey, []);
        const work = await prepareCertificates(ports, { survey, machines, operation: request.operation });
        const { dryRun: isDryRun, force: isForced = false } = request;
        return (job) => (0,certify_machine/* certifyMachine */.e)(job, { ...work, isDryRun, isForced });
    },
});
/** Everything about certificates that can be refused before a machine is touched. */
async function prepareCertificates(ports, { survey, machines, operation }) {
    const given = readGivenCertificates(ports, machines);
    // What is ordered must be kept: without the key nothing is begun.
    if (machines.some(({ certificate }) => certificate?.from === 'acme' && certificate.contact !== undefined)) {
        await ports.seal();
    }
    const budget = await openBudget(ports, machines);
    return { operation, survey, given, pushNow: (0,push_now/* makePushNow */.f)(ports), budget, isDryRun: false, isForced: false };
}
/** A week of the log is read only for orders that count. */
async function openBudget(ports, machines) {
    const isCounted = (wish) => wish?.from === 'acme' && wish.contact !== undefined && wish.acme === certificate_schema/* acmeDirectories */.Cn.production;
    const mayCount = machines.some(({ certificate }) => isCounted(certificate));
    const soFar = mayCount ? await readOrdersSoFar(ports) : { orders: [] };
    return makeOrderBudget({ soFar, clock: ports.clock, registeredDomain: registered_domain/* registeredDomain */.t });
}


/***/ }),

/***/ 50288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ certifyMachine)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/operations/judge-certificate.js
var judge_certificate = __webpack_require__(50306);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/survey.js
var survey = __webpack_require__(82305);
// EXTERNAL MODULE: ./build/recipes/certificates/places.js
var places = __webpack_require__(42937);
;// CONCATENATED MODULE: ./build/recipes/certificates/kept-order-program.js

/**
 * Python beside `order.py`, imported by it: remembers an order on the machine's disk from before it is placed until
 * certbot has saved what came of it, so that a certbot that was ended goes on with the same order. The key of the
 * certificate is kept too, since a finished order fits no other.
 *
 * certbot's and acme's own classes speak with the server. What is put around them: `ClientV2._post` answers a
 * new order with the one that is kept, and the finalisation of one that has been finalised with the order itself, which
 * is what RFC 8555, 7.4, has for it; `make_key` gives the kept key; `Client.obtain_certificate` decides first
 * whether what is kept will do. Failed authorizations are noted as they are seen, each once by its URL.
 */
const keptOrderProgram = String.raw `import contextlib, datetime, glob, json, os, re, shutil, time
from machine_notes import Failures, has_bytes, read_text, sync_folder, write_whole

KEPT = '${places/* certificatePlaces */.c9.keptOrder}'
LETSENCRYPT = '${places/* certificatePlaces */.c9.letsencrypt}'
PARTS = ('cert', 'chain', 'fullchain', 'privkey')
LIVE = ('pending', 'ready', 'processing', 'valid')
# After a challenge was answered, for so many seconds.
LONGEST_LOOK = 10
# acme's own makes two of each: certbot that gives up takes the answer to a challenge away while the server looks for it.
POSTS = 4


class FailedBefore(Exception):
    """The order of an earlier attempt came to nothing because of a name: it is not repeated at once."""


class TooManyFailures(Exception):
    pass


class KeptOrder:
    def __init__(self, request, number, problems):
        self.request, self.number, self.problems = request, number, problems
        self.client, self.kept, self.answer, self.status, self.finalize = None, {}, None, None, None
        self.resumed, self.has_answered, self.failures = False, False, Failures()
        # Of this attempt, and of an order that an earlier one left.
        self.invalid, self.earlier = [], []

    def install(self):
        import acme.challenges, acme.client, acme.messages, certbot._internal.client, certbot.crypto_util
        network, keys, certbot_client = acme.client.ClientV2, certbot.crypto_util, certbot._internal.client.Client
        post, make_key, obtain = network._post, keys.make_key, certbot_client.obtain_certificate

        def obtain_kept(client, domains, old_keypath=None):
            # A lineage that keeps its key is as certbot has it: nothing of it is ours to keep.
            if old_keypath is None:
                self.begin(client.acme)
            return obtain(client, domains, old_keypath)

        def make_kept_key(*args, **kwargs):
            if self.client is None:
                return make_key(*args, **kwargs)
            if 'key' not in self.kept:
                self.keep(key=make_key(*args, **kwargs).decode())
            return self.kept['key'].encode()

        def send(client, *args, **kwargs):
            for number in range(1, POSTS + 1):
                try:
                    return post(client, *args, **kwargs)
                except acme.messages.Error as error:
                    # RFC 8555, 6.5: nothing was done, and a new nonce came with the refusal.
                    if error.code != 'badNonce' or number == POSTS:
                        raise

        def post_kept(client, url, obj, *args, **kwargs):
            if client is self.client:
                if 'key' in self.kept and url == client.directory['newOrder']:
                    return self.place(lambda: send(client, url, obj, *args, **kwargs))
                if url == self.finalize and self.resumed and self.status in ('processing', 'valid'):
                    return client._post_as_get(self.kept['order'])
            self.has_answered = self.has_answered or isinstance(obj, acme.challenges.ChallengeResponse)
            try:
                answer = send(client, url, obj, *args, **kwargs)
            except acme.messages.Error as error:
                if url == self.finalize and error.code in ('badCSR', 'badPublicKey'):
                    self.drop()
                raise
            self.see(url, answer)
            return answer

        network._post, keys.make_key, certbot_client.obtain_certificate = post_kept, make_kept_key, obtain_kept

    def begin(self, client):
        """Takes up what is kept if it is what is asked for and can be gone on with; all else is dropped."""
        self.client = client
        about = {name: self.request[name] for name in ('acme', 'keyType', 'lineage')}
        about.update(names=sorted(self.request['names']), account=client.net.account.uri)
        kept = self.read()
        was = kept.get('about')
        # Also of one that was for other names: what failed of it counts.
        answer = self.fetch(kept['order']) if 'order' in kept and is_same(was, about, 'acme', 'account') else None
        if was != about or self.is_saved(kept.get('key')) or ('order' in kept and answer is None):
            kept = {}
        if 'order' in kept:
            self.answer, self.resumed = answer, True
        self.earlier, self.invalid = self.invalid, []
        if not kept:
            self.drop()
        self.kept = kept or {'about': about}
        if self.resumed:
            return
        if self.earlier and self.number > 1:
            raise FailedBefore('a name could not be proved')
        full = self.failures.full(self.request['names'], self.request['mostFailures'])
        if full:
            raise TooManyFailures(', '.join('"%s"' % name for name in full))

    def fetch(self, url):
        """The answer of the server, or None for an order that cannot be gone on with."""
        import acme.errors, acme.messages
        before = len(self.problems)
        try:
            answer = self.client._post_as_get(url)
            order = acme.messages.Order.from_json(answer.json())
        except acme.errors.Error:
            if any(is_gone(problem) for problem in self.problems[before:]):
                return None
            raise
        self.status = answer.json()['status']
        is_over = order.expires is not None and order.expires <= datetime.datetime.now(datetime.timezone.utc)
        if self.status in LIVE and not is_over:
            return answer
        for authorization in order.authorizations or ():
            self.client._post_as_get(authorization)
        return None

    def place(self, post):
        if self.answer is None:
            answer = post()
            self.keep(order=answer.headers['Location'])
        else:
            answer, self.answer = self.answer, None
            answer.headers['Location'] = self.kept['order']
        self.finalize = answer.json().get('finalize')
        return answer

    def see(self, url, answer):
        try:
            said = answer.json()
        except ValueError:
            return
        if not isinstance(said, dict) or not isinstance(said.get('identifier'), dict):
            return
        if said.get('status') == 'pending' and self.resumed and not self.has_answered:
            self.clear_answers(said)
        if said.get('status') != 'invalid':
            return
        error = next((one['error'] for one in said.get('challenges', []) if one.get('error')), None)
        if error is None:
            return
        name = ('*.' if said.get('wildcard') else '') + str(said['identifier'].get('value', ''))
        if self.failures.note(re.sub('[^A-Za-z0-9.*_-]', '', name), re.sub(r'\s', '', url)):
            self.invalid.append({'name': name, 'type': error.get('type', ''), 'detail': error.get('detail', '')})

    def clear_answers(self, authorization):
        """certbot does not write over the answer that an earlier one left."""
        for challenge in authorization.get('challenges', []):
            token = str(challenge.get('token', ''))
            if 'webroot' in self.request and re.fullmatch('[A-Za-z0-9_-]+', token):
                with contextlib.suppress(FileNotFoundError):
                    os.remove(os.path.join(self.request['webroot'], '.well-known/acme-challenge', token))

    def look_after_failure(self):
        """What the server decides of names although certbot ended by something else counts as well."""
        until = time.time() + LONGEST_LOOK
        while self.client is not None and 'order' in self.kept and not self.invalid:
            with contextlib.suppress(Exception):
                order = self.client._post_as_get(self.kept['order']).json()
                found = [self.client._post_as_get(url).json()['status'] for url in order['authorizations']]
                if 'pending' not in found or not self.has_answered:
                    return
            if time.time() > until:
                return
            time.sleep(1)

    def clear_half_saved(self):
        """certbot begins a new lineage with an empty file and ends by filling it; beside one that it did not end
        it would make another, of another name."""
        name, key = self.request['lineage'], self.read().get('key')
        renewal = os.path.join(LETSENCRYPT, 'renewal', name + '.conf')
        archive, live = (os.path.join(LETSENCRYPT, folder, name) for folder in ('archive', 'live'))
        if key is None or not os.path.isfile(renewal) or has_bytes(renewal):
            return
        there = os.listdir(archive) if os.path.isdir(archive) else []
        if set(there) <= {part + '1.pem' for part in PARTS} and key.startswith(read_text(archive + '/privkey1.pem')):
            shutil.rmtree(archive, ignore_errors=True)
            shutil.rmtree(live, ignore_errors=True)
            os.remove(renewal)

    def is_saved(self, key):
        for path in glob.glob(os.path.join(glob.escape(LETSENCRYPT), 'archive', self.request['lineage'], 'privkey*.pem')):
            folder, name = os.path.split(path)
            if key is not None and read_text(path) == key:
                return all(has_bytes(os.path.join(folder, name.replace('privkey', part, 1))) for part in PARTS)
        return False

    def read(self):
        try:
            kept = json.loads(read_text(KEPT))
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) and isinstance(kept.get('about'), dict) else {}

    def keep(self, **more):
        self.kept.update(more)
        write_whole(KEPT, json.dumps(self.kept) + '\n')

    def finish(self):
        """What certbot saved is on the disk before what it could be had from again is forgotten."""
        os.sync()
        self.drop()

    def drop(self):
        with contextlib.suppress(FileNotFoundError):
            os.remove(KEPT)
            sync_folder(os.path.dirname(KEPT))


def is_same(one, other, *names):
    return all(one.get(name) == other[name] for name in names)


def is_gone(problem):
    kind = str(problem['type']).rsplit(':', 1)[-1]
    return 400 <= problem['status'] < 500 and problem['status'] != 429 and kind not in ('badNonce', 'rateLimited')
`;

;// CONCATENATED MODULE: ./build/recipes/certificates/machine-notes-program.js

/**
 * Python beside `order.py`: files that must be whole after a loss of power, and the failed authorizations of the last
 * day, each with its time, name and URL.
 */
const machineNotesProgram = String.raw `import contextlib, os, re, time

FAILURES = '${places/* certificatePlaces */.c9.failures}'


def sync_folder(folder):
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    os.fsync(handle)
    os.close(handle)


def write_whole(path, text):
    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    os.chmod(folder, 0o700)
    handle = os.open(path + '.new', os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, 'w') as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    os.rename(path + '.new', path)
    sync_folder(folder)


def has_bytes(path):
    return os.path.isfile(path) and os.path.getsize(path) > 0


def read_text(path):
    with contextlib.suppress(OSError), open(path) as file:
        return file.read()
    return ''


class Failures:
    """Lines of seconds since 1970, name and URL of the authorization; older ones have the seconds only."""

    def __init__(self):
        self.lines = [line.split(' ') for line in read_text(FAILURES).splitlines() if re.match('[0-9]+( |$)', line)]

    def note(self, name, url):
        """False when it is known already."""
        if any(line[2:] == [url] for line in self.lines):
            return False
        now = int(time.time())
        self.lines = [line for line in self.lines if int(line[0]) > now - 86400] + [[str(now), name, url]]
        write_whole(FAILURES, ''.join(' '.join(line) + '\n' for line in self.lines))
        return True

    def full(self, names, most):
        recent = [line[1] if len(line) > 1 else None for line in self.lines if int(line[0]) > time.time() - 3600]
        return [name for name in names if recent.count(name) + recent.count(None) >= most]
`;

;// CONCATENATED MODULE: ./build/recipes/certificates/order-program.js

/**
 * Python that runs certbot in its own interpreter, up to five times, and says how each run ended by the types of
 * its errors and by what the ACME server answered (RFC 8555, 6.7), which certbot's own words hide: its version in
 * Debian 12 fails with "can't set attribute" on any refusal. certbot's library logs each answer with
 * its parts, and those are what is read here; no text is taken apart. What one run began the next goes on
 * with (`kept-order-program.ts`), also when certbot or the machine was ended meanwhile.
 *
 * It is started in a folder with `order.json` (`OrderRequest`) and the two modules. Names that are to be proved over
 * Route 53 are looked up there before anything is ordered, by the one call with which certbot's plugin begins each
 * change. Prints `drover-certificate attempt JSON` for each run, and exits with 0 only when certbot has what was
 * asked for.
 */
const orderProgram = String.raw `import json, logging, os, random, subprocess, sys, time

from kept_order import FailedBefore, KeptOrder, TooManyFailures

MARK = '${places/* certificateMark */.p2}'


class Listener(logging.Handler):
    def __init__(self):
        super().__init__(logging.DEBUG)
        self.problems, self.orders, self.retry_after = [], set(), None

    def emit(self, record):
        args = record.args
        if not isinstance(args, tuple) or len(args) != 3 or not isinstance(args[0], int):
            return
        status, headers, body = args
        try:
            said = json.loads(body)
        except (TypeError, ValueError):
            said = {}
        if not isinstance(said, dict):
            return
        fields = dict(line.split(': ', 1) for line in str(headers).split('\n') if ': ' in line)
        fields = {name.lower(): value.strip() for name, value in fields.items()}
        if status == 201 and 'finalize' in said:
            self.orders.add(fields.get('location', said['finalize']))
        if status >= 400:
            self.retry_after = fields.get('retry-after', self.retry_after)
            self.problems.append({'status': status, 'type': said.get('type', ''), 'detail': said.get('detail', '')})


class NoZone(Exception):
    pass


def find_zones(names):
    import boto3
    zones = []
    for page in boto3.client('route53').get_paginator('list_hosted_zones').paginate():
        zones += ['.' + zone['Name'].rstrip('.') for zone in page['HostedZones'] if not zone['Config']['PrivateZone']]
    without = [name for name in names if not ('.' + name.lower()).endswith(tuple(zones))]
    if without:
        raise NoZone(', '.join(without))


def dns_failure(error):
    """What boto3 raised, also where certbot's plugin raised another error of it; None when it was something else."""
    # boto3 is there only for a challenge that needs it.
    exceptions = sys.modules.get('botocore.exceptions')
    if exceptions is None:
        return None
    for one in causes(error):
        if isinstance(one, exceptions.ClientError):
            said = one.response.get('Error', {})
            return {'code': said.get('Code', ''), 'text': said.get('Message', '')}
        if isinstance(one, (exceptions.BotoCoreError, NoZone)):
            return {'code': type(one).__name__, 'text': str(one)}


def causes(error):
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def kind_of(error):
    import acme.errors
    import acme.messages
    import certbot.errors
    import requests

    def has(*types):
        return any(isinstance(one, types) for one in causes(error))

    if isinstance(error, SystemExit):
        return 'certbot'
    if has(certbot.errors.LockError):
        return 'busy'
    if has(TooManyFailures):
        return 'limit'
    if has(FailedBefore):
        return 'challenge'
    if has(acme.messages.Error, acme.errors.BadNonce, acme.errors.MissingNonce):
        return 'refused'
    if has(requests.exceptions.SSLError):
        return 'untrusted'
    if has(requests.exceptions.ConnectionError, requests.exceptions.Timeout):
        return 'unreachable'
    if has(certbot.errors.AuthorizationError):
        return 'challenge'
    if has(acme.errors.TimeoutError):
        return 'slow'
    if has(acme.errors.ClientError, requests.exceptions.RequestException):
        return 'no-directory'
    return 'certbot'


def attempt(order, number):
    listener = Listener()
    logging.getLogger('acme.client').addHandler(listener)
    kept = KeptOrder(order, number, listener.problems)
    import certbot.main
    ended = {'kind': 'done'}
    try:
        if order['zonesFor']:
            find_zones(order['zonesFor'])
        kept.clear_half_saved()
        kept.install()
        said = certbot.main.main(order['arguments'])
        if said:
            ended = {'kind': 'certbot', 'text': str(said)}
    except BaseException as error:
        last = listener.problems[-1] if listener.problems else {}
        ended = {'kind': kind_of(error), 'text': str(error) or type(error).__name__, **last}
        dns = dns_failure(error)
        if dns is not None:
            # Debian's botocore gives its errors the types of requests, which would be the ACME server's.
            ended = {'kind': 'dns', 'code': dns['code'], 'text': ' '.join(dns['text'].split())[:300]}
    if ended['kind'] == 'done':
        kept.finish()
    else:
        kept.look_after_failure()
        # Whatever certbot met last: an order with such a name comes to nothing.
        if kept.invalid:
            ended['kind'] = 'challenge'
    ended.update(orders=len(listener.orders), resumed=kept.resumed, invalid=kept.invalid, earlier=kept.earlier)
    if listener.retry_after is not None:
        ended['retryAfter'] = listener.retry_after
    with open('ended.json', 'w') as out:
        json.dump(ended, out)
    sys.stdout.flush()
    # certbot leaves behind what would tell its last error again.
    os._exit(0)


def wait_before_next(ended, number, longest):
    """Seconds, or None when another try would end as this one did."""
    retry_after = ended.get('retryAfter')
    try:
        asked = float(retry_after) if retry_after is not None else None
    except ValueError:
        asked = longest + 1
    kind, problem, status = ended['kind'], ended.get('type', '').rsplit(':', 1)[-1], ended.get('status', 0)
    transient = (
        kind in ('busy', 'slow')
        or (kind == 'unreachable' and (number == 1 or ended['orders'] > 0 or ended['resumed']))
        or (kind in ('refused', 'no-directory') and (problem in ('badNonce', 'serverInternal') or status >= 500))
        or (kind == 'refused' and (problem == 'rateLimited' or status == 429))
    )
    if not transient or (asked is not None and asked > longest):
        return None
    return max(asked or 0, 2 ** number * (0.5 + random.random()))


def main(order):
    for number in range(1, order['attempts'] + 1):
        if os.path.exists('ended.json'):
            os.remove('ended.json')
        ran = subprocess.run([sys.executable, __file__, 'attempt', str(number)], stdin=subprocess.DEVNULL)
        try:
            with open('ended.json') as out:
                ended = json.load(out)
        except (OSError, ValueError):
            ended = {'kind': 'certbot', 'text': 'it ended with %d before it said how' % ran.returncode}
            ended.update(orders=0, resumed=False, invalid=[], earlier=[])
        wait = None
        if ended['kind'] != 'done' and number < order['attempts']:
            wait = wait_before_next(ended, number, order['maxWaitSeconds'])
        ended['attempt'] = number
        if wait is not None:
            ended['waitSeconds'] = round(wait, 1)
        print(MARK, 'attempt', json.dumps(ended, sort_keys=True), flush=True)
        if ended['kind'] == 'done':
            return 0
        if wait is None:
            return 1
        time.sleep(wait)


with open('order.json') as given:
    request = json.load(given)
if sys.argv[1:2] == ['attempt']:
    attempt(request, int(sys.argv[2]))
sys.exit(main(request))
`;

// EXTERNAL MODULE: ./build/recipes/certificates/serve-script.js
var serve_script = __webpack_require__(68796);
;// CONCATENATED MODULE: ./build/recipes/certificates/order.js





const attempts = 5;
/** Longer waits that an ACME server asks for are told, not waited for. */
const maxWaitSeconds = 120;
/** Of one name within an hour, before nothing is ordered for it: Let's Encrypt locks it out at five. */
const mostFailures = 3;
/** bash for a unit, and the files that it needs. Says `served FOLDER` when it is done. */
function orderScript(order) {
    const { wish, lineage } = order;
    const { acme, key: keyType, names } = wish;
    const zonesFor = wish.challenge === 'dns-route53' ? [...new Set(names.map(challengeName))] : [];
    const request = {
        arguments: certbotArguments(order),
        ...{ attempts, maxWaitSeconds, mostFailures, acme, keyType, lineage, names },
        zonesFor,
        ...(wish.challenge === 'webroot' ? { webroot: order.webroot } : {}),
    };
    const python = (path, text) => ({
        path,
        mode: 0o600,
        bytes: Buffer.from(text),
    });
    const ca = wish.ca ?? '';
    const script = `${serve_script/* prelude */.ez}${serve_script/* serveFunctions */.pS}${serve_script/* hookFunctions */.tB}
lacking=
for package in ${packagesFor(wish).join(' ')}; do
  [ "$(dpkg-query -W -f '\${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || lacking="$lacking $package"
done
if [ -n "$lacking" ]; then
  tell installing "$lacking"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q -o DPkg::Lock::Timeout=300 update
  apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends $lacking || { tell uninstallable "$lacking"; exit 1; }
fi
${ca === '' ? '' : `[ -r ${ca} ] || { tell lacks-ca; exit 1; }\nexport ${(0,serve_script/* caSettings */.AB)(ca)}\n`}${wish.challenge === 'webroot'
        ? `install -d -m 0755 ${order.webroot} || give_up 'the webroot cannot be made'\n`
        : ''}tell ordering
python3 "$PWD/order.py" || exit 1
install_hook '${ca}'
serve ${places/* certificatePlaces */.c9.letsencrypt}/live/${lineage}
`;
    return {
        script,
        files: [
            python('order.py', orderProgram),
            python('kept_order.py', keptOrderProgram),
            python('machine_notes.py', machineNotesProgram),
            { path: 'order.json', mode: 0o600, bytes: Buffer.from(`${JSON.stringify(request)}\n`) },
        ],
    };
}
/** bash for a unit: what is there already is made the certificate in use. */
function serveScript({ folder, ca = '' }) {
    const isLineage = folder.startsWith(`${places/* certificatePlaces */.c9.letsencrypt}/`);
    return `${serve_script/* prelude */.ez}${serve_script/* serveFunctions */.pS}${serve_script/* hookFunctions */.tB}${
    // What a restoration that was cut off left.
    isLineage ? `rm -rf -- ${places/* certificatePlaces */.c9.letsencrypt}/.drover-restore\ninstall_hook '${ca}'\n` : ''}serve ${folder}\n`;
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
function certbotArguments({ wish, lineage, contact, webroot, isForced }) {
    const { names, acme, key, challenge } = wish;
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

// EXTERNAL MODULE: ./build/recipes/certificates/own.js
var own = __webpack_require__(5705);
;// CONCATENATED MODULE: ./build/recipes/certificates/restore.js


/**
 * bash for a unit that puts captured lineages and accounts back, byte for byte. A lineage becomes one for certbot only
 * with the last file of it, below `renewal`, so that one that was cut off is looked at as none. What else lies in
 * /etc/letsencrypt stays. Says `restored DIGEST` of what is there then, and `served FOLDER`.
 */
function restoreScript({ lineage, archive, ca = '' }) {
    const script = `${serve_script/* prelude */.ez}${places/* digestFunction */.zp}${serve_script/* serveFunctions */.pS}${serve_script/* hookFunctions */.tB}
root=${places/* certificatePlaces */.c9.letsencrypt}; stage=$root/.drover-restore
rm -rf -- "$stage" && install -d -m 0755 "$root" && install -d -m 0700 "$stage" || give_up "$root cannot be written"
trap 'rm -rf -- "$stage"' EXIT
tar --extract --numeric-owner --same-owner --preserve-permissions --no-overwrite-dir --directory "$stage" --file lineages.tar ||
  give_up 'the archive cannot be unpacked'
sync -f "$stage"
# Takes the place of what has its path; folders around it keep what else they hold.
place() { # $1 path below both
  install -d -m 0700 "$root/\${1%/*}" && rm -rf -- "$root/$1" && mv -T -- "$stage/$1" "$root/$1" || give_up "$root/$1 cannot be written"
}
place_in() { # $1 folder, $2 depth at which things are moved whole
  [ -d "$stage/$1" ] || return 0
  while IFS= read -r -d '' path; do place "$1/$path"; done < <(find "$stage/$1" -mindepth "$2" -maxdepth "$2" -printf '%P\\0')
  # Folders on the way, and files beside them, such as README.
  while IFS= read -r -d '' path; do
    [ -d "$stage/$1/$path" ] && [ ! -L "$stage/$1/$path" ] || { place "$1/$path"; continue; }
    install -d "$root/$1/$path" && chown --reference="$stage/$1/$path" -- "$root/$1/$path" && chmod --reference="$stage/$1/$path" -- "$root/$1/$path"
  done < <(find "$stage/$1" -mindepth 1 -maxdepth $(($2 - 1)) -printf '%P\\0' 2>/dev/null)
  install -d "$root/$1" && chown --reference="$stage/$1" -- "$root/$1" && chmod --reference="$stage/$1" -- "$root/$1"
}
for conf in "$stage"/renewal/*.conf; do
  [ -e "$conf" ] || continue
  # From here on it is no lineage, until all of it is there.
  rm -f -- "$root/renewal/\${conf##*/}"
done
place_in accounts 4
place_in archive 1
place_in live 1
sync -f "$root"
place_in renewal 1
sync -f "$root"
tell restored "$(lineage_digest)"
install_hook '${ca}'
serve ${places/* certificatePlaces */.c9.letsencrypt}/live/${lineage}
`;
    return { script, files: [{ path: 'lineages.tar', mode: 0o600, bytes: archive }] };
}

;// CONCATENATED MODULE: ./build/operations/certbot/limit-failures.js


const hourMs = 60 * 60 * 1000;
/**
 * Throws `too-many-failures` when one of the names failed three times within the hour, counted by what the machine and
 * what the branch remember. An order adds one failure for a name at most: Let's Encrypt locks it out at five.
 */
async function limitFailures({ ports, machine }, { names, sighting }) {
    const nowMs = ports.clock.now();
    const events = await ports.ledger.history({
        machines: [machine.name],
        since: new Date(nowMs - hourMs).toISOString().slice(0, 10),
        limit: 1000,
    });
    const full = fullNames(names, {
        nowMs,
        // The clock of the machine may be another.
        onMachine: sighting.failures.map((one) => ({ ...one, atMs: one.atMs - sighting.nowMs + nowMs })),
        onBranch: events.flatMap(readFailures),
    });
    if (full.length === 0)
        return;
    const told = full.map(({ name }) => `"${name}"`).join(', ');
    const when = new Date(Math.max(...full.map(({ freeMs }) => freeMs))).toISOString().slice(0, 16);
    throw new errors/* DroverError */.F(`${machine.name}: ${mostFailures} authorizations of ${told} failed within an hour: nothing is ordered before ${when}Z`, {
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
            return newest[mostFailures - 1] ?? [];
        });
        return full.length === 0 ? [] : [{ name, freeMs: Math.max(...full) + hourMs }];
    });
}

// EXTERNAL MODULE: ./build/operations/failure.js
var failure = __webpack_require__(69477);
;// CONCATENATED MODULE: ./build/operations/certbot/explain-route53.js
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

;// CONCATENATED MODULE: ./build/operations/certbot/explain-order.js



/** Why a unit that ordered did not come to its end: one sentence, by what the ACME server said and what failed. */
function explainOrder(report, { machine, wish }) {
    const fail = (reason, what, hint) => new errors/* DroverError */.F(`${machine}: ${what}`, { reason, hint });
    if (report.uninstallable !== undefined) {
        return fail('missing-tool', `could not install ${report.uninstallable}`, 'Ensure that the machine reaches its package sources. The lines above are what apt-get said.');
    }
    if (report.lacksCa) {
        return fail('invalid-settings', `has no file ${wish.ca ?? ''}, which "certificate.ca" names`, 'Put the CA of the ACME server there, for example by files.yml, or leave "ca" out.');
    }
    const last = report.attempts.at(-1);
    if (last !== undefined && last.kind !== 'done')
        return explainAttempt(last, { machine, wish });
    const again = 'Run the operation again: it looks first and finishes what is missing.';
    return fail('follow-up-failed', report.failed ?? 'the order ended before it said how', again);
}
function explainAttempt(last, { machine, wish }) {
    const { detail = '', text = '' } = last;
    const said = detail === '' ? text : detail;
    const tries = last.attempt === 1 ? '' : ` (${last.attempt} attempts)`;
    const none = last.orders === 0 && last.resumed !== true ? ': nothing was ordered' : '';
    const fail = (reason, what, hint) => new errors/* DroverError */.F(`${machine}: ${what}`, { reason, hint });
    switch (last.kind) {
        case 'unreachable':
            return fail('acme-unreachable', `the ACME server at ${wish.acme} cannot be reached from the machine${tries}${none}`, 'Ensure that the address is right and that the machine may connect to it.');
        case 'untrusted':
            return fail('acme-unreachable', `the machine does not trust the ACME server at ${wish.acme}${none}`, 'For a server of your own, name the file with its CA: "certificate: { ca: PATH }". Otherwise ensure that ca-certificates is installed and the clock is right.');
        case 'no-directory':
            return fail('acme-unreachable', `${wish.acme} is no directory of an ACME server${none}`, 'Correct "certificate.acme", or wait if the server is being worked on.');
        case 'challenge': {
            const unproved = last.invalid.length === 0 ? (last.earlier ?? []) : last.invalid;
            const names = unproved.map(({ name, detail: why }) => `"${name}" (${why})`).join(', ');
            return fail('authorization-failed', `the ACME server could not prove ${names || 'a name'}`, `${proofHints[wish.challenge]} At most ${mostFailures} of a name may fail within an hour.`);
        }
        case 'limit':
            return fail('too-many-failures', `${mostFailures} authorizations of ${text} failed within an hour${none}`, 'Mend what the failures said first, then run this again when the hour is over. The ACME server locks a name out after a few more.');
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

// EXTERNAL MODULE: ./build/operations/certbot/order-events.js
var order_events = __webpack_require__(40481);
// EXTERNAL MODULE: ./build/operations/certbot/registered-domain.js
var registered_domain = __webpack_require__(28852);
;// CONCATENATED MODULE: ./build/operations/certbot/order-end.js





/** Pure: what became of an order, by what the unit said. */
function endOfOrder({ report, isDone }, { placed, wish }) {
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
    const error = explainOrder(report, { machine: placed.machine, wish });
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

// EXTERNAL MODULE: ./build/operations/certbot/plan-certificate.js
var plan_certificate = __webpack_require__(7962);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/recipes/certificates/probe.js
/** RFC 8555, 8.3: where an ACME server asks. */
const folder = '.well-known/acme-challenge';
function probePath(token) {
    return `/${folder}/${token}`;
}
function putProbe({ webroot, token }) {
    const script = 'umask 022; mkdir -p -- "$1" && printf "%s\\n" "$2" >"$1/$2" && chmod 0644 "$1/$2" && find "$1" -maxdepth 1 -name "drover-*" -mmin +60 -delete';
    return { argv: ['sh', '-c', script, 'drover', `${webroot}/${folder}`, token] };
}
function dropProbe({ webroot, token }) {
    return { argv: ['rm', '-f', '--', `${webroot}/${folder}/${token}`] };
}

// EXTERNAL MODULE: ./build/operations/answer-of.js
var answer_of = __webpack_require__(67991);
;// CONCATENATED MODULE: ./build/operations/certbot/preflight.js




/**
 * Whether an ACME server would find this machine at each name, seen from here. Throws `name-elsewhere` or
 * `probe-unanswered`, so that nothing is ordered that cannot come. Names that are proved over DNS are not looked at.
 */
async function checkReach(job, flight) {
    if (flight.wish.challenge === 'dns-route53')
        return;
    await job.step('look from outside', async () => {
        const addresses = await resolveNames(job, flight);
        await probe(job, flight, addresses);
    });
}
const nothingOrdered = 'nothing was ordered';
/** Each name with the address at which this machine is known. */
async function resolveNames({ ports, machine }, { identity, wish }) {
    const own = await ports.outside.addressesOf(identity.address);
    const found = new Map();
    for (const name of wish.names) {
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
async function probe(job, { session, wish, webroot }, addresses) {
    const { ports, machine } = job;
    const token = `drover-${(0,external_node_crypto_.randomBytes)(16).toString('hex')}`;
    const subject = `${machine.name}: the probe for port 80`;
    const hint = `Ensure that ${webroot} can be written.`;
    const isWebroot = wish.challenge === 'webroot';
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/recipes/certificates/check-archive.js


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

// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/operations/certbot/certificate-file.js
var certificate_file = __webpack_require__(35131);
;// CONCATENATED MODULE: ./build/operations/certbot/restore-lineages.js




/** The sealed archive of a machine, opened and checked; throws `invalid-ledger`. */
async function openSealedLineages({ machine, ports }, { snapshot }) {
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
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/recipes/certificates/read-unit.js


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

// EXTERNAL MODULE: ./build/operations/run-transient.js + 4 modules
var run_transient = __webpack_require__(28625);
;// CONCATENATED MODULE: ./build/operations/certbot/run-unit.js




/** Packages, five attempts, and what they wait for. */
const timeoutSeconds = 45 * 60;
const lockWaitSeconds = 15 * 60;
/** Work on a machine's certificates as a unit that goes on when the link or this process ends. */
async function runUnit(job, { session, identity, script, files }) {
    const reader = readUnit({ onStep: (name) => job.stepStarted(name) });
    // A file may be a secret, which a digest must not tell: what the script says of it is enough.
    const told = files.filter(({ path }) => path === 'order.json').map(({ bytes }) => bytes.toString('utf8'));
    const { code } = await (0,run_transient/* runTransient */.W)(job, { session, identity }, {
        kind: 'certificate',
        key: (0,digest/* sha256 */.s)(JSON.stringify([script, told])),
        script,
        files,
        timeoutSeconds,
        lockWaitSeconds,
        onLine: (line) => {
            if (!reader.line(line))
                job.output(line, 'stdout');
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

;// CONCATENATED MODULE: ./build/operations/certbot/act.js












/** Does what the plan says; answers with an outcome only when an order failed. Other failures are thrown. */
async function actOn(job, around) {
    const { plan, wish, progress } = around;
    switch (plan.kind) {
        case 'nothing':
            return undefined;
        case 'serve':
            await runOrThrow(job, around, {
                script: serveScript({ folder: plan.folder, ...caOf(around) }),
                files: [],
            });
            progress.done.push('is served now');
            return undefined;
        case 'restore':
            await restore(job, around);
            return undefined;
        case 'order':
            return wish.from === 'acme' ? await order(job, { ...around, wish, isForced: plan.isForced }) : undefined;
        case 'make':
            if (wish.from !== 'self-signed')
                return undefined;
            await runOrThrow(job, around, (0,own/* selfSignedScript */.c3)(wish, plan.id));
            progress.isForced = false;
            progress.done.push('made, self-signed');
            return undefined;
        case 'put':
            if (wish.from !== 'secret')
                return undefined;
            await runOrThrow(job, around, (0,own/* givenScript */.R_)({ id: plan.id, ...around.given(wish) }));
            progress.done.push('put from secrets');
            return undefined;
    }
}
function caOf({ wish }) {
    return wish.from === 'acme' && wish.ca !== undefined ? { ca: wish.ca } : {};
}
async function runOrThrow(job, { session, identity, plan }, work) {
    const names = { serve: 'serve', restore: 'restore', make: 'make', put: 'put', order: 'order', nothing: '' };
    return await job.step(`${names[plan.kind]} the certificate`, async () => {
        const { report, isDone } = await runUnit(job, { session, identity, ...work });
        if (!isDone)
            throw unitFailure(job, report);
        return report;
    });
}
async function restore(job, around) {
    const { survey, progress, sighting, wish } = around;
    const { recorded } = progress;
    progress.isRestorable = false;
    if (recorded?.lineage === undefined)
        return;
    const archive = await openSealedLineages(job, survey);
    const { lineage, sha256: digest } = recorded;
    const report = await runOrThrow(job, around, restoreScript({ lineage, archive, ...caOf({ ...around, wish }) }));
    // With others beside it the whole is another.
    if (sighting.digest === undefined && report.restored !== digest) {
        throw new errors/* DroverError */.F(`${job.machine.name}: what was restored is not what was captured`, {
            reason: 'follow-up-failed',
            hint: `Ensure that the disk of the machine is sound, remove ${places/* certificatePlaces */.c9.letsencrypt} there and run this again.`,
        });
    }
    progress.done.push('restored');
}
async function order(job, { session, identity, wish, isForced, ...around }) {
    const { machine } = job;
    const { contact } = wish;
    if (contact === undefined) {
        throw new errors/* DroverError */.F(`${machine.name}: no contact is given for the ACME account: nothing was ordered`, {
            reason: 'missing-contact',
            hint: 'Add "contact: ADDRESS" to "certificate" in flock.yml.',
        });
    }
    await limitFailures(job, { names: wish.names, sighting: around.sighting });
    const webroot = webrootOf(job);
    await checkReach(job, { session, identity, wish, webroot });
    const placed = {
        machine: machine.name,
        names: wish.names,
        acme: wish.acme,
        isRenewal: isRenewal(wish, around),
        atMs: job.ports.clock.now(),
    };
    around.budget.spend(placed);
    const script = orderScript({ wish, lineage: (0,plan_certificate/* lineageOf */.bQ)(wish), contact, webroot, isForced });
    const unit = await job.step('order', () => runUnit(job, { session, identity, ...script }), {
        isFailed: ({ report }) => report.attempts.at(-1)?.kind !== 'done',
    });
    const end = endOfOrder(unit, { placed, wish });
    if (end.kind === 'failed')
        return end.outcome;
    around.progress.isForced = false;
    if (end.event !== undefined)
        around.progress.hasOrdered = end.event;
    around.progress.done.push(...end.said);
    return undefined;
}
/** As the certificate authority sees it: it has issued one for just these names. */
function isRenewal({ names, acme }, { sighting, progress }) {
    const { recorded } = progress;
    const known = [
        ...sighting.lineages.map((one) => ({ names: one.facts?.names ?? [], acme: one.acme })),
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

// EXTERNAL MODULE: ./build/operations/certbot/capture-lineages.js + 1 modules
var capture_lineages = __webpack_require__(19275);
// EXTERNAL MODULE: ./build/operations/certbot/look-at-machine.js
var look_at_machine = __webpack_require__(66832);
;// CONCATENATED MODULE: ./build/operations/certbot/certify-machine.js
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
const mostRounds = 4;
/**
 * Gives one machine the certificate that it is to have. Looks again after each act, so that what is told at the end
 * is what was found. Cut off anywhere, the next run goes on from what it finds: an order that the machine has
 * begun goes on without us, and one that it has finished is found as a certificate.
 */
async function certifyMachine(job, work) {
    const { machine, ports } = job;
    const wish = machine.certificate;
    if (wish === undefined) {
        return { kind: 'ok', reason: 'already-so', message: 'flock.yml asks for no certificate' };
    }
    const identity = (0,survey/* identityOf */.cu)(work.survey, machine.name);
    const { tree } = work.survey.snapshot;
    const isSealed = tree.has((0,certificate_file/* sealedLineagesPath */.mm)(machine.name));
    const progress = {
        recorded: (0,certificate_file/* certificateIn */.RZ)(tree, machine.name),
        isRestorable: isSealed,
        isForced: work.isForced,
        done: [],
    };
    for (let round = 0; round < mostRounds; round += 1) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, identity), true);
            const sighting = await job.step('look at certificates', () => (0,look_at_machine/* lookAtMachine */.s)(job, session));
            const plan = (0,plan_certificate/* planCertificate */.Xz)({
                wish,
                sighting,
                sealed: progress.isRestorable ? progress.recorded : undefined,
                nowMs: ports.clock.now(),
                isForced: progress.isForced,
                given: wish.from === 'secret' ? work.given(wish).sha256 : undefined,
            });
            if (work.isDryRun)
                return tellPlan(plan, sighting);
            if (progress.hasOrdered)
                await keepOrder(job, session, { work, wish, sighting, progress });
            if (plan.kind === 'nothing')
                return await conclude(job, session, { wish, sighting, progress });
            const failed = await actOn(job, { ...work, session, identity, wish, sighting, plan, progress });
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
function tellPlan(plan, sighting) {
    if (plan.kind === 'nothing')
        return alreadySo(sighting);
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
async function keepOrder(job, session, { work, wish, sighting, progress }) {
    const captured = await (0,capture_lineages/* captureIfChanged */.C)(job, session, {
        sighting,
        recorded: progress.recorded,
        lineage: (0,plan_certificate/* lineageOf */.bQ)(wish),
    });
    await job.step('record the order', () => work.pushNow(job, {
        operation: work.operation,
        config: work.survey.snapshot.commit,
        message: `ordered a certificate for ${wish.names.join(', ')}`,
        changes: captured?.changes ?? [],
        ...(progress.hasOrdered === undefined ? {} : { event: progress.hasOrdered }),
    }));
    progress.hasOrdered = undefined;
    progress.isRestorable = false;
    if (captured !== undefined)
        progress.recorded = captured.record;
}
async function conclude(job, session, { wish, sighting, progress }) {
    for (const file of sighting.rewritten) {
        job.warn(`${file} was written by certbot: the role nginx_site, or a file of files.yml, can take its place`);
    }
    const facts = sighting.served?.facts;
    const { done, recorded } = progress;
    const captured = wish.from === 'acme'
        ? await (0,capture_lineages/* captureIfChanged */.C)(job, session, { sighting, recorded, lineage: (0,plan_certificate/* lineageOf */.bQ)(wish) })
        : recordOwn(job, { wish, facts, recorded });
    if (captured !== undefined && done.length === 0)
        done.push('recorded what is there');
    const ended = done.length === 0
        ? alreadySo(sighting)
        : {
            kind: 'changed',
            reason: 'done',
            message: `certificate ${done.join(', ')}; ${until(facts)}`,
            ...(captured === undefined ? {} : { changes: captured.changes }),
            ...renewedEvent(captured?.record, recorded),
        };
    return facts === undefined ? ended : judged(job, { ended, facts, wish });
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
function judged(job, { ended, facts, wish, }) {
    const { names, issuer } = facts;
    const known = { names, issuer, ...(0,judge_certificate/* spanOf */.ee)(facts), from: wish.from };
    const { data, fault, warning } = (0,judge_certificate/* judgeCertificate */.Z9)(known, job.ports.clock.now());
    if (warning !== undefined)
        job.warn(warning);
    return {
        ...ended,
        data: { certificate: data },
        ...(fault === undefined ? {} : { kind: 'failed', ...fault }),
    };
}
function recordOwn({ machine }, { wish, facts, recorded, }) {
    if (facts === undefined || (recorded?.from === wish.from && recorded.sha256 === facts.sha256))
        return undefined;
    return { changes: [(0,certificate_file/* putCertificate */.tS)(machine.name, { ...(0,capture_lineages/* recordOf */.z)(facts), from: wish.from })] };
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

/***/ 40481:
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

/***/ 28852:
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


/***/ })

};
