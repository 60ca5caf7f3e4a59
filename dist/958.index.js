export const id = 958;
export const ids = [958];
export const modules = {

/***/ 3958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(5145);
;// CONCATENATED MODULE: ./build/remote/known-hosts.js
/** A known_hosts file with this machine's pins only (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). */
function renderKnownHosts(identity) {
    const host = identity.port === 22 ? identity.address : `[${identity.address}]:${identity.port}`;
    return identity.hostKeys.map((key) => `${host} ${key}\n`).join('');
}
/** Arguments of OpenSSH's client that let it trust these pins and nothing else. */
function sshArguments(identity, files) {
    return [
        '-F',
        '/dev/null',
        '-o',
        `UserKnownHostsFile=${files.knownHosts}`,
        '-o',
        'GlobalKnownHostsFile=/dev/null',
        '-o',
        'StrictHostKeyChecking=yes',
        '-o',
        'UpdateHostKeys=no',
        '-o',
        'IdentitiesOnly=yes',
        '-i',
        files.key,
        '-p',
        String(identity.port),
        `${identity.user}@${identity.address}`,
    ];
}

// EXTERNAL MODULE: ./build/operations/leftover.js
var leftover = __webpack_require__(4968);
// EXTERNAL MODULE: ./build/operations/survey.js + 14 modules
var operations_survey = __webpack_require__(6406);
;// CONCATENATED MODULE: ./build/operations/connect.js





/** A shell on one machine through OpenSSH's client, which is told the pins and to trust nothing else. */
const connect = async (ports, request) => {
    const survey = await (0,operations_survey/* readFlock */._D)(ports);
    const [machine, ...others] = await (0,leftover/* chooseWithLeftovers */._w)(ports, survey, request);
    if (machine === undefined || others.length > 0) {
        throw new errors/* DroverError */.F(`connect: ${others.length + (machine ? 1 : 0)} machines are chosen, and it takes one`, {
            reason: 'invalid-argument',
            hint: 'Give the name of one machine.',
        });
    }
    const identity = (0,operations_survey/* identityOf */.cu)(survey, machine.name);
    const key = await ports.sshKey();
    const files = { known_hosts: renderKnownHosts(identity), key: `${key.reveal().trimEnd()}\n` };
    const status = await ports.withPrivateFiles(files, (folder) => ports.interactive([
        'ssh',
        ...sshArguments(identity, { knownHosts: (0,posix_.join)(folder, 'known_hosts'), key: (0,posix_.join)(folder, 'key') }),
    ]));
    if (status === 255) {
        throw new errors/* DroverError */.F(`${machine.name}: ssh could not connect, or lost the connection`, {
            reason: 'unreachable',
            hint: 'The lines above are ssh\'s own. "Host key verification failed" means that another machine answers at this address.',
        });
    }
    return { message: `the shell exited with ${status}` };
};


/***/ }),

/***/ 4968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _w: () => (/* binding */ chooseWithLeftovers),
/* harmony export */   z: () => (/* binding */ chooseAll)
/* harmony export */ });
/* unused harmony export leftoverMachines */
/* harmony import */ var _flock_select_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1632);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6406);


/**
 * Machines that the ledger knows and `flock.yml` no longer names: somebody took
 * the entry away before the machine. They can still be listed and terminated.
 */
function leftoverMachines({ flock, snapshot }) {
    const named = new Set(flock.machines.map((machine) => machine.name));
    return [...snapshot.machines].flatMap(([name, { identity }]) => {
        if (identity === undefined || named.has(name))
            return [];
        const { provider, user, port } = identity;
        return [{ name, groups: [], vars: {}, provider, settings: {}, ssh: { user, port }, protect: false }];
    });
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
