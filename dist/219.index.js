export const id = 219;
export const ids = [219,615,310];
export const modules = {

/***/ 742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** Hex. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}


/***/ }),

/***/ 1615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  configure: () => (/* binding */ configure),
  configureMachine: () => (/* binding */ configureMachine),
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(6895);
// EXTERNAL MODULE: ./build/operations/desired.js + 17 modules
var operations_desired = __webpack_require__(1642);
// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(5167);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(1134);
// EXTERNAL MODULE: ./build/operations/survey.js + 14 modules
var survey = __webpack_require__(6406);
// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(5245);
;// CONCATENATED MODULE: ./build/recipes/read-transaction.js
/** Status of a validation that the kernel gave no private mount namespace for. */
const noNamespace = 125;
/** Reads what the transaction prints (src/recipes/transaction-library.ts), line by line as it comes. */
function readTransaction(id, listener) {
    const steps = [];
    const said = [];
    let end;
    let startedMs = 0;
    const finish = (name, status) => {
        const detail = said.splice(0).join('\n');
        const step = {
            name,
            status: status === 0 ? 'ok' : status === noNamespace ? 'skipped' : 'failed',
            durationMs: Math.round(listener.elapsed() - startedMs),
            ...(detail === '' ? {} : { detail }),
        };
        steps.push(step);
        listener.onStepDone(step);
    };
    return {
        line(text) {
            if (text.startsWith('| '))
                said.push(text.slice(2));
            const [, word = '', rest = ''] = matchOwn(id, text);
            if (word === 'step') {
                startedMs = listener.elapsed();
                listener.onStep(rest);
            }
            else if (word === 'done') {
                const [, name = '', status = '1'] = /^(.*) (\d+)$/.exec(rest) ?? [];
                finish(name, Number(status));
            }
            else if (word === 'end')
                end = parseEnd(rest);
            else if (word === 'busy')
                end = { kind: 'busy', holder: rest.trim() };
        },
        result: () => ({ steps, ...(end === undefined ? {} : { end }) }),
    };
}
function matchOwn(id, text) {
    return text.startsWith(`${id} `) ? (/^\S+ (\S+) ?(.*)$/.exec(text) ?? []) : [];
}
function parseEnd(rest) {
    const [kind = '', at = ''] = rest.split(' ');
    if (kind === 'changed')
        return { kind };
    if (kind === 'failed' || kind === 'rolled-back')
        return { kind, at };
    return undefined;
}

