import { programText } from '../../programs/program.js'
import { runAsRoot } from './as-root.js'
import { checkName, checkNetwork } from './launch-input.js'
import { defaultNetwork, defaultStateDir, type LocalOptions, networkFolder } from './options.js'

const sweepMs = 300_000

/**
 * Ends all local machines of a flock, or of all flocks without `flock`, and removes what interrupted launches
 * left. Returns the ended machines as `FLOCK/MACHINE`. Roots stay, because they are only a cache.
 */
export async function sweepLocal(
  options: Partial<Pick<LocalOptions, 'flock' | 'stateDir' | 'network'>>,
): Promise<readonly string[]> {
  const network = options.network ?? defaultNetwork
  checkNetwork(network)
  if (options.flock !== undefined) checkName(options.flock)
  const said = await runAsRoot({
    failure: 'local machines: could not all be ended',
    script: programText('local/sweep.sh'),
    args: [
      options.stateDir ?? defaultStateDir,
      options.flock ?? '',
      networkFolder(network),
      network.bridge,
      network.prefix,
    ],
    timeoutMs: sweepMs,
  })
  return said.split('\n').filter((line) => line !== '')
}
