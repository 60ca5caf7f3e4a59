import { DroverError } from '../base/errors.js'
import type { Machine } from '../flock/flock.js'
import type { Seen } from '../providers/provider.js'
import type { Ports } from '../task/ports.js'
import { providerNamesOf, providerOf } from './provider-of.js'
import type { Survey } from '../branch/flock-view.js'

/** What the providers have, by name. */
export interface Sightings {
  /** The machine of this name; throws `ambiguous-machine`, and shows all of them, when there is more than one. */
  one(name: string): Seen | undefined
  all(name: string): readonly Seen[]
}

/** What the providers of these machines have, one question to each provider. */
export async function seenMachines(
  ports: Ports,
  survey: Survey,
  machines: readonly Machine[],
): Promise<Sightings> {
  const names = [...new Set(machines.flatMap((machine) => providerNamesOf(survey, machine)))]
  const lists = await Promise.all(names.map(async (name) => (await providerOf(ports, survey, name)).list()))
  return sightingsOf(lists.flat())
}

export function sightingsOf(seen: readonly Seen[]): Sightings {
  const byName = new Map<string, Seen[]>()
  for (const one of seen) byName.set(one.name, [...(byName.get(one.name) ?? []), one])
  const all = (name: string): readonly Seen[] => byName.get(name) ?? []
  return {
    all,
    one: (name) => {
      const [first, ...others] = all(name)
      if (first !== undefined && others.length > 0) throw ambiguous(name, all(name))
      return first
    },
  }
}

function ambiguous(name: string, seen: readonly Seen[]): DroverError {
  return new DroverError(`${name}: ${describeDuplicates(seen)}`, {
    reason: 'ambiguous-machine',
    hint: 'Nothing was done to either. Look at each, end the one that should not be at its provider by its id, and run the operation again.',
  })
}

/** `2 machines have this name: "i-1" (running, at 192.0.2.1) and "i-2" (…)`. */
export function describeDuplicates(seen: readonly Seen[]): string {
  const each = seen.map(
    ({ identity, presence }) =>
      `"${identity.id}" (${identity.provider}, ${presence}, at ${identity.address})`,
  )
  return `${each.length} machines have this name: ${each.join(' and ')}`
}

/** The one machine of this name; throws `not-provisioned` when there is none. */
export function requireSeen(seen: Sightings, name: string): Seen {
  const one = seen.one(name)
  if (one === undefined) throw absentMachine(name)
  return one
}

export function absentMachine(name: string): DroverError {
  return new DroverError(`${name}: the machine does not exist`, {
    reason: 'not-provisioned',
    hint: `Run "drover provision ${name}" to make it.`,
  })
}
