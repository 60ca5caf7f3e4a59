import { DroverError } from '../base/errors.js'
import type { Clock } from '../system/clock.js'
import { judgeOrders, type OrderRequest } from './plan/order-budget.js'
import type { OrdersSoFar } from './plan/order-events.js'
import type { RegisteredDomain } from './plan/registered-domain.js'

/** The budget of one process, whose machines order side by side. */
export interface OrderBudget {
  /** Called right before an order, once for each; throws `over-quota` with the date at which it would be possible. */
  spend(desired: OrderRequest): void
}

export interface OrderBudgetParts {
  /** What the log had when the process began. */
  readonly soFar: OrdersSoFar
  readonly clock: Pick<Clock, 'now'>
  readonly registeredDomain: RegisteredDomain
}

export function makeOrderBudget({ soFar, clock, registeredDomain }: OrderBudgetParts): OrderBudget {
  let known = soFar
  return {
    spend: (desired) => {
      const nowMs = clock.now()
      const [verdict] = judgeOrders([desired], { soFar: known, nowMs, registeredDomain })
      if (verdict?.kind === 'refused') {
        throw new DroverError(`${desired.machine}: ${verdict.message}`, {
          reason: 'over-quota',
          hint: 'Run it again then, or use "acme: staging" for trials. What the machine has serves on.',
        })
      }
      // Also one that fails later: whether it was fulfilled is not known before the certificate authority answers.
      known = { ...known, orders: [...known.orders, { ...desired, atMs: nowMs }] }
    },
  }
}
