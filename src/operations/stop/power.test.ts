import { expect, test } from 'vitest'
import { makeMachine, seenOf } from '../../../test/support/fake-cloud.js'
import { makeFakeWorld, readJson, runIn } from '../../../test/support/fake-world.js'
import { standingFlock as flock, makeStanding, onlyMachine } from '../../../test/support/standing-world.js'

test('pins, name and key follow a machine that is stopped and started with another address', async () => {
  const world = await makeStanding()
  const { key } = onlyMachine(world)
  expect((await runIn(world, { operation: 'stop' })).result.outcomes[0]).toMatchObject({ kind: 'changed' })
  expect((await runIn(world, { operation: 'stop' })).result.outcomes[0]).toMatchObject({ kind: 'ok' })
  const { result } = await runIn(world, { operation: 'start' })
  expect(result.outcomes[0]).toMatchObject({ kind: 'changed', message: 'started at 198.51.100.1' })
  expect(readJson(world, 'machines/web-1/machine.json')).toMatchObject({
    id: 'i-1',
    address: '198.51.100.1',
    hostKeys: [key],
  })
  expect([...world.names]).toEqual([['web-1.example.org', '198.51.100.1']])
  expect((await runIn(world, { operation: 'start' })).result.outcomes[0]).toMatchObject({ kind: 'ok' })
})

test('start converges when it dies at any call', async () => {
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; ; at++) {
      const world = await makeStanding()
      await runIn(world, { operation: 'stop' })
      const first = await runIn(world, { operation: 'start' }, { death: { at, when } })
      if (!first.died) break
      expect((await runIn(world, { operation: 'start' })).result.exitCode).toBe(0)
      const { address } = onlyMachine(world)
      expect(readJson(world, 'machines/web-1/machine.json')).toMatchObject({ address })
      expect([...world.names]).toEqual([['web-1.example.org', address]])
    }
  }
})

test.each(['start', 'stop', 'reboot'])('%s refuses a machine that does not exist', async (operation) => {
  const world = makeFakeWorld(flock)
  const { result } = await runIn(world, { operation })
  expect(result.outcomes[0]).toMatchObject({ kind: 'failed', reason: 'not-provisioned' })
  expect(world.cloud.machines).toEqual([])
})

test('stop says which provider cannot', async () => {
  const world = await makeStanding()
  const { result } = await runIn(
    world,
    { operation: 'stop' },
    { changeProvider: ({ stop: _, ...provider }) => provider },
  )
  expect(result.outcomes[0]).toMatchObject({
    reason: 'provider-failed',
    message: 'the provider "ec2" cannot stop machines',
  })
})

test('reboot waits for another boot', async () => {
  const world = await makeStanding()
  const { result } = await runIn(world, { operation: 'reboot' })
  expect(result.outcomes[0]).toMatchObject({ kind: 'changed', reason: 'done' })
  expect(onlyMachine(world).boot).toBe(2)
})

test('reboot is asked from the provider when the machine does not answer', async () => {
  const world = await makeStanding()
  const machine = onlyMachine(world)
  // Runs, as far as its provider can say; nobody answers until the provider restarts it.
  machine.presence = 'stopped'
  const { result, calls } = await runIn(
    world,
    { operation: 'reboot' },
    {
      changeProvider: (provider) => ({
        ...provider,
        list: async () => world.cloud.machines.map((one) => ({ ...seenOf(one), presence: 'running' })),
        reboot: async (id) => {
          await provider.reboot?.(id)
          world.cloud.nowMs += 20_000
          machine.presence = 'running'
        },
      }),
    },
  )
  expect(result.outcomes[0], result.outcomes[0]?.message).toMatchObject({ kind: 'changed', reason: 'done' })
  expect(calls).toContain('reboot i-1')
})

test('reboot refuses a machine that is stopped', async () => {
  const world = await makeStanding()
  await runIn(world, { operation: 'stop' })
  expect((await runIn(world, { operation: 'reboot' })).result.outcomes[0]).toMatchObject({
    reason: 'not-running',
  })
})

test('list shows expiry, name and two of one name', async () => {
  const world = await makeStanding(`${flock}  web-2:\n`)
  makeMachine(world.cloud, 'web-2', { hasTimer: false })
  const { result } = await runIn(world, { operation: 'list', selectors: [] })
  expect(result.outcomes[0]).toMatchObject({ kind: 'ok', data: { dns: 'web-1.example.org' } })
  expect(result.outcomes[1]).toMatchObject({
    kind: 'failed',
    reason: 'ambiguous-machine',
    data: { duplicates: [{ id: 'i-2' }, { id: 'i-3', expiresAt: expect.any(String) }] },
  })
  const fresh = makeFakeWorld(flock)
  const { expiresAt } = makeMachine(fresh.cloud, 'web-1')
  const listed = await runIn(fresh, { operation: 'list', selectors: [] })
  expect(listed.result.outcomes[0]).toMatchObject({ data: { expiresAt } })
})
