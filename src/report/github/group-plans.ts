import { holds, type Outcome } from '../../base/outcome.js'
import type { OutcomeData, PlannedChange } from '../../base/outcome-data.js'

/** Machines whose plans say the same, line by line. */
export interface PlanGroup {
  readonly machines: readonly string[]
  readonly message: string
  /** Empty when no file changes: then the message says what is to be done. */
  readonly changes: readonly PlannedChange[]
}

export interface FailureGroup {
  readonly machines: readonly string[]
  readonly outcome: Outcome
}

export interface GroupedPlans {
  /** With something to do, the largest group first. */
  readonly plans: readonly PlanGroup[]
  readonly upToDate: readonly string[]
  readonly failures: readonly FailureGroup[]
  /** Of every machine with a plan, also of those that are up to date: each has to be approved. */
  readonly digests: readonly (readonly [machine: string, digest: string])[]
}

/** The outcomes of a preview by what they say; within a group machines stay in their order. */
export function groupPlans(outcomes: readonly Outcome[]): GroupedPlans {
  const good = outcomes.filter(holds)
  const planned = good.filter(({ reason }) => reason !== 'already-so')
  const plans = groupBy(planned, ({ data, message }) => {
    const changes = changesOf(data)
    return changes.length === 0 ? message : changes
  }).map(
    ([first, ...rest]): PlanGroup => ({
      machines: [first, ...rest].map(({ machine }) => machine),
      message: first.message,
      changes: changesOf(first.data),
    }),
  )
  const bad = outcomes.filter((outcome) => !holds(outcome))
  return {
    plans: plans.sort((a, b) => b.machines.length - a.machines.length),
    upToDate: good.filter(({ reason }) => reason === 'already-so').map(({ machine }) => machine),
    failures: groupBy(bad, ({ kind, reason, message, hint, at }) => [kind, reason, message, hint, at]).map(
      ([first, ...rest]) => ({ machines: [first, ...rest].map(({ machine }) => machine), outcome: first }),
    ),
    digests: outcomes.flatMap(({ machine, data }) =>
      data?.kind === 'plan' ? [[machine, data.digest] as const] : [],
    ),
  }
}

/** What a plan would change, line by line; nothing without a plan. */
export function changesOf(data: OutcomeData | undefined): readonly PlannedChange[] {
  return data?.kind === 'plan' ? data.changes : []
}

function groupBy(
  outcomes: readonly Outcome[],
  keyOf: (outcome: Outcome) => unknown,
): readonly (readonly [Outcome, ...Outcome[]])[] {
  const groups = new Map<string, [Outcome, ...Outcome[]]>()
  for (const outcome of outcomes) {
    const key = JSON.stringify(keyOf(outcome))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [outcome])
    else group.push(outcome)
  }
  return [...groups.values()]
}
