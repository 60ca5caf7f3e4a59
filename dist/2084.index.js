export const id = 2084;
export const ids = [2084];
export const modules = {

/***/ 22084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   replay: () => (/* binding */ replay)
/* harmony export */ });
/** Records that a run kept as files. Twice does no harm: the ledger knows each by its id. */
const replay = async (ports, { selectors }) => {
    const records = await Promise.all(selectors.map((path) => ports.readRecord(path)));
    const { commit } = await ports.ledger.push(records);
    ports.journal.drop(records);
    const count = `${records.length} ${records.length === 1 ? 'record is' : 'records are'}`;
    return { commit, message: `${count} on the branch; the files may be deleted` };
};


/***/ })

};
