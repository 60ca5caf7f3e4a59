export const id = 6313;
export const ids = [6313];
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
