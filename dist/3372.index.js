export const id = 3372;
export const ids = [3372];
export const modules = {

/***/ 43372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeOctokitGitHub: () => (/* binding */ makeOctokitGitHub)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/github/answers.js

/**
 * The parts of GitHub's answers that Drover reads (api.github.com, version 2022-11-28). Octokit gives an
 * empty text for a body that was cut off, so the promised types are checked.
 */
const comment = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    html_url: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullish(),
});
const workflowRun = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP().nullish(),
    display_title: schemas/* string */.YjP(),
    event: schemas/* string */.YjP(),
    status: schemas/* string */.YjP().nullish(),
    conclusion: schemas/* string */.YjP().nullish(),
    html_url: schemas/* string */.YjP(),
    created_at: schemas/* string */.YjP(),
    run_started_at: schemas/* string */.YjP().nullish(),
    updated_at: schemas/* string */.YjP(),
});
const answers = {
    comment,
    comments: schemas/* array */.YOg(comment),
    workflowRun,
    workflowRuns: schemas/* object */.Ikc({ workflow_runs: schemas/* array */.YOg(workflowRun) }),
    pull: schemas/* object */.Ikc({ head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }) }),
    viewer: schemas/* object */.Ikc({ viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }) }),
    made: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }),
};
function toComment({ id, html_url }) {
    return { id, url: html_url };
}
function toWorkflowRun(answer) {
    const { id, name, display_title, event, status, conclusion, html_url } = answer;
    const durationMs = Date.parse(answer.updated_at) - Date.parse(answer.run_started_at ?? answer.created_at);
    const hasEnded = status === 'completed';
    return {
        id: String(id),
        workflow: name ?? '',
        title: display_title,
        event,
        conclusion: (hasEnded ? conclusion : status) ?? 'unknown',
        url: html_url,
        ...(hasEnded && durationMs >= 0 && { durationMs }),
    };
}

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/text/neutralise.js
var neutralise = __webpack_require__(49746);
;// CONCATENATED MODULE: ./build/github/github-failure.js


