import type { JsonObject } from '../base/json.js'
import type { Machine, MachineCheck } from './flock.js'
import type { FlockEntries } from './flock-entries.js'
import { lineariseGroups } from './linearise.js'
import { mergeLayers } from './merge.js'
import type { MachineEntry } from './schema.js'

/** All of a machine but its names: toolkit < flock < groups in order < machine. */
export function resolveMachine({
  entry,
  entries,
  defaults,
}: {
  entry: MachineEntry
  entries: FlockEntries
  defaults: JsonObject
}): Omit<Machine, 'name' | 'dns'> {
  const groups = lineariseGroups(entry.groups ?? [], entries.includes)
  const layers = [entries.flock, ...groups.flatMap((name) => entries.groups.get(name) ?? []), entry]
  const strongestFirst = layers.toReversed()
  const strongest = <Value>(pick: (layer: (typeof layers)[number]) => Value | undefined): Value | undefined =>
    strongestFirst.map(pick).find((value) => value !== undefined)
  const environment = strongest((layer) => layer.environment)
  return {
    groups,
    vars: mergeLayers([defaults, ...layers.map(({ vars }) => vars ?? {})]),
    provider: strongest(({ provider }) => provider) ?? 'local',
    settings: mergeLayers(layers.map(({ settings }) => settings ?? {})),
    ssh: { user: strongest(({ ssh }) => ssh?.user) ?? 'root', port: strongest(({ ssh }) => ssh?.port) ?? 22 },
    checks: resolveChecks(layers),
    ...(environment === undefined ? {} : { environment }),
    protect: entry.protect ?? false,
  }
}

/** A stronger layer's command of the same name replaces a weaker one's and keeps its place; null takes it away. */
function resolveChecks(
  layers: readonly { readonly checks?: Readonly<Record<string, string | null>> | null | undefined }[],
): readonly MachineCheck[] {
  const commands = new Map(layers.flatMap(({ checks }) => Object.entries(checks ?? {})))
  return [...commands].flatMap(([name, command]) => (command === null ? [] : [{ name, command }]))
}
