import type { Clock } from '../../system/clock.js'
import type { Provider, ProviderScope } from '../provider.js'
import { callContextFor, type Ec2Context, regionsOf, type SshAnswers } from './context.js'
import { findOurs } from './describe.js'
import { type Ec2Calls, makeEc2Calls } from './ec2-calls.js'
import { terminateMachine } from './end-machine.js'
import { examineAccess } from './examine-access.js'
import { completeMachine } from './launch/complete-machine.js'
import { launchMachine } from './launch/launch-machine.js'
import { ec2Problems } from './settings.js'
import { sshAnswers } from './ssh-answers.js'
import { rebootMachine, stopMachine } from './stop-machine.js'
import { toProviderMachine } from './to-provider-machine.js'

export interface Ec2Options {
  readonly scope: ProviderScope
  readonly clock: Clock
  /** AWS_REGION, otherwise AWS_DEFAULT_REGION, is the region of machines whose settings name none. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Cancels the waits of all methods. */
  readonly signal?: AbortSignal
  /** By default the port itself is probed. */
  readonly sshAnswers?: SshAnswers
  /** By default the SDK, which is loaded when it is first needed. */
  readonly calls?: Ec2Calls
}

/** Machines on EC2. The SDK takes credentials from its default chain, and the endpoint from AWS_ENDPOINT_URL if it is set. */
export function makeEc2Provider(options: Ec2Options): Provider {
  const { scope, clock, env, signal } = options
  const defaultRegion = env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined
  const context: Ec2Context = {
    scope,
    clock,
    defaultRegion,
    calls: options.calls ?? makeEc2Calls({ clock }),
    sshAnswers: options.sshAnswers ?? sshAnswers,
    signal,
  }
  return {
    name: 'ec2',
    credentials: 'aws',
    problems: ({ name, settings }) => ec2Problems(name, { settings, defaultRegion }),
    list: async () => {
      const callContext = callContextFor(context, `flock "${scope.flock}"`)
      const found = await findOurs(callContext, { flock: scope.flock, regions: regionsOf(context) })
      return found.map((one) => toProviderMachine(one, scope))
    },
    launch: (request) => launchMachine(context, request),
    complete: (machine) => completeMachine(context, machine),
    examine: () => examineAccess(context),
    stop: (machine) => stopMachine(context, machine),
    reboot: (machine) => rebootMachine(context, machine),
    terminate: (machine) => terminateMachine(context, machine),
  }
}
