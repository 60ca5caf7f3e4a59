import { setTimeout as sleep } from 'node:timers/promises'
import { DescribeInstancesCommand, EC2Client, StopInstancesCommand } from '@aws-sdk/client-ec2'
import { afterAll, beforeAll, vi } from 'vitest'
import type { JsonObject } from '../../../src/base/json.js'
import { makeEc2Provider } from '../../../src/providers/ec2/ec2-provider.js'
import type { Provider } from '../../../src/providers/provider.js'
import { realClock } from '../../../src/system/real-clock.js'
import { describeProvider, type ProviderUnderTest } from '../../contract/provider-contract.js'
import { sdkSettings } from './moto.js'
import { type Aws, startAws } from './start-aws.js'

// As eventually consistent as EC2 is on a good day.
const visibilityMs = 1000

/** The contract of providers, on EC2 as moto with real machines, whose person logs in as `user`. */
export function describeEc2Provider(user: string): void {
  let aws: Aws
  let ec2: EC2Client

  beforeAll(async () => {
    aws = await startAws({ machines: true })
    aws.proxy.delays.visibilityMs = visibilityMs
    ec2 = new EC2Client(sdkSettings(aws.proxy.url))
    // The SDK reads the environment of the process itself.
    for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value)
  }, 900_000)
  afterAll(async () => {
    vi.unstubAllEnvs()
    ec2?.destroy()
    await aws?.close()
  })

  const names = [
    'one',
    'twin',
    'a-first',
    'abandoned',
    'short',
    'wrong',
    'unwritten',
    'unpaid',
    'made',
    'halted',
    'again',
  ]
  const open = (flock: string, settings: JsonObject): Provider =>
    makeEc2Provider({
      scope: {
        flock,
        machines: names.map((name) => ({ name, settings, user, port: 22 })),
        known: new Map(),
      },
      clock: realClock,
      env: aws.env,
    })
  const stateOf = async (id: string): Promise<string | undefined> => {
    const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }))
    return Reservations?.[0]?.Instances?.[0]?.State?.Name
  }

  const parts = { making: true, stop: true, reboot: true }
  const make = async (): Promise<ProviderUnderTest> => {
    const settings = {
      region: aws.region,
      zones: [`${aws.region}a`, `${aws.region}b`],
      types: ['t3.micro', 't3.small'],
      image: { id: aws.image },
      subnet: { 'drover-test': 'yes' },
      'security-groups': [aws.securityGroup],
      address: 'private',
    }
    return {
      open: () => open(`test-${user}`, settings),
      openOther: () => open(`test-${user}-other`, settings),
      user,
      settings,
      strangeId: 'i-0123456789abcdef0',
      restlessMs: 10_000,
      stop: async ({ identity }) => {
        await ec2.send(new StopInstancesCommand({ InstanceIds: [identity.id] }))
        while ((await stateOf(identity.id)) !== 'stopped') await sleep(100)
      },
      close: async () => undefined,
    }
  }
  describeProvider(`ec2 (as ${user})`, make, parts)
}
