export const id = 675;
export const ids = [675];
export const modules = {

/***/ 18270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ runAsRoot)
/* harmony export */ });
/* harmony import */ var _system_as_root_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93291);

/** See `system/as-root.ts`: with what local machines have to say when it cannot be done. */
async function runAsRoot(root) {
    return (0,_system_as_root_js__WEBPACK_IMPORTED_MODULE_0__/* .runAsRoot */ .yf)({
        ...root,
        subject: 'local machines',
        rootHint: 'Run it again as root ("sudo npm run demo"), or allow this user sudo without a password.',
        reason: 'provider-failed',
    });
}


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
/** What becomes a path, a host name or an argument as root is checked here, whoever asks. */
function checkLaunch(request) {
    checkName(request.name);
    if (!userName.test(request.user)) {
        throw refused(`${request.name}: cannot be launched: "${request.user}" is no user name`);
    }
    if (request.authorizedKeys.some((key) => /[\r\n\0]/.test(key))) {
        throw refused(`${request.name}: cannot be launched: an authorized key has more than one line`);
    }
    return { settings: (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLocalSettings */ .A)(request.settings) };
}
function checkName(name) {
    if (!label.test(name))
        throw refused(`local machines: "${name}" cannot be a name: it is no host name`);
}
/** An interface's name has at most 15 characters, and nftables takes fewer kinds of them. */
function checkNetwork({ bridge, prefix }) {
    const octets = prefix.split('.').map(Number);
    const isPrefix = /^\d{1,3}\.\d{1,3}$/.test(prefix) && octets.every((octet) => octet < 256) && octets[0] !== 127;
    if (/^[a-z][a-z0-9]{0,10}$/.test(bridge) && isPrefix)
        return;
    throw refused(`local machines: the network "${bridge}" ${prefix} cannot be: bad name or prefix`);
}
/** All of the identity that is known before the machine is made. */
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

/***/ 675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeLocalProvider: () => (/* binding */ makeLocalProvider)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/providers/local/as-root.js
var as_root = __webpack_require__(18270);
// EXTERNAL MODULE: ./build/providers/local/launch-input.js
var launch_input = __webpack_require__(68631);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/providers/local/machine-files.js



/** The folder of a flock's machines; each has a folder of its own by its name. */
function flockFolder(stateDir, flock) {
    return (0,external_node_path_.join)(stateDir, 'flocks', flock);
}
/** Names of the machines that are whole, sorted. What is half made has a name that starts with a dot. */
async function machineNames(flock) {
    const names = await (0,promises_.readdir)(flock).catch(whenMissing([]));
    return names.filter((name) => !name.startsWith('.')).sort();
}
/** True if there is anything of this machine, whole or half made. */
async function hasTraces(flock, name) {
    const names = await (0,promises_.readdir)(flock).catch(whenMissing([]));
    return names.some((one) => one === name || (one.startsWith('.') && one.endsWith(`-${name}`)));
}
/** Undefined if there is no such machine, or if it went while we read. */
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
    // Control characters and colours of the boot messages, which are of no use in an error.
    const plain = log.replace(/\x1b\[[0-9;?]*[A-Za-z]|[^\n\x20-\x7e]/g, '');
    const lines = plain.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    return lines.slice(-4).join(' | ');
}
// A pid alone may by now be somebody else's.
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

;// CONCATENATED MODULE: ./build/providers/local/apt-sources.js
/**
 * The mirror that this Debian computer uses for Debian itself, for a root of `suite`.
 * Empty if there is none that a machine could use too, such as a disc or a list of mirrors.
 */
