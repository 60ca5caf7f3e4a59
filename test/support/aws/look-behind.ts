import {
  CreateTagsCommand,
  DescribeInstanceAttributeCommand,
  DescribeInstancesCommand,
  EC2Client,
  type Instance,
  RunInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53'
import { sdkSettings } from './moto.ts'
import type { Aws } from './start-aws.ts'

type Tags = Readonly<Record<string, string>>

/** The account as its owner sees and changes it, without the proxy and its log. */
export interface LookBehind {
  /** Also those that were terminated. */
  instances(): Promise<readonly Instance[]>
  /** Those with this `drover:machine` that were not terminated. */
  living(machine: string): Promise<readonly Instance[]>
  tagsOf(id: string): Promise<Tags>
  /** The user data that cloud-init was given. */
  userData(id: string): Promise<string>
  shutdownBehaviour(id: string): Promise<string | undefined>
  retag(id: string, tags: Tags): Promise<void>
  /** An instance that was never ours to make. It is stopped at once, so that it needs no machine. */
  plant(tags: Tags): Promise<string>
  terminate(ids: readonly string[]): Promise<void>
  makeZone(name: string): Promise<void>
  /** The address that the name points to. */
  pointed(name: string): Promise<readonly string[]>
  point(name: string, address: string): Promise<void>
  close(): void
}

export function lookBehind({ moto, image, subnets }: Aws): LookBehind {
  const ec2 = new EC2Client(sdkSettings(moto.url))
  const dns = new Route53Client(sdkSettings(moto.url))
  let HostedZoneId = ''
  const instances: LookBehind['instances'] = async () => {
    const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({}))
    return Reservations.flatMap(({ Instances = [] }) => Instances)
  }
  const tagList = (tags: Tags) => Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
  return {
    instances,
    living: async (machine) =>
      (await instances()).filter(
        ({ State, Tags }) =>
          State?.Name !== 'terminated' &&
          Tags?.some(({ Key, Value }) => Key === 'drover:machine' && Value === machine),
      ),
    tagsOf: async (id) => {
      const one = (await instances()).find(({ InstanceId }) => InstanceId === id)
      return Object.fromEntries((one?.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]))
    },
    userData: async (InstanceId) => {
      const said = await ec2.send(new DescribeInstanceAttributeCommand({ InstanceId, Attribute: 'userData' }))
      return Buffer.from(said.UserData?.Value ?? '', 'base64').toString()
    },
    shutdownBehaviour: async (InstanceId) => {
      const Attribute = 'instanceInitiatedShutdownBehavior'
      const said = await ec2.send(new DescribeInstanceAttributeCommand({ InstanceId, Attribute }))
      return said.InstanceInitiatedShutdownBehavior?.Value
    },
    retag: async (id, tags) => {
      await ec2.send(new CreateTagsCommand({ Resources: [id], Tags: tagList(tags) }))
    },
    plant: async (tags) => {
      const made = await ec2.send(
        new RunInstancesCommand({
          ImageId: image,
          MinCount: 1,
          MaxCount: 1,
          SubnetId: subnets.c,
          TagSpecifications: [{ ResourceType: 'instance', Tags: tagList(tags) }],
        }),
      )
      const id = made.Instances?.[0]?.InstanceId ?? ''
      await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }))
      return id
    },
    terminate: async (ids) => {
      if (ids.length > 0) await ec2.send(new TerminateInstancesCommand({ InstanceIds: [...ids] }))
    },
    makeZone: async (Name) => {
      const made = await dns.send(new CreateHostedZoneCommand({ Name, CallerReference: Name }))
      HostedZoneId = made.HostedZone?.Id ?? ''
    },
    pointed: async (name) => {
      const { ResourceRecordSets = [] } = await dns.send(new ListResourceRecordSetsCommand({ HostedZoneId }))
      const set = ResourceRecordSets.find(({ Name, Type }) => Name === `${name}.` && Type === 'A')
      return (set?.ResourceRecords ?? []).flatMap(({ Value }) => Value ?? [])
    },
    point: async (name, address) => {
      const ResourceRecordSet = {
        Name: `${name}.`,
        Type: 'A' as const,
        TTL: 60,
        ResourceRecords: [{ Value: address }],
      }
      const Changes = [{ Action: 'UPSERT' as const, ResourceRecordSet }]
      await dns.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }))
    },
    close: () => {
      ec2.destroy()
      dns.destroy()
    },
  }
}
