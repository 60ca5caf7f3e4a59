export const id = 7936;
export const ids = [7936,6313];
export const modules = {

/***/ 96145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  configure: () => (/* binding */ configure)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/branch/flock-view.js
var flock_view = __webpack_require__(37012);
// EXTERNAL MODULE: ./build/configure/configure-machine.js + 2 modules
var configure_machine = __webpack_require__(85039);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/base/secret-bytes.js
var secret_bytes = __webpack_require__(95452);
// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/remote/connection-policy.js
var connection_policy = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/transaction/follow-up.js
var follow_up = __webpack_require__(83034);
// EXTERNAL MODULE: ./build/transaction/managed.js
var managed = __webpack_require__(98270);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
// EXTERNAL MODULE: ./build/transaction/transaction.js + 2 modules
var transaction = __webpack_require__(40864);
// EXTERNAL MODULE: ./build/configure/apply.js
var apply = __webpack_require__(68871);
// EXTERNAL MODULE: ./build/configure/commands/observe.js
var observe = __webpack_require__(80882);
// EXTERNAL MODULE: ./build/configure/execute-transaction.js
var execute_transaction = __webpack_require__(68401);
// EXTERNAL MODULE: ./build/configure/plan/conclude.js
var conclude = __webpack_require__(33510);
;// CONCATENATED MODULE: ./build/configure/rollback.js















const undoSchema = schemas/* object */.Ikc({
    files: schemas/* array */.YOg(schemas/* object */.Ikc({ target: schemas/* string */.YjP(), newSha256: schemas/* string */.YjP().nullable(), existed: schemas/* boolean */.zMY() })),
    // Changes before there were links have none.
    links: schemas/* array */.YOg(schemas/* object */.Ikc({ target: schemas/* string */.YjP(), newLink: schemas/* string */.YjP().nullable(), oldLink: schemas/* string */.YjP().nullable() }))
        .default([]),
    followUps: schemas/* array */.YOg(schemas/* string */.YjP()),
});
/**
 * Undoes the newest change that the machine keeps, as a transaction like any
 * other: validated by its checks, confirmed, and itself undone when it fails.
 * A file or link that somebody changed since is not overwritten.
 */
async function rollbackMachine(task, connection) {
    const kept = await task.step({ kind: 'observe', text: 'read the undo' }, () => readUndo(task, connection));
    const observed = await look(connection, kept);
    requireUnchanged(task, kept, observed);
    requireTargets(task, kept, observed);
    const text = (path) => kept.old.get(path)?.bytes.toString('utf8') ?? '';
    const transaction = (0,apply/* makeTransaction */.r)(task, {
        files: [
            ...kept.files.flatMap((file) => undoFile(file, { kept, observed })),
            ...kept.links.flatMap(undoLink),
        ],
        validations: [],
        followUps: kept.followUps.flatMap((line) => (0,follow_up/* parseFollowUp */.C)(line) ?? []),
        checks: task.machine.checks,
        stamp: text(places/* places */.zn.stamp),
        stampEnv: text(places/* places */.zn.stampEnv),
        managed: (0,managed/* parseManaged */.B)(text(places/* places */.zn.files)),
        undoes: kept.name,
        observedGeneration: observed.generation,
    });
    const executed = await (0,execute_transaction/* executeTransaction */.M)(task, connection, transaction);
    return (0,conclude/* concludeTransaction */.O)(executed, {
        changed: `undid the last change: ${describeKept(kept)}`,
        changes: [],
        links: [],
    });
}
async function readUndo({ machine }, session) {
    const ended = await session.exec(transaction/* undoCommand */.Eb, { ...connection_policy/* observeLimits */.H4, maxBytes: 64 * 1024 * 1024 });
    const entries = (0,command/* succeeded */.g)(ended) && ended.stdout.length > 0 ? await (0,tar/* unpackTar */.Ag)(ended.stdout) : [];
    const index = entries.find((entry) => entry.path.endsWith('/undo.json'));
    if (index === undefined) {
        throw new errors/* DroverError */.F(`${machine.name}: no earlier change is kept that could be undone`, {
            reason: 'nothing-to-undo',
            hint: `Give --to COMMIT to go back to an earlier commit of the branch; "drover history ${machine.name}" shows them.`,
        });
    }
    const [name = ''] = index.path.split('/');
    const prefix = `${name}/old`;
    const old = entries.flatMap((entry) => entry.path.startsWith(prefix) ? [[entry.path.slice(prefix.length), entry]] : []);
    return { name, ...undoSchema.parse(JSON.parse(index.bytes.toString('utf8'))), old: new Map(old) };
}
async function look(session, kept) {
    const ends = kept.links.flatMap(({ oldLink }) => oldLink ?? []);
    const paths = [...kept.files.map((file) => file.target), ...ends];
    const links = kept.links.map(({ target }) => ({ path: target, place: target, to: '' }));
    const looked = (0,observe/* observeCommand */.Q)(paths, { links, managed: { files: [], links: [] } });
    const { stdout } = await session.exec(looked, { ...connection_policy/* observeLimits */.H4, maxBytes: 16 * 1024 * 1024 });
    return (0,observe/* parseObserved */.Y)(stdout, paths);
}
function requireUnchanged({ machine }, kept, { found }) {
    const changed = [
        ...kept.files.filter((file) => (found.get(file.target)?.sha256 ?? null) !== file.newSha256),
        ...kept.links.filter(({ target, newLink }) => !isLinkAsLeft(found.get(target), newLink)),
    ];
    if (changed.length === 0)
        return;
    const names = changed.map(({ target }) => target).join(', ');
    throw new errors/* DroverError */.F(`${machine.name}: changed since the change that would be undone: ${names}`, {
        reason: 'machine-changed',
        hint: 'Capture what is there with "drover downloadconfig", or run "drover configure" to put the desired files back first.',
    });
}
/** A file or folder in the place of a link is no link as it was left. */
function isLinkAsLeft(found, newLink) {
    return (found?.link ?? null) === newLink && (found?.link !== undefined || found?.stat === undefined);
}
/** Releases and artifacts that nothing leads to are taken away after a while. */
function requireTargets({ machine }, kept, { found }) {
    const gone = kept.links.flatMap(({ oldLink }) => oldLink === null || found.get(oldLink)?.stat !== undefined ? [] : [oldLink]);
    if (gone.length === 0)
        return;
    throw new errors/* DroverError */.F(`${machine.name}: what a link led to before the last change is gone: ${gone.join(', ')}`, {
        reason: 'nothing-to-undo',
        hint: `Give --to COMMIT to go back to an earlier commit of the branch: then it is made ready again. "drover history ${machine.name}" shows them.`,
    });
}
function describeKept({ files, links }) {
    return [
        ...(files.length > 0 || links.length === 0 ? [(0,count_of/* countOf */.p)(files.length, 'file')] : []),
        ...(links.length > 0 ? [(0,count_of/* countOf */.p)(links.length, 'link')] : []),
    ].join(', ');
}
function undoFile(file, { kept, observed }) {
    const sha256 = observed.found.get(file.target)?.sha256;
    const observedSha256 = sha256 === undefined ? {} : { observedSha256: sha256 };
    const old = kept.old.get(file.target);
    if (old === undefined) {
        return file.existed || sha256 === undefined
            ? []
            : [{ op: 'remove', target: file.target, observedSha256: sha256 }];
    }
    const { owner, group, mode, bytes } = old;
    return [
        { op: 'put', target: file.target, owner, group, mode, bytes: new secret_bytes/* SecretBytes */.y(bytes), ...observedSha256 },
    ];
}
function undoLink({ target, newLink, oldLink }) {
    const observedLink = newLink === null ? {} : { observedLink: newLink };
    if (oldLink !== null)
        return [{ op: 'link', target, to: oldLink, ...observedLink }];
    return newLink === null ? [] : [{ op: 'unlink', target, observedLink: newLink }];
}

// EXTERNAL MODULE: ./build/connection/open-connection.js
var open_connection = __webpack_require__(86218);
// EXTERNAL MODULE: ./build/desired/desired-machines.js + 1 modules
var desired_machines = __webpack_require__(220);
// EXTERNAL MODULE: ./build/sealed/generated-file.js
var generated_file = __webpack_require__(18739);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
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








const configure = (0,operation/* fleetOperation */.o)({
    records: (request) => !request.dryRun,
    connects: true,
    prepare: async (ports, { view, machines, request }) => {
        if (request.rollback)
            return (task) => rollback(task, view);
        const want = await desiredAt(ports, { view, machines }, request.to);
        const { operation } = request;
        const desired = await (0,desired_machines/* resolveDesired */.n)(ports, { ...want, ...(request.dryRun ? {} : { operation }) });
        const digestOf = approvedDigests(machines, request.planDigest);
        const { dryRun, baseline } = request;
        return (task) => (0,configure_machine/* configureMachine */.M)(task, {
            view: want.view,
            desired,
            dryRun,
            allRoles: baseline,
            planDigest: digestOf(task.machine.name),
        });
    },
});
/** Every machine must have been approved: one that was not looked at is not changed. */
function approvedDigests(machines, approved) {
    if (approved === undefined)
        return () => undefined;
    const lone = machines.length === 1 ? approved.get('') : undefined;
    const of = (name) => approved.get(name) ?? lone;
    (0,errors/* throwIfInvalid */.TG)(machines
        .filter(({ name }) => of(name) === undefined)
        .map(({ name }) => ({
        reason: 'plan-changed',
        message: `${name}: no plan of it was approved`,
        hint: `Look at it with "drover plan ${name}" and add ${name}=DIGEST. Nothing was changed.`,
    })));
    return of;
}
async function rollback(task, view) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const identity = (0,flock_view/* identityOf */.cu)(view, task.machine.name);
        const session = __addDisposableResource(env_1, await (0,open_connection/* openConnection */.J)(task, identity)
        // Awaited here: the session ends with this function.
        , true);
        // Awaited here: the session ends with this function.
        return await rollbackMachine(task, session);
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
/**
 * What an earlier commit of the branch asked for, with the machines as they are known now. A branch of
 * code has moved since: its revision is the one that the machine had at that commit.
 */
async function desiredAt(ports, { view, machines }, to) {
    if (to === undefined)
        return { view, machines };
    const past = await (0,flock_view/* readFlockAt */.hR)(ports, to);
    return {
        view: (0,generated_file/* withSealedOf */.MZ)(view, {
            ...past,
            snapshot: { ...past.snapshot, machines: view.snapshot.machines },
        }),
        machines: machinesAt(past, machines),
        commitOf: (machine, code) => past.snapshot.machines.get(machine)?.state?.code?.[code],
    };
}
/** The chosen machines as that commit describes them: with its variables and groups. */
function machinesAt(past, chosen) {
    return chosen.map((machine) => past.flock.machines.find(({ name }) => name === machine.name) ?? machine);
}


/***/ }),

