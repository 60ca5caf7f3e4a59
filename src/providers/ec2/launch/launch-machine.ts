import type { LaunchRequest, ProviderMachine } from '../../provider.js'
import { ambiguous } from '../ambiguous.js'
import type { Ec2Context } from '../context.js'
import { findOurs } from '../describe.js'
import { terminateMachine } from '../end-machine.js'
import { isExpired, type Ours } from '../select-ours.js'
import { toProviderMachine } from '../to-provider-machine.js'
import { bringUp } from './bring-up.js'
import { type LaunchTask, startTask } from './launch-task.js'
import { type Making, startMaking } from './make-instance.js'

/** Launches a machine as `Provider.launch` promises. */
export async function launchMachine(context: Ec2Context, request: LaunchRequest): Promise<ProviderMachine> {
  const task = startTask(context, request)
  task.progress('find the machine')
  const existing = await findExisting(task)
  if (existing !== undefined) return bringUpExisting(task, existing)
  const making = await startMaking(task)
  return bringUpNew(task, making)
}

/**
 * The machine of this name, if there is one. Machines that were not completed in time are terminated
 * first, as `reap` would do: there is no time left to complete them. Throws `ambiguous-machine`.
 */
async function findExisting(task: LaunchTask): Promise<Ours | undefined> {
  const { context, request, regions, callContext } = task
  const { name } = request
  const found = await findOurs(callContext, { flock: context.scope.flock, regions, name })
  const now = context.clock.now()
  const expired = found.filter((one) => isExpired(one, now))
  for (const { id, expiresAt } of expired) {
    task.progress(`end "${id}", which was not completed by ${expiresAt}`)
    await terminateMachine(context, { name, id })
  }
  const [first, ...others] = found.filter((one) => !isExpired(one, now))
  if (first !== undefined && others.length > 0) throw ambiguous(name, [first, ...others])
  return first
}

async function bringUpExisting(task: LaunchTask, { id }: Ours): Promise<ProviderMachine> {
  const end = await bringUp(task, id)
  if (end.kind === 'up') return toProviderMachine(end.own, task.context.scope)
  throw end.failure
}

/** Brings a new machine up. If EC2 takes it back for lack of capacity, the place counts as failed. */
async function bringUpNew(task: LaunchTask, making: Making): Promise<ProviderMachine> {
  for (;;) {
    const end = await bringUp(task, await making.make())
    if (end.kind === 'up') return toProviderMachine(end.own, task.context.scope)
    if (end.failure.next !== 'next-place') throw end.failure
    await making.moveOn(end.failure)
  }
}
