import { describeEnd, type Ended } from '../../base/command.js'
import type { Step } from '../../base/outcome.js'
import type { ReasonCode } from '../../base/reasons.js'
import { readTransaction, type TransactionReport } from '../../recipes/read-transaction.js'
import { encodeStamp, encodeStampEnv, type Stamp } from '../../recipes/stamp.js'
import { type Transaction, transactionArchive, transactionCommand } from '../../recipes/transaction.js'
import type { Session } from '../../remote/session.js'
import { packTar } from '../../remote/tar.js'
import type { Done, Job } from '../job.js'
import type { ConfigurePlan } from './plan.js'

/** Validators and follow-ups have limits of their own on the machine; this is past all of them for a usual plan. */
const limits = { timeoutMs: 20 * 60_000, idleMs: 6 * 60_000 } as const
const lockWaitSeconds = 60

export interface Apply {
  readonly plan: ConfigurePlan
  readonly stamp: Stamp
}

/** Sends the change in one transfer and lets the machine carry it out; says how that ended. */
export async function applyPlan(job: Job, session: Session, apply: Apply): Promise<Done> {
  const { ports } = job
  const transaction = makeTransaction(job, apply)
  const reader = readTransaction(transaction.id, {
    onStep: (name) => job.stepStarted(name),
    onStepDone: (step) => job.stepDone(step),
    elapsed: () => ports.clock.elapsed(),
  })
  const stdin = await packTar(transactionArchive(transaction))
  // Not cancelled with the run: a transaction that began ends by itself, with the new files or the old ones.
  const ended = await session.exec(
    { ...transactionCommand(transaction), stdin },
    { ...limits, onLine: (line, stream) => stream === 'stdout' && reader.line(line) },
  )
  return conclude(apply, reader.result(), ended)
}

function makeTransaction({ ports, machine }: Job, { plan, stamp }: Apply): Transaction {
  const chance = (): string =>
    Math.floor(ports.clock.random() * 0xffffffff)
      .toString(16)
      .padStart(8, '0')
  return {
    id: `${chance()}${chance()}`,
    files: plan.changes.map(({ file, target, seenSha256 }) => ({
      target,
      owner: file.owner,
      group: file.group,
      mode: file.mode,
      bytes: file.bytes,
      ...(seenSha256 === undefined ? {} : { seenSha256 }),
    })),
    validations: plan.validations,
    followUps: plan.followUps,
    stamp: encodeStamp(stamp),
    stampEnv: encodeStampEnv(stamp),
    holder: `run ${ports.run.id} of ${ports.run.actor}, on ${machine.name} since ${stamp.time}`,
    lockWaitSeconds,
  }
}

const reasonOfStep: Readonly<Record<string, ReasonCode>> = {
  recheck: 'machine-changed',
  validate: 'validation-failed',
  follow: 'follow-up-failed',
}

function conclude({ plan }: Apply, report: TransactionReport, ended: Ended): Done {
  const { end, steps } = report
  const failed = steps.find((step) => step.status === 'failed')
  switch (end?.kind) {
    case 'changed':
      return { kind: 'changed', reason: 'done', message: describeChange(plan) }
    case 'busy':
      return {
        kind: 'failed',
        reason: 'machine-locked',
        message: `another run is changing the machine: ${end.holder || 'it does not say which'}`,
        hint: 'Wait until that run is done, then run this again.',
      }
    case 'failed':
      return {
        kind: 'failed',
        reason: reasonOfStep[end.at] ?? 'command-failed',
        message: describeFailure(
          failed,
          end.at === 'revert' ? 'the old files could not all be put back' : 'no file was changed',
        ),
        hint:
          end.at === 'recheck'
            ? 'Run the operation again: it looks anew.'
            : "The step's output says what to mend.",
        ...location(plan, failed),
      }
    case 'rolled-back':
      return {
        kind: 'rolled-back',
        reason: reasonOfStep[end.at] ?? 'command-failed',
        message: describeFailure(failed, 'the old files are back'),
        hint: "The machine serves its earlier configuration. Mend what the step's output names and run the operation again.",
        ...location(plan, failed),
      }
    default:
      return {
        kind: 'failed',
        reason: ended.signal === null ? 'command-failed' : 'killed',
        message: `the transaction ${describeEnd(ended)} before it said how it ended: ${ended.stderr.toString('utf8').slice(-300)}`,
        hint: 'Run the operation again: it looks at the machine first and finishes what is missing.',
      }
  }
}

function describeChange({ changes, followUps, stampOnly }: ConfigurePlan): string {
  if (stampOnly) return 'wrote the stamp'
  const files = changes.length === 1 ? `1 file: ${changes[0]?.file.destination}` : `${changes.length} files`
  const then =
    followUps.length === 0
      ? ''
      : `, then ${followUps.length} that ${followUps.length === 1 ? 'follows' : 'follow'}`
  return changes.length === 0 ? 'finished what an earlier run left to do' : `changed ${files}${then}`
}

/** The last line of a validator is nearly always the verdict; the one before the script's own says why. */
function describeFailure(step: Step | undefined, after: string): string {
  const lines = (step?.detail ?? '').split('\n').filter((line) => line.trim() !== '')
  const why = lines.slice(0, 2).join('; ').slice(0, 300)
  return `${step?.name ?? 'a step'} failed; ${after}${why === '' ? '' : `: ${why}`}`
}

/** The first changed file with this validator or follow-up: where a person will look. */
function location({ changes }: ConfigurePlan, step: Step | undefined): Pick<Done, 'at'> {
  const guilty = changes.find(({ file }) =>
    step?.name.startsWith('validate') ? file.validate !== undefined : file.after.length > 0,
  )
  return guilty === undefined ? {} : { at: guilty.file.from }
}
