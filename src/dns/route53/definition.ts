import type { DnsDefinition } from '../dns.js'
import { makeRoute53Dns } from './route53-dns.js'

export const definition: DnsDefinition = {
  name: 'route53',
  settings: {},
  create: ({ clock, signal }) => makeRoute53Dns({ clock, ...(signal === undefined ? {} : { signal }) }),
}
