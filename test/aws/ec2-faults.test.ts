import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/base/json.js'
import { makeEc2Calls } from '../../src/providers/ec2/ec2-calls.js'
import { describeAws } from '../support/aws/describe-aws.ts'
import { fastClock, useEc2Bench } from '../support/aws/ec2-bench.ts'

describeAws('EC2 with faults, on moto', () => {
  const bench = useEc2Bench()
  const { open, request, living } = bench

  test('a launch moves on to the next zone and type while there is no room, and writes down where it is', async () => {
    const intents: JsonObject[] = []
    const isFull = ({ params }: { readonly params: Readonly<Record<string, string>> }): boolean =>
      params['Placement.AvailabilityZone'] !== 'eu-west-1b' || params.InstanceType !== 't3a.small'
    bench.proxy.inject({ action: 'RunInstances', fault: 'insufficient-capacity', times: 1000, when: isFull })
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

  test('a launch names every place that had no room', async () => {
    const intents: JsonObject[] = []
    bench.proxy.inject({ action: 'RunInstances', fault: 'insufficient-capacity', times: 1000 })
    const launch = open().launch(request({ remember: async (intent) => void intents.push(intent) }))
    await expect(launch).rejects.toMatchObject({
      reason: 'out-of-capacity',
      message: expect.stringMatching(/t3\.small in eu-west-1a: Ins.*t3a\.small in eu-west-1c: Ins/),
    })
    bench.proxy.clear()
    const remembered = intents.at(-1)
    await open().launch(request({ ...(remembered ? { remembered } : {}) }))
    // A launch that failed everywhere begins anew, at the first place.
    expect(await living()).toMatchObject([{ Placement: { AvailabilityZone: 'eu-west-1a' } }])
  })

  test('a launch finds what it made although it is not visible at first', async () => {
    bench.proxy.delays.visibilityMs = 500
    bench.proxy.inject({ action: 'RunInstances', fault: 'insufficient-capacity', at: 'after' })
    bench.proxy.inject({ action: 'RunInstances', fault: 'reset', at: 'after', after: 1, times: 3 })
    const seen = await open().launch(request())
    expect((await living()).map(({ InstanceId }) => InstanceId)).toEqual([seen.identity.id])
  })

  test('a launch reports missing credentials, and an EC2 that does not answer', async () => {
    const { AWS_ACCESS_KEY_ID: key } = process.env
    delete process.env.AWS_ACCESS_KEY_ID
    await expect(open().list()).rejects.toMatchObject({ reason: 'no-credentials' })
    process.env.AWS_ACCESS_KEY_ID = key
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:9'
    const calls = makeEc2Calls({ clock: fastClock, deadlineMs: 20_000 })
    await expect(open({ calls }).list()).rejects.toMatchObject({
      reason: 'provider-unreachable',
      message: expect.stringMatching(
        /^flock "flock-\d+": DescribeInstances in eu-west-1 failed with ECONNREFUSED/,
      ),
    })
    process.env.AWS_ENDPOINT_URL = bench.proxy.url
  })

  test('a launch names the action that the credentials do not allow', async () => {
    bench.proxy.inject({ action: 'DescribeInstances', fault: 'unauthorized', times: 10 })
    await expect(open().list()).rejects.toMatchObject({
      reason: 'not-permitted',
      hint: expect.stringContaining('"ec2:DescribeInstances"'),
    })
  })
})
