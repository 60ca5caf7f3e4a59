import { createHash } from 'node:crypto'
import { chmodSync, statSync, symlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeProgramRoot, ownOwner, posixShells } from '../../../test/support/run-program.js'

const { user, group } = ownOwner()
const owner = `${user}:${group}`
const values = { status_no_folder: 41, status_no_file: 42, status_differs: 43, status_owner: 46 }
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

test.each(posixShells)('%s says what an upload would replace, through a link', (shell) => {
  using root = makeProgramRoot()
  root.put('/srv/b c', 'old')
  chmodSync(root.at('/srv/b c'), 0o640)
  symlinkSync(root.at('/srv/b c'), root.at('/srv/a'))
  const asked = (path: string) => root.run('transfer/observe-upload.sh', { shell, values, args: [path] })
  expect(asked('/srv/a').stdout.toString()).toBe(`${root.at('/srv/b c')}\n640 ${owner}\n${digestOf('old')}\n`)
  expect(asked('/srv/new').stdout.toString()).toBe(`${root.at('/srv/new')}\n`)
  expect([asked('/srv/none/new').code, asked(root.at('/srv')).code]).toEqual([41, 42])
})

test.each(posixShells)('%s puts what arrived whole, and leaves what is there otherwise', (shell) => {
  using root = makeProgramRoot()
  root.put('/srv/a', 'old')
  const upload = (sha256: string, as = owner) =>
    root.run('transfer/upload.sh', { shell, values, args: ['/srv/a', '0600', as, sha256], stdin: 'new' }).code
  expect([upload(digestOf('other')), upload(digestOf('new'), 'nobody-of-this-name:')]).toEqual([43, 46])
  expect(root.read('/srv/a')).toBe('old')
  expect(upload(digestOf('new'))).toBe(0)
  expect(root.read('/srv/a')).toBe('new')
  expect(statSync(root.at('/srv/a')).mode & 0o777).toBe(0o600)
})

test('a download tells the digest of what it sent', () => {
  using root = makeProgramRoot()
  root.put('/srv/a b', 'content')
  const download = (path: string) =>
    root.run('transfer/download.sh', { values: { status_missing: 44, status_no_file: 42 }, args: [path] })
  expect(download('/srv/a b')).toMatchObject({ code: 0, stderr: `${digestOf('content')}  -\n` })
  expect(download('/srv/a b').stdout.toString()).toBe('content')
  expect([download('/srv/none').code, download(root.at('/srv')).code]).toEqual([44, 42])
})

test('a backup holds what is there, and names what has to be there and is not', () => {
  using root = makeProgramRoot()
  root.put('/srv/a', 'one')
  const statuses = { status_missing: 44, status_nothing: 45 }
  const backup = (...args: readonly string[]) => root.run('transfer/backup.sh', { values: statuses, args })
  root.put('/srv/made.tar.gz', backup('needed:/srv/a', 'optional:/srv/b').stdout)
  const unpack = `tar -x -z -O -f ${root.at('/srv/made.tar.gz')}`
  expect(root.run('artifacts/functions.sh', { more: unpack }).stdout.toString()).toBe('one')
  expect(backup('needed:/srv/x', 'needed:/srv/y z')).toMatchObject({
    code: 44,
    stderr: `${root.at('/srv/x')}\0${root.at('/srv/y z')}\0`,
  })
  expect(backup('optional:/srv/x').code).toBe(45)
})
