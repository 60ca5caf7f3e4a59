export const id = 7116;
export const ids = [7116];
export const modules = {

/***/ 30742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Hex. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}


/***/ }),

/***/ 90366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ loginShellLine),
/* harmony export */   XW: () => (/* binding */ quoteWord),
/* harmony export */   _y: () => (/* binding */ fitsLoginShell),
/* harmony export */   ch: () => (/* binding */ quoteCommand)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const plain = /^[A-Za-z0-9_@+:,./-]+$/;
/** Words that a shell reads as its grammar, not as a program, when they come first and are not quoted (POSIX.1-2024, 2.4; bash(1)). */
const reserved = new Set('case coproc do done elif else esac fi for function if in select then time until while'.split(' '));
/**
 * Linux passes a program no argument longer than this (MAX_ARG_STRLEN, execve(2)), and the whole
 * command line is one argument of the login shell.
 */
const maxCommandLine = 128 * 1024 - 1;
/**
 * One word for a POSIX shell (POSIX.1-2024, 2.2.2 Single-Quotes). Throws
 * `invalid-argument` on NUL, which no argument can hold, and on half a
 * surrogate pair, which has no UTF-8 form and would arrive as another character.
 */
function quoteWord(word) {
    return plain.test(checked(word)) ? word : quote(word);
}
/** A command line for a POSIX shell. Throws as `quoteWord` does. */
function quoteCommand(argv) {
    const [first = '', ...rest] = argv;
    // A shell would take a line that begins with "-" or "+" for an option: dash reads options after its "-c", too.
    const program = reserved.has(first) || /^[-+]/.test(first) ? quote(checked(first)) : quoteWord(first);
    return argv.length === 0 ? '' : [program, ...rest.map(quoteWord)].join(' ');
}
/** Whether Linux can pass this line to a login shell. */
function fitsLoginShell(line) {
    return Buffer.byteLength(line) <= maxCommandLine;
}
/** The command line for a login shell. Throws `invalid-argument` also for a line that Linux cannot pass to the shell. */
function loginShellLine(argv) {
    const line = quoteCommand(argv);
    if (fitsLoginShell(line))
        return line;
    throw refused(`a command line of ${Buffer.byteLength(line)} bytes is too long, at most ${maxCommandLine} are possible`);
}
function checked(word) {
    if (word.includes('\0'))
        throw refused('a NUL character cannot be passed to a command');
    if (/\p{Surrogate}/u.test(word))
        throw refused('half of a surrogate pair cannot be passed to a command');
    return word;
}
function quote(word) {
    return `'${word.replaceAll("'", `'\\''`)}'`;
}
function refused(what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`argument: ${what}`, {
        reason: 'invalid-argument',
        hint: 'Put it into a file, or send it on standard input.',
    });
}


/***/ }),

/***/ 76951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ renderValues),
/* harmony export */   z: () => (/* binding */ assembleProgram)
/* harmony export */ });
/* harmony import */ var _base_text_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90366);

/**
 * A program as one text: the parts that its head names (`. ./ROOM/PART.sh`) in their places, without the comments
 * of heads. Nothing else of it is touched. A head is the lines up to the first one that is no comment, no part, no
 * demand for values (`: "${NAME:?}"`) and not empty, so a here-document or a quoted text is never in one.
 */
function assembleProgram(name, read) {
    const lines = read(name).split('\n');
    const found = lines.findIndex((line) => !/^(?:#|: "|\. \.\/|$)/.test(line));
    const end = found === -1 ? lines.length : found;
    const head = lines.slice(0, end).flatMap((line) => {
        const [, part] = /^\. \.\/(\S+)$/.exec(line) ?? [];
        if (part !== undefined)
            return [assembleProgram(part, read).trimEnd()];
        return line.startsWith(':') ? [line] : [];
    });
    return [...head, ...lines.slice(end)].join('\n');
}
/** `NAME=VALUE` lines to go in front of a program. */
function renderValues(values) {
    return Object.entries(values)
        .map(([name, value]) => {
        if (!/^[a-z][a-z_]*$/.test(name))
            throw new TypeError(`"${name}" cannot be the name of a value`);
        const word = Array.isArray(value) ? `(${value.map(_base_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWord */ .XW).join(' ')})` : (0,_base_text_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWord */ .XW)(String(value));
        return `${name}=${word}\n`;
    })
        .join('');
}


/***/ }),

/***/ 34472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ programCommand),
/* harmony export */   Q: () => (/* binding */ programText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
/* harmony import */ var _assemble_program_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76951);




const texts = new Map();
/**
 * The text of a program for machines, `ROOM/NAME.sh` or `.py`, with values in front of it. It is a part of this
 * program as code is, and read when it is first asked for.
 */
function programText(name, values = {}) {
    const known = texts.get(name) ?? (0,_assemble_program_js__WEBPACK_IMPORTED_MODULE_3__/* .assembleProgram */ .z)(name, readProgram);
    texts.set(name, known);
    return `${(0,_assemble_program_js__WEBPACK_IMPORTED_MODULE_3__/* .renderValues */ .Z)(values)}${known}`;
}
/** Runs a shell program by the shell that its first line names. Nothing is read before `argv` is asked for. */
function programCommand(name, { values = {}, args = [] } = {}) {
    return {
        get argv() {
            return [shellOf(name), '-c', programText(name, values), 'drover', ...args];
        },
    };
}
function shellOf(name) {
    const [, shell] = /^#!\/bin\/(\w+)\n/.exec(readProgram(name)) ?? [];
    if (shell === undefined)
        throw new TypeError(`"${name}" does not name its shell`);
    return shell;
}
function readProgram(name) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder(), name), 'utf8');
}
/** Beside this file; or in `dist/`, where it is a part of another file, in the folder where the build puts them. */
function folder() {
    const here = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url));
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(here) === 'programs' ? here : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(here, 'programs');
}


/***/ }),

/***/ 47116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ definition)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/providers/ec2/launch/intent.js

const intent_text = schemas/* string */.YjP().min(1);
const intentSchema = schemas/* object */.Ikc({
    provider: schemas/* literal */.euz('ec2'),
    region: intent_text,
    /** The run in the machine's tags, also when another run continues the launch. */
    run: intent_text,
    nonce: intent_text,
    at: iso/* datetime */.w$(),
    expiresAt: iso/* datetime */.w$(),
    image: intent_text,
    rootDevice: intent_text,
    /** GiB. */
    volumeSize: schemas/* int */.Whr().min(1),
    securityGroups: schemas/* array */.YOg(intent_text),
    attempts: schemas/* array */.YOg(schemas/* object */.Ikc({ zone: intent_text, type: intent_text, subnet: intent_text })).min(1),
    /**
     * Index of the attempt that may have had its effect. Earlier attempts are known to have made nothing;
     * if the index is the number of attempts, none has made anything.
     */
    next: schemas/* int */.Whr().min(0),
});
/** Parses a remembered intent; undefined if this version cannot continue with it. */
function parseIntent(remembered) {
    return intentSchema.safeParse(remembered).data;
}
/** Encodes an intent for `launch.json`. */
function encodeIntent(intent) {
    return intent;
}
/**
 * Whether the remembered call should be repeated. After half of its time a machine that it made would be listed
 * already, and a new machine would have too little time left to be completed.
 */
function isRepeatable(intent, { region, nowMs }) {
    const [at, end] = [Date.parse(intent.at), Date.parse(intent.expiresAt)];
    return intent.region === region && intent.next < intent.attempts.length && nowMs < at + (end - at) / 2;
}

// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
;// CONCATENATED MODULE: ./build/providers/ec2/launch/named-images.js
/** Images that `flock.yml` may name by a word. */
const imageNames = ['ubuntu-24.04', 'ubuntu-22.04', 'debian-12', 'debian-13'];
/** Canonical's and Debian's accounts, as both publish them (ubuntu.com/server/docs/cloud-images, wiki.debian.org/Cloud/AmazonEC2Image). */
const canonical = '099720109477';
const debian = '136693071363';
/** Owner and name pattern of an image, of which the newest match is used. */
function namedImage(name, architecture) {
    const patterns = {
        'ubuntu-24.04': {
            owner: canonical,
            name: `ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-${architecture}-server-*`,
        },
        'ubuntu-22.04': {
            owner: canonical,
            name: `ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-${architecture}-server-*`,
        },
        'debian-12': { owner: debian, name: `debian-12-${architecture}-*` },
        'debian-13': { owner: debian, name: `debian-13-${architecture}-*` },
    };
    return patterns[name];
}

// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
;// CONCATENATED MODULE: ./build/providers/ec2/launch/user-data.js

/**
 * Renders the text that cloud-init reads on the first boot. Anybody on the machine can read it, so the host
 * key in it counts only until the first contact. With `extra` it is a MIME archive of both parts; Drover's
 * part comes first and its values win, while lists of both are joined.
 */
function renderUserData(input) {
    const own = renderOwn(input);
    return input.extra === undefined ? own : joinParts(own, input.extra);
}
/** EC2's limit, 16 KiB before encoding. */
const maxUserDataBytes = 16_384;
/** Drover's part is shorter than this with one authorized key. */
const roomForOwn = 4096;
/** What is wrong with the user's own cloud-config, completing `"user-data" …`; undefined when nothing is. */
function userDataFault(extra) {
    if (Buffer.byteLength(extra) > maxUserDataBytes - roomForOwn) {
        return `has more than ${maxUserDataBytes - roomForOwn} bytes`;
    }
    const [first = ''] = extra.split('\n');
    if (first.startsWith('#!') || /^(?:content-type|mime-version):/i.test(first))
        return 'is not cloud-config';
    if (first.startsWith('#') &&
        /^#(?:include|cloud-boothook|part-handler|template|cloud-config-)/.test(first)) {
        return 'is not cloud-config';
    }
    // Such a key would change how the two parts are merged, and with that Drover's part.
    if (/^["']?merge_(?:how|type)["']?\s*:/m.test(extra))
        return 'must not say how it is merged';
    if (extra.includes(boundary))
        return `must not contain "${boundary}"`;
    return undefined;
}
const boundary = 'drover-part-6d1f8c52';
// JSON is YAML, and needs no rules for quoting.
function renderOwn({ machine, user, authorizedKeys, hostKey, makingMinutes }) {
    const config = {
        hostname: machine,
        preserve_hostname: false,
        ssh_deletekeys: true,
        ssh_keys: { ed25519_private: hostKey.privateKey, ed25519_public: `${hostKey.publicKey}\n` },
        ssh_pwauth: false,
        disable_root: user !== 'root',
        users: [loginUser(user, authorizedKeys)],
        bootcmd: [['sh', '-c', (0,program/* programText */.Q)('ec2/arm-expiry.sh', { minutes: makingMinutes })]],
    };
    return `#cloud-config\n${JSON.stringify(config, null, 1)}\n`;
}
function loginUser(user, authorizedKeys) {
    const access = { name: user, ssh_authorized_keys: authorizedKeys, lock_passwd: true };
    return user === 'root' ? access : { ...access, shell: '/bin/bash', sudo: 'ALL=(ALL) NOPASSWD:ALL' };
}
/** How cloud-init is to merge the second part: what is there stays, maps and lists grow (cloud-init, "Merging user data sections"). */
const merging = 'dict(no_replace,recurse_list)+list(append)+str()';
function joinParts(own, extra) {
    const part = (text, more) => [
        `--${boundary}`,
        'Content-Type: text/cloud-config; charset="utf-8"',
        'MIME-Version: 1.0',
        'Content-Transfer-Encoding: 8bit',
        ...more,
        '',
        text,
    ].join('\n');
    return [
        `Content-Type: multipart/mixed; boundary="${boundary}"`,
        'MIME-Version: 1.0',
        '',
        part(own, []),
        part(extra, [`Merge-Type: ${merging}`]),
        `--${boundary}--`,
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/providers/ec2/settings-schema.js


const line = schemas/* string */.YjP().min(1).max(255);
const tagKey = /^(?!(?:aws|drover):|Name$)[^\p{Cc}]{1,128}$/iu;
/** The `settings` of a machine with `provider: ec2`, as written. */
const settingsSchema = schemas/* strictObject */.rej({
    region: schemas/* string */.YjP()
        .regex(/^[a-z]{2,3}(?:-[a-z]+)+-\d$/, 'a region, for example eu-west-1')
        .optional(),
    zones: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[a-z]{2,3}(?:-[a-z0-9]+)+$/, 'a zone, for example eu-west-1a'))
        .min(1)
        .optional(),
    types: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'a type, for example t3.small'))
        .min(1)
        .optional(),
    image: schemas/* union */.KCZ([
        schemas/* enum */.k5n(imageNames),
        schemas/* strictObject */.rej({ id: schemas/* string */.YjP().regex(/^ami-[0-9a-f]{8,17}$/) }),
        schemas/* strictObject */.rej({ ssm: schemas/* string */.YjP().regex(/^[A-Za-z0-9_./-]{1,1011}$/) }),
        schemas/* strictObject */.rej({ owner: schemas/* string */.YjP().regex(/^(?:\d{12}|self|amazon|aws-marketplace)$/), name: line }),
    ])
        .optional(),
    architecture: schemas/* enum */.k5n(['amd64', 'arm64']).optional(),
    subnet: schemas/* union */.KCZ([
        schemas/* string */.YjP().regex(/^subnet-[0-9a-f]{8,17}$/),
        schemas/* record */.g1P(line, line).refine((tags) => Object.keys(tags).length > 0),
    ])
        .optional(),
    'security-groups': schemas/* array */.YOg(line).min(1).optional(),
    volume: schemas/* strictObject */.rej({
        size: schemas/* int */.Whr().min(1).max(65_536).optional(),
        type: schemas/* literal */.euz('gp3').optional(),
        encrypted: schemas/* literal */.euz(true).optional(),
    })
        .optional(),
    'instance-profile': schemas/* string */.YjP()
        .regex(/^(?:[\w+=,.@-]{1,128}|arn:[\w+=,.@:/-]+)$/)
        .optional(),
    tags: schemas/* record */.g1P(schemas/* string */.YjP().regex(tagKey), schemas/* string */.YjP().max(256)).optional(),
    address: schemas/* enum */.k5n(['public', 'private']).optional(),
    'user-data': schemas/* string */.YjP().optional(),
    'making-minutes': schemas/* int */.Whr().min(10).max(720).optional(),
});
/** The rule for each part, by its path, in words that complete "must be …". */
const expectations = {
    region: 'a region, for example "eu-west-1"',
    zones: 'a list of zones, for example ["eu-west-1a"]',
    types: 'a list of instance types, for example ["t3.small"]',
    image: `one of ${imageNames.join(', ')}, or { id: ami-… }, { ssm: PARAMETER } or { owner: ACCOUNT, name: PATTERN }`,
    architecture: '"amd64" or "arm64"',
    subnet: 'an id "subnet-…", or a map of tags',
    'security-groups': 'a list of ids "sg-…" or names',
    volume: 'a map of size, type and encrypted',
    'volume.size': 'a whole number of GiB from 1 to 65536',
    'volume.type': '"gp3"',
    'volume.encrypted': 'true: every volume is encrypted',
    'instance-profile': "an instance profile's name or ARN",
    tags: 'a map of texts, with keys that do not begin with "drover:" or "aws:" and are not "Name"',
    address: '"public" or "private"',
    'user-data': 'cloud-config text',
    'making-minutes': 'a whole number of minutes from 10 to 720',
};

