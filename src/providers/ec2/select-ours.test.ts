import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Described, isExpired, selectForTermination, selectOurs } from './select-ours.js'

const now = Date.parse('2026-11-22T12:00:00Z')
const base: Described = {
  id: 'i-1',
  region: 'eu-west-1',
  state: 'running',
  launchedAt: '2026-11-22T11:00:00.000Z',
  tags: { 'drover:flock': 'lo', 'drover:machine': 'web-1' },
}

test('machines are listed in order of name, both of one name, complete ones first', () => {
  const made = [
    { ...base, id: 'i-4', tags: { ...base.tags, 'drover:machine': 'web-2' } },
    {
      ...base,
      id: 'i-3',
      launchedAt: '2026-11-22T10:00:00.000Z',
      tags: { ...base.tags, 'drover:expires': '2026-11-22T13:00:00.000Z' },
    },
    { ...base, id: 'i-2' },
    { ...base, id: 'i-1', launchedAt: '2026-11-22T10:30:00.000Z' },
  ]
  expect(selectOurs(made, 'lo').map(({ id }) => id)).toEqual(['i-1', 'i-2', 'i-3', 'i-4'])
})

test.each([
  ['of another flock', { ...base, tags: { ...base.tags, 'drover:flock': 'lo2' } }],
  ['whose flock is spelt otherwise', { ...base, tags: { ...base.tags, 'drover:flock': 'LO' } }],
  ['without a flock', { ...base, tags: { 'drover:machine': 'web-1' } }],
  ['without a name', { ...base, tags: { 'drover:flock': 'lo' } }],
  ['whose name cannot be one', { ...base, tags: { ...base.tags, 'drover:machine': '../etc' } }],
  ['that is ending', { ...base, state: 'shutting-down' }],
  ['that ended', { ...base, state: 'terminated' }],
  ['in a state that nobody knows', { ...base, state: 'unknown' }],
])('an instance %s is left out', (_what, one) => {
  expect(selectOurs([one], 'lo')).toEqual([])
})

test.each([
  ['2026-11-22T13:00:00Z', '2026-11-22T13:00:00Z'],
  ['soon', undefined],
  ['2026-13-45T99:99:99Z', undefined],
  ['1', undefined],
  ['', undefined],
])('an expiry %j is read as %j', (value, expected) => {
  const [one] = selectOurs([{ ...base, tags: { ...base.tags, 'drover:expires': value } }], 'lo')
  expect(one?.expiresAt).toBe(expected)
})

/*
 * Accounts as they may be found: machines of ours and of others, half-tagged and mistagged ones.
 * What may be chosen is said a second time here, from the raw tags alone.
 */
const flocks = ['lo', 'lo2', 'LO', 'l', ' lo', 'lo ', '', 'other']
const names = ['web-1', 'web-2', 'WEB-1', 'web_1', '-web', 'a'.repeat(64), '', 'web-1 ', '*']
const times = [
  '2026-11-22T11:59:59.999Z',
  '2026-11-22T12:00:00.000Z',
  '2026-11-22T12:00:00.001Z',
  '2026-11-21T00:00:00Z',
  '2027-01-01T00:00:00.000Z',
  '2026-11-22T11:00:00+02:00',
  '2026-11-22',
  '2026-02-31T00:00:00Z',
  '0',
  '-1',
  'never',
  '',
]
const some = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 4 })
const instance = fc
  .record({
    id: fc.constantFrom('i-1', 'i-2', 'i-3', 'i-4', 'i-5'),
    state: fc.constantFrom('pending', 'running', 'shutting-down', 'terminated', 'stopping', 'stopped', 'odd'),
    flock: fc.oneof({ weight: 3, arbitrary: fc.constant('lo') }, some(flocks), fc.string()),
    name: fc.oneof({ weight: 3, arbitrary: fc.constant('web-1') }, some(names), fc.string()),
    expires: fc.oneof(some(times), fc.string()),
    upper: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    more: fc.dictionary(
      fc.constantFrom('Name', 'Drover:Flock', 'drover:expire', 'drover', '__proto__'),
      fc.string(),
    ),
  })
  .map(({ id, state, flock, name, expires, upper, more }): Described => {
    const tags = Object.entries({ 'drover:flock': flock, 'drover:machine': name, 'drover:expires': expires })
    const present = tags.filter((entry): entry is [string, string] => entry[1] !== undefined)
    const spelt = present.map(([key, value]): [string, string] => [upper ? key.toUpperCase() : key, value])
    return { ...base, id, state, tags: { ...more, ...Object.fromEntries(spelt) } }
  })
const account = fc.array(instance, { maxLength: 16, size: 'max' })

const isOurs = ({ tags, state }: Described): boolean =>
  Object.hasOwn(tags, 'drover:flock') &&
  tags['drover:flock'] === 'lo' &&
  Object.hasOwn(tags, 'drover:machine') &&
  !['shutting-down', 'terminated', 'odd'].includes(state)

test('reap selects in 10,000 generated accounts nothing foreign, untagged or unexpired, and all that is expired and ours', {
  timeout: 120_000,
}, async () => {
  let selected = 0
  await fc.assert(
    fc.property(account, (described) => {
      const chosen = selectOurs(described, 'lo').filter((one) => isExpired(one, now))
      selected += chosen.length
      const certain = described.filter(
        (one) =>
          isOurs(one) &&
          ['web-1', 'web-2'].includes(one.tags['drover:machine'] ?? '') &&
          ['2026-11-22T11:59:59.999Z', '2026-11-21T00:00:00Z'].includes(one.tags['drover:expires'] ?? ''),
      )
      const mayEnd = (one: Described): boolean =>
        isOurs(one) && Date.parse(one.tags['drover:expires'] ?? '') <= now
      expect(chosen.filter((one) => !mayEnd(one))).toEqual([])
      expect(chosen.length).toBeGreaterThanOrEqual(certain.length)
    }),
    { numRuns: 10_000 },
  )
  // Otherwise the test would hold for a selection that never selects.
  expect(selected).toBeGreaterThan(1000)
})

test('terminate selects in 10,000 generated accounts nothing but the machine of that name with that id', {
  timeout: 120_000,
}, async () => {
  let selected = 0
  const name = fc.constantFrom('web-1', 'web-2')
  const id = fc.constantFrom('i-1', 'i-2')
  await fc.assert(
    fc.property(account, name, id, (described, name, id) => {
      const chosen = selectForTermination(described, { flock: 'lo', name, id })
      selected += chosen.length
      const isMeant = (one: Described): boolean =>
        isOurs(one) && one.tags['drover:machine'] === name && one.id === id
      expect(chosen.filter((one) => !isMeant(one))).toEqual([])
    }),
    { numRuns: 10_000 },
  )
  expect(selected).toBeGreaterThan(1000)
})
