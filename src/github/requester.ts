import type * as z from 'zod'
import type { Secret } from '../base/secret.js'
import type { Clock } from '../system/clock.js'
import { retry } from '../system/retry.js'
import { BrokenAnswer, classifyFailure, toGitHubError } from './github-failure.js'

export interface GitHubRequesterOptions {
  readonly token: Secret
  readonly clock: Clock
  /** For one request. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

interface Asked<T> {
  /** For a person: "comments of pull request 3". */
  readonly what: string
  readonly shape: z.ZodType<T>
  /** True when repeating the request could create a second thing: it is repeated only if it certainly had no effect. */
  readonly once?: true
}

interface Sent {
  readonly data: unknown
  readonly headers?: { readonly link?: string | undefined }
}

export interface Answer<T> {
  readonly value: T
  /** True when GitHub has another page. */
  readonly hasNext: boolean
}

/** Sends a request until it is answered or a deadline passes. Throws as `GitHub` promises. */
export type Ask = <T>(
  asked: Asked<T>,
  send: (request: { readonly signal: AbortSignal }) => Promise<Sent>,
) => Promise<Answer<T>>

const patience = { baseMs: 500, maxMs: 15_000, attempts: 5, deadlineMs: 90_000 } as const

export function createGitHubRequester({
  token,
  clock,
  timeoutMs = 15_000,
  signal,
}: GitHubRequesterOptions): Ask {
  return async ({ what, shape, once }, send) => {
    const isRetryable = (error: unknown): boolean => {
      const { isPassing, mayHaveHappened } = classifyFailure(error, clock.now())
      return !signal?.aborted && isPassing && !(once && mayHaveHappened)
    }
    const leastMs = (error: unknown): number => classifyFailure(error, clock.now()).pauseMs
    const cancel = signal === undefined ? {} : { signal }
    try {
      return await retry({ ...patience, ...cancel, clock, isRetryable, leastMs }, async () => {
        const timeout = AbortSignal.timeout(timeoutMs)
        const either = signal === undefined ? timeout : AbortSignal.any([timeout, signal])
        return read(shape, await send({ signal: either }))
      })
    } catch (error) {
      signal?.throwIfAborted()
      throw toGitHubError(error, { what, token: token.reveal(), nowMs: clock.now() })
    }
  }
}

function read<T>(shape: z.ZodType<T>, { data, headers }: Sent): Answer<T> {
  const parsed = shape.safeParse(data)
  if (!parsed.success) throw new BrokenAnswer(parsed.error)
  // RFC 8288. This header is the only sign of a further page that GitHub promises.
  return { value: parsed.data, hasNext: /;\s*rel="next"/.test(headers?.link ?? '') }
}