/** An answer that breaks GitHub's promises, such as one that was cut off. */
class BrokenAnswer extends Error {
    constructor(cause) {
        super('the answer is not what GitHub promises', { cause });
        this.name = 'BrokenAnswer';
    }
}
/** GitHub has no such thing, no more, or does not show it to this token. */
class GoneError extends errors/* DroverError */.F {
}
/** The answer, or undefined when GitHub does not have the thing. */
async function unlessGone(request) {
    try {
        return await request;
    }
    catch (error) {
        if (error instanceof GoneError)
            return undefined;
        throw error;
    }
}
/** Decides on status and headers alone. `nowMs`: time since the epoch. */
function classifyFailure(error, nowMs) {
    const response = responseOf(error);
    const refusal = graphqlRefusal(error);
    if (refusal !== undefined)
        return refusal;
    if (error instanceof BrokenAnswer)
        return { ...passing, reason: 'github-failed', why: error.message };
    if (response === undefined)
        return { ...passing, reason: 'github-unreachable', why: describeConnection(error) };
    const { status, headers } = response;
    const why = `answered ${status}${response.message === '' ? '' : `: ${response.message}`}`;
    if (isThrottled(response))
        return throttled(pauseOf(headers, nowMs), why);
    if (status >= 500)
        return { ...passing, reason: 'github-failed', why };
    return { isPassing: false, mayHaveHappened: false, pauseMs: 0, why, ...refusals(status) };
}
/** The failure in words for a person. No part of it contains the token. */
function toGitHubError(error, { what, token, nowMs }) {
    const { reason, why, hint } = classifyFailure(error, nowMs);
    const status = responseOf(error)?.status;
    const text = (0,neutralise/* neutralise */.$)(why).replaceAll(/\s+/g, ' ').slice(0, maxWhyLength).replaceAll(token, '***');
    // No `cause`: Octokit's error carries the whole request.
    const Failure = status === 404 || status === 410 ? GoneError : errors/* DroverError */.F;
    return new Failure(`github: ${what}: ${text}`, { reason, hint });
}
const maxWhyLength = 300;
const passing = {
    isPassing: true,
    mayHaveHappened: true,
    pauseMs: 0,
    hint: 'Run it again; githubstatus.com tells whether GitHub has a problem.',
};
function refusals(status) {
    if (status === 401)
        return { reason: 'not-permitted', hint: 'Ensure that the token is whole and has not expired.' };
    if (status === 403 || status === 404) {
        return {
            reason: status === 403 ? 'not-permitted' : 'github-failed',
            hint: 'Ensure that it exists and that the token may do this: in a workflow, check "permissions" of the job.',
        };
    }
    return { reason: 'github-failed', hint: 'Ensure that what was asked for exists in the repository.' };
}
/** Reads a refusal of GraphQL, which answers 200 and gives the reasons as types in the body. */
function graphqlRefusal(error) {
    const errors = property(error, 'errors');
    if (!Array.isArray(errors))
        return undefined;
    const types = errors.map((one) => property(one, 'type')).filter((type) => typeof type === 'string');
    const why = `answered ${types.join(', ') || 'with an error'}`;
    if (types.includes('RATE_LIMITED'))
        return throttled(60_000, why);
    const reason = types.includes('FORBIDDEN') ? 'not-permitted' : 'github-failed';
    return { ...refusals(403), reason, isPassing: false, mayHaveHappened: false, pauseMs: 0, why };
}
function throttled(pauseMs, why) {
    const hint = `Run it again in ${Math.max(1, Math.ceil(pauseMs / 60_000))} min.`;
    return { reason: 'github-throttled', isPassing: true, mayHaveHappened: false, pauseMs, why, hint };
}
/** The response in Octokit's RequestError, which is recognised by its shape: several copies of the class are installed. */
function responseOf(error) {
    const response = property(error, 'response');
    const status = property(response, 'status');
    if (typeof status !== 'number')
        return undefined;
    const headers = property(response, 'headers');
    const message = property(property(response, 'data'), 'message');
    return {
        status,
        headers: typeof headers === 'object' && headers !== null ? { ...headers } : {},
        message: typeof message === 'string' ? message : '',
    };
}
function property(value, key) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
/** docs.github.com, "Rate limits for the REST API": 403 or 429, with one of these headers. */
function isThrottled({ status, headers }) {
    if (status === 429)
        return true;
    return status === 403 && (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0');
}
/** GitHub asks for at least a minute when its answer names no pause. */
function pauseOf(headers, nowMs) {
    const after = Number(headers['retry-after'] ?? Number.NaN);
    if (Number.isFinite(after))
        return Math.max(0, after * 1000);
    const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
    if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset)) {
        return Math.max(0, reset * 1000 - nowMs);
    }
    return 60_000;
}
function describeConnection(error) {
    const causes = [error, property(error, 'cause'), property(property(error, 'cause'), 'cause')];
    const names = causes.flatMap((cause) => [property(cause, 'code'), property(cause, 'name')]);
    const codes = names.filter((name) => typeof name === 'string');
    if (codes.includes('TimeoutError'))
        return 'no answer in time';
    const code = codes.find((name) => /^[A-Z][A-Z_]+$/.test(name));
    return code === undefined ? 'no connection could be made' : `no connection could be made: ${code}`;
}

// EXTERNAL MODULE: ./build/system/retry.js
var retry = __webpack_require__(47318);
;// CONCATENATED MODULE: ./build/github/requester.js


const patience = { baseMs: 500, maxMs: 15_000, attempts: 5, deadlineMs: 90_000 };
function createGitHubRequester({ token, clock, timeoutMs = 15_000, signal, }) {
    return async ({ what, shape, once }, send) => {
        const isRetryable = (error) => {
            const { isPassing, mayHaveHappened } = classifyFailure(error, clock.now());
            return !signal?.aborted && isPassing && !(once && mayHaveHappened);
        };
        const leastMs = (error) => classifyFailure(error, clock.now()).pauseMs;
        const cancel = signal === undefined ? {} : { signal };
        try {
            return await (0,retry/* retry */.L)({ ...patience, ...cancel, clock, isRetryable, leastMs }, async () => {
                const timeout = AbortSignal.timeout(timeoutMs);
                const either = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
                return read(shape, await send({ signal: either }));
            });
        }
        catch (error) {
            signal?.throwIfAborted();
            throw toGitHubError(error, { what, token: token.reveal(), nowMs: clock.now() });
        }
    };
}
function read(shape, { data, headers }) {
    const parsed = shape.safeParse(data);
    if (!parsed.success)
        throw new BrokenAnswer(parsed.error);
    // RFC 8288. This header is the only sign of a further page that GitHub promises.
    return { value: parsed.data, hasNext: /;\s*rel="next"/.test(headers?.link ?? '') };
}

;// CONCATENATED MODULE: ./build/github/octokit-github.js




