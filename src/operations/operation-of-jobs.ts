import { DroverError } from '../base/errors.js'
import type { AnyDefinition } from './define-operation.js'
import { findOperation } from './registry.js'

/** What the jobs of a run do, for those that come before and after them. Throws `invalid-argument`. */
export function operationOfJobs({ for: name }: { readonly for: string | undefined }): AnyDefinition {
  const definition = name === undefined ? undefined : findOperation(name)
  if (definition !== undefined && !definition.traits?.isAboutRuns) return definition
  throw new DroverError(
    name === undefined ? 'for: no operation is given' : `for: "${name}" is no operation`,
    { reason: 'invalid-argument', hint: 'Say which operation the jobs do, for example --for configure.' },
  )
}
