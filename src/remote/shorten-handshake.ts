import type { Client, ParsedKey } from 'ssh2'

type Sign = (data: Buffer, done: (signature: Buffer) => void) => void

/** What ssh2 keeps to itself, as far as it is used here. */
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
 * Leaves out what ssh2 asks or waits for and no option of it leaves out (docs/decisions/0019). To be called when `connect`
 * was; does nothing to a version of ssh2 that looks otherwise inside.
 */
export function shortenHandshake(client: Client, key: ParsedKey): void {
  const protocol = (client as unknown as Inside)._protocol
  if (protocol === undefined) return
  // With RSA, which hashes the server can verify comes only now (RFC 8308, 3.1).
  if (key.type !== 'ssh-rsa') logInAtOnce(protocol)
  signAtOnce(protocol)
  ignoreOtherHostKeys(protocol)
}

/**
 * RFC 4253, 10: a server accepts a request for a service or ends the connection, and takes packets in order. So the login is sent
 * behind the request and not a round trip later. The host key was checked before the request.
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

/** RFC 4252, 7: a client may ask first whether a key would do. We have just the one, so its signature goes at once. */
function signAtOnce(protocol: NonNullable<Inside['_protocol']>): void {
  const { authPK } = protocol
  if (typeof authPK !== 'function') return
  protocol.authPK = (user, key, algorithm, sign) => {
    // An algorithm is named for RSA alone, where the hash follows from it; the question is the lesser evil.
    const isPlain = sign === undefined && algorithm === undefined && typeof key?.sign === 'function'
    const own: Sign = (data, done) => {
      const signature: unknown = key.sign(data)
      // As ssh2 has it: the server refuses what is no signature.
      done(Buffer.isBuffer(signature) ? signature : Buffer.alloc(0))
    }
    authPK.call(protocol, user, key, algorithm, isPlain ? own : sign)
  }
}

/** OpenSSH's `hostkeys-00`: ssh2 has the server sign for each of its keys. Ours are pinned, others do not matter. */
function ignoreOtherHostKeys(protocol: NonNullable<Inside['_protocol']>): void {
  const handlers = protocol._handlers
  const handle = handlers?.GLOBAL_REQUEST
  if (handlers === undefined || typeof handle !== 'function') return
  handlers.GLOBAL_REQUEST = (around, name, ...rest) => {
    if (name !== 'hostkeys-00@openssh.com') handle(around, name, ...rest)
  }
}
