export const id = 61;
export const ids = [61];
export const modules = {

/***/ 92420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ applyPlan),
/* harmony export */   r: () => (/* binding */ makeTransaction)
/* harmony export */ });
/* harmony import */ var _recipes_stamp_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35719);
/* harmony import */ var _lock_holder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42435);
/* harmony import */ var _conclude_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75243);
/* harmony import */ var _converse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77730);
/* harmony import */ var _plan_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(869);





const lockWaitSeconds = 120;
/** Sends the change in one transfer, lets the machine carry it out, confirms it; says how that ended. */
async function applyPlan(job, { session, identity, plan, stamp }) {
    const transaction = makeTransaction(job, {
        files: planFiles(plan),
        validations: plan.validations,
        followUps: plan.followUps,
        checks: plan.checks,
        stamp: (0,_recipes_stamp_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeStamp */ .yh)(stamp),
        stampEnv: (0,_recipes_stamp_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeStampEnv */ .rp)(stamp),
        managed: { files: stamp.files, links: stamp.links ?? [] },
        seenGeneration: plan.generation,
    });
    const conversed = await (0,_converse_js__WEBPACK_IMPORTED_MODULE_1__/* .converse */ .i)(job, { session, identity, transaction });
    return (0,_conclude_js__WEBPACK_IMPORTED_MODULE_0__/* .concludeTransaction */ .O)(conversed, {
        changed: describeChange(plan),
        changes: plan.changes,
        links: plan.links,
    });
}
/** Fills in what is the same for every transaction of a run. */
function makeTransaction(job, content) {
    return {
        ...content,
        id: (0,_lock_holder_js__WEBPACK_IMPORTED_MODULE_4__/* .newId */ .S)(job.ports.clock),
        holder: (0,_lock_holder_js__WEBPACK_IMPORTED_MODULE_4__/* .holderLine */ .$)(job),
        lockWaitSeconds,
    };
}
function planFiles({ changes, removals, links, linkRemovals }) {
    return [
        ...changes.map(({ file, target, seenSha256, unseen }) => ({
            op: 'put',
            target,
            owner: file.owner,
            group: file.group,
            mode: file.mode,
            bytes: file.bytes,
            ...(seenSha256 === undefined ? {} : { seenSha256 }),
            ...(unseen === undefined ? {} : { unseen }),
        })),
        ...links.map(({ link, seenLink }) => ({
            op: 'link',
            target: link.place,
            to: link.to,
            ...(seenLink === undefined ? {} : { seenLink }),
        })),
        ...linkRemovals.map(({ place, seenLink }) => ({ op: 'unlink', target: place, seenLink })),
        ...removals.map(({ target, seenSha256 }) => ({ op: 'remove', target, seenSha256 })),
    ];
}
function describeChange(plan) {
    const { changes, removals, links, linkRemovals, followUps, stampOnly } = plan;
    if (stampOnly)
        return 'wrote the stamp';
    const first = changes[0]?.file.destination;
    const put = changes.length === 1 ? `changed 1 file: ${first}` : `changed ${changes.length} files`;
    const gone = removals.length === 1 ? 'removed 1 file' : `removed ${removals.length} files`;
    const then = `then ${followUps.length} that ${followUps.length === 1 ? 'follows' : 'follow'}`;
    return [
        ...(changes.length > 0 ? [put] : []),
        ...(removals.length > 0 ? [gone] : []),
        ...links.map(_plan_links_js__WEBPACK_IMPORTED_MODULE_2__/* .describeLink */ .Ex),
        ...linkRemovals.map(({ path }) => `removed the link ${path}`),
        ...(followUps.length > 0 ? [then] : []),
    ].join(', ');
}


/***/ }),

/***/ 75243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ concludeTransaction)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35245);
/* harmony import */ var _plan_links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(869);


