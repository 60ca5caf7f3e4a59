export const id = 9093;
export const ids = [9093];
export const modules = {

/***/ 25703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ parseSettled),
/* harmony export */   MR: () => (/* binding */ receiveArtifact),
/* harmony export */   No: () => (/* binding */ settleArtifacts),
/* harmony export */   a_: () => (/* binding */ receiveStatus),
/* harmony export */   ge: () => (/* binding */ artifactPlace)
/* harmony export */ });
/* harmony import */ var _programs_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34472);
/* harmony import */ var _transaction_places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33963);


function artifactPlace({ name, path, sha256 }) {
    const folder = `${_transaction_places_js__WEBPACK_IMPORTED_MODULE_1__/* .places */ .zn.library}/artifacts/${name}`;
    const to = `${folder}/${sha256}`;
    return { folder, path: to, link: { path, to }, label: `${name} ${sha256.slice(0, 7)}` };
}
/** Gives the versions that are there their mode and owner, and tells which these are. */
function settleArtifacts(artifacts) {
    const words = artifacts.flatMap(({ place, ...rest }) => [place.path, ...dressWords(rest)]);
    return (0,_programs_program_js__WEBPACK_IMPORTED_MODULE_0__/* .programCommand */ .O)('artifacts/settle.sh', { args: words });
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
/** Takes in a version on standard input, and puts it there when it is whole. */
function receiveArtifact(artifact) {
    const { place, sha256, bytes } = artifact;
    const words = [place.folder, place.path, String(bytes.length), sha256, ...dressWords(artifact)];
    const values = {
        place_library: _transaction_places_js__WEBPACK_IMPORTED_MODULE_1__/* .places */ .zn.library,
        status_disk_full: receiveStatus.diskFull,
        status_differs: receiveStatus.differs,
    };
    return { ...(0,_programs_program_js__WEBPACK_IMPORTED_MODULE_0__/* .programCommand */ .O)('artifacts/receive.sh', { values, args: words }), stdin: bytes };
}
function dressWords({ owner, group, mode }) {
    return [`${owner}:${group}`, mode.toString(8)];
}


/***/ }),

/***/ 52176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ artifactProblems),
/* harmony export */   K: () => (/* binding */ findArtifact)
/* harmony export */ });
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30742);
/* harmony import */ var _sources_artifacts_lfs_pointer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82594);


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
    const pointer = (0,_sources_artifacts_lfs_pointer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLfsPointer */ .y)(found.bytes);
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

/***/ 87306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mt: () => (/* binding */ unreachableReasons),
/* harmony export */   nN: () => (/* binding */ asDroverError),
/* harmony export */   uq: () => (/* binding */ kindOfFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);

const unreachableReasons = [
    'unreachable',
    'host-key-unknown',
    'host-key-mismatch',
    'authentication-failed',
];
/** The kind of an outcome with this reason. `unreachable` means that no session could be opened, so that the machine is unchanged. */
function kindOfFailure(reason) {
    if (reason === 'not-touched')
        return 'skipped';
    return unreachableReasons.includes(reason) ? 'unreachable' : 'failed';
}
/** Turns anything thrown into an error with a reason. What Drover did not throw on purpose is a defect of Drover. */
function asDroverError(thrown) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`drover: ${message}`, {
        reason: 'bug',
        hint: 'This is a defect of Drover. Please report it with the lines above.',
        cause: thrown,
    });
}


/***/ }),

/***/ 17951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ concludeChecks),
/* harmony export */   cE: () => (/* binding */ failedCheckHints),
/* harmony export */   hi: () => (/* binding */ describeFailed)
/* harmony export */ });
/* harmony import */ var _transaction_step_tail_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5036);

/** `check web failed; STATE: what the first one printed`. */
function describeFailed([first, ...others], state) {
    const names = [first, ...others].map(({ name }) => name).join(', ');
    return `${names} failed${state === undefined ? '' : `; ${state}`}${(0,_transaction_step_tail_js__WEBPACK_IMPORTED_MODULE_0__/* .stepTail */ .T)(first.detail)}`;
}
/** What is on the machine when one of its checks has failed, and the way out of it. */
const failedCheckHints = {
    /** `configure`: the change was taken back. */
    'put-back': "The machine serves its earlier configuration. Mend what the step's output names and run the operation again.",
    /** `create`: everything else is done. */
    made: 'The machine has what was asked for. Mend what the checks printed and run the operation again.',
    /** `update`. */
    updated: "The checks' own words stand below the machine. Packages stay as they are: Drover takes none back.",
    /** `verify`: nothing was done. */
    observed: 'Look at the machine with "drover connect" and mend what the checks printed.',
};
/** Pure: checks of a machine that failed, as the end of a task; undefined when all passed. */
function concludeChecks(failed, state) {
    const [first, ...others] = failed.map(({ check, detail }) => ({ name: `check ${check}`, detail }));
    if (first === undefined)
        return undefined;
    return {
        reason: 'check-failed',
        message: describeFailed([first, ...others]),
        hint: failedCheckHints[state],
    };
}