const pageSize = 100;
const silent = () => undefined;
/** The adapter over @actions/github, which knows the runner's proxy. */
async function makeOctokitGitHub(options) {
    const { owner, repo, apiUrl, token } = options;
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    const log = { debug: silent, info: silent, warn: silent, error: silent };
    const octokit = getOctokit(token.reveal(), { baseUrl: apiUrl, log });
    const client = { octokit, ask: createGitHubRequester(options), place: { owner, repo } };
    return {
        repository: `${owner}/${repo}`,
        ...pullRequests(client),
        ...workflowRuns(client),
        ...deployments(client),
    };
}
function pullRequests({ octokit, ask, place }) {
    const { issues, pulls } = octokit.rest;
    let login;
    // REST does not tell an installation its own login; the viewer of GraphQL does, for every kind of token.
    const askLogin = async () => {
        const asked = { what: 'the owner of the token', shape: answers.viewer };
        const { value } = await ask(asked, async (request) => ({
            data: await octokit.graphql('query { viewer { login } }', { request }),
        }));
        return value.viewer.login;
    };
    return {
        headOf: async (pull) => {
            const asked = { what: `pull request ${pull}`, shape: answers.pull };
            const { value } = await ask(asked, (request) => pulls.get({ ...place, pull_number: pull, request }));
            return value.head.sha;
        },
        findComments: async (pull, marker) => {
            login ??= askLogin();
            const author = await login;
            const asked = { what: `comments of pull request ${pull}`, shape: answers.comments };
            // A pull request has at most 2,500 comments.
            const pages = await allPages(26, (page) => ask(asked, (request) => issues.listComments({ ...place, issue_number: pull, per_page: pageSize, page, request })));
            return pages
                .flat()
                .filter(({ body, user }) => user?.login === author && body?.startsWith(marker))
                .sort((a, b) => a.id - b.id)
                .map(toComment);
        },
        createComment: async (pull, body) => {
            const asked = { what: `a comment on pull request ${pull}`, shape: answers.comment };
            const { value } = await ask(asked, (request) => issues.createComment({ ...place, issue_number: pull, body, request }));
            return toComment(value);
        },
        updateComment: async (id, body) => {
            const asked = { what: `comment ${id}`, shape: answers.comment };
            const sending = ask(asked, (request) => issues.updateComment({ ...place, comment_id: id, body, request }));
            const answer = await unlessGone(sending);
            return answer === undefined ? undefined : toComment(answer.value);
        },
        deleteComment: async (id) => {
            const asked = { what: `comment ${id}`, shape: schemas/* unknown */.L5J() };
            await unlessGone(ask(asked, (request) => issues.deleteComment({ ...place, comment_id: id, request })));
        },
    };
}
function workflowRuns({ octokit, ask, place }) {
    const { actions } = octokit.rest;
    return {
        listRuns: async ({ from, to }) => {
            const asked = { what: 'runs of workflows', shape: answers.workflowRuns };
            const created = `${from}..${to}`;
            // GitHub gives at most 1,000 results of a search.
            const pages = await allPages(10, (page) => ask(asked, (request) => actions.listWorkflowRunsForRepo({ ...place, created, per_page: pageSize, page, request })));
            return pages.flatMap(({ workflow_runs }) => workflow_runs.map(toWorkflowRun));
        },
        findRun: async (id) => {
            const asked = { what: `run ${id}`, shape: answers.workflowRun };
            const answer = await unlessGone(ask(asked, (request) => actions.getWorkflowRun({ ...place, run_id: Number(id), request })));
            return answer === undefined ? undefined : toWorkflowRun(answer.value);
        },
    };
}
function deployments({ octokit, ask, place, }) {
    const { repos } = octokit.rest;
    return {
        createDeployment: async ({ environment, commit, description }) => {
            const asked = { what: `a deployment of "${environment}"`, shape: answers.made, once: true };
            const { value } = await ask(asked, (request) => repos.createDeployment({
                ...place,
                ref: commit,
                environment,
                description,
                // By default GitHub merges the default branch into the ref, and waits for checks of the commit.
                auto_merge: false,
                required_contexts: [],
                request,
            }));
            return value.id;
        },
        setDeploymentStatus: async ({ deployment, state, description, logUrl }) => {
            // The same status twice does no harm, because the newest counts.
            const asked = { what: `the status of deployment ${deployment}`, shape: answers.made };
            const page = logUrl === undefined ? {} : { log_url: logUrl };
            await ask(asked, (request) => repos.createDeploymentStatus({
                ...place,
                ...page,
                deployment_id: deployment,
                state,
                description,
                request,
            }));
        },
    };
}
async function allPages(maxPages, ask) {
    const pages = [];
    for (let page = 1; page <= maxPages; page += 1) {
        const { value, hasNext } = await ask(page);
        pages.push(value);
        if (!hasNext)
            break;
    }
    return pages;
}


/***/ })

};
