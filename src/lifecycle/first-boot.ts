import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import { aptLockCommand, parseAptLock } from './commands/apt-lock.js'
import { cloudInitCommand, parseCloudInit } from './commands/cloud-init.js'
import type { Session } from '../remote/session.js'
import { answerOf } from '../task/answer-of.js'
import type { Job } from '../task/task.js'
import { type Patience, startPatience, whenThere } from '../task/patience.js'

/** Long enough for an image that brings itself up to date at its first boot. */
const firstBootMs = 15 * 60_000

/** Waits until a new machine has done by itself what it does only once: cloud-init, and what installs packages. */
export async function waitForFirstBoot(job: Job, identity: Identity): Promise<void> {
  const patience = startPatience(job, firstBootMs)
  const what = `wait for ${identity.address} to answer`
  await job.step('first boot', () =>
    whenThere(job, { identity, patience, what }, async (session) => {
      await waitForCloudInit(job, session, patience)
      await waitForApt(job, session, patience)
    }),
  )
}

async function waitForCloudInit(job: Job, session: Session, patience: Patience): Promise<void> {
  for (;;) {
    patience.tell('wait for cloud-init')
    const answer = await answerOf(session, { command: cloudInitCommand, ...asking(job) })
    const found = parseCloudInit(answer)
    if (found.kind === 'error') throw failed(job, `cloud-init failed: ${found.why}`)
    if (found.kind === 'degraded') job.warn(`cloud-init went through and is not content: ${found.why}`)
    if (found.kind !== 'running') return
    await again(job, patience, 'cloud-init is still at work')
  }
}

async function waitForApt(job: Job, session: Session, patience: Patience): Promise<void> {
  for (;;) {
    const holders = parseAptLock(await answerOf(session, { command: aptLockCommand, ...asking(job) }))
    if (holders.length === 0) return
    const who = holders.join(', ')
    patience.tell(`wait for ${who} to leave the packages alone`)
    await again(job, patience, `${who} still holds the lock of apt`)
  }
}

async function again(job: Job, patience: Patience, why: string): Promise<void> {
  if (patience.isOver()) throw failed(job, `${why} after ${Math.round(patience.elapsedMs() / 1000)} s`)
  await job.ports.clock.sleep(1000, job.ports.signal)
}

function asking({ machine, ports }: Job): Omit<Parameters<typeof answerOf>[1], 'command'> {
  return {
    subject: `${machine.name}: first boot`,
    hint: lookHint(machine.name),
    reason: 'first-boot-failed',
    signal: ports.signal,
  }
}

function failed({ machine }: Job, why: string): DroverError {
  return new DroverError(`${machine.name}: first boot: ${why}`, {
    reason: 'first-boot-failed',
    hint: lookHint(machine.name),
  })
}

function lookHint(name: string): string {
  return `Look with "drover connect ${name}" at /var/log/cloud-init-output.log, then run the operation again to go on, or terminate the machine; otherwise it ends by itself.`
}
