import { describeRun } from './describe-run.js'
import { codeSpan, escapeMarkdown, link, row } from './github/markdown.js'
import { shortCommit } from './report.js'
import type { EventsData } from './result-data.js'

/** The answer of `history` as a table in Markdown, one block a row. */
export function summariseHistory({ events }: EventsData): readonly string[] {
  if (events.length === 0) return []
  const isJoined = events.some(({ github }) => github !== undefined)
  const head = [
    ...['Time', 'Machine', 'Operation', 'Outcome', 'Config', 'Run'],
    ...(isJoined ? ['Workflow', 'Event', 'Conclusion', 'Ran'] : []),
    ...['Actor', 'Message'],
  ]
  const rows = events.map((event) => {
    const run = describeRun(event.github)
    const title = run.title === '-' ? '' : `<br>${link(escapeMarkdown(run.title), run.url)}`
    return row([
      escapeMarkdown(event.time),
      codeSpan(event.machine),
      escapeMarkdown(event.operation),
      escapeMarkdown(event.outcome),
      codeSpan(shortCommit(event.config)),
      link(codeSpan(event.run_id), event.run_url),
      ...(isJoined
        ? [
            `${escapeMarkdown(run.workflow)}${title}`,
            ...[run.event, run.conclusion, run.ran].map(escapeMarkdown),
          ]
        : []),
      escapeMarkdown(event.actor),
      escapeMarkdown(event.message),
    ])
  })
  return [row(head), row(head.map(() => '---')), ...rows, '\n']
}
