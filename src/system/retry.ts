import type { Clock } from './clock.js'

export interface RetryOptions {
  readonly clock: Clock
  /** Max pause before the second attempt; doubles with each attempt. */
  readonly baseMs: number
  /** No pause is longer than this. */
  readonly maxMs: number
  /** Max number of attempts. Without it and without `deadlineMs` there is one. */
  readonly attempts?: number
  /** No attempt starts later than this after the first. */
  readonly deadlineMs?: number
  /**
   * When something last went well, by `clock.elapsed`: `deadlineMs` counts from then, and pauses begin short again.
   * For tries that get somewhere before they fail.
   */
  readonly lastGoodMs?: () => number
  readonly isRetryable: (error: unknown) => boolean
  /** Min pause before the next attempt, when the other side asked for one. */
  readonly leastMs?: (error: unknown) => number
  readonly signal?: AbortSignal
}

/**
 * Calls `attempt` (with 1, 2, …) until it succeeds. Pauses are random between 0 and a limit that
 * doubles ("full jitter"), so that many callers that failed together do not retry together.
 * Throws the last error unchanged.
 */
export async function retry<T>(options: RetryOptions, attempt: (count: number) => Promise<T>): Promise<T> {
  const { clock } = options
  let sinceMs = options.lastGoodMs?.() ?? clock.elapsed()
  let failures = 0
  for (let count = 1; ; count += 1) {
    try {
      return await attempt(count)
    } catch (error) {
      const goodMs = options.lastGoodMs?.() ?? sinceMs
      failures = goodMs > sinceMs ? 1 : failures + 1
      sinceMs = goodMs
      const pauseMs = Math.max(clock.random() * limit(options, failures), options.leastMs?.(error) ?? 0)
      const late =
        options.deadlineMs !== undefined && clock.elapsed() - sinceMs + pauseMs > options.deadlineMs
      if (late || count >= maxAttempts(options) || !options.isRetryable(error)) throw error
      await clock.sleep(pauseMs, options.signal)
    }
  }
}

function limit({ baseMs, maxMs }: RetryOptions, failures: number): number {
  return Math.min(maxMs, baseMs * 2 ** (failures - 1))
}

function maxAttempts({ attempts, deadlineMs }: RetryOptions): number {
  return attempts ?? (deadlineMs === undefined ? 1 : Number.POSITIVE_INFINITY)
}