/***/ }),

/***/ 47022:
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

/***/ 74864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ resolveCode),
/* harmony export */   Y: () => (/* binding */ credentialsOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _base_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87306);


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
            const { message, reason, hint } = (0,_base_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .asDroverError */ .nN)(thrown);
            problems.push({
                message: `code "${entry.name}": ${message}`,
                reason,
                ...(hint === undefined ? {} : { hint }),
            });
            return [];
        }
    }));
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfInvalid */ .TG)(problems);
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

/***/ 80882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ observeCommand),
/* harmony export */   Y: () => (/* binding */ parseObserved)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _programs_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34472);
/* harmony import */ var _transaction_managed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98270);
/* harmony import */ var _transaction_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33963);




/** Looks at these paths (absolute, without control characters), and at those that are to be links as links. */
function observeCommand(paths, { links, managed } = { links: [], managed: { files: [...paths].sort(), links: [] } }) {
    // The longest path first: a link may lie below what another leads to.
    const pairs = [...links].sort((a, b) => b.path.length - a.path.length).flatMap(({ path, to }) => [path, to]);
    const program = (0,_programs_program_js__WEBPACK_IMPORTED_MODULE_1__/* .programText */ .Q)('configure/observe.sh', {
        paths: [...paths].sort().join('\n'),
        links: links.map(({ place }) => place).join('\n'),
        pairs: pairs.join('\n'),
        desired: (0,_transaction_managed_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeManaged */ .W)(managed).trimEnd(),
        place_current: _transaction_places_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn.current,
        place_last: _transaction_places_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn.last,
        place_transactions: _transaction_places_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn.transactions,
        place_files: _transaction_places_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn.files,
        place_baseline: _transaction_places_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn.baseline,
        place_stamp: _transaction_places_js__WEBPACK_IMPORTED_MODULE_2__/* .places */ .zn.stamp,
    });
    // Of any length, and without a program to read the paths.
    return { argv: ['sh', '-s'], stdin: program, inputMayShow: true };
}
/** Throws `connection-lost` when the answer is not whole. */
function parseObserved(stdout, paths) {
    const answer = readAnswer(stdout);
    if (!answer.isWhole) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F('look: the answer of the machine is not whole', {
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
            answer.managed = (0,_transaction_managed_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManaged */ .B)(next());
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

/***/ 8761:
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

/***/ 16033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ observeMachine)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
// EXTERNAL MODULE: ./build/render/roles/canonical-json.js
var canonical_json = __webpack_require__(2480);
;// CONCATENATED MODULE: ./build/render/roles/plan-baseline.js


/** Plans the roles that a machine lacks. `applied` has the observed digests by role. */
function planBaseline({ roles }, { applied, force = false }) {
    return {
        pending: roles
            .filter(({ name, digest }) => force || applied.get(name) !== digest)
            .map(({ name }) => name),
        digest: (0,digest/* sha256 */.s)((0,canonical_json/* canonicalJson */.d)(roles.map(({ name, digest }) => [name, digest]))),
    };
}

// EXTERNAL MODULE: ./build/configure/observe-paths.js
var observe_paths = __webpack_require__(46162);
// EXTERNAL MODULE: ./build/configure/plan/plan.js + 1 modules
var plan_plan = __webpack_require__(66302);
// EXTERNAL MODULE: ./build/configure/plan/plan-links.js
var plan_links = __webpack_require__(40200);
// EXTERNAL MODULE: ./build/configure/plan/relocate.js
var relocate = __webpack_require__(5720);
;// CONCATENATED MODULE: ./build/configure/plan/plan-problems.js


/** What stands where a file or a link should be and cannot be replaced by one. */
function planProblems({ files, links }, observed) {
    return [
        ...(0,relocate/* relocateFiles */.jj)(files, links).flatMap((file) => fileProblem(file, observed.found.get(file.place))),
        ...(0,relocate/* relocateSymlinks */.Y6)(links).flatMap((link) => linkProblem(link, observed.found.get(link.place))),
        ...files.flatMap((file) => pathProblem(file, { links, observed })),
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
function pathProblem({ destination, from }, { links, observed }) {
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
    const gone = (0,plan_links/* planSymlinkRemovals */.eu)(links, observed).find(({ path }) => `${destination}/`.startsWith(`${path}/`));
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

;// CONCATENATED MODULE: ./build/configure/observe-machine.js





/** One look, and what follows from it. */
async function observeMachine(task, session, { desired, allRoles }) {
    const { files, links, baseline } = desired;
    const observed = await (0,observe_paths/* observePaths */.L)(task, session, { files, links });
    (0,errors/* throwIfInvalid */.TG)(planProblems({ files, links }, observed));
    const applied = observed.baseline ?? new Map();
    const roles = baseline === undefined ? undefined : planBaseline(baseline, { applied, force: allRoles });
    const plan = (0,plan_plan/* planConfigure */.Or)({ files, links, checks: task.machine.checks, ...(roles === undefined ? {} : { baseline: roles }) }, observed);
    return { observed, plan };
}


/***/ }),

/***/ 46162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ observePaths),
/* harmony export */   d: () => (/* binding */ managedOf)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87854);
/* harmony import */ var _commands_observe_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80882);
/* harmony import */ var _plan_relocate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5720);





