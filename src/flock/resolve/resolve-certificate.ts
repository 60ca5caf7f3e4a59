import type { DesiredCertificate } from '../desired-certificate.js'
import type { MachineFault } from '../problems/machine-faults.js'
import { acmeDirectories, type CertificateFields } from '../schema/certificate-schema.js'
import { type FoldedEntry, foldEntries } from './fold-entries.js'
import type { PlacedLayer } from './placed-layers.js'

type Fault = Omit<MachineFault, 'machine'>

/** The certificate that the layers of a machine ask for, before its names are known. */
export interface CertificatePattern {
  readonly entry: FoldedEntry<CertificateFields>
  /** Undefined when the settings are incomplete: there are faults then. */
  readonly desired: ((names: readonly string[]) => DesiredCertificate) | undefined
  readonly faults: readonly Fault[]
}

/** Merges the layers key by key. Undefined when no layer has a certificate, or a stronger layer removes it. */
export function resolveCertificate(layers: readonly PlacedLayer[]): CertificatePattern | undefined {
  const [entry] = foldEntries<CertificateFields>(layers, {
    pick: ({ certificate }) => (certificate === undefined ? {} : { certificate }),
  })
  if (entry === undefined) return undefined
  const faults = [...secretFaults(entry), ...wildcardFaults(entry)]
  return { entry, faults, desired: faults.length > 0 ? undefined : desiredCertificateOf(entry.fields) }
}

function desiredCertificateOf(fields: CertificateFields): CertificatePattern['desired'] {
  const key = fields.key ?? 'ecdsa'
  const [certificateSecret, keySecret] = [fields['certificate-secret'], fields['key-secret']]
  if (fields.from === 'self-signed') return (names) => ({ from: 'self-signed', names, key })
  if (fields.from === 'secret') {
    if (!certificateSecret || !keySecret) return undefined
    return (names) => ({ from: 'secret', names, key, certificateSecret, keySecret })
  }
  const { contact, acme = 'staging', challenge, ca } = fields
  return (names) => ({
    from: 'acme',
    names,
    key,
    acme: directoryOf(acme ?? 'staging'),
    challenge: challenge ?? 'webroot',
    ...(contact ? { contact } : {}),
    ...(ca ? { ca } : {}),
  })
}

function directoryOf(acme: string): string {
  return acme === 'staging' || acme === 'production' ? acmeDirectories[acme] : acme
}

const secretKeys = ['certificate-secret', 'key-secret'] as const

function secretFaults({ fields, place, placeOf }: FoldedEntry<CertificateFields>): readonly Fault[] {
  const given = secretKeys.filter((key) => fields[key] !== undefined)
  if (fields.from !== 'secret') {
    const hint = (key: string): string => `add "from: secret", or write "${key}:" with nothing after it`
    return given.map((key) => ({
      ...placeOf(key),
      isKey: true,
      what: `only "from: secret" takes "${key}"`,
      hint: hint(key),
    }))
  }
  const absent = secretKeys.filter((key) => fields[key] === undefined)
  if (absent.length === 0) return []
  const what = `no layer gives ${absent.map((key) => `"${key}"`).join(' and ')}`
  const hint = `add ${absent.map((key) => `"${key}: NAME"`).join(' and ')}, the names of secrets`
  return [{ ...place, isKey: true, what, hint }]
}

function wildcardFaults({ fields, placeOf }: FoldedEntry<CertificateFields>): readonly Fault[] {
  const { from, challenge, names } = fields
  if ((from ?? 'acme') !== 'acme' || challenge === 'dns-route53') return []
  const wildcard = names?.find((name) => name.startsWith('*.'))
  if (wildcard === undefined) return []
  const what = `"${wildcard}" is proved over DNS only, and the challenge is "${challenge ?? 'webroot'}"`
  return [{ ...placeOf('names'), what, hint: 'add "challenge: dns-route53", or name each host' }]
}
