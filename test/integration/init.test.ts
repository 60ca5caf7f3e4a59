import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Tree } from '../../src/base/tree.js'
import { sweepLocalFlock } from '../../src/world/make-provider.js'
import { readStarter } from '../../src/world/read-starter.js'

// `drover` from its sources as processes, for a person with a home of their own and no settings of git.
const root = join(import.meta.dirname, '../..')
const argv0 = [
  '--import',
  join(root, 'test/support/typescript-loader.mjs'),
  join(root, 'test/support/source-cli.ts'),
]
const given = ['--toolkit', 'writing/drover@0123abc', '--repository', 'writing/servers', '--name', 'demo']
let place = ''
let ops = ''
let key = ''

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'drover-init-'))
  mkdirSync(join(place, 'home'))
  key = join(place, 'key')
  spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key])
})

beforeEach(() => {
  ops = mkdtempSync(join(place, 'ops-'))
})

afterAll(() => rmSync(place, { recursive: true, force: true, maxRetries: 3 }))

function environment(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: join(place, 'home'),
    GIT_CONFIG_NOSYSTEM: '1',
    USER: 'ann',
    ...(process.env.DROVER_LOCAL_DIR ? { DROVER_LOCAL_DIR: process.env.DROVER_LOCAL_DIR } : {}),
    API_TOKEN: 'tok-4f7d-4f7d',
    DATABASE_PASSWORD: 'correct horse',
  }
}

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function ended({ status, stdout, stderr }: SpawnSyncReturns<string>): Ended {
  return { code: status, out: stdout, err: stderr }
}

function drover(...words: readonly string[]): Ended {
  return droverIn({}, ...words)
}

function droverIn(more: Readonly<Record<string, string>>, ...words: readonly string[]): Ended {
  const settings = { cwd: ops, env: { ...environment(), ...more }, encoding: 'utf8' } as const
  return ended(spawnSync(process.execPath, [...argv0, ...words], settings))
}

interface FindingLine {
  readonly state: string
  readonly about: string
  readonly message: string
  readonly detail?: string
}

function findings(...words: readonly string[]): readonly FindingLine[] {
  const { out, err } = drover(...words, '--json')
  try {
    return (JSON.parse(out) as { data: { findings: readonly FindingLine[] } }).data.findings
  } catch (cause) {
    throw new Error(`no findings: ${out}\n${err}`, { cause })
  }
}

function troubles(...words: readonly string[]): readonly string[] {
  return findings(...words)
    .filter(({ state }) => state === 'problem')
    .map(({ about, message }) => `${about}: ${message}`)
}

function git(...words: readonly string[]): string {
  const identity = ['-c', 'user.name=ann', '-c', 'user.email=ann@example.org']
  const { code, out, err } = ended(
    spawnSync('git', [...identity, ...words], { cwd: ops, env: environment(), encoding: 'utf8' }),
  )
  if (code !== 0) throw new Error(`git ${words.join(' ')}: ${err}`)
  return out.trim()
}

/** Everything that git and the folder hold, to see whether anything changed. */
function state(): string {
  return [git('for-each-ref'), git('status', '--porcelain'), git('symbolic-ref', 'HEAD')].join('\n')
}

function workflow(name: string): string {
  return readFileSync(join(ops, '.github/workflows', name), 'utf8')
}

interface Death {
  readonly command: string
  /** The how manieth of these. */
  readonly call: number
  readonly when: 'before' | 'after'
}

/** Runs init with a git that kills it, as if the computer went down right there; answers with the signal. */
function killedAt({ command, call, when }: Death): string | null {
  const folder = mkdtempSync(join(place, 'git-'))
  const real = spawnSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).stdout.trim()
  const script = `#!/bin/sh
[ "$3" = ${command} ] && echo x >> ${folder}/calls && [ "$(wc -l < ${folder}/calls)" = ${call} ] && now=yes
if [ "$now" = yes ] && [ ${when} = before ]; then kill -9 $PPID; exit 1; fi
${real} "$@"
code=$?
[ "$now" = yes ] && kill -9 $PPID
exit $code
`
  writeFileSync(join(folder, 'git'), script, { mode: 0o755 })
  const env = { ...environment(), PATH: `${folder}:${process.env.PATH ?? ''}` }
  return spawnSync(process.execPath, [...argv0, 'init', ...given], { cwd: ops, env }).signal
}