function hostMirror(files, { codename, suite }) {
    const debian = files.flatMap(parseSourceFile).filter(isDebian);
    const uriOf = (wanted) => best(debian.filter((one) => one.suite === wanted));
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
// Other vendors publish suites with Debian's names: what is Debian's own is signed with its
// keyring, or names no keyring.
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

/** What every machine has: init, SSH, and what people and Ansible need to work on it. */
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
/** Names the folder of the root. `script` is what makes it, so that a new version makes a new root. */
function rootDigest(recipe, script) {
    const text = JSON.stringify([recipe, script]);
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}

// EXTERNAL MODULE: ./build/providers/local/scripts/prelude.js
var prelude = __webpack_require__(20295);
;// CONCATENATED MODULE: ./build/providers/local/scripts/root-script.js

/**
 * Makes a Debian root below a name of its own and gives it its final name when it is whole.
 * Arguments: folder of the roots, digest, suite, packages (with commas), mirror, apt sources,
 * units to mask (with spaces); then, for a root with more packages than every machine has, the
 * digest of the root without them and their names (with spaces): debootstrap knows no virtual
 * packages, so apt puts them into a copy. Prints nothing.
 */
const rootScript = `${prelude/* prelude */.e}
roots=$1 digest=$2 suite=$3 packages=$4 mirror=$5 sources=$6 masked=$7 base=$8 extra=$9

mkdir -p "$roots"
lock "$roots/.lock" 900
[ ! -d "$roots/$digest" ] || exit 0
new="$roots/.new-$digest"
rm -rf "$new"
mkdir -m 700 "$new"

# debootstrap takes its proxy from the environment, not from apt.
proxy=
eval "$(apt-config shell proxy Acquire::http::Proxy 2>/dev/null || :)"
if [ -n "$proxy" ] && [ "$proxy" != DIRECT ]; then export http_proxy="$proxy" https_proxy="$proxy"; fi

tree="$new/tree"
# What a machine makes for itself. The package lists are gone, and look old: who asks for fresh ones gets them.
empty_tree() {
  rm -rf "$tree"/etc/ssh/ssh_host_* "$tree"/var/cache/apt/archives/*.deb "$tree"/var/cache/apt/*.bin \\
    "$tree"/var/lib/apt/lists/*debian* "$tree"/var/lib/apt/periodic/* "$tree/etc/resolv.conf"
  touch -d 1970-01-02 "$tree/var/lib/apt/lists"
  : >"$tree/etc/machine-id"
}
# Services of packages are not started: nothing that runs in this tree may outlive the script.
if [ -n "$base" ]; then
  cp -a --reflink=auto "$roots/$base/tree" "$tree"
  cp -L /etc/resolv.conf "$tree/etc/resolv.conf"
  printf '#!/bin/sh\\nexit 101\\n' >"$tree/usr/sbin/policy-rc.d"
  chmod 755 "$tree/usr/sbin/policy-rc.d"
  unshare --mount --propagation private --pid --fork --kill-child chroot "$tree" sh -c 'mount -t proc proc /proc
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q update && apt-get -q -y --no-install-recommends install "$@"' sh $extra >"$new/log" 2>&1 </dev/null ||
    fail "apt-get: $(grep -E '^(E|W):' "$new/log" | tail -n 1 || tail -n 1 "$new/log")"
  rm -f "$tree/usr/sbin/policy-rc.d"
  empty_tree
  mv -T "$new" "$roots/$digest"
  exit 0
fi

set -- --variant=minbase --include="$packages"
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
if [ -e "$keyring" ]; then set -- "$@" --force-check-gpg --keyring="$keyring"; fi
set -- "$@" "$suite" "$new/tree"
if [ -n "$mirror" ]; then set -- "$@" "$mirror"; fi

# In namespaces of its own, so that a debootstrap that is cut off leaves no mount and no process.
# It tells its errors on standard output.
unshare --mount --propagation private --pid --fork --kill-child --mount-proc \\
  debootstrap "$@" >"$new/log" 2>&1 </dev/null ||
  fail "debootstrap: $(grep -E '^(E|W):' "$new/log" | tail -n 1 || tail -n 1 "$new/log")"

if [ -n "$sources" ]; then printf '%s' "$sources" >"$tree/etc/apt/sources.list"; fi
if ls /usr/local/share/ca-certificates/*.crt >/dev/null 2>&1; then
  cp -L /usr/local/share/ca-certificates/*.crt "$tree/usr/local/share/ca-certificates/"
  chroot "$tree" update-ca-certificates >>"$new/log" 2>&1 </dev/null
fi
empty_tree
rm -f "$tree/etc/hostname"
rm -f "$tree/var/lib/dbus/machine-id"
ln -s /etc/machine-id "$tree/var/lib/dbus/machine-id"

system="$tree/etc/systemd/system"
for unit in $masked; do ln -sf /dev/null "$system/$unit"; done
mkdir -p "$system/multi-user.target.wants"
ln -sf /lib/systemd/system/systemd-networkd.service "$system/multi-user.target.wants/"
cat >"$tree/etc/ssh/sshd_config.d/10-drover.conf" <<'END'
UseDNS no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
HostKey /etc/ssh/ssh_host_ed25519_key
MaxStartups 100:30:200
END
mv -T "$new" "$roots/$digest"
`;

;// CONCATENATED MODULE: ./build/providers/local/make-root.js






const makeRootMs = 15 * 60_000;
/** Folder of the Debian root for these settings. Made if it is not there; made once by several at once. */
async function ensureRoot(request) {
    const { rootsDir, settings } = request;
    const recipe = rootRecipe(settings, await mirrorOfHost(settings.suite));
    const base = await ensureRecipe(request, { recipe: { ...recipe, extra: [] } });
    const digest = recipe.extra.length === 0 ? base : await ensureRecipe(request, { recipe, base });
    return (0,external_node_path_.join)(rootsDir, digest, 'tree');
}
async function ensureRecipe({ rootsDir, onStep, signal }, { recipe, base }) {
    const digest = rootDigest(recipe, rootScript);
    if (await exists((0,external_node_path_.join)(rootsDir, digest)))
        return digest;
    onStep(base === undefined
        ? 'make the Debian root (once, about a minute)'
        : `put ${recipe.extra.length} more ${recipe.extra.length === 1 ? 'package' : 'packages'} into a Debian root (once)`);
    await (0,as_root/* runAsRoot */.y)({
        failure: 'local machines: the Debian root could not be made',
        script: rootScript,
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
;// CONCATENATED MODULE: ./build/providers/local/scripts/disk-steps.js
/**
 * Steps of the making of a machine's disk. They run in a mount namespace of their own, between single
 * quotes, and want `new root name address gateway`; the disk is at `$tree` then.
 */
/** The Debian root, and what the machine changes in it above. */
const mountDisk = `disk="$new/disk"
tree="$disk/root"
kind=overlay
if ! mount -t overlay -o "lowerdir=$root,upperdir=$disk/upper,workdir=$disk/work" drover "$tree" 2>/dev/null; then
  # This file system cannot hold the upper layer of an overlay.
  kind=copy
  cp -a --reflink=auto "$root/." "$tree/"
fi
printf "%s\\n" "$kind" >"$new/kind"
`;
/** Names, and the address; everything else that a machine knows of itself. */
const nameMachine = `printf "%s\\n" "$name" >"$tree/etc/hostname"
printf "127.0.0.1 localhost\\n127.0.1.1 %s\\n::1 localhost\\n" "$name" >"$tree/etc/hosts"
tr -d - </proc/sys/kernel/random/uuid >"$tree/etc/machine-id"
# Sorts before the 80-container-host0.network of systemd, which asks for an address by DHCP.
printf "[Match]\\nName=host0\\n\\n[Network]\\nAddress=%s/16\\nGateway=%s\\nLinkLocalAddressing=no\\nIPv6AcceptRA=no\\n" \\
  "$address" "$gateway" >"$tree/etc/systemd/network/10-host0.network"
`;
const passAptProxy = `proxy=
eval "$(apt-config shell proxy Acquire::http::Proxy 2>/dev/null || :)"
if [ -n "$proxy" ] && [ "$proxy" != DIRECT ]; then
  # A proxy on this computer is, for the machine, at its gateway.
  proxy=$(printf %s "$proxy" | sed -E "s,//(localhost|127[.0-9]+)([:/]|$),//$gateway\\2,")
  (umask 077 && printf "Acquire::http::Proxy \\"%s\\";\\n" "$proxy" >"$tree/etc/apt/apt.conf.d/90drover")
fi
`;

// EXTERNAL MODULE: ./build/providers/local/scripts/machine-functions.js
var machine_functions = __webpack_require__(86679);
// EXTERNAL MODULE: ./build/providers/local/scripts/network-functions.js
var network_functions = __webpack_require__(64256);
;// CONCATENATED MODULE: ./build/providers/local/scripts/start-function.js
/**
 * Starts a machine that is made. Wants `folder name id netdir bridge prefix`, and `outer inner`, the
 * scripts of `run-scripts.ts`, besides the functions for network and machine.
 */
const startFunction = `
start_machine() {
  lock_network
  printf '%s\\n' "$folder" >"$netdir/$(cat "$folder/address")"
  network_up
  ip neigh flush to "$(cat "$folder/address")" dev "$bridge" 2>/dev/null || :
  unlock_network
  root=$(cat "$folder/root")
  [ -d "$root" ] || [ "$(cat "$folder/kind")" = copy ] || fail "the Debian root of its disk is gone: $root"
  # As files, because systemd-run reads a "$" in an argument in its own way.
  printf '%s' "$outer" >"$folder/run.new" && mv "$folder/run.new" "$folder/run"
  printf '%s' "$inner" >"$folder/inside.new" && mv "$folder/inside.new" "$folder/inside"
  # A clean environment: the runner of Actions ends, by a variable in it, what a job leaves behind.
  set -- env -i PATH="$PATH" LC_ALL=C \\
    sh "$folder/run" "drover-local:$id" "$folder" "$root" "$name" "dr-\${id#local-}" "$bridge"
  if [ -d /run/systemd/system ]; then
    systemd-run --quiet --collect --unit="drover-$id" --description="Drover machine $name" \\
      --property=Delegate=yes --property=KillMode=mixed --property=TimeoutStopSec=3 \\
      --property=TasksMax=16384 -- "$@"
  else
    setsid "$@" >/dev/null 2>&1 </dev/null 7>&- 9>&- &
  fi
  tries=250
  while ! is_running; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || fail "its process did not start"
    sleep 0.02
  done
}
`;

;// CONCATENATED MODULE: ./build/providers/local/scripts/launch-script.js





/**
 * Makes the machine if it is not there, starts it if it does not run.
 * Arguments: folder of the flock, name, folder of the network, bridge, prefix, root, new id,
 * identity as JSON (kept if the machine is new), user, outer script, inner script.
 * Standard input: authorized keys, a line each, then the line `end of keys`. Prints `copied` if it made the disk as a copy instead of an overlay.
 */
const launchScript = `${prelude/* prelude */.e}${network_functions/* networkFunctions */.E}${machine_functions/* machineFunctions */.X}${startFunction}
flock=$1 name=$2 netdir=$3 bridge=$4 prefix=$5 root=$6 id=$7 identity=$8 user=$9
shift 9
outer=$1 inner=$2
folder="$flock/$name"
keys=$(cat)
# A maker that was killed before it had said all must not leave a machine that lets nobody in.
case $keys in
*'
end of keys') keys=\${keys%end of keys} ;;
*) fail 'its authorized keys did not arrive' ;;
esac

# Runs in a mount namespace of its own: what is mounted here is gone with it.
fill='
set -eu
umask 022
new=$1 root=$2 name=$3 address=$4 gateway=$5 user=$6
${mountDisk}${nameMachine}ssh-keygen -q -t ed25519 -N "" -C "$name" -f "$tree/etc/ssh/ssh_host_ed25519_key" </dev/null
cut -d " " -f 1,2 "$tree/etc/ssh/ssh_host_ed25519_key.pub" >"$new/host-key"

home=/root
if [ "$user" != root ]; then
  home="/home/$user"
  chroot "$tree" id "$user" >/dev/null 2>&1 || chroot "$tree" useradd --create-home --shell /bin/bash "$user"
  printf "%s ALL=(ALL) NOPASSWD: ALL\\n" "$user" >"$tree/etc/sudoers.d/drover"
  chmod 440 "$tree/etc/sudoers.d/drover"
fi
mkdir -p -m 700 "$tree$home/.ssh"
cat >"$tree$home/.ssh/authorized_keys"
chmod 600 "$tree$home/.ssh/authorized_keys"
chroot "$tree" chown -R "$user:" "$home/.ssh"

${passAptProxy}'

make_machine() {
  new="$flock/.new-$name"
  rm -rf "$new"
  mkdir -p "$new"
  mkdir -m 700 "$new/disk"
  mkdir -m 755 "$new/disk/upper" "$new/disk/work" "$new/disk/root"
  lock_network
  allocate "$folder"
  unlock_network
  printf '%s\\n' "$address" >"$new/address"
  printf '%s\\n' "$id" >"$new/id"
  printf '%s\\n' "$root" >"$new/root"
  printf '%s\\n' "$identity" >"$new/identity.json"
  printf '%s\\n' "$keys" | unshare --mount --propagation private sh -c "$fill" \\
    sh "$new" "$root" "$name" "$address" "$prefix.0.1" "$user" 2>"$new/errors" ||
    fail "its disk could not be made: $(tail -n 1 "$new/errors")"
  rm "$new/errors"
  if [ "$(cat "$new/kind")" = copy ]; then echo copied; fi
  mv -T "$new" "$folder"
}

lock "$flock/.lock-$name" 120
[ -d "$folder" ] || make_machine
id=$(cat "$folder/id")
if is_running; then
  lock_network
  network_up
else
  wait_gone 50 || stop_machine
  start_machine
fi
`;

;// CONCATENATED MODULE: ./build/providers/local/scripts/run-scripts.js
/**
 * The process that a machine runs in: `outerScript` becomes unshare(1), whose child `innerScript` is
 * the first process of a PID namespace around the machine. When either ends, for whatever reason,
 * the kernel ends the machine and unmounts its disk. systemd-nspawn alone leaves the machine
 * running when it is killed.
 *
 * Both take: marker, folder, root, name, machine name for nspawn, bridge.
 */
const outerScript = `
marker=$1 folder=$2
# Whoever holds this lock is the one that runs the machine.
exec 8>>"$folder/alive" || exit 0
flock -n 8 || exit 0
[ "drover-local:$(cat "$folder/id")" = "$marker" ] || exit 0
exec 9>&- 7>&- >"$folder/console.log" 2>&1 </dev/null
echo $$ >"$folder/pid.new" && mv "$folder/pid.new" "$folder/pid"

# nspawn makes its control groups below ours: machines that share one would stop each other's services.
# Under systemd each has a unit, and with it a group, of its own.
if [ ! -d /run/systemd/system ]; then
  for root in /sys/fs/cgroup /sys/fs/cgroup/systemd /sys/fs/cgroup/unified; do
    [ -e "$root/cgroup.procs" ] || continue
    mkdir -p "$root/drover/$(cat "$folder/id")" && echo $$ >"$root/drover/$(cat "$folder/id")/cgroup.procs"
  done
fi
exec unshare --mount --propagation private --pid --fork --kill-child --mount-proc sh "$folder/inside" "$@"
`;
const innerScript = `
folder=$2 root=$3 name=$4 nspawn=$5 bridge=$6
disk="$folder/disk"
if [ "$(cat "$folder/kind")" = overlay ]; then
  mount -t overlay -o "lowerdir=$root,upperdir=$disk/upper,workdir=$disk/work" drover "$disk/root" || exit 1
fi
# What nspawn notes down about its machine goes with it, too.
mkdir -p /run/systemd/nspawn && mount -t tmpfs -o mode=755 drover /run/systemd/nspawn || exit 1
# A name server on a loopback address is of no use inside; systemd-resolved knows the real ones.
resolv=copy-host
if [ -e /run/systemd/resolve/resolv.conf ] && ! grep -Eq '^nameserver +([^1]|1[^2]|12[^7])' /etc/resolv.conf; then
  resolv=copy-uplink
fi
stopping=
child=
trap 'stopping=yes; [ -z "$child" ] || kill -TERM "$child" 2>/dev/null' TERM
while :; do
  systemd-nspawn --quiet --settings=no --register=no --keep-unit --link-journal=no --console=pipe \\
    --machine="$nspawn" --hostname="$name" --directory="$disk/root" --boot \\
    --network-bridge="$bridge" --resolv-conf="$resolv" 8>&- &
  child=$!
  # A signal ends the wait, not the machine.
  while kill -0 "$child" 2>/dev/null; do
    wait "$child"
    status=$?
  done
  # nspawn says by 133 that the machine wants to be started again: that is what "reboot" does.
  [ "$status" = 133 ] && [ -z "$stopping" ] || exit "$status"
done
`;

;// CONCATENATED MODULE: ./build/providers/local/scripts/stop-scripts.js


/** Start of both: arguments are the folder of the flock, name, id. `folder` and `id` are known after it. */
const findMachine = `
folder="$1/$2"
lock "$1/.lock-$2" 120
[ -d "$folder" ] || fail "it does not exist"
id=$(cat "$folder/id")
[ "$id" = "$3" ] || fail "it has another id: \\"$id\\", not \\"$3\\""
`;
/**
 * Stops the machine in an orderly way: half a minute for its services, then for certain. What
 * stays is its disk and its address.
 */
const stopScript = `${prelude/* prelude */.e}${machine_functions/* machineFunctions */.X}${findMachine}
for pid in $(running_pids); do kill -TERM "$pid" 2>/dev/null || :; done
wait_gone 1500 || stop_machine
`;
/**
 * Presses Ctrl-Alt-Del, which systemd takes for a reboot: SIGINT to the machine's first process, the
 * child of systemd-nspawn.
 */
const rebootScript = `${prelude/* prelude */.e}${machine_functions/* machineFunctions */.X}${findMachine}
is_running || fail "it does not run"
children() { cat "/proc/$1/task"/*/children 2>/dev/null || :; }
for pid in $(running_pids); do
  for nspawn in $(children "$pid"); do
    [ "$(cat "/proc/$nspawn/comm" 2>/dev/null)" = systemd-nspawn ] || continue
    for init in $(children "$nspawn"); do
      [ "$(cat "/proc/$init/comm" 2>/dev/null)" = systemd ] || continue
      kill -INT "$init"
      exit 0
    done
  done
done
fail "its first process is not to be found"
`;

// EXTERNAL MODULE: ./build/providers/local/scripts/terminate-script.js
var terminate_script = __webpack_require__(99965);
// EXTERNAL MODULE: ./build/providers/local/settings.js
var local_settings = __webpack_require__(58936);
// EXTERNAL MODULE: ./build/remote/ssh-greeting.js
var ssh_greeting = __webpack_require__(70749);
;// CONCATENATED MODULE: ./build/providers/local/wait-for-ssh.js

const pollMs = 50;
/** On a bridge of this computer a connection takes a millisecond, or waits in vain for an address. */
const patience = { connectMs: 200, greetMs: 3000 };
const aliveEvery = 10;
/** Waits until an SSH server says who it is. Tells how the wait ended; throws only on abort. */
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















/** A machine that was started less long ago may still be booting. */
const bootMs = 30_000;
/** Making a disk, or waiting for another process that makes or ends this machine. */
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
            script: launchScript,
            args: [
                flock,
                name,
                ...where,
                root,
                id,
                JSON.stringify(identity),
                request.user,
                outerScript,
                innerScript,
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
            script: terminate_script/* terminateScript */.f,
            args: [flock, name, ...where, id],
            timeoutMs: scriptMs,
        });
    };
    const act = (script, what) => async ({ name, id }) => {
        (0,launch_input/* checkName */.I3)(name);
        const failure = `${name}: could not be ${what}`;
        await (0,as_root/* runAsRoot */.y)({ failure, script, args: [flock, name, id], timeoutMs: scriptMs });
    };
    return {
        name: 'local',
        problems: ({ name, settings }) => (0,local_settings/* localProblems */.i)(name, settings),
        list,
        launch,
        stop: act(stopScript, 'stopped'),
        reboot: act(rebootScript, 'rebooted'),
        terminate,
    };
}
function failed(name, why) {
    return new errors/* DroverError */.F(`${name}: could not be launched: ${why}`, {
        reason: 'provider-failed',
        hint: 'Launch it again; if it fails the same way, terminate it first.',
    });
}


/***/ }),

