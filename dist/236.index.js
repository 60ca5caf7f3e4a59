export const id = 236;
export const ids = [236];
export const modules = {

/***/ 80236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeMachineReady: () => (/* binding */ makeMachineReady)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/task/answer-of.js
var answer_of = __webpack_require__(69816);
// EXTERNAL MODULE: ./build/artifacts/commands/artifact-place.js
var artifact_place = __webpack_require__(25703);
// EXTERNAL MODULE: ./build/artifacts/find-artifact.js
var find_artifact = __webpack_require__(52176);
;// CONCATENATED MODULE: ./build/artifacts/prepare-artifacts.js






/**
 * Puts every wanted version on the machine, ready to be switched to; nothing is switched. Asks the machine
 * nothing when all are present, and sends a version only to a machine that has it not. Throws, among what
 * `ArtifactSource` throws, `missing-file`, `artifact-differs`, `disk-full`, `connection-lost`.
 */
async function prepareArtifacts(task, { session, desired, tree, present }) {
    const unknown = desired.filter((entry) => !present.has((0,artifact_place/* artifactPlace */.ge)(entry).path));
    if (unknown.length === 0)
        return;
    const there = await settle(task, session, unknown);
    for (const entry of unknown.filter((_entry, at) => !there.has(at))) {
        await task.step({ kind: 'transfer', text: `send ${(0,artifact_place/* artifactPlace */.ge)(entry).label}` }, async () => {
            await send(task, session, { entry, bytes: await bytesOf(task, entry, tree) });
        });
    }
}
async function settle(task, session, desired) {
    const subject = `${task.machine.name}: look at artifacts`;
    const answer = await (0,answer_of/* answerOf */.u)(session, {
        command: (0,artifact_place/* settleArtifacts */.No)(desired.map((entry) => ({ ...entry, place: (0,artifact_place/* artifactPlace */.ge)(entry) }))),
        subject,
        hint: 'Ensure that the owner and group of each artifact exist on the machine.',
        signal: task.ports.signal,
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
// EXTERNAL MODULE: ./build/long-work/run-long-work.js + 2 modules
var run_long_work = __webpack_require__(31950);
;// CONCATENATED MODULE: ./build/code/commands/code-status.js
/** How the work ends other than well; the reason that each is told as is in `prepareCode`. */
const codeStatus = {
    unreachable: 20,
    missing: 21,
    build: 22,
    diskFull: 23,
    noGit: 24,
    other: 25,
};

// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/code/commands/release.js
var commands_release = __webpack_require__(47022);
;// CONCATENATED MODULE: ./build/code/commands/observe-releases.js



/** Asks for the releases of the code at each of these paths. */
function observeReleasesCommand(paths) {
    return (0,program/* programCommand */.O)('code/observe-releases.sh', { args: paths.map(commands_release/* releasesFolder */.J) });
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
            done: told(/^done (\d+) ([0-9a-f]{12}-[0-9a-f]{8})$/).map((name) => `${(0,commands_release/* releasesFolder */.J)(path)}/${name}`),
            have: told(/^have (\d+) ([0-9a-f]{40})$/),
        };
    });
}

// EXTERNAL MODULE: ./build/base/text/quote.js
var quote = __webpack_require__(90366);
// EXTERNAL MODULE: ./build/programs/assemble-program.js
var assemble_program = __webpack_require__(76951);
;// CONCATENATED MODULE: ./build/code/commands/prepare-release.js





/** A bash script that makes these releases one after another, and leaves those alone that are done. */
function prepareScript(works) {
    return [(0,program/* programText */.Q)('code/release.sh', values()), ...works.map(workLines)].join('\n');
}
function values() {
    return {
        share_program: (0,program/* programText */.Q)('code/share.sh'),
        status_unreachable: codeStatus.unreachable,
        status_missing: codeStatus.missing,
        status_build: codeStatus.build,
        status_disk_full: codeStatus.diskFull,
        status_no_git: codeStatus.noGit,
        status_other: codeStatus.other,
    };
}
function workLines({ entry, commit, bundle = '-' }) {
    const { name, path, url, via, owner, group, revision, build, shared } = entry;
    const release = (0,commands_release/* releaseOf */.l)(entry, commit).path;
    const words = [name, path, url, via, commit, release, owner, group, bundle, revision];
    return `${(0,assemble_program/* renderValues */.Z)({ build, shared })}${(0,quote/* quoteCommand */.ch)(['make_release', ...words])}\n`;
}
function parseReleaseLine(line) {
    if (line.startsWith('| '))
        return { kind: 'output', line: line.slice(2) };
    if (line.startsWith('failed '))
        return { kind: 'failed', why: line.slice('failed '.length) };
    return { kind: 'step', line };
}

// EXTERNAL MODULE: ./build/code/resolve-code.js
var resolve_code = __webpack_require__(74864);
;// CONCATENATED MODULE: ./build/code/prepare-code.js










const timeoutSeconds = 3600;
/** What is sent to a machine is held in memory as a whole. */
const maxBytes = 512 * 1024 * 1024;
/**
 * Makes every wanted release on the machine, ready to be switched to; nothing is switched. Asks the
 * machine nothing when all are present. Throws, among what `runTransient` throws, `build-failed`,
 * `code-unreachable`, `commit-missing`, `disk-full`, `too-large`, `missing-secret`.
 */
async function prepareCode(task, { connection, desired, present }) {
    const pathOf = ({ entry, commit }) => (0,commands_release/* releaseOf */.l)(entry, commit).path;
    const unknown = desired.filter((code) => !present.has(pathOf(code)));
    if (unknown.length === 0)
        return;
    const observed = await look(task, connection, unknown);
    const lacking = unknown.flatMap((code, at) => {
        const { done, have } = observed[at] ?? { done: [], have: [] };
        return done.includes(pathOf(code)) ? [] : [{ ...code, have }];
    });
    if (lacking.length === 0)
        return;
    const labels = lacking.map(({ entry, commit }) => (0,commands_release/* releaseOf */.l)(entry, commit).label).join(', ');
    await task.step({ kind: 'make-ready', text: `make ready ${labels}` }, async () => {
        const { works, files } = await gather(task, lacking);
        await make(task, { connection, works, files });
    });
}
async function look(task, session, desired) {
    const paths = desired.map(({ entry }) => entry.path);
    const answer = await (0,answer_of/* answerOf */.u)(session, {
        command: observeReleasesCommand(paths),
        subject: `${task.machine.name}: look at releases`,
        hint: 'Run the operation again.',
        signal: task.ports.signal,
    });
    return parseReleases(answer, paths);
}
/** What is pushed: the commits that the machine lacks, in a file for each code. */
async function gather(task, lacking) {
    const { ports } = task;
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
    if (total > maxBytes)
        throw tooLarge(task, total);
    const files = [];
    for (const { name, path } of bundles)
        files.push({ path: name, mode: 0o600, bytes: await (0,promises_.readFile)(path) });
    return { works, files };
}
function tooLarge({ machine }, bytes) {
    const mebibytes = (size) => `${Math.ceil(size / 1024 / 1024)} MiB`;
    return new errors/* DroverError */.F(`${machine.name}: the commits that it lacks are ${mebibytes(bytes)}, and at most ${mebibytes(maxBytes)} can be sent`, {
        reason: 'too-large',
        hint: 'Let the machine fetch the code by itself ("via: clone"), or keep large files out of its history.',
    });
}
async function make(task, { connection, works, files }) {
    const script = prepareScript(works);
    let why;
    const code = await (0,run_long_work/* runTransient */.W)(task, connection, {
        kind: 'code',
        // Without what names the files: whoever wants the same releases joins, whatever it would have sent.
        key: (0,digest/* sha256 */.s)(prepareScript(works.map(({ entry, commit }) => ({ entry, commit })))).slice(0, 32),
        script,
        files,
        timeoutSeconds,
        onLine: (line) => {
            const told = parseReleaseLine(line);
            if (told.kind === 'failed')
                why = told.why;
            else
                task.output(told.line, 'stdout');
        },
    });
    if (code === 0)
        return;
    const { reason, hint } = prepare_code_failures.get(code) ?? prepare_code_other;
    throw new errors/* DroverError */.F(`${task.machine.name}: ${why ?? `the making of releases exited with ${code}`}`, {
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

// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/roles/commands/baseline.js
var commands_baseline = __webpack_require__(56294);
// EXTERNAL MODULE: ./build/roles/commands/baseline-archive.js
var baseline_archive = __webpack_require__(61577);
// EXTERNAL MODULE: ./build/roles/commands/read-events.js
var read_events = __webpack_require__(19307);
// EXTERNAL MODULE: ./build/roles/commands/role-ends.js
var role_ends = __webpack_require__(37568);
;// CONCATENATED MODULE: ./build/roles/run-baseline.js








/** Past what a slow mirror and many packages take. */
const run_baseline_timeoutSeconds = 60 * 60;
/**
 * Runs the pending roles on the machine, each told as a step. Throws `baseline-failed` with the task that
 * failed, and what `runTransient` throws.
 */
async function runBaseline(task, { connection, baseline, plan }) {
    const reader = (0,read_events/* readBaselineEvents */.h)({
        onStart: ({ role = role_ends/* outsideRoles */.DV, task: name }) => task.stepStarted({ kind: 'baseline', text: `baseline ${role}: ${name}` }),
    });
    const code = await (0,run_long_work/* runTransient */.W)(task, connection, {
        kind: 'baseline',
        key: (0,digest/* sha256 */.s)(JSON.stringify([plan.digest, plan.pending])),
        script: (0,commands_baseline/* baselineProgram */.K7)(baseline.roles),
        files: (0,baseline_archive/* baselineArchive */.e)(baseline, plan.pending),
        timeoutSeconds: run_baseline_timeoutSeconds,
        onLine: reader.line,
    });
    const report = reader.result();
    const roles = (0,role_ends/* roleOutcomes */.Ad)(report);
    for (const role of roles)
        task.stepDone(stepOf(role, report));
    if (code === 0 && report.isWhole)
        return roles;
    throw failure(report, code);
}
function stepOf({ role, tasks, changed, hasFailed, seconds }, { failure: failed }) {
    const detail = [
        ...changed.map(({ task }) => `changed: ${task}`),
        ...(hasFailed && failed !== undefined ? [`failed: ${failed.task}: ${failed.message}`] : []),
    ];
    return {
        kind: 'baseline',
        text: `baseline ${role} (${(0,count_of/* countOf */.p)(tasks, 'task')}, ${changed.length} changed)`,
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

// EXTERNAL MODULE: ./build/configure/plan/relocate.js
var relocate = __webpack_require__(5720);
;// CONCATENATED MODULE: ./build/configure/make-ready.js




/**
 * All that is slow and touches nothing that serves: runs the pending roles, makes releases of code, puts artifacts
 * there. What is done already is not done again.
 */
async function makeMachineReady(task, work) {
    const { connection, desired, plan, tree } = work;
    const ran = await runRoles(task, work);
    const present = presentOf(work);
    if (plan.links.length > 0) {
        await prepareCode(task, { connection, desired: desired.code, present });
        await prepareArtifacts(task, { session: connection, desired: desired.artifacts, tree, present });
    }
    return ran === undefined ? {} : { ran };
}
async function runRoles(task, { connection, desired: { baseline }, plan: { pending, baselineDigest } }) {
    if (baseline === undefined || baselineDigest === undefined || pending.length === 0)
        return undefined;
    const plan = { pending, digest: baselineDigest };
    return await runBaseline(task, { connection, baseline, plan });
}
/** What links lead to now: it is there, and whole. */
function presentOf({ desired: { links }, observed }) {
    return new Set(links.flatMap(({ path, to }) => {
        const found = observed.found.get((0,relocate/* relocate */.sU)(path, links));
        return found?.link === to && found.isDangling !== true ? [to] : [];
    }));
}


/***/ }),

/***/ 57853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ startDeadline)
/* harmony export */ });
const tellEveryMs = 15_000;
function startDeadline(task, deadlineMs) {
    const { clock } = task.ports;
    const startedMs = clock.elapsed();
    const elapsedMs = () => clock.elapsed() - startedMs;
    let toldMs = 0;
    let told;
    return {
        deadlineMs,
        elapsedMs,
        isOver: () => elapsedMs() >= deadlineMs,
        tell: (what) => {
            if (what === told && elapsedMs() - toldMs < tellEveryMs)
                return;
            told = what;
            toldMs = elapsedMs();
            task.stepStarted({
                kind: 'wait',
                text: `${what} (${Math.round(toldMs / 1000)} s of at most ${Math.round(deadlineMs / 1000)} s)`,
            });
        },
    };
}


/***/ }),