;// CONCATENATED MODULE: ./build/recipes/stamp.js
function encodeStamp(stamp) {
    return `${JSON.stringify(stamp, null, 2)}\n`;
}
function encodeStampEnv(stamp) {
    const values = {
        DROVER_FLOCK: stamp.flock,
        DROVER_MACHINE: stamp.machine,
        DROVER_CONFIG_COMMIT: stamp.config,
        DROVER_DIGEST: stamp.digest,
        DROVER_RUN_ID: stamp.run.id,
        DROVER_RUN_ATTEMPT: String(stamp.run.attempt),
        DROVER_TIME: stamp.time,
    };
    return Object.entries(values)
        .map(([name, value]) => `${name}="${value.replace(/[^A-Za-z0-9_:.-]/g, '_')}"\n`)
        .join('');
}
/** The digest of a stamp found on a machine; undefined for one that cannot be read: it is then written anew. */
function readStampDigest(text) {
    if (text === undefined)
        return undefined;
    try {
        const stamp = JSON.parse(text);
        const digest = stamp !== null && typeof stamp === 'object' && 'digest' in stamp ? stamp.digest : undefined;
        return typeof digest === 'string' ? digest : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(3636);
;// CONCATENATED MODULE: ./build/recipes/follow-up.js
/** One line: how a follow-up is kept on the machine while it has yet to be run, and how it is shown. */
function encodeFollowUp(followUp) {
    switch (followUp.kind) {
        case 'daemon-reload':
            return 'daemon-reload';
        case 'command':
            return `command ${followUp.command}`;
        default:
            return `${followUp.kind} ${followUp.unit}`;
    }
}
/** Back from `encodeFollowUp`; undefined for a line that it never makes. */
function parseFollowUp(line) {
    const [word = '', ...rest] = line.split(' ');
    const argument = rest.join(' ');
    if (word === 'daemon-reload' && argument === '')
        return { kind: 'daemon-reload' };
    if (argument === '')
        return undefined;
    if (word === 'command')
        return { kind: 'command', command: argument };
    if (word === 'reload' || word === 'restart')
        return { kind: word, unit: argument };
    return undefined;
}

;// CONCATENATED MODULE: ./build/recipes/look.js

const stampPath = '/etc/drover/stamp.json';
const stampEnvPath = '/etc/drover/stamp.env';
const pendingPath = '/var/lib/drover/pending';
/*
 * The look: reads only, one process for each question and not for each file.
 * Fields end with NUL, so that no name can break the answer; the last field
 * is END, so that an answer that was cut off is recognised.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
paths=$(cat)
each() { printf '%s\\n' "$paths" | while IFS= read -r path; do [ -n "$path" ] && "$@" "$path"; done; }
link() { [ -L "$1" ] && printf 'L\\0%s\\0%s\\0' "$1" "$(readlink -f -- "$1")"; }
there() { [ -e "$1" ] && printf '%s\\0' "$1"; }
plain() { [ -f "$1" ] && printf '%s\\0' "$1"; }
each link
each there | xargs -0 -r stat -L --printf 'S\\0%n\\0%F\\0%a\\0%U\\0%G\\0%s\\0' --
each plain | xargs -0 -r sha256sum -z -- | sed -z 's/^/H\\x00/'
if [ -f ${stampPath} ]; then printf 'T\\0'; cat ${stampPath}; printf '\\0'; fi
if [ -f ${pendingPath} ]; then printf 'P\\0'; cat ${pendingPath}; printf '\\0'; fi
printf 'END\\0'
`;
/** Looks at these paths (absolute, without control characters). */
function lookCommand(paths) {
    return { argv: ['sh', '-c', script], stdin: paths.map((path) => `${path}\n`).join('') };
}
/** Throws `connection-lost` when the answer is not whole. */
function parseLook(stdout, paths) {
    const fields = stdout.toString('utf8').split('\0');
    const found = new Map(paths.map((path) => [path, { target: path, isLink: false }]));
    const merge = (path, facts) => {
        const before = found.get(path);
        if (before !== undefined)
            found.set(path, { ...before, ...facts });
    };
    let stamp;
    let pending = [];
    let whole = false;
    let at = 0;
    const next = () => fields[at++] ?? '';
    while (at < fields.length && !whole) {
        switch (next()) {
            case 'L': {
                const path = next();
                merge(path, { isLink: true, target: next() || path });
                break;
            }
            case 'S':
                merge(next(), { stat: parseStat([next(), next(), next(), next(), next()]) });
                break;
            case 'H': {
                const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) [ *](.*)$/s.exec(next()) ?? [];
                merge(path, { sha256 });
                break;
            }
            case 'T':
                stamp = next();
                break;
            case 'P':
                pending = next()
                    .split('\n')
                    .filter((line) => line !== '');
                break;
            case 'END':
                whole = true;
                break;
            default:
                at = fields.length;
        }
    }
    if (!whole) {
        throw new errors/* DroverError */.F('look: the answer of the machine is not whole', {
            reason: 'connection-lost',
            hint: 'Run the operation again.',
        });
    }
    return { found, pending, ...(stamp === undefined ? {} : { stamp }) };
}
function parseStat(fields) {
    const [type, mode, owner, group, size] = fields;
    const kind = type.startsWith('regular') ? 'file' : type === 'directory' ? 'folder' : 'other';
    return { type: kind, mode: Number.parseInt(mode, 8), owner, group, size: Number(size) };
}

;// CONCATENATED MODULE: ./build/recipes/transaction-library.js

/**
 * The fixed part of the script that changes a machine; POSIX sh, GNU coreutils
 * and util-linux. It prints `ID step NAME`, `ID done NAME STATUS`, `ID end
 * OUTCOME`, and between them what commands say, each line behind `| ` so that no
 * command can speak in the script's name. ID is random for each attempt.
 *
 * 1. prepare: owners and modes of the staged tree
 * 2. recheck: every target is what the look saw
 * 3. validate: in a private mount namespace where the staged tree lies over the
 *    real one, so that a validator sees all new files in place while no target
 *    has changed; where the kernel refuses that (status 125), after the swap
 * 4. stage: each file beside its target, flushed to disk
 * 5. swap: each by rename(2); what has to follow is written down first, so that
 *    a run that is cut off here is finished by the next one
 * 6. what follows; when that fails the old files return, and what follows runs
 *    once more for them
 * 7. stamp
 */
const transactionLibrary = String.raw `
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
keep_going=no
say() { printf '%s %s\n' "$id" "$*" 2>/dev/null || :; }
beside() { printf '%s/.drover-%s-%s' "$(dirname -- "$1")" "$id" "$(basename -- "$1")"; }
limited() { limit=$1; shift; timeout -k 5 "$limit" "$@" 9>&-; }
step() {
  name=$1; shift
  say "step $name"
  "$@" >"$tx/output" 2>&1 </dev/null
  status=$?
  { head -c 16384 "$tx/output" | sed 's/^/| /'; [ -z "$(tail -c 1 "$tx/output")" ] || echo; } 2>/dev/null || :
  say "done $name $status"
  return "$status"
}

prepare_file() { chown -- "$2:$3" "$tx/new$1" && chmod -- "$4" "$tx/new$1"; }
prepare_folder() {
  real=$(printf '%s\n' "$1" | cut -c "$(( $(printf %s "$tx/new" | wc -c) + 1 ))-")
  if [ -d "$real" ]; then chown --reference="$real" -- "$1" && chmod --reference="$real" -- "$1"
  else chmod 0755 -- "$1"; fi
}
prepare() {
  each_file prepare_file || return 1
  [ -d "$tx/new" ] || return 0
  find "$tx/new" -mindepth 1 -type d | while IFS= read -r folder; do prepare_folder "$folder" || exit 1; done
}

recheck_file() {
  if [ "$5" = - ]; then
    [ ! -e "$1" ] || { echo "$1 was not there when Drover looked, and is there now"; return 1; }
  else
    [ "$(sha256sum <"$1" | cut -c 1-64)" = "$5" ] || { echo "$1 is not what Drover saw any more"; return 1; }
  fi
}
recheck() { each_file recheck_file; }

existing_folder() { folder=$(dirname -- "$1"); while [ ! -d "$folder" ]; do folder=$(dirname -- "$folder"); done; printf '%s\n' "$folder"; }
is_covered() {
  for outer in $mounted; do case "$1/" in "$outer"/*) return 0;; esac; done
  return 1
}
validate_inside() {
  set -f; IFS='
'
  mounted=
  for folder in $(each_file existing_folder | sort -u); do
    is_covered "$folder" && continue
    [ "$folder" != / ] || return 125
    mount -t overlay -o "ro,lowerdir=$tx/new$folder:$folder" drover "$folder" || return 125
    mounted="$mounted
$folder"
  done
  set +f; unset IFS
  validations
}
validate() {
  unshare --mount --propagation private true || return 125
  unshare --mount --propagation private sh -c 'id=$1; tx=$2; . "$tx/library.sh"; . "$tx/plan.sh"; validate_inside' drover "$id" "$tx"
}
validation() {
  limited 120 sh -c "$1"
  validated=$?
  [ "$validated" -eq 0 ] && return 0
  echo "\"$1\" exited with $validated"
  return 1
}

make_folder() {
  [ -d "$1" ] && return 0
  make_folder "$(dirname -- "$1")" "$2" "$3" || return 1
  mkdir -m 0755 -- "$1" && chown -- "$2:$3" "$1" && printf '%s\n' "$1" >>"$tx/made"
}
stage_file() {
  make_folder "$(dirname -- "$1")" "$2" "$3" || return 1
  rm -f -- "$(dirname -- "$1")"/.drover-*-"$(basename -- "$1")"
  staged=$(beside "$1")
  cp -p -- "$tx/new$1" "$staged" && sync -- "$staged"
}
stage() { each_file stage_file; }

keep_file() {
  [ -e "$1" ] || return 0
  mkdir -p -- "$tx/old$(dirname -- "$1")" || return 1
  ln -- "$1" "$tx/old$1" 2>/dev/null || cp -a -- "$1" "$tx/old$1"
}
swap_file() { mv -T -f -- "$(beside "$1")" "$1"; }
flush_folder() { sync -- "$(dirname -- "$1")"; }
swap() {
  each_file keep_file && install_text pending ${pendingPath} 0600 || return 1
  each_file swap_file && each_file flush_folder
}
install_text() {
  mkdir -p -- "$(dirname -- "$2")" && cp -- "$tx/$1" "$2.drover" && chmod -- "$3" "$2.drover" &&
    sync -- "$2.drover" && mv -T -f -- "$2.drover" "$2"
}

# A staged file that is still beside its target was not swapped.
revert_file() {
  staged=$(beside "$1")
  if [ -e "$staged" ]; then rm -f -- "$staged"
  elif [ -e "$tx/old$1" ]; then cp -a -- "$tx/old$1" "$staged" && mv -T -f -- "$staged" "$1"
  elif [ "$5" = - ]; then rm -f -- "$1"
  fi
}
unstage_file() { rm -f -- "$(beside "$1")"; }
remove_made() { [ ! -f "$tx/made" ] || tac "$tx/made" | while IFS= read -r folder; do rmdir -- "$folder" 2>/dev/null; done; }
revert() { each_file revert_file && each_file flush_folder && remove_made && rm -f ${pendingPath}; }
unstage() { each_file unstage_file; remove_made; }

follow_up() {
  name=$1; shift
  step "$name" limited 300 "$@"
  followed=$?
  [ "$followed" -eq 0 ] || [ "$keep_going" = yes ]
}
roll_back() {
  step revert revert || { say 'end failed revert'; return 1; }
  if [ "$1" = follow ]; then keep_going=yes; follow_ups; fi
  say "end rolled-back $1"
  return 1
}
write_stamp() {
  install_text stamp.env ${stampEnvPath} 0644 && install_text stamp.json ${stampPath} 0644 && chmod 0755 /etc/drover && rm -f ${pendingPath}
}

transact() {
  step prepare prepare || { say 'end failed prepare'; return 1; }
  step recheck recheck || { say 'end failed recheck'; return 1; }
  in_place=no
  if [ "$has_validations" = yes ]; then
    step validate validate
    case $? in
      0) ;;
      125) in_place=yes ;;
      *) say 'end failed validate'; return 1 ;;
    esac
  fi
  step stage stage || { unstage; say 'end failed stage'; return 1; }
  step swap swap || { roll_back swap; return 1; }
  if [ "$in_place" = yes ]; then step 'validate in place' validations || { roll_back validate; return 1; }; fi
  follow_ups || { roll_back follow; return 1; }
  step stamp write_stamp || { say 'end failed stamp'; return 1; }
  say 'end changed'
}
`;

;// CONCATENATED MODULE: ./build/recipes/transaction.js



const library = '/var/lib/drover';
const lockPath = '/run/drover.lock';
const holderPath = '/run/drover.holder';
/**
 * Takes the lock, receives the archive on standard input and runs it. The lock
 * comes first so that what an earlier run left may be removed safely. Children
 * get their own input and no lock (`9>&-`), so that a daemon they start cannot
 * keep it.
 */
function transactionCommand(transaction) {
    const script = `set -u; umask 077; trap '' PIPE HUP
id=$1; wait=$2; tx=${library}/tx/$id
exec 9>>${lockPath}
if ! flock -w "$wait" 9; then
  printf '%s busy %s\\n' "$id" "$(head -c 300 ${holderPath} 2>/dev/null | tr '\\n' ' ')"; exit 75
fi
printf '%s\\n' "$3" >${holderPath}
rm -rf ${library}/tx && mkdir -p "$tx" && tar -x -f - -C "$tx" && . "$tx/library.sh" && . "$tx/plan.sh" && transact
status=$?
rm -rf "$tx"
exit $status`;
    return {
        argv: [
            'sh',
            '-c',
            script,
            'drover',
            transaction.id,
            String(transaction.lockWaitSeconds),
            transaction.holder,
        ],
    };
}
/** What the archive holds: the new tree below `new/`, the stamp, and the script. */
function transactionArchive(transaction) {
    const text = (path, content) => ({
        path,
        mode: 0o600,
        bytes: Buffer.from(content),
    });
    return [
        text('library.sh', transactionLibrary),
        text('plan.sh', transactionPlan(transaction)),
        text('stamp.json', transaction.stamp),
        text('stamp.env', transaction.stampEnv),
        text('pending', transaction.followUps.map((followUp) => `${encodeFollowUp(followUp)}\n`).join('')),
        ...transaction.files.map((file) => ({ path: `new${file.target}`, mode: 0o600, bytes: file.bytes })),
    ];
}
/** The part of the script that differs from one change to the next: lists, no logic. */
function transactionPlan({ files, validations, followUps }) {
    const facts = (file) => (0,quote/* quoteCommand */.c)([
        file.target,
        file.owner,
        file.group,
        file.mode.toString(8).padStart(4, '0'),
        file.seenSha256 ?? '-',
    ]);
    return [
        list('each_file', files.map((file) => `"$1" ${facts(file)}`)),
        list('validations', validations.map((command) => `validation ${(0,quote/* quoteWord */.X)(command)}`)),
        list('follow_ups', followUps.map((followUp) => `follow_up ${(0,quote/* quoteCommand */.c)([encodeFollowUp(followUp), ...followUpArgv(followUp)])}`)),
        `has_validations=${validations.length > 0 ? 'yes' : 'no'}\n`,
    ].join('');
}
function list(name, calls) {
    return `${name}() {\n${calls.map((call) => `  ${call} || return 1\n`).join('')}  :\n}\n`;
}
/** `reload-or-restart`: a unit that is stopped is started, as somebody who asks for its new configuration expects. */
function followUpArgv(followUp) {
    switch (followUp.kind) {
        case 'daemon-reload':
            return ['systemctl', 'daemon-reload'];
        case 'reload':
            return ['systemctl', 'reload-or-restart', followUp.unit];
        case 'restart':
            return ['systemctl', 'restart', followUp.unit];
        case 'command':
            return ['sh', '-c', followUp.command];
    }
}

// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(912);
;// CONCATENATED MODULE: ./build/operations/configure/apply.js





/** Validators and follow-ups have limits of their own on the machine; this is past all of them for a usual plan. */
const limits = { timeoutMs: 20 * 60_000, idleMs: 6 * 60_000 };
const lockWaitSeconds = 60;
/** Sends the change in one transfer and lets the machine carry it out; says how that ended. */
async function applyPlan(job, session, apply) {
    const { ports } = job;
    const transaction = makeTransaction(job, apply);
    const reader = readTransaction(transaction.id, {
        onStep: (name) => job.stepStarted(name),
        onStepDone: (step) => job.stepDone(step),
        elapsed: () => ports.clock.elapsed(),
    });
    const stdin = await (0,tar/* packTar */.n)(transactionArchive(transaction));
    // Not cancelled with the run: a transaction that began ends by itself, with the new files or the old ones.
    const ended = await session.exec({ ...transactionCommand(transaction), stdin }, { ...limits, onLine: (line, stream) => stream === 'stdout' && reader.line(line) });
    return conclude(apply, reader.result(), ended);
}
function makeTransaction({ ports, machine }, { plan, stamp }) {
    const chance = () => Math.floor(ports.clock.random() * 0xffffffff)
        .toString(16)
        .padStart(8, '0');
    return {
        id: `${chance()}${chance()}`,
        files: plan.changes.map(({ file, target, seenSha256 }) => ({
            target,
            owner: file.owner,
            group: file.group,
            mode: file.mode,
            bytes: file.bytes,
            ...(seenSha256 === undefined ? {} : { seenSha256 }),
        })),
        validations: plan.validations,
        followUps: plan.followUps,
        stamp: encodeStamp(stamp),
        stampEnv: encodeStampEnv(stamp),
        holder: `run ${ports.run.id} of ${ports.run.actor}, on ${machine.name} since ${stamp.time}`,
        lockWaitSeconds,
    };
}
const reasonOfStep = {
    recheck: 'machine-changed',
    validate: 'validation-failed',
    follow: 'follow-up-failed',
};
function conclude({ plan }, report, ended) {
    const { end, steps } = report;
    const failed = steps.find((step) => step.status === 'failed');
    switch (end?.kind) {
        case 'changed':
            return { kind: 'changed', reason: 'done', message: describeChange(plan) };
        case 'busy':
            return {
                kind: 'failed',
                reason: 'machine-locked',
                message: `another run is changing the machine: ${end.holder || 'it does not say which'}`,
                hint: 'Wait until that run is done, then run this again.',
            };
        case 'failed':
            return {
                kind: 'failed',
                reason: reasonOfStep[end.at] ?? 'command-failed',
                message: describeFailure(failed, end.at === 'revert' ? 'the old files could not all be put back' : 'no file was changed'),
                hint: end.at === 'recheck'
                    ? 'Run the operation again: it looks anew.'
                    : "The step's output says what to mend.",
                ...apply_location(plan, failed),
            };
        case 'rolled-back':
            return {
                kind: 'rolled-back',
                reason: reasonOfStep[end.at] ?? 'command-failed',
                message: describeFailure(failed, 'the old files are back'),
                hint: "The machine serves its earlier configuration. Mend what the step's output names and run the operation again.",
                ...apply_location(plan, failed),
            };
        default:
            return {
                kind: 'failed',
                reason: ended.signal === null ? 'command-failed' : 'killed',
                message: `the transaction ${(0,command/* describeEnd */.l)(ended)} before it said how it ended: ${ended.stderr.toString('utf8').slice(-300)}`,
                hint: 'Run the operation again: it looks at the machine first and finishes what is missing.',
            };
    }
}
function describeChange({ changes, followUps, stampOnly }) {
    if (stampOnly)
        return 'wrote the stamp';
    const files = changes.length === 1 ? `1 file: ${changes[0]?.file.destination}` : `${changes.length} files`;
    const then = followUps.length === 0
        ? ''
        : `, then ${followUps.length} that ${followUps.length === 1 ? 'follows' : 'follow'}`;
    return changes.length === 0 ? 'finished what an earlier run left to do' : `changed ${files}${then}`;
}
/** The last line of a validator is nearly always the verdict; the one before the script's own says why. */
function describeFailure(step, after) {
    const lines = (step?.detail ?? '').split('\n').filter((line) => line.trim() !== '');
    const why = lines.slice(0, 2).join('; ').slice(0, 300);
    return `${step?.name ?? 'a step'} failed; ${after}${why === '' ? '' : `: ${why}`}`;
}
/** The first changed file with this validator or follow-up: where a person will look. */
function apply_location({ changes }, step) {
    const guilty = changes.find(({ file }) => step?.name.startsWith('validate') ? file.validate !== undefined : file.after.length > 0);
    return guilty === undefined ? {} : { at: guilty.file.from };
}

;// CONCATENATED MODULE: ./build/operations/configure/look.js




/** One look: one round trip, reads only. */
function lookAt(job, session, files) {
    return job.step('look', async () => {
        const paths = files.map((file) => file.destination);
        const ended = await session.exec(lookCommand(paths), {
            ...sessions/* lookLimits */.Q,
            maxBytes: 16 * 1024 * 1024,
            ...(job.ports.signal === undefined ? {} : { signal: job.ports.signal }),
        });
        if (!(0,command/* succeeded */.g)(ended)) {
            throw new errors/* DroverError */.F(`look: the shell ${(0,command/* describeEnd */.l)(ended)}: ${ended.stderr.toString('utf8').slice(0, 300)}`, {
                reason: ended.signal === null ? 'command-failed' : 'killed',
                hint: 'Ensure that the login user is root or may use sudo without a password, and that GNU coreutils are installed.',
            });
        }
        return parseLook(ended.stdout, paths);
    });
}

// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(742);
;// CONCATENATED MODULE: ./build/operations/configure/desired-digest.js


/**
 * What is desired, as one value. Secrets count by name, not by value: a digest
 * over a short secret would let a reader of the branch try values offline.
 */
function desiredDigest(files) {
    const facts = files.map((file) => [
        file.destination,
        file.owner,
        file.group,
        file.mode,
        (0,digest/* sha256 */.s)(file.shown),
        file.validate ?? null,
        file.after.map(encodeFollowUp),
    ]);
    return (0,digest/* sha256 */.s)(JSON.stringify(facts));
}

;// CONCATENATED MODULE: ./build/operations/configure/plan.js




/** Whether there is anything to do. */
function isNothingToDo(plan) {
    return plan.changes.length === 0 && plan.followUps.length === 0 && !plan.stampOnly;
}
/** Compares what is desired with what was found. Pure: the same arguments give the same plan, byte for byte. */
function planConfigure(files, sighting) {
    const changes = files.flatMap((file) => planFile(file, sighting.found.get(file.destination)));
    const interrupted = sighting.pending.flatMap((line) => parseFollowUp(line) ?? []);
    const followUps = orderFollowUps([...interrupted, ...changes.flatMap((change) => change.file.after)]);
    const validations = [...new Set(changes.flatMap((change) => change.file.validate ?? []))];
    const desired = desiredDigest(files);
    const upToDate = changes.length === 0 && followUps.length === 0;
    const plan = {
        desiredDigest: desired,
        changes,
        validations,
        followUps,
        stampOnly: upToDate && readStampDigest(sighting.stamp) !== desired,
    };
    return { ...plan, digest: digestOf(plan) };
}
/** What stands where a file should be and cannot be replaced by one. */
function planProblems(files, sighting) {
    return files.flatMap((file) => {
        const type = sighting.found.get(file.destination)?.stat?.type ?? 'file';
        if (type === 'file')
            return [];
        return [
            {
                message: `${file.destination}: a ${type === 'folder' ? 'folder' : 'device, socket or pipe'} is there, and Drover replaces only files`,
                reason: 'command-failed',
                at: file.from,
                hint: 'Choose another destination, or move away what is there.',
            },
        ];
    });
}
function planFile(file, found) {
    const target = found?.target ?? file.destination;
    if (found?.stat === undefined)
        return [{ file, action: 'create', target }];
    const seen = found.sha256 === undefined ? {} : { seenSha256: found.sha256 };
    if (found.sha256 !== (0,digest/* sha256 */.s)(file.bytes))
        return [{ file, action: 'replace', target, ...seen }];
    const { mode, owner, group } = found.stat;
    const isSame = mode === file.mode && owner === file.owner && group === file.group;
    return isSame ? [] : [{ file, action: 'set-mode', target, ...seen }];
}
function orderFollowUps(wanted) {
    const byKey = new Map(wanted.map((followUp) => [encodeFollowUp(followUp), followUp]));
    const kept = [...byKey.values()].filter((followUp) => followUp.kind !== 'reload' || !byKey.has(`restart ${followUp.unit}`));
    const isFirst = (followUp) => followUp.kind === 'daemon-reload';
    return [...kept.filter(isFirst), ...kept.filter((followUp) => !isFirst(followUp))];
}
/**
 * The hash of what was found is part of a plan, except for a file with secrets:
 * the digest is shown to people, and a short secret could be tried against it.
 */
function digestOf(plan) {
    const changes = plan.changes.map((change) => [
        change.target,
        change.action,
        change.file.owner,
        change.file.group,
        change.file.mode,
        (0,digest/* sha256 */.s)(change.file.shown),
        change.file.secrets.length > 0 ? null : (change.seenSha256 ?? null),
    ]);
    return (0,digest/* sha256 */.s)(JSON.stringify([
        plan.desiredDigest,
        changes,
        plan.validations,
        plan.followUps.map(encodeFollowUp),
        plan.stampOnly,
    ]));
}

// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(7291);
// EXTERNAL MODULE: ./build/recipes/capture.js
var capture = __webpack_require__(230);
// EXTERNAL MODULE: ./build/secrets/restore-placeholders.js
var restore_placeholders = __webpack_require__(8187);
;// CONCATENATED MODULE: ./build/operations/configure/show-plan.js






/** The plan as people read it: the shape of `outcome.data`, with a diff for each file whose content is not secret. */
async function showPlan(job, session, shown) {
    const { plan, secrets } = shown;
    const replaced = plan.changes.filter((change) => change.action === 'replace');
    const before = await readFound(job, session, replaced.map((change) => change.target));
    return {
        digest: plan.digest,
        changes: plan.changes.map((change) => {
            const diff = diffOf(change, before.get(change.target), secrets);
            return {
                path: change.file.destination,
                action: change.action,
                ...(diff === undefined ? {} : { diff: job.ports.clean(diff) }),
                after: change.file.after.map(encodeFollowUp),
            };
        }),
        followUps: plan.followUps.map(encodeFollowUp),
        stampOnly: plan.stampOnly,
    };
}
async function readFound(job, session, paths) {
    if (paths.length === 0)
        return new Map();
    return job.step('read what is to be replaced', async () => {
        const ended = await session.exec((0,capture/* captureCommand */.g_)(paths), { ...sessions/* lookLimits */.Q, maxBytes: 64 * 1024 * 1024 });
        const entries = await (0,tar/* unpackTar */.A)(ended.stdout);
        return new Map(entries.filter((entry) => entry.type === 'file').map((entry) => [entry.path, entry.bytes]));
    });
}
function diffOf(change, found, secrets) {
    const { file } = change;
    if (change.action === 'set-mode')
        return undefined;
    const old = found === undefined ? Buffer.alloc(0) : (0,restore_placeholders/* restorePlaceholders */.V)({ found, file: undefined, secrets });
    if (old === undefined || !isText(old) || !isText(file.shown))
        return undefined;
    return (0,create/* createTwoFilesPatch */.ss)(file.destination, file.destination, old.toString('utf8'), file.shown.toString('utf8'), 'found', 'desired', { context: 3 });
}
function isText(bytes) {
    return !bytes.includes(0) && Buffer.from(bytes.toString('utf8')).equals(bytes);
}

;// CONCATENATED MODULE: ./build/operations/configure/configure.js
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










const configure = (0,fleet_operation/* defineFleetOperation */.t)({
    records: (request) => !request.dryRun,
    prepare: async (ports, { survey, machines, request }) => {
        const desired = await (0,operations_desired/* renderMachines */.p)(ports, survey, machines);
        const { dryRun, planDigest } = request;
        return (job) => configureMachine(job, { survey, desired, dryRun, planDigest });
    },
});
const plan = (0,fleet_operation/* defineFleetOperation */.t)({
    records: () => false,
    prepare: async (ports, { survey, machines }) => {
        const desired = await (0,operations_desired/* renderMachines */.p)(ports, survey, machines);
        return (job) => configureMachine(job, { survey, desired, dryRun: true });
    },
});
/** Survey, plan, apply for one machine, over one connection. */
async function configureMachine(job, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine, ports } = job;
        const { files } = work.desired.of(machine.name);
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.f)(job, (0,survey/* identityOf */.cu)(work.survey, machine.name)), true);
        const sighting = await lookAt(job, session, files);
        (0,errors/* refuse */.TR)(planProblems(files, sighting));
        const planned = planConfigure(files, sighting);
        if (work.planDigest !== undefined && work.planDigest !== planned.digest)
            throw planChanged(job, planned);
        if (work.dryRun) {
            const data = await showPlan(job, session, { plan: planned, secrets: work.desired.secrets });
            return { ...describePlan(planned), data };
        }
        if (isNothingToDo(planned))
            return { ...upToDate, changes: healState(job, { work, planned }) };
        const stamp = {
            flock: work.survey.flock.name,
            machine: machine.name,
            config: work.survey.snapshot.commit,
            digest: planned.desiredDigest,
            run: ports.run,
            time: new Date(ports.clock.now()).toISOString(),
            files: files.map((file) => file.destination).sort(),
        };
        const done = await applyPlan(job, session, { plan: planned, stamp });
        return done.kind === 'changed' ? { ...done, changes: [stateChange(job, { work, planned, done })] } : done;
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
const upToDate = { kind: 'ok', reason: 'already-so', message: 'nothing to do' };
function describePlan(planned) {
    if (isNothingToDo(planned))
        return upToDate;
    const count = planned.changes.length;
    const what = planned.stampOnly
        ? 'only the stamp is to be written'
        : `${count} ${count === 1 ? 'file' : 'files'} to change`;
    return { kind: 'ok', reason: 'planned', message: what };
}
function planChanged({ machine }, planned) {
    return new errors/* DroverError */.F(`${machine.name}: the plan is now ${planned.digest}, not the one that was approved`, {
        reason: 'plan-changed',
        hint: `Look at it with "drover plan ${machine.name}" and approve it again. Nothing was changed.`,
    });
}
/** A run that was killed between the change and its record left the ledger behind: say now what holds. */
function healState(job, applied) {
    const known = applied.work.survey.snapshot.machines.get(job.machine.name)?.state;
    return known?.digest === applied.planned.desiredDigest ? [] : [stateChange(job, applied)];
}
function stateChange({ machine, ports }, { work, planned, done = upToDate }) {
    return {
        kind: 'put',
        path: (0,machine_files/* machinePath */.lg)(machine.name, 'state.json'),
        mode: '100644',
        bytes: Buffer.from((0,machine_files/* encodeState */.Md)({
            config: work.survey.snapshot.commit,
            digest: planned.desiredDigest,
            operation: 'configure',
            outcome: done.kind,
            reason: done.reason,
            run: ports.run,
            time: new Date(ports.clock.now()).toISOString(),
        })),
    };
}