/***/ 71639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZM: () => (/* binding */ networkFolder),
/* harmony export */   cZ: () => (/* binding */ defaultNetwork),
/* harmony export */   yD: () => (/* binding */ defaultStateDir)
/* harmony export */ });
const defaultStateDir = '/var/lib/drover/local';
const defaultNetwork = { bridge: 'drover0', prefix: '10.213' };
/**
 * Who has which address of a bridge. One place for the whole computer, because state folders
 * may share a bridge.
 */
function networkFolder({ bridge }) {
    return `/var/lib/drover/network/${bridge}`;
}


/***/ }),

/***/ 86679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ machineFunctions)
/* harmony export */ });
/**
 * Functions of the scripts that touch one machine. They want `folder` (of the machine) and, once it
 * is known, `id`.
 *
 * What runs for a machine carries the argument `drover-local:ID`: a process is ours only if it does.
 */
const machineFunctions = `
# The pattern comes by standard input: as an argument it would find grep itself.
running_pids() {
  printf 'drover-local:%s\\n' "$id" | grep -slzxF -f - /proc/[0-9]*/cmdline | sed 's,/proc/,,; s,/cmdline,,'
}

is_running() {
  [ -n "$(running_pids)" ]
}

# The bridge's end of the machine's cable; at most 15 characters, which is why it has not all of the id.
cable() {
  printf 'vb-dr-%s' "$(printf %s "$id" | sed 's/^local-//')"
}

is_gone() {
  ! is_running && [ ! -e "/sys/class/net/$(cable)" ]
}

# wait_gone TRIES: true when process and cable are gone, false after TRIES times 20 ms.
wait_gone() {
  tries=$1
  while ! is_gone; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || return 1
    sleep 0.02
  done
}

# Orderly for two seconds, then for certain: the first process of the machine's outer PID namespace
# is killed, and the kernel kills everything in it.
stop_machine() {
  for pid in $(running_pids); do kill -TERM "$pid" 2>/dev/null || :; done
  if ! wait_gone 100; then
    for pid in $(running_pids); do kill -KILL "$pid" 2>/dev/null || :; done
    if ! wait_gone 150; then
      ip link delete "$(cable)" 2>/dev/null || :
      is_gone || fail "its processes do not end: $(running_pids | tr '\\n' ' ')"
    fi
  fi
  for root in /sys/fs/cgroup /sys/fs/cgroup/systemd /sys/fs/cgroup/unified; do
    if [ -d "$root/drover/$id" ]; then find "$root/drover/$id" -depth -type d -exec rmdir {} + 2>/dev/null || :; fi
    rmdir "$root/drover" 2>/dev/null || :
  done
}
`;


