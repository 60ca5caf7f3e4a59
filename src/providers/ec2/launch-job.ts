import { DroverError } from '../../base/errors.js'
import type { LaunchRequest } from '../provider.js'
import { type Ec2Context, regionsOf } from './context.js'
import type { Look } from './describe.js'
import { parseIntent } from './intent.js'
import { machineLabel } from './machine-label.js'
import { makeProgress } from './poll.js'
import { type Ec2Settings, parseEc2Settings } from './settings.js'

/** One launch, as its parts share it. */
export interface LaunchJob {
  readonly context: Ec2Context
  readonly request: LaunchRequest
  readonly settings: Ec2Settings
  readonly look: Look
  /** Everywhere the machine may be already. */
  readonly regions: readonly string[]
  /** Ids that this very launch made: only these may it end again. */
  readonly made: Set<string>
  readonly progress: (what: string) => void
}

/** Checks what the launch was given. Throws an InputError with all that is wrong with the settings. */
export function startJob(context: Ec2Context, request: LaunchRequest): LaunchJob {
  const { name, settings: raw, user, authorizedKeys, signal } = request
  if (!machineLabel.test(name)) throw refused(`"${name}" cannot be a name: it is no host name`)
  if (!userName.test(user)) throw refused(`${name}: cannot be launched: "${user}" is no user name`)
  if (authorizedKeys.some((key) => /[\r\n\0]/.test(key))) {
    throw refused(`${name}: cannot be launched: an authorized key has more than one line`)
  }
  const settings = parseEc2Settings(name, { settings: raw, defaultRegion: context.defaultRegion })
  const remembered = parseIntent(request.remembered)
  const more = remembered === undefined ? [] : [remembered.region]
  return {
    context,
    request,
    settings,
    look: { calls: context.calls, subject: name, signal: signal ?? context.signal },
    regions: regionsOf(context, [settings.region, ...more]),
    made: new Set(),
    progress: makeProgress(context.clock, request.onStep),
  }
}

const userName = /^[a-z_][a-z0-9_-]{0,31}$/

function refused(message: string): DroverError {
  return new DroverError(message, { reason: 'invalid-argument' })
}
