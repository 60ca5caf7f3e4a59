import type { LaunchRequest, Seen } from '../../provider.js'
import { ambiguous } from '../ambiguous.js'
import { bringUp } from './bring-up.js'
import type { Ec2Context } from '../context.js'
import { findOurs } from '../describe.js'
import { terminateMachine } from '../end-machine.js'
import { type LaunchJob, startJob } from './launch-job.js'
import { type Making, startMaking } from './make-instance.js'
import { isExpired, type Ours } from '../select-ours.js'
import { toSeen } from '../to-seen.js'

/** The promise of `Provider.launch`. */
export async function launchMachine(context: Ec2Context, request: LaunchRequest): Promise<Seen> {
  const job = startJob(context, request)
  job.progress('look for the machine')
  const existing = await findExisting(job)
  if (existing !== undefined) return bringUpExisting(job, existing)
  const making = await startMaking(job)
  return bringUpNew(job, making)
}

/**
 * The machine of this name, if there is one. Those whose making nobody completed in time are ended
 * first, as `reap` would: there is no time left to complete them. Throws `ambiguous-machine`.
 */
async function findExisting(job: LaunchJob): Promise<Ours | undefined> {
  const { context, request, regions, look } = job
  const { name } = request
  const found = await findOurs(look, { flock: context.scope.flock, regions, name })
  const now = context.clock.now()
  const expired = found.filter((one) => isExpired(one, now))
  for (const { id, expiresAt } of expired) {
    job.progress(`end "${id}", whose making was to be complete by ${expiresAt}`)
    await terminateMachine(context, { name, id })
  }
  const [first, ...others] = found.filter((one) => !isExpired(one, now))
  if (first !== undefined && others.length > 0) throw ambiguous(name, [first, ...others])
  return first
}

async function bringUpExisting(job: LaunchJob, { id }: Ours): Promise<Seen> {
  const end = await bringUp(job, id)
  if (end.kind === 'up') return toSeen(end.own, job.context.scope)
  throw end.failure
}

/** A machine that EC2 took back for lack of capacity is one more place that failed. */
async function bringUpNew(job: LaunchJob, making: Making): Promise<Seen> {
  for (;;) {
    const end = await bringUp(job, await making.make())
    if (end.kind === 'up') return toSeen(end.own, job.context.scope)
    if (end.failure.next !== 'next-place') throw end.failure
    await making.moveOn(end.failure)
  }
}
