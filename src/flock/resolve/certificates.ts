import type { Problem } from '../../base/errors.js'
import { nearest } from '../../base/text/nearest.js'
import type { Machine } from '../flock.js'
import { dnsNameFault } from '../problems/dns-name-fault.js'
import { mayBeElsewhere } from '../problems/doubt.js'
import { faultProblems, type MachineFault } from '../problems/machine-faults.js'
import { quoted } from '../problems/shown.js'
import type { MachineEntry } from '../schema/schema.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import type { FlockEntries } from './flock-entries.js'
import { expandName, missingVariables, parseNamePattern } from './name-pattern.js'
import { layersOf } from './placed-layers.js'
import { type CertificatePattern, resolveCertificate } from './resolve-certificate.js'

/** One entry under `machines:` and its machines, whose DNS names are known. */
export interface NamedEntry {
  readonly key: string
  readonly entry: MachineEntry
  readonly machines: readonly Machine[]
}

interface Context {
  readonly entries: FlockEntries
  readonly source: YamlSource
}

interface Given {
  readonly machines: readonly Machine[]
  readonly faults: readonly MachineFault[]
}

/** Gives each machine the certificate that its layers ask for. */
export function giveCertificates(
  named: readonly NamedEntry[],
  context: Context,
): { readonly machines: readonly Machine[]; readonly problems: readonly Problem[] } {
  const given = named.map((one) => certifyEntry(one, context))
  return {
    machines: given.flatMap(({ machines }) => machines),
    problems: faultProblems(given.flatMap(({ faults }) => faults)),
  }
}

function certifyEntry({ key, entry, machines }: NamedEntry, context: Context): Given {
  const [first] = machines
  const { entries } = context
  const pattern =
    first === undefined
      ? undefined
      : resolveCertificate(layersOf({ key, entry, groups: first.groups }, context))
  // A problem that follows from a refused part is not reported beside it.
  const isDoubtful = ['certificate', 'dns'].some((part) => entries.isDoubtful([part]))
  if (pattern === undefined || isDoubtful || mayBeElsewhere({ key, entry }, entries)) {
    return { machines, faults: [] }
  }
  const { desired } = pattern
  const faults = machines.flatMap(({ name }) => pattern.faults.map((fault) => ({ ...fault, machine: name })))
  const each = machines.map((machine) => ({ machine, ...namesFor(machine, pattern) }))
  return {
    machines: each.map(({ machine, names }) =>
      desired === undefined || names.length === 0 ? machine : { ...machine, certificate: desired(names) },
    ),
    faults: [...faults, ...each.flatMap((one) => one.faults)],
  }
}

interface Names {
  readonly names: readonly string[]
  readonly faults: readonly MachineFault[]
}

function namesFor({ name, vars, dns }: Machine, { entry }: CertificatePattern): Names {
  const fault = (what: string, hint: string): MachineFault => ({
    ...entry.placeOf('names'),
    isKey: entry.fields.names === undefined,
    what,
    machine: name,
    hint,
  })
  const patterns = entry.fields.names
  if (!patterns) {
    if (dns !== undefined) return { names: [dns.name], faults: [] }
    const hint =
      'add "names: […]" or a DNS name, or write "certificate:" with nothing after it for this machine'
    return { names: [], faults: [fault('it has no names: the machine has no DNS name', hint)] }
  }
  const known = { ...vars, ...(dns === undefined ? {} : { dns: dns.name }), name }
  const faults: MachineFault[] = []
  const names = patterns.flatMap((written) => {
    const pattern = parseNamePattern(written)
    const [missing] = missingVariables(pattern, known)
    if (missing !== undefined) {
      const meant = nearest(missing, Object.keys(known))
      const add = `add it to the vars of the machine, a group or the flock: { ${missing}: … }`
      const hint = meant === undefined || meant === missing ? add : `did you mean "{${meant}}"?`
      faults.push(fault(`the variable ${quoted(missing)} has no single value`, hint))
      return []
    }
    const expanded = expandName(pattern, { vars: known, number: 0 })
    const wrong = wrongName(expanded)
    if (wrong === undefined) return [expanded]
    faults.push(fault(`${quoted(expanded)} cannot be a name in a certificate: ${wrong.what}`, wrong.hint))
    return []
  })
  const twice = names.find((one, index) => names.indexOf(one) !== index)
  if (twice !== undefined) faults.push(fault(`${quoted(twice)} is listed twice`, 'leave one of the two out'))
  return { names: faults.length === 0 ? names : [], faults }
}

function wrongName(name: string): { readonly what: string; readonly hint: string } | undefined {
  const host = name.replace(/^\*\./, '')
  if (host.includes('.')) return dnsNameFault(host)
  return { what: 'it has only one part', hint: 'write it with its zone, as in "www.example.org"' }
}
