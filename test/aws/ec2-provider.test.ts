import { DescribeInstanceAttributeCommand, DescribeVolumesCommand } from '@aws-sdk/client-ec2'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/base/json.js'
import { describeAws } from '../support/aws/describe-aws.ts'
import { useEc2Bench } from '../support/aws/ec2-bench.ts'
import { awsRegion } from '../support/aws/moto.ts'
import { startPagingServer } from '../support/aws/paging-server.ts'

describeAws('EC2 machines on moto', () => {
  const bench = useEc2Bench()
  const { open, request, living, plant } = bench

  test('the EC2 provider makes a machine that is tagged, encrypted, asks for IMDSv2 and ends by itself', async () => {
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
    const behaviour = await bench.ec2.send(
      new DescribeInstanceAttributeCommand({
        InstanceId: seen.identity.id,
        Attribute: 'instanceInitiatedShutdownBehavior',
      }),
    )
    expect(behaviour.InstanceInitiatedShutdownBehavior?.Value).toBe('terminate')
    const volumes = await bench.ec2.send(
      new DescribeVolumesCommand({
        Filters: [{ Name: 'attachment.instance-id', Values: [seen.identity.id] }],
      }),
    )
    expect(volumes.Volumes).toMatchObject([{ Encrypted: true, VolumeType: 'gp3' }])
    expect(volumes.Volumes?.[0]?.Tags).toContainEqual({ Key: 'drover:flock', Value: bench.flock })
    expect(await provider.list()).toEqual([seen])
  })

  test('the EC2 provider goes through complete, stop, start, reboot and terminate, each twice', async () => {
    const provider = open()
    const made = await provider.launch(request())
    const machine = { name: 'web-1', id: made.identity.id }
    const hostKeys = ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG5ldw']
    // As a `reap` that runs too early, before the making is complete and after.
    const endExpired = (): Promise<void> => provider.terminate({ ...machine, onlyExpired: true })
    await expect(endExpired()).rejects.toMatchObject({ reason: 'machine-changed' })
    await provider.complete?.({ ...machine, hostKeys })
    await expect(endExpired()).rejects.toMatchObject({ reason: 'machine-changed' })
    bench.proxy.clear()
    await provider.complete?.({ ...machine, hostKeys })
    expect(
      bench.proxy.calls.map(({ action }) => action).filter((action) => !/^Describe/.test(action)),
    ).toEqual([])
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

  test('the EC2 provider lists 1,000 machines with one call, and 2,500 with three, in under 2 s for each call', async () => {
    for (const [machines, pages] of [
      [1000, 1],
      [2500, 3],
    ] as const) {
      await using server = await startPagingServer({ flock: bench.flock, instances: machines })
      process.env.AWS_ENDPOINT_URL = server.url
      const provider = open()
      const start = performance.now()
      const seen = await provider.list()
      const tookMs = performance.now() - start
      process.env.AWS_ENDPOINT_URL = bench.proxy.url
      expect(new Set(seen.map(({ identity }) => identity.id)).size).toBe(machines)
      expect(server.calls.map((call) => call.get('NextToken'))).toEqual(
        [null, '1000', '2000'].slice(0, pages),
      )
      expect(tookMs).toBeLessThan(2000 * pages)
    }
  })

  test.each([
    ['of another flock', { 'drover:flock': 'other', 'drover:machine': 'web-1' }],
    ['of another name', { 'drover:machine': 'web-2' }],
    ['without a flock', { 'drover:flock': '' }],
  ])('the EC2 provider touches no machine %s', async (_what, tags) => {
    const id = await plant({ 'drover:flock': bench.flock, 'drover:machine': 'web-1', ...tags })
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
    expect(bench.proxy.calls.filter(({ action }) => !/^Describe/.test(action))).toEqual([])
  })
})
