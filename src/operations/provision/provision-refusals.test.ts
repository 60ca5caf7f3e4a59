import { expect, test } from 'vitest'
import { makeMachine } from '../../../test/support/fake-cloud.js'
import { makeFakeWorld, runIn } from '../../../test/support/fake-world.js'
import { DroverError } from '../../base/errors.js'
import type { Snapshot } from '../../ledger/ledger.js'

const flock = 'flock: f\nprovider: ec2\nmachines:\n  web-1:\n'

test('provision makes nothing when the intent cannot be written down', async () => {
  const world = makeFakeWorld(flock)
  const closed = new DroverError('push: refused', { reason: 'push-failed' })
  const read = async (): Promise<Snapshot> => ({
    commit: 'c0ffee',
    tree: world.tree,
    machines: new Map(),
  })
  const ledger = {
    read,
    readAt: async () => undefined,
    push: () => Promise.reject(closed),
    isOnBranch: async () => false,
    headOf: async () => undefined,
    history: async () => [],
    close: async () => undefined,
  }
  const { result } = await runIn(world, {}, { ports: { ledger } })
  expect(result.outcomes[0]).toMatchObject({ kind: 'failed', reason: 'push-failed' })
  expect(world.cloud.machines).toEqual([])
})

test('provision refuses two of one name and shows both; others go on', async () => {
  const world = makeFakeWorld(`${flock}  web-2:\n`)
  makeMachine(world.cloud, 'web-1')
  makeMachine(world.cloud, 'web-1')
  const { result } = await runIn(world, {})
  expect(result.outcomes.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['failed', 'ambiguous-machine'],
    ['changed', 'done'],
  ])
  expect(result.outcomes[0]?.message).toMatch(/"i-1" .* and "i-2"/)
  expect(world.cloud.machines.filter(({ name }) => name === 'web-1')).toHaveLength(2)
})

test('provision makes nothing when more is asked for than the budget allows', async () => {
  const world = makeFakeWorld('flock: f\nprovider: ec2\nmachines:\n  "w-{seq}":\n    count: 4\n')
  makeMachine(world.cloud, 'w-1', { hasTimer: false, expiresAt: undefined } as never)
  const refused = await runIn(world, { budget: 2 })
  expect(refused.result).toMatchObject({ exitCode: 2, reason: 'over-budget' })
  expect(world.cloud.machines).toHaveLength(1)
  expect((await runIn(world, { budget: 3 })).result.exitCode).toBe(0)
  expect(world.cloud.machines).toHaveLength(4)
})

test('provision tells the problems of all settings at once, before anything is made', async () => {
  const world = makeFakeWorld(
    'flock: f\nprovider: ec2\nmachines:\n  a:\n    settings: { x: 1, y: 2 }\n  b:\n    settings: { z: 3 }\n',
  )
  const { result, calls } = await runIn(world, {})
  expect(result).toMatchObject({ exitCode: 2, reason: 'invalid-settings' })
  expect(result.problems).toHaveLength(3)
  expect(calls).toEqual(['read'])
})

test('provision writes down the intents of many machines in few pushes', async () => {
  const world = makeFakeWorld('flock: f\nprovider: ec2\nmachines:\n  "w-{seq}":\n    count: 40\n')
  const { result, calls } = await runIn(world, { parallel: 40 })
  expect(result.exitCode).toBe(0)
  expect(world.records.filter(({ message }) => message === 'is about to make the machine')).toHaveLength(40)
  expect(calls.filter((call) => call === 'push').length).toBeLessThan(40)
})

test('provision refuses a machine whose provider was changed in flock.yml while it exists', async () => {
  const world = makeFakeWorld(flock)
  expect((await runIn(world, {})).result.exitCode).toBe(0)
  const text = flock.replace('provider: ec2', 'provider: local')
  world.tree.set('flock.yml', { mode: '100644', bytes: Buffer.from(text) })
  const { result } = await runIn(world, {})
  expect(result.outcomes[0]).toMatchObject({ kind: 'failed', reason: 'invalid-flock' })
  expect(result.outcomes[0]?.message).toContain('exists at the provider "ec2" as "i-1"')
})
