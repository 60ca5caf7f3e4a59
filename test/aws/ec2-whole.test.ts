import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Identity } from '../../src/base/identity.js'
import { describeAws } from '../support/aws/describe-aws.ts'
import { type Ec2Flock, makeEc2Flock } from '../support/aws/ec2-flock.ts'
import { type LookBehind, lookBehind } from '../support/aws/look-behind.ts'
import { type Aws, startAws } from '../support/aws/start-aws.ts'
import type { ActionRan, Ran } from '../support/run-drover.ts'

// Both front doors as processes, EC2 and Route 53 behind the proxy, and real machines.
// Each test continues where the one before it ended.

const minutes = 60_000
/** As on a good day of AWS. */
const visibilityMs = 500
const insyncMs = 1500

describeAws('machines on EC2 from their making to their end', () => {
  let aws: Aws
  let behind: LookBehind
  let flock: Ec2Flock
  /** Everything that was printed, for people or for a runner. */
  const written: string[] = []
  /** Lines of the private keys that user data held. */
  const launchKeys = new Set<string>()

  const flockText = (protectedWeb2: boolean): string => `flock: whole
provider: ec2
dns: { name: "{name}.flock.example.org" }
vars: { greeting: Hello, port: 8080 }
settings:
  region: ${aws.region}
  zones: [${aws.region}a, ${aws.region}b]
  types: [t3.micro]
  image: { id: ${aws.image} }
  subnet: { drover-test: "yes" }
  security-groups: [${aws.securityGroup}]
  address: private
groups:
  web:
    checks:
      listens: systemctl is-active --quiet hello.socket
machines:
  web-1: { groups: [web] }
  web-2: { groups: [web], protect: ${protectedWeb2}, ssh: { user: admin } }
  web-3: { groups: [web] }
`

  beforeAll(async () => {
    aws = await startAws({ machines: true })
    behind = lookBehind(aws)
    await behind.makeZone('example.org')
    flock = await makeEc2Flock({ env: aws.env, flock: flockText(true) })
    aws.proxy.delays.visibilityMs = visibilityMs
    aws.proxy.delays.insyncMs = insyncMs
  }, 15 * minutes)
  afterAll(async () => {
    behind?.close()
    await aws?.close()
    await flock?.remove()
  })

  const keep = <T extends Ran | ActionRan>(ran: T): T => {
    const more = 'summary' in ran ? [ran.summary, ...ran.outputs.values()] : []
    written.push(ran.stdout, ran.stderr, ...more)
    return ran
  }
  const cli = async (...words: readonly string[]): Promise<Ran> => keep(await flock.cli(words))
  const report = async (...words: readonly string[]) => {
    const said = await flock.report(words)
    keep(said.ran)
    return said
  }
  const action = async (operation: string, machines: string, more: Record<string, string> = {}) =>
    keep(await flock.action({ operation, machines, ...more }, { runId: runIdOf(operation) }))
  const runIdOf = (operation: string): string => `9001${operation.length}`
  const on = async (machine: string, command: string): Promise<string> => {
    const { machines } = await report('run', machine, '--repository', flock.ops.url, '--', command)
    return ((machines[0]?.data ?? {}) as { readonly stdout?: string }).stdout ?? ''
  }
  const identityOf = (machine: string): Identity =>
    JSON.parse(flock.ops.read(`machines/${machine}/machine.json`))
  const holds = (path: string): boolean => {
    try {
      flock.ops.read(path)
      return true
    } catch {
      return false
    }
  }
  const calls = (action: string): number => aws.proxy.calls.filter((call) => call.action === action).length
  const only = async (machine: string): Promise<string> => {
    const found = await behind.living(machine)
    expect(found).toHaveLength(1)
    return found[0]?.InstanceId ?? ''
  }
  const keepLaunchKey = async (id: string): Promise<void> => {
    const config = JSON.parse((await behind.userData(id)).replace(/^#cloud-config\n/, '')) as {
      readonly ssh_keys: { readonly ed25519_private: string }
    }
    const lines = config.ssh_keys.ed25519_private.split('\n').filter((line) => /^[\w+/=]{20,}$/.test(line))
    expect(lines.length).toBeGreaterThanOrEqual(4)
    for (const line of lines) launchKeys.add(line)
  }

  test(
    'create by both front doors at once leaves two machines that stay',
    async () => {
      const [byCli, byAction] = await Promise.all([cli('create', 'web-1'), action('create', 'web-2')])
      expect(byCli.code, byCli.stderr + byCli.stdout).toBe(0)
      expect(byAction.code, byAction.stdout + byAction.stderr).toBe(0)
      expect(byAction.outputs.get('outcome')).toBe('changed')
      expect(JSON.parse(byAction.outputs.get('changed') ?? '')).toEqual(['web-2'])
      expect(byAction.outputs.get('commit')).toMatch(/^[0-9a-f]{40}$/)
      expect(byAction.summary).toContain('web-2')
      expect(calls('RunInstances')).toBe(2)
    },
    3 * minutes,
  )

  test.each(['web-1', 'web-2'])(
    'the new machine %s is configured, has a key of its own, and no end',
    async (machine) => {
      const id = await only(machine)
      await keepLaunchKey(id)
      expect(await on(machine, 'cat /etc/hello/greeting; systemctl is-active hello.socket')).toBe(
        `Hello from ${machine}\nactive\n`,
      )
      expect(await on(machine, 'stat -c "%a %U" /opt/hello/answer /etc/hello/credentials.json')).toBe(
        '755 root\n600 root\n',
      )
      const known = identityOf(machine)
      const tags = await behind.tagsOf(id)
      expect(known).toMatchObject({ provider: 'ec2', id, region: aws.region })
      expect(known.dns).toEqual({ provider: 'route53', name: `${machine}.flock.example.org` })
      expect(known.hostKeys).toHaveLength(1)
      expect(known.revokedKeys).toEqual([tags['drover:launch-key']])
      expect(known.hostKeys).not.toEqual(known.revokedKeys)
      expect(tags['drover:host-key']).toBe(known.hostKeys[0])
      expect(tags).toMatchObject({ Name: `whole-${machine}`, 'drover:flock': 'whole' })
      expect(tags['drover:run']).toBe(known.createdBy)
      expect(tags).not.toHaveProperty('drover:expires')
      expect(await behind.shutdownBehaviour(id)).toBe('stop')
      const timers = 'systemctl list-timers --all --no-legend; find /etc/systemd /run/systemd'
      expect(await on(machine, timers)).toContain('systemd-tmpfiles-clean')
      expect(await on(machine, timers)).not.toContain('drover-expiry')
      // By OpenSSH, which knows nothing of what Drover revoked.
      expect(await flock.key.login(known, 'id -un')).toBe(`${known.user}\n`)
      const launchKey = { ...known, hostKeys: known.revokedKeys ?? [] }
      await expect(flock.key.login(launchKey, 'id -un')).rejects.toMatchObject({
        stderr: expect.stringContaining('Host key verification failed'),
      })
      expect(holds(`machines/${machine}/launch.json`)).toBe(false)
      expect(holds(`machines/${machine}/captured/etc/hello/greeting`)).toBe(true)
    },
  )

  test('the names of new machines point to them, and were waited for', async () => {
    for (const machine of ['web-1', 'web-2']) {
      expect(await behind.pointed(`${machine}.flock.example.org`)).toEqual([identityOf(machine).address])
    }
    const changed = aws.proxy.calls.filter(({ action }) => action === 'ChangeResourceRecordSets')
    expect(changed).toHaveLength(2)
    for (const { atMs } of changed) {
      const asked = aws.proxy.calls.filter((call) => call.action === 'GetChange' && call.atMs > atMs)
      expect(asked.at(-1)?.atMs).toBeGreaterThan(atMs + insyncMs)
    }
  })

  test('the branch has a record of each machine, with the id of its run', () => {
    flock.ops.git('fetch', '--quiet', 'origin')
    const trailers = ['Drover-Run', 'Drover-Machine', 'Drover-Operation', 'Drover-Outcome']
    const format = trailers.map((name) => `%(trailers:key=${name},valueonly,separator=)`).join('|')
    const log = flock.ops.git('log', `--format=${format}`, 'origin/config').split('\n')
    expect(log).toContain(`${identityOf('web-1').createdBy}|web-1|create|changed`)
    expect(log).toContain(`${runIdOf('create')}|web-2|create|changed`)
    expect(identityOf('web-1').createdBy).toMatch(/^local-/)
    expect(identityOf('web-2').createdBy).toBe(runIdOf('create'))
  })

  test('a second create and provision find everything as desired, and make nothing', async () => {
    aws.proxy.calls.length = 0
    const before = flock.ops.read('machines/web-1/machine.json')
    const [provisioned, created] = await Promise.all([
      report('provision', 'web-1', 'web-2'),
      action('create', 'web-1 web-2'),
    ])
    expect(provisioned.machines.map(({ outcome }) => outcome)).toEqual(['ok', 'ok'])
    expect(created.code, created.stdout).toBe(0)
    expect(created.outputs.get('outcome')).toBe('ok')
    expect(
      aws.proxy.calls.map(({ action }) => action).filter((action) => !/^(Describe|List)/.test(action)),
    ).toEqual([])
    expect(flock.ops.read('machines/web-1/machine.json')).toBe(before)
  })

  test('list shows which machines exist, which do not, and where', async () => {
    const { machines } = await report('list')
    expect(machines.map(({ machine, data }) => [machine, data])).toEqual([
      ['web-1', expect.objectContaining({ presence: 'running', address: identityOf('web-1').address })],
      ['web-2', expect.objectContaining({ presence: 'running', dns: 'web-2.flock.example.org' })],
      ['web-3', expect.objectContaining({ presence: 'absent' })],
    ])
    expect((await cli('list')).stdout).toContain(identityOf('web-1').address)
  })

  test(
    'stop and start keep pins and name right when the address changed meanwhile',
    async () => {
      const before = identityOf('web-1')
      const stopped = await report('stop', 'web-1')
      expect(stopped.machines[0], stopped.ran.stderr).toMatchObject({ outcome: 'changed' })
      expect(await aws.hypervisor?.running()).not.toContain(before.id)
      expect((await report('list', 'web-1')).machines[0]?.data).toMatchObject({ presence: 'stopped' })
      // moto gives an instance the same address again, so the recorded address is changed instead.
      const former = `${aws.hypervisor?.prefix}.31.254`
      flock.ops.push(
        { 'machines/web-1/machine.json': `${JSON.stringify({ ...before, address: former }, null, 2)}\n` },
        'the address that it had',
      )
      await behind.point('web-1.flock.example.org', former)
      const started = await action('start', 'web-1')
      expect(started.code, started.stdout).toBe(0)
      expect(started.outputs.get('outcome')).toBe('changed')
      expect(identityOf('web-1')).toEqual(before)
      expect(await behind.pointed('web-1.flock.example.org')).toEqual([before.address])
      expect(await on('web-1', 'cat /etc/hello/greeting')).toBe('Hello from web-1\n')
      expect((await report('start', 'web-1')).machines[0]).toMatchObject({ outcome: 'ok' })
    },
    2 * minutes,
  )

  test(
    'reboot ends in another boot, and no timer comes back',
    async () => {
      const boot = 'cat /proc/sys/kernel/random/boot_id'
      const before = await Promise.all([on('web-1', boot), on('web-2', boot)])
      const [byCli, byAction] = await Promise.all([report('reboot', 'web-1'), action('reboot', 'web-2')])
      expect(byCli.machines[0], byCli.ran.stderr).toMatchObject({ outcome: 'changed', reason: 'done' })
      expect(byAction.code, byAction.stdout).toBe(0)
      const after = await Promise.all([on('web-1', boot), on('web-2', boot)])
      for (const [index, id] of after.entries()) {
        expect(id).toMatch(/^[0-9a-f-]{36}\n$/)
        expect(id).not.toBe(before[index])
      }
      expect(await on('web-1', 'systemctl list-timers --all --no-legend')).not.toContain('drover-expiry')
    },
    2 * minutes,
  )

  test('two instances of one name are refused by every operation that acts, and list shows both', async () => {
    const { id } = identityOf('web-1')
    const twin = await behind.plant({
      Name: 'whole-web-1',
      'drover:flock': 'whole',
      'drover:machine': 'web-1',
    })
    aws.proxy.calls.length = 0
    const refused = [
      ['create'],
      ['provision'],
      ['stop'],
      ['reboot'],
      ['terminate', '--yes'],
      ['list'],
    ] as const
    for (const [operation, ...flags] of refused) {
      const { machines, exitCode } = await report(operation, 'web-1', ...flags)
      expect(machines[0], operation).toMatchObject({ outcome: 'failed', reason: 'ambiguous-machine' })
      expect(machines[0]?.message).toContain(id)
      expect(machines[0]?.message).toContain(twin)
      expect(machines[0]?.hint).toBeTruthy()
      expect(exitCode).toBe(1)
    }
    expect(aws.proxy.calls.filter(({ action }) => !/^Describe/.test(action))).toEqual([])
    await behind.terminate([twin])
    expect((await report('provision', 'web-1')).machines[0]).toMatchObject({ outcome: 'ok' })
  })

  test(
    'reap terminates the machine that nobody completed in time, and no other',
    async () => {
      aws.proxy.inject({ action: 'ModifyInstanceAttribute', fault: 'unauthorized', times: 50 })
      const cut = await action('provision', 'web-3')
      expect(cut.code).not.toBe(0)
      expect(cut.outputs.get('reason-code')).toBe('not-permitted')
      expect(cut.stdout).toContain('ec2:ModifyInstanceAttribute')
      const id = await only('web-3')
      await keepLaunchKey(id)
      expect(await aws.hypervisor?.running()).toContain(id)
      const past = '2026-01-01T00:00:00.000Z'
      const future = '2099-01-01T00:00:00.000Z'
      const tags = { 'drover:flock': 'whole', 'drover:machine': 'web-4' }
      const stray = await behind.plant({ ...tags, 'drover:expires': past })
      const others = await Promise.all([
        behind.plant({ ...tags, 'drover:machine': 'web-5', 'drover:expires': future }),
        behind.plant({ ...tags, 'drover:machine': 'web-6' }),
        behind.plant({ ...tags, 'drover:flock': 'other', 'drover:expires': past }),
        behind.plant({ 'drover:machine': 'web-7', 'drover:expires': past }),
        behind.plant({ Name: 'of a person' }),
      ])
      const early = await report('reap', '--dry-run')
      expect(early.machines.find(({ machine }) => machine === 'web-3')).toMatchObject({
        outcome: 'ok',
        reason: 'already-so',
      })
      await behind.retag(id, { 'drover:expires': past })
      const reaped = await action('reap', '')
      expect(reaped.code, reaped.stdout).toBe(0)
      expect(JSON.parse(reaped.outputs.get('changed') ?? '')).toEqual(['web-3', 'web-4'])
      expect(await behind.living('web-3')).toEqual([])
      const left = (await behind.instances()).flatMap(({ InstanceId = '', State }) =>
        State?.Name === 'terminated' ? [] : [InstanceId],
      )
      expect(left.sort()).toEqual([...others, identityOf('web-1').id, identityOf('web-2').id].sort())
      expect(await aws.hypervisor?.running()).not.toContain(id)
      for (const file of ['machine.json', 'launch.json']) expect(holds(`machines/web-3/${file}`)).toBe(false)
      expect(JSON.parse(flock.ops.read('machines/web-3/terminated.json'))).toMatchObject({ id })
      expect(JSON.parse(flock.ops.read('machines/web-4/terminated.json'))).toMatchObject({ id: stray })
      aws.proxy.clear()
      await behind.terminate(others)
    },
    3 * minutes,
  )

  test('terminate requires the name typed again, and ends nothing that is protected', async () => {
    const mistyped = await action('terminate', 'web-1', { confirm: 'web-2' })
    expect(mistyped.outputs.get('reason-code')).toBe('not-confirmed')
    for (const ran of [await report('terminate', 'web-2', '--yes')]) {
      expect(ran.machines[0]).toMatchObject({ outcome: 'failed', reason: 'protected' })
    }
    const asked = await action('terminate', 'web-2', { confirm: 'web-2' })
    expect(asked.code).toBe(1)
    expect(asked.outputs.get('reason-code')).toBe('protected')
    expect(calls('TerminateInstances')).toBe(0)
    expect(await behind.living('web-2')).toHaveLength(1)
  })

  test(
    'terminate captures, removes the name if it is still its own, terminates, and leaves a tombstone',
    async () => {
      aws.proxy.delays.insyncMs = insyncMs
      const ids = { 'web-1': identityOf('web-1').id, 'web-2': identityOf('web-2').id }
      for (const machine of ['web-1', 'web-2']) await on(machine, 'echo last words >/etc/hello/greeting')
      flock.ops.push({ 'flock.yml': flockText(false) }, 'no longer protected')
      await behind.point('web-2.flock.example.org', '203.0.113.9')
      const [byCli, byAction] = await Promise.all([
        report('terminate', 'web-1', '--yes'),
        action('terminate', 'web-2', { confirm: 'web-2' }),
      ])
      expect(byCli.machines[0], byCli.ran.stderr).toMatchObject({ outcome: 'changed', reason: 'done' })
      expect(byAction.code, byAction.stdout).toBe(0)
      expect(await behind.pointed('web-1.flock.example.org')).toEqual([])
      expect(await behind.pointed('web-2.flock.example.org')).toEqual(['203.0.113.9'])
      for (const machine of ['web-1', 'web-2'] as const) {
        expect(await behind.living(machine)).toEqual([])
        expect(flock.ops.read(`machines/${machine}/captured/etc/hello/greeting`)).toContain('last words')
        for (const file of ['machine.json', 'state.json'])
          expect(holds(`machines/${machine}/${file}`)).toBe(false)
        expect(JSON.parse(flock.ops.read(`machines/${machine}/terminated.json`))).toMatchObject({
          id: ids[machine],
          provider: 'ec2',
          region: aws.region,
        })
      }
      expect(await aws.hypervisor?.running()).toEqual([])
      // The name was removed while the machine still had its address.
      const at = (action: string): number => aws.proxy.calls.find((call) => call.action === action)?.atMs ?? 0
      expect(at('ChangeResourceRecordSets')).toBeGreaterThan(0)
      expect(at('ChangeResourceRecordSets')).toBeLessThan(
        aws.proxy.calls.find(
          ({ action, params }) => action === 'TerminateInstances' && params['InstanceId.1'] === ids['web-1'],
        )?.atMs ?? 0,
      )
    },
    2 * minutes,
  )

  test('a second terminate succeeds, and asks EC2 to terminate nothing', async () => {
    aws.proxy.calls.length = 0
    const tombstone = flock.ops.read('machines/web-1/terminated.json')
    const [again, byAction] = await Promise.all([
      report('terminate', 'web-1', '--yes'),
      action('terminate', 'web-2', { confirm: 'web-2' }),
    ])
    expect(again.machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
    expect(byAction.code).toBe(0)
    expect(calls('TerminateInstances')).toBe(0)
    expect(flock.ops.read('machines/web-1/terminated.json')).toBe(tombstone)
    expect(holds('machines/web-1/captured/etc/hello/greeting')).toBe(true)
    expect(await behind.pointed('web-2.flock.example.org')).toEqual(['203.0.113.9'])
  })

  test('the output, the branch and the logs hold no secret', () => {
    const argv = ['-C', flock.ops.url, 'log', '-p', '--all', '--text', '--format=%B']
    const branch = execFileSync('git', argv, { encoding: 'utf8', maxBuffer: 1 << 28 })
    const runner = filesBelow(join(flock.folder, 'runner')).map((path) => readFileSync(path, 'utf8'))
    const everything = [...written.map(withoutMasks), branch, ...runner]
    // The search would find this if it were there.
    expect(branch).toContain('machines/web-3/machine.json')
    expect(launchKeys.size).toBeGreaterThanOrEqual(9)
    const loginKey = readFileSync(flock.key.file, 'utf8')
      .split('\n')
      .filter((line) => line.length > 20)
    const secrets = [
      ...launchKeys,
      ...loginKey,
      ...Object.values(flock.secrets),
      aws.env.AWS_SECRET_ACCESS_KEY ?? '',
      'PRIVATE KEY',
    ]
    expect(leaksIn(everything, secrets)).toEqual([])
    for (const secret of secrets) {
      expect(leaksIn([`x${secret}y`], secrets), 'the search finds what is there').toContain(secret)
      expect(leaksIn([Buffer.from(secret).toString('base64')], secrets)).toContain(secret)
    }
    expect(aws.hypervisor?.failures).toEqual([])
  })
})

/** Masks are how the runner is told of a secret; it takes these lines out of the log. */
function withoutMasks(text: string): string {
  return text.replace(/^::add-mask::.*$/gm, '')
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
}

/** Those of the secrets that stand in one of the texts, as they are or in base64. */
function leaksIn(texts: readonly string[], secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => {
    const encoded = Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1)
    return texts.some((text) => text.includes(secret) || text.includes(encoded))
  })
}
