import { DroverError } from '../base/errors.js'

export interface Pin {
  readonly type: string
  readonly blob: Buffer
}

/** Reads `TYPE BASE64 [comment]` (the public key format of OpenSSH, sshd(8) AUTHORIZED_KEYS). */
export function parsePin(line: string): Pin {
  const [type = '', base64 = ''] = line.trim().split(/\s+/)
  const blob = Buffer.from(base64, 'base64')
  const typeLength = blob.length >= 4 ? blob.readUInt32BE(0) : 0
  if (typeLength === 0 || blob.subarray(4, 4 + typeLength).toString('latin1') !== type) {
    throw new DroverError(`host key: "${line.slice(0, 60)}" is not a public key`, {
      reason: 'host-key-unknown',
      hint: 'Give the line as ssh-keyscan prints it, without the address: "ssh-ed25519 AAAA…".',
    })
  }
  return { type, blob }
}

/**
 * Signature algorithms to ask the server for, so that it shows a key we have
 * pinned and not another of its keys. One RSA key signs with several (RFC 8332).
 */
export function algorithmsFor(pins: readonly Pin[]): readonly string[] {
  const names = pins.flatMap((pin) =>
    pin.type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [pin.type],
  )
  return [...new Set(names)]
}

export function isPinned(pins: readonly Pin[], blob: Buffer): boolean {
  return pins.some((pin) => pin.blob.equals(blob))
}
