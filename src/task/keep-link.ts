import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import type { ReasonCode } from '../base/reasons.js'
import type { Session } from '../remote/session.js'
import type { Task } from './task.js'

/** How long in a row a machine may give no answer: longer than it takes to boot. */
const silenceMs = 120_000

const away: readonly ReasonCode[] = ['unreachable', 'connection-lost', 'timed-out']

/** A connection that is made anew when it is lost. */
export interface Link extends AsyncDisposable {
  /**
   * Work over the connection, done again over a new one when it is lost: it must be repeatable. Throws when
   * the machine has not answered for two minutes, and at once when the run is cancelled.
   */
  over<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** The machine said something. */
  answered(): void
  /** A wait that the end of the run cuts short, with the error that `over` throws then. */
  pause(wait: () => Promise<void>): Promise<void>
  /** What to throw in `over` when the answer was none. */
  lost(): DroverError
  /** True when the session that was given is not the one in use any more. */
  isLost(): boolean
}

export interface Linked {
  /** Stays the caller's, who closes it. */
  readonly session: Session
  readonly identity: Identity
  /** Before the colon of an error: the machine and the work. */
  readonly subject: string
}

/** For work that goes on by itself on the machine while there is no connection. */
export function keepLink(task: Task, { session, identity, subject }: Linked): Link {
  const { ports, machine } = task
  const { clock, signal } = ports
  let current: Session | undefined = session
  let answeredMs = clock.elapsed()
  const drop = async (): Promise<void> => {
    const dropped = current
    current = undefined
    if (dropped !== session) await dropped?.close()
  }
  const connect = async (): Promise<Session> => {
    const key = await ports.sshKey()
    const limits = { timeoutMs: 20_000, reachMs: 5000, ...(signal === undefined ? {} : { signal }) }
    return ports.remote.connect({ machine: machine.name, identity, key, ...limits })
  }
  const lost = (cause?: unknown): DroverError =>
    new DroverError(`${subject}: the connection was lost and the machine gave no answer`, {
      reason: 'connection-lost',
      hint: 'The machine goes on by itself. Run the operation again: it joins what still runs, or looks first and finishes what is missing.',
      cause,
    })
  const cancelled = (): DroverError =>
    new DroverError(`${subject}: the run was cancelled; what was started goes on on the machine`, {
      reason: 'cancelled',
      hint: 'The machine finishes by itself. Run the operation again: it joins what still runs.',
    })
  const pause = async (wait: () => Promise<void>): Promise<void> => {
    try {
      await wait()
    } catch (thrown) {
      throw signal?.aborted ? cancelled() : thrown
    }
  }
  /** Pauses after a loss; throws what is no loss, and when there were too many. */
  const bear = async (thrown: unknown, losses: number): Promise<void> => {
    if (signal?.aborted) throw cancelled()
    if (!(thrown instanceof DroverError) || !away.includes(thrown.reason)) throw thrown
    await drop()
    const pauseMs = Math.min(8000, 500 * 2 ** Math.min(losses, 5)) * clock.random()
    if (clock.elapsed() - answeredMs + pauseMs > silenceMs) throw lost(thrown)
    task.stepStarted({ kind: 'connect', text: 'connect again' })
    await pause(() => clock.sleep(pauseMs, signal))
  }
  return {
    answered: () => {
      answeredMs = clock.elapsed()
    },
    isLost: () => current !== session,
    lost,
    pause,
    over: async (work) => {
      for (let losses = 0; ; losses += 1) {
        const heardMs = answeredMs
        try {
          current ??= await connect()
          const value = await work(current)
          answeredMs = clock.elapsed()
          return value
        } catch (thrown) {
          await bear(thrown, losses)
        }
        if (answeredMs > heardMs) losses = 0
      }
    },
    [Symbol.asyncDispose]: drop,
  }
}
