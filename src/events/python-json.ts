import { DroverError } from '../base/errors.js'
import type { Json } from '../base/json.js'

/**
 * Byte for byte what Python's `json.dumps(value, sort_keys=True)` gives, so that
 * lines written here and by a Python process-data store can be compared and
 * hashed alike. Numbers must be integers that JavaScript holds exactly, because
 * the two languages print floats differently; another number throws `bug`.
 */
export function encodePythonJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return encodeInteger(value)
  if (typeof value === 'string') return encodeString(value)
  if (isArray(value)) return `[${value.map(encodePythonJson).join(', ')}]`
  const members = Object.entries(value)
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([key, inner]) => `${encodeString(key)}: ${encodePythonJson(inner)}`)
  return `{${members.join(', ')}}`
}

// Array.isArray does not narrow a readonly array out of the union.
function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function encodeInteger(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  throw new DroverError(`log event: the number ${value} is not an exact integer`, {
    reason: 'bug',
    hint: 'Give times and sizes in a smaller unit, as integers, or as text.',
  })
}

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

// Without the `u` flag each half of a surrogate pair is matched alone, which is how Python escapes it.
const escaped = /["\\]|[^ -~]/g

function encodeString(text: string): string {
  const body = text.replace(
    escaped,
    (unit) => short[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `"${body}"`
}

// JavaScript sorts by UTF-16 unit, which puts U+10000 and above before U+E000.
function compareCodePoints(a: string, b: string): number {
  const left = [...a]
  const right = [...b]
  for (const [index, character] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    const difference = (character.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
