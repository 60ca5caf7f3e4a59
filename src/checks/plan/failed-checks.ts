import type { TaskOutcome } from '../../task/task.js'
import { stepTail } from '../../transaction/step-tail.js'

/** A step that failed, with what it printed. */
interface FailedStep {
  readonly name: string
  readonly detail?: string | undefined
}

export interface FailedCheck {
  /** Its name. */
  readonly check: string
  /** What its last try printed, and how that exited. */
  readonly detail?: string | undefined
}

/** `check web failed; STATE: what the first one printed`. */
export function describeFailed(
  [first, ...others]: readonly [FailedStep, ...FailedStep[]],
  state?: string,
): string {
  const names = [first, ...others].map(({ name }) => name).join(', ')
  return `${names} failed${state === undefined ? '' : `; ${state}`}${stepTail(first.detail)}`
}

/** What is on the machine when one of its checks has failed, and the way out of it. */
export const failedCheckHints = {
  /** `configure`: the change was taken back. */
  'put-back':
    "The machine serves its earlier configuration. Mend what the step's output names and run the operation again.",
  /** `create`: everything else is done. */
  made: 'The machine has what was asked for. Mend what the checks printed and run the operation again.',
  /** `update`. */
  updated:
    "The checks' own words stand below the machine. Packages stay as they are: Drover takes none back.",
  /** `verify`: nothing was done. */
  observed: 'Look at the machine with "drover connect" and mend what the checks printed.',
} as const

/** Pure: checks of a machine that failed, as the end of a task; undefined when all passed. */
export function concludeChecks(
  failed: readonly FailedCheck[],
  state: keyof typeof failedCheckHints,
): Required<Pick<TaskOutcome, 'reason' | 'message' | 'hint'>> | undefined {
  const [first, ...others] = failed.map(({ check, detail }) => ({ name: `check ${check}`, detail }))
  if (first === undefined) return undefined
  return {
    reason: 'check-failed',
    message: describeFailed([first, ...others]),
    hint: failedCheckHints[state],
  }
}
