import type { GroupEntry, MachineEntry } from '../schema/schema.js'
import type { DataPath } from '../yaml/yaml-lookup.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import type { FlockEntries } from './flock-entries.js'

/** One layer of a machine, and its place. */
export interface PlacedLayer {
  readonly entry: Omit<GroupEntry, 'groups' | 'description'>
  readonly source: YamlSource
  /** The layer's path within its file; empty for the top. */
  readonly path: DataPath
}

export interface LayeredMachine {
  /** Its name under `machines:`. */
  readonly key: string
  readonly entry: MachineEntry
  /** In order of precedence, weakest first. */
  readonly groups: readonly string[]
}

/** Lists layers, weakest first: toolkit < flock < groups in order < machine. A group of the toolkit is just below the flock's group of that name. */
export function layersOf(
  { key, entry, groups }: LayeredMachine,
  { entries, source }: { readonly entries: FlockEntries; readonly source: YamlSource },
): readonly PlacedLayer[] {
  const { toolkit } = entries
  return [
    { entry: toolkit.top, source: toolkit.source, path: [] },
    { entry: entries.flock, source, path: [] },
    ...groups.flatMap((name) => [
      ...placed({ entry: toolkit.groups.get(name), source: toolkit.source, path: ['groups', name] }),
      ...placed({ entry: entries.groups.get(name), source, path: ['groups', name] }),
    ]),
    { entry, source, path: ['machines', key] },
  ]
}

function placed({
  entry,
  ...place
}: Omit<PlacedLayer, 'entry'> & {
  readonly entry: PlacedLayer['entry'] | undefined
}): readonly PlacedLayer[] {
  return entry === undefined ? [] : [{ entry, ...place }]
}
