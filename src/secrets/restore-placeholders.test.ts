import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Secret } from '../base/secret.js'
import { SecretBytes } from '../base/secret-bytes.js'
import { listEncodings } from './encodings.js'
import { restorePlaceholders } from './restore-placeholders.js'

const password = `hun/ter"2é`
const key = 'line-one-1\nline-two-2\nxy\n'
const secrets = [
  new Secret('PASSWORD', password),
  new Secret('KEY', key),
  new Secret('PASSWORD_LONG', `${password}-long`),
]

function restore(found: string | Buffer): string | undefined {
  return restorePlaceholders({ found: Buffer.from(found), file: undefined, secrets })?.toString('latin1')
}

const cases: readonly [string, string, string][] = [
  ['a file without secrets', 'user=a\r\nb', 'user=a\r\nb'],
  ['a value', `p=${password}\n`, 'p={{secret "PASSWORD"}}\n'],
  ['the longest of values that begin alike', `${password}-long`, '{{secret "PASSWORD_LONG"}}'],
  ['a value of several lines', `a\n${key}b`, 'a\n{{secret "KEY"}}b'],
  ['base64', Buffer.from(password).toString('base64'), '{{secret "PASSWORD" as base64}}'],
  ['hex', Buffer.from(password).toString('hex'), '{{secret "PASSWORD" as hex}}'],
  ['JSON', JSON.stringify(password), '"{{secret "PASSWORD" as JSON}}"'],
  [
    'lines that occur apart',
    'x line-two-2\ny line-one-1',
    'x {{secret "KEY" line 2}}\ny {{secret "KEY" line 1}}',
  ],
  ['a placeholder that is there already', 'p={{secret "PASSWORD"}}', 'p={{secret "PASSWORD"}}'],
]

test.each(cases)('restoring placeholders handles %s', (_name, found, wanted) => {
  expect(restore(found)).toBe(wanted)
})

test('the very bytes that were put come back as the bytes that were shown', () => {
  const file = {
    bytes: new SecretBytes(Buffer.from(`a ${password}`)),
    shown: Buffer.from('a {{secret "PASSWORD"}} as it was'),
  }
  expect(restorePlaceholders({ found: Buffer.from(file.bytes.reveal()), file, secrets })).toEqual(file.shown)
  const changed = restorePlaceholders({ found: Buffer.from(`b ${password}`), file, secrets })
  expect(changed?.toString()).toBe('b {{secret "PASSWORD"}}')
})

const binary = (text: string, encoding: BufferEncoding): Buffer =>
  Buffer.concat([Buffer.from([0, 255, 1]), Buffer.from(text, encoding)])

test('a binary file that holds no secret is kept', () => {
  const found = binary('nothing', 'utf8')
  expect(restorePlaceholders({ found, file: undefined, secrets })).toEqual(found)
})

test.each<[string, Buffer]>([
  ['a secret', binary(password, 'utf8')],
  ['a secret in UTF-16', binary(password, 'utf16le')],
  ['a secret in UTF-16, big end first', Buffer.from(`\ufeff${password}`, 'utf16le').swap16()],
  ['an encoded secret', binary(Buffer.from(password).toString('base64'), 'utf8')],
  ['a line of a secret', binary('line-two-2', 'utf8')],
  ['a secret in a text that is not UTF-8', Buffer.concat([Buffer.from([0xff]), Buffer.from(password)])],
])('a binary file that holds %s is refused', (_name, found) => {
  expect(restorePlaceholders({ found, file: undefined, secrets })).toBeUndefined()
})

test('a secret whose value is a word of the placeholder does no harm', () => {
  const found = Buffer.from('my secret\n')
  const restored = restorePlaceholders({ found, file: undefined, secrets: [new Secret('WORD', 'secret')] })
  expect(restored?.toString()).toBe('my {{secret "WORD"}}\n')
})

test('a file in which taking one secret out spells another is refused', () => {
  const spelled = [new Secret('A', 'abcdef'), new Secret('B', 'x{{secret "A"}}')]
  expect(
    restorePlaceholders({ found: Buffer.from('xabcdef'), file: undefined, secrets: spelled }),
  ).toBeUndefined()
})

test('a restored file holds no value of a secret in any encoding', () => {
  const values = fc.string({ unit: 'grapheme', minLength: 6, maxLength: 40 }).map((text) => `~${text}\u00a4~`)
  fc.assert(
    fc.property(
      fc.array(values, { minLength: 1, maxLength: 3 }),
      fc.string(),
      fc.nat(),
      (list, word, pick) => {
        const given = list.map((text, index) => new Secret(`S${index}`, text))
        const written = list.map(
          (text) => listEncodings(text)[pick % listEncodings(text).length]?.text ?? text,
        )
        const found = Buffer.from(written.join(word))
        const restored = restorePlaceholders({ found, file: undefined, secrets: given })
        for (const encoded of list.flatMap((text) => listEncodings(text))) {
          expect(restored?.includes(encoded.text) ?? false).toBe(false)
        }
      },
    ),
    { numRuns: 300 },
  )
})
