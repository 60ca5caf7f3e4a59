export const id = 1255;
export const ids = [1255];
export const modules = {

/***/ 71255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pruneVersions: () => (/* binding */ pruneVersions)
});

// EXTERNAL MODULE: ./build/artifacts/commands/artifact-place.js
var artifact_place = __webpack_require__(25703);
// EXTERNAL MODULE: ./build/programs/program.js
var program = __webpack_require__(34472);
// EXTERNAL MODULE: ./build/transaction/places.js
var places = __webpack_require__(33963);
;// CONCATENATED MODULE: ./build/code/commands/prune.js


/** How many versions stay besides the one in use and those that a kept change could bring back. */
const versionsKept = 3;
/** Takes away versions that nobody needs, and prints `removed PATH` for each; `busy` when another run is at work. */
function pruneCommand({ code, artifacts }) {
    return (0,program/* programCommand */.O)('code/prune.sh', {
        values: {
            place_lock: places/* places */.zn.lock,
            place_undo: places/* places */.zn.undo,
            place_transactions: places/* places */.zn.transactions,
            versions_kept: versionsKept,
        },
        args: [
            ...code.flatMap((path) => ['code', path]),
            ...artifacts.flatMap(({ folder, path }) => ['artifact', folder, path]),
        ],
    });
}

// EXTERNAL MODULE: ./build/task/answer-of.js
var answer_of = __webpack_require__(69816);
;// CONCATENATED MODULE: ./build/configure/prune-versions.js



/**
 * Takes away old releases and old versions of artifacts of a machine whose change has come to stay. Does
 * nothing while another run is at work there; what is left then goes with the next change.
 */
async function pruneVersions(task, session) {
    const { code, artifacts } = task.machine;
    if (code.length === 0 && artifacts.length === 0)
        return;
    await task.step({ kind: 'prune', text: 'take away old versions' }, async () => {
        const places = artifacts.map((entry) => ({ folder: (0,artifact_place/* artifactPlace */.ge)(entry).folder, path: entry.path }));
        const answer = await (0,answer_of/* answerOf */.u)(session, {
            command: pruneCommand({ code: code.map(({ path }) => path), artifacts: places }),
            subject: `${task.machine.name}: old versions could not be taken away`,
            hint: 'The change itself has come to stay. The next one tries again.',
            timeoutMs: 10 * 60_000,
            signal: task.ports.signal,
        });
        for (const line of answer.split('\n'))
            if (line.startsWith('removed '))
                task.output(line, 'stdout');
    });
}


/***/ }),

/***/ 69816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var _base_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35245);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);


/** What a command printed; throws when it did not exit with 0. */
async function answerOf(session, question) {
    const { command, subject, hint, timeoutMs = 60_000, reason = 'command-failed', signal } = question;
    const ended = await session.exec(command, { timeoutMs, ...(signal === undefined ? {} : { signal }) });
    if ((0,_base_command_js__WEBPACK_IMPORTED_MODULE_1__/* .succeeded */ .g)(ended))
        return ended.stdout.toString('utf8');
    const why = ended.stderr.toString('utf8').trim().slice(-300);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${subject}: the command ${(0,_base_command_js__WEBPACK_IMPORTED_MODULE_1__/* .describeEnd */ .l)(ended)}: ${why}`, {
        reason: ended.signal === null ? reason : 'killed',
        hint,
    });
}


/***/ })

};