/***/ }),

/***/ 64256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ networkFunctions)
/* harmony export */ });
/**
 * Functions of the scripts that touch the network. They want `netdir bridge prefix` and hold the
 * network's lock (descriptor 7) while they look and act.
 *
 * `$netdir` holds one file for each address in use, which names the folder of its machine.
 * A file whose machine is gone counts for nothing.
 */
const networkFunctions = `
lock_network() {
  mkdir -p "$netdir"
  exec 7>"$netdir/.lock"
  flock -w 60 7 || fail "another process works on the network since 60 s: $netdir/.lock"
}

unlock_network() {
  exec 7>&-
}

# Made, or being made.
is_machine() {
  [ -d "$1" ] || [ -d "$(dirname "$1")/.new-$(basename "$1")" ]
}

# Rotates through the network, so that an address is not another machine's a moment later.
# allocate FOLDER: sets $address.
allocate() {
  next=$(cat "$netdir/.last" 2>/dev/null || echo 1)
  tries=0
  while :; do
    next=$((next + 1))
    tries=$((tries + 1))
    [ "$next" -lt 65535 ] || next=2
    [ "$tries" -lt 65535 ] || fail "no address is free in $prefix.0.0/16"
    address="$prefix.$((next / 256)).$((next % 256))"
    owner=$(cat "$netdir/$address" 2>/dev/null || :)
    if [ -z "$owner" ] || [ "$owner" = "$1" ] || ! is_machine "$owner"; then break; fi
  done
  echo "$next" >"$netdir/.last"
  printf '%s\\n' "$1" >"$netdir/$address"
}

network_up() {
  if [ ! -d "/sys/class/net/$bridge" ]; then
    taken=$(ip -4 route show root "$prefix.0.0/16" | head -n 1)
    [ -z "$taken" ] || fail "$prefix.0.0/16 is in use on this computer: $taken"
    ip link add name "$bridge" type bridge
    # Linux asks once a second for the address of a machine that boots: that would be its slowest part.
    { echo 50 >"/proc/sys/net/ipv4/neigh/$bridge/retrans_time_ms"; } 2>/dev/null || :
  fi
  ip addr replace "$prefix.0.1/16" dev "$bridge"
  ip link set "$bridge" up
  [ "$(cat /proc/sys/net/ipv4/ip_forward)" = 1 ] ||
    { echo 1 >/proc/sys/net/ipv4/ip_forward; } 2>/dev/null || fail "net.ipv4.ip_forward cannot be set to 1"
  nft -f - <<END
table ip $bridge
delete table ip $bridge
table ip $bridge {
  chain postrouting {
    type nat hook postrouting priority 100; policy accept;
    ip saddr $prefix.0.0/16 oifname != "$bridge" masquerade
  }
}
END
  # Docker and ufw drop what is forwarded unless a rule of their own table lets it through.
  if forward_drops; then
    for direction in -i -o; do
      iptables -w -C FORWARD "$direction" "$bridge" -j ACCEPT 2>/dev/null ||
        iptables -w -I FORWARD "$direction" "$bridge" -j ACCEPT
    done
  fi
}

forward_drops() {
  command -v iptables >/dev/null && [ "$(iptables -w -S FORWARD 2>/dev/null | head -n 1)" = "-P FORWARD DROP" ]
}

# Takes the network down when no machine is left; forgets machines that are gone.
network_down_if_unused() {
  used=
  for file in "$netdir"/*; do
    [ -e "$file" ] || continue
    if is_machine "$(cat "$file")"; then used=yes; else rm -f "$file"; fi
  done
  [ -z "$used" ] || return 0
  nft delete table ip "$bridge" 2>/dev/null || :
  if command -v iptables >/dev/null; then
    for direction in -i -o; do
      while iptables -w -D FORWARD "$direction" "$bridge" -j ACCEPT 2>/dev/null; do :; done
    done
  fi
  ip link delete "$bridge" 2>/dev/null || :
}
`;


