import type { Identity } from '../base/identity.js'
import type { Machine } from '../flock/flock.js'
import { selectMachines } from '../flock/select/select.js'
import { type ChoosePorts, chooseMachines, type FlockView, type Selection } from './flock-view.js'

/**
 * Machines that the ledger knows and `flock.yml` no longer names: somebody took
 * the entry away before the machine. They can still be listed and terminated.
 */
export function leftoverMachines({ flock, snapshot }: FlockView): readonly Machine[] {
  const named = new Set(flock.machines.map((machine) => machine.name))
  return [...snapshot.machines].flatMap(([name, { identity, launch }]) => {
    if (named.has(name)) return []
    if (identity !== undefined) return [orphanedMachine(name, identity)]
    // Cut off before anything was seen of it: its provider knows whether it was made.
    const provider = launch?.provider
    return typeof provider === 'string' ? [orphanedMachine(name, { provider, user: 'root', port: 22 })] : []
  })
}

/** A machine of which only this is known. */
export function orphanedMachine(
  name: string,
  { provider, user, port }: Pick<Identity, 'provider' | 'user' | 'port'>,
): Machine {
  return {
    name,
    groups: [],
    vars: {},
    provider,
    settings: {},
    ssh: { user, port },
    checks: [],
    roles: [],
    code: [],
    artifacts: [],
    protect: false,
  }
}

/** Like `chooseMachines`, and leftovers by their exact names. */
export async function chooseWithLeftovers(
  ports: ChoosePorts,
  view: FlockView,
  request: Selection,
): Promise<readonly Machine[]> {
  const leftovers = leftoverMachines(view).filter((machine) => request.selectors.includes(machine.name))
  const names = new Set(leftovers.map((machine) => machine.name))
  const selectors = request.selectors.filter((selector) => !names.has(selector))
  if (selectors.length === 0 && leftovers.length > 0) return leftovers
  return [...(await chooseMachines(ports, view, { ...request, selectors })), ...leftovers]
}

/** All machines, wanted or left over; the selectors may be empty. */
export function chooseAll(view: FlockView, selectors: readonly string[]): readonly Machine[] {
  const machines = [...view.flock.machines, ...leftoverMachines(view)]
  if (selectors.length === 0) return machines
  return selectMachines({ flock: { ...view.flock, machines }, selectors })
}