/** Pure: how a transaction ended, as an outcome with a reason and a way out. */
function concludeTransaction(conversed, wanted) {
    const { end } = conversed;
    if (end === undefined)
        return undecided(conversed);
    if (end.kind === 'changed')
        return { kind: 'changed', reason: 'done', message: wanted.changed };
    if (end.kind === 'busy') {
        return {
            kind: 'failed',
            reason: 'machine-locked',
            message: `another run is changing the machine: ${end.holder || 'it does not say which'}`,
            hint: 'Wait until that run is done, then run this again.',
        };
    }
    const failed = conversed.steps.find((step) => step.status === 'failed' && !step.name.startsWith('confirm '));
    return {
        kind: end.kind,
        reason: reasonOf(end, failed),
        message: describe(end, { failed, conversed, ...wanted }),
        hint: hintOf(end),
        ...location(wanted, failed),
    };
}
function reasonOf(end, failed) {
    if (end.why === 'unconfirmed')
        return 'unconfirmed';
    if (end.why !== 'before' && end.why !== 'after')
        return 'connection-lost';
    if (failed?.name === 'recheck')
        return 'machine-changed';
    if (failed?.name.startsWith('validate'))
        return 'validation-failed';
    if (failed?.name.startsWith('check '))
        return 'check-failed';
    const own = ['prepare', 'stage', 'keep', 'arm', 'swap', 'revert'];
    return failed === undefined || own.includes(failed.name) ? 'command-failed' : 'follow-up-failed';
}
function describe(end, { failed, conversed, changes, links }) {
    const state = end.kind === 'failed' ? 'no file was changed' : describeOld(links);
    switch (end.why) {
        case 'revert':
            return `the old files could not all be put back${tail(failed)}`;
        case 'receive':
            return `the change could not be received; ${state}: ${conversed.ended?.stderr.toString('utf8').trim() ?? ''}`;
        case 'unconfirmed':
            return `no new connection could confirm the change; ${state}: ${conversed.unconfirmed ?? 'no answer'}`;
        case 'before':
        case 'after':
            return `${nameOf(failed, changes)} failed; ${state}${tail(failed)}`;
        default:
            return `the run lost its hold on the machine in the middle of the change; ${state}`;
    }
}
/** What serves again after a change was taken back. */
function describeOld(links) {
    const ends = links.map(({ link, seenLink }) => seenLink === undefined
        ? `${link.kind} ${link.name} is gone again`
        : `${link.kind} ${link.name} is at ${(0,_plan_links_js__WEBPACK_IMPORTED_MODULE_0__/* .shortEnd */ .Aw)(seenLink)} again`);
    const [last, ...others] = ['the old files are back', ...ends].reverse();
    return others.length === 0 ? `${last}` : `${others.reverse().join(', ')} and ${last}`;
}
function nameOf(step, changes) {
    const name = step?.name ?? 'a step';
    const guilty = step?.name.startsWith('validate') ? findValidated(changes, step) : undefined;
    return guilty === undefined ? name : `${name} ${guilty.file.destination}`;
}
/** The script ends a validation with the command that failed, in quotes. */
function findValidated(changes, step) {
    const { detail = '' } = step;
    return changes.find(({ file }) => file.validate !== undefined && detail.includes(`"${file.validate}" exited`));
}
/** The first and the last lines of what a step printed: a validator says first what is wrong, our script last. */
function tail(step) {
    const lines = (step?.detail ?? '').split('\n').filter((line) => line.trim() !== '');
    const shown = lines.length > 3 ? [...lines.slice(0, 2), ...lines.slice(-1)] : lines;
    const why = shown.map((line) => line.slice(0, 200)).join('; ');
    return why === '' ? '' : `: ${why}`;
}
function hintOf({ kind, why }) {
    if (why === 'unconfirmed') {
        return 'The new configuration keeps us from logging in (sshd, firewall, accounts). Mend that and run the operation again.';
    }
    if (kind === 'failed')
        return "The step's output says what to mend. Run the operation again after.";
    return "The machine serves its earlier configuration. Mend what the step's output names and run the operation again.";
}
function undecided({ ended, lost }) {
    const hint = 'The machine puts the old files back by itself within 35 s. Run the operation again: it looks first and finishes what is missing.';
    if (lost !== undefined) {
        return {
            kind: 'failed',
            reason: lost.reason,
            message: `${lost.message}; how the change ended is not known`,
            hint,
        };
    }
    const how = ended === undefined ? 'ended' : (0,_base_command_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEnd */ .l)(ended);
    const why = ended?.stderr.toString('utf8').trim().slice(-300) ?? '';
    return {
        kind: 'failed',
        reason: ended?.signal ? 'killed' : 'command-failed',
        message: `the transaction ${how} before it said how it ended${why === '' ? '' : `: ${why}`}`,
        hint,
    };
}
/** The first changed file with this validator, or file or link with a follow-up: where a person will look. */
function location({ changes, links }, step) {
    if (step === undefined)
        return {};
    const files = changes.map(({ file }) => file);
    const guilty = step.name.startsWith('validate')
        ? files.find(({ validate }) => validate !== undefined)
        : [...files, ...links.map(({ link }) => link)].find(({ after }) => after.length > 0);
    return guilty === undefined ? {} : { at: guilty.from };
}


/***/ }),

/***/ 70061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ configureMachine)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
// EXTERNAL MODULE: ./build/recipes/transaction/places.js
var places = __webpack_require__(24039);
;// CONCATENATED MODULE: ./build/recipes/baseline/baseline-script.js


/**
 * Runs the playbook that was sent along on the machine itself, in the folder where it was unpacked
 * (`playbook.yml`, `inventory`, `roles/` …), and then notes which roles the machine has: all that are
 * wanted, not only those that ran. Prints the lines of the callback `drover`, and what apt says.
 */
