import { DroverError, throwIfInvalid } from '../../base/errors.js'
import type { Secret } from '../../base/secret.js'
import { noIdentity, readIdentities } from './read-identities.js'
import type { Sealer } from './sealer.js'

/** Makes a sealer. Throws an InputError with all lines of the key that are no identities. */
export async function makeAgeSealer(key: Secret): Promise<Sealer> {
  const { identities, problems } = readIdentities(key)
  throwIfInvalid(problems)
  const { Decrypter, Encrypter, identityToRecipient } = await import('age-encryption')
  const read = await Promise.all(
    // The error of a wrong checksum is not passed on, because it may quote the line.
    identities.map(({ text }) => identityToRecipient(text).catch(() => undefined)),
  )
  throwIfInvalid(
    identities.flatMap(({ line }, index) => (read[index] === undefined ? [noIdentity(key, line)] : [])),
  )
  const [first = '', ...others] = read.flatMap((recipient) => recipient ?? [])
  return {
    recipients: [first, ...others],
    seal: async (bytes) => {
      const encrypter = new Encrypter()
      encrypter.addRecipient(first)
      return Buffer.from(await encrypter.encrypt(bytes))
    },
    open: async (bytes) => {
      const decrypter = new Decrypter()
      for (const { text } of identities) decrypter.addIdentity(text)
      try {
        return Buffer.from(await decrypter.decrypt(bytes))
      } catch (cause) {
        throw new DroverError(`sealed file: no identity in ${key.name} opens it, or it is damaged`, {
          reason: 'invalid-ledger',
          hint: `Ensure that ${key.name} holds the identity that it was sealed with: it may hold several, one a line.`,
          cause,
        })
      }
    },
  }
}
