export const id = 2477;
export const ids = [2477];
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

/***/ 2477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweepLocal: () => (/* binding */ sweepLocal)
/* harmony export */ });
/* harmony import */ var _as_root_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18270);
/* harmony import */ var _launch_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68631);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71639);
/* harmony import */ var _scripts_terminate_script_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99965);




const sweepMs = 300_000;
/**
 * Ends all local machines of a flock, or without `flock` of all flocks, and what cut-off launches
 * left. Gives those that it ended, as `FLOCK/MACHINE`. Roots stay: they are only a cache.
 */
async function sweepLocal(options) {
    const network = options.network ?? _options_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultNetwork */ .cZ;
    (0,_launch_input_js__WEBPACK_IMPORTED_MODULE_1__/* .checkNetwork */ .v8)(network);
    if (options.flock !== undefined)
        (0,_launch_input_js__WEBPACK_IMPORTED_MODULE_1__/* .checkName */ .I3)(options.flock);
    const said = await (0,_as_root_js__WEBPACK_IMPORTED_MODULE_0__/* .runAsRoot */ .y)({
        failure: 'local machines: could not all be ended',
        script: _scripts_terminate_script_js__WEBPACK_IMPORTED_MODULE_3__/* .sweepScript */ .g,
        args: [
            options.stateDir ?? _options_js__WEBPACK_IMPORTED_MODULE_2__/* .defaultStateDir */ .yD,
            options.flock ?? '',
            (0,_options_js__WEBPACK_IMPORTED_MODULE_2__/* .networkFolder */ .ZM)(network),
            network.bridge,
            network.prefix,
        ],
        timeoutMs: sweepMs,
    });
    return said.split('\n').filter((line) => line !== '');
}


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
