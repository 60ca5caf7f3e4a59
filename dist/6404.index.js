export const id = 6404;
export const ids = [6404];
export const modules = {

/***/ 44138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ fleetOperation),
/* harmony export */   r: () => (/* binding */ wholeOperation)
/* harmony export */ });
function fleetOperation(operation) {
    return { kind: 'fleet', ...operation };
}
function wholeOperation(run) {
    return { kind: 'whole', run };
}


/***/ }),

/***/ 86404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   replay: () => (/* binding */ replay)
/* harmony export */ });
/* harmony import */ var _base_text_count_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(247);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44138);


/** Records that a run kept as files. Twice does no harm: the ledger knows each by its id. */
const replay = (0,_operation_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeOperation */ .r)(async (ports, { selectors }) => {
    const records = await Promise.all(selectors.map((path) => ports.readRecord(path)));
    const { commit } = await ports.ledger.push(records);
    ports.journal.drop(records);
    const count = (0,_base_text_count_of_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .p)(records.length, 'record is', 'records are');
    return { commit, message: `${count} on the branch; the files may be deleted` };
});


/***/ })

};
