export const id = 2716;
export const ids = [2716];
export const modules = {

/***/ 32027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ artifactProblems),
/* harmony export */   K: () => (/* binding */ findArtifact)
/* harmony export */ });
/* harmony import */ var _artifacts_lfs_pointer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68767);
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);


/** What can be known before anything is fetched: a problem, or the origin. */
function findArtifact(entry, tree) {
    if (entry.from.kind === 'url')
        return entry.from;
    const { file } = entry.from;
    const found = tree.get(file);
    const subject = `artifact "${entry.name}"`;
    if (found === undefined) {
        return {
            message: `${subject}: the file "${file}" is not on the config branch`,
            reason: 'missing-file',
            hint: 'Add it, or correct the path, which begins at the top of the branch.',
        };
    }
    if (found.mode === '120000') {
        return {
            message: `${subject}: "${file}" is a symbolic link`,
            reason: 'missing-file',
            hint: 'Name the file that it leads to.',
        };
    }
    const pointer = (0,_artifacts_lfs_pointer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLfsPointer */ .y)(found.bytes);
    if (pointer === 'broken') {
        return {
            message: `${subject}: "${file}" begins as a Git LFS pointer does, and is none`,
            reason: 'missing-file',
            hint: 'Add the file again with git-lfs installed.',
            at: { file },
        };
    }
    const has = pointer?.oid ?? (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(found.bytes);
    if (has !== entry.sha256) {
        return {
            message: `${subject}: "${file}" has the SHA-256 ${has}, and ${entry.sha256} is asked for`,
            reason: 'artifact-differs',
            hint: 'If the file on the branch is the one that is wanted, write its SHA-256 into flock.yml.',
        };
    }
    return pointer === undefined ? { kind: 'bytes', bytes: found.bytes } : { kind: 'lfs', pointer };
}
/** All that is wrong with these artifacts, before any machine is touched. */
function artifactProblems(entries, tree) {
    return entries.flatMap((entry) => {
        const found = findArtifact(entry, tree);
        return 'kind' in found ? [] : [found];
    });
}


/***/ }),

/***/ 9127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ resolveCode),
/* harmony export */   Y: () => (/* binding */ credentialsOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69477);


/** Finds the commit of each revision, the same for all machines of a run. Throws all problems at once. */
async function resolveCode(ports, entries) {
    const problems = [];
    const resolved = await Promise.all(entries.map(async (entry) => {
        try {
            const { url, revision } = entry;
            const commit = await ports.code.resolve({ url, revision, credentials: credentialsOf(ports, entry) });
            return [{ entry, commit }];
        }
        catch (thrown) {
            const { message, reason, hint } = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asDroverError */ .nN)(thrown);
            problems.push({
                message: `code "${entry.name}": ${message}`,
                reason,
                ...(hint === undefined ? {} : { hint }),
            });
            return [];
        }
    }));
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(problems);
    return resolved.flat();
}
/** Throws `missing-secret`. */
function credentialsOf({ secret }, { credentials }) {
    if (credentials === undefined)
        return undefined;
    const found = secret(credentials);
    if (found !== undefined)
        return found;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`secret "${credentials}": was not given`, {
        reason: 'missing-secret',
        hint: `Add it to the secrets of the repository, or set it in the environment, as "${credentials}".`,
    });
}


/***/ }),

/***/ 91013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ managedOf),
/* harmony export */   t: () => (/* binding */ lookAt)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _recipes_look_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57557);
/* harmony import */ var _sessions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81134);
/* harmony import */ var _relocate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75225);





/** One look: one round trip, reads only. */
function lookAt(job, session, { files, links }) {
    return job.step('look', async () => {
        const paths = (0,_relocate_js__WEBPACK_IMPORTED_MODULE_3__/* .relocateFiles */ .jj)(files, links).map((file) => file.place);
        const ended = await session.exec((0,_recipes_look_js__WEBPACK_IMPORTED_MODULE_1__/* .lookCommand */ .z)(paths, { links: (0,_relocate_js__WEBPACK_IMPORTED_MODULE_3__/* .relocateLinks */ .n2)(links), managed: managedOf({ files, links }) }), {
            ..._sessions_js__WEBPACK_IMPORTED_MODULE_2__/* .lookLimits */ .QQ,
            maxBytes: 16 * 1024 * 1024,
            ...(job.ports.signal === undefined ? {} : { signal: job.ports.signal }),
        });
        if (!(0,_base_command_js__WEBPACK_IMPORTED_MODULE_4__/* .succeeded */ .g)(ended)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`look: the shell ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_4__/* .describeEnd */ .l)(ended)}: ${ended.stderr.toString('utf8').slice(0, 300)}`, {
                reason: ended.signal === null ? 'command-failed' : 'killed',
                hint: 'Ensure that the login user is root or may use sudo without a password, and that GNU coreutils are installed.',
            });
        }
        return (0,_recipes_look_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLook */ .j)(ended.stdout, paths);
    });
}
/** What the machine says of itself when all this is there. */
function managedOf({ files, links, }) {
    return {
        files: files.map(({ destination }) => destination).sort(),
        links: links.map(({ path }) => path).sort(),
    };
}


/***/ }),

