const minLineLength = 8
const frame = /^-----(?:BEGIN|END) [^-]*-----$/

export interface HiddenLine {
  readonly text: string
  /** Counts from 1. */
  readonly number: number
}

/**
 * Lines of a multi-line value that are secret by themselves. Short lines and
 * the frame of a PEM are not, because they occur elsewhere, too.
 */
export function hiddenLines(value: string): readonly HiddenLine[] {
  const lines = value.split(/\r\n|\n|\r/)
  if (lines.length === 1) return []
  return lines
    .map((line, index) => ({ text: line.trim(), number: index + 1 }))
    .filter(({ text }) => text.length >= minLineLength && !frame.test(text))
}
