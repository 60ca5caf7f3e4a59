import type { Client, ParsedKey } from 'ssh2'

type Sign = (data: Buffer, done: (signature: Buffer) => void) => void

/** The private parts of ssh2 that are used here. */
interface Inside {
  readonly _protocol?: {
    authPK?: (user: string, key: ParsedKey, algorithm?: string, sign?: Sign) => void
    service?: (name: string) => void
    _handlers?: {
      GLOBAL_REQUEST?: (protocol: unknown, name: string, ...rest: readonly unknown[]) => void
      SERVICE_ACCEPT?: (protocol: unknown, name: string) => void
    }
  }
}

/**
 * Removes round trips of ssh2 that none of its options removes (docs/decisions/0019). Must be called after
 * `connect`. Does nothing to a version of ssh2 with other private parts.
 */
export function shortenHandshake(client: Client, key: ParsedKey): void {
  const protocol = (client as unknown as Inside)._protocol
  if (protocol === undefined) return
  // With RSA the server announces only now which hashes it can verify (RFC 8308, 3.1).
  if (key.type !== 'ssh-rsa') logInAtOnce(protocol)
  signAtOnce(protocol)
  ignoreOtherHostKeys(protocol)
}

/**
 * RFC 4253, 10: a server accepts a request for a service or ends the connection, and takes packets in order. So the login is
 * sent right after the request and not a round trip later. The host key was checked before the request.
 */
function logInAtOnce(protocol: NonNullable<Inside['_protocol']>): void {
  const { service, _handlers: handlers } = protocol
  const accept = handlers?.SERVICE_ACCEPT
  if (typeof service !== 'function' || handlers === undefined || typeof accept !== 'function') return
  protocol.service = (name) => {
    service.call(protocol, name)
    if (name !== 'ssh-userauth') return
    handlers.SERVICE_ACCEPT = () => {}
    accept(protocol, name)
  }
}

/** RFC 4252, 7: a client may ask first whether a key is acceptable. There is only one key, so its signature is sent at once. */
function signAtOnce(protocol: NonNullable<Inside['_protocol']>): void {
  const { authPK } = protocol
  if (typeof authPK !== 'function') return
  protocol.authPK = (user, key, algorithm, sign) => {
    // An algorithm is named only for RSA, where the hash follows from it. The question is kept in that case.
    const isPlain = sign === undefined && algorithm === undefined && typeof key?.sign === 'function'
    const own: Sign = (data, done) => {
      const signature: unknown = key.sign(data)
      // ssh2 does the same: the server refuses an empty signature.
      done(Buffer.isBuffer(signature) ? signature : Buffer.alloc(0))
    }
    authPK.call(protocol, user, key, algorithm, isPlain ? own : sign)
  }
}

/** OpenSSH's `hostkeys-00`: ssh2 lets the server sign with each of its keys. Keys that are not pinned do not matter here. */
function ignoreOtherHostKeys(protocol: NonNullable<Inside['_protocol']>): void {
  const handlers = protocol._handlers
  const handle = handlers?.GLOBAL_REQUEST
  if (handlers === undefined || typeof handle !== 'function') return
  handlers.GLOBAL_REQUEST = (around, name, ...rest) => {
    if (name !== 'hostkeys-00@openssh.com') handle(around, name, ...rest)
  }
}
