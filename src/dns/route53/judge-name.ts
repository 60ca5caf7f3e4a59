import type { ResourceRecordSet } from '@aws-sdk/client-route-53'

/** What the record sets of a name say of its IPv4 address. */
export type NameState =
  /** No address. */
  | { readonly kind: 'free' }
  /** One address, by a plain record set: what Drover makes. */
  | {
      readonly kind: 'plain'
      readonly set: ResourceRecordSet
      readonly address: string
      readonly ttlSeconds: number
    }
  /** Somebody made these for a purpose that Drover does not know. Drover never changes them. */
  | { readonly kind: 'foreign'; readonly why: string; readonly addresses: readonly string[] }

/** Judges all record sets with exactly this name. */
export function judgeName(sets: readonly ResourceRecordSet[]): NameState {
  if (sets.some(({ Type }) => Type === 'CNAME')) {
    return { kind: 'foreign', why: 'it is an alias (CNAME) of another name', addresses: [] }
  }
  const [set, ...others] = sets.filter(({ Type }) => Type === 'A')
  if (set === undefined) return { kind: 'free' }
  const why = others.length > 0 ? 'it has several record sets' : foreignness(set)
  const addresses = [set, ...others].flatMap(valuesOf)
  const [address] = addresses
  if (why !== undefined || address === undefined) {
    return { kind: 'foreign', why: why ?? 'it has no value', addresses }
  }
  return { kind: 'plain', set, address, ttlSeconds: set.TTL ?? 0 }
}

/** True if the name has IPv6 records, which lead elsewhere. */
export function hasIpv6(sets: readonly ResourceRecordSet[]): boolean {
  return sets.some(({ Type }) => Type === 'AAAA')
}

const plainKeys = new Set(['Name', 'Type', 'TTL', 'ResourceRecords'])

function foreignness(set: ResourceRecordSet): string | undefined {
  if (set.AliasTarget !== undefined) return `it is an alias of "${set.AliasTarget.DNSName ?? ''}"`
  const values = valuesOf(set)
  if (values.length > 1) return `it has ${values.length} values`
  const extra = Object.entries(set).find(([key, value]) => value !== undefined && !plainKeys.has(key))
  // Writing the set without its routing policy or health check would remove that.
  return extra === undefined ? undefined : `its record set has a "${extra[0]}"`
}

function valuesOf({ ResourceRecords = [] }: ResourceRecordSet): readonly string[] {
  return ResourceRecords.flatMap(({ Value }) => Value ?? [])
}
