import type { Problem } from '../base/errors.js'
import type { Secret } from '../base/secret.js'

const shortest = 4

/** Why a secret cannot be kept out of logs, never quoting it; undefined when it can. */
export function findUnsafeSecret(secret: Secret): Problem | undefined {
  const value = secret.reveal()
  const cause = unsafeCause(value)
  if (cause === undefined) return undefined
  return {
    reason: 'unsafe-secret',
    message: `secret "${secret.name}": cannot be kept out of logs: ${cause}`,
    hint: `give it a value of at least ${shortest} characters that are not white space; what is no secret belongs in vars`,
  }
}

function unsafeCause(value: string): string | undefined {
  if (value.includes('\0')) return 'it holds a NUL character'
  const visible = value.trim()
  if (visible === '') return 'it holds only white space'
  if ([...visible].length < shortest) return 'it is too short to be distinguished from other text'
  return undefined
}
