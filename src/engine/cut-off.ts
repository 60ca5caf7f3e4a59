import { kindOfFailure } from '../base/failure.js'
import type { ReasonCode } from '../base/reasons.js'
import type { Progress, Reporter } from '../base/reporter.js'
import type { LedgerRecord } from '../events/record.js'
import type { Journal } from '../ledger/journal.js'
import { findOperation } from '../operations/registry.js'

export interface CutOff {
  readonly journal: Journal
  readonly signal?: AbortSignal | undefined
  /** What the record is of: all but how it ended. */
  readonly frame: Pick<LedgerRecord, 'id' | 'run' | 'operation' | 'machine' | 'time' | 'config'>
  readonly elapsed: () => number
}

/**
 * Keeps in the journal how far the work on one machine got, as the record that is true if nothing
 * more is heard of it. Hears of the steps as a reporter does.
 */
export function trackCutOff({ journal, signal, frame, elapsed }: CutOff): {
  readonly reporter: (inner: Reporter) => Reporter
  /** The work ended: from here on this record holds. */
  readonly end: (record: LedgerRecord) => void
} {
  let step: string | undefined
  const keep = (): void =>
    journal.keep(cutOffRecord(frame, { step, durationMs: elapsed(), reason: reasonOf(signal) }))
  keep()
  signal?.addEventListener('abort', keep)
  const hear = (progress: Progress): void => {
    if (progress.kind !== 'step') return
    step = progress.name
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

const selfUndone = ': what was not confirmed, the machine undoes by itself'
/** Long work is a unit of the machine, which no run takes along when it ends. */
const goesOn = ': the machine goes on with that by itself'
const longWork = /^(?:baseline|make ready|follow the) /

function whatNow(operation: string, step: string | undefined): string {
  const whenCutOff = findOperation(operation)?.traits?.whenCutOff
  if (whenCutOff === 'goes-on' || longWork.test(step ?? '')) return goesOn
  return whenCutOff === 'undone' ? selfUndone : ''
}

function reasonOf(signal: AbortSignal | undefined): ReasonCode {
  return signal?.aborted ? 'cancelled' : 'job-died'
}

interface Point {
  readonly step: string | undefined
  readonly durationMs: number
  readonly reason: ReasonCode
}

function cutOffRecord(frame: CutOff['frame'], { step, durationMs, reason }: Point): LedgerRecord {
  const where = step === undefined ? 'before its first step' : `at step "${step}"`
  const why = reason === 'cancelled' ? 'the run was cancelled' : 'its job died'
  return {
    ...frame,
    outcome: kindOfFailure(reason),
    reason,
    message: `${why} ${where}${whatNow(frame.operation, step)}`,
    durationMs,
    changes: [],
    ...(step === undefined ? {} : { event: { step } }),
  }
}
