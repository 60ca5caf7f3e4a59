import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import type { Session } from '../remote/session.js'
import { retry } from '../system/retry.js'
import type { Task } from './task.js'

/**
 * Enough for a machine far away that is busy. A TCP connection is answered by the kernel, however busy
 * the machine is: silence means that it is not there.
 */
export const connectLimits = { timeoutMs: 30_000, reachMs: 10_000 } as const

/** How long one look or capture may take, and how long it may be silent. */
export const observeLimits = { timeoutMs: 60_000, idleMs: 30_000 } as const

/** A session for one job: connected as a step of it, cancelled with its run. */
export async function openSession(task: Task, identity: Identity): Promise<Session> {
  const { ports, machine } = task
  const key = await ports.sshKey()
  return task.step({ kind: 'connect', text: 'connect' }, () =>
    ports.remote.connect({
      machine: machine.name,
      identity,
      key,
      ownerOfKey: task.ownerOfKey,
      ...connectLimits,
      ...(ports.signal === undefined ? {} : { signal: ports.signal }),
    }),
  )
}

/** A shorter patience, for a machine that answered a moment ago. */
const again = { timeoutMs: 10_000, reachMs: 5000 } as const

/** A new connection to a machine whose sshd may just be starting again: tried until `deadlineMs` has passed. */
export async function reopenSession(task: Task, identity: Identity, deadlineMs: number): Promise<Session> {
  const { ports, machine } = task
  const key = await ports.sshKey()
  return retry(
    {
      clock: ports.clock,
      baseMs: 200,
      maxMs: 1000,
      deadlineMs,
      isRetryable: (error) => error instanceof DroverError && error.reason === 'unreachable',
    },
    () => ports.remote.connect({ machine: machine.name, identity, key, ...again }),
  )
}
