import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import { type Boot, bootCommand, parseBoot, rebootCommand } from './commands/boot.js'
import type { Session } from '../remote/session.js'
import { answerOf } from '../task/answer-of.js'
import { defineFleetOperation } from '../engine/fleet-operation.js'
import type { Done, Job } from '../task/task.js'
import { identityNow } from '../branch/known-identity.js'
import { type Patience, startPatience, whenThere } from '../task/patience.js'
import { providerOf } from './provider-of.js'
import { requireSeen, type Sightings, seenMachines } from './provider-machines.js'
import { openSession } from '../task/sessions.js'
import type { Survey } from '../branch/flock-view.js'

/** A large machine of metal takes its time. */
const rebootMs = 15 * 60_000

export const reboot = defineFleetOperation({
  records: () => true,
  prepare: async (ports, { survey, machines }) => {
    const seen = await seenMachines(ports, survey, machines)
    return (job) => rebootMachine(job, { survey, seen })
  },
})

export interface Reboot {
  readonly survey: Survey
  readonly seen: Sightings
}

/** Done when the machine answers from another boot than before. */
export async function rebootMachine(job: Job, { survey, seen }: Reboot): Promise<Done> {
  const { machine, ports } = job
  const there = requireSeen(seen, machine.name)
  if (there.presence === 'stopped' || there.presence === 'stopping') {
    throw new DroverError(`${machine.name}: the machine is ${there.presence}`, {
      reason: 'not-running',
      hint: `Run "drover start ${machine.name}".`,
    })
  }
  const identity = identityNow(there.identity, survey.snapshot.machines.get(machine.name)?.identity)
  const before = await askFromInside(job, identity).catch((error: unknown) =>
    askFromOutside(job, { survey, identity, error }),
  )
  const patience = startPatience(job, rebootMs)
  const isNew = (boot: Boot): boolean =>
    before === undefined ? boot.ageSeconds * 1000 < patience.elapsedMs() : boot.id !== before.id
  const startedMs = ports.clock.elapsed()
  await job.step('wait for the new boot', () => waitForBoot(job, { identity, patience, isNew }))
  const seconds = Math.round((ports.clock.elapsed() - startedMs) / 1000)
  return { kind: 'changed', reason: 'done', message: `rebooted in ${seconds} s` }
}

/** Asks the machine for a reboot; answers with the boot that is about to end. */
async function askFromInside(job: Job, identity: Identity): Promise<Boot> {
  await using session = await openSession(job, identity)
  const boot = await bootOf(job, session)
  await job.step('reboot', () => answerOf(session, { command: rebootCommand, ...asking(job) }))
  return boot
}

interface Silent {
  readonly survey: Survey
  readonly identity: Identity
  /** Why the machine could not be asked. */
  readonly error: unknown
}

/** A machine that does not answer is restarted by its provider, where that can be. */
async function askFromOutside(job: Job, { survey, identity, error }: Silent): Promise<undefined> {
  if (!(error instanceof DroverError && error.reason === 'unreachable')) throw error
  const provider = await providerOf(job.ports, survey, identity.provider)
  if (provider.reboot === undefined) throw error
  job.warn(`does not answer, so its provider restarts it: ${error.message}`)
  const { name } = job.machine
  await job.step('reboot by its provider', async () => provider.reboot?.({ name, id: identity.id }))
}

interface Awaited {
  readonly identity: Identity
  readonly patience: Patience
  readonly isNew: (boot: Boot) => boolean
}

function waitForBoot(job: Job, { identity, patience, isNew }: Awaited): Promise<void> {
  const { clock, signal } = job.ports
  const what = 'wait for the machine to come back'
  return whenThere(job, { identity, patience, what }, async (session) => {
    while (!isNew(await bootOf(job, session))) {
      if (patience.isOver()) throw stillThere(job, patience)
      patience.tell('wait for the machine to go down')
      await clock.sleep(1000, signal)
    }
  })
}

function stillThere({ machine }: Job, { deadlineMs }: Patience): DroverError {
  return new DroverError(
    `${machine.name}: still runs as before ${deadlineMs / 1000} s after it was asked to reboot`,
    {
      reason: 'timed-out',
      hint: `Look with "drover connect ${machine.name}" at what keeps it: systemctl list-jobs.`,
    },
  )
}

async function bootOf(job: Job, session: Session): Promise<Boot> {
  const boot = parseBoot(await answerOf(session, { command: bootCommand, ...asking(job) }))
  if (boot !== undefined) return boot
  throw new DroverError(`${job.machine.name}: reboot: the machine does not tell its boot id`, {
    reason: 'command-failed',
    hint: 'Ensure that it is a Linux machine whose /proc can be read.',
  })
}

function asking({ machine, ports }: Job): Omit<Parameters<typeof answerOf>[1], 'command'> {
  return {
    subject: `${machine.name}: reboot`,
    hint: 'Ensure that systemd is at work on the machine.',
    timeoutMs: 20_000,
    signal: ports.signal,
  }
}