;// CONCATENATED MODULE: ./build/providers/ec2/settings.js





/** All problems of the settings of a machine with this name. */
function ec2Problems(machine, input) {
    return read(input).faults.map(({ text, hint }) => ({
        message: `machines.${machine}: settings: ${text}`,
        reason: 'invalid-settings',
        hint,
    }));
}
/** Parses the settings. Throws an InputError with all problems. */
function parseEc2Settings(machine, input) {
    (0,errors/* throwIfInvalid */.TG)(ec2Problems(machine, input));
    const { raw, region } = read(input);
    const architecture = raw.architecture ?? 'amd64';
    return {
        region,
        zones: raw.zones ?? [],
        types: raw.types ?? [architecture === 'arm64' ? 't4g.small' : 't3.small'],
        image: imageOf(raw.image ?? 'ubuntu-24.04', architecture),
        architecture,
        subnet: subnetOf(raw.subnet),
        securityGroups: raw['security-groups'] ?? [],
        tags: raw.tags ?? {},
        address: raw.address ?? 'public',
        makingMinutes: raw['making-minutes'] ?? 60,
        ...(raw.volume?.size === undefined ? {} : { volumeSize: raw.volume.size }),
        ...(raw['instance-profile'] === undefined ? {} : { instanceProfile: raw['instance-profile'] }),
        ...(raw['user-data'] === undefined ? {} : { userData: raw['user-data'] }),
    };
}
/** The region of a machine, even if its other settings are wrong; undefined when none is given. */
function regionOf({ settings, defaultRegion }) {
    const { region } = settings;
    return typeof region === 'string' && settingsSchema.shape.region.safeParse(region).success
        ? region
        : defaultRegion;
}
function read(input) {
    const result = settingsSchema.safeParse(input.settings);
    const region = regionOf(input);
    const faults = [
        ...(result.error?.issues ?? []).flatMap((issue) => explain(issue, input.settings)),
        ...meaningFaults(input.settings, region),
    ];
    return { faults: withoutRepeats(faults), raw: result.data ?? {}, region: region ?? '' };
}
/** Faults that the schema cannot express: parts that contradict each other. */
function meaningFaults(settings, region) {
    const faults = [];
    if (region === undefined && settings.region === undefined) {
        faults.push({ text: 'no "region" is given', hint: 'Add "region: eu-west-1", or set AWS_REGION.' });
    }
    const zones = settingsSchema.shape.zones.safeParse(settings.zones).data ?? [];
    for (const zone of zones) {
        if (region !== undefined && !zone.startsWith(region)) {
            faults.push({
                text: `zone "${zone}" is not in region "${region}"`,
                hint: `Name zones of the region, for example "${region}a".`,
            });
        }
    }
    const fault = typeof settings['user-data'] === 'string' ? userDataFault(settings['user-data']) : undefined;
    if (fault !== undefined) {
        faults.push({ text: `"user-data" ${fault}`, hint: 'Give cloud-config text; Drover adds its own part.' });
    }
    const tags = settingsSchema.shape.tags.safeParse(settings.tags).data ?? {};
    if (Object.keys(tags).length > maxTags) {
        faults.push({
            text: `"tags" has more than ${maxTags} entries`,
            hint: 'EC2 allows 50 tags on a machine, and Drover needs some of them.',
        });
    }
    return faults;
}
const maxTags = 40;
function explain(issue, settings) {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => unknownKey(path, key));
    const named = expectationOf(path);
    const [top = ''] = path;
    return [{ text: `"${named.path}" must be ${named.expected}`, hint: imageHint(top, settings[top]) }];
}
function unknownKey(parent, key) {
    const known = Object.keys(parent[0] === 'volume' ? volumeKeys : settingsSchema.shape);
    const meant = (0,nearest/* nearest */.p)(key, known);
    return {
        text: `unknown setting "${[...parent, key].join('.')}"`,
        hint: meant === undefined ? `Settings of EC2 machines: ${known.join(', ')}.` : `Did you mean "${meant}"?`,
    };
}
const volumeKeys = { size: 0, type: 0, encrypted: 0 };
/** The expectation for the longest part of the path that has one. */
function expectationOf(path) {
    for (let length = path.length; length > 0; length -= 1) {
        const key = path.slice(0, length).join('.');
        const expected = expectations[key];
        if (expected !== undefined)
            return { path: key, expected };
    }
    return { path: path.join('.'), expected: 'something else' };
}
function imageHint(key, value) {
    const meant = key === 'image' && typeof value === 'string' ? (0,nearest/* nearest */.p)(value, imageNames) : undefined;
    return meant === undefined
        ? 'See docs/aws.md for the settings of EC2 machines.'
        : `Did you mean "${meant}"?`;
}
function withoutRepeats(faults) {
    return [...new Map(faults.map((fault) => [fault.text, fault])).values()];
}
function imageOf(image, architecture) {
    if (typeof image === 'string')
        return { kind: 'pattern', ...namedImage(image, architecture) };
    if ('id' in image)
        return { kind: 'id', id: image.id };
    return 'ssm' in image ? { kind: 'ssm', parameter: image.ssm } : { kind: 'pattern', ...image };
}
function subnetOf(subnet) {
    if (subnet === undefined)
        return { kind: 'default' };
    return typeof subnet === 'string' ? { kind: 'id', id: subnet } : { kind: 'tags', tags: subnet };
}

;// CONCATENATED MODULE: ./build/providers/ec2/context.js



function callContextFor({ calls, signal }, subject) {
    return { calls, subject, signal };
}
/**
 * Every region in which the flock may have machines, in order of name. Throws `invalid-settings`
 * when the flock has machines and no region is known.
 */
function regionsOf({ scope, defaultRegion }) {
    const desired = scope.machines.map(({ settings }) => regionOf({ settings, defaultRegion }));
    const known = [...scope.known.values()].map(({ region }) => region ?? defaultRegion);
    const launched = [...(scope.launches?.values() ?? [])].map((intent) => parseIntent(intent)?.region);
    const regions = [...new Set([...desired, ...known, ...launched])]
        .filter((region) => region !== undefined)
        .sort();
    if (regions.length > 0)
        return regions;
    if (defaultRegion !== undefined)
        return [defaultRegion];
    if (scope.machines.length === 0 && scope.known.size === 0)
        return [];
    throw new errors/* DroverError */.F(`${scope.flock}: no region is known for its EC2 machines`, {
        reason: 'invalid-settings',
        hint: 'Add "region: eu-west-1" to the settings, or set AWS_REGION.',
    });
}

;// CONCATENATED MODULE: ./build/providers/ec2/machine-label.js
/** A machine's name is a label of a host name (RFC 1123, 2.1), in lower case. */
const machineLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

;// CONCATENATED MODULE: ./build/providers/ec2/tags.js

/** Tags by which a flock's machines are found again; docs/aws.md explains each. */
const tagNames = {
    flock: 'drover:flock',
    machine: 'drover:machine',
    run: 'drover:run',
    created: 'drover:created',
    expires: 'drover:expires',
    /** The host keys that the machine shows now. */
    hostKey: 'drover:host-key',
    /** The host key of its user data, which its console showed at its first boot; never changed. */
    launchKey: 'drover:launch-key',
    /** The client token of the launch call. */
    token: 'drover:token',
};
/** Tags of everything that a launch makes. */
function ownerTags({ flock, machine, run, created, tags }) {
    return {
        ...tags,
        Name: `${flock}-${machine}`,
        [tagNames.flock]: flock,
        [tagNames.machine]: machine,
        [tagNames.run]: run,
        [tagNames.created]: created,
    };
}
/** Tags of the machine itself: until when it may be incomplete, how it proves itself, and which call made it. */
function machineTags(ownership, { expires, hostKey, token }) {
    return {
        ...ownerTags(ownership),
        [tagNames.expires]: expires,
        [tagNames.hostKey]: hostKey,
        [tagNames.launchKey]: hostKey,
        [tagNames.token]: token,
    };
}
/** Converts tags to the SDK's form, in order of key, so that the same tags always make the same call. */
function toTagList(tags) {
    return Object.entries(tags)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([Key, Value]) => ({ Key, Value }));
}
/** Converts tags from the SDK's form. */
function fromTagList(list) {
    return Object.fromEntries((list ?? []).flatMap(({ Key, Value }) => (Key ? [[Key, Value ?? '']] : [])));
}
const longest = 256;
const hostKeyLine = /^(?:ssh|ecdsa)-[a-z0-9-]+ [A-Za-z0-9+/]+={0,2}$/;
/**
 * Encodes host keys as one tag value. A value has at most 256 characters, room for three ed25519 keys;
 * keys that do not fit are left out. Throws `provider-failed` when none fits.
 */
function encodeHostKeys(machine, hostKeys) {
    const kept = [];
    for (const key of hostKeys) {
        if (hostKeyLine.test(key) && [...kept, key].join(' ').length <= longest)
            kept.push(key);
    }
    if (kept.length > 0)
        return kept.join(' ');
    throw new errors/* DroverError */.F(`${machine}: no host key fits into the tag "${tagNames.hostKey}"`, {
        reason: 'provider-failed',
        hint: 'Use an ed25519 host key.',
    });
}
/** Reads host keys from a tag's value, and leaves out everything else. */
function decodeHostKeys(value) {
    const words = (value ?? '').split(' ');
    const lines = words.flatMap((word, index) => (index % 2 === 0 ? [`${word} ${words[index + 1] ?? ''}`] : []));
    return lines.filter((line) => hostKeyLine.test(line));
}

;// CONCATENATED MODULE: ./build/providers/ec2/select-ours.js


