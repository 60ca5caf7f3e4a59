import { DroverError } from '../base/errors.js'
import type { ReasonCode } from '../base/reasons.js'

/** A machine that starts is away, or ends a connection that it has just taken. */
const awayReasons: readonly ReasonCode[] = ['unreachable', 'connection-lost', 'timed-out']

/** True for what a new connection may mend. */
export function isAway(error: unknown): boolean {
  return error instanceof DroverError && awayReasons.includes(error.reason)
}

/** A command whose connection ended before it said what it was to say. `subject`: the machine and the work. */
export function noAnswer(subject: string, cause?: unknown): DroverError {
  return new DroverError(`${subject}: the connection was lost and the machine gave no answer`, {
    reason: 'connection-lost',
    hint: 'The machine goes on by itself. Run the operation again: it joins what still runs, or looks first and finishes what is missing.',
    cause,
  })
}

/** The run ends, and what it started on the machine does not. */
export function cancelledWork(subject: string): DroverError {
  return new DroverError(`${subject}: the run was cancelled; what was started goes on on the machine`, {
    reason: 'cancelled',
    hint: 'The machine finishes by itself. Run the operation again: it joins what still runs.',
  })
}
