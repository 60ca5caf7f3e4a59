import { expect, test } from 'vitest'
import { fakeConnections } from '../../test/support/fake-connections.js'
import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import type { ReasonCode } from '../base/reasons.js'
import { reopenPolicies } from '../remote/connection-policy.js'
import type { ExecOptions } from '../remote/session.js'
import { MachineConnection } from './machine-connection.js'
import { openAnother, openConnection } from './open-connection.js'

const fail = (reason: ReasonCode): DroverError => new DroverError('lo-1: it broke', { reason })
const identity = { hostKeys: ['a key'] } as unknown as Identity
const command = { argv: ['true'] }
const limits = { timeoutMs: 1000 }

test('the first connection is a step, with the longest limits', async () => {
  const fake = fakeConnections()
  await openConnection(fake.task, identity)
  expect(fake.steps).toEqual(['connect'])
  expect(fake.connects).toMatchObject([{ machine: 'lo-1', identity, timeoutMs: 30_000, reachMs: 10_000 }])
})

test('a connection that holds is used for all that is asked', async () => {
  const fake = fakeConnections()
  const connection = await openConnection(fake.task, identity)
  await connection.exec(command, limits)
  await connection.repeat('lo-1: update', () => connection.exec(command, limits))
  expect([fake.connects.length, fake.closed]).toEqual([1, 0])
  await connection.close()
  expect(fake.closed).toBe(1)
})

test('a loss is an error of the command that it hit when that may not be repeated', async () => {
  const fake = fakeConnections({ onExec: () => fail('connection-lost') })
  const connection = await openConnection(fake.task, identity)
  await expect(connection.exec(command, limits)).rejects.toMatchObject({ reason: 'connection-lost' })
  expect(fake.connects).toHaveLength(1)
})

test.each(['connection-lost', 'timed-out', 'unreachable'] as const)(
  'work in the middle of which the connection fails with %s is repeated over a new one',
  async (reason) => {
    const fake = fakeConnections({ onExec: (count) => (count < 3 ? fail(reason) : undefined) })
    const connection = await openConnection(fake.task, identity)
    await connection.repeat('lo-1: update', () => connection.exec(command, limits))
    expect([fake.connects.length, fake.closed]).toEqual([3, 2])
    expect(fake.steps).toEqual(['connect', 'connect again', 'connect again'])
    // What comes after the work goes over the new one.
    await connection.exec(command, limits)
    expect(fake.connects).toHaveLength(3)
  },
)

test('a machine that cannot be reached while the connection is opened again is tried again', async () => {
  const fake = fakeConnections({
    onConnect: (count) => (count > 1 && count < 6 ? fail('unreachable') : undefined),
    onExec: (count) => (count === 1 ? fail('connection-lost') : undefined),
  })
  const connection = await openConnection(fake.task, identity)
  await connection.repeat('lo-1: update', () => connection.exec(command, limits))
  expect(fake.connects).toHaveLength(6)
  expect(fake.connects.at(-1)).toMatchObject({ timeoutMs: 20_000, reachMs: 5000 })
})

test('a machine that is silent for two minutes is given up, and the error says that it goes on', async () => {
  const fake = fakeConnections({
    onConnect: (count) => (count > 1 ? fail('unreachable') : undefined),
    onExec: () => fail('connection-lost'),
  })
  const connection = await openConnection(fake.task, identity)
  const ended = connection.repeat('lo-1: update', () => connection.exec(command, limits))
  await expect(ended).rejects.toMatchObject({
    reason: 'connection-lost',
    message: expect.stringContaining('lo-1: update'),
    hint: expect.stringContaining('goes on by itself'),
    cause: { reason: 'unreachable' },
  })
  expect(fake.connects.length).toBeGreaterThan(10)
  expect(fake.nowMs()).toBeGreaterThan(100_000)
  expect(fake.nowMs()).toBeLessThanOrEqual(120_000)
})

