import { askForGreeting, type SshPlace } from '../../remote/ssh-greeting.js'
import type { Clock } from '../../system/clock.js'

export interface Wait extends SshPlace {
  readonly clock: Clock
  readonly deadlineMs: number
  /** Called now and then; false ends the wait. */
  readonly isAlive: () => Promise<boolean>
  readonly signal?: AbortSignal | undefined
}

const pollMs = 50
/** On a bridge of this computer a connection takes a millisecond, or never succeeds. */
const patience = { connectMs: 200, greetMs: 3000 } as const
const aliveEvery = 10

/** Waits until an SSH server greets. Returns how the wait ended; throws only on abort. */
export async function waitForSsh(wait: Wait): Promise<'answered' | 'ended' | 'timed-out'> {
  const start = wait.clock.elapsed()
  for (let count = 1; ; count += 1) {
    if (await answers(wait)) return 'answered'
    if (count % aliveEvery === 0 && !(await wait.isAlive())) return 'ended'
    if (wait.clock.elapsed() - start > wait.deadlineMs) return 'timed-out'
    await wait.clock.sleep(pollMs, wait.signal)
  }
}

/** True if the port greets as an SSH server does. */
export async function answers({ address, port }: SshPlace): Promise<boolean> {
  return (await askForGreeting({ address, port }, patience)).greets
}
