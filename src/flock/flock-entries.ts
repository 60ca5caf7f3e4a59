import type { Json } from '../base/json.js'
import type { Includes } from './linearise.js'
import { type FlockFile, flockSchema, type GroupEntry, type MachineEntry } from './schema.js'
import type { DataPath } from './yaml-lookup.js'
import type { YamlSource } from './yaml-source.js'

/** What a `flock.yml` says, as far as the schema accepts it, in the file's order. */
export interface FlockEntries {
  readonly flock: Omit<FlockFile, 'groups' | 'machines'>
  readonly groups: ReadonlyMap<string, GroupEntry>
  readonly machines: ReadonlyMap<string, MachineEntry>
  readonly includes: Includes
  /**
   * True if a part at, around or below this path was refused: what seems to be
   * missing there may be what was refused.
   */
  readonly isDoubtful: (path: DataPath) => boolean
  /** True if all groups or variables of the flock were refused, or a key that may be one of these, misspelt. */
  readonly isTopDoubtful: boolean
}

/** Leaves the refused parts out, so that what remains can be checked further. */
export function readEntries(source: YamlSource, refused: readonly DataPath[]): FlockEntries {
  const keys = new Set(refused.map((path) => JSON.stringify(path)))
  const data = refused.length === 0 ? source.data : without({ value: source.data, path: [], keys })
  const { groups, machines, ...flock } = flockSchema.parse(
    // Only stands in for a name that was refused: then no flock is returned.
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
    includes: new Map([...groupsByName].map(([name, group]) => [name, group.groups ?? []])),
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

interface Part {
  readonly value: Json
  readonly path: DataPath
  readonly keys: ReadonlySet<string>
}

function without({ value, path, keys }: Part): Json {
  if (typeof value !== 'object' || value === null) return keys.has(JSON.stringify(path)) ? null : value
  const kept = (child: DataPath): boolean => !keys.has(JSON.stringify(child))
  if (keys.has(JSON.stringify(path))) return null
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) => {
      const child = [...path, index]
      return kept(child) ? [without({ value: item, path: child, keys })] : []
    })
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const child = [...path, key]
      return kept(child) ? [[key, without({ value: item, path: child, keys })]] : []
    }),
  )
}

function inOrder<Entry extends object>(
  entries: Readonly<Record<string, Entry | null>> | null | undefined,
  keys: readonly string[],
): ReadonlyMap<string, Entry> {
  const known = new Map(Object.entries(entries ?? {}))
  // An entry with nothing after its ":" is an empty one.
  return new Map(keys.filter((key) => known.has(key)).map((key) => [key, known.get(key) ?? ({} as Entry)]))
}
