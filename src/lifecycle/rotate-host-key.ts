import type { Command } from '../base/command.js'
import type { Identity } from '../base/identity.js'
import { openAnother } from '../connection/open-connection.js'
import { reopenPolicies } from '../remote/connection-policy.js'
import type { Session } from '../remote/session.js'
import { answerOf } from '../task/answer-of.js'
import type { Task } from '../task/task.js'
import { keepNextKeyCommand, makeNextKeyCommand, useNextKeyCommand } from './commands/host-key-rotation.js'

export interface Rotation {
  /** With the pins before. */
  readonly identity: Identity
  readonly session: Session
  /** Resolves when the branch has the identity. */
  readonly pin: (identity: Identity) => Promise<void>
}

/**
 * Gives a machine a new host key and answers with the new pins, which are for the caller to record.
 * Both keys are pinned and pushed before the machine changes, so that a run that is cut off anywhere
 * leaves a machine that the ledger knows; when the new key was seen to work, the old one is revoked.
 */
export async function rotateHostKey(task: Task, { identity, session, pin }: Rotation): Promise<Identity> {
  const next = await task.step({ kind: 'host-key', text: 'make the next key' }, async () =>
    publicKeyIn(await run(session, makeNextKeyCommand)),
  )
  const both: Identity = { ...identity, hostKeys: [...new Set([...identity.hostKeys, next])] }
  await task.step({ kind: 'record', text: 'pin both keys' }, () => pin(both))
  await task.step({ kind: 'host-key', text: 'use the next key' }, () => run(session, useNextKeyCommand))
  const after: Identity = {
    ...identity,
    hostKeys: [next],
    revokedKeys: [...new Set([...(identity.revokedKeys ?? []), ...identity.hostKeys])].filter(
      (key) => key !== next,
    ),
  }
  await using fresh = await task.step({ kind: 'connect', text: 'connect with the next key' }, () =>
    openAnother(task, { identity: after, policy: reopenPolicies.nextHostKey }),
  )
  await task.step({ kind: 'host-key', text: 'keep the next key' }, () => run(fresh, keepNextKeyCommand))
  return after
}

function run(session: Session, command: Command): Promise<string> {
  return answerOf(session, {
    command,
    subject: 'host key',
    hint: 'The old key is in use, or returns within 25 s; both are pinned. Run the operation again.',
  })
}

function publicKeyIn(text: string): string {
  return text.trim().split(/\s+/).slice(0, 2).join(' ')
}