test('a connection that is lost again and again is kept while the machine says something in between', async () => {
  const say = ({ onLine }: ExecOptions, count: number): DroverError | undefined => {
    fake.pass(60_000)
    onLine?.('alive', 'stdout')
    return count < 20 ? fail('connection-lost') : undefined
  }
  const fake = fakeConnections({ onExec: (count, options) => say(options, count) })
  const connection = await openConnection(fake.task, identity)
  await connection.repeat('lo-1: update', () => connection.exec(command, limits))
  expect(fake.connects).toHaveLength(20)
})

test('time in which nothing was asked is no silence of the machine', async () => {
  const fake = fakeConnections({ onExec: (count) => (count === 1 ? fail('connection-lost') : undefined) })
  const connection = await openConnection(fake.task, identity)
  fake.pass(10 * 60_000)
  await connection.repeat('lo-1: update', () => connection.exec(command, limits))
  expect(fake.connects).toHaveLength(2)
})

test.each(['host-key-mismatch', 'command-failed', 'authentication-failed'] as const)(
  'work that fails with %s is not repeated',
  async (reason) => {
    const fake = fakeConnections({ onExec: () => fail(reason) })
    const connection = await openConnection(fake.task, identity)
    const ended = connection.repeat('lo-1: update', () => connection.exec(command, limits))
    await expect(ended).rejects.toMatchObject({ reason })
    expect(fake.connects).toHaveLength(1)
  },
)

test('a connection of a run that is cancelled is not opened again, and the error says that the machine goes on', async () => {
  const cancelling = new AbortController()
  const fake = fakeConnections({
    signal: cancelling.signal,
    onExec: () => {
      cancelling.abort(new Error('enough'))
      return fail('connection-lost')
    },
  })
  const connection = await openConnection(fake.task, identity)
  const cancelled = { reason: 'cancelled', hint: expect.stringContaining('finishes by itself') }
  const ended = connection.repeat('lo-1: update', () => connection.exec(command, limits))
  await expect(ended).rejects.toMatchObject(cancelled)
  await expect(connection.pause('lo-1: update', 1000)).rejects.toMatchObject(cancelled)
  expect(fake.connects).toHaveLength(1)
})

test('a run that is cancelled while the connection is opened again ends during the pause', async () => {
  const cancelling = new AbortController()
  const fake = fakeConnections({
    signal: cancelling.signal,
    onExec: () => fail('connection-lost'),
    onSleep: () => cancelling.abort(new Error('enough')),
  })
  const connection = await openConnection(fake.task, identity)
  const ended = connection.repeat('lo-1: update', () => connection.exec(command, limits))
  await expect(ended).rejects.toMatchObject({ reason: 'cancelled' })
  expect(fake.connects).toHaveLength(1)
})

test('one that is opened again by hand closes the old one and waits for the machine', async () => {
  const fake = fakeConnections({ onConnect: (count) => (count === 2 ? fail('unreachable') : undefined) })
  const connection = await openConnection(fake.task, identity)
  await connection.reopen()
  expect([fake.connects.length, fake.closed]).toEqual([3, 1])
})

test.each(['confirmation', 'nextHostKey'] as const)(
  'another connection for %s is tried until the machine stops waiting, and a cancelled run makes it all the same',
  async (name) => {
    const policy = reopenPolicies[name]
    const fake = fakeConnections({
      signal: AbortSignal.abort(new Error('enough')),
      onConnect: () => fail('unreachable'),
    })
    await expect(openAnother(fake.task, { identity, policy })).rejects.toMatchObject({
      reason: 'unreachable',
    })
    expect(fake.nowMs()).toBeLessThanOrEqual(policy.deadlineMs)
    expect(fake.nowMs()).toBeGreaterThan(policy.deadlineMs - 2000)
    expect(fake.connects[0]).not.toHaveProperty('signal')
  },
)

test('a question may be asked again whatever the machine does to who asks', async () => {
  const fake = fakeConnections({
    onConnect: (count) => (count < 5 ? fail('authentication-failed') : undefined),
  })
  const connection = new MachineConnection(fake.task, { identity, isCancellable: false })
  const ask = (): Promise<unknown> => connection.exec(command, limits)
  await connection.retry(reopenPolicies.verdict, ask, (error) => error instanceof DroverError)
  expect(fake.connects).toHaveLength(5)
})
