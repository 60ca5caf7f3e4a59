import { isDeepStrictEqual } from 'node:util'
import type { Identity } from '../base/identity.js'
import type { Machine } from '../flock/flock.js'
import type { Task } from '../task/task.js'

export type DnsName = NonNullable<Identity['dns']>

/** The name that `flock.yml` gives the machine. */
export function desiredName({ dns }: Pick<Machine, 'dns'>): DnsName | undefined {
  return dns === undefined ? undefined : { provider: dns.provider, name: dns.name }
}

export interface Naming {
  readonly identity: Identity
  /** What the ledger knows of the machine. */
  readonly known: Identity | undefined
  readonly flock: string
}

export interface Named {
  readonly identity: Identity
  /** False: the name pointed there already. */
  readonly isChanged: boolean
}

/** Makes the machine's name point to it, and takes away a name that it no longer is to have. */
export async function pointName(task: Task, { identity, known, flock }: Naming): Promise<Named> {
  const { machine, ports } = task
  const { dns: desired } = machine
  let isChanged = false
  if (desired !== undefined) {
    const { name, ttlSeconds } = desired
    const { address } = identity
    const dns = await ports.dns(desired.provider, flock)
    isChanged = await task.step({ kind: 'dns', text: `point ${name} to ${address}` }, () =>
      dns.point({ name, address, ttlSeconds }),
    )
  }
  const isGone = known === undefined ? false : await dropFormerName(task, { known, flock })
  const { dns: _, ...rest } = identity
  const name = desiredName(machine)
  return {
    identity: name === undefined ? rest : { ...rest, dns: name },
    isChanged: isChanged || isGone,
  }
}

/** Takes away the name that the ledger knows if `flock.yml` gives another one or none. */
export async function dropFormerName(
  task: Task,
  { known, flock }: { readonly known: Identity; readonly flock: string },
): Promise<boolean> {
  const { dns: former, address } = known
  if (former === undefined || isDeepStrictEqual(former, desiredName(task.machine))) return false
  return await removeName(task, { dns: former, address, flock })
}

interface Removal {
  readonly dns: DnsName
  readonly address: string
  readonly flock: string
}

/** Takes a name away if it still points to this address. */
async function removeName(
  task: Task,
  { dns: { provider, name }, address, flock }: Removal,
): Promise<boolean> {
  const dns = await task.ports.dns(provider, flock)
  return await task.step({ kind: 'dns', text: `remove ${name} if it points to ${address}` }, () =>
    dns.remove({ name, address }),
  )
}

/** Takes away all names that may point to a machine that is about to be ended. */
export async function removeNames(
  task: Task,
  { identities, flock }: { readonly identities: readonly Identity[]; readonly flock: string },
): Promise<void> {
  const desired = desiredName(task.machine)
  const pairs = identities.flatMap(({ dns, address }) =>
    [dns, desired].flatMap((name) => (name === undefined ? [] : [{ dns: name, address }])),
  )
  const unique = new Map(
    pairs.map((pair) => [JSON.stringify([pair.dns.provider, pair.dns.name, pair.address]), pair]),
  )
  for (const pair of unique.values()) await removeName(task, { ...pair, flock })
}
