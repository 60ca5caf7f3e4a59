import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'

let flock: LocalFlock
const goodFlock = readFileSync(join(import.meta.dirname, '../fixtures/ops/flock.yml'), 'utf8').replace(
  'flock: demo',
  'flock: t-bad',
)

beforeAll(async () => {
  flock = await makeLocalFlock('t-bad')
  const made = await flock.report(['create', 'lo-1'])
  expect(made.ran.code, made.ran.stderr + made.ran.stdout).toBe(0)
})

afterAll(async () => {
  await flock?.remove()
})

interface Bad {
  readonly name: string
  /** Files that are pushed before the run, and reverted after it. */
  readonly files?: () => Readonly<Record<string, string>>
  readonly words: readonly string[]
  readonly env?: () => Readonly<Record<string, string>>
  readonly exitCode: number
  readonly reason: string
  /** Parts of the problem or message, and its place. */
  readonly says: RegExp
  readonly at?: { readonly file: string; readonly line: number }
}

const unit = 'config/machines/lo-1/greeting'

const table: readonly Bad[] = [
  {
    name: 'an unknown machine',
    words: ['configure', 'lo-9'],
    exitCode: 2,
    reason: 'unknown-machine',
    says: /"lo-9"/,
  },
  {
    name: 'an unknown group',
    words: ['configure', 'group:wbe'],
    exitCode: 2,
    reason: 'unknown-machine',
    says: /"wbe"|"group:wbe"/,
  },
  {
    name: 'a misspelt operation',
    words: ['configrue', 'lo-1'],
    exitCode: 2,
    reason: 'unknown-operation',
    says: /configrue/,
  },
  {
    name: 'a misspelt flag',
    words: ['configure', 'lo-1', '--dryrun'],
    exitCode: 2,
    reason: 'invalid-argument',
    says: /dryrun/,
  },
  {
    name: 'a misspelt key',
    files: () => ({ 'flock.yml': `${goodFlock}\nvarz: {}\n` }),
    words: ['configure', 'lo-1'],
    exitCode: 2,
    reason: 'invalid-flock',
    says: /varz/,
    at: { file: 'flock.yml', line: goodFlock.split('\n').length + 1 },
  },
  {
    name: 'a cyclic group',
    files: () => ({
      'flock.yml': goodFlock.replace(
        '    description: Answers',
        '    groups: [web]\n    description: Answers',
      ),
    }),
    words: ['configure', 'lo-1'],
    exitCode: 2,
    reason: 'invalid-flock',
    says: /web -> web/,
  },
  {
    name: 'a missing group',
    files: () => ({ 'flock.yml': goodFlock.replace('groups: [web]', 'groups: [web, proxies]') }),
    words: ['preview', 'lo-1'],
    exitCode: 2,
    reason: 'invalid-flock',
    says: /proxies/,
  },
  {
    name: 'a missing template variable',
    files: () => ({ [unit]: 'one\n{{vars.greting}}\n' }),
    words: ['configure', 'lo-1'],
    exitCode: 2,
    reason: 'missing-variable',
    says: /greting/,
    at: { file: unit, line: 2 },
  },
  {
    name: 'a template that does not parse',
    files: () => ({ [unit]: 'one\ntwo {{#if}\n' }),
    words: ['configure', 'lo-1'],
    exitCode: 2,
    reason: 'invalid-template',
    says: /./,
    at: { file: unit, line: 2 },
  },
  {
    name: 'a secret outside of secrets-templates',
    files: () => ({ [unit]: '{{secret "API_TOKEN"}}\n' }),
    words: ['configure', 'lo-1'],
    exitCode: 2,
    reason: 'invalid-template',
    says: /secrets-templates/,
    at: { file: unit, line: 1 },
  },
  {
    name: 'a missing secret, with the file that wants it',
    words: ['configure', 'lo-1'],
    env: () => ({ API_TOKEN: '' }),
    exitCode: 2,
    reason: 'missing-secret',
    says: /API_TOKEN.*credentials\.json/,
  },
  {
    name: 'a secret that is too short to be kept out of logs',
    words: ['configure', 'lo-1'],
    env: () => ({ API_TOKEN: 'x' }),
    exitCode: 2,
    reason: 'unsafe-secret',
    says: /API_TOKEN/,
  },
  {
    name: 'a manifest with a misspelt key',
    files: () => ({ 'config/machines/lo-1/files.yml': 'files:\n  - destination: /etc/x\n    onwer: root\n' }),
    words: ['configure', 'lo-1'],
    exitCode: 2,
    reason: 'invalid-manifest',
    says: /onwer/,
    at: { file: 'config/machines/lo-1/files.yml', line: 3 },
  },
  {
    name: 'a source that no layer has',
    files: () => ({ 'config/machines/lo-1/files.yml': 'files:\n  - destination: /etc/none.conf\n' }),
    words: ['configure', 'lo-1'],
    exitCode: 2,
    reason: 'missing-file',
    says: /none\.conf/,
  },
  {
    name: 'a machine that was not made',
    words: ['configure', 'lo-2'],
    exitCode: 1,
    reason: 'not-provisioned',
    says: /does not exist/,
  },
  {
    name: 'a wrong SSH key',
    words: ['configure', 'lo-1'],
    env: () => ({ DROVER_SSH_KEY_FILE: otherKey() }),
    exitCode: 3,
    reason: 'authentication-failed',
    says: /refused the SSH key/,
  },
  {
    name: 'a file that is no SSH key, without a word of it',
    words: ['configure', 'lo-1'],
    env: () => ({ DROVER_SSH_KEY: 'not a key at all' }),
    exitCode: 2,
    reason: 'invalid-argument',
    says: /^(?!.*not a key at all).*private key cannot be read/,
  },
  {
    name: 'a branch that does not exist',
    words: ['list', '--branch', 'confg'],
    exitCode: 2,
    reason: 'branch-missing',
    says: /confg/,
  },
  {
    name: 'a repository that does not exist',
    words: ['list', '--repository', '/nowhere/ops.git'],
    exitCode: 3,
    reason: 'repository-unreachable',
    says: /nowhere/,
  },
  {
    name: 'a terminate nobody confirmed',
    words: ['terminate', 'lo-1'],
    exitCode: 2,
    reason: 'not-confirmed',
    says: /not confirmed/,
  },
  {
    name: 'a run without a command',
    words: ['run', 'lo-1'],
    exitCode: 2,
    reason: 'invalid-argument',
    says: /command/,
  },
]

