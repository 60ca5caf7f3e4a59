import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, type Scalar } from 'yaml'
import type { Json } from '../../base/json.js'
import { quoted } from '../problems/shown.js'
import { type DataPath, keyText, type Targets } from './yaml-lookup.js'

/** Something that YAML allows and Drover does not. */
export interface Fault {
  readonly node: Node | null
  readonly path: DataPath
  /** The earlier place that this one clashes with. */
  readonly also?: Node
  readonly message: string
  readonly hint: string
}

interface Anchor {
  readonly node: Node
  readonly value: Json
  readonly size: number
  /** Levels below the node. */
  readonly levels: number
}

type NewFault = Omit<Fault, 'path'>

interface Reading {
  readonly fault: (fault: NewFault) => void
  readonly path: (string | number)[]
  readonly targets: Map<Alias, Node>
  /** By name; 'open' while the value is still being read. */
  readonly anchors: Map<string, Anchor | 'open'>
  /** Number of values read so far; those behind aliases count again at each use. */
  size: number
  /** The number of levels of the deepest path so far, those behind aliases included. */
  reached: number
}

/** How many levels of maps and lists a file may have: the code that works on the data recurses, too. */
export const maxDepth = 100

/** A file with more values than this, which aliases repeat, is taken for an attack. */
const maxValues = 200_000

/**
 * Turns YAML nodes into JSON. yaml's own `toJS` would reformat keys (`007` to
 * `7`), let in dates and bytes, and lose the place of what it refuses.
 */
export function readNodes(root: Node | null): { data: Json; faults: readonly Fault[]; targets: Targets } {
  const faults: Fault[] = []
  const targets = new Map<Alias, Node>()
  const path: (string | number)[] = []
  const fault = (found: NewFault): void => {
    faults.push({ ...found, path: [...path] })
  }
  const data = readNode(root, { fault, path, targets, anchors: new Map(), size: 0, reached: 0 })
  return { data, faults, targets }
}

function readNode(node: Node | null, reading: Reading): Json {
  reading.size += 1
  if (node === null) return null
  if (isAlias(node)) return readAlias(node, reading)
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
  if (anchor === undefined) return readContent(node as ParsedNode, reading)

  const depth = reading.path.length
  const before = { size: reading.size, reached: reading.reached }
  reading.anchors.set(anchor, 'open')
  reading.reached = depth
  const value = readContent(node as ParsedNode, reading)
  const levels = reading.reached - depth
  reading.anchors.set(anchor, { node, value, size: reading.size - before.size, levels })
  reading.reached = Math.max(before.reached, reading.reached)
  return value
}

function readAlias(alias: Alias, reading: Reading): Json {
  const anchor = reading.anchors.get(alias.source)
  if (anchor === undefined || anchor === 'open') {
    const what = anchor === 'open' ? 'is used inside itself' : 'is used before it is defined'
    const message = `the anchor ${quoted(alias.source)} ${what}`
    reading.fault({ node: alias, message, hint: `write "&${alias.source}" at an earlier value` })
    return null
  }
  reading.targets.set(alias, anchor.node)
  const levels = reading.path.length + anchor.levels
  if (levels > maxDepth) {
    reading.fault({ node: alias, ...tooDeep })
    return null
  }
  reading.reached = Math.max(reading.reached, levels)
  if (reading.size > maxValues) return null
  reading.size += anchor.size
  if (reading.size > maxValues) {
    const message = `aliases make the file larger than ${maxValues} values`
    reading.fault({ node: alias, message, hint: 'share values through groups instead' })
  }
  return anchor.value
}

const tooDeep = { message: 'nested too deep', hint: `keep it to ${maxDepth} levels` }

function readContent(node: ParsedNode, reading: Reading): Json {
  if (node.tag !== undefined && !/^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/.test(node.tag)) {
    reading.fault({ node, message: `unknown tag ${quoted(node.tag)}`, hint: 'remove the tag' })
    return null
  }
  reading.reached = Math.max(reading.reached, reading.path.length)
  if (reading.path.length > maxDepth) {
    reading.fault({ node, ...tooDeep })
    return null
  }
  if (isMap(node)) return readMap(node.items as readonly { key: Node; value: Node | null }[], reading)
  if (isSeq(node))
    return node.items.map((item, index) => readChild({ node: item as Node, part: index, reading }))
  return isScalar(node) ? readScalar(node, reading) : null
}

function readMap(items: readonly { key: Node; value: Node | null }[], reading: Reading): Json {
  const entries = new Map<string, { key: Node; value: Json }>()
  for (const { key, value } of items) {
    const name = keyText(key)
    const earlier = name === undefined ? undefined : entries.get(name)
    const fault = keyFault({ key, name, earlier: earlier?.key })
    // The value below a faulty key is read, too, for its anchors and its faults.
    const data = readChild({ node: value, part: name ?? '', fault, reading })
    if (name !== undefined && fault === undefined) entries.set(name, { key, value: data })
  }
  return Object.fromEntries([...entries].map(([name, { value }]) => [name, value]))
}

interface Child {
  readonly node: Node | null
  readonly part: string | number
  readonly fault?: NewFault | undefined
  readonly reading: Reading
}

function readChild({ node, part, fault, reading }: Child): Json {
  reading.path.push(part)
  if (fault !== undefined) reading.fault(fault)
  const value = readNode(node, reading)
  reading.path.pop()
  return value
}

interface Key {
  readonly key: Node
  readonly name: string | undefined
  readonly earlier?: Node | undefined
}

function keyFault({ key, name, earlier }: Key): NewFault | undefined {
  if (name === undefined || name === '') {
    return { node: key, message: 'a key is not a single text', hint: 'write a name before the ":"' }
  }
  if (earlier !== undefined) {
    const hint = 'keep one of the two, or give one another name'
    return { node: key, also: earlier, message: `the key ${quoted(name)} is given twice`, hint }
  }
  if (name === '__proto__') {
    return { node: key, message: 'the key "__proto__" cannot be used', hint: 'give it another name' }
  }
  if (name === '<<') {
    return { node: key, message: 'the merge key "<<" cannot be used', hint: 'share values through groups' }
  }
  return undefined
}

function readScalar(node: Scalar, reading: Reading): Json {
  const { value } = node
  if (typeof value === 'number' && (!Number.isFinite(value) || isInexact(node, value))) {
    const message = `the number ${node.source ?? value} cannot be kept exactly`
    reading.fault({ node, message, hint: 'put it in quotes, as a text' })
    return null
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return null
}

function isInexact(node: Scalar, value: number): boolean {
  return !Number.isSafeInteger(value) && /^[-+]?(?:[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(node.source ?? '')
}
