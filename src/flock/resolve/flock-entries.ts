import { inOrder, without } from '../accepted-data.js'
import { type FlockFile, flockSchema, type GroupEntry, type MachineEntry } from '../schema/schema.js'
import type { DataPath } from '../yaml/yaml-lookup.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import type { Includes } from './linearise.js'
import type { ToolkitEntries } from './toolkit-entries.js'

/** What a `flock.yml` says, as far as the schema accepts it, in the file's order. */
export interface FlockEntries {
  readonly flock: Omit<FlockFile, 'groups' | 'machines'>
  readonly groups: ReadonlyMap<string, GroupEntry>
  readonly machines: ReadonlyMap<string, MachineEntry>
  /** For the toolkit's and the flock's groups. A group in both includes what either file says, the toolkit's first. */
  readonly includes: Includes
  readonly toolkit: ToolkitEntries
  /**
   * True if a part at, around or below this path was refused: something that seems to be
   * missing there may be in the refused part.
   */
  readonly isDoubtful: (path: DataPath) => boolean
  /** True if all groups or variables of the flock were refused, or a key that may be a misspelt one of these. */
  readonly isTopDoubtful: boolean
}

/** Leaves the refused parts out, so that what remains can be checked further. */
export function readEntries(
  source: YamlSource,
  { refused, toolkit }: { readonly refused: readonly DataPath[]; readonly toolkit: ToolkitEntries },
): FlockEntries {
  const keys = new Set(refused.map((path) => JSON.stringify(path)))
  const data = refused.length === 0 ? source.data : without({ value: source.data, path: [], keys })
  const { groups, machines, ...flock } = flockSchema.parse(
    // This name only stands in for a refused one: no flock is returned then.
    refused.length === 0 ? data : { flock: 'refused', ...(data as object | null) },
  )
  const groupsByName = inOrder(groups, source.keys(['groups']))
  const around = new Set(
    refused.flatMap((path) => path.map((_, index) => JSON.stringify(path.slice(0, index + 1)))),
  )
  return {
    flock,
    groups: groupsByName,
    machines: inOrder(machines, source.keys(['machines'])),
    includes: includesOf([toolkit.groups, groupsByName]),
    toolkit,
    isDoubtful: (path) =>
      around.has(JSON.stringify(path)) ||
      keys.has('[]') ||
      path.some((_, index) => keys.has(JSON.stringify(path.slice(0, index)))),
    isTopDoubtful: refused.some((path) => path.length < 2 && !isHarmless(path)),
  }
}

function isHarmless([key]: DataPath): boolean {
  return key !== undefined && key !== 'groups' && key !== 'vars' && Object.hasOwn(flockSchema.shape, key)
}

function includesOf(
  files: readonly ReadonlyMap<string, { readonly groups?: readonly string[] | null | undefined }>[],
): Includes {
  const names = new Set(files.flatMap((groups) => [...groups.keys()]))
  return new Map(
    [...names].map((name) => [name, [...new Set(files.flatMap((groups) => groups.get(name)?.groups ?? []))]]),
  )
}
