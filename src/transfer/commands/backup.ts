import type { Command } from '../../base/command.js'

/** Statuses of our own, which neither bash nor tar has. */
const statuses = { missing: 44, nothing: 45 } as const

/*
 * A tar archive, compressed, of all paths that are there, relative to /. A path that is a link brings what it
 * leads to as well. Status 1 of tar means that files changed while they were read: the archive has what was read.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
found=() missing=()
for word; do
  path=\${word#*:}
  if [ -L "$path" ]; then
    found+=("\${path#/}")
    real=$(readlink -e -- "$path") && [ "$real" != / ] && found+=("\${real#/}")
  elif [ -e "$path" ]; then found+=("\${path#/}")
  elif [ "\${word%%:*}" = needed ]; then missing+=("$path")
  fi
done
if [ "\${#missing[@]}" -gt 0 ]; then printf '%s\\0' "\${missing[@]}" >&2; exit ${statuses.missing}; fi
if [ "\${#found[@]}" -eq 0 ]; then exit ${statuses.nothing}; fi
printf '%s\\0' "\${found[@]}" |
  tar --create --gzip --format=posix --directory=/ --file=- --verbatim-files-from --null --files-from=-
`

export interface BackupPath {
  /** Absolute. */
  readonly path: string
  readonly mayBeMissing: boolean
}

/** Answers with a compressed tar archive on standard output. */
export function backupCommand(paths: readonly BackupPath[]): Command {
  const words = paths.map(({ path, mayBeMissing }) => `${mayBeMissing ? 'optional' : 'needed'}:${path}`)
  return { argv: ['bash', '-c', script, 'drover', ...words] }
}

export type BackupEnd =
  | { readonly kind: 'whole' }
  | { readonly kind: 'changing'; readonly lines: readonly string[] }
  | { readonly kind: 'missing'; readonly paths: readonly string[] }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly lines: readonly string[] }

export function readBackupEnd({
  code,
  stderr,
}: {
  readonly code: number | null
  readonly stderr: string
}): BackupEnd {
  if (code === 0) return { kind: 'whole' }
  if (code === statuses.missing) return { kind: 'missing', paths: stderr.split('\0').filter(Boolean) }
  if (code === statuses.nothing) return { kind: 'nothing' }
  const lines = stderr.split('\n').flatMap((line) => /^tar: (.+)$/.exec(line)?.[1] ?? [])
  return { kind: code === 1 ? 'changing' : 'failed', lines }
}