/***/ 869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aw: () => (/* binding */ shortEnd),
/* harmony export */   Ex: () => (/* binding */ describeLink),
/* harmony export */   HC: () => (/* binding */ planLinkRemovals),
/* harmony export */   av: () => (/* binding */ planLink)
/* harmony export */ });
/* harmony import */ var _recipes_transaction_places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24039);
/* harmony import */ var _relocate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75225);


function planLink(link, found) {
    if (found?.link === undefined)
        return [{ link, action: 'create' }];
    if (found.link === link.to && found.isDangling !== true)
        return [];
    return [{ link, action: 'switch', seenLink: found.link }];
}
/** Only those that still lead into a place of Drover's own: another one was made by somebody else. */
function planLinkRemovals(links, { managedLinks = [], found }) {
    const wanted = new Set(links.map(({ path }) => path));
    return managedLinks.flatMap((path) => {
        const place = (0,_relocate_js__WEBPACK_IMPORTED_MODULE_1__/* .relocate */ .sU)(path, links);
        const seenLink = found.get(place)?.link;
        if (wanted.has(path) || seenLink === undefined || !isOwnPlace(path, seenLink))
            return [];
        return [{ path, place, seenLink }];
    });
}
/** For people: `code app: 0123456789ab -> v2 (def)`. */
function describeLink({ link, seenLink }) {
    const before = seenLink === undefined ? '' : `${shortEnd(seenLink)} -> `;
    return `${link.kind} ${link.name}: ${before}${link.label}`;
}
/** What a link of Drover's own leads to, by its commit or hash; where any other leads. */
function shortEnd(to) {
    return /\/([0-9a-f]{12})(?:-[0-9a-f]{8}|[0-9a-f]{52})$/.exec(to)?.[1] ?? to;
}
function isOwnPlace(path, to) {
    return to.startsWith(`${path}.releases/`) || to.startsWith(`${_recipes_transaction_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.artifacts}/`);
}


/***/ }),

/***/ 85133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xS: () => (/* binding */ countChanges),
  ux: () => (/* binding */ isNothingToDo),
  Bd: () => (/* binding */ needsWork),
  Or: () => (/* binding */ planConfigure)
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
function desiredDigest({ files, links, baseline }) {
    const facts = files.map((file) => [
        file.destination,
        file.owner,
        file.group,
        file.mode,
        (0,digest/* sha256 */.s)(file.shown),
        file.validate ?? null,
        file.after.map(follow_up/* encodeFollowUp */.F),
    ]);
    const linkFacts = links.map(({ path, kind, name, to, after }) => [
        path,
        kind,
        name,
        to,
        after.map(follow_up/* encodeFollowUp */.F),
    ]);
    // Without links and roles the digest is what it was before there were any: no machine gets a new stamp for that.
    if (baseline !== undefined)
        return (0,digest/* sha256 */.s)(JSON.stringify([facts, linkFacts, baseline]));
    return (0,digest/* sha256 */.s)(JSON.stringify(links.length === 0 ? facts : [facts, linkFacts]));
}

// EXTERNAL MODULE: ./build/operations/configure/plan-links.js
var plan_links = __webpack_require__(869);
// EXTERNAL MODULE: ./build/operations/configure/relocate.js
var relocate = __webpack_require__(75225);
;// CONCATENATED MODULE: ./build/operations/configure/plan.js






/** Whether there is anything to do. */
function isNothingToDo(plan) {
    return countChanges(plan) === 0 && plan.pending.length === 0 && !plan.stampOnly;
}
/** Whether something slow has to be done before the transaction. */
function needsWork({ pending, links }) {
    return pending.length > 0 || links.length > 0;
}
/** How many paths would be changed. */
function countChanges(plan) {
    return plan.changes.length + plan.removals.length + plan.links.length + plan.linkRemovals.length;
}
/** Compares what is desired with what was found. Pure: the same arguments give the same plan, byte for byte. */
function planConfigure({ files, links: desiredLinks, checks, baseline }, sighting) {
    const { found } = sighting;
    const links = (0,relocate/* relocateLinks */.n2)(desiredLinks).flatMap((link) => (0,plan_links/* planLink */.av)(link, found.get(link.place)));
    const moving = new Set(links.map(({ link }) => link.path));
    const changes = (0,relocate/* relocateFiles */.jj)(files, desiredLinks).flatMap((file) => file.behind !== undefined && moving.has(file.behind.path)
        ? [{ file, action: 'create', target: file.place, unseen: true }]
        : planFile(file, found.get(file.place)));
    const linkRemovals = (0,plan_links/* planLinkRemovals */.HC)(desiredLinks, sighting);
    const removals = planRemovals({ files, links: desiredLinks, linkRemovals }, sighting);
    const followUps = orderFollowUps([
        ...changes.flatMap((change) => change.file.after),
        ...links.flatMap(({ link }) => link.after),
    ]);
    const validations = [...new Set(changes.flatMap((change) => change.file.validate ?? []))];
    const desired = desiredDigest({ files, links: desiredLinks, baseline: baseline?.digest });
    const steps = { changes, removals, links, linkRemovals };
    const upToDate = countChanges(steps) === 0;
    const plan = {
        desiredDigest: desired,
        ...steps,
        ...(baseline === undefined ? {} : { baselineDigest: baseline.digest }),
        pending: baseline?.pending ?? [],
        validations,
        followUps,
        checks,
        // What another run left unfinished is finished by a change, even one that changes no file.
        stampOnly: upToDate && (sighting.isUnfinished === true || (0,stamp/* readStampDigest */.eq)(sighting.stamp) !== desired),
        generation: sighting.generation,
    };
    return { ...plan, digest: digestOf(plan) };
}
function planFile(file, found) {
    const target = found?.target ?? file.place;
    if (found?.stat === undefined)
        return [{ file, action: 'create', target }];
    const seen = found.sha256 === undefined ? {} : { seenSha256: found.sha256 };
    if (found.sha256 !== (0,digest/* sha256 */.s)(file.bytes))
        return [{ file, action: 'replace', target, ...seen }];
    const { mode, owner, group } = found.stat;
    const isSame = mode === file.mode && owner === file.owner && group === file.group;
    return isSame ? [] : [{ file, action: 'set-mode', target, ...seen }];
}
/**
 * Only what Drover put there, and only plain files: a link was made by somebody else. What lies behind
 * a link that is taken away goes with it.
 */