/***/ 31950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ runTransient)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/connection/connection-failure.js
var connection_failure = __webpack_require__(6958);
// EXTERNAL MODULE: ./build/connection/deadline.js
var connection_deadline = __webpack_require__(57853);
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/remote/lines.js
var lines = __webpack_require__(94420);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/task/answer-of.js
var answer_of = __webpack_require__(69816);
// EXTERNAL MODULE: ./build/task/lock-holder.js
var lock_holder = __webpack_require__(80168);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
;// CONCATENATED MODULE: ./build/long-work/commands/follow.js


/** How long the follower is silent at most, in seconds: its link is looked at by what it says. */
const aliveSeconds = 10;
/** A line of base64 stays below what one line may hold. */
const chunkBytes = 32 * 1024;
/** Prints the output of a run from a byte on, as it comes, until the unit has ended. */
function followCommand({ kind, run }, offset) {
    return (0,program/* programCommand */.O)('long-work/follow.sh', {
        values: { place_transient: places/* places */.zn.transient, chunk_bytes: chunkBytes, alive_seconds: aliveSeconds },
        args: [kind, run, String(offset)],
    });
}
/** Undefined for a sign of life, and for a line that was cut off. */
function parseFollowed(line) {
    const [, offset, length, base64 = ''] = /^data (\d+) (\d+) (\S*)$/.exec(line) ?? [];
    if (offset !== undefined) {
        const bytes = Buffer.from(base64, 'base64');
        return bytes.length === Number(length) ? { kind: 'data', offset: Number(offset), bytes } : undefined;
    }
    const [, rest] = /^end (.+) \.$/.exec(line) ?? [];
    const end = rest === undefined ? undefined : parseEnd(rest);
    return end === undefined ? undefined : { kind: 'end', end };
}
/** What a shell gives for a program that was ended by a signal: abort, kill, segmentation fault, termination. */
const signals = { 134: 'ABRT', 137: 'KILL', 139: 'SEGV', 143: 'TERM' };
/** Our own word, or what systemd says: `$SERVICE_RESULT $EXIT_CODE $EXIT_STATUS` (systemd.exec(5)). */
function parseEnd(text) {
    const [word = '', how = '', status = ''] = text.trim().split(' ');
    if (word === 'busy')
        return { kind: 'busy', holder: text.slice('busy'.length).trim() };
    if (word === 'replaced' || word === 'timed-out')
        return { kind: word };
    if (word === 'timeout')
        return { kind: 'timed-out' };
    if (word === 'gone')
        return { kind: 'killed', why: 'the machine went down' };
    if (word === 'oom-kill')
        return { kind: 'killed', why: 'the machine had no memory left for it' };
    if (how === 'killed' || how === 'dumped')
        return { kind: 'killed', why: `it was ended by SIG${status}` };
    if (how !== 'exited' || !/^\d+$/.test(status))
        return undefined;
    const signal = signals[Number(status)];
    return signal === undefined
        ? { kind: 'exited', code: Number(status) }
        : { kind: 'killed', why: `it was ended by SIG${signal}` };
}

