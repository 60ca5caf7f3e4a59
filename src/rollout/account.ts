import { holds, type OutcomeKind } from '../base/outcome.js'
import type { ReasonCode } from '../base/reasons.js'

/** An entry of the log about one machine in this run. */
export interface Entry {
  readonly machine: string
  readonly attempt: number
  readonly outcome: OutcomeKind
  /** True for an entry that was written while the work went on. */
  readonly isNote: boolean
}

/** Results of jobs, as GitHub gives them in `needs.JOB.result`. */
export const jobResults = ['success', 'failure', 'cancelled', 'skipped'] as const
export type JobResult = (typeof jobResults)[number]

export type Accounted<E extends Entry> =
  | { readonly kind: 'told'; readonly machine: string; readonly entry: E }
  /** The job left no record, so whether it touched the machine is unknown. This has to be recorded. */
  | {
      readonly kind: 'silent'
      readonly machine: string
      readonly reason: ReasonCode
      readonly message: string
    }
  /** The machine's job was not started. */
  | { readonly kind: 'untouched'; readonly machine: string; readonly message: string }

export interface Accounting<E extends Entry> {
  /** Machines of the plan, in its order. */
  readonly machines: readonly string[]
  /** Entries of this run, newest first. */
  readonly entries: readonly E[]
  readonly attempt: number
  /** The result of the job of a machine. */
  readonly resultOf: (machine: string) => JobResult
}

/** Compares the log of a run with its plan. Every planned machine is listed once. */
export function account<E extends Entry>({
  machines,
  entries,
  attempt,
  resultOf,
}: Accounting<E>): readonly Accounted<E>[] {
  const recorded = new Map<string, E>()
  for (const entry of entries) {
    if (!entry.isNote && !recorded.has(entry.machine) && isLasting(entry, attempt))
      recorded.set(entry.machine, entry)
  }
  const begun = new Set(entries.filter((entry) => entry.attempt === attempt).map(({ machine }) => machine))
  return machines.map((machine): Accounted<E> => {
    const entry = recorded.get(machine)
    if (entry !== undefined) return { kind: 'told', machine, entry }
    const result = resultOf(machine)
    if (result === 'skipped' && !begun.has(machine)) {
      return {
        kind: 'untouched',
        machine,
        message: 'its job was not started: a job before it did not succeed',
      }
    }
    if (result === 'cancelled') {
      return {
        kind: 'silent',
        machine,
        reason: 'cancelled',
        message: 'the run was cancelled, and its job left no record',
      }
    }
    return { kind: 'silent', machine, reason: 'job-died', message: 'its job ended without a record' }
  })
}

/** Whether an entry still counts. Only failed jobs are run again, so of an earlier attempt only successes count. */
function isLasting({ attempt, outcome }: Entry, current: number): boolean {
  return attempt === current || holds({ kind: outcome })
}
