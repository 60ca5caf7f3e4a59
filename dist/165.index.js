export const id = 165;
export const ids = [165];
export const modules = {

/***/ 165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ definition)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/system/retry.js
var retry = __webpack_require__(47318);
;// CONCATENATED MODULE: ./build/dns/route53/choose-zone.js
/** The zone that a name is in: the public zone with the longest name, or the longest private one if no public zone fits. */
function chooseZone(name, zones) {
    const around = zones.filter((zone) => name === zone.name || name.endsWith(`.${zone.name}`));
    const open = around.filter(({ isPrivate }) => !isPrivate);
    const fitting = open.length > 0 ? open : around;
    const longest = Math.max(...fitting.map((zone) => zone.name.length));
    const [first, second, ...others] = fitting.filter((zone) => zone.name.length === longest);
    if (first === undefined)
        return { kind: 'none' };
    // An account may have several zones of one name, of which the world asks at most one.
    if (second !== undefined)
        return { kind: 'several', zones: [first, second, ...others] };
    return { kind: 'zone', zone: first };
}

;// CONCATENATED MODULE: ./build/dns/route53/actions.js
/** The permission (IAM action) that each call to Route 53 needs. No other call is made. */
const route53Actions = {
    listZones: 'route53:ListHostedZones',
    listSets: 'route53:ListResourceRecordSets',
    changeSets: 'route53:ChangeResourceRecordSets',
    getChange: 'route53:GetChange',
};

;// CONCATENATED MODULE: ./build/dns/route53/explain-failure.js


/** `unreachable` includes answers that were lost: the call may have had its effect. */
function failureKind(error) {
    const { name, code, status } = codesOf(error);
    if (throttles.has(name) || status === 429)
        return 'throttled';
    if (badCredentials.has(name))
        return 'no-credentials';
    if (denials.has(name) || status === 401 || status === 403)
        return 'not-permitted';
    if (name === 'AbortError')
        return 'cancelled';
    if (explain_failure_transient.has(name) || networkCodes.has(code) || (status ?? 0) >= 500)
        return 'unreachable';
    return 'other';
}
/** True if a change was refused because the records differ from those that the change relies on. */
function isRefusedChange(error) {
    return codesOf(error).name === 'InvalidChangeBatch';
}
function explainFailure(error, { what, call }) {
    const action = route53Actions[call];
    const words = {
        throttled: {
            reason: 'provider-throttled',
            hint: 'Route 53 takes five requests a second from an account. Run it again later, or for fewer machines at once.',
        },
        unreachable: {
            reason: 'provider-unreachable',
            hint: 'Ensure that this computer reaches Route 53, then run it again.',
        },
        'no-credentials': {
            reason: 'no-credentials',
            hint: 'Ensure that AWS credentials are given and have not expired: by the environment, a profile, or the step that gets them by OIDC.',
        },
        'not-permitted': { reason: 'not-permitted', hint: `Allow "${action}" to these credentials.` },
        cancelled: { reason: 'cancelled' },
        other: { reason: 'dns-failed', hint: `"${action}" was refused. The message contains Route 53's answer.` },
    };
    return new errors/* DroverError */.F(`route53: ${what}: ${saying(error)}`, { ...words[failureKind(error)], cause: error });
}
// Codes of https://docs.aws.amazon.com/Route53/latest/APIReference/CommonErrors.html and of the SDK.
const throttles = new Set([
    'Throttling',
    'ThrottlingException',
    'ThrottledException',
    'RequestLimitExceeded',
    'RequestThrottled',
    'TooManyRequestsException',
    'SlowDown',
    // Another change of the same zone is under way.
    'PriorRequestNotComplete',
]);
const badCredentials = new Set([
    'CredentialsProviderError',
    'TokenProviderError',
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'InvalidAccessKeyId',
    'ExpiredToken',
    'ExpiredTokenException',
    'RequestExpired',
    'SignatureDoesNotMatch',
    'InvalidSignatureException',
    'IncompleteSignature',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'AuthFailure',
]);
const denials = new Set([
    'AccessDenied',
    'AccessDeniedException',
    'NotAuthorizedException',
    'UnauthorizedOperation',
]);
const explain_failure_transient = new Set([
    'TimeoutError',
    'RequestTimeout',
    'RequestTimeoutException',
    'InternalError',
    'InternalFailure',
    'ServiceUnavailable',
]);
const networkCodes = new Set([
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
]);
function codesOf(error) {
    if (typeof error !== 'object' || error === null)
        return { name: '', code: '' };
    const { name, code, $metadata } = error;
    const status = $metadata?.httpStatusCode;
    return { name: String(name), code: String(code), ...(status === undefined ? {} : { status }) };
}
function saying(error) {
    const { name } = codesOf(error);
    const text = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').trim() : String(error);
    return text === '' ? name : `${name}: ${text}`;
}