function baselineScript(wanted) {
    const lines = wanted.map(({ name, digest }) => `${name} ${digest}\n`).join('');
    return `${installAnsible}
${playbook} || exit
printf %s ${(0,quote/* quoteWord */.XW)(lines)} >${places/* places */.zn.baseline}.new && sync ${places/* places */.zn.baseline}.new && mv -T -f ${places/* places */.zn.baseline}.new ${places/* places */.zn.baseline}
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

;// CONCATENATED MODULE: ./build/recipes/baseline/read-events.js
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

;// CONCATENATED MODULE: ./build/recipes/baseline/role-ends.js
/** What stands for tasks outside of roles: Ansible's own gathering of facts. */
const outsideRoles = 'facts';
/** All tasks by role, in the order in which the roles began. */
function roleEnds({ tasks }) {
    const names = [...new Set(tasks.map(({ role = outsideRoles }) => role))];
    return names.map((role) => {
        const own = tasks.filter((task) => (task.role ?? outsideRoles) === role);
        return {
            role,
            tasks: own.filter(({ status }) => status !== 'skipped').length,
            changed: own.filter(({ status }) => status === 'changed'),
            hasFailed: own.some(({ status, isIgnored }) => status === 'failed' && !isIgnored),
            seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
        };
    });
}
/** Of a task and of the items of its loop. */
function diffOf({ diff, items }) {
    return [diff, ...items.map((item) => item.diff)].filter((text) => text !== undefined).join('\n');
}

// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/render/baseline/canonical-json.js
var canonical_json = __webpack_require__(73730);
;// CONCATENATED MODULE: ./build/render/baseline/baseline-archive.js

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
        secret('playbook.yml', Buffer.from(baseline_archive_playbook(wanted.map(({ name }) => name)))),
        secret('host_vars/localhost/vars.json', Buffer.from(`${(0,canonical_json/* canonicalJson */.d)(vars)}\n`)),
        secret('host_vars/localhost/secret-vars.yml', secretVars.bytes),
        ...files.filter(({ path }) => {
            const [top, role = ''] = path.split('/');
            return top !== 'roles' || needed.has(role);
        }),
    ];
}
const inventory = 'localhost ansible_connection=local ansible_python_interpreter=/usr/bin/python3\n';
function baseline_archive_playbook(roles) {
    const lines = ['- hosts: localhost', '  connection: local', '  gather_facts: true', '  roles:'];
    return ['---', ...lines, ...roles.map((name) => `    - "${name}"`), ''].join('\n');
}

;// CONCATENATED MODULE: ./build/operations/baseline/check-baseline.js





const limits = { timeoutMs: 15 * 60_000, maxBytes: 16 * 1024 * 1024 };
/**
 * Lets Ansible say on the machine what the pending roles would change (`--check --diff`). Installs
 * nothing: on a machine without Ansible only the names of the roles are known.
 */
async function checkBaseline(job, session, { baseline, pending }) {
    if (baseline === undefined || pending.length === 0)
        return [];
    return await job.step('ask Ansible what would change', async () => {
        const archive = await (0,tar/* packTar */.nG)(baselineArchive(baseline, pending));
        const ended = await session.exec({ ...baselineCheckCommand, stdin: archive }, { ...limits, ...(job.ports.signal === undefined ? {} : { signal: job.ports.signal }) });
        if (ended.code === notThere)
            return pending.map((role) => roleChange(role, undefined));
        const reader = readBaselineEvents();
        for (const line of ended.stdout.toString('utf8').split('\n'))
            reader.line(line);
        const report = reader.result();
        const roles = roleEnds(report);
        return pending.map((name) => {
            const found = roles.find(({ role }) => role === name);
            const lines = (found?.changed ?? []).map((task) => `task: ${task.task}\n${diffOf(task)}`.trimEnd());
            const { failure } = report;
            const failed = failure?.role === name ? [`cannot be foreseen from here on: ${failure.task}: ${failure.message}`] : [];
            return roleChange(name, job.ports.clean([...lines, ...failed].join('\n')));
        });
    });
}
function roleChange(role, diff) {
    return {
        path: `role ${role}`,
        action: diff === undefined ? 'run, for the first time on this machine,' : 'run',
        ...(diff === undefined || diff === '' ? {} : { diff: `${diff}\n` }),
        after: [],
    };
}

// EXTERNAL MODULE: ./build/recipes/artifacts/artifact-place.js
var artifact_place = __webpack_require__(58570);
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

// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/survey.js
var survey = __webpack_require__(82305);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/operations/configure/look.js
var look = __webpack_require__(91013);
;// CONCATENATED MODULE: ./build/operations/configure/applied.js


/** What the machine is to say of itself once this is there. */
function appliedStamp({ machine, ports }, { survey, wanted, digest }) {
    const { files, links } = wanted;
    const artifacts = Object.fromEntries(wanted.artifacts.map(({ name, sha256 }) => [name, sha256]));
    return {
        flock: survey.flock.name,
        machine: machine.name,
        config: survey.snapshot.commit,
        digest,
        run: ports.run,
        time: new Date(ports.clock.now()).toISOString(),
        ...(0,look/* managedOf */.d)({ files, links }),
        ...versionsOf(wanted),
        ...(wanted.artifacts.length === 0 ? {} : { artifacts }),
    };
}
/** `state.json`: what the branch is to say of the machine. */
function appliedState({ machine, ports }, { survey, wanted, digest, done }) {
    return {
        kind: 'put',
        path: (0,machine_files/* machinePath */.lg)(machine.name, 'state.json'),
        mode: '100644',
        bytes: Buffer.from((0,machine_files/* encodeState */.Md)({
            config: survey.snapshot.commit,
            digest,
            operation: 'configure',
            outcome: done.kind,
            reason: done.reason,
            run: ports.run,
            time: new Date(ports.clock.now()).toISOString(),
            ...versionsOf(wanted),
        })),
    };
}
function versionsOf({ code, baseline }) {
    const roles = baseline?.roles ?? [];
    return {
        ...(code.length === 0
            ? {}
            : { code: Object.fromEntries(code.map(({ entry, commit }) => [entry.name, commit])) }),
        ...(roles.length === 0
            ? {}
            : { baseline: Object.fromEntries(roles.map(({ name, digest }) => [name, digest])) }),
    };
}

// EXTERNAL MODULE: ./build/operations/configure/apply.js
var apply = __webpack_require__(92420);
// EXTERNAL MODULE: ./build/operations/configure/plan.js + 1 modules
var configure_plan = __webpack_require__(85133);
;// CONCATENATED MODULE: ./build/operations/configure/describe.js


const upToDate = { kind: 'ok', reason: 'already-so', message: 'nothing to do' };
/** The roles that ran are part of what was done, also when the rest was taken back. */
function withRoles(done, ran) {
    if (ran === undefined)
        return done;
    const roles = ran.filter(({ role }) => role !== outsideRoles).map(({ role }) => role);
    const tasks = ran.reduce((sum, { changed }) => sum + changed.length, 0);
    const said = `ran ${roles.length === 1 ? 'role' : 'roles'} ${roles.join(', ')}: ${tasks} ${tasks === 1 ? 'change' : 'changes'}`;
    const isQuiet = done.kind === 'ok' && done.reason === 'already-so';
    if (!isQuiet)
        return { ...done, message: `${said}; ${done.message}` };
    return { ...done, kind: tasks > 0 ? 'changed' : 'ok', reason: 'done', message: said };
}
/** What a dry run says. */
function describePlan(plan) {
    if ((0,configure_plan/* isNothingToDo */.ux)(plan))
        return upToDate;
    const count = (0,configure_plan/* countChanges */.xS)(plan);
    const what = [
        ...(plan.pending.length === 0
            ? []
            : [`to run: ${plan.pending.map((role) => `role ${role}`).join(', ')}`]),
        ...(count === 0 ? [] : [`${count} ${count === 1 ? 'path' : 'paths'} to change`]),
        ...(plan.stampOnly && plan.pending.length === 0 ? ['only the stamp is to be written'] : []),
    ];
    return { kind: 'ok', reason: 'planned', message: what.join('; ') };
}
/** A dry run makes none: what it shows of them is their placeholder. */
function withToMake(done, names) {
    if (names.length === 0)
        return done;
    return { ...done, message: `${done.message}; generated ${names.join(', ')} will be made` };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
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
    const reader = readBaselineEvents({
        onStart: ({ role = outsideRoles, task }) => job.stepStarted(`baseline ${role}: ${task}`),
    });
    const { code, isLinkLost } = await (0,run_transient/* runTransient */.W)(job, { session, identity }, {
        kind: 'baseline',
        key: (0,digest/* sha256 */.s)(JSON.stringify([plan.digest, plan.pending])),
        script: baselineScript(baseline.roles),
        files: baselineArchive(baseline, plan.pending),
        timeoutSeconds,
        lockWaitSeconds,
        onLine: reader.line,
    });
    const report = reader.result();
    const roles = roleEnds(report);
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


const look_at_releases_script = String.raw `set -u
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
    return { argv: ['sh', '-c', look_at_releases_script, 'drover', ...paths.map(code_release/* releasesFolder */.J)] };
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
    const seen = await prepare_code_look(job, session, unknown);
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
async function prepare_code_look(job, session, wanted) {
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
/** Whether something slow has to be done before the transaction. */
function needsWork({ pending, links }) {
    return pending.length > 0 || links.length > 0;
}
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

// EXTERNAL MODULE: ./build/operations/configure/show-plan.js
var show_plan = __webpack_require__(30951);
// EXTERNAL MODULE: ./build/operations/configure/survey-machine.js + 2 modules
var survey_machine = __webpack_require__(40688);
;// CONCATENATED MODULE: ./build/operations/configure/configure-machine.js
var configure_machine_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var configure_machine_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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












/** Survey, plan, apply for one machine, over one connection. */
async function configureMachine(job, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const identity = (0,survey/* identityOf */.cu)(work.survey, job.machine.name);
        const session = configure_machine_addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, identity), true);
        const done = await attemptOnce(job, work, { session, identity });
        // Another run may have changed the machine between our look and our turn: look once more.
        if (done.reason !== 'machine-changed' || work.planDigest !== undefined)
            return done;
        return await attemptOnce(job, { ...work, allRoles: false }, { session, identity });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = configure_machine_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function attemptOnce(job, work, { session, identity }) {
    const wanted = work.wanted.of(job.machine.name);
    const { sighting, plan } = await (0,survey_machine/* surveyMachine */.Y)(job, session, { wanted, allRoles: work.allRoles });
    if (work.planDigest !== undefined && work.planDigest !== plan.digest)
        throw planChanged(job, plan);
    if (work.dryRun)
        return await show(job, session, { work, wanted, plan });
    if (!needsWork(plan))
        return await change(job, { work, wanted, plan }, { session, identity });
    const { tree } = work.survey.snapshot;
    return await withMachineReady(job, { session, identity, wanted, plan, sighting, tree }, async (ready, { ran }) => {
        const { plan: rest } = await (0,survey_machine/* surveyMachine */.Y)(job, ready, { wanted, allRoles: false });
        const done = await change(job, { work, wanted, plan: rest }, { session: ready, identity });
        return withRoles(done, ran);
    });
}
async function show(job, session, { work, wanted, plan }) {
    const roles = await checkBaseline(job, session, { baseline: wanted.baseline, pending: plan.pending });
    const data = await (0,show_plan/* showPlan */.t)(job, session, { plan, roles, secrets: work.wanted.secrets });
    return { ...withToMake(describePlan(plan), work.wanted.toMake(job.machine.name)), data };
}
/** The transaction: everything that decides what serves. */
async function change(job, { work, wanted, plan }, { session, identity }) {
    const { survey: surveyed } = work;
    const applied = { survey: surveyed, wanted, digest: plan.desiredDigest };
    if ((0,configure_plan/* isNothingToDo */.ux)(plan)) {
        const known = surveyed.snapshot.machines.get(job.machine.name)?.state;
        // A run that was killed between the change and its record left the ledger behind: say now what holds.
        const isKnown = known?.digest === plan.desiredDigest;
        return { ...upToDate, changes: isKnown ? [] : [appliedState(job, { ...applied, done: upToDate })] };
    }
    const done = await (0,apply/* applyPlan */.g)(job, { session, identity, plan, stamp: appliedStamp(job, applied) });
    if (done.kind !== 'changed')
        return done;
    await tidy(job, session);
    return { ...done, changes: [appliedState(job, { ...applied, done })] };
}
/** What is old takes room and does no harm: that it is still there is no failure of the change. */
async function tidy(job, session) {
    try {
        await pruneVersions(job, session);
    }
    catch (error) {
        if (!(error instanceof errors/* DroverError */.F))
            throw error;
        job.warn(error.message);
    }
}
function planChanged({ machine }, plan) {
    return new errors/* DroverError */.F(`${machine.name}: the plan is now ${plan.digest}, not the one that was approved`, {
        reason: 'plan-changed',
        hint: `Look at it with "drover preview ${machine.name}" and approve it again. Nothing was changed.`,
    });
}


/***/ }),

