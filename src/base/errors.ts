import type { ReasonCode } from './reasons.js'

/** A place in a file of the config branch or the toolkit. Lines and columns count from 1. */
export interface Location {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** One thing that is wrong with the input, and a hint how to mend it. */
export interface Problem {
  readonly message: string
  readonly reason: ReasonCode
  readonly at?: Location
  readonly hint?: string
}

export interface ErrorDetails {
  readonly reason: ReasonCode
  readonly hint?: string | undefined
  readonly at?: Location | undefined
  readonly cause?: unknown
}

/**
 * Every error that Drover raises on purpose. The message reads
 * `subject: what happened: cause`, lowercase, on one line; advice is in `hint`.
 */
export class DroverError extends Error {
  readonly reason: ReasonCode
  readonly hint?: string
  readonly at?: Location

  constructor(message: string, details: ErrorDetails) {
    super(message, { cause: details.cause })
    this.name = 'DroverError'
    this.reason = details.reason
    if (details.hint !== undefined) this.hint = details.hint
    if (details.at !== undefined) this.at = details.at
  }
}

/** Wrong input. The error carries all problems that were found, never only the first. */
export class InputError extends DroverError {
  readonly problems: readonly Problem[]

  constructor(problems: readonly [Problem, ...Problem[]]) {
    const [first] = problems
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
    super(`${first.message}${more}`, first)
    this.name = 'InputError'
    this.problems = problems
  }
}

/** Throws one InputError with all problems, if there are any. */
export function throwIfInvalid(problems: readonly Problem[]): void {
  const [first, ...rest] = problems
  if (first !== undefined) throw new InputError([first, ...rest])
}

/** `file:line:column`, as far as these are known. */
export function formatLocation(at: Location): string {
  return [at.file, at.line, at.column].filter((part) => part !== undefined).join(':')
}