/***/ }),

/***/ 20295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ prelude)
/* harmony export */ });
/**
 * Start of every script that runs as root. `fail` ends with the status that `as-root.ts` knows.
 *
 * Locks are taken by the script that acts, with flock(1), and are held by what it starts: so a
 * script whose caller was killed goes on alone, and the next one waits until it is through.
 */
const prelude = `
set -eu
PATH=/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin
LC_ALL=C
export PATH LC_ALL
umask 022

fail() {
  printf '%s\\n' "$1" >&2
  exit 90
}

# lock FILE SECONDS: held on descriptor 9 until the end. A lock file may be deleted by its
# holder, so what we got may be a file that no longer has a name: then try again.
lock() {
  while :; do
    mkdir -p "$(dirname "$1")"
    { command exec 9>"$1"; } 2>/dev/null || continue
    flock -w "$2" 9 || fail "another process works on it since $2 s: $1"
    [ "$(stat -L -c %d:%i /proc/self/fd/9)" = "$(stat -c %d:%i "$1" 2>/dev/null || :)" ] && return 0
  done
}
`;


/***/ }),

/***/ 99965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ terminateScript),
/* harmony export */   g: () => (/* binding */ sweepScript)
/* harmony export */ });
/* harmony import */ var _machine_functions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86679);
/* harmony import */ var _network_functions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64256);
/* harmony import */ var _prelude_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20295);



