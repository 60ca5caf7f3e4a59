import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SecretBytes } from '../../src/base/secret-bytes.js'
import type { DesiredFile, DesiredSymlink } from '../../src/render/desired.js'
import type { TaskOutcome } from '../../src/task/task.js'
import { type LinkedMachine, openLinkedMachine, type Wanted } from '../support/linked-machine.js'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'

let flock: LocalFlock
let machine: LinkedMachine

beforeAll(async () => {
  flock = await makeLocalFlock('t-links')
  const made = await flock.report(['provision', 'lo-1'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
  const identity = JSON.parse(flock.ops.read('machines/lo-1/machine.json'))
  machine = openLinkedMachine(identity, readFileSync(flock.keyFile, 'utf8'))
})

afterAll(async () => {
  await flock?.remove()
})

const path = '/srv/app'
const release = (name: string): string => `${path}.releases/${name}`
/** Three releases of an application that nothing is configured of yet. */
beforeEach(async () => {
  await machine.on(
    `rm -rf /var/lib/drover /etc/drover ${path} ${path}.releases /etc/app.conf /run/drover/hold
for name in one two three; do mkdir -p ${path}.releases/$name && echo $name >${path}.releases/$name/code; done`,
  )
})

const link = (name: string, facts: Partial<DesiredSymlink> = {}): DesiredSymlink => ({
  path,
  to: release(name),
  kind: 'code',
  name: 'app',
  label: name,
  after: [],
  from: { file: 'flock.yml', line: 7 },
  ...facts,
})
const file = (destination: string, text: string): DesiredFile => ({
  destination,
  owner: 'root',
  group: 'root',
  mode: 0o644,
  bytes: new SecretBytes(Buffer.from(text)),
  shown: Buffer.from(text),
  secrets: [],
  after: [],
  from: { file: 'files.yml', line: 1 },
})
const version = (name: string, facts: Partial<DesiredSymlink> = {}): Wanted => ({
  files: [file('/etc/app.conf', `${name}\n`), file(`${path}/site.conf`, `${name}\n`)],
  links: [link(name, facts)],
})
const serves = `cat ${path}/code ${path}/site.conf /etc/app.conf`
const all = (name: string): string => `${name}\n${name}\n${name}\n`
const leftovers = 'find / -xdev -name ".drover-*"; ls /var/lib/drover/tx; readlink /var/lib/drover/current'

/** Waits until a transaction is at a point where it was told to wait. */
async function hold(point: string, work: () => Promise<TaskOutcome>): Promise<Promise<TaskOutcome>[]> {
  await machine.on(`mkdir -p /run/drover/hold && touch /run/drover/hold/${point}`)
  const running = work()
  const at = `for i in $(seq 100); do grep -qsx ${point} /var/lib/drover/tx/*/point && exit 0; sleep 0.1; done; echo missed`
  expect(await machine.on(at)).toBe('')
  return [running]
}

test('a symlink is made together with the files it leads to, then switched with them, and then nothing is left to do', async () => {
  const made = await machine.configure(version('one'))
  expect(made, JSON.stringify(made)).toMatchObject({
    kind: 'changed',
    message: 'changed 2 files, code app: one',
  })
  expect(await machine.on(serves)).toBe(all('one'))
  expect((await machine.configure(version('one'))).reason).toBe('already-so')
  expect(await machine.configure(version('two'))).toMatchObject({
    kind: 'changed',
    message: `changed 2 files, code app: ${release('one')} -> two`,
  })
  expect(await machine.on(`readlink ${path}; ${serves}; cat ${release('one')}/site.conf`)).toBe(
    `${release('two')}\n${all('two')}one\n`,
  )
  expect(await machine.on('cat /var/lib/drover/files')).toBe(
    '/etc/app.conf\n/srv/app/site.conf\nlink /srv/app\n',
  )
  expect(await machine.configure(version('two'))).toMatchObject({ reason: 'already-so' })
  expect(await machine.on(leftovers)).toBe('')
})

test('a follow-up of a symlink that fails brings back the old symlink and the old files, and the message says so', async () => {
  await machine.configure(version('one'))
  const failed = await machine.configure(version('two', { after: [{ kind: 'command', command: 'exit 4' }] }))
  expect(failed).toMatchObject({
    kind: 'rolled-back',
    reason: 'follow-up-failed',
    message: expect.stringContaining(`the old files are back and code app is at ${release('one')} again`),
    at: { file: 'flock.yml', line: 7 },
  })
  expect(await machine.on(`readlink ${path}; ${serves}; ls ${release('two')}`)).toBe(
    `${release('one')}\n${all('one')}code\n`,
  )
  expect(await machine.on(leftovers)).toBe('')
})

test('a check that fails after the first symlink was made leaves neither symlink nor files', async () => {
  const checks = [{ name: 'up', command: `test ! -e ${path}/code` }]
  expect(await machine.configure({ ...version('one'), checks })).toMatchObject({
    kind: 'rolled-back',
    reason: 'check-failed',
    message: expect.stringContaining('code app is gone again'),
  })
  expect(await machine.on(`ls -d ${path} 2>&1; ls ${release('one')}; ${leftovers}`)).toMatch(
    /No such file or directory\ncode\n$/,
  )
})

test.each([
  ['swap', 'supervisor'],
  ['swap-next', 'worker'],
  ['swap-link', 'worker'],
  ['swapped', 'supervisor'],
  ['follow', 'worker'],
  ['commit', 'supervisor'],
])(
  'a kill at "%s" of the %s leaves the old or the new state as a whole, and the next run converges',
  async (point, victim) => {
    await machine.configure(version('one'))
    const [running] = await hold(point, () =>
      machine.configure(version('two', { after: [{ kind: 'command', command: 'true' }] })),
    )
    await machine.on(`kill -9 $(cat /var/lib/drover/tx/*/${victim}); rm /run/drover/hold/${point}`)
    const ended = await running
    expect(ended?.kind, JSON.stringify(ended)).not.toBe('changed')
    expect(await machine.on(serves)).toBe(all('one'))
    expect(await machine.on(leftovers)).toBe('')
    expect(await machine.configure(version('two'))).toMatchObject({ kind: 'changed' })
    expect(await machine.on(serves)).toBe(all('two'))
  },
)

test('a machine that goes down in the middle comes back with the old symlink', async () => {
  await machine.configure(version('one'))
  const [running] = await hold('swapped', () => machine.configure(version('two')))
  // The unit at boot would run there.
  await machine.on(
    'for pid in $(cat /var/lib/drover/tx/*/supervisor /var/lib/drover/tx/*/worker); do kill -9 $pid; done; rm /run/drover/hold/swapped; systemctl start drover-recover.service',
  )
  expect(await machine.on(serves)).toBe(all('one'))
  expect((await running)?.kind).toBe('rolled-back')
})

test('the flag --rollback goes back two revisions when it is given twice, and refuses when the third is gone', async () => {
  for (const name of ['one', 'two', 'three']) await machine.configure(version(name))
  expect(await machine.rollback()).toMatchObject({
    kind: 'changed',
    message: 'undid the last change: 2 files, 1 link',
  })
  expect(await machine.on(serves)).toBe(all('two'))
  await machine.on(`mv ${release('one')} /srv/away`)
  await expect(machine.rollback()).rejects.toMatchObject({
    reason: 'nothing-to-undo',
    message: expect.stringContaining(`is gone: ${release('one')}`),
  })
  await machine.on(`mv /srv/away ${release('one')}`)
  expect(await machine.rollback()).toMatchObject({ kind: 'changed' })
  expect(await machine.on(serves)).toBe(all('one'))
})

test('a folder in the place of the symlink is refused before anything happens', async () => {
  await machine.on(`mkdir ${path} && touch ${path}/mine`)
  await expect(machine.configure(version('one'))).rejects.toMatchObject({
    message: expect.stringContaining(`${path}: a folder is there`),
  })
  expect(await machine.on(`ls ${path} ${release('one')}`)).toBe(
    `${path}:\nmine\n\n${release('one')}:\ncode\n`,
  )
})

test('a symlink changed by hand is shown, switched back, and refused when it changes after it was observed', async () => {
  await machine.configure(version('one'))
  await machine.on(`ln -sfT ${release('three')} ${path}`)
  const shown = await machine.configure({ ...version('one'), dryRun: true })
  expect(shown.data).toMatchObject({
    changes: expect.arrayContaining([
      expect.objectContaining({
        path,
        action: 'switch link',
        diff: `code app: ${release('three')} -> one\n`,
      }),
    ]),
  })
  const planDigest = String((shown.data as { readonly digest: string }).digest)
  const [approved] = await hold('prepare', () => machine.configure({ ...version('one'), planDigest }))
  await machine.on(`ln -sfT ${release('two')} ${path}; rm /run/drover/hold/prepare`)
  expect(await approved).toMatchObject({
    kind: 'failed',
    reason: 'machine-changed',
    message: expect.stringContaining(`${path} is not the link that Drover saw any more`),
  })
  expect(await machine.on(`readlink ${path}`)).toBe(`${release('two')}\n`)
  const [running] = await hold('prepare', () => machine.configure(version('one')))
  await machine.on(`ln -sfT ${release('three')} ${path}; rm /run/drover/hold/prepare`)
  // Nobody approved a plan, so the second observation finds where the symlink leads now.
  const ended = await running
  expect(ended, JSON.stringify(ended)).toMatchObject({ kind: 'changed' })
  expect(await machine.on(`readlink ${path}`)).toBe(`${release('one')}\n`)
})

test('a symlink whose target is gone is refused by the machine, and one that nothing asks for is removed', async () => {
  await machine.configure(version('one'))
  expect(await machine.configure({ links: [link('none')] })).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining(`${path} would lead to ${release('none')}, which is not there`),
  })
  expect(await machine.configure({})).toMatchObject({
    kind: 'changed',
    message: `removed 1 file, removed the link ${path}`,
  })
  expect(await machine.on(`ls -d ${path} 2>&1; ls ${release('one')}`)).toMatch(
    /No such file.*\ncode\nsite.conf\n$/,
  )
  expect(await machine.rollback()).toMatchObject({ kind: 'changed' })
  expect(await machine.on(serves)).toBe(all('one'))
})

test('a validator sees the new symlink and the new files in what it leads to', async () => {
  await machine.configure(version('one'))
  const wanted = version('two')
  const files = (wanted.files ?? []).map((one) => ({
    ...one,
    validate: `test "$(cat ${path}/code ${path}/site.conf | tr '\\n' ' ')" = "two two "`,
  }))
  const done = await machine.configure({ ...wanted, files })
  expect(done).toMatchObject({ kind: 'changed' })
  // The validator is skipped where the kernel has no mount namespace: then it would have run after the swap.
  expect(done.steps).toContainEqual(expect.objectContaining({ kind: 'validate', status: 'ok' }))
})