/***/ 20962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/failure.js
var base_failure = __webpack_require__(87306);
// EXTERNAL MODULE: ./build/base/text/clean-texts.js
var clean_texts = __webpack_require__(16602);
;// CONCATENATED MODULE: ./build/github/keep-comment.js
/**
 * Leaves one comment with this marker on a pull request: the oldest one is updated, further ones are
 * removed. GitHub cannot compare and swap, so two runs may both create a comment; each lists the comments
 * again after it created its own, and the oldest stays.
 */
async function keepComment(github, keeping) {
    const { pull, marker, body } = keeping;
    const [oldest, ...others] = await github.findComments(pull, marker);
    // The check comes right before writing: this run may have observed machines for minutes.
    if (await isStale(github, keeping))
        return { kind: 'stale' };
    const updated = oldest === undefined ? undefined : await github.updateComment(oldest.id, body);
    if (updated === undefined)
        return settle(github, keeping, await github.createComment(pull, body));
    await remove(github, others);
    return { kind: 'written', comment: updated };
}
async function settle(github, keeping, made) {
    const found = await github.findComments(keeping.pull, keeping.marker);
    const [oldest, ...others] = found;
    if (oldest === undefined || found.length === 1)
        return { kind: 'written', comment: oldest ?? made };
    if (await isStale(github, keeping)) {
        await github.deleteComment(made.id);
        return { kind: 'stale' };
    }
    const updated = oldest.id === made.id ? made : await github.updateComment(oldest.id, keeping.body);
    if (updated === undefined)
        return { kind: 'written', comment: made };
    await remove(github, others);
    return { kind: 'written', comment: updated };
}
async function isStale(github, { pull, head }) {
    return (await github.headOf(pull)) !== head;
}
async function remove(github, comments) {
    for (const { id } of comments)
        await github.deleteComment(id);
}