function planRemovals({ files, links, linkRemovals }, { managed, found }) {
    const wanted = new Set(files.map((file) => file.destination));
    return managed.flatMap((path) => {
        const target = (0,relocate/* relocate */.sU)(path, links);
        const there = found.get(target);
        if (wanted.has(path) || there?.isLink || there?.sha256 === undefined)
            return [];
        if (linkRemovals.some((gone) => path.startsWith(`${gone.path}/`)))
            return [];
        return [{ path, target, seenSha256: there.sha256 }];
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
    const links = [
        ...plan.links.map(({ link, action, seenLink }) => [link.place, action, link.to, seenLink ?? null]),
        ...plan.linkRemovals.map(({ place, seenLink }) => [place, 'remove', seenLink]),
    ];
    return (0,digest/* sha256 */.s)(JSON.stringify([
        plan.desiredDigest,
        changes,
        plan.removals.map(({ target }) => target),
        // A plan without links has the digest that it always had.
        ...(links.length === 0 ? [] : [links]),
        ...(plan.pending.length === 0 ? [] : [{ roles: plan.pending }]),
        plan.validations,
        plan.followUps.map(follow_up/* encodeFollowUp */.F),
        plan.checks,
        plan.stampOnly,
    ]));
}


/***/ }),

/***/ 75225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jj: () => (/* binding */ relocateFiles),
/* harmony export */   n2: () => (/* binding */ relocateLinks),
/* harmony export */   sU: () => (/* binding */ relocate)
/* harmony export */ });
/** Files below the path of a link belong into what it will lead to; their destinations stay what people wrote. */
function relocateFiles(files, links) {
    return files.map((file) => {
        const behind = linkAbove(file.destination, links);
        return {
            ...file,
            place: relocate(file.destination, links),
            ...(behind === undefined ? {} : { behind }),
        };
    });
}
/** A link may lie in what another one leads to. */
function relocateLinks(links) {
    return links.map((link) => ({ ...link, place: relocate(link.path, links) }));
}
function relocate(path, links) {
    const above = linkAbove(path, links);
    return above === undefined ? path : `${above.to}${path.slice(above.path.length)}`;
}
/** The nearest of the links that a path lies below. */
function linkAbove(path, links) {
    return links
        .filter((link) => path.startsWith(`${link.path}/`))
        .reduce((nearest, link) => (nearest !== undefined && nearest.path.length > link.path.length ? nearest : link), undefined);
}


/***/ }),

/***/ 30951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ showPlan)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(37291);
/* harmony import */ var _recipes_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30230);
/* harmony import */ var _recipes_follow_up_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(22129);
/* harmony import */ var _remote_tar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20912);
/* harmony import */ var _secrets_restore_placeholders_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78187);
/* harmony import */ var _sessions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81134);
/* harmony import */ var _plan_links_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(869);







