import type { Problem } from '../base/errors.js'
import type { Run } from '../base/run.js'
import type { Result } from './result.js'

/** The end of a run whose input was refused before anything was looked at. */
export function refusedResult({
  operation,
  run,
  problems,
}: {
  readonly operation: string
  readonly run: Run
  readonly problems: readonly [Problem, ...Problem[]]
}): Result {
  const [first] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return {
    operation,
    run,
    kind: 'failed',
    reason: first.reason,
    message: `${first.message}${more}`,
    ...(first.hint !== undefined && { hint: first.hint }),
    exitCode: 2,
    outcomes: [],
    problems,
    durationMs: 0,
  }
}

/** The end of a run that a defect of ours cut off. `message` is scrubbed. */
export function defectResult({
  operation,
  run,
  message,
}: {
  readonly operation: string
  readonly run: Run
  readonly message: string
}): Result {
  return {
    operation,
    run,
    kind: 'failed',
    reason: 'bug',
    message: `drover: a defect of Drover: ${message}`,
    hint: 'look with "list" and "history" at what was done; then report this with the lines above to the maintainers of Drover',
    exitCode: 70,
    outcomes: [],
    problems: [],
    durationMs: 0,
  }
}
