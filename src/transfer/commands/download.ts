import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'

const statuses = { missing: 44, noFile: 42 } as const

/** Answers with the file on standard output and its digest on standard error. */
export function downloadCommand(path: string): Command {
  return programCommand('transfer/download.sh', {
    values: { status_missing: statuses.missing, status_no_file: statuses.noFile },
    args: [path],
  })
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
