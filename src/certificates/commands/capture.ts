import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'
import { digestValues } from './program-values.js'

/** What a machine that has served for years may hold, and a bound on what is read from one. */
export const maxLineageBytes = 8 * 1024 * 1024

/** Prints the digest, a newline, and the archive. */
export const captureLineages: Command = programCommand('certificates/capture.sh', {
  values: digestValues,
})

/** Undefined for an answer without a digest in front. */
export function parseCapturedLineages(
  answer: Buffer,
): { readonly digest: string; readonly archive: Buffer } | undefined {
  const digest = answer.subarray(0, 64).toString('latin1')
  if (!/^[0-9a-f]{64}$/.test(digest) || answer[64] !== 0x0a) return undefined
  return { digest, archive: answer.subarray(65) }
}