/***/ }),

/***/ 219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   create: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _configure_configure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1615);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1642);
/* harmony import */ var _downloadconfig_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4310);
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8144);
/* harmony import */ var _fleet_operation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5167);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3500);
/* harmony import */ var _seen_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2820);







const create = (0,_fleet_operation_js__WEBPACK_IMPORTED_MODULE_4__/* .defineFleetOperation */ .t)({
    records: () => true,
    prepare: async (ports, { survey, machines }) => {
        const desired = await (0,_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .renderMachines */ .p)(ports, survey, machines);
        const seen = await (0,_seen_js__WEBPACK_IMPORTED_MODULE_6__/* .seenMachines */ .A)(ports, survey, machines);
        return (job) => createMachine(job, { survey, desired, seen });
    },
});
/**
 * One record for all three. What was reached before a failure is in that record
 * too: a machine that was made and could not be configured is pinned, and the
 * next `create` goes on from there.
 */
async function createMachine(job, work) {
    const { done, identity } = await (0,_provision_js__WEBPACK_IMPORTED_MODULE_5__.provisionMachine)(job, { ...work, dryRun: false });
    const survey = identity === undefined ? work.survey : withIdentity(work.survey, job.machine.name, identity);
    const parts = [done];
    for (const part of [
        () => (0,_configure_configure_js__WEBPACK_IMPORTED_MODULE_0__.configureMachine)(job, { survey, desired: work.desired, dryRun: false }),
        () => (0,_downloadconfig_js__WEBPACK_IMPORTED_MODULE_2__.captureMachine)(job, { survey, desired: work.desired }),
    ]) {
        if (!parts.every(isGood))
            break;
        parts.push(await (0,_fleet_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(job, part));
    }
    return merge(parts);
}
function isGood({ kind }) {
    return kind === 'ok' || kind === 'changed';
}
function merge(parts) {
    const changes = parts.flatMap((part) => part.changes ?? []);
    const bad = parts.find((part) => !isGood(part));
    if (bad !== undefined)
        return { ...bad, changes };
    const isChanged = parts.some((part) => part.kind === 'changed');
    return {
        kind: isChanged ? 'changed' : 'ok',
        reason: isChanged ? 'done' : 'already-so',
        message: parts.map((part) => part.message).join('; '),
        changes,
    };
}
/** The identity that was just made is not on the branch yet. */
function withIdentity(survey, name, identity) {
    const { snapshot } = survey;
    const machines = new Map(snapshot.machines);
    machines.set(name, { ...machines.get(name), identity });
    return { ...survey, snapshot: { ...snapshot, machines } };
}


/***/ }),