;// CONCATENATED MODULE: ./build/dns/route53/judge-name.js
/** Judges all record sets with exactly this name. */
function judgeName(sets) {
    if (sets.some(({ Type }) => Type === 'CNAME')) {
        return { kind: 'foreign', why: 'it is an alias (CNAME) of another name', addresses: [] };
    }
    const [set, ...others] = sets.filter(({ Type }) => Type === 'A');
    if (set === undefined)
        return { kind: 'free' };
    const why = others.length > 0 ? 'it has several record sets' : foreignness(set);
    const addresses = [set, ...others].flatMap(valuesOf);
    const [address] = addresses;
    if (why !== undefined || address === undefined) {
        return { kind: 'foreign', why: why ?? 'it has no value', addresses };
    }
    return { kind: 'plain', set, address, ttlSeconds: set.TTL ?? 0 };
}
/** True if the name has IPv6 records, which lead elsewhere. */
function hasIpv6(sets) {
    return sets.some(({ Type }) => Type === 'AAAA');
}
const plainKeys = new Set(['Name', 'Type', 'TTL', 'ResourceRecords']);
function foreignness(set) {
    if (set.AliasTarget !== undefined)
        return `it is an alias of "${set.AliasTarget.DNSName ?? ''}"`;
    const values = valuesOf(set);
    if (values.length > 1)
        return `it has ${values.length} values`;
    const extra = Object.entries(set).find(([key, value]) => value !== undefined && !plainKeys.has(key));
    // Writing the set without its routing policy or health check would remove that.
    return extra === undefined ? undefined : `its record set has a "${extra[0]}"`;
}
function valuesOf({ ResourceRecords = [] }) {
    return ResourceRecords.flatMap(({ Value }) => Value ?? []);
}

;// CONCATENATED MODULE: ./build/dns/route53/load-route53.js
/** The one place that loads the SDK. Credentials, region and endpoint come from its default chain. */
async function loadRoute53({ answerMs }) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(8621)]).then(__webpack_require__.t.bind(__webpack_require__, 8621, 19));
    const settings = {
        // Drover retries by itself, with a deadline.
        maxAttempts: 1,
        requestHandler: { connectionTimeout: 5_000, requestTimeout: answerMs, throwOnRequestTimeout: true },
    };
    const client = new sdk.Route53Client(settings);
    // Route 53 is the same for all regions of a partition, but the SDK must know which partition.
    const region = await client.config.region().catch(() => undefined);
    return {
        sdk,
        client: region === undefined ? new sdk.Route53Client({ ...settings, region: 'us-east-1' }) : client,
    };
}

;// CONCATENATED MODULE: ./build/dns/route53/route53-api.js



