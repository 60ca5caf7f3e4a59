import { DroverError } from '../../base/errors.js'
import type { MachineId } from '../provider.js'
import type { Ec2Context } from './context.js'
import { Ec2Failure } from './ec2-failure.js'
import { requireOwn } from './own-machine.js'
import { poll } from './poll.js'
import type { Ours } from './select-ours.js'

const stoppingMs = 600_000

/** Stops the machine and waits until it is stopped. A machine that is starting is stopped when it runs. */
export async function stopMachine(context: Ec2Context, machine: MachineId): Promise<void> {
  const { clock, signal } = context
  const { name } = machine
  let state = 'unknown'
  const stopped = await poll({ clock, subject: name, deadlineMs: stoppingMs, signal }, async () => {
    const own = await requireOwn(context, machine)
    state = own.state
    if (state === 'running') await askToStop(context, own)
    return state === 'stopped' ? true : undefined
  })
  if (stopped) return
  throw new DroverError(`${name}: is still "${state}" after ${stoppingMs / 60_000} minutes`, {
    reason: 'timed-out',
    hint: 'Run "drover list" later; EC2 can stop the machine by force.',
  })
}

/** Restarts the machine from outside. Throws `not-running` if it is not running. */
export async function rebootMachine(context: Ec2Context, machine: MachineId): Promise<void> {
  const { calls, signal } = context
  const { name, id, region, state } = await requireOwn(context, machine)
  if (state !== 'running') {
    throw new DroverError(`${name}: cannot be rebooted: it is "${state}"`, {
      reason: 'not-running',
      hint: `Start it with "drover provision ${name}".`,
    })
  }
  await calls.call('RebootInstances', { input: { InstanceIds: [id] }, region, subject: name, signal })
}

/** The state may have changed between observation and call: the next observation shows it. */
async function askToStop({ calls, signal }: Ec2Context, { id, name, region }: Ours): Promise<void> {
  try {
    await calls.call('StopInstances', { input: { InstanceIds: [id] }, region, subject: name, signal })
  } catch (error) {
    if (!(error instanceof Ec2Failure) || error.next !== 'retry') throw error
  }
}
