import { DroverError } from '../../../base/errors.js'
import type { LaunchRequest, ProviderScope } from '../../provider.js'
import { callContextFor, type Ec2Context, regionsOf } from '../context.js'
import type { CallContext } from '../describe.js'
import { machineLabel } from '../machine-label.js'
import { makeProgress } from '../poll.js'
import { type Ec2Settings, parseEc2Settings } from '../settings.js'
import { loginOf } from '../to-provider-machine.js'

/** The state that the parts of one launch share. */
export interface LaunchTask {
  readonly context: Ec2Context
  readonly request: LaunchRequest
  readonly settings: Ec2Settings
  readonly callContext: CallContext
  /** All regions in which the machine may exist already. */
  readonly regions: readonly string[]
  /** Ids of the instances that this launch made. The launch may terminate only these. */
  readonly made: Set<string>
  readonly progress: (what: string) => void
}

/** Checks the request of a launch. Throws an InputError with all problems of the settings. */
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
    callContext: callContextFor(own, name),
    regions: regionsOf(own),
    made: new Set(),
    progress: makeProgress(context.clock, request.onStep),
  }
}

/** The scope with the login, the settings and the remembered intent that the request has for this machine. */
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
