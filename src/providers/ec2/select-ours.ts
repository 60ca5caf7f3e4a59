import { machineLabel } from './machine-label.js'
import { type Tags, tagNames } from './tags.js'

type InstanceState = 'pending' | 'running' | 'shutting-down' | 'terminated' | 'stopping' | 'stopped'

/** An instance as EC2 describes it, as far as anything is decided by it. */
export interface Described {
  readonly id: string
  readonly region: string
  /** One of InstanceState, or one that EC2 may yet invent. */
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
 * The machines of the flock among all that was described, in order of name, then seniority. Two of one
 * name are both there. What is ending or ended is no machine.
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

/** Those that may be terminated as the machine `name` with the id `id`: one, or none. */
export function selectForTermination(
  described: readonly Described[],
  { flock, name, id }: { readonly flock: string; readonly name: string; readonly id: string },
): readonly Ours[] {
  return selectOurs(described, flock).filter((one) => one.name === name && one.id === id)
}

/** Complete ones first, then those that were launched earlier: the same order for everybody who looks. */
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
  // What is not a time was not written by us: such a machine counts as complete, and nothing ends it.
  const expiresAt = expires !== undefined && isoTime.test(expires) ? expires : undefined
  return [{ ...one, state, name, ...(expiresAt === undefined ? {} : { expiresAt }) }]
}

const isoTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
