export const id = 7539;
export const ids = [7539];
export const modules = {

/***/ 30742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Hex. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}


/***/ }),

/***/ 91013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _recipes_look_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19677);
/* harmony import */ var _sessions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81134);




/** One look: one round trip, reads only. */
function lookAt(job, session, files) {
    return job.step('look', async () => {
        const paths = files.map((file) => file.destination);
        const ended = await session.exec((0,_recipes_look_js__WEBPACK_IMPORTED_MODULE_1__/* .lookCommand */ .z)(paths), {
            ..._sessions_js__WEBPACK_IMPORTED_MODULE_2__/* .lookLimits */ .QQ,
            maxBytes: 16 * 1024 * 1024,
            ...(job.ports.signal === undefined ? {} : { signal: job.ports.signal }),
        });
        if (!(0,_base_command_js__WEBPACK_IMPORTED_MODULE_3__/* .succeeded */ .g)(ended)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`look: the shell ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_3__/* .describeEnd */ .l)(ended)}: ${ended.stderr.toString('utf8').slice(0, 300)}`, {
                reason: ended.signal === null ? 'command-failed' : 'killed',
                hint: 'Ensure that the login user is root or may use sudo without a password, and that GNU coreutils are installed.',
            });
        }
        return (0,_recipes_look_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLook */ .j)(ended.stdout, paths);
    });
}


/***/ }),

/***/ 85133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ux: () => (/* binding */ isNothingToDo),
  Or: () => (/* binding */ planConfigure),
  s4: () => (/* binding */ planProblems)
});

// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/recipes/follow-up.js
var follow_up = __webpack_require__(22129);
// EXTERNAL MODULE: ./build/recipes/stamp.js
var stamp = __webpack_require__(35719);
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
        file.after.map(follow_up/* encodeFollowUp */.F),
    ]);
    return (0,digest/* sha256 */.s)(JSON.stringify(facts));
}

;// CONCATENATED MODULE: ./build/operations/configure/plan.js




/** Whether there is anything to do. */
function isNothingToDo(plan) {
    return plan.changes.length === 0 && plan.removals.length === 0 && !plan.stampOnly;
}
/** Compares what is desired with what was found. Pure: the same arguments give the same plan, byte for byte. */
function planConfigure({ files, checks }, sighting) {
    const changes = files.flatMap((file) => planFile(file, sighting.found.get(file.destination)));
    const removals = planRemovals(files, sighting);
    const followUps = orderFollowUps(changes.flatMap((change) => change.file.after));
    const validations = [...new Set(changes.flatMap((change) => change.file.validate ?? []))];
    const desired = desiredDigest(files);
    const upToDate = changes.length === 0 && removals.length === 0;
    const plan = {
        desiredDigest: desired,
        changes,
        removals,
        validations,
        followUps,
        checks,
        // What another run left unfinished is finished by a change, even one that changes no file.
        stampOnly: upToDate && (sighting.isUnfinished === true || (0,stamp/* readStampDigest */.eq)(sighting.stamp) !== desired),
        generation: sighting.generation,
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
                message: `${file.destination}: a ${type === 'folder' ? 'folder' : 'device, socket, pipe or loop of links'} is there, and Drover replaces only files`,
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
/** Only what Drover put there, and only plain files: a link was made by somebody else. */
function planRemovals(files, { managed, found }) {
    const wanted = new Set(files.map((file) => file.destination));
    return managed.flatMap((path) => {
        const there = found.get(path);
        if (wanted.has(path) || there?.isLink || there?.sha256 === undefined)
            return [];
        return [{ path, seenSha256: there.sha256 }];
    });
}
function orderFollowUps(wanted) {
    const byKey = new Map(wanted.map((followUp) => [(0,follow_up/* encodeFollowUp */.F)(followUp), followUp]));
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
        plan.removals.map(({ path }) => path),
        plan.validations,
        plan.followUps.map(follow_up/* encodeFollowUp */.F),
        plan.checks,
        plan.stampOnly,
    ]));
}


/***/ }),

/***/ 30951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ showPlan)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37291);
/* harmony import */ var _recipes_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30230);
/* harmony import */ var _recipes_follow_up_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22129);
/* harmony import */ var _remote_tar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20912);
/* harmony import */ var _secrets_restore_placeholders_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78187);
/* harmony import */ var _sessions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81134);