function otherKey(): string {
  const file = join(flock.folder, `other-${Math.random()}`)
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file])
  return file
}

test.each(table)(
  'an input with $name gets one clear sentence and a way out, and nothing is half done',
  async (bad) => {
    if (bad.files) flock.ops.push(bad.files(), bad.name)
    const before = flock.ops.head()
    const report = await flock.report(bad.words, bad.env ? { env: bad.env() } : {})
    const machine = report.machines[0]
    const problem = report.problems[0]
    expect({
      exitCode: report.exitCode,
      code: report.ran.code,
      reason: machine?.reason ?? report.reason,
    }).toEqual({
      exitCode: bad.exitCode,
      code: bad.exitCode,
      reason: bad.reason,
    })
    const message = machine?.message ?? problem?.message ?? report.message
    expect(message).toMatch(bad.says)
    expect(message).not.toContain('\n')
    expect(machine?.hint ?? problem?.hint ?? report.hint ?? '').not.toBe('')
    if (bad.at) expect(problem?.at).toMatchObject(bad.at)
    if (machine === undefined) expect(flock.ops.head(), 'the branch is as it was').toBe(before)
    if (bad.files) {
      flock.ops.git('pull', '--quiet', '--rebase', 'origin', 'config')
      flock.ops.git('revert', '--no-edit', before)
      flock.ops.git('push', '--quiet', 'origin', 'config')
    }
  },
)

test('all problems of an input are reported at once', async () => {
  const before = flock.ops.push(
    {
      'flock.yml': goodFlock.replace('provider: local', 'provider: locl\nsss: 1'),
    },
    'two problems',
  )
  const { problems } = await flock.report(['configure', 'lo-1'])
  expect(problems.map(({ at }) => at?.line)).toEqual([3, 4])
  flock.ops.git('revert', '--no-edit', before)
  flock.ops.git('push', '--quiet', 'origin', 'config')
})

