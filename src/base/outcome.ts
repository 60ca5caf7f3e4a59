import type { Location } from './errors.js'
import type { OutcomeData } from './outcome-data.js'
import type { ReasonCode } from './reasons.js'
import type { StepKind } from './step-kinds.js'

export const outcomeKinds = ['ok', 'changed', 'failed', 'unreachable', 'skipped', 'rolled-back'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export const stepStatuses = ['ok', 'changed', 'failed', 'skipped'] as const
type StepStatus = (typeof stepStatuses)[number]

/** What a step is: its kind is for code, its text for people. */
export interface StepLabel {
  readonly kind: StepKind
  readonly text: string
  /** Which of several it is about: the command of a validator, the name of a check. */
  readonly subject?: string
}

/** One thing an operation did to a machine. */
export interface Step extends StepLabel {
  readonly status: StepStatus
  readonly durationMs?: number
  /** What the step printed, or why it failed; scrubbed and without control characters. */
  readonly detail?: string
}

/** How work on one machine ended. */
export interface Ending {
  readonly kind: OutcomeKind
  readonly reason: ReasonCode
  /** One line for a person, without the machine's name. */
  readonly message: string
  readonly hint?: string
  readonly at?: Location
  /** What the operation found out. */
  readonly data?: OutcomeData
}

/** The result of an operation for one machine. */
export interface Outcome extends Ending {
  readonly machine: string
  readonly operation: string
  readonly steps: readonly Step[]
  readonly durationMs: number
}

/** True if everything that was asked for holds on this machine now. */
export function holds(outcome: Pick<Outcome, 'kind'>): boolean {
  return outcome.kind === 'ok' || outcome.kind === 'changed'
}
