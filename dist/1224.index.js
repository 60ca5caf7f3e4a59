export const id = 1224;
export const ids = [1224];
export const modules = {

/***/ 1224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  withMachineReady: () => (/* binding */ withMachineReady)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/recipes/artifacts/artifact-place.js
var artifact_place = __webpack_require__(58570);
// EXTERNAL MODULE: ./build/operations/answer-of.js
var answer_of = __webpack_require__(67991);
// EXTERNAL MODULE: ./build/operations/artifacts/find-artifact.js
var find_artifact = __webpack_require__(32027);
;// CONCATENATED MODULE: ./build/operations/artifacts/prepare-artifacts.js






/**
 * Puts every wanted version on the machine, ready to be switched to; nothing is switched. Asks the machine
 * nothing when all are present, and sends a version only to a machine that has it not. Throws, among what
 * `ArtifactSource` throws, `missing-file`, `artifact-differs`, `disk-full`, `connection-lost`.
 */
async function prepareArtifacts(job, { session, wanted, tree, present }) {
    const unknown = wanted.filter((entry) => !present.has((0,artifact_place/* artifactPlace */.ge)(entry).path));
    if (unknown.length === 0)
        return;
    const there = await settle(job, session, unknown);
    for (const entry of unknown.filter((_entry, at) => !there.has(at))) {
        await job.step(`send ${(0,artifact_place/* artifactPlace */.ge)(entry).label}`, async () => {
            await send(job, session, { entry, bytes: await bytesOf(job, entry, tree) });
        });
    }
}
async function settle(job, session, wanted) {
    const subject = `${job.machine.name}: look at artifacts`;
    const answer = await (0,answer_of/* answerOf */.u)(session, {
        command: (0,artifact_place/* settleArtifacts */.No)(wanted.map((entry) => ({ ...entry, place: (0,artifact_place/* artifactPlace */.ge)(entry) }))),
        subject,
        hint: 'Ensure that the owner and group of each artifact exist on the machine.',
        signal: job.ports.signal,
    });
    const there = (0,artifact_place/* parseSettled */.$x)(answer);
    if (there !== undefined)
        return there;
    throw new errors/* DroverError */.F(`${subject}: the answer of the machine is not whole`, {
        reason: 'connection-lost',
        hint: 'Run the operation again.',
    });
}
async function bytesOf({ ports }, entry, tree) {
    const origin = (0,find_artifact/* findArtifact */.K)(entry, tree);
    if (!('kind' in origin))
        throw new errors/* InputError */.dz([origin]);
    if (origin.kind === 'bytes')
        return origin.bytes;
    const { path } = origin.kind === 'url'
        ? await ports.artifacts.download({ url: origin.url, sha256: entry.sha256 })
        : await ports.artifacts.fromLfs(origin.pointer);
    return await (0,promises_.readFile)(path);
}
/** A machine behind a slow line takes its time; what is larger may take longer. */
const slowestBytesPerMs = 50;
async function send({ machine, ports }, session, { entry, bytes }) {
    const ended = await session.exec((0,artifact_place/* receiveArtifact */.MR)({ ...entry, place: (0,artifact_place/* artifactPlace */.ge)(entry), bytes }), {
        timeoutMs: 120_000 + bytes.length / slowestBytesPerMs,
        ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    });
    if ((0,command/* succeeded */.g)(ended))
        return;
    const why = ended.stderr.toString('utf8').trim().slice(-300);
    const { reason, hint } = failures.get(ended.code ?? -1) ?? other;
    throw new errors/* DroverError */.F(`${machine.name}: artifact "${entry.name}" could not be put on the machine: ${why || (0,command/* describeEnd */.l)(ended)}`, { reason: ended.signal === null ? reason : 'killed', hint });
}
const other = {
    reason: 'command-failed',
    hint: 'Ensure that the owner and group of the artifact exist on the machine.',
};
const failures = new Map([
    [artifact_place/* receiveStatus */.a_.diskFull, { reason: 'disk-full', hint: 'Make room on the machine.' }],
    [artifact_place/* receiveStatus */.a_.differs, { reason: 'connection-lost', hint: 'Run the operation again.' }],
]);

// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/recipes/baseline/baseline-script.js
var baseline_script = __webpack_require__(79011);
// EXTERNAL MODULE: ./build/recipes/baseline/read-events.js
var read_events = __webpack_require__(60272);
// EXTERNAL MODULE: ./build/recipes/baseline/role-ends.js
var role_ends = __webpack_require__(99727);
// EXTERNAL MODULE: ./build/render/baseline/baseline-archive.js
var baseline_archive = __webpack_require__(50393);
// EXTERNAL MODULE: ./build/operations/run-transient.js + 4 modules
var run_transient = __webpack_require__(28625);
;// CONCATENATED MODULE: ./build/operations/baseline/run-baseline.js







/** Past what a slow mirror and many packages take. */
const timeoutSeconds = 60 * 60;
const lockWaitSeconds = 10 * 60;
/**
 * Runs the pending roles on the machine, each told as a step. Throws `baseline-failed` with the task that
 * failed, and what `runTransient` throws.
 */
async function runBaseline(job, { session, identity, baseline, plan }) {
    const reader = (0,read_events/* readBaselineEvents */.h)({
        onStart: ({ role = role_ends/* outsideRoles */.DV, task }) => job.stepStarted(`baseline ${role}: ${task}`),
    });
    const { code, isLinkLost } = await (0,run_transient/* runTransient */.W)(job, { session, identity }, {
        kind: 'baseline',
        key: (0,digest/* sha256 */.s)(JSON.stringify([plan.digest, plan.pending])),
        script: (0,baseline_script/* baselineScript */.XV)(baseline.roles),
        files: (0,baseline_archive/* baselineArchive */.e)(baseline, plan.pending),
        timeoutSeconds,
        lockWaitSeconds,
        onLine: reader.line,
    });
    const report = reader.result();
    const roles = (0,role_ends/* roleEnds */.v4)(report);
    for (const role of roles)
        job.stepDone(stepOf(role, report));
    if (code === 0 && report.isWhole)
        return { roles, isLinkLost };
    throw failure(report, code);
}
function stepOf({ role, tasks, changed, hasFailed, seconds }, { failure: failed }) {
    const detail = [
        ...changed.map(({ task }) => `changed: ${task}`),
        ...(hasFailed && failed !== undefined ? [`failed: ${failed.task}: ${failed.message}`] : []),
    ];
    return {
        name: `baseline ${role} (${tasks} ${tasks === 1 ? 'task' : 'tasks'}, ${changed.length} changed)`,
        status: hasFailed ? 'failed' : changed.length > 0 ? 'changed' : 'ok',
        durationMs: Math.round(seconds * 1000),
        ...(detail.length === 0 ? {} : { detail: detail.join('\n') }),
    };
}
function failure({ failure: failed, said, unfinished }, code) {
    const where = unfinished === undefined ? '' : ` in task "${unfinished.task}"`;
    const last = said.at(-1);
    const why = failed === undefined
        ? `exited with ${code}${where}${last === undefined ? '' : `: ${last}`}`
        : `${failed.role === undefined ? '' : `role ${failed.role}, `}task "${failed.task}" failed: ${failed.message}`;
    return new errors/* DroverError */.F(`baseline: ${why}`, {
        reason: 'baseline-failed',
        hint: 'Roles can be run again: mend what the task names and run the operation again. No file of a manifest and no code was changed.',
    });
}

// EXTERNAL MODULE: ./build/recipes/code/release.js
var code_release = __webpack_require__(89313);
;// CONCATENATED MODULE: ./build/recipes/code/look-at-releases.js


const script = String.raw `set -u
LC_ALL=C; export LC_ALL
at=0
for releases; do
  for mark in "$releases"/*.done; do
    [ ! -f "$mark" ] || [ ! -d "${'$'}{mark%.done}" ] || printf 'done %s %s\n' "$at" "$(basename -- "$mark" .done)"
  done
  if [ -d "$releases/git" ] && command -v git >/dev/null; then
    git --git-dir="$releases/git" for-each-ref --format="have $at %(objectname)" refs/drover/
  fi
  at=$((at + 1))
done
echo end`;
/** Asks for the releases of the code at each of these paths. */
function lookAtReleases(paths) {
    return { argv: ['sh', '-c', script, 'drover', ...paths.map(code_release/* releasesFolder */.J)] };
}
/** In the order of the paths. Throws `connection-lost` when the answer is not whole; what is no answer of ours is passed over. */
function parseReleases(answer, paths) {
    const lines = answer.split('\n');
    if (lines.at(-2) !== 'end') {
        throw new errors/* DroverError */.F('look at releases: the answer of the machine is not whole', {
            reason: 'connection-lost',
            hint: 'Run the operation again.',
        });
    }
    return paths.map((path, at) => {
        const told = (pattern) => lines.flatMap((line) => {
            const [, index, word] = pattern.exec(line) ?? [];
            return index === String(at) && word !== undefined ? [word] : [];
        });
        return {
            done: told(/^done (\d+) ([0-9a-f]{12}-[0-9a-f]{8})$/).map((name) => `${(0,code_release/* releasesFolder */.J)(path)}/${name}`),
            have: told(/^have (\d+) ([0-9a-f]{40})$/),
        };
    });
}

// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
;// CONCATENATED MODULE: ./build/recipes/code/release-script.js
/** How the work ends other than well; the reason that each is told as is in `prepareCode`. */
const codeStatus = {
    unreachable: 20,
    missing: 21,
    build: 22,
    diskFull: 23,
    noGit: 24,
    other: 25,
};
/**
 * Makes releases. bash, git, GNU coreutils, util-linux. What a program prints begins with `| `, so that
 * no output can pass for a line of ours; the line `failed …` is the last and says why.
 *
 * A release is done when `RELEASE.done` is there, which is written last; one that is not done is removed
 * and made anew, so this may be cut off anywhere.
 */
const releaseScript = String.raw `
set -u
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export PATH
umask 022
files=$PWD; full=/run/drover/code-full; release=
export GIT_TERMINAL_PROMPT=0 GIT_ASKPASS= GIT_ALLOW_PROTOCOL=file:http:https:ssh
export GIT_SSH_COMMAND='ssh -o BatchMode=yes -o ConnectTimeout=30 -o ServerAliveInterval=15'
say() { printf '%s\n' "$*"; }

# Shows what a command prints, without empty lines: one is added for output that ends without a line feed.
# A child that it leaves behind keeps its output open: that is not waited for.
shown() {
  exec 6> >(exec sed -u -e '/^$/d' -e "/No space left on device/w $full" -e 's/^/| /'); reader=$!
  "$@" </dev/null >&6 2>&1 6>&-
  shown_status=$?
  printf '\n' >&6; exec 6>&-
  for tick in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    kill -0 "$reader" 2>/dev/null || break
    sleep 0.05
  done
  kill "$reader" 2>/dev/null
  return "$shown_status"
}
is_full() {
  [ ! -s "$full" ] || return 0
  left=$(df -k --output=avail -- "$releases" 2>/dev/null | tail -n 1) && [ "${'$'}{left:-9999}" -lt 1024 ]
}
# $1 status, then why.
fail() {
  status=$1; shift
  if is_full; then status=${codeStatus.diskFull}; set -- "$name: the disk that holds $releases is full"; fi
  [ -z "$release" ] || rm -rf -- "$release" "$release.done.new"
  rm -f -- "$full"
  say "failed $*"
  exit "$status"
}

need_git() {
  ! command -v git >/dev/null || return 0
  say "git is not installed here: installing it"
  command -v apt-get >/dev/null || fail ${codeStatus.noGit} "git is not installed, and there is no apt-get to install it with"
  install_git || { shown apt-get -q update && install_git; } || fail ${codeStatus.noGit} "git is not installed, and apt-get could not install it"
}
install_git() {
  DEBIAN_FRONTEND=noninteractive shown apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends git ca-certificates
}

in_repository() { git --git-dir="$repository" -c core.hooksPath=/dev/null "$@"; }
has_commit() { in_repository cat-file -e "$1^{commit}" 2>/dev/null; }
hold_commit() { has_commit "$commit" && in_repository update-ref "$held" "$commit"; }
# What a git that was killed leaves would stop the next one; the lock of the machine is ours.
open_repository() {
  [ ! -d "$repository" ] || chown root:root "$repository"
  shown git -c init.defaultBranch=main init --quiet --bare --template= "$repository" || fail ${codeStatus.other} "$name: $repository cannot be made"
  find "$repository" -name '*.lock' -type f -delete
  find "$repository/objects/pack" -name 'tmp_*' -type f -delete
  in_repository config core.fsync all
  in_repository config fetch.unpackLimit 1
  in_repository config maintenance.auto false
  in_repository config gc.auto 0
  in_repository config http.lowSpeedLimit 1
  in_repository config http.lowSpeedTime 60
}
fetch() { shown in_repository fetch --quiet --no-tags --no-recurse-submodules --no-write-fetch-head "$@"; }
get_commit() {
  open_repository
  if [ "$via" = push ]; then receive_commit; else clone_commit; fi
}
receive_commit() {
  if [ "$bundle" = - ]; then
    hold_commit || fail ${codeStatus.missing} "$name: commit $commit was here and is not here any more: run the operation again"
    return
  fi
  fetch "$files/$bundle" "+$held:$held" || fail ${codeStatus.other} "$name: the commits that were sent cannot be taken in"
  rm -f -- "$files/$bundle"
}
clone_commit() {
  for pause in 3 10 0; do
    fetch "$url" "+$commit:$held" && return
    # A server that gives no commit by its id may have it below a branch or tag.
    if fetch "$url" '+refs/heads/*:refs/heads/*' '+refs/tags/*:refs/tags/*'; then
      hold_commit && return
      fail ${codeStatus.missing} "$name: commit $commit is not in $url"
    fi
    ! is_full || break
    [ "$pause" -eq 0 ] || { say "$name: trying again in $pause s"; sleep "$pause"; }
  done
  fail ${codeStatus.unreachable} "$name: $url cannot be read from here"
}

# Runs a program in the release as its owner, with an environment of its own.
as_owner() (
  cd -- "$release" && exec setpriv --reuid "$owner" --regid "$group" --init-groups -- \
    env -i HOME="$home" USER="$owner" LOGNAME="$owner" SHELL=/bin/bash PATH="$PATH" LANG=C.UTF-8 \
    GIT_TERMINAL_PROMPT=0 GIT_ASKPASS= \
    DROVER_CODE="$name" DROVER_COMMIT="$commit" DROVER_REVISION="$revision" DROVER_PATH="$path" "$@"
)
find_owner() {
  entry=$(getent passwd -- "$owner") || fail ${codeStatus.other} "$name: there is no user \"$owner\" on the machine: a role of the baseline can make it"
  getent group -- "$group" >/dev/null || fail ${codeStatus.other} "$name: there is no group \"$group\" on the machine: a role of the baseline can make it"
  home=$(printf '%s' "$entry" | cut -d : -f 6)
  [ ! -d "$home" ] || return 0
  # Tools want to keep something there.
  home=$releases/home
  mkdir -p -m 0700 -- "$home" && chown "$owner:$group" "$home"
}
# Its objects are those of the repository beside it, so a release costs little more than its files.
check_out() {
  mkdir -- "$release" && chown "$owner:$group" "$release" &&
    shown as_owner git -c init.defaultBranch=main init --quiet --template= . &&
    as_owner sh -c 'mkdir -p .git/objects/info && printf "%s\n" "$1" >.git/objects/info/alternates' sh "$repository/objects" &&
    as_owner git config remote.origin.url "$url" &&
    shown as_owner git -c core.hooksPath=/dev/null -c advice.detachedHead=false checkout --quiet --detach "$commit" ||
    fail ${codeStatus.other} "$name: commit $commit cannot be checked out"
}
# What lives on lies beside the releases. The first release that has something there gives it; a name
# without a dot that nobody has yet is a folder, one with a dot is left to who writes the file.
share() {
  as_owner bash -c '
    shared=$1/$2; own=$2
    is_there() { [ -e "$1" ] || [ -L "$1" ]; }
    case $2 in */*) mkdir -p -- "${'$'}{shared%/*}" "${'$'}{own%/*}" || exit 1 ;; esac
    if is_there "$own"; then
      if is_there "$shared"; then rm -rf -- "$own"; else mv -T -- "$own" "$shared"; fi || exit 1
    elif ! is_there "$shared"; then
      case ${'$'}{own##*/} in *.*) ;; *) mkdir -- "$shared" || exit 1 ;; esac
    fi
    ln -s -T -- "$shared" "$own"' bash "$path.shared" "$1"
}
link_shared() {
  [ "${'$'}{#shared[@]}" -gt 0 ] || return 0
  [ -d "$path.shared" ] || { mkdir -- "$path.shared" && chown "$owner:$group" "$path.shared"; } || fail ${codeStatus.other} "$name: $path.shared cannot be made"
  for each in "${'$'}{shared[@]}"; do
    shown share "$each" || fail ${codeStatus.other} "$name: \"$each\" cannot be shared"
  done
}
run_builds() {
  for each in ${'$'}{build[@]+"${'$'}{build[@]}"}; do
    say "$name: build: $each"
    started=$SECONDS
    shown as_owner bash -c "$each"
    built=$?
    [ "$built" -eq 0 ] || fail ${codeStatus.build} "$name: build: \"$each\" exited with $built"
    say "$name: that took $((SECONDS - started)) s"
  done
}

# Of the arrays shared and build, and: name path url via commit release owner group bundle revision.
make_release() {
  name=$1 path=$2 url=$3 via=$4 commit=$5 release=$6 owner=$7 group=$8 bundle=$9 revision=${'$'}{10}
  releases=$path.releases; repository=$releases/git; held=refs/drover/$commit
  if [ -f "$release.done" ] && [ -d "$release" ]; then say "$name: $release is there"; return; fi
  mkdir -p -- /run/drover "$releases" || fail ${codeStatus.other} "$name: $releases cannot be made"
  rm -f -- "$full"
  find_owner
  need_git
  rm -rf -- "$release" "$release.done" "$release.done.new"
  say "$name: getting commit $commit"
  get_commit
  say "$name: making $release"
  check_out
  link_shared
  run_builds
  printf '%s\n' "$commit" >"$release.done.new" && sync -f -- "$release" && mv -T -f -- "$release.done.new" "$release.done" && sync -- "$releases" ||
    fail ${codeStatus.other} "$name: $release cannot be finished"
  say "$name: $release is done"
}
`;

;// CONCATENATED MODULE: ./build/recipes/code/prepare-release.js



/** A bash script that makes these releases one after another, and leaves those alone that are done. */
function prepareScript(works) {
    return [releaseScript, ...works.map(workLines)].join('\n');
}
function workLines({ entry, commit, bundle = '-' }) {
    const { name, path, url, via, owner, group, revision, build, shared } = entry;
    const release = (0,code_release/* releaseOf */.l)(entry, commit).path;
    const words = [name, path, url, via, commit, release, owner, group, bundle, revision];
    return [
        `build=(${build.map(quote/* quoteWord */.XW).join(' ')})`,
        `shared=(${shared.map(quote/* quoteWord */.XW).join(' ')})`,
        (0,quote/* quoteCommand */.ch)(['make_release', ...words]),
        '',
    ].join('\n');
}
function parseReleaseLine(line) {
    if (line.startsWith('| '))
        return { kind: 'output', line: line.slice(2) };
    if (line.startsWith('failed '))
        return { kind: 'failed', why: line.slice('failed '.length) };
    return { kind: 'step', line };
}

// EXTERNAL MODULE: ./build/operations/code/resolve-code.js
var resolve_code = __webpack_require__(9127);
;// CONCATENATED MODULE: ./build/operations/code/prepare-code.js










const prepare_code_timeoutSeconds = 3600;
const prepare_code_lockWaitSeconds = 900;
/** What is sent to a machine is held in memory as a whole. */
const mostBytes = 512 * 1024 * 1024;
/**
 * Makes every wanted release on the machine, ready to be switched to; nothing is switched. Asks the
 * machine nothing when all are present. Throws, among what `runTransient` throws, `build-failed`,
 * `code-unreachable`, `commit-missing`, `disk-full`, `too-large`, `missing-secret`.
 */
async function prepareCode(job, { session, identity, wanted, present }) {
    const pathOf = ({ entry, commit }) => (0,code_release/* releaseOf */.l)(entry, commit).path;
    const unknown = wanted.filter((code) => !present.has(pathOf(code)));
    if (unknown.length === 0)
        return { isLinkLost: false };
    const seen = await look(job, session, unknown);
    const lacking = unknown.flatMap((code, at) => {
        const { done, have } = seen[at] ?? { done: [], have: [] };
        return done.includes(pathOf(code)) ? [] : [{ ...code, have }];
    });
    if (lacking.length === 0)
        return { isLinkLost: false };
    const labels = lacking.map(({ entry, commit }) => (0,code_release/* releaseOf */.l)(entry, commit).label).join(', ');
    return await job.step(`make ready ${labels}`, async () => {
        const { works, files } = await gather(job, lacking);
        return await make(job, { session, identity, works, files });
    });
}
async function look(job, session, wanted) {
    const paths = wanted.map(({ entry }) => entry.path);
    const answer = await (0,answer_of/* answerOf */.u)(session, {
        command: lookAtReleases(paths),
        subject: `${job.machine.name}: look at releases`,
        hint: 'Run the operation again.',
        signal: job.ports.signal,
    });
    return parseReleases(answer, paths);
}
/** What is pushed: the commits that the machine lacks, in a file for each code. */
async function gather(job, lacking) {
    const { ports } = job;
    const works = [];
    const bundles = [];
    for (const { entry, commit, have } of lacking) {
        const credentials = (0,resolve_code/* credentialsOf */.Y)(ports, entry);
        const bundle = entry.via === 'push'
            ? await ports.code.bundle({ url: entry.url, commit, credentials, have })
            : undefined;
        const name = `${works.length}.bundle`;
        works.push({ entry, commit, ...(bundle === undefined ? {} : { bundle: name }) });
        if (bundle !== undefined)
            bundles.push({ name, ...bundle });
    }
    const total = bundles.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total > mostBytes)
        throw tooLarge(job, total);
    const files = [];
    for (const { name, path } of bundles)
        files.push({ path: name, mode: 0o600, bytes: await (0,promises_.readFile)(path) });
    return { works, files };
}
function tooLarge({ machine }, bytes) {
    const mebibytes = (size) => `${Math.ceil(size / 1024 / 1024)} MiB`;
    return new errors/* DroverError */.F(`${machine.name}: the commits that it lacks are ${mebibytes(bytes)}, and at most ${mebibytes(mostBytes)} can be sent`, {
        reason: 'too-large',
        hint: 'Let the machine fetch the code by itself ("via: clone"), or keep large files out of its history.',
    });
}
async function make(job, { session, identity, works, files }) {
    const script = prepareScript(works);
    let why;
    const { code, isLinkLost } = await (0,run_transient/* runTransient */.W)(job, { session, identity }, {
        kind: 'code',
        // Without what names the files: whoever wants the same releases joins, whatever it would have sent.
        key: (0,digest/* sha256 */.s)(prepareScript(works.map(({ entry, commit }) => ({ entry, commit })))).slice(0, 32),
        script,
        files,
        timeoutSeconds: prepare_code_timeoutSeconds,
        lockWaitSeconds: prepare_code_lockWaitSeconds,
        onLine: (line) => {
            const told = parseReleaseLine(line);
            if (told.kind === 'failed')
                why = told.why;
            else
                job.output(told.line, 'stdout');
        },
    });
    if (code === 0)
        return { isLinkLost };
    const { reason, hint } = prepare_code_failures.get(code) ?? prepare_code_other;
    throw new errors/* DroverError */.F(`${job.machine.name}: ${why ?? `the making of releases exited with ${code}`}`, {
        reason,
        hint: `${hint} What is current on the machine was not touched.`,
    });
}
const prepare_code_other = { reason: 'command-failed', hint: 'The lines above say more.' };
const prepare_code_failures = new Map([
    [
        codeStatus.unreachable,
        {
            reason: 'code-unreachable',
            hint: 'Ensure that the machine can reach the repository without a password, or let the runner send the code ("via: push").',
        },
    ],
    [codeStatus.missing, { reason: 'commit-missing', hint: 'Ensure that the commit was pushed.' }],
    [codeStatus.build, { reason: 'build-failed', hint: 'The lines above are what it printed.' }],
    [codeStatus.diskFull, { reason: 'disk-full', hint: 'Make room on the machine.' }],
    [codeStatus.noGit, { reason: 'missing-tool', hint: 'Install git on the machine.' }],
]);

// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/configure/relocate.js
var relocate = __webpack_require__(75225);
;// CONCATENATED MODULE: ./build/operations/configure/make-ready.js
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





/** How long a machine that was at long work may take to answer again. */
const reopenMs = 60_000;
/**
 * All that is slow and touches nothing that serves: runs the pending roles, makes releases of code, puts artifacts
 * there. What is done already is not done again. Then hands a session to `next`: the link may have been lost meanwhile.
 */
async function withMachineReady(job, work, next) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { identity, wanted, plan, tree } = work;
        const link = keepSession(job, { session: work.session, identity });
        const _link = __addDisposableResource(env_1, link, true);
        const ran = await runRoles(job, work, link);
        const present = presentOf(work);
        if (plan.links.length > 0) {
            const { isLinkLost } = await prepareCode(job, {
                session: link.session(),
                identity,
                wanted: wanted.code,
                present,
            });
            if (isLinkLost)
                await link.renew();
            await prepareArtifacts(job, { session: link.session(), wanted: wanted.artifacts, tree, present });
        }
        return await next(link.session(), ran === undefined ? {} : { ran });
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
async function runRoles(job, { identity, wanted: { baseline }, plan: { pending, baselineDigest } }, link) {
    if (baseline === undefined || baselineDigest === undefined || pending.length === 0)
        return undefined;
    const plan = { pending, digest: baselineDigest };
    const { roles, isLinkLost } = await runBaseline(job, { session: link.session(), identity, baseline, plan });
    if (isLinkLost)
        await link.renew();
    return roles;
}
/** What links lead to now: it is there, and whole. */
function presentOf({ wanted: { links }, sighting }) {
    return new Set(links.flatMap(({ path, to }) => {
        const found = sighting.found.get((0,relocate/* relocate */.sU)(path, links));
        return found?.link === to && found.isDangling !== true ? [to] : [];
    }));
}
function keepSession(job, { session: first, identity }) {
    let renewed;
    return {
        session: () => renewed ?? first,
        renew: async () => {
            await renewed?.close();
            renewed = await (0,sessions/* reopenSession */.aQ)(job, identity, reopenMs);
        },
        [Symbol.asyncDispose]: async () => renewed?.close(),
    };
}