/***/ 4310:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  captureMachine: () => (/* binding */ captureMachine),
  downloadconfig: () => (/* binding */ downloadconfig)
});

// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(5245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
// EXTERNAL MODULE: ./build/recipes/capture.js
var capture = __webpack_require__(230);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(912);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(742);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(6895);
// EXTERNAL MODULE: ./build/secrets/restore-placeholders.js
var restore_placeholders = __webpack_require__(8187);
;// CONCATENATED MODULE: ./build/operations/capture.js




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
        const file = desired.files.find((wanted) => wanted.destination === path);
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

// EXTERNAL MODULE: ./build/operations/desired.js + 17 modules
var operations_desired = __webpack_require__(1642);
// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(5167);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(1134);
// EXTERNAL MODULE: ./build/operations/survey.js + 14 modules
var operations_survey = __webpack_require__(6406);
;// CONCATENATED MODULE: ./build/operations/downloadconfig.js
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









const downloadconfig = (0,fleet_operation/* defineFleetOperation */.t)({
    records: () => true,
    prepare: async (ports, { survey, machines }) => {
        const desired = await (0,operations_desired/* renderMachines */.p)(ports, survey, machines);
        return (job) => captureMachine(job, { survey, desired });
    },
});
/** Captures the found files of one machine. */
async function captureMachine(job, { survey, desired }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { machine } = job;
        const wanted = desired.of(machine.name);
        if (wanted.captures.length === 0) {
            return { kind: 'ok', reason: 'already-so', message: 'no manifest asks for a capture' };
        }
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.f)(job, (0,operations_survey/* identityOf */.cu)(survey, machine.name)), true);
        const paths = wanted.captures.map((capture) => capture.destination);
        const { entries, leftOut } = await job.step('capture', () => readPaths(session, paths));
        const capture = planCapture({
            machine: machine.name,
            entries,
            leftOut,
            desired: wanted,
            secrets: desired.secrets,
        });
        const count = `${capture.files} ${capture.files === 1 ? 'path' : 'paths'}`;
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
    const ended = await session.exec((0,capture/* captureCommand */.g_)(paths), {
        ...sessions/* lookLimits */.Q,
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
    return { entries: await (0,tar/* unpackTar */.A)(ended.stdout), leftOut: (0,capture/* parseLeftOut */.ne)(stderr) };
}


/***/ }),

