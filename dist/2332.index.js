export const id = 2332;
export const ids = [2332];
export const modules = {

/***/ 45167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ defineFleetOperation)
/* harmony export */ });
/* harmony import */ var _choose_machines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(22601);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70759);
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10809);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31412);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82305);





/** The way of every operation on machines: read the branch, choose, check all input, then work on each. */
function defineFleetOperation(definition) {
    return async (ports, request) => {
        const reading = (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .readFlock */ ._D)(ports);
        // What fails here fails again, and is told, when a connection is wanted.
        if (definition.connects)
            ports.sshKey().catch(() => { });
        const survey = await reading;
        const machines = await (0,_choose_machines_js__WEBPACK_IMPORTED_MODULE_0__/* .chooserOf */ .T)(request.operation)(ports, survey, request);
        const acts = definition.records(request);
        if (acts && (0,_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .mayChangeMachines */ .MB)(request.operation)) {
            (0,_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .requireProtectedOrigin */ .KG)(machines, { flock: survey.flock, origin: ports.origin });
        }
        const verb = await definition.prepare(ports, { survey, machines, request });
        return (0,_fleet_js__WEBPACK_IMPORTED_MODULE_2__/* .runFleet */ .gI)(ports, {
            operation: request.operation,
            machines,
            parallel: request.parallel,
            config: survey.snapshot.commit,
            records: acts,
            ownerOfKey: (0,_survey_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerOfKey */ .QV)(survey),
            verb,
        });
    };
}


/***/ }),

/***/ 42435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ holderLine),
/* harmony export */   S: () => (/* binding */ newId)
/* harmony export */ });
/** Tells a contender who holds the lock of a machine. */
function holderLine({ ports, machine }) {
    const since = new Date(ports.clock.now()).toISOString();
    return `run ${ports.run.id} of ${ports.run.actor}, on ${machine.name} since ${since}`;
}
/** 16 hexadecimal digits for one attempt at changing a machine. */
function newId(clock) {
    const half = () => Math.floor(clock.random() * 0xffffffff)
        .toString(16)
        .padStart(8, '0');
    return `${half()}${half()}`;
}


/***/ }),

/***/ 81134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QQ: () => (/* binding */ lookLimits),
/* harmony export */   aQ: () => (/* binding */ reopenSession),
/* harmony export */   fA: () => (/* binding */ openSession),
/* harmony export */   jN: () => (/* binding */ connectLimits)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _system_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47318);


/**
 * Enough for a machine far away that is busy. A TCP connection is answered by the kernel, however busy
 * the machine is: silence means that it is not there.
 */
const connectLimits = { timeoutMs: 30_000, reachMs: 10_000 };
/** How long one look or capture may take, and how long it may be silent. */
const lookLimits = { timeoutMs: 60_000, idleMs: 30_000 };
/** A session for one job: connected as a step of it, cancelled with its run. */
async function openSession(job, identity) {
    const { ports, machine } = job;
    const key = await ports.sshKey();
    return job.step('connect', () => ports.remote.connect({
        machine: machine.name,
        identity,
        key,
        ownerOfKey: job.ownerOfKey,
        ...connectLimits,
        ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }));
}
/** A shorter patience, for a machine that answered a moment ago. */
const again = { timeoutMs: 10_000, reachMs: 5000 };
/** A new connection to a machine whose sshd may just be starting again: tried until `deadlineMs` has passed. */
async function reopenSession(job, identity, deadlineMs) {
    const { ports, machine } = job;
    const key = await ports.sshKey();
    return (0,_system_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({
        clock: ports.clock,
        baseMs: 200,
        maxMs: 1000,
        deadlineMs,
        isRetryable: (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && error.reason === 'unreachable',
    }, () => ports.remote.connect({ machine: machine.name, identity, key, ...again }));
}


/***/ }),

/***/ 81320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ baseScript)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24039);

