import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { sha256 } from '../base/digest.js'
import { DroverError } from '../base/errors.js'
import { makeLocalFiles } from './local-files.js'

const base = mkdtempSync(join(tmpdir(), 'drover-files-'))
const folder = join(base, 'folder')
const { save, examine, folder: folderOf } = makeLocalFiles({ base, folder: base })
const path = join(folder, 'file')

beforeEach(() => rmSync(folder, { recursive: true, force: true }))
afterAll(() => rmSync(base, { recursive: true, force: true }))

test('saving leaves a whole file for its owner, in a folder that it makes', async () => {
  const saved = await save('folder/file', async (into) => {
    into.write('one ')
    into.end('two')
    return { value: 7 }
  })
  expect(saved).toEqual({ path, size: 7, sha256: sha256(Buffer.from('one two')), value: 7 })
  expect(readFileSync(path, 'utf8')).toBe('one two')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['file'])
})

test('saving ends a stream that the caller did not end', async () => {
  await save(path, async (into) => {
    into.write('open')
    return { value: undefined, sha256: sha256(Buffer.from('open')) }
  })
  expect(readFileSync(path, 'utf8')).toBe('open')
})

test('saving leaves the earlier file when filling fails, with the error of the filling', async () => {
  mkdirSync(folder)
  writeFileSync(path, 'before')
  const cause = new DroverError('the link broke', { reason: 'connection-lost' })
  const failing = save(path, async (into) => {
    into.write('half')
    throw cause
  })
  await expect(failing).rejects.toBe(cause)
  expect(readdirSync(folder)).toEqual(['file'])
  expect(readFileSync(path, 'utf8')).toBe('before')
})

test('saving does not keep a file that differs from what was sent', async () => {
  const failing = save(path, async (into) => {
    into.write('other')
    return { value: undefined, sha256: '0'.repeat(64) }
  })
  await expect(failing).rejects.toMatchObject({ reason: 'command-failed' })
  expect(readdirSync(folder)).toEqual([])
})

test('saving reports why a folder or file cannot be made', async () => {
  writeFileSync(folder, '')
  await expect(save(path, async () => ({ value: 1 }))).rejects.toMatchObject({
    reason: 'command-failed',
    message: expect.stringMatching(/cannot be written: E/),
  })
})

test('examining gives size and digest', async () => {
  mkdirSync(folder)
  writeFileSync(path, 'text')
  expect(await examine('folder/file')).toEqual({ path, size: 4, sha256: sha256(Buffer.from('text')) })
})

test.each([
  ['folder', 'is a folder'],
  ['nothing', 'cannot be read: ENOENT'],
  ['/dev/null', 'is no file'],
])('examining refuses the path %s', async (name, why) => {
  mkdirSync(folder)
  await expect(examine(name)).rejects.toMatchObject({
    reason: 'invalid-argument',
    message: expect.stringContaining(why),
  })
})

test('a relative folder is below the folder of the run', () => {
  expect(folderOf(undefined)).toBe(base)
  expect(folderOf('out')).toBe(join(base, 'out'))
})
