import type { ActivityBoard } from '../../report/activity.js'
import { formatDuration } from '../../report/duration.js'
import { type Paint, paintKind } from '../../report/text/paint.js'
import { renderTable } from '../../report/text/text-table.js'

export interface TableFrame {
  readonly columns: number
  readonly rows: number
  readonly nowMs: number
  readonly paint: Paint
}

/** The table at a terminal while work goes on: machine, elapsed, step and what it last printed. Fits the window. */
export function renderLiveTable(board: ActivityBoard, frame: TableFrame): string {
  const { paint, nowMs } = frame
  const running = board.running()
  const room = Math.max(1, frame.rows - 3)
  const shown = running.length > room ? running.slice(0, room - 1) : running
  const rows = shown.map(({ machine, sinceMs, step, line }) => ({
    machine,
    elapsed: formatDuration(nowMs - sinceMs),
    doing: line === '' ? step : `${step} | ${line}`,
  }))
  const taken = widest(rows.map(({ machine }) => machine)) + widest(rows.map(({ elapsed }) => elapsed)) + 4
  const table = renderTable(
    rows.map(({ machine, elapsed, doing }) => [
      { text: machine, paint: paint.strong },
      { text: elapsed, paint: paint.dim },
      { text: cut(doing, frame.columns - taken) },
    ]),
  )
  const hidden = running.length - shown.length
  return [...table, ...(hidden > 0 ? [`… and ${hidden} more`] : []), ...finishedLine(board, paint)].join('\n')
}

function finishedLine(board: ActivityBoard, paint: Paint): readonly string[] {
  const counts = [...board.finished()].map(([kind, count]) => paintKind(kind, paint)(`${count} ${kind}`))
  return counts.length === 0 ? [] : [`${paint.dim('done:')} ${counts.join(', ')}`]
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length))
}

function cut(text: string, width: number): string {
  const room = Math.max(1, width)
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`
}