/** The plan as people read it: the shape of `outcome.data`, with a diff for each file whose content is not secret. */
async function showPlan(job, session, shown) {
    const { plan, secrets, roles = [] } = shown;
    const replaced = plan.changes.filter((change) => change.action === 'replace' || change.unseen);
    const before = await readFound(job, session, replaced.map(whereBefore));
    return {
        digest: plan.digest,
        changes: [
            ...roles.map((role) => ({ ...role })),
            ...plan.changes.map((change) => {
                const diff = diffOf(change, before.get(whereBefore(change)), secrets);
                return {
                    path: change.file.destination,
                    action: change.action,
                    ...(diff === undefined ? {} : { diff: job.ports.clean(diff) }),
                    after: change.file.after.map(_recipes_follow_up_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeFollowUp */ .F),
                };
            }),
            ...plan.removals.map(({ path }) => ({ path, action: 'remove', after: [] })),
            ...plan.links.map((change) => ({
                path: change.link.path,
                action: `${change.action} link`,
                diff: job.ports.clean(`${(0,_plan_links_js__WEBPACK_IMPORTED_MODULE_4__/* .describeLink */ .Ex)(change)}\n`),
                after: change.link.after.map(_recipes_follow_up_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeFollowUp */ .F),
            })),
            ...plan.linkRemovals.map(({ path, seenLink }) => ({
                path,
                action: 'remove link',
                diff: job.ports.clean(`${(0,_plan_links_js__WEBPACK_IMPORTED_MODULE_4__/* .shortEnd */ .Aw)(seenLink)} -> nothing\n`),
                after: [],
            })),
        ],
        followUps: plan.followUps.map(_recipes_follow_up_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeFollowUp */ .F),
        stampOnly: plan.stampOnly,
    };
}
/** What serves now in place of a file that a link is about to lead to is what its path shows now. */
function whereBefore({ file, target, unseen }) {
    return unseen ? file.destination : target;
}
async function readFound(job, session, paths) {
    if (paths.length === 0)
        return new Map();
    return job.step('read what is to be replaced', async () => {
        const ended = await session.exec((0,_recipes_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .captureCommand */ .g_)(paths), { ..._sessions_js__WEBPACK_IMPORTED_MODULE_3__/* .lookLimits */ .QQ, maxBytes: 64 * 1024 * 1024 });
        const entries = await (0,_remote_tar_js__WEBPACK_IMPORTED_MODULE_1__/* .unpackTar */ .Ag)(ended.stdout);
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
    // The same as in the revision before: it is only put again.
    if (change.unseen && found !== undefined && old.equals(file.shown))
        return undefined;
    return (0,diff__WEBPACK_IMPORTED_MODULE_6__/* .createTwoFilesPatch */ .ss)(file.destination, file.destination, old.toString('utf8'), file.shown.toString('utf8'), 'found', 'desired', { context: 3 });
}
function isText(bytes) {
    return !bytes.includes(0) && Buffer.from(bytes.toString('utf8')).equals(bytes);
}


/***/ }),

/***/ 40688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ surveyMachine)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/render/baseline/canonical-json.js
var canonical_json = __webpack_require__(73730);
;// CONCATENATED MODULE: ./build/render/baseline/plan-baseline.js


/** Which roles a machine lacks. `applied` is what it says of itself: digests by role. */
function planBaseline({ roles }, { applied, force = false }) {
    return {
        pending: roles
            .filter(({ name, digest }) => force || applied.get(name) !== digest)
            .map(({ name }) => name),
        digest: (0,digest/* sha256 */.s)((0,canonical_json/* canonicalJson */.d)(roles.map(({ name, digest }) => [name, digest]))),
    };
}

// EXTERNAL MODULE: ./build/operations/configure/look.js
var look = __webpack_require__(91013);
// EXTERNAL MODULE: ./build/operations/configure/plan.js + 1 modules
var configure_plan = __webpack_require__(85133);
// EXTERNAL MODULE: ./build/operations/configure/plan-links.js
var plan_links = __webpack_require__(869);
// EXTERNAL MODULE: ./build/operations/configure/relocate.js
var relocate = __webpack_require__(75225);
;// CONCATENATED MODULE: ./build/operations/configure/plan-problems.js


/** What stands where a file or a link should be and cannot be replaced by one. */
function planProblems({ files, links }, sighting) {
    return [
        ...(0,relocate/* relocateFiles */.jj)(files, links).flatMap((file) => fileProblem(file, sighting.found.get(file.place))),
        ...(0,relocate/* relocateLinks */.n2)(links).flatMap((link) => linkProblem(link, sighting.found.get(link.place))),
        ...files.flatMap((file) => pathProblem(file, { links, sighting })),
    ];
}
function fileProblem(file, found) {
    const type = found?.stat?.type ?? 'file';
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
}
function linkProblem({ path, kind, name, from }, found) {
    if (found?.stat === undefined || found.link !== undefined)
        return [];
    const { type } = found.stat;
    return [
        {
            message: `${path}: a ${type === 'other' ? 'device, socket or pipe' : type} is there, and ${kind} ${name} is put there as a link, which replaces only links`,
            reason: 'command-failed',
            at: from,
            hint: `Move away what is there, for example to "${path}.before", or choose another path.`,
        },
    ];
}
/** One path cannot be both a file and a link, nor can a file lie below a link that is about to go. */
function pathProblem({ destination, from }, { links, sighting }) {
    const twice = links.find(({ path }) => path === destination);
    if (twice !== undefined) {
        return [
            {
                message: `${destination}: wanted both as a file and as the link of ${twice.kind} ${twice.name}`,
                reason: 'invalid-manifest',
                at: from,
                hint: 'Give one of them another path.',
            },
        ];
    }
    const gone = (0,plan_links/* planLinkRemovals */.HC)(links, sighting).find(({ path }) => `${destination}/`.startsWith(`${path}/`));
    if (gone === undefined)
        return [];
    return [
        {
            message: `${destination}: is at or below ${gone.path}, a link that Drover made and that nothing asks for any more`,
            reason: 'invalid-manifest',
            at: from,
            hint: 'Take the file out of its manifest as well; once the link is gone, it can be added again.',
        },
    ];
}

;// CONCATENATED MODULE: ./build/operations/configure/survey-machine.js





/** One look, and what follows from it. */
async function surveyMachine(job, session, { wanted, allRoles }) {
    const { files, links, baseline } = wanted;
    const sighting = await (0,look/* lookAt */.t)(job, session, { files, links });
    (0,errors/* refuse */.TR)(planProblems({ files, links }, sighting));
    const applied = sighting.baseline ?? new Map();
    const roles = baseline === undefined ? undefined : planBaseline(baseline, { applied, force: allRoles });
    const plan = (0,configure_plan/* planConfigure */.Or)({ files, links, checks: job.machine.checks, ...(roles === undefined ? {} : { baseline: roles }) }, sighting);
    return { sighting, plan };
}


