import { DroverError } from './errors.js'
import type { OutcomeKind } from './outcome.js'
import type { ReasonCode } from './reasons.js'

export const unreachableReasons: readonly ReasonCode[] = [
  'unreachable',
  'host-key-unknown',
  'host-key-mismatch',
  'authentication-failed',
]

/** The kind of an outcome with this reason. `unreachable` means that no session could be opened, so that the machine is unchanged. */
export function kindOfFailure(reason: ReasonCode): OutcomeKind {
  if (reason === 'not-touched') return 'skipped'
  return unreachableReasons.includes(reason) ? 'unreachable' : 'failed'
}

/** Turns anything thrown into an error with a reason. What Drover did not throw on purpose is a defect of Drover. */
export function asDroverError(thrown: unknown): DroverError {
  if (thrown instanceof DroverError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new DroverError(`drover: ${message}`, {
    reason: 'bug',
    hint: 'This is a defect of Drover. Please report it with the lines above.',
    cause: thrown,
  })
}