/***/ 3500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   provision: () => (/* binding */ provision),
/* harmony export */   provisionMachine: () => (/* binding */ provisionMachine)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6895);
/* harmony import */ var _fleet_operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5167);
/* harmony import */ var _seen_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2820);




const provision = (0,_fleet_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .defineFleetOperation */ .t)({
    records: (request) => !request.dryRun,
    prepare: async (ports, { survey, machines, request }) => {
        const seen = await (0,_seen_js__WEBPACK_IMPORTED_MODULE_3__/* .seenMachines */ .A)(ports, survey, machines);
        return async (job) => (await provisionMachine(job, { survey, seen, dryRun: request.dryRun })).done;
    },
});
/** Makes or starts one machine and pins what its provider says of it. */
async function provisionMachine(job, work) {
    const { machine, ports } = job;
    const before = work.seen.get(machine.name);
    if (before?.presence === 'running')
        return { done: pin(job, work, before), identity: before.identity };
    const verb = before === undefined ? 'make' : 'start';
    if (work.dryRun)
        return { done: { kind: 'ok', reason: 'planned', message: `would ${verb} the machine` } };
    const provider = await ports.provider(machine.provider, work.survey.flock.name);
    const authorizedKey = await ports.publicKey();
    const seen = await job.step(verb, () => provider.launch({
        name: machine.name,
        authorizedKeys: [authorizedKey],
        user: machine.ssh.user,
        runId: ports.run.id,
        settings: machine.settings,
        onStep: (name) => job.stepStarted(name),
        ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }));
    const message = `${verb === 'make' ? 'made' : 'started'} at ${seen.identity.address}`;
    return {
        done: {
            kind: 'changed',
            reason: 'done',
            message,
            changes: [identityChange(machine.name, seen.identity)],
        },
        identity: seen.identity,
    };
}
/** The machine runs: the ledger learns of it if a run was killed before it could say so. */
function pin({ machine }, { survey, dryRun }, { identity }) {
    const known = survey.snapshot.machines.get(machine.name)?.identity;
    if ((0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(known, identity)) {
        return { kind: 'ok', reason: 'already-so', message: `runs at ${identity.address}` };
    }
    if (dryRun)
        return {
            kind: 'ok',
            reason: 'planned',
            message: `would pin the machine that runs at ${identity.address}`,
        };
    return {
        kind: 'changed',
        reason: 'done',
        message: `pinned the machine that runs at ${identity.address}`,
        changes: [identityChange(machine.name, identity)],
    };
}
function identityChange(name, identity) {
    return {
        kind: 'put',
        path: (0,_ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_1__/* .machinePath */ .lg)(name, 'machine.json'),
        mode: '100644',
        bytes: Buffer.from((0,_ledger_machine_files_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeIdentity */ .te)(identity)),
    };
}


/***/ }),

