import { putIdentity } from '../../ledger/machine-files.js'
import { defineFleetOperation } from '../../engine/fleet-operation.js'
import type { Done, Job } from '../../task/task.js'
import { makePushNow, type PushNow } from '../../task/push-now.js'
import { rotateHostKey } from '../../lifecycle/rotate-host-key.js'
import { openSession } from '../../task/sessions.js'
import { identityOf, type Survey } from '../../branch/flock-view.js'

export const rotate = defineFleetOperation({
  records: () => true,
  connects: true,
  prepare: async (ports, { survey }) => {
    const pushNow = makePushNow(ports)
    return (job) => rotateMachine(job, { survey, pushNow })
  },
})

interface Rotate {
  readonly survey: Survey
  readonly pushNow: PushNow
}

async function rotateMachine(job: Job, { survey, pushNow }: Rotate): Promise<Done> {
  const { machine } = job
  const before = identityOf(survey, machine.name)
  await using session = await openSession(job, before)
  const after = await rotateHostKey(job, {
    identity: before,
    session,
    pin: (identity) =>
      pushNow(job, {
        operation: 'rotate',
        config: survey.snapshot.commit,
        message: 'pinned the next host key beside the present one',
        changes: [putIdentity(machine.name, identity)],
      }),
  })
  const changes = [putIdentity(machine.name, after)]
  return { kind: 'changed', reason: 'done', message: 'shows a new host key; the old one is revoked', changes }
}
