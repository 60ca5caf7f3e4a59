import { machineLabel } from './machine-label.js'
import { type Tags, tagNames } from './tags.js'

type InstanceState = 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped'

/** An instance as EC2 describes it, with the parts on which decisions depend. */
export interface Described {
  readonly id: string
  readonly region: string
  /** One of InstanceState, or a state that EC2 adds later. */
  readonly state: string
  readonly tags: Tags
  readonly launchedAt: string
  readonly type?: string
  readonly zone?: string
  readonly publicAddress?: string
  readonly privateAddress?: string
  /** Why it stopped or ended, as EC2's code. */
  readonly stateReason?: string
}

/** A living instance that is a machine of our flock. */
export interface Ours extends Described {
  readonly state: Exclude<InstanceState, 'shutting-down' | 'terminated'>
  readonly name: string
  /** Present while the making is not complete. */
  readonly expiresAt?: string
}

/**
 * The machines of the flock among the described instances, in order of name, then seniority. Two of one
 * name are both listed. An instance that is ending or has ended is no machine.
 */
export function selectOurs(described: readonly Described[], flock: string): readonly Ours[] {
  return described
    .flatMap((one) => asOurs(one, flock))
    .sort((a, b) => compare(a.name, b.name) || bySeniority(a, b))
}

/** Whether nobody completed its making in time: then `reap` may end it. */
export function isExpired({ expiresAt }: Pick<Ours, 'expiresAt'>, nowMs: number): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) <= nowMs
}

/** The machine with this name and this id, which may be terminated, or none. */
export function selectForTermination(
  described: readonly Described[],
  { flock, name, id }: { readonly flock: string; readonly name: string; readonly id: string },
): readonly Ours[] {
  return selectOurs(described, flock).filter((one) => one.name === name && one.id === id)
}

/** Sorts complete machines first, then by launch time, so that the order is the same for each run. */
export function bySeniority(a: Ours, b: Ours): number {
  const complete = Number(a.expiresAt !== undefined) - Number(b.expiresAt !== undefined)
  return complete || compare(a.launchedAt, b.launchedAt) || compare(a.id, b.id)
}

/** ISO 8601, UTC. */
export function createdAt({ tags, launchedAt }: Described): string {
  const { [tagNames.created]: created } = tags
  return created !== undefined && isoTime.test(created) ? created : launchedAt
}

const living = ['pending', 'running', 'stopping', 'stopped'] as const

function asOurs(one: Described, flock: string): readonly Ours[] {
  const { [tagNames.flock]: owner, [tagNames.machine]: name, [tagNames.expires]: expires } = one.tags
  const state = living.find((known) => known === one.state)
  if (state === undefined || owner !== flock || name === undefined || !machineLabel.test(name)) return []
  // Drover did not write a value that is no time: such a machine counts as complete, and does not expire.
  const expiresAt = expires !== undefined && isoTime.test(expires) ? expires : undefined
  return [{ ...one, state, name, ...(expiresAt === undefined ? {} : { expiresAt }) }]
}

const isoTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
