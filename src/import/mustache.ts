type TagKind = 'variable' | 'section' | 'inverted' | 'end' | 'comment' | 'partial' | 'delimiter' | 'silent'

export interface Tag {
  readonly kind: TagKind
  readonly key: string
  readonly line: number
}

/** Text, and the tag that ends it. A tag on a line of its own removes `before` and `after`; `kept` stays. */
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
 * Reads mustache as chevron 0.14.0 does. chevron's rules for a tag on a line of its own differ from the
 * specification: only spaces before the tag are removed, and a tag after another such tag counts, too.
 */
export function readMustache(text: string): Mustache {
  const pieces: Piece[] = []
  let state: State = { rest: text, before: '', line: 1, isAlone: true }
  while (state.rest !== '') {
    const at = state.rest.indexOf('{{')
    // chevron drops an opening at the very end silently.
    if (at < 0 || at + 2 === state.rest.length) {
      const kept = at < 0 ? state.rest : state.rest.slice(0, at)
      pieces.push({ before: state.before, kept, after: '' })
      state = { ...state, before: '' }
      break
    }
    const step = readPiece(state, at)
    if ('message' in step) return { pieces, fault: step }
    pieces.push(step.piece)
    state = step.state
  }
  if (state.before !== '') pieces.push({ before: state.before, kept: '', after: '' })
  const fault = findUnbalanced(pieces.flatMap(({ tag }) => tag ?? []))
  return fault === undefined ? { pieces } : { pieces, fault }
}

interface State {
  readonly rest: string
  /** The part of the text that the tag before it removed. */
  readonly before: string
  readonly line: number
  readonly isAlone: boolean
}

type Fault = NonNullable<Mustache['fault']>

function readPiece(
  { rest, before, line, isAlone: wasAlone }: State,
  at: number,
): Fault | { readonly piece: Piece; readonly state: State } {
  const literal = rest.slice(0, at)
  const tagLine = line + newlines(literal)
  const end = rest.indexOf('}}', at + 2)
  if (end < 0) return { line: tagLine, message: 'a tag is never closed' }
  const inner = rest.slice(at + 2, end)
  if (inner === '') return { line: tagLine, message: 'a tag is empty' }
  const isTriple = inner.startsWith('{') && rest[end + 2] === '}'
  const behind = rest.slice(end + (isTriple ? 3 : 2))
  const tag = readTag(inner, { line: tagLine, isTriple })
  const isAlone = isAloneBefore(literal, wasAlone) && tag.kind !== 'variable' && isBlank(firstLine(behind))
  const after = isAlone && tag.kind !== 'partial' ? (/ *$/.exec(literal)?.[0] ?? '') : ''
  const taken = isAlone ? behind.slice(0, behind.indexOf('\n') + 1) : ''
  return {
    piece: { before, kept: literal.slice(0, literal.length - after.length), after, tag },
    state: {
      rest: behind.slice(taken.length),
      before: taken,
      line: tagLine + newlines(inner) + newlines(taken),
      isAlone,
    },
  }
}

function readTag(inner: string, { line, isTriple }: { line: number; isTriple: boolean }): Tag {
  const first = inner[0] ?? ''
  if (first === '{') return { kind: isTriple ? 'variable' : 'silent', key: inner.slice(1).trim(), line }
  const kind = Object.hasOwn(kinds, first) ? kinds[first] : undefined
  return { kind: kind ?? 'variable', key: (kind === undefined ? inner : inner.slice(1)).trim(), line }
}

function findUnbalanced(tags: readonly Tag[]): Fault | undefined {
  const open: Tag[] = []
  for (const tag of tags) {
    if (tag.kind === 'section' || tag.kind === 'inverted') open.push(tag)
    if (tag.kind === 'end' && open.pop()?.key !== tag.key) {
      return { line: tag.line, message: `"{{/${tag.key}}}" closes what is not open` }
    }
  }
  const [unclosed] = open
  return unclosed && { line: unclosed.line, message: `"{{#${unclosed.key}}}" is never closed` }
}

function isAloneBefore(literal: string, wasAlone: boolean): boolean {
  if (!literal.includes('\n') && !wasAlone) return false
  return isBlank(literal.slice(literal.lastIndexOf('\n') + 1))
}

function firstLine(text: string): string {
  const end = text.indexOf('\n')
  return end < 0 ? text : text.slice(0, end)
}

/** True for an empty text and for one for which Python's `isspace` is true. */
function isBlank(text: string): boolean {
  return /^[\s\x1c-\x1f\x85]*$/.test(text) && !text.includes('\ufeff')
}

function newlines(text: string): number {
  return text.split('\n').length - 1
}
