import {
  CreateTagsCommand,
  DescribeInstanceAttributeCommand,
  EC2Client,
  type Instance,
  paginateDescribeInstances,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import {
  ChangeResourceRecordSetsCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53'
import { sdkSettings } from '../support/aws/moto.ts'

/** An instance as the account itself has it. */
export interface Made {
  readonly id: string
  readonly isLiving: boolean
  readonly address: string
  readonly tags: Readonly<Record<string, string>>
}

/** The account, read without any proxy: it shows at once what really exists. */
export interface Account {
  /** All instances, also terminated ones. */
  all(): Promise<readonly Made[]>
  shutdownBehaviour(id: string): Promise<string>
  /** Makes unfinished machines expire. */
  expire(ids: readonly string[]): Promise<void>
  stop(id: string): Promise<void>
  end(ids: readonly string[]): Promise<void>
  /** Addresses that a name points to. */
  pointsTo(name: string): Promise<readonly string[]>
  forget(name: string): Promise<void>
  close(): void
}

export function openAccount(moto: string): Account {
  const ec2 = new EC2Client(sdkSettings(moto))
  const dns = new Route53Client(sdkSettings(moto))
  const records = async (name: string) => {
    const { HostedZones = [] } = await dns.send(new ListHostedZonesCommand({}))
    const zone = HostedZones.find((one) => `${name}.`.endsWith(`.${one.Name}`))
    const HostedZoneId = zone?.Id?.replace('/hostedzone/', '') ?? ''
    const { ResourceRecordSets = [] } = await dns.send(new ListResourceRecordSetsCommand({ HostedZoneId }))
    return { HostedZoneId, sets: ResourceRecordSets.filter((set) => set.Name === `${name}.`) }
  }
  return {
    all: async () => {
      const made: Made[] = []
      // A long run makes more instances than one page holds.
      for await (const { Reservations = [] } of paginateDescribeInstances({ client: ec2 }, {})) {
        made.push(...Reservations.flatMap(({ Instances = [] }) => Instances.map(toMade)))
      }
      return made
    },
    shutdownBehaviour: async (InstanceId) => {
      const Attribute = 'instanceInitiatedShutdownBehavior'
      const said = await ec2.send(new DescribeInstanceAttributeCommand({ InstanceId, Attribute }))
      return said.InstanceInitiatedShutdownBehavior?.Value ?? ''
    },
    expire: async (ids) => {
      if (ids.length === 0) return
      const Value = new Date(Date.now() - 1000).toISOString()
      const Tags = [{ Key: 'drover:expires', Value }]
      await ec2.send(new CreateTagsCommand({ Resources: [...ids], Tags }))
    },
    stop: async (id) => void (await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }))),
    end: async (ids) => {
      if (ids.length > 0) await ec2.send(new TerminateInstancesCommand({ InstanceIds: [...ids] }))
    },
    pointsTo: async (name) => {
      const { sets } = await records(name)
      return sets.flatMap(({ ResourceRecords = [] }) => ResourceRecords.map(({ Value = '' }) => Value))
    },
    forget: async (name) => {
      const { HostedZoneId, sets } = await records(name)
      const Changes = sets.map((set) => ({ Action: 'DELETE' as const, ResourceRecordSet: set }))
      if (Changes.length === 0) return
      await dns.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }))
    },
    close: () => {
      ec2.destroy()
      dns.destroy()
    },
  }
}

function toMade({ InstanceId: id = '', State, PrivateIpAddress: address = '', Tags = [] }: Instance): Made {
  const isLiving = !['terminated', 'shutting-down'].includes(State?.Name ?? '')
  return {
    id,
    isLiving,
    address,
    tags: Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
  }
}