// EXTERNAL MODULE: ./build/base/text/count-of.js
var count_of = __webpack_require__(247);
// EXTERNAL MODULE: ./build/report/report.js
var report = __webpack_require__(87177);
// EXTERNAL MODULE: ./build/report/text/lines.js
var text_lines = __webpack_require__(76756);
// EXTERNAL MODULE: ./build/report/text/render-digests.js
var render_digests = __webpack_require__(34327);
// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(91904);
// EXTERNAL MODULE: ./build/report/github/github-limits.js
var github_limits = __webpack_require__(25073);
// EXTERNAL MODULE: ./build/report/github/group-plans.js
var group_plans = __webpack_require__(5709);
// EXTERNAL MODULE: ./build/report/github/markdown.js
var markdown = __webpack_require__(61062);
;// CONCATENATED MODULE: ./build/report/github/render-plan-comment.js








const shownNames = 20;
const shownItems = 30;
/** A longer diff is folded, and one past the limit is cut at the end. */
const diffLines = { open: 30, most: 300 };
const diffBytes = 16 * 1024;
const lineCharacters = 400;
/** Room for digests beside the rest: those of about 400 machines. */
const digestBytes = 32 * 1024;
/** By which Drover finds its comment again. A flock's name is plain. */
function previewMarker(flock) {
    return `<!-- drover: preview ${flock} -->`;
}
/** The comment on a pull request. Nothing in it that a machine or a file said is Markdown, and it is never longer than GitHub takes. */
function renderPreview(preview) {
    const grouped = (0,group_plans/* groupPlans */.E)(preview.outcomes);
    const digests = digestPart(grouped);
    const blocks = [
        heading(preview, grouped),
        ...list(preview.problems.map(problemItem), 'problems'),
        ...list(grouped.failures.map(failureItem), 'different failures'),
        ...grouped.plans.flatMap((group, index) => planBlocks(group, { index, count: grouped.plans.length })),
        ...(grouped.upToDate.length === 0 ? [] : [`**As they should be:** ${listNames(grouped.upToDate)}\n\n`]),
    ];
    const all = (0,markdown/* link */.nf)('all of it is in the run', preview.run.url);
    const sentence = `**The rest is left out: GitHub takes at most 65,536 characters; ${all}.**\n\n`;
    const room = github_limits/* githubLimits */.Q0.commentBytes - Buffer.byteLength(digests);
    return (0,github_limits/* fitBlocks */.U8)(blocks, { limit: room, sentence }) + digests;
}
function heading({ flock, head, run, problems, outcomes }, grouped) {
    const title = `### What \`configure\` would do to ${(0,markdown/* escapeMarkdown */.FV)(flock)}\n\n`;
    const place = `${(0,markdown/* codeSpan */.SS)((0,report/* shortCommit */.Ax)(head))} · run ${(0,markdown/* link */.nf)((0,markdown/* codeSpan */.SS)(run.id), run.url)}\n\n`;
    const isRefused = problems.length > 0 && outcomes.length === 0;
    const what = isRefused ? '**Nothing: this is refused before any machine is looked at.**' : count(grouped);
    return `${previewMarker(flock)}\n${title}${what}\n\nFor commit ${place}`;
}
function count({ plans, upToDate, failures }) {
    const toChange = sum(plans.map(({ machines }) => machines.length));
    const failed = sum(failures.map(({ machines }) => machines.length));
    const alike = plans[0]?.machines.length ?? 0;
    const differ = toChange - alike;
    const groups = differ === 0 ? '' : ` (${alike} alike, ${differ} differ)`;
    const parts = [
        toChange === 0 ? '' : `**${(0,render_digests/* countMachines */.m)(toChange)} would change**${groups}`,
        upToDate.length === 0 ? '' : `${(0,render_digests/* countMachines */.m)(upToDate.length)} as they should be`,
        failed === 0 ? '' : `**${(0,render_digests/* countMachines */.m)(failed)} could not be previewed**`,
    ].filter((part) => part !== '');
    return parts.length === 0 ? 'No machine is concerned.' : `${parts.join(', ')}.`;
}
function problemItem(problem) {
    return item((0,trouble/* withPlace */.qS)(problem), problem);
}
function failureItem({ machines: names, outcome }) {
    return `- ${listNames(names)}: ${item((0,trouble/* withPlace */.qS)(outcome), outcome).slice(2)}`;
}
function item(text, { reason, hint }) {
    const advice = hint === undefined ? '' : `<br>${(0,markdown/* escapeMarkdown */.FV)(hint)}`;
    return `- ${(0,markdown/* escapeMarkdown */.FV)(text)} (${(0,markdown/* codeSpan */.SS)(reason)})${advice}\n`;
}
/** A block for each file, so that a plan too long for the comment is cut between two. */
function planBlocks(group, { index, count: groups }) {
    const alike = group.machines.length > 1 && groups === 1 ? ', all alike' : '';
    const title = `#### ${(0,render_digests/* countMachines */.m)(group.machines.length)}${alike}: ${describeGroup(group)}\n\n`;
    const names = `${index === 0 ? '' : 'Other than above: '}${listNames(group.machines)}\n\n`;
    return [title + names, ...group.changes.map(changePart)];
}
function describeGroup({ changes, message }) {
    if (changes.length === 0)
        return (0,markdown/* escapeMarkdown */.FV)(message);
    const lines = changes.flatMap(({ diff }) => diffBody(diff));
    const added = lines.filter((line) => line.startsWith('+')).length;
    const removed = lines.filter((line) => line.startsWith('-')).length;
    const files = (0,count_of/* countOf */.p)(changes.length, 'file');
    return lines.length === 0 ? files : `${files}, +${added} −${removed} lines`;
}
function changePart({ path, action, diff, after }) {
    const then = after.length === 0 ? '' : `, then ${after.map(markdown/* codeSpan */.SS).join(', ')}`;
    const title = `${(0,markdown/* escapeMarkdown */.FV)(action)} ${(0,markdown/* codeSpan */.SS)(path)}${then}\n\n`;
    const lines = diffBody(diff);
    if (lines.length === 0)
        return title;
    const shown = firstLines(lines);
    const more = lines.length - shown.length;
    const block = (0,markdown/* codeBlock */.DV)([...shown, ...(more > 0 ? [`… ${more} more lines`] : [])], 'diff');
    return lines.length <= diffLines.open
        ? `${title}${block}\n`
        : title + (0,markdown/* folded */.TM)(`${lines.length} lines`, block);
}
/** Without the names of the two sides, which stand above it. */
function diffBody(diff) {
    const lines = (0,text_lines/* toLines */.P)(diff ?? '');
    const start = lines.findIndex((line) => line.startsWith('@@'));
    return start < 0 ? lines : lines.slice(start);
}
function firstLines(lines) {
    let bytes = 0;
    const shown = lines.slice(0, diffLines.most).map(cutLine);
    const end = shown.findIndex((line) => {
        bytes += Buffer.byteLength(line) + 1;
        return bytes > diffBytes;
    });
    return end < 0 ? shown : shown.slice(0, end);
}
function cutLine(line) {
    return line.length <= lineCharacters
        ? line
        : `${line.slice(0, lineCharacters).replace(/[\ud800-\udbff]$/, '')}…`;
}
function digestPart({ digests }) {
    const block = (0,render_digests/* renderDigests */.o)(digests);
    if (Buffer.byteLength(block) <= digestBytes)
        return block;
    return `The plan digests of ${(0,render_digests/* countMachines */.m)(digests.length)} are too long for a comment; they are in the summary of the run.\n`;
}
function list(items, what) {
    const more = items.length - shownItems;
    const end = more <= 0 ? '\n' : `- … ${more} more ${what}\n\n`;
    return items.length === 0 ? [] : [...items.slice(0, shownItems), end];
}
function listNames(names) {
    const shown = names.slice(0, shownNames).map(markdown/* codeSpan */.SS).join(', ');
    return names.length <= shownNames ? shown : `${shown} and ${names.length - shownNames} more`;
}
function sum(numbers) {
    return numbers.reduce((total, number) => total + number, 0);
}

