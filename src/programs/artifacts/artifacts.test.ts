import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeProgramRoot, ownOwner, posixShells } from '../../../test/support/run-program.js'

const { user, group } = ownOwner()
const values = { place_library: '/var/lib/drover', status_disk_full: 23, status_differs: 24 }
const sha256 = createHash('sha256').update('bytes').digest('hex')
const folder = '/var/lib/drover/artifacts/tool'

test.each(posixShells)('%s takes in a version that is whole, and nothing of one that is not', (shell) => {
  using root = makeProgramRoot()
  const receive = (stdin: string) => {
    const args = [folder, `${folder}/${sha256}`, '5', sha256, `${user}:${group}`, '755']
    return root.run('artifacts/receive.sh', { shell, values, args, stdin })
  }
  expect(receive('bites')).toMatchObject({ code: 24, stderr: 'it did not arrive whole\n' })
  expect(readdirSync(root.at(folder))).toEqual([])
  expect(receive('bytes')).toMatchObject({ code: 0, stderr: '' })
  expect(root.read(`${folder}/${sha256}`)).toBe('bytes')
  expect(statSync(root.at(`${folder}/${sha256}`)).mode & 0o777).toBe(0o755)
})

test.each(posixShells)('%s tells which versions are there, and gives them their mode', (shell) => {
  using root = makeProgramRoot()
  root.put('/srv/b', 'b')
  const args = ['/srv/a', '/srv/b'].flatMap((path) => [path, `${user}:${group}`, '700'])
  expect(root.run('artifacts/settle.sh', { shell, args }).stdout.toString()).toBe('there 1\nend\n')
  expect(statSync(root.at('/srv/b')).mode & 0o777).toBe(0o700)
})
