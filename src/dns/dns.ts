export interface DnsRecord {
  /** Without a dot at the end, in lower case. */
  readonly name: string
  /** IPv4. */
  readonly address: string
}

/** Where the names of machines are looked up. Failures are DroverErrors with the reason `dns-failed` or one that says more. */
export interface Dns {
  readonly name: string
  /** Makes the name point to this address and no other; resolves when all its servers answer so. False: it did already. */
  point(record: DnsRecord & { readonly ttlSeconds: number }): Promise<boolean>
  /** Takes the name away only if it points to this address. False: it does not, and nothing was changed. */
  remove(record: DnsRecord): Promise<boolean>
}
