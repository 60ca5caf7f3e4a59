import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCycles, type Includes, lineariseGroups } from './linearise.js'

/** Groups g0 … g7, each including only ones of a lower number: no cycles. */
const acyclic: fc.Arbitrary<Includes> = fc
  .array(fc.array(fc.nat(7), { maxLength: 4 }), { minLength: 8, maxLength: 8 })
  .map(
    (lists) =>
      new Map(
        lists.map((list, index) => [
          `g${index}`,
          list.filter((other) => other < index).map((other) => `g${other}`),
        ]),
      ),
  )
const names = fc.array(
  fc.nat(7).map((index) => `g${index}`),
  { maxLength: 5 },
)

test('lineariseGroups puts each group once, after all that it includes, and leaves out none', () => {
  fc.assert(
    fc.property(acyclic, names, (includes, list) => {
      const ordered = lineariseGroups(list, includes)
      expect(new Set(ordered).size).toBe(ordered.length)
      expect(ordered).toEqual(expect.arrayContaining(list))
      for (const [place, group] of ordered.entries()) {
        for (const included of includes.get(group) ?? []) {
          const at = ordered.indexOf(included)
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at).toBeLessThan(place)
        }
      }
    }),
  )
})

test('lineariseGroups keeps the order of the list where inclusion does not decide', () => {
  const includes = new Map(['a', 'b', 'c'].map((name) => [name, []]))
  expect(lineariseGroups(['c', 'a', 'b'], includes)).toEqual(['c', 'a', 'b'])
})

test('lineariseGroups ends on a cycle and on a group that does not exist', () => {
  expect(
    lineariseGroups(
      ['a', 'x'],
      new Map([
        ['a', ['b', 'y']],
        ['b', ['a']],
      ]),
    ),
  ).toEqual(['b', 'a'])
})

test.each<[string, [string, string[]][], string[]]>([
  [
    'none',
    [
      ['a', ['b']],
      ['b', []],
    ],
    [],
  ],
  ['a group that includes itself', [['a', ['a']]], ['a a']],
  [
    'two groups',
    [
      ['a', ['b']],
      ['b', ['a']],
    ],
    ['a b a'],
  ],
  [
    'a long way, without the way to it',
    [
      ['x', ['a']],
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
    ],
    ['a b c a'],
  ],
  [
    'two cycles',
    [
      ['a', ['a', 'b']],
      ['b', ['c']],
      ['c', ['b']],
    ],
    ['a a', 'b c b'],
  ],
  [
    'one cycle, mentioned twice',
    [
      ['a', ['b', 'b']],
      ['b', ['a']],
    ],
    ['a b a'],
  ],
  [
    'a diamond, which is none',
    [
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', []],
    ],
    [],
  ],
])('findCycles finds %s', (_, includes, expected) => {
  expect(findCycles(new Map(includes)).map((cycle) => cycle.join(' '))).toEqual(expected)
})
