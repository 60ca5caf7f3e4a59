export const id = 4213;
export const ids = [4213];
export const modules = {

/***/ 67991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);


/** What a command printed; throws when it did not exit with 0. */
async function answerOf(session, question) {
    const { command, subject, hint, timeoutMs = 60_000, reason = 'command-failed', signal } = question;
    const ended = await session.exec(command, { timeoutMs, ...(signal === undefined ? {} : { signal }) });
    if ((0,_base_command_js__WEBPACK_IMPORTED_MODULE_1__/* .succeeded */ .g)(ended))
        return ended.stdout.toString('utf8');
    const why = ended.stderr.toString('utf8').trim().slice(-300);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${subject}: the command ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEnd */ .l)(ended)}: ${why}`, {
        reason: ended.signal === null ? reason : 'killed',
        hint,
    });
}


/***/ }),

/***/ 24213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pruneVersions: () => (/* binding */ pruneVersions)
});

// EXTERNAL MODULE: ./build/recipes/artifacts/artifact-place.js
var artifact_place = __webpack_require__(58570);
// EXTERNAL MODULE: ./build/recipes/transaction/places.js
var places = __webpack_require__(24039);
;// CONCATENATED MODULE: ./build/recipes/versions/prune.js

/** How many versions stay besides the one in use and those that a kept change could bring back. */
const versionsKept = 3;
/*
 * Under the lock of the machine, or not at all: a release that is not done then belongs to nobody. The
 * mark that says that it is done goes first.
 */
const script = String.raw `set -u
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
mkdir -p /run/drover && exec 9>>${places/* places */.zn.lock} && flock -n 9 || { echo busy; exit 0; }
is_needed() { [ "$1" -ef "$2" ] || grep -qsF "\"$1\"" ${places/* places */.zn.undo}/*/undo.json ${places/* places */.zn.transactions}/*/undo.json; }
# $1 the path in use, then versions, newest first: prints those that may go.
old_versions() {
  used=$1; shift; spare=0
  for version; do
    ! is_needed "$version" "$used" || continue
    spare=$((spare + 1))
    [ "$spare" -le ${versionsKept} ] || printf '%s\n' "$version"
  done
}
newest_first() { ls -t -d -- "$@" 2>/dev/null; }
prune_code() {
  releases=$1.releases
  [ -d "$releases" ] || return 0
  mapfile -t versions < <(newest_first "$releases"/*.done | sed 's/\.done$//')
  while IFS= read -r old; do rm -f -- "$old.done"; rm -rf -- "$old"; echo "removed $old"; done \
    < <(old_versions "$1" ${'$'}{versions[@]+"${'$'}{versions[@]}"})
  for half in "$releases"/????????????-????????; do
    [ ! -d "$half" ] || [ -f "$half.done" ] || [ "$half" -ef "$1" ] || { rm -rf -- "$half"; echo "removed $half"; }
  done
  [ -d "$releases/git" ] && command -v git >/dev/null || return 0
  git --git-dir="$releases/git" for-each-ref --format='%(refname) %(objectname)' refs/drover/ | while read -r ref commit; do
    set -- "$releases/${'$'}{commit:0:12}"-*
    [ -e "$1" ] || git --git-dir="$releases/git" update-ref -d "$ref"
  done
  git --git-dir="$releases/git" -c gc.auto=6700 -c gc.autoDetach=false gc --auto --quiet
}
# $1 the folder, $2 the path in use.
prune_artifact() {
  [ -d "$1" ] || return 0
  mapfile -t versions < <(newest_first "$1"/* | grep -E '/[0-9a-f]{64}$')
  while IFS= read -r old; do rm -f -- "$old"; echo "removed $old"; done \
    < <(old_versions "$2" ${'$'}{versions[@]+"${'$'}{versions[@]}"})
}
while [ $# -gt 0 ]; do
  case $1 in
    code) prune_code "$2"; shift 2 ;;
    artifact) prune_artifact "$2" "$3"; shift 3 ;;
  esac
done`;
/** Takes away versions that nobody needs, and prints `removed PATH` for each; `busy` when another run is at work. */
function pruneCommand({ code, artifacts }) {
    return {
        argv: [
            'bash',
            '-c',
            script,
            'drover',
            ...code.flatMap((path) => ['code', path]),
            ...artifacts.flatMap(({ folder, path }) => ['artifact', folder, path]),
        ],
    };
}

// EXTERNAL MODULE: ./build/operations/answer-of.js
var answer_of = __webpack_require__(67991);
;// CONCATENATED MODULE: ./build/operations/prune-versions.js



/**
 * Takes away old releases and old versions of artifacts of a machine whose change has come to stay. Does
 * nothing while another run is at work there; what is left then goes with the next change.
 */
async function pruneVersions(job, session) {
    const { code, artifacts } = job.machine;
    if (code.length === 0 && artifacts.length === 0)
        return;
    await job.step('take away old versions', async () => {
        const places = artifacts.map((entry) => ({ folder: (0,artifact_place/* artifactPlace */.ge)(entry).folder, path: entry.path }));
        const answer = await (0,answer_of/* answerOf */.u)(session, {
            command: pruneCommand({ code: code.map(({ path }) => path), artifacts: places }),
            subject: `${job.machine.name}: old versions could not be taken away`,
            hint: 'The change itself has come to stay. The next one tries again.',
            timeoutMs: 10 * 60_000,
            signal: job.ports.signal,
        });
        for (const line of answer.split('\n'))
            if (line.startsWith('removed '))
                job.output(line, 'stdout');
    });
}


/***/ })

};
