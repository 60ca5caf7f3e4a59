import type { Command } from '../../base/command.js'

const statuses = { missing: 44, noFile: 42 } as const

/*
 * The digest is of what was sent and not of another reading: the file may change between the two.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
[ -e "$1" ] || exit ${statuses.missing}
[ -f "$1" ] || exit ${statuses.noFile}
tee >(sha256sum >&2) <"$1" || exit 1
wait "$!"
`

/** Answers with the file on standard output and its digest on standard error. */
export function downloadCommand(path: string): Command {
  return { argv: ['bash', '-c', script, 'drover', path] }
}

/** SHA-256 of what was sent; undefined when the machine did not say. */
export function readDownloadDigest(stderr: string): string | undefined {
  return /^([0-9a-f]{64})\b/m.exec(stderr)?.[1]
}

/** Why it cannot be had; undefined for a status that is not ours. */
export function explainDownload(code: number | null): string | undefined {
  if (code === statuses.missing) return 'does not exist'
  return code === statuses.noFile ? 'is no file' : undefined
}
