import { placeIn } from '../providers/local/options.js'
import { sweepLocal } from '../providers/local/sweep.js'

/** Ends all local machines of a flock; answers with what it ended. */
export async function sweepLocalFlock(flock: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  return sweepLocal({ flock, ...placeIn(env) })
}
