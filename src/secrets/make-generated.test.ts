import { expect, test } from 'vitest'
import { makeGenerated } from './make-generated.js'

test.each([
  ['base64url', 43, /^[\w-]{43}$/],
  ['base64url', 8, /^[\w-]{8}$/],
  ['hex', 64, /^[0-9a-f]{64}$/],
  ['hex', 9, /^[0-9a-f]{9}$/],
  ['digits', 20, /^\d{20}$/],
] as const)(
  'makeGenerated makes %s of %i characters, another value each time',
  (alphabet, length, pattern) => {
    const values = Array.from({ length: 50 }, () => makeGenerated({ alphabet, length }))
    for (const value of values) expect(value).toMatch(pattern)
    expect(new Set(values).size).toBeGreaterThan(48)
  },
)

test('makeGenerated uses every digit', () => {
  const all = makeGenerated({ alphabet: 'digits', length: 1024 })
  expect(new Set(all).size).toBe(10)
})
