import { connect as connectTcp, type Socket } from 'node:net'
import type { NodeSSH } from 'node-ssh'
import type { Client } from 'ssh2'
import { DroverError } from '../base/errors.js'
import { execOn } from './exec.js'
import { algorithmsFor, isPinned, parsePin } from './host-key.js'
import type { ConnectOptions, Remote, Session } from './session.js'

/** Two lost answers in a row and the link counts as gone: about 30 s, well before a TCP stack gives up. */
const keepalive = { keepaliveInterval: 10_000, keepaliveCountMax: 3 }

/** Sessions over SSH, with node-ssh for the connection and our own exec on top of it. */
export function makeSshRemote(): Remote {
  return { connect: connectOverSsh }
}

async function connectOverSsh(options: ConnectOptions): Promise<Session> {
  options.signal?.throwIfAborted()
  const deadline = AbortSignal.timeout(options.timeoutMs)
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline
  const pins = options.identity.hostKeys.map(parsePin)
  if (pins.length === 0) throw hostKeyUnknown(options)
  const socket = await openSocket(options, AbortSignal.any([signal, AbortSignal.timeout(options.reachMs)]))
  const seen = { mismatch: false }
  const { NodeSSH } = await import('node-ssh')
  const ssh = new NodeSSH()
  // Ending the socket is the only way to stop a handshake: ssh2's own readyTimeout does not cover what comes before it.
  const stop = (): void => void socket.destroy()
  signal.addEventListener('abort', stop, { once: true })
  try {
    await ssh.connect({
      sock: socket,
      username: options.identity.user,
      privateKey: options.key.reveal(),
      readyTimeout: options.timeoutMs,
      algorithms: { serverHostKey: [...algorithmsFor(pins)] as never },
      hostVerifier: (blob: Buffer) => {
        seen.mismatch = !isPinned(pins, blob)
        return !seen.mismatch
      },
      ...keepalive,
    })
  } catch (cause) {
    socket.destroy()
    throw explainFailure({ options, cause, mismatch: seen.mismatch, deadlinePassed: deadline.aborted })
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return makeSession(ssh, options)
}

function makeSession(ssh: NodeSSH, { machine, identity }: ConnectOptions): Session {
  const client = ssh.connection as Client
  // node-ssh removes its listener once connected; an error without one would end the process. `close` follows and is what exec waits for.
  client.on('error', () => {})
  const close = async (): Promise<void> => void client.end()
  return {
    exec: (command, options) =>
      execOn(client, { machine, command, options, become: identity.user !== 'root' }),
    close,
    [Symbol.asyncDispose]: close,
  }
}

function openSocket({ machine, identity }: ConnectOptions, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    // ssh2 leaves Nagle's algorithm on, which triples the time of a session with a few commands.
    const socket = connectTcp({ host: identity.address, port: identity.port, noDelay: true })
    const fail = (cause: unknown): void => {
      signal.removeEventListener('abort', abort)
      socket.destroy()
      reject(
        new DroverError(
          `${machine}: no connection to ${identity.address} port ${identity.port}: ${reasonOf(cause)}`,
          {
            reason: 'unreachable',
            hint: `Ensure that the machine runs ("drover list ${machine}") and that its address and firewall let port ${identity.port} through.`,
            cause,
          },
        ),
      )
    }
    const abort = (): void => fail(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    socket.once('error', fail)
    socket.once('connect', () => {
      signal.removeEventListener('abort', abort)
      socket.removeListener('error', fail)
      resolve(socket)
    })
  })
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  if (cause.name === 'TimeoutError') return 'no answer in time'
  return 'code' in cause ? String(cause.code) : cause.message
}

function hostKeyUnknown({ machine, identity }: ConnectOptions): DroverError {
  return new DroverError(`${machine}: no host key is pinned for ${identity.address}`, {
    reason: 'host-key-unknown',
    hint: `Run "drover provision ${machine}": it asks the provider for the key and pins it.`,
  })
}

interface Failure {
  readonly options: ConnectOptions
  readonly cause: unknown
  readonly mismatch: boolean
  readonly deadlinePassed: boolean
}

function explainFailure({ options, cause, mismatch, deadlinePassed }: Failure): DroverError {
  const { machine, identity } = options
  const level = cause instanceof Error && 'level' in cause ? cause.level : undefined
  const message = cause instanceof Error ? cause.message : String(cause)
  if (mismatch || isMissingAlgorithm(cause)) {
    return new DroverError(
      `${machine}: ${identity.address} shows another host key than the one pinned in machines/${machine}/machine.json`,
      {
        reason: 'host-key-mismatch',
        hint: 'Somebody may be in between, or the address now belongs to another machine. Nothing was sent. If the machine was made again, "drover provision" pins its new key.',
        cause,
      },
    )
  }
  if (level === 'client-authentication') {
    return new DroverError(`${machine}: ${identity.user}@${identity.address} refused the SSH key`, {
      reason: 'authentication-failed',
      hint: `Ensure that DROVER_SSH_KEY is the key whose public half is in ~${identity.user}/.ssh/authorized_keys on the machine.`,
      cause,
    })
  }
  if (message.startsWith('Cannot parse privateKey')) {
    return new DroverError('ssh key: the private key cannot be read', {
      reason: 'invalid-argument',
      hint: 'Give an OpenSSH or PEM private key without a passphrase, with its line breaks.',
      // The parser's message may quote the key: it is left out on purpose.
    })
  }
  const late = deadlinePassed || level === 'client-timeout'
  return new DroverError(
    `${machine}: the SSH handshake with ${identity.address} ${late ? `was not done within ${options.timeoutMs} ms` : `failed: ${message}`}`,
    {
      reason: options.signal?.aborted ? 'cancelled' : 'unreachable',
      hint: `Ensure that port ${identity.port} is an SSH server and not too busy, then run the operation again.`,
      cause,
    },
  )
}

/** The server has no key of a pinned type: that too is another identity than the one we know. */
function isMissingAlgorithm(cause: unknown): boolean {
  return cause instanceof Error && /no matching host key/i.test(cause.message)
}
