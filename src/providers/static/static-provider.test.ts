import { expect, test } from 'vitest'
import type { Clock } from '../../system/clock.js'
import type { ScopedMachine } from '../provider.js'
import { makeStaticProvider } from './static-provider.js'

const clock: Clock = { now: () => 0, elapsed: () => 0, sleep: async () => undefined, random: () => 0 }
const key = `ssh-ed25519 ${Buffer.concat([
  Buffer.from([0, 0, 0, 11]),
  Buffer.from('ssh-ed25519'),
  Buffer.from([0, 0, 0, 32]),
  Buffer.alloc(32, 1),
]).toString('base64')}`

const machine = (name: string, address: string, port = 22): ScopedMachine => ({
  name,
  settings: { address, 'host-keys': [key] },
  user: 'root',
  port,
})

test('one machine under two names is a problem of the second name', () => {
  const machines = [
    machine('a', 'web.example.org'),
    machine('b', 'WEB.example.org'),
    machine('c', 'web.example.org', 2222),
    machine('d', 'web.example.org'),
  ]
  const provider = makeStaticProvider({ scope: { flock: 'lo', machines, known: new Map() }, clock })
  expect(machines.flatMap((one) => provider.problems(one)).map(({ message }) => message)).toEqual([
    'machines.b: settings: "address" and port are those of "a"',
    'machines.d: settings: "address" and port are those of "a"',
  ])
})

test('a static machine is terminated without being touched', async () => {
  const machines = [machine('a', 'host.invalid')]
  const provider = makeStaticProvider({ scope: { flock: 'lo', machines, known: new Map() }, clock })
  await expect(provider.terminate({ name: 'a', id: 'static:host.invalid:22' })).resolves.toBeUndefined()
  expect([provider.complete, provider.stop, provider.reboot]).toEqual([undefined, undefined, undefined])
})

test('a static machine with other host keys is another machine, so that the ledger does not keep the old pins', async () => {
  const idOf = async (port: number, keys: readonly string[]): Promise<string | undefined> => {
    const one = { ...machine('a', '127.0.0.1', port), settings: { address: '127.0.0.1', 'host-keys': keys } }
    const scope = { flock: 'lo', machines: [one], known: new Map() }
    const [seen] = await makeStaticProvider({ scope, clock }).list()
    return seen?.identity.id
  }
  const other = key.replace(/.$/, 'C')
  // Nothing listens on port 1: what a machine is does not depend on whether it answers.
  expect(await idOf(1, [key])).toBe(await idOf(1, [key]))
  expect(await idOf(1, [key])).not.toBe(await idOf(1, [other]))
})
