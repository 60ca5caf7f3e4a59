import { describeEnd, succeeded } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import { asDroverError } from '../base/failure.js'
import type { StepLabel } from '../base/outcome.js'
import type { Session } from '../remote/session.js'
import { newId } from '../task/lock-holder.js'
import type { Task } from '../task/task.js'
import { checkCommand, checkTimeoutMs } from './commands/check-command.js'
import { type CheckListener, readChecks } from './commands/read-checks.js'
import type { FailedCheck } from './plan/failed-checks.js'

/**
 * All checks of the machine, one after another: the second may say what is wrong with the first. Each is a step,
 * judged as a transaction judges it. Answers with those that failed; a lost connection is thrown.
 */
export async function runChecks(task: Task, session: Pick<Session, 'exec'>): Promise<readonly FailedCheck[]> {
  const { machine, ports } = task
  const { checks } = machine
  if (checks.length === 0) return []
  const { clock, signal } = ports
  const id = newId(clock)
  let open: { readonly label: StepLabel; readonly startedMs: number } | undefined
  const listener: CheckListener = {
    onStep: (step) => {
      open = { label: { ...step, kind: 'check' }, startedMs: clock.elapsed() }
      task.stepStarted(open.label)
    },
    onStepDone: (step) => {
      open = undefined
      task.stepDone({ ...step, kind: 'check' })
    },
    elapsed: () => clock.elapsed(),
  }
  const reader = readChecks(id, listener)
  try {
    const ended = await session.exec(checkCommand(id, checks), {
      timeoutMs: checkTimeoutMs(checks.length),
      maxBytes: 4096,
      onLine: (line, stream) => stream === 'stdout' && reader.line(line),
      ...(signal === undefined ? {} : { signal }),
    })
    const steps = reader.steps()
    if (succeeded(ended) && steps.length === checks.length) {
      return checks.flatMap(({ name }, index) => {
        const { status, detail } = steps[index] ?? { status: 'failed' }
        return status === 'ok' ? [] : [{ check: name, detail }]
      })
    }
    throw new DroverError(
      `${machine.name}: the checks: ${describeEnd(ended)} before all were run: ${ended.stderr.toString('utf8').trim()}`,
      {
        reason: 'command-failed',
        hint: 'Ensure that bash and coreutils work on the machine, and that /tmp has room. Run the operation again.',
      },
    )
  } catch (error) {
    if (open !== undefined) {
      const durationMs = Math.round(clock.elapsed() - open.startedMs)
      const detail = asDroverError(error).message
      task.stepDone({ ...open.label, status: 'failed', durationMs, detail })
    }
    throw error
  }
}
