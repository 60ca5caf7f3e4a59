import type { Environment } from '../../base/adapter-list.js'
import type { Clock } from '../../system/clock.js'

/** The network that the machines of this computer share. */
export interface LocalNetwork {
  /** Name of the bridge, and of the nftables table. At most 11 of a-z and 0-9. */
  readonly bridge: string
  /** First two octets: `10.213` is 10.213.0.0/16, with the computer itself at 10.213.0.1. */
  readonly prefix: string
}

export interface LocalOptions {
  readonly flock: string
  /** Where machines and roots are kept. By default `/var/lib/drover/local`. */
  readonly stateDir?: string
  /** Where Debian roots are kept. By default `roots` in the state folder. */
  readonly rootsDir?: string
  readonly network?: LocalNetwork
  readonly clock: Clock
}

export const defaultStateDir = '/var/lib/drover/local'
export const defaultNetwork: LocalNetwork = { bridge: 'drover0', prefix: '10.213' }

/**
 * The folder that records the addresses in use on a bridge. There is one for the whole computer, because
 * state folders may share a bridge.
 */
export function networkFolder({ bridge }: LocalNetwork): string {
  return `/var/lib/drover/network/${bridge}`
}

/** `DROVER_LOCAL_DIR`: another folder than the computer's own for roots and machines. */
export function placeIn({ DROVER_LOCAL_DIR: stateDir }: Environment): Pick<LocalOptions, 'stateDir'> {
  return stateDir ? { stateDir } : {}
}
