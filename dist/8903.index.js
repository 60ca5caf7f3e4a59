export const id = 8903;
export const ids = [8903];
export const modules = {

/***/ 8903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   history: () => (/* binding */ history)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _leftover_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4968);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9569);



/** From the ledger alone: GitHub forgets runs, the branch does not. Machines that are gone can be asked for by name. */
const history = async (ports, { selectors, limit }) => {
    const machines = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(selectors, []) ? undefined : await namesOf(ports, selectors);
    const events = await ports.ledger.history({ limit, ...(machines === undefined ? {} : { machines }) });
    const data = events.map((event) => ({ ...event }));
    return { data, message: `${events.length} ${events.length === 1 ? 'event' : 'events'}` };
};
const plainName = /^[a-z0-9-]+$/;
async function namesOf(ports, selectors) {
    if (selectors.every((selector) => plainName.test(selector) && selector !== 'all'))
        return selectors;
    const survey = await (0,_survey_js__WEBPACK_IMPORTED_MODULE_2__/* .readFlock */ ._D)(ports);
    return (0,_leftover_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseAll */ .z)(survey, selectors).map((machine) => machine.name);
}


/***/ }),

/***/ 4968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ND: () => (/* binding */ strayMachine),
/* harmony export */   _w: () => (/* binding */ chooseWithLeftovers),
/* harmony export */   yK: () => (/* binding */ leftoverMachines),
/* harmony export */   z: () => (/* binding */ chooseAll)
/* harmony export */ });
/* harmony import */ var _flock_select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1632);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9569);


/**
 * Machines that the ledger knows and `flock.yml` no longer names: somebody took
 * the entry away before the machine. They can still be listed and terminated.
 */
function leftoverMachines({ flock, snapshot }) {
    const named = new Set(flock.machines.map((machine) => machine.name));
    return [...snapshot.machines].flatMap(([name, { identity, launch }]) => {
        if (named.has(name))
            return [];
        if (identity !== undefined)
            return [strayMachine(name, identity)];
        // Cut off before anything was seen of it: its provider knows whether it was made.
        const provider = launch?.provider;
        return typeof provider === 'string' ? [strayMachine(name, { provider, user: 'root', port: 22 })] : [];
    });
}
/** A machine of which only this is known. */
function strayMachine(name, { provider, user, port }) {
    return {
        name,
        groups: [],
        vars: {},
        provider,
        settings: {},
        ssh: { user, port },
        checks: [],
        protect: false,
    };
}
/** Like `chooseMachines`, and leftovers by their exact names. */
async function chooseWithLeftovers(ports, survey, request) {
    const leftovers = leftoverMachines(survey).filter((machine) => request.selectors.includes(machine.name));
    const names = new Set(leftovers.map((machine) => machine.name));
    const selectors = request.selectors.filter((selector) => !names.has(selector));
    if (selectors.length === 0 && leftovers.length > 0)
        return leftovers;
    return [...(await (0,_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseMachines */ .A6)(ports, survey, { ...request, selectors })), ...leftovers];
}
/** All machines, wanted or left over; the selectors may be empty. */
function chooseAll(survey, selectors) {
    const machines = [...survey.flock.machines, ...leftoverMachines(survey)];
    if (selectors.length === 0)
        return machines;
    return (0,_flock_select_js__WEBPACK_IMPORTED_MODULE_0__/* .selectMachines */ .L)({ flock: { ...survey.flock, machines }, selectors });
}


/***/ })

};
