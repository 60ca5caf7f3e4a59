export const id = 3531;
export const ids = [3531];
export const modules = {

/***/ 3531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   preview: () => (/* binding */ preview)
/* harmony export */ });
/* harmony import */ var _configure_configure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3218);

/** What configure would do: its own dry run. */
const preview = (ports, request) => (0,_configure_configure_js__WEBPACK_IMPORTED_MODULE_0__.configure)(ports, { ...request, dryRun: true });


/***/ })

};
