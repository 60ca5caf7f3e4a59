import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { useTransientBench, waitFor } from '../support/transient-bench.ts'
import { runTransientOnce } from '../support/transient-runner.ts'

const bench = useTransientBench('t-transient')
const { begin, work } = bench

const folder = '/var/lib/drover/transient/code/now'
const unit = 'drover-code.service'

test('the input of the work is removed after it, and its output stays', async () => {
  await runTransientOnce(
    work({
      script: 'cat secret/token | wc -c; exit 0',
      files: [{ path: 'secret/token', mode: 0o600, bytes: Buffer.from('sesame-4711') }],
    }),
  )
  expect(await bench.flock.on('lo-1', `ls ${folder} && cat ${folder}/exit`)).toBe(
    'ended.sh\nexit\nholder\nkey\noutput\nrun\nunit.sh\nsuccess exited 0\n',
  )
  expect(
    await bench.flock.on(
      'lo-1',
      'grep -rl sesame-4711 /var/lib/drover; stat -c %a /var/lib/drover/transient/code',
    ),
  ).toBe('700\n')
})

test('the work goes on when the process that began it is killed, and a second run joins it', async () => {
  const run = work({
    script: 'echo one; while [ ! -e /root/go ]; do sleep 0.1; done; echo two; rm /root/go',
    key: 'joined',
  })
  const here = import.meta.dirname
  const child = spawn(process.execPath, [
    '--import',
    join(here, '../support/typescript-loader.mjs'),
    join(here, 'transient-process.ts'),
    JSON.stringify(run),
  ])
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    said += String(chunk)
  })
  await waitFor(async () => said.includes('one\n'), 'the process').catch((error) => {
    throw new Error(said, { cause: error })
  })
  child.kill('SIGKILL')
  const second = begin({ script: 'echo another; exit 1', key: 'joined' })
  await second.until('one')
  expect(await bench.flock.on('lo-1', `systemctl is-active ${unit}`)).toBe('active\n')
  await bench.flock.on('lo-1', 'touch /root/go')
  expect(await second.ended).toMatchObject({
    code: 0,
    lines: ['one', 'two'],
    steps: expect.arrayContaining(['follow the code that already runs']),
  })
})

test('other work of the same kind waits, and is refused when it has waited long enough', async () => {
  const first = begin({ script: 'echo on; sleep 8' })
  await first.until('on')
  const impatient = await runTransientOnce(work({ script: 'true', lockWaitSeconds: 2 }))
  expect(impatient).toMatchObject({
    reason: 'machine-locked',
    message: expect.stringMatching(/of anna, on lo-1/),
  })
  const patient = await runTransientOnce(work({ script: 'echo after' }))
  expect(patient).toMatchObject({ code: 0, lines: ['after'] })
  expect(patient.steps.join('\n')).toMatch(/wait for run t\d+ of anna, on lo-1/)
  expect(await first.ended).toMatchObject({ code: 0 })
})

test('work of another kind waits for the lock of the machine', async () => {
  const first = begin({ script: 'echo on; sleep 6' })
  await first.until('on')
  const [impatient, patient] = await Promise.all([
    runTransientOnce(work({ kind: 'update', script: 'true', lockWaitSeconds: 1 })),
    runTransientOnce(work({ kind: 'baseline', script: 'echo after' })),
  ])
  expect(impatient).toMatchObject({ reason: 'machine-locked', lines: [] })
  expect(patient).toMatchObject({ code: 0, lines: ['after'] })
  expect(patient.steps.join('\n')).toMatch(/wait for run t\d+ of anna/)
})

test.each([
  ['all of the unit', `systemctl kill -s KILL ${unit}`],
  ['the first process', `kill -9 $(systemctl show -p MainPID --value ${unit})`],
  ['the unit by systemctl', `systemctl stop ${unit}`],
])('a kill of %s is a failure, leaves no process, and the next run starts anew', async (_what, kill) => {
  const run = begin({ script: 'echo begun; sleep 4711', key: 'killed' })
  await run.until('begun')
  await bench.flock.on('lo-1', kill)
  expect(await run.ended).toMatchObject({ reason: 'killed', lines: ['begun'] })
  expect(
    await bench.flock.on(
      'lo-1',
      'pgrep -f "sleep 4711$"; ls /var/lib/drover/transient/code/now/files 2>/dev/null',
    ),
  ).toBe('')
  const next = await runTransientOnce(work({ script: 'echo anew', key: 'killed' }))
  expect(next).toMatchObject({ code: 0, lines: ['anew'] })
})

test('work that takes too long is ended, and the message says so', async () => {
  const end = await runTransientOnce(
    work({ script: 'trap "" TERM; echo begun; sleep 4711', timeoutSeconds: 2 }),
  )
  expect(end).toMatchObject({ reason: 'timed-out', lines: ['begun'] })
  expect(await bench.flock.on('lo-1', 'pgrep -f "sleep 4711$"')).toBe('')
})