/***/ }),

/***/ 79011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XV: () => (/* binding */ baselineScript),
/* harmony export */   _: () => (/* binding */ notThere),
/* harmony export */   ln: () => (/* binding */ baselineCheckCommand)
/* harmony export */ });
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73636);
/* harmony import */ var _transaction_places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24039);


/**
 * Runs the playbook that was sent along on the machine itself, in the folder where it was unpacked
 * (`playbook.yml`, `inventory`, `roles/` …), and then notes which roles the machine has: all that are
 * wanted, not only those that ran. Prints the lines of the callback `drover`, and what apt says.
 */
function baselineScript(wanted) {
    const lines = wanted.map(({ name, digest }) => `${name} ${digest}\n`).join('');
    return `${installAnsible}
${playbook} || exit
printf %s ${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteWord */ .XW)(lines)} >${_transaction_places_js__WEBPACK_IMPORTED_MODULE_1__/* .places */ .zn.baseline}.new && sync ${_transaction_places_js__WEBPACK_IMPORTED_MODULE_1__/* .places */ .zn.baseline}.new && mv -T -f ${_transaction_places_js__WEBPACK_IMPORTED_MODULE_1__/* .places */ .zn.baseline}.new ${_transaction_places_js__WEBPACK_IMPORTED_MODULE_1__/* .places */ .zn.baseline}
`;
}
/** Exit status when Ansible is not there. */
const notThere = 4;
/** Receives the archive and shows what the playbook would change; installs nothing, notes nothing, leaves nothing. */
const baselineCheckCommand = {
    argv: [
        'bash',
        '-c',
        `command -v ansible-playbook >/dev/null || exit ${notThere}
umask 077
folder=$(mktemp -d) && trap 'rm -rf -- "$folder"' EXIT && tar -x -f - -C "$folder" && cd "$folder" || exit
${playbookCommand('--check --diff')} </dev/null`,
    ],
};
/** `ansible-core` is all of Ansible that the roles need; it is in the archives of every system that is served. */
const installAnsible = `set -u
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
if ! command -v ansible-playbook >/dev/null; then
  echo 'installing ansible-core'
  if command -v apt-get >/dev/null; then
    apt-get -q -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 update &&
      apt-get -q -y -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 --no-install-recommends install ansible-core python3-apt
  elif command -v dnf >/dev/null; then
    dnf -y install ansible-core
  else
    echo 'ansible-core cannot be installed: neither apt-get nor dnf is there'
    exit 3
  fi || { echo 'ansible-core could not be installed'; exit 3; }
fi`;
const playbook = playbookCommand('');
function playbookCommand(flags) {
    return `ANSIBLE_CALLBACK_PLUGINS="$PWD/callback_plugins" ANSIBLE_STDOUT_CALLBACK=drover ANSIBLE_NOCOLOR=1 \\
ANSIBLE_ROLES_PATH="$PWD/roles" ANSIBLE_LOCAL_TEMP="$PWD/tmp" ANSIBLE_REMOTE_TEMP="$PWD/tmp" ANSIBLE_RETRY_FILES_ENABLED=0 ANSIBLE_FORCE_HANDLERS=1 \\
ANSIBLE_DEPRECATION_WARNINGS=0 ANSIBLE_LOCALHOST_WARNING=0 ANSIBLE_INVENTORY_UNPARSED_WARNING=0 PYTHONDONTWRITEBYTECODE=1 \\
ANSIBLE_PYTHON_INTERPRETER=/usr/bin/python3 LC_ALL=C.UTF-8 ansible-playbook -i inventory ${flags} playbook.yml`;
}


