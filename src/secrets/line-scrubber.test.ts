import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Secret } from '../base/secret.js'
import { makeLineScrubber } from './line-scrubber.js'
import { Scrubber } from './scrubber.js'

const key = 'BEGIN\nabcdefghij\nk\nl\nEND'

function collect(chunks: readonly string[], { end }: { end: 'end' | 'open' }): readonly string[] {
  const scrubber = new Scrubber()
  scrubber.add(new Secret('PASSWORD', 'hunter2!'))
  scrubber.add(new Secret('KEY', key))
  const lines: string[] = []
  const stream = makeLineScrubber({ scrubber, onLine: (line) => lines.push(line) })
  for (const chunk of chunks) stream.write(chunk)
  if (end === 'end') stream.end()
  return lines
}

const cases: readonly [string, readonly string[], readonly string[]][] = [
  ['gives out lines', ['a\nb\n'], ['a', 'b']],
  ['gives out a last line without newline', ['a\nb'], ['a', 'b']],
  ['keeps empty lines', ['\n\na\n'], ['', '', 'a']],
  ['finds a secret across two chunks', ['x hunt', 'er2! y\n'], ['x [secret PASSWORD] y']],
  [
    'finds a secret across three lines of chunks',
    ['a\nBEGIN\nabcdef', 'ghij\nk\n', 'l\nEND\nb\n'],
    ['a', '[secret KEY]', 'b'],
  ],
  [
    'finds a secret of several lines ended by CR LF',
    [key.replaceAll('\n', '\r\n'), '\r\nb'],
    ['[secret KEY]', 'b'],
  ],
  ['gives back what only begins as a secret', ['BEGIN\n', 'other\n'], ['BEGIN', 'other']],
  ['gives back a beginning at the end', ['BEGIN\nabcdefghij\nk\n'], ['BEGIN', '[secret KEY]', 'k']],
  ['neutralises control characters', ['::error::x\n\x1b[1mb\n'], ['\\::error::x', 'b']],
]

test.each(cases)('a line scrubber %s', (_name, chunks, lines) => {
  expect(collect(chunks, { end: 'end' })).toEqual(lines)
})

test('a line scrubber gives out a line as soon as it has ended', () => {
  expect(collect(['a\nb'], { end: 'open' })).toEqual(['a'])
})

test('a line scrubber holds a line back only while it may begin a secret', () => {
  expect(collect(['a\nBEGIN\n'], { end: 'open' })).toEqual(['a'])
  expect(collect(['a\nBEGIN\nx\n'], { end: 'open' })).toEqual(['a', 'BEGIN', 'x'])
})

test('a line scrubber gives out a very long line in pieces, with no secret cut in two', () => {
  const filler = '.'.repeat(64 * 1024)
  const lines = collect([`${filler}hunt`, `er2!${filler}\n`], { end: 'end' })
  expect(lines.join('')).toBe(`${filler}[secret PASSWORD]${filler}`)
  expect(lines.length).toBeGreaterThan(1)
})

test('a line scrubber gives the same text however the stream is cut', () => {
  const piece = fc.constantFrom('hunter2!', key, 'BEGIN\n', 'a', '\n', 'hunt', 'k\nl\n', 'abcdefghij')
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.array(fc.nat(60), { maxLength: 8 }),
      (pieces, cuts) => {
        const text = pieces.join('')
        const chunks: string[] = []
        let rest = text
        for (const cut of cuts) {
          chunks.push(rest.slice(0, cut))
          rest = rest.slice(cut)
        }
        chunks.push(rest)
        expect(collect(chunks, { end: 'end' })).toEqual(collect([text], { end: 'end' }))
        expect(collect(chunks, { end: 'end' }).join('\n')).not.toMatch(/hunter2!|abcdefghij/)
      },
    ),
    { numRuns: 500 },
  )
})
