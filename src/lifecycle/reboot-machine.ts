import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import type { FlockView } from '../branch/flock-view.js'
import { identityNow } from '../branch/known-identity.js'
import { type Deadline, startDeadline } from '../connection/deadline.js'
import { openConnection } from '../connection/open-connection.js'
import { waitForBoot } from '../connection/wait-for-boot.js'
import { reopenPolicies } from '../remote/connection-policy.js'
import type { Session } from '../remote/session.js'
import { answerOf } from '../task/answer-of.js'
import type { Task, TaskOutcome } from '../task/task.js'
import { type Boot, bootCommand, parseBoot, rebootCommand } from './commands/boot.js'
import { type ProviderMachines, requireProviderMachine } from './provider-machines.js'
import { providerOf } from './provider-of.js'

export interface Reboot {
  readonly view: FlockView
  readonly existing: ProviderMachines
}

/** Done when the machine answers from another boot than before. */
export async function rebootMachine(task: Task, { view, existing }: Reboot): Promise<TaskOutcome> {
  const { machine, ports } = task
  const there = requireProviderMachine(existing, machine.name)
  if (there.presence === 'stopped' || there.presence === 'stopping') {
    throw new DroverError(`${machine.name}: the machine is ${there.presence}`, {
      reason: 'not-running',
      hint: `Run "drover start ${machine.name}".`,
    })
  }
  const identity = identityNow(there.identity, view.snapshot.machines.get(machine.name)?.identity)
  const before = await askFromInside(task, identity).catch((error: unknown) =>
    askFromOutside(task, { view, identity, error }),
  )
  const deadline = startDeadline(task, reopenPolicies.boot.deadlineMs)
  const isNew = (boot: Boot): boolean =>
    before === undefined ? boot.ageSeconds * 1000 < deadline.elapsedMs() : boot.id !== before.id
  const startedMs = ports.clock.elapsed()
  await task.step({ kind: 'boot', text: 'wait for the new boot' }, () =>
    waitForNewBoot(task, { identity, deadline, isNew }),
  )
  const seconds = Math.round((ports.clock.elapsed() - startedMs) / 1000)
  return { kind: 'changed', reason: 'done', message: `rebooted in ${seconds} s` }
}

/** Asks the machine for a reboot; answers with the boot that is about to end. */
async function askFromInside(task: Task, identity: Identity): Promise<Boot> {
  await using session = await openConnection(task, identity)
  const boot = await bootOf(task, session)
  await task.step({ kind: 'reboot', text: 'reboot' }, () =>
    answerOf(session, { command: rebootCommand, ...asking(task) }),
  )
  return boot
}

interface Silent {
  readonly view: FlockView
  readonly identity: Identity
  /** Why the machine could not be asked. */
  readonly error: unknown
}

/** A machine that does not answer is restarted by its provider, where that can be. */
async function askFromOutside(task: Task, { view, identity, error }: Silent): Promise<undefined> {
  if (!(error instanceof DroverError && error.reason === 'unreachable')) throw error
  const provider = await providerOf(task.ports, view, identity.provider)
  if (provider.reboot === undefined) throw error
  task.warn(`does not answer, so its provider restarts it: ${error.message}`)
  const { name } = task.machine
  await task.step({ kind: 'reboot', text: 'reboot by its provider' }, async () =>
    provider.reboot?.({ name, id: identity.id }),
  )
}

interface Awaited {
  readonly identity: Identity
  readonly deadline: Deadline
  readonly isNew: (boot: Boot) => boolean
}

function waitForNewBoot(task: Task, { identity, deadline, isNew }: Awaited): Promise<void> {
  const { clock, signal } = task.ports
  const what = 'wait for the machine to come back'
  return waitForBoot(task, { identity, deadline, what }, async (session) => {
    while (!isNew(await bootOf(task, session))) {
      if (deadline.isOver()) throw stillThere(task, deadline)
      deadline.tell('wait for the machine to go down')
      await clock.sleep(1000, signal)
    }
  })
}

function stillThere({ machine }: Task, { deadlineMs }: Deadline): DroverError {
  return new DroverError(
    `${machine.name}: still runs as before ${deadlineMs / 1000} s after it was asked to reboot`,
    {
      reason: 'timed-out',
      hint: `Look with "drover connect ${machine.name}" at what keeps it: systemctl list-jobs.`,
    },
  )
}

async function bootOf(task: Task, session: Session): Promise<Boot> {
  const boot = parseBoot(await answerOf(session, { command: bootCommand, ...asking(task) }))
  if (boot !== undefined) return boot
  throw new DroverError(`${task.machine.name}: reboot: the machine does not tell its boot id`, {
    reason: 'command-failed',
    hint: 'Ensure that it is a Linux machine whose /proc can be read.',
  })
}

function asking({ machine, ports }: Task): Omit<Parameters<typeof answerOf>[1], 'command'> {
  return {
    subject: `${machine.name}: reboot`,
    hint: 'Ensure that systemd is at work on the machine.',
    timeoutMs: 20_000,
    signal: ports.signal,
  }
}
