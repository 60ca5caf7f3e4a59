import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeProgramRoot, type ProgramRoot } from '../../../test/support/run-program.js'
import { transientArchive } from '../../long-work/commands/transient.js'
import { sharedValues } from '../../transaction/shared-values.js'

const values = { place_transient: '/var/lib/drover/transient' }
const now = '/var/lib/drover/transient/code/now'

function makeArchive(root: ProgramRoot): Buffer {
  const files = transientArchive({
    script: 'cat word; exit 3',
    files: [{ path: 'word', mode: 0o600, bytes: Buffer.from('hi') }],
  })
  for (const { path, bytes } of files) root.put(`archive/${path}`, bytes)
  return execFileSync('tar', ['-c', '-f', '-', '-C', root.at('archive'), '.'])
}

function makeMachine(): ProgramRoot {
  const root = makeProgramRoot()
  mkdirSync(root.at('/run/systemd/system'), { recursive: true })
  mkdirSync(root.at('/var'))
  root.stub({ systemctl: 'case $1 in show) echo inactive ;; esac', 'systemd-run': '' })
  return root
}

test('a unit is started once, and told in whose hands it is', () => {
  using root = makeMachine()
  const state = (run: string, key: string): string =>
    root.run('long-work/state.sh', { values, args: ['code', run, key] }).stdout.toString()
  expect(state('f00d', '0a')).toBe('free\n')
  const stdin = makeArchive(root)
  const args = ['code', 'f00d', '0a', String(stdin.length), 'run 1', '10', '60']
  const started = root.run('long-work/start.sh', { values: { ...values, spare_seconds: 120 }, args, stdin })
  expect([started.code, started.stdout.toString()]).toEqual([0, 'ours f00d\n'])
  expect(root.calls().find((call) => call.startsWith('systemd-run'))).toContain('-p RuntimeMaxSec=190 ')
  expect([root.read(`${now}/files/word`), state('f00d', '0a')]).toEqual(['hi', 'ours f00d\n'])
  root.stub({ systemctl: 'case $1 in show) echo active ;; esac' })
  expect([state('beef', '0a'), state('beef', '0b')]).toEqual(['ours f00d\n', 'other run 1\n'])
})

test('an archive that was cut off starts nothing, and a machine without systemd is told', () => {
  using root = makeMachine()
  const stdin = makeArchive(root).subarray(0, 2048)
  const args = ['code', 'f00d', '0a', '2048', 'run 1', '10', '60']
  expect(root.run('long-work/start.sh', { values: { ...values, spare_seconds: 1 }, args, stdin }).code).toBe(
    1,
  )
  expect(root.calls()).toEqual([])
  using other = makeProgramRoot()
  expect(other.run('long-work/state.sh', { values, args: ['code', 'f00d', '0a'] }).stdout.toString()).toBe(
    'no-systemd\n',
  )
})

test('the work is done under the lock, its output is followed, and at its end what it needed is gone', () => {
  using root = makeMachine()
  makeArchive(root)
  mkdirSync(root.at(now), { recursive: true })
  execFileSync('cp', ['-r', `${root.at('archive')}/.`, root.at(now)])
  root.put(`${now}/run`, 'f00d\n')
  root.put(`${now}/holder`, 'run 1\n')
  mkdirSync(root.at('/run/drover'))
  const unit = root.run('long-work/unit.sh', {
    values: sharedValues,
    more: 'work_alone 5 20',
    env: { id: 'f00d', tx: root.at(now) },
  })
  expect([unit.code, root.read(`${now}/output`)]).toEqual([3, 'f00d started\nhi'])
  expect(root.read('/run/drover/holder')).toBe('run 1\n')

  const env = { SERVICE_RESULT: 'exit-code', EXIT_CODE: 'exited', EXIT_STATUS: '3' }
  expect(root.run('long-work/ended.sh', { args: [now], env }).code).toBe(0)
  expect([root.has(`${now}/files`), root.has(`${now}/script.sh`), root.read(`${now}/exit`)]).toEqual([
    false,
    false,
    'exit-code exited 3\n',
  ])
  const follow = { ...values, chunk_bytes: 8, alive_seconds: 10 }
  const { stdout } = root.run('long-work/follow.sh', { values: follow, args: ['code', 'f00d', '5'] })
  const base64 = (text: string): string => Buffer.from(text).toString('base64')
  expect(stdout.toString()).toBe(
    `data 5 8 ${base64('started\n')}\ndata 13 2 ${base64('hi')}\nend exit-code exited 3 .\n`,
  )
  expect(
    root.run('long-work/follow.sh', { values: follow, args: ['code', 'beef', '0'] }).stdout.toString(),
  ).toBe('end replaced .\n')
})