/** One look: one round trip, reads only. */
function observePaths(task, session, { files, links }) {
    return task.step({ kind: 'observe', text: 'look' }, async () => {
        const paths = (0,_plan_relocate_js__WEBPACK_IMPORTED_MODULE_3__/* .relocateFiles */ .jj)(files, links).map((file) => file.place);
        const ended = await session.exec((0,_commands_observe_js__WEBPACK_IMPORTED_MODULE_2__/* .observeCommand */ .Q)(paths, { links: (0,_plan_relocate_js__WEBPACK_IMPORTED_MODULE_3__/* .relocateSymlinks */ .Y6)(links), managed: managedOf({ files, links }) }), {
            ..._remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .observeLimits */ .H4,
            maxBytes: 16 * 1024 * 1024,
            ...(task.ports.signal === undefined ? {} : { signal: task.ports.signal }),
        });
        if (!(0,_base_command_js__WEBPACK_IMPORTED_MODULE_4__/* .succeeded */ .g)(ended)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`look: the shell ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_4__/* .describeEnd */ .l)(ended)}: ${ended.stderr.toString('utf8').slice(0, 300)}`, {
                reason: ended.signal === null ? 'command-failed' : 'killed',
                hint: 'Ensure that the login user is root or may use sudo without a password, and that GNU coreutils are installed.',
            });
        }
        return (0,_commands_observe_js__WEBPACK_IMPORTED_MODULE_2__/* .parseObserved */ .Y)(ended.stdout, paths);
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

/***/ 40200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aw: () => (/* binding */ shortEnd),
/* harmony export */   eu: () => (/* binding */ planSymlinkRemovals),
/* harmony export */   fR: () => (/* binding */ planSymlink),
/* harmony export */   pF: () => (/* binding */ describeSymlink)
/* harmony export */ });
/* harmony import */ var _transaction_places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33963);
/* harmony import */ var _relocate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5720);


function planSymlink(link, found) {
    if (found?.link === undefined)
        return [{ link, action: 'create' }];
    if (found.link === link.to && found.isDangling !== true)
        return [];
    return [{ link, action: 'switch', observedLink: found.link }];
}
/** Only those that still lead into a place of Drover's own: another one was made by somebody else. */
function planSymlinkRemovals(links, { managedLinks = [], found }) {
    const desired = new Set(links.map(({ path }) => path));
    return managedLinks.flatMap((path) => {
        const place = (0,_relocate_js__WEBPACK_IMPORTED_MODULE_1__/* .relocate */ .sU)(path, links);
        const observedLink = found.get(place)?.link;
        if (desired.has(path) || observedLink === undefined || !isOwnPlace(path, observedLink))
            return [];
        return [{ path, place, observedLink }];
    });
}
/** For people: `code app: 0123456789ab -> v2 (def)`. */
function describeSymlink({ link, observedLink }) {
    const before = observedLink === undefined ? '' : `${shortEnd(observedLink)} -> `;
    return `${link.kind} ${link.name}: ${before}${link.label}`;
}
/** What a link of Drover's own leads to, by its commit or hash; where any other leads. */
function shortEnd(to) {
    return /\/([0-9a-f]{12})(?:-[0-9a-f]{8}|[0-9a-f]{52})$/.exec(to)?.[1] ?? to;
}
function isOwnPlace(path, to) {
    return to.startsWith(`${path}.releases/`) || to.startsWith(`${_transaction_places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.artifacts}/`);
}


