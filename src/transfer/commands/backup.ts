import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'

/** Statuses of our own, which neither bash nor tar has. */
const statuses = { missing: 44, nothing: 45 } as const

export interface BackupPath {
  /** Absolute. */
  readonly path: string
  readonly mayBeMissing: boolean
}

/** Answers with a compressed tar archive on standard output. */
export function backupCommand(paths: readonly BackupPath[]): Command {
  const words = paths.map(({ path, mayBeMissing }) => `${mayBeMissing ? 'optional' : 'needed'}:${path}`)
  return programCommand('transfer/backup.sh', {
    values: { status_missing: statuses.missing, status_nothing: statuses.nothing },
    args: words,
  })
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
