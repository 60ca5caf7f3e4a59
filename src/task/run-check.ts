import { describeEnd, succeeded } from '../base/command.js'
import { DroverError } from '../base/errors.js'
import { asDroverError } from '../base/failure.js'
import type { MachineCheck } from '../flock/flock.js'
import type { Session } from '../remote/session.js'
import type { Task } from './task.js'

/** As long as a change waits for one check. */
const limits = { timeoutMs: 60_000, maxBytes: 16 * 1024 } as const

/** All checks of the machine, one after another: the second may say what is wrong with the first. Answers with the names of those that do not hold. */
export async function runChecks(task: Task, session: Session): Promise<readonly string[]> {
  const failed: string[] = []
  for (const check of task.machine.checks) {
    if (!(await runCheck(task, session, check))) failed.push(check.name)
  }
  return failed
}

/** Whether a check holds on the machine now. One that does not end in time does not; a lost connection is thrown. */
export async function runCheck(
  task: Task,
  session: Pick<Session, 'exec'>,
  { name, command }: MachineCheck,
): Promise<boolean> {
  const { clock, signal } = task.ports
  const step = { kind: 'check', text: `check ${name}`, subject: name } as const
  const startedMs = clock.elapsed()
  const tell = (fault: string | undefined): void =>
    task.stepDone({
      ...step,
      status: fault === undefined ? 'ok' : 'failed',
      durationMs: Math.round(clock.elapsed() - startedMs),
      ...(fault === undefined ? {} : { detail: fault }),
    })
  task.stepStarted(step)
  try {
    const fault = await findFault(session, { command, signal })
    tell(fault)
    return fault === undefined
  } catch (thrown) {
    tell(asDroverError(thrown).message)
    throw thrown
  }
}

interface Asked {
  readonly command: string
  readonly signal: AbortSignal | undefined
}

/** What is wrong, with what the command said; undefined when the check holds. */
async function findFault(
  session: Pick<Session, 'exec'>,
  { command, signal }: Asked,
): Promise<string | undefined> {
  try {
    const options = { ...limits, ...(signal === undefined ? {} : { signal }) }
    const ended = await session.exec({ argv: ['sh', '-c', command] }, options)
    if (succeeded(ended)) return undefined
    const said = Buffer.concat([ended.stdout, ended.stderr]).toString('utf8')
    return `the command ${describeEnd(ended)}\n${said}`
  } catch (thrown) {
    if (thrown instanceof DroverError && thrown.reason === 'timed-out') return thrown.message
    throw thrown
  }
}
