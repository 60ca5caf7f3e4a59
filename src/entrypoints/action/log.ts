import type { Outcome } from '../../base/outcome.js'
import type { Progress, Reporter } from '../../base/reporter.js'
import { makeActivityBoard } from '../../report/activity.js'
import { formatDuration } from '../../report/duration.js'
import { toLines } from '../../report/text/lines.js'

/** What the log of a step needs: lines go out through `line`, always neutralised here. */
export interface LogPort {
  readonly line: (text: string) => void
  readonly openGroup: (title: string) => void
  readonly closeGroup: () => void
  readonly warn: (message: string) => void
  readonly nowMs: () => number
}

export interface GroupedLog extends Reporter {
  /** Says who is at which step; called every now and then while work goes on. */
  readonly heartbeat: () => void
  /** Prints what machines said that never finished. */
  readonly close: () => void
}

/** More than this of one machine is counted, not kept. */
const linesPerMachine = 10_000
const machinesPerHeartbeat = 5

/** A machine's lines are kept until it ends, then printed as one group: machines at work at once do not mix. */
export function openGroupedLog(port: LogPort): GroupedLog {
  const kept = new Map<string, { lines: string[]; dropped: number }>()
  const board = makeActivityBoard()
  const keep = (machine: string, lines: readonly string[]): void => {
    const buffer = kept.get(machine) ?? { lines: [], dropped: 0 }
    kept.set(machine, buffer)
    for (const line of lines) {
      if (buffer.lines.length < linesPerMachine) buffer.lines.push(line)
      else buffer.dropped += 1
    }
  }
  const print = (machine: string, { title, last }: { title: string; last: readonly string[] }): void => {
    const { lines, dropped } = kept.get(machine) ?? { lines: [], dropped: 0 }
    kept.delete(machine)
    port.openGroup(toLines(title).join(' '))
    for (const line of lines) port.line(line)
    if (dropped > 0) port.line(`… ${dropped} more lines were not kept`)
    for (const line of last) port.line(line)
    port.closeGroup()
  }
  return {
    report: (progress) => {
      board.note(progress, port.nowMs())
      if (progress.kind === 'notice') {
        if (progress.level === 'warning') port.warn(toLines(progress.message).join('\n'))
        else for (const line of toLines(progress.message)) port.line(line)
        return
      }
      const { machine } = progress
      if (progress.kind === 'step-done') forgetStart(kept.get(machine)?.lines, progress.step.text)
      keep(machine, linesOf(progress))
      if (progress.kind !== 'finished') return
      const { operation, kind } = progress.outcome
      print(machine, { title: `${machine}: ${operation}: ${kind}`, last: outcomeLines(progress.outcome) })
    },
    heartbeat: () => {
      const running = board.running()
      if (running.length === 0) return
      const some = running.slice(0, machinesPerHeartbeat).map(({ machine, operation, step, stepSinceMs }) => {
        const at = step === '' ? operation : `${operation}: ${step}`
        return `${machine} ${at} (${formatDuration(port.nowMs() - stepSinceMs)})`
      })
      const more = running.length > some.length ? [`and ${running.length - some.length} more`] : []
      const done = [...board.finished().values()].reduce((sum, count) => sum + count, 0)
      port.line(
        `${running.length} at work, ${done} done: ${toLines([...some, ...more].join('; ')).join(' ')}`,
      )
    },
    close: () => {
      for (const machine of [...kept.keys()]) print(machine, { title: `${machine}: not finished`, last: [] })
    },
  }
}

/** A step that ends at once after it began is one line, not two. */
function forgetStart(lines: string[] | undefined, name: string): void {
  if (lines?.at(-1) === `> ${name}`) lines.pop()
}

/** Every line stands behind a mark, so that none can begin as a command to the runner. */
function linesOf(progress: Progress): readonly string[] {
  if (progress.kind === 'step') return toLines(progress.step.text).map((line) => `> ${line}`)
  if (progress.kind === 'output') return toLines(progress.line).map((line) => `  | ${line}`)
  if (progress.kind !== 'step-done') return []
  const { text: name, status, durationMs, detail } = progress.step
  const took = durationMs === undefined ? '' : ` in ${formatDuration(durationMs)}`
  const isTold = status === 'failed' || status === 'skipped'
  return [
    `> ${toLines(name).join(' ')}: ${status}${took}`,
    ...(isTold ? toLines(detail ?? '').map((line) => `  ! ${line}`) : []),
  ]
}

function outcomeLines({ kind, message, reason, hint, durationMs }: Outcome): readonly string[] {
  const why = kind === 'ok' || kind === 'changed' ? '' : ` (${reason})`
  const text = `${kind} in ${formatDuration(durationMs)}: ${toLines(message).join(' ')}${why}`
  return [text, ...(hint === undefined ? [] : [`hint: ${toLines(hint).join(' ')}`])]
}
