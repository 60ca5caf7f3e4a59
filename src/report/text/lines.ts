import { neutralise } from '../../base/text/neutralise.js'

/**
 * The lines of a text, each safe to print. A lone carriage return ends a line, as it does
 * in the log of a runner; an end of line at the very end adds no line.
 */
export function toLines(text: string): readonly string[] {
  const lines = neutralise(text).split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** The last `count` lines, with a line in front that says how many are left out. */
export function lastLines(text: string, count: number): readonly string[] {
  const lines = toLines(text)
  if (lines.length <= count) return lines
  return [`… ${lines.length - count} lines before`, ...lines.slice(-count)]
}
