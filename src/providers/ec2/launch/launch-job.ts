import { DroverError } from '../../../base/errors.js'
import type { LaunchRequest, ProviderScope } from '../../provider.js'
import { type Ec2Context, lookAs, regionsOf } from '../context.js'
import type { Look } from '../describe.js'
import { machineLabel } from '../machine-label.js'
import { makeProgress } from '../poll.js'
import { type Ec2Settings, parseEc2Settings } from '../settings.js'
import { loginOf } from '../to-seen.js'

/** One launch, as its parts share it. */
export interface LaunchTask {
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
export function startTask(context: Ec2Context, request: LaunchRequest): LaunchTask {
  const { name, settings: raw, user, authorizedKeys, signal } = request
  if (!machineLabel.test(name)) throw refused(`"${name}" cannot be a name: it is no host name`)
  if (!userName.test(user)) throw refused(`${name}: cannot be launched: "${user}" is no user name`)
  if (authorizedKeys.some((key) => /[\r\n\0]/.test(key))) {
    throw refused(`${name}: cannot be launched: an authorized key has more than one line`)
  }
  const settings = parseEc2Settings(name, { settings: raw, defaultRegion: context.defaultRegion })
  const until = [context.signal, signal].filter((one) => one !== undefined)
  const own: Ec2Context = {
    ...context,
    scope: withRequested(context.scope, request),
    signal: until.length === 0 ? undefined : AbortSignal.any(until),
  }
  return {
    context: own,
    request,
    settings,
    look: lookAs(own, name),
    regions: regionsOf(own),
    made: new Set(),
    progress: makeProgress(context.clock, request.onStep),
  }
}

/** What is asked for now is how the machine is reached and where it may be, whatever the scope says of it. */
function withRequested(scope: ProviderScope, request: LaunchRequest): ProviderScope {
  const { name, settings, user, remembered } = request
  const { port } = loginOf(name, scope)
  const others = scope.machines.filter((machine) => machine.name !== name)
  const launches = [
    ...(scope.launches ?? []),
    ...(remembered === undefined ? [] : [[name, remembered] as const]),
  ]
  return { ...scope, machines: [...others, { name, settings, user, port }], launches: new Map(launches) }
}

const userName = /^[a-z_][a-z0-9_-]{0,31}$/

function refused(message: string): DroverError {
  return new DroverError(message, { reason: 'invalid-argument' })
}
