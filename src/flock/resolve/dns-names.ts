import type { Problem } from '../../base/errors.js'
import { nearest } from '../../base/text/nearest.js'
import type { Machine } from '../flock.js'
import { dnsNameFault } from '../problems/dns-name-fault.js'
import { mayBeElsewhere } from '../problems/doubt.js'
import { faultProblems, type MachineFault } from '../problems/machine-faults.js'
import { quoted, shownPath } from '../problems/shown.js'
import type { DataPath } from '../yaml/yaml-lookup.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { type DnsPattern, type Layered, resolveDns } from './dns-pattern.js'
import type { FlockEntries } from './flock-entries.js'
import { expandName, hasSequence, missingVariables } from './name-pattern.js'

/** One entry under `machines:` and the machines that it makes. */
export interface ExpandedEntry extends Omit<Layered, 'groups'> {
  readonly machines: readonly Machine[]
}

interface Context {
  readonly entries: FlockEntries
  readonly source: YamlSource
}

/** Gives each machine the DNS name that its layers' pattern makes for it. */
export function giveDnsNames(
  expanded: readonly ExpandedEntry[],
  context: Context,
): { readonly named: readonly ExpandedEntry[]; readonly problems: readonly Problem[] } {
  const named = expanded.map((one) => nameEntry(one, context.entries))
  const faults = named.flatMap((one) => one.faults)
  const clashes = findClashes(named.flatMap(({ given }) => given))
  return {
    named: expanded.map(({ key, entry }, index) => ({ key, entry, machines: named[index]?.machines ?? [] })),
    problems: faultProblems(
      [...faults, ...clashes.map((clash) => clashFault(clash, context))].map((fault) => ({
        ...fault,
        source: context.source,
      })),
    ),
  }
}

type Fault = Omit<MachineFault, 'source'>

/** A machine with a DNS name, and the place of the name's pattern. */
interface Given {
  readonly machine: string
  readonly name: string
  readonly path: DataPath
}

interface NamedEntry {
  readonly machines: readonly Machine[]
  readonly given: readonly Given[]
  readonly faults: readonly Fault[]
}

function nameEntry({ key, entry, machines }: ExpandedEntry, entries: FlockEntries): NamedEntry {
  const [first] = machines
  const nameless = { machines, given: [], faults: [] }
  if (first === undefined) return nameless
  const dns = resolveDns({ key, entry, groups: first.groups }, entries)
  // A problem that follows from a refused part is not reported beside it.
  if (dns === undefined || mayBeElsewhere({ key, entry }, entries)) return nameless
  const missing = missingFault(dns, first)
  if (missing !== undefined) {
    return { ...nameless, faults: machines.map(({ name }) => ({ ...missing, machine: name })) }
  }
  const { provider, ttlSeconds, pattern, path } = dns
  const given = machines.map(({ name: machine, vars }) => ({
    machine,
    name: expandName(pattern, { vars: { ...vars, name: machine }, number: 0 }),
    path,
  }))
  return {
    machines: machines.map((machine, index) => ({
      ...machine,
      dns: { provider, name: given[index]?.name ?? '', ttlSeconds },
    })),
    given,
    faults: given.flatMap(invalidFault),
  }
}

function missingFault({ pattern, path }: DnsPattern, { name, vars }: Machine): Fault | undefined {
  if (hasSequence(pattern)) {
    return {
      path,
      what: '{seq} has no value in a DNS name',
      machine: name,
      hint: 'write {name}: it holds the number already',
    }
  }
  const [missing] = missingVariables(pattern, { ...vars, name })
  if (missing === undefined) return undefined
  const meant = nearest(missing, [...Object.keys(vars), 'name'])
  const what = Object.hasOwn(vars, missing) ? 'has no single value' : 'has no value'
  return {
    path,
    what: `the variable ${quoted(missing)} ${what}`,
    machine: name,
    hint:
      meant === undefined || meant === missing
        ? `add it to the vars of the machine, a group or the flock: { ${missing}: … }`
        : `did you mean "{${meant}}"?`,
  }
}

function invalidFault({ machine, name, path }: Given): readonly Fault[] {
  const fault = dnsNameFault(name)
  if (fault === undefined) return []
  return [{ path, what: `${quoted(name)} cannot be a DNS name: ${fault.what}`, machine, hint: fault.hint }]
}

interface Clash {
  readonly name: string
  readonly first: Given
  readonly second: Given
}

function findClashes(given: readonly Given[]): readonly Clash[] {
  const owners = new Map<string, Given>()
  return given.flatMap((second) => {
    const first = owners.get(second.name)
    if (first === undefined) owners.set(second.name, second)
    // Two machines of one name are reported elsewhere.
    return first === undefined || first.machine === second.machine
      ? []
      : [{ name: second.name, first, second }]
  })
}

function clashFault({ name, first, second }: Clash, { source }: Context): Fault {
  const isOnePattern = shownPath(first.path) === shownPath(second.path)
  return {
    path: second.path,
    what: `${quoted(name)} is the DNS name of ${quoted(first.machine)} already`,
    machine: second.machine,
    hint: isOnePattern
      ? 'put {name} into it, which is another for each machine'
      : `change one of the two; the other is on line ${source.valueAt(first.path).line}`,
  }
}
