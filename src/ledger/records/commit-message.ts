import type { LedgerRecord } from '../../events/record.js'

/**
 * Subject, the record's message, and trailers that `git interpret-trailers
 * --parse` reads. No value can end its own line, so none can forge a trailer.
 */
export function formatCommitMessage(record: LedgerRecord): string {
  const subject = `${oneLine(record.operation)} ${oneLine(record.machine)}: ${record.outcome}`
  const message = withoutMarker(oneLine(record.message))
  const paragraphs = [withoutMarker(subject), message, formatTrailers(record)]
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`
}

function formatTrailers(record: LedgerRecord): string {
  const { run } = record
  const trailers: readonly (readonly [string, string | undefined])[] = [
    ['Run', run.id],
    ['Attempt', String(run.attempt)],
    ['Run-Url', run.url],
    ['Actor', run.actor],
    ['Operation', record.operation],
    ['Machine', record.machine],
    ['Outcome', record.outcome],
    ['Reason', record.reason],
    ['Config', record.config],
    ['Record', record.id],
  ]
  return trailers
    .flatMap(([name, value]) => (value === undefined ? [] : [`Drover-${name}: ${oneLine(value)}`]))
    .join('\n')
}

// Also the line and paragraph separators of Unicode and the marks that reorder text.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g

function oneLine(text: string): string {
  return text.replace(unprintable, ' ').trim()
}

// A line that starts with "---", or git's scissors after "#", ends a message for interpret-trailers.
function withoutMarker(text: string): string {
  return text.replace(/^[-#\s]+/, '')
}
