import type { StepLabel } from '../base/outcome.js'
import { isStepKind } from '../base/step-kinds.js'
import { parseFollowUp } from './follow-up.js'

/**
 * What a step is that the transaction's script calls `name`. Its own steps are one word; `validate in place`
 * validates a second time; a check is `check NAME`; all others are follow-ups, in the words of `encodeFollowUp`.
 */
export function readStepName(name: string): StepLabel {
  if (name === 'validate in place') return { kind: 'validate', text: name }
  const [, check] = /^check (.+)$/.exec(name) ?? []
  if (check !== undefined) return { kind: 'trial', text: name, subject: check }
  if (parseFollowUp(name) !== undefined) return { kind: 'follow-up', text: name, subject: name }
  return { kind: isStepKind(name) ? name : 'other', text: name }
}

/**
 * The validator that failed: the script ends its step with `"COMMAND" exited with STATUS`. Undefined when it
 * printed more than is kept.
 */
export function findFailedValidator(detail: string, validations: readonly string[]): string | undefined {
  return validations.find((command) => detail.includes(`"${command}" exited with `))
}