// EXTERNAL MODULE: ./build/task/report-defect.js
var report_defect = __webpack_require__(97420);
// EXTERNAL MODULE: ./build/operations/configure/configure.js + 1 modules
var configure = __webpack_require__(96145);
// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
// EXTERNAL MODULE: ./build/branch/flock-in.js
var flock_in = __webpack_require__(44690);
// EXTERNAL MODULE: ./build/sealed/generated-file.js
var generated_file = __webpack_require__(18739);
;// CONCATENATED MODULE: ./build/operations/plan/merged-view.js



/**
 * The config branch as it would be with this commit on it. What Drover keeps of machines is taken from the
 * branch as it is: a pull request cannot say where a machine is, nor which host key it has. Throws
 * `commit-missing`.
 */
async function mergedView(ports, commit) {
    const now = await ports.ledger.read();
    const then = await ports.ledger.readAt(commit);
    if (then === undefined) {
        throw new errors/* DroverError */.F(`plan: the repository has no commit "${commit}" (any more)`, {
            reason: 'commit-missing',
            hint: 'The pull request probably has a newer commit, whose own run previews it. Otherwise run the checks of the pull request again.',
        });
    }
    const toolkit = await ports.toolkit();
    const snapshot = { ...then, tree: (0,generated_file/* treeWithSealedOf */.CQ)(now.tree, then.tree), machines: now.machines };
    return {
        ledger: { ...ports.ledger, read: async () => snapshot },
        flock: nameIn(now.tree, toolkit) ?? nameIn(then.tree, toolkit) ?? 'unknown',
    };
}
function nameIn(tree, toolkit) {
    try {
        return (0,flock_in/* flockIn */.pQ)(tree, toolkit).name;
    }
    catch (error) {
        // What is wrong with it is told by those who need more of it than its name.
        if (error instanceof errors/* DroverError */.F)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/operations/plan/plan.js









/** What configure would do: its own dry run. In a pull request also as one comment on it. */
const plan = (0,operation/* wholeOperation */.r)(async (ports, request, engine) => {
    const { pullRequest } = ports;
    if (pullRequest === undefined)
        return await planFleet(engine, { request });
    if (pullRequest.isFork)
        throw fromFork(pullRequest);
    return await previewPullRequest(ports, { engine, request, pullRequest });
});
/**
 * Not 0: a green check on a change that nobody looked at would let it through. A team that wants no
 * red cross on forks leaves the job out with `if:`; GitHub then shows it as skipped.
 */
function fromFork({ number }) {
    return new errors/* DroverError */.F(`plan: pull request ${number} comes from a fork, so nothing was previewed`, {
        reason: 'from-fork',
        hint: 'A fork gets neither the SSH key nor a token that may write. Somebody with the right to push can look at it and push it as a branch of this repository.',
    });
}
/** configure's own dry run. */
function planFleet(engine, { request, ...branch }) {
    const asked = { ...request, dryRun: true, rollback: false, baseline: false, planDigest: undefined };
    return engine.runFleet(configure.configure, { ...branch, request: asked });
}
async function previewPullRequest(ports, { engine, request, pullRequest }) {
    const { to, ...asked } = request;
    const view = await mergedView(ports, to ?? pullRequest.merged);
    const tell = (outcomes, problems) => writeComment(ports, { flock: view.flock, pullRequest, outcomes, problems });
    let end;
    try {
        end = await planFleet(engine, { ledger: view.ledger, request: { ...asked, to: undefined } });
    }
    catch (thrown) {
        const error = (0,base_failure/* asDroverError */.nN)(thrown);
        const told = await tell([], problemsOf(error));
        // What is wrong with the change matters more than that it could not be said there, too.
        if (told.failure !== undefined)
            warn(ports, told.failure.message);
        throw error;
    }
    const { failure, message } = await tell(end.outcomes ?? [], []);
    return {
        ...end,
        ...(message === undefined ? {} : { message }),
        ...(failure === undefined ? {} : { failure: end.failure ?? failure }),
    };
}
/** Throws nothing: a comment that cannot be written does not hide the plan. */
async function writeComment(ports, { pullRequest, ...shown }) {
    const { number: pull, head } = pullRequest;
    try {
        const github = await ports.github();
        if (github === undefined)
            throw notAtGitHub();
        const body = renderPreview({ ...cleaned(ports, shown), head, run: ports.run });
        const kept = await keepComment(github, { pull, head, marker: previewMarker(shown.flock), body });
        return kept.kind === 'stale' ? { message: staleMessage } : tellPlace(ports, kept.comment);
    }
    catch (thrown) {
        const error = (0,base_failure/* asDroverError */.nN)(thrown);
        (0,report_defect/* reportDefect */.G)(ports, error);
        const { message, reason, hint } = error;
        const more = hint === undefined ? '' : ` ${hint}`;
        return {
            failure: new errors/* DroverError */.F(`the comment on pull request ${pull} could not be written: ${message}`, {
                reason,
                hint: `The plan itself is shown here.${more}`,
                cause: thrown,
            }),
        };
    }
}
const staleMessage = 'the pull request has a newer commit, whose own preview writes the comment';
function tellPlace({ reporter, clean }, { url }) {
    reporter.report({ kind: 'notice', level: 'info', message: clean(`the preview is at ${url}`) });
    return {};
}
function notAtGitHub() {
    return new errors/* DroverError */.F('the run belongs to no repository at GitHub', {
        reason: 'github-failed',
        hint: 'Ensure that GITHUB_REPOSITORY and GITHUB_SERVER_URL are those that the runner gave.',
    });
}
function problemsOf(error) {
    if (error instanceof errors/* InputError */.dz)
        return error.problems;
    const { message, reason, hint, at } = error;
    return [{ message, reason, ...(hint !== undefined && { hint }), ...(at !== undefined && { at }) }];
}
/** What is wrong with the branch is told by the files of the pull request; outcomes are clean already. */
function cleaned({ clean }, { flock, outcomes, problems }) {
    return { flock, outcomes, problems: (0,clean_texts/* cleanTexts */.y)(problems, clean) };
}
function warn({ reporter, clean }, message) {
    reporter.report({ kind: 'notice', level: 'warning', message: clean(message) });
}


/***/ }),

