import type { BranchPorts, RunPorts } from '../task/ports.js'
import { budgetMs } from './plan/order-budget.js'
import { type OrdersSoFar, readOrders } from './plan/order-events.js'

const dayMs = 86_400_000

/** What the log has that can still count. A record belongs to the day it started, so one day more is read. */
export async function readOrdersSoFar({
  ledger,
  clock,
}: Pick<BranchPorts, 'ledger'> & Pick<RunPorts, 'clock'>): Promise<OrdersSoFar> {
  const since = new Date(clock.now() - budgetMs - dayMs).toISOString().slice(0, 10)
  return readOrders(await ledger.history({ since, limit: Number.POSITIVE_INFINITY }))
}
