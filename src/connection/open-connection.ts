import type { Identity } from '../base/identity.js'
import { connectLimits, type ReopenPolicy } from '../remote/connection-policy.js'
import type { Task } from '../task/task.js'
import { MachineConnection } from './machine-connection.js'

/** The connection of a task: opened as a step of it, cancelled with its run. Throws as `Remote.connect` does. */
export async function openConnection(task: Task, identity: Identity): Promise<MachineConnection> {
  const connection = new MachineConnection(task, { identity })
  await task.step({ kind: 'connect', text: 'connect' }, () => connection.open(connectLimits))
  return connection
}

/**
 * A connection of its own beside that of the task, to show that the machine can be reached. Not cancelled: the
 * machine waits for it, and a change that is confirmed is better known than one that is not.
 */
export async function openAnother(
  task: Task,
  { identity, policy }: { readonly identity: Identity; readonly policy: ReopenPolicy },
): Promise<MachineConnection> {
  const connection = new MachineConnection(task, { identity, isCancellable: false })
  await connection.retry(policy, () => connection.open())
  return connection
}
