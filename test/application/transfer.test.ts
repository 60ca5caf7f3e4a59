import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'
import { runCli } from '../support/run-drover.ts'

let flock: LocalFlock
let folder: string
let identity: string

beforeAll(async () => {
  const key = (await runCli(['seal-key'])).stdout
  identity = key.split('\n')[1] ?? ''
  flock = await makeLocalFlock('t-move', { DROVER_SEAL_KEY: key })
  folder = join(flock.folder, 'files')
  mkdirSync(folder)
  const made = await flock.report(['create', 'lo-1', 'lo-demo'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
})

afterAll(async () => {
  await flock?.remove()
})

interface Saved {
  readonly file: string
  readonly size: number
  readonly sha256: string
  readonly warnings: readonly string[]
}

const saved = (data: unknown): Saved => data as Saved
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Decrypts and unpacks as the documentation says, with the library in place of the program. */
async function restore(file: string, to: string): Promise<void> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const archive = await decrypter.decrypt(readFileSync(file))
  mkdirSync(to, { recursive: true })
  execFileSync('tar', ['-xz', '-C', to], { input: archive })
}

function lastEvent(operation: string): Record<string, unknown> {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/')
  const events = flock.ops
    .read(`log/${day}.jsonl`)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  return events.findLast((event) => event.operation === operation) ?? {}
}

test('backup leaves an encrypted archive of each machine, for its owner only, and says so in the log', async () => {
  await flock.on(
    'lo-1',
    'mkdir -p /srv/data && echo precious >"/srv/data/a b" && ln -sfn /srv/data /srv/link',
  )
  await flock.on('lo-demo', 'mkdir -p /srv/data && echo other >/srv/data/c && rm -f /srv/link')
  const words = ['--paths', '/srv/data /etc/hello /srv/link?', '--to', folder]
  const { machines, ran } = await flock.report(['backup', 'lo-1', 'lo-demo', ...words])
  expect(ran.code, ran.stdout).toBe(0)
  for (const { machine, data } of machines) {
    const { file, size, sha256: digest } = saved(data)
    expect(file).toMatch(new RegExp(`^${folder}/backups/${machine}-\\d{8}T\\d{9}Z\\.tar\\.gz\\.age$`))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(file).size).toBe(size)
    expect(sha256(readFileSync(file))).toBe(digest)
  }
  const [one, demo] = machines.map(({ data }) => saved(data).file)
  await restore(one ?? '', join(folder, 'one'))
  await restore(demo ?? '', join(folder, 'demo'))
  expect(readFileSync(join(folder, 'one/srv/data/a b'), 'utf8')).toBe('precious\n')
  expect(readFileSync(join(folder, 'demo/srv/data/c'), 'utf8')).toBe('other\n')
  expect(readFileSync(join(folder, 'one/etc/hello/greeting'), 'utf8')).toBe('Hello from lo-1\n')
  expect(existsSync(join(folder, 'demo/srv/link'))).toBe(false)
  const event = lastEvent('backup')
  expect(event).toMatchObject({ paths: ['/srv/data', '/etc/hello', '/srv/link'] })
  expect([one, demo]).toContain(event.file)
  expect(event.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('backup takes the target of a path that is a symlink', async () => {
  const { machines } = await flock.report(['backup', 'lo-1', '--paths', '/srv/link', '--to', folder])
  await restore(saved(machines[0]?.data).file, join(folder, 'link'))
  expect(readFileSync(join(folder, 'link/srv/data/a b'), 'utf8')).toBe('precious\n')
})

test('backup encrypts to other recipients than the seal key when they are given', async () => {
  const other = (await runCli(['seal-key'])).stdout
  const recipient = /age1\w+/.exec(other)?.[0] ?? ''
  const { machines } = await flock.report(
    ['backup', 'lo-1', '--paths', '/srv/data', '--to', folder, '--recipients', recipient],
    { env: { DROVER_SEAL_KEY: '' } },
  )
  const { file } = saved(machines[0]?.data)
  await expect(restore(file, join(folder, 'no'))).rejects.toThrow()
  const decrypter = new Decrypter()
  decrypter.addIdentity(other.split('\n')[1] ?? '')
  expect((await decrypter.decrypt(readFileSync(file))).length).toBeGreaterThan(0)
})

test.each([
  [
    'a path that is not there',
    ['--paths', '/srv/data /srv/nope /srv/neither'],
    1,
    /\/srv\/nope, \/srv\/neither/,
  ],
  ['optional paths of which none is there', ['--paths', '/srv/nope?'], 1, /none of the paths/],
  ['a path that is not absolute', ['--paths', 'srv/../etc'], 2, /not absolute/],
  ['no paths', [], 2, /--paths: is not given/],
  ['a recipient that is no key', ['--paths', '/srv/data', '--recipients', 'age1nope'], 2, /no recipient/],
])('backup refuses %s and leaves no file', async (_name, words, code, message) => {
  const to = join(folder, 'refused')
  const { ran } = await flock.report(['backup', 'lo-1', '--to', to, ...words])
  expect(ran.code, ran.stdout).toBe(code)
  expect(ran.stdout).toMatch(message)
  expect(existsSync(join(to, 'backups')) ? readdirSync(join(to, 'backups')) : []).toEqual([])
})

test('backup requires the seal key or recipients', async () => {
  const { exitCode, reason, hint } = await flock.report(['backup', 'lo-1', '--paths', '/srv/data'], {
    env: { DROVER_SEAL_KEY: '' },
  })
  expect({ exitCode, reason }).toEqual({ exitCode: 2, reason: 'missing-secret' })
  expect(hint).toContain('drover seal-key')
})

test('backup names the files that changed while they were read, and keeps what was read', async () => {
  await flock.on(
    'lo-1',
    'mkdir -p /srv/busy; head -c 20000000 /dev/urandom >/srv/busy/log; systemd-run --unit busy sh -c "while :; do date >>/srv/busy/log; sleep 0.01; done"',
  )
  const { machines, ran } = await flock.report(['backup', 'lo-1', '--paths', '/srv/busy', '--to', folder])
  await flock.on('lo-1', 'systemctl stop busy; rm -r /srv/busy')
  expect(ran.code, ran.stdout).toBe(0)
  expect(machines[0]?.message).toContain('file changed as we read it')
  expect(saved(machines[0]?.data).warnings).toHaveLength(1)
  await restore(saved(machines[0]?.data).file, join(folder, 'busy'))
})

test('backup keeps memory flat for a large archive, and leaves nothing when the connection is cut', async () => {
  await flock.on('lo-1', 'mkdir -p /srv/large; head -c 300000000 /dev/urandom >/srv/large/file')
  const to = join(folder, 'large')
  let highest = 0
  let timer: NodeJS.Timeout | undefined
  const words = ['backup', 'lo-1', '--paths', '/srv/large', '--to', to]
  const { machines, ran } = await flock.report(words, {
    onChild: ({ pid }) => {
      timer = setInterval(() => {
        const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : ''
        highest = Math.max(highest, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
      }, 200)
    },
  })
  clearInterval(timer)
  expect(ran.code, ran.stdout).toBe(0)
  expect(saved(machines[0]?.data).size).toBeGreaterThan(300_000_000)
  console.log(`highest RSS ${Math.round(highest / 1024)} MiB, ${Math.round(ran.durationMs)} ms`)
  expect(highest).toBeLessThan(300 * 1024)
  rmSync(saved(machines[0]?.data).file)

  const cut = flock.report(words)
  const parts = (): readonly string[] =>
    existsSync(join(to, 'backups')) ? readdirSync(join(to, 'backups')) : []
  while (parts().length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  expect(parts()[0]).toMatch(/\.part$/)
  await flock.on(
    'lo-1',
    "kill -9 $(ps -eo pid,ppid,args | awk '/[s]shd: root@notty/ {print $1}' | head -n 1)",
  )
  expect((await cut).machines[0]).toMatchObject({ outcome: 'failed', reason: 'connection-lost' })
  expect(parts()).toEqual([])
  await flock.on('lo-1', 'rm -r /srv/large')
}, 300_000)

test('a backup is restored on a machine by the commands of the documentation, with the program age', async () => {
  const installed = await flock.on(
    'lo-demo',
    '(apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -qy install --no-install-recommends age) >/dev/null 2>&1; age --version',
  )
  expect(installed).not.toBe('')
  const { machines } = await flock.report(['backup', 'lo-1', '--paths', '/srv/data', '--to', folder])
  const keyFile = join(folder, 'seal.key')
  writeFileSync(keyFile, `${identity}\n`)
  const { file } = saved(machines[0]?.data)
  for (const [from, to] of [
    [file, '/srv/backup.age'],
    [keyFile, '/srv/seal.key'],
  ] as const)
    expect((await flock.report(['upload', 'lo-demo', '--file', from, '--to', to])).exitCode).toBe(0)
  const restoring =
    'mkdir /srv/restored; age -d -i /srv/seal.key /srv/backup.age | tar -xz -C /srv/restored && cat "/srv/restored/srv/data/a b"'
  expect(await flock.on('lo-demo', restoring)).toBe('precious\n')
})

test('backup has an output of the action', async () => {
  const inputs = { operation: 'backup', machines: 'lo-1 lo-demo', paths: '/srv/data' }
  const ran = await flock.action(inputs)
  expect(ran.code, ran.stdout).toBe(0)
  const files = ran.outputs.get('files')?.split('\n') ?? []
  expect(files).toHaveLength(2)
  for (const file of files) expect(existsSync(file)).toBe(true)
})

const put = (...words: readonly string[]) => flock.report(['upload', ...words])
const source = (): string => join(folder, 'source')

test('upload puts a file on each machine, and finds it there the second time', async () => {
  writeFileSync(source(), Buffer.from('one\0two\n'))
  const words = [
    'lo-1',
    'lo-demo',
    '--file',
    source(),
    '--to',
    '/srv/put',
    '--mode',
    '0640',
    '--owner',
    'daemon',
  ]
  const { machines, ran } = await put(...words)
  expect(ran.code, ran.stdout).toBe(0)
  expect(machines.map(({ outcome }) => outcome)).toEqual(['changed', 'changed'])
  const digest = sha256(readFileSync(source()))
  for (const name of ['lo-1', 'lo-demo'])
    expect(await flock.on(name, 'stat -c "%a %U:%G" /srv/put; sha256sum </srv/put; ls -A /srv')).toContain(
      `640 daemon:daemon\n${digest}`,
    )
  expect(lastEvent('upload')).toMatchObject({ path: '/srv/put', size: 8, sha256: digest })
  expect((await put(...words)).machines[0]).toMatchObject({ outcome: 'ok', reason: 'already-so' })
})

test('upload keeps mode, owner and symlink of what is there', async () => {
  await flock.on('lo-1', 'ln -sfn /srv/put /srv/put-link; ln -sfn /etc/hello/greeting /srv/managed')
  writeFileSync(source(), 'another\n')
  const { machines } = await put('lo-1', '--file', source(), '--to', '/srv/put-link')
  expect(machines[0]).toMatchObject({ outcome: 'changed' })
  expect(await flock.on('lo-1', 'cat /srv/put; stat -c "%a %U" /srv/put; readlink /srv/put-link')).toBe(
    'another\n640 daemon\n/srv/put\n',
  )
})

test.each([
  ['a file that the branch manages', ['--to', '/etc/hello/greeting'], 2, /managed by the config branch/],
  [
    'a symlink to a file that the branch manages',
    ['--to', '/srv/managed'],
    2,
    /managed by the config branch/,
  ],
  ['a stamp', ['--to', '/etc/drover/stamp.json'], 2, /reserved/],
  ['a device', ['--to', '/dev/null'], 2, /system's own/],
  ['a folder', ['--to', '/srv'], 1, /no file/],
  ['a folder that is not there', ['--to', '/srv/no/where'], 1, /folder does not exist/],
  ['an owner that is not there', ['--to', '/srv/x', '--owner', 'nobody-here'], 1, /owner or group/],
  ['a mode that is not understood', ['--to', '/srv/x', '--mode', 'rwx'], 2, /no mode/],
  ['a relative path', ['--to', 'x'], 2, /not absolute/],
])('upload refuses %s and leaves the machine as it was', async (_name, words, code, message) => {
  const { ran } = await put('lo-1', '--file', source(), ...words)
  expect(ran.code, ran.stdout).toBe(code)
  expect(ran.stdout).toMatch(message)
  expect(await flock.on('lo-1', 'find / -xdev -name ".drover-upload-*"; ls /srv/x 2>/dev/null')).toBe('')
})

test.each([
  ['a folder', 'folder'],
  ['a file that does not exist', 'nothing'],
])('upload refuses %s of this computer', async (_what, name) => {
  mkdirSync(join(folder, 'folder'), { recursive: true })
  const { exitCode } = await put('lo-1', '--file', join(folder, name), '--to', '/srv/x')
  expect(exitCode).toBe(2)
})

test('download gets a file byte for byte, and puts those of several machines into a folder for each', async () => {
  await flock.on('lo-1', 'head -c 5000000 /dev/urandom >/srv/got')
  await flock.on('lo-demo', 'printf demo >/srv/got')
  const to = join(folder, 'got')
  const one = await flock.report(['download', 'lo-1', '--from', '/srv/got', '--to', to])
  expect(one.ran.code, one.ran.stdout).toBe(0)
  const digest = sha256(readFileSync(join(to, 'got')))
  expect(await flock.on('lo-1', 'sha256sum </srv/got')).toContain(digest)
  expect(lastEvent('download')).toMatchObject({ from: '/srv/got', size: 5_000_000, sha256: digest })
  const both = await flock.report(['download', 'lo-1', 'lo-demo', '--from', '/srv/got', '--to', to])
  expect(both.ran.code).toBe(0)
  expect(sha256(readFileSync(join(to, 'lo-1/got')))).toBe(digest)
  expect(readFileSync(join(to, 'lo-demo/got'), 'utf8')).toBe('demo')
  expect(statSync(join(to, 'got')).mode & 0o777).toBe(0o600)
})

test.each([
  ['what is not there', '/srv/nope', 1, /does not exist/],
  ['a folder', '/srv', 1, /is no file/],
  ['a device', '/dev/zero', 1, /is no file/],
  ['a relative path', 'srv', 2, /not absolute/],
])('download refuses %s and leaves no file', async (_name, from, code, message) => {
  const to = join(folder, 'not-got')
  const { ran } = await flock.report(['download', 'lo-1', '--from', from, '--to', to])
  expect(ran.code, ran.stdout).toBe(code)
  expect(ran.stdout).toMatch(message)
  expect(existsSync(to) ? readdirSync(to) : []).toEqual([])
})

test('download says what kept the file from being written, and leaves no file', async () => {
  const to = join(folder, 'a-file')
  writeFileSync(to, '')
  const { machines } = await flock.report(['download', 'lo-1', '--from', '/srv/got', '--to', to])
  expect(machines[0]).toMatchObject({ outcome: 'failed', reason: 'command-failed' })
  expect(machines[0]?.message).toContain('cannot be written')
})