const terminateFunction = `
# terminate_machine FLOCK-FOLDER NAME ID: an empty id ends whatever is there.
terminate_machine() {
  folder="$1/$2"
  [ -d "$1" ] || return 0
  lock "$1/.lock-$2" 120
  if [ -d "$folder" ]; then
    id=$(cat "$folder/id")
    [ -z "$3" ] || [ "$id" = "$3" ] || fail "it has another id: \\"$id\\", not \\"$3\\""
    stop_machine
    address=$(cat "$folder/address")
    # Nothing that starts now finds a place to start in.
    mv -T "$folder" "$1/.old-$2"
    rm -f "$netdir/$address"
  fi
  rm -rf "$1/.old-$2" "$1/.new-$2"
  lock_network
  network_down_if_unused
  unlock_network
  rm -f "$1/.lock-$2"
  rmdir "$1" 2>/dev/null || :
}
`;
/** Arguments: folder of the flock, name, folder of the network, bridge, prefix, id. */
const terminateScript = `${_prelude_js__WEBPACK_IMPORTED_MODULE_0__/* .prelude */ .e}${_network_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .networkFunctions */ .E}${_machine_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .machineFunctions */ .X}${terminateFunction}
netdir=$3 bridge=$4 prefix=$5
terminate_machine "$1" "$2" "$6"
`;
/**
 * Ends every machine of a flock, or of all flocks, and what was left half made.
 * Arguments: state folder, flock (empty for all), folder of the network, bridge, prefix.
 * Prints `FLOCK/NAME` for each machine that it ended.
 */
