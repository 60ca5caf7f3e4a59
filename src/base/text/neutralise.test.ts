import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neutralise } from './neutralise.js'

const cases: readonly [string, string, string][] = [
  ['leaves plain text, tabs and newlines', 'a\tb\nc é 漢 😀\n', 'a\tb\nc é 漢 😀\n'],
  ['removes colours', '\x1b[1;31mred\x1b[0m', 'red'],
  ['removes 8-bit sequences', '\x9b31mred\x9b0m', 'red'],
  ['removes a title', '\x1b]0;title\x07text', 'text'],
  ['removes a hyperlink and keeps its text', '\x1b]8;;http://x\x1b\\here\x1b]8;;\x1b\\', 'here'],
  ['removes short escapes', '\x1b(B\x1bM\x1b=ok', 'ok'],
  ['shows a sequence that was cut', 'a\x1b', 'a\\x1b'],
  ['shows a string that never ends, and keeps what follows', '\x1b]0;abc\nnext', '\\x1b]0;abc\nnext'],
  ['does not make a sequence by taking one out', '\x1b\x1b[m[31mx', '\\x1b[31mx'],
  ['shows control characters', '\0\x07\x08\x7f\x85', '\\x00\\x07\\x08\\x7f\\x85'],
  ['makes CR LF a newline', 'a\r\nb', 'a\nb'],
  ['makes a lone CR a newline', '10%\r20%\r', '10%\n20%\n'],
  ['makes CR LF around a colour one newline', 'a\r\x1b[0m\nb', 'a\nb'],
  ['shows what turns the direction of reading', 'a\u202eb\u2066c', 'a\\u{202e}b\\u{2066}c'],
  ['shows separators of lines', 'a\u2028::b::', 'a\\u{2028}::b::'],
  ['defuses a command', '::set-output name=a::b', '\\::set-output name=a::b'],
  ['defuses a command after white space', 'x\n \t\u00a0::error::b', 'x\n \t\u00a0\\::error::b'],
  ['defuses a command after a lone CR', 'x\r::error::b', 'x\n\\::error::b'],
  ['defuses a command behind a colour', '\x1b[0m::error::b', '\\::error::b'],
  ['defuses a command with a colour inside', ':\x1b[0m:error::b', '\\::error::b'],
  [
    'defuses a command with characters that have no width',
    '\u200b:\u00ad:error::b',
    '\u200b\\:\u00ad:error::b',
  ],
  ['leaves colons inside a line', 'std::string a::b', 'std::string a::b'],
  ['defuses an older command anywhere', 'a ##[error]b ##[debug]c', 'a #\\#[error]b #\\#[debug]c'],
  ['defuses an older command made of more signs', '####[error]b', '###\\#[error]b'],
  ['leaves headings', '## [a] ##', '## [a] ##'],
]

test.each(cases)('neutralise %s', (_name, given, expected) => {
  expect(neutralise(given)).toBe(expected)
})

const pieces = fc.constantFrom(...'\x1b[]0m;#:\r\n \t\\Pa\u200b\x07\x9b\u202e\u2028é')
const hostile = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))

test('neutralising a text twice changes nothing more than doing it once', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
      const once = neutralise(text)
      expect(neutralise(once)).toBe(once)
    }),
    { numRuns: 2000 },
  )
})

test('a neutralised text holds no control character and no workflow command', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const clean = neutralise(text)
      expect(clean).not.toMatch(/[^\t\n\x20-\x7e\u00a0-\uffff]/)
      const compared = clean.replace(/[\p{Cf}\p{DI}]/gu, '')
      expect(compared).not.toContain('##[')
      for (const line of compared.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test.each(['\n', ' ', '#', ':', '\x1b[', '\x1b]', '\r', '\u200b', '#\u200b'])(
  'neutralise takes less than a second for a megabyte of %j',
  (unit) => {
    const text = unit.repeat(1_000_000 / unit.length)
    const start = performance.now()
    neutralise(text)
    expect(performance.now() - start).toBeLessThan(2000)
  },
)
