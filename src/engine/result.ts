import type { Problem } from '../base/errors.js'
import type { Outcome, OutcomeKind } from '../base/outcome.js'
import type { ReasonCode } from '../base/reasons.js'
import type { Run } from '../base/run.js'
import type { ResultData } from '../report/result-data.js'

/** 0 all holds; 1 some machines did not; 2 the user's input; 3 cloud, machine or network kept us from an outcome; 70 a defect of ours. */
export type ExitCode = 0 | 1 | 2 | 3 | 70

/** The end of a run: what both front doors show, each in its way. */
export interface Result {
  readonly operation: string
  readonly run: Run
  /** Worst of the outcomes; `failed` when the run ended before any machine was looked at. */
  readonly kind: OutcomeKind
  readonly reason: ReasonCode
  readonly message: string
  readonly hint?: string
  readonly exitCode: ExitCode
  /** One for each machine that was asked for, in order of `flock.yml`. */
  readonly outcomes: readonly Outcome[]
  /** What is wrong with the input, when that is why the run ended. */
  readonly problems: readonly Problem[]
  /** Commit on the config branch that holds this run's records. */
  readonly commit?: string
  /** Answer of an operation that is not about machines one by one. */
  readonly data?: ResultData
  /** Goes to standard output at a shell as it is, in place of everything else. */
  readonly output?: string
  readonly durationMs: number
}
