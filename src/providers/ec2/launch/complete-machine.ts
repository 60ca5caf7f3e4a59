import { DroverError } from '../../../base/errors.js'
import type { MachineId } from '../../provider.js'
import type { Ec2Context } from '../context.js'
import { requireOwn } from '../own-machine.js'
import { poll } from '../poll.js'
import type { Ours } from '../select-ours.js'
import { encodeHostKeys, tagNames } from '../tags.js'
import { checkConsole } from './check-console.js'

export interface Completed extends MachineId {
  readonly hostKeys: readonly string[]
}

const settleMs = 60_000

/**
 * Removes the expiry and verifies that it is gone. The expiry tag is removed last, so that a run that is
 * killed in between leaves a machine that still counts as incomplete. Idempotent.
 */
export async function completeMachine(context: Ec2Context, machine: Completed): Promise<void> {
  const { clock, signal } = context
  const desired = encodeHostKeys(machine.name, machine.hostKeys)
  const own = await requireOwn(context, machine)
  if (own.expiresAt !== undefined) await checkConsole(context, { own, onStep: () => undefined, signal })
  await change(context, { own, desired })
  const settled = await poll({ clock, subject: machine.name, deadlineMs: settleMs, signal }, async () => {
    const now = await requireOwn(context, machine)
    return (await missing(context, { own: now, desired })).length === 0 ? true : undefined
  })
  if (settled) return
  const what = (await missing(context, { own: await requireOwn(context, machine), desired })).join(', ')
  throw new DroverError(`${machine.name}: the machine could not be completed: ${what}`, {
    reason: 'provider-failed',
    hint: 'Run the operation again. An incomplete machine is ended when it expires.',
  })
}

interface Completion {
  readonly own: Ours
  /** Desired value of the tag for host keys. */
  readonly desired: string
}

async function change(context: Ec2Context, { own, desired }: Completion): Promise<void> {
  const { calls, signal } = context
  const { id, region, name: subject } = own
  if ((await shutdownBehaviour(context, own)) !== 'stop') {
    const input = { InstanceId: id, InstanceInitiatedShutdownBehavior: { Value: 'stop' } }
    await calls.call('ModifyInstanceAttribute', { input, region, subject, signal })
  }
  if (own.tags[tagNames.hostKey] !== desired) {
    const input = { Resources: [id], Tags: [{ Key: tagNames.hostKey, Value: desired }] }
    await calls.call('CreateTags', { input, region, subject, signal })
  }
  if (own.tags[tagNames.expires] !== undefined) {
    // A tag without a value here is deleted whatever its value is.
    const input = { Resources: [id], Tags: [{ Key: tagNames.expires }] }
    await calls.call('DeleteTags', { input, region, subject, signal })
  }
}

/** The parts that do not hold yet, in words. */
async function missing(context: Ec2Context, { own, desired }: Completion): Promise<readonly string[]> {
  return [
    ...(own.tags[tagNames.expires] === undefined ? [] : [`the tag "${tagNames.expires}" is still there`]),
    ...(own.tags[tagNames.hostKey] === desired ? [] : [`the tag "${tagNames.hostKey}" is still the old one`]),
    ...((await shutdownBehaviour(context, own)) === 'stop' ? [] : ['a shutdown would still terminate it']),
  ]
}

async function shutdownBehaviour({ calls, signal }: Ec2Context, own: Ours): Promise<string | undefined> {
  const { id, region, name: subject } = own
  const input = { InstanceId: id, Attribute: 'instanceInitiatedShutdownBehavior' } as const
  const answer = await calls.call('DescribeInstanceAttribute', { input, region, subject, signal })
  return answer.InstanceInitiatedShutdownBehavior?.Value
}