/***/ 77730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ converse)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
;// CONCATENATED MODULE: ./build/recipes/transaction/read-transaction.js
/** Status of a validation that the kernel gave no private mount namespace for. */
const noNamespace = 125;
/** Reads what a transaction prints, line by line as it comes. */
function readTransaction(id, listener) {
    const steps = [];
    const said = [];
    let end;
    let startedMs = 0;
    const finish = (rest) => {
        const [, name = '', status = '1'] = /^(.*) (\d+)$/.exec(rest) ?? [];
        const detail = said.splice(0).join('\n');
        const step = {
            name,
            status: status === '0' ? 'ok' : Number(status) === noNamespace ? 'skipped' : 'failed',
            durationMs: Math.round(listener.elapsed() - startedMs),
            ...(detail === '' ? {} : { detail }),
        };
        steps.push(step);
        listener.onStepDone(step);
    };
    const words = {
        step: (rest) => {
            startedMs = listener.elapsed();
            listener.onStep(rest);
        },
        done: finish,
        confirm: () => listener.onConfirm(),
        waiting: (rest) => listener.onWaiting(rest.trim()),
        busy: (rest) => {
            end = { kind: 'busy', holder: rest.trim() };
        },
        end: (rest) => {
            end = parseEnd(rest);
        },
    };
    return {
        line(text) {
            if (text.startsWith('| '))
                said.push(text.slice(2));
            else if (text.startsWith(`${id} `)) {
                const [, word = '', rest = ''] = /^\S+ (\S+) ?(.*)$/.exec(text) ?? [];
                if (Object.hasOwn(words, word))
                    words[word]?.(rest);
            }
        },
        result: () => ({ steps, ...(end === undefined ? {} : { end }) }),
    };
}
function parseEnd(rest) {
    const [kind = '', why = ''] = rest.trim().split(' ');
    if (kind === 'changed')
        return { kind };
    return kind === 'failed' || kind === 'rolled-back' ? { kind, why } : undefined;
}
/** What `lastCommand` printed, when it speaks of this transaction. */
function parseLast(text, id) {
    return text.startsWith(`${id} `) ? parseEnd(text.slice(id.length + 1)) : undefined;
}

