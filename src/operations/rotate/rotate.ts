import { type FlockView, identityOf } from '../../branch/flock-view.js'
import { openConnection } from '../../connection/open-connection.js'
import { putIdentity } from '../../ledger/machine-files.js'
import { rotateHostKey } from '../../lifecycle/rotate-host-key.js'
import type { BranchPorts } from '../../task/ports.js'
import { makePushNow, type PushNow } from '../../task/push-now.js'
import type { Task, TaskOutcome } from '../../task/task.js'
import { fleetOperation } from '../operation.js'
import type { RotateRequest } from './definition.js'

export const rotate = fleetOperation<RotateRequest>({
  records: () => true,
  connects: true,
  prepare: async (ports: BranchPorts, { view }) => {
    const pushNow = makePushNow(ports)
    return (task) => rotateMachine(task, { view, pushNow })
  },
})

interface Rotate {
  readonly view: FlockView
  readonly pushNow: PushNow
}

async function rotateMachine(task: Task, { view, pushNow }: Rotate): Promise<TaskOutcome> {
  const { machine } = task
  const before = identityOf(view, machine.name)
  await using session = await openConnection(task, before)
  const after = await rotateHostKey(task, {
    identity: before,
    session,
    pin: (identity) =>
      pushNow(task, {
        config: view.snapshot.commit,
        message: 'pinned the next host key beside the present one',
        changes: [putIdentity(machine.name, identity)],
      }),
  })
  const changes = [putIdentity(machine.name, after)]
  return { kind: 'changed', reason: 'done', message: 'shows a new host key; the old one is revoked', changes }
}