const sweepScript = `${_prelude_js__WEBPACK_IMPORTED_MODULE_0__/* .prelude */ .e}${_network_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .networkFunctions */ .E}${_machine_functions_js__WEBPACK_IMPORTED_MODULE_2__/* .machineFunctions */ .X}${terminateFunction}
state=$1 only=$2 netdir=$3 bridge=$4 prefix=$5
pids=
for flock in "$state"/flocks/*; do
  [ -d "$flock" ] || continue
  if [ -n "$only" ] && [ "\${flock##*/}" != "$only" ]; then continue; fi
  names=$(ls -A "$flock" | sed -E 's/^[.](new|old|lock)-//' | sort -u)
  for name in $names; do
    (terminate_machine "$flock" "$name" "" && echo "\${flock##*/}/$name") &
    pids="$pids $!"
  done
done
failed=0
for pid in $pids; do wait "$pid" || failed=$((failed + 1)); done

# Machines whose folder was deleted by hand.
for pid in $(grep -slzF "$state/flocks/\${only:+$only/}" /proc/[0-9]*/cmdline | sed 's,/proc/,,; s,/cmdline,,'); do
  id=$(tr '\\0' '\\n' <"/proc/$pid/cmdline" 2>/dev/null | sed -n 's/^drover-local:\\(local-[0-9a-f]*\\)$/\\1/p' | head -n 1)
  [ -z "$id" ] || stop_machine
done
if [ -d "$netdir" ]; then
  lock_network
  network_down_if_unused
fi
[ "$failed" = 0 ] || fail "$failed machines could not be ended"
`;


