export const id = 7693;
export const ids = [7693];
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

/***/ 37693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sealKey: () => (/* binding */ sealKey)
});

;// CONCATENATED MODULE: ./build/secrets/seal/make-identity.js
/** A new identity of age and the recipient that belongs to it. */
async function makeIdentity() {
    const { generateX25519Identity, identityToRecipient } = await __webpack_require__.e(/* import() */ 1539).then(__webpack_require__.bind(__webpack_require__, 81539));
    const identity = await generateX25519Identity();
    return { identity, recipient: await identityToRecipient(identity) };
}

// EXTERNAL MODULE: ./build/operations/operation.js
var operation = __webpack_require__(44138);
;// CONCATENATED MODULE: ./build/operations/seal-key/seal-key.js


/** A new key, shown once and kept nowhere: with it a person needs no other program. What it prints is a file of age. */
const sealKey = (0,operation/* wholeOperation */.r)(async () => {
    const { identity, recipient } = await makeIdentity();
    return {
        data: { kind: 'seal-key', identity, recipient },
        output: `# recipient: ${recipient}\n${identity}\n`,
    };
});


/***/ })

};
