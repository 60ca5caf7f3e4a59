import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Secret } from '../base/secret.js'
import { listEncodings } from './encodings.js'
import { Scrubber } from './scrubber.js'

const value = `p@ss/wö rd'"<&>\\+$`
const bytes = Buffer.from(value)
const key = [
  '-----BEGIN KEY-----',
  'MIIabcdefghijkl',
  'short',
  'zyxwvutsrq987654',
  '-----END KEY-----',
  '',
].join('\n')

function scrubberOf(secrets: Record<string, string>): Scrubber {
  const scrubber = new Scrubber()
  for (const [name, text] of Object.entries(secrets)) scrubber.add(new Secret(name, text))
  return scrubber
}

function shifted(offset: number): string {
  return Buffer.concat([Buffer.from('x'.repeat(offset)), bytes, Buffer.from('yy')]).toString('base64')
}

const writings: readonly [string, string][] = [
  ['itself', value],
  ['base64', bytes.toString('base64')],
  ['base64 without padding', bytes.toString('base64').replace(/=+$/, '')],
  ['base64url', bytes.toString('base64url')],
  ['base64 of the value and a newline', Buffer.from(`${value}\n`).toString('base64')],
  ['hex', bytes.toString('hex')],
  ['hex in capitals', bytes.toString('hex').toUpperCase()],
  ['percent-encoded', encodeURIComponent(value)],
  [
    'percent-encoded in small letters',
    encodeURIComponent(value).replace(/%../g, (octet) => octet.toLowerCase()),
  ],
  ['form-encoded', new URLSearchParams({ a: value }).toString().slice(2)],
  ['JSON', JSON.stringify(value).slice(1, -1)],
  ['JSON of Python', `p@ss/w\\u00f6 rd'\\"<&>\\\\+$`],
  ['JSON of PHP', `p@ss\\/w\\u00f6 rd'\\"<&>\\\\+$`],
  ['JSON of Go', `p@ss/wö rd'\\"\\u003c\\u0026\\u003e\\\\+$`],
  ['JSON of .NET', `p@ss/w\\u00F6 rd\\u0027\\u0022\\u003C\\u0026\\u003E\\\\\\u002B$`],
  ['JSON in JSON', JSON.stringify(JSON.stringify(value).slice(1, -1)).slice(1, -1)],
  ['XML text', `p@ss/wö rd'"&lt;&amp;&gt;\\+$`],
  ['XML attribute', `p@ss/wö rd'&quot;&lt;&amp;&gt;\\+$`],
  ['HTML of Python', `p@ss/wö rd&#x27;&quot;&lt;&amp;&gt;\\+$`],
  ['HTML of Go', `p@ss/wö rd&#39;&#34;&lt;&amp;&gt;\\+$`],
  ['POSIX single quotes', `p@ss/wö rd'\\''"<&>\\+$`],
  ['single quotes of Python', `p@ss/wö rd'"'"'"<&>\\+$`],
  ['double quotes', `p@ss/wö rd'\\"<&>\\\\+\\$`],
]

test.each(writings)('a scrubber finds a value written as %s', (_name, written) => {
  const clean = scrubberOf({ PASSWORD: value }).scrub(`before ${written} after`)
  expect(clean).toMatch(/^before \[secret PASSWORD\](?:[A-Za-z0-9+/=_-]{0,4})? after$/)
})

test.each([0, 1, 2, 3])('a scrubber finds a value %i bytes into a longer base64 text', (offset) => {
  const clean = scrubberOf({ PASSWORD: value }).scrub(shifted(offset))
  expect(clean).toContain('[secret PASSWORD]')
  expect(clean.replace('[secret PASSWORD]', '').length).toBeLessThan(12)
})

test('a scrubber finds base64 that was broken into lines', () => {
  const wide = Array.from({ length: 40 }, (_, index) => `word${index}`).join('-')
  const broken = Buffer.from(wide).toString('base64').replace(/.{76}/g, '$&\n')
  const clean = scrubberOf({ WIDE: wide }).scrub(broken)
  expect(clean.replaceAll('[secret WIDE]', '').trim().length).toBeLessThan(8)
})

test('a scrubber replaces a value of several lines as a whole', () => {
  expect(scrubberOf({ KEY: key }).scrub(`a\n${key}b`)).toBe('a\n[secret KEY]b')
  expect(scrubberOf({ KEY: key }).scrub(`a\n${key.replaceAll('\n', '\r\n')}b`)).toBe('a\n[secret KEY]b')
})

