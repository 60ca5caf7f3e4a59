export const id = 219;
export const ids = [219];
export const modules = {

/***/ 219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   create: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _configure_configure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1972);
/* harmony import */ var _desired_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1642);
/* harmony import */ var _downloadconfig_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4310);
/* harmony import */ var _fleet_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(809);
/* harmony import */ var _fleet_operation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5167);
/* harmony import */ var _provision_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5630);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9569);







const create = (0,_fleet_operation_js__WEBPACK_IMPORTED_MODULE_4__/* .defineFleetOperation */ .t)({
    records: () => true,
    connects: true,
    prepare: async (ports, chosen) => {
        const desired = await (0,_desired_js__WEBPACK_IMPORTED_MODULE_1__/* .renderMachines */ .p)(ports, chosen.survey, chosen.machines);
        const provision = await (0,_provision_js__WEBPACK_IMPORTED_MODULE_5__.prepareProvision)(ports, chosen);
        return (job) => createMachine(job, { provision, desired });
    },
});
/**
 * One record for all three. What was reached before a failure is in that record
 * too: a machine that was made and could not be configured is pinned, and the
 * next `create` goes on from there.
 */
async function createMachine(job, work) {
    const { done, identity } = await (0,_provision_js__WEBPACK_IMPORTED_MODULE_5__.provisionMachine)(job, work.provision);
    const { survey: before } = work.provision;
    const { name } = job.machine;
    const survey = identity === undefined ? before : (0,_survey_js__WEBPACK_IMPORTED_MODULE_6__/* .withIdentity */ .BF)(before, { name, identity });
    const parts = [done];
    for (const part of [
        () => (0,_configure_configure_js__WEBPACK_IMPORTED_MODULE_0__.configureMachine)(job, { survey, desired: work.desired, dryRun: false }),
        () => (0,_downloadconfig_js__WEBPACK_IMPORTED_MODULE_2__.captureMachine)(job, { survey, desired: work.desired }),
    ]) {
        if (!parts.every(isGood))
            break;
        parts.push(await (0,_fleet_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .CD)(job, part));
    }
    return merge(parts);
}
function isGood({ kind }) {
    return kind === 'ok' || kind === 'changed';
}
function merge(parts) {
    const changes = parts.flatMap((part) => part.changes ?? []);
    const bad = parts.find((part) => !isGood(part));
    if (bad !== undefined)
        return { ...bad, changes };
    const isChanged = parts.some((part) => part.kind === 'changed');
    return {
        kind: isChanged ? 'changed' : 'ok',
        reason: isChanged ? 'done' : 'already-so',
        message: parts.map((part) => part.message).join('; '),
        changes,
    };
}


/***/ })

};
