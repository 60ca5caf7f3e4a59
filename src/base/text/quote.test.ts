import { expect, test } from 'vitest'
import { loginShellLine, quoteCommand, quoteWord } from './quote.js'

test.each([
  ['a path', '/etc/a-b_c.d', '/etc/a-b_c.d'],
  ['nothing', '', `''`],
  ['spaces', 'a  b', `'a  b'`],
  ['a quote', `it's`, `'it'\\''s'`],
  ['a substitution', '$(id)`id`', "'$(id)`id`'"],
  ['a newline', 'a\nb', `'a\nb'`],
  ['a pair of surrogates', '🐑', `'🐑'`],
  ['what could be an assignment', 'A=b', `'A=b'`],
  ['what could be a job', '%1', `'%1'`],
])('quoteWord quotes a word where that is needed: %s', (_name, word, quoted) => {
  expect(quoteWord(word)).toBe(quoted)
})

test.each([
  ['NUL', 'a\0b'],
  ['the first half of a surrogate pair', 'a\ud83d'],
  ['the second half of one', '\udc11b'],
])('quoteWord refuses a word that no argument can hold: %s', (_name, word) => {
  expect(() => quoteWord(word)).toThrow(expect.objectContaining({ reason: 'invalid-argument' }))
})

test("a command line begins with a program, never with a word of the shell's grammar", () => {
  expect(quoteCommand(['if', 'then', 'fi'])).toBe(`'if' then fi`)
  expect(quoteCommand(['A=b', 'x'])).toBe(`'A=b' x`)
  expect(quoteCommand(['-n', 'x', '-n'])).toBe(`'-n' x -n`)
  expect(quoteCommand(['echo', 'if'])).toBe('echo if')
})

test('a command line is refused when it is longer in bytes than Linux takes', () => {
  expect(() => loginShellLine(['echo', 'ä'.repeat(65_535)])).toThrow(
    expect.objectContaining({ reason: 'invalid-argument' }),
  )
  expect(loginShellLine(['echo', 'a'.repeat(131_066)])).toHaveLength(131_071)
  expect(() => loginShellLine(['echo', 'a'.repeat(131_067)])).toThrow('131072 bytes is too long')
})
