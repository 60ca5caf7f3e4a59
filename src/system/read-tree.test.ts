import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readTree } from './read-tree.js'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drover-tree-'))
  await mkdir(join(folder, 'config/all/bin'), { recursive: true })
  await mkdir(join(folder, 'other'))
  await writeFile(join(folder, 'config/all/site.conf'), Buffer.from([0, 255, 10]))
  await writeFile(join(folder, 'config/all/bin/start'), 'go')
  await chmod(join(folder, 'config/all/bin/start'), 0o755)
  await symlink('/nowhere/at/all', join(folder, 'config/all/link'))
  await writeFile(join(folder, 'other/file'), 'not asked for')
})

afterEach(() => rm(folder, { recursive: true }))

test('readTree reads files, modes and symlinks below the prefixes only', () => {
  const tree = readTree(folder, { prefixes: ['config/', 'secrets-templates/'] })
  expect([...tree].map(([path, { mode, bytes }]) => [path, mode, bytes.toString('latin1')])).toEqual([
    ['config/all/bin/start', '100755', 'go'],
    ['config/all/link', '120000', '/nowhere/at/all'],
    ['config/all/site.conf', '100644', '\u0000ÿ\n'],
  ])
})

test('readTree reads everything with an empty prefix', () => {
  expect([...readTree(folder, { prefixes: [''] }).keys()]).toContain('other/file')
})

test('readTree refuses a prefix that is a file', () => {
  expect(() => readTree(folder, { prefixes: ['other/file'] })).toThrow(/cannot be read/)
})
