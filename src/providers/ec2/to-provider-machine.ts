import type { Presence, ProviderMachine, ProviderScope } from '../provider.js'
import { createdAt, type Ours } from './select-ours.js'
import { decodeHostKeys, tagNames } from './tags.js'

const presences: Record<Ours['state'], Presence> = {
  pending: 'starting',
  running: 'running',
  stopping: 'stopping',
  stopped: 'stopped',
}

export interface Login {
  readonly user: string
  readonly port: number
  /** `any` when no setting says which. */
  readonly address: 'public' | 'private' | 'any'
}

/** Converts an instance to a machine of the `Provider` port. */
export function toProviderMachine(one: Ours, scope: ProviderScope): ProviderMachine {
  const { user, port } = loginOf(one.name, scope)
  return {
    name: one.name,
    presence: presences[one.state],
    identity: {
      provider: 'ec2',
      id: one.id,
      address: addressOf(one, scope),
      port,
      user,
      hostKeys: decodeHostKeys(one.tags[tagNames.hostKey]),
      region: one.region,
      createdAt: createdAt(one),
      createdBy: one.tags[tagNames.run] ?? 'unknown',
    },
    ...(one.expiresAt === undefined ? {} : { expiresAt: one.expiresAt }),
  }
}

/** The address at which the machine can be reached now; undefined while it has none of the desired kind. */
export function liveAddress(one: Ours, scope: ProviderScope): string | undefined {
  const { address } = loginOf(one.name, scope)
  if (address === 'any') {
    const last = scope.known.get(one.name)?.address
    return last === one.privateAddress ? last : (one.publicAddress ?? one.privateAddress)
  }
  return address === 'private' ? one.privateAddress : one.publicAddress
}

export function loginOf(name: string, { machines, known }: ProviderScope): Login {
  const desired = machines.find((machine) => machine.name === name)
  const identity = known.get(name)
  return {
    user: desired?.user ?? identity?.user ?? 'root',
    port: desired?.port ?? identity?.port ?? 22,
    address: desired === undefined ? 'any' : desired.settings.address === 'private' ? 'private' : 'public',
  }
}

/** The address to show. A stopped machine has no public one, and is shown with the one that it had, or its private one. */
function addressOf(one: Ours, scope: ProviderScope): string {
  const known = scope.known.get(one.name)
  const last = known?.id === one.id ? known.address : undefined
  return liveAddress(one, scope) ?? last ?? one.privateAddress ?? nowhere
}

/** A name that never resolves (RFC 2606), so that nobody connects to something else. */
const nowhere = 'no-address.invalid'
