import { DroverError } from '../base/errors.js'
import { isOperation, type OperationName } from './registry.js'
import type { Request } from './request.js'

/** What the jobs of a run do, for those that come before and after them. Throws `invalid-argument`. */
export function operationOfJobs({ for: name }: Pick<Request, 'for'>): OperationName {
  if (name !== undefined && isOperation(name) && name !== 'plan' && name !== 'record') return name
  throw new DroverError(
    name === undefined ? 'for: no operation is given' : `for: "${name}" is no operation`,
    { reason: 'invalid-argument', hint: 'Say which operation the jobs do, for example --for configure.' },
  )
}
