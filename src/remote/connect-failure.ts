import { DroverError } from '../base/errors.js'
import type { Named, Verdict } from './host-key.js'

export interface ConnectFailure extends Named {
  readonly cause: unknown
  /** The verdict on the key that the server showed; absent when the server showed none. */
  readonly verdict: Verdict | undefined
  readonly fingerprint: string | undefined
  /** The other machine of this flock whose host key was shown, if there is one. */
  readonly owner: string | undefined
  readonly timeoutMs: number
  readonly deadlinePassed: boolean
  readonly cancelled: boolean
}

const nothingSent =
  'Somebody may intercept the connection, or the address now belongs to another machine. Nothing was sent. If the machine was made again, "drover provision" pins its new key.'

/** Explains why a handshake or an authentication failed, with a reason. */
export function explainFailure(failure: ConnectFailure): DroverError {
  const { machine, identity, cause } = failure
  if (failure.cancelled) return cancelledError(machine)
  const wrongKey = describeWrongKey(failure)
  if (wrongKey !== undefined) {
    const message = `${machine}: ${identity.address} ${wrongKey}`
    return new DroverError(message, { reason: 'host-key-mismatch', hint: nothingSent, cause })
  }
  const level = levelOf(cause)
  if (level === 'client-authentication') {
    return new DroverError(`${machine}: ${identity.user}@${identity.address} refused the SSH key`, {
      reason: 'authentication-failed',
      hint: `Ensure that DROVER_SSH_KEY is the key whose public half is in ~${identity.user}/.ssh/authorized_keys on the machine.`,
      cause,
    })
  }
  const late = failure.deadlinePassed || level === 'client-timeout'
  const how = late ? `was not done within ${failure.timeoutMs} ms` : `failed: ${messageOf(cause)}`
  return new DroverError(`${machine}: the SSH handshake with ${identity.address} ${how}`, {
    reason: 'unreachable',
    hint: `Ensure that port ${identity.port} is an SSH server and not too busy, then run the operation again.`,
    cause,
  })
}

export function cancelledError(machine: string): DroverError {
  return new DroverError(`${machine}: the run was cancelled before a session was open`, {
    reason: 'cancelled',
    hint: 'Nothing on the machine was changed.',
  })
}

/** Describes each way in which a server can differ from the machine that we know. */
function describeWrongKey({
  machine,
  verdict,
  fingerprint,
  owner,
  cause,
}: ConnectFailure): string | undefined {
  const pinned = `machines/${machine}/machine.json`
  if (verdict === 'revoked') return `shows the host key ${fingerprint}, which is revoked in ${pinned}`
  if (verdict === 'other' && owner !== undefined) {
    return `shows the host key of "${owner}", and not the one pinned in ${pinned}`
  }
  if (verdict === 'other' || lacksPinnedType(cause)) {
    return `shows another host key than the one pinned in ${pinned}`
  }
  if (verdict === 'pinned' && levelOf(cause) === 'handshake' && /signature/i.test(messageOf(cause))) {
    return `shows the host key pinned in ${pinned} but cannot prove that it holds it`
  }
  return undefined
}

/** True if the server has no key of a pinned type, which is another identity than the one we know. ssh2 reports it in words only. */
function lacksPinnedType(cause: unknown): boolean {
  const isOurs = levelOf(cause) === 'handshake'
  return isOurs && /no matching host key|host key does not match/i.test(messageOf(cause))
}

function levelOf(cause: unknown): unknown {
  return cause instanceof Error && 'level' in cause ? cause.level : undefined
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
