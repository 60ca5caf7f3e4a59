import { DroverError } from '../base/errors.js'
import type { FlockView } from '../branch/flock-view.js'
import type { Machine } from '../flock/flock.js'
import type { ProviderMachine } from '../providers/provider.js'
import type { ProviderPorts } from '../task/ports.js'
import { providerNamesOf, providerOf } from './provider-of.js'

/** What the providers have, by name. */
export interface ProviderMachines {
  /** The machine of this name; throws `ambiguous-machine`, and shows all of them, when there is more than one. */
  one(name: string): ProviderMachine | undefined
  all(name: string): readonly ProviderMachine[]
}

/** What the providers of these machines have, one question to each provider. */
export async function listProviderMachines(
  ports: ProviderPorts,
  view: FlockView,
  machines: readonly Machine[],
): Promise<ProviderMachines> {
  const names = [...new Set(machines.flatMap((machine) => providerNamesOf(view, machine)))]
  const lists = await Promise.all(names.map(async (name) => (await providerOf(ports, view, name)).list()))
  return providerMachinesOf(lists.flat())
}

function providerMachinesOf(existing: readonly ProviderMachine[]): ProviderMachines {
  const byName = new Map<string, ProviderMachine[]>()
  for (const one of existing) byName.set(one.name, [...(byName.get(one.name) ?? []), one])
  const all = (name: string): readonly ProviderMachine[] => byName.get(name) ?? []
  return {
    all,
    one: (name) => {
      const [first, ...others] = all(name)
      if (first !== undefined && others.length > 0) throw ambiguous(name, all(name))
      return first
    },
  }
}

function ambiguous(name: string, existing: readonly ProviderMachine[]): DroverError {
  return new DroverError(`${name}: ${describeDuplicates(existing)}`, {
    reason: 'ambiguous-machine',
    hint: 'Nothing was done to either. Look at each, end the one that should not be at its provider by its id, and run the operation again.',
  })
}

/** `2 machines have this name: "i-1" (running, at 192.0.2.1) and "i-2" (…)`. */
export function describeDuplicates(existing: readonly ProviderMachine[]): string {
  const each = existing.map(
    ({ identity, presence }) =>
      `"${identity.id}" (${identity.provider}, ${presence}, at ${identity.address})`,
  )
  return `${each.length} machines have this name: ${each.join(' and ')}`
}

/** The one machine of this name; throws `not-provisioned` when there is none. */
export function requireProviderMachine(existing: ProviderMachines, name: string): ProviderMachine {
  const one = existing.one(name)
  if (one === undefined) throw absentMachine(name)
  return one
}

export function absentMachine(name: string): DroverError {
  return new DroverError(`${name}: the machine does not exist`, {
    reason: 'not-provisioned',
    hint: `Run "drover provision ${name}" to make it.`,
  })
}
