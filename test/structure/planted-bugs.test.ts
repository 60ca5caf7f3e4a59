import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cancelSubstitutions } from '../faults/cancel-planted.ts'
import { findPlaces, plantLinks } from '../faults/frozen-build.ts'
import { faultSubstitutions } from '../faults/planted-bugs.ts'

// The slow harnesses replace words of the build. A rename that they would trip over after minutes shows here at once.

const dist = join(import.meta.dirname, '..', '..', 'dist')

test.each([plantLinks, ...faultSubstitutions, ...cancelSubstitutions])(
  'a planted bug finds $find in the committed build',
  ({ find, put }) => {
    expect(findPlaces(dist, find)).not.toEqual([])
    expect(put).not.toBe(find)
  },
)

test('a planted bug whose words are nowhere in the build is refused', () => {
  expect(() => findPlaces(dist, 'await disarm(job, rotated);')).toThrow(/is not exactly once/)
})
