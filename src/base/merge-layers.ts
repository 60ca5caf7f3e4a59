import type { Json, JsonObject } from './json.js'

/** Merges layers, given from weakest to strongest: maps are merged key by key, everything else is replaced. */
export function mergeLayers(layers: readonly JsonObject[]): JsonObject {
  return layers.reduce(merge, {})
}

function merge(weak: JsonObject, strong: JsonObject): JsonObject {
  const merged = new Map(Object.entries(weak))
  for (const [key, value] of Object.entries(strong)) {
    const below = merged.get(key)
    merged.set(key, isMap(below) && isMap(value) ? merge(below, value) : value)
  }
  // Assigned as a property, `__proto__` would give the result another prototype.
  merged.delete('__proto__')
  return Object.fromEntries(merged)
}

function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
