import type { Environment, Settings } from '../base/adapter-list.js'
import type { Clock } from '../system/clock.js'

export interface DnsRecord {
  /** Without a dot at the end, in lower case. */
  readonly name: string
  /** IPv4. */
  readonly address: string
}

/** All that Drover knows of a DNS: each folder here exports one, which `dns-providers.ts` lists. */
export interface DnsDefinition {
  /** As `flock.yml` has it. */
  readonly name: string
  /** Variables of the environment that it reads: `flock.yml` has no settings for it. */
  readonly settings: Settings
  readonly create: (context: DnsContext) => Dns
}

export interface DnsContext {
  readonly flock: string
  readonly clock: Clock
  readonly env: Environment
  /** Ends the waits of all methods. */
  readonly signal?: AbortSignal
}

/** Where the names of machines are looked up. Failures are DroverErrors with the reason `dns-failed` or one that says more. */
export interface Dns {
  readonly name: string
  /** Whose credentials it works with; absent where it needs none. A workflow gets those of AWS by OIDC. */
  readonly credentials?: 'aws'
  /** Makes the name point to this address and no other; resolves when all its servers answer so. False: it did already. */
  point(record: DnsRecord & { readonly ttlSeconds: number }): Promise<boolean>
  /** Removes the name only if it points to this address. False: the name points elsewhere, and nothing was changed. */
  remove(record: DnsRecord): Promise<boolean>
}
