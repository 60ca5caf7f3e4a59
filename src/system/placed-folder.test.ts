import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Tree } from '../base/tree.js'
import { placeFolder } from './placed-folder.js'
import { readParts } from './read-parts.js'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'drover-placed-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const files = (...paths: readonly string[]): Tree =>
  new Map(paths.map((path) => [path, { mode: '100644', bytes: Buffer.from(path) }]))

test('placeFolder makes a folder, and replaces an empty one', async () => {
  mkdirSync(join(root, 'to'))
  await placeFolder(join(root, 'to'), files('a', 'b/c'))
  expect(readFileSync(join(root, 'to/b/c'), 'utf8')).toBe('b/c')
  expect(readdirSync(root)).toEqual(['to'])
})

test('placeFolder removes what a killed run left beside the folder', async () => {
  mkdirSync(join(root, '.to.drover-new/old'), { recursive: true })
  await placeFolder(join(root, 'to'), files('a'))
  expect(readdirSync(join(root, 'to'))).toEqual(['a'])
  expect(readdirSync(root)).toEqual(['to'])
})

test('placeFolder leaves a folder with files as it is', async () => {
  writeFileSync(join(root, 'file'), '')
  symlinkSync('nowhere', join(root, 'link'))
  mkdirSync(join(root, 'full/x'), { recursive: true })
  for (const name of ['file', 'link', 'full']) {
    await expect(placeFolder(join(root, name), files('a'))).rejects.toMatchObject({
      reason: 'invalid-argument',
    })
  }
  expect(readdirSync(root).sort()).toEqual(['file', 'full', 'link'])
})

test('placeFolder makes nothing when a file cannot be written, or would leave the folder', async () => {
  const clash = placeFolder(join(root, 'to'), files('a', 'a/b'))
  await expect(clash).rejects.toMatchObject({ reason: 'invalid-argument' })
  await expect(placeFolder(join(root, 'to'), files('../out'))).rejects.toBeInstanceOf(TypeError)
  expect(readdirSync(root)).toEqual([])
})

test('readParts finds files below the parts, and lists a symlink instead of what is behind it', async () => {
  for (const path of ['config', 'other', 'elsewhere/config']) mkdirSync(join(root, path), { recursive: true })
  for (const path of ['config/a', 'other/b', 'elsewhere/config/c']) writeFileSync(join(root, path), '')
  symlinkSync('elsewhere', join(root, 'flock'))
  const tree = await readParts(root, ['config', 'flock/config', 'none'])
  expect([...tree].map(([path, { mode }]) => `${path} ${mode}`)).toEqual(['config/a 100644', 'flock 120000'])
})

test('readParts requires a folder', async () => {
  await expect(readParts(join(root, 'none'), ['config'])).rejects.toMatchObject({
    reason: 'invalid-argument',
  })
})
