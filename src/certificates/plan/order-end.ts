import { kindOfFailure } from '../../base/failure.js'
import type { JsonObject } from '../../base/json.js'
import type { AcmeCertificate } from '../../flock/desired-certificate.js'
import type { TaskOutcome } from '../../task/task.js'
import type { UnitEnd } from '../run-unit.js'
import { explainOrder } from './explain-order.js'
import { failedEvent } from './limit-failures.js'
import { type Order, orderEvent } from './order-events.js'
import { registeredDomain } from './registered-domain.js'

export type OrderOutcome =
  /** `event`: keys for the log; absent when certbot had what was asked for and ordered nothing. */
  | { readonly kind: 'done'; readonly said: readonly string[]; readonly event?: JsonObject }
  | { readonly kind: 'failed'; readonly outcome: TaskOutcome }

/** Pure: what became of an order, by what the unit said. */
export function outcomeOfOrder(
  { report, isDone }: UnitEnd,
  { placed, desired }: { readonly placed: Order; readonly desired: AcmeCertificate },
): OrderOutcome {
  const { attempts } = report
  const isHad = attempts.at(-1)?.kind === 'done'
  const orders = attempts.reduce((sum, one) => sum + one.orders, 0)
  const hasOrdered = orders > 0 || attempts.some(({ resumed }) => resumed)
  const event = {
    attempts: attempts.length,
    orders,
    ...orderEvent(placed, registeredDomain),
    ordered: hasOrdered && isHad,
    ...failedEvent(attempts.flatMap(({ earlier = [], invalid }) => [...earlier, ...invalid])),
  }
  if (isHad) {
    // What the server gave is kept before anything is said of what went wrong behind it.
    const unserved = isDone ? [] : [`not yet served (${report.failed ?? 'cut off'})`]
    return {
      kind: 'done',
      said: [hasOrdered ? 'ordered' : 'kept', ...unserved],
      ...(hasOrdered ? { event } : {}),
    }
  }
  const error = explainOrder(report, { machine: placed.machine, desired })
  return {
    kind: 'failed',
    outcome: {
      kind: kindOfFailure(error.reason),
      reason: error.reason,
      message: error.message.replace(`${placed.machine}: `, ''),
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      event,
    },
  }
}
