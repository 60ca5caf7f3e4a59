import { DroverError } from '../../base/errors.js'
import type { Identity } from '../../base/identity.js'
import type { LaunchRequest } from '../provider.js'
import type { LocalNetwork } from './options.js'
import { type LocalSettings, parseLocalSettings } from './settings.js'

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const userName = /^[a-z_][a-z0-9_-]{0,31}$/

/** Checks everything of a request that becomes a path, a host name or an argument of a script that runs as root. */
export function checkLaunch(request: LaunchRequest): { readonly settings: LocalSettings } {
  checkName(request.name)
  if (!userName.test(request.user)) {
    throw refused(`${request.name}: cannot be launched: "${request.user}" is no user name`)
  }
  if (request.authorizedKeys.some((key) => /[\r\n\0]/.test(key))) {
    throw refused(`${request.name}: cannot be launched: an authorized key has more than one line`)
  }
  return { settings: parseLocalSettings(request.settings) }
}

export function checkName(name: string): void {
  if (!label.test(name)) throw refused(`local machines: "${name}" cannot be a name: it is no host name`)
}

/** Checks the network. The name of an interface has at most 15 characters, and nftables allows fewer kinds of them. */
export function checkNetwork({ bridge, prefix }: LocalNetwork): void {
  const octets = prefix.split('.').map(Number)
  const isPrefix =
    /^\d{1,3}\.\d{1,3}$/.test(prefix) && octets.every((octet) => octet < 256) && octets[0] !== 127
  if (/^[a-z][a-z0-9]{0,10}$/.test(bridge) && isPrefix) return
  throw refused(`local machines: the network "${bridge}" ${prefix} cannot be used: bad name or prefix`)
}

interface Birth {
  readonly id: string
  readonly request: LaunchRequest
  /** Milliseconds since the epoch. */
  readonly at: number
}

/** The parts of the identity that are known before the machine is made. */
export function newIdentity({ id, request, at }: Birth): Omit<Identity, 'address' | 'hostKeys'> {
  return {
    provider: 'local',
    id,
    port: 22,
    user: request.user,
    createdAt: new Date(at).toISOString(),
    createdBy: request.runId,
  }
}

function refused(message: string): DroverError {
  return new DroverError(message, { reason: 'invalid-argument' })
}
