import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Identity } from '../../src/base/identity.js'
import { type CutProxy, startCutProxy } from '../support/cut-proxy.ts'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'
import { runTransientOnce, type TransientEnd, type TransientRun } from '../support/transient-runner.ts'

let flock: LocalFlock
let proxy: CutProxy
let identity: Identity

beforeAll(async () => {
  flock = await makeLocalFlock('t-transient')
  const made = await flock.report(['create', 'lo-1'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
  const known = JSON.parse(flock.ops.read('machines/lo-1/machine.json')) as Identity
  proxy = await startCutProxy(known.address, known.port)
  identity = { ...known, address: '127.0.0.1', port: proxy.port }
})

afterEach(() => proxy.open())

afterAll(async () => {
  await proxy?.close()
  await flock?.remove()
})

let count = 0
type Part = Partial<TransientRun> & Pick<TransientRun, 'script'>

function work(part: Part): TransientRun {
  count += 1
  return {
    kind: 'code',
    key: `key${count}`,
    files: [],
    timeoutSeconds: 60,
    lockWaitSeconds: 60,
    identity,
    keyFile: flock.keyFile,
    runId: `t${count}`,
    ...part,
  }
}

/** A run, and a word for each line that it told. */
function begin(part: Part): { readonly ended: Promise<TransientEnd>; until(line: string): Promise<void> } {
  const seen: string[] = []
  const ended = runTransientOnce({ ...work(part), onLine: (line) => void seen.push(line) })
  return { ended, until: (line) => waitFor(async () => seen.includes(line), line) }
}

async function waitFor(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const untilMs = performance.now() + 60_000
  while (!(await isSo())) {
    if (performance.now() > untilMs) throw new Error(`waited too long for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const numbers = (last: number): readonly string[] =>
  Array.from({ length: last }, (_, index) => String(index + 1))
const folder = '/var/lib/drover/transient/code/now'
const unit = 'drover-code.service'

test('the output comes whole and in order, with files at hand, and the exit status is that of the work', async () => {
  const end = await runTransientOnce(
    work({
      script:
        'seq 200000; cat greeting; stat -c %a greeting; umask; echo "$HOME"; printf "ü without newline"; exit 7',
      files: [{ path: 'greeting', mode: 0o600, bytes: Buffer.from('hello\n') }],
    }),
  )
  expect(end).toMatchObject({ code: 7, isLinkLost: false })
  expect(end.lines).toEqual([...numbers(200_000), 'hello', '600', '0022', '/root', 'ü without newline'])
})

test('what the work needed is gone after it, and what it printed stays', async () => {
  await runTransientOnce(
    work({
      script: 'cat secret/token | wc -c; exit 0',
      files: [{ path: 'secret/token', mode: 0o600, bytes: Buffer.from('sesame-4711') }],
    }),
  )
  expect(await flock.on('lo-1', `ls ${folder} && cat ${folder}/exit`)).toBe(
    'ended.sh\nexit\nholder\nkey\noutput\nrun\nunit.sh\nsuccess exited 0\n',
  )
  expect(
    await flock.on('lo-1', 'grep -rl sesame-4711 /var/lib/drover; stat -c %a /var/lib/drover/transient/code'),
  ).toBe('700\n')
})

test('bytes that are no text, long lines and silence do not end it', async () => {
  const end = await runTransientOnce(
    work({ script: `printf '\\377\\n'; head -c 50000 /dev/zero | tr '\\0' x; echo; sleep 15; echo done` }),
  )
  expect(end).toMatchObject({ code: 0, isLinkLost: false })
  expect(end.lines).toEqual(['\ufffd', 'x'.repeat(50_000), 'done'])
})

test('a link that is cut again and again loses nothing and tells nothing twice', async () => {
  const before = proxy.count()
  const run = begin({
    script: 'for i in $(seq 3000); do echo "$i"; [ $((i % 300)) -ne 0 ] || sleep 1; done; exit 3',
  })
  for (const line of ['300', '1200', '2100']) {
    await run.until(line)
    proxy.cut()
  }
  expect(await run.ended).toMatchObject({ code: 3, isLinkLost: true, lines: numbers(3000) })
  expect(proxy.count() - before).toBeGreaterThanOrEqual(4)
})

test('a link that is silent is given up and made anew', async () => {
  const run = begin({ script: 'echo first; sleep 50; echo last', timeoutSeconds: 100 })
  await run.until('first')
  proxy.silence()
  setTimeout(() => proxy.open(), 40_000)
  expect(await run.ended).toMatchObject({ code: 0, isLinkLost: true, lines: ['first', 'last'] })
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
  expect(await flock.on('lo-1', `systemctl is-active ${unit}`)).toBe('active\n')
  await flock.on('lo-1', 'touch /root/go')
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
  ['its first process', `kill -9 $(systemctl show -p MainPID --value ${unit})`],
  ['the unit, by systemctl', `systemctl stop ${unit}`],
])(
  '%s that is killed is a failure, nothing of it lives on, and the next run starts anew',
  async (_what, kill) => {
    const run = begin({ script: 'echo begun; sleep 4711', key: 'killed' })
    await run.until('begun')
    await flock.on('lo-1', kill)
    expect(await run.ended).toMatchObject({ reason: 'killed', lines: ['begun'] })
    expect(
      await flock.on(
        'lo-1',
        'pgrep -f "sleep 4711$"; ls /var/lib/drover/transient/code/now/files 2>/dev/null',
      ),
    ).toBe('')
    const next = await runTransientOnce(work({ script: 'echo anew', key: 'killed' }))
    expect(next).toMatchObject({ code: 0, lines: ['anew'] })
  },
)

test('work that takes too long is ended, and says so', async () => {
  const end = await runTransientOnce(
    work({ script: 'trap "" TERM; echo begun; sleep 4711', timeoutSeconds: 2 }),
  )
  expect(end).toMatchObject({ reason: 'timed-out', lines: ['begun'] })
  expect(await flock.on('lo-1', 'pgrep -f "sleep 4711$"')).toBe('')
})

test('a cancelled run stops to follow at once, and the work goes on', async () => {
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
  await waitFor(async () => (await flock.on('lo-1', 'ls /root/finished')) !== '', 'the work')
})

test('a transfer that is cut off leaves nothing, and is made again', async () => {
  const bytes = Buffer.alloc(12 * 1024 * 1024, 'sesame-1234 ')
  const before = proxy.count()
  proxy.cutAfter(6 * 1024 * 1024)
  const end = await runTransientOnce(
    work({ script: 'wc -c <large', files: [{ path: 'large', mode: 0o600, bytes }] }),
  )
  expect(end).toMatchObject({ code: 0, isLinkLost: true, lines: [String(bytes.length)] })
  expect(proxy.count() - before).toBe(2)
  expect(await flock.on('lo-1', 'ls -d /var/lib/drover/transient/code/incoming-* 2>/dev/null')).toBe('')
  expect(await flock.on('lo-1', 'grep -rl sesame-1234 /var/lib/drover')).toBe('')
})

test('a machine without systemd is refused', async () => {
  await flock.on('lo-1', 'mv /run/systemd/system /run/systemd/away')
  const end = await runTransientOnce(work({ script: 'true' }))
  await flock.on('lo-1', 'mv /run/systemd/away /run/systemd/system')
  expect(end).toMatchObject({
    reason: 'missing-tool',
    message: 'lo-1: code: the machine does not run systemd',
  })
})

test('a change of files waits while long work runs', async () => {
  flock.ops.push({ 'config/machines/lo-1/greeting': 'After the work\n' }, 'waits')
  const run = begin({ script: 'echo begun; sleep 8; cat /etc/hello/greeting' })
  await run.until('begun')
  const configured = await flock.cli(['configure', 'lo-1'])
  expect(configured.code, configured.stderr).toBe(0)
  expect(configured.stderr).toMatch(/wait for run t\d+ of anna, on lo-1/)
  expect((await run.ended).lines).toEqual(['begun', 'Hello from lo-1'])
  expect(await flock.on('lo-1', 'cat /etc/hello/greeting')).toBe('After the work\n')
})

test('long work waits while a change of files is under way', async () => {
  flock.ops.push({ 'config/machines/lo-1/greeting': 'Before the work\n' }, 'held')
  await flock.on('lo-1', 'mkdir -p /run/drover/hold && touch /run/drover/hold/swapped')
  const configuring = flock.report(['configure', 'lo-1'])
  await waitFor(
    async () => (await flock.on('lo-1', 'cat /var/lib/drover/tx/*/point')).includes('swapped'),
    'the change',
  )
  const run = begin({ script: 'cat /etc/hello/greeting' })
  await waitFor(
    async () => (await flock.on('lo-1', `grep -c waiting ${folder}/output`)) === '1\n',
    'the work that waits',
  )
  await flock.on('lo-1', 'rm /run/drover/hold/swapped')
  expect((await configuring).machines[0]).toMatchObject({ outcome: 'changed' })
  const end = await run.ended
  expect(end).toMatchObject({ code: 0, lines: ['Before the work'] })
  expect(end.steps.join('\n')).toMatch(/wait for run local-\S+ of/)
})

test('a change that was cut off is undone before the work begins', async () => {
  flock.ops.push({ 'config/machines/lo-1/greeting': 'Half done\n' }, 'cut off')
  await flock.on('lo-1', 'touch /run/drover/hold/swapped')
  const configuring = flock.report(['configure', 'lo-1'])
  await waitFor(
    async () => (await flock.on('lo-1', 'cat /var/lib/drover/tx/*/point')).includes('swapped'),
    'the change',
  )
  await flock.on('lo-1', 'kill -9 $(cat /var/lib/drover/tx/*/supervisor)')
  const end = await runTransientOnce(
    work({ script: 'cat /etc/hello/greeting; readlink /var/lib/drover/current' }),
  )
  expect(end.lines).toEqual(['Before the work'])
  await flock.on('lo-1', 'rm -f /run/drover/hold/swapped')
  expect((await configuring).machines[0]).toMatchObject({ outcome: 'rolled-back' })
})

test('a reboot in the middle is a failure that says so, and the next run starts anew', async () => {
  const run = begin({ script: 'echo begun; sleep 4711', key: 'rebooted' })
  await run.until('begun')
  await flock.report(['reboot', 'lo-1'])
  expect(await run.ended).toMatchObject({ reason: 'killed', lines: ['begun'] })
  const next = await runTransientOnce(work({ script: 'echo anew', key: 'rebooted' }))
  expect(next).toMatchObject({ code: 0, lines: ['anew'] })
})

test('a machine that loses its power in the middle: what the work needed is taken away after', async () => {
  const run = begin({
    script: 'echo begun; sleep 4711',
    files: [{ path: 'token', mode: 0o600, bytes: Buffer.from('sesame-0815') }],
  })
  await run.until('begun')
  await flock.on(
    'lo-1',
    `sync; systemd-run --on-active=1 --timer-property=AccuracySec=100ms systemctl reboot --force --force`,
  )
  expect(await run.ended).toMatchObject({ reason: 'killed', lines: ['begun'] })
  expect(await flock.on('lo-1', 'grep -rl sesame-0815 /var/lib/drover')).toBe('')
})
