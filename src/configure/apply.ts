import type { Identity } from '../base/identity.js'
import { encodeStamp, encodeStampEnv, type Stamp } from './commands/stamp.js'
import type { Transaction } from './commands/transaction/transaction.js'
import type { TransactionFile } from './commands/transaction/transaction-file.js'
import type { Session } from '../remote/session.js'
import type { Done, Job } from '../task/task.js'
import { holderLine, newId } from '../task/lock-holder.js'
import { concludeTransaction } from './plan/conclude.js'
import { converse } from './execute-transaction.js'
import type { ConfigurePlan } from './plan/plan.js'
import { describeLink } from './plan/plan-links.js'

const lockWaitSeconds = 120

export interface Apply {
  readonly session: Session
  readonly identity: Identity
  readonly plan: ConfigurePlan
  readonly stamp: Stamp
}

/** Sends the change in one transfer, lets the machine carry it out, confirms it; says how that ended. */
export async function applyPlan(job: Job, { session, identity, plan, stamp }: Apply): Promise<Done> {
  const transaction = makeTransaction(job, {
    files: planFiles(plan),
    validations: plan.validations,
    followUps: plan.followUps,
    checks: plan.checks,
    stamp: encodeStamp(stamp),
    stampEnv: encodeStampEnv(stamp),
    managed: { files: stamp.files, links: stamp.links ?? [] },
    seenGeneration: plan.generation,
  })
  const conversed = await converse(job, { session, identity, transaction })
  return concludeTransaction(conversed, {
    changed: describeChange(plan),
    changes: plan.changes,
    links: plan.links,
  })
}

/** Fills in what is the same for every transaction of a run. */
export function makeTransaction(
  job: Job,
  content: Omit<Transaction, 'id' | 'holder' | 'lockWaitSeconds'>,
): Transaction {
  return {
    ...content,
    id: newId(job.ports.clock),
    holder: holderLine(job),
    lockWaitSeconds,
  }
}

function planFiles({ changes, removals, links, linkRemovals }: ConfigurePlan): readonly TransactionFile[] {
  return [
    ...changes.map(
      ({ file, target, seenSha256, unseen }): TransactionFile => ({
        op: 'put',
        target,
        owner: file.owner,
        group: file.group,
        mode: file.mode,
        bytes: file.bytes,
        ...(seenSha256 === undefined ? {} : { seenSha256 }),
        ...(unseen === undefined ? {} : { unseen }),
      }),
    ),
    ...links.map(
      ({ link, seenLink }): TransactionFile => ({
        op: 'link',
        target: link.place,
        to: link.to,
        ...(seenLink === undefined ? {} : { seenLink }),
      }),
    ),
    ...linkRemovals.map(
      ({ place, seenLink }): TransactionFile => ({ op: 'unlink', target: place, seenLink }),
    ),
    ...removals.map(({ target, seenSha256 }): TransactionFile => ({ op: 'remove', target, seenSha256 })),
  ]
}

function describeChange(plan: ConfigurePlan): string {
  const { changes, removals, links, linkRemovals, followUps, stampOnly } = plan
  if (stampOnly) return 'wrote the stamp'
  const first = changes[0]?.file.destination
  const put = changes.length === 1 ? `changed 1 file: ${first}` : `changed ${changes.length} files`
  const gone = removals.length === 1 ? 'removed 1 file' : `removed ${removals.length} files`
  const then = `then ${followUps.length} that ${followUps.length === 1 ? 'follows' : 'follow'}`
  return [
    ...(changes.length > 0 ? [put] : []),
    ...(removals.length > 0 ? [gone] : []),
    ...links.map(describeLink),
    ...linkRemovals.map(({ path }) => `removed the link ${path}`),
    ...(followUps.length > 0 ? [then] : []),
  ].join(', ')
}
