import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'

let flock: LocalFlock

beforeAll(async () => {
  flock = await makeLocalFlock('t-ops')
  const made = await flock.report(['create', 'lo-1', 'lo-demo'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
})

afterAll(async () => {
  await flock?.remove()
})

function presenceOf(data: unknown): string {
  const { presence = 'unknown' } = (data ?? {}) as { readonly presence?: string }
  return presence
}

test('create leaves machines that serve what the layers ask for', async () => {
  expect(await flock.on('lo-1', 'cat /etc/hello/greeting')).toBe('Hello from lo-1\n')
  expect(await flock.on('lo-demo', 'cat /etc/hello/greeting')).toBe('Welcome from lo-demo\n')
  expect(await flock.on('lo-1', 'stat -c "%a %U %G" /opt/hello/answer /etc/hello/credentials.json')).toBe(
    '755 root root\n600 root root\n',
  )
  expect(await flock.on('lo-1', 'cat /etc/hello/credentials.json')).toContain('[secret DATABASE_PASSWORD]')
  expect(await flock.on('lo-1', 'systemctl is-active hello.socket')).toBe('active\n')
})

test('create commits one record for each machine, with its run in trailers', () => {
  const log =
    flock.ops.git('fetch', '--quiet', 'origin') +
    flock.ops.git(
      'log',
      '--format=%s|%(trailers:key=Drover-Run,valueonly,separator=)|%(trailers:key=Drover-Outcome,valueonly,separator=)',
      'origin/config',
    )
  expect(log).toMatch(/create lo-1: changed\|local-\S+\|changed/)
  expect(log).toMatch(/create lo-demo: changed\|local-\S+\|changed/)
})

test('create captures files with secrets as placeholders, and what git does not keep in captured.json', () => {
  const credentials = flock.ops.read('machines/lo-1/captured/etc/hello/credentials.json')
  expect(credentials).toContain('{{secret "DATABASE_PASSWORD"}}')
  expect(credentials).not.toContain('correct horse')
  const facts = JSON.parse(flock.ops.read('machines/lo-1/captured.json')) as Record<string, unknown>
  expect(facts['/opt/hello/answer']).toMatchObject({
    type: 'file',
    owner: 'root',
    group: 'root',
    mode: '0755',
  })
  expect(facts['/etc/drover']).toMatchObject({ type: 'folder' })
})

test('create changes nothing the second time', async () => {
  const again = await flock.report(['create', 'lo-1'])
  expect(again.machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
  expect(again.exitCode).toBe(0)
})

test('configure observes a machine once when there is nothing to do', async () => {
  const { machines } = await flock.report(['configure', 'lo-1', 'lo-demo'])
  expect(machines.map(({ outcome }) => outcome)).toEqual(['ok', 'ok'])
  expect(machines[0]?.steps.map(({ name }) => name)).toEqual(['connect', 'look'])
})

test('configure changes only machines that a push affects', async () => {
  const before = flock.ops.head()
  const after = flock.ops.push({ 'config/machines/lo-demo/greeting': 'Good day\n' }, 'a greeting')
  const ran = await flock.action(
    { operation: 'configure', machines: 'changed' },
    { event: { name: 'push', payload: { before, after } }, runId: '900100' },
  )
  expect(ran.code, ran.stdout).toBe(0)
  expect(JSON.parse(ran.outputs.get('changed') ?? '')).toEqual(['lo-demo'])
  expect(ran.outputs.get('outcome')).toBe('changed')
  expect(ran.outputs.get('commit')).toBe(flock.ops.head())
  expect(ran.summary).toContain('lo-demo')
  expect(ran.summary).not.toContain('lo-1')
  expect(await flock.on('lo-demo', 'cat /etc/hello/greeting')).toBe('Good day\n')
  flock.ops.git('fetch', '--quiet', 'origin')
  expect(flock.ops.git('log', '-1', '--format=%B', ran.outputs.get('commit') ?? '')).toContain(
    'Drover-Run: 900100',
  )
})

test('configure refuses a file that its validator refuses, and changes no file at all', async () => {
  flock.ops.push(
    { 'config/machines/lo-1/answer': '#!/bin/sh\nif then\n', 'config/machines/lo-1/greeting': 'New\n' },
    'broken',
  )
  const { machines, exitCode } = await flock.report(['configure', 'lo-1'])
  expect(exitCode).toBe(1)
  expect(machines[0]).toMatchObject({ outcome: 'failed', reason: 'validation-failed' })
  expect(machines[0]?.message).toContain('yntax error')
  expect(await flock.on('lo-1', 'cat /etc/hello/greeting; sh -n /opt/hello/answer && echo whole')).toBe(
    'Hello from lo-1\nwhole\n',
  )
  flock.ops.push({ 'config/machines/lo-1': undefined }, 'take it back')
  expect((await flock.report(['configure', 'lo-1'])).machines[0]?.outcome).toBe('ok')
})

test('configure puts the old files back when what follows fails, and says so', async () => {
  const broken = '[Socket]\nListenStream=not/an/address\nAccept=yes\n'
  flock.ops.push({ 'config/machines/lo-1/hello.socket': broken }, 'a socket that cannot start')
  const { machines, exitCode } = await flock.report(['configure', 'lo-1'])
  expect(exitCode).toBe(1)
  expect(machines[0]).toMatchObject({ outcome: 'rolled-back', reason: 'follow-up-failed' })
  expect(await flock.on('lo-1', 'cat /etc/systemd/system/hello.socket')).toContain('ListenStream=8080')
  expect(await flock.on('lo-1', 'systemctl is-active hello.socket')).toBe('active\n')
  expect(await flock.on('lo-1', 'find / -xdev -name ".drover*"')).toBe('')
  flock.ops.push({ 'config/machines/lo-1': undefined }, 'take it back')
})

test('configure writes through a symlink and leaves the symlink', async () => {
  await flock.on(
    'lo-1',
    'mkdir -p /srv/real && mv /etc/hello/greeting /srv/real/greeting && ln -s /srv/real/greeting /etc/hello/greeting',
  )
  flock.ops.push({ 'config/machines/lo-1/greeting': 'Through a link\n' }, 'through a link')
  expect((await flock.report(['configure', 'lo-1'])).machines[0]?.outcome).toBe('changed')
  expect(await flock.on('lo-1', 'readlink /etc/hello/greeting; cat /srv/real/greeting')).toBe(
    '/srv/real/greeting\nThrough a link\n',
  )
})

test('configure puts back what somebody changed by hand', async () => {
  await flock.on('lo-1', 'echo by hand >/etc/motd; chmod 666 /opt/hello/answer')
  const plan = await flock.report(['preview', 'lo-1'])
  expect(JSON.stringify(plan.machines[0]?.data)).toContain('-by hand')
  const { machines } = await flock.report(['configure', 'lo-1'])
  expect(machines[0]?.message).toContain('changed 2 files')
  expect(await flock.on('lo-1', 'stat -c %a /opt/hello/answer')).toBe('755\n')
})

test('configure applies the approved plan and refuses any other', async () => {
  flock.ops.push({ 'config/machines/lo-demo/greeting': 'Approved\n' }, 'to be approved')
  const planned = await flock.report(['preview', 'lo-demo'])
  const { digest = '' } = (planned.machines[0]?.data ?? {}) as { readonly digest?: string }
  const refused = await flock.report(['configure', 'lo-demo', '--plan-digest', '0'.repeat(64)])
  expect(refused.machines[0]).toMatchObject({ outcome: 'failed', reason: 'plan-changed' })
  expect(refused.exitCode).toBe(2)
  expect(await flock.on('lo-demo', 'cat /etc/hello/greeting')).toBe('Good day\n')
  const done = await flock.report(['configure', 'lo-demo', '--plan-digest', digest])
  expect(done.machines[0]?.outcome).toBe('changed')
})

test('configure holds each of several machines to its own approved plan', async () => {
  const both = ['lo-1', 'lo-demo'] as const
  flock.ops.push(
    Object.fromEntries(both.map((name) => [`config/machines/${name}/greeting`, 'Approved for both\n'])),
    'for both',
  )
  const { machines } = await flock.report(['preview', ...both])
  const digests = machines.map(
    ({ machine, data }) => `${machine}=${(data as { readonly digest: string }).digest}`,
  )
  const one = await flock.report(['configure', ...both, '--plan-digest', digests[0] ?? ''])
  expect(one).toMatchObject({ exitCode: 2, reason: 'plan-changed', machines: [] })
  expect(one.message).toContain('lo-demo: no plan of it was approved')
  const done = await flock.report(['configure', ...both, '--plan-digest', digests.join(' ')])
  expect(done.exitCode, done.ran.stdout).toBe(0)
  const again = await flock.report(['configure', ...both, '--plan-digest', digests.join(' ')])
  expect(again.exitCode).toBe(2)
  expect(new Set(again.machines.map(({ reason }) => reason))).toContain('plan-changed')
})

test('two runs of configure at once on one machine both end well, and none is half done', async () => {
  flock.ops.push({ 'config/machines/lo-demo/greeting': 'Twice\n' }, 'twice')
  const ends = await Promise.all([
    flock.report(['configure', 'lo-demo']),
    flock.report(['configure', 'lo-demo']),
  ])
  const outcomes = ends.map(({ machines }) => machines[0]?.reason).sort()
  // The second run may observe the machine before or after the first has changed it.
  expect([
    ['already-so', 'done'],
    ['done', 'machine-changed'],
  ]).toContainEqual(outcomes)
  expect(await flock.on('lo-demo', 'cat /etc/hello/greeting')).toBe('Twice\n')
})

test('run distinguishes an exit status from a signal', async () => {
  const failed = await flock.report(['run', 'lo-1', '--', 'exit 7'])
  expect(failed.machines[0]).toMatchObject({
    outcome: 'failed',
    reason: 'command-failed',
    message: 'the command exited with 7',
  })
  const killed = await flock.report(['run', 'lo-1', '--', 'kill -9 $$'])
  expect(killed.machines[0]).toMatchObject({
    outcome: 'failed',
    reason: 'killed',
    message: 'the command was ended by SIGKILL',
  })
  expect(killed.exitCode).toBe(1)
})

test('run shows each line with its machine, made harmless', async () => {
  const ran = await flock.cli([
    'run',
    'lo-1',
    'lo-demo',
    '--',
    'echo "::error::boo"; printf "\\033[31mred\\n"; hostname',
  ])
  expect(ran.code).toBe(0)
  expect(ran.stderr + ran.stdout).not.toContain('\u001b[31m')
  expect((ran.stderr + ran.stdout).split('\n').filter((line) => line.startsWith('::'))).toEqual([])
  expect(ran.stderr).toMatch(/lo-demo.*lo-demo/)
})

test('list shows what is desired, what exists and what was applied', async () => {
  const { machines } = await flock.report(['list'])
  expect(machines.map(({ machine, data }) => [machine, presenceOf(data)])).toEqual([
    ['lo-1', 'running'],
    ['lo-2', 'absent'],
    ['lo-demo', 'running'],
  ])
  expect(machines[0]?.data).toMatchObject({ provider: 'local', applied: { outcome: 'changed' } })
})

test('history reads the ledger, newest first, for one machine', async () => {
  const { data } = await flock.report(['history', 'lo-demo', '--limit', '3'])
  const events = data as readonly { machine: string; time: string }[]
  expect(events).toHaveLength(3)
  expect(new Set(events.map(({ machine }) => machine))).toEqual(new Set(['lo-demo']))
  expect([...events].sort((a, b) => (a.time < b.time ? 1 : -1))).toEqual(events)
})

test('connect opens a shell with the pinned key and no other', async () => {
  const ran = await flock.cli(['connect', 'lo-1'], { input: 'hostname; exit 0\n' })
  expect(ran.stdout).toContain('lo-1')
  expect(ran.code).toBe(0)
  expect(existsSync(join(process.env.HOME ?? '/root', '.ssh', 'known_hosts.old'))).toBe(false)
})

test('provision starts a machine that is stopped, with its files and its key', async () => {
  const before = flock.ops.read('machines/lo-demo/machine.json')
  await flock.cli(['run', 'lo-demo', '--', 'echo kept >/root/kept; systemctl poweroff'])
  let presence = ''
  for (let tries = 0; tries < 60 && presence !== 'stopped'; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    const { machines } = await flock.report(['list', 'lo-demo'])
    presence = presenceOf(machines[0]?.data)
  }
  expect(presence).toBe('stopped')
  const down = await flock.report(['configure', 'lo-demo'])
  expect(down.machines[0]).toMatchObject({ outcome: 'unreachable', reason: 'unreachable' })
  expect(down.exitCode).toBe(3)
  expect((await flock.report(['provision', 'lo-demo'])).machines[0]?.outcome).toBe('changed')
  expect(await flock.on('lo-demo', 'cat /root/kept')).toBe('kept\n')
  expect(JSON.parse(flock.ops.read('machines/lo-demo/machine.json')).hostKeys).toEqual(
    JSON.parse(before).hostKeys,
  )
})

test('terminate requires the names typed again, terminates once, and succeeds the second time', async () => {
  const wrong = await flock.action({ operation: 'terminate', machines: 'lo-demo', confirm: 'lo-dmeo' })
  expect(wrong.code).toBe(2)
  expect(wrong.outputs.get('reason-code')).toBe('not-confirmed')
  const unasked = await flock.report(['terminate', 'lo-demo'])
  expect(unasked).toMatchObject({ exitCode: 2, reason: 'not-confirmed' })
  const ended = await flock.action({ operation: 'terminate', machines: 'lo-demo', confirm: 'lo-demo' })
  expect(ended.code, ended.stdout).toBe(0)
  expect(() => flock.ops.read('machines/lo-demo/machine.json')).toThrow()
  expect(flock.ops.read('machines/lo-demo/captured/etc/hello/greeting')).toBeTruthy()
  const again = await flock.report(['terminate', 'lo-demo', '--yes'])
  expect(again.machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
  const gone = await flock.report(['configure', 'lo-demo'])
  expect(gone.machines[0]).toMatchObject({ outcome: 'failed', reason: 'not-provisioned' })
})
