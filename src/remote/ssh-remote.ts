import type { Socket } from 'node:net'
import type { NodeSSH } from 'node-ssh'
import type { Client, ConnectConfig, ParsedKey } from 'ssh2'
import { DroverError } from '../base/errors.js'
import { cancelledError, explainFailure } from './connect-failure.js'
import { keepalive } from './connection-policy.js'
import { execOn, startOn } from './exec.js'
import { algorithmsFor, fingerprint, judge, pinLine, pinsOf, type Verdict } from './host-key.js'
import { openSocket } from './open-socket.js'
import { readPrivateKey } from './private-key.js'
import type { CheckOptions, ConnectOptions, Remote, Session } from './session.js'
import { shortenHandshake } from './shorten-handshake.js'
import { useKeyObjects } from './use-key-objects.js'

const keepaliveOptions = {
  keepaliveInterval: keepalive.intervalMs,
  keepaliveCountMax: keepalive.maxMissed,
} as const

/**
 * All key exchanges of ssh2 that are not broken, the NIST curve first: it is as strong as X25519 (RFC 8731, 5656),
 * and OpenSSL computes it in assembler at both ends. That makes a handshake about a third faster.
 */
const keyExchange = [
  'ecdh-sha2-nistp256',
  'curve25519-sha256',
  'curve25519-sha256@libssh.org',
  'ecdh-sha2-nistp384',
  'ecdh-sha2-nistp521',
  'diffie-hellman-group-exchange-sha256',
  'diffie-hellman-group14-sha256',
  'diffie-hellman-group16-sha512',
  'diffie-hellman-group18-sha512',
] as const

/** Opens sessions over SSH, with node-ssh for the connection and an own exec on top of it. */
export function makeSshRemote(): Remote {
  return {
    connect: async (options) => {
      const ssh = await withHandshake(options, async (config) => {
        const loading = Promise.all([import('node-ssh'), readPrivateKey(options.key)])
        const [{ NodeSSH }, key] = await whileTheServerBegins(config, loading)
        const ssh = new NodeSSH()
        // By default ssh2 first tries to log in without any key, which costs a round trip.
        const logIn = { type: 'publickey', username: options.identity.user, key } as const
        const connecting = ssh.connect({ ...config, ...keepaliveOptions, authHandler: [logIn] } as never)
        if (ssh.connection !== null) tune(ssh.connection, key)
        return await connecting
      })
      return makeSession(ssh, options)
    },
    check: (options) =>
      withHandshake(options, async (config) => {
        const { default: ssh2 } = await whileTheServerBegins(config, import('ssh2'))
        await shakeHands(new ssh2.Client(), config)
      }),
  }
}

type Config = ConnectConfig & { readonly sock: Socket }

/** Waits for libraries that are loaded only after the TCP connection: the server starts its end of the connection meanwhile. */
async function whileTheServerBegins<T>({ sock }: Config, loading: Promise<T>): Promise<T> {
  const loaded = await loading
  // No listener was on the socket, and ssh2 would wait for a socket that is closed.
  if (sock.destroyed) throw new Error('the server ended the connection')
  return loaded
}

/** Opens a connection and starts `work` on it. Any failure ends the connection and gets a reason. */
async function withHandshake<T>(options: CheckOptions, work: (config: Config) => Promise<T>): Promise<T> {
  const { machine, identity, timeoutMs, reachMs, ownerOfKey, signal } = options
  if (signal?.aborted) throw cancelledError(machine)
  const deadline = AbortSignal.timeout(timeoutMs)
  const until = signal ? AbortSignal.any([deadline, signal]) : deadline
  const pins = pinsOf({ machine, identity })
  const socket = await openSocket({ machine, identity, reachMs, until, ...(signal ? { signal } : {}) })
  const seen: { verdict?: Verdict; fingerprint?: string; owner?: string | undefined } = {}
  // Ending the socket is the only way to stop a handshake: ssh2's own readyTimeout does not cover the time before it.
  const stop = (): void => void socket.destroy()
  until.addEventListener('abort', stop, { once: true })
  if (until.aborted) stop()
  try {
    return await work({
      sock: socket,
      username: identity.user,
      readyTimeout: timeoutMs,
      algorithms: { serverHostKey: [...algorithmsFor(pins)] as never, kex: [...keyExchange] },
      hostVerifier: (blob: Buffer) => {
        seen.verdict = judge(pins, blob)
        seen.fingerprint = fingerprint(blob)
        seen.owner = ownerOfKey?.(pinLine(blob))
        return seen.verdict === 'pinned'
      },
    })
  } catch (cause) {
    socket.destroy()
    // The error is about our own key, and not about the machine.
    if (cause instanceof DroverError) throw cause
    throw explainFailure({
      machine,
      identity,
      cause,
      timeoutMs,
      verdict: seen.verdict,
      fingerprint: seen.fingerprint,
      owner: seen.owner,
      deadlinePassed: deadline.aborted,
      cancelled: signal?.aborted === true,
    })
  } finally {
    until.removeEventListener('abort', stop)
  }
}

/** Makes the handshake. ssh2 reports it after it checked the server's signature, and before it authenticates. */
function shakeHands(client: Client, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    client.on('error', reject)
    client.on('close', () => reject(new Error('the server ended the connection')))
    client.on('handshake', () => {
      client.destroy()
      resolve()
    })
    client.connect(config)
  })
}

function tune(client: Client, key: ParsedKey): void {
  shortenHandshake(client, key)
  useKeyObjects(client)
}

function makeSession(ssh: NodeSSH, { machine, identity }: ConnectOptions): Session {
  const client = ssh.connection as Client
  // node-ssh removes its listener once connected; an error without one would end the process. `close` follows, for which exec waits.
  client.on('error', () => {})
  const close = async (): Promise<void> => void client.end()
  const become = identity.user !== 'root'
  return {
    exec: (command, options) => execOn(client, { machine, command, options, become }),
    start: (command, options) => startOn(client, { machine, command, options, become }),
    close,
    [Symbol.asyncDispose]: close,
  }
}
