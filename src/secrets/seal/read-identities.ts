import { DroverError, type Problem } from '../../base/errors.js'
import { type Secret, sealKeySecret } from '../../base/secret.js'

interface Identity {
  readonly text: string
  /** Counts from 1. */
  readonly line: number
}

export interface ReadIdentities {
  readonly identities: readonly Identity[]
  readonly problems: readonly Problem[]
}

export const sealKeyHint =
  'make one with "drover seal-key > seal.key", set it with "gh secret set DROVER_SEAL_KEY < seal.key", and keep the file in a safe place'

export function missingSealKey(): DroverError {
  return new DroverError(`secret "${sealKeySecret}": not given`, {
    reason: 'missing-secret',
    hint: sealKeyHint,
  })
}

/**
 * Reads a seal key with one identity a line. Empty lines and lines that begin with `#` are skipped, as in a
 * file of age. Problems name lines by their number and never quote one.
 */
export function readIdentities(key: Secret): ReadIdentities {
  const lines = key
    .reveal()
    .split(/\r\n|\n|\r/)
    .map((text, index) => ({ text: text.trim(), line: index + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
  const wrong = lines.filter(({ text }) => !/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/.test(text))
  const problems = wrong.map(({ line }) => noIdentity(key, line))
  if (lines.length > 0) return { identities: lines, problems }
  const message = `secret "${key.name}": holds no identity of age`
  return { identities: [], problems: [{ reason: 'invalid-argument', message, hint: sealKeyHint }] }
}

export function noIdentity({ name }: Secret, line: number): Problem {
  return {
    reason: 'invalid-argument',
    message: `secret "${name}": line ${line} is no identity of age`,
    hint: 'each line is one that begins with AGE-SECRET-KEY-1, as "drover seal-key" prints it',
  }
}
