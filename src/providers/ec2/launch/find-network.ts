import type { Subnet } from '@aws-sdk/client-ec2'
import { DroverError } from '../../../base/errors.js'
import type { CallContext } from '../describe.js'
import type { Ec2Settings, SubnetChoice } from '../settings.js'

export interface Network {
  /** One subnet for each zone that has one. */
  readonly subnets: ReadonlyMap<string, string>
  readonly securityGroups: readonly string[]
}

/** The subnets and security groups that the settings choose. Throws `invalid-settings` that names what is missing. */
export async function findNetwork(callContext: CallContext, settings: Ec2Settings): Promise<Network> {
  const { region, subnet, zones } = settings
  const { calls, subject, signal } = callContext
  const input = subnetInput(subnet)
  const answer = await calls.call('DescribeSubnets', { input, region, subject, signal })
  const { subnets, vpcs } = chooseSubnets(answer.Subnets ?? [])
  if (vpcs.length > 1) {
    throw wrong(
      `${subject}: the subnets ${describeSubnet(subnet)} are in ${vpcs.length} VPCs: ${vpcs.join(', ')}`,
      {
        hint: 'Choose tags that only subnets of one VPC have.',
      },
    )
  }
  const usable = zones.length === 0 ? [...subnets.keys()] : zones.filter((zone) => subnets.has(zone))
  if (usable.length === 0) {
    const where = zones.length === 0 ? region : zones.join(', ')
    throw wrong(`${subject}: no subnet ${describeSubnet(subnet)} in ${where}`, {
      hint: 'Ensure that such a subnet exists and is in one of the zones, or name another one.',
    })
  }
  return { subnets, securityGroups: await findSecurityGroups(callContext, { settings, vpc: vpcs[0] ?? '' }) }
}

/** One subnet for each zone; of several, the one with the first id, so that each run chooses the same. */
export function chooseSubnets(found: readonly Subnet[]): {
  readonly subnets: ReadonlyMap<string, string>
  readonly vpcs: readonly string[]
} {
  const sorted = [...found].sort((a, b) => ((a.SubnetId ?? '') < (b.SubnetId ?? '') ? -1 : 1))
  const subnets = new Map<string, string>()
  for (const { SubnetId, AvailabilityZone } of sorted) {
    if (SubnetId === undefined || AvailabilityZone === undefined || subnets.has(AvailabilityZone)) continue
    subnets.set(AvailabilityZone, SubnetId)
  }
  return { subnets, vpcs: [...new Set(sorted.flatMap(({ VpcId }) => (VpcId === undefined ? [] : [VpcId])))] }
}

function subnetInput(subnet: SubnetChoice): {
  readonly SubnetIds?: string[]
  readonly Filters?: { Name: string; Values: string[] }[]
} {
  if (subnet.kind === 'id') return { SubnetIds: [subnet.id] }
  if (subnet.kind === 'default') return { Filters: [{ Name: 'default-for-az', Values: ['true'] }] }
  return {
    Filters: [
      { Name: 'state', Values: ['available'] },
      ...Object.entries(subnet.tags).map(([key, value]) => ({ Name: `tag:${key}`, Values: [value] })),
    ],
  }
}

async function findSecurityGroups(
  { calls, subject, signal }: CallContext,
  { settings, vpc }: { readonly settings: Ec2Settings; readonly vpc: string },
): Promise<readonly string[]> {
  const isId = (group: string): boolean => /^sg-[0-9a-f]{8,17}$/.test(group)
  const names = settings.securityGroups.filter((group) => !isId(group))
  if (names.length === 0) return settings.securityGroups
  const { region } = settings
  const Filters = [
    { Name: 'group-name', Values: names },
    { Name: 'vpc-id', Values: [vpc] },
  ]
  const answer = await calls.call('DescribeSecurityGroups', { input: { Filters }, region, subject, signal })
  const ids = new Map((answer.SecurityGroups ?? []).map(({ GroupName, GroupId }) => [GroupName, GroupId]))
  const missing = names.filter((name) => ids.get(name) === undefined)
  if (missing.length > 0) {
    const list = missing.map((name) => `"${name}"`).join(', ')
    throw wrong(`${subject}: no security group ${list} in ${vpc}`, {
      hint: 'Ensure that the groups exist in the VPC of the subnet.',
    })
  }
  return settings.securityGroups.map((group) => ids.get(group) ?? group)
}

function describeSubnet(subnet: SubnetChoice): string {
  if (subnet.kind === 'id') return `"${subnet.id}"`
  if (subnet.kind === 'default') return 'that is the default of its zone'
  const tags = Object.entries(subnet.tags).map(([key, value]) => `${key}=${value}`)
  return `with the tags ${tags.join(', ')}`
}

function wrong(message: string, { hint }: { readonly hint: string }): DroverError {
  return new DroverError(message, { reason: 'invalid-settings', hint })
}