/***/ }),

/***/ 66302:
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
// EXTERNAL MODULE: ./build/transaction/follow-up.js
var follow_up = __webpack_require__(83034);
// EXTERNAL MODULE: ./build/configure/commands/stamp.js
var stamp = __webpack_require__(8761);
;// CONCATENATED MODULE: ./build/configure/plan/desired-digest.js


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

// EXTERNAL MODULE: ./build/configure/plan/plan-links.js
var plan_links = __webpack_require__(40200);
// EXTERNAL MODULE: ./build/configure/plan/relocate.js
var relocate = __webpack_require__(5720);
;// CONCATENATED MODULE: ./build/configure/plan/plan.js






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
function planConfigure({ files, links: desiredLinks, checks, baseline }, observed) {
    const { found } = observed;
    const links = (0,relocate/* relocateSymlinks */.Y6)(desiredLinks).flatMap((link) => (0,plan_links/* planSymlink */.fR)(link, found.get(link.place)));
    const moving = new Set(links.map(({ link }) => link.path));
    const changes = (0,relocate/* relocateFiles */.jj)(files, desiredLinks).flatMap((file) => file.behind !== undefined && moving.has(file.behind.path)
        ? [{ file, action: 'create', target: file.place, unseen: true }]
        : planFile(file, found.get(file.place)));
    const linkRemovals = (0,plan_links/* planSymlinkRemovals */.eu)(desiredLinks, observed);
    const removals = planRemovals({ files, links: desiredLinks, linkRemovals }, observed);
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
        stampOnly: upToDate && (observed.isUnfinished === true || (0,stamp/* readStampDigest */.eq)(observed.stamp) !== desired),
        generation: observed.generation,
    };
    return { ...plan, digest: digestOf(plan) };
}
function planFile(file, found) {
    const target = found?.target ?? file.place;
    if (found?.stat === undefined)
        return [{ file, action: 'create', target }];
    const seen = found.sha256 === undefined ? {} : { observedSha256: found.sha256 };
    if (found.sha256 !== (0,digest/* sha256 */.s)(file.bytes.reveal()))
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
    const desired = new Set(files.map((file) => file.destination));
    return managed.flatMap((path) => {
        const target = (0,relocate/* relocate */.sU)(path, links);
        const there = found.get(target);
        if (desired.has(path) || there?.isLink || there?.sha256 === undefined)
            return [];
        if (linkRemovals.some((gone) => path.startsWith(`${gone.path}/`)))
            return [];
        return [{ path, target, observedSha256: there.sha256 }];
    });
}
function orderFollowUps(desired) {
    const byKey = new Map(desired.map((followUp) => [(0,follow_up/* encodeFollowUp */.F)(followUp), followUp]));
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
        change.file.secrets.length > 0 ? null : (change.observedSha256 ?? null),
    ]);
    const links = [
        ...plan.links.map(({ link, action, observedLink }) => [
            link.place,
            action,
            link.to,
            observedLink ?? null,
        ]),
        ...plan.linkRemovals.map(({ place, observedLink }) => [place, 'remove', observedLink]),
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

/***/ 5720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y6: () => (/* binding */ relocateSymlinks),
/* harmony export */   jj: () => (/* binding */ relocateFiles),
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
function relocateSymlinks(links) {
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

/***/ 27832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ showPlan)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(37291);
/* harmony import */ var _capture_commands_capture_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97074);
/* harmony import */ var _remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87854);
/* harmony import */ var _remote_tar_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20912);
/* harmony import */ var _secrets_restore_placeholders_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78187);
/* harmony import */ var _transaction_follow_up_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83034);
/* harmony import */ var _plan_plan_links_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40200);







