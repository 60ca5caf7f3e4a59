import { hkdfSync } from 'node:crypto'
import type { Secret } from '../base/secret.js'

/** 32 bytes by HKDF-SHA-256 (RFC 5869) from a secret, for the purpose that the label names. */
export function deriveSeed(secret: Secret, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret.reveal(), 'drover', label, 32))
}
