import { expect, test } from 'vitest'
import { encodeIntent, type Intent, isRepeatable, parseIntent } from './intent.js'

const intent: Intent = {
  provider: 'ec2',
  region: 'eu-west-1',
  run: '7',
  nonce: 'ab',
  at: '2026-11-22T10:00:00.000Z',
  expiresAt: '2026-11-22T11:00:00.000Z',
  image: 'ami-1',
  rootDevice: '/dev/xvda',
  volumeSize: 20,
  securityGroups: [],
  attempts: [{ zone: 'eu-west-1a', type: 't3.small', subnet: 'subnet-a' }],
  next: 0,
}

test('an intent is read back as it was', () => {
  expect(parseIntent(JSON.parse(JSON.stringify(encodeIntent(intent))))).toEqual(intent)
})

test.each([[undefined], [{}], [{ ...intent, provider: 'local' }], [{ ...intent, attempts: [] }]])(
  'parseIntent finds no intent in %o',
  (remembered) => {
    expect(parseIntent(remembered)).toBeUndefined()
  },
)

test.each([
  ['within half of its time', intent, '2026-11-22T10:29:59.000Z', true],
  ['later', intent, '2026-11-22T10:30:00.000Z', false],
  ['after all places failed', { ...intent, next: 1 }, '2026-11-22T10:01:00.000Z', false],
  ['in another region', { ...intent, region: 'us-east-1' }, '2026-11-22T10:01:00.000Z', false],
])('isRepeatable decides about a launch %s', (_when, one, now, expected) => {
  expect(isRepeatable(one, { region: 'eu-west-1', nowMs: Date.parse(now) })).toBe(expected)
})
