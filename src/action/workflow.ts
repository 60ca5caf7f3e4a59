import type { Run } from '../base/run.js'
import type { Origin } from '../operations/ports.js'

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

export interface PushEvent {
  readonly before?: string
  readonly after?: string
}

/** The commits of a push, from the text of its event. Before the first push of a branch it is all zeros; a branch that is deleted has none after. */
export function parsePushEvent(text: string): PushEvent {
  const event: unknown = JSON.parse(text)
  const before = commitOf(event, 'before')
  const after = commitOf(event, 'after')
  const isDeleted = after !== undefined && isZero(after)
  return { ...(before !== undefined && { before }), ...(after !== undefined && !isDeleted && { after }) }
}

function commitOf(event: unknown, key: string): string | undefined {
  const value: unknown = typeof event === 'object' && event !== null ? Reflect.get(event, key) : undefined
  return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value) ? value : undefined
}

function isZero(commit: string): boolean {
  return /^0+$/.test(commit)
}
