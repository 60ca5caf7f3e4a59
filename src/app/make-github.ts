import { DroverError } from '../base/errors.js'
import { Secret } from '../base/secret.js'
import type { GitHub } from '../github/github.js'
import { findGitHubPlace } from '../github/github-place.js'
import { findCheckout } from '../ledger/git/checkout.js'
import { realClock } from '../system/real-clock.js'

export interface GitHubOptions {
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  readonly repository: string | undefined
  readonly token: Secret | undefined
  readonly guard: (secret: Secret) => void
  readonly signal: AbortSignal | undefined
}

/** undefined when the repository is not at GitHub. Throws `not-permitted` without a token. */
export async function makeGitHub(wants: GitHubOptions): Promise<GitHub | undefined> {
  const { env, cwd, repository, guard, signal } = wants
  const url = repository ?? (await findCheckout(cwd))?.origin
  const place = findGitHubPlace({ env, url })
  if (place === undefined) return undefined
  const token = wants.token ?? tokenOf(env)
  if (token === undefined) {
    throw new DroverError(`github: no token for ${place.owner}/${place.repo} is given`, {
      reason: 'not-permitted',
      hint: 'Put one into GITHUB_TOKEN, for example with: export GITHUB_TOKEN="$(gh auth token)"; in a workflow, give the input "token".',
    })
  }
  guard(token)
  const { makeOctokitGitHub } = await import('../github/octokit-github.js')
  return makeOctokitGitHub({ ...place, token, clock: realClock, ...(signal === undefined ? {} : { signal }) })
}

/** The names that GitHub's own `gh` looks at, in its order. */
function tokenOf({ GH_TOKEN, GITHUB_TOKEN }: NodeJS.ProcessEnv): Secret | undefined {
  const value = (GH_TOKEN || GITHUB_TOKEN || '').trim()
  return value === '' ? undefined : new Secret('token', value)
}