/** The plan as people read it: the shape of `outcome.data`, with a diff for each file whose content is not secret. */
async function showPlan(job, session, shown) {
    const { plan, secrets } = shown;
    const replaced = plan.changes.filter((change) => change.action === 'replace');
    const before = await readFound(job, session, replaced.map((change) => change.target));
    return {
        digest: plan.digest,
        changes: [
            ...plan.changes.map((change) => {
                const diff = diffOf(change, before.get(change.target), secrets);
                return {
                    path: change.file.destination,
                    action: change.action,
                    ...(diff === undefined ? {} : { diff: job.ports.clean(diff) }),
                    after: change.file.after.map(_recipes_follow_up_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeFollowUp */ .F),
                };
            }),
            ...plan.removals.map(({ path }) => ({ path, action: 'remove', after: [] })),
        ],
        followUps: plan.followUps.map(_recipes_follow_up_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeFollowUp */ .F),
        stampOnly: plan.stampOnly,
    };
}
async function readFound(job, session, paths) {
    if (paths.length === 0)
        return new Map();
    return job.step('read what is to be replaced', async () => {
        const ended = await session.exec((0,_recipes_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .captureCommand */ .g_)(paths), { ..._sessions_js__WEBPACK_IMPORTED_MODULE_3__/* .lookLimits */ .QQ, maxBytes: 64 * 1024 * 1024 });
        const entries = await (0,_remote_tar_js__WEBPACK_IMPORTED_MODULE_1__/* .unpackTar */ .A)(ended.stdout);
        return new Map(entries.filter((entry) => entry.type === 'file').map((entry) => [entry.path, entry.bytes]));
    });
}
function diffOf(change, found, secrets) {
    const { file } = change;
    if (change.action === 'set-mode')
        return undefined;
    const old = found === undefined ? Buffer.alloc(0) : (0,_secrets_restore_placeholders_js__WEBPACK_IMPORTED_MODULE_2__/* .restorePlaceholders */ .V)({ found, file: undefined, secrets });
    if (old === undefined || !isText(old) || !isText(file.shown))
        return undefined;
    return (0,diff__WEBPACK_IMPORTED_MODULE_5__/* .createTwoFilesPatch */ .ss)(file.destination, file.destination, old.toString('utf8'), file.shown.toString('utf8'), 'found', 'desired', { context: 3 });
}
function isText(bytes) {
    return !bytes.includes(0) && Buffer.from(bytes.toString('utf8')).equals(bytes);
}


/***/ }),

/***/ 36309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ renderMachines)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _render_list_secret_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14315);
/* harmony import */ var _render_render_machine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14623);



/**
 * Renders all machines before any is touched, so that one missing secret or
 * variable is known while nothing has happened yet. Throws one InputError with
 * the problems of all machines, each once.
 */
async function renderMachines(ports, survey, machines) {
    const toolkit = await ports.toolkit();
    const config = survey.snapshot.tree;
    const secrets = [...(0,_render_list_secret_names_js__WEBPACK_IMPORTED_MODULE_1__/* .listSecretNames */ .h)({ toolkit, config }).keys()].flatMap((name) => ports.secret(name) ?? []);
    for (const secret of secrets)
        ports.guard(secret);
    const desired = new Map();
    const problems = new Map();
    for (const machine of machines) {
        try {
            const rendered = (0,_render_render_machine_js__WEBPACK_IMPORTED_MODULE_2__/* .renderMachine */ .K)({
                machine,
                flockName: survey.flock.name,
                toolkit,
                config,
                secrets: ports.secret,
            });
            desired.set(machine.name, rendered);
        }
        catch (error) {
            if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz))
                throw error;
            for (const problem of error.problems)
                problems.set(JSON.stringify([problem.at, problem.message]), problem);
        }
    }
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)([...problems.values()]);
    return {
        secrets,
        of: (machine) => desired.get(machine) ?? { files: [], captures: [] },
    };
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

/***/ 30230:
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

/***/ 22129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseFollowUp),
/* harmony export */   F: () => (/* binding */ encodeFollowUp)
/* harmony export */ });
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


/***/ }),

/***/ 19677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ parseLook),
/* harmony export */   z: () => (/* binding */ lookCommand)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73636);
/* harmony import */ var _transaction_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24039);



