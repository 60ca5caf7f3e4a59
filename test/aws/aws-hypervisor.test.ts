import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  DescribeInstancesCommand,
  EC2Client,
  GetConsoleOutputCommand,
  type Instance,
  RebootInstancesCommand,
  RunInstancesCommand,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Identity } from '../../src/base/identity.js'
import { describeAws } from '../support/aws/describe-aws.js'
import { sdkSettings } from '../support/aws/moto.js'
import { processesOf } from '../support/aws/processes-of.js'
import { type Aws, startAws } from '../support/aws/start-aws.js'
import { makeTestKey, type TestKey } from '../support/test-key.js'

describeAws('the hypervisor behind moto', () => {
  let aws: Aws
  let ec2: EC2Client
  let key: TestKey
  let hostKey: { readonly secret: string; readonly open: string }

  beforeAll(async () => {
    key = await makeTestKey()
    hostKey = makeHostKey()
    aws = await startAws({ machines: true })
    ec2 = new EC2Client(sdkSettings(aws.proxy.url))
  }, 900_000)
  afterAll(async () => {
    ec2?.destroy()
    await aws?.close()
    await key.remove()
  })
  afterEach(async () => {
    expect(aws.hypervisor?.failures).toEqual([])
    const InstanceIds = (await list()).flatMap(({ InstanceId }) => InstanceId ?? [])
    if (InstanceIds.length > 0) await ec2.send(new TerminateInstancesCommand({ InstanceIds }))
    await until(async () => (await list()).every(({ State }) => State?.Name === 'terminated'))
  })

  const userData = (more: object = {}): string => {
    const config = {
      hostname: 'web-1',
      ssh_deletekeys: true,
      ssh_keys: { ed25519_private: hostKey.secret, ed25519_public: hostKey.open },
      users: [
        { name: 'ada', ssh_authorized_keys: [key.line], sudo: 'ALL=(ALL) NOPASSWD:ALL', shell: '/bin/bash' },
      ],
      ...more,
    }
    return Buffer.from(`#cloud-config\n${JSON.stringify(config)}`).toString('base64')
  }
  const launch = async (more: object = {}, data: object = {}): Promise<string> => {
    const { Instances } = await ec2.send(
      new RunInstancesCommand({
        ImageId: aws.image,
        InstanceType: 't3.micro',
        MinCount: 1,
        MaxCount: 1,
        SubnetId: aws.subnets.a,
        UserData: userData(data),
        ...more,
      }),
    )
    return Instances?.[0]?.InstanceId ?? ''
  }
  const list = async (): Promise<readonly Instance[]> => {
    const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({}))
    return Reservations.flatMap(({ Instances = [] }) => Instances)
  }
  const stateOf = async (id: string) => (await find(id))?.State?.Name
  const find = async (id: string) => (await list()).find(({ InstanceId }) => InstanceId === id)
  const login = async (id: string, command: string): Promise<string> => {
    const address = (await find(id))?.PrivateIpAddress ?? ''
    const identity = { address, port: 22, user: 'ada', hostKeys: [hostKey.open], id } as unknown as Identity
    return key.login(identity, command)
  }
  const answers = async (id: string): Promise<boolean> =>
    login(id, 'true').then(
      () => true,
      () => false,
    )

  test('the hypervisor boots a machine with the address and the user data of its instance', async () => {
    const started = performance.now()
    const id = await launch()
    expect(await stateOf(id)).toBe('pending')
    await until(async () => (await stateOf(id)) === 'running')
    await until(() => answers(id))
    console.log(`answers by SSH after ${Math.round(performance.now() - started)} ms`)
    expect(await login(id, 'hostname; id -un; sudo -n id -un')).toBe('web-1\nada\nroot\n')
    expect(await login(id, 'cloud-init status --wait')).toContain('status: done')
    console.log(`cloud-init is done after ${Math.round(performance.now() - started)} ms`)
    const { Output = '' } = await ec2.send(new GetConsoleOutputCommand({ InstanceId: id }))
    expect(Buffer.from(Output, 'base64').toString()).toContain(hostKey.open)
  })

  test('the hypervisor lets nobody in without user data that says so', async () => {
    const id = await launch({ UserData: Buffer.from('#cloud-config\n{}').toString('base64') })
    await until(async () => (await stateOf(id)) === 'running')
    await sleep(5000)
    expect(await answers(id)).toBe(false)
  })

  test('the hypervisor follows stop, start and reboot, and keeps the disk and the address', async () => {
    const id = await launch()
    await until(() => answers(id))
    await login(id, 'echo kept > ~/kept; sync')
    const boot = () =>
      login(id, 'cat /proc/sys/kernel/random/boot_id ~/kept; systemctl show -p UserspaceTimestamp')
    const first = await boot()
    await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }))
    await until(async () => (await stateOf(id)) === 'stopped')
    expect(await answers(id)).toBe(false)
    await ec2.send(new StartInstancesCommand({ InstanceIds: [id] }))
    expect(await stateOf(id)).not.toBe('stopped')
    await until(async () => (await stateOf(id)) === 'running')
    await until(() => answers(id))
    const second = await boot()
    expect(second).toContain('kept')
    expect(second).not.toBe(first)
    await ec2.send(new RebootInstancesCommand({ InstanceIds: [id] }))
    await until(async () => !second.includes(await boot().catch(() => second)))
    expect(await login(id, 'hostname')).toBe('web-1\n')
    await login(id, 'sudo systemctl reboot').catch(() => 'the connection ends with the machine')
    const third = await boot().catch(() => second)
    await until(async () => ![second, third].includes(await boot().catch(() => second)))
    expect(await stateOf(id)).toBe('running')
  })

  test('the hypervisor terminates or stops an instance whose machine powers itself off, as it was launched to', async () => {
    const poweroff = { runcmd: [['systemctl', 'poweroff']] }
    const ends = await launch({ InstanceInitiatedShutdownBehavior: 'terminate' }, poweroff)
    const stops = await launch({ InstanceInitiatedShutdownBehavior: 'stop' }, poweroff)
    await until(async () => (await stateOf(ends)) === 'terminated')
    await until(async () => (await stateOf(stops)) === 'stopped')
    expect(await aws.hypervisor?.running()).toEqual([])
  })

  test('the hypervisor leaves nothing of an instance that is terminated, even while it boots', async () => {
    const ids = [await launch(), await launch()]
    await sleep(400)
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: ids }))
    await until(async () => (await list()).every(({ State }) => State?.Name === 'terminated'))
    await sleep(1000)
    expect(await aws.hypervisor?.running()).toEqual([])
    expect(processesOf(ids)).toEqual([])
  })
})

function makeHostKey(): { readonly secret: string; readonly open: string } {
  const folder = mkdtempSync(join(tmpdir(), 'drover-host-key-'))
  const file = join(folder, 'key')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file])
  const made = {
    secret: readFileSync(file, 'utf8'),
    open: readFileSync(`${file}.pub`, 'utf8').trim(),
  }
  rmSync(folder, { recursive: true })
  return made
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 100_000
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('it did not come about within 100 s')
    await sleep(100)
  }
}