/**
 * What the worker, the supervisor, the watch and the recovery at boot share.
 * bash, GNU coreutils, util-linux. `id` and `tx` are set by whoever sources it.
 */
const baseScript = String.raw `
set -u
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
umask 077
say() { printf '%s %s\n' "$id" "$*" 2>/dev/null || :; }
# A moment at which something is about to change: written down, and held there if somebody wants to look.
point() {
  printf '%s\n' "$1" >"$tx/point" 2>/dev/null || :
  while [ -e ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.hold}/"$1" ]; do sleep 0.05; done
}
# Targets are absolute: what dirname and basename say, without a program for each.
beside() { printf '%s/.drover-%s-%s' "${'$'}{1%/*}" "$id" "${'$'}{1##*/}"; }
# Replaces a small file of ours in one go.
put_text() {
  printf '%s\n' "$2" >"$1.new" && sync -- "$1.new" && mv -T -f -- "$1.new" "$1"
}
# How a transaction ended. On a full disk into the block that is there already: a verdict that is not
# written is one that nobody can ask for, and the next look could not tell that something happened.
put_verdict() { put_text ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.last} "$1" || printf '%s\n' "$1" 1<>${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.last}; }
# To disk, by one program for all of them.
flush_all() { [ "${'$'}{#to_flush[@]}" -eq 0 ] || sync -- "${'$'}{to_flush[@]}"; }
flush_folders() { to_flush=(); each_file note_folder; flush_all; }
note_folder() { [ ! -d "${'$'}{2%/*}/" ] || to_flush+=("${'$'}{2%/*}/"); }
limited() { limit=$1; shift; timeout -k 5 "$limit" "$@" 7>&- 9>&-; }
step() {
  name=$1; shift
  say "step $name"
  "$@" >"$tx/output" 2>&1 </dev/null
  status=$?
  [ ! -s "$tx/output" ] || { head -c 16384 "$tx/output" | sed 's/^/| /'; [ -z "$(tail -c 1 "$tx/output")" ] || echo; } 2>/dev/null || :
  say "done $name $status"
  return "$status"
}
# What the look saw of the changes before this one: another answer, and its files may be others too.
generation() {
${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .generationScript */ .e6}
}
is_alive() { [ -n "$1" ] && [ -d "/proc/$1" ] && grep -qs drover "/proc/$1/cmdline"; }
has_systemd() { [ -d /run/systemd/system ]; }
`;


/***/ }),

/***/ 24039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   ae: () => (/* binding */ listUndos),
/* harmony export */   e6: () => (/* binding */ generationScript),
/* harmony export */   qs: () => (/* binding */ undosKept),
/* harmony export */   zn: () => (/* binding */ places)
/* harmony export */ });
/** Where Drover keeps what it needs on a machine. */
const places = {
    /** Only root looks in here. */
    library: '/var/lib/drover',
    /** A folder for each transaction that is under way. */
    transactions: '/var/lib/drover/tx',
    /** The last few changes, newest last, as they can be undone. */
    undo: '/var/lib/drover/undo',
    /** Link to the transaction that has begun to change files and is not confirmed. Its removal is what makes a change last. */
    current: '/var/lib/drover/current',
    /** How the newest transaction ended: `ID changed` or `ID rolled-back WHY`. */
    last: '/var/lib/drover/last',
    /** Every path that Drover put here, one a line, see `encodeManaged`. */
    files: '/var/lib/drover/files',
    /** `ROLE DIGEST` a line: the roles that this machine has, as they were when they ran. */
    baseline: '/var/lib/drover/baseline',
    /** A folder for each kind of long work: what it needs, what it prints, how it ended. */
    transient: '/var/lib/drover/transient',
    /** `NAME/SHA256`: what links of artifacts lead to. */
    artifacts: '/var/lib/drover/artifacts',
    stamp: '/etc/drover/stamp.json',
    stampEnv: '/etc/drover/stamp.env',
    lock: '/run/drover/lock',
    holder: '/run/drover/holder',
    /** Id of the transaction that may write. */
    token: '/run/drover/token',
    /** A file here with the name of a point holds a transaction at that point until it is removed: for whoever wants to look, and for tests. */
    hold: '/run/drover/hold',
    recoverUnit: '/etc/systemd/system/drover-recover.service',
};
/**
 * Prints a word that is another one after each transaction, and while one is not decided. POSIX
 * shell; it starts a program only while a change is not decided.
 */