// EXTERNAL MODULE: ./build/recipes/transaction/transaction.js + 4 modules
var transaction_transaction = __webpack_require__(23554);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
;// CONCATENATED MODULE: ./build/operations/configure/converse.js
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





/** Validators and follow-ups have limits of their own on the machine; this is past all of them for a usual plan. */
const limits = { timeoutMs: 30 * 60_000 };
/** The machine gives up on us after 10 s of silence. */
const beatMs = 3000;
/** The machine is back to the old files within 35 s of whatever went wrong; a little more for its boot. */
const settleMs = 45_000;
/** Less than the machine waits for a confirmation. */
const confirmMs = 12_000;
/**
 * Sends a transaction, shows signs of life until it ends, and confirms it over
 * a new connection when the machine asks. When the connection is lost the
 * machine decides by itself; then we come back and ask how it decided.
 */
async function converse(job, { session, identity, transaction }) {
    const { clock } = job.ports;
    let unconfirmed;
    let confirming;
    const reader = readTransaction(transaction.id, {
        onStep: (name) => job.stepStarted(name),
        onStepDone: (step) => job.stepDone(step),
        onWaiting: (holder) => job.stepStarted(`wait for ${holder || 'another run'}`),
        onConfirm: () => {
            confirming = converse_confirm(job, identity, transaction).catch((error) => {
                unconfirmed = error instanceof Error ? error.message : String(error);
            });
        },
        elapsed: () => clock.elapsed(),
    });
    const archive = await (0,tar/* packTar */.nG)((0,transaction_transaction/* transactionArchive */.ZD)(transaction));
    const running = await session.start((0,transaction_transaction/* transactionCommand */.o7)(transaction, archive.length), {
        ...limits,
        onLine: (line, stream) => stream === 'stdout' && reader.line(line),
        ...(job.ports.signal === undefined ? {} : { signal: job.ports.signal }),
    });
    running.write(archive);
    const beat = setInterval(() => running.write('beat\n'), beatMs);
    try {
        const ended = await running.ended;
        await confirming;
        const { steps, end } = reader.result();
        // The shell on the machine was killed: then its watch decides.
        const settled = end ?? (steps.length === 0 ? undefined : await settle(job, identity, transaction));
        return {
            steps,
            ended,
            ...(settled === undefined ? {} : { end: settled }),
            ...(unconfirmed === undefined ? {} : { unconfirmed }),
        };
    }
    catch (error) {
        if (!(error instanceof errors/* DroverError */.F))
            throw error;
        const { steps, end } = reader.result();
        const settled = end ?? (await settle(job, identity, transaction));
        return {
            steps,
            lost: error,
            ...(settled === undefined ? {} : { end: settled }),
            ...(unconfirmed === undefined ? {} : { unconfirmed }),
        };
    }
    finally {
        clearInterval(beat);
    }
}
/** The point is the new connection: it proves that the machine can still be reached. */
async function converse_confirm(job, identity, transaction) {
    await job.step('confirm over a new connection', async () => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const session = __addDisposableResource(env_1, await (0,sessions/* reopenSession */.aQ)(job, identity, confirmMs), true);
            await session.exec((0,transaction_transaction/* confirmCommand */.qw)(transaction), { timeoutMs: 10_000 });
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
    });
}
/** Asks until the machine has decided, or for as long as it may take to decide. Not cancelled: it is what tells a cancelled run how it ended. */
async function settle(job, identity, transaction) {
    const { clock, signal } = job.ports;
    // GitHub ends a cancelled job within 10 s: no time to wait for the machine, which decides without us.
    if (signal?.aborted)
        return undefined;
    job.stepStarted('wait for the machine to decide by itself');
    const untilMs = clock.elapsed() + settleMs;
    while (clock.elapsed() < untilMs) {
        try {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const session = __addDisposableResource(env_2, await (0,sessions/* reopenSession */.aQ)(job, identity, 0), true);
                const { stdout } = await session.exec((0,transaction_transaction/* lastCommand */.Cb)(transaction), { timeoutMs: 10_000 });
                const end = parseLast(stdout.toString('utf8'), transaction.id);
                if (end !== undefined)
                    return end;
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = __disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        }
        catch (error) {
            if (!(error instanceof errors/* DroverError */.F))
                throw error;
        }
        await clock.sleep(1000);
    }
    return undefined;
}


/***/ }),

/***/ 23554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qw: () => (/* binding */ confirmCommand),
  Cb: () => (/* binding */ lastCommand),
  ZD: () => (/* binding */ transactionArchive),
  o7: () => (/* binding */ transactionCommand),
  Eb: () => (/* binding */ undoCommand)
});

// UNUSED EXPORTS: transactionPlan

// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
// EXTERNAL MODULE: ./build/recipes/follow-up.js
var follow_up = __webpack_require__(22129);
// EXTERNAL MODULE: ./build/recipes/managed.js
var recipes_managed = __webpack_require__(36317);
// EXTERNAL MODULE: ./build/recipes/transaction/base-script.js
var base_script = __webpack_require__(81320);
;// CONCATENATED MODULE: ./build/recipes/transaction/follow-up-argv.js
/** `reload-or-restart`: a unit that is stopped is started, as somebody who asks for its new configuration expects. */
function followUpArgv(followUp) {
    switch (followUp.kind) {
        case 'daemon-reload':
            return ['systemctl', 'daemon-reload'];
        case 'reload':
            return systemctlAfresh('reload-or-restart', followUp.unit);
        case 'restart':
            return systemctlAfresh('restart', followUp.unit);
        case 'command':
            return ['sh', '-c', followUp.command];
    }
}
/**
 * systemd refuses to start a unit that failed a few times in the last seconds
 * (systemd.unit(5), StartLimitBurst=). With the old files back it must start all
 * the same: it may be sshd.
 */
function systemctlAfresh(verb, unit) {
    const script = 'systemctl reset-failed "$2" 2>/dev/null; exec systemctl "$1" "$2"';
    return ['sh', '-c', script, 'drover', verb, unit];
}

;// CONCATENATED MODULE: ./build/recipes/transaction/link-script.js
/**
 * Symbolic links in a transaction: `link TARGET TO - - SEEN` and `unlink TARGET - - - SEEN`, where SEEN
 * is `to:` and what the look read, or - for nothing. The old link is no file that would have to be kept:
 * the script itself says where it led.
 */
