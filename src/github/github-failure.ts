import { DroverError } from '../base/errors.js'
import type { ReasonCode } from '../base/reasons.js'
import { neutralise } from '../base/text/neutralise.js'

/** An answer that breaks GitHub's promises, such as one that was cut off. */
export class BrokenAnswer extends Error {
  constructor(cause: unknown) {
    super('the answer is not what GitHub promises', { cause })
    this.name = 'BrokenAnswer'
  }
}

/** GitHub has no such thing, no more, or does not show it to this token. */
class GoneError extends DroverError {}

/** The answer, or undefined when GitHub does not have the thing. */
export async function unlessGone<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request
  } catch (error) {
    if (error instanceof GoneError) return undefined
    throw error
  }
}

/** What a failed request means for the next one. */
export interface Failing {
  readonly reason: ReasonCode
  /** True when the same request may succeed later. */
  readonly isPassing: boolean
  /** False only when GitHub certainly did nothing. */
  readonly mayHaveHappened: boolean
  /** How long GitHub asks to wait before the next request. */
  readonly pauseMs: number
  readonly why: string
  readonly hint: string
}

/** Decides on status and headers alone. `nowMs`: time since the epoch. */
export function classifyFailure(error: unknown, nowMs: number): Failing {
  const response = responseOf(error)
  const refusal = graphqlRefusal(error)
  if (refusal !== undefined) return refusal
  if (error instanceof BrokenAnswer) return { ...passing, reason: 'github-failed', why: error.message }
  if (response === undefined)
    return { ...passing, reason: 'github-unreachable', why: describeConnection(error) }
  const { status, headers } = response
  const why = `answered ${status}${response.message === '' ? '' : `: ${response.message}`}`
  if (isThrottled(response)) return throttled(pauseOf(headers, nowMs), why)
  if (status >= 500) return { ...passing, reason: 'github-failed', why }
  return { isPassing: false, mayHaveHappened: false, pauseMs: 0, why, ...refusals(status) }
}

/** The failure in words for a person. No part of it contains the token. */
export function toGitHubError(
  error: unknown,
  { what, token, nowMs }: { readonly what: string; readonly token: string; readonly nowMs: number },
): DroverError {
  const { reason, why, hint } = classifyFailure(error, nowMs)
  const status = responseOf(error)?.status
  const text = neutralise(why).replaceAll(/\s+/g, ' ').slice(0, maxWhyLength).replaceAll(token, '***')
  // No `cause`: Octokit's error carries the whole request.
  const Failure = status === 404 || status === 410 ? GoneError : DroverError
  return new Failure(`github: ${what}: ${text}`, { reason, hint })
}

const maxWhyLength = 300

const passing = {
  isPassing: true,
  mayHaveHappened: true,
  pauseMs: 0,
  hint: 'Run it again; githubstatus.com tells whether GitHub has a problem.',
} as const

function refusals(status: number): Pick<Failing, 'reason' | 'hint'> {
  if (status === 401)
    return { reason: 'not-permitted', hint: 'Ensure that the token is whole and has not expired.' }
  if (status === 403 || status === 404) {
    return {
      reason: status === 403 ? 'not-permitted' : 'github-failed',
      hint: 'Ensure that it exists and that the token may do this: in a workflow, check "permissions" of the job.',
    }
  }
  return { reason: 'github-failed', hint: 'Ensure that what was asked for exists in the repository.' }
}

/** Reads a refusal of GraphQL, which answers 200 and gives the reasons as types in the body. */
function graphqlRefusal(error: unknown): Failing | undefined {
  const errors = property(error, 'errors')
  if (!Array.isArray(errors)) return undefined
  const types = errors.map((one) => property(one, 'type')).filter((type) => typeof type === 'string')
  const why = `answered ${types.join(', ') || 'with an error'}`
  if (types.includes('RATE_LIMITED')) return throttled(60_000, why)
  const reason = types.includes('FORBIDDEN') ? 'not-permitted' : 'github-failed'
  return { ...refusals(403), reason, isPassing: false, mayHaveHappened: false, pauseMs: 0, why }
}

function throttled(pauseMs: number, why: string): Failing {
  const hint = `Run it again in ${Math.max(1, Math.ceil(pauseMs / 60_000))} min.`
  return { reason: 'github-throttled', isPassing: true, mayHaveHappened: false, pauseMs, why, hint }
}

interface Response {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  /** GitHub's own words. */
  readonly message: string
}

/** The response in Octokit's RequestError, which is recognised by its shape: several copies of the class are installed. */
function responseOf(error: unknown): Response | undefined {
  const response = property(error, 'response')
  const status = property(response, 'status')
  if (typeof status !== 'number') return undefined
  const headers = property(response, 'headers')
  const message = property(property(response, 'data'), 'message')
  return {
    status,
    headers: typeof headers === 'object' && headers !== null ? { ...headers } : {},
    message: typeof message === 'string' ? message : '',
  }
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** docs.github.com, "Rate limits for the REST API": 403 or 429, with one of these headers. */
function isThrottled({ status, headers }: Response): boolean {
  if (status === 429) return true
  return status === 403 && (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0')
}

/** GitHub asks for at least a minute when its answer names no pause. */
function pauseOf(headers: Response['headers'], nowMs: number): number {
  const after = Number(headers['retry-after'] ?? Number.NaN)
  if (Number.isFinite(after)) return Math.max(0, after * 1000)
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN)
  if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset)) {
    return Math.max(0, reset * 1000 - nowMs)
  }
  return 60_000
}

function describeConnection(error: unknown): string {
  const causes = [error, property(error, 'cause'), property(property(error, 'cause'), 'cause')]
  const names = causes.flatMap((cause) => [property(cause, 'code'), property(cause, 'name')])
  const codes = names.filter((name) => typeof name === 'string')
  if (codes.includes('TimeoutError')) return 'no answer in time'
  const code = codes.find((name) => /^[A-Z][A-Z_]+$/.test(name))
  return code === undefined ? 'no connection could be made' : `no connection could be made: ${code}`
}
