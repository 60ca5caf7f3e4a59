import { execFile } from 'node:child_process'
import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeHostsDns } from '../../src/dns/hosts/hosts-dns.js'
import { describeDns } from '../contract/dns-contract.js'

const run = promisify(execFile)
const theirs = '127.0.0.1 localhost\n# caf\xe9\r\n\n::1 localhost'

describeDns('hosts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'drover-hosts-'))
  const path = join(folder, 'hosts')
  await writeFile(path, theirs, 'latin1')
  const lines = async (): Promise<readonly string[]> => (await readFile(path, 'latin1')).split('\n')
  return {
    open: () => makeHostsDns({ flock: 'lo', path }),
    zone: 'example.test',
    lookUp: async (name) =>
      (await lines()).flatMap((line) => {
        const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/)
        return names.includes(name) ? [address] : []
      }),
    takeName: async (name) => writeFile(path, `192.0.2.200 ${name}\n`, { flag: 'a' }),
    others: async () => (await lines()).filter((line) => !line.endsWith('# drover: flock lo')),
    close: () => rm(folder, { recursive: true }),
  }
})

describe('the hosts file', () => {
  const record = { name: 'web.example.test', address: '192.0.2.1', ttlSeconds: 60 }
  const line = '192.0.2.1\tweb.example.test\t# drover: flock lo\n'
  let folder = ''
  let path = ''

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drover-hosts-'))
    path = join(folder, 'hosts')
  })
  afterEach(() => rm(folder, { recursive: true }))

  const open = (flock = 'lo') => makeHostsDns({ flock, path })

  test('the hosts file has every byte of others again when our lines are gone', async () => {
    await writeFile(path, `${theirs}\n`, 'latin1')
    await open().point(record)
    expect(await readFile(path, 'latin1')).toBe(`${theirs}\n${line}`)
    await open().remove(record)
    expect(await readFile(path, 'latin1')).toBe(`${theirs}\n`)
    expect(await readdir(folder)).toEqual(['hosts'])
  })

  test('the hosts file is made where there is none', async () => {
    await open().point(record)
    expect(await readFile(path, 'utf8')).toBe(line)
    expect((await stat(path)).mode & 0o777).toBe(0o644)
  })

  test('the hosts file is replaced by a new file with the same mode', async () => {
    await writeFile(path, theirs, 'latin1')
    await chmod(path, 0o640)
    const before = await stat(path)
    await open().point(record)
    const after = await stat(path)
    expect(after.ino).not.toBe(before.ino)
    expect([after.mode, after.uid, after.gid]).toEqual([before.mode, before.uid, before.gid])
  })

  test.skipIf(process.getuid?.() !== 0)('the hosts file keeps its owner (as root)', async () => {
    await writeFile(path, theirs, 'latin1')
    await run('chown', ['1234:2345', path])
    await open().point(record)
    const { uid, gid } = await stat(path)
    expect([uid, gid]).toEqual([1234, 2345])
  })

  test('the hosts file stays a symlink when it is one', async () => {
    await writeFile(join(folder, 'real'), '')
    await symlink('real', path)
    await open().point(record)
    expect((await lstat(path)).isSymbolicLink()).toBe(true)
    expect(await readFile(join(folder, 'real'), 'utf8')).toBe(line)
  })

  test('the hosts file keeps the lines of another flock', async () => {
    await open('la').point({ ...record, name: 'la.example.test' })
    await open('lo').point(record)
    expect(await open('lo').remove({ ...record, name: 'la.example.test' })).toBe(false)
    expect(await readFile(path, 'utf8')).toContain('la.example.test\t# drover: flock la\n')
  })

  test('the hosts file takes all names of one run', async () => {
    const dns = open()
    const names = Array.from({ length: 60 }, (_, index) => `w${index}.example.test`)
    await Promise.all(names.map((name) => dns.point({ ...record, name })))
    const lines = (await readFile(path, 'utf8')).trim().split('\n')
    expect(lines.map((each) => each.split('\t')[1])).toEqual(names)
  })

  test('the hosts file takes the names after one that it could not have', async () => {
    await writeFile(path, '192.0.2.200 taken.example.test\n')
    const dns = open()
    const refused = dns.point({ ...record, name: 'taken.example.test' })
    const pointed = dns.point(record)
    await expect(refused).rejects.toThrow('line 1 of')
    expect(await pointed).toBe(true)
  })

  test('the hosts file is rid of what a killed run left beside it', async () => {
    await writeFile(path, theirs, 'latin1')
    await writeFile(`${path}.drover-new`, 'half a li')
    await open().point(record)
    expect(await readdir(folder)).toEqual(['hosts'])
    expect(await readFile(path, 'latin1')).toBe(`${theirs}\n${line}`)
  })

  test('the hosts file is named in the message when it could not be read', async () => {
    await expect(makeHostsDns({ flock: 'lo', path: folder }).point(record)).rejects.toMatchObject({
      reason: 'dns-failed',
      message: `hosts: "${folder}" cannot be read: EISDIR`,
    })
  })

  test('the hosts file is written in place where it is mounted on its own', async (context) => {
    await writeFile(path, theirs, 'latin1')
    await writeFile(join(folder, 'mounted'), '127.0.0.1 localhost\n')
    const mount = await run('mount', ['--bind', join(folder, 'mounted'), path]).catch(() => undefined)
    if (mount === undefined) return context.skip('needs to be root and allowed to mount')
    try {
      expect(await open().point(record)).toBe(true)
      expect(await readFile(path, 'utf8')).toBe(`127.0.0.1 localhost\n${line}`)
      expect((await readdir(folder)).sort()).toEqual(['hosts', 'mounted'])
    } finally {
      await run('umount', [path])
    }
    expect(await readFile(join(folder, 'mounted'), 'utf8')).toBe(`127.0.0.1 localhost\n${line}`)
    expect(await readFile(path, 'latin1')).toBe(theirs)
  })
})
