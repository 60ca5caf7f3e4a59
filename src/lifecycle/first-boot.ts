import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import { type Deadline, startDeadline } from '../connection/deadline.js'
import { waitForBoot } from '../connection/wait-for-boot.js'
import { reopenPolicies } from '../remote/connection-policy.js'
import type { Session } from '../remote/session.js'
import { answerOf } from '../task/answer-of.js'
import type { Task } from '../task/task.js'
import { aptLockCommand, parseAptLock } from './commands/apt-lock.js'
import { cloudInitCommand, parseCloudInit } from './commands/cloud-init.js'

/** Waits until a new machine has done by itself what it does only once: cloud-init, and what installs packages. */
export async function waitForFirstBoot(task: Task, identity: Identity): Promise<void> {
  const deadline = startDeadline(task, reopenPolicies.boot.deadlineMs)
  const what = `wait for ${identity.address} to answer`
  await task.step({ kind: 'boot', text: 'first boot' }, () =>
    waitForBoot(task, { identity, deadline, what }, async (session) => {
      await waitForCloudInit(task, session, deadline)
      await waitForApt(task, session, deadline)
    }),
  )
}

async function waitForCloudInit(task: Task, session: Session, deadline: Deadline): Promise<void> {
  for (;;) {
    deadline.tell('wait for cloud-init')
    const answer = await answerOf(session, { command: cloudInitCommand, ...asking(task) })
    const found = parseCloudInit(answer)
    if (found.kind === 'error') throw failed(task, `cloud-init failed: ${found.why}`)
    if (found.kind === 'degraded') task.warn(`cloud-init went through and is not content: ${found.why}`)
    if (found.kind !== 'running') return
    await again(task, deadline, 'cloud-init is still at work')
  }
}

async function waitForApt(task: Task, session: Session, deadline: Deadline): Promise<void> {
  for (;;) {
    const holders = parseAptLock(await answerOf(session, { command: aptLockCommand, ...asking(task) }))
    if (holders.length === 0) return
    const who = holders.join(', ')
    deadline.tell(`wait for ${who} to leave the packages alone`)
    await again(task, deadline, `${who} still holds the lock of apt`)
  }
}

async function again(task: Task, deadline: Deadline, why: string): Promise<void> {
  if (deadline.isOver()) throw failed(task, `${why} after ${Math.round(deadline.elapsedMs() / 1000)} s`)
  await task.ports.clock.sleep(1000, task.ports.signal)
}

function asking({ machine, ports }: Task): Omit<Parameters<typeof answerOf>[1], 'command'> {
  return {
    subject: `${machine.name}: first boot`,
    hint: connectHint(machine.name),
    reason: 'first-boot-failed',
    signal: ports.signal,
  }
}

function failed({ machine }: Task, why: string): DroverError {
  return new DroverError(`${machine.name}: first boot: ${why}`, {
    reason: 'first-boot-failed',
    hint: connectHint(machine.name),
  })
}

function connectHint(name: string): string {
  return `Look with "drover connect ${name}" at /var/log/cloud-init-output.log, then run the operation again to go on, or terminate the machine; otherwise it ends by itself.`
}
