import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, utimesSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  makeProgramRoot,
  ownOwner,
  type ProgramRoot,
  posixShells,
} from '../../../test/support/run-program.js'
import { programText } from '../program.js'

const { user, group } = ownOwner()
const values = {
  share_program: programText('code/share.sh'),
  status_unreachable: 20,
  status_missing: 21,
  status_build: 22,
  status_disk_full: 23,
  status_no_git: 24,
  status_other: 25,
}

/** A repository with one commit, of which it tells the id. */
function makeRepository(root: ProgramRoot): string {
  root.put('/srv/origin/file', 'one\n')
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', root.at('/srv/origin'), '-c', 'user.name=a', '-c', 'user.email=a', ...args], {
      encoding: 'utf8',
    }).trim()
  git('init', '-q', '-b', 'main')
  git('add', 'file')
  git('commit', '-q', '-m', 'one')
  return git('rev-parse', 'HEAD')
}

test('a release is made once, as its owner, with what is shared beside it', () => {
  using root = makeProgramRoot()
  const commit = makeRepository(root)
  // Only root may become somebody else.
  root.stub({ setpriv: 'while [ "$1" != -- ]; do shift; done; shift; exec "$@"' })
  mkdirSync(root.at('/run'))
  const path = root.at('/srv/app')
  const release = `${path}.releases/${commit.slice(0, 12)}-01234567`
  const url = `file://${root.at('/srv/origin')}`
  const make = (build: string) => {
    const more = `shared=(data)\nbuild=('${build}')\nmake_release app ${path} ${url} clone ${commit} ${release} ${user} ${group} - main`
    const { code, stdout } = root.run('code/release.sh', { values, more })
    return { code, lines: stdout.toString().trimEnd().split('\n') }
  }
  const failed = make('echo no; exit 3')
  expect([failed.code, failed.lines.slice(-2)]).toEqual([
    22,
    ['| no', 'failed app: build: "echo no; exit 3" exited with 3'],
  ])
  const made = make('echo "$DROVER_CODE $PWD" >built')
  expect([made.code, made.lines.at(-1)]).toEqual([0, `app: ${release} is done`])
  const at = release.slice(root.path.length)
  expect([root.read(`${at}/file`), root.read(`${at}/built`)]).toEqual(['one\n', `app ${release}\n`])
  expect(root.has('/srv/app.shared/data')).toBe(true)
  expect(make('exit 9').lines).toEqual([`app: ${release} is there`])

  for (const shell of posixShells) {
    const seen = root.run('code/observe-releases.sh', { shell, args: ['/srv/none', '/srv/app.releases'] })
    expect(seen.stdout.toString()).toBe(`done 1 ${commit.slice(0, 12)}-01234567\nhave 1 ${commit}\nend\n`)
  }
})

test('what is shared is the first that somebody had, a folder, or left to who writes the file', () => {
  using root = makeProgramRoot()
  mkdirSync(root.at('/srv/shared'), { recursive: true })
  root.put('own', 'first')
  for (const name of ['own', 'a/folder', 'file.txt']) {
    expect(root.run('code/share.sh', { args: ['/srv/shared', name] })).toMatchObject({ code: 0, stderr: '' })
  }
  expect([root.read('/srv/shared/own'), root.read('own')]).toEqual(['first', 'first'])
  expect([root.has('a/folder'), root.has('file.txt')]).toEqual([true, false])
})

test('versions that nobody needs go, but not the one in use and the newest of the others', () => {
  using root = makeProgramRoot()
  const names = ['1', '2', '3', '4', '5'].map((digit) => `${digit.repeat(12)}-${digit.repeat(8)}`)
  names.forEach((name, at) => {
    mkdirSync(root.at(`/srv/app.releases/${name}`), { recursive: true })
    root.put(`/srv/app.releases/${name}.done`, '')
    utimesSync(root.at(`/srv/app.releases/${name}.done`), at, at)
  })
  mkdirSync(root.at('/run'))
  symlinkSync(root.at(`/srv/app.releases/${names[0]}`), root.at('/srv/app'))
  const places = {
    place_lock: '/run/drover/lock',
    place_undo: '/var/lib/drover/undo',
    place_transactions: '/var/lib/drover/tx',
  }
  const { stdout } = root.run('code/prune.sh', {
    values: { ...places, versions_kept: 3 },
    args: ['code', '/srv/app'],
  })
  expect(stdout.toString()).toBe(`removed ${root.at('/srv/app.releases')}/${names[1]}\n`)
})
