import { kindOfFailure } from '../base/failure.js'
import type { StepLabel } from '../base/outcome.js'
import type { ReasonCode } from '../base/reasons.js'
import type { Progress, Reporter } from '../base/reporter.js'
import { stepKinds, type WhenCutOff } from '../base/step-kinds.js'
import type { LedgerRecord } from '../events/record.js'
import { type RecordFrame, recordOf } from '../events/record-of.js'
import type { Journal } from '../ledger/journal.js'

export interface CutOff {
  readonly journal: Journal
  readonly signal?: AbortSignal | undefined
  readonly machine: string
  readonly operation: string
  readonly frame: RecordFrame
  readonly elapsed: () => number
}

/**
 * Keeps in the journal how far the work on one machine got, as the record that is true if nothing
 * more is heard of it. Hears of the steps as a reporter does.
 */
export function trackCutOff(cutOff: CutOff): {
  readonly reporter: (inner: Reporter) => Reporter
  /** The work ended: from here on this record holds. */
  readonly end: (record: LedgerRecord) => void
} {
  const { journal, signal } = cutOff
  let step: StepLabel | undefined
  const keep = (): void => journal.keep(cutOffRecord(cutOff, step))
  keep()
  signal?.addEventListener('abort', keep)
  const hear = (progress: Progress): void => {
    if (progress.kind !== 'step') return
    step = progress.step
    keep()
  }
  return {
    reporter: (inner) => ({
      report: (progress) => {
        hear(progress)
        inner.report(progress)
      },
    }),
    end: (record) => {
      signal?.removeEventListener('abort', keep)
      journal.keep(record)
    },
  }
}

const whatNow: Readonly<Record<WhenCutOff, string>> = {
  stays: '',
  undone: ': what was not confirmed, the machine undoes by itself',
  'goes-on': ': the machine goes on with that by itself',
}

function cutOffRecord(
  { machine, operation, frame, elapsed, signal }: CutOff,
  step: StepLabel | undefined,
): LedgerRecord {
  const reason: ReasonCode = signal?.aborted ? 'cancelled' : 'job-died'
  const where = step === undefined ? 'before its first step' : `at step "${step.text}"`
  const why = reason === 'cancelled' ? 'the run was cancelled' : 'its job died'
  const now = step === undefined ? '' : whatNow[stepKinds[step.kind]]
  const outcome = {
    machine,
    operation,
    kind: kindOfFailure(reason),
    reason,
    message: `${why} ${where}${now}`,
    steps: step === undefined ? [] : [{ ...step, status: 'failed' as const }],
    durationMs: elapsed(),
  }
  return recordOf(outcome, frame)
}
