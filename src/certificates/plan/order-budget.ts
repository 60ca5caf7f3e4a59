import { acmeDirectories } from '../../flock/schema/certificate-schema.js'
import { domainsOf, isSameNames, type Order, type OrdersSoFar } from './order-events.js'
import type { RegisteredDomain } from './registered-domain.js'

const hourMs = 3_600_000
const weekMs = 7 * 24 * hourMs

/**
 * What Let's Encrypt allows (https://letsencrypt.org/docs/rate-limits/). It gives back a part of them sooner than
 * after the whole time; we wait, so that a person can still order by hand.
 */
const perWeek = { names: 5, domain: 50 } as const

/** Orders that are older than this count for nothing. */
export const budgetMs = weekMs

export type OrderRequest = Omit<Order, 'atMs'>

export type BudgetVerdict =
  | { readonly kind: 'allowed' }
  | {
      readonly kind: 'refused'
      /** One sentence, without the machine's name. */
      readonly message: string
      /** UTC, ISO 8601: the first moment at which it would be allowed, if nothing else is ordered meanwhile. */
      readonly possibleAt: string
    }

export interface Budget {
  readonly soFar: OrdersSoFar
  readonly nowMs: number
  readonly registeredDomain: RegisteredDomain
}

interface Limit {
  readonly limit: number
  readonly windowMs: number
  readonly times: readonly number[]
  readonly words: string
}

/**
 * Pure: which of several orders may be placed now. Each that may counts for those after it. Orders are counted
 * at the production server of Let's Encrypt only. Failed authorizations are not here: `limit-failures.ts`.
 */
export function judgeOrders(wishes: readonly OrderRequest[], budget: Budget): readonly BudgetVerdict[] {
  const { nowMs } = budget
  let { soFar } = budget
  return wishes.map((desired) => {
    const full = limitsFor(desired, { ...budget, soFar }).flatMap((one) => refusal(one, nowMs))
    if (full.length === 0) {
      soFar = { ...soFar, orders: [...soFar.orders, { ...desired, atMs: nowMs }] }
      return { kind: 'allowed' }
    }
    const possibleAt = new Date(Math.max(...full.map(({ freeMs }) => freeMs))).toISOString()
    const message = `no order before ${possibleAt}: ${full.map(({ words }) => words).join('; ')}`
    return { kind: 'refused', message, possibleAt }
  })
}

function limitsFor(desired: OrderRequest, { soFar, registeredDomain }: Budget): readonly Limit[] {
  if (desired.acme !== acmeDirectories.production) return []
  const orders = soFar.orders.filter(({ acme }) => acme === desired.acme)
  const same: Limit = {
    limit: perWeek.names,
    windowMs: weekMs,
    times: orders.filter(({ names }) => isSameNames(names, desired.names)).map(({ atMs }) => atMs),
    words: `${perWeek.names} certificates for just these names were issued within a week`,
  }
  // Renewals count for no domain, and are kept from nothing by what else was ordered for theirs.
  if (desired.isRenewal) return [same]
  const fresh = orders.filter(({ isRenewal }) => !isRenewal)
  const domains = domainsOf(desired.names, registeredDomain).map((domain): Limit => {
    const times = fresh.filter(({ names }) => domainsOf(names, registeredDomain).includes(domain))
    return {
      limit: perWeek.domain,
      windowMs: weekMs,
      times: times.map(({ atMs }) => atMs),
      words: `${perWeek.domain} certificates for names below "${domain}" were issued within a week`,
    }
  })
  return [same, ...domains]
}

/** Empty when there is room. Full until so many have left the window that one less than the limit is in it. */
function refusal(
  { limit, windowMs, times, words }: Limit,
  nowMs: number,
): readonly { readonly freeMs: number; readonly words: string }[] {
  const counting = times.filter((atMs) => atMs + windowMs > nowMs).sort((a, b) => b - a)
  const last = counting[limit - 1]
  return last === undefined ? [] : [{ freeMs: last + windowMs, words }]
}
