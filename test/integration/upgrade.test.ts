import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'
import { checkOutBuild, type OlderBuild, type OlderRun } from '../support/older-build.ts'

// The last one whose machines carried changes out by shell.
const commit = 'c5f5f9a288b6c919a6c303095cd0fe3668ac4fef'
const greeting = 'config/machines/lo-1/greeting'
const read = 'cat /etc/hello/greeting'
const leftovers = 'find / -xdev -name ".drover-*"; ls /var/lib/drover/tx; readlink /var/lib/drover/current'
/** Nobody decides but the next run: the watch and what else systemd would do are gone. */
const alone =
  'systemctl stop "drover-watch-*.timer"; systemctl kill -s KILL "drover-watch-*"; kill -9 $(cat /var/lib/drover/tx/*/supervisor /var/lib/drover/tx/*/worker 2>/dev/null); rm -f /run/drover/hold/*'

let flock: LocalFlock
let older: OlderBuild

beforeAll(async () => {
  older = checkOutBuild(commit)
  flock = await makeLocalFlock('t-upgrade')
  const made = await flock.report(['create', 'lo-1'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
  await flock.on('lo-1', 'mkdir -p /run/drover/hold')
})

afterAll(async () => {
  await flock?.remove()
  older?.remove()
})

function configureByOlder(...words: readonly string[]): Promise<OlderRun> {
  const env = { ...flock.secrets, DROVER_SSH_KEY_FILE: flock.keyFile }
  return older.drover(['configure', 'lo-1', ...words], { cwd: flock.ops.clone, env })
}

async function configure(...words: readonly string[]): Promise<{ outcome: string; message: string }> {
  const { machines } = await flock.report(['configure', 'lo-1', ...words])
  const [machine] = machines
  if (machine === undefined) throw new Error('no outcome')
  return machine
}

/** Waits until a transaction stands at a point where it was told to wait. */
async function heldAt(point: string): Promise<void> {
  const at = `for i in $(seq 100); do grep -qsx ${point} /var/lib/drover/tx/*/point && exit 0; sleep 0.1; done; exit 1`
  const { machines } = await flock.report(['run', 'lo-1', '--', at])
  expect(machines[0]?.outcome).toBe('ok')
}

test('a machine that an older version configured is taken over, and its kept changes can be undone', async () => {
  flock.ops.push({ [greeting]: 'Older\n' }, 'by the older')
  expect(await configureByOlder()).toMatchObject({ code: 0 })
  flock.ops.push({ [greeting]: 'Older still\n' }, 'by the older again')
  expect(await configureByOlder()).toMatchObject({ code: 0 })
  expect((await configure('--rollback')).message).toContain('undid the last change')
  expect(await flock.on('lo-1', read)).toBe('Older\n')
  expect(await configure()).toMatchObject({ outcome: 'changed' })
  expect(await flock.on('lo-1', read)).toBe('Older still\n')
})

test.each(['stage', 'swap-next', 'swapped', 'commit', 'committed'])(
  'what an older version left at "%s" is undone by its own script, and the change made',
  async (point) => {
    const text = `Cut off at ${point}\n`
    flock.ops.push({ [greeting]: text }, 'cut off')
    await flock.on('lo-1', `touch /run/drover/hold/${point}`)
    const cut = configureByOlder()
    await heldAt(point)
    await flock.on('lo-1', alone)
    expect(await configure()).toMatchObject({ outcome: 'changed' })
    await cut
    expect(await flock.on('lo-1', read)).toBe(text)
    expect(await flock.on('lo-1', leftovers)).toBe('')
  },
)

test.each(['stage', 'swap-next', 'swapped', 'revert'])(
  'what this version left at "%s" is undone by an older one, and its change made',
  async (point) => {
    const text = `Cut off by the newer at ${point}\n`
    const manifest = flock.ops.read('flock.yml')
    const bad = manifest.replace('    checks:', '    checks:\n      bad: "false"')
    flock.ops.push(
      { [greeting]: text, ...(point === 'revert' ? { 'flock.yml': bad } : {}) },
      'cut off by the newer',
    )
    await flock.on('lo-1', `touch /run/drover/hold/${point}`)
    const cut = configure()
    await heldAt(point)
    await flock.on('lo-1', alone)
    flock.ops.push({ 'flock.yml': manifest }, 'its checks')
    expect(await configureByOlder()).toMatchObject({ code: 0 })
    await cut
    expect(await flock.on('lo-1', read)).toBe(text)
    expect(await flock.on('lo-1', leftovers)).toBe('')
  },
)

test('the unit that an older version left for a boot undoes a change of this one', async () => {
  flock.ops.push({ [greeting]: 'By the older\n' }, 'by the older')
  expect(await configureByOlder()).toMatchObject({ code: 0 })
  const unit = await flock.on('lo-1', 'cat /etc/systemd/system/drover-recover.service')
  expect(unit).toContain('script.sh')
  flock.ops.push({ [greeting]: 'Goes down\n' }, 'goes down')
  await flock.on('lo-1', 'touch /run/drover/hold/swapped')
  const cut = configure()
  await heldAt('swapped')
  expect(await flock.on('lo-1', read)).toBe('Goes down\n')
  await flock.on(
    'lo-1',
    `cat >/etc/systemd/system/drover-recover.service <<'END'\n${unit}END\nsystemctl daemon-reload`,
  )
  await flock.on('lo-1', `${alone}; systemctl start drover-recover.service`)
  expect(await flock.on('lo-1', read)).toBe('By the older\n')
  await cut
  expect(await configure()).toMatchObject({ outcome: 'changed' })
  expect(await flock.on('lo-1', leftovers)).toBe('')
})
