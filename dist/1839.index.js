export const id = 1839;
export const ids = [1839];
export const modules = {

/***/ 21839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkBaseline: () => (/* binding */ checkBaseline)
/* harmony export */ });
/* harmony import */ var _recipes_baseline_baseline_script_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79011);
/* harmony import */ var _recipes_baseline_read_events_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60272);
/* harmony import */ var _recipes_baseline_role_ends_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(99727);
/* harmony import */ var _remote_tar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20912);
/* harmony import */ var _render_baseline_baseline_archive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50393);





const limits = { timeoutMs: 15 * 60_000, maxBytes: 16 * 1024 * 1024 };
/**
 * Lets Ansible say on the machine what the pending roles would change (`--check --diff`). Installs
 * nothing: on a machine without Ansible only the names of the roles are known.
 */
async function checkBaseline(job, session, { baseline, pending }) {
    if (baseline === undefined || pending.length === 0)
        return [];
    return await job.step('ask Ansible what would change', async () => {
        const archive = await (0,_remote_tar_js__WEBPACK_IMPORTED_MODULE_1__/* .packTar */ .nG)((0,_render_baseline_baseline_archive_js__WEBPACK_IMPORTED_MODULE_2__/* .baselineArchive */ .e)(baseline, pending));
        const ended = await session.exec({ ..._recipes_baseline_baseline_script_js__WEBPACK_IMPORTED_MODULE_0__/* .baselineCheckCommand */ .ln, stdin: archive }, { ...limits, ...(job.ports.signal === undefined ? {} : { signal: job.ports.signal }) });
        if (ended.code === _recipes_baseline_baseline_script_js__WEBPACK_IMPORTED_MODULE_0__/* .notThere */ ._)
            return pending.map((role) => roleChange(role, undefined));
        const reader = (0,_recipes_baseline_read_events_js__WEBPACK_IMPORTED_MODULE_3__/* .readBaselineEvents */ .h)();
        for (const line of ended.stdout.toString('utf8').split('\n'))
            reader.line(line);
        const report = reader.result();
        const roles = (0,_recipes_baseline_role_ends_js__WEBPACK_IMPORTED_MODULE_4__/* .roleEnds */ .v4)(report);
        const cut = report.isWhole ? undefined : (report.said.at(-1) ?? 'it ended before its last task');
        return pending.map((name) => {
            const found = roles.find(({ role }) => role === name);
            const lines = (found?.changed ?? []).map((task) => `task: ${task.task}\n${(0,_recipes_baseline_role_ends_js__WEBPACK_IMPORTED_MODULE_4__/* .diffOf */ .n_)(task)}`.trimEnd());
            const { failure } = report;
            const failed = failure?.role === name
                ? [`cannot be foreseen from here on: ${failure.task}: ${failure.message}`]
                : cut === undefined
                    ? []
                    : [`cannot be foreseen: Ansible says: ${cut}`];
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
