import { createSecretKey } from 'node:crypto'
import type { Client } from 'ssh2'

/** What ssh2 keeps to itself, as far as it is used here: the key of AES-GCM in each direction. */
interface Inside {
  readonly _protocol?: {
    readonly _cipher?: { _encKey?: unknown }
    readonly _decipher?: { _decipherKey?: unknown }
  }
}

/**
 * With AES-GCM, ssh2 gives the session's key to OpenSSL with each packet, as bytes, and Node makes a key of them each time:
 * that takes longer than the packet's encryption. So it is made one after each handshake. To be called when
 * `connect` was; does nothing to a version of ssh2 that looks otherwise inside.
 */
export function useKeyObjects(client: Client): void {
  client.on('handshake', () => {
    const { _cipher: cipher, _decipher: decipher } = (client as unknown as Inside)._protocol ?? {}
    if (Buffer.isBuffer(cipher?._encKey)) cipher._encKey = createSecretKey(cipher._encKey)
    if (Buffer.isBuffer(decipher?._decipherKey))
      decipher._decipherKey = createSecretKey(decipher._decipherKey)
  })
}
