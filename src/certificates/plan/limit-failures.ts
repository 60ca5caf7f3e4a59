import { DroverError } from '../../base/errors.js'
import type { JsonObject } from '../../base/json.js'
import type { LogEvent } from '../../events/log-event.js'
import type { Ledger } from '../../ledger/ledger.js'
import type { Task } from '../../task/task.js'
import type { FailedAuthorization, ObservedCertificates } from '../commands/observe-certificates.js'
import { maxFailures } from '../commands/order.js'
import type { Unproved } from '../commands/read-unit.js'

const hourMs = 60 * 60 * 1000

export interface OrderAhead {
  readonly names: readonly string[]
  readonly observed: ObservedCertificates
  /** The log of the branch. */
  readonly history: Ledger['history']
}

/**
 * Throws `too-many-failures` when one of the names failed three times within the hour, counted by what the machine and
 * what the branch remember. An order adds one failure for a name at most: Let's Encrypt locks it out at five.
 */
export async function limitFailures(
  { ports, machine }: Task,
  { names, observed, history }: OrderAhead,
): Promise<void> {
  const nowMs = ports.clock.now()
  const events = await history({
    machines: [machine.name],
    since: new Date(nowMs - hourMs).toISOString().slice(0, 10),
    limit: 1000,
  })
  const full = fullNames(names, {
    nowMs,
    // The clock of the machine may be another.
    onMachine: observed.failures.map((one) => ({ ...one, atMs: one.atMs - observed.nowMs + nowMs })),
    onBranch: events.flatMap(readFailures),
  })
  if (full.length === 0) return
  const told = full.map(({ name }) => `"${name}"`).join(', ')
  const when = new Date(Math.max(...full.map(({ freeMs }) => freeMs))).toISOString().slice(0, 16)
  throw new DroverError(
    `${machine.name}: ${maxFailures} authorizations of ${told} failed within an hour: nothing is ordered before ${when}Z`,
    {
      reason: 'too-many-failures',
      hint: 'Mend what the failures said first. The ACME server locks a name out after a few more.',
    },
  )
}

/** Keys for the event of a record in `log/`. Read again by `readFailures`. */
export function failedEvent(failed: readonly Unproved[]): JsonObject {
  if (failed.length === 0) return {}
  return { failed_authorizations: failed.length, failed_names: failed.map(({ name }) => name) }
}

/** What an event does not name counts for every name. */
export function readFailures(event: LogEvent): readonly FailedAuthorization[] {
  const { time, failed_authorizations: count = 0, failed_names: names = [] } = event
  const atMs = Date.parse(time)
  const unnamed = Array.from({ length: count - names.length }, () => ({ atMs }))
  return [...names.map((name) => ({ atMs, name })), ...unnamed]
}

export interface Failures {
  readonly nowMs: number
  /** In any order; each of the two may know of the other's. */
  readonly onMachine: readonly FailedAuthorization[]
  readonly onBranch: readonly FailedAuthorization[]
}

/** Pure: the names that failed three times within the hour, and when that is over for each. */
export function fullNames(
  names: readonly string[],
  { nowMs, onMachine, onBranch }: Failures,
): readonly { readonly name: string; readonly freeMs: number }[] {
  return names.flatMap((name) => {
    const full = [onMachine, onBranch].flatMap((failures) => {
      const newest = failures
        .filter((one) => one.atMs > nowMs - hourMs && (one.name ?? name) === name)
        .map(({ atMs }) => atMs)
        .sort((one, other) => other - one)
      return newest[maxFailures - 1] ?? []
    })
    return full.length === 0 ? [] : [{ name, freeMs: Math.max(...full) + hourMs }]
  })
}
