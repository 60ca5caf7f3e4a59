import { z } from 'zod'
import { DroverError } from '../../base/errors.js'
import type { Tree } from '../../base/tree.js'
import type { TreeChange } from '../../ledger/ledger.js'
import { machinePath } from '../../ledger/machine-files.js'

/** `machines/M/certificate.json`: the certificate that a machine serves with, as it was last seen. */
export interface CertificateRecord {
  readonly from: 'acme' | 'secret' | 'self-signed'
  readonly names: readonly string[]
  /** UTC, ISO 8601. */
  readonly notBefore: string
  readonly notAfter: string
  readonly serial: string
  readonly issuer: string
  /** Only of `acme`: URL of the directory. */
  readonly acme?: string
  /** Only of `acme`: what certbot calls it. */
  readonly lineage?: string
  /** Of all that is sealed with it; of the certificate itself where nothing is. */
  readonly sha256: string
}

export function certificatePath(machine: string): string {
  return machinePath(machine, 'certificate.json')
}

/** Where the accounts and lineages of a machine are on the branch: a tar archive, sealed. */
export function sealedLineagesPath(machine: string): string {
  return machinePath(machine, 'sealed/letsencrypt.age')
}

/** Undefined where there is none; throws `invalid-ledger`. */
export function certificateIn(tree: Tree, machine: string): CertificateRecord | undefined {
  const file = certificatePath(machine)
  const bytes = tree.get(file)?.bytes
  if (bytes === undefined) return undefined
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')))
  } catch (cause) {
    throw new DroverError(`${file}: cannot be read`, {
      reason: 'invalid-ledger',
      at: { file },
      hint: `Restore the last good version: "git log -- ${file}" on the config branch shows them.`,
      cause,
    })
  }
}

export function putCertificate(machine: string, record: CertificateRecord): TreeChange {
  const sorted = Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))
  const bytes = Buffer.from(`${JSON.stringify(sorted, null, 2)}\n`)
  return { kind: 'put', path: certificatePath(machine), mode: '100644', bytes }
}

export function putSealedLineages(machine: string, bytes: Buffer): TreeChange {
  return { kind: 'put', path: sealedLineagesPath(machine), mode: '100644', bytes }
}

const line = z.string().min(1)
const schema = z.object({
  from: z.enum(['acme', 'secret', 'self-signed']),
  names: z.array(line),
  notBefore: line,
  notAfter: line,
  serial: line,
  issuer: z.string(),
  acme: line.exactOptional(),
  lineage: line.exactOptional(),
  sha256: line,
})
