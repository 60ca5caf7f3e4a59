import { DroverError } from '../../src/base/errors.js'

/** The failure with which work ends. */
export async function failureOf(work: Promise<unknown>): Promise<DroverError> {
  const failure: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (failure instanceof DroverError) return failure
  throw new Error(`expected a DroverError, not ${String(failure)}`)
}
