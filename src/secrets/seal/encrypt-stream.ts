import { PassThrough, Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { type Problem, throwIfInvalid } from '../../base/errors.js'

/** The stream that takes plain bytes, and a promise that all of them were written encrypted. */
export interface Encrypting {
  readonly into: Writable
  readonly done: Promise<void>
}

/**
 * Encrypts bytes as they come, to all recipients, and ends `out` after the last byte. Keeps only a few
 * chunks of 64 KiB in memory. An incomplete output does not decrypt, because age marks the last chunk.
 */
export async function encryptStream(recipients: readonly string[], out: Writable): Promise<Encrypting> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const into = new PassThrough({ highWaterMark: 256 * 1024 })
  // `done` rejects with the errors of the stream.
  into.on('error', () => {})
  const encrypted = await encrypter.encrypt(Readable.toWeb(into) as globalThis.ReadableStream<Uint8Array>)
  const done = pipeline(Readable.fromWeb(encrypted as ReadableStream<Uint8Array>), out)
  // A caller that only writes must not be ended by a rejection that nobody waits for yet.
  done.catch(() => {})
  return { into, done }
}

/** Throws an InputError that names every text that is no recipient of age. */
export async function checkRecipients(recipients: readonly string[]): Promise<void> {
  const { Encrypter } = await import('age-encryption')
  const isGood = (recipient: string): boolean => {
    try {
      new Encrypter().addRecipient(recipient)
      return true
    } catch {
      return false
    }
  }
  throwIfInvalid(recipients.filter((recipient) => !isGood(recipient)).map(noRecipient))
}

/** The problem does not quote the text, which may be the secret half of the key. */
function noRecipient(text: string): Problem {
  const shown = text.startsWith('age1') ? `"${text}"` : 'one of them'
  return {
    reason: 'invalid-argument',
    message: `recipients: ${shown} is no recipient of age`,
    hint: 'give those that begin with age1; "drover seal-key" prints one with its identity',
  }
}
