import { createHash } from 'node:crypto'

/** Host keys that a machine showed on its console when it booted. */
export interface ConsoleKeys {
  /** `ssh-ed25519 AAAA…`, without a comment. */
  readonly keys: readonly string[]
  /** `SHA256:…`, as OpenSSH writes them. */
  readonly fingerprints: readonly string[]
}

/**
 * Reads the blocks that cloud-init writes to the console ("SSH HOST KEY KEYS", "SSH HOST KEY
 * FINGERPRINTS"). A block that was cut off does not count: the expected key may be in the lost part.
 */
export function parseConsoleKeys(output: string): ConsoleKeys {
  return {
    keys: blocks(output, 'KEYS').flatMap((block) =>
      [...block.matchAll(/\b((?:ssh|ecdsa)-[a-z0-9-]+) (AAAA[A-Za-z0-9+/]+={0,2})/g)].map(
        ([, type, blob]) => `${type} ${blob}`,
      ),
    ),
    fingerprints: blocks(output, 'FINGERPRINTS').flatMap((block) =>
      [...block.matchAll(/SHA256:[A-Za-z0-9+/]{43}/g)].map(([fingerprint]) => fingerprint),
    ),
  }
}

export type ConsoleVerdict = 'agrees' | 'contradicts' | 'says-nothing'

/** Whether the console showed the expected key, only other keys, or no key. */
export function judgeConsole(shown: ConsoleKeys, expected: readonly string[]): ConsoleVerdict {
  const agreesWith = (list: readonly string[], form: (key: string) => string): boolean =>
    list.length === 0 || expected.some((key) => list.includes(form(key)))
  if (shown.keys.length === 0 && shown.fingerprints.length === 0) return 'says-nothing'
  const agrees = agreesWith(shown.keys, (key) => key) && agreesWith(shown.fingerprints, fingerprintOf)
  return agrees ? 'agrees' : 'contradicts'
}

function fingerprintOf(key: string): string {
  const blob = Buffer.from(key.split(' ')[1] ?? '', 'base64')
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`
}

function blocks(output: string, what: string): readonly string[] {
  const block = new RegExp(
    `-----BEGIN SSH HOST KEY ${what}-----((?:(?!-----BEGIN SSH HOST KEY)[\\s\\S])*?)-----END SSH HOST KEY ${what}-----`,
    'g',
  )
  return [...output.matchAll(block)].map(([, inner = '']) => inner)
}
