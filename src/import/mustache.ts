export type TagKind =
  | 'variable'
  | 'section'
  | 'inverted'
  | 'end'
  | 'comment'
  | 'partial'
  | 'delimiter'
  | 'silent'

export interface Tag {
  readonly kind: TagKind
  readonly key: string
  readonly line: number
}

/** Text, and the tag that ends it. What a tag on a line of its own takes away with it is `before` and `after` of `kept`. */
export interface Piece {
  readonly before: string
  readonly kept: string
  readonly after: string
  readonly tag?: Tag
}

export interface Mustache {
  readonly pieces: readonly Piece[]
  /** Why chevron would not read it. */
  readonly fault?: { readonly line: number; readonly message: string }
}

const kinds: Readonly<Record<string, TagKind>> = {
  '!': 'comment',
  '#': 'section',
  '^': 'inverted',
  '/': 'end',
  '>': 'partial',
  '=': 'delimiter',
  '&': 'variable',
}

/**
 * Reads mustache as chevron 0.14.0 does, whose rules for a tag on a line of its own are not the
 * specification's: only spaces are taken away before it, and a tag behind another such tag counts, too.
 */
export function readMustache(text: string): Mustache {
  const pieces: Piece[] = []
  const open: Tag[] = []
  let rest = text
  let before = ''
  let line = 1
  let isAlone: boolean = true
  const faulty = (message: string, at = line): Mustache => ({ pieces, fault: { line: at, message } })
  while (rest !== '') {
    const at = rest.indexOf('{{')
    // An opening at the very end is dropped without a word.
    if (at < 0 || at + 2 === rest.length) {
      pieces.push({ before, kept: at < 0 ? rest : rest.slice(0, at), after: '' })
      before = ''
      break
    }
    const literal = rest.slice(0, at)
    line += newlines(literal)
    const end = rest.indexOf('}}', at + 2)
    if (end < 0) return faulty('a tag is never closed')
    const inner = rest.slice(at + 2, end)
    if (inner === '') return faulty('a tag is empty')
    rest = rest.slice(end + 2)
    const isTriple = inner.startsWith('{')
    const isClosedTriple = isTriple && rest.startsWith('}')
    if (isClosedTriple) rest = rest.slice(1)
    const kind = isTriple ? (isClosedTriple ? 'variable' : 'silent') : (kinds[inner[0] ?? ''] ?? 'variable')
    const isPlain = !isTriple && !(inner[0] !== undefined && Object.hasOwn(kinds, inner[0]))
    const tag: Tag = { kind, key: (isPlain ? inner : inner.slice(1)).trim(), line }
    line += newlines(inner)
    if (kind === 'section' || kind === 'inverted') open.push(tag)
    if (kind === 'end') {
      const opened = open.pop()
      if (opened?.key !== tag.key) return faulty(`"{{/${tag.key}}}" closes what is not open`, tag.line)
    }
    isAlone = isAloneBefore(literal, isAlone) && kind !== 'variable' && isBlank(firstLine(rest))
    const spaces = isAlone && kind !== 'partial' ? (/ *$/.exec(literal)?.[0] ?? '') : ''
    pieces.push({ before, kept: literal.slice(0, literal.length - spaces.length), after: spaces, tag })
    before = ''
    if (isAlone && rest.includes('\n')) {
      before = rest.slice(0, rest.indexOf('\n') + 1)
      rest = rest.slice(before.length)
      line += 1
    }
  }
  if (before !== '') pieces.push({ before, kept: '', after: '' })
  const [unclosed] = open
  if (unclosed !== undefined) return faulty(`"{{#${unclosed.key}}}" is never closed`, unclosed.line)
  return { pieces }
}

function isAloneBefore(literal: string, wasAlone: boolean): boolean {
  if (!literal.includes('\n') && !wasAlone) return false
  return isBlank(literal.slice(literal.lastIndexOf('\n') + 1))
}

function firstLine(text: string): string {
  const end = text.indexOf('\n')
  return end < 0 ? text : text.slice(0, end)
}

/** Python's `isspace`, or nothing. */
function isBlank(text: string): boolean {
  return /^[\s\x1c-\x1f\x85]*$/.test(text) && !text.includes('\ufeff')
}

function newlines(text: string): number {
  return text.split('\n').length - 1
}
