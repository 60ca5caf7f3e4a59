import type { Location } from '../base/errors.js'
import { asDroverError } from '../base/failure.js'
import type { Json, JsonObject } from '../base/json.js'
import type { OutcomeKind, Step } from '../base/outcome.js'
import type { ReasonCode } from '../base/reasons.js'
import type { TreeChange } from '../events/record.js'
import type { Machine } from '../flock/flock.js'
import type { TaskPorts } from './ports.js'

/** What an operation did to one machine, before it is an outcome and a record. */
export interface TaskOutcome {
  readonly kind: OutcomeKind
  readonly reason: ReasonCode
  readonly message: string
  readonly hint?: string
  readonly at?: Location
  readonly data?: Json
  /** For the ledger, below `machines/M/` or `config/machines/M/`. */
  readonly changes?: readonly TreeChange[]
  readonly event?: JsonObject
}

/** The work on one machine: who is told of its steps, and what they were. */
export interface Task {
  readonly machine: Machine
  readonly ports: TaskPorts
  readonly steps: Step[]
  /** The other machine whose host key this line is, if the ledger knows one. */
  readonly ownerOfKey: (key: string) => string | undefined
  /** Does a step, tells of it, keeps how it ended: failed when it throws, or when `isFailed` says so of its value. */
  step<T>(
    name: string,
    work: () => Promise<T>,
    judge?: { readonly isFailed: (value: T) => boolean },
  ): Promise<T>
  /** Tells of a step that something else timed. */
  stepStarted(name: string): void
  stepDone(step: Step): void
  output(line: string, stream: 'stdout' | 'stderr'): void
  /** What a person should know although the work goes on. */
  warn(message: string): void
}

export function createTask(
  machine: Machine,
  { ports, ownerOfKey }: Pick<Task, 'ports' | 'ownerOfKey'>,
): Task {
  const { clock, reporter, clean } = ports
  const steps: Step[] = []
  const task: Task = {
    machine,
    ports,
    ownerOfKey,
    steps,
    stepStarted: (name) => reporter.report({ kind: 'step', machine: machine.name, name: clean(name) }),
    stepDone: (step) => {
      const shown: Step = {
        ...step,
        name: clean(step.name),
        ...(step.detail === undefined ? {} : { detail: clean(step.detail) }),
      }
      steps.push(shown)
      reporter.report({ kind: 'step-done', machine: machine.name, step: shown })
    },
    output: (line, stream) =>
      reporter.report({ kind: 'output', machine: machine.name, stream, line: clean(line) }),
    warn: (message) =>
      reporter.report({ kind: 'notice', level: 'warning', message: clean(`${machine.name}: ${message}`) }),
    step: async (name, work, judge) => {
      const startedMs = clock.elapsed()
      const durationMs = (): number => Math.round(clock.elapsed() - startedMs)
      task.stepStarted(name)
      try {
        const value = await work()
        task.stepDone({ name, status: judge?.isFailed(value) ? 'failed' : 'ok', durationMs: durationMs() })
        return value
      } catch (thrown) {
        task.stepDone({
          name,
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
