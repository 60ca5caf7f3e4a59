import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Json } from '../../base/json.js'

export type DataPath = readonly (string | number)[]

/** The node that each alias stands for. */
export type Targets = ReadonlyMap<Alias, Node>

/** The value at a path of what was read. */
export function dataAt(data: Json, path: DataPath): Json | undefined {
  let value: Json | undefined = data
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as { readonly [key: string | number]: Json })[part]
  }
  return value
}

/** The node at a path, or the last one on the way that exists. */
export function childAt(lookup: Lookup): Node | null {
  return walk(lookup).node
}

/** Keys of the map at a path, as written and in the file's order, which a JavaScript object would not keep for `7`. */
export function keysAt(lookup: Lookup): readonly string[] {
  const { node, missing } = walk(lookup)
  return isMap(node) && missing === 0 ? node.items.flatMap((item) => keyText(item.key) ?? []) : []
}

/** The key that ends a path, or the last node on the way that exists. */
export function keyAt({ root, path, targets }: Lookup): Node | null {
  const parent = childAt({ root, path: path.slice(0, -1), targets })
  const key = isMap(parent) ? parent.items.find((item) => keyText(item.key) === path.at(-1))?.key : undefined
  return (key as Node | undefined) ?? childAt({ root, path, targets })
}

interface Lookup {
  readonly root: Node | null
  readonly path: DataPath
  readonly targets: Targets
}

/** Follows the path as far as it leads, and counts the missing parts. */
function walk({ root, path, targets }: Lookup): { node: Node | null; missing: number } {
  let node = follow(root, targets)
  for (const [index, part] of path.entries()) {
    const next = isMap(node)
      ? valueUnder(node.items, part)
      : isSeq(node)
        ? node.items[Number(part)]
        : undefined
    if (next === undefined || next === null) return { node, missing: path.length - index }
    node = follow(next as Node, targets)
  }
  return { node, missing: 0 }
}

function valueUnder(items: readonly { key: unknown; value: unknown }[], key: string | number): unknown {
  const item = items.find((candidate) => keyText(candidate.key) === key)
  return item?.value ?? item?.key
}

function follow(node: Node | null, targets: Targets): Node | null {
  return isAlias(node) ? (targets.get(node) ?? node) : node
}

/** A key as it is written, or undefined if it is a map, a list or an alias. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined
  return typeof key.value === 'string' ? key.value : key.source
}
