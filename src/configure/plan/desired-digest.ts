import { sha256 } from '../../base/digest.js'
import type { DesiredFile, DesiredSymlink } from '../../render/desired.js'
import { encodeFollowUp } from '../../transaction/follow-up.js'

export interface DesiredState {
  readonly files: readonly DesiredFile[]
  readonly links: readonly DesiredSymlink[]
  /** Digest of all roles; absent for a machine without. */
  readonly baseline?: string | undefined
}

/**
 * What is desired, as one value. Secrets count by name, not by value: a digest
 * over a short secret would let a reader of the branch try values offline.
 */
export function desiredDigest({ files, links, baseline }: DesiredState): string {
  const facts = files.map((file) => [
    file.destination,
    file.owner,
    file.group,
    file.mode,
    sha256(file.shown),
    file.validate ?? null,
    file.after.map(encodeFollowUp),
  ])
  const linkFacts = links.map(({ path, kind, name, to, after }) => [
    path,
    kind,
    name,
    to,
    after.map(encodeFollowUp),
  ])
  // Without links and roles the digest is what it was before there were any: no machine gets a new stamp for that.
  if (baseline !== undefined) return sha256(JSON.stringify([facts, linkFacts, baseline]))
  return sha256(JSON.stringify(links.length === 0 ? facts : [facts, linkFacts]))
}
