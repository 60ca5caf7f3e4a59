import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'
import { programText } from '../../src/programs/program.js'
import { runAsRoot } from '../../src/providers/local/as-root.js'
import { defaultNetwork, networkFolder } from '../../src/providers/local/options.js'

/** This computer's own address on the bridge of the local machines. */
export const bridgeAddress = `${defaultNetwork.prefix}.0.1`

export interface HeldBridge {
  /** Takes the bridge down if no machine is left on it. */
  release(): Promise<void>
}

/**
 * Brings the bridge up before there is any machine, for servers that machines are to reach. It goes down with
 * the last machine; a socket that is bound to its address goes on when the next one brings it back.
 */
export async function holdBridge(): Promise<HeldBridge> {
  await onNetwork('network_up')
  return { release: () => onNetwork('network_down_if_unused') }
}

/**
 * Lets a server listen at that address, and answers with its port. The bridge may go between its being brought up and
 * used, with the last machine of another process.
 */
export async function listenOnBridge(server: Server, tries = 5): Promise<number> {
  const { release } = await holdBridge()
  try {
    server.listen(0, bridgeAddress)
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRNOTAVAIL' && tries > 1) return await listenOnBridge(server, tries - 1)
    await release()
    throw error
  }
}

async function onNetwork(action: string): Promise<void> {
  await runAsRoot({
    failure: 'the bridge of the local machines could not be changed',
    script: `${programText('local/prelude.sh')}${programText('local/network.sh')}
netdir=$1 bridge=$2 prefix=$3
lock_network
${action}`,
    args: [networkFolder(defaultNetwork), defaultNetwork.bridge, defaultNetwork.prefix],
    timeoutMs: 90_000,
  })
}
