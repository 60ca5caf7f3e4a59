import { sha256 } from '../../../base/digest.js'

/** One place and kind in which a machine may be made. */
export interface Attempt {
  readonly zone: string
  readonly type: string
  readonly subnet: string
}

export interface Places {
  /** In order of preference; if empty, all zones that have a subnet, in order of name. */
  readonly zones: readonly string[]
  readonly types: readonly string[]
  /** One subnet for each zone. */
  readonly subnets: ReadonlyMap<string, string>
}

/** Plans the first type in each zone, then the next type: another zone is preferred to another type. */
export function planAttempts({ zones, types, subnets }: Places): readonly Attempt[] {
  const desired = zones.length === 0 ? [...subnets.keys()].sort() : zones
  return types.flatMap((type) =>
    desired.flatMap((zone) => {
      const subnet = subnets.get(zone)
      return subnet === undefined ? [] : [{ zone, type, subnet }]
    }),
  )
}

export interface TokenParts extends Pick<Attempt, 'zone' | 'type'> {
  readonly flock: string
  readonly machine: string
  readonly run: string
  readonly nonce: string
}

/**
 * The client token of an attempt, with the 64 characters that EC2 allows. It depends on the zone, because a
 * token counts for one zone only: the same token in another zone makes a second machine.
 */
export function clientToken({ flock, machine, run, nonce, zone, type }: TokenParts): string {
  return sha256(JSON.stringify([flock, machine, run, nonce, zone, type]))
}
