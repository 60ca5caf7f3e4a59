import type { Scrubber } from './scrubber.js'

export interface LineScrubber {
  /** The next piece of the stream, cut anywhere between two characters. */
  write(text: string): void
  /** Gives out the text that is held back. */
  end(): void
}

export interface LineScrubberOptions {
  readonly scrubber: Scrubber
  /** Given each line, without its newline, neutralised and free of secrets. */
  readonly onLine: (line: string) => void
}

/** A line longer than this many characters is given out in pieces. */
const maxLineLength = 64 * 1024

/**
 * Scrubs a stream line by line. Holds back lines that may be the beginning of a
 * multi-line secret until the following text decides it; other lines come out
 * as soon as they end. stdout and stderr need a scrubber each.
 */
export function makeLineScrubber({ scrubber, onLine }: LineScrubberOptions): LineScrubber {
  let held = ''
  const give = (text: string): void => {
    const clean = scrubber.clean(text)
    for (const line of (clean.endsWith('\n') ? clean.slice(0, -1) : clean).split('\n')) onLine(line)
  }
  return {
    write: (text) => {
      held += text
      if (!text.includes('\n') && held.length <= maxLineLength) return
      const cut = findCut(held, scrubber)
      if (cut > 0) give(held.slice(0, cut))
      held = held.slice(cut)
    },
    end: () => {
      if (held !== '') give(held)
      held = ''
    },
  }
}

/** The end of the part that can be given out, whatever comes next. */
function findCut(text: string, scrubber: Scrubber): number {
  const matcher = scrubber.matcher()
  const spans = matcher.find(text)
  const before = (position: number): number => {
    const span = spans.find(({ start, end }) => start < position && position < end)
    return span === undefined ? position : span.start
  }
  const ended = text.lastIndexOf('\n') + 1
  const undecided = matcher.heldFrom(text.slice(0, ended))
  let cut = undecided === ended ? ended : lineStart(text, undecided)
  while (before(cut) < cut) cut = lineStart(text, before(cut))
  if (cut > 0 || text.length <= maxLineLength) return cut
  // Only a stream that consists of the secret itself could hold back more than this.
  return before(matcher.heldFrom(text)) || (text.length > 4 * maxLineLength ? text.length : 0)
}

function lineStart(text: string, position: number): number {
  return position === 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1
}
