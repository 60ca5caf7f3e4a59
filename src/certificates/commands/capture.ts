import type { Command } from '../../base/command.js'
import { certificatePlaces, digestFunction, lineageFolders } from './places.js'

/** What a machine that has served for years may hold, and a bound on what is read from one. */
export const maxLineageBytes = 8 * 1024 * 1024

const script = `set -u
${digestFunction}
cd ${certificatePlaces.letsencrypt} || exit 1
digest=$(lineage_digest); [ -n "$digest" ] || exit 1
set --; for folder in ${lineageFolders.join(' ')}; do [ ! -d "$folder" ] || set -- "$@" "$folder"; done
printf '%s\\n' "$digest"
# Times of files to the nanosecond, as a restored machine is to have them.
tar --create --format=posix --pax-option=delete=atime,delete=ctime --numeric-owner --sort=name -- "$@" || exit 1
# certbot may be at work: what it changed meanwhile is captured whole or not at all.
[ "$(lineage_digest)" = "$digest" ]
`

/** Prints the digest, a newline, and the archive. */
export const captureLineages: Command = { argv: ['sh', '-c', script] }

/** Undefined for an answer without a digest in front. */
export function parseCapturedLineages(
  answer: Buffer,
): { readonly digest: string; readonly archive: Buffer } | undefined {
  const digest = answer.subarray(0, 64).toString('latin1')
  if (!/^[0-9a-f]{64}$/.test(digest) || answer[64] !== 0x0a) return undefined
  return { digest, archive: answer.subarray(65) }
}
