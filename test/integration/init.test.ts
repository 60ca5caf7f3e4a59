import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { given, makeOpsFolder, sourceCli } from '../support/ops-folder.ts'

const at = makeOpsFolder()
const { drover, findings, troubles, git, workflow, initKilledAt } = at

beforeEach(() => void at.begin())
afterAll(at.remove)

/** Everything that git and the folder hold, to see whether anything changed. */
function state(): string {
  return [git('for-each-ref'), git('status', '--porcelain'), git('symbolic-ref', 'HEAD')].join('\n')
}

test('init makes both branches in an empty directory, one commit each, and pushes nothing', () => {
  const made = drover('init', ...given)
  expect(made).toMatchObject({ code: 0, err: '' })
  expect(made.out).toContain('gh repo create writing/servers --private')
  expect(made.out).toContain('push -u origin main config')
  expect(made.out).toContain('gh secret set DROVER_SSH_KEY --repo writing/servers')
  expect(made.out).toContain('gh secret set API_TOKEN --repo writing/servers')
  expect(made.out).not.toContain('tok-4f7d')
  expect(git('rev-list', '--count', 'main')).toBe('1')
  expect(git('rev-list', '--count', 'config')).toBe('1')
  expect(git('status', '--porcelain')).toBe('')
  expect(git('symbolic-ref', '--short', 'HEAD')).toBe('main')
  expect(git('ls-tree', '--name-only', 'main').split('\n')).toEqual(['.github', 'README.md'])
  expect(git('show', 'config:flock.yml')).toMatch(/^flock: demo$/m)
  expect(git('show', 'config:.github/workflows/push.yml')).toContain(
    'uses: writing/servers/.github/workflows/drover.yml@main',
  )
  expect(workflow('drover.yml')).toContain('uses: writing/drover@0123abc')
  expect(workflow('drover.yml')).toContain('API_TOKEN: ${{ secrets.API_TOKEN }}')
  expect(git('grep', '-IhoE', 'toolkit-owner|toolkit-ref|ops-owner|ops-default-branch|$^', 'main')).toBe('')
})

test('init changes nothing when it is run again, and needs no flags then', () => {
  drover('init', ...given)
  const before = state()
  const again = drover('init')
  expect(again).toMatchObject({ code: 0, err: '' })
  expect(again.out).toContain('init: everything was there already')
  expect(state()).toBe(before)
})

test('init names all that it has to be told at once, and makes nothing until then', () => {
  const refused = drover('init', '--name', 'Not A Name')
  expect(refused.code).toBe(2)
  const alone = drover('init')
  expect(alone.code).toBe(2)
  expect(alone.err).toMatch(/--toolkit: .*\n.*\n.*--repository: /)
  expect(spawnSync('ls', ['-A', at.folder()], { encoding: 'utf8' }).stdout).toBe('')
})

