import { DroverError } from '../base/errors.js'
import type { Provider, ProviderScope } from '../providers/provider.js'
import { realClock } from '../system/real-clock.js'

interface Providing {
  readonly env: NodeJS.ProcessEnv
  readonly scope: ProviderScope
  readonly signal: AbortSignal | undefined
}

/** The provider of this name; throws `invalid-flock` for one that does not exist. */
export async function makeProvider(name: string, { scope, env, signal }: Providing): Promise<Provider> {
  if (name === 'local') {
    const { makeLocalProvider } = await import('../providers/local/local-provider.js')
    return makeLocalProvider({ flock: scope.flock, clock: realClock, ...localPlace(env) })
  }
  if (name === 'static') {
    const { makeStaticProvider } = await import('../providers/static/static-provider.js')
    return makeStaticProvider({ scope, clock: realClock })
  }
  if (name === 'ec2') {
    const { makeEc2Provider } = await import('../providers/ec2/ec2-provider.js')
    return makeEc2Provider({ scope, clock: realClock, env, ...(signal === undefined ? {} : { signal }) })
  }
  throw new DroverError(`provider: "${name}" is not one`, {
    reason: 'invalid-flock',
    hint: 'Use "local", "ec2" or "static".',
    at: { file: 'flock.yml' },
  })
}

/** Ends all local machines of a flock; answers with what it ended. */
export async function sweepLocalFlock(flock: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const { sweepLocal } = await import('../providers/local/sweep.js')
  return sweepLocal({ flock, ...localPlace(env) })
}

/** `DROVER_LOCAL_DIR`: another folder than the computer's own for roots and machines. */
function localPlace({ DROVER_LOCAL_DIR: stateDir }: NodeJS.ProcessEnv): { readonly stateDir?: string } {
  return stateDir ? { stateDir } : {}
}