/** The SDK is loaded by the first call. */
function makeRoute53Api({ clock, signal, callDeadlineMs, answerMs }) {
    const options = signal === undefined ? {} : { abortSignal: signal };
    let loading;
    const load = () => {
        loading ??= loadRoute53({ answerMs });
        return loading;
    };
    const send = async (attempt, work) => {
        const loaded = await load();
        const patience = { clock, baseMs: 500, maxMs: 8_000, deadlineMs: callDeadlineMs, isRetryable };
        try {
            return await (0,retry/* retry */.L)({ ...patience, ...(signal === undefined ? {} : { signal }) }, () => work({ ...loaded, options }));
        }
        catch (error) {
            signal?.throwIfAborted();
            throw explainFailure(error, attempt);
        }
    };
    const listZones = async () => {
        const zones = [];
        for (let marker;;) {
            const page = await send({ what: 'the hosted zones could not be listed', call: 'listZones' }, ({ sdk, client, options }) => client.send(new sdk.ListHostedZonesCommand({ Marker: marker }), options));
            for (const { Id = '', Name, Config } of page.HostedZones ?? []) {
                zones.push({
                    id: Id.replace(/^\/hostedzone\//, ''),
                    name: plainName(Name),
                    isPrivate: Config?.PrivateZone ?? false,
                });
            }
            marker = page.NextMarker;
            if (page.IsTruncated !== true || marker === undefined)
                return zones;
        }
    };
    const listSets = async ({ zone, name }) => {
        const sets = [];
        let from = { Type: undefined };
        for (;;) {
            const page = await send({ what: `"${name}": its records could not be read`, call: 'listSets' }, ({ sdk, client, options }) => {
                const start = {
                    StartRecordName: name,
                    StartRecordType: from.Type,
                    StartRecordIdentifier: from.SetIdentifier,
                };
                return client.send(new sdk.ListResourceRecordSetsCommand({ HostedZoneId: zone.id, ...start }), options);
            });
            // The record sets come in order of name, beginning with ours.
            sets.push(...(page.ResourceRecordSets ?? []).filter((set) => plainName(set.Name) === name));
            if (page.IsTruncated !== true || plainName(page.NextRecordName) !== name)
                return sets;
            from = { Type: page.NextRecordType, SetIdentifier: page.NextRecordIdentifier };
        }
    };
    const change = async ({ sdk, client, options }, { zone, ...one }) => client.send(new sdk.ChangeResourceRecordSetsCommand({ HostedZoneId: zone.id, ChangeBatch: { Changes: [one] } }), options);
    return {
        listZones,
        listSets,
        upsert: async ({ zone, name }, set) => {
            const { ChangeInfo } = await send({ what: `"${name}": its record could not be written`, call: 'changeSets' }, (call) => change(call, { zone, Action: 'UPSERT', ResourceRecordSet: set }));
            return ChangeInfo?.Id ?? '';
        },
        deleteOnce: async ({ zone }, set) => {
            await change({ ...(await load()), options }, { zone, Action: 'DELETE', ResourceRecordSet: set });
        },
        isInSync: async ({ id, name }) => {
            const { ChangeInfo } = await send({ what: `"${name}": the status of its change could not be read`, call: 'getChange' }, ({ sdk, client, options }) => client.send(new sdk.GetChangeCommand({ Id: id }), options));
            return ChangeInfo?.Status === 'INSYNC';
        },
    };
}
/** True if another attempt makes sense: the call had no effect, or can be repeated without harm. */
function isRetryable(error) {
    return ['throttled', 'unreachable'].includes(failureKind(error));
}
function plainName(name = '') {
    return name.replace(/\.$/, '').toLowerCase();
}

;// CONCATENATED MODULE: ./build/dns/route53/route53-dns.js






/**
 * DNS names in Route 53. A record that already has this address is not written again, so `point` does
 * not wait for a change that another run sent a moment ago.
 */
function makeRoute53Dns(options) {
    const { clock, signal, callDeadlineMs = 120_000, answerMs = 20_000, syncDeadlineMs = 300_000 } = options;
    const api = makeRoute53Api({ clock, callDeadlineMs, answerMs, ...(signal === undefined ? {} : { signal }) });
    const findPlace = makeFindPlace(api);
    const point = async ({ name, address, ttlSeconds }) => {
        const place = await findPlace(name);
        const sets = await api.listSets(place);
        const state = judgeName(sets);
        if (state.kind === 'foreign')
            throw foreign(name, state);
        if (hasIpv6(sets)) {
            throw foreign(name, { why: 'it also has an IPv6 address (AAAA), which Drover did not give it' });
        }
        const isSo = state.kind === 'plain' && state.address === address && state.ttlSeconds === ttlSeconds;
        if (isSo)
            return false;
        const id = await api.upsert(place, {
            Name: `${name}.`,
            Type: 'A',
            TTL: ttlSeconds,
            ResourceRecords: [{ Value: address }],
        });
        await waitForSync({ id, name });
        return true;
    };
    const waitForSync = async (change) => {
        const startMs = clock.elapsed();
        while (!(await api.isInSync(change))) {
            if (clock.elapsed() - startMs > syncDeadlineMs) {
                throw new errors/* DroverError */.F(`route53: "${change.name}": was written, but is not on all servers after ${syncDeadlineMs / 1000} s`, { reason: 'timed-out', hint: 'The change continues by itself. Run the operation again later.' });
            }
            // The pauses are spread out: many machines of one run wait at once, and the account has five requests a second.
            await clock.sleep(2_000 + clock.random() * 4_000, signal);
        }
    };
    const remove = async (record) => {
        const place = await findPlace(record.name);
        let mayBeGone = false;
        const attempt = async () => {
            const set = ownSet(judgeName(await api.listSets(place)), record);
            // A DELETE whose answer was lost may have been ours.
            if (set === undefined)
                return mayBeGone;
            try {
                await api.deleteOnce(place, set);
            }
            catch (error) {
                mayBeGone ||= !isRefusedChange(error);
                throw error;
            }
            return true;
        };
        try {
            return await (0,retry/* retry */.L)({
                clock,
                baseMs: 500,
                maxMs: 8_000,
                deadlineMs: callDeadlineMs,
                // A refusal means that the record is no longer what was read, so it is read again.
                isRetryable: (error) => isRefusedChange(error) || isRetryable(error),
                ...(signal === undefined ? {} : { signal }),
            }, attempt);
        }
        catch (error) {
            signal?.throwIfAborted();
            if (error instanceof errors/* DroverError */.F)
                throw error;
            throw explainFailure(error, {
                what: `"${record.name}": its record could not be removed`,
                call: 'changeSets',
            });
        }
    };
    return { name: 'route53', credentials: 'aws', point, remove };
}
/** The record set to delete, if the name points to the address and to no other. */
function ownSet(state, { name, address }) {
    if (state.kind === 'plain' && state.address === address)
        return state.set;
    // Drover does not mend a name that leads elsewhere, but must report one that still leads to the machine.
    if (state.kind === 'foreign' && state.addresses.includes(address))
        throw foreign(name, state);
    return undefined;
}
function foreign(name, { why }) {
    return new errors/* DroverError */.F(`route53: "${name}": not changed: ${why}`, {
        reason: 'dns-failed',
        hint: 'Drover changes only names that have one plain A record. Remove the record by hand, or give the machine another name.',
    });
}
/** Lists the zones only once, because each call counts against the account's five in a second. */
function makeFindPlace(api) {
    let listed;
    return async (name) => {
        listed ??= api.listZones();
        const zones = await listed.catch((error) => {
            listed = undefined;
            throw error;
        });
        const choice = chooseZone(name, zones);
        if (choice.kind === 'zone')
            return { zone: choice.zone, name };
        if (choice.kind === 'none') {
            throw new errors/* DroverError */.F(`route53: "${name}": no hosted zone of this account holds it`, {
                reason: 'dns-failed',
                hint: 'Ensure that the name is right, that its zone is in this AWS account, and that the credentials are of this account.',
            });
        }
        const ids = choice.zones.map(({ id }) => id).join(', ');
        throw new errors/* DroverError */.F(`route53: "${name}": several hosted zones are called "${choice.zones[0].name}": ${ids}`, {
            reason: 'dns-failed',
            hint: 'Resolvers ask only one of them. Delete the others, or give the machine another name.',
        });
    };
}

;// CONCATENATED MODULE: ./build/dns/route53/definition.js

const definition = {
    name: 'route53',
    settings: {},
    create: ({ clock, signal }) => makeRoute53Dns({ clock, ...(signal === undefined ? {} : { signal }) }),
};


/***/ }),

