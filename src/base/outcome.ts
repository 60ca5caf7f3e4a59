import type { Location } from './errors.js'
import type { Json } from './json.js'
import type { ReasonCode } from './reasons.js'

export const outcomeKinds = ['ok', 'changed', 'failed', 'unreachable', 'skipped', 'rolled-back'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export const stepStatuses = ['ok', 'changed', 'failed', 'skipped'] as const
export type StepStatus = (typeof stepStatuses)[number]

/** One thing an operation did to a machine. */
export interface Step {
  readonly name: string
  readonly status: StepStatus
  readonly durationMs?: number
  /** What the step printed, or why it failed; scrubbed and without control characters. */
  readonly detail?: string
}

/** The result of an operation for one machine. */
export interface Outcome {
  readonly machine: string
  readonly operation: string
  readonly kind: OutcomeKind
  readonly reason: ReasonCode
  /** One line for a person, without the machine's name. */
  readonly message: string
  readonly hint?: string
  readonly at?: Location
  readonly steps: readonly Step[]
  readonly durationMs: number
  /** What the operation observed, in the shape that the operation's page in the docs gives. */
  readonly data?: Json
}

/** True if everything that was asked for holds on this machine now. */
export function holds(outcome: Pick<Outcome, 'kind'>): boolean {
  return outcome.kind === 'ok' || outcome.kind === 'changed'
}
