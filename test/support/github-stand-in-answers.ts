import type { components } from '@octokit/openapi-types'

/** The official types of GitHub's API: an answer here with another shape does not compile. */
type Schemas = components['schemas']
export type RunAnswer = Pick<
  Schemas['workflow-run'],
  | 'id'
  | 'name'
  | 'display_title'
  | 'event'
  | 'status'
  | 'conclusion'
  | 'html_url'
  | 'created_at'
  | 'run_started_at'
  | 'updated_at'
  | 'run_attempt'
>
type User = Schemas['simple-user']
export type CommentAnswer = Schemas['issue-comment']
export type ErrorAnswer = Schemas['basic-error']

type PullAnswer = Pick<Schemas['pull-request'], 'number'> & {
  readonly head: Pick<Schemas['pull-request']['head'], 'sha' | 'ref'>
}

const place = '/repos/o/r'

export interface Asked {
  readonly method: string
  /** Path and query, below the API's own path. */
  readonly path: string
  readonly authorization: string | undefined
  readonly body: unknown
}

interface DeploymentMade {
  readonly id: number
  readonly asked: unknown
  readonly statuses: unknown[]
}

/** What the stand-in keeps. */
export interface GitHubState {
  readonly apiUrl: string
  /** Accounts by token. */
  readonly tokens: Map<string, string>
  /** Newest commit of each pull request. */
  readonly heads: Map<number, string>
  readonly comments: CommentAnswer[]
  readonly runs: RunAnswer[]
  readonly deployments: DeploymentMade[]
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

interface Answering {
  readonly asked: Asked
  readonly nextId: () => number
}

/** What the API says to a request, with its effect on the stand-in. */
export function answerTo(standIn: GitHubState, { asked, nextId }: Answering): Answer {
  const login = standIn.tokens.get(asked.authorization?.replace(/^(token|bearer) /i, '') ?? '')
  if (login === undefined) return refusal(401, 'Bad credentials')
  const { pathname, searchParams } = new URL(asked.path, standIn.apiUrl)
  const route = `${asked.method} ${pathname}`
  if (route === 'POST /graphql') return { status: 200, body: { data: { viewer: { login } } } }
  if (!pathname.startsWith(`${place}/`)) return refusal(404, 'Not Found')
  const id = Number(/\/(\d+)(?:\/|$)/.exec(pathname)?.[1])
  const paging = { standIn, pathname, searchParams }
  const below = `${asked.method} ${pathname.slice(place.length).replace(/\d+/, 'N')}`
  if (below === 'GET /pulls/N') return pullAnswer(standIn, id)
  if (below === 'GET /issues/N/comments') return page(paging, standIn.comments, (part) => part)
  if (below === 'POST /issues/N/comments') {
    const made = makeComment({ id: nextId(), author: login, body: textOf(asked.body, 'body') })
    standIn.comments.push(made)
    return { status: 201, body: made }
  }
  if (below === 'PATCH /issues/comments/N') return updateComment(standIn, { id, asked })
  if (below === 'DELETE /issues/comments/N') {
    const index = standIn.comments.findIndex((one) => one.id === id)
    if (index < 0) return refusal(404, 'Not Found')
    standIn.comments.splice(index, 1)
    return { status: 204 }
  }
  if (below === 'GET /actions/runs') return runsAnswer(paging)
  if (below === 'GET /actions/runs/N') {
    const run = standIn.runs.find((one) => one.id === id)
    return run === undefined ? refusal(404, 'Not Found') : { status: 200, body: run }
  }
  if (below === 'POST /deployments') {
    const deployment = { id: nextId(), asked: asked.body, statuses: [] }
    standIn.deployments.push(deployment)
    return { status: 201, body: { id: deployment.id } satisfies Pick<Schemas['deployment'], 'id'> }
  }
  if (below === 'POST /deployments/N/statuses')
    return statusAnswer(standIn, { id, asked, statusId: nextId() })
  return refusal(404, 'Not Found')
}

function runsAnswer(paging: Paging): Answer {
  const [from = '', to = ''] = (paging.searchParams.get('created') ?? '').split('..').map(Date.parse)
  const within = paging.standIn.runs.filter(({ created_at }) => {
    const created = Date.parse(created_at)
    return created >= Number(from) && created <= Number(to)
  })
  return page(paging, within, (part) => ({ total_count: within.length, workflow_runs: part }))
}

function statusAnswer(
  { deployments }: GitHubState,
  { id, asked, statusId }: { readonly id: number; readonly asked: Asked; readonly statusId: number },
): Answer {
  const deployment = deployments.find((one) => one.id === id)
  if (deployment === undefined) return refusal(404, 'Not Found')
  deployment.statuses.push(asked.body)
  const made = { id: statusId, state: stateOf(asked.body) } satisfies Pick<
    Schemas['deployment-status'],
    'id' | 'state'
  >
  return { status: 201, body: made }
}

function pullAnswer({ heads }: GitHubState, number: number): Answer {
  const sha = heads.get(number)
  if (sha === undefined) return refusal(404, 'Not Found')
  const body: PullAnswer = { number, head: { sha, ref: 'change' } }
  return { status: 200, body }
}

function updateComment(
  { comments }: GitHubState,
  { id, asked }: { readonly id: number; readonly asked: Asked },
): Answer {
  const comment = comments.find((one) => one.id === id)
  if (comment === undefined) return refusal(404, 'Not Found')
  comment.body = textOf(asked.body, 'body')
  return { status: 200, body: comment }
}

function refusal(status: number, message: string): Answer {
  return { status, body: { message } satisfies Schemas['basic-error'] }
}

interface Paging {
  readonly standIn: GitHubState
  readonly pathname: string
  readonly searchParams: URLSearchParams
}

/** Pages and the `link` header as docs.github.com, "Using pagination in the REST API" has them. */
function page<T>(
  { standIn, pathname, searchParams }: Paging,
  all: readonly T[],
  wrap: (part: readonly T[]) => unknown,
): Answer {
  const size = Math.min(100, Number(searchParams.get('per_page') ?? 30))
  const number = Number(searchParams.get('page') ?? 1)
  const body = wrap(all.slice((number - 1) * size, number * size))
  if (number * size >= all.length) return { status: 200, body }
  const next = new URLSearchParams(searchParams)
  next.set('page', String(number + 1))
  return { status: 200, body, headers: { link: `<${standIn.apiUrl}${pathname}?${next}>; rel="next"` } }
}

function textOf(body: unknown, key: string): string {
  return String(typeof body === 'object' && body !== null ? Reflect.get(body, key) : '')
}

function stateOf(body: unknown): Schemas['deployment-status']['state'] {
  const state = textOf(body, 'state')
  return state === 'success' || state === 'inactive' ? state : 'failure'
}

export function makeComment({
  id,
  author,
  body,
}: {
  readonly id: number
  readonly author: string
  readonly body: string
}): Schemas['issue-comment'] {
  const url = `https://github.example${place}/issues/comments/${id}`
  return {
    id,
    node_id: `IC_${id}`,
    url,
    html_url: `https://github.example/o/r/pull/3#issuecomment-${id}`,
    issue_url: `https://github.example${place}/issues/3`,
    body,
    user: makeUser(author),
    created_at: '2026-11-22T10:00:00Z',
    updated_at: '2026-11-22T10:00:00Z',
    author_association: 'NONE',
  }
}

function makeUser(login: string): User {
  const url = `https://github.example/users/${encodeURIComponent(login)}`
  return {
    login,
    id: 1,
    node_id: 'U_1',
    avatar_url: url,
    gravatar_id: null,
    url,
    html_url: url,
    followers_url: url,
    following_url: url,
    gists_url: url,
    starred_url: url,
    subscriptions_url: url,
    organizations_url: url,
    repos_url: url,
    events_url: url,
    received_events_url: url,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  }
}
