import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import type { ReasonCode } from '../base/reasons.js'
import type { Session } from '../remote/session.js'
import { retry } from '../system/retry.js'
import type { Task } from './task.js'

const tellEveryMs = 15_000

/** A wait that says what for and for how long already. */
export interface Patience {
  /** Tells what is new at once, and the same every 15 s. */
  tell(what: string): void
  elapsedMs(): number
  isOver(): boolean
  readonly deadlineMs: number
}

export function startPatience(task: Task, deadlineMs: number): Patience {
  const { clock } = task.ports
  const startedMs = clock.elapsed()
  const elapsedMs = (): number => clock.elapsed() - startedMs
  let toldMs = 0
  let told: string | undefined
  return {
    deadlineMs,
    elapsedMs,
    isOver: () => elapsedMs() >= deadlineMs,
    tell: (what) => {
      if (what === told && elapsedMs() - toldMs < tellEveryMs) return
      told = what
      toldMs = elapsedMs()
      task.stepStarted({
        kind: 'wait',
        text: `${what} (${Math.round(toldMs / 1000)} s of at most ${Math.round(deadlineMs / 1000)} s)`,
      })
    },
  }
}

/** A machine that starts is away, or ends a connection that it has just taken. */
const away: readonly ReasonCode[] = ['unreachable', 'connection-lost', 'timed-out']

export interface Waiting {
  readonly identity: Identity
  readonly patience: Patience
  /** What is waited for while there is no answer. */
  readonly what: string
}

/**
 * Work over a connection to a machine that may be starting: done anew, on another connection, while
 * the machine is away. Gently: newer sshd punish those who knock too often. The work must be
 * repeatable. Throws the last error when the deadline has passed.
 */
export async function whenThere<T>(
  task: Task,
  { identity, patience, what }: Waiting,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { ports, machine } = task
  const key = await ports.sshKey()
  const signal = ports.signal === undefined ? {} : { signal: ports.signal }
  return await retry(
    {
      clock: ports.clock,
      baseMs: 2000,
      maxMs: 8000,
      deadlineMs: patience.deadlineMs - patience.elapsedMs(),
      isRetryable: (error) => error instanceof DroverError && away.includes(error.reason),
      ...signal,
    },
    async () => {
      patience.tell(what)
      await using session = await ports.remote.connect({
        machine: machine.name,
        identity,
        key,
        timeoutMs: 20_000,
        reachMs: 5000,
        ...signal,
      })
      return await work(session)
    },
  )
}
