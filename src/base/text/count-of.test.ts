import { expect, test } from 'vitest'
import { countOf } from './count-of.js'

test.each([
  [countOf(0, 'file'), '0 files'],
  [countOf(1, 'file'), '1 file'],
  [countOf(2, 'file'), '2 files'],
  [countOf(1, 'try', 'tries'), '1 try'],
  [countOf(3, 'try', 'tries'), '3 tries'],
])('a count and its noun agree: %s', (said, expected) => {
  expect(said).toBe(expected)
})
