import { describe, expect, test } from 'vitest'
import { lifeMs, makeMachine } from '../../test/support/fake-cloud.js'
import { passTime } from '../../test/support/fake-remote.js'
import {
  type Death,
  type FakeWorld,
  makeFakeWorld,
  type RunIn,
  readJson,
  runIn,
} from '../../test/support/fake-world.js'
import { aptLockCommand } from '../recipes/apt-lock.js'
import { cloudInitCommand } from '../recipes/cloud-init.js'

const flock = 'flock: f\nprovider: ec2\ndns: { name: "{name}.example.org" }\nmachines:\n  web-1:\n'

/** Everything that a finished machine is, in the cloud, inside, on the branch and in the DNS. */
function expectFinished(world: FakeWorld): void {
  const [machine, ...others] = world.cloud.machines
  expect(others).toEqual([])
  expect(machine).toMatchObject({ presence: 'running', hasTimer: false, toldKeys: [machine?.key] })
  expect(machine?.expiresAt).toBeUndefined()
  expect(machine?.oldKey).toBeUndefined()
  expect(readJson(world, 'machines/web-1/machine.json')).toMatchObject({
    id: machine?.id,
    address: machine?.address,
    hostKeys: [machine?.key],
    revokedKeys: expect.arrayContaining([expect.stringContaining('LAUNCH')]),
    dns: { provider: 'route53', name: 'web-1.example.org' },
  })
  expect(readJson(world, 'machines/web-1/launch.json')).toBeUndefined()
  expect(readJson(world, 'machines/web-1/terminated.json')).toBeUndefined()
  expect([...world.names]).toEqual([['web-1.example.org', machine?.address]])
}

/** What must hold at the moment, however the run came there. */
function watch(world: FakeWorld, death?: Death): RunIn {
  return {
    ...(death === undefined ? {} : { death }),
    onAct: (name) => {
      if (name.startsWith('make web')) expect(readJson(world, 'machines/web-1/launch.json')).toBeDefined()
    },
    onDisarm: ({ id, key }) => {
      const known = readJson(world, 'machines/web-1/machine.json')
      expect(known).toMatchObject({ id, hostKeys: [key] })
    },
  }
}

