import { countOf } from '../base/text/count-of.js'
import type { MachineConnection } from '../connection/machine-connection.js'
import { lockPatienceSeconds } from '../remote/connection-policy.js'
import { holderLine, newId } from '../task/lock-holder.js'
import type { Task, TaskOutcome } from '../task/task.js'
import type { Transaction } from '../transaction/transaction.js'
import type { TransactionFile } from '../transaction/transaction-file.js'
import { encodeStamp, encodeStampEnv, type Stamp } from './commands/stamp.js'
import { executeTransaction } from './execute-transaction.js'
import { concludeTransaction } from './plan/conclude.js'
import type { ConfigurePlan } from './plan/plan.js'
import { describeSymlink } from './plan/plan-links.js'

export interface Apply {
  readonly connection: MachineConnection
  readonly plan: ConfigurePlan
  readonly stamp: Stamp
}

/** Sends the change in one transfer, lets the machine carry it out, confirms it; says how that ended. */
export async function applyPlan(task: Task, { connection, plan, stamp }: Apply): Promise<TaskOutcome> {
  const transaction = makeTransaction(task, {
    files: planFiles(plan),
    validations: plan.validations,
    followUps: plan.followUps,
    checks: plan.checks,
    stamp: encodeStamp(stamp),
    stampEnv: encodeStampEnv(stamp),
    managed: { files: stamp.files, links: stamp.links ?? [] },
    observedGeneration: plan.generation,
  })
  const executed = await executeTransaction(task, connection, transaction)
  return concludeTransaction(executed, {
    changed: describeChange(plan),
    changes: plan.changes,
    links: plan.links,
  })
}

/** Fills in what is the same for every transaction of a run. */
export function makeTransaction(
  task: Task,
  content: Omit<Transaction, 'id' | 'marker' | 'holder' | 'lockWaitSeconds'>,
): Transaction {
  return {
    ...content,
    id: newId(task.ports.clock),
    marker: `${newId(task.ports.clock)}${newId(task.ports.clock)}`,
    holder: holderLine(task),
    lockWaitSeconds: lockPatienceSeconds.change,
  }
}

function planFiles({ changes, removals, links, linkRemovals }: ConfigurePlan): readonly TransactionFile[] {
  return [
    ...changes.map(
      ({ file, target, observedSha256, unseen }): TransactionFile => ({
        op: 'put',
        target,
        owner: file.owner,
        group: file.group,
        mode: file.mode,
        bytes: file.bytes,
        ...(observedSha256 === undefined ? {} : { observedSha256 }),
        ...(unseen === undefined ? {} : { unseen }),
      }),
    ),
    ...links.map(
      ({ link, observedLink }): TransactionFile => ({
        op: 'link',
        target: link.place,
        to: link.to,
        ...(observedLink === undefined ? {} : { observedLink }),
      }),
    ),
    ...linkRemovals.map(
      ({ place, observedLink }): TransactionFile => ({ op: 'unlink', target: place, observedLink }),
    ),
    ...removals.map(
      ({ target, observedSha256 }): TransactionFile => ({ op: 'remove', target, observedSha256 }),
    ),
  ]
}

function describeChange(plan: ConfigurePlan): string {
  const { changes, removals, links, linkRemovals, followUps, stampOnly } = plan
  if (stampOnly) return 'wrote the stamp'
  const first = changes[0]?.file.destination
  const put = `changed ${countOf(changes.length, 'file')}${changes.length === 1 ? `: ${first}` : ''}`
  const gone = `removed ${countOf(removals.length, 'file')}`
  const then = `then ${countOf(followUps.length, 'that follows', 'that follow')}`
  return [
    ...(changes.length > 0 ? [put] : []),
    ...(removals.length > 0 ? [gone] : []),
    ...links.map(describeSymlink),
    ...linkRemovals.map(({ path }) => `removed the link ${path}`),
    ...(followUps.length > 0 ? [then] : []),
  ].join(', ')
}
