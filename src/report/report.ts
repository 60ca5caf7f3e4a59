import type { Problem } from '../base/errors.js'
import { holds, type Outcome, type OutcomeKind } from '../base/outcome.js'
import type { ReasonCode } from '../base/reasons.js'
import type { Run } from '../base/run.js'
import type { ResultData } from './result-data.js'

/** What the renderers need of the end of a run. The `Result` of `src/operations` is one. */
export interface Report {
  readonly operation: string
  readonly run: Run
  readonly kind: OutcomeKind
  readonly reason: ReasonCode
  readonly message: string
  readonly hint?: string
  readonly exitCode: number
  readonly outcomes: readonly Outcome[]
  readonly problems: readonly Problem[]
  readonly commit?: string
  readonly data?: ResultData
  readonly durationMs: number
}

/** Worst first: what a person has to look at comes before what went well. */
const order: readonly OutcomeKind[] = ['failed', 'rolled-back', 'unreachable', 'skipped', 'changed', 'ok']

/** The outcomes, worst first; those of one kind stay in their order. */
export function worstFirst(outcomes: readonly Outcome[]): readonly Outcome[] {
  return order.flatMap((kind) => outcomes.filter((outcome) => outcome.kind === kind))
}

/** `2 changed, 1 failed`: what went well first. Empty when there are no outcomes. */
export function countOutcomes(outcomes: readonly Outcome[]): string {
  return [...order]
    .reverse()
    .map((kind) => ({ kind, count: outcomes.filter((outcome) => outcome.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}`)
    .join(', ')
}

/** Names of the machines that were changed. */
export function changedMachines(report: Report): readonly string[] {
  return report.outcomes.filter(({ kind }) => kind === 'changed').map(({ machine }) => machine)
}

/** Names of the machines on which not all holds that was asked for, whatever the cause. */
export function failedMachines(report: Report): readonly string[] {
  return report.outcomes.filter((outcome) => !holds(outcome)).map(({ machine }) => machine)
}

/** The operation to do again; that of the jobs when the report is the account of a run. */
export function retriedOperation({ operation, data }: Report): string {
  return data?.kind === 'accounted' ? data.for : operation
}

/** How a commit is shown to a person. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 7)
}
