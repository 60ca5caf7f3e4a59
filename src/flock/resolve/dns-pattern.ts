import { defaultDnsProvider } from '../../dns/dns-providers.js'
import type { DnsSettings } from '../flock.js'
import type { MachineEntry } from '../schema/schema.js'
import type { DataPath } from '../yaml/yaml-lookup.js'
import type { FlockEntries } from './flock-entries.js'
import { type NamePattern, parseNamePattern } from './name-pattern.js'

/** The settings for DNS names that the layers of an entry give its machines. */
export interface DnsPattern extends Omit<DnsSettings, 'name'> {
  readonly pattern: NamePattern
  /** The place of the pattern. */
  readonly path: DataPath
}

export interface Layered {
  readonly key: string
  readonly entry: MachineEntry
  /** In order of precedence, weakest first. */
  readonly groups: readonly string[]
}

/** Merges the layers key by key: flock < groups in order < machine. Undefined when the strongest name is empty, or no layer has one. */
export function resolveDns({ key, entry, groups }: Layered, entries: FlockEntries): DnsPattern | undefined {
  const layers = [
    { path: ['dns'], dns: entries.flock.dns },
    ...groups.map((name) => ({ path: ['groups', name, 'dns'], dns: entries.groups.get(name)?.dns })),
    { path: ['machines', key, 'dns'], dns: entry.dns },
  ]
  const strongest = (part: 'provider' | 'name' | 'ttl'): (typeof layers)[number] | undefined =>
    layers.findLast(({ dns }) => dns?.[part] !== undefined)
  const named = strongest('name')
  const name = named?.dns?.name ?? ''
  if (named === undefined || name === '') return undefined
  return {
    provider: strongest('provider')?.dns?.provider ?? defaultDnsProvider,
    ttlSeconds: strongest('ttl')?.dns?.ttl ?? 60,
    pattern: parseNamePattern(name),
    path: [...named.path, 'name'],
  }
}
