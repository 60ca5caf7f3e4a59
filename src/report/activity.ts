import type { OutcomeKind } from '../base/outcome.js'
import type { Progress } from '../base/reporter.js'

/** What one machine is at now. */
interface Activity {
  readonly machine: string
  readonly operation: string
  readonly step: string
  /** Last line that the step printed, or empty. */
  readonly line: string
  readonly sinceMs: number
  readonly stepSinceMs: number
}

export interface ActivityBoard {
  /** Takes in what was reported at `nowMs`, a time that never goes back. */
  readonly note: (progress: Progress, nowMs: number) => void
  /** Machines at work, those that began first in front. */
  readonly running: () => readonly Activity[]
  /** Ended machines by outcome. */
  readonly finished: () => ReadonlyMap<OutcomeKind, number>
}

/** Keeps in mind which machine is at which step: for the live table and the heartbeat of a log. */
export function makeActivityBoard(): ActivityBoard {
  const running = new Map<string, Activity>()
  const finished = new Map<string, OutcomeKind>()
  const change = (machine: string, part: Partial<Activity>): void => {
    const before = running.get(machine)
    if (before !== undefined) running.set(machine, { ...before, ...part })
  }
  const note = (progress: Progress, nowMs: number): void => {
    if (progress.kind === 'started') {
      const { machine, operation } = progress
      running.set(machine, { machine, operation, step: '', line: '', sinceMs: nowMs, stepSinceMs: nowMs })
      finished.delete(machine)
    }
    if (progress.kind === 'step')
      change(progress.machine, { step: progress.step.text, line: '', stepSinceMs: nowMs })
    if (progress.kind === 'output') change(progress.machine, { line: progress.line })
    if (progress.kind === 'finished') {
      running.delete(progress.machine)
      finished.set(progress.machine, progress.outcome.kind)
    }
  }
  return {
    note,
    running: () => [...running.values()],
    finished: () => {
      const counts = new Map<OutcomeKind, number>()
      for (const kind of finished.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
      return counts
    },
  }
}
