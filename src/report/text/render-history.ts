import { describeRun } from '../describe-run.js'
import { formatDuration } from '../duration.js'
import { shortCommit } from '../report.js'
import type { EventsData } from '../result-data.js'
import { toLines } from './lines.js'
import type { Paint } from './paint.js'
import { type Cell, renderTable } from './text-table.js'

/** The answer of `history`: one row an event, in the order given (newest first). */
export function renderHistory({ events }: EventsData, paint: Paint): readonly string[] {
  if (events.length === 0) return []
  const isJoined = events.some(({ github }) => github !== undefined)
  const head = [
    ...['TIME', 'MACHINE', 'OPERATION', 'OUTCOME', 'TOOK', 'CONFIG', 'RUN'],
    ...(isJoined ? ['WORKFLOW', 'EVENT', 'CONCLUSION', 'RAN'] : []),
    ...['ACTOR', 'MESSAGE'],
    ...(isJoined ? ['TITLE', 'LINK'] : []),
  ]
  const rows = events.map((event) => {
    const run = describeRun(event.github)
    return [
      { text: event.time, paint: paint.dim },
      { text: event.machine, paint: paint.strong },
      { text: event.operation },
      { text: event.outcome, paint: holdsWord(event.outcome) ? paint.good : paint.bad },
      { text: formatDuration(event.duration_ms) },
      { text: shortCommit(event.config) },
      { text: event.run_id },
      ...(isJoined ? [run.workflow, run.event, run.conclusion, run.ran].map(toCell) : []),
      toCell(event.actor),
      toCell(event.message),
      ...(isJoined ? [run.title, run.url].map(toCell) : []),
    ]
  })
  return renderTable([head.map((text) => ({ text, paint: paint.dim })), ...rows])
}

function toCell(text: string): Cell {
  return { text: toLines(text).join(' ') }
}

function holdsWord(outcome: string): boolean {
  return outcome === 'ok' || outcome === 'changed'
}
