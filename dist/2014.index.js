export const id = 2014;
export const ids = [2014];
export const modules = {

/***/ 32014:
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

;// CONCATENATED MODULE: ./build/operations/sealed/seal-key.js

/** A new key, shown once and kept nowhere: with it a person needs no other program. */
const sealKey = async () => ({ data: { ...(await makeIdentity()) } });


/***/ })

};