// EXTERNAL MODULE: ./build/transaction/shared-values.js
var shared_values = __webpack_require__(63549);
;// CONCATENATED MODULE: ./build/long-work/commands/transient.js



/** How much longer the unit may live than its work: an unfinished change is undone first. */
const spareSeconds = 120;
const values = { place_transient: places/* places */.zn.transient };
/** Says in whose hands the unit is, and changes nothing. */
function stateCommand({ kind, run, key }) {
    return (0,program/* programCommand */.O)('long-work/state.sh', { values, args: [kind, run, key] });
}
/**
 * Receives the archive (`bytes` of it) on standard input and starts the unit, if the unit is free. Answers
 * as `stateCommand` does; `ours` when it runs. May be sent again when its answer was lost.
 */
function startCommand(transient, bytes) {
    const { kind, run, key, holder, lockWaitSeconds, timeoutSeconds } = transient;
    const args = [
        ...[kind, run, key, String(bytes), holder],
        ...[String(Math.ceil(lockWaitSeconds)), String(timeoutSeconds)],
    ];
    return (0,program/* programCommand */.O)('long-work/start.sh', { values: { ...values, spare_seconds: spareSeconds }, args });
}
/** What is sent. `complete` is last: an archive that was cut off lacks it. */
function transientArchive({ script, files, }) {
    const text = (path, content) => ({
        path,
        mode: 0o600,
        bytes: Buffer.from(content),
    });
    return [
        text('unit.sh', (0,program/* programText */.Q)('long-work/unit.sh', shared_values/* sharedValues */.w)),
        text('ended.sh', (0,program/* programText */.Q)('long-work/ended.sh')),
        text('script.sh', script),
        ...files.map((file) => ({ ...file, path: `files/${file.path}` })),
        text('complete', ''),
    ];
}
/** Undefined when the answer is none. */
function parseState(answer) {
    const [, word, rest = ''] = /^(\S+) ?(.*)$/.exec(answer.trim()) ?? [];
    if (word === 'free' || word === 'no-systemd')
        return { kind: word };
    if (word === 'ours' && rest !== '')
        return { kind: 'ours', run: rest };
    return word === 'other' ? { kind: 'other', holder: rest } : undefined;
}

