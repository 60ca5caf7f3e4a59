import { expect, test } from 'vitest'
import { makeMachine } from '../../../test/support/fake-cloud.js'
import { type FakeWorld, makeFakeWorld, readJson, runIn } from '../../../test/support/fake-world.js'
import { standingFlock as flock, makeStanding, onlyMachine } from '../../../test/support/standing-world.js'

const asked = { operation: 'terminate', yes: true } as const

function expectGone(world: FakeWorld): void {
  expect(world.cloud.machines).toEqual([])
  expect([...world.names]).toEqual([])
  for (const file of ['machine.json', 'launch.json', 'state.json']) {
    expect(readJson(world, `machines/web-1/${file}`)).toBeUndefined()
  }
  expect(readJson(world, 'machines/web-1/terminated.json')).toEqual({
    id: 'i-1',
    provider: 'ec2',
    region: 'eu-1',
    address: '192.0.2.1',
    at: expect.stringMatching(/Z$/),
    run: '1',
  })
}

function captured(world: FakeWorld): string | undefined {
  return world.tree.get('machines/web-1/captured/etc/motd')?.bytes.toString('utf8')
}

function notices(progress: Awaited<ReturnType<typeof runIn>>['progress']): readonly string[] {
  return progress.flatMap((one) => (one.kind === 'notice' ? [one.message] : []))
}

test('terminate captures, takes the name away and ends, in this order, and is fine twice', async () => {
  const world = await makeStanding()
  const { result, calls } = await runIn(world, asked)
  expect(result.outcomes[0]).toMatchObject({ kind: 'changed', message: 'ended i-1' })
  const order = ['capture', 'push', 'unname web-1.example.org', 'terminate i-1', 'push']
  expect(calls.filter((call) => order.includes(call))).toEqual(order)
  expect(captured(world)).toBe('found on i-1\n')
  expectGone(world)
  const again = await runIn(world, asked)
  expect(again.result.outcomes[0]).toMatchObject({ kind: 'ok', message: 'does not exist' })
  expectGone(world)
})

test('terminate converges, with the capture kept, when it dies at any call', async () => {
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; ; at++) {
      const world = await makeStanding()
      const first = await runIn(world, asked, { death: { at, when } })
      if (!first.died) {
        expect(at).toBeGreaterThan(7)
        break
      }
      const second = await runIn(world, asked)
      expect(second.result.exitCode, `${when} ${first.calls.at(-1)}`).toBe(0)
      expect(captured(world)).toBe('found on i-1\n')
      expectGone(world)
    }
  }
})

test('a new machine can be made after terminate, and the tombstone goes', async () => {
  const world = await makeStanding()
  await runIn(world, asked)
  expect((await runIn(world, {})).result.outcomes[0]?.message).toBe('made at 192.0.2.2')
  expect(readJson(world, 'machines/web-1/terminated.json')).toBeUndefined()
  expect(world.names.get('web-1.example.org')).toBe('192.0.2.2')
})

test('terminate leaves a name alone that points elsewhere', async () => {
  const world = await makeStanding()
  world.names.set('web-1.example.org', '203.0.113.9')
  expect((await runIn(world, asked)).result.exitCode).toBe(0)
  expect(world.names.get('web-1.example.org')).toBe('203.0.113.9')
})

test('a machine whose promised capture cannot be made is not ended unless that is said', async () => {
  const unreachable = await makeStanding()
  onlyMachine(unreachable).key = 'ssh-ed25519 OTHER'
  const stopped = await makeStanding()
  onlyMachine(stopped).presence = 'stopped'
  for (const [world, exitCode, why] of [
    [unreachable, 3, 'shows another host key'],
    [stopped, 1, 'it is stopped'],
  ] as const) {
    const { result } = await runIn(world, asked)
    expect(result.exitCode).toBe(exitCode)
    const [outcome] = result.outcomes
    expect(outcome?.message).toMatch(/^was not ended/)
    expect(outcome?.message).toContain(why)
    expect(outcome?.hint).toContain('--no-capture')
    expect(world.cloud.machines).toHaveLength(1)
    expect((await runIn(world, { ...asked, noCapture: true })).result.exitCode).toBe(0)
    expectGone(world)
  }
})

test('terminate does not look at a machine at all with no-capture', async () => {
  const world = await makeStanding()
  world.tree.set('config/all/files.yml', { mode: '100644', bytes: Buffer.from('files: [') })
  const refused = await runIn(world, asked)
  expect(refused.result).toMatchObject({ exitCode: 2, reason: 'invalid-manifest' })
  expect(refused.result.problems[0]?.hint).toContain('--no-capture')
  expect(world.cloud.machines).toHaveLength(1)
  const { result, calls } = await runIn(world, { ...asked, noCapture: true })
  expect(result.exitCode).toBe(0)
  expect(calls).not.toContain('connect')
  expectGone(world)
})

test('terminate refuses a protected machine, and two of one name', async () => {
  const world = await makeStanding(`${flock}    protect: true\n`)
  expect((await runIn(world, asked)).result.outcomes[0]).toMatchObject({ reason: 'protected' })
  const twice = await makeStanding()
  makeMachine(twice.cloud, 'web-1')
  const { result } = await runIn(twice, asked)
  expect(result.outcomes[0]).toMatchObject({ kind: 'failed', reason: 'ambiguous-machine' })
  expect([world.cloud.machines.length, twice.cloud.machines.length]).toEqual([1, 2])
})

test('terminate ends the machine that is there when the ledger knows one that is gone, and says so', async () => {
  const world = await makeStanding()
  world.cloud.machines.pop()
  makeMachine(world.cloud, 'web-1', { hasTimer: false })
  delete onlyMachine(world).expiresAt
  const { result, progress } = await runIn(world, asked)
  expect(result.outcomes[0]).toMatchObject({ kind: 'changed', message: 'ended i-2' })
  expect(notices(progress)[0]).toContain('the ledger knows "i-1", which is gone')
  expect(world.cloud.machines).toEqual([])
  expect([...world.names]).toEqual([])
})

test('terminate only forgets a machine that is not ours to end, once', async () => {
  const world = await makeStanding()
  const foreign: Parameters<typeof runIn>[2] = {
    changeProvider: (provider) => ({ ...provider, onlyForgets: true }),
  }
  const { result } = await runIn(world, asked, foreign)
  expect(result.outcomes[0]).toMatchObject({ kind: 'changed', message: 'forgot i-1, which runs on' })
  expect(world.cloud.machines).toHaveLength(1)
  expect(readJson(world, 'machines/web-1/machine.json')).toBeUndefined()
  expect(readJson(world, 'machines/web-1/terminated.json')).toBeUndefined()
  expect([...world.names]).toEqual([])
  expect((await runIn(world, asked, foreign)).result.outcomes[0]).toMatchObject({ kind: 'ok' })
})

test('terminate finds a machine of a launch that was cut off, also when flock.yml has it no more', async () => {
  const world = makeFakeWorld(flock)
  const calls = (await runIn(makeFakeWorld(flock), {})).calls
  await runIn(world, {}, { death: { at: calls.indexOf('make web-1') + 1, when: 'after' } })
  world.tree.set('flock.yml', {
    mode: '100644',
    bytes: Buffer.from('flock: f\nmachines:\n  other:\n'),
  })
  const { result } = await runIn(world, { ...asked, selectors: ['web-1'] })
  expect(result.outcomes[0]).toMatchObject({ kind: 'changed', message: 'ended i-1' })
  expectGone(world)
})
