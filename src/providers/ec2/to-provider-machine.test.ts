import { expect, test } from 'vitest'
import type { Identity } from '../../base/identity.js'
import type { ProviderScope } from '../provider.js'
import { type Described, selectOurs } from './select-ours.js'
import { toProviderMachine } from './to-provider-machine.js'

const hostKey = `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${'a'.repeat(43)}`
const described: Described = {
  id: 'i-1',
  region: 'eu-west-1',
  state: 'running',
  launchedAt: '2026-11-22T11:00:00.000Z',
  publicAddress: '203.0.113.5',
  privateAddress: '10.0.0.5',
  tags: {
    'drover:flock': 'lo',
    'drover:machine': 'web-1',
    'drover:run': '77',
    'drover:created': '2026-11-21T00:00:00.000Z',
    'drover:host-key': hostKey,
  },
}
const scope = (settings: ProviderScope['machines'][number]['settings'] = {}): ProviderScope => ({
  flock: 'lo',
  machines: [{ name: 'web-1', settings, user: 'admin', port: 2222 }],
  known: new Map(),
})
const seen = (one: Partial<Described>, within: ProviderScope = scope()) =>
  selectOurs([{ ...described, ...one }], 'lo').map((ours) => toProviderMachine(ours, within))[0]
const { publicAddress: _public, ...withoutPublic } = described

test('toProviderMachine says how to reach the machine and how to recognise it', () => {
  expect(seen({})).toEqual({
    name: 'web-1',
    presence: 'running',
    identity: {
      provider: 'ec2',
      id: 'i-1',
      address: '203.0.113.5',
      port: 2222,
      user: 'admin',
      hostKeys: [hostKey],
      region: 'eu-west-1',
      // Not the launch time, which is new after each start.
      createdAt: '2026-11-21T00:00:00.000Z',
      createdBy: '77',
    },
  })
})

test.each([
  ['pending', 'starting'],
  ['running', 'running'],
  ['stopping', 'stopping'],
  ['stopped', 'stopped'],
])('toProviderMachine shows %s as %s', (state, presence) => {
  expect(seen({ state })?.presence).toBe(presence)
})

test('toProviderMachine takes the private address where it is asked for', () => {
  expect(seen({}, scope({ address: 'private' }))?.identity.address).toBe('10.0.0.5')
})

test('toProviderMachine shows a stopped machine with the address that it had, or with one that never resolves', () => {
  const identity = { id: 'i-1', address: '203.0.113.9', user: 'x', port: 1 } as Identity
  const [stopped] = selectOurs([{ ...withoutPublic, state: 'stopped' }], 'lo')
  if (stopped === undefined) throw new Error('nothing selected')
  const known = (id: string): ProviderScope => ({
    ...scope(),
    known: new Map([['web-1', { ...identity, id }]]),
  })
  expect(toProviderMachine(stopped, known('i-1')).identity.address).toBe('203.0.113.9')
  expect(toProviderMachine(stopped, known('i-2')).identity.address).toBe('10.0.0.5')
  const { privateAddress: _private, ...without } = stopped
  expect(toProviderMachine(without, scope()).identity.address).toBe('no-address.invalid')
})

test('toProviderMachine takes the settings of a machine that left flock.yml from the ledger', () => {
  const identity = { id: 'i-1', address: '10.0.0.5', user: 'ubuntu', port: 22 } as Identity
  const within: ProviderScope = { flock: 'lo', machines: [], known: new Map([['web-1', identity]]) }
  expect(seen({}, within)?.identity).toMatchObject({ user: 'ubuntu', port: 22, address: '10.0.0.5' })
})
