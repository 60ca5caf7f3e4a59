import { createSecretKey } from 'node:crypto'
import type { Client } from 'ssh2'

/** The private parts of ssh2 that are used here: the key of AES-GCM in each direction. */
interface Inside {
  readonly _protocol?: {
    readonly _cipher?: { _encKey?: unknown }
    readonly _decipher?: { _decipherKey?: unknown }
  }
}

/**
 * With AES-GCM, ssh2 gives the session's key to OpenSSL as bytes with each packet, and Node makes a key object of them each
 * time, which takes longer than encrypting the packet. This makes the key object once after each handshake. Must be
 * called after `connect`. Does nothing to a version of ssh2 with other private parts.
 */
export function useKeyObjects(client: Client): void {
  client.on('handshake', () => {
    const { _cipher: cipher, _decipher: decipher } = (client as unknown as Inside)._protocol ?? {}
    if (Buffer.isBuffer(cipher?._encKey)) cipher._encKey = createSecretKey(cipher._encKey)
    if (Buffer.isBuffer(decipher?._decipherKey))
      decipher._decipherKey = createSecretKey(decipher._decipherKey)
  })
}
