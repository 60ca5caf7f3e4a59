import { isDeepStrictEqual } from 'node:util'
import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import { openConnection } from '../connection/open-connection.js'
import type { Provider, ProviderMachine } from '../providers/provider.js'
import { answerOf } from '../task/answer-of.js'
import type { Task } from '../task/task.js'
import { disarmExpiryCommand, parseDisarmed } from './commands/expiry.js'
import { waitForFirstBoot } from './first-boot.js'
import { rotateHostKey } from './rotate-host-key.js'

/**
 * Who ends expired machines may be in another process, and have looked a moment ago: a making is not
 * completed so near to its end.
 */
const marginMs = 2 * 60_000

/** True when a machine that is not complete is about to be ended, or may be at any moment. */
export function isExpiring({ expiresAt }: Pick<ProviderMachine, 'expiresAt'>, nowMs: number): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) - nowMs < marginMs
}

export interface Unfinished {
  readonly existing: ProviderMachine
  readonly identity: Identity
  /** What the ledger knows of the machine. */
  readonly known: Identity | undefined
  readonly complete: NonNullable<Provider['complete']>
  /** Resolves when the branch has the identity. */
  readonly pin: (identity: Identity, message: string) => Promise<void>
}

/**
 * From a machine that runs under the host key of its launch, with a timer that will end it, to one
 * that stays. Each step finds what an earlier run did of it and does the rest; the timer is taken
 * away only when the branch has all that is needed to find the machine and to get in.
 */
export async function finishMachine(task: Task, work: Unfinished): Promise<Identity> {
  const { identity, existing, known, pin, complete } = work
  const { name } = task.machine
  if (!isDeepStrictEqual(identity, known)) {
    await task.step({ kind: 'record', text: 'pin the host key of the launch' }, () =>
      pin(identity, `pinned the new machine ${identity.id}`),
    )
  }
  await waitForFirstBoot(task, identity)
  const rotated = isRotated(work) ? identity : await rotate(task, work)
  await disarm(task, rotated)
  requireTime(task, existing)
  const { id, hostKeys } = rotated
  await task.step({ kind: 'provision', text: 'complete' }, () => complete({ name, id, hostKeys }))
  return rotated
}

/** The key of the launch stands in the user data, which everybody on the machine can read. */
function isRotated({ existing, identity }: Unfinished): boolean {
  const revoked = new Set(identity.revokedKeys)
  return existing.identity.hostKeys.length > 0 && existing.identity.hostKeys.every((key) => revoked.has(key))
}

async function rotate(task: Task, { identity, pin }: Unfinished): Promise<Identity> {
  await using session = await openConnection(task, identity)
  const rotated = await rotateHostKey(task, {
    identity,
    session,
    pin: (both) => pin(both, 'pinned the next host key beside that of the launch'),
  })
  await task.step({ kind: 'record', text: 'pin the new key' }, () =>
    pin(rotated, 'pinned the new host key; that of the launch is revoked'),
  )
  return rotated
}

async function disarm(task: Task, identity: Identity): Promise<void> {
  const { name } = task.machine
  await using session = await openConnection(task, identity)
  await task.step({ kind: 'provision', text: 'disarm the power-off timer' }, async () => {
    const hint = 'The machine still ends by itself. Run the operation again to go on.'
    const subject = `${name}: power-off timer`
    const answer = await answerOf(session, { command: disarmExpiryCommand, subject, hint })
    const left = parseDisarmed(answer)
    if (left.length === 0) return
    throw new DroverError(`${subject}: could not be taken away: ${left.join('; ')}`, {
      reason: 'command-failed',
      hint,
    })
  })
}

function requireTime({ machine, ports }: Task, existing: ProviderMachine): void {
  if (!isExpiring(existing, ports.clock.now())) return
  throw new DroverError(
    `${machine.name}: the making took too long: the machine expires at ${existing.expiresAt}`,
    {
      reason: 'timed-out',
      hint: 'Run the operation again: it ends this machine and makes another one.',
    },
  )
}
