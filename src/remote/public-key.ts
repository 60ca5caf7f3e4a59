import { DroverError } from '../base/errors.js'
import type { Secret } from '../base/secret.js'

/** The public half of a private key, as one OpenSSH line without a comment. Throws `invalid-argument`, never with a word of the key. */
export async function publicKeyOf(key: Secret): Promise<string> {
  const { default: ssh2 } = await import('ssh2')
  const parsed = ssh2.utils.parseKey(key.reveal())
  const one = Array.isArray(parsed) ? parsed[0] : parsed
  if (one instanceof Error || one === undefined || !one.isPrivateKey()) {
    throw new DroverError('ssh key: the private key cannot be read', {
      reason: 'invalid-argument',
      hint: 'Give an OpenSSH or PEM private key without a passphrase, with its line breaks.',
    })
  }
  return `${one.type} ${one.getPublicSSH().toString('base64')}`
}
