import { expect, test } from 'vitest'
import type { LaunchRequest } from '../provider.js'
import { checkLaunch, checkName, checkNetwork, newIdentity } from './launch-input.js'

const request: LaunchRequest = {
  name: 'web-1',
  authorizedKeys: ['ssh-ed25519 AAAA test'],
  user: 'root',
  runId: '17',
  settings: {},
  remember: async () => undefined,
  spend: () => undefined,
  seed: async () => Buffer.alloc(32),
  onStep: () => undefined,
}

test('checkLaunch takes a plain request', () => {
  expect(checkLaunch(request).settings.suite).toBe('bookworm')
})

test.each<[string, Partial<LaunchRequest>]>([
  ['a name with a path in it', { name: '../web' }],
  ['a name with capitals', { name: 'Web' }],
  ['no name', { name: '' }],
  ['a user with a space', { user: 'ada lovelace' }],
  ['a user that looks like an option', { user: '-ada' }],
  ['a key of two lines', { authorizedKeys: ['ssh-ed25519 AAAA\nssh-rsa BBBB'] }],
])('checkLaunch refuses %s', (_title, wrong) => {
  expect(() => checkLaunch({ ...request, ...wrong })).toThrow(/cannot be/)
})

test('checkName refuses a name that cannot be a folder', () => {
  expect(() => checkName('a/b')).toThrow(/"a\/b" cannot be a name/)
})

test.each([
  ['a bridge name that is too long', { bridge: 'abcdefghijkl', prefix: '10.1' }],
  ['a bridge name with a dash', { bridge: 'dr-0', prefix: '10.1' }],
  ['three octets', { bridge: 'dr0', prefix: '10.1.1' }],
  ['an octet over 255', { bridge: 'dr0', prefix: '10.256' }],
  ['the loopback network', { bridge: 'dr0', prefix: '127.0' }],
])('checkNetwork refuses %s', (_title, network) => {
  expect(() => checkNetwork(network)).toThrow(/cannot be/)
})

test('the identity says when and by which run the machine was made', () => {
  expect(newIdentity({ id: 'local-1', request, at: Date.UTC(2026, 10, 21) })).toEqual({
    provider: 'local',
    id: 'local-1',
    port: 22,
    user: 'root',
    createdAt: '2026-11-21T00:00:00.000Z',
    createdBy: '17',
  })
})
