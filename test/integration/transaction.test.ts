import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'

let flock: LocalFlock

beforeAll(async () => {
  flock = await makeLocalFlock('t-tx')
  const made = await flock.report(['create', 'lo-1'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
})

afterAll(async () => {
  await flock?.remove()
})

const greeting = 'config/machines/lo-1/greeting'
const read = 'cat /etc/hello/greeting'
const leftovers = 'find / -xdev -name ".drover-*"; ls /var/lib/drover/tx; readlink /var/lib/drover/current'

async function configure(
  ...words: readonly string[]
): Promise<{ outcome: string; reason: string; message: string }> {
  const { machines } = await flock.report(['configure', 'lo-1', ...words])
  const [machine] = machines
  if (machine === undefined) throw new Error('no outcome')
  return machine
}

/** Waits until a transaction is at a point where it was told to wait. */
async function heldAt(point: string): Promise<void> {
  const at = `for i in $(seq 100); do grep -qsx ${point} /var/lib/drover/tx/*/point && exit 0; sleep 0.1; done; exit 1`
  const { machines } = await flock.report(['run', 'lo-1', '--', at])
  expect(machines[0]?.outcome).toBe('ok')
}

test('a check that fails takes the change back', async () => {
  const text = flock.ops.read('flock.yml')
  flock.ops.push(
    {
      'flock.yml': text.replace(
        '    checks:',
        '    checks:\n      polite: grep -q Hello /etc/hello/greeting',
      ),
      [greeting]: 'Go away\n',
    },
    'a check',
  )
  expect(await configure()).toMatchObject({ outcome: 'rolled-back', reason: 'check-failed' })
  expect(await flock.on('lo-1', read)).toBe('Hello from lo-1\n')
  flock.ops.push({ 'flock.yml': text, [greeting]: undefined }, 'without it')
})

test('a program that is killed leaves the machine to put the old files back by itself', async () => {
  flock.ops.push({ [greeting]: 'Killed\n' }, 'to be killed')
  await flock.on('lo-1', 'mkdir -p /run/drover/hold && touch /run/drover/hold/swapped')
  const running = configure()
  await heldAt('swapped')
  expect(await flock.on('lo-1', read)).toBe('Killed\n')
  await flock.on('lo-1', 'kill -9 $(cat /var/lib/drover/tx/*/supervisor); rm /run/drover/hold/swapped')
  expect(await running).toMatchObject({ outcome: 'rolled-back', reason: 'connection-lost' })
  expect(await flock.on('lo-1', read)).toBe('Hello from lo-1\n')
  expect(await flock.on('lo-1', leftovers)).toBe('')
  expect(await configure()).toMatchObject({ outcome: 'changed' })
})

test('a configuration that cuts SSH is taken back, because nobody could confirm it', async () => {
  flock.ops.push(
    {
      'config/machines/lo-1/files.yml':
        'files:\n  - destination: /etc/ssh/sshd_config.d/cut.conf\n    source: cut.conf\n    after: restart ssh\n',
      'config/machines/lo-1/cut.conf': 'ListenAddress 127.0.0.1\n',
    },
    'sshd on loopback only',
  )
  const startedMs = performance.now()
  expect(await configure()).toMatchObject({ outcome: 'rolled-back', reason: 'unconfirmed' })
  expect(performance.now() - startedMs).toBeLessThan(45_000)
  expect(await flock.on('lo-1', 'ls /etc/ssh/sshd_config.d/cut.conf 2>&1')).toContain('No such file')
  flock.ops.push(
    { 'config/machines/lo-1/files.yml': undefined, 'config/machines/lo-1/cut.conf': undefined },
    'take it back',
  )
})

test('a change that starts sshd again is confirmed all the same', async () => {
  flock.ops.push(
    {
      'config/machines/lo-1/files.yml':
        'files:\n  - destination: /etc/ssh/sshd_config.d/fine.conf\n    source: fine.conf\n    after: restart ssh\n',
      'config/machines/lo-1/fine.conf': 'MaxAuthTries 5\n',
    },
    'a fine sshd configuration',
  )
  expect(await configure()).toMatchObject({ outcome: 'changed' })
})

test('a file that left the manifest is removed, and one that Drover did not put there stays', async () => {
  flock.ops.push(
    {
      'config/machines/lo-1/files.yml':
        'files:\n  - destination: /opt/extra/one.conf\n    source: one.conf\n',
      'config/machines/lo-1/one.conf': 'one\n',
    },
    'one more file',
  )
  expect(await configure()).toMatchObject({ outcome: 'changed' })
  await flock.on('lo-1', 'echo mine >/opt/extra/two.conf')
  flock.ops.push(
    { 'config/machines/lo-1/files.yml': undefined, 'config/machines/lo-1/one.conf': undefined },
    'one file less',
  )
  expect((await configure()).message).toContain('removed 1 file')
  expect(await flock.on('lo-1', 'ls /opt/extra')).toBe('two.conf\n')
})

test('--rollback undoes the last changes one after another, and says when none is left', async () => {
  flock.ops.push({ [greeting]: 'First\n' }, 'first')
  await configure()
  flock.ops.push({ [greeting]: 'Second\n' }, 'second')
  await configure()
  expect((await configure('--rollback')).message).toContain('undid the last change')
  expect(await flock.on('lo-1', read)).toBe('First\n')
  await configure('--rollback')
  expect(await flock.on('lo-1', read)).toBe('Killed\n')
  const undos = await flock.on('lo-1', 'ls /var/lib/drover/undo | wc -l')
  for (let left = Number(undos); left > 0; left--) await configure('--rollback')
  expect(await configure('--rollback')).toMatchObject({ outcome: 'failed', reason: 'nothing-to-undo' })
})

test('--rollback undoes the newest change although the clock of the machine went back', async () => {
  flock.ops.push({ [greeting]: 'Before the clock\n' }, 'before the clock')
  await configure()
  await flock.on('lo-1', 'cd /var/lib/drover/undo && mv "$(ls | tail -n 1)" 9999999998-from-the-future')
  flock.ops.push({ [greeting]: 'After the clock\n' }, 'after the clock')
  await configure()
  expect((await configure('--rollback')).message).toContain('undid the last change')
  expect(await flock.on('lo-1', read)).toBe('Before the clock\n')
  await flock.on('lo-1', 'rm -r /var/lib/drover/undo')
})

test('--rollback does not overwrite what somebody changed since', async () => {
  expect(await configure()).toMatchObject({ outcome: 'changed' })
  await flock.on('lo-1', 'echo by hand >/etc/hello/greeting')
  expect(await configure('--rollback')).toMatchObject({ outcome: 'failed', reason: 'machine-changed' })
  expect(await flock.on('lo-1', read)).toBe('by hand\n')
})

test('--to puts the files of an earlier commit, and names a commit that does not exist', async () => {
  const first = flock.ops.push({ [greeting]: 'Earlier\n' }, 'earlier')
  flock.ops.push({ [greeting]: 'Later\n' }, 'later')
  await configure()
  expect(await configure('--to', first)).toMatchObject({ outcome: 'changed' })
  expect(await flock.on('lo-1', read)).toBe('Earlier\n')
  expect(await flock.on('lo-1', 'grep -c . /etc/drover/stamp.json; cat /etc/drover/stamp.env')).toContain(
    first,
  )
  const missing = await flock.report(['configure', 'lo-1', '--to', '1'.repeat(40)])
  expect(missing).toMatchObject({ exitCode: 2, reason: 'commit-missing' })
})

test('a run that waits for the lock says for whom, and then does its own change', async () => {
  flock.ops.push({ [greeting]: 'Held\n' }, 'held')
  await flock.on('lo-1', 'touch /run/drover/hold/stage')
  const first = configure()
  await heldAt('stage')
  const second = flock.cli(['configure', 'lo-1'])
  await new Promise((resolve) => setTimeout(resolve, 3000))
  await flock.on('lo-1', 'rm /run/drover/hold/stage')
  expect(await first).toMatchObject({ outcome: 'changed' })
  const contender = await second
  expect(contender.stderr).toMatch(/wait for run local-\S+ of \S+, on lo-1/)
  expect(contender.code).toBe(0)
})

test('verify reports drift and a check that does not hold, and changes nothing', async () => {
  expect(await configure()).not.toMatchObject({ outcome: 'failed' })
  const verify = async (): Promise<unknown> => (await flock.report(['verify', 'lo-1'])).machines[0]
  expect(await verify()).toMatchObject({ outcome: 'ok', reason: 'already-so' })
  await flock.on('lo-1', 'echo by hand >/etc/hello/greeting')
  const drifted = await flock.report(['verify', 'lo-1'])
  expect(drifted).toMatchObject({
    exitCode: 1,
    machines: [
      {
        outcome: 'failed',
        reason: 'drifted',
        message: 'differs from the branch: /etc/hello/greeting',
        data: { changes: [{ path: '/etc/hello/greeting', diff: expect.stringContaining('-by hand') }] },
      },
    ],
  })
  const text = flock.ops.read('flock.yml')
  flock.ops.push(
    { 'flock.yml': text.replace('    checks:', '    checks:\n      polite: "echo rude; exit 3"') },
    'a check that does not hold',
  )
  expect(await verify()).toMatchObject({
    reason: 'check-failed',
    message:
      'check polite failed: rude; "echo rude; exit 3" exited with 3; differs from the branch: /etc/hello/greeting',
    steps: expect.arrayContaining([
      expect.objectContaining({
        name: 'check polite',
        status: 'failed',
        detail: expect.stringContaining('rude'),
      }),
    ]),
  })
  expect(await flock.on('lo-1', read)).toBe('by hand\n')
  flock.ops.push({ 'flock.yml': text }, 'without it')
  expect(await configure()).toMatchObject({ outcome: 'changed' })
})

test('rotate gives a new host key, pins it and revokes the old one, for our sessions and for connect', async () => {
  const path = 'machines/lo-1/machine.json'
  const keysOf = (text: string): { hostKeys: string[]; revokedKeys?: string[] } => JSON.parse(text)
  const before = keysOf(flock.ops.read(path))
  const { machines, exitCode } = await flock.report(['rotate', 'lo-1'])
  expect(exitCode, machines[0]?.message).toBe(0)
  const after = keysOf(flock.ops.read(path))
  expect(after.hostKeys).toHaveLength(1)
  expect(after.hostKeys).not.toEqual(before.hostKeys)
  expect(after.revokedKeys).toEqual(before.hostKeys)
  expect((await flock.report(['provision', 'lo-1'])).machines[0]?.outcome).toBe('ok')
  expect(keysOf(flock.ops.read(path)).hostKeys).toEqual(after.hostKeys)
  expect((await flock.cli(['connect', 'lo-1'], { input: 'hostname\n' })).stdout).toContain('lo-1')
  expect(
    await flock.on('lo-1', 'ls /etc/ssh | grep -c -e next -e old; systemctl is-active drover-key-back.timer'),
  ).toBe('0\ninactive\n')
})
