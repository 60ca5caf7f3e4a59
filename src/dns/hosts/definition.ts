import type { DnsDefinition } from '../dns.js'
import { makeHostsDns } from './hosts-dns.js'

export const definition: DnsDefinition = {
  name: 'hosts',
  settings: { DROVER_HOSTS_FILE: { meaning: 'the hosts file to write', byDefault: '`/etc/hosts`' } },
  create: ({ flock, env: { DROVER_HOSTS_FILE: path }, signal }) =>
    makeHostsDns({ flock, ...(path ? { path } : {}), ...(signal === undefined ? {} : { signal }) }),
}