test('a scrubber finds the lines of a value one by one, but not its frame or short lines', () => {
  const clean = scrubberOf({ KEY: key }).scrub(key.split('\n').join('\n> '))
  expect(clean).toBe('-----BEGIN KEY-----\n> [secret KEY]\n> short\n> [secret KEY]\n> -----END KEY-----\n> ')
})

test('a scrubber finds a value without the newline at its end', () => {
  expect(scrubberOf({ A: 'abcdef\n' }).scrub('x abcdef y')).toBe('x [secret A] y')
})

test('a scrubber prefers the longest of values that begin alike', () => {
  expect(scrubberOf({ A: 'pass', B: 'password' }).scrub('password pass')).toBe('[secret B] [secret A]')
})

test('a scrubber leaves nothing of values that overlap', () => {
  expect(scrubberOf({ A: 'abcdef', B: 'defghi' }).scrub('1abcdefghi2')).toBe('1[secret A][secret B]2')
})

test('a scrubber puts one placeholder for a value that overlaps itself', () => {
  expect(scrubberOf({ A: 'abab' }).scrub('1abababab2')).toBe('1[secret A]2')
})

test('a scrubber changes nothing more the second time, even if a name holds a value', () => {
  const scrubber = scrubberOf({ PASSWORD: 'secret', OTHER: 'PASSWORD' })
  const once = scrubber.scrub('my secret PASSWORD')
  expect(once).toBe('my [secret PASSWORD] [secret OTHER]')
  expect(scrubber.scrub(once)).toBe(once)
})

test('a scrubber that cleans finds a value that colours cut in two', () => {
  expect(scrubberOf({ A: 'abcdefgh' }).clean('x abcd\x1b[1mefgh\r\n')).toBe('x [secret A]\n')
})

test('a scrubber learns secrets after its first use', () => {
  const scrubber = scrubberOf({ A: 'first-one' })
  scrubber.scrub('')
  scrubber.add(new Secret('B', 'second-one'))
  expect(scrubber.scrub('first-one second-one')).toBe('[secret A] [secret B]')
})

test('a scrubber leaves text as it is without secrets, and with a secret that is too short', () => {
  expect(scrubberOf({}).scrub('abc')).toBe('abc')
  expect(scrubberOf({ A: 'ab' }).scrub('abc')).toBe('abc')
})

test('a scrubber never leaves a value or an encoding of it', () => {
  // Values that a placeholder or the text around could spell by chance say nothing about leaks.
  const values = fc.string({ unit: 'grapheme', minLength: 6, maxLength: 60 }).map((text) => `~${text}\u00a4~`)
  const around = fc.string({ maxLength: 20 })
  fc.assert(
    fc.property(
      fc.array(values, { minLength: 1, maxLength: 4 }),
      fc.array(around, { maxLength: 4 }),
      fc.nat(),
      (list, words, pick) => {
        const scrubber = new Scrubber()
        for (const [index, text] of list.entries()) scrubber.add(new Secret(`S${index}`, text))
        const written = list.map((text) => {
          const encodings = listEncodings(text)
          return encodings[pick % encodings.length]?.text ?? text
        })
        const clean = scrubber.scrub(
          written.map((text, index) => `${words[index] ?? ''}${text}`).join(words.at(-1) ?? ''),
        )
        for (const text of list) {
          for (const encoded of listEncodings(text)) expect(clean).not.toContain(encoded.text)
        }
        expect(scrubber.scrub(clean)).toBe(clean)
      },
    ),
    { numRuns: 300 },
  )
})

test('a scrubber takes well under a second for a megabyte and 200 secrets', () => {
  const scrubber = new Scrubber()
  for (let index = 0; index < 200; index += 1) {
    scrubber.add(
      new Secret(
        `S${index}`,
        `${(index * 7919).toString(36)}-value-${index}'"/é\n${'line'.repeat(5)}${index}`,
      ),
    )
  }
  const line = 'Oct 12 10:11:12 web-1 nginx[123]: GET /value-1/line/abc?x=1 200 "Mozilla/5.0"\n'
  const text = line.repeat(Math.ceil(1_000_000 / line.length))
  expect(scrubber.scrub('warm')).toBe('warm')
  const start = performance.now()
  expect(scrubber.scrub(text)).toBe(text)
  expect(performance.now() - start).toBeLessThan(700)
})