const linkScript = `
is_there() { [ -e "$1" ] || [ -L "$1" ]; }
# Validators see the new link in place of the old one, as they see new files.
prepare_link() {
  [ -e "$3" ] || { echo "$2 would lead to $3, which is not there"; return 1; }
  [ "$has_validations" != yes ] || { mkdir -p -- "$tx/new${'$'}{2%/*}" && ln -s -f -T -- "$3" "$tx/new$2"; }
}
recheck_link() {
  if [ "$6" = - ]; then
    ! is_there "$2" || { echo "$2 was not there when Drover looked, and is there now"; return 1; }
  else
    [ -L "$2" ] && [ "$(readlink -- "$2")" = "${'$'}{6#to:}" ] || { echo "$2 is not the link that Drover saw any more"; return 1; }
  fi
}
stage_link() {
  ln -s -T -- "$3" "$(beside "$2")" && to_flush+=("${'$'}{2%/*}/")
}
# The old link stays beside its place: it can return when the disk is full.
keep_link() { [ "$6" = - ] || ln -P -f -- "$2" "$(beside "$2").old" 2>/dev/null || :; }
# Links go back before files: what they led to stays whole as long as they lead there. A staged link that
# is still beside its target was not swapped.
revert_link() {
  case $1 in link | unlink) ;; *) return 0 ;; esac
  point "$revert_point"; revert_point=revert-next
  staged=$(beside "$2")
  if [ "$1" = link ] && [ -L "$staged" ]; then rm -f -- "$staged" "$staged.old"
  elif [ "$6" = - ]; then [ ! -L "$2" ] || rm -f -- "$2"
  elif [ -L "$2" ] && [ "$(readlink -- "$2")" = "${'$'}{6#to:}" ]; then rm -f -- "$staged.old"
  elif [ -L "$staged.old" ]; then mv -T -f -- "$staged.old" "$2"
  else ln -s -f -T -- "${'$'}{6#to:}" "$staged.back" && mv -T -f -- "$staged.back" "$2"
  fi
}
`;

// EXTERNAL MODULE: ./build/recipes/transaction/places.js
var places = __webpack_require__(24039);
// EXTERNAL MODULE: ./build/recipes/transaction/supervise-script.js
var supervise_script = __webpack_require__(94645);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
;// CONCATENATED MODULE: ./build/recipes/transaction/undo.js

function undoFiles(files) {
    return files.flatMap((file) => {
        if (file.op !== 'put' && file.op !== 'remove')
            return [];
        const newSha256 = file.op === 'put' ? (0,digest/* sha256 */.s)(file.bytes) : null;
        return [{ target: file.target, newSha256, existed: file.seenSha256 !== undefined }];
    });
}
function undoLinks(files) {
    return files.flatMap((file) => {
        if (file.op !== 'link' && file.op !== 'unlink')
            return [];
        const newLink = file.op === 'link' ? file.to : null;
        return [{ target: file.target, newLink, oldLink: file.seenLink ?? null }];
    });
}

;// CONCATENATED MODULE: ./build/recipes/transaction/work-script.js

/**
 * The worker: everything up to the moment at which the machine waits for the
 * confirmation. It runs in a session of its own, so that all it started can be
 * ended at once. Its exit status says where it failed: 10 before any target
 * changed, 11 from the first swap on.
 *
 * Each file is `OP TARGET OWNER GROUP MODE SEEN`; OP is put or remove, SEEN the
 * SHA-256 of what the look saw, - for nothing, ? for what is replaced whatever it is.
 * Links: see `linkScript`.
 */
