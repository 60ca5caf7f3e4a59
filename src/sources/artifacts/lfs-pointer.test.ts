import { expect, it } from 'vitest'
import { encodeLfsPointer, parseLfsPointer } from './lfs-pointer.js'

const oid = '4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393'
const good = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 12345\n`

it('parseLfsPointer reads a pointer, and the pointer is written back as it was', () => {
  expect(parseLfsPointer(Buffer.from(good))).toEqual({ oid, size: 12345 })
  expect(encodeLfsPointer({ oid, size: 12345 })).toBe(good)
})

it.each([
  ['an empty file', ''],
  ['a program', '\x7fELF\0'],
  ['words about pointers', `see ${good}`],
])('parseLfsPointer finds no pointer in %s', (_what, text) => {
  expect(parseLfsPointer(Buffer.from(text, 'latin1'))).toBeUndefined()
})

it.each([
  ['another version', good.replace('v1', 'v2')],
  ['another kind of id', good.replace('sha256', 'sha512')],
  ['a short id', good.replace(oid, oid.slice(1))],
  ['capitals in the id', good.replace(oid, oid.toUpperCase())],
  ['lines that end as on Windows', good.replaceAll('\n', '\r\n')],
  ['no last line feed', good.trimEnd()],
  ['no size', good.replace(/size.*\n/, '')],
  ['a negative size', good.replace('12345', '-1')],
  ['a size past all numbers', good.replace('12345', '9'.repeat(20))],
  ['keys in another order', `${good.split('\n')[0]}\nsize 1\noid sha256:${oid}\n`],
  ['a line more', `${good}more\n`],
  ['an extension', good.replace('\noid', `\next-0-foo sha256:${oid}\noid`)],
  ['a whole file after it', good + 'x'.repeat(2000)],
])('parseLfsPointer refuses a pointer with %s as broken', (_what, text) => {
  expect(parseLfsPointer(Buffer.from(text))).toBe('broken')
})