/***/ }),

/***/ 81501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ wantMachines)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/recipes/artifacts/artifact-place.js
var artifact_place = __webpack_require__(58570);
// EXTERNAL MODULE: ./build/recipes/code/release.js
var release = __webpack_require__(89313);
// EXTERNAL MODULE: ./build/operations/artifacts/find-artifact.js
var find_artifact = __webpack_require__(32027);
// EXTERNAL MODULE: ./build/operations/code/resolve-code.js
var resolve_code = __webpack_require__(9127);
// EXTERNAL MODULE: ./build/operations/desired.js + 1 modules
var operations_desired = __webpack_require__(87059);
// EXTERNAL MODULE: ./build/operations/flock-in.js
var flock_in = __webpack_require__(41324);
;// CONCATENATED MODULE: ./build/operations/configure/link-clashes.js
/**
 * Files that cannot be where a manifest wants them, because code or an artifact is there. One below the
 * path of code is no clash: it goes into the release.
 */
function linkClashes(files, links) {
    return files.flatMap(({ destination, from }) => links.flatMap(({ path, kind, name }) => {
        const what = `${kind} "${name}"`;
        const clash = (why, hint) => [
            { reason: 'invalid-manifest', message: `${from.file}: "${destination}" ${why}`, at: from, hint },
        ];
        if (destination === path) {
            return clash(`is the path of ${what}`, 'choose another destination, or another "path" in flock.yml');
        }
        if (path.startsWith(`${destination}/`)) {
            return clash(`must stay a folder: ${what} is below it`, 'choose another destination');
        }
        const own = ['.releases', '.shared'].map((end) => `${path}${end}`);
        if (kind === 'code' &&
            own.some((folder) => destination === folder || destination.startsWith(`${folder}/`))) {
            return clash(`is where Drover keeps ${what}`, `write a path below ${path} instead`);
        }
        if (kind === 'artifact' && destination.startsWith(`${path}/`)) {
            return clash(`is below ${what}, which is a file`, 'choose another destination');
        }
        return [];
    }));
}

;// CONCATENATED MODULE: ./build/operations/configure/wanted.js








/**
 * Everything of all machines, before any is touched: files and roles are rendered, revisions are
 * resolved, once each for the whole run. Throws one InputError with all problems.
 */
async function wantMachines(ports, { survey, machines, operation, commitOf = () => undefined }) {
    const desired = await settle(() => operation === undefined
        ? (0,operations_desired/* renderMachines */.p)(ports, survey, machines)
        : (0,operations_desired/* renderToApply */.Y)(ports, survey, { machines, operation }));
    const parts = await Promise.all(machines.map((machine) => settle(() => wantParts(ports, { survey, machine, commitOf }))));
    const byName = new Map(machines.map(({ name }, at) => [name, parts[at]?.value]));
    const clashes = machines.flatMap(({ name }) => linkClashes(desired.value?.of(name).files ?? [], byName.get(name)?.links ?? []));
    (0,errors/* refuse */.TR)(once([...[desired, ...parts].flatMap(({ problems }) => problems), ...clashes]));
    return {
        secrets: desired.value?.secrets ?? [],
        toMake: (name) => desired.value?.toMake(name) ?? [],
        of: (name) => ({
            ...nothing,
            ...(desired.value?.of(name) ?? {}),
            ...(byName.get(name) ?? {}),
        }),
    };
}
const nothing = { files: [], captures: [], code: [], artifacts: [], links: [] };
async function wantParts(ports, { survey, machine, commitOf }) {
    const { snapshot } = survey;
    const { artifacts } = machine;
    const pinned = machine.code.map((entry) => {
        const revision = commitOf(machine.name, entry.name);
        return revision === undefined ? entry : { ...entry, revision };
    });
    const code = await settle(() => (0,resolve_code/* resolveCode */.I)(ports, pinned));
    (0,errors/* refuse */.TR)([...code.problems, ...(0,find_artifact/* artifactProblems */.$)(artifacts, snapshot.tree)]);
    const wanted = code.value ?? [];
    return {
        code: wanted,
        artifacts,
        links: [...wanted.map(codeLink), ...artifacts.map(artifactLink)],
    };
}
function codeLink({ entry, commit }) {
    const { link, label } = (0,release/* releaseOf */.l)(entry, commit);
    return { ...link, kind: 'code', name: entry.name, label, after: entry.after, from: { file: flock_in/* flockFile */.uI } };
}
function artifactLink(entry) {
    const { path, label } = (0,artifact_place/* artifactPlace */.ge)(entry);
    return {
        path: entry.path,
        to: path,
        kind: 'artifact',
        name: entry.name,
        label,
        after: entry.after,
        from: { file: flock_in/* flockFile */.uI },
    };
}
/** Problems of the input are gathered; every other error is thrown. */
async function settle(work) {
    try {
        return { value: await work(), problems: [] };
    }
    catch (error) {
        if (error instanceof errors/* InputError */.dz)
            return { problems: error.problems };
        throw error;
    }
}
/** Machines of one group have the same problems. */
function once(problems) {
    return [
        ...new Map(problems.map((problem) => [JSON.stringify([problem.at, problem.message]), problem])).values(),
    ];
}