/*
 * The look: reads only, one process for each question and not for each file: on a machine with
 * nothing to do, starting programs is most of what it costs.
 * Fields end with NUL, so that no name can break the answer; the last field
 * is END, so that an answer that was cut off is recognised.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
# First: what changes after it is known, is found by the recheck.
printf 'G\\0'
${_transaction_places_js__WEBPACK_IMPORTED_MODULE_2__/* .generationScript */ .e6}
printf '\\0'
set -- ${_transaction_places_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn.transactions}/*
if [ -n "$undecided" ] || [ -e "$1" ]; then printf 'U\\0'; fi
managed=
[ ! -f ${_transaction_places_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn.files} ] || managed=$(cat ${_transaction_places_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn.files})
[ "$managed" = "$paths" ] || paths=$(printf '%s\\n%s\\n' "$paths" "$managed" | sort -u)
set -f; IFS='
'
there= plain=
for path in $paths; do
  if [ -L "$path" ]; then
    real=$(readlink -m -- "$path")
    printf '%s\\0' L "$path" "$real"
    # Only a loop leads to a link.
    [ ! -L "$real" ] || printf '%s\\0' S "$path" 'loop of links' 0 - - 0
  fi
  if [ -e "$path" ]; then there="$there$IFS$path"; fi
  if [ -f "$path" ]; then plain="$plain$IFS$path"; fi
done
[ -z "$there" ] || stat -L --printf 'S\\0%n\\0%F\\0%a\\0%U\\0%G\\0%s\\0' -- $there
if [ -n "$plain" ]; then printf 'H\\0'; sha256sum -z -- $plain; printf '\\0'; fi
if [ -f ${_transaction_places_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn.stamp} ]; then printf 'T\\0'; cat ${_transaction_places_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn.stamp}; printf '\\0'; fi
printf 'M\\0%s\\0' "$managed"
printf 'END\\0'
`;
/** Looks at these paths (absolute, without control characters). */
function lookCommand(paths) {
    // The shell reads all of it from standard input: of any length, and without a program to read the paths.
    return { argv: ['sh', '-s'], stdin: `paths=${(0,_base_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteWord */ .XW)([...paths].sort().join('\n'))}\n${script}` };
}
/** Throws `connection-lost` when the answer is not whole. */
function parseLook(stdout, paths) {
    const fields = stdout.toString('utf8').split('\0');
    const found = new Map(paths.map((path) => [path, { target: path, isLink: false }]));
    const merge = (path, facts) => {
        found.set(path, { target: path, isLink: false, ...found.get(path), ...facts });
    };
    let stamp;
    let generation;
    let isUnfinished = false;
    let managed = [];
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
            case 'H':
                for (let line = next(); line !== ''; line = next()) {
                    const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) [ *](.*)$/s.exec(line) ?? [];
                    merge(path, { sha256 });
                }
                break;
            case 'T':
                stamp = next();
                break;
            case 'G':
                generation = next();
                break;
            case 'U':
                isUnfinished = true;
                break;
            case 'M':
                managed = next()
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F('look: the answer of the machine is not whole', {
            reason: 'connection-lost',
            hint: 'Run the operation again.',
        });
    }
    return {
        found,
        managed,
        ...(stamp === undefined ? {} : { stamp }),
        ...(generation === undefined ? {} : { generation }),
        ...(isUnfinished ? { isUnfinished } : {}),
    };
}
function parseStat(fields) {
    const [type, mode, owner, group, size] = fields;
    const kind = type.startsWith('regular') ? 'file' : type === 'directory' ? 'folder' : 'other';
    return { type: kind, mode: Number.parseInt(mode, 8), owner, group, size: Number(size) };
}


/***/ }),

/***/ 35719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eq: () => (/* binding */ readStampDigest),
/* harmony export */   rp: () => (/* binding */ encodeStampEnv),
/* harmony export */   yh: () => (/* binding */ encodeStamp)
/* harmony export */ });
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
    /** Every path that Drover put here, one a line. */
    files: '/var/lib/drover/files',
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

/***/ 20912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ unpackTar),
/* harmony export */   n: () => (/* binding */ packTar)
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

/***/ 78187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ restorePlaceholders)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var _base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6637);
/* harmony import */ var _encodings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69627);
/* harmony import */ var _matcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22512);




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


/***/ }),

/***/ 47318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/**
 * Calls `attempt` (with 1, 2, …) until it succeeds. Pauses are random between 0 and a limit that
 * doubles ("full jitter"), so that many who failed together do not come back together.
 * Throws the last error as it was.
 */
async function retry(options, attempt) {
    const { clock } = options;
    const start = clock.elapsed();
    for (let count = 1;; count += 1) {
        try {
            return await attempt(count);
        }
        catch (error) {
            const pauseMs = Math.max(clock.random() * limit(options, count), options.leastMs?.(error) ?? 0);
            const late = options.deadlineMs !== undefined && clock.elapsed() - start + pauseMs > options.deadlineMs;
            if (late || count >= mostAttempts(options) || !options.isRetryable(error))
                throw error;
            await clock.sleep(pauseMs, options.signal);
        }
    }
}
function limit({ baseMs, maxMs }, count) {
    return Math.min(maxMs, baseMs * 2 ** (count - 1));
}
function mostAttempts({ attempts, deadlineMs }) {
    return attempts ?? (deadlineMs === undefined ? 1 : Number.POSITIVE_INFINITY);
}


/***/ })

};
