import type { DataPath } from '../yaml/yaml-lookup.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import type { PlacedLayer } from './placed-layers.js'

/** The place of something in a file, and the strength of its layer. */
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
  /** The place of the entry in the strongest layer that has it. */
  readonly place: EntryPlace
  /** The place of a key, or of the entry if no layer gives the key. */
  readonly placeOf: (key: keyof Fields & string) => EntryPlace
}

interface Slot {
  place: EntryPlace
  readonly values: Map<string, { readonly value: unknown; readonly place: EntryPlace }>
}

type Named<Fields> = Readonly<Record<string, Fields | null>> | null | undefined

/** Merges entries key by key, in order of first mention. null removes an entry or a key. */
export function foldEntries<Fields extends object>(
  layers: readonly PlacedLayer[],
  {
    key,
    pick,
  }: {
    /** The key that holds the entries; absent when the layer itself holds them. */
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
