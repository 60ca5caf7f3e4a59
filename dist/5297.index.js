export const id = 5297;
export const ids = [5297];
export const modules = {

/***/ 15297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  configure: () => (/* binding */ configure)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/operations/fleet-operation.js
var fleet_operation = __webpack_require__(45167);
// EXTERNAL MODULE: ./build/operations/sealed/generated-file.js
var generated_file = __webpack_require__(91928);
// EXTERNAL MODULE: ./build/operations/sessions.js
var sessions = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/operations/survey.js
var operations_survey = __webpack_require__(82305);
// EXTERNAL MODULE: ./build/operations/configure/configure-machine.js + 2 modules
var configure_machine = __webpack_require__(32543);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./build/base/command.js
var command = __webpack_require__(35245);
// EXTERNAL MODULE: ./build/recipes/follow-up.js
var follow_up = __webpack_require__(22129);
// EXTERNAL MODULE: ./build/recipes/look.js + 1 modules
var look = __webpack_require__(57557);
// EXTERNAL MODULE: ./build/recipes/managed.js
var managed = __webpack_require__(36317);
// EXTERNAL MODULE: ./build/recipes/transaction/places.js
var places = __webpack_require__(24039);
// EXTERNAL MODULE: ./build/recipes/transaction/transaction.js + 4 modules
var transaction = __webpack_require__(23554);
// EXTERNAL MODULE: ./build/remote/tar.js
var tar = __webpack_require__(20912);
// EXTERNAL MODULE: ./build/operations/configure/apply.js
var apply = __webpack_require__(92420);
// EXTERNAL MODULE: ./build/operations/configure/conclude.js
var conclude = __webpack_require__(75243);
// EXTERNAL MODULE: ./build/operations/configure/converse.js + 1 modules
var converse = __webpack_require__(77730);
;// CONCATENATED MODULE: ./build/operations/configure/rollback.js













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
async function rollbackMachine(job, session, identity) {
    const kept = await job.step('read the undo', () => readUndo(job, session));
    const sighting = await rollback_look(session, kept);
    refuseIfChanged(job, kept, sighting);
    refuseIfGone(job, kept, sighting);
    const text = (path) => kept.old.get(path)?.bytes.toString('utf8') ?? '';
    const transaction = (0,apply/* makeTransaction */.r)(job, {
        files: [
            ...kept.files.flatMap((file) => undoFile(file, { kept, sighting })),
            ...kept.links.flatMap(undoLink),
        ],
        validations: [],
        followUps: kept.followUps.flatMap((line) => (0,follow_up/* parseFollowUp */.C)(line) ?? []),
        checks: job.machine.checks,
        stamp: text(places/* places */.zn.stamp),
        stampEnv: text(places/* places */.zn.stampEnv),
        managed: (0,managed/* parseManaged */.B)(text(places/* places */.zn.files)),
        undoes: kept.name,
        seenGeneration: sighting.generation,
    });
    const conversed = await (0,converse/* converse */.i)(job, { session, identity, transaction });
    return (0,conclude/* concludeTransaction */.O)(conversed, {
        changed: `undid the last change: ${describeKept(kept)}`,
        changes: [],
        links: [],
    });
}
async function readUndo({ machine }, session) {
    const ended = await session.exec(transaction/* undoCommand */.Eb, { ...sessions/* lookLimits */.QQ, maxBytes: 64 * 1024 * 1024 });
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
async function rollback_look(session, kept) {
    const ends = kept.links.flatMap(({ oldLink }) => oldLink ?? []);
    const paths = [...kept.files.map((file) => file.target), ...ends];
    const links = kept.links.map(({ target }) => ({ path: target, place: target, to: '' }));
    const looked = (0,look/* lookCommand */.z)(paths, { links, managed: { files: [], links: [] } });
    const { stdout } = await session.exec(looked, { ...sessions/* lookLimits */.QQ, maxBytes: 16 * 1024 * 1024 });
    return (0,look/* parseLook */.j)(stdout, paths);
}
function refuseIfChanged({ machine }, kept, { found }) {
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
function refuseIfGone({ machine }, kept, { found }) {
    const gone = kept.links.flatMap(({ oldLink }) => oldLink === null || found.get(oldLink)?.stat !== undefined ? [] : [oldLink]);
    if (gone.length === 0)
        return;
    throw new errors/* DroverError */.F(`${machine.name}: what a link led to before the last change is gone: ${gone.join(', ')}`, {
        reason: 'nothing-to-undo',
        hint: `Give --to COMMIT to go back to an earlier commit of the branch: then it is made ready again. "drover history ${machine.name}" shows them.`,
    });
}
function describeKept({ files, links }) {
    const counted = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;
    return [
        ...(files.length > 0 || links.length === 0 ? [counted(files.length, 'file')] : []),
        ...(links.length > 0 ? [counted(links.length, 'link')] : []),
    ].join(', ');
}
function undoFile(file, { kept, sighting }) {
    const seen = sighting.found.get(file.target)?.sha256;
    const seenSha256 = seen === undefined ? {} : { seenSha256: seen };
    const old = kept.old.get(file.target);
    if (old === undefined) {
        return file.existed || seen === undefined ? [] : [{ op: 'remove', target: file.target, seenSha256: seen }];
    }
    const { owner, group, mode, bytes } = old;
    return [{ op: 'put', target: file.target, owner, group, mode, bytes, ...seenSha256 }];
}
function undoLink({ target, newLink, oldLink }) {
    const seenLink = newLink === null ? {} : { seenLink: newLink };
    if (oldLink !== null)
        return [{ op: 'link', target, to: oldLink, ...seenLink }];
    return newLink === null ? [] : [{ op: 'unlink', target, seenLink: newLink }];
}

// EXTERNAL MODULE: ./build/operations/configure/wanted.js + 1 modules
var configure_wanted = __webpack_require__(81501);
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








const configure = (0,fleet_operation/* defineFleetOperation */.t)({
    records: (request) => !request.dryRun,
    connects: true,
    prepare: async (ports, { survey, machines, request }) => {
        if (request.rollback)
            return (job) => rollback(job, survey);
        const want = await wantAt(ports, { survey, machines }, request.to);
        const { operation } = request;
        const wanted = await (0,configure_wanted/* wantMachines */.v)(ports, { ...want, ...(request.dryRun ? {} : { operation }) });
        const digestOf = approvedDigests(machines, request.planDigests);
        const { dryRun, baseline } = request;
        return (job) => (0,configure_machine/* configureMachine */.M)(job, {
            survey: want.survey,
            wanted,
            dryRun,
            allRoles: baseline,
            planDigest: digestOf(job.machine.name),
        });
    },
});
/** Every machine must have been approved: one that was not looked at is not changed. */
function approvedDigests(machines, approved) {
    if (approved === undefined)
        return () => undefined;
    const lone = machines.length === 1 ? approved.get('') : undefined;
    const of = (name) => approved.get(name) ?? lone;
    (0,errors/* refuse */.TR)(machines
        .filter(({ name }) => of(name) === undefined)
        .map(({ name }) => ({
        reason: 'plan-changed',
        message: `${name}: no plan of it was approved`,
        hint: `Look at it with "drover preview ${name}" and add ${name}=DIGEST. Nothing was changed.`,
    })));
    return of;
}
async function rollback(job, survey) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const identity = (0,operations_survey/* identityOf */.cu)(survey, job.machine.name);
        const session = __addDisposableResource(env_1, await (0,sessions/* openSession */.fA)(job, identity)
        // Awaited here: the session ends with this function.
        , true);
        // Awaited here: the session ends with this function.
        return await rollbackMachine(job, session, identity);
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
async function wantAt(ports, { survey, machines }, to) {
    if (to === undefined)
        return { survey, machines };
    const past = await (0,operations_survey/* readFlockAt */.hR)(ports, to);
    return {
        survey: (0,generated_file/* withSealedOf */.MZ)(survey, {
            ...past,
            snapshot: { ...past.snapshot, machines: survey.snapshot.machines },
        }),
        machines: machinesAt(past, machines),
        commitOf: (machine, code) => past.snapshot.machines.get(machine)?.state?.code?.[code],
    };
}
/** The chosen machines as that commit describes them: with its variables and groups. */
function machinesAt(past, chosen) {
    return chosen.map((machine) => past.flock.machines.find(({ name }) => name === machine.name) ?? machine);
}


/***/ })

};
