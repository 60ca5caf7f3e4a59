import { asDroverError } from '../base/failure.js'
import type { JsonObject } from '../base/json.js'
import type { Ending, Step, StepLabel } from '../base/outcome.js'
import type { TreeChange } from '../events/record.js'
import type { Machine } from '../flock/flock.js'
import type { TaskPorts } from './ports.js'

/** What an operation did to one machine, before it is an outcome and a record. */
export interface TaskOutcome extends Ending {
  /** For the ledger, below `machines/M/` or `config/machines/M/`. */
  readonly changes?: readonly TreeChange[]
  /** Keys of the operation's own for the event in `log/`. */
  readonly event?: JsonObject
}

/** The work on one machine: who is told of its steps, and what they were. */
export interface Task {
  readonly machine: Machine
  /** What the person asked for: all that is recorded of this work stands under its name. */
  readonly operation: string
  readonly ports: TaskPorts
  readonly steps: Step[]
  /** The other machine whose host key this line is, if the ledger knows one. */
  readonly ownerOfKey: (key: string) => string | undefined
  /** Does a step, tells of it, keeps how it ended: failed when it throws, or when `isFailed` says so of its value. */
  step<T>(
    label: StepLabel,
    work: () => Promise<T>,
    judge?: { readonly isFailed: (value: T) => boolean },
  ): Promise<T>
  /** Tells of a step that something else timed. */
  stepStarted(label: StepLabel): void
  stepDone(step: Step): void
  output(line: string, stream: 'stdout' | 'stderr'): void
  /** What a person should know although the work goes on. */
  warn(message: string): void
}

export function createTask(
  machine: Machine,
  { ports, ownerOfKey, operation }: Pick<Task, 'ports' | 'ownerOfKey' | 'operation'>,
): Task {
  const { clock, reporter, clean } = ports
  const steps: Step[] = []
  const cleaned = <L extends StepLabel>(label: L): L => ({
    ...label,
    text: clean(label.text),
    ...(label.subject === undefined ? {} : { subject: clean(label.subject) }),
  })
  const task: Task = {
    machine,
    operation,
    ports,
    ownerOfKey,
    steps,
    stepStarted: (label) => reporter.report({ kind: 'step', machine: machine.name, step: cleaned(label) }),
    stepDone: (step) => {
      const shown: Step = {
        ...cleaned(step),
        ...(step.detail === undefined ? {} : { detail: clean(step.detail) }),
      }
      steps.push(shown)
      reporter.report({ kind: 'step-done', machine: machine.name, step: shown })
    },
    output: (line, stream) =>
      reporter.report({ kind: 'output', machine: machine.name, stream, line: clean(line) }),
    warn: (message) =>
      reporter.report({ kind: 'notice', level: 'warning', message: clean(`${machine.name}: ${message}`) }),
    step: async (label, work, judge) => {
      const startedMs = clock.elapsed()
      const durationMs = (): number => Math.round(clock.elapsed() - startedMs)
      task.stepStarted(label)
      try {
        const value = await work()
        task.stepDone({
          ...label,
          status: judge?.isFailed(value) ? 'failed' : 'ok',
          durationMs: durationMs(),
        })
        return value
      } catch (thrown) {
        task.stepDone({
          ...label,
          status: 'failed',
          durationMs: durationMs(),
          detail: asDroverError(thrown).message,
        })
        throw thrown
      }
    },
  }
  return task
}
