export const id = 1543;
export const ids = [1543];
export const modules = {

/***/ 39237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ realClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

/** The clock and the chance of this computer. */
const realClock = {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    sleep: async (ms, signal) => {
        signal?.throwIfAborted();
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
        }
        catch (cause) {
            // Node rejects with an AbortError of its own; the port promises the signal's reason.
            signal?.throwIfAborted();
            throw cause;
        }
    },
    random: () => Math.random(),
};


/***/ }),

/***/ 31543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeProvider: () => (/* binding */ makeProvider),
/* harmony export */   sweepLocalFlock: () => (/* binding */ sweepLocalFlock)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _system_real_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39237);


/** The provider of this name; throws `invalid-flock` for one that does not exist. */
async function makeProvider(name, { scope, env, signal }) {
    if (name === 'local') {
        const { makeLocalProvider } = await __webpack_require__.e(/* import() */ 675).then(__webpack_require__.bind(__webpack_require__, 675));
        return makeLocalProvider({ flock: scope.flock, clock: _system_real_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .realClock */ .d, ...localPlace(env) });
    }
    if (name === 'static') {
        const { makeStaticProvider } = await __webpack_require__.e(/* import() */ 7701).then(__webpack_require__.bind(__webpack_require__, 27701));
        return makeStaticProvider({ scope, clock: _system_real_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .realClock */ .d });
    }
    if (name === 'ec2') {
        const { makeEc2Provider } = await Promise.all(/* import() */[__webpack_require__.e(2857), __webpack_require__.e(3322)]).then(__webpack_require__.bind(__webpack_require__, 13322));
        return makeEc2Provider({ scope, clock: _system_real_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .realClock */ .d, env, ...(signal === undefined ? {} : { signal }) });
    }
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`provider: "${name}" is not one`, {
        reason: 'invalid-flock',
        hint: 'Use "local", "ec2" or "static".',
        at: { file: 'flock.yml' },
    });
}
/** Ends all local machines of a flock; answers with what it ended. */
async function sweepLocalFlock(flock, env) {
    const { sweepLocal } = await __webpack_require__.e(/* import() */ 2477).then(__webpack_require__.bind(__webpack_require__, 2477));
    return sweepLocal({ flock, ...localPlace(env) });
}
/** `DROVER_LOCAL_DIR`: another folder than the computer's own for roots and machines. */
function localPlace({ DROVER_LOCAL_DIR: stateDir }) {
    return stateDir ? { stateDir } : {};
}


/***/ })

};
