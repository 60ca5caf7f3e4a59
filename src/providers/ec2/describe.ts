import type { Filter, Instance } from '@aws-sdk/client-ec2'
import type { Ec2Calls } from './ec2-calls.js'
import { type Described, type Ours, selectOurs } from './select-ours.js'
import { fromTagList, tagNames } from './tags.js'

export interface CallContext {
  readonly calls: Ec2Calls
  readonly subject: string
  readonly signal?: AbortSignal | undefined
}

/** How many instances EC2 gives in one answer. */
const pageSize = 1000

/** All instances of a region that pass the filters, including ended ones, with one call for each page. */
export async function describeInstances(
  { calls, subject, signal }: CallContext,
  { region, filters }: { readonly region: string; readonly filters: readonly Filter[] },
): Promise<readonly Described[]> {
  const found: Described[] = []
  let token: string | undefined
  do {
    const input = { Filters: [...filters], MaxResults: pageSize, ...(token ? { NextToken: token } : {}) }
    const page = await calls.call('DescribeInstances', { input, region, subject, signal })
    for (const { Instances = [] } of page.Reservations ?? []) {
      found.push(...Instances.flatMap((instance) => toDescribed(instance, region)))
    }
    token = page.NextToken
  } while (token)
  return found
}

/** The flock's living machines in these regions, in order of name; only those of one name if it is given. */
export async function findOurs(
  callContext: CallContext,
  {
    flock,
    regions,
    name,
  }: { readonly flock: string; readonly regions: readonly string[]; readonly name?: string },
): Promise<readonly Ours[]> {
  const filters = [
    { Name: `tag:${tagNames.flock}`, Values: [flock] },
    ...(name === undefined ? [] : [{ Name: `tag:${tagNames.machine}`, Values: [name] }]),
    { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] },
  ]
  const found = await Promise.all(
    regions.map((region) => describeInstances(callContext, { region, filters })),
  )
  return selectOurs(found.flat(), flock)
}

/** Filters and not ids: EC2 then gives no error for an id that it does not know yet, or no longer. */
export function byId(id: string): readonly Filter[] {
  return [{ Name: 'instance-id', Values: [id] }]
}

/** Filters by the tag, which other implementations of the API support as well. A filter of EC2 has at most 200 values. */
export function byTokens(tokens: readonly string[]): readonly Filter[] {
  return [{ Name: `tag:${tagNames.token}`, Values: tokens.slice(0, 200) }]
}

function toDescribed(instance: Instance, region: string): readonly Described[] {
  const { InstanceId: id, State, Tags, LaunchTime, StateReason } = instance
  if (id === undefined) return []
  return [
    {
      id,
      region,
      state: State?.Name ?? 'unknown',
      tags: fromTagList(Tags),
      launchedAt: (LaunchTime ?? new Date(0)).toISOString(),
      ...present('publicAddress', instance.PublicIpAddress),
      ...present('privateAddress', instance.PrivateIpAddress),
      ...present('stateReason', StateReason?.Code),
    },
  ]
}

function present<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return (value ? { [key]: value } : {}) as { readonly [P in K]?: string }
}
