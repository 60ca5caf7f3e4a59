import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { expect, test } from 'vitest'
import { hasIpv6, judgeName } from './judge-name.js'

const set = (more: Partial<ResourceRecordSet>): ResourceRecordSet => ({
  Name: 'a.x.org.',
  Type: 'A',
  ...more,
})
const values = (...addresses: string[]): Partial<ResourceRecordSet> => ({
  TTL: 60,
  ResourceRecords: addresses.map((Value) => ({ Value })),
})
const alias = { HostedZoneId: 'Z', DNSName: 'lb.x.org.', EvaluateTargetHealth: false }

test.each<[string, ResourceRecordSet[]]>([
  ['nothing', []],
  [
    'records of other types',
    [set({ Type: 'TXT', ...values('"x"') }), set({ Type: 'AAAA', ...values('::1') })],
  ],
])('a DNS name is free with %s', (_, sets) => {
  expect(judgeName(sets)).toEqual({ kind: 'free' })
})

test('a DNS name with one address gives the record set as it was read', () => {
  const plain = set(values('192.0.2.1'))
  expect(judgeName([set({ Type: 'MX', ...values('1 x') }), plain])).toEqual({
    kind: 'plain',
    set: plain,
    address: '192.0.2.1',
    ttlSeconds: 60,
  })
})

test.each<[string, ResourceRecordSet[], string, string[]]>([
  ['an alias', [set({ AliasTarget: alias })], 'it is an alias of "lb.x.org."', []],
  ['a CNAME', [set({ Type: 'CNAME', ...values('b.x.org') })], 'it is an alias (CNAME) of another name', []],
  ['several values', [set(values('192.0.2.1', '192.0.2.2'))], 'it has 2 values', ['192.0.2.1', '192.0.2.2']],
  [
    'several record sets',
    [
      set({ ...values('192.0.2.1'), SetIdentifier: 'one', Weight: 1 }),
      set({ ...values('192.0.2.2'), SetIdentifier: 'two', Weight: 1 }),
    ],
    'it has several record sets',
    ['192.0.2.1', '192.0.2.2'],
  ],
  [
    'a routing policy',
    [set({ ...values('192.0.2.1'), SetIdentifier: 'one', Weight: 1 })],
    'its record set has a "SetIdentifier"',
    ['192.0.2.1'],
  ],
  [
    'a health check',
    [set({ ...values('192.0.2.1'), HealthCheckId: 'h' })],
    'its record set has a "HealthCheckId"',
    ['192.0.2.1'],
  ],
  ['no value', [set({ TTL: 60, ResourceRecords: [] })], 'it has no value', []],
])('a DNS name with %s is foreign', (_, sets, why, addresses) => {
  expect(judgeName(sets)).toEqual({ kind: 'foreign', why, addresses })
})

test('an IPv6 address is reported beside what else the DNS name has', () => {
  expect(hasIpv6([set(values('192.0.2.1'))])).toBe(false)
  expect(hasIpv6([set(values('192.0.2.1')), set({ Type: 'AAAA', ...values('::1') })])).toBe(true)
})
