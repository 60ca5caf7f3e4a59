export const id = 3796;
export const ids = [3796];
export const modules = {

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
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45630);
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
