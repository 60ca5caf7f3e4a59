import type { Task } from '../task/task.js'

const tellEveryMs = 15_000

/** A wait that says what for and for how long already. */
export interface Deadline {
  /** Tells what is new at once, and the same every 15 s. */
  tell(what: string): void
  elapsedMs(): number
  isOver(): boolean
  readonly deadlineMs: number
}

export function startDeadline(task: Task, deadlineMs: number): Deadline {
  const { clock } = task.ports
  const startedMs = clock.elapsed()
  const elapsedMs = (): number => clock.elapsed() - startedMs
  let toldMs = 0
  let told: string | undefined
  return {
    deadlineMs,
    elapsedMs,
    isOver: () => elapsedMs() >= deadlineMs,
    tell: (what) => {
      if (what === told && elapsedMs() - toldMs < tellEveryMs) return
      told = what
      toldMs = elapsedMs()
      task.stepStarted({
        kind: 'wait',
        text: `${what} (${Math.round(toldMs / 1000)} s of at most ${Math.round(deadlineMs / 1000)} s)`,
      })
    },
  }
}
