export const id = 8778;
export const ids = [8778];
export const modules = {

/***/ 67991:
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


/***/ }),

/***/ 59784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ whenThere),
/* harmony export */   e: () => (/* binding */ startPatience)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _system_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47318);
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


const tellEveryMs = 15_000;
function startPatience(job, deadlineMs) {
    const { clock } = job.ports;
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
            job.stepStarted(`${what} (${Math.round(toldMs / 1000)} s of at most ${Math.round(deadlineMs / 1000)} s)`);
        },
    };
}
/** A machine that starts is away, or ends a connection that it has just taken. */
const away = ['unreachable', 'connection-lost', 'timed-out'];
/**
 * Work over a connection to a machine that may be starting: done anew, on another connection, while
 * the machine is away. Gently: newer sshd punish those who knock too often. The work must be
 * repeatable. Throws the last error when the deadline has passed.
 */
async function whenThere(job, { identity, patience, what }, work) {
    const { ports, machine } = job;
    const key = await ports.sshKey();
    const signal = ports.signal === undefined ? {} : { signal: ports.signal };
    return await (0,_system_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)({
        clock: ports.clock,
        baseMs: 2000,
        maxMs: 8000,
        deadlineMs: patience.deadlineMs - patience.elapsedMs(),
        isRetryable: (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F && away.includes(error.reason),
        ...signal,
    }, async () => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            patience.tell(what);
            const session = __addDisposableResource(env_1, await ports.remote.connect({
                machine: machine.name,
                identity,
                key,
                timeoutMs: 20_000,
                reachMs: 5000,
                ...signal,
            }), true);
            return await work(session);
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


/***/ }),

/***/ 48406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makePushNow)
/* harmony export */ });
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10809);

/** What comes while a push is under way goes with the next one, however many machines it is for. */
function makePushNow({ ledger }) {
    let waiting = [];
    let last = Promise.resolve();
    let next;
    const pushWaiting = async () => {
        const batch = waiting;
        waiting = [];
        next = undefined;
        await ledger.push(batch);
    };
    return (job, note) => {
        waiting.push(toRecord(job, note));
        if (next === undefined) {
            next = last.then(pushWaiting);
            last = next.catch(() => undefined);
        }
        return next;
    };
}
function toRecord({ ports, machine }, { operation, config, message, changes, over, event }) {
    return {
        id: (0,_fleet_js__WEBPACK_IMPORTED_MODULE_0__/* .newRecordId */ .Ld)(ports, { operation, machine: machine.name }),
        run: ports.run,
        operation,
        machine: machine.name,
        outcome: 'changed',
        reason: 'done',
        message: ports.clean(message),
        time: new Date(ports.clock.now()).toISOString(),
        durationMs: 0,
        config,
        changes,
        ...(over === undefined ? {} : { over }),
        event: { ...event, note: true },
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

/***/ 94627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   start: () => (/* binding */ start)
/* harmony export */ });
/* harmony import */ var _fleet_operation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45167);
/* harmony import */ var _provider_of_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94514);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66827);
/* harmony import */ var _seen_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12820);
/* harmony import */ var _stop_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83647);





/** `provision` for machines that exist: it makes none. */
const start = (0,_fleet_operation_js__WEBPACK_IMPORTED_MODULE_0__/* .defineFleetOperation */ .t)({
    records: () => true,
    prepare: async (ports, chosen) => {
        const request = { ...chosen.request, budget: Number.POSITIVE_INFINITY };
        const work = await (0,_provision_js__WEBPACK_IMPORTED_MODULE_1__.prepareProvision)(ports, { ...chosen, request });
        return (job) => startMachine(job, { ...work, budget: { spend: refuseToMake } });
    },
});
async function startMachine(job, work) {
    const { name } = job.machine;
    const { identity, presence } = (0,_seen_js__WEBPACK_IMPORTED_MODULE_2__/* .requireSeen */ .RL)(work.seen, name);
    if (presence === 'stopped') {
        const provider = await (0,_provider_of_js__WEBPACK_IMPORTED_MODULE_4__/* .providerOf */ .lc)(job.ports, work.survey, identity.provider);
        if (provider.stop === undefined)
            throw (0,_stop_js__WEBPACK_IMPORTED_MODULE_3__.cannot)(name, { provider: provider.name, verb: 'start' });
    }
    return (await (0,_provision_js__WEBPACK_IMPORTED_MODULE_1__.provisionMachine)(job, work)).done;
}
/** It was there when the run began. */
function refuseToMake(name) {
    throw (0,_seen_js__WEBPACK_IMPORTED_MODULE_2__/* .absentMachine */ .nN)(name);
}


/***/ })

};