const generationScript = `undecided=; [ ! -L ${places.current} ] || undecided=$(readlink ${places.current})
decided=; [ ! -f ${places.last} ] || IFS= read -r decided <${places.last}
printf '%s %s' "$undecided" "$decided"`;
/**
 * How long things take on a machine, in seconds. The sums matter: a machine
 * that nobody confirms is back to the old files within 35 s, and a lock whose
 * holder died is free within 20 s.
 */
const seconds = {
    /** Silence of the holder after which it counts as dead; it speaks every 3 s. */
    heartbeat: 10,
    confirm: 20,
    validation: 120,
    followUp: 300,
    check: 60,
    /** For what follows a revert when nobody listens any more: the lock must come free. */
    lastFollowUp: 5,
    /** After the swap begins, how soon the machine looks whether its transaction still has somebody who cares. */
    watch: 5,
};
const undosKept = 3;
/** Prints the names of the kept changes, oldest first: `NUMBER-ID`, one a line. */
const listUndos = `ls ${places.undo} | grep -E '^[0-9]+-' | sort -n`;


/***/ }),

/***/ 94645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ superviseScript)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24039);

/**
 * The supervisor holds the lock, listens to the runner and decides how the
 * transaction ends; the watch and the recovery do the same when it is gone.
 * Everything that undoes is idempotent: it may be cut off and done again.
 */
