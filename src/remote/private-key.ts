import { createPrivateKey, sign } from 'node:crypto'
import type { ParsedKey } from 'ssh2'
import { DroverError } from '../base/errors.js'
import type { Secret } from '../base/secret.js'

const known = new WeakMap<Secret, Promise<ParsedKey>>()

/**
 * Reads the key once and not for each machine, because reading takes longer than signing.
 * Throws `invalid-argument`, and never quotes the key.
 */
export function readPrivateKey(key: Secret): Promise<ParsedKey> {
  const reading = known.get(key) ?? read(key)
  known.set(key, reading)
  return reading
}

/** The public half of a private key, as one OpenSSH line without a comment. Throws as `readPrivateKey`. */
export async function publicKeyOf(key: Secret): Promise<string> {
  const parsed = await readPrivateKey(key)
  return `${parsed.type} ${parsed.getPublicSSH().toString('base64')}`
}

async function read(key: Secret): Promise<ParsedKey> {
  const { default: ssh2 } = await import('ssh2')
  const parsed = ssh2.utils.parseKey(key.reveal())
  const one = Array.isArray(parsed) ? parsed[0] : parsed
  if (one instanceof Error || one === undefined || !one.isPrivateKey()) {
    throw new DroverError('ssh key: the private key cannot be read', {
      reason: 'invalid-argument',
      hint: 'Give an OpenSSH or PEM private key without a passphrase, with its line breaks.',
    })
  }
  signWithObject(one)
  return one
}

/** Signs with a key object, because ssh2 lets OpenSSL read the key again for each signature. Only Ed25519: ssh2 must convert other signatures. */
function signWithObject(key: ParsedKey): void {
  if (key.type !== 'ssh-ed25519') return
  const made = createPrivateKey(key.getPrivatePEM())
  key.sign = (data) => sign(null, Buffer.from(data), made)
}
