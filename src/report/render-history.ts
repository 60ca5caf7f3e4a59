import { formatDuration } from './duration.js'
import { toLines } from './lines.js'
import { parseEvents } from './outcome-data.js'
import type { Paint } from './paint.js'
import { type Report, shortCommit } from './report.js'
import { renderTable } from './text-table.js'

/** The answer of `history`: one row an event, in the order given (newest first). */
export function renderHistory(report: Report, paint: Paint): readonly string[] {
  const events = report.operation === 'history' ? parseEvents(report.data) : undefined
  if (events === undefined || events.length === 0) return []
  const head = ['TIME', 'MACHINE', 'OPERATION', 'OUTCOME', 'TOOK', 'CONFIG', 'RUN', 'ACTOR', 'MESSAGE']
  const rows = events.map((event) => [
    { text: event.time, paint: paint.dim },
    { text: event.machine, paint: paint.strong },
    { text: event.operation },
    { text: event.outcome, paint: holdsWord(event.outcome) ? paint.good : paint.bad },
    { text: formatDuration(event.durationMs) },
    { text: shortCommit(event.config) },
    { text: event.runId },
    { text: toLines(event.actor).join(' ') },
    { text: toLines(event.message).join(' ') },
  ])
  return renderTable([head.map((text) => ({ text, paint: paint.dim })), ...rows])
}

function holdsWord(outcome: string): boolean {
  return outcome === 'ok' || outcome === 'changed'
}
