import { DroverError } from '../../base/errors.js'
import type { ApiCall } from './api-calls.js'
import { type Classified, classifyError, type Next } from './classify-error.js'

/** A failed call to AWS, with the next step. */
export class Ec2Failure extends DroverError {
  readonly code: string
  readonly next: Next

  constructor(
    message: string,
    { classified, cause }: { readonly classified: Classified; readonly cause?: unknown },
  ) {
    const { reason, hint } = classified
    super(message, { reason, hint, cause })
    this.name = 'Ec2Failure'
    this.code = classified.code
    this.next = classified.next
  }
}

export interface FailedCall {
  /** A machine's name, or another subject of the call. */
  readonly subject: string
  readonly call: ApiCall
  readonly region: string
}

/** Converts an error of the SDK to a failure in Drover's words. */
export function toFailure(cause: unknown, { subject, call, region }: FailedCall): Ec2Failure {
  if (cause instanceof Ec2Failure) return cause
  const classified = classifyError(cause, call)
  const said = cause instanceof Error ? oneLine(cause.message) : ''
  const because = said === '' || said === classified.code ? '' : `: ${said}`
  return new Ec2Failure(`${subject}: ${call} in ${region} failed with ${classified.code}${because}`, {
    classified,
    cause,
  })
}

const longest = 400

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

/** The error for a wait that the run's signal ended. */
export function cancelled(subject: string, cause: unknown): DroverError {
  return new DroverError(`${subject}: cancelled`, {
    reason: 'cancelled',
    hint: 'Run it again: it goes on where it was cut off.',
    cause,
  })
}
