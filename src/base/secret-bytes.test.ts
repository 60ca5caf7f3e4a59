import { format, inspect } from 'node:util'
import { expect, test } from 'vitest'
import { SecretBytes } from './secret-bytes.js'

const canary = 'canary-5rTq'
const bytes = new SecretBytes(Buffer.from(canary))

test.each<[string, (value: unknown) => string]>([
  ['a template literal', (value) => `${value}`],
  ['String()', String],
  ['a sum with text', (value) => `a ${value as string}`],
  ['JSON', (value) => JSON.stringify({ value })],
  ['inspection', (value) => inspect(value, { showHidden: true, depth: 9 })],
  ['inspection of what holds it', (value) => inspect({ file: { bytes: value } }, { depth: 9 })],
  ['console.log', (value) => format('%s %o %j', value, value, value)],
  ['its keys and values', (value) => JSON.stringify(Object.entries(value as object))],
  ['a copy of its properties', (value) => inspect({ ...(value as object) })],
  ['an error that quotes it', (value) => new Error(`wrong: ${value}`).stack ?? ''],
])('secret bytes do not show in %s', (_way, print) => {
  const text = print(bytes)
  const hidden = [canary, Buffer.from(canary).toString('base64'), Buffer.from(canary).toString('hex')]
  for (const form of [...hidden, [...Buffer.from(canary)].join(',')]) expect(text).not.toContain(form)
})

test('secret bytes are printed as their size', () => {
  expect([`${bytes}`, JSON.stringify(bytes), inspect(bytes)]).toEqual([
    '[11 bytes]',
    '"[11 bytes]"',
    '[11 bytes]',
  ])
})

test('secret bytes are revealed as they were given', () => {
  expect(bytes.reveal()).toEqual(Buffer.from(canary))
})
