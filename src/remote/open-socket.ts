import { connect as connectTcp, type Socket } from 'node:net'
import { DroverError } from '../base/errors.js'
import { cancelledError } from './connect-failure.js'
import type { Named } from './host-key.js'

interface Reaching extends Named {
  readonly reachMs: number
  /** Aborted at the deadline of the whole connection, or when the run is cancelled. */
  readonly until: AbortSignal
  /** Aborted when the run is cancelled. */
  readonly signal?: AbortSignal
}

/** Opens a TCP connection to the machine. Throws `unreachable` or `cancelled`. */
export function openSocket({ machine, identity, reachMs, until, signal }: Reaching): Promise<Socket> {
  const limit = AbortSignal.any([until, AbortSignal.timeout(reachMs)])
  return new Promise((resolve, reject) => {
    // ssh2 leaves Nagle's algorithm on, which makes a session with a few commands three times slower.
    const socket = connectTcp({ host: identity.address, port: identity.port, noDelay: true })
    const end = (error: DroverError): void => {
      limit.removeEventListener('abort', abort)
      socket.destroy()
      reject(error)
    }
    const fail = (cause: unknown): void =>
      end(
        new DroverError(
          `${machine}: no connection to ${identity.address} port ${identity.port}: ${reasonOf(cause)}`,
          {
            reason: 'unreachable',
            hint: `Ensure that the machine runs ("drover list ${machine}") and that its address and firewall let port ${identity.port} through.`,
            cause,
          },
        ),
      )
    const abort = (): void => (signal?.aborted ? end(cancelledError(machine)) : fail(limit.reason))
    limit.addEventListener('abort', abort, { once: true })
    socket.once('error', fail)
    socket.once('connect', () => {
      limit.removeEventListener('abort', abort)
      socket.removeListener('error', fail)
      // This listener stays until another is added: an error without a listener would end the process.
      socket.on('error', () => {})
      gatherWrites(socket)
      resolve(socket)
    })
  })
}

/**
 * ssh2 writes a packet in up to three pieces (its length, itself, its tag), each of which would be a segment of
 * its own and wake the server. All pieces that are written in one turn are sent together.
 */
function gatherWrites(socket: Socket): void {
  const write = socket.write
  let isGathering = false
  socket.write = (...args: unknown[]): boolean => {
    if (!isGathering) {
      isGathering = true
      socket.cork()
      process.nextTick(() => {
        isGathering = false
        socket.uncork()
      })
    }
    return Reflect.apply(write, socket, args)
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  if (cause.name === 'TimeoutError') return 'no answer in time'
  return 'code' in cause ? String(cause.code) : cause.message
}
