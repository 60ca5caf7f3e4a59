import type { Run } from '../../base/run.js'
import type { PullRequest } from '../../github/pull-request.js'
import type { Origin } from '../../task/ports.js'

/** The run of a workflow. Who started it anew counts, not who started it first. */
export function readRun(env: NodeJS.ProcessEnv): Run {
  const id = env.GITHUB_RUN_ID || 'unknown'
  const attempt = Number(env.GITHUB_RUN_ATTEMPT)
  const page = readRepository(env)
  return {
    id,
    attempt: Number.isInteger(attempt) && attempt > 0 ? attempt : 1,
    actor: env.GITHUB_TRIGGERING_ACTOR || env.GITHUB_ACTOR || 'unknown',
    ...(page !== undefined && env.GITHUB_RUN_ID && { url: `${page}/actions/runs/${id}` }),
  }
}

/** Address of the repository of the run; undefined outside a workflow. */
export function readRepository(env: NodeJS.ProcessEnv): string | undefined {
  const name = env.GITHUB_REPOSITORY ?? ''
  return name === '' ? undefined : `${env.GITHUB_SERVER_URL || 'https://github.com'}/${name}`
}

/** The branch and commit whose workflow runs; undefined outside a workflow. */
export function readOrigin(env: NodeJS.ProcessEnv): Origin | undefined {
  const { GITHUB_REF: ref = '', GITHUB_SHA: commit = '' } = env
  if (ref === '' || commit === '') return undefined
  return { ref, commit, isProtected: env.GITHUB_REF_PROTECTED === 'true' }
}

/** What started the run, as far as it matters. */
export interface WorkflowEvent {
  /** The commit before the push, or the one that the pull request would be merged into. */
  readonly before?: string
  readonly after?: string
  readonly pullRequest?: PullRequest
}

/** The commits of a push, from the text of its event. Before the first push of a branch it is all zeros; a branch that is deleted has none after. */
export function parsePushEvent(text: string): WorkflowEvent {
  const event: unknown = JSON.parse(text)
  const before = commitOf(event, 'before')
  const after = commitOf(event, 'after')
  const isDeleted = after !== undefined && isZero(after)
  return { ...(before !== undefined && { before }), ...(after !== undefined && !isDeleted && { after }) }
}

/**
 * The pull request, from the text of its event; undefined for what is none. GitHub hands the commit of
 * its trial merge over in `GITHUB_SHA`, and only for `pull_request`.
 */
export function parsePullRequestEvent(text: string, env: NodeJS.ProcessEnv): WorkflowEvent | undefined {
  const pull = property(JSON.parse(text), 'pull_request')
  const number = property(pull, 'number')
  const head = commitOf(property(pull, 'head'), 'sha')
  const base = commitOf(property(pull, 'base'), 'sha')
  if (typeof number !== 'number' || head === undefined || base === undefined) return undefined
  const trial = env.GITHUB_EVENT_NAME === 'pull_request' ? commitOf(env, 'GITHUB_SHA') : undefined
  const pullRequest = { number, head, base, merged: trial ?? head, isFork: isFork(pull) }
  return { before: base, pullRequest }
}

/** A fork that was deleted has no repository any more. */
function isFork(pull: unknown): boolean {
  const [head, base] = ['head', 'base'].map((side) => property(property(property(pull, side), 'repo'), 'id'))
  return head === undefined || head !== base
}

function commitOf(value: unknown, key: string): string | undefined {
  const commit = property(value, key)
  return typeof commit === 'string' && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined
}

function isZero(commit: string): boolean {
  return /^0+$/.test(commit)
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
