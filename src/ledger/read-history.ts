import type { LogEvent } from '../events/log-event.js'
import { parseLogLine } from '../events/log-event.js'
import type { TreeEntry, TreeReader } from './git/read-tree.js'
import type { HistoryQuery } from './ledger.js'

export interface HistoryOptions {
  readonly entries: readonly TreeEntry[]
  readonly reader: Pick<TreeReader, 'read'>
  readonly onNotice: (message: string) => void
}

/** Reads the days of `log/` from the newest back, in steps that double, until there are enough events. */
export async function readHistory(
  query: HistoryQuery,
  options: HistoryOptions,
): Promise<readonly LogEvent[]> {
  const days = options.entries
    .filter(({ path }) => dayFile.test(path) && dayOf(path) >= (query.since ?? ''))
    .sort((a, b) => (a.path < b.path ? 1 : -1))
  const isSelected = filterEvents(query)
  const events: LogEvent[] = []
  for (
    let start = 0, step = 2;
    start < days.length && events.length < query.limit;
    start += step, step *= 2
  ) {
    const chunk = days.slice(start, start + step)
    const files = await options.reader.read(chunk)
    for (const { path } of chunk) {
      const text = files.get(path)?.bytes.toString('utf8') ?? ''
      events.push(...parseDay(text, { path, onNotice: options.onNotice }).filter(isSelected))
    }
  }
  return events.slice(0, query.limit)
}

const dayFile = /^log\/\d{4}\/\d\d\/\d\d\.jsonl$/

function dayOf(path: string): string {
  return path.slice('log/'.length, -'.jsonl'.length).replaceAll('/', '-')
}

/** A predicate for the events that a query selects, whatever their day. */
export function filterEvents({ machines, runId }: HistoryQuery): (event: LogEvent) => boolean {
  const names = machines === undefined ? undefined : new Set(machines)
  return ({ machine, run_id }) =>
    (names === undefined || names.has(machine)) && (runId === undefined || runId === run_id)
}

/** Newest first. A record that was folded late stands at the end of its file: time decides, then place. */
function parseDay(
  text: string,
  { path, onNotice }: { readonly path: string; readonly onNotice: (message: string) => void },
): readonly LogEvent[] {
  const events = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const event = parseLogLine(line)
    if (!('broken' in event)) return [event]
    onNotice(`${path}:${index + 1}: the line is skipped: ${event.broken}`)
    return []
  })
  return events.reverse().sort((a, b) => Date.parse(b.time) - Date.parse(a.time) || 0)
}