/**
 * The machines of the flock among the described instances, in order of name, then seniority. Two of one
 * name are both listed. An instance that is ending or has ended is no machine.
 */
function selectOurs(described, flock) {
    return described
        .flatMap((one) => asOurs(one, flock))
        .sort((a, b) => compare(a.name, b.name) || bySeniority(a, b));
}
/** Whether nobody completed its making in time: then `reap` may end it. */
function isExpired({ expiresAt }, nowMs) {
    return expiresAt !== undefined && Date.parse(expiresAt) <= nowMs;
}
/** The machine with this name and this id, which may be terminated, or none. */
function selectForTermination(described, { flock, name, id }) {
    return selectOurs(described, flock).filter((one) => one.name === name && one.id === id);
}
/** Sorts complete machines first, then by launch time, so that the order is the same for each run. */
function bySeniority(a, b) {
    const complete = Number(a.expiresAt !== undefined) - Number(b.expiresAt !== undefined);
    return complete || compare(a.launchedAt, b.launchedAt) || compare(a.id, b.id);
}
/** ISO 8601, UTC. */
function createdAt({ tags, launchedAt }) {
    const { [tagNames.created]: created } = tags;
    return created !== undefined && isoTime.test(created) ? created : launchedAt;
}
const living = ['pending', 'running', 'stopping', 'stopped'];
function asOurs(one, flock) {
    const { [tagNames.flock]: owner, [tagNames.machine]: name, [tagNames.expires]: expires } = one.tags;
    const state = living.find((known) => known === one.state);
    if (state === undefined || owner !== flock || name === undefined || !machineLabel.test(name))
        return [];
    // Drover did not write a value that is no time: such a machine counts as complete, and does not expire.
    const expiresAt = expires !== undefined && isoTime.test(expires) ? expires : undefined;
    return [{ ...one, state, name, ...(expiresAt === undefined ? {} : { expiresAt }) }];
}
const isoTime = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;
function compare(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./build/providers/ec2/describe.js


/** How many instances EC2 gives in one answer. */
const pageSize = 1000;
/** All instances of a region that pass the filters, including ended ones, with one call for each page. */
async function describeInstances({ calls, subject, signal }, { region, filters }) {
    const found = [];
    let token;
    do {
        const input = { Filters: [...filters], MaxResults: pageSize, ...(token ? { NextToken: token } : {}) };
        const page = await calls.call('DescribeInstances', { input, region, subject, signal });
        for (const { Instances = [] } of page.Reservations ?? []) {
            found.push(...Instances.flatMap((instance) => toDescribed(instance, region)));
        }
        token = page.NextToken;
    } while (token);
    return found;
}
/** The flock's living machines in these regions, in order of name; only those of one name if it is given. */
async function findOurs(callContext, { flock, regions, name, }) {
    const filters = [
        { Name: `tag:${tagNames.flock}`, Values: [flock] },
        ...(name === undefined ? [] : [{ Name: `tag:${tagNames.machine}`, Values: [name] }]),
        { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] },
    ];
    const found = await Promise.all(regions.map((region) => describeInstances(callContext, { region, filters })));
    return selectOurs(found.flat(), flock);
}
/** Filters and not ids: EC2 then gives no error for an id that it does not know yet, or no longer. */
function byId(id) {
    return [{ Name: 'instance-id', Values: [id] }];
}
/** Filters by the tag, which other implementations of the API support as well. A filter of EC2 has at most 200 values. */
function byTokens(tokens) {
    return [{ Name: `tag:${tagNames.token}`, Values: tokens.slice(0, 200) }];
}
function toDescribed(instance, region) {
    const { InstanceId: id, State, Tags, LaunchTime, StateReason } = instance;
    if (id === undefined)
        return [];
    return [
        {
            id,
            region,
            state: State?.Name ?? 'unknown',
            tags: fromTagList(Tags),
            launchedAt: (LaunchTime ?? new Date(0)).toISOString(),
            ...present('publicAddress', instance.PublicIpAddress),
            ...present('privateAddress', instance.PrivateIpAddress),
            ...present('stateReason', StateReason?.Code),
        },
    ];
}
function present(key, value) {
    return (value ? { [key]: value } : {});
}

// EXTERNAL MODULE: ./build/system/retry.js
var retry = __webpack_require__(47318);
;// CONCATENATED MODULE: ./build/providers/ec2/api-calls.js
/**
 * Every call to AWS that this provider makes, with the IAM actions that it requires. The one function
 * that sends calls (`ec2-calls.ts`) takes its command from here, and a test compares the list with the
 * policy in docs/aws/policy.json.
 */
const apiCalls = {
    DescribeInstances: { service: 'ec2', actions: ['ec2:DescribeInstances'] },
    DescribeInstanceAttribute: { service: 'ec2', actions: ['ec2:DescribeInstanceAttribute'] },
    DescribeImages: { service: 'ec2', actions: ['ec2:DescribeImages'] },
    DescribeSubnets: { service: 'ec2', actions: ['ec2:DescribeSubnets'] },
    DescribeSecurityGroups: { service: 'ec2', actions: ['ec2:DescribeSecurityGroups'] },
    GetConsoleOutput: { service: 'ec2', actions: ['ec2:GetConsoleOutput'] },
    RunInstances: { service: 'ec2', actions: ['ec2:RunInstances', 'ec2:CreateTags', 'iam:PassRole'] },
    StartInstances: { service: 'ec2', actions: ['ec2:StartInstances'] },
    StopInstances: { service: 'ec2', actions: ['ec2:StopInstances'] },
    RebootInstances: { service: 'ec2', actions: ['ec2:RebootInstances'] },
    TerminateInstances: { service: 'ec2', actions: ['ec2:TerminateInstances'] },
    ModifyInstanceAttribute: { service: 'ec2', actions: ['ec2:ModifyInstanceAttribute'] },
    CreateTags: { service: 'ec2', actions: ['ec2:CreateTags'] },
    DeleteTags: { service: 'ec2', actions: ['ec2:DeleteTags'] },
    GetParameter: { service: 'ssm', actions: ['ssm:GetParameter'] },
};

;// CONCATENATED MODULE: ./build/providers/ec2/classify-error.js

/** The meaning of a call's error. Decides on codes, names and HTTP statuses, never on a message. */
function classifyError(error, call) {
    const { code, status } = codeOf(error);
    const kind = kindByCode.get(code) ?? kindByPattern(code) ?? kindByStatus(status);
    const { reason, next } = kinds[kind];
    return { code, reason, next, hint: hintFor(kind, { code, call }) };
}
/** The meaning of the state reason of an instance that ended. */
function classifyStateReason(stateReason) {
    const code = stateReason.replace(/^(?:Client|Server)\./, '');
    const kind = kindByCode.get(code) ?? kindByPattern(code) ?? 'broken';
    const { reason } = kinds[kind];
    return {
        code: stateReason,
        reason,
        next: kind === 'capacity' ? 'next-place' : 'fail',
        hint: hintFor(kind, { code, call: 'RunInstances' }),
    };
}
const kinds = {
    capacity: { reason: 'out-of-capacity', next: 'next-place' },
    quota: { reason: 'over-quota', next: 'fail' },
    throttle: { reason: 'provider-throttled', next: 'retry' },
    denied: { reason: 'not-permitted', next: 'fail' },
    credentials: { reason: 'no-credentials', next: 'fail' },
    'not-found-yet': { reason: 'provider-failed', next: 'retry' },
    'wrong-state': { reason: 'provider-failed', next: 'retry' },
    token: { reason: 'provider-failed', next: 'fail' },
    parameter: { reason: 'invalid-settings', next: 'fail' },
    guarded: { reason: 'provider-failed', next: 'fail' },
    outage: { reason: 'provider-unreachable', next: 'observe' },
    unreachable: { reason: 'provider-unreachable', next: 'observe' },
    broken: { reason: 'provider-failed', next: 'fail' },
};
const hints = {
    capacity: 'Give more zones or types in the settings, or try later.',
    quota: 'End machines, or ask AWS for a higher quota (Service Quotas, "Running On-Demand instances").',
    throttle: 'Others use the same account at once: try later, or with fewer machines at a time.',
    denied: '',
    credentials: 'Ensure that credentials are given and current: in a workflow, aws-actions/configure-aws-credentials before this step.',
    'not-found-yet': 'EC2 does not know the machine yet, or no more: try again.',
    'wrong-state': 'The machine is on its way to another state: try again.',
    token: 'Run it again: the next launch uses a new token.',
    parameter: 'Correct the settings of the machine in flock.yml; docs/aws.md describes them.',
    guarded: 'Termination or stop protection is on: switch it off in EC2 first.',
    outage: 'EC2 has a fault: try again.',
    unreachable: 'Ensure that this computer reaches the AWS API, and that region and AWS_ENDPOINT_URL are right.',
    broken: 'EC2 gave no reason that Drover knows: see the code, and try again.',
};
const codes = {
    capacity: `InsufficientInstanceCapacity InsufficientHostCapacity InsufficientCapacity
    InsufficientReservedInstanceCapacity InsufficientCapacityOnHost InsufficientFreeAddressesInSubnet
    InsufficientAddressCapacity InsufficientVolumeCapacity InsufficientInstanceCapacityOnHost Unsupported
    SpotMaxPriceTooLow`,
    quota: `InstanceLimitExceeded VcpuLimitExceeded VolumeLimitExceeded AddressLimitExceeded
    MaxIOPSLimitExceeded NetworkInterfaceLimitExceeded PrivateIpAddressLimitExceeded
    ResourceCountExceeded TagLimitExceeded ResourceLimitExceeded InstanceCreditSpecificationLimitExceeded
    MaxSpotInstanceCountExceeded AttachmentLimitExceeded`,
    throttle: `RequestLimitExceeded Throttling ThrottlingException ThrottledException RequestThrottled
    RequestThrottledException TooManyRequestsException EC2ThrottledException BandwidthLimitExceeded
    LimitExceededException ProvisionedThroughputExceededException PriorRequestNotComplete
    TransactionInProgressException SlowDown`,
    denied: `UnauthorizedOperation AccessDenied AccessDeniedException OptInRequired PendingVerification Blocked
    NotAuthorized`,
    credentials: `CredentialsProviderError TokenProviderError ProviderError AuthFailure InvalidClientTokenId
    UnrecognizedClientException SignatureDoesNotMatch ExpiredToken ExpiredTokenException RequestExpired
    InvalidAccessKeyId MissingAuthenticationToken MissingAuthenticationTokenException IncompleteSignature
    InvalidIdentityToken InvalidSignatureException IDPCommunicationError`,
    'not-found-yet': `InvalidInstanceID.NotFound InvalidInstanceIDs.NotFound InvalidInstanceId`,
    'wrong-state': 'IncorrectInstanceState IncorrectState InvalidInstanceState ConcurrentTagAccess ResourceInUse',
    token: 'IdempotentParameterMismatch IdempotentInstanceTerminated InvalidClientToken',
    parameter: `InvalidParameter InvalidParameterValue InvalidParameterCombination InvalidInput MissingParameter
    MissingInput ValidationError ValidationException UnknownParameter VPCIdNotSpecified UnsupportedOperation
    ParameterNotFound ParameterVersionNotFound InvalidKeyId MalformedQueryString InvalidUserData.Malformed
    DefaultVpcDoesNotExist EncryptionByDefault InvalidFilter InvalidZone`,
    guarded: 'OperationNotPermitted',
    outage: `InternalError InternalFailure InternalServerError ServiceUnavailable ServiceUnavailableException
    Unavailable ServerInternal RequestTimeout RequestTimeoutException`,
    unreachable: `TimeoutError NetworkingError ECONNREFUSED ECONNRESET ECONNABORTED ENOTFOUND EAI_AGAIN EPIPE
    ETIMEDOUT EHOSTUNREACH ENETUNREACH ENETDOWN EHOSTDOWN ERR_SOCKET_CONNECTION_TIMEOUT AbortError
    DEPTH_ZERO_SELF_SIGNED_CERT UNABLE_TO_VERIFY_LEAF_SIGNATURE CERT_HAS_EXPIRED SELF_SIGNED_CERT_IN_CHAIN`,
    broken: '',
};
const kindByCode = new Map(Object.keys(codes).flatMap((kind) => codes[kind]
    .split(/\s+/)
    .filter(Boolean)
    .map((code) => [code, kind])));