test('edits that are not committed, or not pushed, are refused by name', async () => {
  flock.ops.git('pull', '--quiet', '--rebase', 'origin', 'config')
  writeFileSync(join(flock.ops.clone, 'flock.yml'), `${goodFlock}# edited\n`)
  const dirty = await flock.report(['configure', 'lo-1'])
  expect(dirty).toMatchObject({ exitCode: 2, reason: 'checkout-dirty' })
  expect(dirty.message).toContain('flock.yml')
  flock.ops.git('commit', '--quiet', '--all', '-m', 'not pushed')
  const ahead = await flock.report(['configure', 'lo-1'])
  expect(ahead).toMatchObject({ exitCode: 2, reason: 'checkout-dirty' })
  expect(ahead.message).toContain('1 commit')
  flock.ops.git('reset', '--quiet', '--hard', 'origin/config')
  expect((await flock.report(['configure', 'lo-1'])).exitCode).toBe(0)
})

test('a machine that shows another host key is refused before we authenticate', async () => {
  const path = 'machines/lo-1/machine.json'
  const good = flock.ops.read(path)
  const stranger = `ssh-ed25519 ${Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25519'), Buffer.from([0, 0, 0, 32]), Buffer.alloc(32, 7)]).toString('base64')}`
  flock.ops.push({ [path]: good.replace(/ssh-ed25519 [A-Za-z0-9+/=]+/, stranger) }, 'another key')
  const report = await flock.report(['configure', 'lo-1'])
  expect(report.exitCode).toBe(3)
  expect(report.machines[0]).toMatchObject({ outcome: 'unreachable', reason: 'host-key-mismatch' })
  const shell = await flock.cli(['connect', 'lo-1'], { input: 'hostname\n' })
  expect(shell.code).toBe(3)
  expect(shell.stdout).not.toContain('lo-1\n')
  flock.ops.push({ [path]: good }, 'the right key')
  const log = await flock.on('lo-1', 'journalctl -u ssh --no-pager -o cat -n 200')
  // Which of the words sshd finds depends on whether it reads our goodbye first; after a user's name came, all have one.
  expect(log).toMatch(/(Connection (closed|reset) by|Disconnected from) \S+ port \d+ \[preauth\]/)
})

test('an address where nobody answers is reported by name', async () => {
  const path = 'machines/lo-1/machine.json'
  const good = flock.ops.read(path)
  flock.ops.push({ [path]: good.replace(/"port": 22/, '"port": 2') }, 'nobody there')
  const report = await flock.report(['configure', 'lo-1'])
  expect(report.exitCode).toBe(3)
  expect(report.machines[0]).toMatchObject({ outcome: 'unreachable', reason: 'unreachable' })
  flock.ops.push({ [path]: good }, 'back')
})

test('a push of somebody else meanwhile loses neither their commit nor ours', async () => {
  const running = flock.report(['run', 'lo-1', '--', 'sleep 3'])
  await new Promise((resolve) => setTimeout(resolve, 1500))
  flock.ops.push({ 'config/machines/lo-1/greeting': 'meanwhile\n' }, 'meanwhile')
  expect((await running).exitCode).toBe(0)
  flock.ops.git('pull', '--quiet', '--rebase', 'origin', 'config')
  const [newest, older] = flock.ops.git('log', '-2', '--format=%s').split('\n')
  expect([newest, older]).toEqual(['run lo-1: ok', 'meanwhile'])
})

test('a record of a repository that cannot be pushed to is kept as a file, and can be committed later', async () => {
  const hook = join(flock.ops.url, 'hooks', 'pre-receive')
  writeFileSync(hook, '#!/bin/sh\necho the branch is closed; exit 1\n', { mode: 0o755 })
  const state = join(flock.folder, 'state')
  const report = await flock.report(['run', 'lo-1', '--', 'true'], { env: { XDG_STATE_HOME: state } })
  expect(report).toMatchObject({ exitCode: 3, reason: 'push-failed', outcome: 'failed' })
  expect(report.machines[0]).toMatchObject({ outcome: 'ok' })
  const [, file = ''] = /drover replay (\S+?)"\./.exec(report.hint ?? '') ?? []
  execFileSync('rm', [hook])
  const before = flock.ops.head()
  const folded = await flock.report(['replay', file])
  expect(folded.exitCode, folded.message).toBe(0)
  expect(flock.ops.head()).not.toBe(before)
  const once = flock.ops.head()
  expect((await flock.report(['replay', file])).exitCode).toBe(0)
  expect(flock.ops.head()).toBe(once)
})
