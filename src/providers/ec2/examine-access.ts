import { DroverError } from '../../base/errors.js'
import type { Examined } from '../provider.js'
import { type Ec2Context, regionsOf } from './context.js'
import type { CallContext } from './describe.js'
import type { CallOptions, Ec2Calls } from './ec2-calls.js'
import { Ec2Failure } from './ec2-failure.js'
import { planAttempts } from './launch/attempts.js'
import { findImage } from './launch/find-image.js'
import { findNetwork } from './launch/find-network.js'
import { launchCall } from './launch/launch-input.js'
import { type Ec2Settings, ec2Problems, parseEc2Settings } from './settings.js'

/** EC2's answer to a dry run of a permitted call. */
const wouldWork = 'DryRunOperation'

/**
 * Makes dry runs of the two calls that everything else needs: listing machines in each region, and making a
 * machine of each kind that the flock has. Leaves out machines with wrong settings, which `problems` reports.
 */
export async function examineAccess(context: Ec2Context): Promise<readonly Examined[]> {
  const calls = askedOnce(context.calls)
  const callContext: CallContext = { calls, subject: 'doctor', signal: context.signal }
  const regions = await settle('AWS', async () => regionsOf(context))
  if ('error' in regions) return [regions]
  const listings = regions.value.map((region) => examineListing(callContext, region))
  const launches = kindsOf(context).map((kind) => examineLaunch(callContext, { kind, context }))
  return Promise.all([...listings, ...launches])
}

interface Kind {
  readonly machine: string
  readonly settings: Ec2Settings
}

/** One machine of each kind. A kind is everything that the launch depends on. */
function kindsOf({ scope, defaultRegion }: Ec2Context): readonly Kind[] {
  const kinds = new Map<string, Kind>()
  for (const { name, settings: raw } of scope.machines) {
    if (ec2Problems(name, { settings: raw, defaultRegion }).length > 0) continue
    const settings = parseEc2Settings(name, { settings: raw, defaultRegion })
    const key = JSON.stringify({ ...settings, tags: 0, userData: 0, makingMinutes: 0 })
    if (!kinds.has(key)) kinds.set(key, { machine: name, settings })
  }
  return [...kinds.values()]
}

function examineListing({ calls, ...callContext }: CallContext, region: string): Promise<Examined> {
  const about = `AWS ${region}: list machines`
  return dryRun(about, () =>
    calls.call('DescribeInstances', { ...callContext, region, input: { DryRun: true } }),
  )
}

function examineLaunch(
  callContext: CallContext,
  { kind: { machine, settings }, context }: { readonly kind: Kind; readonly context: Ec2Context },
): Promise<Examined> {
  const { region } = settings
  return dryRun(`AWS ${region}: make a machine like ${machine}`, async () => {
    const [image, network] = await Promise.all([
      findImage(callContext, settings),
      findNetwork(callContext, settings),
    ])
    const attempts = planAttempts({ ...settings, subnets: network.subnets })
    const [attempt] = attempts
    if (attempt === undefined) throw new TypeError('a network without a place')
    const at = new Date(context.clock.now()).toISOString()
    const intent = {
      provider: 'ec2' as const,
      region,
      run: 'doctor',
      nonce: 'doctor',
      at,
      expiresAt: at,
      image: image.id,
      rootDevice: image.rootDevice,
      volumeSize: settings.volumeSize ?? image.rootSize,
      securityGroups: [...network.securityGroups],
      attempts: [...attempts],
      next: 0,
    }
    const flock = context.scope.flock
    const parts = { flock, machine, intent, attempt, settings, hostKey: 'none', userData: '#cloud-config\n' }
    // The client token is left out, because a dry run must not use one up.
    const { ClientToken: _token, ...input } = launchCall({ ...parts, token: 'none' })
    const options: CallOptions<'RunInstances'> = {
      ...callContext,
      region,
      input: { ...input, DryRun: true },
      repeat: false,
    }
    return callContext.calls.call('RunInstances', options)
  })
}

/** Calls that are sent once: `doctor` must report a fault of AWS and not wait until it is over. */
function askedOnce(calls: Ec2Calls): Ec2Calls {
  return { call: (name, options) => calls.call(name, { ...options, repeat: false }) }
}

async function dryRun(about: string, ask: () => Promise<unknown>): Promise<Examined> {
  const end = await settle(about, ask)
  if ('error' in end) {
    return end.error instanceof Ec2Failure && end.error.code === wouldWork ? { about } : end
  }
  const message = `${about}: the dry run was answered like a real call`
  return { about, error: new DroverError(message, { reason: 'provider-failed' }) }
}

type Settled<T> = { readonly value: T } | { readonly about: string; readonly error: DroverError }

async function settle<T>(about: string, work: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await work() }
  } catch (error) {
    if (error instanceof DroverError) return { about, error }
    throw error
  }
}
