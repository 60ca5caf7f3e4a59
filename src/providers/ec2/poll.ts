import type { Clock } from '../../system/clock.js'
import { cancelled } from './ec2-failure.js'

export interface Poll {
  readonly clock: Clock
  readonly subject: string
  readonly deadlineMs: number
  readonly signal?: AbortSignal | undefined
}

const firstPauseMs = 1000
const maxPauseMs = 5000

/**
 * Asks until there is an answer, with pauses that grow to 5 s. Undefined when the deadline passed.
 * An abort ends the pause at once and throws `cancelled`.
 */
export async function poll<T>(
  { clock, subject, deadlineMs, signal }: Poll,
  ask: (waitedMs: number) => Promise<T | undefined>,
): Promise<T | undefined> {
  const start = clock.elapsed()
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(maxPauseMs, pauseMs * 1.3)) {
    if (signal?.aborted) throw cancelled(subject, signal.reason)
    const waitedMs = clock.elapsed() - start
    const answer = await ask(waitedMs)
    if (answer !== undefined || waitedMs > deadlineMs) return answer
    await pause({ clock, subject, ms: pauseMs, signal })
  }
}

async function pause(wait: {
  readonly clock: Clock
  readonly subject: string
  readonly ms: number
  readonly signal: AbortSignal | undefined
}): Promise<void> {
  try {
    await wait.clock.sleep(wait.ms, wait.signal)
  } catch (cause) {
    throw wait.signal?.aborted ? cancelled(wait.subject, cause) : cause
  }
}

const sayEveryMs = 15_000

/** Reports what is waited for, at once when that changes, and then about every 15 s with the duration. */
export function makeProgress(clock: Clock, onStep: (name: string) => void): (what: string) => void {
  let current = ''
  let since = 0
  let saidAt = 0
  return (what) => {
    const now = clock.elapsed()
    if (what !== current) {
      ;[current, since, saidAt] = [what, now, now]
      onStep(what)
    } else if (now - saidAt >= sayEveryMs) {
      saidAt = now
      onStep(`${what} (${Math.round((now - since) / 1000)} s)`)
    }
  }
}
