export const id = 8136;
export const ids = [8136];
export const modules = {

/***/ 98136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reboot: () => (/* binding */ reboot)
/* harmony export */ });
/* harmony import */ var _lifecycle_provider_machines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35965);
/* harmony import */ var _lifecycle_reboot_machine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81592);
/* harmony import */ var _operation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44138);



const reboot = (0,_operation_js__WEBPACK_IMPORTED_MODULE_2__/* .fleetOperation */ .o)({
    records: () => true,
    prepare: async (ports, { view, machines }) => {
        const existing = await (0,_lifecycle_provider_machines_js__WEBPACK_IMPORTED_MODULE_0__/* .listProviderMachines */ .EO)(ports, view, machines);
        return (task) => (0,_lifecycle_reboot_machine_js__WEBPACK_IMPORTED_MODULE_1__/* .rebootMachine */ .H)(task, { view, existing });
    },
});


/***/ })

};
