import { expect, test } from 'vitest'
import { clientToken, planAttempts } from './attempts.js'

const subnets = new Map([
  ['eu-west-1b', 'subnet-b'],
  ['eu-west-1a', 'subnet-a'],
])

test('planAttempts takes the preferred type in each zone before the next type', () => {
  const attempts = planAttempts({
    zones: ['eu-west-1b', 'eu-west-1a'],
    types: ['t3.small', 't3a.small'],
    subnets,
  })
  expect(attempts.map(({ zone, type, subnet }) => `${type} ${zone} ${subnet}`)).toEqual([
    't3.small eu-west-1b subnet-b',
    't3.small eu-west-1a subnet-a',
    't3a.small eu-west-1b subnet-b',
    't3a.small eu-west-1a subnet-a',
  ])
})

test('planAttempts takes all zones in order of name when none is preferred, and none without a subnet', () => {
  expect(planAttempts({ zones: [], types: ['t'], subnets }).map(({ zone }) => zone)).toEqual([
    'eu-west-1a',
    'eu-west-1b',
  ])
  expect(planAttempts({ zones: ['eu-west-1c'], types: ['t'], subnets })).toEqual([])
})

const parts = { flock: 'lo', machine: 'web-1', run: '7', nonce: 'n', zone: 'z', type: 't' }

test('clientToken is 64 characters of ASCII and always the same', () => {
  expect(clientToken(parts)).toMatch(/^[0-9a-f]{64}$/)
  expect(clientToken({ ...parts })).toBe(clientToken(parts))
})

test.each(['flock', 'machine', 'run', 'nonce', 'zone', 'type'] as const)(
  'clientToken differs with another %s',
  (part) => {
    expect(clientToken({ ...parts, [part]: 'other' })).not.toBe(clientToken(parts))
  },
)

test('clientToken does not take one part for another', () => {
  expect(clientToken({ ...parts, flock: 'a', machine: 'bc' })).not.toBe(
    clientToken({ ...parts, flock: 'ab', machine: 'c' }),
  )
})
