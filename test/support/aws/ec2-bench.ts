import {
  DescribeInstancesCommand,
  EC2Client,
  type Instance,
  RegisterImageCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import type { JsonObject } from '../../../src/base/json.js'
import { type Ec2Calls, makeEc2Calls } from '../../../src/providers/ec2/ec2-calls.js'
import { makeEc2Provider } from '../../../src/providers/ec2/ec2-provider.js'
import type { LaunchRequest, Provider, ProviderScope } from '../../../src/providers/provider.js'
import type { Clock } from '../../../src/system/clock.js'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { awsEnv, awsRegion, type Moto, startMoto } from './moto.ts'

const speed = 40
/** A clock that runs faster, so that pauses cost little. */
export const fastClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now() * speed,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const end = setTimeout(resolve, ms / speed)
      signal?.addEventListener('abort', () => {
        clearTimeout(end)
        reject(signal.reason)
      })
    }),
  random: () => Math.random(),
}

interface Opening {
  readonly scope?: Partial<ProviderScope>
  /** Whether SSH answers. */
  readonly answers?: () => boolean
  readonly calls?: Ec2Calls
  readonly clock?: Clock
}

/** An account on moto behind the fault proxy, with one flock for each test, whose instances are no machines. */
export interface Ec2Bench {
  readonly moto: Moto
  readonly proxy: FaultProxy
  /** Past the proxy. */
  readonly ec2: EC2Client
  readonly image: string
  /** Of the test that runs. */
  readonly flock: string
  settings(): JsonObject
  /** As in another process. */
  open(opening?: Opening): Provider
  request(more?: Partial<LaunchRequest>): LaunchRequest
  instances(): Promise<readonly Instance[]>
  living(): Promise<readonly Instance[]>
  /** How many calls of this action came since the test began. */
  calls(action: string): number
  /** The id of an instance with these tags that nobody launched. */
  plant(tags: Readonly<Record<string, string>>): Promise<string>
}

interface BenchOptions {
  /** An empty account for each test: moto takes longer for each instance that it ever had. */
  readonly isFresh?: boolean
}

/** Inside a suite: sets the bench up before its tests, and takes it down after. */
export function useEc2Bench({ isFresh = false }: BenchOptions = {}): Ec2Bench {
  let moto: Moto
  let proxy: FaultProxy
  let ec2: EC2Client
  let image = ''
  let count = 0
  let flock = ''

  beforeAll(async () => {
    moto = await startMoto()
    proxy = await startFaultProxy({ target: moto.url })
    // The SDK reads the environment of the process itself.
    for (const [name, value] of Object.entries(awsEnv(proxy.url))) vi.stubEnv(name, value)
    ec2 = new EC2Client({ endpoint: moto.url, region: awsRegion })
    await registerImage()
  })
  const registerImage = async (): Promise<void> => {
    const made = await ec2.send(
      new RegisterImageCommand({ Name: 'drover-test-20260101', RootDeviceName: '/dev/xvda' }),
    )
    image = made.ImageId ?? ''
  }
  afterAll(async () => {
    vi.unstubAllEnvs()
    ec2?.destroy()
    await proxy?.close()
    await moto?.stop()
  })
  beforeEach(async () => {
    if (isFresh) {
      await moto.reset()
      await registerImage()
    }
    proxy.clear()
    count += 1
    flock = `flock-${count}`
  })

  const settings = (): JsonObject => ({
    image: { id: image },
    types: ['t3.small', 't3a.small'],
    address: 'private',
  })
  const open = ({ scope, answers = () => true, calls, clock = fastClock }: Opening = {}): Provider =>
    makeEc2Provider({
      scope: {
        flock,
        machines: [{ name: 'web-1', settings: settings(), user: 'admin', port: 22 }],
        known: new Map(),
        ...scope,
      },
      clock,
      env: awsEnv(proxy.url),
      sshAnswers: async () => answers(),
      calls: calls ?? makeEc2Calls({ clock: fastClock, requestMs: 400, deadlineMs: 1_200_000 }),
    })
  const request = (more: Partial<LaunchRequest> = {}): LaunchRequest => ({
    name: 'web-1',
    authorizedKeys: ['ssh-ed25519 AAAA test'],
    user: 'admin',
    runId: 'run-1',
    settings: settings(),
    remember: async () => undefined,
    spend: () => undefined,
    seed: async (label) => Buffer.from(label.padEnd(32).slice(-32)),
    onStep: () => undefined,
    ...more,
  })
  const instances = async () => {
    const answer = await ec2.send(
      new DescribeInstancesCommand({ Filters: [{ Name: 'tag:drover:flock', Values: [flock] }] }),
    )
    return (answer.Reservations ?? []).flatMap(({ Instances = [] }) => Instances)
  }
  const living = async () => (await instances()).filter(({ State }) => State?.Name !== 'terminated')
  const calls = (action: string): number => proxy.calls.filter((call) => call.action === action).length
  const plant = async (tags: Readonly<Record<string, string>>): Promise<string> => {
    const made = await ec2.send(
      new RunInstancesCommand({
        ImageId: image,
        MinCount: 1,
        MaxCount: 1,
        TagSpecifications: [
          { ResourceType: 'instance', Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) },
        ],
      }),
    )
    return made.Instances?.[0]?.InstanceId ?? ''
  }

  return {
    get moto() {
      return moto
    },
    get proxy() {
      return proxy
    },
    get ec2() {
      return ec2
    },
    get image() {
      return image
    },
    get flock() {
      return flock
    },
    settings,
    open,
    request,
    instances,
    living,
    calls,
    plant,
  }
}
