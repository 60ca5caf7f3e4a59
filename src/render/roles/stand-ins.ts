import type { Json, JsonObject } from '../../base/json.js'
import { placeholder } from '../../base/placeholder.js'
import type { Secret, SecretKind } from '../../base/secret.js'

// Private-use characters: nobody types them, YAML reads them as letters, and JSON does not escape them.
const standIns = /\ue000(?<key>(?<kind>secret|generated):(?<name>[A-Z][A-Z0-9_]*))\ue001/g

/** The text that stands for a secret while YAML is read. */
export function standIn(secret: Pick<Secret, 'kind' | 'name'>): string {
  return `\ue000${secretKey(secret)}\ue001`
}

/** The key of a secret. It includes the kind, because a given and a generated secret may have the same name. */
export function secretKey({ kind, name }: Pick<Secret, 'kind' | 'name'>): string {
  return `${kind}:${name}`
}

export function isStandIn(text: string): boolean {
  return text.search(standIns) >= 0
}

/** The value with placeholders, which may be shown and kept. */
export function withPlaceholders(value: Json): Json {
  return mapTexts(value, (text) =>
    text.replaceAll(standIns, (_all, _key, kind: SecretKind, name: string) => placeholder({ kind, name })),
  )
}

/** Writes variables as YAML for Ansible, with the values of their secrets. */
export function writeWithValues(vars: JsonObject, secrets: ReadonlyMap<string, Secret>): string {
  const lines = Object.keys(vars)
    .sort()
    .map((name) => `${name}: ${written(vars[name] ?? null, secrets)}\n`)
  return `---\n${lines.join('')}`
}

function written(value: Json, secrets: ReadonlyMap<string, Secret>): string {
  if (typeof value === 'string') return writtenText(value, secrets)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item: Json) => written(item, secrets)).join(', ')}]`
  const entries = Object.entries(value).map(([key, item]) => `${quoted(key)}: ${written(item, secrets)}`)
  return `{${entries.join(', ')}}`
}

function writtenText(text: string, secrets: ReadonlyMap<string, Secret>): string {
  const values = [...text.matchAll(standIns)].map(([, key = '']) => secrets.get(key)?.reveal() ?? '')
  const whole = text.replaceAll(standIns, () => values.shift() ?? '')
  const holdsBraces = [...text.matchAll(standIns)].some(([, key = '']) =>
    /[{}]/.test(secrets.get(key)?.reveal() ?? ''),
  )
  // Ansible would run text in braces as a template, and show it when that fails.
  return holdsBraces && /\{[{%#]/.test(whole) ? `!unsafe ${quoted(whole)}` : quoted(whole)
}

/** Quotes a text as JSON, which is YAML except for characters that YAML cannot contain. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: Json) => mapTexts(item, change))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]))
}
