import { isUtf8 } from 'node:buffer'

export interface TextLine {
  readonly text: string
  readonly line: number
}

/** Decodes text and normalises line ends as Python's text mode does; undefined for bytes that are not UTF-8. */
export function readText(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8').replace(/\r\n?/g, '\n') : undefined
}

/** Lines that are not blank, trimmed. A byte order mark is left out. */
export function readLines(text: string): readonly TextLine[] {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((raw, index) => ({ text: raw.trim(), line: index + 1 }))
    .filter((line) => line.text !== '')
}
