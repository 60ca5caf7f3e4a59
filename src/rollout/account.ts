import { holds, type OutcomeKind } from '../base/outcome.js'
import type { ReasonCode } from '../base/reasons.js'

/** What the log says of one machine in this run. */
export interface Entry {
  readonly machine: string
  readonly attempt: number
  readonly outcome: OutcomeKind
  /** True for what was written down while the work went on. */
  readonly isNote: boolean
}

/** How the jobs ended, as GitHub says it in `needs.JOB.result`. */
export const jobResults = ['success', 'failure', 'cancelled', 'skipped'] as const
export type JobResult = (typeof jobResults)[number]

export type Accounted<E extends Entry> =
  | { readonly kind: 'told'; readonly machine: string; readonly entry: E }
  /** Its job left no word, and whether it was touched is not known: that has to be written down. */
  | {
      readonly kind: 'silent'
      readonly machine: string
      readonly reason: ReasonCode
      readonly message: string
    }
  /** No job of it was started. */
  | { readonly kind: 'untouched'; readonly machine: string; readonly message: string }

export interface Accounting<E extends Entry> {
  /** Machines of the plan, in its order. */
  readonly machines: readonly string[]
  /** Of this run, newest first. */
  readonly entries: readonly E[]
  readonly attempt: number
  /** How the job of a machine ended. */
  readonly resultOf: (machine: string) => JobResult
}

/** Holds what the log has of a run against what was planned: every machine comes out once. */
export function account<E extends Entry>({
  machines,
  entries,
  attempt,
  resultOf,
}: Accounting<E>): readonly Accounted<E>[] {
  const told = new Map<string, E>()
  for (const entry of entries) {
    if (!entry.isNote && !told.has(entry.machine) && isLasting(entry, attempt)) told.set(entry.machine, entry)
  }
  const begun = new Set(entries.filter((entry) => entry.attempt === attempt).map(({ machine }) => machine))
  return machines.map((machine): Accounted<E> => {
    const entry = told.get(machine)
    if (entry !== undefined) return { kind: 'told', machine, entry }
    const result = resultOf(machine)
    if (result === 'skipped' && !begun.has(machine)) {
      return {
        kind: 'untouched',
        machine,
        message: 'no job of it was started: a job before it did not succeed',
      }
    }
    if (result === 'cancelled') {
      return {
        kind: 'silent',
        machine,
        reason: 'cancelled',
        message: 'the run was cancelled, and its job left no word',
      }
    }
    return { kind: 'silent', machine, reason: 'job-died', message: 'its job ended without a word' }
  })
}

/** Jobs that failed are run again: what failed in an earlier attempt was tried again, what held was not. */
function isLasting({ attempt, outcome }: Entry, current: number): boolean {
  return attempt === current || holds({ kind: outcome })
}
