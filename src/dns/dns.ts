export interface DnsRecord {
  /** Without a dot at the end, in lower case. */
  readonly name: string
  /** IPv4. */
  readonly address: string
}

/** A DNS in which machines have names. Failures are DroverErrors with the reason `dns-failed` or one that says more. */
export interface Dns {
  readonly name: string
  /** Makes the name point to this address and no other, and resolves when all servers answer so. False: the name pointed there already. */
  point(record: DnsRecord & { readonly ttlSeconds: number }): Promise<boolean>
  /** Removes the name only if it points to this address. False: the name points elsewhere, and nothing was changed. */
  remove(record: DnsRecord): Promise<boolean>
}
