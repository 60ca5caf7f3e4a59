import {
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  DescribeSubnetsCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/base/json.js'
import { type Ec2Calls, makeEc2Calls } from '../../src/providers/ec2/ec2-calls.js'
import { describeAws } from '../support/aws/describe-aws.ts'
import { fastClock, useEc2Bench } from '../support/aws/ec2-bench.ts'
import { awsRegion } from '../support/aws/moto.ts'

describeAws('an EC2 launch on moto', () => {
  const bench = useEc2Bench()
  const { open, request, instances, living, calls } = bench

  test('a launch tries the next place when EC2 takes a machine back for lack of room', async () => {
    const real = makeEc2Calls({ clock: fastClock })
    let taken = ''
    const takingBack: Ec2Calls = {
      call: async (name, options) => {
        const answer = await real.call(name, options)
        if ('Instances' in answer && taken === '') {
          taken = answer.Instances?.[0]?.InstanceId ?? ''
          await bench.ec2.send(new TerminateInstancesCommand({ InstanceIds: [taken] }))
        }
        if ('Reservations' in answer) {
          const [one] = (answer.Reservations ?? []).flatMap(({ Instances = [] }) => Instances)
          if (one?.InstanceId === taken) one.StateReason = { Code: 'Server.InsufficientInstanceCapacity' }
        }
        return answer
      },
    }
    const seen = await open({ calls: takingBack }).launch(request())
    expect(seen.identity.id).not.toBe(taken)
    expect(await living()).toMatchObject([
      { InstanceId: seen.identity.id, Placement: { AvailabilityZone: 'eu-west-1b' } },
    ])
  })

  test('a launch says why a machine that EC2 ended is gone', async () => {
    const real = makeEc2Calls({ clock: fastClock })
    const ending: Ec2Calls = {
      call: async (name, options) => {
        const answer = await real.call(name, options)
        if (name === 'RunInstances' && 'Instances' in answer) {
          const InstanceIds = [answer.Instances?.[0]?.InstanceId ?? '']
          await bench.ec2.send(new TerminateInstancesCommand({ InstanceIds }))
        }
        return answer
      },
    }
    await expect(open({ calls: ending }).launch(request())).rejects.toMatchObject({
      reason: 'provider-failed',
      message: expect.stringContaining('was ended by EC2 or by somebody: Client.UserInitiatedShutdown'),
    })
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

  test('a launch refuses a machine whose console shows another host key', async () => {
    const other = `-----BEGIN SSH HOST KEY KEYS-----\nssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${'b'.repeat(43)} root\n-----END SSH HOST KEY KEYS-----`
    const real = makeEc2Calls({ clock: fastClock })
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

  test('a launch finds image, subnet and security group by what the settings say of them', async () => {
    const ssm = new SSMClient({ endpoint: bench.moto.url, region: awsRegion })
    await ssm.send(
      new PutParameterCommand({ Name: '/drover/image', Value: bench.image, Type: 'String', Overwrite: true }),
    )
    ssm.destroy()
    const { Subnets = [] } = await bench.ec2.send(new DescribeSubnetsCommand({}))
    const subnet = Subnets.find(({ AvailabilityZone }) => AvailabilityZone === 'eu-west-1b')
    const Tags = [{ Key: 'drover-test', Value: bench.flock }]
    await bench.ec2.send(new CreateTagsCommand({ Resources: [subnet?.SubnetId ?? ''], Tags }))
    const GroupName = `web-${bench.flock}`
    const group = await bench.ec2.send(
      new CreateSecurityGroupCommand({ GroupName, Description: 'x', VpcId: subnet?.VpcId ?? '' }),
    )
    const chosen = {
      subnet: { 'drover-test': bench.flock },
      'security-groups': [GroupName],
      volume: { size: 12 },
    }
    const launched = async (name: string, choice: JsonObject) => {
      const { identity } = await open().launch(
        request({ name, settings: { ...bench.settings(), ...chosen, image: choice } }),
      )
      return (await instances()).find(({ InstanceId }) => InstanceId === identity.id)
    }
    const byPattern = await launched('pattern', { owner: '099720109477', name: '*/ubuntu-xenial-*' })
    expect(byPattern).toMatchObject({
      // One of the images that moto has from the start.
      ImageId: 'ami-785db401',
      SubnetId: subnet?.SubnetId,
    })
    // moto forgets the groups of an interface, so the test reads them from the call.
    const sent = bench.proxy.calls.find(({ action }) => action === 'RunInstances')
    expect(sent?.params['NetworkInterface.1.SecurityGroupId.1']).toBe(group.GroupId)
    expect((await launched('parameter', { ssm: '/drover/image' }))?.ImageId).toBe(bench.image)
  })

  test.each([
    ['an image', { image: { id: 'ami-00000000000000000' } }],
    ['an image of a pattern', { image: { owner: 'self', name: 'no-such-*' } }],
    ['a parameter', { image: { ssm: '/no/such' } }],
    ['a subnet', { subnet: { 'no-such': 'tag' } }],
    ['a zone with a subnet', { zones: ['eu-west-1z'] }],
    ['a security group', { 'security-groups': ['no-such'] }],
  ])('a launch reports that %s is missing before anything is written down or made', async (_what, wrong) => {
    const intents: JsonObject[] = []
    const launch = open().launch(
      request({
        settings: { ...bench.settings(), ...wrong },
        remember: async (intent) => void intents.push(intent),
      }),
    )
    await expect(launch).rejects.toMatchObject({ reason: 'invalid-settings' })
    expect(intents).toEqual([])
    expect(calls('RunInstances')).toBe(0)
  })
})