test('init keeps what a person edited and says what differs', () => {
  drover('init', ...given)
  appendFileSync(join(at.folder(), '.github/workflows/run.yml'), '# ours\n')
  git('commit', '--quiet', '--all', '-m', 'ours')
  git('rm', '--quiet', '.github/workflows/stop.yml')
  git('commit', '--quiet', '-m', 'no stop')
  const found = findings('init')
  expect(found.filter(({ state }) => state !== 'ok')).toMatchObject([
    { state: 'changed', about: 'main' },
    { state: 'note', about: '.github/workflows/run.yml' },
  ])
  expect(workflow('run.yml')).toMatch(/# ours\n$/)
  expect(git('diff', '--name-only', 'HEAD~1')).toBe('.github/workflows/stop.yml')
  expect(git('status', '--porcelain')).toBe('')
})

test('init leaves a file that is not committed where it is, and says so', () => {
  git('init', '--quiet', '--initial-branch=main')
  writeFileSync(join(at.folder(), 'README.md'), 'mine\n')
  expect(troubles('init', ...given)).toEqual([
    'README.md: another file is there that is not committed on "main": it stays as it is',
  ])
  expect(readFileSync(join(at.folder(), 'README.md'), 'utf8')).toBe('mine\n')
  expect(git('status', '--porcelain')).toBe('?? README.md')
})

test('init goes on from the branches of a repository that exists, whatever they are called', () => {
  git('init', '--quiet', '--initial-branch=trunk')
  writeFileSync(join(at.folder(), 'README.md'), 'ours\n')
  git('add', '--all')
  git('commit', '--quiet', '-m', 'ours')
  git('remote', 'add', 'origin', 'git@github.com:writing/machines.git')
  expect(drover('init', '--toolkit', 'writing/drover@v1', '--branch', 'flock').code).toBe(0)
  expect(git('show', 'trunk:README.md')).toBe('ours')
  expect(git('show', 'flock:.github/workflows/push.yml')).toContain(
    'uses: writing/machines/.github/workflows/drover.yml@trunk',
  )
  expect(git('show', 'flock:.github/workflows/push.yml')).toContain('branches: [flock]')
  git('init', '--quiet', '--bare', '../machines.git')
  git('remote', 'set-url', 'origin', '../machines.git')
  expect(drover('doctor', '--branch', 'flock')).toMatchObject({ code: 0, err: '' })
  git('remote', 'set-url', 'origin', '../nothing.git')
  expect(troubles('doctor', '--branch', 'flock')).toEqual(['origin: cannot be read'])
})

test.each([
  ['init', 1],
  ['update-index', 1],
  ['fast-import', 1],
  ['fast-import', 2],
])('init is finished by the next run when it is killed at "git %s", call %i', (command, call) => {
  for (const when of ['before', 'after'] as const) {
    at.begin()
    expect(initKilledAt({ command, call, when })).toBe('SIGKILL')
    expect(drover('init', ...given)).toMatchObject({ code: 0, err: '' })
    expect(git('rev-list', '--count', 'main')).toBe('1')
    expect(git('rev-list', '--count', 'config')).toBe('1')
    expect(git('status', '--porcelain', '--ignored')).toBe('')
    expect(drover('doctor').code).toBe(0)
  }
})

test.each([
  ['nothing but an empty repository', [] as readonly string[], false],
  ['some files in their places, and none in the index', ['README.md', '.github/workflows/run.yml'], false],
  ['all files in the index, and no commit', undefined, true],
])('init goes on after a run that left %s', (_what, paths, indexed) => {
  drover('init', ...given)
  const all = git('ls-tree', '-r', '--name-only', 'main').split('\n')
  const contents = new Map(all.map((path) => [path, readFileSync(join(at.folder(), path), 'utf8')]))
  at.begin()
  git('init', '--quiet', '--initial-branch=main')
  mkdirSync(join(at.folder(), '.github/workflows'), { recursive: true })
  for (const path of paths ?? all) writeFileSync(join(at.folder(), path), contents.get(path) ?? '')
  writeFileSync(join(at.folder(), '.README.md.drover-new'), 'half')
  if (indexed) git('add', '--', ...all)
  expect(drover('init', ...given)).toMatchObject({ code: 0, err: '' })
  expect(git('rev-list', '--count', 'main')).toBe('1')
  expect(git('ls-tree', '-r', '--name-only', 'main').split('\n')).toEqual(all)
  expect(git('status', '--porcelain')).toBe('')
})

// `script` gives the process a terminal (util-linux).
const hasScript = spawnSync('script', ['--version']).status === 0
test.skipIf(!hasScript && !process.env.CI)('init asks at a terminal for what it cannot know', async () => {
  const answers: readonly (readonly [RegExp, string])[] = [
    [/the toolkit that the workflows use.*: $/, 'writing/drover@v1'],
    [/the ops repository on GitHub.*: $/, 'writing/servers'],
    [/the name of the flock \[ops-\w+\]: $/, 'hens'],
  ]
  const command = [process.execPath, ...sourceCli, 'init'].map((word) => `'${word}'`).join(' ')
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: at.folder(),
    env: { ...at.environment, TERM: 'dumb' },
  })
  let shown = ''
  const waiting = [...answers]
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    const [question, typed] = waiting[0] ?? []
    if (question?.test(shown.replace(/\x1b\[[0-9;]*[A-Z]/gi, '')) !== true) return
    waiting.shift()
    child.stdin.write(`${typed}\r`)
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(waiting, shown).toEqual([])
  expect(code).toBe(0)
  expect(git('show', 'config:flock.yml')).toMatch(/^flock: hens$/m)
  expect(workflow('drover.yml')).toContain('writing/drover@v1')
})

test.each([
  [['--branch', 'main'], 'cannot be both'],
  [['--branch', 'a]b'], '--branch: "a]b" cannot be the name'],
  [['--default-branch', 'a: b'], '--default-branch: "a: b" is not understood'],
])('init refuses %j, and makes nothing', (words, message) => {
  const refused = drover('init', ...given, ...words)
  expect(refused.code).toBe(2)
  expect(refused.err).toContain(message)
  expect(spawnSync('ls', ['-A', at.folder()], { encoding: 'utf8' }).stdout).toBe('')
})

test('init makes no repository inside of another', () => {
  git('init', '--quiet')
  mkdirSync(join(at.folder(), 'deep'))
  const refused = drover('init', 'deep', ...given)
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('is inside the repository')
})