/***/ 2820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ seenMachines)
/* harmony export */ });
/** What the providers of these machines have, one question to each provider. */
async function seenMachines(ports, survey, machines) {
    const names = [...new Set(machines.map((machine) => machine.provider))];
    const lists = await Promise.all(names.map(async (name) => (await ports.provider(name, survey.flock.name)).list()));
    return new Map(lists.flat().map((seen) => [seen.name, seen]));
}


/***/ }),

/***/ 230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g_: () => (/* binding */ captureCommand),
/* harmony export */   ne: () => (/* binding */ parseLeftOut)
/* harmony export */ });
/* unused harmony export maxCapturedFileBytes */
/** Larger files are refused by name: git is no place for them. */
const maxCapturedFileBytes = 1024 * 1024;
/*
 * GNU tar of all that is there of the paths on standard input (one a line). A
 * path that is a link brings the file it leads to as well. Huge files, devices,
 * sockets and pipes stay out of the archive and are named on standard error as
 * `TYPE SIZE PATH`, NUL behind each. Status 1 of tar means that a file changed
 * while it was read: what came is what was read, and the next capture sees the rest.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
while IFS= read -r path; do
  if [ -L "$path" ]; then
    printf '%s\\0' "$path"
    real=$(readlink -f -- "$path") && [ -f "$real" ] && printf '%s\\0' "$real"
  elif [ -e "$path" ]; then printf '%s\\0' "$path"
  fi
done | xargs -0 -r sh -c 'find "$@" -xdev \\( -type d -o -type l -o -type f -size -${maxCapturedFileBytes + 1}c \\) -printf "%p\\0" -o -fprintf /dev/stderr "%y %s %p\\0"' drover |
  tar -c -f - --format=posix --hard-dereference --no-recursion -P --null -T -
[ "$?" -le 1 ]
`;
/** Answers with a tar archive on standard output. */
function captureCommand(paths) {
    return { argv: ['sh', '-c', script], stdin: paths.map((path) => `${path}\n`).join('') };
}
const kinds = {
    f: `is larger than ${maxCapturedFileBytes / 1024 / 1024} MiB`,
    b: 'is a block device',
    c: 'is a character device',
    p: 'is a named pipe',
    s: 'is a socket',
};
/** Reads what the capture named on standard error; anything else there is a warning of a program and no answer. */
function parseLeftOut(stderr) {
    return stderr.split('\0').flatMap((field) => {
        const [, type = '', path] = /^([a-zA-Z]) \d+ (\/.*)$/s.exec(field) ?? [];
        return path === undefined ? [] : [{ path, why: kinds[type] ?? 'is not a file' }];
    });
}


