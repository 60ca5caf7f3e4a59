import { toLines } from '../text/lines.js'
import { cutCharacters } from './github-limits.js'

const cellCharacters = 500

/**
 * Text as GitHub's Markdown shows it literally, on one line, also in a cell of a table.
 * The zero-width space keeps `@name` and `#12` from becoming a mention or a reference:
 * GitHub looks for those after entities are decoded, so an entity alone does not.
 */
export function escapeMarkdown(text: string): string {
  return cutCharacters(toLines(text).join(' '), cellCharacters)
    .replace(/[&<>|`*_~[\]\\$]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/@/g, '@&#8203;')
    .replace(/(?<!&)#(?=\d)/g, '#&#8203;')
    .replace(/\bgh-(?=\d)/gi, (reference) => `${reference.slice(0, 2)}&#8203;-`)
    .replace(/:\/\//g, ':&#8203;//')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}&#8203;.`)
}

/** A code span that holds any text. HTML instead of backticks: it needs no counting and works in a cell. */
export function codeSpan(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`
}

/** A fenced block that no line of the text can close. */
export function codeBlock(lines: readonly string[], language = ''): string {
  const longest = Math.max(
    0,
    ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)),
  )
  const fence = '`'.repeat(Math.max(3, longest + 1))
  return `${fence}${language}\n${lines.map((line) => `${line}\n`).join('')}${fence}\n`
}

/** A part that is folded until someone opens it. */
export function folded(title: string, body: string): string {
  return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${body}\n</details>\n\n`
}

/** One row of a table; the cells are Markdown already. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

/** A link, or only its text when the address is no web page. */
export function link(markdown: string, address: string | undefined): string {
  if (address === undefined || !/^https?:\/\/[^\s()<>|`"'\\]+$/.test(address)) return markdown
  return `[${markdown}](${address})`
}