/***/ 47318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/**
 * Calls `attempt` (with 1, 2, …) until it succeeds. Pauses are random between 0 and a limit that
 * doubles ("full jitter"), so that many callers that failed together do not retry together.
 * Throws the last error unchanged.
 */
async function retry(options, attempt) {
    const { clock } = options;
    let sinceMs = options.lastGoodMs?.() ?? clock.elapsed();
    let failures = 0;
    for (let count = 1;; count += 1) {
        try {
            return await attempt(count);
        }
        catch (error) {
            const goodMs = options.lastGoodMs?.() ?? sinceMs;
            failures = goodMs > sinceMs ? 1 : failures + 1;
            sinceMs = goodMs;
            const pauseMs = Math.max(clock.random() * limit(options, failures), options.leastMs?.(error) ?? 0);
            const late = options.deadlineMs !== undefined && clock.elapsed() - sinceMs + pauseMs > options.deadlineMs;
            if (late || count >= maxAttempts(options) || !options.isRetryable(error))
                throw error;
            await clock.sleep(pauseMs, options.signal);
        }
    }
}
function limit({ baseMs, maxMs }, failures) {
    return Math.min(maxMs, baseMs * 2 ** (failures - 1));
}
function maxAttempts({ attempts, deadlineMs }) {
    return attempts ?? (deadlineMs === undefined ? 1 : Number.POSITIVE_INFINITY);
}


/***/ })

};
