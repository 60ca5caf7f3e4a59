import type { JsonObject } from '../../base/json.js'
import type { LogEvent } from '../../events/log-event.js'
import type { RegisteredDomain } from './registered-domain.js'

/** A certificate that an ACME server issued. */
export interface Order {
  readonly machine: string
  readonly names: readonly string[]
  /** URL of the directory. */
  readonly acme: string
  /** For the names of an earlier certificate, all of them and no other. */
  readonly isRenewal: boolean
  readonly atMs: number
}

export interface OrdersSoFar {
  readonly orders: readonly Order[]
}

/** Keys for the event of a record in `log/`: an order that was fulfilled. Read again by `readOrders`. */
export function orderEvent(order: Omit<Order, 'machine'>, registeredDomain: RegisteredDomain): JsonObject {
  return {
    ordered: true,
    ordered_at: new Date(order.atMs).toISOString(),
    renewal: order.isRenewal,
    names: [...order.names],
    registered_domains: domainsOf(order.names, registeredDomain),
    acme: order.acme,
  }
}

/** The orders among events. What an event does not say rightly counts as if it were at its own time. */
export function readOrders(events: readonly LogEvent[]): OrdersSoFar {
  const all = events.map((event) => ({ event, keys: { ...event } as Readonly<Record<string, unknown>> }))
  return {
    orders: all.flatMap(({ event, keys }) => {
      if (keys.ordered !== true || typeof keys.acme !== 'string' || !Array.isArray(keys.names)) return []
      const names = keys.names.filter((name) => typeof name === 'string')
      const atMs = timeOf(keys.ordered_at, event)
      return [{ machine: event.machine, names, acme: keys.acme, isRenewal: keys.renewal === true, atMs }]
    }),
  }
}

/** The registered domains of names, each once, sorted. */
export function domainsOf(names: readonly string[], registeredDomain: RegisteredDomain): readonly string[] {
  const plain = names.map((name) => name.toLowerCase().replace(/^\*\./, ''))
  return [...new Set(plain.map(registeredDomain))].sort()
}

/** Order, capitals and repetition do not make another set. */
export function isSameNames(some: readonly string[], others: readonly string[]): boolean {
  const setOf = (names: readonly string[]): string =>
    [...new Set(names.map((name) => name.toLowerCase()))].sort().join(' ')
  return setOf(some) === setOf(others)
}

function timeOf(told: unknown, { time }: LogEvent): number {
  const atMs = typeof told === 'string' ? Date.parse(told) : Number.NaN
  return Number.isNaN(atMs) ? Date.parse(time) : atMs
}