/***/ 5709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ groupPlans),
/* harmony export */   f: () => (/* binding */ changesOf)
/* harmony export */ });
/* harmony import */ var _base_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98216);

/** The outcomes of a preview by what they say; within a group machines stay in their order. */
function groupPlans(outcomes) {
    const good = outcomes.filter(_base_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v9);
    const planned = good.filter(({ reason }) => reason !== 'already-so');
    const plans = groupBy(planned, ({ data, message }) => {
        const changes = changesOf(data);
        return changes.length === 0 ? message : changes;
    }).map(([first, ...rest]) => ({
        machines: [first, ...rest].map(({ machine }) => machine),
        message: first.message,
        changes: changesOf(first.data),
    }));
    const bad = outcomes.filter((outcome) => !(0,_base_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .holds */ .v9)(outcome));
    return {
        plans: plans.sort((a, b) => b.machines.length - a.machines.length),
        upToDate: good.filter(({ reason }) => reason === 'already-so').map(({ machine }) => machine),
        failures: groupBy(bad, ({ kind, reason, message, hint, at }) => [kind, reason, message, hint, at]).map(([first, ...rest]) => ({ machines: [first, ...rest].map(({ machine }) => machine), outcome: first })),
        digests: outcomes.flatMap(({ machine, data }) => data?.kind === 'plan' ? [[machine, data.digest]] : []),
    };
}
/** What a plan would change, line by line; nothing without a plan. */
function changesOf(data) {
    return data?.kind === 'plan' ? data.changes : [];
}
function groupBy(outcomes, keyOf) {
    const groups = new Map();
    for (const outcome of outcomes) {
        const key = JSON.stringify(keyOf(outcome));
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [outcome]);
        else
            group.push(outcome);
    }
    return [...groups.values()];
}


