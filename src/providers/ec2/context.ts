import { DroverError } from '../../base/errors.js'
import type { Clock } from '../../system/clock.js'
import type { ProviderScope } from '../provider.js'
import type { CallContext } from './describe.js'
import type { Ec2Calls } from './ec2-calls.js'
import { parseIntent } from './launch/intent.js'
import { regionOf } from './settings.js'

/** Whether an SSH server greets at a place. */
export type SshAnswers = (place: { readonly address: string; readonly port: number }) => Promise<boolean>

/** The context that the parts of this provider share. */
export interface Ec2Context {
  readonly scope: ProviderScope
  readonly calls: Ec2Calls
  readonly clock: Clock
  readonly sshAnswers: SshAnswers
  /** The region of machines whose settings name none. */
  readonly defaultRegion: string | undefined
  readonly signal?: AbortSignal | undefined
}

export function callContextFor({ calls, signal }: Ec2Context, subject: string): CallContext {
  return { calls, subject, signal }
}

/**
 * Every region in which the flock may have machines, in order of name. Throws `invalid-settings`
 * when the flock has machines and no region is known.
 */
export function regionsOf({ scope, defaultRegion }: Ec2Context): readonly string[] {
  const desired = scope.machines.map(({ settings }) => regionOf({ settings, defaultRegion }))
  const known = [...scope.known.values()].map(({ region }) => region ?? defaultRegion)
  const launched = [...(scope.launches?.values() ?? [])].map((intent) => parseIntent(intent)?.region)
  const regions = [...new Set([...desired, ...known, ...launched])]
    .filter((region) => region !== undefined)
    .sort()
  if (regions.length > 0) return regions
  if (defaultRegion !== undefined) return [defaultRegion]
  if (scope.machines.length === 0 && scope.known.size === 0) return []
  throw new DroverError(`${scope.flock}: no region is known for its EC2 machines`, {
    reason: 'invalid-settings',
    hint: 'Add "region: eu-west-1" to the settings, or set AWS_REGION.',
  })
}
