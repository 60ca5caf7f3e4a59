import type { DataPath } from '../yaml/yaml-lookup.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import type { PlacedLayer } from './placed-layers.js'

/** Where something stands in a file, and how strong its layer is. */
export interface EntryPlace {
  readonly source: YamlSource
  readonly path: DataPath
  readonly strength: number
}

/** An entry of `code` or `artifacts`, or `certificate`, with the keys of all layers. */
export interface FoldedEntry<Fields extends object> {
  readonly name: string
  /** Without keys that have no value. */
  readonly fields: Fields
  /** Where the strongest layer speaks of the entry. */
  readonly place: EntryPlace
  /** Where a key stands, or the entry if no layer gives the key. */
  readonly placeOf: (key: keyof Fields & string) => EntryPlace
}

interface Slot {
  place: EntryPlace
  readonly values: Map<string, { readonly value: unknown; readonly place: EntryPlace }>
}

type Named<Fields> = Readonly<Record<string, Fields | null>> | null | undefined

/** Entries in order of first mention, merged key by key; null takes an entry or a key away. */
export function foldEntries<Fields extends object>(
  layers: readonly PlacedLayer[],
  {
    key,
    pick,
  }: {
    /** The key that holds the entries; absent when they stand in the layer itself. */
    readonly key?: string
    readonly pick: (entry: PlacedLayer['entry']) => Named<Fields>
  },
): readonly FoldedEntry<Fields>[] {
  const slots = new Map<string, Slot>()
  for (const [strength, { entry: layer, source, path }] of layers.entries()) {
    for (const [name, fields] of Object.entries(pick(layer) ?? {})) {
      const place = { source, path: [...path, ...(key === undefined ? [] : [key]), name], strength }
      if (fields === null) slots.delete(name)
      else slots.set(name, addFields({ slot: slots.get(name), fields, place }))
    }
  }
  return [...slots].map(([name, { place, values }]) => ({
    name,
    fields: Object.fromEntries([...values].map(([field, { value }]) => [field, value])) as Fields,
    place,
    placeOf: (field) => values.get(field)?.place ?? place,
  }))
}

function addFields({
  slot,
  fields,
  place,
}: {
  readonly slot: Slot | undefined
  readonly fields: object
  readonly place: EntryPlace
}): Slot {
  const values = new Map(slot?.values)
  for (const [field, value] of Object.entries(fields)) {
    if (value === null) values.delete(field)
    else if (value !== undefined)
      values.set(field, { value, place: { ...place, path: [...place.path, field] } })
  }
  return { place, values }
}