/***/ }),

/***/ 34327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ countMachines),
/* harmony export */   o: () => (/* binding */ renderDigests)
/* harmony export */ });
/* harmony import */ var _base_text_count_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247);
/* harmony import */ var _github_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61062);


/** The digests of approved plans, one a line, as the input `plan-digest` takes them. Empty without any. */
function renderDigests(digests) {
    if (digests.length === 0)
        return '';
    const title = `Plan digests of ${countMachines(digests.length)}, for the input plan-digest of configure`;
    return (0,_github_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(title, (0,_github_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(digests.map(([machine, digest]) => `${machine}=${digest}`), 'text'));
}
function countMachines(count) {
    return (0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .p)(count, 'machine');
}


/***/ }),

/***/ 91904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eX: () => (/* binding */ runProblems),
/* harmony export */   qS: () => (/* binding */ withPlace),
/* harmony export */   x8: () => (/* binding */ renderProblems)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76756);


/**
 * What ended the run as a whole, apart from what went wrong on single machines:
 * the input's problems, or the run's own failure. Each problem is there once.
 */
function runProblems(report) {
    if (report.problems.length > 0)
        return once(report.problems);
    const saidByMachine = report.outcomes.some(({ reason }) => reason === report.reason);
    if (report.exitCode === 0 || saidByMachine)
        return [];
    const { message, reason, hint } = report;
    return [{ message, reason, ...(hint !== undefined && { hint }) }];
}
/** For the error stream of a terminal: each problem with its place and the way out. Empty without problems. */
function renderProblems(report, paint) {
    const lines = runProblems(report).flatMap((problem) => [
        `${paint.bad('error:')} ${oneLine(withPlace(problem))}`,
        ...(problem.hint === undefined ? [] : [`  ${paint.dim(`hint: ${oneLine(problem.hint)}`)}`]),
    ]);
    return lines.map((line) => `${line}\n`).join('');
}
/** The message, with its place in front unless it names the file itself; line and column join a file in front. */
function withPlace({ message, at }) {
    if (at === undefined)
        return message;
    const place = (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatLocation */ .j$)(at);
    const file = `${at.file}: `;
    if (message.startsWith(file))
        return `${place}: ${message.slice(file.length)}`;
    return message.includes(at.file) ? message : `${place}: ${message}`;
}
function once(problems) {
    const seen = new Map(problems.map((problem) => [`${withPlace(problem)}\0${JSON.stringify(problem.at)}`, problem]));
    return [...seen.values()];
}
function oneLine(text) {
    return (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P)(text).join(' ');
}


/***/ }),

/***/ 97420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ reportDefect)
/* harmony export */ });
/** A defect's stack, for the report that its hint asks for; nothing for a failure that Drover knows. */
function reportDefect(ports, error) {
    if (error.reason !== 'bug')
        return;
    const { cause } = error;
    const stack = cause instanceof Error ? (cause.stack ?? cause.message) : error.message;
    ports.reporter.report({ kind: 'notice', level: 'warning', message: ports.clean(stack) });
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
