export const id = 3769;
export const ids = [3769];
export const modules = {

/***/ 83769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/ledger/machine-files.js
var machine_files = __webpack_require__(66895);
// EXTERNAL MODULE: ./build/operations/flock-in.js + 27 modules
var flock_in = __webpack_require__(25236);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
;// CONCATENATED MODULE: ./build/workflows/oidc-subject.js
/**
 * Repositories made or renamed from this day on give their ids in the `sub` of a token, so that a new
 * owner of an old name gets no access; those before give names (GitHub changelog, July 2026).
 */
const idsSince = '2026-07-15';
/** What a role must allow for the jobs of this repository, whatever branch or environment. */
function oidcSubjects({ name, id, ownerId, createdAt }) {
    const [owner, repository] = name.split('/');
    return {
        byIds: `repo:${owner}@${ownerId}/${repository}@${id}:*`,
        byNames: `repo:${name}:*`,
        usesIds: createdAt >= idsSince,
    };
}

// EXTERNAL MODULE: ./build/workflows/workflow-values.js
var workflow_values = __webpack_require__(42687);
// EXTERNAL MODULE: ./build/operations/provider-of.js
var provider_of = __webpack_require__(94514);
// EXTERNAL MODULE: ./build/operations/failure.js
var failure = __webpack_require__(69477);
;// CONCATENATED MODULE: ./build/operations/ops-repository/checks.js


/** No check waits longer: what hangs is a finding, too. */
const deadlineMs = 60_000;
/** Does every check, whatever happens to another; the findings are in the order of the checks. */
async function runChecks(ports, checks) {
    const found = await Promise.all(checks.map((check) => runCheck(ports, check)));
    return found.flat().map((finding) => cleanFinding(finding, ports.clean));
}
async function runCheck(ports, { about, work }) {
    const done = new AbortController();
    const late = async () => {
        await ports.clock.sleep(deadlineMs, done.signal);
        throw new errors/* DroverError */.F(`${about}: did not end within ${deadlineMs / 1000} s`, { reason: 'timed-out' });
    };
    const limit = late();
    limit.catch(() => undefined);
    tellOfWait(ports, { about, done: done.signal });
    try {
        return await Promise.race([work(), limit]);
    }
    catch (thrown) {
        const error = (0,failure/* asDroverError */.nN)(thrown);
        (0,failure/* reportDefect */.Gf)(ports, error);
        const problems = error instanceof errors/* InputError */.dz ? error.problems : [error];
        return problems.map((problem) => problemFinding(problem, about));
    }
    finally {
        done.abort();
    }
}
const quietMs = 2000;
/** Somebody waits for the answer, and should know of whom it is waited for. */
function tellOfWait({ clock, reporter }, { about, done }) {
    const tell = async () => {
        await clock.sleep(quietMs, done);
        reporter.report({ kind: 'notice', level: 'info', message: `${about}: waiting for an answer` });
    };
    tell().catch(() => undefined);
}
/** A problem as a line; its place, where it has one, is what the line is about. */
function problemFinding({ message, reason, at, hint }, about) {
    return {
        state: 'problem',
        about: at === undefined ? about : (0,errors/* formatLocation */.j$)(at),
        message,
        reason,
        ...(hint !== undefined && { hint }),
    };
}
function cleanFinding(finding, clean) {
    const { message, hint, detail } = finding;
    return {
        ...finding,
        message: clean(message),
        ...(hint !== undefined && { hint: clean(hint) }),
        ...(detail !== undefined && { detail: clean(detail) }),
    };
}

// EXTERNAL MODULE: ./build/operations/ops-repository/finding.js
var finding = __webpack_require__(83630);
;// CONCATENATED MODULE: ./build/operations/ops-repository/check-access.js







/** Each is one connection of this computer. */
const mostAtOnce = 64;
/** Whether the key can be read; without one here, only GitHub knows. */
async function checkKey(ports) {
    try {
        const [type] = (await ports.publicKey()).split(' ');
        return [{ state: 'ok', about: workflow_values/* sshKeySecret */.Si, message: `is a private key of type ${type}` }];
    }
    catch (error) {
        if (!(error instanceof errors/* DroverError */.F) || error.reason !== 'missing-secret')
            throw error;
        return [
            {
                state: 'note',
                about: workflow_values/* sshKeySecret */.Si,
                message: 'is not given here, so it was not looked at',
                hint: `Give --ssh-key-file FILE to have it checked.`,
            },
        ];
    }
}
/** What the providers say of the credentials, for each provider that has a say. */
async function checkProviders(ports, survey) {
    const names = [...new Set(survey.flock.machines.map(({ provider }) => provider))];
    const examined = await Promise.all(names.map(async (name) => (await (await (0,provider_of/* providerOf */.lc)(ports, survey, name)).examine?.()) ?? []));
    return examined
        .flat()
        .map(({ about, error }) => error === undefined
        ? { state: 'ok', about, message: 'allowed, says a dry run' }
        : problemFinding(error, about));
}
/** What a role in AWS has to trust: nobody but its owner sees what it does trust. */
async function checkOidc(ports, repository) {
    const about = 'OIDC subject';
    const where = 'in the condition "token.actions.githubusercontent.com:sub" of the role\'s trust policy';
    const facts = await ports.repositoryFacts(repository);
    if (facts === undefined) {
        return [
            {
                state: 'note',
                about,
                message: `whether the tokens of ${repository} name it by ids is not known here`,
                hint: `Made or renamed since 2026-07-15, allow "repo:OWNER@OWNER_ID/NAME@ID:*", else "repo:${repository}:*", ${where}. "gh api repos/${repository} --jq '.created_at, .owner.id, .id'" tells.`,
            },
        ];
    }
    const { byIds, byNames, usesIds } = oidcSubjects(facts);
    const message = `the tokens of its jobs begin with "${(usesIds ? byIds : byNames).replace('*', '')}"`;
    const renamed = usesIds ? '' : `; if it was renamed since 2026-07-15, "${byIds}"`;
    const hint = `Allow "${usesIds ? byIds : byNames}" ${where}${renamed}.`;
    return [{ state: 'note', about, message, hint }];
}
/** Whether an SSH server answers at each machine that is known; what stands on another computer's network may not be reached from here. */
async function checkMachines(ports, survey) {
    const places = await placesOf(ports, survey);
    const limit = (0,p_limit/* default */.A)(mostAtOnce);
    const found = await Promise.all([...places].map(([name, place]) => limit(async () => {
        const greeting = await ports.greeting(place);
        if (greeting.greets)
            return undefined;
        return {
            state: 'problem',
            about: name,
            message: `does not answer by SSH at ${place.address} port ${place.port}: ${greeting.why}`,
            hint: 'Ensure that the machines run ("drover list") and that firewalls let this computer through.',
            reason: 'unreachable',
        };
    })));
    const silent = found.filter((one) => one !== undefined);
    const unmade = survey.flock.machines.filter(({ name }) => !places.has(name)).length;
    const answering = places.size - silent.length;
    const message = [
        ...(answering > 0
            ? [`${(0,finding/* count */.U)(answering, 'machine')} ${answering === 1 ? 'answers' : 'answer'} by SSH`]
            : []),
        ...(unmade > 0 ? [`${(0,finding/* count */.U)(unmade, 'machine')} not made yet`] : []),
    ].join(', ');
    return [...(message === '' ? [] : [{ state: 'ok', about: 'machines', message }]), ...silent];
}
/** Of all that the ledger knows, and of those that stand where `flock.yml` says. */
async function placesOf(ports, survey) {
    const { flock, snapshot } = survey;
    const known = [...snapshot.machines].flatMap(([name, { identity }]) => identity === undefined ? [] : [[name, identity]]);
    const providers = [...new Set(flock.machines.map(({ provider }) => provider))];
    const standing = await Promise.all(providers.map(async (one) => {
        const provider = await (0,provider_of/* providerOf */.lc)(ports, survey, one);
        const seen = provider.onlyForgets === true ? await provider.list() : [];
        return seen.map(({ name, identity }) => [name, identity]);
    }));
    return new Map([...known, ...standing.flat()]);
}

// EXTERNAL MODULE: ./build/base/secret.js
var secret = __webpack_require__(31690);
// EXTERNAL MODULE: ./build/render/render-machine.js + 6 modules
var render_machine = __webpack_require__(54237);
;// CONCATENATED MODULE: ./build/operations/ops-repository/check-flock.js





/** Every machine's settings, as its provider takes them. Throws an InputError with all problems. */
async function checkSettings(ports, survey) {
    const { machines, groups, name } = survey.flock;
    const providers = [...new Set(machines.map(({ provider }) => provider))];
    const problems = await Promise.all(providers.map(async (one) => {
        const provider = await (0,provider_of/* providerOf */.lc)(ports, survey, one);
        const own = machines.filter((machine) => machine.provider === one);
        return own.flatMap((machine) => provider.problems((0,provider_of/* scopedMachine */.QC)(machine)));
    }));
    (0,errors/* refuse */.TR)(once(problems.flat()));
    const message = `"${name}": ${(0,finding/* count */.U)(machines.length, 'machine')}, ${(0,finding/* count */.U)(groups.length, 'group')}, at ${providers.join(', ') || 'no provider'}`;
    return [{ state: 'ok', about: 'flock.yml', message }];
}
/**
 * Renders everything with a stand-in for each secret, whose value nobody needs for that. Throws an
 * InputError with the problems of all machines.
 */
async function checkFiles(ports, survey) {
    const { flock, snapshot } = survey;
    const toolkit = await ports.toolkit();
    const problems = [];
    let files = 0;
    for (const machine of flock.machines) {
        try {
            const secrets = (name) => new secret/* Secret */.z(name, `value of ${name}`);
            const desired = (0,render_machine/* renderMachine */.K)({
                machine,
                flockName: flock.name,
                toolkit,
                config: snapshot.tree,
                secrets,
            });
            files += desired.files.length;
        }
        catch (error) {
            if (!(error instanceof errors/* InputError */.dz))
                throw error;
            problems.push(...error.problems);
        }
    }
    (0,errors/* refuse */.TR)(once(problems));
    const message = `${(0,finding/* count */.U)(files, 'file')} of ${(0,finding/* count */.U)(flock.machines.length, 'machine')} can be made of manifests and templates`;
    return [{ state: 'ok', about: 'files', message }];
}
function once(problems) {
    return [
        ...new Map(problems.map((problem) => [JSON.stringify([problem.at, problem.message]), problem])).values(),
    ];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/workflows/compare-workflows.js
var compare_workflows = __webpack_require__(70017);
// EXTERNAL MODULE: ./build/operations/ops-repository/choose-values.js
var choose_values = __webpack_require__(47421);
// EXTERNAL MODULE: ./build/operations/ops-repository/sync-workflows.js
var sync_workflows = __webpack_require__(82527);
;// CONCATENATED MODULE: ./build/operations/ops-repository/check-workflows.js







/** Throws an InputError when it cannot be known what they should hold. */
function findDrift(survey, request) {
    const slots = (0,choose_values/* knownValues */.s2)(request, survey);
    (0,errors/* refuse */.TR)((0,choose_values/* missingValues */.B6)(slots));
    if (!(0,choose_values/* hasAll */.Ug)(slots))
        return { compared: [] };
    const values = { ...slots, secrets: (0,workflow_values/* secretsToPass */.cm)(survey.secretNames.keys()) };
    const compared = [survey.branches.main, survey.branches.config].flatMap(({ name, workflows }) => (0,compare_workflows/* compareWorkflows */.u)(workflows, values).map((one) => ({ ...one, branch: name })));
    return { compared };
}
/** One line for all that are fine, one for each branch with files that a sync mends, and one for each other file. */
function workflowFindings({ compared }, clean) {
    const fine = compared.filter(({ state }) => state === 'fine').length;
    const mendable = compared.filter(({ state, lost }) => state === 'stale' && lost.length === 0);
    const wrong = compared.filter((one) => one.state !== 'fine' && !mendable.includes(one));
    const branches = [...new Set(mendable.map(({ branch }) => branch))];
    const message = `${(0,finding/* count */.U)(fine, 'file')} of both branches as their templates have them`;
    return [
        ...(fine === 0 ? [] : [{ state: 'ok', about: 'workflows', message }]),
        ...branches.map((branch) => staleFinding(branch, mendable.filter((one) => one.branch === branch))),
        ...wrong.map((one) => ({ ...(0,sync_workflows.driftFinding)(one, clean), about: `${one.branch}:${one.path}` })),
    ];
}
function staleFinding(branch, stale) {
    const names = stale.map(({ path }) => (0,external_node_path_.basename)(path)).join(', ');
    return {
        state: 'problem',
        about: `workflows of ${branch}`,
        message: `${(0,finding/* count */.U)(stale.length, 'file')} not up to date with templates, secrets and names: ${names}`,
        hint: 'Run "drover workflows sync" on the branch, look at the change, commit and push it.',
        reason: 'workflows-differ',
    };
}
/** One line for each secret that a template names: whether workflows pass it on, and whether it is given here. */
function secretFindings(ports, { survey, drift, repository }) {
    return [...survey.secretNames].map(([name, files]) => {
        const about = `secret ${name}`;
        const unpassed = drift.compared.filter((one) => one.unpassed.includes(name));
        if (unpassed.length > 0) {
            return {
                state: 'problem',
                about,
                message: `wanted by ${files.join(', ')} and not passed on by ${(0,finding/* count */.U)(unpassed.length, 'workflow')}`,
                hint: 'Run "drover workflows sync" on the branch, look at the change, commit and push it.',
                reason: 'workflows-differ',
            };
        }
        if (name !== workflow_values/* sshKeySecret */.Si && ports.secret(name) === undefined) {
            return {
                state: 'note',
                about,
                message: 'passed on by the workflows; not given here, so only GitHub knows whether it is set',
                hint: `"gh secret list --repo ${repository}" lists those that are set; "gh secret set NAME --repo ${repository}" sets one.`,
            };
        }
        return { state: 'ok', about, message: 'passed on by the workflows, and given here' };
    });
}

// EXTERNAL MODULE: ./build/operations/ops-repository/survey-folder.js
var survey_folder = __webpack_require__(35610);
;// CONCATENATED MODULE: ./build/operations/ops-repository/doctor.js










/** Looks at everything that an ops repository needs; one trouble hides no other. Changes nothing. */
const doctor = async (ports, request) => {
    (0,errors/* refuse */.TR)((0,choose_values/* flagProblems */.bg)(request));
    const folder = await (0,survey_folder/* surveyFolder */.t)(ports, request, { seen: 'folder' });
    const checks = isRepository(folder) ? checksOf(ports, { folder, request }) : [];
    const findings = [...checkoutFindings(folder), ...(await runChecks(ports, checks))];
    const problems = findings.filter(({ state }) => state === 'problem').length;
    return {
        data: (0,finding/* findingsData */.P)(findings),
        message: 'nothing is wrong that can be seen from here',
        ...(problems > 0 && {
            failure: new errors/* DroverError */.F(`doctor: ${(0,finding/* count */.U)(problems, 'problem')}`, {
                reason: 'unsound',
                hint: 'Each has a line of its own, with its way out.',
            }),
        }),
    };
};
function checksOf(ports, { folder, request }) {
    const repository = (0,choose_values/* knownValues */.s2)(request, folder).repository ?? 'OWNER/NAME';
    const drift = lazily(() => findDrift(folder, request));
    const surveyed = lazily(() => readSurvey(folder));
    const onFlock = (about, work) => ({
        about,
        // What is wrong with flock.yml is told once, by the check of its settings.
        work: async () => (surveyed.isGood() ? work(surveyed.get()) : []),
    });
    return [
        { about: 'origin', work: () => checkOrigin(folder) },
        { about: flock_in/* flockFile */.u, work: async () => checkSettings(ports, surveyed.get()) },
        onFlock('files', (survey) => checkFiles(ports, survey)),
        { about: 'workflows', work: async () => workflowFindings(drift.get(), ports.clean) },
        {
            about: 'secrets',
            work: async () => drift.isGood() ? secretFindings(ports, { survey: folder, drift: drift.get(), repository }) : [],
        },
        { about: 'DROVER_SSH_KEY', work: () => checkKey(ports) },
        onFlock('providers', (survey) => checkProviders(ports, survey)),
        onFlock('OIDC subject', async (survey) => (usesAws(survey) ? checkOidc(ports, repository) : [])),
        { about: 'machine files', work: async () => checkMachineFiles(folder) },
        onFlock('machines', (survey) => checkMachines(ports, survey)),
    ];
}
function isRepository({ look }) {
    return look.top !== undefined && look.isTop;
}
function checkoutFindings({ look, checkout, branches, here }) {
    const about = 'checkout';
    if (look.top === undefined || !look.isTop) {
        const message = look.top === undefined
            ? `"${checkout.folder}" is not in a git repository`
            : `"${checkout.folder}" is not the top of its repository, which is "${look.top}"`;
        const hint = `Go to a checkout of the ops repository, or make one with "drover init".`;
        return [{ state: 'problem', about, message, hint, reason: 'invalid-argument' }];
    }
    const missing = ['main', 'config']
        .map((kind) => branches[kind])
        .filter(({ name, commit }) => commit === undefined && name !== branches[here].name);
    if (missing.length === 0) {
        const message = `has the branches "${branches.main.name}" and "${branches.config.name}"; "${look.head ?? 'no branch'}" is checked out`;
        return [{ state: 'ok', about, message }];
    }
    return missing.map(({ name }) => ({
        state: 'problem',
        about,
        message: `has no branch "${name}", neither here nor at "origin"`,
        hint: `Run "git fetch origin ${name}"; in a new repository, "drover init".`,
        reason: 'branch-missing',
    }));
}
/** Drover works from what is pushed, and the folder knows only what was fetched. */
async function checkOrigin({ look, checkout, branches }) {
    const about = 'origin';
    const { name } = branches.config;
    if (look.origin === undefined) {
        const hint = 'Make the repository on GitHub, add it as "origin" and push; "drover init" prints how.';
        return [{ state: 'note', about, message: 'there is none: nothing was pushed yet', hint }];
    }
    const there = await checkout.askOrigin(name);
    if (there === undefined) {
        const hint = `Run "git -C ${checkout.folder} fetch": it says why.`;
        return [{ state: 'problem', about, message: 'cannot be read', hint, reason: 'repository-unreachable' }];
    }
    const here = look.local.get(name) ?? look.remote.get(name);
    if (there === '') {
        const hint = `Run "git push -u origin ${name}".`;
        return [{ state: 'note', about, message: `has no branch "${name}" yet`, hint }];
    }
    if (here === there)
        return [{ state: 'ok', about, message: `has "${name}" as it is here` }];
    const message = `"${name}" is not the same here and there: what follows is about the one here`;
    const hint = `Run "git fetch", on "${name}" also "git pull --rebase" and "git push", and look again.`;
    return [{ state: 'note', about, message, hint }];
}
/** The flock and its machines as the folder has them. Throws an InputError with all that is wrong with `flock.yml`. */
function readSurvey({ branches, toolkit }) {
    const { tree, commit = '' } = branches.config;
    const flock = (0,flock_in/* flockIn */.p)(tree, toolkit);
    return { flock, snapshot: { commit, tree, machines: (0,machine_files/* parseMachineFiles */.ct)(tree).machines } };
}
function checkMachineFiles({ branches }) {
    (0,errors/* refuse */.TR)((0,machine_files/* parseMachineFiles */.ct)(branches.config.tree).problems);
    return [];
}
function usesAws({ flock }) {
    return flock.machines.some(({ provider, dns }) => provider === 'ec2' || dns?.provider === 'route53');
}
function lazily(make) {
    let made;
    const settle = () => {
        try {
            return { value: make() };
        }
        catch (error) {
            return { error };
        }
    };
    const get = () => {
        made ??= settle();
        return made;
    };
    return {
        get: () => {
            const one = get();
            if ('error' in one)
                throw one.error;
            return one.value;
        },
        isGood: () => 'value' in get(),
    };
}


/***/ }),

