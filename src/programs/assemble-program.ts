import { quoteWord } from '../base/text/quote.js'

/** Texts and numbers are one word; a list is an array, which only bash knows. */
type ProgramValue = string | number | readonly string[]

/** What a program is told by name. It says which names it wants in its first lines. */
export type ProgramValues = Readonly<Record<string, ProgramValue>>

/**
 * A program as one text: the parts that its head names (`. ./ROOM/PART.sh`) in their places, without the comments
 * of heads. Nothing else of it is touched. A head is the lines up to the first one that is no comment, no part, no
 * demand for values (`: "${NAME:?}"`) and not empty, so a here-document or a quoted text is never in one.
 */
export function assembleProgram(name: string, read: (name: string) => string): string {
  const lines = read(name).split('\n')
  const found = lines.findIndex((line) => !/^(?:#|: "|\. \.\/|$)/.test(line))
  const end = found === -1 ? lines.length : found
  const head = lines.slice(0, end).flatMap((line) => {
    const [, part] = /^\. \.\/(\S+)$/.exec(line) ?? []
    if (part !== undefined) return [assembleProgram(part, read).trimEnd()]
    return line.startsWith(':') ? [line] : []
  })
  return [...head, ...lines.slice(end)].join('\n')
}

/** `NAME=VALUE` lines to go in front of a program. */
export function renderValues(values: ProgramValues): string {
  return Object.entries(values)
    .map(([name, value]) => {
      if (!/^[a-z][a-z_]*$/.test(name)) throw new TypeError(`"${name}" cannot be the name of a value`)
      const word = Array.isArray(value) ? `(${value.map(quoteWord).join(' ')})` : quoteWord(String(value))
      return `${name}=${word}\n`
    })
    .join('')
}
