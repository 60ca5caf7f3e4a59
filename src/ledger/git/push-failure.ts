import { DroverError } from '../../base/errors.js'
import { countOf } from '../../base/text/count-of.js'
import type { PushOutcome } from './git-failure.js'
import type { Fetched } from './git-repository.js'

type FailedFetch = Extract<Fetched, { kind: 'failed' }>

/** The cause that the records are not on the branch yet. */
export type Trouble =
  | { readonly kind: 'none' }
  | { readonly kind: 'push'; readonly end: PushOutcome; readonly parent: string }
  | { readonly kind: 'fetch'; readonly failed: FailedFetch }

export interface FailedPush {
  readonly branch: string
  readonly records: number
  readonly attempts: number
}

export function pushFailed(trouble: Trouble, { branch, records, attempts }: FailedPush): DroverError {
  if (trouble.kind === 'fetch' && trouble.failed.lasting && attempts === 0) return trouble.failed.error
  const what = countOf(records, 'record')
  const tries = countOf(attempts, 'try', 'tries')
  return new DroverError(
    `branch "${branch}": ${what} could not be pushed in ${tries}: ${describe(trouble)}`,
    {
      reason: 'push-failed',
      hint: hintFor(trouble),
      cause: trouble.kind === 'fetch' ? trouble.failed.error : undefined,
    },
  )
}

function describe(trouble: Trouble): string {
  if (trouble.kind === 'none') return 'the deadline passed'
  if (trouble.kind === 'fetch') return trouble.failed.error.message
  const { end } = trouble
  return 'detail' in end ? end.detail : 'other pushes were faster until the deadline'
}

function hintFor(trouble: Trouble): string {
  if (trouble.kind === 'push' && trouble.end.kind === 'refused') {
    return 'Allow the token to push to this branch: a rule or hook of the repository refused it.'
  }
  if (trouble.kind === 'push' && trouble.end.kind === 'moved')
    return 'Push again later; other runs are writing.'
  return 'Ensure that the repository can be reached and that the token or key may write to it.'
}