/***/ }),

/***/ 58936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseLocalSettings),
/* harmony export */   i: () => (/* binding */ localProblems)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const known = ['suite', 'packages'];
const suite = /^[a-z]{3,20}$/;
// Debian Policy 5.6.1.
const packageName = /^[a-z0-9][a-z0-9+.-]+$/;
/** Everything wrong with the settings of a machine of this name. */
function localProblems(machine, settings) {
    return readSettings(settings).wrong.map((what) => problem(`machines.${machine}: settings: ${what}`));
}
/** Throws an InputError with all that is wrong. */
function parseLocalSettings(settings) {
    const { wrong, parsed } = readSettings(settings);
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(wrong.map((what) => problem(`settings: ${what}`)));
    return parsed;
}
function readSettings(settings) {
    const wrong = Object.keys(settings)
        .filter((key) => !known.includes(key))
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

/** Never throws. */
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
            // Other lines may come before it.
            said += chunk.toString('latin1');
            if (/(?:^|\n)SSH-/.test(said))
                done({ greets: true });
            else if (said.length > longestPreface)
                not('what answers is no SSH server');
        });
        socket.once('error', (error) => not(error.code ?? error.message));
        socket.once('close', () => not('it hung up without saying that it is an SSH server'));
    });
}
const longestPreface = 8192;


/***/ }),

/***/ 93291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ul: () => (/* binding */ runAsSelf),
/* harmony export */   yf: () => (/* binding */ runAsRoot)
/* harmony export */ });
/* unused harmony export refusedStatus */
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _run_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51553);



/** Exit status of a script that says on its last line of stderr, in our words, why it gives up. */
const refusedStatus = 90;
/**
 * Runs a script as root, through sudo where we are not, and gives its standard output.
 * A script that was started goes on to its end when we are killed: each must leave things
 * so that it can run again.
 */
async function runAsRoot(root) {
    await requireRoot(root);
    return runScript({ ...root, before: isRoot() ? [] : sudo });
}
/** As `runAsRoot`, with the rights that we have. */
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
