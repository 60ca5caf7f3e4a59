import { mergeLayers } from '../../base/merge-layers.js'
import { defaultProvider } from '../../providers/providers.js'
import type { Machine, MachineCheck } from '../flock.js'
import type { MachineEntry } from '../schema/schema.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import type { FlockEntries } from './flock-entries.js'
import { lineariseGroups } from './linearise.js'
import { layersOf } from './placed-layers.js'
import { type ResolvedCode, resolveCode } from './resolve-code.js'
import { resolveRoles } from './resolve-roles.js'

export interface ResolvedMachine {
  readonly resolved: Omit<Machine, 'name' | 'dns' | 'certificate'>
  readonly faults: ResolvedCode['faults']
}

/** Everything of a machine but its names, from its layers: toolkit < flock < groups in order < machine. */
export function resolveMachine(
  { key, entry }: { readonly key: string; readonly entry: MachineEntry },
  context: { readonly entries: FlockEntries; readonly source: YamlSource },
): ResolvedMachine {
  const groups = lineariseGroups(entry.groups ?? [], context.entries.includes)
  const placed = layersOf({ key, entry, groups }, context)
  const layers = placed.map((layer) => layer.entry)
  const strongestFirst = layers.toReversed()
  const strongest = <Value>(pick: (layer: (typeof layers)[number]) => Value | undefined): Value | undefined =>
    strongestFirst.map(pick).find((value) => value !== undefined)
  const environment = strongest((layer) => layer.environment)
  const { code, artifacts, faults } = resolveCode(placed)
  const resolved = {
    groups,
    vars: mergeLayers(layers.map(({ vars }) => vars ?? {})),
    provider: strongest(({ provider }) => provider) ?? defaultProvider,
    settings: mergeLayers(layers.map(({ settings }) => settings ?? {})),
    ssh: { user: strongest(({ ssh }) => ssh?.user) ?? 'root', port: strongest(({ ssh }) => ssh?.port) ?? 22 },
    checks: resolveChecks(layers),
    roles: resolveRoles(placed),
    code,
    artifacts,
    ...(environment === undefined ? {} : { environment }),
    protect: entry.protect ?? false,
  }
  return { resolved, faults }
}

/** A stronger layer's check replaces a weaker layer's check of that name in its place; null removes it. */
function resolveChecks(
  layers: readonly { readonly checks?: Readonly<Record<string, string | null>> | null | undefined }[],
): readonly MachineCheck[] {
  const commands = new Map(layers.flatMap(({ checks }) => Object.entries(checks ?? {})))
  return [...commands].flatMap(([name, command]) => (command === null ? [] : [{ name, command }]))
}
