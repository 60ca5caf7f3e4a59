import { DroverError } from '../../base/errors.js'
import type { Ending, MachineId } from '../provider.js'
import type { Ec2Context } from './context.js'
import { Ec2Failure } from './ec2-failure.js'
import { describeById, findOwn } from './own-machine.js'
import { poll } from './poll.js'
import { isExpired, type Ours } from './select-ours.js'

const endingMs = 600_000

/**
 * Terminates the machine and waits until it is gone. Its id and its tags are read again right
 * before; anything but this machine of this flock is refused with `provider-failed`.
 */
export async function terminateMachine(context: Ec2Context, machine: Ending): Promise<void> {
  const { name, id, onlyExpired } = machine
  const own = await findOwn(context, machine)
  if (own !== undefined) {
    if (onlyExpired && !isExpired(own, context.clock.now())) throw notExpired(machine, own)
    await endOwn(context, { name, id, region: own.region })
  }
  await waitUntilEnded(context, machine)
}

/** The error for a machine that somebody completed since it was listed. */
function notExpired({ name, id }: MachineId, { expiresAt }: Ours): DroverError {
  const when = expiresAt === undefined ? 'does not expire any more' : `expires at ${expiresAt} only`
  return new DroverError(`${name}: "${id}" ${when}`, {
    reason: 'machine-changed',
    hint: 'The machine was completed at the last moment, and stays as it is.',
  })
}

/** Asks EC2 to terminate the machine. A machine that EC2 no longer knows has ended. */
export async function endOwn(
  { calls, signal }: Pick<Ec2Context, 'calls' | 'signal'>,
  { name, id, region }: MachineId & { readonly region: string },
): Promise<void> {
  try {
    await calls.call('TerminateInstances', { input: { InstanceIds: [id] }, region, subject: name, signal })
  } catch (error) {
    if (!(error instanceof Ec2Failure) || error.code !== 'InvalidInstanceID.NotFound') throw error
  }
}

async function waitUntilEnded(context: Ec2Context, machine: MachineId): Promise<void> {
  const { clock, signal } = context
  let state = 'unknown'
  const ended = await poll({ clock, subject: machine.name, deadlineMs: endingMs, signal }, async () => {
    const [one] = await describeById(context, machine)
    state = one?.state ?? 'terminated'
    return state === 'terminated' ? true : undefined
  })
  if (ended) return
  throw new DroverError(
    `${machine.name}: "${machine.id}" is still "${state}" after ${endingMs / 60_000} minutes`,
    {
      reason: 'timed-out',
      hint: 'EC2 was asked to terminate it. Run "drover list" later to see whether it is gone.',
    },
  )
}