/***/ }),

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

/***/ 58570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ parseSettled),
/* harmony export */   MR: () => (/* binding */ receiveArtifact),
/* harmony export */   No: () => (/* binding */ settleArtifacts),
/* harmony export */   a_: () => (/* binding */ receiveStatus),
/* harmony export */   ge: () => (/* binding */ artifactPlace)
/* harmony export */ });
/* harmony import */ var _transaction_places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24039);

function artifactPlace({ name, path, sha256 }) {
    const folder = `${_transaction_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.library}/artifacts/${name}`;
    const to = `${folder}/${sha256}`;
    return { folder, path: to, link: { path, to }, label: `${name} ${sha256.slice(0, 7)}` };
}
const functions = `set -u
LC_ALL=C; PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH
umask 077
dress() { chown -- "$2" "$1" && chmod -- "$3" "$1"; }`;
const settleScript = `${functions}
at=0
while [ $# -gt 0 ]; do
  if [ -f "$1" ]; then dress "$1" "$2" "$3" && printf 'there %s\\n' "$at" || exit 1; fi
  at=$((at + 1)); shift 3
done
echo end`;
/** Gives the versions that are there their mode and owner, and tells which these are. */
function settleArtifacts(artifacts) {
    const words = artifacts.flatMap(({ place, ...rest }) => [place.path, ...dressWords(rest)]);
    return { argv: ['sh', '-c', settleScript, 'drover', ...words] };
}
/** Which of them are there, by their place in the question. Undefined when the answer is not whole. */
function parseSettled(answer) {
    const lines = answer.split('\n');
    if (lines.at(-2) !== 'end')
        return undefined;
    return new Set(lines.flatMap((line) => {
        const [, at] = /^there (\d+)$/.exec(line) ?? [];
        return at === undefined ? [] : [Number(at)];
    }));
}
/** How `receiveArtifact` ends other than well. */
const receiveStatus = { diskFull: 23, differs: 24 };
/*
 * The folder of Drover is for root only, but for whoever knows a name below "artifacts": what else lies
 * there is closed by itself. A file that somebody left who is gone is taken away first.
 */
const receiveScript = `${functions}
folder=$1; path=$2; bytes=$3; sha256=$4
mkdir -p -- "$folder" && chmod 0711 ${_transaction_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.library} && chmod 0755 ${_transaction_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.library}/artifacts "$folder" || exit 1
for stale in "$folder"/.incoming-*; do
  [ ! -e "$stale" ] || [ -d "/proc/${'$'}{stale##*-}" ] || rm -f -- "$stale"
done
part=$folder/.incoming-$$
give_up() { rm -f -- "$part"; echo "$2" >&2; exit "$1"; }
room=$(df -B 1 --output=avail -- "$folder" | tail -n 1)
[ "$room" -gt "$bytes" ] || give_up ${receiveStatus.diskFull} "it needs $bytes bytes and the disk has room for $room"
head -c "$bytes" >"$part" || give_up ${receiveStatus.diskFull} 'it cannot be written'
case $(sha256sum -- "$part") in "$sha256 "*) ;; *) give_up ${receiveStatus.differs} 'it did not arrive whole' ;; esac
dress "$part" "$5" "$6" || give_up 1 "it cannot have the owner $5 and the mode $6"
sync -- "$part" && mv -T -f -- "$part" "$path" && sync -- "$folder" || give_up 1 'it cannot be put there'`;
/** Takes in a version on standard input, and puts it there when it is whole. */
function receiveArtifact(artifact) {
    const { place, sha256, bytes } = artifact;
    const words = [place.folder, place.path, String(bytes.length), sha256, ...dressWords(artifact)];
    return { argv: ['sh', '-c', receiveScript, 'drover', ...words], stdin: bytes };
}
function dressWords({ owner, group, mode }) {
    return [`${owner}:${group}`, mode.toString(8)];
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

/***/ 89313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ releasesFolder),
/* harmony export */   l: () => (/* binding */ releaseOf)
/* harmony export */ });
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);

/**
 * Where a commit of this code lies on a machine. The same commit built otherwise, for another owner or with
 * other shared paths is another release, so that a release never changes once it is done.
 */