/***/ 94514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QC: () => (/* binding */ scopedMachine),
/* harmony export */   R6: () => (/* binding */ providerNamesOf),
/* harmony export */   lc: () => (/* binding */ providerOf)
/* harmony export */ });
/** The provider of this name, told of the machines that it serves. */
function providerOf(ports, survey, name) {
    return ports.provider(name, scopeOf(survey, name));
}
function scopeOf({ flock, snapshot }, provider) {
    const known = [...snapshot.machines].flatMap(([name, { identity }]) => identity?.provider === provider ? [[name, identity]] : []);
    const launches = [...snapshot.machines].flatMap(([name, { launch }]) => launch?.provider === provider ? [[name, launch]] : []);
    return {
        flock: flock.name,
        machines: flock.machines.filter((machine) => machine.provider === provider).map(scopedMachine),
        known: new Map(known),
        launches: new Map(launches),
    };
}
/** A machine as its provider has to know it. */
function scopedMachine({ name, settings, ssh }) {
    return { name, settings, ...ssh };
}
/** Every provider that may have a machine of this name: that of `flock.yml`, and those that the ledger knows it from. */
function providerNamesOf({ snapshot }, machine) {
    const { identity, launch } = snapshot.machines.get(machine.name) ?? {};
    const remembered = launch?.provider;
    return [
        ...new Set([
            machine.provider,
            ...(identity === undefined ? [] : [identity.provider]),
            ...(typeof remembered === 'string' ? [remembered] : []),
        ]),
    ];
}


/***/ }),

/***/ 70370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};
