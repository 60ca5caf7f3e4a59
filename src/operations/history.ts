import { isDeepStrictEqual } from 'node:util'
import type { Json } from '../base/json.js'
import type { Operation } from './fleet-operation.js'
import { chooseAll } from './leftover.js'
import { readFlock } from './survey.js'

/** From the ledger alone: GitHub forgets runs, the branch does not. Machines that are gone can be asked for by name. */
export const history: Operation = async (ports, { selectors, limit }) => {
  const machines = isDeepStrictEqual(selectors, []) ? undefined : await namesOf(ports, selectors)
  const events = await ports.ledger.history({ limit, ...(machines === undefined ? {} : { machines }) })
  const data = events.map((event): Json => ({ ...event }))
  return { data, message: `${events.length} ${events.length === 1 ? 'event' : 'events'}` }
}

const plainName = /^[a-z0-9-]+$/

async function namesOf(
  ports: Parameters<Operation>[0],
  selectors: readonly string[],
): Promise<readonly string[]> {
  if (selectors.every((selector) => plainName.test(selector) && selector !== 'all')) return selectors
  const survey = await readFlock(ports)
  return chooseAll(survey, selectors).map((machine) => machine.name)
}
