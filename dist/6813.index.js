export const id = 6813;
export const ids = [6813];
export const modules = {

/***/ 6813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   processTerminal: () => (/* binding */ processTerminal)
/* harmony export */ });
/** This process as a terminal. */
function processTerminal({ toolkit, load }) {
    return {
        stdin: process.stdin,
        stdout: process.stdout,
        stderr: process.stderr,
        env: process.env,
        cwd: process.cwd(),
        onInterrupt,
        exit: (code) => process.exit(code),
        toolkit,
        load,
    };
}
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
function onInterrupt(listener) {
    // Node hands the signal's name over; the listener must not depend on which it is.
    const call = () => listener();
    for (const signal of signals)
        process.on(signal, call);
    return () => {
        for (const signal of signals)
            process.off(signal, call);
    };
}


/***/ })

};