/** The kind of a code from a family in which EC2 names the resource first. */
function kindByPattern(code) {
    if (/^Insufficient.*Capacity/.test(code))
        return 'capacity';
    if (/LimitExceeded$/.test(code))
        return 'quota';
    if (/^Invalid[A-Za-z]+(?:\.(?:NotFound|Malformed|Unavailable|Unknown|Duplicate))?$/.test(code)) {
        return 'parameter';
    }
    return undefined;
}
function kindByStatus(status) {
    if (status === undefined)
        return 'broken';
    if (status === 429)
        return 'throttle';
    if (status === 401 || status === 403)
        return 'denied';
    return status >= 500 ? 'outage' : 'broken';
}
function hintFor(kind, { code, call }) {
    if (kind !== 'denied')
        return hints[kind];
    if (code === 'OptInRequired')
        return 'The account is not signed up for this, or the region is not enabled.';
    if (code === 'PendingVerification')
        return 'AWS still verifies the account for this region: try later.';
    if (code === 'Blocked')
        return 'AWS has blocked the account: ask AWS support.';
    const actions = apiCalls[call].actions.map((action) => `"${action}"`).join(', ');
    return `Allow the IAM action ${actions} to the role or user, as docs/aws/policy.json does.`;
}
function codeOf(error) {
    if (typeof error !== 'object' || error === null)
        return { code: 'unknown', status: undefined };
    const { name, code, Code, $metadata } = error;
    const status = (typeof $metadata === 'object' && $metadata !== null ? $metadata : {});
    const candidates = [code, Code, name].filter((one) => typeof one === 'string' && one !== '');
    const known = candidates.find((one) => kindByCode.has(one) || kindByPattern(one) !== undefined);
    return {
        code: known ?? candidates[0] ?? 'unknown',
        status: typeof status.httpStatusCode === 'number' ? status.httpStatusCode : undefined,
    };
}

;// CONCATENATED MODULE: ./build/providers/ec2/ec2-failure.js


/** A failed call to AWS, with the next step. */
class Ec2Failure extends errors/* DroverError */.F {
    code;
    next;
    constructor(message, { classified, cause }) {
        const { reason, hint } = classified;
        super(message, { reason, hint, cause });
        this.name = 'Ec2Failure';
        this.code = classified.code;
        this.next = classified.next;
    }
}
/** Converts an error of the SDK to a failure in Drover's words. */
function toFailure(cause, { subject, call, region }) {
    if (cause instanceof Ec2Failure)
        return cause;
    const classified = classifyError(cause, call);
    const said = cause instanceof Error ? oneLine(cause.message) : '';
    const because = said === '' || said === classified.code ? '' : `: ${said}`;
    return new Ec2Failure(`${subject}: ${call} in ${region} failed with ${classified.code}${because}`, {
        classified,
        cause,
    });
}
const ec2_failure_longest = 400;
function oneLine(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    return line.length > ec2_failure_longest ? `${line.slice(0, ec2_failure_longest)}…` : line;
}
/** The error for a wait that the run's signal ended. */
function cancelled(subject, cause) {
    return new errors/* DroverError */.F(`${subject}: cancelled`, {
        reason: 'cancelled',
        hint: 'Run it again: it goes on where it was cut off.',
        cause,
    });
}

;// CONCATENATED MODULE: ./build/providers/ec2/ec2-calls.js



const usualDeadlineMs = 120_000;
const connectionTimeout = 5000;
const usualRequestMs = 30_000;
/**
 * The only place that loads the SDK and sends a command. Credentials come from the SDK's default
 * chain, the endpoint from AWS_ENDPOINT_URL_EC2 or AWS_ENDPOINT_URL where they are set.
 */
function makeEc2Calls({ clock, requestMs = usualRequestMs, deadlineMs = usualDeadlineMs, }) {
    const clients = new Map();
    const senderFor = (service, more) => {
        const { region, maxAttempts } = more;
        const key = `${service} ${region} ${maxAttempts}`;
        const sender = clients.get(key) ?? openSender(service, { region, requestMs, maxAttempts });
        clients.set(key, sender);
        return sender;
    };
    return {
        call: async (name, { input, region, subject, signal, repeat = true }) => {
            const attempt = async () => {
                try {
                    const send = await senderFor(apiCalls[name].service, { region, maxAttempts: repeat ? 3 : 1 });
                    return (await send(name, { input, signal }));
                }
                catch (error) {
                    throw signal?.aborted
                        ? cancelled(subject, error)
                        : toFailure(error, { subject, call: name, region });
                }
            };
            const isRetryable = (error) => error instanceof Ec2Failure && passes.includes(error.reason) && (repeat || error.next === 'retry');
            const options = { clock, baseMs: 1000, maxMs: 10_000, deadlineMs, isRetryable };
            try {
                return await (0,retry/* retry */.L)(signal === undefined ? options : { ...options, signal }, attempt);
            }
            catch (error) {
                throw signal?.aborted ? cancelled(subject, error) : error;
            }
        },
    };
}
/** Reasons that may pass by themselves. The caller waits for a state or an id, because only it knows for how long. */
const passes = ['provider-throttled', 'provider-unreachable'];
async function openSender(service, { region, requestMs, maxAttempts, }) {
    const config = {
        region,
        retryMode: 'adaptive',
        maxAttempts,
        requestHandler: { connectionTimeout, requestTimeout: requestMs, throwOnRequestTimeout: true },
    };
    const { client, commands } = await (service === 'ec2' ? openEc2(config) : openSsm(config));
    return async (name, { input, signal }) => {
        const Command = commands[`${name}Command`];
        if (Command === undefined)
            throw new TypeError(`the SDK has no ${name}Command`);
        return client.send(new Command(input), signal === undefined ? {} : { abortSignal: signal });
    };
}
async function openEc2(config) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(5193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    return { client: new sdk.EC2Client(config), commands: sdk };
}
async function openSsm(config) {
    const sdk = await Promise.all(/* import() */[__webpack_require__.e(5861), __webpack_require__.e(4736)]).then(__webpack_require__.t.bind(__webpack_require__, 34736, 19));
    return { client: new sdk.SSMClient(config), commands: sdk };
}

;// CONCATENATED MODULE: ./build/providers/ec2/own-machine.js






/**
 * The living machine of this name and id, with its tags as they are now. Undefined when the id is
 * gone. Throws `provider-failed` when the id is not this machine, or the name now has another id.
 */
async function findOwn(context, machine) {
    const { scope } = context;
    const [described] = await describeById(context, machine);
    const [own] = selectForTermination(described === undefined ? [] : [described], {
        flock: scope.flock,
        ...machine,
    });
    if (own !== undefined)
        return own;
    if (described !== undefined && !isEnded(described))
        throw foreign(machine, described);
    const callContext = callContextFor(context, machine.name);
    const namesakes = await findOurs(callContext, {
        flock: scope.flock,
        regions: regionsOf(context),
        name: machine.name,
    });
    if (namesakes.length > 0)
        throw otherId(machine, namesakes);
    return undefined;
}
/** As `findOwn`; throws `not-provisioned` when it is gone. */
async function requireOwn(context, machine) {
    const own = await findOwn(context, machine);
    if (own !== undefined)
        return own;
    throw new errors/* DroverError */.F(`${machine.name}: "${machine.id}" no longer exists`, {
        reason: 'not-provisioned',
        hint: `Make it with "drover provision ${machine.name}".`,
    });
}
/** The instance with an id, as EC2 describes it now, ended or not. Asks the most likely region before all others. */
async function describeById(context, machine) {
    const callContext = callContextFor(context, machine.name);
    const search = async (regions) => {
        const found = regions.map((region) => describeInstances(callContext, { region, filters: byId(machine.id) }));
        return (await Promise.all(found)).flat();
    };
    const regions = regionsOf(context);
    const likely = regions.filter((region) => region === likelyRegion(context, machine));
    const found = await search(likely);
    return found.length > 0 ? found : search(regions.filter((region) => !likely.includes(region)));
}
function likelyRegion({ scope, defaultRegion }, { name, id }) {
    const known = scope.known.get(name);
    if (known?.id === id && known.region !== undefined)
        return known.region;
    const desired = scope.machines.find((machine) => machine.name === name);
    return regionOf({ settings: desired?.settings ?? {}, defaultRegion });
}
function isEnded({ state }) {
    return state === 'terminated' || state === 'shutting-down';
}
function foreign({ name, id }, { tags }) {
    const { [tagNames.flock]: flock = 'none', [tagNames.machine]: machine = 'none' } = tags;
    return new errors/* DroverError */.F(`${name}: "${id}" is not this machine: its tags say flock "${flock}", machine "${machine}"`, { reason: 'provider-failed', hint: 'Nothing was done to it. See "drover list" for the ids.' });
}
function otherId({ name, id }, namesakes) {
    const ids = namesakes.map((one) => `"${one.id}"`).join(', ');
    return new errors/* DroverError */.F(`${name}: "${id}" is gone, and the machine of this name is now ${ids}`, {
        reason: 'provider-failed',
        hint: 'Nothing was done to it. Run "drover list", and name the id that you mean.',
    });
}

;// CONCATENATED MODULE: ./build/providers/ec2/poll.js

const firstPauseMs = 1000;
const maxPauseMs = 5000;
/**
 * Asks until there is an answer, with pauses that grow to 5 s. Undefined when the deadline passed.
 * An abort ends the pause at once and throws `cancelled`.
 */
async function poll({ clock, subject, deadlineMs, signal }, ask) {
    const start = clock.elapsed();
    for (let pauseMs = firstPauseMs;; pauseMs = Math.min(maxPauseMs, pauseMs * 1.3)) {
        if (signal?.aborted)
            throw cancelled(subject, signal.reason);
        const waitedMs = clock.elapsed() - start;
        const answer = await ask(waitedMs);
        if (answer !== undefined || waitedMs > deadlineMs)
            return answer;
        await pause({ clock, subject, ms: pauseMs, signal });
    }
}
async function pause(wait) {
    try {
        await wait.clock.sleep(wait.ms, wait.signal);
    }
    catch (cause) {
        throw wait.signal?.aborted ? cancelled(wait.subject, cause) : cause;
    }
}
const sayEveryMs = 15_000;
/** Reports what is waited for, at once when that changes, and then about every 15 s with the duration. */
function makeProgress(clock, onStep) {
    let current = '';
    let since = 0;
    let saidAt = 0;
    return (what) => {
        const now = clock.elapsed();
        if (what !== current) {
            ;
            [current, since, saidAt] = [what, now, now];
            onStep(what);
        }
        else if (now - saidAt >= sayEveryMs) {
            saidAt = now;
            onStep(`${what} (${Math.round((now - since) / 1000)} s)`);
        }
    };
}

;// CONCATENATED MODULE: ./build/providers/ec2/end-machine.js





const endingMs = 600_000;
/**
 * Terminates the machine and waits until it is gone. Its id and its tags are read again right
 * before; anything but this machine of this flock is refused with `provider-failed`.
 */
async function terminateMachine(context, machine) {
    const { name, id, onlyExpired } = machine;
    const own = await findOwn(context, machine);
    if (own !== undefined) {
        if (onlyExpired && !isExpired(own, context.clock.now()))
            throw notExpired(machine, own);
        await endOwn(context, { name, id, region: own.region });
    }
    await waitUntilEnded(context, machine);
}
/** The error for a machine that somebody completed since it was listed. */
function notExpired({ name, id }, { expiresAt }) {
    const when = expiresAt === undefined ? 'does not expire any more' : `expires at ${expiresAt} only`;
    return new errors/* DroverError */.F(`${name}: "${id}" ${when}`, {
        reason: 'machine-changed',
        hint: 'The machine was completed at the last moment, and stays as it is.',
    });
}
/** Asks EC2 to terminate the machine. A machine that EC2 no longer knows has ended. */
async function endOwn({ calls, signal }, { name, id, region }) {
    try {
        await calls.call('TerminateInstances', { input: { InstanceIds: [id] }, region, subject: name, signal });
    }
    catch (error) {
        if (!(error instanceof Ec2Failure) || error.code !== 'InvalidInstanceID.NotFound')
            throw error;
    }
}
async function waitUntilEnded(context, machine) {
    const { clock, signal } = context;
    let state = 'unknown';
    const ended = await poll({ clock, subject: machine.name, deadlineMs: endingMs, signal }, async () => {
        const [one] = await describeById(context, machine);
        state = one?.state ?? 'terminated';
        return state === 'terminated' ? true : undefined;
    });
    if (ended)
        return;
    throw new errors/* DroverError */.F(`${machine.name}: "${machine.id}" is still "${state}" after ${endingMs / 60_000} minutes`, {
        reason: 'timed-out',
        hint: 'EC2 was asked to terminate it. Run "drover list" later to see whether it is gone.',
    });
}

// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
;// CONCATENATED MODULE: ./build/providers/ec2/launch/attempts.js

/** Plans the first type in each zone, then the next type: another zone is preferred to another type. */
function planAttempts({ zones, types, subnets }) {
    const desired = zones.length === 0 ? [...subnets.keys()].sort() : zones;
    return types.flatMap((type) => desired.flatMap((zone) => {
        const subnet = subnets.get(zone);
        return subnet === undefined ? [] : [{ zone, type, subnet }];
    }));
}
/**
 * The client token of an attempt, with the 64 characters that EC2 allows. It depends on the zone, because a
 * token counts for one zone only: the same token in another zone makes a second machine.
 */
function clientToken({ flock, machine, run, nonce, zone, type }) {
    return (0,digest/* sha256 */.s)(JSON.stringify([flock, machine, run, nonce, zone, type]));
}

;// CONCATENATED MODULE: ./build/providers/ec2/launch/find-image.js

/** The image that the settings choose, as it is now. Throws `invalid-settings` when there is none. */
async function findImage(callContext, settings) {
    const { region, image, architecture } = settings;
    const { calls, subject, signal } = callContext;
    const input = await describeInput(callContext, settings);
    const answer = await calls.call('DescribeImages', { input, region, subject, signal });
    const usable = (answer.Images ?? []).filter(isUsable);
    const found = newestImage(usable);
    if (found?.ImageId !== undefined) {
        const rootDevice = found.RootDeviceName ?? '/dev/sda1';
        const root = found.BlockDeviceMappings?.find(({ DeviceName }) => DeviceName === rootDevice);
        return { id: found.ImageId, rootDevice, rootSize: root?.Ebs?.VolumeSize ?? usualSize };
    }
    throw new errors/* DroverError */.F(`${subject}: no image ${describeChoice(image)} for ${architecture} in ${region}`, {
        reason: 'invalid-settings',
        hint: 'Ensure that the image is in this region, for this architecture, and that the account may use it.',
    });
}
/** A machine without a volume of its own could neither be encrypted nor stopped. */
function isUsable({ State, RootDeviceType }) {
    return (State === undefined || State === 'available') && RootDeviceType !== 'instance-store';
}
/** The newest image; of equally new ones the one with the first id, so that each run chooses the same. */
function newestImage(images) {
    const key = ({ CreationDate = '' }) => CreationDate;
    return [...images].sort((a, b) => {
        if (key(a) !== key(b))
            return key(a) < key(b) ? 1 : -1;
        return (a.ImageId ?? '') < (b.ImageId ?? '') ? -1 : 1;
    })[0];
}
/** Size of the images of Debian and Ubuntu in GiB. */
const usualSize = 8;
async function describeInput(callContext, { image, region, architecture }) {
    if (image.kind === 'id')
        return { ImageIds: [image.id] };
    if (image.kind === 'ssm')
        return { ImageIds: [await readParameter(callContext, { name: image.parameter, region })] };
    return {
        Owners: [image.owner],
        Filters: [
            { Name: 'name', Values: [image.name] },
            { Name: 'architecture', Values: [architecture === 'amd64' ? 'x86_64' : 'arm64'] },
            { Name: 'state', Values: ['available'] },
        ],
    };
}
async function readParameter({ calls, subject, signal }, { name, region }) {
    const answer = await calls.call('GetParameter', { input: { Name: name }, region, subject, signal });
    const value = answer.Parameter?.Value ?? '';
    if (/^ami-[0-9a-f]{8,17}$/.test(value))
        return value;
    throw new errors/* DroverError */.F(`${subject}: the SSM parameter "${name}" in ${region} is not an image id`, {
        reason: 'invalid-settings',
        hint: 'Name a parameter whose value is "ami-…".',
    });
}
function describeChoice(image) {
    if (image.kind === 'id')
        return `"${image.id}"`;
    return image.kind === 'ssm' ? `of "${image.parameter}"` : `"${image.name}" of owner ${image.owner}`;
}

;// CONCATENATED MODULE: ./build/providers/ec2/launch/find-network.js

/** The subnets and security groups that the settings choose. Throws `invalid-settings` that names what is missing. */
async function findNetwork(callContext, settings) {
    const { region, subnet, zones } = settings;
    const { calls, subject, signal } = callContext;
    const input = subnetInput(subnet);
    const answer = await calls.call('DescribeSubnets', { input, region, subject, signal });
    const { subnets, vpcs } = chooseSubnets(answer.Subnets ?? []);
    if (vpcs.length > 1) {
        throw wrong(`${subject}: the subnets ${describeSubnet(subnet)} are in ${vpcs.length} VPCs: ${vpcs.join(', ')}`, {
            hint: 'Choose tags that only subnets of one VPC have.',
        });
    }
    const usable = zones.length === 0 ? [...subnets.keys()] : zones.filter((zone) => subnets.has(zone));
    if (usable.length === 0) {
        const where = zones.length === 0 ? region : zones.join(', ');
        throw wrong(`${subject}: no subnet ${describeSubnet(subnet)} in ${where}`, {
            hint: 'Ensure that such a subnet exists and is in one of the zones, or name another one.',
        });
    }
    return { subnets, securityGroups: await findSecurityGroups(callContext, { settings, vpc: vpcs[0] ?? '' }) };
}
/** One subnet for each zone; of several, the one with the first id, so that each run chooses the same. */
function chooseSubnets(found) {
    const sorted = [...found].sort((a, b) => ((a.SubnetId ?? '') < (b.SubnetId ?? '') ? -1 : 1));
    const subnets = new Map();
    for (const { SubnetId, AvailabilityZone } of sorted) {
        if (SubnetId === undefined || AvailabilityZone === undefined || subnets.has(AvailabilityZone))
            continue;
        subnets.set(AvailabilityZone, SubnetId);
    }
    return { subnets, vpcs: [...new Set(sorted.flatMap(({ VpcId }) => (VpcId === undefined ? [] : [VpcId])))] };
}
function subnetInput(subnet) {
    if (subnet.kind === 'id')
        return { SubnetIds: [subnet.id] };
    if (subnet.kind === 'default')
        return { Filters: [{ Name: 'default-for-az', Values: ['true'] }] };
    return {
        Filters: [
            { Name: 'state', Values: ['available'] },
            ...Object.entries(subnet.tags).map(([key, value]) => ({ Name: `tag:${key}`, Values: [value] })),
        ],
    };
}
async function findSecurityGroups({ calls, subject, signal }, { settings, vpc }) {
    const isId = (group) => /^sg-[0-9a-f]{8,17}$/.test(group);
    const names = settings.securityGroups.filter((group) => !isId(group));
    if (names.length === 0)
        return settings.securityGroups;
    const { region } = settings;
    const Filters = [
        { Name: 'group-name', Values: names },
        { Name: 'vpc-id', Values: [vpc] },
    ];
    const answer = await calls.call('DescribeSecurityGroups', { input: { Filters }, region, subject, signal });
    const ids = new Map((answer.SecurityGroups ?? []).map(({ GroupName, GroupId }) => [GroupName, GroupId]));
    const missing = names.filter((name) => ids.get(name) === undefined);
    if (missing.length > 0) {
        const list = missing.map((name) => `"${name}"`).join(', ');
        throw wrong(`${subject}: no security group ${list} in ${vpc}`, {
            hint: 'Ensure that the groups exist in the VPC of the subnet.',
        });
    }
    return settings.securityGroups.map((group) => ids.get(group) ?? group);
}
function describeSubnet(subnet) {
    if (subnet.kind === 'id')
        return `"${subnet.id}"`;
    if (subnet.kind === 'default')
        return 'that is the default of its zone';
    const tags = Object.entries(subnet.tags).map(([key, value]) => `${key}=${value}`);
    return `with the tags ${tags.join(', ')}`;
}
function wrong(message, { hint }) {
    return new errors/* DroverError */.F(message, { reason: 'invalid-settings', hint });
}

;// CONCATENATED MODULE: ./build/providers/ec2/launch/launch-input.js

/** The one call that makes a machine. The same input gives the same call, which a repeated token requires. */
function launchCall(input) {
    const { flock, machine, intent, attempt, settings, token, hostKey, userData } = input;
    const owner = { flock, machine, run: intent.run, created: intent.at, tags: settings.tags };
    const parts = toTagList(ownerTags(owner));
    return {
        ClientToken: token,
        MinCount: 1,
        MaxCount: 1,
        ImageId: intent.image,
        InstanceType: attempt.type,
        Placement: { AvailabilityZone: attempt.zone },
        InstanceInitiatedShutdownBehavior: 'terminate',
        MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled' },
        NetworkInterfaces: [
            {
                DeviceIndex: 0,
                SubnetId: attempt.subnet,
                AssociatePublicIpAddress: settings.address === 'public',
                DeleteOnTermination: true,
                ...(intent.securityGroups.length === 0 ? {} : { Groups: [...intent.securityGroups] }),
            },
        ],
        BlockDeviceMappings: [
            {
                DeviceName: intent.rootDevice,
                Ebs: {
                    VolumeType: 'gp3',
                    Encrypted: true,
                    DeleteOnTermination: true,
                    VolumeSize: intent.volumeSize,
                },
            },
        ],
        TagSpecifications: [
            {
                ResourceType: 'instance',
                Tags: toTagList(machineTags(owner, { expires: intent.expiresAt, hostKey, token })),
            },
            { ResourceType: 'volume', Tags: parts },
            { ResourceType: 'network-interface', Tags: parts },
        ],
        UserData: Buffer.from(userData).toString('base64'),
        ...profile(settings.instanceProfile),
    };
}
function profile(name) {
    if (name === undefined)
        return {};
    return { IamInstanceProfile: name.startsWith('arn:') ? { Arn: name } : { Name: name } };
}

;// CONCATENATED MODULE: ./build/providers/ec2/examine-access.js








/** EC2's answer to a dry run of a permitted call. */
const wouldWork = 'DryRunOperation';
/**
 * Makes dry runs of the two calls that everything else needs: listing machines in each region, and making a
 * machine of each kind that the flock has. Leaves out machines with wrong settings, which `problems` reports.
 */
