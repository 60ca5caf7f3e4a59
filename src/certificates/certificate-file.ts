import type { Tree } from '../base/tree.js'
import type { TreeChange } from '../events/record.js'
import type { CertificateRecord } from '../ledger/ledger.js'
import { machinePath, parseCertificate } from '../ledger/machine-files.js'

export type { CertificateRecord } from '../ledger/ledger.js'
export { putCertificate } from '../ledger/machine-files.js'

/** Where the accounts and lineages of a machine are on the branch: a tar archive, sealed. */
export function sealedLineagesPath(machine: string): string {
  return machinePath(machine, 'sealed/letsencrypt.age')
}

/** Undefined where there is none; throws `invalid-ledger`. */
export function certificateIn(tree: Tree, machine: string): CertificateRecord | undefined {
  const file = machinePath(machine, 'certificate.json')
  const bytes = tree.get(file)?.bytes
  return bytes === undefined ? undefined : parseCertificate(bytes.toString('utf8'), file)
}

export function putSealedLineages(machine: string, bytes: Buffer): TreeChange {
  return { kind: 'put', path: sealedLineagesPath(machine), mode: '100644', bytes }
}