const workScript = String.raw `
prepare_file() {
  if [ "$1" = link ]; then prepare_link "$@"; return; fi
  [ "$1" = put ] || return 0
  chown -- "$3:$4" "$tx/new$2" && chmod -- "$5" "$tx/new$2" || { echo "$2 cannot have this owner, group or mode"; return 1; }
}
# A folder of the staged tree lies over the real one while validating: it must look the same.
prepare_folder() {
  real=${'$'}{1#"$tx/new"}
  if [ -d "$real" ]; then chown --reference="$real" -- "$1" && chmod --reference="$real" -- "$1"
  else chmod 0755 -- "$1"; fi
}
prepare() {
  point prepare
  each_file prepare_file || return 1
  # Only a validator sees the folders.
  [ "$has_validations" = yes ] && [ -d "$tx/new" ] || return 0
  find "$tx/new" -mindepth 1 -type d | while IFS= read -r folder; do prepare_folder "$folder" || exit 1; done
}

recheck_file() {
  case $1 in link | unlink) recheck_link "$@"; return ;; esac
  case $6 in
    '?') ;;
    -) [ ! -e "$2" ] || { echo "$2 was not there when Drover looked, and is there now"; return 1; } ;;
    *) [ "$(sha256sum <"$2" | cut -c 1-64)" = "$6" ] || { echo "$2 is not what Drover saw any more"; return 1; } ;;
  esac
}
recheck() {
  [ "$seen_generation" = '?' ] || [ "$(generation)" = "$seen_generation" ] ||
    { echo 'another run has changed the machine since Drover looked'; return 1; }
  each_file recheck_file
}

existing_folder() {
  case $1 in put) ;; link) [ -n "${'$'}{2%/*}" ] || return 0 ;; *) return 0 ;; esac
  folder=${'$'}{2%/*}; while [ ! -d "$folder/" ]; do folder=${'$'}{folder%/*}; done; printf '%s\n' "${'$'}{folder:-/}"
}
is_covered() {
  for outer in $mounted; do case "$1/" in "$outer"/*) return 0;; esac; done
  return 1
}
# The staged tree over the real one, in a mount namespace that nobody else sees.
validate_inside() {
  set -f; IFS='
'
  mounted=
  for folder in $(each_file existing_folder | sort -u); do
    case $folder in ${places/* places */.zn.library} | /etc/drover) continue;; esac
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
  point validate
  unshare --mount --propagation private true || return 125
  unshare --mount --propagation private bash -c 'id=$1; tx=$2; . "$tx/script.sh"; validate_inside' drover "$id" "$tx"
}
validation() {
  limited ${places/* seconds */.YA.validation} sh -c "$1"
  validated=$?
  [ "$validated" -eq 0 ] && return 0
  echo "\"$1\" exited with $validated"
  return 1
}

make_folder() {
  [ -d "$1/" ] && return 0
  make_folder "${'$'}{1%/*}" "$2" "$3" || return 1
  mkdir -m 0755 -- "$1" && chown -- "$2:$3" "$1" && printf '%s\n' "$1" >>"$tx/made"
}
stage_file() {
  case $1 in put) set -- "$@" "$3" "$4" ;; link) set -- "$@" root root ;; *) return 0 ;; esac
  make_folder "${'$'}{2%/*}" "$7" "$8" || { echo "$2 cannot be put there"; return 1; }
  staged=$(beside "$2")
  for stale in "${'$'}{2%/*}"/.drover-*-"${'$'}{2##*/}"; do ! is_there "$stale" || rm -f -- "$stale"; done
  if [ "$1" = link ]; then stage_link "$@" || { echo "$2 cannot be put there"; return 1; }; return; fi
  cp -p -- "$tx/new$2" "$staged" || { echo "$2 cannot be put there"; return 1; }
  to_flush+=("$staged")
}
stage() { point stage; to_flush=(); each_file stage_file && flush_all; }

keep_file() {
  case $1 in link | unlink) keep_link "$@"; return ;; esac
  [ -e "$2" ] || return 0
  [ -d "$tx/old${'$'}{2%/*}/" ] || mkdir -p -- "$tx/old${'$'}{2%/*}/" || return 1
  ln -f -- "$2" "$tx/old$2" 2>/dev/null && return 0
  # On another file system the old inode stays beside its place too: it can return when that disk is full.
  cp -a -- "$2" "$tx/old$2" && { ln -f -- "$2" "$(beside "$2").old" 2>/dev/null || :; }
}
keep() { point keep; each_file keep_file && sync -f "$tx"; }

# From here on the machine itself undoes what nobody confirms: the supervisor, or the watch if that
# is dead, or the unit at boot if the machine went down.
arm() {
  point arm
  is_alive "$(cat "$tx/supervisor")" || { echo 'the supervisor is gone'; return 1; }
  if has_systemd; then install_recovery || return 1; fi
  ln -s -f -T -- "$tx" ${places/* places */.zn.current}.new && mv -T -f -- ${places/* places */.zn.current}.new ${places/* places */.zn.current} && sync -f ${places/* places */.zn.library} || return 1
  has_systemd || { echo 'systemd does not run here: only the next run would undo a change that is cut off'; return 0; }
  systemd-run --quiet --collect --unit="drover-watch-$id" --on-active=${places/* seconds */.YA.watch} --timer-property=AccuracySec=100ms \
    /bin/bash -c 'id=$1; tx=$2; . "$tx/script.sh"; watch' drover "$id" "$tx"
}
install_recovery() {
  cmp -s "$tx/recover.service" ${places/* places */.zn.recoverUnit} && return 0
  cp -- "$tx/recover.service" ${places/* places */.zn.recoverUnit}.new && chmod 0644 ${places/* places */.zn.recoverUnit}.new && mv -T -f -- ${places/* places */.zn.recoverUnit}.new ${places/* places */.zn.recoverUnit} &&
    mkdir -p /etc/systemd/system/sysinit.target.wants && ln -s -f -- ${places/* places */.zn.recoverUnit} /etc/systemd/system/sysinit.target.wants/drover-recover.service
}

# A zombie that lost the lock must not write: the token is read in the same shell as each swap.
swap_file() {
  IFS= read -r token <${places/* places */.zn.token} && [ "$token" = "$id" ] || { echo 'another run has taken the lock'; return 1; }
  point "$swap_point"; swap_point=swap-next
  case $1 in link | unlink) point swap-link ;; esac
  if [ "$1" = remove ] || [ "$1" = unlink ]; then rm -f -- "$2"; else mv -T -f -- "$(beside "$2")" "$2"; fi
}
swap() {
  swap_point=swap
  each_file swap_file && flush_folders && point swapped
}

follow_up() {
  followed=$1; shift
  point follow
  step "$followed" limited ${places/* seconds */.YA.followUp} "$@"
}
# A service may need a moment to answer.
check() {
  point check
  step "check $1" check_patiently "$2"
}
check_patiently() {
  checked_until=$((SECONDS + 10))
  until limited ${places/* seconds */.YA.check} sh -c "$1"; do
    checked=$?
    [ "$SECONDS" -lt "$checked_until" ] || { echo "\"$1\" exited with $checked"; return 1; }
    sleep 0.5
  done
}

work() {
  printf '%s\n' "$$" >"$tx/worker"
  step prepare prepare || return 10
  step recheck recheck || return 10
  in_place=no
  if [ "$has_validations" = yes ]; then
    step validate validate
    case $? in 0) ;; 125) in_place=yes ;; *) return 10 ;; esac
  fi
  step stage stage || return 10
  step keep keep || return 10
  step arm arm || return 10
  step swap swap || return 11
  if [ "$in_place" = yes ]; then step 'validate in place' validations || return 11; fi
  follow_ups || return 11
  checks || return 11
}
`;

;// CONCATENATED MODULE: ./build/recipes/transaction/transaction.js










/**
 * Receives the archive (its size is the first thing known of it) on standard
 * input, then listens there for signs of life, a line every few seconds.
 */