const superviseScript = String.raw `
# A staged file that is still beside its target was not swapped.
revert_file() {
  case $1 in link | unlink) return 0 ;; esac
  point "$revert_point"; revert_point=revert-next
  staged=$(beside "$2")
  if [ "$1" = put ] && [ -e "$staged" ]; then rm -f -- "$staged" "$staged.old"
  elif [ "$staged.old" -ef "$2" ]; then rm -f -- "$staged.old"
  elif [ -e "$staged.old" ]; then mv -T -f -- "$staged.old" "$2"
  elif [ -e "$tx/old$2" ]; then
    is_old "$tx/old$2" "$2" || { put_old "$tx/old$2" "$staged.back" && mv -T -f -- "$staged.back" "$2"; }
  elif [ "$6" = - ] || [ "$6" = '?' ]; then rm -f -- "$2"
  fi
}
is_old() {
  [ "$1" -ef "$2" ] || { cmp -s -- "$1" "$2" && [ "$(stat -c %a:%u:%g -- "$1")" = "$(stat -c %a:%u:%g -- "$2")" ]; }
}
# The same inode where that can be: on a full disk a copy would not fit.
put_old() { ln -f -- "$1" "$2" 2>/dev/null || { cp -a -- "$1" "$2" && sync -- "$2"; }; }
unstage_file() {
  staged=$(beside "$2")
  if is_there "$staged" || is_there "$staged.old"; then rm -f -- "$staged" "$staged.old"; fi
}
remove_made() { [ ! -f "$tx/made" ] || tac "$tx/made" | while IFS= read -r folder; do rmdir -- "$folder" 2>/dev/null; done; return 0; }
revert_files() {
  revert_point=revert
  each_file revert_link && each_file revert_file && flush_folders && remove_made && point reverted
}
unstage() { point unstage; each_file unstage_file; remove_made; }
is_current() { [ "$(readlink ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current} 2>/dev/null)" = "$tx" ]; }
# What follows runs again for the old files, best effort: a unit that is new has nothing to return to.
follow_back() { each_follow_up limited "$1" || :; }
each_follow_up() {
  follow_with="$*"
  follow_up() { followed=$1; shift; step "$followed" $follow_with "$@" || :; }
  follow_ups
}
# The worker leads a session: what timeout(1) starts has a process group of its own.
end_worker() {
  leader=$(cat "$tx/worker" 2>/dev/null) || return 0
  is_alive "$leader" || return 0
  for entry in /proc/[0-9]*; do
    { read -r stat <"$entry/stat"; } 2>/dev/null || continue
    set -- ${'$'}{stat##*) }
    [ "$4" != "$leader" ] || kill -KILL "${'$'}{entry##*/}" 2>/dev/null
  done
}
# Back to the old files, for the reason $1, with $2 seconds for each of what follows.
undo() {
  end_worker
  ended="rolled-back $1"
  if [ "$1" = before ] || ! is_current; then ended="failed $1"; fi
  if is_current; then
    step revert revert_files || { say 'end failed revert'; return 1; }
    [ "$1" = before ] || follow_back "$2"
  else
    unstage
  fi
  put_verdict "$id $ended"
  rm -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current}
  say "end $ended"
  disarm
  rm -rf -- "$tx"
}
disarm() { has_systemd && systemctl stop "drover-watch-$id.timer" 2>/dev/null; return 0; }

# Before anybody hears that the change lasts: whoever undoes the last change then finds this one. The
# name begins with the second, or with the number after the newest one's: two changes may be made in
# one second, and clocks go back.
keep_undo() {
  mkdir -p ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.undo}
  if [ -n "$undoes" ]; then rm -rf -- "${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.undo}/$undoes"; return; fi
  newest=$(${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .listUndos */ .ae} | tail -n 1); newest=${'$'}{newest%%-*}
  printf -v order '%(%s)T' -1
  [ "$order" -gt "${'$'}{newest:-0}" ] || order=$((newest + 1))
  rm -rf -- "$tx/new"
  mv -T -- "$tx" "${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.undo}/$order-$id"
}

# The removal of the link is the one moment at which a change begins to last.
commit() {
  point commit
  put_verdict "$id changed"
  rm -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current} && sync -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.library}
  point committed
  each_file unstage_file
  keep_undo
  say 'end changed'
  disarm
  rm -rf -- "$tx"
  ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .listUndos */ .ae} | head -n -${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .undosKept */ .qs} | while IFS= read -r old; do rm -rf -- "${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.undo}/$old"; done
}

# Another run was cut off, and nobody has undone it: no systemd here, or we were faster.
recover_other() {
  [ -L ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current} ] || return 0
  other=$(readlink ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current}) || return 0
  [ -f "$other/script.sh" ] || { rm -f ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current}; return 0; }
  bash -c 'id=$1; tx=$2; . "$tx/script.sh"; undo interrupted ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp} >/dev/null' drover "$(basename -- "$other")" "$other" 7>&- 9>&- </dev/null
}
remove_stale() {
  for stale in ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.transactions}/*; do
    [ "$stale" != "$tx" ] || continue
    ! is_alive "$(cat "$stale/supervisor" 2>/dev/null)" || continue
    (tx=$stale; end_worker)
    [ ! -f "$stale/script.sh" ] || bash -c 'id=$1; tx=$2; . "$tx/script.sh"; unstage' drover "$(basename -- "$stale")" "$stale" 7>&- 9>&- </dev/null >/dev/null 2>&1
    rm -rf -- "$stale"
  done
}

take_lock() {
  until_second=$((SECONDS + $1))
  until flock -w 1 9; do
    holder=$(head -c 300 ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.holder} 2>/dev/null | tr '\n' ' ')
    [ "$SECONDS" -lt "$until_second" ] || { say "busy $holder"; return 1; }
    say "waiting $holder"
    if IFS= read -r -t 0.01 event <&7; then [ "$event" != lost ] || return 1; fi
  done
  point lock
  put_text ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.holder} "$2" && put_text ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.token} "$id"
}

# $1 seconds to wait for the lock, $2 who we are.
supervise() {
  trap '' PIPE; trap 'echo lost >&7' HUP TERM INT
  point receive
  mkfifo "$tx/events" && exec 7<>"$tx/events" 9>>${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.lock} || { say 'end failed receive'; return 1; }
  { while IFS= read -r -t ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.heartbeat} beat; do :; done; echo lost >&7; } <&0 >/dev/null 2>&1 9>&- &
  listener=$!
  take_lock "$1" "$2" || { rm -rf -- "$tx"; kill "$listener" 2>/dev/null; return 75; }
  recover_other; remove_stale
  { setsid -w bash -c 'id=$1; tx=$2; . "$tx/script.sh"; work' drover "$id" "$tx" </dev/null 9>&-; echo "worker $?" >&7; } 9>&- &
  attend
  kill "$listener" 2>/dev/null
}
attend() {
  while IFS= read -r event <&7; do
    case $event in
      'worker 0')
        point confirm
        say confirm
        { sleep ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.confirm}; echo unconfirmed >&7; } </dev/null >/dev/null 2>&1 9>&- & ;;
      'worker 10') undo before ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}; return ;;
      'worker 11') undo after ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.followUp}; return ;;
      worker*) undo killed ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}; return ;;
      "confirmed $id") commit; return ;;
      lost) undo lost ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}; return ;;
      unconfirmed) undo unconfirmed ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}; return ;;
    esac
  done
}

# Started by the timer that was set before the swap. While the supervisor lives it holds the lock and
# decides; a supervisor that hangs is ended.
watch() {
  exec 9>>${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.lock}
  if ! flock -w "$hard_limit" 9; then
    is_current && kill -KILL "$(cat "$tx/supervisor")" 2>/dev/null
    flock -w 10 9 || return 1
  fi
  is_current || return 0
  undo watch ${_places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp}
}
`;


