import { afterAll, beforeAll, expect, test } from 'vitest'
import { artifactPlace } from '../../src/artifacts/commands/artifact-place.js'
import { sha256 } from '../../src/base/digest.js'
import type { Identity } from '../../src/base/identity.js'
import type { Tree } from '../../src/base/tree.js'
import type { ArtifactEntry } from '../../src/flock/flock.js'
import type { ArtifactSource } from '../../src/sources/artifacts/artifact-source.js'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'
import { makeVersionRun, type VersionEnd, type Wanted } from '../support/version-runner.ts'

let flock: LocalFlock
let identity: Identity

beforeAll(async () => {
  flock = await makeLocalFlock('t-artifacts')
  const made = await flock.report(['create', 'lo-1'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
  identity = JSON.parse(flock.ops.read('machines/lo-1/machine.json')) as Identity
})

afterAll(async () => {
  await flock?.remove()
})

const on = (command: string): Promise<string> => flock.on('lo-1', command)

/** No artifact of these tests is anywhere but on the branch. */
const artifacts: ArtifactSource = { download: never, fromLfs: never, close: async () => undefined }
const code = { resolve: never, bundle: never, close: async () => undefined }

async function never(): Promise<never> {
  throw new Error('nothing is fetched here')
}

function makeRun(): ReturnType<typeof makeVersionRun> {
  return makeVersionRun({ identity, keyFile: flock.keyFile, code, artifacts })
}

const prepare = (wanted: Wanted): Promise<VersionEnd> => makeRun().prepare(wanted)

function artifact(
  content: Buffer | string,
  part: Partial<ArtifactEntry> = {},
): { entry: ArtifactEntry; tree: Tree } {
  const bytes = Buffer.from(content)
  const entry: ArtifactEntry = {
    name: 'tool',
    path: '/usr/local/bin/tool',
    sha256: sha256(bytes),
    from: { kind: 'file', file: 'bin/tool' },
    mode: 0o755,
    owner: 'root',
    group: 'root',
    after: [],
    ...part,
  }
  return { entry, tree: new Map([['bin/tool', { mode: '100644', bytes }]]) }
}

const script = '#!/bin/sh\necho "I am $(id -un)"\n'

test('a version is sent once, and everybody can run it', async () => {
  const { entry, tree } = artifact(script)
  const { path } = artifactPlace(entry)
  expect(await prepare({ artifacts: [entry], tree })).toMatchObject({
    steps: ['connect', `send tool ${entry.sha256.slice(0, 7)}`],
  })
  expect(await on(`stat -c '%a %U:%G' ${path} && su nobody -s /bin/sh -c ${path}`)).toBe(
    '755 root:root\nI am nobody\n',
  )
  expect(await on('ls /usr/local/bin')).toBe('')
  const again = await prepare({ artifacts: [entry], tree })
  expect(again).toMatchObject({ steps: ['connect'], execs: 1 })
  expect(await prepare({ artifacts: [entry], tree, present: new Set([path]) })).toMatchObject({ execs: 0 })
})

test('the other files in the folder of Drover stay closed', async () => {
  await on(
    'mkdir -p -m 0700 /var/lib/drover/tx && touch /var/lib/drover/files && chmod 600 /var/lib/drover/files',
  )
  expect(
    await on(
      'su nobody -s /bin/sh -c "ls /var/lib/drover; ls /var/lib/drover/tx; cat /var/lib/drover/files" 2>&1 | grep -c denied',
    ),
  ).toBe('3\n')
})

test('another mode and owner of the same content are set without sending it', async () => {
  const { entry, tree } = artifact(script, { mode: 0o4750, group: 'daemon' })
  expect(await prepare({ artifacts: [entry], tree })).toMatchObject({ steps: ['connect'] })
  expect(await on(`stat -c '%a %U:%G' ${artifactPlace(entry).path}`)).toBe('4750 root:daemon\n')
})

test('a large version arrives whole, and the rest of an upload that was cut off is removed', async () => {
  const { entry, tree } = artifact(Buffer.alloc(40_000_000, 'all bytes matter '))
  const { folder, path } = artifactPlace(entry)
  await on(`echo half >${folder}/.incoming-999999`)
  expect((await prepare({ artifacts: [entry], tree })).message).toBeUndefined()
  expect(await on(`sha256sum ${path} | cut -d ' ' -f 1; ls -A ${folder} | grep -c incoming; :`)).toBe(
    `${entry.sha256}\n0\n`,
  )
})

test.each([
  ['an owner that is not there', { owner: 'nobody-here' }, script, 'command-failed', 'nobody-here'],
  [
    'a file that the branch does not have',
    { from: { kind: 'file' as const, file: 'bin/x' } },
    'other',
    'missing-file',
    'bin/x',
  ],
])(
  'an artifact with %s is refused with the reason, and nothing is left',
  async (_what, part, content, reason, message) => {
    const { entry, tree } = artifact(content, { name: 'refused', ...part })
    const end = await prepare({ artifacts: [entry], tree })
    expect(end).toMatchObject({ reason, message: expect.stringContaining(message) })
    expect(await on('ls -A /var/lib/drover/artifacts/refused 2>/dev/null; :')).toBe('')
  },
)

test('a full disk is reported, and nothing is left', async () => {
  await on(
    'mkdir -p /var/lib/drover/artifacts/big && mount -t tmpfs -o size=1m tmpfs /var/lib/drover/artifacts/big',
  )
  const { entry, tree } = artifact(Buffer.alloc(3_000_000, 'x'), { name: 'big' })
  expect(await prepare({ artifacts: [entry], tree })).toMatchObject({ reason: 'disk-full' })
  expect(await on('ls -A /var/lib/drover/artifacts/big; umount /var/lib/drover/artifacts/big')).toBe('')
})

test('old versions are removed, except the one in use, three others, and those that an undo brings back', async () => {
  const made = []
  for (const number of [1, 2, 3, 4, 5, 6]) {
    const { entry, tree } = artifact(`version ${number}\n`, { name: 'pruned', path: '/usr/local/bin/pruned' })
    expect((await prepare({ artifacts: [entry], tree })).message).toBeUndefined()
    made.push({ entry, path: artifactPlace(entry).path })
    await on('sleep 0.02')
  }
  const [first, second, third] = made
  await on(`mkdir -p /usr/local/bin && ln -s ${first?.path} /usr/local/bin/pruned`)
  const artifacts = made.slice(0, 1).map(({ entry }) => entry)
  expect((await makeRun().prune({ artifacts })).lines).toEqual(
    [third, second].map((one) => `removed ${one?.path}`),
  )
  const left = [made[0], ...made.slice(3)].map((one) => one?.path).sort()
  expect(await on('ls -d /var/lib/drover/artifacts/pruned/*')).toBe(left.map((path) => `${path}\n`).join(''))
})

test('no version is removed while another run is at work', async () => {
  const { entry } = artifact('version 1\n', { name: 'pruned', path: '/usr/local/bin/nothing' })
  const count = await on('ls /var/lib/drover/artifacts/pruned | wc -l')
  await on('systemd-run --quiet --unit=t-holder flock /run/drover/lock sleep 60; sleep 0.5')
  expect(await makeRun().prune({ artifacts: [entry] })).toMatchObject({ lines: [] })
  expect(await on('ls /var/lib/drover/artifacts/pruned | wc -l; systemctl stop t-holder')).toBe(count)
})
