import type { Clock } from '../../src/system/clock.js'

export interface SkippingClock extends Clock {
  /** Time passes that nobody waits for. */
  skip(ms: number): void
}

/**
 * A clock on which pauses are over `speed` times sooner and count whole, while work counts as long as it
 * takes: deadlines are reached soon, and no sooner on a slow computer.
 */
export function makeSkippingClock(speed: number): SkippingClock {
  let skippedMs = 0
  return {
    now: () => Date.now(),
    elapsed: () => performance.now() + skippedMs,
    skip: (ms) => {
      skippedMs += ms
    },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const giveUp = (): void => {
          clearTimeout(end)
          reject(signal?.reason)
        }
        const end = setTimeout(() => {
          signal?.removeEventListener('abort', giveUp)
          skippedMs += ms - ms / speed
          resolve()
        }, ms / speed)
        signal?.addEventListener('abort', giveUp, { once: true })
      }),
    random: () => Math.random(),
  }
}
