import { expect, it } from 'vitest'
import type { Json } from '../base/json.js'
import { encodePythonJson } from './python-json.js'

// test/integration/ledger-formats.test.ts holds the same function against Python itself.

const cases: readonly (readonly [string, Json, string])[] = [
  ['separators', { a: [1, 2], b: {} }, '{"a": [1, 2], "b": {}}'],
  ['empty values', [[], {}, '', null, true, false], '[[], {}, "", null, true, false]'],
  ['sorted keys', { b: 1, a: 2, B: 3 }, '{"B": 3, "a": 2, "b": 1}'],
  ['characters past ASCII', 'é\u007f\u2028', '"\\u00e9\\u007f\\u2028"'],
  ['a surrogate pair', '😀', '"\\ud83d\\ude00"'],
  ['a lone surrogate', '\ud83d', '"\\ud83d"'],
  ['escapes', '"\\\b\f\n\r\t/\u0000', '"\\"\\\\\\b\\f\\n\\r\\t/\\u0000"'],
  ['keys by code point, not by UTF-16 unit', { '😀': 1, '\uffff': 2 }, '{"\\uffff": 2, "\\ud83d\\ude00": 1}'],
  ['a key that begins another', { ab: 1, a: 2 }, '{"a": 2, "ab": 1}'],
  ['negative zero', -0, '0'],
]
it.each(cases)('encodePythonJson writes %s as Python does', (_, value, text) => {
  expect(encodePythonJson(value)).toBe(text)
})

it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 1e21])(
  'encodePythonJson refuses the number %d',
  (value) => {
    expect(() => encodePythonJson({ value })).toThrow('is not an exact integer')
  },
)
