import { LineCounter, type Node, parseDocument, type YAMLError } from 'yaml'
import { type Location, type Problem, throwIfInvalid } from '../../base/errors.js'
import type { Json } from '../../base/json.js'
import { maxDepth, readNodes } from './yaml-data.js'
import { childAt, type DataPath, keyAt, keysAt } from './yaml-lookup.js'

/** A YAML file as plain data, with the place of each part. */
export interface YamlSource {
  /** Name of the file, for problems. */
  readonly file: string
  readonly data: Json
  /** What is wrong with keys, tags, aliases and numbers; `data` lacks these parts. */
  readonly problems: readonly Problem[]
  /** Paths of these parts. */
  readonly refused: readonly DataPath[]
  /** Keys of the map at a path, in the file's order. */
  readonly keys: (path: DataPath) => readonly string[]
  /** Where the value at a path starts, or the nearest thing around it that exists. */
  readonly valueAt: (path: DataPath) => Location
  /** Where the key at the end of a path starts. */
  readonly keyAt: (path: DataPath) => Location
}

/**
 * Reads YAML 1.2 with the core schema, whatever version the file says it is.
 * Throws one InputError with all errors of syntax: data behind such an error would be guesswork.
 */
export function readYaml({ text, file }: { text: string; file: string }): YamlSource {
  const known = recent.find((one) => one.text === text && one.source.file === file)
  if (known !== undefined) return known.source
  const source = read({ text, file })
  recent.unshift({ text, source })
  recent.length = Math.min(recent.length, mostRecent)
  return source
}

// One run reads the same file several times, and parsing it costs more than all that is done with the data.
const recent: { readonly text: string; readonly source: YamlSource }[] = []
const mostRecent = 4

function read({ text, file }: { text: string; file: string }): YamlSource {
  const lines = new LineCounter()
  const locate = (offset: number): Location => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const source = text.replace(/^\ufeff/, '')
  const document = parseDocument(source, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    // yaml compares values, so it takes `007` and `7` for one key and `"7"` and `7` for two.
    uniqueKeys: false,
    prettyErrors: false,
    // At 'silent', yaml would not report that a second document follows.
    logLevel: 'error',
  })
  throwIfInvalid(syntaxProblems({ errors: document.errors, file, locate }))

  const { data, faults, targets } = readNodes(document.contents)
  const start = (node: Node | null): Location => locate(node?.range?.[0] ?? 0)
  return {
    file,
    data,
    problems: faults.map(({ node, also, message, hint }) => ({
      reason: 'invalid-flock',
      message: `${file}: ${message}${also === undefined ? '' : `: first on line ${start(also).line}`}`,
      at: start(node),
      hint,
    })),
    refused: faults.map(({ path }) => path),
    keys: (path) => keysAt({ root: document.contents, path, targets }),
    valueAt: (path) => start(childAt({ root: document.contents, path, targets })),
    keyAt: (path) => start(keyAt({ root: document.contents, path, targets })),
  }
}

const syntaxWords: Partial<Record<YAMLError['code'], { message?: string; hint: string }>> = {
  TAB_AS_INDENT: { message: 'a tab is used to indent', hint: 'indent with spaces' },
  MULTIPLE_DOCS: {
    message: 'a second document starts here',
    hint: 'keep everything in one document: remove the line "---"',
  },
  RESOURCE_EXHAUSTION: { message: 'nested too deep', hint: `keep it to ${maxDepth} levels` },
  BAD_INDENT: { hint: 'ensure that brackets are closed and that keys of one map start in one column' },
  MISSING_CHAR: { hint: 'ensure that each quote and bracket is closed and each ":" has a space after it' },
}

interface SyntaxErrors {
  readonly errors: readonly YAMLError[]
  readonly file: string
  readonly locate: (offset: number) => Location
}

/** The first error of each line: further errors of a line mostly follow from the first. */
function syntaxProblems({ errors, file, locate }: SyntaxErrors): readonly Problem[] {
  // After an overflow of the stack inside yaml, nothing else can be trusted.
  const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION')
  const byLine = new Map<number | undefined, Problem>()
  for (const error of exhausted === undefined ? errors : [exhausted]) {
    const words = syntaxWords[error.code]
    const message = words?.message ?? error.message.replaceAll(/\s+/g, ' ')
    const at = locate(error.pos[0])
    if (byLine.has(at.line)) continue
    byLine.set(at.line, {
      reason: 'invalid-flock',
      message: `${file}: not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      at,
      hint: words?.hint ?? 'ensure that indents, colons, quotes and brackets are right here and just above',
    })
  }
  return [...byLine.values()]
}
