import { isUtf8 } from 'node:buffer'

export interface TextLine {
  readonly text: string
  readonly line: number
}

/** Text with the line ends that Python's text mode makes of all kinds; undefined for what is not UTF-8. */
export function readText(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8').replace(/\r\n?/g, '\n') : undefined
}

/** Lines that hold something, without the blanks around; a byte order mark is left out. */
export function readLines(text: string): readonly TextLine[] {
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((raw, index) => ({ text: raw.trim(), line: index + 1 }))
    .filter((line) => line.text !== '')
}
