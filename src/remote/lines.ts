import { StringDecoder } from 'node:string_decoder'

/** The longest line that is kept as a whole: a program that never prints a newline must not fill the memory. */
const maxLine = 64 * 1024

export interface LineSplitter {
  write(chunk: Buffer): void
  end(): void
}

/** Cuts a byte stream into lines; characters that are split across chunks stay whole. */
export function splitLines(onLine: (line: string) => void): LineSplitter {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  const take = (text: string): void => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
    if (rest.length > maxLine) {
      onLine(rest)
      rest = ''
    }
  }
  return {
    write: (chunk) => take(decoder.write(chunk)),
    end: () => {
      take(decoder.end())
      if (rest !== '') onLine(rest)
      rest = ''
    },
  }
}
