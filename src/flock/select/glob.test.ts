import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesGlob } from './glob.js'

test.each([
  ['web-1', 'web-*', true],
  ['web-', 'web-*', true],
  ['web', 'web-*', false],
  ['web-1', '*', true],
  ['', '*', true],
  ['', '?', false],
  ['web-10', 'web-?', false],
  ['web-1', 'web.1', false],
  ['web-1', 'web-[0-9]', false],
  ['abab', '*ab', true],
  ['aab', 'a*b*c', false],
])('matchesGlob(%j, %j) is %s', (name, glob, expected) => {
  expect(matchesGlob(name, glob)).toBe(expected)
})

test('matchesGlob agrees with the regular expression that a glob stands for', () => {
  const text = (...characters: string[]): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...characters), { maxLength: 8 }).map((list) => list.join(''))
  fc.assert(
    fc.property(text('a', 'b'), text('a', 'b', '*', '?'), (name, glob) => {
      const pattern = new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`)
      expect(matchesGlob(name, glob)).toBe(pattern.test(name))
    }),
    { numRuns: 1000 },
  )
})

test('matchesGlob answers a hostile glob at once', () => {
  const start = performance.now()
  expect(matchesGlob('a'.repeat(63), `${'*a'.repeat(30)}*b`)).toBe(false)
  expect(performance.now() - start).toBeLessThan(50)
})