test('a cancelled run stops following at once, and the work goes on', async () => {
  const cancelling = new AbortController()
  const run = begin({ script: 'echo begun; sleep 3; touch /root/finished', signal: cancelling.signal })
  await run.until('begun')
  const startedMs = performance.now()
  cancelling.abort(new Error('enough'))
  expect(await run.ended).toMatchObject({
    reason: 'cancelled',
    hint: expect.stringContaining('finishes by itself'),
  })
  expect(performance.now() - startedMs).toBeLessThan(1000)
  await waitFor(async () => (await bench.flock.on('lo-1', 'ls /root/finished')) !== '', 'the work')
})

test('a machine without systemd is refused', async () => {
  await bench.flock.on('lo-1', 'mv /run/systemd/system /run/systemd/away')
  const end = await runTransientOnce(work({ script: 'true' }))
  await bench.flock.on('lo-1', 'mv /run/systemd/away /run/systemd/system')
  expect(end).toMatchObject({
    reason: 'missing-tool',
    message: 'lo-1: code: the machine does not run systemd',
  })
})

test('a change of files waits while long work runs', async () => {
  bench.flock.ops.push({ 'config/machines/lo-1/greeting': 'After the work\n' }, 'waits')
  const run = begin({ script: 'echo begun; sleep 8; cat /etc/hello/greeting' })
  await run.until('begun')
  const configured = await bench.flock.cli(['configure', 'lo-1'])
  expect(configured.code, configured.stderr).toBe(0)
  expect(configured.stderr).toMatch(/wait for run t\d+ of anna, on lo-1/)
  expect((await run.ended).lines).toEqual(['begun', 'Hello from lo-1'])
  expect(await bench.flock.on('lo-1', 'cat /etc/hello/greeting')).toBe('After the work\n')
})

test('long work waits while a change of files is under way', async () => {
  bench.flock.ops.push({ 'config/machines/lo-1/greeting': 'Before the work\n' }, 'held')
  await bench.flock.on('lo-1', 'mkdir -p /run/drover/hold && touch /run/drover/hold/swapped')
  const configuring = bench.flock.report(['configure', 'lo-1'])
  await waitFor(
    async () => (await bench.flock.on('lo-1', 'cat /var/lib/drover/tx/*/point')).includes('swapped'),
    'the change',
  )
  const run = begin({ script: 'cat /etc/hello/greeting' })
  await waitFor(
    async () => (await bench.flock.on('lo-1', `grep -c waiting ${folder}/output`)) === '1\n',
    'the work that waits',
  )
  await bench.flock.on('lo-1', 'rm /run/drover/hold/swapped')
  expect((await configuring).machines[0]).toMatchObject({ outcome: 'changed' })
  const end = await run.ended
  expect(end).toMatchObject({ code: 0, lines: ['Before the work'] })
  expect(end.steps.join('\n')).toMatch(/wait for run local-\S+ of/)
})

test('a change that was cut off is undone before the work begins', async () => {
  bench.flock.ops.push({ 'config/machines/lo-1/greeting': 'Half done\n' }, 'cut off')
  await bench.flock.on('lo-1', 'touch /run/drover/hold/swapped')
  const configuring = bench.flock.report(['configure', 'lo-1'])
  await waitFor(
    async () => (await bench.flock.on('lo-1', 'cat /var/lib/drover/tx/*/point')).includes('swapped'),
    'the change',
  )
  await bench.flock.on('lo-1', 'kill -9 $(cat /var/lib/drover/tx/*/supervisor)')
  const end = await runTransientOnce(
    work({ script: 'cat /etc/hello/greeting; readlink /var/lib/drover/current' }),
  )
  expect(end.lines).toEqual(['Before the work'])
  await bench.flock.on('lo-1', 'rm -f /run/drover/hold/swapped')
  expect((await configuring).machines[0]).toMatchObject({ outcome: 'rolled-back' })
})

test('a reboot in the middle is reported as a failure, and the next run starts anew', async () => {
  const run = begin({ script: 'echo begun; sleep 4711', key: 'rebooted' })
  await run.until('begun')
  await bench.flock.report(['reboot', 'lo-1'])
  expect(await run.ended).toMatchObject({ reason: 'killed', lines: ['begun'] })
  const next = await runTransientOnce(work({ script: 'echo anew', key: 'rebooted' }))
  expect(next).toMatchObject({ code: 0, lines: ['anew'] })
})

test('the input of work on a machine that loses its power is removed afterwards', async () => {
  const run = begin({
    script: 'echo begun; sleep 4711',
    files: [{ path: 'token', mode: 0o600, bytes: Buffer.from('sesame-0815') }],
  })
  await run.until('begun')
  await bench.flock.on(
    'lo-1',
    `sync; systemd-run --on-active=1 --timer-property=AccuracySec=100ms systemctl reboot --force --force`,
  )
  expect(await run.ended).toMatchObject({ reason: 'killed', lines: ['begun'] })
  expect(await bench.flock.on('lo-1', 'grep -rl sesame-0815 /var/lib/drover')).toBe('')
})
