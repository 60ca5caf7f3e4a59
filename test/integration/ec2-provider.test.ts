import {
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  DescribeInstanceAttributeCommand,
  DescribeInstancesCommand,
  DescribeSubnetsCommand,
  DescribeVolumesCommand,
  EC2Client,
  RegisterImageCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2'
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { JsonObject } from '../../src/base/json.js'
import { type Ec2Calls, makeEc2Calls } from '../../src/providers/ec2/ec2-calls.js'
import { makeEc2Provider } from '../../src/providers/ec2/ec2-provider.js'
import type { LaunchRequest, Provider, ProviderScope } from '../../src/providers/provider.js'
import type { Clock } from '../../src/system/clock.js'
import { describeAws } from '../support/aws/describe-aws.ts'
import { type FaultProxy, type Injection, startFaultProxy } from '../support/aws/fault-proxy.ts'
import { awsEnv, awsRegion, type Moto, startMoto } from '../support/aws/moto.ts'
import { startPagingServer } from '../support/aws/paging-server.ts'

const speed = 40
/** A clock that runs faster, so that pauses cost little. */
const clock: Clock = {
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

describeAws('EC2 machines on moto', () => {
  let moto: Moto
  let proxy: FaultProxy
  let ec2: EC2Client
  let image = ''
  let count = 0
  let flock = ''
  const env: Record<string, string | undefined> = {}

  beforeAll(async () => {
    moto = await startMoto()
    proxy = await startFaultProxy({ target: moto.url })
    Object.assign(env, process.env)
    Object.assign(process.env, awsEnv(proxy.url))
    ec2 = new EC2Client({ endpoint: moto.url, region: awsRegion })
    const made = await ec2.send(
      new RegisterImageCommand({
        Name: 'drover-test-20260101',
        Architecture: 'x86_64',
        RootDeviceName: '/dev/xvda',
        VirtualizationType: 'hvm',
      }),
    )
    image = made.ImageId ?? ''
  })
  afterAll(async () => {
    for (const key of Object.keys(awsEnv(''))) {
      if (env[key] === undefined) delete process.env[key]
      else process.env[key] = env[key]
    }
    ec2?.destroy()
    await proxy?.close()
    await moto?.stop()
  })
  beforeEach(() => {
    proxy.clear()
    count += 1
    flock = `flock-${count}`
  })

  const settings = (): JsonObject => ({
    image: { id: image },
    types: ['t3.small', 't3a.small'],
    address: 'private',
  })
  interface Opening {
    readonly scope?: Partial<ProviderScope>
    readonly answers?: () => boolean
    readonly calls?: Ec2Calls
  }
  /** As in another process. */
  const open = ({ scope, answers = () => true, calls }: Opening = {}): Provider =>
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
      calls: calls ?? makeEc2Calls({ clock, requestMs: 400, deadlineMs: 1_200_000 }),
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
  const plant = async (tags: Record<string, string>): Promise<string> => {
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

  test('makes a machine that is tagged, encrypted, asks for IMDSv2 and ends by itself', async () => {
    const intents: JsonObject[] = []
    const provider = open()
    const seen = await provider.launch(request({ remember: async (intent) => void intents.push(intent) }))
    expect(intents).toHaveLength(1)
    const [one] = await living()
    expect(seen).toMatchObject({
      name: 'web-1',
      presence: 'running',
      identity: {
        provider: 'ec2',
        id: one?.InstanceId,
        address: one?.PrivateIpAddress,
        region: awsRegion,
        createdBy: 'run-1',
      },
      expiresAt: intents[0]?.expiresAt,
    })
    expect(seen.identity.hostKeys[0]).toMatch(/^ssh-ed25519 AAAA/)
    expect(one?.MetadataOptions?.HttpTokens).toBe('required')
    const behaviour = await ec2.send(
      new DescribeInstanceAttributeCommand({
        InstanceId: seen.identity.id,
        Attribute: 'instanceInitiatedShutdownBehavior',
      }),
    )
    expect(behaviour.InstanceInitiatedShutdownBehavior?.Value).toBe('terminate')
    const volumes = await ec2.send(
      new DescribeVolumesCommand({
        Filters: [{ Name: 'attachment.instance-id', Values: [seen.identity.id] }],
      }),
    )
    expect(volumes.Volumes).toMatchObject([{ Encrypted: true, VolumeType: 'gp3' }])
    expect(volumes.Volumes?.[0]?.Tags).toContainEqual({ Key: 'drover:flock', Value: flock })
    expect(await provider.list()).toEqual([seen])
  })

  test('goes through complete, stop, start, reboot and terminate, each twice', async () => {
    const provider = open()
    const made = await provider.launch(request())
    const machine = { name: 'web-1', id: made.identity.id }
    const hostKeys = ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG5ldw']
    await provider.complete?.({ ...machine, hostKeys })
    proxy.clear()
    await provider.complete?.({ ...machine, hostKeys })
    expect(proxy.calls.map(({ action }) => action).filter((action) => !/^Describe/.test(action))).toEqual([])
    const [complete] = await provider.list()
    expect(complete?.expiresAt).toBeUndefined()
    expect(complete?.identity.hostKeys).toEqual(hostKeys)
    expect(await provider.launch(request({ runId: 'run-2' }))).toEqual(complete)
    await provider.stop?.(machine)
    await provider.stop?.(machine)
    expect(await provider.list()).toMatchObject([{ presence: 'stopped', identity: complete?.identity }])
    await expect(provider.reboot?.(machine)).rejects.toMatchObject({ reason: 'not-running' })
    expect(await provider.launch(request({ runId: 'run-3' }))).toEqual(complete)
    await provider.reboot?.(machine)
    await provider.terminate(machine)
    await provider.terminate(machine)
    expect(await provider.list()).toEqual([])
    expect(await living()).toEqual([])
  })

  test('lists 1,000 machines with one call, and 2,500 with three, in under 2 s for each call', async () => {
    for (const [machines, pages] of [
      [1000, 1],
      [2500, 3],
    ] as const) {
      await using server = await startPagingServer({ flock, instances: machines })
      process.env.AWS_ENDPOINT_URL = server.url
      const provider = open()
      const start = performance.now()
      const seen = await provider.list()
      const tookMs = performance.now() - start
      process.env.AWS_ENDPOINT_URL = proxy.url
      expect(new Set(seen.map(({ identity }) => identity.id)).size).toBe(machines)
      expect(server.calls.map((call) => call.get('NextToken'))).toEqual(
        [null, '1000', '2000'].slice(0, pages),
      )
      expect(tookMs).toBeLessThan(2000 * pages)
    }
  })

  test('moves on to the next zone and type while there is no room, and writes down where it is', async () => {
    const intents: JsonObject[] = []
    const isFull = ({ params }: { readonly params: Readonly<Record<string, string>> }): boolean =>
      params['Placement.AvailabilityZone'] !== 'eu-west-1b' || params.InstanceType !== 't3a.small'
    proxy.inject({ action: 'RunInstances', fault: 'insufficient-capacity', times: 1000, when: isFull })
    const seen = await open().launch(request({ remember: async (intent) => void intents.push(intent) }))
    expect(await living()).toMatchObject([
      {
        InstanceId: seen.identity.id,
        InstanceType: 't3a.small',
        Placement: { AvailabilityZone: 'eu-west-1b' },
      },
    ])
    // The first type in three zones, then the second type in the first zone.
    expect(intents.map(({ next }) => next)).toEqual([0, 1, 2, 3, 4])
    expect(new Set(intents.map(({ nonce }) => nonce)).size).toBe(1)
  })

  test('says every place that had no room', async () => {
    const intents: JsonObject[] = []
    proxy.inject({ action: 'RunInstances', fault: 'insufficient-capacity', times: 1000 })
    const launch = open().launch(request({ remember: async (intent) => void intents.push(intent) }))
    await expect(launch).rejects.toMatchObject({
      reason: 'out-of-capacity',
      message: expect.stringMatching(/t3\.small in eu-west-1a: Ins.*t3a\.small in eu-west-1c: Ins/),
    })
    proxy.clear()
    const remembered = intents.at(-1)
    await open().launch(request({ ...(remembered ? { remembered } : {}) }))
    // What failed everywhere is begun anew, at the first place.
    expect(await living()).toMatchObject([{ Placement: { AvailabilityZone: 'eu-west-1a' } }])
  })

  test('finds what it made although nobody sees it at first', async () => {
    proxy.delays.visibilityMs = 500
    proxy.inject({ action: 'RunInstances', fault: 'insufficient-capacity', at: 'after' })
    proxy.inject({ action: 'RunInstances', fault: 'reset', at: 'after', after: 1, times: 3 })
    const seen = await open().launch(request())
    expect((await living()).map(({ InstanceId }) => InstanceId)).toEqual([seen.identity.id])
  })

  test('two launches at once make one machine, each time', async () => {
    for (let round = 0; round < 10; round += 1) {
      const name = `twin-${round}`
      const [first, second] = await Promise.all([
        open().launch(request({ name })),
        open().launch(request({ name, runId: 'run-2' })),
      ])
      expect(first.identity.id).toBe(second.identity.id)
    }
    expect(new Set((await living()).map(({ InstanceId }) => InstanceId)).size).toBe(10)
  })

  test('lists two machines of one name, and launches none', async () => {
    const tags = { 'drover:flock': flock, 'drover:machine': 'web-1' }
    const ids = [await plant(tags), await plant(tags)]
    expect((await open().list()).map(({ identity }) => identity.id).sort()).toEqual([...ids].sort())
    const launch = open().launch(request())
    await expect(launch).rejects.toMatchObject({ reason: 'ambiguous-machine' })
    for (const id of ids) await expect(launch).rejects.toThrow(id)
    expect(await living()).toHaveLength(2)
    expect(calls('RunInstances')).toBe(0)
  })

  test('ends a machine whose making nobody completed in time, and makes another', async () => {
    const old = await plant({
      'drover:flock': flock,
      'drover:machine': 'web-1',
      'drover:expires': '2026-01-01T00:00:00.000Z',
    })
    const seen = await open().launch(request())
    expect(seen.identity.id).not.toBe(old)
    expect((await living()).map(({ InstanceId }) => InstanceId)).toEqual([seen.identity.id])
  })

  test('takes the machine of a remembered call although the settings say something else now', async () => {
    const memory: JsonObject[] = []
    const first = await open().launch(request({ remember: async (intent) => void memory.push(intent) }))
    proxy.clear()
    proxy.delays.visibilityMs = 300
    const remembered = memory[0]
    // As if nobody saw it yet: a name that only the launch looks for.
    const again = await open().launch(
      request({ ...(remembered ? { remembered } : {}), settings: { ...settings(), tags: { more: 'x' } } }),
    )
    expect(again.identity.id).toBe(first.identity.id)
  })

  test('takes a new token when the machine of the remembered one is gone', async () => {
    const memory: JsonObject[] = []
    const first = await open().launch(request({ remember: async (intent) => void memory.push(intent) }))
    await open().terminate({ name: 'web-1', id: first.identity.id })
    const remembered = memory[0]
    const later: JsonObject[] = []
    const again = await open().launch(
      request({ ...(remembered ? { remembered } : {}), remember: async (intent) => void later.push(intent) }),
    )
    expect(again.identity.id).not.toBe(first.identity.id)
    expect(later.map(({ nonce }) => nonce)).not.toContain(memory[0]?.nonce)
    expect(await living()).toHaveLength(1)
  })

  test('makes nothing when the intent cannot be written down, or the run may make no more', async () => {
    const refuse = (): never => {
      throw new Error('refused')
    }
    await expect(open().launch(request({ remember: async () => refuse() }))).rejects.toThrow('refused')
    await expect(open().launch(request({ spend: refuse }))).rejects.toThrow('refused')
    expect(await instances()).toEqual([])
  })

  test('an abort ends a wait at once', async () => {
    const giveUp = new AbortController()
    const steps: string[] = []
    const launch = open({ answers: () => false }).launch(
      request({
        signal: giveUp.signal,
        onStep: (step) => {
          steps.push(step)
          if (/^wait for SSH.*\(\d+ s\)$/.test(step)) setTimeout(() => giveUp.abort(), 20)
        },
      }),
    )
    await expect(launch).rejects.toMatchObject({ reason: 'cancelled' })
    expect(steps.filter((step) => step.startsWith('wait for SSH')).length).toBeGreaterThanOrEqual(2)
    expect(await living()).toHaveLength(1)
  })

  test('refuses a machine whose console shows another host key', async () => {
    const other = `-----BEGIN SSH HOST KEY KEYS-----\nssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${'b'.repeat(43)} root\n-----END SSH HOST KEY KEYS-----`
    const real = makeEc2Calls({ clock })
    const lying: Ec2Calls = {
      call: async (name, options) => {
        const answer = await real.call(name, options)
        return name === 'GetConsoleOutput'
          ? { ...answer, Output: Buffer.from(other).toString('base64') }
          : answer
      },
    }
    await expect(open({ calls: lying }).launch(request())).rejects.toMatchObject({
      reason: 'host-key-mismatch',
    })
  })

  test.each([
    ['of another flock', { 'drover:flock': 'other', 'drover:machine': 'web-1' }],
    ['of another name', { 'drover:machine': 'web-2' }],
    ['without a flock', { 'drover:flock': '' }],
  ])('touches no machine %s', async (_what, tags) => {
    const id = await plant({ 'drover:flock': flock, 'drover:machine': 'web-1', ...tags })
    const machine = { name: 'web-1', id }
    const provider = open()
    for (const act of [
      () => provider.terminate(machine),
      () => provider.stop?.(machine),
      () => provider.reboot?.(machine),
      () => provider.complete?.({ ...machine, hostKeys: ['ssh-ed25519 AAAA'] }),
    ]) {
      await expect(act()).rejects.toMatchObject({ reason: 'provider-failed' })
    }
    expect(proxy.calls.filter(({ action }) => !/^Describe/.test(action))).toEqual([])
  })

  test('finds image, subnet and security group by what the settings say of them', async () => {
    const ssm = new SSMClient({ endpoint: moto.url, region: awsRegion })
    await ssm.send(
      new PutParameterCommand({ Name: '/drover/image', Value: image, Type: 'String', Overwrite: true }),
    )
    ssm.destroy()
    const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}))
    const subnet = Subnets.find(({ AvailabilityZone }) => AvailabilityZone === 'eu-west-1b')
    const Tags = [{ Key: 'drover-test', Value: flock }]
    await ec2.send(new CreateTagsCommand({ Resources: [subnet?.SubnetId ?? ''], Tags }))
    const GroupName = `web-${flock}`
    const group = await ec2.send(
      new CreateSecurityGroupCommand({ GroupName, Description: 'x', VpcId: subnet?.VpcId ?? '' }),
    )
    const chosen = { subnet: { 'drover-test': flock }, 'security-groups': [GroupName], volume: { size: 12 } }
    const launched = async (name: string, choice: JsonObject) => {
      const { identity } = await open().launch(
        request({ name, settings: { ...settings(), ...chosen, image: choice } }),
      )
      return (await instances()).find(({ InstanceId }) => InstanceId === identity.id)
    }
    const byPattern = await launched('pattern', { owner: '099720109477', name: '*/ubuntu-xenial-*' })
    expect(byPattern).toMatchObject({
      // One of the images that moto has from the start.
      ImageId: 'ami-785db401',
      SubnetId: subnet?.SubnetId,
    })
    // moto forgets the groups of an interface: so the call is looked at.
    const sent = proxy.calls.find(({ action }) => action === 'RunInstances')
    expect(sent?.params['NetworkInterface.1.SecurityGroupId.1']).toBe(group.GroupId)
    expect((await launched('parameter', { ssm: '/drover/image' }))?.ImageId).toBe(image)
  })

  test.each([
    ['an image', { image: { id: 'ami-00000000000000000' } }],
    ['an image of a pattern', { image: { owner: 'self', name: 'no-such-*' } }],
    ['a parameter', { image: { ssm: '/no/such' } }],
    ['a subnet', { subnet: { 'no-such': 'tag' } }],
    ['a zone with a subnet', { zones: ['eu-west-1z'] }],
    ['a security group', { 'security-groups': ['no-such'] }],
  ])('says that %s is missing before anything is written down or made', async (_what, wrong) => {
    const intents: JsonObject[] = []
    const launch = open().launch(
      request({
        settings: { ...settings(), ...wrong },
        remember: async (intent) => void intents.push(intent),
      }),
    )
    await expect(launch).rejects.toMatchObject({ reason: 'invalid-settings' })
    expect(intents).toEqual([])
    expect(calls('RunInstances')).toBe(0)
  })

  test('says that there are no credentials, and that nobody answers', async () => {
    const { AWS_ACCESS_KEY_ID: key } = process.env
    delete process.env.AWS_ACCESS_KEY_ID
    await expect(open().list()).rejects.toMatchObject({ reason: 'no-credentials' })
    process.env.AWS_ACCESS_KEY_ID = key
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:9'
    const calls = makeEc2Calls({ clock, deadlineMs: 20_000 })
    await expect(open({ calls }).list()).rejects.toMatchObject({
      reason: 'provider-unreachable',
      message: expect.stringMatching(
        /^flock "flock-\d+": DescribeInstances in eu-west-1 failed with ECONNREFUSED/,
      ),
    })
    process.env.AWS_ENDPOINT_URL = proxy.url
  })

  test('says which action the credentials do not allow', async () => {
    proxy.inject({ action: 'DescribeInstances', fault: 'unauthorized', times: 10 })
    await expect(open().list()).rejects.toMatchObject({
      reason: 'not-permitted',
      hint: expect.stringContaining('"ec2:DescribeInstances"'),
    })
  })

  test.each([
    ['', { visibilityMs: 0, full: '' }],
    [', with no room in the first zone, and nothing seen at once', { visibilityMs: 150, full: 'eu-west-1a' }],
  ])(
    'leaves no stray, wherever a run is cut off, when it is run again%s',
    { timeout: 300_000 },
    async (_what, { visibilityMs, full }) => {
      let died = true
      for (let cut = 1; died; cut += 1) {
        const name = `cut-${cut}`
        proxy.clear()
        proxy.delays.visibilityMs = visibilityMs
        const isFull: Injection['when'] = ({ params }) => params['Placement.AvailabilityZone'] === full
        proxy.inject({ action: 'RunInstances', fault: 'insufficient-capacity', times: 1000, when: isFull })
        const memory: JsonObject[] = []
        const life = makeLife(cut)
        const run = async (provider: Provider, more: Partial<LaunchRequest>): Promise<string> => {
          const { identity } = await provider.launch(request({ name, ...more }))
          const hostKeys = ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG5ldw']
          await provider.complete?.({ name, id: identity.id, hostKeys })
          return identity.id
        }
        const real = makeEc2Calls({ clock, deadlineMs: 1_200_000 })
        const calls: Ec2Calls = { call: (call, options) => life.live(() => real.call(call, options)) }
        const remember = (intent: JsonObject): Promise<void> =>
          life.live(async () => void memory.push(intent))
        await run(open({ calls }), { remember }).catch((error: unknown) => {
          if (!life.isOver()) throw error
        })
        died = life.isOver()
        const remembered = memory.at(-1)
        const id = await run(open(), { runId: 'run-2', ...(remembered ? { remembered } : {}) })
        const mine = (await living()).filter(({ Tags }) =>
          Tags?.some(({ Key, Value }) => Key === 'drover:machine' && Value === name),
        )
        expect(mine.map(({ InstanceId }) => InstanceId)).toEqual([id])
        expect(mine[0]?.Tags?.map(({ Key }) => Key)).not.toContain('drover:expires')
      }
    },
  )

  /** A process that is killed when its nth effect has happened and before it learns of it. */
  const makeLife = (effects: number) => {
    let left = effects
    return {
      isOver: () => left <= 0,
      live: async <T>(effect: () => Promise<T>): Promise<T> => {
        if (left <= 0) throw new Error('killed')
        left -= 1
        const answer = await effect()
        if (left <= 0) throw new Error('killed')
        return answer
      },
    }
  }
})
