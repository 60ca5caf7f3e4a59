import type { JsonObject } from '../../base/json.js'

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'sequence'; readonly digits: number }
  | { readonly kind: 'variable'; readonly name: string }

/** A machine entry's name: `fp-{region}-{seq:03}` in parts. */
export type NamePattern = readonly Part[]

/** Parses a name that the schema accepted. */
export function parseNamePattern(pattern: string): NamePattern {
  return [...pattern.matchAll(/\{seq(?::0(?<digits>[1-9]))?\}|\{(?<name>[^}]+)\}|(?<text>[^{]+)/g)].map(
    ({ groups }) => {
      if (groups?.text !== undefined) return { kind: 'text', text: groups.text }
      if (groups?.name !== undefined) return { kind: 'variable', name: groups.name }
      return { kind: 'sequence', digits: Number(groups?.digits ?? 1) }
    },
  )
}

export function hasSequence(pattern: NamePattern): boolean {
  return pattern.some((part) => part.kind === 'sequence')
}

/** Names of the pattern's variables that have no single value, in order. */
export function missingVariables(pattern: NamePattern, vars: JsonObject): readonly string[] {
  const names = pattern.flatMap((part) => (part.kind === 'variable' ? [part.name] : []))
  return [...new Set(names)].filter((name) => scalar(vars, name) === undefined)
}

/** The name that the pattern gives the machine of this number. */
export function expandName(
  pattern: NamePattern,
  { vars, number }: { vars: JsonObject; number: number },
): string {
  return pattern
    .map((part) => {
      if (part.kind === 'text') return part.text
      if (part.kind === 'sequence') return String(number).padStart(part.digits, '0')
      return scalar(vars, part.name) ?? ''
    })
    .join('')
}

function scalar(vars: JsonObject, name: string): string | undefined {
  const value = Object.hasOwn(vars, name) ? vars[name] : undefined
  if (value === undefined || value === null || typeof value === 'object') return undefined
  return String(value)
}
