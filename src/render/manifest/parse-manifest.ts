import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { TreeFile } from '../../base/tree.js'
import type { DataPath, Locate, Place, PlacedProblem } from '../placed-problem.js'
import { findManifestProblems } from './manifest-problems.js'
import { type ManifestFields, manifestSchema } from './manifest-schema.js'

export interface ManifestEntry {
  readonly fields: ManifestFields
  /** The place of a field's value; the place of the entry when the field is not given. */
  readonly place: (field: keyof ManifestFields) => Place
}

export interface Manifest {
  readonly entries: readonly ManifestEntry[]
  readonly problems: readonly PlacedProblem[]
}

const known = new WeakMap<TreeFile, Manifest>()

/**
 * Reads a `files.yml`. The result has entries or problems, never both. An empty file
 * is a manifest without entries. Results are cached by file, because most machines
 * of a flock share their layers.
 */
export function parseManifest(file: TreeFile): Manifest {
  const manifest = known.get(file) ?? readManifest(file.bytes.toString('utf8'))
  known.set(file, manifest)
  return manifest
}

function readManifest(text: string): Manifest {
  const lines = new LineCounter()
  const document = parseText(text, lines)
  if (document instanceof Error)
    return refused([{ place: { line: 1, column: 1 }, message: document.message }])
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  if (document.errors.length > 0) {
    return refused(
      document.errors.map(({ message, pos }) => ({ place: place(pos[0]), message: syntaxMessage(message) })),
    )
  }
  const data = readData(document)
  if (data instanceof Error) return refused([{ place: place(0), message: syntaxMessage(data.message) }])
  if (data === null || data === undefined) return { entries: [], problems: [] }

  const locate: Locate = (path, what) => place(offsetOf(document, { path, what }))
  const parsed = manifestSchema.safeParse(data)
  if (!parsed.success) return refused(findManifestProblems({ issues: parsed.error.issues, data, locate }))
  const entries = parsed.data.files.map(
    (fields, index): ManifestEntry => ({
      fields,
      place: (field) => locate(['files', index, field], 'value'),
    }),
  )
  return { entries, problems: [] }
}

/** yaml recurses into nested values: some thousand levels overflow the stack, which yaml throws or notes. */
function parseText(text: string, lineCounter: LineCounter): Document | Error {
  const tooDeep = new Error('not valid YAML: nested too deep')
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'silent' })
    return document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION') ? tooDeep : document
  } catch (error) {
    if (error instanceof RangeError) return tooDeep
    throw error
  }
}

function refused(problems: readonly PlacedProblem[]): Manifest {
  return { entries: [], problems }
}

function syntaxMessage(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ')
  return `not valid YAML: ${line.charAt(0).toLowerCase()}${line.slice(1)}`
}

/** Reads the data. yaml throws for aliases that would make the data explode, or that point nowhere. */
function readData(document: Document): unknown {
  try {
    return document.toJS()
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

/** The offset of the value or key at a path, or of the nearest thing around it that exists. */
function offsetOf(document: Document, { path, what }: { path: DataPath; what: 'key' | 'value' }): number {
  if (path.length === 0) return startOf(document.contents) ?? 0
  const last = path.at(-1)
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last)
    const offset = startOf(what === 'key' ? pair?.key : pair?.value) ?? startOf(pair?.key)
    if (offset !== undefined) return offset
  } else {
    const offset = startOf(document.getIn(path, true))
    if (offset !== undefined) return offset
  }
  return offsetOf(document, { path: path.slice(0, -1), what: 'value' })
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
