import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'

export interface HostKey {
  /** OpenSSH's own format, with a newline at the end. Secret. */
  readonly privateKey: string
  /** `ssh-ed25519 AAAA…` */
  readonly publicKey: string
}

const type = 'ssh-ed25519'
/** An ed25519 private key in PKCS #8 is these bytes and then the seed (RFC 8410, 7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The host key that a machine has until its first contact. The same seed and token give the same key. */
export function deriveHostKey(seed: Buffer, token: string): HostKey {
  const secret = createHash('sha256').update(seed).update(token).digest()
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, secret]), format: 'der', type: 'pkcs8' })
  const open = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  const blob = Buffer.concat([text(type), text(open)])
  return {
    privateKey: armour(encodePrivate({ blob, open, secret })),
    publicKey: `${type} ${blob.toString('base64')}`,
  }
}

interface Parts {
  readonly blob: Buffer
  readonly open: Buffer
  readonly secret: Buffer
}

/** OpenSSH, PROTOCOL.key: no cipher, one key. The two check numbers must be equal. */
function encodePrivate({ blob, open, secret }: Parts): Buffer {
  const check = createHash('sha256').update(blob).digest().subarray(0, 4)
  const list = Buffer.concat([
    check,
    check,
    text(type),
    text(open),
    text(Buffer.concat([secret, open])),
    text('drover'),
  ])
  const padding = Buffer.from(Array.from({ length: (8 - (list.length % 8)) % 8 }, (_, index) => index + 1))
  return Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    text('none'),
    text('none'),
    text(''),
    Buffer.from([0, 0, 0, 1]),
    text(blob),
    text(Buffer.concat([list, padding])),
  ])
}

/** A string of SSH (RFC 4251, 5). */
function text(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

function armour(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,70}/g) ?? []
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n')
}
