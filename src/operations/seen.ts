import type { Machine } from '../flock/flock.js'
import type { Seen } from '../providers/provider.js'
import type { Ports } from './ports.js'
import { providerOf } from './provider-of.js'
import type { Survey } from './survey.js'

export type Sightings = ReadonlyMap<string, Seen>

/** What the providers of these machines have, one question to each provider. */
export async function seenMachines(
  ports: Ports,
  survey: Survey,
  machines: readonly Machine[],
): Promise<Sightings> {
  const names = [...new Set(machines.map((machine) => machine.provider))]
  const lists = await Promise.all(names.map(async (name) => (await providerOf(ports, survey, name)).list()))
  return new Map(lists.flat().map((seen) => [seen.name, seen]))
}
