import { setTimeout as sleep } from 'node:timers/promises'
import {
  CreateSubnetCommand,
  CreateTagsCommand,
  CreateVpcCommand,
  DescribeInstanceAttributeCommand,
  DescribeInstancesCommand,
  EC2Client,
  ModifyInstanceAttributeCommand,
  RunInstancesCommand,
  type RunInstancesCommandInput,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  GetChangeCommand,
  Route53Client,
} from '@aws-sdk/client-route-53'
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { allFaults, type Fault } from '../support/aws/aws-faults.js'
import { describeAws } from '../support/aws/describe-aws.js'
import { type FaultProxy, startFaultProxy } from '../support/aws/fault-proxy.js'
import { awsRegion, type Moto, sdkSettings, startMoto } from '../support/aws/moto.js'

describeAws('the fault proxy in front of moto', () => {
  let moto: Moto
  let proxy: FaultProxy
  let ec2: EC2Client
  let subnets: Record<'a' | 'b', string>
  // The real state of the instances, behind the proxy.
  let behind: EC2Client

  beforeAll(async () => {
    moto = await startMoto()
  })
  afterAll(async () => {
    await moto.stop()
  })
  beforeEach(async () => {
    await moto.reset()
    proxy = await startFaultProxy({ target: moto.url })
    ec2 = new EC2Client(sdkSettings(proxy.url))
    behind = new EC2Client(sdkSettings(moto.url))
    const { Vpc } = await behind.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }))
    const subnet = async (zone: string, CidrBlock: string): Promise<string> => {
      const AvailabilityZone = `${awsRegion}${zone}`
      const made = await behind.send(
        new CreateSubnetCommand({ VpcId: Vpc?.VpcId, CidrBlock, AvailabilityZone }),
      )
      return made.Subnet?.SubnetId ?? ''
    }
    subnets = { a: await subnet('a', '10.0.16.0/20'), b: await subnet('b', '10.0.32.0/20') }
    return async () => {
      ec2.destroy()
      behind.destroy()
      await proxy.close()
    }
  })

  const input = (more: Partial<RunInstancesCommandInput> = {}): RunInstancesCommandInput => ({
    ImageId: 'ami-12345678',
    InstanceType: 't3.micro',
    MinCount: 1,
    MaxCount: 1,
    ...more,
  })
  const launch = async (more?: Partial<RunInstancesCommandInput>): Promise<string> => {
    const { Instances } = await ec2.send(new RunInstancesCommand(input(more)))
    return Instances?.[0]?.InstanceId ?? ''
  }
  const list = async (client = ec2, Filters?: { Name: string; Values: string[] }[]): Promise<string[]> => {
    const { Reservations = [] } = await client.send(new DescribeInstancesCommand({ Filters }))
    return Reservations.flatMap(({ Instances = [] }) => Instances.map(({ InstanceId = '' }) => InstanceId))
  }

  test('the fault proxy passes on what EC2 is asked, and logs it', async () => {
    const id = await launch({ SubnetId: subnets.a, ClientToken: 'one' })
    expect(await list()).toEqual([id])
    expect(await list(behind)).toEqual([id])
    expect(proxy.calls.map(({ service, action }) => `${service}:${action}`)).toEqual([
      'ec2:RunInstances',
      'ec2:DescribeInstances',
    ])
    expect(proxy.calls[0]?.params).toMatchObject({ ClientToken: 'one', SubnetId: subnets.a })
  })

  test('the fault proxy makes one instance of one token, at once or later, and gives the same reservation', async () => {
    const one = input({ SubnetId: subnets.a, ClientToken: 'one' })
    const [first, second] = await Promise.all([1, 2].map(() => ec2.send(new RunInstancesCommand(one))))
    const third = await ec2.send(new RunInstancesCommand(one))
    for (const other of [second, third]) {
      expect(other?.ReservationId).toBe(first?.ReservationId)
      expect(other?.Instances?.[0]?.InstanceId).toBe(first?.Instances?.[0]?.InstanceId)
      expect(other?.Instances?.[0]?.PrivateIpAddress).toBe(first?.Instances?.[0]?.PrivateIpAddress)
    }
    expect(await list(behind)).toHaveLength(1)
  })

  test('the fault proxy refuses a token with other parameters', async () => {
    await launch({ SubnetId: subnets.a, ClientToken: 'one' })
    await expect(
      launch({ SubnetId: subnets.a, ClientToken: 'one', InstanceType: 't3.small' }),
    ).rejects.toMatchObject({ name: 'IdempotentParameterMismatch', $metadata: { httpStatusCode: 400 } })
    expect(await list(behind)).toHaveLength(1)
  })

  test('the fault proxy refuses a token whose instance was terminated', async () => {
    const one = { SubnetId: subnets.a, ClientToken: 'one' }
    const id = await launch(one)
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }))
    await expect(launch(one)).rejects.toMatchObject({ name: 'IdempotentInstanceTerminated' })
    expect(await list(behind)).toEqual([id])
  })

  test('the fault proxy takes the same token in another zone or subnet for another launch', async () => {
    const ids = [
      await launch({ SubnetId: subnets.a, ClientToken: 'one' }),
      await launch({ SubnetId: subnets.b, ClientToken: 'one' }),
      await launch({ Placement: { AvailabilityZone: `${awsRegion}c` }, ClientToken: 'one' }),
    ]
    expect(new Set(ids).size).toBe(3)
    expect(await list(behind)).toHaveLength(3)
  })

  test('the fault proxy takes a token without zone for one launch in the region', async () => {
    expect(await launch({ ClientToken: 'one' })).toBe(await launch({ ClientToken: 'one' }))
    expect(await list(behind)).toHaveLength(1)
  })

  test('the fault proxy takes a token again after a launch that failed', async () => {
    const one = { SubnetId: subnets.a, ClientToken: 'one' }
    proxy.inject({ action: 'RunInstances', fault: 'instance-limit' })
    await expect(launch(one)).rejects.toThrow()
    const id = await launch(one)
    expect(await list(behind)).toEqual([id])
  })

  test('the fault proxy shows a new instance to nobody for a while', async () => {
    proxy.delays.visibilityMs = 700
    const id = await launch({ SubnetId: subnets.a, ClientToken: 'one' })
    const launched = performance.now()
    expect(await list()).toEqual([])
    const one = { InstanceIds: [id] }
    const unseen = { name: 'InvalidInstanceID.NotFound' }
    await expect(ec2.send(new DescribeInstancesCommand(one))).rejects.toMatchObject(unseen)
    await expect(ec2.send(new TerminateInstancesCommand(one))).rejects.toMatchObject(unseen)
    const tags = { Resources: [id], Tags: [{ Key: 'a', Value: 'b' }] }
    await expect(ec2.send(new CreateTagsCommand(tags))).rejects.toMatchObject(unseen)
    // The launch itself is known to EC2 at once.
    expect(await launch({ SubnetId: subnets.a, ClientToken: 'one' })).toBe(id)
    await sleep(750 - (performance.now() - launched))
    expect(await list()).toEqual([id])
    expect((await ec2.send(new DescribeInstancesCommand(one))).Reservations).toHaveLength(1)
  })

  test('the fault proxy shows the states that it is told, and filters by them', async () => {
    const shown = new Map<string, string>()
    const staged = await startFaultProxy({
      target: moto.url,
      stateOf: (id, state) => shown.get(id) ?? state,
    })
    const client = new EC2Client(sdkSettings(staged.url))
    const first = await launch()
    const second = await launch()
    shown.set(first, 'pending')
    const of = (...Values: string[]) => list(client, [{ Name: 'instance-state-name', Values }])
    expect(await of('pending')).toEqual([first])
    expect(await of('running')).toEqual([second])
    expect(await of('running', 'pending')).toEqual([first, second])
    expect(await of('stopped')).toEqual([])
    const alike = [
      { Name: 'instance-state-name', Values: ['pending'] },
      { Name: 'instance-type', Values: ['t3.large'] },
    ]
    expect(await list(client, alike)).toEqual([])
    await staged.close()
  })

  test('the fault proxy keeps pages whole', async () => {
    const ids = [await launch(), await launch(), await launch(), await launch(), await launch()]
    const seen: string[] = []
    let NextToken: string | undefined
    do {
      const page = await ec2.send(
        new DescribeInstancesCommand({ MaxResults: 5, ...(NextToken && { NextToken }) }),
      )
      seen.push(...(page.Reservations ?? []).map(({ Instances }) => Instances?.[0]?.InstanceId ?? ''))
      NextToken = page.NextToken
    } while (NextToken !== undefined)
    expect(seen).toEqual(ids)
  })

  test('the fault proxy sets the shutdown behaviour, which moto alone does not', async () => {
    const InstanceId = await launch({ InstanceInitiatedShutdownBehavior: 'terminate' })
    const read = async () => {
      const Attribute = 'instanceInitiatedShutdownBehavior'
      const said = await ec2.send(new DescribeInstanceAttributeCommand({ InstanceId, Attribute }))
      return said.InstanceInitiatedShutdownBehavior?.Value
    }
    expect(await read()).toBe('terminate')
    const InstanceInitiatedShutdownBehavior = { Value: 'stop' }
    await ec2.send(new ModifyInstanceAttributeCommand({ InstanceId, InstanceInitiatedShutdownBehavior }))
    expect(await read()).toBe('stop')
  })

  test('the fault proxy terminates instances of which some are terminated already, at once and again', async () => {
    const NetworkInterfaces = [{ DeviceIndex: 0, SubnetId: subnets.a, DeleteOnTermination: true }]
    const ids = [await launch({ NetworkInterfaces }), await launch({ NetworkInterfaces })]
    const end = async (...InstanceIds: string[]) => {
      const said = await ec2.send(new TerminateInstancesCommand({ InstanceIds }))
      return said.TerminatingInstances?.map(({ InstanceId }) => InstanceId)
    }
    const [first = ''] = ids
    expect(await Promise.all([end(first), end(first)])).toEqual([[first], [first]])
    expect((await end(...ids))?.sort()).toEqual([...ids].sort())
    await expect(end('i-0123456789abcdef0')).rejects.toMatchObject({ name: 'InvalidInstanceID.NotFound' })
    const Values = ['terminated']
    expect(await list(ec2, [{ Name: 'instance-state-name', Values }])).toHaveLength(2)
  })

  test('the fault proxy gives each of many launches at once an address of its own', async () => {
    const one = (ClientToken: string) => input({ SubnetId: subnets.a, ClientToken })
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, index) => ec2.send(new RunInstancesCommand(one(`n${index}`)))),
    )
    expect(new Set(made.map(({ Instances }) => Instances?.[0]?.PrivateIpAddress)).size).toBe(12)
  })

  test('the fault proxy gives a volume the size of its image when the launch says none', async () => {
    const Ebs = { Encrypted: true, VolumeType: 'gp3', DeleteOnTermination: true } as const
    const id = await launch({ BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs }] })
    expect(await list()).toEqual([id])
  })

  const expected: Readonly<Record<Fault, readonly [name: string, status: number | undefined]>> = {
    'insufficient-capacity': ['InsufficientInstanceCapacity', 500],
    'instance-limit': ['InstanceLimitExceeded', 400],
    'vcpu-limit': ['VcpuLimitExceeded', 400],
    throttle: ['RequestLimitExceeded', 503],
    unauthorized: ['UnauthorizedOperation', 403],
    'auth-failure': ['AuthFailure', 401],
    'expired-token': ['ExpiredToken', 400],
    'request-expired': ['RequestExpired', 400],
    'invalid-parameter': ['InvalidParameterValue', 400],
    'internal-error': ['InternalError', 500],
    unavailable: ['ServiceUnavailable', 503],
    // The SDK calls both a timeout.
    timeout: ['TimeoutError', undefined],
    reset: ['TimeoutError', undefined],
  }

  const network: Readonly<Partial<Record<Fault, string>>> = { timeout: 'ETIMEDOUT', reset: 'ECONNRESET' }

  for (const at of ['before', 'after'] as const) {
    test.each(allFaults)(`the fault proxy answers %s, ${at} the effect`, async (fault) => {
      const [name, status] = expected[fault]
      const once = new EC2Client({
        ...sdkSettings(proxy.url),
        maxAttempts: 1,
        // Enough for moto on a busy computer: only what is to time out should.
        requestHandler: { requestTimeout: 1500, throwOnRequestTimeout: true },
      })
      proxy.inject({ action: 'RunInstances', fault, at })
      const error = await once
        .send(new RunInstancesCommand(input({ SubnetId: subnets.a, ClientToken: 'one' })))
        .catch((cause: unknown) => cause)
      expect(error).toMatchObject({ name })
      expect((error as { code?: string }).code).toBe(network[fault])
      expect((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode).toBe(status)
      expect(await list(behind)).toHaveLength(at === 'after' ? 1 : 0)
      expect(proxy.calls.map((call) => call.fault)).toEqual([fault])
      // The fault happens only once, and the same token makes nothing twice.
      const id = await launch({ SubnetId: subnets.a, ClientToken: 'one' })
      expect(await list(behind)).toEqual([id])
      once.destroy()
    })
  }

  test('the fault proxy injects faults per action, count and call', async () => {
    const inB = (zone: string) => ({ SubnetId: subnets.b, ClientToken: zone })
    const once = { ...sdkSettings(proxy.url), maxAttempts: 1 }
    ec2.destroy()
    ec2 = new EC2Client(once)
    proxy.inject({
      action: 'RunInstances',
      fault: 'insufficient-capacity',
      times: 2,
      after: 1,
      when: ({ params }) => params.SubnetId === subnets.b,
    })
    await launch({ SubnetId: subnets.a, ClientToken: 'a' })
    await launch(inB('first'))
    await expect(launch(inB('second'))).rejects.toThrow(/t3\.micro/)
    await launch({ SubnetId: subnets.a, ClientToken: 'b' })
    await expect(launch(inB('second'))).rejects.toThrow(new RegExp(subnets.b))
    await launch(inB('second'))
    proxy.inject({ action: 'StopInstances', fault: 'throttle', times: 9 })
    await expect(ec2.send(new StopInstancesCommand({ InstanceIds: ['i-1'] }))).rejects.toThrow()
    proxy.clear()
    expect(proxy.calls).toEqual([])
    const [id = ''] = await list()
    await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }))
    await ec2.send(new StartInstancesCommand({ InstanceIds: [id] }))
  })

  test('the fault proxy reports each call that took effect, and no other', async () => {
    const told: string[] = []
    const staged = await startFaultProxy({ target: moto.url, onEffect: ({ action }) => told.push(action) })
    const client = new EC2Client({ ...sdkSettings(staged.url), maxAttempts: 1 })
    staged.inject({ action: 'RunInstances', fault: 'reset', at: 'before' })
    staged.inject({ action: 'RunInstances', fault: 'reset', at: 'after' })
    for (const ClientToken of ['one', 'two']) {
      await expect(client.send(new RunInstancesCommand(input({ ClientToken })))).rejects.toThrow()
    }
    expect(told).toEqual(['RunInstances'])
    client.destroy()
    await staged.close()
  })

  test('the fault proxy passes on Route 53, says which call it was, and keeps a change pending for a while', async () => {
    const dns = new Route53Client({ ...sdkSettings(proxy.url), maxAttempts: 1 })
    const { HostedZone } = await dns.send(
      new CreateHostedZoneCommand({ Name: 'flock.test', CallerReference: '1' }),
    )
    const change = new ChangeResourceRecordSetsCommand({
      HostedZoneId: HostedZone?.Id,
      ChangeBatch: {
        Changes: [
          {
            Action: 'UPSERT',
            ResourceRecordSet: {
              Name: 'web-1.flock.test',
              Type: 'A',
              TTL: 60,
              ResourceRecords: [{ Value: '10.0.0.1' }],
            },
          },
        ],
      },
    })
    proxy.delays.insyncMs = 300
    const { ChangeInfo } = await dns.send(change)
    expect(ChangeInfo?.Status).toBe('PENDING')
    const get = new GetChangeCommand({ Id: ChangeInfo?.Id })
    expect((await dns.send(get)).ChangeInfo?.Status).toBe('PENDING')
    await sleep(320)
    expect((await dns.send(get)).ChangeInfo?.Status).toBe('INSYNC')
    const again = await dns.send(change)
    expect(again.ChangeInfo?.Id).not.toBe(ChangeInfo?.Id)
    await expect(dns.send(new GetChangeCommand({ Id: 'C0' }))).rejects.toMatchObject({ name: 'NoSuchChange' })
    proxy.inject({ action: 'ChangeResourceRecordSets', fault: 'throttle' })
    await expect(dns.send(change)).rejects.toMatchObject({ name: 'Throttling' })
    proxy.inject({ action: 'GetChange', fault: 'unauthorized' })
    await expect(dns.send(get)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('route53:GetChange'),
    })
    dns.destroy()
  })

  test('the fault proxy passes on SSM, and fails it in its own words', async () => {
    const ssm = new SSMClient({ ...sdkSettings(proxy.url), maxAttempts: 1 })
    await ssm.send(new PutParameterCommand({ Name: '/image', Value: 'ami-1', Type: 'String' }))
    const get = new GetParameterCommand({ Name: '/image' })
    expect((await ssm.send(get)).Parameter?.Value).toBe('ami-1')
    proxy.inject({ action: 'GetParameter', fault: 'throttle' })
    await expect(ssm.send(get)).rejects.toMatchObject({ name: 'ThrottlingException' })
    await expect(ssm.send(new GetParameterCommand({ Name: '/none' }))).rejects.toMatchObject({
      name: 'ParameterNotFound',
    })
    ssm.destroy()
  })
})
