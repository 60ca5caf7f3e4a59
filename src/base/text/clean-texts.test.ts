import { expect, test } from 'vitest'
import { Secret } from '../secret.js'
import { cleanTexts, cleanUnion } from './clean-texts.js'

const clean = (text: string): string => text.replaceAll('bad', '***')

test('texts are cleaned however deep they stand, as values and as keys', () => {
  const value = { a: 'bad', list: ['x bad', { deep: { bad: 'not bad', n: 1, none: null, no: undefined } }] }
  expect(cleanTexts(value, clean)).toEqual({
    a: '***',
    list: ['x ***', { deep: { '***': 'not ***', n: 1, none: null, no: undefined } }],
  })
  expect(cleanTexts('bad', clean)).toBe('***')
})

test('what is no plain data stays what it is', () => {
  const value = { bytes: Buffer.from('bad'), secret: new Secret('A', 'bad') }
  const cleaned = cleanTexts(value, clean)
  expect(cleaned.bytes).toBe(value.bytes)
  expect(cleaned.secret).toBe(value.secret)
})

test('one text is cleaned once, however often it stands there', () => {
  let calls = 0
  cleanTexts([{ a: 'x' }, { a: 'x' }], (text) => {
    calls += 1
    return text
  })
  expect(calls).toBe(2)
})

test('the form of a union is no text', () => {
  const value = { kind: 'bad', parts: [{ kind: 'bad', text: 'bad' }] }
  expect(cleanUnion(value, clean)).toEqual({ kind: 'bad', parts: [{ kind: 'bad', text: '***' }] })
  expect(cleanTexts(value, clean).kind).toBe('***')
})
