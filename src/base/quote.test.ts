import { describe, expect, test } from 'vitest'
import { loginShellLine, quoteCommand, quoteWord } from './quote.js'

describe('a word for a shell', () => {
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
  ])('is quoted where that is needed: %s', (_name, word, quoted) => {
    expect(quoteWord(word)).toBe(quoted)
  })

  test.each([
    ['NUL', 'a\0b'],
    ['the first half of a surrogate pair', 'a\ud83d'],
    ['the second half of one', '\udc11b'],
  ])('is refused when no argument can hold it: %s', (_name, word) => {
    expect(() => quoteWord(word)).toThrow(expect.objectContaining({ reason: 'invalid-argument' }))
  })
})

describe('a command line', () => {
  test('begins with a program, never with a word of the grammar', () => {
    expect(quoteCommand(['if', 'then', 'fi'])).toBe(`'if' then fi`)
    expect(quoteCommand(['A=b', 'x'])).toBe(`'A=b' x`)
    expect(quoteCommand(['-n', 'x', '-n'])).toBe(`'-n' x -n`)
    expect(quoteCommand(['echo', 'if'])).toBe('echo if')
  })

  test('is refused when it is too long for Linux, counted in bytes', () => {
    expect(() => loginShellLine(['echo', 'ä'.repeat(65_535)])).toThrow(
      expect.objectContaining({ reason: 'invalid-argument' }),
    )
    expect(loginShellLine(['echo', 'a'.repeat(131_066)])).toHaveLength(131_071)
    expect(() => loginShellLine(['echo', 'a'.repeat(131_067)])).toThrow('131072 bytes is too long')
  })
})
