import { type Command, describeEnd, succeeded } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import { putIdentity } from '../ledger/machine-files.js'
import { keepNextKeyCommand, makeNextKeyCommand, useNextKeyCommand } from '../recipes/host-key-rotation.js'
import type { Session } from '../remote/session.js'
import { newRecordId } from './fleet.js'
import { defineFleetOperation } from './fleet-operation.js'
import type { Done, Job } from './job.js'
import { openSession, reopenSession } from './sessions.js'
import { identityOf, type Survey } from './survey.js'

/** Less than the machine waits before the old key returns. */
const reopenMs = 15_000
const limits = { timeoutMs: 60_000 } as const

export const rotate = defineFleetOperation({
  records: () => true,
  connects: true,
  prepare:
    async (_ports, { survey }) =>
    (job) =>
      rotateMachine(job, survey),
})

/**
 * Gives a machine a new host key. Both keys are pinned and pushed before the
 * machine changes, so that a run that is cut off anywhere leaves a machine that
 * the ledger knows; when the new key was seen to work, the old one is revoked.
 */
async function rotateMachine(job: Job, survey: Survey): Promise<Done> {
  const { machine } = job
  const before = identityOf(survey, machine.name)
  await using session = await openSession(job, before)
  const next = await job.step('make the next key', async () =>
    publicKeyIn(await run(session, makeNextKeyCommand)),
  )
  const both: Identity = { ...before, hostKeys: [...new Set([...before.hostKeys, next])] }
  await job.step('pin both keys', () => pushIdentity(job, { survey, identity: both }))
  await job.step('use the next key', () => run(session, useNextKeyCommand))
  const after: Identity = {
    ...before,
    hostKeys: [next],
    revokedKeys: [...new Set([...(before.revokedKeys ?? []), ...before.hostKeys])].filter(
      (key) => key !== next,
    ),
  }
  await using fresh = await job.step('connect with the next key', () => reopenSession(job, after, reopenMs))
  await job.step('keep the next key', () => run(fresh, keepNextKeyCommand))
  const changes = [putIdentity(machine.name, after)]
  return { kind: 'changed', reason: 'done', message: 'shows a new host key; the old one is revoked', changes }
}

async function run(session: Session, command: Command): Promise<string> {
  const ended = await session.exec(command, limits)
  if (succeeded(ended)) return ended.stdout.toString('utf8')
  const why = ended.stderr.toString('utf8').trim().slice(-300)
  throw new DroverError(`host key: the command ${describeEnd(ended)}: ${why}`, {
    reason: ended.signal === null ? 'command-failed' : 'killed',
    hint: 'The old key is in use, or returns within 25 s; both are pinned. Run the operation again.',
  })
}

function publicKeyIn(text: string): string {
  return text.trim().split(/\s+/).slice(0, 2).join(' ')
}

interface Pinning {
  readonly survey: Survey
  readonly identity: Identity
}

/** Not left to the recorder: nothing may happen on the machine before this is on the branch. */
async function pushIdentity({ ports, machine }: Job, { survey, identity }: Pinning): Promise<void> {
  await ports.ledger.push([
    {
      id: newRecordId(ports, { operation: 'rotate', machine: machine.name }),
      run: ports.run,
      operation: 'rotate',
      machine: machine.name,
      outcome: 'changed',
      reason: 'done',
      message: 'pinned the next host key beside the present one',
      time: new Date(ports.clock.now()).toISOString(),
      durationMs: 0,
      config: survey.snapshot.commit,
      changes: [putIdentity(machine.name, identity)],
    },
  ])
}