function transactionCommand(transaction, archiveBytes) {
    const script = `umask 077; id=$1; tx=${places/* places */.zn.transactions}/$1
mkdir -p "$tx" /run/drover && printf '%s\\n' "$$" >"$tx/supervisor" && head -c "$2" | tar -x -f - -C "$tx" && . "$tx/script.sh" ||
  { printf '%s end failed receive\\n' "$id"; rm -rf "$tx"; exit 1; }
supervise "$3" "$4"`;
    const { id, lockWaitSeconds, holder } = transaction;
    return { argv: ['bash', '-c', script, 'drover', id, String(archiveBytes), String(lockWaitSeconds), holder] };
}
/** What a second connection says: whoever can say it has a way to the machine. Exit status 3: nothing waits for it. */
function confirmCommand({ id }) {
    const script = `tx=${places/* places */.zn.transactions}/$1
[ "$(readlink ${places/* places */.zn.current})" = "$tx" ] && [ -p "$tx/events" ] || exit 3
timeout 5 sh -c 'printf "confirmed %s\\n" "$1" >"$2/events"' drover "$1" "$tx"`;
    return { argv: ['bash', '-c', script, 'drover', id] };
}
/** Prints how a transaction ended, `ID KIND WHY`; nothing while that is not decided. */
function lastCommand({ id }) {
    const script = `tx=${places/* places */.zn.transactions}/$1
[ "$(readlink ${places/* places */.zn.current})" != "$tx" ] || exit 0
grep -s "^$1 " ${places/* places */.zn.last} && exit 0
grep -qs drover "/proc/$(cat "$tx/supervisor" 2>/dev/null)/cmdline" || printf '%s failed interrupted\\n' "$1"`;
    return { argv: ['sh', '-c', script, 'drover', id] };
}
/** Answers with an archive of the newest kept change: `NAME/undo.json` and `NAME/old/…`; with nothing when none is kept. */
const undoCommand = {
    argv: [
        'sh',
        '-c',
        `cd ${places/* places */.zn.undo} 2>/dev/null || exit 0
newest=$(${places/* listUndos */.ae} | tail -n 1)
[ -z "$newest" ] || tar -c -f - --format=posix --hard-dereference -- "$newest/undo.json" "$newest/old"`,
    ],
};
/** What the archive holds: the new tree below `new/`, and the script. */
function transactionArchive(transaction) {
    const text = (path, content) => ({
        path,
        mode: 0o600,
        bytes: Buffer.from(content),
    });
    return [
        text('script.sh', [base_script/* baseScript */.z, linkScript, workScript, supervise_script/* superviseScript */.K, transactionPlan(transaction)].join('\n')),
        text('recover.service', recoverUnit),
        text('undo.json', `${JSON.stringify(undoOf(transaction))}\n`),
        ...allFiles(transaction).flatMap((file) => file.op === 'put' ? [{ path: `new${file.target}`, mode: 0o600, bytes: file.bytes }] : []),
    ];
}
function undoOf({ files, followUps }) {
    return {
        files: undoFiles(files).map((file) => ({ ...file })),
        links: undoLinks(files).map((link) => ({ ...link })),
        followUps: followUps.map(follow_up/* encodeFollowUp */.F),
    };
}
/** What a link will lead to is whole before the link leads there; what goes is still there until then. */
function inOrder(files) {
    const turns = ['put', 'link', 'unlink', 'remove'];
    return turns.flatMap((turn) => files.filter(({ op }) => op === turn));
}
/** Drover's own files come last: the stamp must not say what is not there yet. */
function allFiles({ files, stamp, stampEnv, managed, }) {
    const own = (target, mode, content) => ({
        op: 'put',
        own: true,
        target,
        owner: 'root',
        group: 'root',
        mode,
        bytes: Buffer.from(content),
    });
    return [
        ...inOrder(files),
        own(places/* places */.zn.files, 0o600, (0,recipes_managed/* encodeManaged */.W)(managed)),
        own(places/* places */.zn.stampEnv, 0o644, stampEnv),
        own(places/* places */.zn.stamp, 0o644, stamp),
    ];
}
/** The part of the script that differs from one change to the next: lists, no logic. */
function transactionPlan(transaction) {
    const { validations, followUps, checks, undoes = '', seenGeneration = '?' } = transaction;
    return [
        list('each_file', allFiles(transaction).map((file) => `"$1" ${fileWords(file)}`)),
        list('validations', validations.map((command) => `validation ${(0,quote/* quoteWord */.XW)(command)}`)),
        list('follow_ups', followUps.map((followUp) => `follow_up ${(0,quote/* quoteCommand */.ch)([(0,follow_up/* encodeFollowUp */.F)(followUp), ...followUpArgv(followUp)])}`)),
        list('checks', checks.map(({ name, command }) => `check ${(0,quote/* quoteCommand */.ch)([name, command])}`)),
        `has_validations=${validations.length > 0 ? 'yes' : 'no'}\n`,
        `undoes=${(0,quote/* quoteWord */.XW)(undoes)}\n`,
        `seen_generation=${(0,quote/* quoteWord */.XW)(seenGeneration)}\n`,
        `hard_limit=${hardLimit(transaction)}\n`,
    ].join('');
}
function fileWords(file) {
    if (file.op === 'link' || file.op === 'unlink') {
        const seenLink = file.seenLink === undefined ? '-' : `to:${file.seenLink}`;
        return (0,quote/* quoteCommand */.ch)([file.op, file.target, file.op === 'link' ? file.to : '-', '-', '-', seenLink]);
    }
    if (file.op === 'remove')
        return (0,quote/* quoteCommand */.ch)(['remove', file.target, '-', '-', '-', file.seenSha256]);
    const seen = file.own || file.unseen ? '?' : (file.seenSha256 ?? '-');
    return (0,quote/* quoteCommand */.ch)([
        'put',
        file.target,
        file.owner,
        file.group,
        file.mode.toString(8).padStart(4, '0'),
        seen,
    ]);
}
/** Past all limits of what a supervisor that still works may be waiting for. */
function hardLimit({ followUps, checks }) {
    return places/* seconds */.YA.confirm + 30 + 2 * followUps.length * places/* seconds */.YA.followUp + checks.length * (places/* seconds */.YA.check + 10);
}
function list(name, calls) {
    return `${name}() {\n${calls.map((call) => `  ${call} || return 1\n`).join('')}  :\n}\n`;
}
/** A machine that went down in the middle of a change comes back with the old files, before any service reads them. */
const recoverUnit = `[Unit]
Description=Put back what a change by Drover left half done
DefaultDependencies=no
After=local-fs.target
Before=sysinit.target
ConditionPathIsSymbolicLink=${places/* places */.zn.current}

[Service]
Type=oneshot
ExecStart=/bin/bash -c 'tx=$$(readlink ${places/* places */.zn.current}); id=$$(basename "$$tx"); . "$$tx/script.sh"; revert_files && put_verdict "$$id rolled-back boot" && rm -f ${places/* places */.zn.current}'
`;


/***/ })

};