function releaseOf(entry, commit) {
    const { name, path, revision, owner, group, build, shared } = entry;
    const digest = (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(JSON.stringify({ build, owner, group, shared }));
    const release = `${commit.slice(0, 12)}-${digest.slice(0, 8)}`;
    const to = `${releasesFolder(path)}/${release}`;
    const what = revision === commit ? '' : ` (${revision})`;
    return { name: release, path: to, link: { path, to }, label: `${name} ${commit.slice(0, 7)}${what}` };
}
/** Where all releases of the code lie whose current one is at `path`. */
function releasesFolder(path) {
    return `${path}.releases`;
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

/***/ 57557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ lookCommand),
  j: () => (/* binding */ parseLook)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/quote.js
var quote = __webpack_require__(73636);
// EXTERNAL MODULE: ./build/recipes/transaction/places.js
var places = __webpack_require__(24039);
;// CONCATENATED MODULE: ./build/recipes/look-script.js

/**
 * The look: reads only, one process for each question and not for each file: on a machine with
 * nothing to do, starting programs is most of what it costs.
 * Fields end with NUL, so that no name can break the answer; the last field
 * is END, so that an answer that was cut off is recognised.
 *
 * It is given `paths`, `links` (paths that are to be links), `pairs` (each such path, and where it will
 * lead, on the next line) and `wanted` (what `places.files` says when nothing is to be done).
 */
const lookScript = `set -u
LC_ALL=C; export LC_ALL
# First: what changes after it is known, is found by the recheck.
printf 'G\\0'
${places/* generationScript */.e6}
printf '\\0'
set -- ${places/* places */.zn.transactions}/*
if [ -n "$undecided" ] || [ -e "$1" ]; then printf 'U\\0'; fi
set -f; IFS='
'
# A shell has read a short file before a program has started; but it asks for each byte.
read_short() {
  text=; gap=
  [ -f "$1" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do text=$text$gap$line; gap=$IFS; done <"$1"
}
if [ "\${#wanted}" -le 4096 ]; then read_short ${places/* places */.zn.files}; managed=$text
elif [ -f ${places/* places */.zn.files} ]; then managed=$(cat ${places/* places */.zn.files})
else managed=
fi
# What was put below a path that is to be a link is looked for where that link will lead.
find_place() {
  place=$1; asked=$1; set -- $pairs
  while [ "$#" -gt 1 ]; do
    case $asked in "$1"/*) place=$2\${asked#"$1"}; return ;; esac
    shift 2
  done
}
if [ "$managed" != "$wanted" ]; then
  for line in $managed; do
    find_place "\${line#link }"
    case $line in
      'link '*) links="$links$IFS$place" ;;
      *) paths="$paths$IFS$place" ;;
    esac
  done
  paths=$(printf '%s\\n' "$paths" | sort -u)
fi
there= plain= raw=
for path in $links; do
  if [ -L "$path" ]; then
    raw="$raw$IFS$path"
    [ -e "$path" ] || printf '%s\\0' D "$path"
  elif [ -e "$path" ]; then there="$there$IFS$path"
  fi
done
for path in $paths; do
  end=$path
  if [ -L "$path" ]; then
    real=$(readlink -m -- "$path")
    printf '%s\\0' L "$path" "$real"
    # Only a loop leads to a link.
    [ ! -L "$real" ] || printf '%s\\0' S "$path" 'loop of links' 0 - - 0
    end=$real
  fi
  if [ -e "$path" ]; then there="$there$IFS$end"; fi
  if [ -f "$path" ]; then plain="$plain$IFS$path"; fi
done
# One program for files and links: ends of links are asked for themselves, so none is followed.
format='S\\0%n\\0%F\\0%a\\0%U\\0%G\\0%s\\0'
if [ -n "$raw" ]; then QUOTING_STYLE=literal; export QUOTING_STYLE; format="$format"'N\\0%n\\0%N\\0'; fi
[ -z "$there$raw" ] || stat --printf "$format" -- $there $raw
if [ -n "$plain" ]; then printf 'H\\0'; sha256sum -z -- $plain; printf '\\0'; fi
if [ -f ${places/* places */.zn.baseline} ]; then
  read_short ${places/* places */.zn.baseline}; printf 'B\\0%s\\n\\0' "$text"
fi
if [ -f ${places/* places */.zn.stamp} ]; then read_short ${places/* places */.zn.stamp}; printf 'T\\0%s\\n\\0' "$text"; fi
printf 'M\\0%s\\0' "$managed"
printf 'END\\0'
`;

// EXTERNAL MODULE: ./build/recipes/managed.js
var recipes_managed = __webpack_require__(36317);
;// CONCATENATED MODULE: ./build/recipes/look.js




/** Looks at these paths (absolute, without control characters), and at those that are to be links as links. */
function lookCommand(paths, { links, managed } = { links: [], managed: { files: [...paths].sort(), links: [] } }) {
    // The longest path first: a link may lie below what another leads to.
    const pairs = [...links].sort((a, b) => b.path.length - a.path.length).flatMap(({ path, to }) => [path, to]);
    const lists = {
        paths: [...paths].sort(),
        links: links.map(({ place }) => place),
        pairs,
        wanted: [(0,recipes_managed/* encodeManaged */.W)(managed).trimEnd()],
    };
    const given = Object.entries(lists).map(([name, lines]) => `${name}=${(0,quote/* quoteWord */.XW)(lines.join('\n'))}\n`);
    // Of any length, and without a program to read the paths.
    return { argv: ['sh', '-s'], stdin: `${given.join('')}${lookScript}`, inputMayShow: true };
}
/** Throws `connection-lost` when the answer is not whole. */
function parseLook(stdout, paths) {
    const answer = readAnswer(stdout);
    if (!answer.isWhole) {
        throw new errors/* DroverError */.F('look: the answer of the machine is not whole', {
            reason: 'connection-lost',
            hint: 'Run the operation again.',
        });
    }
    const { stamp, generation, baseline, managed } = answer;
    return {
        found: assemble(answer, paths),
        managed: managed.files,
        ...(managed.links.length === 0 ? {} : { managedLinks: managed.links }),
        ...(stamp === undefined ? {} : { stamp }),
        ...(generation === undefined ? {} : { generation }),
        ...(baseline === undefined ? {} : { baseline }),
        ...(answer.isUnfinished ? { isUnfinished: true } : {}),
    };
}
function readAnswer(stdout) {
    const fields = stdout.toString('utf8').split('\0');
    const answer = {
        ends: new Map(),
        raw: new Map(),
        dangling: new Set(),
        stats: new Map(),
        hashes: new Map(),
        managed: { files: [], links: [] },
        isUnfinished: false,
        isWhole: false,
    };
    let at = 0;
    const next = () => fields[at++] ?? '';
    const words = {
        L: () => {
            const path = next();
            answer.ends.set(path, next() || path);
        },
        D: () => void answer.dangling.add(next()),
        S: () => {
            const path = next();
            const type = next();
            const stat = parseStat([type, next(), next(), next(), next()]);
            if (type !== 'symbolic link')
                answer.stats.set(path, stat);
        },
        N: () => {
            const path = next();
            const link = parseLink(path, next());
            if (link !== undefined)
                answer.raw.set(path, link);
        },
        H: () => {
            for (let line = next(); line !== ''; line = next()) {
                const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) [ *](.*)$/s.exec(line) ?? [];
                answer.hashes.set(path, sha256);
            }
        },
        B: () => {
            answer.baseline = parseBaseline(next());
        },
        T: () => {
            answer.stamp = next();
        },
        G: () => {
            answer.generation = next();
        },
        U: () => {
            answer.isUnfinished = true;
        },
        M: () => {
            answer.managed = (0,recipes_managed/* parseManaged */.B)(next());
        },
        END: () => {
            answer.isWhole = true;
        },
    };
    while (at < fields.length && !answer.isWhole) {
        const word = next();
        if (!Object.hasOwn(words, word))
            break;
        words[word]?.();
    }
    return answer;
}
/** What is told of the end of a link is told of each link that leads there. */
function assemble(answer, paths) {
    const { ends, raw, stats, hashes, dangling } = answer;
    const onlyEnds = new Set(ends.values());
    for (const path of [...paths, ...answer.managed.files])
        onlyEnds.delete(path);
    const told = [...stats.keys(), ...hashes.keys()].filter((path) => !onlyEnds.has(path));
    const names = new Set([...paths, ...ends.keys(), ...raw.keys(), ...told]);
    return new Map([...names].map((path) => {
        const link = raw.get(path);
        const target = ends.get(path) ?? (link?.startsWith('/') ? link : path);
        const stat = stats.get(path) ?? (ends.has(path) ? stats.get(target) : undefined);
        const hash = hashes.get(path);
        return [
            path,
            {
                target,
                isLink: ends.has(path) || link !== undefined,
                ...(link === undefined ? {} : { link, isDangling: dangling.has(path) }),
                ...(stat === undefined ? {} : { stat }),
                ...(hash === undefined ? {} : { sha256: hash }),
            },
        ];
    }));
}
/** `PATH -> WHERE`, of which older programs quote both. */
function parseLink(path, told) {
    if (told.startsWith(`${path} -> `))
        return told.slice(path.length + 4);
    const quoted = `'${path}' -> '`;
    return told.startsWith(quoted) ? told.slice(quoted.length, -1) : undefined;
}
function parseBaseline(text) {
    const lines = text.split('\n').flatMap((line) => {
        const [, role, digest] = /^(\S+) (\S+)$/.exec(line) ?? [];
        return role === undefined || digest === undefined ? [] : [[role, digest]];
    });
    return new Map(lines);
}
function parseStat(fields) {
    const [type, mode, owner, group, size] = fields;
    const kind = type.startsWith('regular') ? 'file' : type === 'directory' ? 'folder' : 'other';
    return { type: kind, mode: Number.parseInt(mode, 8), owner, group, size: Number(size) };
}