/** The plan as people read it: the `data` of an outcome, with a diff for each file whose content is not secret. */
async function showPlan(task, session, shown) {
    const { plan, secrets, roles = [] } = shown;
    const replaced = plan.changes.filter((change) => change.action === 'replace' || change.unseen);
    const before = await readObserved(task, session, replaced.map(whereBefore));
    return {
        kind: 'plan',
        digest: plan.digest,
        changes: [
            ...roles,
            ...plan.changes.map((change) => {
                const diff = diffOf(change, before.get(whereBefore(change)), secrets);
                return {
                    path: change.file.destination,
                    action: change.action,
                    ...(diff === undefined ? {} : { diff: task.ports.clean(diff) }),
                    after: change.file.after.map(_transaction_follow_up_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeFollowUp */ .F),
                };
            }),
            ...plan.removals.map(({ path }) => ({ path, action: 'remove', after: [] })),
            ...plan.links.map((change) => ({
                path: change.link.path,
                action: `${change.action} link`,
                diff: task.ports.clean(`${(0,_plan_plan_links_js__WEBPACK_IMPORTED_MODULE_4__/* .describeSymlink */ .pF)(change)}\n`),
                after: change.link.after.map(_transaction_follow_up_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeFollowUp */ .F),
            })),
            ...plan.linkRemovals.map(({ path, observedLink }) => ({
                path,
                action: 'remove link',
                diff: task.ports.clean(`${(0,_plan_plan_links_js__WEBPACK_IMPORTED_MODULE_4__/* .shortEnd */ .Aw)(observedLink)} -> nothing\n`),
                after: [],
            })),
        ],
        followUps: plan.followUps.map(_transaction_follow_up_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeFollowUp */ .F),
        stampOnly: plan.stampOnly,
    };
}
/** What serves now in place of a file that a link is about to lead to is what its path shows now. */
function whereBefore({ file, target, unseen }) {
    return unseen ? file.destination : target;
}
async function readObserved(task, session, paths) {
    if (paths.length === 0)
        return new Map();
    return task.step({ kind: 'observe', text: 'read what is to be replaced' }, async () => {
        const ended = await session.exec((0,_capture_commands_capture_js__WEBPACK_IMPORTED_MODULE_0__/* .captureCommand */ .g)(paths), { ..._remote_connection_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .observeLimits */ .H4, maxBytes: 64 * 1024 * 1024 });
        const entries = await (0,_remote_tar_js__WEBPACK_IMPORTED_MODULE_2__/* .unpackTar */ .Ag)(ended.stdout);
        return new Map(entries.filter((entry) => entry.type === 'file').map((entry) => [entry.path, entry.bytes]));
    });
}
function diffOf(change, found, secrets) {
    const { file } = change;
    if (change.action === 'set-mode')
        return undefined;
    const old = found === undefined ? Buffer.alloc(0) : (0,_secrets_restore_placeholders_js__WEBPACK_IMPORTED_MODULE_3__/* .restorePlaceholders */ .V)({ found, file: undefined, secrets });
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

/***/ 220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ resolveDesired)
});

// EXTERNAL MODULE: ./build/artifacts/commands/artifact-place.js
var artifact_place = __webpack_require__(25703);
// EXTERNAL MODULE: ./build/artifacts/find-artifact.js
var find_artifact = __webpack_require__(52176);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/problems.js
var problems = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/branch/flock-in.js
var flock_in = __webpack_require__(44690);
// EXTERNAL MODULE: ./build/code/commands/release.js
var release = __webpack_require__(47022);
// EXTERNAL MODULE: ./build/code/resolve-code.js
var resolve_code = __webpack_require__(74864);
;// CONCATENATED MODULE: ./build/desired/plan/symlink-clashes.js
/**
 * Files that cannot be where a manifest wants them, because code or an artifact is there. One below the
 * path of code is no clash: it goes into the release.
 */
function symlinkClashes(files, links) {
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

// EXTERNAL MODULE: ./build/desired/render-machines.js + 1 modules
var render_machines = __webpack_require__(18188);
;// CONCATENATED MODULE: ./build/desired/desired-machines.js









/**
 * Everything of all machines, before any is touched: files and roles are rendered, revisions are
 * resolved, once each for the whole run. Throws one InputError with all problems.
 */
async function resolveDesired(ports, { view, machines, operation, commitOf = () => undefined }) {
    const desired = await settle(() => operation === undefined
        ? (0,render_machines/* renderMachines */.p)(ports, view, machines)
        : (0,render_machines/* renderToApply */.Y)(ports, view, { machines, operation }));
    const parts = await Promise.all(machines.map((machine) => settle(() => resolveParts(ports, { view, machine, commitOf }))));
    const byName = new Map(machines.map(({ name }, at) => [name, parts[at]?.value]));
    const clashes = machines.flatMap(({ name }) => symlinkClashes(desired.value?.of(name).files ?? [], byName.get(name)?.links ?? []));
    (0,errors/* throwIfInvalid */.TG)((0,problems/* uniqueProblems */.O)([...[desired, ...parts].flatMap(({ problems }) => problems), ...clashes]));
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
async function resolveParts(ports, { view, machine, commitOf }) {
    const { snapshot } = view;
    const { artifacts } = machine;
    const pinned = machine.code.map((entry) => {
        const revision = commitOf(machine.name, entry.name);
        return revision === undefined ? entry : { ...entry, revision };
    });
    const code = await settle(() => (0,resolve_code/* resolveCode */.I)(ports, pinned));
    (0,errors/* throwIfInvalid */.TG)([...code.problems, ...(0,find_artifact/* artifactProblems */.$)(artifacts, snapshot.tree)]);
    const desired = code.value ?? [];
    return {
        code: desired,
        artifacts,
        links: [...desired.map(codeLink), ...artifacts.map(artifactLink)],
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


/***/ }),

/***/ 82594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ encodeLfsPointer),
/* harmony export */   y: () => (/* binding */ parseLfsPointer)
/* harmony export */ });
/**
 * Parses a pointer. Undefined for a file that is none; `broken` for a file that begins as one and breaks the
 * specification: keys in order, one space, line feeds only, no other kind of id, no extensions.
 */
