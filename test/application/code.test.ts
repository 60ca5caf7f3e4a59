import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Identity } from '../../src/base/identity.js'
import { releaseOf } from '../../src/code/commands/release.js'
import type { CodeEntry } from '../../src/flock/flock.js'
import type { CodeSource } from '../../src/sources/code/code-source.js'
import { makeGitCodeSource } from '../../src/sources/code/git-code-source.js'
import { realClock } from '../../src/system/real-clock.js'
import { type CodeRepositoryPlace, makeCodeRepository } from '../support/code-repository.ts'
import { type GitHttpServer, startGitHttpServer } from '../support/git-http-server.ts'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'
import { makeVersionRun, type VersionEnd, type Wanted } from '../support/version-runner.ts'

const token = 'push-canary-51c0ffee'
let flock: LocalFlock
let identity: Identity
let repository: CodeRepositoryPlace
let open: GitHttpServer
let guarded: GitHttpServer
const sources: CodeSource[] = []

beforeAll(async () => {
  flock = await makeLocalFlock('t-code')
  const made = await flock.report(['create', 'lo-1'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
  identity = JSON.parse(flock.ops.read('machines/lo-1/machine.json')) as Identity
  repository = makeCodeRepository()
  const host = (await on("ip route | sed -n 's/^default via \\([^ ]*\\).*/\\1/p'")).trim()
  const { root } = repository
  open = await startGitHttpServer({ root, host })
  guarded = await startGitHttpServer({ root, auth: { user: 'x-access-token', password: token } })
  await on('useradd --system --create-home app')
})

afterAll(async () => {
  for (const source of sources) await source.close()
  await open?.close()
  await guarded?.close()
  repository?.remove()
  await flock?.remove()
})

const on = (command: string): Promise<string> => flock.on('lo-1', command)

/** One run, which resolves each revision only once. */
async function prepare(wanted: Wanted): Promise<VersionEnd> {
  return await makeRun().prepare(wanted)
}

function makeRun(): ReturnType<typeof makeVersionRun> {
  const code = makeGitCodeSource({ clock: realClock })
  sources.push(code)
  const artifacts = { download: never, fromLfs: never, close: async () => undefined }
  return makeVersionRun({ identity, keyFile: flock.keyFile, code, artifacts, secrets: { APP_TOKEN: token } })
}

async function never(): Promise<never> {
  throw new Error('no artifact is wanted here')
}

function entry(part: Partial<CodeEntry> = {}): CodeEntry {
  return {
    name: 'app',
    url: open.url(repository.name),
    revision: 'main',
    path: '/srv/app',
    via: 'clone',
    owner: 'app',
    group: 'app',
    build: [],
    after: [],
    shared: [],
    ...part,
  }
}

// The run installs a package, which can take long.
const patience = 300_000

test(
  'a clone installs git, and its release is the commit, detached, with the right owner, built in order',
  async () => {
    const commit = repository.commit({ greeting: 'hello\n', 'bin/run': '#!/bin/sh\n' })
    const code = entry({
      build: [
        'id -un >built; pwd >>built',
        'echo "$DROVER_COMMIT $DROVER_CODE $HOME" >>built; printf "no newline"',
      ],
    })
    const end = await prepare({ code: [code] })
    expect(end.message).toBeUndefined()
    const { path } = releaseOf(code, commit)
    expect(
      await on(`cat ${path}/greeting ${path}/built ${path}.done; stat -c %U:%G ${path} ${path}/.git/HEAD`),
    ).toBe(`hello\napp\n${path}\n${commit} app /home/app\n${commit}\napp:app\napp:app\n`)
    expect(await on(`su app -c 'cd ${path} && git status --short --branch && git rev-parse HEAD'`)).toBe(
      `## HEAD (no branch)\n?? built\n${commit}\n`,
    )
    expect(end.lines).toContain('git is not installed here: installing it')
    expect(end.lines).toContain('no newline')
    expect(await on('ls -d /srv/app 2>&1; ls /var/lib/drover/transient/code/now')).not.toContain('script.sh')
  },
  patience,
)

test('a second run does nothing, and a run that knows of the release asks nothing', async () => {
  const code = entry({
    build: [
      'id -un >built; pwd >>built',
      'echo "$DROVER_COMMIT $DROVER_CODE $HOME" >>built; printf "no newline"',
    ],
  })
  const before = await on('cat /var/lib/drover/transient/code/now/run')
  expect(await prepare({ code: [code] })).toMatchObject({ steps: ['connect'], lines: [], execs: 1 })
  expect(await on('cat /var/lib/drover/transient/code/now/run')).toBe(before)
  const present = new Set([releaseOf(code, repository.git('rev-parse', 'HEAD')).path])
  expect(await prepare({ code: [code], present })).toMatchObject({ execs: 0 })
})

test('a repository with a token is pushed whole, then only what is new, and the token is nowhere on the machine', async () => {
  repository.commit({ blob: 'x'.repeat(100_000) })
  const first = repository.git('rev-parse', 'HEAD')
  const code = entry({
    path: '/srv/pushed',
    via: 'push',
    url: guarded.url(repository.name),
    credentials: 'APP_TOKEN',
  })
  expect((await prepare({ code: [code] })).message).toBeUndefined()
  const second = repository.commit({ greeting: 'pushed\n' })
  expect((await prepare({ code: [code] })).message).toBeUndefined()
  expect(
    await on(`cat ${releaseOf(code, first).path}/greeting ${releaseOf(code, second).path}/greeting`),
  ).toBe('hello\npushed\n')
  // The machine has this commit already, so nothing has to be sent.
  const old = repository.git('rev-parse', 'HEAD~2')
  expect((await prepare({ code: [{ ...code, revision: old }] })).message).toBeUndefined()
  expect(await on(`ls ${releaseOf(code, old).path}`)).not.toContain('blob')
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  // The search finds a planted token, so it can find one.
  await on(`echo ${token} >/root/planted`)
  const search = `grep -rlF -e ${token} -e ${basic} / --exclude-dir=proc --exclude-dir=sys 2>/dev/null; :`
  expect(await on(search)).toBe('/root/planted\n')
  await on('rm /root/planted')
  expect(await on('find /srv/pushed.releases /var/lib/drover -name "*.bundle"')).toBe('')
})

test('a build that fails is reported with its name and reason, and its release is removed and never switched to', async () => {
  const code = entry({ build: ['true', 'echo "no such module" >&2; exit 3'] })
  const end = await prepare({ code: [code] })
  expect(end).toMatchObject({
    reason: 'build-failed',
    message: expect.stringContaining('exit 3" exited with 3'),
  })
  expect(end.hint).toContain('was not touched')
  expect(end.lines).toContain('no such module')
  const { path } = releaseOf(code, repository.git('rev-parse', 'HEAD'))
  expect(await on(`ls -d ${path} ${path}.done /srv/app 2>&1 | grep -c "No such file"`)).toBe('3\n')
})

test('a build that is killed in the middle is made anew by the next run', async () => {
  const code = entry({
    build: ['echo begun >>log', 'while [ -e /run/hold-build ]; do sleep 0.1; done', 'echo done >>log'],
  })
  await on('touch /run/hold-build')
  let told: () => void = () => undefined
  const reached = new Promise<void>((resolve) => {
    told = resolve
  })
  const running = prepare({ code: [code], onLine: (line) => line.includes('build: while') && told() })
  await reached
  const { path } = releaseOf(code, repository.git('rev-parse', 'HEAD'))
  expect(await on(`cat ${path}/log; touch ${path}/half; ls ${path}.done 2>&1`)).toContain('begun\n')
  await on('systemctl kill --signal=KILL drover-code.service; rm /run/hold-build')
  expect(await running).toMatchObject({ reason: 'killed' })
  expect((await prepare({ code: [code] })).message).toBeUndefined()
  expect(await on(`cat ${path}/log; ls ${path}.done; ls ${path} | grep -c half; :`)).toBe(
    `begun\ndone\n${path}.done\n0\n`,
  )
})

test('a process that a build leaves running does not hold up the run, and its output is not taken for ours', async () => {
  const code = entry({ build: ['sleep 300 & echo "failed to pass for another" ; echo left', 'exit 4'] })
  const startedMs = performance.now()
  const end = await prepare({ code: [code] })
  expect(end).toMatchObject({
    reason: 'build-failed',
    message: expect.stringContaining('"exit 4" exited with 4'),
  })
  expect(end.lines).toContain('failed to pass for another')
  expect(performance.now() - startedMs).toBeLessThan(30_000)
})

test('a shared path is moved out of the first release, and each release has a symlink to it', async () => {
  repository.commit({ 'data/seed': 'from git\n', 'conf/local.ini': 'default\n' })
  const code = entry({ path: '/srv/sharing', shared: ['data', 'conf/local.ini', 'logs', 'db.sqlite3'] })
  expect((await prepare({ code: [code] })).message).toBeUndefined()
  const { path } = releaseOf(code, repository.git('rev-parse', 'HEAD'))
  expect(
    await on(`cd ${path} && readlink data conf/local.ini logs db.sqlite3 && cat data/seed conf/local.ini`),
  ).toBe(
    ['data', 'conf/local.ini', 'logs', 'db.sqlite3'].map((name) => `/srv/sharing.shared/${name}\n`).join('') +
      'from git\ndefault\n',
  )
  await on(`su app -c 'cd ${path} && echo kept >data/seed && echo kept >logs/x && echo kept >db.sqlite3'`)
  repository.commit({ 'data/seed': 'newer in git\n' })
  expect((await prepare({ code: [code] })).message).toBeUndefined()
  const next = releaseOf(code, repository.git('rev-parse', 'HEAD')).path
  expect(await on(`cd ${next} && cat data/seed logs/x db.sqlite3`)).toBe('kept\nkept\nkept\n')
})

test.each([
  ['an unknown owner', { owner: 'nobody-here' }, 'command-failed', 'there is no user "nobody-here"'],
  ['a repository that wants a password', {}, 'code-unreachable', 'cannot be read from here'],
])('code with %s is refused with the reason', async (_what, part, reason, message) => {
  const commit = repository.git('rev-parse', 'HEAD')
  const url = reason === 'code-unreachable' ? 'http://127.0.0.1:9/app.git' : open.url(repository.name)
  const code = entry({ path: '/srv/refused', revision: commit, url, ...part })
  expect(await prepare({ code: [code] })).toMatchObject({ reason, message: expect.stringContaining(message) })
})

test('a full disk is reported, and the incomplete release is removed', async () => {
  await on('mkdir -p /srv/small && mount -t tmpfs -o size=6m tmpfs /srv/small')
  repository.commit({ huge: randomText(3_000_000) })
  const code = entry({ path: '/srv/small/app', build: ['head -c 20000000 /dev/zero >filler'] })
  const end = await prepare({ code: [code] })
  expect(end).toMatchObject({
    reason: 'disk-full',
    message: expect.stringContaining('/srv/small/app.releases is full'),
  })
  expect(await on('ls /srv/small/app.releases')).toBe('git\n')
  await on('umount /srv/small')
})

test(
  'old releases are removed, except the current one, three others, and those that an undo brings back',
  async () => {
    const code = entry({ path: '/srv/pruned' })
    const releases: string[] = []
    for (const step of [1, 2, 3, 4, 5, 6, 7]) {
      repository.commit({ step: String(step) })
      expect((await prepare({ code: [code] })).message).toBeUndefined()
      releases.push(releaseOf(code, repository.git('rev-parse', 'HEAD')).path)
      await on('sleep 0.02')
    }
    const [first = '', second = '', third = '', fourth = '', ...newest] = releases
    await on(`ln -s ${third} /srv/pruned; mkdir -p /var/lib/drover/undo/1-a
mkdir /srv/pruned.releases/0123456789ab-01234567
printf '{"links":[{"target":"/srv/pruned","oldLink":"${first}"}]}' >/var/lib/drover/undo/1-a/undo.json`)
    const end = await makeRun().prune({ code: [code] })
    const half = '/srv/pruned.releases/0123456789ab-01234567'
    expect(end.lines).toEqual([fourth, second, half].map((path) => `removed ${path}`))
    expect(await on('ls -d /srv/pruned.releases/*-????????')).toBe(
      [first, third, ...newest]
        .sort()
        .map((path) => `${path}\n`)
        .join(''),
    )
    expect(await on(`git --git-dir=/srv/pruned.releases/git for-each-ref refs/drover | wc -l`)).toBe('5\n')
    await on('rm -r /var/lib/drover/undo/1-a')
  },
  patience,
)

/** Bytes that do not compress. */
function randomText(bytes: number): Buffer {
  return randomBytes(bytes)
}
