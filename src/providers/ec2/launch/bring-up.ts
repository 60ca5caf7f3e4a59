import { DroverError } from '../../../base/errors.js'
import { classifyStateReason } from '../classify-error.js'
import { byId, describeInstances, findOurs } from '../describe.js'
import { Ec2Failure } from '../ec2-failure.js'
import { isEnded } from '../own-machine.js'
import { poll } from '../poll.js'
import type { Ours } from '../select-ours.js'
import { liveAddress, loginOf } from '../to-provider-machine.js'
import { checkConsole } from './check-console.js'
import type { LaunchTask } from './launch-task.js'
import { settleTwins } from './settle-twins.js'

export type BroughtUp =
  | { readonly kind: 'up'; readonly own: Ours }
  /** EC2 ended the machine. */
  | { readonly kind: 'ended'; readonly failure: Ec2Failure }

/** How long a machine may take from the launch call to an answer by SSH. */
const bootMs = 600_000
/** How long an instance may take to be listed with its tags. */
const visibleMs = 120_000
/** How long a machine may run without an address. */
const addressMs = 60_000
/** EC2 is asked less often than the machine is. */
const observeEveryMs = 10_000

/**
 * Waits until the machine answers by SSH, and starts it if it is stopped. Observes machines by name, so
 * that a second machine of the name is noticed, whoever made it.
 */
export async function bringUp(task: LaunchTask, id: string): Promise<BroughtUp> {
  const { context, request, callContext } = task
  const wait: Wait = { id }
  let last = ''
  const progress = (what: string): void => {
    last = what
    task.progress(what)
  }
  const end = await poll<BroughtUp>(
    { clock: context.clock, subject: request.name, deadlineMs: bootMs, signal: callContext.signal },
    (waitedMs) => step({ ...task, progress }, { wait, waitedMs }),
  )
  if (end !== undefined) return end
  throw new DroverError(`${request.name}: not up after ${bootMs / 60_000} minutes: ${last}`, {
    reason: 'timed-out',
    hint: 'Ensure that security group, subnet and routes let this computer reach the SSH port, and see the console of the machine in EC2.',
  })
}

/** State that is kept from one observation to the next. */
interface Wait {
  readonly id: string
  /** The machine when it was observed running, and when that was. */
  running?: { readonly own: Ours; readonly observedAtMs: number; readonly sinceMs: number } | undefined
  twinsSinceMs?: number | undefined
}

interface Step {
  readonly wait: Wait
  readonly waitedMs: number
}

async function step(task: LaunchTask, { wait, waitedMs }: Step): Promise<BroughtUp | undefined> {
  const isFresh = wait.running !== undefined && waitedMs - wait.running.observedAtMs < observeEveryMs
  const own = isFresh ? wait.running?.own : await observeMachine(task, { wait, waitedMs })
  if (own === undefined) {
    wait.running = undefined
    return wait.twinsSinceMs === undefined ? explainMissing(task, { wait, waitedMs }) : undefined
  }
  if (own.state !== 'running') {
    wait.running = undefined
    await towardsRunning(task, own)
    return undefined
  }
  if (!isFresh) {
    wait.running = { own, observedAtMs: waitedMs, sinceMs: wait.running?.sinceMs ?? waitedMs }
  }
  return whenRunning(task, { wait, waitedMs, own })
}

/** The machine of the name; undefined when there is none, or when one of two must end first. */
async function observeMachine(task: LaunchTask, { wait, waitedMs }: Step): Promise<Ours | undefined> {
  const { context, request, callContext, regions } = task
  const found = await findOurs(callContext, { flock: context.scope.flock, regions, name: request.name })
  if (found.length < 2) {
    wait.twinsSinceMs = undefined
    return found[0]
  }
  wait.twinsSinceMs ??= waitedMs
  await settleTwins(task, { found, sinceMs: waitedMs - wait.twinsSinceMs })
  return undefined
}

async function whenRunning(
  task: LaunchTask,
  { wait, waitedMs, own }: Step & { readonly own: Ours },
): Promise<BroughtUp | undefined> {
  const { scope, sshAnswers } = task.context
  const address = liveAddress(own, scope)
  if (address === undefined) return withoutAddress(task, { wait, waitedMs, own })
  const { port } = loginOf(own.name, scope)
  task.progress(`wait for SSH at ${address} port ${port}`)
  if (!(await sshAnswers({ address, port }))) return undefined
  // The machine is observed again: its address counts only if it is still the machine of its name.
  const now = await observeMachine(task, { wait, waitedMs })
  if (now?.id !== own.id || now.state !== 'running' || liveAddress(now, scope) !== address) {
    wait.running = undefined
    return undefined
  }
  if (now.expiresAt !== undefined) {
    await checkConsole(task.context, {
      own: now,
      onStep: task.request.onStep,
      signal: task.callContext.signal,
    })
  }
  return { kind: 'up', own: now }
}

function withoutAddress(
  task: LaunchTask,
  { wait, waitedMs, own }: Step & { readonly own: Ours },
): Promise<undefined> | undefined {
  const { address } = loginOf(own.name, task.context.scope)
  task.progress(`wait for its ${address} address`)
  if (waitedMs - (wait.running?.sinceMs ?? waitedMs) <= addressMs) {
    if (wait.running !== undefined) wait.running = { ...wait.running, observedAtMs: -observeEveryMs }
    return undefined
  }
  throw new DroverError(`${own.name}: "${own.id}" runs and has no ${address} address`, {
    reason: 'provider-failed',
    hint: 'Use a subnet with a route to the Internet, or "address: private" where this computer is in the same network.',
  })
}

async function towardsRunning({ context, callContext, progress }: LaunchTask, own: Ours): Promise<void> {
  const { id, region, name: subject } = own
  if (own.state !== 'stopped') {
    progress(own.state === 'pending' ? 'wait until it runs' : 'wait until it is stopped, to start it again')
    return
  }
  progress('start the stopped machine')
  try {
    const input = { InstanceIds: [id] }
    await context.calls.call('StartInstances', { input, region, subject, signal: callContext.signal })
  } catch (error) {
    // The state may have changed since the observation: the next one shows it.
    if (!(error instanceof Ec2Failure) || error.next !== 'retry') throw error
  }
}

/** The outcome for a machine that is not listed as living: it ended, or EC2 does not show it yet. */
async function explainMissing(task: LaunchTask, { wait, waitedMs }: Step): Promise<BroughtUp | undefined> {
  const { callContext, regions, request } = task
  const filters = byId(wait.id)
  const described = await Promise.all(
    regions.map((region) => describeInstances(callContext, { region, filters })),
  )
  const ended = described.flat().find(isEnded)
  if (ended !== undefined) {
    const classified = classifyStateReason(ended.stateReason ?? 'unknown')
    const message = `${request.name}: "${wait.id}" was ended by EC2 or by somebody: ${classified.code}`
    return { kind: 'ended', failure: new Ec2Failure(message, { classified }) }
  }
  task.progress('wait until EC2 shows the machine')
  if (waitedMs <= visibleMs) return undefined
  throw new DroverError(`${request.name}: "${wait.id}" was made and EC2 does not show it with its tags`, {
    reason: 'provider-failed',
    hint: 'Run the operation again to go on with the machine. It ends by itself if nobody completes it.',
  })
}