describe('drover init', () => {
  test('makes both branches in an empty directory, one commit each, and pushes nothing', () => {
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

  test('changes nothing when it is run again, and needs no flags then', () => {
    drover('init', ...given)
    const before = state()
    const again = drover('init')
    expect(again).toMatchObject({ code: 0, err: '' })
    expect(again.out).toContain('init: everything was there already')
    expect(state()).toBe(before)
  })

  test('names all that it has to be told at once, and makes nothing until then', () => {
    const refused = drover('init', '--name', 'Not A Name')
    expect(refused.code).toBe(2)
    const alone = drover('init')
    expect(alone.code).toBe(2)
    expect(alone.err).toMatch(/--toolkit: .*\n.*\n.*--repository: /)
    expect(spawnSync('ls', ['-A', ops], { encoding: 'utf8' }).stdout).toBe('')
  })

  test('keeps what a person edited and says what differs', () => {
    drover('init', ...given)
    appendFileSync(join(ops, '.github/workflows/run.yml'), '# ours\n')
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

  test('leaves a file that is not committed where it is, and says so', () => {
    git('init', '--quiet', '--initial-branch=main')
    writeFileSync(join(ops, 'README.md'), 'mine\n')
    expect(troubles('init', ...given)).toEqual([
      'README.md: another file is there that is not committed on "main": it stays as it is',
    ])
    expect(readFileSync(join(ops, 'README.md'), 'utf8')).toBe('mine\n')
    expect(git('status', '--porcelain')).toBe('?? README.md')
  })

  test('goes on from the branches of a repository that exists, whatever they are called', () => {
    git('init', '--quiet', '--initial-branch=trunk')
    writeFileSync(join(ops, 'README.md'), 'ours\n')
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
  ])('is finished by the next run when it is killed at "git %s", call %i', (command, call) => {
    for (const when of ['before', 'after'] as const) {
      ops = mkdtempSync(join(place, 'killed-'))
      expect(killedAt({ command, call, when })).toBe('SIGKILL')
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
  ])('goes on after a run that left %s', (_what, paths, indexed) => {
    drover('init', ...given)
    const all = git('ls-tree', '-r', '--name-only', 'main').split('\n')
    const contents = new Map(all.map((path) => [path, readFileSync(join(ops, path), 'utf8')]))
    ops = mkdtempSync(join(place, 'half-'))
    git('init', '--quiet', '--initial-branch=main')
    mkdirSync(join(ops, '.github/workflows'), { recursive: true })
    for (const path of paths ?? all) writeFileSync(join(ops, path), contents.get(path) ?? '')
    writeFileSync(join(ops, '.README.md.drover-new'), 'half')
    if (indexed) git('add', '--', ...all)
    expect(drover('init', ...given)).toMatchObject({ code: 0, err: '' })
    expect(git('rev-list', '--count', 'main')).toBe('1')
    expect(git('ls-tree', '-r', '--name-only', 'main').split('\n')).toEqual(all)
    expect(git('status', '--porcelain')).toBe('')
  })

  // `script` gives the process a terminal (util-linux).
  const hasScript = spawnSync('script', ['--version']).status === 0
  test.skipIf(!hasScript && !process.env.CI)('asks at a terminal for what it cannot know', async () => {
    const answers: readonly (readonly [RegExp, string])[] = [
      [/the toolkit that the workflows use.*: $/, 'writing/drover@v1'],
      [/the ops repository on GitHub.*: $/, 'writing/servers'],
      [/the name of the flock \[ops-\w+\]: $/, 'hens'],
    ]
    const command = [process.execPath, ...argv0, 'init'].map((word) => `'${word}'`).join(' ')
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: ops,
      env: { ...environment(), TERM: 'dumb' },
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
  ])('refuses %j, and makes nothing', (words, message) => {
    const refused = drover('init', ...given, ...words)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain(message)
    expect(spawnSync('ls', ['-A', ops], { encoding: 'utf8' }).stdout).toBe('')
  })

  test('makes no repository inside of another', () => {
    git('init', '--quiet')
    mkdirSync(join(ops, 'deep'))
    const refused = drover('init', 'deep', ...given)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('is inside the repository')
  })
})

describe('drover doctor', () => {
  test('finds nothing wrong in what init made', () => {
    drover('init', ...given)
    const { code, out, err } = drover('doctor', '--ssh-key-file', key)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^ok +flock\.yml +"demo": 3 machines/m)
    expect(out).toMatch(/^ok +DROVER_SSH_KEY +is a private key of type ssh-ed25519$/m)
    expect(out).toMatch(/^ok +secret API_TOKEN +passed on by the workflows, and given here$/m)
    expect(out).not.toMatch(/tok-4f7d|correct horse/)
  })

  test('tells everything that is wrong, each hiding no other', () => {
    drover('init', ...given)
    git('switch', '--quiet', 'config')
    appendFileSync(join(ops, 'secrets-templates/groups/web/credentials.json'), '{{secret "NEW_ONE"}}\n')
    appendFileSync(join(ops, 'config/groups/web/greeting'), '{{vars.nothing}}\n')
    mkdirSync(join(ops, 'machines/lo-1'), { recursive: true })
    const identity = {
      provider: 'local',
      id: 'local:1',
      // Nothing listens on port 1 of this computer.
      address: '127.0.0.1',
      port: 1,
      user: 'root',
      hostKeys: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0000000000000000000000000000000000000000000'],
      createdAt: '2026-11-22T00:00:00Z',
      createdBy: '1',
    }
    writeFileSync(join(ops, 'machines/lo-1/machine.json'), JSON.stringify(identity))
    writeFileSync(join(place, 'no-key'), 'nothing of a key\n')
    const { code } = drover('doctor', '--ssh-key-file', join(place, 'no-key'))
    expect(code).toBe(1)
    const told = troubles('doctor', '--ssh-key-file', join(place, 'no-key')).join('\n')
    expect(told).toMatch(/^config\/groups\/web\/greeting:2:3: .*unknown name "vars\.nothing"$/m)
    expect(told).toMatch(/^workflows of main: \d+ files not up to date .*drover\.yml/m)
    expect(told).toMatch(/^workflows of config: 2 files not up to date /m)
    expect(told).toMatch(
      /^secret NEW_ONE: wanted by secrets-templates\/groups\/web\/credentials\.json and not passed on/m,
    )
    expect(told).toMatch(/^DROVER_SSH_KEY: ssh key: the private key cannot be read$/m)
    expect(told).toMatch(/^lo-1: does not answer by SSH at 127\.0\.0\.1 port 1: ECONNREFUSED$/m)
    appendFileSync(join(ops, 'flock.yml'), 'colour: red\n')
    expect(troubles('doctor')).toContainEqual('flock.yml:20:1: flock.yml: unknown key "colour"')
  })

  test('says what a folder is that is no ops repository', () => {
    expect(troubles('doctor')).toEqual([`checkout: "${ops}" is not in a git repository`])
    git('init', '--quiet', '--initial-branch=main')
    expect(troubles('doctor').join('\n')).toContain('has no branch "config"')
  })
})

describe('a flock at ec2', () => {
  test('is told what its role must trust, by what gh knows, and that AWS cannot be reached', () => {
    drover('init', ...given)
    git('switch', '--quiet', 'config')
    const flock = readFileSync(join(ops, 'flock.yml'), 'utf8')
    writeFileSync(join(ops, 'flock.yml'), flock.replace('provider: local', 'provider: ec2'))
    const folder = mkdtempSync(join(place, 'gh-'))
    const answer = {
      full_name: 'writing/servers',
      id: 22,
      owner: { id: 7 },
      created_at: '2026-08-01T00:00:00Z',
    }
    const script = `#!/bin/sh\n[ "$*" = "api repos/writing/servers" ] && echo '${JSON.stringify(answer)}'\n`
    writeFileSync(join(folder, 'gh'), script, { mode: 0o755 })
    const { code, out } = droverIn(
      {
        PATH: `${folder}:${process.env.PATH ?? ''}`,
        AWS_REGION: 'eu-west-1',
        AWS_ACCESS_KEY_ID: 'x',
        AWS_SECRET_ACCESS_KEY: 'y',
        // Nothing listens there.
        AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      },
      'doctor',
    )
    expect(code).toBe(1)
    expect(out).toMatch(
      /^note +OIDC subject +the tokens of its jobs begin with "repo:writing@7\/servers@22:"$/m,
    )
    expect(out).toMatch(/^problem +AWS eu-west-1: look for machines .*ECONNREFUSED/m)
    expect(out).toMatch(/^problem +AWS eu-west-1: make a machine like lo-1 .*ECONNREFUSED/m)
  })
})

describe('the way of a new user', () => {
  const flock = 't-init'
  beforeAll(async () => void (await sweepLocalFlock(flock, process.env)))
  afterAll(async () => void (await sweepLocalFlock(flock, process.env)))

  test('goes from init to a machine that was changed and ended', () => {
    const withKey = (...words: readonly string[]): Ended => droverIn({ DROVER_SSH_KEY_FILE: key }, ...words)
    const made = drover('init', ...given.slice(0, 4), '--name', flock)
    expect(made).toMatchObject({ code: 0, err: '' })
    git('init', '--quiet', '--bare', join(ops, '.git/server.git'))
    git('remote', 'add', 'origin', join(ops, '.git/server.git'))
    git('push', '--quiet', '-u', 'origin', 'main', 'config')
    expect(drover('init').out).not.toMatch(/push -u origin|gh repo create/)
    expect(withKey('create', 'lo-demo').code).toBe(0)
    git('switch', '--quiet', 'config')
    git('pull', '--quiet', '--rebase')
    const looked = withKey('doctor')
    expect([looked.code, looked.err]).toEqual([0, ''])
    expect(looked.out).toMatch(/^ok +machines +1 machine answers by SSH, 2 machines not made yet$/m)
    mkdirSync(join(ops, 'config/machines/lo-demo'), { recursive: true })
    writeFileSync(join(ops, 'config/machines/lo-demo/greeting'), 'Good morning\n')
    git('add', '--all')
    git('commit', '--quiet', '-m', 'a morning')
    git('push', '--quiet')
    expect(withKey('configure', 'lo-demo').out).toContain('changed 1 file: /etc/hello/greeting')
    expect(withKey('terminate', 'lo-demo', '--yes').code).toBe(0)
  })
})

describe('drover workflows sync', () => {
  test('passes a new secret on, on both branches, with edits kept', () => {
    drover('init', ...given)
    expect(drover('workflows', 'sync', '--check').code).toBe(0)
    appendFileSync(join(ops, '.github/workflows/run.yml'), '# ours\n')
    git('commit', '--quiet', '--all', '-m', 'ours')
    git('switch', '--quiet', 'config')
    appendFileSync(join(ops, 'secrets-templates/groups/web/credentials.json'), '{{secret "NEW_ONE"}}\n')
    expect(drover('workflows', 'sync', '--check').code).toBe(1)
    expect(drover('workflows', 'sync').code).toBe(0)
    expect(git('diff', '--name-only').split('\n')).toEqual([
      '.github/workflows/pull-request.yml',
      '.github/workflows/push.yml',
      'secrets-templates/groups/web/credentials.json',
    ])
    expect(drover('workflows', 'sync', '--check').code).toBe(0)
    git('commit', '--quiet', '--all', '-m', 'a new secret')
    git('switch', '--quiet', 'main')
    expect(drover('workflows', 'sync', '--check').code).toBe(1)
    const synced = drover('workflows', 'sync')
    expect([synced.code, synced.err]).toEqual([0, ''])
    expect(synced.out).toMatch(
      /^changed +\.github\/workflows\/run\.yml +brought up to date, edits by hand kept$/m,
    )
    expect(workflow('drover.yml')).toContain('NEW_ONE: ${{ secrets.NEW_ONE }}')
    expect(workflow('run.yml')).toMatch(/# ours\n$/)
    const before = git('diff')
    expect(drover('workflows', 'sync').out).toContain('every workflow is up to date')
    expect(git('diff')).toBe(before)
  })

  test('finds an edit by hand, shows it, and takes it away only when told to', () => {
    drover('init', ...given)
    const path = '.github/workflows/run.yml'
    const original = workflow('run.yml')
    writeFileSync(join(ops, path), original.replace('permissions: {}', 'permissions: write-all'))
    const [edited, ...others] = findings('workflows', 'sync', '--check').filter(({ state }) => state !== 'ok')
    expect(others).toEqual([])
    expect(edited).toMatchObject({
      state: 'problem',
      about: path,
      message: expect.stringMatching(/^was edited by hand/),
    })
    expect(edited?.detail).toMatch(/\n-permissions: \{\}\n\+permissions: write-all$/)
    expect(troubles('doctor')).toEqual([expect.stringContaining(`main:${path}: was edited by hand`)])
    expect(drover('workflows', 'sync').code).toBe(0)
    expect(workflow('run.yml')).toContain('write-all')
    expect(drover('workflows', 'sync', '--overwrite').code).toBe(0)
    expect(workflow('run.yml')).toBe(original)
  })

  test('says that a secret cannot be passed on where a block lost its marks', () => {
    drover('init', ...given)
    const path = join(ops, '.github/workflows/run.yml')
    writeFileSync(
      path,
      workflow('run.yml')
        .replace(/ *# drover: .*\n/g, '')
        .replace(/ *API_TOKEN: .*\n/, ''),
    )
    const { code, out } = drover('workflows', 'sync')
    expect(code).toBe(1)
    expect(out).toContain('cannot pass on API_TOKEN')
  })

  test('moves to another version of the toolkit', () => {
    drover('init', ...given)
    expect(drover('workflows', 'sync', '--toolkit', 'writing/drover@feed123').code).toBe(0)
    expect(
      git('grep', '-h', 'uses: writing/drover')
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(expect.arrayContaining(['uses: writing/drover@feed123']))
    expect(workflow('drover.yml')).not.toContain('0123abc')
    expect(drover('workflows', 'sync', '--check').code).toBe(0)
  })

  test('has the templates of another version from the clone of the toolkit', async () => {
    git('init', '--quiet', '--initial-branch=main')
    mkdirSync(join(ops, 'workflows-templates/main'), { recursive: true })
    const file = join(ops, 'workflows-templates/main/run.yml')
    writeFileSync(file, 'name: old\n')
    git('add', '--all')
    git('commit', '--quiet', '-m', 'old')
    const old = git('rev-parse', 'HEAD')
    git('remote', 'add', 'origin', 'https://github.com/writing/drover.git')
    writeFileSync(file, 'name: new\n')
    const { templates, templatesAt, reference } = await readStarter(ops)
    const text = (tree: Tree) => tree.get('workflows-templates/main/run.yml')?.bytes.toString()
    expect(text(templates)).toBe('name: new\n')
    expect(text(await templatesAt(old.slice(0, 10)))).toBe('name: old\n')
    expect(await templatesAt('v9')).toEqual(new Map())
    expect(await templatesAt('--all')).toEqual(new Map())
    expect(reference).toBe(`writing/drover@${old}`)
  })

  test('sees the config branch of origin in a clone that has only main', () => {
    drover('init', ...given)
    const original = ops
    ops = mkdtempSync(join(place, 'clone-'))
    git('clone', '--quiet', original, '.')
    expect(drover('workflows', 'sync', '--check', '--repository', 'writing/servers').code).toBe(0)
    git('update-ref', '-d', 'refs/remotes/origin/config')
    const refused = drover('workflows', 'sync', '--check')
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('git fetch origin config')
  })
})
