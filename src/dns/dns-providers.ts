import type { AdapterList } from '../base/adapter-list.js'
import type { DnsDefinition } from './dns.js'

/** The one list of what serves DNS names. To add one, add its folder and its line here. */
export const dnsProviders = {
  route53: () => import('./route53/definition.js'),
  hosts: () => import('./hosts/definition.js'),
} satisfies AdapterList<DnsDefinition>

export type DnsProviderName = keyof typeof dnsProviders

/** Of a machine whose layers name none. */
export const defaultDnsProvider: DnsProviderName = 'route53'
