import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './clock.js'

/** The clock and the randomness of this computer. */
export const realClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  sleep: async (ms, signal) => {
    signal?.throwIfAborted()
    try {
      await sleep(ms, undefined, signal === undefined ? {} : { signal })
    } catch (cause) {
      // Node rejects with an AbortError of its own; the port promises the signal's reason.
      signal?.throwIfAborted()
      throw cause
    }
  },
  random: () => Math.random(),
}
