import type { Dns, DnsContext } from '../dns/dns.js'
import { dnsProviders } from '../dns/dns-providers.js'
import { realClock } from '../system/real-clock.js'
import { loadDefinition } from './load-definition.js'

/** The DNS of this name; throws `invalid-flock` for one that does not exist. */
export async function makeDns(name: string, context: Omit<DnsContext, 'clock'>): Promise<Dns> {
  const { create } = await loadDefinition(name, { kind: 'dns', list: dnsProviders })
  return create({ ...context, clock: realClock })
}