describe('provision', () => {
  test('makes a machine in this order, and does nothing the second time', async () => {
    const world = makeFakeWorld(flock)
    const { result, calls } = await runIn(world, {}, watch(world))
    expect(result.outcomes[0]).toMatchObject({
      kind: 'changed',
      reason: 'done',
      message: 'made at 192.0.2.1',
    })
    const telling = ['make web-1', 'use key', 'keep key', 'disarm', 'complete i-1', 'point web-1.example.org']
    expect(calls.filter((call) => telling.includes(call))).toEqual(telling)
    expectFinished(world)
    const again = await runIn(world, {})
    expect(again.result.outcomes[0]).toMatchObject({ kind: 'ok', reason: 'already-so' })
    expect(again.calls.filter((call) => !/^(read|list|point|push)/.test(call))).toEqual([])
  })

  // A key on trial is taken back after 25 s if nobody keeps it: the next run may come before or after that.
  const pauses = [0, 60_000]
  test.each(pauses)('converges when it dies at any call and is run again after %i ms', async (pauseMs) => {
    for (const when of ['before', 'after'] as const) {
      for (let at = 1; ; at++) {
        const world = makeFakeWorld(flock)
        const first = await runIn(world, {}, watch(world, { at, when }))
        if (!first.died) {
          expect(at).toBeGreaterThan(20)
          break
        }
        passTime(world.cloud, pauseMs)
        const second = await runIn(world, {}, watch(world))
        expect(second.result.exitCode, `${when} ${first.calls.at(-1)}: ${second.result.message}`).toBe(0)
        expectFinished(world)
      }
    }
  })

  test('leaves nothing when it dies at any call and only reap comes after', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let at = 1; ; at++) {
        const world = makeFakeWorld(flock)
        const first = await runIn(world, {}, watch(world, { at, when }))
        passTime(world.cloud, lifeMs + 1)
        const reaped = await runIn(world, { operation: 'reap', selectors: [] })
        expect(reaped.result.exitCode).toBe(0)
        // What is left is complete: it stays, and nothing in it ends it.
        for (const { hasTimer, expiresAt } of world.cloud.machines) {
          expect({ hasTimer, expiresAt }).toEqual({ hasTimer: false, expiresAt: undefined })
        }
        const after = await runIn(world, {}, watch(world))
        expect(after.result.exitCode, `${when} ${first.calls.at(-1)}`).toBe(0)
        expectFinished(world)
        if (!first.died) break
      }
    }
  })

  test('ends a making that has expired, and makes another machine', async () => {
    const world = makeFakeWorld(flock)
    makeMachine(world.cloud, 'web-1')
    passTime(world.cloud, lifeMs - 60_000)
    const { result, calls } = await runIn(world, {})
    expect(result.outcomes[0]?.message).toBe('made at 192.0.2.2')
    expect(calls).toContain('terminate i-1')
    expectFinished(world)
  })

  test('does not complete a machine that reap may be ending at this moment', async () => {
    const world = makeFakeWorld(flock)
    const slow = { ...watch(world), onDisarm: () => passTime(world.cloud, lifeMs) }
    const { result, calls } = await runIn(world, {}, slow)
    expect(result.outcomes[0]).toMatchObject({ kind: 'failed', reason: 'timed-out' })
    expect(calls).not.toContain('complete i-1')
    expect((await runIn(world, {}, watch(world))).result.exitCode).toBe(0)
    expectFinished(world)
  })

  test('says what the first boot waits for, and goes on when it is over', async () => {
    const world = makeFakeWorld(flock)
    const waiting = Array.from({ length: 40 }, () => 'running')
    const answers = new Map([
      [cloudInitCommand, [...waiting, 'json {"status":"done","recoverable_errors":{"WARNING":["no disk"]}}']],
      [aptLockCommand, ['812 apt-get\n', '\n']],
    ])
    const { result, progress } = await runIn(world, {}, { ...watch(world), answers })
    expect(result.exitCode).toBe(0)
    const steps = progress.flatMap((one) => (one.kind === 'step' ? [one.name] : []))
    expect(steps).toContain('wait for cloud-init (15 s of at most 900 s)')
    expect(steps).toContain(
      'wait for apt-get (process 812) to leave the packages alone (40 s of at most 900 s)',
    )
    const notices = progress.flatMap((one) => (one.kind === 'notice' ? [one.message] : []))
    expect(notices).toEqual(['web-1: cloud-init went through and is not content: warning: no disk'])
  })

  test.each([
    { name: 'cloud-init failed', answer: 'json {"status":"error","errors":["no user"]}', why: 'no user' },
    { name: 'cloud-init never ends', answer: 'running', why: 'cloud-init is still at work after 900 s' },
  ])('keeps the timer when $name', async ({ answer, why }) => {
    const world = makeFakeWorld(flock)
    const { result } = await runIn(world, {}, { answers: new Map([[cloudInitCommand, [answer]]]) })
    expect(result.outcomes[0]).toMatchObject({ kind: 'failed', reason: 'first-boot-failed' })
    expect(result.outcomes[0]?.message).toContain(why)
    expect(world.cloud.machines[0]).toMatchObject({ hasTimer: true, expiresAt: expect.any(String) })
    // So that a person can look at it.
    expect(readJson(world, 'machines/web-1/machine.json')).toMatchObject({ id: 'i-1' })
  })

  test('refuses two of one name and shows both; others go on', async () => {
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

  test('makes nothing when more is asked for than the budget allows', async () => {
    const world = makeFakeWorld('flock: f\nprovider: ec2\nmachines:\n  "w-{seq}":\n    count: 4\n')
    makeMachine(world.cloud, 'w-1', { hasTimer: false, expiresAt: undefined } as never)
    const refused = await runIn(world, { budget: 2 })
    expect(refused.result).toMatchObject({ exitCode: 2, reason: 'over-budget' })
    expect(world.cloud.machines).toHaveLength(1)
    expect((await runIn(world, { budget: 3 })).result.exitCode).toBe(0)
    expect(world.cloud.machines).toHaveLength(4)
  })

  test('tells the problems of all settings at once, before anything is made', async () => {
    const world = makeFakeWorld(
      'flock: f\nprovider: ec2\nmachines:\n  a:\n    settings: { x: 1, y: 2 }\n  b:\n    settings: { z: 3 }\n',
    )
    const { result, calls } = await runIn(world, {})
    expect(result).toMatchObject({ exitCode: 2, reason: 'invalid-settings' })
    expect(result.problems).toHaveLength(3)
    expect(calls).toEqual(['read'])
  })

  test('writes down the intents of many machines in few pushes', async () => {
    const world = makeFakeWorld('flock: f\nprovider: ec2\nmachines:\n  "w-{seq}":\n    count: 40\n')
    const { result, calls } = await runIn(world, { parallel: 40 })
    expect(result.exitCode).toBe(0)
    expect(world.records.filter(({ message }) => message === 'is about to make the machine')).toHaveLength(40)
    expect(calls.filter((call) => call === 'push').length).toBeLessThan(40)
  })

  test('refuses a machine whose provider was changed in flock.yml while it exists', async () => {
    const world = makeFakeWorld(flock)
    expect((await runIn(world, {})).result.exitCode).toBe(0)
    const text = flock.replace('provider: ec2', 'provider: local')
    world.tree.set('flock.yml', { mode: '100644', bytes: Buffer.from(text) })
    const { result } = await runIn(world, {})
    expect(result.outcomes[0]).toMatchObject({ kind: 'failed', reason: 'invalid-flock' })
    expect(result.outcomes[0]?.message).toContain('exists at the provider "ec2" as "i-1"')
  })
})
