import type { Identity } from '../base/identity.js'
import { reopenPolicies } from '../remote/connection-policy.js'
import type { Session } from '../remote/session.js'
import type { Task } from '../task/task.js'
import type { Deadline } from './deadline.js'
import { MachineConnection } from './machine-connection.js'

export interface Boot {
  readonly identity: Identity
  readonly deadline: Deadline
  /** What is waited for while there is no answer. */
  readonly what: string
}

/**
 * Work over a connection to a machine that may be starting: done anew, over another connection, while the machine is
 * away. The work must be repeatable. Throws the last error when the deadline has passed.
 */
export async function waitForBoot<T>(
  task: Task,
  { identity, deadline, what }: Boot,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  await using connection = new MachineConnection(task, { identity })
  const deadlineMs = deadline.deadlineMs - deadline.elapsedMs()
  return await connection.retry({ ...reopenPolicies.boot, deadlineMs }, async () => {
    deadline.tell(what)
    await connection.open()
    return await work(connection)
  })
}