function parseLfsPointer(bytes) {
    if (bytes.subarray(0, opening.length).toString('latin1') !== opening)
        return undefined;
    if (bytes.length >= maxBytes)
        return 'broken';
    const [, oid, size] = whole.exec(bytes.toString('latin1')) ?? [];
    if (oid === undefined || !Number.isSafeInteger(Number(size)))
        return 'broken';
    return { oid, size: Number(size) };
}
/** The pointer as git-lfs writes it. */
function encodeLfsPointer({ oid, size }) {
    return `${opening}v1\noid sha256:${oid}\nsize ${size}\n`;
}
const opening = 'version https://git-lfs.github.com/spec/';
const whole = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\noid sha256:([0-9a-f]{64})\nsize (0|[1-9]\d*)\n$/;
const maxBytes = 1024;


/***/ }),

/***/ 80168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ holderLine),
/* harmony export */   S: () => (/* binding */ newId)
/* harmony export */ });
/** Tells a contender who holds the lock of a machine. */
function holderLine({ ports, machine }) {
    const since = new Date(ports.clock.now()).toISOString();
    return `run ${ports.run.id} of ${ports.run.actor}, on ${machine.name} since ${since}`;
}
/** 16 hexadecimal digits for one attempt at changing a machine. */
function newId(clock) {
    const half = () => Math.floor(clock.random() * 0xffffffff)
        .toString(16)
        .padStart(8, '0');
    return `${half()}${half()}`;
}


/***/ }),

/***/ 83034:
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

/***/ 98270:
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

/***/ 33963:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YA: () => (/* binding */ seconds),
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
    /** How long a check that fails is tried again, every half second: a service may need a moment to answer. */
    checkRetry: 10,
    /** For what follows a revert when nobody listens any more: the lock must come free. */
    lastFollowUp: 5,
    /** After the swap begins, how soon the machine looks whether its transaction still has somebody who cares. */
    watch: 5,
};
const undosKept = 3;


/***/ }),

/***/ 78395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ parseLast),
  $: () => (/* binding */ readTransaction)
});

// EXTERNAL MODULE: ./build/base/step-kinds.js
var step_kinds = __webpack_require__(70330);
// EXTERNAL MODULE: ./build/transaction/follow-up.js
var follow_up = __webpack_require__(83034);
;// CONCATENATED MODULE: ./build/transaction/read-step.js


/**
 * What a step is that the transaction's script calls `name`. Its own steps are one word; `validate in place`
 * validates a second time; a check is `check NAME`; all others are follow-ups, in the words of `encodeFollowUp`.
 */
function readStepName(name) {
    if (name === 'validate in place')
        return { kind: 'validate', text: name };
    const [, check] = /^check (.+)$/.exec(name) ?? [];
    if (check !== undefined)
        return { kind: 'trial', text: name, subject: check };
    if ((0,follow_up/* parseFollowUp */.C)(name) !== undefined)
        return { kind: 'follow-up', text: name, subject: name };
    return { kind: (0,step_kinds/* isStepKind */.P)(name) ? name : 'other', text: name };
}
/**
 * The validator that failed: the script ends its step with `"COMMAND" exited with STATUS`. Undefined when it
 * printed more than is kept.
 */
function findFailedValidator(detail, validations) {
    return validations.find((command) => detail.includes(`"${command}" exited with `));
}

;// CONCATENATED MODULE: ./build/transaction/read-transaction.js

/** Status of a validation that the kernel gave no private mount namespace for. */
const noNamespace = 125;
/** Reads what a transaction prints, line by line as it comes. */
function readTransaction({ id, validations }, listener) {
    const steps = [];
    const said = [];
    let end;
    let startedMs = 0;
    const finish = (rest) => {
        const [, name = '', status = '1'] = /^(.*) (\d+)$/.exec(rest) ?? [];
        const detail = said.splice(0).join('\n');
        const label = readStepName(name);
        const validator = label.kind === 'validate' ? findFailedValidator(detail, validations) : undefined;
        const step = {
            ...label,
            ...(validator === undefined ? {} : { subject: validator }),
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
            listener.onStep(readStepName(rest));
        },
        done: finish,
        confirm: () => listener.onConfirm?.(),
        waiting: (rest) => listener.onWaiting?.(rest.trim()),
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


/***/ }),

