import { describeEnd } from '../../base/command.js'
import type { Step } from '../../base/outcome.js'
import type { ReasonCode } from '../../base/reasons.js'
import type { StepKind } from '../../base/step-kinds.js'
import { describeFailed, failedCheckHints } from '../../checks/plan/failed-checks.js'
import type { TaskOutcome } from '../../task/task.js'
import type { TransactionVerdict } from '../../transaction/read-transaction.js'
import { stepTail } from '../../transaction/step-tail.js'
import type { ExecutedTransaction } from '../execute-transaction.js'
import type { FileChange } from './plan.js'
import { type SymlinkChange, shortEnd } from './plan-links.js'

interface Wanted {
  /** What to say when it went well. */
  readonly changed: string
  readonly changes: readonly FileChange[]
  readonly links: readonly SymlinkChange[]
}

/** Pure: how a transaction ended, as an outcome with a reason and a way out. */
export function concludeTransaction(executed: ExecutedTransaction, desired: Wanted): TaskOutcome {
  const { end } = executed
  if (end === undefined) return undecided(executed)
  if (end.kind === 'changed') return { kind: 'changed', reason: 'done', message: desired.changed }
  if (end.kind === 'busy') {
    return {
      kind: 'failed',
      reason: 'machine-locked',
      message: `another run is changing the machine: ${end.holder || 'it does not say which'}`,
      hint: 'Wait until that run is done, then run this again.',
    }
  }
  const failed = executed.steps.find(({ status }) => status === 'failed')
  return {
    kind: end.kind,
    reason: executed.isGarbled ? 'command-failed' : reasonOf(end, failed),
    message: describe(end, { failed, executed, ...desired }),
    hint: hintOf(end),
    ...location(desired, failed),
  }
}

type Bad = Extract<TransactionVerdict, { why: string }>

function reasonOf(end: Bad, failed: Step | undefined): ReasonCode {
  if (end.why === 'unconfirmed') return 'unconfirmed'
  if (end.why === 'no-python') return 'missing-tool'
  if (end.why !== 'before' && end.why !== 'after') return 'connection-lost'
  return failed === undefined ? 'command-failed' : (reasons[failed.kind] ?? 'command-failed')
}

const reasons: Readonly<Partial<Record<StepKind, ReasonCode>>> = {
  recheck: 'machine-changed',
  validate: 'validation-failed',
  trial: 'check-failed',
  'follow-up': 'follow-up-failed',
}

interface Around extends Wanted {
  readonly failed: Step | undefined
  readonly executed: ExecutedTransaction
}

function describe(end: Bad, { failed, executed, changes, links }: Around): string {
  const state = end.kind === 'failed' ? 'no file was changed' : describeOld(links)
  if (executed.isGarbled) return `the machine's answer is not Drover's; ${state}`
  switch (end.why) {
    case 'no-python':
      return `it has no Python 3.6 or newer; ${state}`
    case 'revert':
      return `the old files could not all be put back${stepTail(failed?.detail)}`
    case 'receive':
      return `the change could not be received; ${state}: ${executed.ended?.stderr.toString('utf8').trim() ?? ''}`
    case 'unconfirmed':
      return `no new connection could confirm the change; ${state}: ${executed.unconfirmed ?? 'no answer'}`
    case 'before':
    case 'after':
      return describeFailed([{ name: nameOf(failed, changes), detail: failed?.detail }], state)
    default:
      return `the run lost its hold on the machine in the middle of the change; ${state}`
  }
}

/** What serves again after a change was taken back. */
function describeOld(links: readonly SymlinkChange[]): string {
  const ends = links.map(({ link, observedLink }) =>
    observedLink === undefined
      ? `${link.kind} ${link.name} is gone again`
      : `${link.kind} ${link.name} is at ${shortEnd(observedLink)} again`,
  )
  const [last, ...others] = ['the old files are back', ...ends].reverse()
  return others.length === 0 ? `${last}` : `${others.reverse().join(', ')} and ${last}`
}

function nameOf(step: Step | undefined, changes: readonly FileChange[]): string {
  const name = step?.text ?? 'a step'
  const guilty = step?.kind === 'validate' ? findValidated(changes, step) : undefined
  return guilty === undefined ? name : `${name} ${guilty.file.destination}`
}

function findValidated(changes: readonly FileChange[], { subject }: Step): FileChange | undefined {
  return changes.find(({ file }) => file.validate !== undefined && file.validate === subject)
}

function hintOf({ kind, why }: Bad): string {
  if (why === 'no-python') return 'Run "drover run MACHINE -- apt-get install -y python3" first.'
  if (why === 'unconfirmed') {
    return 'The new configuration keeps us from logging in (sshd, firewall, accounts). Mend that and run the operation again.'
  }
  if (kind === 'failed') return "The step's output says what to mend. Run the operation again after."
  return failedCheckHints['put-back']
}

function undecided({ ended, lost, isGarbled }: ExecutedTransaction): TaskOutcome {
  const hint =
    'The machine puts the old files back by itself within 35 s. Run the operation again: it looks first and finishes what is missing.'
  if (lost !== undefined) {
    return {
      kind: 'failed',
      reason: lost.reason,
      message: `${lost.message}; how the change ended is not known`,
      hint,
    }
  }
  if (isGarbled) {
    return {
      kind: 'failed',
      reason: 'command-failed',
      message: "the machine's answer is not Drover's; how the change ended is not known",
      hint,
    }
  }
  const how = ended === undefined ? 'ended' : describeEnd(ended)
  const why = ended?.stderr.toString('utf8').trim().slice(-300) ?? ''
  return {
    kind: 'failed',
    reason: ended?.signal ? 'killed' : 'command-failed',
    message: `the transaction ${how} before it said how it ended${why === '' ? '' : `: ${why}`}`,
    hint,
  }
}

/** The first changed file with this validator, or file or link with a follow-up: where a person will look. */
function location({ changes, links }: Wanted, step: Step | undefined): Pick<TaskOutcome, 'at'> {
  if (step === undefined) return {}
  const files = changes.map(({ file }) => file)
  const { kind, subject } = step
  const guilty =
    kind === 'validate'
      ? files.find(({ validate }) => validate !== undefined && validate === (subject ?? validate))
      : [...files, ...links.map(({ link }) => link)].find(({ after }) => after.length > 0)
  return guilty === undefined ? {} : { at: guilty.from }
}