/***/ }),

/***/ 912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ unpackTar),
/* harmony export */   n: () => (/* binding */ packTar)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8321);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6118);



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
function typeOf(type) {
    if (type === 'file' || type === 'contiguous-file')
        return 'file';
    if (type === 'directory')
        return 'folder';
    if (type === 'symlink' || type === 'link')
        return 'link';
    return 'other';
}


/***/ }),

/***/ 8187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ restorePlaceholders)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6637);
/* harmony import */ var _encodings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9627);
/* harmony import */ var _matcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2512);




/**
 * A found file with each secret as its placeholder. Undefined when that is not
 * possible: the file is binary and holds a secret, or something is left over.
 * Then the file must not be kept. Bytes that hold no secret stay as they are.
 */
function restorePlaceholders({ found, file, secrets }) {
    if (file !== undefined && found.equals(file.bytes))
        return file.shown;
    // One character for each byte, so that what is not UTF-8 stays as it is.
    const text = found.toString('latin1');
    if (found.includes(0) || !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(found)) {
        return holdsSecret(text, (0,_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .makeMatcher */ .F)(patternsOf(secrets, 'binary'))) ? undefined : found;
    }
    const matcher = (0,_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .makeMatcher */ .F)(patternsOf(secrets, 'text'));
    const restored = matcher.replace(text);
    return holdsSecret(restored, matcher) ? undefined : Buffer.from(restored, 'latin1');
}
function patternsOf(secrets, kind) {
    const patterns = new Map();
    const add = (text, replacement) => {
        if (!patterns.has(text))
            patterns.set(text, { text, replacement });
    };
    for (const secret of secrets) {
        const own = latin1(Buffer.from((0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholder */ .q)(secret.name)));
        add(own, own);
        for (const { text, form } of (0,_encodings_js__WEBPACK_IMPORTED_MODULE_3__/* .listEncodings */ .l)(secret.reveal())) {
            const replacement = latin1(Buffer.from((0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholder */ .q)(secret.name, form)));
            // The placeholder itself stays, even where its words are some secret's value.
            add(replacement, replacement);
            add(latin1(Buffer.from(text)), replacement);
            if (kind === 'text')
                continue;
            const wide = Buffer.from(text, 'utf16le');
            add(latin1(wide), replacement);
            add(latin1(wide.swap16()), replacement);
        }
    }
    return patterns.values();
}
function latin1(bytes) {
    return bytes.toString('latin1');
}
function holdsSecret(text, matcher) {
    return matcher
        .find(text)
        .some(({ patterns }) => patterns.some((pattern) => pattern.text !== pattern.replacement));
}


/***/ })

};
