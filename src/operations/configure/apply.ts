import type { Identity } from '../../base/identity.js'
import { encodeStamp, encodeStampEnv, type Stamp } from '../../recipes/stamp.js'
import type { Transaction, TransactionFile } from '../../recipes/transaction/transaction.js'
import type { Session } from '../../remote/session.js'
import type { Done, Job } from '../job.js'
import { holderLine, newId } from '../lock-holder.js'
import { concludeTransaction } from './conclude.js'
import { converse } from './converse.js'
import type { ConfigurePlan } from './plan.js'

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
    managed: stamp.files,
    seenGeneration: plan.generation,
  })
  const conversed = await converse(job, { session, identity, transaction })
  return concludeTransaction(conversed, { changed: describeChange(plan), changes: plan.changes })
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

function planFiles({ changes, removals }: ConfigurePlan): readonly TransactionFile[] {
  return [
    ...changes.map(
      ({ file, target, seenSha256 }): TransactionFile => ({
        op: 'put',
        target,
        owner: file.owner,
        group: file.group,
        mode: file.mode,
        bytes: file.bytes,
        ...(seenSha256 === undefined ? {} : { seenSha256 }),
      }),
    ),
    ...removals.map(({ path, seenSha256 }): TransactionFile => ({ op: 'remove', target: path, seenSha256 })),
  ]
}

function describeChange({ changes, removals, followUps, stampOnly }: ConfigurePlan): string {
  if (stampOnly) return 'wrote the stamp'
  const first = changes[0]?.file.destination
  const put = changes.length === 1 ? `changed 1 file: ${first}` : `changed ${changes.length} files`
  const gone = removals.length === 1 ? 'removed 1 file' : `removed ${removals.length} files`
  const then = `then ${followUps.length} that ${followUps.length === 1 ? 'follows' : 'follow'}`
  return [
    ...(changes.length > 0 ? [put] : []),
    ...(removals.length > 0 ? [gone] : []),
    ...(followUps.length > 0 ? [then] : []),
  ].join(', ')
}