async function examineAccess(context) {
    const calls = askedOnce(context.calls);
    const callContext = { calls, subject: 'doctor', signal: context.signal };
    const regions = await settle('AWS', async () => regionsOf(context));
    if ('error' in regions)
        return [regions];
    const listings = regions.value.map((region) => examineListing(callContext, region));
    const launches = kindsOf(context).map((kind) => examineLaunch(callContext, { kind, context }));
    return Promise.all([...listings, ...launches]);
}
/** One machine of each kind. A kind is everything that the launch depends on. */
function kindsOf({ scope, defaultRegion }) {
    const kinds = new Map();
    for (const { name, settings: raw } of scope.machines) {
        if (ec2Problems(name, { settings: raw, defaultRegion }).length > 0)
            continue;
        const settings = parseEc2Settings(name, { settings: raw, defaultRegion });
        const key = JSON.stringify({ ...settings, tags: 0, userData: 0, makingMinutes: 0 });
        if (!kinds.has(key))
            kinds.set(key, { machine: name, settings });
    }
    return [...kinds.values()];
}
function examineListing({ calls, ...callContext }, region) {
    const about = `AWS ${region}: list machines`;
    return dryRun(about, () => calls.call('DescribeInstances', { ...callContext, region, input: { DryRun: true } }));
}
function examineLaunch(callContext, { kind: { machine, settings }, context }) {
    const { region } = settings;
    return dryRun(`AWS ${region}: make a machine like ${machine}`, async () => {
        const [image, network] = await Promise.all([
            findImage(callContext, settings),
            findNetwork(callContext, settings),
        ]);
        const attempts = planAttempts({ ...settings, subnets: network.subnets });
        const [attempt] = attempts;
        if (attempt === undefined)
            throw new TypeError('a network without a place');
        const at = new Date(context.clock.now()).toISOString();
        const intent = {
            provider: 'ec2',
            region,
            run: 'doctor',
            nonce: 'doctor',
            at,
            expiresAt: at,
            image: image.id,
            rootDevice: image.rootDevice,
            volumeSize: settings.volumeSize ?? image.rootSize,
            securityGroups: [...network.securityGroups],
            attempts: [...attempts],
            next: 0,
        };
        const flock = context.scope.flock;
        const parts = { flock, machine, intent, attempt, settings, hostKey: 'none', userData: '#cloud-config\n' };
        // The client token is left out, because a dry run must not use one up.
        const { ClientToken: _token, ...input } = launchCall({ ...parts, token: 'none' });
        const options = {
            ...callContext,
            region,
            input: { ...input, DryRun: true },
            repeat: false,
        };
        return callContext.calls.call('RunInstances', options);
    });
}
/** Calls that are sent once: `doctor` must report a fault of AWS and not wait until it is over. */
function askedOnce(calls) {
    return { call: (name, options) => calls.call(name, { ...options, repeat: false }) };
}
async function dryRun(about, ask) {
    const end = await settle(about, ask);
    if ('error' in end) {
        return end.error instanceof Ec2Failure && end.error.code === wouldWork ? { about } : end;
    }
    const message = `${about}: the dry run was answered like a real call`;
    return { about, error: new errors/* DroverError */.F(message, { reason: 'provider-failed' }) };
}
async function settle(about, work) {
    try {
        return { value: await work() };
    }
    catch (error) {
        if (error instanceof errors/* DroverError */.F)
            return { about, error };
        throw error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/providers/ec2/launch/console-keys.js

/**
 * Reads the blocks that cloud-init writes to the console ("SSH HOST KEY KEYS", "SSH HOST KEY
 * FINGERPRINTS"). A block that was cut off does not count: the expected key may be in the lost part.
 */
function parseConsoleKeys(output) {
    return {
        keys: blocks(output, 'KEYS').flatMap((block) => [...block.matchAll(/\b((?:ssh|ecdsa)-[a-z0-9-]+) (AAAA[A-Za-z0-9+/]+={0,2})/g)].map(([, type, blob]) => `${type} ${blob}`)),
        fingerprints: blocks(output, 'FINGERPRINTS').flatMap((block) => [...block.matchAll(/SHA256:[A-Za-z0-9+/]{43}/g)].map(([fingerprint]) => fingerprint)),
    };
}
/** Whether the console showed the expected key, only other keys, or no key. */
function judgeConsole(shown, expected) {
    const agreesWith = (list, form) => list.length === 0 || expected.some((key) => list.includes(form(key)));
    if (shown.keys.length === 0 && shown.fingerprints.length === 0)
        return 'says-nothing';
    const agrees = agreesWith(shown.keys, (key) => key) && agreesWith(shown.fingerprints, fingerprintOf);
    return agrees ? 'agrees' : 'contradicts';
}
function fingerprintOf(key) {
    const blob = Buffer.from(key.split(' ')[1] ?? '', 'base64');
    return `SHA256:${(0,external_node_crypto_.createHash)('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}
function blocks(output, what) {
    const block = new RegExp(`-----BEGIN SSH HOST KEY ${what}-----((?:(?!-----BEGIN SSH HOST KEY)[\\s\\S])*?)-----END SSH HOST KEY ${what}-----`, 'g');
    return [...output.matchAll(block)].map(([, inner = '']) => inner);
}

;// CONCATENATED MODULE: ./build/providers/ec2/launch/check-console.js




/**
 * Checks a new machine's host key against a second source, its console. Throws `host-key-mismatch` when the
 * console shows keys and none is the expected one. An empty or unreadable console decides nothing.
 */
async function checkConsole(context, { own, onStep, signal }) {
    const expected = decodeHostKeys(own.tags[tagNames.launchKey]);
    if (expected.length === 0)
        return;
    const output = await readConsole(context, { own, onStep, signal });
    if (judgeConsole(parseConsoleKeys(output), expected) !== 'contradicts')
        return;
    throw new errors/* DroverError */.F(`${own.name}: the console of "${own.id}" shows another host key than the expected one`, {
        reason: 'host-key-mismatch',
        hint: 'Its user data was not applied, or its image has been tampered with. Nothing was sent to it. Terminate it, and check the image.',
    });
}
async function readConsole(context, { own, onStep, signal }) {
    const { id, region, name: subject } = own;
    const read = async (latest) => {
        const input = { InstanceId: id, ...(latest ? { Latest: true } : {}) };
        const { Output = '' } = await context.calls.call('GetConsoleOutput', { input, region, subject, signal });
        return Buffer.from(Output, 'base64').toString('utf8');
    };
    try {
        return await read(true).catch((error) => {
            // Only machines of the Nitro system show the present output of the console.
            if (error instanceof Ec2Failure && error.code === 'UnsupportedOperation')
                return read(false);
            throw error;
        });
    }
    catch (error) {
        if (!(error instanceof Ec2Failure))
            throw error;
        onStep(`the console cannot be read: ${error.code}`);
        return '';
    }
}

;// CONCATENATED MODULE: ./build/providers/ec2/launch/complete-machine.js





const settleMs = 60_000;
/**
 * Removes the expiry and verifies that it is gone. The expiry tag is removed last, so that a run that is
 * killed in between leaves a machine that still counts as incomplete. Idempotent.
 */
async function completeMachine(context, machine) {
    const { clock, signal } = context;
    const desired = encodeHostKeys(machine.name, machine.hostKeys);
    const own = await requireOwn(context, machine);
    if (own.expiresAt !== undefined)
        await checkConsole(context, { own, onStep: () => undefined, signal });
    await change(context, { own, desired });
    const settled = await poll({ clock, subject: machine.name, deadlineMs: settleMs, signal }, async () => {
        const now = await requireOwn(context, machine);
        return (await missing(context, { own: now, desired })).length === 0 ? true : undefined;
    });
    if (settled)
        return;
    const what = (await missing(context, { own: await requireOwn(context, machine), desired })).join(', ');
    throw new errors/* DroverError */.F(`${machine.name}: the machine could not be completed: ${what}`, {
        reason: 'provider-failed',
        hint: 'Run the operation again. An incomplete machine is ended when it expires.',
    });
}
async function change(context, { own, desired }) {
    const { calls, signal } = context;
    const { id, region, name: subject } = own;
    if ((await shutdownBehaviour(context, own)) !== 'stop') {
        const input = { InstanceId: id, InstanceInitiatedShutdownBehavior: { Value: 'stop' } };
        await calls.call('ModifyInstanceAttribute', { input, region, subject, signal });
    }
    if (own.tags[tagNames.hostKey] !== desired) {
        const input = { Resources: [id], Tags: [{ Key: tagNames.hostKey, Value: desired }] };
        await calls.call('CreateTags', { input, region, subject, signal });
    }
    if (own.tags[tagNames.expires] !== undefined) {
        // A tag without a value here is deleted whatever its value is.
        const input = { Resources: [id], Tags: [{ Key: tagNames.expires }] };
        await calls.call('DeleteTags', { input, region, subject, signal });
    }
}
/** The parts that do not hold yet, in words. */
async function missing(context, { own, desired }) {
    return [
        ...(own.tags[tagNames.expires] === undefined ? [] : [`the tag "${tagNames.expires}" is still there`]),
        ...(own.tags[tagNames.hostKey] === desired ? [] : [`the tag "${tagNames.hostKey}" is still the old one`]),
        ...((await shutdownBehaviour(context, own)) === 'stop' ? [] : ['a shutdown would still terminate it']),
    ];
}
async function shutdownBehaviour({ calls, signal }, own) {
    const { id, region, name: subject } = own;
    const input = { InstanceId: id, Attribute: 'instanceInitiatedShutdownBehavior' };
    const answer = await calls.call('DescribeInstanceAttribute', { input, region, subject, signal });
    return answer.InstanceInitiatedShutdownBehavior?.Value;
}

;// CONCATENATED MODULE: ./build/providers/ec2/ambiguous.js

/** The error for two machines of one name, between which only a person can choose. */
function ambiguous(name, machines) {
    const ids = machines.map(({ id, region }) => `"${id}" in ${region}`).join(', ');
    return new errors/* DroverError */.F(`${name}: there are ${machines.length} machines of this name: ${ids}`, {
        reason: 'ambiguous-machine',
        hint: 'Choose one, and terminate the other in EC2; "drover reap" ends a machine that has expired.',
    });
}

;// CONCATENATED MODULE: ./build/providers/ec2/to-provider-machine.js


const presences = {
    pending: 'starting',
    running: 'running',
    stopping: 'stopping',
    stopped: 'stopped',
};
/** Converts an instance to a machine of the `Provider` port. */
function toProviderMachine(one, scope) {
    const { user, port } = loginOf(one.name, scope);
    return {
        name: one.name,
        presence: presences[one.state],
        identity: {
            provider: 'ec2',
            id: one.id,
            address: addressOf(one, scope),
            port,
            user,
            hostKeys: decodeHostKeys(one.tags[tagNames.hostKey]),
            region: one.region,
            createdAt: createdAt(one),
            createdBy: one.tags[tagNames.run] ?? 'unknown',
        },
        ...(one.expiresAt === undefined ? {} : { expiresAt: one.expiresAt }),
    };
}
/** The address at which the machine can be reached now; undefined while it has none of the desired kind. */
function liveAddress(one, scope) {
    const { address } = loginOf(one.name, scope);
    if (address === 'any') {
        const last = scope.known.get(one.name)?.address;
        return last === one.privateAddress ? last : (one.publicAddress ?? one.privateAddress);
    }
    return address === 'private' ? one.privateAddress : one.publicAddress;
}
function loginOf(name, { machines, known }) {
    const desired = machines.find((machine) => machine.name === name);
    const identity = known.get(name);
    return {
        user: desired?.user ?? identity?.user ?? 'root',
        port: desired?.port ?? identity?.port ?? 22,
        address: desired === undefined ? 'any' : desired.settings.address === 'private' ? 'private' : 'public',
    };
}
/** The address to show. A stopped machine has no public one, and is shown with the one that it had, or its private one. */
function addressOf(one, scope) {
    const known = scope.known.get(one.name);
    const last = known?.id === one.id ? known.address : undefined;
    return liveAddress(one, scope) ?? last ?? one.privateAddress ?? nowhere;
}
/** A name that never resolves (RFC 2606), so that nobody connects to something else. */
const nowhere = 'no-address.invalid';

;// CONCATENATED MODULE: ./build/providers/ec2/launch/settle-twins.js



/** How long another launch may take to notice that its machine came second. */
const yieldMs = 30_000;
/**
 * Settles that two concurrent launches made a machine of one name. The launch that made the later machine
 * terminates it. If that does not happen, the launch that made the first one terminates that, because the other
 * may be in use already. A launch terminates only its own machine. Throws `ambiguous-machine` when neither is its own.
 */
async function settleTwins({ context, request, callContext, made, progress }, { found, sinceMs }) {
    progress(`settle which of ${found.map(({ id }) => `"${id}"`).join(' and ')} stays`);
    const [senior, ...juniors] = [...found].sort(bySeniority);
    const late = sinceMs > yieldMs;
    const ending = juniors.filter((one) => mayEnd(one, made));
    if (ending.length === 0 && late) {
        if (senior === undefined || !mayEnd(senior, made))
            throw ambiguous(request.name, found);
        ending.push(senior);
    }
    for (const { id, name, region } of ending) {
        await endOwn({ ...context, signal: callContext.signal }, { id, name, region });
    }
}
function mayEnd({ id, expiresAt }, made) {
    return made.has(id) && expiresAt !== undefined;
}

;// CONCATENATED MODULE: ./build/providers/ec2/launch/bring-up.js









/** How long a machine may take from the launch call to an answer by SSH. */
const bootMs = 600_000;
/** How long an instance may take to be listed with its tags. */
const visibleMs = 120_000;
/** How long a machine may run without an address. */
const addressMs = 60_000;
/** EC2 is asked less often than the machine is. */
const observeEveryMs = 10_000;
/**
 * Waits until the machine answers by SSH, and starts it if it is stopped. Observes machines by name, so
 * that a second machine of the name is noticed, whoever made it.
 */
async function bringUp(task, id) {
    const { context, request, callContext } = task;
    const wait = { id };
    let last = '';
    const progress = (what) => {
        last = what;
        task.progress(what);
    };
    const end = await poll({ clock: context.clock, subject: request.name, deadlineMs: bootMs, signal: callContext.signal }, (waitedMs) => step({ ...task, progress }, { wait, waitedMs }));
    if (end !== undefined)
        return end;
    throw new errors/* DroverError */.F(`${request.name}: not up after ${bootMs / 60_000} minutes: ${last}`, {
        reason: 'timed-out',
        hint: 'Ensure that security group, subnet and routes let this computer reach the SSH port, and see the console of the machine in EC2.',
    });
}
async function step(task, { wait, waitedMs }) {
    const isFresh = wait.running !== undefined && waitedMs - wait.running.observedAtMs < observeEveryMs;
    const own = isFresh ? wait.running?.own : await observeMachine(task, { wait, waitedMs });
    if (own === undefined) {
        wait.running = undefined;
        return wait.twinsSinceMs === undefined ? explainMissing(task, { wait, waitedMs }) : undefined;
    }
    if (own.state !== 'running') {
        wait.running = undefined;
        await towardsRunning(task, own);
        return undefined;
    }
    if (!isFresh) {
        wait.running = { own, observedAtMs: waitedMs, sinceMs: wait.running?.sinceMs ?? waitedMs };
    }
    return whenRunning(task, { wait, waitedMs, own });
}
/** The machine of the name; undefined when there is none, or when one of two must end first. */
async function observeMachine(task, { wait, waitedMs }) {
    const { context, request, callContext, regions } = task;
    const found = await findOurs(callContext, { flock: context.scope.flock, regions, name: request.name });
    if (found.length < 2) {
        wait.twinsSinceMs = undefined;
        return found[0];
    }
    wait.twinsSinceMs ??= waitedMs;
    await settleTwins(task, { found, sinceMs: waitedMs - wait.twinsSinceMs });
    return undefined;
}
async function whenRunning(task, { wait, waitedMs, own }) {
    const { scope, sshAnswers } = task.context;
    const address = liveAddress(own, scope);
    if (address === undefined)
        return withoutAddress(task, { wait, waitedMs, own });
    const { port } = loginOf(own.name, scope);
    task.progress(`wait for SSH at ${address} port ${port}`);
    if (!(await sshAnswers({ address, port })))
        return undefined;
    // The machine is observed again: its address counts only if it is still the machine of its name.
    const now = await observeMachine(task, { wait, waitedMs });
    if (now?.id !== own.id || now.state !== 'running' || liveAddress(now, scope) !== address) {
        wait.running = undefined;
        return undefined;
    }
    if (now.expiresAt !== undefined) {
        await checkConsole(task.context, {
            own: now,
            onStep: task.request.onStep,
            signal: task.callContext.signal,
        });
    }
    return { kind: 'up', own: now };
}
function withoutAddress(task, { wait, waitedMs, own }) {
    const { address } = loginOf(own.name, task.context.scope);
    task.progress(`wait for its ${address} address`);
    if (waitedMs - (wait.running?.sinceMs ?? waitedMs) <= addressMs) {
        if (wait.running !== undefined)
            wait.running = { ...wait.running, observedAtMs: -observeEveryMs };
        return undefined;
    }
    throw new errors/* DroverError */.F(`${own.name}: "${own.id}" runs and has no ${address} address`, {
        reason: 'provider-failed',
        hint: 'Use a subnet with a route to the Internet, or "address: private" where this computer is in the same network.',
    });
}
async function towardsRunning({ context, callContext, progress }, own) {
    const { id, region, name: subject } = own;
    if (own.state !== 'stopped') {
        progress(own.state === 'pending' ? 'wait until it runs' : 'wait until it is stopped, to start it again');
        return;
    }
    progress('start the stopped machine');
    try {
        const input = { InstanceIds: [id] };
        await context.calls.call('StartInstances', { input, region, subject, signal: callContext.signal });
    }
    catch (error) {
        // The state may have changed since the observation: the next one shows it.
        if (!(error instanceof Ec2Failure) || error.next !== 'retry')
            throw error;
    }
}
/** The outcome for a machine that is not listed as living: it ended, or EC2 does not show it yet. */
async function explainMissing(task, { wait, waitedMs }) {
    const { callContext, regions, request } = task;
    const filters = byId(wait.id);
    const described = await Promise.all(regions.map((region) => describeInstances(callContext, { region, filters })));
    const ended = described.flat().find(isEnded);
    if (ended !== undefined) {
        const classified = classifyStateReason(ended.stateReason ?? 'unknown');
        const message = `${request.name}: "${wait.id}" was ended by EC2 or by somebody: ${classified.code}`;
        return { kind: 'ended', failure: new Ec2Failure(message, { classified }) };
    }
    task.progress('wait until EC2 shows the machine');
    if (waitedMs <= visibleMs)
        return undefined;
    throw new errors/* DroverError */.F(`${request.name}: "${wait.id}" was made and EC2 does not show it with its tags`, {
        reason: 'provider-failed',
        hint: 'Run the operation again to go on with the machine. It ends by itself if nobody completes it.',
    });
}

;// CONCATENATED MODULE: ./build/providers/ec2/launch/launch-task.js






/** Checks the request of a launch. Throws an InputError with all problems of the settings. */
function startTask(context, request) {
    const { name, settings: raw, user, authorizedKeys, signal } = request;
    if (!machineLabel.test(name))
        throw refused(`"${name}" cannot be a name: it is no host name`);
    if (!userName.test(user))
        throw refused(`${name}: cannot be launched: "${user}" is no user name`);
    if (authorizedKeys.some((key) => /[\r\n\0]/.test(key))) {
        throw refused(`${name}: cannot be launched: an authorized key has more than one line`);
    }
    const settings = parseEc2Settings(name, { settings: raw, defaultRegion: context.defaultRegion });
    const until = [context.signal, signal].filter((one) => one !== undefined);
    const own = {
        ...context,
        scope: withRequested(context.scope, request),
        signal: until.length === 0 ? undefined : AbortSignal.any(until),
    };
    return {
        context: own,
        request,
        settings,
        callContext: callContextFor(own, name),
        regions: regionsOf(own),
        made: new Set(),
        progress: makeProgress(context.clock, request.onStep),
    };
}
/** The scope with the login, the settings and the remembered intent that the request has for this machine. */
function withRequested(scope, request) {
    const { name, settings, user, remembered } = request;
    const { port } = loginOf(name, scope);
    const others = scope.machines.filter((machine) => machine.name !== name);
    const launches = [
        ...(scope.launches ?? []),
        ...(remembered === undefined ? [] : [[name, remembered]]),
    ];
    return { ...scope, machines: [...others, { name, settings, user, port }], launches: new Map(launches) };
}
const userName = /^[a-z_][a-z0-9_-]{0,31}$/;
function refused(message) {
    return new errors/* DroverError */.F(message, { reason: 'invalid-argument' });
}

;// CONCATENATED MODULE: ./build/providers/ec2/launch/host-key.js

const type = 'ssh-ed25519';
/** An ed25519 private key in PKCS #8 is these bytes and then the seed (RFC 8410, 7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
/** The host key that a machine has until its first contact. The same seed and token give the same key. */
function deriveHostKey(seed, token) {
    const secret = (0,external_node_crypto_.createHash)('sha256').update(seed).update(token).digest();
    const key = (0,external_node_crypto_.createPrivateKey)({ key: Buffer.concat([pkcs8, secret]), format: 'der', type: 'pkcs8' });
    const open = (0,external_node_crypto_.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(-32);
    const blob = Buffer.concat([host_key_text(type), host_key_text(open)]);
    return {
        privateKey: armour(encodePrivate({ blob, open, secret })),
        publicKey: `${type} ${blob.toString('base64')}`,
    };
}
/** OpenSSH, PROTOCOL.key: no cipher, one key. The two check numbers must be equal. */
function encodePrivate({ blob, open, secret }) {
    const check = (0,external_node_crypto_.createHash)('sha256').update(blob).digest().subarray(0, 4);
    const list = Buffer.concat([
        check,
        check,
        host_key_text(type),
        host_key_text(open),
        host_key_text(Buffer.concat([secret, open])),
        host_key_text('drover'),
    ]);
    const padding = Buffer.from(Array.from({ length: (8 - (list.length % 8)) % 8 }, (_, index) => index + 1));
    return Buffer.concat([
        Buffer.from('openssh-key-v1\0'),
        host_key_text('none'),
        host_key_text('none'),
        host_key_text(''),
        Buffer.from([0, 0, 0, 1]),
        host_key_text(blob),
        host_key_text(Buffer.concat([list, padding])),
    ]);
}
/** A string of SSH (RFC 4251, 5). */
function host_key_text(value) {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
}
function armour(bytes) {
    const lines = bytes.toString('base64').match(/.{1,70}/g) ?? [];
    return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
}

;// CONCATENATED MODULE: ./build/providers/ec2/launch/try-attempt.js









/** How long a call without an answer is repeated. */
const answerMs = 180_000;
/** How long an instance may take to be listed after it was made. */
const try_attempt_visibleMs = 60_000;
/**
 * Makes the machine in the present place of the intent. When the outcome of the call is unknown, machines are
 * observed, and the call is repeated with the same token. Throws failures that neither a repeat nor another place would mend.
 */
async function tryAttempt(task, intent) {
    const { context, request, callContext, progress } = task;
    const attempt = intent.attempts[intent.next];
    if (attempt === undefined)
        throw new TypeError('the intent has no attempt left');
    progress(`make a ${attempt.type} in ${attempt.zone}`);
    const input = await callFor(task, { intent, attempt });
    let capacityFailures = 0;
    const end = await poll({ clock: context.clock, subject: request.name, deadlineMs: answerMs, signal: callContext.signal }, async (waitedMs) => {
        try {
            return await send(task, { input, region: intent.region });
        }
        catch (error) {
            if (!(error instanceof Ec2Failure))
                throw error;
            if (error.next === 'next-place')
                capacityFailures += 1;
            // After a lack of capacity the token is repeated once: the call would return a machine that is not listed yet.
            const mayRepeat = error.next === 'next-place' ? capacityFailures < 2 : waitedMs <= answerMs;
            return afterFailure(task, { intent, failure: error, mayRepeat });
        }
    });
    if (end !== undefined)
        return end;
    throw new errors/* DroverError */.F(`${request.name}: RunInstances in ${intent.region} had no answer`, {
        reason: 'provider-unreachable',
        hint: 'Run the operation again: it finds what this attempt may have made.',
    });
}
async function send({ context, request, callContext }, { input, region }) {
    request.spend();
    const options = { input, region, subject: request.name, signal: callContext.signal, repeat: false };
    const answer = await context.calls.call('RunInstances', options);
    const id = answer.Instances?.[0]?.InstanceId;
    if (id === undefined)
        throw nothingMade(request.name);
    return { kind: 'made', id };
}
/** The outcome of an attempt whose call failed; undefined when the call should be repeated. */
async function afterFailure(task, { intent, failure, mayRepeat }) {
    if (failure.code === 'IdempotentInstanceTerminated')
        return { kind: 'used-up', failure };
    if (failure.code === 'IdempotentParameterMismatch')
        return adopt(task, { intent, failure });
    const leftover = await findLeftoverQuietly(task, intent);
    if (leftover !== undefined)
        return { kind: 'made', id: leftover };
    if (failure.next !== 'next-place' && failure.next !== 'observe')
        throw failure;
    if (mayRepeat)
        return undefined;
    if (failure.next === 'next-place')
        return { kind: 'no-room', failure };
    throw failure;
}
/** The living machine that an earlier call of this intent made, if one is listed. */
async function findLeftover(task, intent) {
    const [first] = (await describeTokens(task, intent)).filter((one) => !isEnded(one));
    return first?.id;
}
/** A failure to list machines must not hide why the call failed. */
async function findLeftoverQuietly(task, intent) {
    try {
        return await findLeftover(task, intent);
    }
    catch (error) {
        if (error instanceof Ec2Failure)
            return undefined;
        throw error;
    }
}
/** Takes the machine of a token that was used in another call, before the settings or keys changed. */
async function adopt(task, { intent, failure }) {
    const { context, request, callContext, progress } = task;
    progress('find the machine of an earlier launch');
    const end = await poll({ clock: context.clock, subject: request.name, deadlineMs: try_attempt_visibleMs, signal: callContext.signal }, async () => {
        const found = await describeTokens(task, intent);
        const living = found.find((one) => !isEnded(one));
        if (living !== undefined)
            return { kind: 'made', id: living.id };
        return found.length > 0 ? { kind: 'used-up', failure } : undefined;
    });
    if (end === undefined)
        throw failure;
    return end;
}
function describeTokens(task, intent) {
    const { region } = intent;
    const tokens = intent.attempts
        .slice(0, intent.next + 1)
        .map((attempt) => tokenOf(task, { intent, attempt }));
    return describeInstances(task.callContext, { region, filters: byTokens(tokens.reverse()) });
}
function tokenOf({ context, request }, { intent, attempt }) {
    return clientToken({ ...attempt, ...intent, flock: context.scope.flock, machine: request.name });
}
async function callFor(task, place) {
    const { context, request, settings } = task;
    const { name: machine, user, authorizedKeys } = request;
    const token = tokenOf(task, place);
    const hostKey = deriveHostKey(await request.seed(`ec2 host key ${token}`), token);
    const { makingMinutes, userData: extra } = settings;
    const userData = renderUserData({ machine, user, authorizedKeys, hostKey, makingMinutes, extra });
    const bytes = Buffer.byteLength(userData);
    if (bytes > maxUserDataBytes) {
        throw new errors/* DroverError */.F(`${machine}: its user data has ${bytes} bytes, EC2 takes ${maxUserDataBytes}`, {
            reason: 'invalid-settings',
            hint: 'Give a shorter "user-data", or fewer authorized keys.',
        });
    }
    const hostKeyLine = hostKey.publicKey;
    return launchCall({
        ...place,
        flock: context.scope.flock,
        machine,
        settings,
        token,
        hostKey: hostKeyLine,
        userData,
    });
}
function nothingMade(name) {
    return new errors/* DroverError */.F(`${name}: RunInstances answered without an instance`, {
        reason: 'provider-failed',
        hint: 'Run it again.',
    });
}

;// CONCATENATED MODULE: ./build/providers/ec2/launch/make-instance.js







/** How often a launch starts anew because its token's machine is gone. */
const maxIntents = 3;
/** Records an intent before anything is made, or continues with the recorded one. */
async function startMaking(task) {
    const { request, context, settings } = task;
    const nowMs = context.clock.now();
    const remembered = parseIntent(request.remembered);
    const repeats = remembered !== undefined && isRepeatable(remembered, { region: settings.region, nowMs });
    let intent = repeats ? remembered : await newIntent(task);
    let mayHaveLeftovers = repeats;
    let intents = 1;
    const failures = [];
    const moveOn = async (failure) => {
        const attempt = intent.attempts[intent.next];
        failures.push(`${attempt?.type} in ${attempt?.zone}: ${failure.code}`);
        intent = { ...intent, next: intent.next + 1 };
        mayHaveLeftovers = true;
        const isLast = intent.next >= intent.attempts.length;
        // The intent is recorded before the next place is tried: a later run must repeat that place, not the first.
        await request.remember(encodeIntent(intent));
        if (isLast)
            throw noPlaceLeft(request.name, { failures, last: failure });
    };
    const startAnew = async (failure) => {
        if (intents >= maxIntents)
            throw failure;
        intents += 1;
        intent = await newIntent(task);
        mayHaveLeftovers = false;
    };
    /** Notes an instance as made by this launch: its token is from our intent, so nobody else made it. */
    const ours = (id) => {
        task.made.add(id);
        return id;
    };
    const make = async () => {
        for (;;) {
            const leftover = mayHaveLeftovers ? await findLeftover(task, intent) : undefined;
            if (leftover !== undefined)
                return ours(leftover);
            const end = await tryAttempt(task, intent);
            if (end.kind === 'made')
                return ours(end.id);
            await (end.kind === 'used-up' ? startAnew(end.failure) : moveOn(end.failure));
        }
    };
    return { make, moveOn };
}
/** Reads everything that the launch depends on, and records it as an intent. */
async function newIntent({ context, request, settings, callContext, progress }) {
    progress('find image and subnets');
    const [image, network] = await Promise.all([
        findImage(callContext, settings),
        findNetwork(callContext, settings),
    ]);
    const at = context.clock.now();
    const intent = {
        provider: 'ec2',
        region: settings.region,
        run: request.runId,
        nonce: (0,external_node_crypto_.randomBytes)(8).toString('hex'),
        at: new Date(at).toISOString(),
        expiresAt: new Date(at + settings.makingMinutes * 60_000).toISOString(),
        image: image.id,
        rootDevice: image.rootDevice,
        volumeSize: settings.volumeSize ?? image.rootSize,
        securityGroups: [...network.securityGroups],
        attempts: planAttempts({ ...settings, subnets: network.subnets }).map((attempt) => ({ ...attempt })),
        next: 0,
    };
    progress('record the intent of the launch');
    await request.remember(encodeIntent(intent));
    return intent;
}
function noPlaceLeft(name, { failures, last }) {
    return new Ec2Failure(`${name}: no place had capacity: ${failures.join('; ')}`, {
        classified: { code: last.code, reason: last.reason, next: 'fail', hint: last.hint ?? '' },
        cause: last,
    });
}

;// CONCATENATED MODULE: ./build/providers/ec2/launch/launch-machine.js








/** Launches a machine as `Provider.launch` promises. */
async function launchMachine(context, request) {
    const task = startTask(context, request);
    task.progress('find the machine');
    const existing = await findExisting(task);
    if (existing !== undefined)
        return bringUpExisting(task, existing);
    const making = await startMaking(task);
    return bringUpNew(task, making);
}
/**
 * The machine of this name, if there is one. Machines that were not completed in time are terminated
 * first, as `reap` would do: there is no time left to complete them. Throws `ambiguous-machine`.
 */
async function findExisting(task) {
    const { context, request, regions, callContext } = task;
    const { name } = request;
    const found = await findOurs(callContext, { flock: context.scope.flock, regions, name });
    const now = context.clock.now();
    const expired = found.filter((one) => isExpired(one, now));
    for (const { id, expiresAt } of expired) {
        task.progress(`end "${id}", which was not completed by ${expiresAt}`);
        await terminateMachine(context, { name, id });
    }
    const [first, ...others] = found.filter((one) => !isExpired(one, now));
    if (first !== undefined && others.length > 0)
        throw ambiguous(name, [first, ...others]);
    return first;
}
async function bringUpExisting(task, { id }) {
    const end = await bringUp(task, id);
    if (end.kind === 'up')
        return toProviderMachine(end.own, task.context.scope);
    throw end.failure;
}
/** Brings a new machine up. If EC2 takes it back for lack of capacity, the place counts as failed. */
async function bringUpNew(task, making) {
    for (;;) {
        const end = await bringUp(task, await making.make());
        if (end.kind === 'up')
            return toProviderMachine(end.own, task.context.scope);
        if (end.failure.next !== 'next-place')
            throw end.failure;
        await making.moveOn(end.failure);
    }
}

// EXTERNAL MODULE: ./build/remote/ssh-greeting.js
var ssh_greeting = __webpack_require__(70749);
;// CONCATENATED MODULE: ./build/providers/ec2/ssh-answers.js

/** A connection over the Internet may take seconds, and a machine that is booting may be slow to greet. */
const patience = { connectMs: 4000, greetMs: 8000 };
const sshAnswers = async (place) => (await (0,ssh_greeting/* askForGreeting */.k)(place, patience)).greets;

;// CONCATENATED MODULE: ./build/providers/ec2/stop-machine.js




const stoppingMs = 600_000;
/** Stops the machine and waits until it is stopped. A machine that is starting is stopped when it runs. */
async function stopMachine(context, machine) {
    const { clock, signal } = context;
    const { name } = machine;
    let state = 'unknown';
    const stopped = await poll({ clock, subject: name, deadlineMs: stoppingMs, signal }, async () => {
        const own = await requireOwn(context, machine);
        state = own.state;
        if (state === 'running')
            await askToStop(context, own);
        return state === 'stopped' ? true : undefined;
    });
    if (stopped)
        return;
    throw new errors/* DroverError */.F(`${name}: is still "${state}" after ${stoppingMs / 60_000} minutes`, {
        reason: 'timed-out',
        hint: 'Run "drover list" later; EC2 can stop the machine by force.',
    });
}
/** Restarts the machine from outside. Throws `not-running` if it is not running. */
async function rebootMachine(context, machine) {
    const { calls, signal } = context;
    const { name, id, region, state } = await requireOwn(context, machine);
    if (state !== 'running') {
        throw new errors/* DroverError */.F(`${name}: cannot be rebooted: it is "${state}"`, {
            reason: 'not-running',
            hint: `Start it with "drover provision ${name}".`,
        });
    }
    await calls.call('RebootInstances', { input: { InstanceIds: [id] }, region, subject: name, signal });
}
/** The state may have changed between observation and call: the next observation shows it. */
async function askToStop({ calls, signal }, { id, name, region }) {
    try {
        await calls.call('StopInstances', { input: { InstanceIds: [id] }, region, subject: name, signal });
    }
    catch (error) {
        if (!(error instanceof Ec2Failure) || error.next !== 'retry')
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/providers/ec2/ec2-provider.js











/** Machines on EC2. The SDK takes credentials from its default chain, and the endpoint from AWS_ENDPOINT_URL if it is set. */
function makeEc2Provider(options) {
    const { scope, clock, env, signal } = options;
    const defaultRegion = env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined;
    const context = {
        scope,
        clock,
        defaultRegion,
        calls: options.calls ?? makeEc2Calls({ clock }),
        sshAnswers: options.sshAnswers ?? sshAnswers,
        signal,
    };
    return {
        name: 'ec2',
        credentials: 'aws',
        problems: ({ name, settings }) => ec2Problems(name, { settings, defaultRegion }),
        list: async () => {
            const callContext = callContextFor(context, `flock "${scope.flock}"`);
            const found = await findOurs(callContext, { flock: scope.flock, regions: regionsOf(context) });
            return found.map((one) => toProviderMachine(one, scope));
        },
        launch: (request) => launchMachine(context, request),
        complete: (machine) => completeMachine(context, machine),
        examine: () => examineAccess(context),
        stop: (machine) => stopMachine(context, machine),
        reboot: (machine) => rebootMachine(context, machine),
        terminate: (machine) => terminateMachine(context, machine),
    };
}

;// CONCATENATED MODULE: ./build/providers/ec2/settings-reference.js
/** What the documentation says of each setting. */
const settingsReference = {
    region: { meaning: 'where the machine is', byDefault: '`AWS_REGION`' },
    zones: { meaning: 'zones in order of preference', byDefault: 'every zone that has a subnet' },
    types: {
        meaning: 'instance types in order of preference',
        byDefault: '`t3.small`, or `t4g.small` for `arm64`',
    },
    image: {
        meaning: '`ubuntu-24.04`, `ubuntu-22.04`, `debian-12`, `debian-13`; `{ id: ami-… }`; `{ ssm: PARAMETER }`; `{ owner: ACCOUNT, name: PATTERN }`, of which the newest is taken',
        byDefault: '`ubuntu-24.04`',
    },
    architecture: { meaning: '`amd64` or `arm64`, for an image by name or pattern', byDefault: '`amd64`' },
    subnet: { meaning: 'an id, or a map of tags', byDefault: 'the default subnet of each zone' },
    'security-groups': { meaning: 'ids or names', byDefault: 'the default group of the VPC' },
    volume: {
        meaning: '`{ size: GiB }`; always encrypted, `gp3`, and gone with the machine',
        byDefault: 'as large as the image',
    },
    'instance-profile': { meaning: 'name or ARN', byDefault: 'none' },
    tags: {
        meaning: 'tags of your own, on the machine, its volume and its network interface',
        byDefault: 'none',
    },
    address: { meaning: '`public` or `private`: which one to reach the machine at', byDefault: '`public`' },
    'user-data': {
        meaning: 'more [cloud-config](https://cloudinit.readthedocs.io/); what Drover says stays, lists are joined',
        byDefault: 'none',
    },
    'making-minutes': {
        meaning: 'from 10 to 720: how long the making may take before the machine ends by itself',
        byDefault: '60',
    },
};

;// CONCATENATED MODULE: ./build/providers/ec2/definition.js


const definition = {
    name: 'ec2',
    settings: settingsReference,
    create: makeEc2Provider,
};


/***/ }),

/***/ 70749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ askForGreeting)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);

/** Connects and waits for the greeting of an SSH server. Never throws. */
async function askForGreeting({ address, port }, { connectMs, greetMs }) {
    return new Promise((resolve) => {
        const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)({ host: address, port });
        const done = (greeting) => {
            clearTimeout(timer);
            socket.destroy();
            resolve(greeting);
        };
        const not = (why) => done({ greets: false, why });
        let timer = setTimeout(() => not(`no connection within ${connectMs / 1000} s`), connectMs);
        socket.once('connect', () => {
            clearTimeout(timer);
            timer = setTimeout(() => not(`no greeting within ${greetMs / 1000} s`), greetMs);
        });
        let said = '';
        socket.on('data', (chunk) => {
            // The server may send other lines before the greeting.
            said += chunk.toString('latin1');
            if (/(?:^|\n)SSH-/.test(said))
                done({ greets: true });
            else if (said.length > maxPrefaceBytes)
                not('the answer is not that of an SSH server');
        });
        socket.once('error', (error) => not(error.code ?? error.message));
        socket.once('close', () => not('the connection was closed without a greeting of SSH'));
    });
}
const maxPrefaceBytes = 8192;


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
