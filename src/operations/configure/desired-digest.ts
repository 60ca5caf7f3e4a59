import { sha256 } from '../../base/digest.js'
import { encodeFollowUp } from '../../recipes/follow-up.js'
import type { DesiredFile } from '../../render/desired.js'

/**
 * What is desired, as one value. Secrets count by name, not by value: a digest
 * over a short secret would let a reader of the branch try values offline.
 */
export function desiredDigest(files: readonly DesiredFile[]): string {
  const facts = files.map((file) => [
    file.destination,
    file.owner,
    file.group,
    file.mode,
    sha256(file.shown),
    file.validate ?? null,
    file.after.map(encodeFollowUp),
  ])
  return sha256(JSON.stringify(facts))
}
