export const id = 9228;
export const ids = [9228];
export const modules = {

/***/ 89228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkBaseline: () => (/* binding */ checkBaseline)
/* harmony export */ });
/* harmony import */ var _remote_tar_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20912);
/* harmony import */ var _commands_baseline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56294);
/* harmony import */ var _commands_baseline_archive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61577);
/* harmony import */ var _commands_read_events_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19307);
/* harmony import */ var _commands_role_ends_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37568);





const limits = { timeoutMs: 15 * 60_000, maxBytes: 16 * 1024 * 1024 };
/**
 * Lets Ansible say on the machine what the pending roles would change (`--check --diff`). Installs
 * nothing: on a machine without Ansible only the names of the roles are known.
 */
async function checkBaseline(task, session, { baseline, pending }) {
    if (baseline === undefined || pending.length === 0)
        return [];
    return await task.step({ kind: 'observe', text: 'ask Ansible what would change' }, async () => {
        const archive = await (0,_remote_tar_js__WEBPACK_IMPORTED_MODULE_0__/* .packTar */ .nG)((0,_commands_baseline_archive_js__WEBPACK_IMPORTED_MODULE_2__/* .baselineArchive */ .e)(baseline, pending));
        const ended = await session.exec({ ..._commands_baseline_js__WEBPACK_IMPORTED_MODULE_1__/* .baselineCheckCommand */ .ln, stdin: archive }, { ...limits, ...(task.ports.signal === undefined ? {} : { signal: task.ports.signal }) });
        if (ended.code === _commands_baseline_js__WEBPACK_IMPORTED_MODULE_1__/* .notThere */ ._)
            return pending.map((role) => roleChange(role, undefined));
        const reader = (0,_commands_read_events_js__WEBPACK_IMPORTED_MODULE_3__/* .readBaselineEvents */ .h)();
        for (const line of ended.stdout.toString('utf8').split('\n'))
            reader.line(line);
        const report = reader.result();
        const roles = (0,_commands_role_ends_js__WEBPACK_IMPORTED_MODULE_4__/* .roleOutcomes */ .Ad)(report);
        const cut = report.isWhole ? undefined : (report.said.at(-1) ?? 'it ended before its last task');
        return pending.map((name) => {
            const found = roles.find(({ role }) => role === name);
            const lines = (found?.changed ?? []).map((task) => `task: ${task.task}\n${(0,_commands_role_ends_js__WEBPACK_IMPORTED_MODULE_4__/* .diffOf */ .n_)(task)}`.trimEnd());
            const { failure } = report;
            const failed = failure?.role === name
                ? [`cannot be foreseen from here on: ${failure.task}: ${failure.message}`]
                : cut === undefined
                    ? []
                    : [`cannot be foreseen: Ansible says: ${cut}`];
            return roleChange(name, task.ports.clean([...lines, ...failed].join('\n')));
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

/***/ 61577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ baselineArchive)
/* harmony export */ });
/* harmony import */ var _render_roles_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2480);

/**
 * The folder in which `ansible-playbook -i inventory playbook.yml` runs the pending roles.
 *
 * Variables are those of the host, not extra ones (`-e`): extra variables beat everything, so that a role
 * could not set a variable of its own by `set_fact`, nor hand another value to a role that it includes or
 * depends on. Host variables beat the defaults of a role and nothing else that it does.
 */
function baselineArchive({ roles, files, vars, secretVars }, pending) {
    const desired = roles.filter(({ name }) => pending.includes(name));
    const needed = new Set(desired.flatMap(({ needs }) => needs));
    const secret = (path, bytes) => ({ path, mode: 0o600, bytes });
    return [
        secret('inventory', Buffer.from(inventory)),
        secret('playbook.yml', Buffer.from(playbook(desired.map(({ name }) => name)))),
        secret('host_vars/localhost/vars.json', Buffer.from(`${(0,_render_roles_canonical_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(vars)}\n`)),
        secret('host_vars/localhost/secret-vars.yml', secretVars.bytes.reveal()),
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


/***/ }),

/***/ 56294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ baselineProgram),
/* harmony export */   _: () => (/* binding */ notThere),
/* harmony export */   ln: () => (/* binding */ baselineCheckCommand)
/* harmony export */ });
/* harmony import */ var _programs_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34472);
/* harmony import */ var _transaction_places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33963);


/**
 * Runs the playbook that was sent along on the machine itself, in the folder where it was unpacked
 * (`playbook.yml`, `inventory`, `roles/` …), and then notes which roles the machine has: all that are
 * wanted, not only those that ran. Prints the lines of the callback `drover`, and what apt says.
 */
function baselineProgram(desired) {
    const roles = desired.map(({ name, digest }) => `${name} ${digest}\n`).join('');
    return (0,_programs_program_js__WEBPACK_IMPORTED_MODULE_0__/* .programText */ .Q)('roles/baseline.sh', { place_baseline: _transaction_places_js__WEBPACK_IMPORTED_MODULE_1__/* .places */ .zn.baseline, roles });
}
/** Exit status when Ansible is not there. */
const notThere = 4;
/** Receives the archive and shows what the playbook would change; installs nothing, notes nothing, leaves nothing. */
const baselineCheckCommand = (0,_programs_program_js__WEBPACK_IMPORTED_MODULE_0__/* .programCommand */ .O)('roles/check.sh', {
    values: { status_not_there: notThere },
});


/***/ }),

/***/ 19307:
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
function failureOf({ role, task, message, items, }) {
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


/***/ })

};
