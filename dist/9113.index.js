export const id = 9113;
export const ids = [9113];
export const modules = {

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

/***/ 18270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ runAsRoot)
/* harmony export */ });
/* harmony import */ var _system_as_root_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93291);

/** `runAsRoot` of `system/as-root.ts`, with the words of local machines for its errors. */
async function runAsRoot(root) {
    return (0,_system_as_root_js__WEBPACK_IMPORTED_MODULE_0__/* .runAsRoot */ .y)({
        ...root,
        subject: 'local machines',
        rootHint: 'Run it again as root ("sudo npm run demo"), or allow this user sudo without a password.',
        reason: 'provider-failed',
    });
}


/***/ }),

/***/ 19113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  definition: () => (/* binding */ definition)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/programs/program.js
var programs_program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/providers/local/as-root.js
var as_root = __webpack_require__(18270);
// EXTERNAL MODULE: ./build/providers/local/launch-input.js
var launch_input = __webpack_require__(68631);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/providers/local/machine-files.js



/** The folder of a flock's machines. Each machine has a folder with its name in it. */
function flockFolder(stateDir, flock) {
    return (0,external_node_path_.join)(stateDir, 'flocks', flock);
}
/** Names of the completely made machines, sorted. The folder of a half-made one starts with a dot. */
async function machineNames(flock) {
    const names = await (0,promises_.readdir)(flock).catch(whenMissing([]));
    return names.filter((name) => !name.startsWith('.')).sort();
}
/** True if any file of this machine exists, even if it is only half made. */
async function hasTraces(flock, name) {
    const names = await (0,promises_.readdir)(flock).catch(whenMissing([]));
    return names.some((one) => one === name || (one.startsWith('.') && one.endsWith(`-${name}`)));
}
/** Reads a machine. Undefined if it does not exist, or disappeared meanwhile. */
async function readMachine(folder) {
    const text = async (name) => (await (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8')).trim();
    try {
        const [made, address, hostKey] = await Promise.all([
            text('identity.json'),
            text('address'),
            text('host-key'),
        ]);
        const identity = { ...JSON.parse(made), address };
        const startedAt = await (0,promises_.stat)((0,external_node_path_.join)(folder, 'pid')).then(({ mtimeMs }) => mtimeMs, whenMissing(0));
        const pid = await text('pid').catch(whenMissing(''));
        return {
            identity: { ...identity, hostKeys: [hostKey] },
            alive: await isMachineProcess(pid, identity.id),
            startedAt,
        };
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            return whenMissing(undefined)(error);
        throw new errors/* DroverError */.F(`"${folder}": cannot be read: identity.json is damaged`, {
            reason: 'provider-failed',
            hint: 'End the local machines of this flock and make them again.',
            cause: error,
        });
    }
}
/** The last lines that the machine wrote on its console, on one line. */
async function lastWords(folder) {
    const log = await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'console.log'), 'utf8').catch(() => '');
    // Control characters and colours of boot messages are of no use in an error.
    const plain = log.replace(/\x1b\[[0-9;?]*[A-Za-z]|[^\n\x20-\x7e]/g, '');
    const lines = plain.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    return lines.slice(-4).join(' | ');
}
// A pid alone may belong to another process by now.
async function isMachineProcess(pid, id) {
    if (!/^[1-9]\d*$/.test(pid))
        return false;
    const argv = await (0,promises_.readFile)(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return argv.split('\0').includes(`drover-local:${id}`);
}
function whenMissing(value) {
    return (error) => {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return value;
        throw error;
    };
}

// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
;// CONCATENATED MODULE: ./build/providers/local/apt-sources.js
/**
 * The mirror that this Debian computer uses for Debian itself, for a root of `suite`.
 * Empty if a machine could not use the mirror, such as a disc or a list of mirrors.
 */
function hostMirror(files, { codename, suite }) {
    const debian = files.flatMap(parseSourceFile).filter(isDebian);
    const uriOf = (desired) => best(debian.filter((one) => one.suite === desired));
    const mirror = uriOf(codename);
    if (mirror === undefined)
        return { mirror: '', sources: '' };
    const updates = uriOf(`${codename}-updates`);
    const security = uriOf(`${codename}-security`);
    const lines = [
        `deb ${mirror} ${suite} main`,
        ...(updates === undefined ? [] : [`deb ${updates} ${suite}-updates main`]),
        ...(security === undefined ? [] : [`deb ${security} ${suite}-security main`]),
    ];
    return { mirror, sources: `${lines.join('\n')}\n` };
}
function parseSourceFile({ name, text }) {
    return name.endsWith('.sources') ? parseStanzas(text) : text.split('\n').flatMap(parseLine);
}
// Other vendors publish suites with Debian's names. Debian's own sources name Debian's
// keyring, or none.
function isDebian({ uri, components, signedBy }) {
    return (/^https?:/.test(uri) &&
        components.includes('main') &&
        (signedBy === '' || signedBy.includes('debian-archive')));
}
function best(sources) {
    const signed = sources.find(({ signedBy }) => signedBy !== '');
    const named = sources.find(({ uri }) => /\/debian(-security)?\/?$/.test(uri));
    return (signed ?? named ?? sources[0])?.uri;
}
function parseLine(line) {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+([^#]+)/.exec(line);
    if (match === null)
        return [];
    const [, options = '', uri = '', suite = '', components = ''] = match;
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1] ?? '';
    return [{ uri, suite, components: components.trim().split(/\s+/), signedBy }];
}
function parseStanzas(text) {
    const lines = text.split('\n').filter((line) => !line.startsWith('#'));
    const stanzas = lines.join('\n').split(/\n\s*\n/);
    return stanzas.flatMap((stanza) => {
        const field = (name) => new RegExp(`^${name}:((?:.*)(?:\\n[ \\t].*)*)`, 'im').exec(stanza)?.[1]?.trim() ?? '';
        const words = (name) => field(name).split(/\s+/).filter(Boolean);
        if (!words('Types').includes('deb') || field('Enabled') === 'no')
            return [];
        return words('URIs').flatMap((uri) => words('Suites').map((suite) => ({
            uri,
            suite,
            components: words('Components'),
            signedBy: field('Signed-By'),
        })));
    });
}

;// CONCATENATED MODULE: ./build/providers/local/debian-root.js

/** Packages of every machine: init, SSH, and those that people and Ansible need to work on it. */
const debian_root_packages = [
    'systemd',
    'systemd-sysv',
    'dbus',
    'openssh-server',
    'ca-certificates',
    'curl',
    'iproute2',
    'iputils-ping',
    'less',
    'nftables',
    'procps',
    'python3-minimal',
    'sudo',
];
const masked = [
    'apt-daily.timer',
    'apt-daily-upgrade.timer',
    'console-getty.service',
    'dpkg-db-backup.timer',
    'e2scrub_all.timer',
    'e2scrub_reap.service',
    'fstrim.timer',
    'getty.target',
    'getty-static.service',
    'kmod-static-nodes.service',
    'systemd-ask-password-console.path',
    'systemd-ask-password-wall.path',
    'systemd-binfmt.service',
    'systemd-firstboot.service',
    'systemd-journal-flush.service',
    'systemd-modules-load.service',
    'systemd-networkd-wait-online.service',
    'systemd-pcrphase.service',
    'systemd-pcrphase-sysinit.service',
    'systemd-pstore.service',
    'systemd-random-seed.service',
    'systemd-repart.service',
    'systemd-timesyncd.service',
    'systemd-udevd.service',
    'systemd-udev-trigger.service',
    'systemd-update-utmp.service',
    'systemd-update-utmp-runlevel.service',
];
function rootRecipe(settings, { mirror, sources }) {
    return {
        suite: settings.suite,
        packages: debian_root_packages,
        extra: [...new Set(settings.packages)].filter((name) => !debian_root_packages.includes(name)).sort(),
        mirror,
        sources,
        masked,
    };
}
/** The name of the root's folder. It depends on `script`, which makes the root, so that a new version makes a new root. */
function rootDigest(recipe, script) {
    const text = JSON.stringify([recipe, script]);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}

;// CONCATENATED MODULE: ./build/providers/local/make-root.js







const makeRootMs = 15 * 60_000;
/** Folder of the Debian root for these settings. Makes the root if it does not exist; concurrent calls make it once. */
async function ensureRoot(request) {
    const { rootsDir, settings } = request;
    const recipe = rootRecipe(settings, await mirrorOfHost(settings.suite));
    const base = await ensureRecipe(request, { recipe: { ...recipe, extra: [] } });
    const digest = recipe.extra.length === 0 ? base : await ensureRecipe(request, { recipe, base });
    return (0,external_node_path_.join)(rootsDir, digest, 'tree');
}
async function ensureRecipe({ rootsDir, onStep, signal }, { recipe, base }) {
    const script = (0,programs_program/* programText */.Q)('local/root.sh');
    const digest = rootDigest(recipe, script);
    if (await exists((0,external_node_path_.join)(rootsDir, digest)))
        return digest;
    onStep(base === undefined
        ? 'make the Debian root (once, about a minute)'
        : `put ${(0,count_of/* countOf */.p)(recipe.extra.length, 'more package')} into a Debian root (once)`);
    await (0,as_root/* runAsRoot */.y)({
        failure: 'local machines: the Debian root could not be made',
        script,
        args: [
            rootsDir,
            digest,
            recipe.suite,
            recipe.packages.join(','),
            recipe.mirror,
            recipe.sources,
            recipe.masked.join(' '),
            base ?? '',
            recipe.extra.join(' '),
        ],
        timeoutMs: makeRootMs,
        signal,
    });
    return digest;
}
async function mirrorOfHost(suite) {
    const release = await (0,promises_.readFile)('/etc/os-release', 'utf8').catch(() => '');
    const field = (name) => new RegExp(`^${name}="?([^"\n]*)`, 'm').exec(release)?.[1] ?? '';
    if (field('ID') !== 'debian')
        return { mirror: '', sources: '' };
    return hostMirror(await sourceFiles(), { codename: field('VERSION_CODENAME'), suite });
}
async function sourceFiles() {
    const folder = '/etc/apt/sources.list.d';
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    const paths = ['/etc/apt/sources.list', ...names.sort().map((name) => (0,external_node_path_.join)(folder, name))];
    return Promise.all(paths
        .filter((path) => /\.(list|sources)$/.test(path))
        .map(async (name) => ({ name, text: await (0,promises_.readFile)(name, 'utf8').catch(() => '') })));
}
async function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/providers/local/needed-programs.js



/** Programs that local machines need on this computer, and the Debian package of each. */
const neededPrograms = {
    'systemd-nspawn': 'systemd-container',
    debootstrap: 'debootstrap',
    ip: 'iproute2',
    nft: 'nftables',
    'ssh-keygen': 'openssh-client',
    unshare: 'util-linux',
    flock: 'util-linux',
    setsid: 'util-linux',
    mount: 'mount',
};
// Programs for root are often not in the PATH of others.
const folders = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/local/bin', '/usr/bin', '/bin'];
/** Throws one `missing-tool` error that names all that is missing on this computer. */
function requirePrograms(path = folders) {
    if (process.platform !== 'linux') {
        throw new errors/* DroverError */.F(`local machines: need Linux: this is "${process.platform}"`, {
            reason: 'missing-tool',
            hint: 'Run Drover on Linux: a virtual machine or a hosted runner will do.',
        });
    }
    const missing = Object.entries(neededPrograms).filter(([program]) => !isInstalled(program, path));
    if (missing.length === 0)
        return;
    const names = missing.map(([program]) => `"${program}"`).join(', ');
    const packages = [...new Set(missing.map(([, name]) => name))].join(' ');
    throw new errors/* DroverError */.F(`local machines: not installed: ${names}`, {
        reason: 'missing-tool',
        hint: `On Debian or Ubuntu: sudo apt-get install --no-install-recommends ${packages}`,
    });
}
function isInstalled(program, path) {
    return path.some((folder) => {
        try {
            (0,external_node_fs_.accessSync)((0,external_node_path_.join)(folder, program), external_node_fs_.constants.X_OK);
            return true;
        }
        catch {
            return false;
        }
    });
}

// EXTERNAL MODULE: ./build/providers/local/options.js
var local_options = __webpack_require__(71639);
// EXTERNAL MODULE: ./build/providers/local/settings.js
var local_settings = __webpack_require__(58936);
// EXTERNAL MODULE: ./build/remote/ssh-greeting.js
var ssh_greeting = __webpack_require__(70749);
;// CONCATENATED MODULE: ./build/providers/local/wait-for-ssh.js

const pollMs = 50;
/** On a bridge of this computer a connection takes a millisecond, or never succeeds. */
const patience = { connectMs: 200, greetMs: 3000 };
const aliveEvery = 10;
/** Waits until an SSH server greets. Returns how the wait ended; throws only on abort. */
async function waitForSsh(wait) {
    const start = wait.clock.elapsed();
    for (let count = 1;; count += 1) {
        if (await answers(wait))
            return 'answered';
        if (count % aliveEvery === 0 && !(await wait.isAlive()))
            return 'ended';
        if (wait.clock.elapsed() - start > wait.deadlineMs)
            return 'timed-out';
        await wait.clock.sleep(pollMs, wait.signal);
    }
}
/** True if the port greets as an SSH server does. */
async function answers({ address, port }) {
    return (await (0,ssh_greeting/* askForGreeting */.k)({ address, port }, patience)).greets;
}

;// CONCATENATED MODULE: ./build/providers/local/local-provider.js












/** How long after its start a machine may still be booting. */
const bootMs = 30_000;
/** How long a script may take to make a disk, or to wait for another process that makes or ends this machine. */
const scriptMs = 150_000;
/**
 * Machines on this computer: systemd-nspawn on a cached Debian root. They outlive the process
 * that made them. Needs Linux and root, or sudo without a password.
 */
function makeLocalProvider(options) {
    const stateDir = options.stateDir ?? local_options/* defaultStateDir */.yD;
    const rootsDir = options.rootsDir ?? (0,external_node_path_.join)(stateDir, 'roots');
    const network = options.network ?? local_options/* defaultNetwork */.cZ;
    (0,launch_input/* checkNetwork */.v8)(network);
    (0,launch_input/* checkName */.I3)(options.flock);
    const flock = flockFolder(stateDir, options.flock);
    const where = [(0,local_options/* networkFolder */.ZM)(network), network.bridge, network.prefix];
    const presence = async ({ alive, startedAt, identity }) => {
        if (!alive)
            return 'stopped';
        const settled = options.clock.now() - startedAt > bootMs;
        return settled || (await answers(identity)) ? 'running' : 'starting';
    };
    const list = async () => {
        const names = await machineNames(flock);
        const seen = await Promise.all(names.map(async (name) => {
            const machine = await readMachine((0,external_node_path_.join)(flock, name));
            if (machine === undefined)
                return [];
            return [{ name, presence: await presence(machine), identity: machine.identity }];
        }));
        return seen.flat();
    };
    const launch = async (request) => {
        const { name, onStep, signal } = request;
        const input = (0,launch_input/* checkLaunch */.Ml)(request);
        requirePrograms();
        const root = await ensureRoot({ rootsDir, settings: input.settings, onStep, signal });
        onStep('boot');
        const id = `local-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
        const identity = (0,launch_input/* newIdentity */.t$)({ id, request, at: options.clock.now() });
        const said = await (0,as_root/* runAsRoot */.y)({
            failure: `${name}: could not be launched`,
            script: (0,programs_program/* programText */.Q)('local/launch.sh'),
            args: [
                flock,
                name,
                ...where,
                root,
                id,
                JSON.stringify(identity),
                request.user,
                (0,programs_program/* programText */.Q)('local/outer.sh'),
                (0,programs_program/* programText */.Q)('local/inner.sh'),
                (0,programs_program/* programText */.Q)('local/fill-disk.sh'),
            ],
            stdin: `${[...request.authorizedKeys, 'end of keys'].join('\n')}\n`,
            timeoutMs: scriptMs,
            signal,
        });
        if (said.includes('copied')) {
            onStep('no overlay is possible here: the disk is a copy of the root, which takes longer and more room');
        }
        onStep('wait for ssh');
        return answering(request);
    };
    const answering = async ({ name, signal }) => {
        const folder = (0,external_node_path_.join)(flock, name);
        const machine = await readMachine(folder);
        if (machine === undefined)
            throw failed(name, 'it was terminated by another process');
        const { identity } = machine;
        const isAlive = async () => (await readMachine(folder))?.alive ?? false;
        const end = await waitForSsh({ ...identity, clock: options.clock, deadlineMs: bootMs, isAlive, signal });
        if (end === 'answered')
            return { name, presence: 'running', identity };
        const what = end === 'ended' ? 'it ended while booting' : `no answer by SSH within ${bootMs / 1000} s`;
        throw failed(name, `${what}: its console says "${await lastWords(folder)}"`);
    };
    const terminate = async ({ name, id }) => {
        (0,launch_input/* checkName */.I3)(name);
        if (!(await hasTraces(flock, name)))
            return;
        await (0,as_root/* runAsRoot */.y)({
            failure: `${name}: could not be terminated`,
            script: (0,programs_program/* programText */.Q)('local/terminate.sh'),
            args: [flock, name, ...where, id],
            timeoutMs: scriptMs,
        });
    };
    const act = (program, what) => async ({ name, id }) => {
        (0,launch_input/* checkName */.I3)(name);
        const failure = `${name}: could not be ${what}`;
        await (0,as_root/* runAsRoot */.y)({ failure, script: (0,programs_program/* programText */.Q)(program), args: [flock, name, id], timeoutMs: scriptMs });
    };
    return {
        name: 'local',
        problems: ({ name, settings }) => (0,local_settings/* localProblems */.iU)(name, settings),
        list,
        launch,
        stop: act('local/stop.sh', 'stopped'),
        reboot: act('local/reboot.sh', 'rebooted'),
        terminate,
    };
}
function failed(name, why) {
    return new errors/* DroverError */.F(`${name}: could not be launched: ${why}`, {
        reason: 'provider-failed',
        hint: 'Launch it again; if it fails the same way, terminate it first.',
    });
}

;// CONCATENATED MODULE: ./build/providers/local/definition.js



const definition = {
    name: 'local',
    settings: local_settings/* settingsReference */.bf,
    create: ({ scope, clock, env }) => makeLocalProvider({ flock: scope.flock, clock, ...(0,local_options/* placeIn */.VV)(env) }),
};


/***/ }),

/***/ 68631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I3: () => (/* binding */ checkName),
/* harmony export */   Ml: () => (/* binding */ checkLaunch),
/* harmony export */   t$: () => (/* binding */ newIdentity),
/* harmony export */   v8: () => (/* binding */ checkNetwork)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58936);


const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const userName = /^[a-z_][a-z0-9_-]{0,31}$/;
/** Checks everything of a request that becomes a path, a host name or an argument of a script that runs as root. */
function checkLaunch(request) {
    checkName(request.name);
    if (!userName.test(request.user)) {
        throw refused(`${request.name}: cannot be launched: "${request.user}" is no user name`);
    }
    if (request.authorizedKeys.some((key) => /[\r\n\0]/.test(key))) {
        throw refused(`${request.name}: cannot be launched: an authorized key has more than one line`);
    }
    return { settings: (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLocalSettings */ .AE)(request.settings) };
}
function checkName(name) {
    if (!label.test(name))
        throw refused(`local machines: "${name}" cannot be a name: it is no host name`);
}
/** Checks the network. The name of an interface has at most 15 characters, and nftables allows fewer kinds of them. */
function checkNetwork({ bridge, prefix }) {
    const octets = prefix.split('.').map(Number);
    const isPrefix = /^\d{1,3}\.\d{1,3}$/.test(prefix) && octets.every((octet) => octet < 256) && octets[0] !== 127;
    if (/^[a-z][a-z0-9]{0,10}$/.test(bridge) && isPrefix)
        return;
    throw refused(`local machines: the network "${bridge}" ${prefix} cannot be used: bad name or prefix`);
}
/** The parts of the identity that are known before the machine is made. */
function newIdentity({ id, request, at }) {
    return {
        provider: 'local',
        id,
        port: 22,
        user: request.user,
        createdAt: new Date(at).toISOString(),
        createdBy: request.runId,
    };
}
function refused(message) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(message, { reason: 'invalid-argument' });
}


/***/ }),

/***/ 71639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VV: () => (/* binding */ placeIn),
/* harmony export */   ZM: () => (/* binding */ networkFolder),
/* harmony export */   cZ: () => (/* binding */ defaultNetwork),
/* harmony export */   yD: () => (/* binding */ defaultStateDir)
/* harmony export */ });
const defaultStateDir = '/var/lib/drover/local';
const defaultNetwork = { bridge: 'drover0', prefix: '10.213' };
/**
 * The folder that records the addresses in use on a bridge. There is one for the whole computer, because
 * state folders may share a bridge.
 */
function networkFolder({ bridge }) {
    return `/var/lib/drover/network/${bridge}`;
}
/** `DROVER_LOCAL_DIR`: another folder than the computer's own for roots and machines. */
function placeIn({ DROVER_LOCAL_DIR: stateDir }) {
    return stateDir ? { stateDir } : {};
}


/***/ }),

/***/ 58936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AE: () => (/* binding */ parseLocalSettings),
/* harmony export */   bf: () => (/* binding */ settingsReference),
/* harmony export */   iU: () => (/* binding */ localProblems)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const settingsReference = {
    suite: { meaning: "Debian's code name", byDefault: '`bookworm`' },
    packages: {
        meaning: 'Debian packages of the root, besides those that every machine has',
        byDefault: 'none',
    },
};
const suite = /^[a-z]{3,20}$/;
// Debian Policy 5.6.1.
const packageName = /^[a-z0-9][a-z0-9+.-]+$/;
/** All problems of the settings of a machine with this name. */
function localProblems(machine, settings) {
    return readSettings(settings).wrong.map((what) => problem(`machines.${machine}: settings: ${what}`));
}
/** Parses the settings. Throws an InputError with all problems. */
function parseLocalSettings(settings) {
    const { wrong, parsed } = readSettings(settings);
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfInvalid */ .TG)(wrong.map((what) => problem(`settings: ${what}`)));
    return parsed;
}
function readSettings(settings) {
    const wrong = Object.keys(settings)
        .filter((key) => !Object.hasOwn(settingsReference, key))
        .map((key) => `"${key}" is not a setting of local machines`);
    const chosen = settings.suite ?? 'bookworm';
    if (typeof chosen !== 'string' || !suite.test(chosen))
        wrong.push('"suite" must be a Debian code name');
    const extra = settings.packages ?? [];
    if (!isPackages(extra))
        wrong.push('"packages" must be a list of Debian package names');
    return { wrong, parsed: { suite: String(chosen), packages: isPackages(extra) ? extra : [] } };
}
function isPackages(value) {
    return Array.isArray(value) && value.every((name) => typeof name === 'string' && packageName.test(name));
}
function problem(message) {
    return {
        message,
        reason: 'invalid-flock',
        hint: 'Local machines take the settings "suite" (by default bookworm) and "packages".',
    };
}


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

/***/ 93291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ runAsSelf),
/* harmony export */   y: () => (/* binding */ runAsRoot)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _run_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51553);



/** Exit status of a script that says on its last line of stderr, in our words, why it gives up. */
const refusedStatus = 90;
/**
 * Runs a script as root, through sudo if necessary, and returns its standard output.
 * A started script runs to its end even when this process is killed, and each script
 * must be able to run again.
 */
async function runAsRoot(root) {
    await requireRoot(root);
    return runScript({ ...root, before: isRoot() ? [] : sudo });
}
/** Does the same as `runAsRoot`, with the rights of this process. */
async function runAsSelf(script) {
    return runScript({ ...script, before: [] });
}
async function runScript({ before, ...root }) {
    const ended = await (0,_run_process_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)({
        argv: [...before, 'sh', '-c', root.script, 'drover', ...root.args],
        stdin: root.stdin ?? '',
        timeoutMs: root.timeoutMs,
        ...(root.signal === undefined ? {} : { signal: root.signal }),
    });
    if ((0,_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .succeeded */ .g)(ended))
        return ended.stdout.toString();
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${root.failure}: ${why(ended)}`, { reason: root.reason });
}
function why(ended) {
    const lines = ended.stderr.toString().trim().split('\n');
    const last = lines.at(-1) ?? '';
    if (ended.code === refusedStatus && last !== '')
        return last;
    return last === '' ? (0,_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .describeEnd */ .l)(ended) : `${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .describeEnd */ .l)(ended)}: ${last}`;
}
const isRoot = () => process.getuid?.() === 0;
const sudo = ['sudo', '-n', '--'];
async function requireRoot({ subject, rootHint }) {
    if (isRoot())
        return;
    const allowed = await (0,_run_process_js__WEBPACK_IMPORTED_MODULE_1__/* .runProcess */ .R)({ argv: [...sudo, 'true'] }).then(_base_command_js__WEBPACK_IMPORTED_MODULE_2__/* .succeeded */ .g, () => false);
    if (allowed)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${subject}: need root: sudo asks for a password or is not installed`, {
        reason: 'missing-tool',
        hint: rootHint,
    });
}


/***/ })

};
