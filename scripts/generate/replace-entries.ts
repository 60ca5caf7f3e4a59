import { isMap, isScalar, parseDocument } from 'yaml'
import { type Entry, renderEntry } from './yaml-entry.ts'

export type Path = readonly (string | number)[]

/**
 * `text` with the entries of the map at `path` replaced; everything outside of it stays as it is. A comment
 * above an entry or behind it stays with the entry of that key, and goes with it.
 */
export function replaceEntries(text: string, path: Path, entries: readonly Entry[]): string {
  const places = findEntries(text, path)
  const [first] = places
  const last = places.at(-1)
  if (first === undefined || last === undefined) throw new Error(`${path.join('.')}: is empty`)
  const indent = ' '.repeat(first.column)
  const lines = entries.flatMap((entry) => {
    const { above = [], behind = '' } = places.find(({ key }) => key === entry.key) ?? {}
    const [head = '', ...rest] = renderEntry(entry, indent)
    return [...above, behind === '' ? head : `${head} ${behind}`, ...rest]
  })
  return `${text.slice(0, first.start)}${lines.join('\n')}${text.slice(last.end)}`
}

interface Place {
  readonly key: string
  /** Where its line begins, and where its last line ends. */
  readonly start: number
  readonly end: number
  readonly column: number
  /** Lines between the entry before it and this one. What is above the first is not part of the map. */
  readonly above: readonly string[]
  /** A comment at the end of its last line. */
  readonly behind: string
}

function findEntries(text: string, path: Path): readonly Place[] {
  const map = parseDocument(text).getIn(path, true)
  if (!isMap(map)) throw new Error(`${path.join('.')}: is no map`)
  const places: Place[] = []
  for (const { key, value } of map.items) {
    if (!isScalar(key)) throw new Error(`${path.join('.')}: has a key that is no text`)
    const [keyStart = 0, keyEnd = 0] = key.range ?? []
    const valueEnd = (value as { readonly range?: readonly number[] } | null)?.range?.[1] ?? keyEnd
    const start = text.lastIndexOf('\n', keyStart - 1) + 1
    const contentEnd = text.slice(0, valueEnd).trimEnd().length
    const newline = text.indexOf('\n', contentEnd)
    const end = newline === -1 ? text.length : newline
    const previous = places.at(-1)
    places.push({
      key: String(key.value),
      start,
      end,
      column: keyStart - start,
      above:
        previous === undefined || start <= previous.end + 1 ? [] : linesOf(text, previous.end + 1, start),
      behind: text.slice(contentEnd, end).trim(),
    })
  }
  return places
}

function linesOf(text: string, start: number, end: number): readonly string[] {
  return text.slice(start, end - 1).split('\n')
}