/***/ }),

/***/ 60272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readBaselineEvents)
/* harmony export */ });
const statuses = ['ok', 'changed', 'failed', 'skipped', 'unreachable'];
/** Reads what ansible/callback_plugins/drover.py prints, whose docstring is the protocol, line by line as it comes. */
function readBaselineEvents(listener = {}) {
    const tasks = [];
    const said = [];
    let items = [];
    let unfinished;
    let failures;
    const finish = (event) => {
        const outcome = parseTask(event, items);
        items = [];
        unfinished = undefined;
        tasks.push(outcome);
        listener.onTask?.(outcome);
    };
    const take = {
        begin: () => undefined,
        start: (event) => {
            items = [];
            unfinished = parseName(event);
            listener.onStart?.(unfinished);
        },
        task: (event) => {
            if (event.item === undefined)
                finish(event);
            else
                items.push(parseItem(event));
        },
        end: ({ failed, unreachable }) => {
            failures = numberOf(failed) + numberOf(unreachable);
        },
    };
    return {
        line(text) {
            const event = parseEvent(text);
            const name = textOf(event?.event) ?? '';
            if (event !== undefined && Object.hasOwn(take, name))
                take[name]?.(event);
            else if (text.trim() !== '')
                said.push(text);
        },
        result: () => {
            const failed = failures === 0 ? undefined : tasks.find(isFailure);
            return {
                tasks,
                said,
                isWhole: failures !== undefined,
                ...(unfinished === undefined ? {} : { unfinished }),
                ...(failed === undefined ? {} : { failure: failureOf(failed) }),
            };
        },
    };
}
function isFailure({ status, isIgnored }) {
    return (status === 'failed' || status === 'unreachable') && !isIgnored;
}
function failureOf({ role, task, message, items }) {
    // Of a loop Ansible says only that an item failed: the item says why.
    const item = items.find(({ status }) => status === 'failed');
    const why = item?.message ?? message ?? 'failed without a message';
    const of = item === undefined || item.item === '' ? '' : `"${item.item}": `;
    return { ...(role === undefined ? {} : { role }), task, message: `${of}${why}` };
}
function parseEvent(text) {
    if (!text.startsWith('{'))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch (error) {
        // A program that a task runs may print what begins like one, and a line may be cut off.
        if (error instanceof SyntaxError)
            return undefined;
        throw error;
    }
}
function parseName({ role, task }) {
    return { ...(typeof role === 'string' ? { role } : {}), task: textOf(task) ?? '' };
}
function parseTask(event, items) {
    return {
        ...parseName(event),
        isHandler: event.handler === true,
        status: statusOf(event.status),
        seconds: numberOf(event.seconds),
        isIgnored: event.ignored === true,
        ...parseDetails(event),
        items,
    };
}
function parseItem(event) {
    return { item: textOf(event.item) ?? '', status: statusOf(event.status), ...parseDetails(event) };
}
function parseDetails(event) {
    const diff = textOf(event.diff);
    const message = messageOf(event);
    return { ...(message === undefined ? {} : { message }), ...(diff === undefined ? {} : { diff }) };
}
/** The message, and the end of what the program said: "non-zero return code" alone helps nobody. */
function messageOf({ msg, stderr, stdout, censored }) {
    if (censored === true)
        return 'what it did is not told, because secrets are in it';
    const said = lastLines(textOf(stderr) ?? '') || lastLines(textOf(stdout) ?? '');
    const message = textOf(msg) ?? '';
    const parts = [message.trim(), message.includes(said) ? '' : said].filter((part) => part !== '');
    return parts.length === 0 ? undefined : parts.join(': ');
}
function lastLines(text) {
    return text.trim().split('\n').slice(-5).join('\n');
}
/** A status that we do not know is none of success. */
function statusOf(value) {
    return statuses.find((status) => status === value) ?? 'failed';
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}
function numberOf(value) {
    return typeof value === 'number' ? value : 0;
}