/***/ }),

/***/ 20912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ unpackTar),
/* harmony export */   nG: () => (/* binding */ packTar),
/* harmony export */   wl: () => (/* binding */ listTar)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38321);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56118);



async function packTar(files) {
    const archive = (0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.pack)();
    for (const file of files)
        archive.entry({ name: file.path, mode: file.mode }, file.bytes);
    archive.finalize();
    return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.buffer)(archive);
}
/** All entries of an archive. Hard links are given as links to the path they name. */
async function unpackTar(archive) {
    const entries = [];
    for await (const entry of node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([archive]).pipe((0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.extract)())) {
        const { header } = entry;
        entries.push({
            path: header.name,
            type: typeOf(header.type),
            mode: (header.mode ?? 0) & 0o7777,
            owner: header.uname || String(header.uid ?? 0),
            group: header.gname || String(header.gid ?? 0),
            ...(header.linkname ? { link: header.linkname } : {}),
            bytes: await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__.buffer)(entry),
        });
    }
    return entries;
}
/** What an archive holds, without the bytes of it. Hostile until checked. */
async function listTar(archive) {
    const entries = [];
    for await (const entry of node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([archive]).pipe((0,tar_stream__WEBPACK_IMPORTED_MODULE_2__.extract)())) {
        entry.resume();
        const { name, type, linkname } = entry.header;
        const plain = typeOf(type);
        const isSymlink = type === 'symlink';
        entries.push({
            path: name,
            type: isSymlink ? 'symlink' : plain === 'link' ? 'other' : plain,
            ...(isSymlink && linkname ? { link: linkname } : {}),
        });
    }
    return entries;
}
function typeOf(type) {
    if (type === 'file' || type === 'contiguous-file')
        return 'file';
    if (type === 'directory')
        return 'folder';
    if (type === 'symlink' || type === 'link')
        return 'link';
    return 'other';
}


/***/ })

};
