import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lifeMs, makeMachine } from '../../../test/support/fake-cloud.js'
import { makeFakeWorld, readJson, runIn } from '../../../test/support/fake-world.js'
import { planReap } from '../../lifecycle/plan/plan-reap.js'
import type { ProviderMachine } from '../../providers/provider.js'

const flock = 'flock: f\nprovider: ec2\nmachines:\n  web-1:\n  web-2:\n'
const asked = { operation: 'reap', selectors: [] as readonly string[] }

const identity = {
  provider: 'ec2',
  id: 'i-0',
  address: '192.0.2.1',
  port: 22,
  user: 'root',
  hostKeys: [],
  createdAt: '2026-11-22T00:00:00Z',
  createdBy: '1',
}

test('never chooses a machine that is complete, has time left, or whose expiry is no time', () => {
  const now = Date.parse('2026-11-22T00:00:00Z')
  const expiry = fc.oneof(
    fc.constant(undefined),
    fc.constantFrom('', 'soon', '2026-99-99T00:00:00Z', '0'.repeat(400)),
    fc.integer({ min: -1e9, max: 1e9 }).map((ms) => new Date(now + ms).toISOString()),
  )
  const account = fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), expiresAt: expiry }), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(account, (list) => {
      const existing = list.map(
        ({ name, expiresAt }, at): ProviderMachine => ({
          name,
          presence: 'running',
          identity: { ...identity, id: `i-${at}` },
          ...(expiresAt === undefined ? {} : { expiresAt }),
        }),
      )
      const ended = planReap(existing, now).flatMap(({ expired }) => expired)
      const due = existing.filter(({ expiresAt }) => expiresAt !== undefined && Date.parse(expiresAt) <= now)
      expect(new Set(ended)).toEqual(new Set(due))
    }),
    { numRuns: 2000 },
  )
})

test('ends what expired, lists what expires later, and leaves alone what is complete', async () => {
  const world = makeFakeWorld(flock)
  expect((await runIn(world, { selectors: ['web-1'] })).result.exitCode).toBe(0)
  makeMachine(world.cloud, 'web-2', { expiresAt: new Date(world.cloud.nowMs - 1).toISOString() })
  makeMachine(world.cloud, 'nobody-knows', { expiresAt: new Date(world.cloud.nowMs - 1).toISOString() })
  const late = makeMachine(world.cloud, 'in-the-making')
  const planned = await runIn(world, { ...asked, dryRun: true })
  expect(planned.result.outcomes.map(({ reason }) => reason)).toEqual(['planned', 'planned', 'already-so'])
  expect(world.cloud.machines).toHaveLength(4)
  const before = world.records.length
  const { result } = await runIn(world, asked)
  expect(result.outcomes.map(({ machine, kind }) => [machine, kind])).toEqual([
    ['nobody-knows', 'changed'],
    ['web-2', 'changed'],
    ['in-the-making', 'ok'],
  ])
  expect(result.outcomes[2]?.message).toBe(`${late.id} expires at ${late.expiresAt}`)
  expect(world.cloud.machines.map(({ name }) => name)).toEqual(['web-1', 'in-the-making'])
  expect(readJson(world, 'machines/nobody-knows/terminated.json')).toMatchObject({ id: 'i-3' })
  expect(readJson(world, 'machines/web-1/machine.json')).toBeDefined()
  expect(
    world.records
      .slice(before)
      .map(({ machine }) => machine)
      .sort(),
  ).toEqual(['nobody-knows', 'web-2'])
  const again = await runIn(world, asked)
  expect(again.result.exitCode).toBe(0)
  expect(again.calls.filter((call) => call.startsWith('terminate') || call === 'push')).toEqual([])
})

test('can be asked for some machines only', async () => {
  const world = makeFakeWorld(flock)
  const expiresAt = new Date(world.cloud.nowMs - 1).toISOString()
  for (const name of ['web-1', 'web-2', 'gone']) makeMachine(world.cloud, name, { expiresAt })
  const { result } = await runIn(world, { ...asked, selectors: ['web-2', 'gone'] })
  expect(result.exitCode).toBe(0)
  expect(world.cloud.machines.map(({ name }) => name)).toEqual(['web-1'])
})

test('ends the expired one of two of a name, and keeps what the ledger knows of the other', async () => {
  const world = makeFakeWorld(flock)
  await runIn(world, { selectors: ['web-1'] })
  makeMachine(world.cloud, 'web-1', { expiresAt: new Date(world.cloud.nowMs - 1).toISOString() })
  const { result } = await runIn(world, asked)
  expect(result.outcomes[0]).toMatchObject({ kind: 'changed' })
  expect(world.cloud.machines.map(({ id }) => id)).toEqual(['i-1'])
  expect(readJson(world, 'machines/web-1/machine.json')).toMatchObject({ id: 'i-1' })
  expect(readJson(world, 'machines/web-1/terminated.json')).toBeUndefined()
})

test('converges when it dies at any call', async () => {
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; ; at++) {
      const world = makeFakeWorld(flock)
      makeMachine(world.cloud, 'web-1')
      makeMachine(world.cloud, 'web-2')
      world.cloud.nowMs += lifeMs
      const { died } = await runIn(world, asked, { death: { at, when } })
      expect((await runIn(world, asked)).result.exitCode).toBe(0)
      expect(world.cloud.machines).toEqual([])
      if (!died) break
    }
  }
})

test('ends what the other providers have when one does not answer, and fails', async () => {
  const world = makeFakeWorld(`${flock}  lo:\n    provider: local\n`)
  makeMachine(world.cloud, 'web-1', { expiresAt: new Date(world.cloud.nowMs - 1).toISOString() })
  const { result } = await runIn(world, asked, { deaf: 'local' })
  expect(world.cloud.machines).toEqual([])
  expect(result).toMatchObject({ exitCode: 3, reason: 'provider-unreachable' })
})