/***/ }),

/***/ 50393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ baselineArchive)
/* harmony export */ });
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73730);

/**
 * The folder in which `ansible-playbook -i inventory playbook.yml` runs the pending roles.
 *
 * Variables are those of the host, not extra ones (`-e`): extra variables beat everything, so that a role
 * could not set a variable of its own by `set_fact`, nor hand another value to a role that it includes or
 * depends on. Host variables beat the defaults of a role and nothing else that it does.
 */
function baselineArchive({ roles, files, vars, secretVars }, pending) {
    const wanted = roles.filter(({ name }) => pending.includes(name));
    const needed = new Set(wanted.flatMap(({ needs }) => needs));
    const secret = (path, bytes) => ({ path, mode: 0o600, bytes });
    return [
        secret('inventory', Buffer.from(inventory)),
        secret('playbook.yml', Buffer.from(playbook(wanted.map(({ name }) => name)))),
        secret('host_vars/localhost/vars.json', Buffer.from(`${(0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(vars)}\n`)),
        secret('host_vars/localhost/secret-vars.yml', secretVars.bytes),
        ...files.filter(({ path }) => {
            const [top, role = ''] = path.split('/');
            return top !== 'roles' || needed.has(role);
        }),
    ];
}
const inventory = 'localhost ansible_connection=local ansible_python_interpreter=/usr/bin/python3\n';
function playbook(roles) {
    const lines = ['- hosts: localhost', '  connection: local', '  gather_facts: true', '  roles:'];
    return ['---', ...lines, ...roles.map((name) => `    - "${name}"`), ''].join('\n');
}


/***/ })

};
