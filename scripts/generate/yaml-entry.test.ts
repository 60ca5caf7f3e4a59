import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type EntryValue, renderEntry } from './yaml-entry.ts'

const long = 'a sentence that is so long that it fits in no line: '.repeat(2).trim()

test.each<readonly [string, EntryValue, string]>([
  ['a text', '${{ inputs.a }}', 'k: ${{ inputs.a }}'],
  ['a number', 60, 'k: 60'],
  ['a map that fits', { map: { type: 'boolean', default: false } }, 'k: { type: boolean, default: false }'],
  ['a text that looks like a number', { map: { default: '50' } }, 'k: { default: "50" }'],
  ['a text that YAML would split', { map: { a: 'a, b: c' } }, 'k: { a: "a, b: c" }'],
  ['a list', { map: { options: ['never', 'on'] } }, 'k: { options: [never, "on"] }'],
])('%s is one line', (_name, value, line) => {
  expect(renderEntry({ key: 'k', value }, '')).toEqual([line])
})

test('a map that does not fit behind its key is a line below it', () => {
  const map = { type: 'string', description: 'x'.repeat(71) }
  const lines = renderEntry({ key: 'key-of-a-name', value: { map } }, '')
  expect(lines).toEqual(['key-of-a-name:', `  { type: string, description: ${map.description} }`])
})

test('a map that fits in no line has a line for each of its keys', () => {
  const lines = renderEntry({ key: 'k', value: { map: { type: 'string', description: long } } }, '  ')
  expect(lines).toEqual(['  k:', '    type: string', `    description: ${JSON.stringify(long)}`])
})

test('a text that is folded says the same', () => {
  const lines = renderEntry({ key: 'k', value: { folded: `${long} ${long}` } }, '    ')
  expect(lines.length).toBeGreaterThan(2)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110)
  expect(parse(`x:\n${lines.join('\n')}`)).toEqual({ x: { k: `${long} ${long}` } })
})