/***/ 63549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ sharedValues)
/* harmony export */ });
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33963);

/** What `configure/base.sh` and `configure/recover-other.sh` want, for a transaction and for long work. */
const sharedValues = {
    place_library: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.library,
    place_current: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.current,
    place_last: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.last,
    place_lock: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.lock,
    place_holder: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.holder,
    place_token: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.token,
    place_hold: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .places */ .zn.hold,
    seconds_last_follow_up: _places_js__WEBPACK_IMPORTED_MODULE_0__/* .seconds */ .YA.lastFollowUp,
};


/***/ }),

/***/ 5036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ stepTail)
/* harmony export */ });
/** The first and the last lines of what a step printed: a validator says first what is wrong, our script last. */
function stepTail(detail = '') {
    const lines = detail.split('\n').filter((line) => line.trim() !== '');
    const shown = lines.length > 3 ? [...lines.slice(0, 2), ...lines.slice(-1)] : lines;
    const why = shown.map((line) => line.slice(0, 200)).join('; ');
    return why === '' ? '' : `: ${why}`;
}


/***/ }),

/***/ 40864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xj: () => (/* binding */ checkValues),
  qw: () => (/* binding */ confirmCommand),
  Cb: () => (/* binding */ lastCommand),
  ZD: () => (/* binding */ transactionArchive),
  o7: () => (/* binding */ transactionCommand),
  Eb: () => (/* binding */ undoCommand)
});

// UNUSED EXPORTS: transactionPlan, transactionProgram

// EXTERNAL MODULE: ./build/base/secret-bytes.js
var secret_bytes = __webpack_require__(95452);
// EXTERNAL MODULE: ./build/base/text/quote.js
var quote = __webpack_require__(90366);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/transaction/follow-up.js
var follow_up = __webpack_require__(83034);
;// CONCATENATED MODULE: ./build/transaction/follow-up-argv.js

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
/** Also a unit that systemd would not start again so soon. */
function systemctlAfresh(verb, unit) {
    return (0,program/* programCommand */.O)('configure/systemctl-afresh.sh', { args: [verb, unit] }).argv;
}

// EXTERNAL MODULE: ./build/transaction/managed.js
var transaction_managed = __webpack_require__(98270);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
// EXTERNAL MODULE: ./build/transaction/shared-values.js
var shared_values = __webpack_require__(63549);
// EXTERNAL MODULE: ./build/base/digest.js
var digest = __webpack_require__(30742);
;// CONCATENATED MODULE: ./build/transaction/undo.js

function undoFiles(files) {
    return files.flatMap((file) => {
        if (file.op !== 'put' && file.op !== 'remove')
            return [];
        const newSha256 = file.op === 'put' ? (0,digest/* sha256 */.s)(file.bytes.reveal()) : null;
        return [{ target: file.target, newSha256, existed: file.observedSha256 !== undefined }];
    });
}
function undoLinks(files) {
    return files.flatMap((file) => {
        if (file.op !== 'link' && file.op !== 'unlink')
            return [];
        const newLink = file.op === 'link' ? file.to : null;
        return [{ target: file.target, newLink, oldLink: file.observedLink ?? null }];
    });
}

;// CONCATENATED MODULE: ./build/transaction/transaction.js









/**
 * Receives the archive (its size is the first thing known of it) on standard
 * input, then listens there for signs of life, a line every few seconds.
 */
