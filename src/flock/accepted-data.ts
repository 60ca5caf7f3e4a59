import type { Json } from '../base/json.js'
import type { DataPath } from './yaml/yaml-lookup.js'

interface Part {
  readonly value: Json
  readonly path: DataPath
  readonly keys: ReadonlySet<string>
}

/** Data without the parts at some paths: an entry of a list or map is removed, a single value becomes null. */
export function without({ value, path, keys }: Part): Json {
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

/** Entries by name, in the order of `keys`. */
export function inOrder<Entry extends object>(
  entries: Readonly<Record<string, Entry | null>> | null | undefined,
  keys: readonly string[],
): ReadonlyMap<string, Entry> {
  const known = new Map(Object.entries(entries ?? {}))
  // An entry with nothing after its ":" is an empty one.
  return new Map(keys.filter((key) => known.has(key)).map((key) => [key, known.get(key) ?? ({} as Entry)]))
}
