import * as z from 'zod'
import { answers, toComment, toWorkflowRun } from './answers.js'
import type { GitHub } from './github.js'
import { unlessGone } from './github-failure.js'
import { type Answer, type Ask, createGitHubRequester, type GitHubRequesterOptions } from './requester.js'

export interface OctokitOptions extends GitHubRequesterOptions {
  readonly owner: string
  readonly repo: string
  /** `https://api.github.com`, or that of another server. */
  readonly apiUrl: string
}

type Octokit = ReturnType<typeof import('@actions/github').getOctokit>

interface Client {
  readonly octokit: Octokit
  readonly ask: Ask
  readonly place: { readonly owner: string; readonly repo: string }
}

const pageSize = 100
const silent = (): void => undefined

/** The adapter over @actions/github, which knows the runner's proxy. */
export async function makeOctokitGitHub(options: OctokitOptions): Promise<GitHub> {
  const { owner, repo, apiUrl, token } = options
  const { getOctokit } = await import('@actions/github')
  const log = { debug: silent, info: silent, warn: silent, error: silent }
  const octokit = getOctokit(token.reveal(), { baseUrl: apiUrl, log })
  const client = { octokit, ask: createGitHubRequester(options), place: { owner, repo } }
  return {
    repository: `${owner}/${repo}`,
    ...pullRequests(client),
    ...workflowRuns(client),
    ...deployments(client),
  }
}

type PullRequests = 'headOf' | 'findComments' | 'createComment' | 'updateComment' | 'deleteComment'

function pullRequests({ octokit, ask, place }: Client): Pick<GitHub, PullRequests> {
  const { issues, pulls } = octokit.rest
  let login: Promise<string> | undefined
  // REST does not tell an installation its own login; the viewer of GraphQL does, for every kind of token.
  const askLogin = async (): Promise<string> => {
    const asked = { what: 'the owner of the token', shape: answers.viewer }
    const { value } = await ask(asked, async (request) => ({
      data: await octokit.graphql('query { viewer { login } }', { request }),
    }))
    return value.viewer.login
  }
  return {
    headOf: async (pull) => {
      const asked = { what: `pull request ${pull}`, shape: answers.pull }
      const { value } = await ask(asked, (request) => pulls.get({ ...place, pull_number: pull, request }))
      return value.head.sha
    },
    findComments: async (pull, marker) => {
      login ??= askLogin()
      const author = await login
      const asked = { what: `comments of pull request ${pull}`, shape: answers.comments }
      // A pull request has at most 2,500 comments.
      const pages = await allPages(26, (page) =>
        ask(asked, (request) =>
          issues.listComments({ ...place, issue_number: pull, per_page: pageSize, page, request }),
        ),
      )
      return pages
        .flat()
        .filter(({ body, user }) => user?.login === author && body?.startsWith(marker))
        .sort((a, b) => a.id - b.id)
        .map(toComment)
    },
    createComment: async (pull, body) => {
      const asked = { what: `a comment on pull request ${pull}`, shape: answers.comment }
      const { value } = await ask(asked, (request) =>
        issues.createComment({ ...place, issue_number: pull, body, request }),
      )
      return toComment(value)
    },
    updateComment: async (id, body) => {
      const asked = { what: `comment ${id}`, shape: answers.comment }
      const sending = ask(asked, (request) =>
        issues.updateComment({ ...place, comment_id: id, body, request }),
      )
      const answer = await unlessGone(sending)
      return answer === undefined ? undefined : toComment(answer.value)
    },
    deleteComment: async (id) => {
      const asked = { what: `comment ${id}`, shape: z.unknown() }
      await unlessGone(ask(asked, (request) => issues.deleteComment({ ...place, comment_id: id, request })))
    },
  }
}

function workflowRuns({ octokit, ask, place }: Client): Pick<GitHub, 'listRuns' | 'findRun'> {
  const { actions } = octokit.rest
  return {
    listRuns: async ({ from, to }) => {
      const asked = { what: 'runs of workflows', shape: answers.workflowRuns }
      const created = `${from}..${to}`
      // GitHub gives at most 1,000 results of a search.
      const pages = await allPages(10, (page) =>
        ask(asked, (request) =>
          actions.listWorkflowRunsForRepo({ ...place, created, per_page: pageSize, page, request }),
        ),
      )
      return pages.flatMap(({ workflow_runs }) => workflow_runs.map(toWorkflowRun))
    },
    findRun: async (id) => {
      const asked = { what: `run ${id}`, shape: answers.workflowRun }
      const answer = await unlessGone(
        ask(asked, (request) => actions.getWorkflowRun({ ...place, run_id: Number(id), request })),
      )
      return answer === undefined ? undefined : toWorkflowRun(answer.value)
    },
  }
}

function deployments({
  octokit,
  ask,
  place,
}: Client): Pick<GitHub, 'createDeployment' | 'setDeploymentStatus'> {
  const { repos } = octokit.rest
  return {
    createDeployment: async ({ environment, commit, description }) => {
      const asked = { what: `a deployment of "${environment}"`, shape: answers.made, once: true } as const
      const { value } = await ask(asked, (request) =>
        repos.createDeployment({
          ...place,
          ref: commit,
          environment,
          description,
          // By default GitHub merges the default branch into the ref, and waits for checks of the commit.
          auto_merge: false,
          required_contexts: [],
          request,
        }),
      )
      return value.id
    },
    setDeploymentStatus: async ({ deployment, state, description, logUrl }) => {
      // The same status twice does no harm, because the newest counts.
      const asked = { what: `the status of deployment ${deployment}`, shape: answers.made }
      const page = logUrl === undefined ? {} : { log_url: logUrl }
      await ask(asked, (request) =>
        repos.createDeploymentStatus({
          ...place,
          ...page,
          deployment_id: deployment,
          state,
          description,
          request,
        }),
      )
    },
  }
}

async function allPages<T>(
  maxPages: number,
  ask: (page: number) => Promise<Answer<T>>,
): Promise<readonly T[]> {
  const pages: T[] = []
  for (let page = 1; page <= maxPages; page += 1) {
    const { value, hasNext } = await ask(page)
    pages.push(value)
    if (!hasNext) break
  }
  return pages
}
