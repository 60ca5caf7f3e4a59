import { stringify } from 'yaml'

/** One line of a map, or a few: a text or number, a map of texts, or a text that is folded over lines. */
export interface Entry {
  readonly key: string
  readonly value: EntryValue
}

export type EntryValue =
  | string
  | number
  | { readonly map: Readonly<Record<string, Scalar | readonly string[]>> }
  | { readonly folded: string }

type Scalar = string | number | boolean

/** As wide as Biome lets a line be. */
const width = 110

/** The lines of an entry, as Biome formats YAML: a map in one line where it fits, or in one below its key. */
export function renderEntry({ key, value }: Entry, indent: string): readonly string[] {
  if (typeof value !== 'object') return [`${indent}${key}: ${renderScalar(value)}`]
  if ('folded' in value) return [`${indent}${key}: >-`, ...wrap(value.folded, `${indent}  `)]
  const pairs = Object.entries(value.map).map(([name, one]) => `${name}: ${inFlow(one)}`)
  const flow = `{ ${pairs.join(', ')} }`
  const line = `${indent}${key}: ${flow}`
  if (line.length <= width) return [line]
  const below = `${indent}  ${flow}`
  return [
    `${indent}${key}:`,
    ...(below.length <= width ? [below] : pairs.map((pair) => `${indent}  ${pair}`)),
  ]
}

function renderScalar(value: Scalar): string {
  return stringify(value, { lineWidth: 0, compat: 'yaml-1.1' }).trimEnd()
}

/** Plain only where no reader of YAML could take it for anything else. */
function inFlow(value: Scalar | readonly string[]): string {
  if (typeof value === 'object') return `[${value.map(inFlow).join(', ')}]`
  return typeof value === 'string' && !/^[A-Za-z][\w .;*/-]*$/.test(value)
    ? stringify(value, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd()
    : renderScalar(value)
}

function wrap(text: string, indent: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`${indent}${word}`)
  }
  return lines
}