/***/ }),

/***/ 36317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseManaged),
/* harmony export */   W: () => (/* binding */ encodeManaged)
/* harmony export */ });
const linkWord = 'link ';
/** The text of `/var/lib/drover/files`: a path a line; all paths are absolute, so a line with a word before it is no file. */
function encodeManaged({ files, links }) {
    return [...files, ...links.map((path) => `${linkWord}${path}`)].map((line) => `${line}\n`).join('');
}
function parseManaged(text) {
    const lines = text.split('\n').filter((line) => line !== '');
    return {
        files: lines.filter((line) => !line.startsWith(linkWord)),
        links: lines.filter((line) => line.startsWith(linkWord)).map((line) => line.slice(linkWord.length)),
    };
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
        ...Object.fromEntries(Object.entries(stamp.code ?? {}).map(([name, commit]) => [`DROVER_CODE_${nameInEnv(name)}`, commit])),
    };
    return Object.entries(values)
        .map(([name, value]) => `${name}="${value.replace(/[^A-Za-z0-9_:.-]/g, '_')}"\n`)
        .join('');
}
function nameInEnv(name) {
    return name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
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
        const own = latin1(Buffer.from((0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholder */ .q)(secret)));
        add(own, own);
        for (const { text, form } of (0,_encodings_js__WEBPACK_IMPORTED_MODULE_3__/* .listEncodings */ .l)(secret.reveal())) {
            const replacement = latin1(Buffer.from((0,_base_placeholder_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholder */ .q)(secret, form)));
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
