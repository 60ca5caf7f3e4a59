/** A text to search for, and its replacement. */
export interface Pattern {
  readonly text: string
  readonly replacement: string
}

/** A stretch of text that is covered by matches; the patterns are those it takes to cover it. */
interface Span {
  readonly start: number
  readonly end: number
  readonly patterns: readonly Pattern[]
}

/** Searches for many texts at once. */
export interface Matcher {
  /** Every stretch that a pattern touches, in order: overlapping matches make one span, so that no part of any is left. */
  find(text: string): readonly Span[]
  replace(text: string): string
  /** The index from which the end of a text may be the beginning of a pattern; the text's length when there is none. */
  heldFrom(text: string): number
}

const keyLength = 4
const buckets = 1 << 16

/**
 * Buckets patterns by their first four characters, which a table answers in
 * constant time at each position. A combined regular expression was rejected:
 * with thousands of alternatives it tries many of them at each position.
 * Ignores patterns of fewer than four characters.
 */
export function makeMatcher(patterns: Iterable<Pattern>): Matcher {
  const index = indexPatterns(patterns)
  return {
    find: (text) => findSpans(text, index),
    replace: (text) => replaceSpans(text, findSpans(text, index)),
    heldFrom: (text) => findHeld(text, index),
  }
}

interface Index {
  /** By key; within a bucket the longest first. */
  readonly table: readonly (readonly Pattern[] | undefined)[]
  /** Beginnings of patterns that are too short for a key. */
  readonly beginnings: ReadonlySet<string>
  readonly longest: number
}

function indexPatterns(patterns: Iterable<Pattern>): Index {
  const all = [...patterns].filter(({ text }) => text.length >= keyLength)
  all.sort((one, other) => other.text.length - one.text.length)
  const table = new Array<Pattern[] | undefined>(buckets).fill(undefined)
  for (const pattern of all) {
    const key = keyAt(pattern.text, 0)
    const bucket = table[key]
    if (bucket === undefined) table[key] = [pattern]
    else bucket.push(pattern)
  }
  const beginnings = new Set(all.flatMap(({ text }) => [1, 2, 3].map((length) => text.slice(0, length))))
  return { table, beginnings, longest: all[0]?.text.length ?? 0 }
}

function keyAt(text: string, position: number): number {
  const high = Math.imul(text.charCodeAt(position), 31) + text.charCodeAt(position + 1)
  const low = Math.imul(text.charCodeAt(position + 2), 31) + text.charCodeAt(position + 3)
  return (Math.imul(high, 2654435761) ^ Math.imul(low, 40503)) >>> 16
}

function findSpans(text: string, { table, longest }: Index): readonly Span[] {
  const spans: { start: number; end: number; patterns: Pattern[] }[] = []
  if (longest === 0) return spans
  let last = { start: 0, end: 0, patterns: [] as Pattern[] }
  for (let position = 0; position + keyLength <= text.length; position += 1) {
    const pattern = table[keyAt(text, position)]?.find((candidate) =>
      text.startsWith(candidate.text, position),
    )
    if (pattern === undefined) continue
    const end = position + pattern.text.length
    if (end <= last.end) continue
    if (position < last.end) {
      last.end = end
      last.patterns.push(pattern)
    } else {
      last = { start: position, end, patterns: [pattern] }
      spans.push(last)
    }
  }
  return spans
}

function replaceSpans(text: string, spans: readonly Span[]): string {
  let result = ''
  let position = 0
  for (const { start, end, patterns } of spans) {
    result += text.slice(position, start)
    result += [...new Set(patterns.map(({ replacement }) => replacement))].join('')
    position = end
  }
  return result + text.slice(position)
}

function findHeld(text: string, { table, beginnings, longest }: Index): number {
  for (let position = Math.max(0, text.length - longest + 1); position < text.length; position += 1) {
    const left = text.length - position
    if (left < keyLength) {
      if (beginnings.has(text.slice(position))) return position
      continue
    }
    const bucket = table[keyAt(text, position)]
    if (
      bucket?.some(
        (candidate) => candidate.text.length > left && text.endsWith(candidate.text.slice(0, left)),
      )
    ) {
      return position
    }
  }
  return text.length
}