function transactionCommand(transaction, archiveBytes) {
    const { id, lockWaitSeconds, holder } = transaction;
    return (0,program/* programCommand */.O)('configure/receive.sh', {
        values: { place_transactions: places/* places */.zn.transactions },
        args: [id, String(archiveBytes), String(lockWaitSeconds), holder],
    });
}
/** What a second connection says: whoever can say it has a way to the machine. Exit status 3: nothing waits for it. */
function confirmCommand({ id }) {
    const values = { place_transactions: places/* places */.zn.transactions, place_current: places/* places */.zn.current };
    return (0,program/* programCommand */.O)('configure/confirm.sh', { values, args: [id] });
}
/** Prints how a transaction ended, `ID KIND WHY`; nothing while that is not decided. */
function lastCommand({ id }) {
    const { transactions, current, last } = places/* places */.zn;
    const values = { place_transactions: transactions, place_current: current, place_last: last };
    return (0,program/* programCommand */.O)('configure/last.sh', { values, args: [id] });
}
/** Answers with an archive of the newest kept change: `NAME/undo.json` and `NAME/old/…`; with nothing when none is kept. */
const undoCommand = (0,program/* programCommand */.O)('configure/read-undo.sh', {
    values: { place_undo: places/* places */.zn.undo },
});
/** What the archive holds: the new tree below `new/`, and the script. */
function transactionArchive(transaction) {
    const text = (path, content) => ({
        path,
        mode: 0o600,
        bytes: Buffer.from(content),
    });
    return [
        text('script.sh', `${transactionProgram(transaction)}\n${transactionPlan(transaction)}`),
        text('recover.service', recoverUnit),
        text('undo.json', `${JSON.stringify(undoOf(transaction))}\n`),
        ...allFiles(transaction).flatMap((file) => file.op === 'put' ? [{ path: `new${file.target}`, mode: 0o600, bytes: file.bytes.reveal() }] : []),
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
        bytes: new secret_bytes/* SecretBytes */.y(Buffer.from(content)),
    });
    return [
        ...inOrder(files),
        own(places/* places */.zn.files, 0o600, (0,transaction_managed/* encodeManaged */.W)(managed)),
        own(places/* places */.zn.stampEnv, 0o644, stampEnv),
        own(places/* places */.zn.stamp, 0o644, stamp),
    ];
}
/** The program, with what it is told by name. */
function transactionProgram(transaction) {
    const { validations, undoes = '', observedGeneration = '?' } = transaction;
    return (0,program/* programText */.Q)('configure/transaction.sh', {
        ...shared_values/* sharedValues */.w,
        ...ownValues,
        has_validations: validations.length > 0 ? 'yes' : 'no',
        undoes,
        seen_generation: observedGeneration,
        hard_limit: hardLimit(transaction),
    });
}
/** What `configure/check.sh` wants, in a transaction and for checks by themselves. */
const checkValues = {
    seconds_check: places/* seconds */.YA.check,
    seconds_check_retry: places/* seconds */.YA.checkRetry,
    // Room for the line about the exit within what a step tells.
    try_bytes: 16_000,
};
const ownValues = {
    place_transactions: places/* places */.zn.transactions,
    place_undo: places/* places */.zn.undo,
    place_recover_unit: places/* places */.zn.recoverUnit,
    seconds_heartbeat: places/* seconds */.YA.heartbeat,
    seconds_confirm: places/* seconds */.YA.confirm,
    seconds_validation: places/* seconds */.YA.validation,
    seconds_follow_up: places/* seconds */.YA.followUp,
    ...checkValues,
    seconds_watch: places/* seconds */.YA.watch,
    undos_kept: places/* undosKept */.qs,
};
/** What differs from one change to the next: lists, no logic. */
function transactionPlan(transaction) {
    const { validations, followUps, checks } = transaction;
    return [
        list('each_file', allFiles(transaction).map((file) => `"$1" ${fileWords(file)}`)),
        list('validations', validations.map((command) => `validation ${(0,quote/* quoteWord */.XW)(command)}`)),
        list('follow_ups', followUps.map((followUp) => `follow_up ${(0,quote/* quoteCommand */.ch)([(0,follow_up/* encodeFollowUp */.F)(followUp), ...followUpArgv(followUp)])}`)),
        list('checks', checks.map(({ name, command }) => `check ${(0,quote/* quoteCommand */.ch)([name, command])}`)),
    ].join('');
}
function fileWords(file) {
    if (file.op === 'link' || file.op === 'unlink') {
        const observedLink = file.observedLink === undefined ? '-' : `to:${file.observedLink}`;
        return (0,quote/* quoteCommand */.ch)([file.op, file.target, file.op === 'link' ? file.to : '-', '-', '-', observedLink]);
    }
    if (file.op === 'remove')
        return (0,quote/* quoteCommand */.ch)(['remove', file.target, '-', '-', '-', file.observedSha256]);
    const seen = file.own || file.unseen ? '?' : (file.observedSha256 ?? '-');
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
    return (places/* seconds */.YA.confirm +
        30 +
        2 * followUps.length * places/* seconds */.YA.followUp +
        checks.length * (places/* seconds */.YA.check + places/* seconds */.YA.checkRetry));
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
ExecStart=/bin/bash -c 'tx=$$(readlink ${places/* places */.zn.current}); id=$$(basename "$$tx"); . "$$tx/script.sh"; recover_at_boot'
`;


/***/ })

};
