import { createHash } from 'node:crypto'
import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'

export interface Pin {
  readonly type: string
  readonly blob: Buffer
}

/** The host keys that we know of one machine. */
export interface Pins {
  /** Never empty; none of them is revoked. */
  readonly trusted: readonly Pin[]
  readonly revoked: readonly Pin[]
}

export interface Named {
  readonly machine: string
  readonly identity: Identity
}

/** `pinned` keys are trusted. `revoked` keys are known and must never be trusted, whether pinned or not. */
export type Verdict = 'pinned' | 'revoked' | 'other'

/**
 * Reads the pins of `machine.json`, for sessions and `connect` alike.
 * Throws `host-key-unknown` when no usable key is pinned, and
 * `host-key-mismatch` when all pinned keys are revoked.
 */
export function pinsOf({ machine, identity }: Named): Pins {
  const read = (line: string): Pin => {
    const pin = parsePin(line)
    if (pin !== undefined) return pin
    throw new DroverError(
      `${machine}: "${line.slice(0, 60)}" in machines/${machine}/machine.json is not a host key`,
      {
        reason: 'host-key-unknown',
        hint: 'Give the line as ssh-keyscan prints it, without the address: "ssh-ed25519 AAAA…".',
      },
    )
  }
  const pinned = identity.hostKeys.map(read)
  const revoked = (identity.revokedKeys ?? []).map(read)
  const [first] = pinned
  if (first === undefined) {
    throw new DroverError(`${machine}: no host key is pinned for ${identity.address}`, {
      reason: 'host-key-unknown',
      hint: `Run "drover provision ${machine}": it asks the provider for the key and pins it.`,
    })
  }
  const trusted = pinned.filter((pin) => !holds(revoked, pin.blob))
  if (trusted.length === 0) {
    throw new DroverError(
      `${machine}: the pinned host key ${fingerprint(first.blob)} is revoked in machines/${machine}/machine.json`,
      {
        reason: 'host-key-mismatch',
        hint: 'Nothing was sent. Give the machine a new host key and pin that one, or make the machine again.',
      },
    )
  }
  return { trusted, revoked }
}

export function judge({ trusted, revoked }: Pins, blob: Buffer): Verdict {
  if (holds(revoked, blob)) return 'revoked'
  return holds(trusted, blob) ? 'pinned' : 'other'
}

/**
 * Signature algorithms to request, so that the server shows a pinned key and
 * not another of its keys. Types of revoked keys come last, so that a server
 * without another key is refused with the right message. One RSA key signs
 * with several algorithms (RFC 8332).
 */
export function algorithmsFor({ trusted, revoked }: Pins): readonly string[] {
  const names = [...trusted, ...revoked].flatMap((pin) =>
    pin.type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [pin.type],
  )
  return [...new Set(names)]
}

/** The fingerprint of a key, in OpenSSH's form. */
export function fingerprint(blob: Buffer): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`
}

/** `TYPE BASE64`, without a comment. */
export function encodePin({ type, blob }: Pin): string {
  return `${type} ${blob.toString('base64')}`
}

/** Reads `TYPE BASE64 [comment]` (the public key format of OpenSSH, sshd(8) AUTHORIZED_KEYS); undefined for anything else. */
function parsePin(line: string): Pin | undefined {
  const [type = '', base64 = ''] = line.trim().split(/\s+/)
  const blob = Buffer.from(base64, 'base64')
  const typeLength = blob.length >= 4 ? blob.readUInt32BE(0) : 0
  const isKey = typeLength > 0 && blob.subarray(4, 4 + typeLength).toString('latin1') === type
  return isKey ? { type, blob } : undefined
}

/** `TYPE BASE64` of a host key as the server showed it (RFC 4253, 6.6). */
export function pinLine(blob: Buffer): string {
  const typeLength = blob.length >= 4 ? blob.readUInt32BE(0) : 0
  return encodePin({ type: blob.subarray(4, 4 + typeLength).toString('latin1'), blob })
}

function holds(pins: readonly Pin[], blob: Buffer): boolean {
  return pins.some((pin) => pin.blob.equals(blob))
}
