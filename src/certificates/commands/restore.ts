import { programText } from '../../programs/program.js'
import type { ArchiveFile } from '../../transaction/transaction.js'
import { digestValues, serveValues } from './program-values.js'

export interface Restore {
  readonly lineage: string
  /** Checked before: see `findWrongEntries`. */
  readonly archive: Buffer
  readonly ca?: string | undefined
}

/**
 * bash for a unit that puts captured lineages and accounts back, byte for byte. A lineage becomes one for certbot only
 * with the last file of it, below `renewal`, so that one that was cut off is looked at as none. What else lies in
 * /etc/letsencrypt stays. Says `restored DIGEST` of what is there then, and `served FOLDER`.
 */
export function restoreScript({ lineage, archive, ca = '' }: Restore): {
  readonly script: string
  readonly files: readonly ArchiveFile[]
} {
  const values = { ...serveValues, ...digestValues, lineage, ca }
  const script = programText('certificates/restore.sh', values)
  return { script, files: [{ path: 'lineages.tar', mode: 0o600, bytes: archive }] }
}
