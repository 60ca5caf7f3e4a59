import '../typescript-loader.mjs'
import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

// Not static: those have to wait for the loader.
const { startAws } = await import('./start-aws.ts')
const { sdkSettings } = await import('./moto.ts')

// A rig of its own with one machine that runs, to be killed. Says on one line what there is.
const aws = await startAws({ machines: true })
const ec2 = new EC2Client(sdkSettings(aws.moto.url))
const { Instances } = await ec2.send(
  new RunInstancesCommand({ ImageId: aws.image, MinCount: 1, MaxCount: 1, SubnetId: aws.subnets.a }),
)
const id = Instances?.[0]?.InstanceId ?? ''
while (!(await aws.hypervisor?.running())?.includes(id))
  await new Promise((resolve) => setTimeout(resolve, 100))
console.log(JSON.stringify({ id, stateDir: aws.hypervisor?.stateDir, motoPid: aws.moto.pid }))