;// CONCATENATED MODULE: ./build/long-work/run-long-work.js










/** How often a run looks whether other work of the same kind has ended. */
const lookAgainMs = 3000;
/**
 * Does long work on a machine as a systemd unit, which goes on when the connection or this process ends, and
 * answers with the exit status of the script. The connection is opened again when it is lost. A unit
 * that does the same work (same kind and key) is joined, its output told from the start; other work of the
 * kind, and whoever else holds the machine's lock, is waited for. Errors: `machine-locked`,
 * `connection-lost` (no answer for two minutes; the work goes on), `timed-out`, `killed`, `cancelled` (the
 * work goes on), `missing-tool` (no systemd), `command-failed` (could not be started).
 */
async function runTransient(task, connection, work) {
    const subject = `${task.machine.name}: ${work.kind}`;
    const transient = {
        lockWaitSeconds: connection_policy/* lockPatienceSeconds */.wO.longWork,
        ...work,
        run: (0,lock_holder/* newId */.S)(task.ports.clock),
        holder: (0,lock_holder/* holderLine */.$)(task),
    };
    const run = await start(task, connection, transient);
    const end = await follow(task, connection, { ...work, ...transient, run });
    if (end.kind === 'exited')
        return end.code;
    throw failureOf(end, { subject, work });
}
/** Waits until the unit is free, starts it, and answers with the run to follow: ours, or one that does the same. */
async function start(task, connection, transient) {
    const { clock } = task.ports;
    const subject = `${task.machine.name}: ${transient.kind}`;
    const deadline = (0,connection_deadline/* startDeadline */.d)(task, transient.lockWaitSeconds * 1000);
    for (;;) {
        const waitedSeconds = deadline.elapsedMs() / 1000;
        const lockWaitSeconds = Math.max(1, transient.lockWaitSeconds - waitedSeconds);
        const state = await connection.repeat(subject, () => claim(task, connection, { ...transient, lockWaitSeconds }));
        if (state.kind === 'ours') {
            if (state.run !== transient.run)
                task.stepStarted({ kind: 'long-work', text: `follow the ${transient.kind} that already runs` });
            return state.run;
        }
        const holder = state.kind === 'other' ? state.holder : '';
        if (deadline.isOver())
            throw locked(subject, holder);
        deadline.tell(`wait for ${holder || 'another run'}`);
        await connection.pause(subject, lookAgainMs * (0.5 + clock.random()));
    }
}
/** What is sent may be large: it is sent only to a unit that is free. */
async function claim(task, session, transient) {
    const observed = await ask(task, session, { transient });
    if (observed.kind !== 'free')
        return observed;
    return await ask(task, session, { transient, archive: await (0,tar/* packTar */.nG)(transientArchive(transient)) });
}
async function ask(task, session, { transient, archive }) {
    const subject = `${task.machine.name}: ${transient.kind}`;
    const command = archive === undefined
        ? stateCommand(transient)
        : { ...startCommand(transient, archive.length), stdin: archive };
    const state = parseState(await (0,answer_of/* answerOf */.u)(session, {
        command,
        subject: `${subject}: could not be started`,
        hint: 'Ensure that systemd is at work on the machine, and that /var/lib has room.',
        timeoutMs: archive === undefined ? 90_000 : 15 * 60_000,
        signal: task.ports.signal,
    }));
    if (state === undefined) {
        throw new errors/* DroverError */.F(`${subject}: could not be started: the machine gives no answer that is known`, {
            reason: 'command-failed',
            hint: 'Ensure that the login shell of the machine prints nothing by itself.',
        });
    }
    if (state.kind !== 'no-systemd')
        return state;
    throw new errors/* DroverError */.F(`${subject}: the machine does not run systemd`, {
        reason: 'missing-tool',
        hint: 'Long work must outlive the connection, which Drover leaves to systemd. Use a machine that boots with it.',
    });
}
/** Tells each line once, over as many connections as it takes. */
async function follow(task, connection, work) {
    const reader = readLines(task, work);
    let offset = 0;
    let end;
    const onLine = (line) => {
        const followed = parseFollowed(line);
        if (followed?.kind === 'end')
            end = followed.end;
        // After a lost connection the same bytes may come again.
        if (followed?.kind !== 'data' || followed.offset !== offset)
            return;
        offset += followed.bytes.length;
        reader.write(followed.bytes);
    };
    const { signal } = task.ports;
    const subject = `${task.machine.name}: ${work.kind}`;
    const seconds = work.timeoutSeconds + work.lockWaitSeconds + 600;
    while (end === undefined) {
        await connection.repeat(subject, async () => {
            await connection.exec(followCommand(work, offset), {
                timeoutMs: seconds * 1000,
                idleMs: 4 * aliveSeconds * 1000,
                maxBytes: 0,
                onLine: (line, stream) => stream === 'stdout' && onLine(line),
                ...(signal === undefined ? {} : { signal }),
            });
            if (end === undefined)
                throw (0,connection_failure/* noAnswer */.qE)(subject);
        });
    }
    reader.end();
    return end;
}
/** Parts the words of the unit itself from those of the work. */
function readLines(task, { run, onLine }) {
    return (0,lines/* splitLines */.u)((line) => {
        const [, word, rest = ''] = new RegExp(`^${run} (\\S+) ?(.*)$`).exec(line) ?? [];
        if (word === undefined)
            onLine(line);
        if (word === 'waiting')
            task.stepStarted({ kind: 'long-work', text: `wait for ${rest.trim() || 'another run'}` });
        if (word === 'undoing')
            task.stepStarted({ kind: 'long-work', text: 'undo what an earlier run left half done' });
    });
}
function failureOf(end, { subject, work }) {
    const again = 'Run the operation again: it looks first and finishes what is missing.';
    switch (end.kind) {
        case 'busy':
            return locked(subject, end.holder);
        case 'killed':
            return new errors/* DroverError */.F(`${subject}: was cut off on the machine: ${end.why}`, {
                reason: 'killed',
                hint: again,
            });
        case 'timed-out':
            return new errors/* DroverError */.F(`${subject}: was not done within ${work.timeoutSeconds} s and was ended`, {
                reason: 'timed-out',
                hint: `The lines above say what took so long. ${again}`,
            });
        case 'replaced':
            return new errors/* DroverError */.F(`${subject}: how it ended is not known: other runs have begun since`, {
                reason: 'connection-lost',
                hint: again,
            });
    }
}
function locked(subject, holder) {
    return new errors/* DroverError */.F(`${subject}: another run is changing the machine: ${holder || 'it does not say which'}`, {
        reason: 'machine-locked',
        hint: 'Wait until that run is done, then run this again.',
    });
}


/***/ }),

/***/ 94420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ splitLines)
/* harmony export */ });
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46193);

/** The longest line that is kept as a whole: a program that never prints a newline must not fill the memory. */
const maxLine = 64 * 1024;
/** Cuts a byte stream into lines; characters that are split across chunks stay whole. */
function splitLines(onLine) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_0__.StringDecoder('utf8');
    let rest = '';
    const take = (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
        if (rest.length > maxLine) {
            onLine(rest);
            rest = '';
        }
    };
    return {
        write: (chunk) => take(decoder.write(chunk)),
        end: () => {
            take(decoder.end());
            if (rest !== '')
                onLine(rest);
            rest = '';
        },
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


/***/ }),

/***/ 69816:
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


/***/ })

};
