import type { Json } from '../../base/json.js'

const longest = 60

/** A value as a message shows it: on one line, of limited length, without control or direction characters. */
export function shown(value: Json): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a map'
  return typeof value === 'string' ? quoted(value) : String(value)
}

/** A text in double quotes, otherwise as `shown` gives it. */
export function quoted(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text
  return JSON.stringify(cut).replaceAll(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, escaped)
}

/** `machines.web-1.groups[0]`; a key with other characters is quoted. */
export function shownPath(path: readonly (string | number)[]): string {
  return path.map(shownPart).join('').replace(/^\./, '')
}

function shownPart(part: string | number): string {
  if (typeof part === 'number') return `[${part}]`
  return /^[A-Za-z0-9_-]{1,63}$/.test(part) ? `.${part}` : `.${quoted(part)}`
}

/** `a, b, c and 4 more`. */
export function shownNames(names: readonly string[]): string {
  const more = names.length > 8 ? ` and ${names.length - 8} more` : ''
  return `${names.slice(0, 8).join(', ')}${more}`
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
