import {
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateTagsCommand,
  CreateVpcCommand,
  EC2Client,
  RegisterImageCommand,
} from '@aws-sdk/client-ec2'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { type Hypervisor, startHypervisor } from './hypervisor.ts'
import { awsEnv, awsRegion, type Moto, sdkSettings, startMoto } from './moto.ts'

/** An account of AWS with a network whose instances are real machines. */
export interface Aws extends AsyncDisposable {
  readonly moto: Moto
  readonly proxy: FaultProxy
  /** Present only if machines were asked for. */
  readonly hypervisor: Hypervisor | undefined
  /** Environment for whoever is to use it, by way of the proxy. */
  readonly env: Readonly<Record<string, string>>
  readonly region: string
  /** Subnet of each zone; all have the tag `drover-test: yes`. */
  readonly subnets: Readonly<Record<'a' | 'b' | 'c', string>>
  readonly securityGroup: string
  readonly image: string
  close(): Promise<void>
}

interface Options {
  /** False: instances are only known to moto. */
  readonly machines: boolean
}

/** What a test needs of AWS, on this computer. All of it ends with this process, or with `close`. */
export async function startAws({ machines }: Options): Promise<Aws> {
  const moto = await startMoto()
  const hypervisor = machines ? await startHypervisor({ moto: moto.url }) : undefined
  const proxy = await startFaultProxy({ target: moto.url, ...hypervisor?.backstage })
  const close = async (): Promise<void> => {
    await hypervisor?.close()
    await proxy.close()
    await moto.stop()
  }
  const network = await makeNetwork(moto.url, hypervisor?.prefix ?? '10.219')
  return {
    moto,
    proxy,
    hypervisor,
    env: awsEnv(proxy.url),
    region: awsRegion,
    ...network,
    close,
    [Symbol.asyncDispose]: close,
  }
}

async function makeNetwork(
  url: string,
  prefix: string,
): Promise<Pick<Aws, 'subnets' | 'securityGroup' | 'image'>> {
  const ec2 = new EC2Client(sdkSettings(url))
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: `${prefix}.0.0/16` }))
  const VpcId = Vpc?.VpcId ?? ''
  // The bridge itself is PREFIX.0.1, in the part that belongs to none of them.
  const subnet = async (zone: string, third: number): Promise<string> => {
    const made = await ec2.send(
      new CreateSubnetCommand({
        VpcId,
        CidrBlock: `${prefix}.${third}.0/20`,
        AvailabilityZone: `${awsRegion}${zone}`,
      }),
    )
    return made.Subnet?.SubnetId ?? ''
  }
  const subnets = { a: await subnet('a', 16), b: await subnet('b', 32), c: await subnet('c', 48) }
  const Tags = [{ Key: 'drover-test', Value: 'yes' }]
  await ec2.send(new CreateTagsCommand({ Resources: Object.values(subnets), Tags }))
  const group = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName: 'drover-test', Description: 'for tests', VpcId }),
  )
  const image = await ec2.send(
    new RegisterImageCommand({
      Name: 'debian-12-amd64-20260101-0001',
      Architecture: 'x86_64',
      RootDeviceName: '/dev/xvda',
      VirtualizationType: 'hvm',
    }),
  )
  ec2.destroy()
  return { subnets, securityGroup: group.GroupId ?? '', image: image.ImageId ?? '' }
}
