import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { JsonObject } from '../../base/json.js'
import type { DataPath, Place, PlacedProblem } from '../placed-problem.js'

export interface YamlMap {
  readonly data: JsonObject
  /** The place of the value at a path, or of the nearest thing around it. */
  readonly placeOf: (path: DataPath) => Place
}

/** Reads YAML 1.2 with one map whose values JSON can hold. An empty text is an empty map. */
export function readYamlMap(text: string): YamlMap | { readonly problems: readonly PlacedProblem[] } {
  const lineCounter = new LineCounter()
  const place = (offset = 0): Place => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const document = parseDocument(text, {
    lineCounter,
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    logLevel: 'error',
  })
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(({ message, pos }) => ({
        place: place(pos[0]),
        message: `not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replaceAll(/\s+/g, ' ')}`,
        hint: 'ensure that indents, colons, quotes and brackets are right here and just above',
      })),
    }
  }
  const { contents } = document
  const placeOf = (path: DataPath): Place => place(startOf(contents, path))
  const isNothing = contents === null || (isScalar(contents) && contents.value === null)
  if (isNothing) return { data: {}, placeOf }
  if (!isMap(contents)) {
    const hint = 'write lines of "NAME: value"'
    return { problems: [{ place: placeOf([]), message: 'expected a map', hint }] }
  }
  try {
    // Going through JSON removes NaN, infinity and shared objects.
    return { data: JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 }))) as JsonObject, placeOf }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return {
      problems: [
        {
          place: placeOf([]),
          message: `not valid YAML: ${error.message.replaceAll(/\s+/g, ' ')}`,
          hint: 'write the values out, without aliases',
        },
      ],
    }
  }
}

function startOf(root: unknown, path: DataPath): number | undefined {
  let node: unknown = root
  for (const part of path) {
    const next: unknown = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && key.value === part)?.key
      : undefined
    const value: unknown = isMap(node) ? node.get(part, true) : undefined
    if (!isNode(value) && !isNode(next)) break
    node = isNode(value) ? value : next
  }
  return isNode(node) ? node.range?.[0] : undefined
}
