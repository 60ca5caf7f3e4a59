import type { Outcome } from '../../base/outcome.js'
import type { Progress, Reporter } from '../../base/reporter.js'
import { makeActivityBoard } from '../../report/activity.js'
import { formatDuration } from '../../report/duration.js'
import { toLines } from '../../report/text/lines.js'
import { type Paint, paintKind, plainPaint } from '../../report/text/paint.js'
import { renderLiveTable } from './live-table.js'
import type { OutputStream, Terminal } from './terminal.js'
import { paintFor } from './terminal-paint.js'

export interface ProgressDisplay extends Reporter {
  /** Takes the moving part off the screen; what is reported later is still shown, line by line. */
  readonly close: () => void
}

/** Says nothing: for `--json` and for `connect`. */
export const silentDisplay: ProgressDisplay = { report: () => undefined, close: () => undefined }

/** Shows progress on standard error: a live table at a terminal, plain lines elsewhere. */
export async function openDisplay({ stderr, env }: Terminal): Promise<ProgressDisplay> {
  return stderr.isTTY === true && env.TERM !== 'dumb'
    ? await openLiveDisplay(stderr, paintFor(stderr, env))
    : openPlainDisplay(stderr)
}

const framesPerSecond = 10

async function openLiveDisplay(stream: OutputStream, paint: Paint): Promise<ProgressDisplay> {
  const { createLogUpdate } = await import('log-update')
  const update = createLogUpdate(stream)
  const board = makeActivityBoard()
  const draw = (): void =>
    update(
      renderLiveTable(board, {
        columns: stream.columns ?? 80,
        rows: stream.rows ?? 24,
        nowMs: performance.now(),
        paint,
      }),
    )
  // Starts with the first report: until then a question may stand on the screen.
  let timer: NodeJS.Timeout | undefined
  let isOpen = true
  return {
    report: (progress) => {
      board.note(progress, performance.now())
      if (isOpen) timer ??= setInterval(draw, 1000 / framesPerSecond).unref()
      const lines = permanentLines(progress, paint)
      if (lines.length === 0) return
      if (isOpen) update.persist(lines.join('\n'))
      else stream.write(`${lines.join('\n')}\n`)
    },
    close: () => {
      if (!isOpen) return
      isOpen = false
      if (timer === undefined) return
      clearInterval(timer)
      update.clear()
      update.done()
    },
  }
}

function openPlainDisplay(stream: OutputStream): ProgressDisplay {
  return {
    report: (progress) => {
      for (const line of plainLines(progress)) stream.write(`${line}\n`)
    },
    close: () => undefined,
  }
}

/** One report as lines for a file or a pipe. */
function plainLines(progress: Progress): readonly string[] {
  const machine = progress.kind === 'notice' ? '' : progress.machine
  if (progress.kind === 'step') return [`${machine}: ${progress.step.text} …`]
  if (progress.kind === 'output') return toLines(progress.line).map((line) => `${machine} | ${line}`)
  return permanentLines(progress, plainPaint)
}

/** What stays on the screen of a terminal above the live table. */
function permanentLines(progress: Progress, paint: Paint): readonly string[] {
  if (progress.kind === 'notice') {
    const level = progress.level === 'warning' ? paint.changed('warning') : 'drover'
    return toLines(progress.message).map((line) => `${level}: ${line}`)
  }
  if (progress.kind !== 'finished') return []
  return [finishedLine(progress.outcome, paint)]
}

function finishedLine({ machine, operation, kind, durationMs, message }: Outcome, paint: Paint): string {
  const isGood = kind === 'ok' || kind === 'changed'
  const why = isGood ? '' : `: ${toLines(message).join(' ')}`
  return `${paint.strong(machine)}: ${operation}: ${paintKind(kind, paint)(kind)} in ${formatDuration(durationMs)}${why}`
}
