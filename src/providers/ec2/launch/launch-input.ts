import type { RunInstancesCommandInput } from '@aws-sdk/client-ec2'
import type { Ec2Settings } from '../settings.js'
import { machineTags, type Ownership, ownerTags, toTagList } from '../tags.js'
import type { Attempt } from './attempts.js'
import type { Intent } from './intent.js'

export interface LaunchInput {
  readonly flock: string
  readonly machine: string
  readonly intent: Intent
  readonly attempt: Attempt
  readonly settings: Ec2Settings
  readonly token: string
  /** The public host key that the machine will show. */
  readonly hostKey: string
  readonly userData: string
}

/** The one call that makes a machine. The same input gives the same call, which a repeated token requires. */
export function launchCall(input: LaunchInput): RunInstancesCommandInput {
  const { flock, machine, intent, attempt, settings, token, hostKey, userData } = input
  const owner: Ownership = { flock, machine, run: intent.run, created: intent.at, tags: settings.tags }
  const parts = toTagList(ownerTags(owner))
  return {
    ClientToken: token,
    MinCount: 1,
    MaxCount: 1,
    ImageId: intent.image,
    InstanceType: attempt.type as NonNullable<RunInstancesCommandInput['InstanceType']>,
    Placement: { AvailabilityZone: attempt.zone },
    InstanceInitiatedShutdownBehavior: 'terminate',
    MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled' },
    NetworkInterfaces: [
      {
        DeviceIndex: 0,
        SubnetId: attempt.subnet,
        AssociatePublicIpAddress: settings.address === 'public',
        DeleteOnTermination: true,
        ...(intent.securityGroups.length === 0 ? {} : { Groups: [...intent.securityGroups] }),
      },
    ],
    BlockDeviceMappings: [
      {
        DeviceName: intent.rootDevice,
        Ebs: {
          VolumeType: 'gp3',
          Encrypted: true,
          DeleteOnTermination: true,
          VolumeSize: intent.volumeSize,
        },
      },
    ],
    TagSpecifications: [
      {
        ResourceType: 'instance',
        Tags: toTagList(machineTags(owner, { expires: intent.expiresAt, hostKey, token })),
      },
      { ResourceType: 'volume', Tags: parts },
      { ResourceType: 'network-interface', Tags: parts },
    ],
    UserData: Buffer.from(userData).toString('base64'),
    ...profile(settings.instanceProfile),
  }
}

function profile(name: string | undefined): Pick<RunInstancesCommandInput, 'IamInstanceProfile'> {
  if (name === undefined) return {}
  return { IamInstanceProfile: name.startsWith('arn:') ? { Arn: name } : { Name: name } }
}
