import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeProgramRoot, type ProgramRoot } from '../../../test/support/run-program.js'

const before = '/var/lib/drover/update-before'
const values = { mark: 'drover-update', only: 'all', place_before: before, lock_seconds: 1 }

/** A machine on which tool can go from 1 to 2, and kept cannot. */
function stubApt(root: ProgramRoot): void {
  mkdirSync(root.at('/var/lib/apt/lists'), { recursive: true })
  mkdirSync(root.at('/var/lib/drover'), { recursive: true })
  const planned = "echo 'Inst tool [1] (2 Debian-Security:12/stable [amd64])'"
  const others = "echo 'Inst kept [1] (3 Debian:12/stable [amd64])'"
  root.stub({
    find: '',
    'apt-mark': 'case $1 in showhold) echo kept ;; esac',
    'apt-get': `case $* in *dist-upgrade) ${planned}; ${others} ;; *'-s --with-new-pkgs upgrade') ${planned} ;;
*'--with-new-pkgs upgrade' | *' install tool') echo 'Setting up tool (2) ...'; : >${root.at('upgraded')} ;; esac`,
    'dpkg-query': `[ ! -e ${root.at('upgraded')} ] && echo 'tool 1 ii ' || echo 'tool 2 ii '; echo 'kept 1 ii '`,
    dpkg: 'case $1 in --print-architecture) echo amd64 ;; esac',
    uname: 'echo none',
  })
}

const told = (stdout: Buffer): readonly string[] =>
  stdout
    .toString()
    .split('\n')
    .filter((line) => /^drover-update (?!step|done)/.test(line))

test('a plan says what an update would do, and changes nothing', () => {
  using root = makeProgramRoot()
  stubApt(root)
  const { code, stdout } = root.run('packages/plan.sh', { values, env: { TMPDIR: root.path } })
  expect(told(stdout)).toEqual([
    'drover-update would tool 1 2',
    'drover-update left kept 1 3 held',
    'drover-update end',
  ])
  expect([code, root.has('upgraded'), root.has(before)]).toEqual([0, false, false])
})

test.each(['all', 'security'])('an update of %s packages tells what it changed', (only) => {
  using root = makeProgramRoot()
  stubApt(root)
  const { code, stdout } = root.run('packages/update.sh', { values: { ...values, only } })
  expect(told(stdout)[0]).toBe('drover-update changed tool 1 2')
  expect(told(stdout).at(-1)).toBe('drover-update end')
  expect([code, root.has('upgraded'), root.has(before)]).toEqual([0, true, false])
})

test('packages that cannot be upgraded are told with the first error', () => {
  using root = makeProgramRoot()
  stubApt(root)
  root.stub({ 'apt-get': "echo 'E: no room' >&2; exit 100" })
  const { code, stdout } = root.run('packages/plan.sh', { values, env: { TMPDIR: root.path } })
  expect([code, told(stdout)]).toEqual([1, ['drover-update failed E: no room', 'drover-update end']])
})
