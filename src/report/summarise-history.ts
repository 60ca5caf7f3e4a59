import { codeSpan, escapeMarkdown, link, row } from './markdown.js'
import { parseEvents } from './outcome-data.js'
import { type Report, shortCommit } from './report.js'

/** The answer of `history` as a table in Markdown, one block a row. */
export function summariseHistory(report: Report): readonly string[] {
  const events = report.operation === 'history' ? (parseEvents(report.data) ?? []) : []
  if (events.length === 0) return []
  const head = ['Time', 'Machine', 'Operation', 'Outcome', 'Config', 'Run', 'Actor', 'Message']
  const rows = events.map((event) =>
    row([
      escapeMarkdown(event.time),
      codeSpan(event.machine),
      escapeMarkdown(event.operation),
      escapeMarkdown(event.outcome),
      codeSpan(shortCommit(event.config)),
      link(codeSpan(event.runId), event.runUrl),
      escapeMarkdown(event.actor),
      escapeMarkdown(event.message),
    ]),
  )
  return [row(head), row(head.map(() => '---')), ...rows, '\n']
}
