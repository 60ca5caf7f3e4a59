import { expect, test } from 'vitest'
import { fakeConnections } from '../../test/support/fake-connections.js'
import { DroverError } from '../base/errors.js'
import type { Identity } from '../base/identity.js'
import { startDeadline } from './deadline.js'
import { waitForBoot } from './wait-for-boot.js'

const away = new DroverError('lo-1: no answer', { reason: 'unreachable' })
const lost = new DroverError('lo-1: lost', { reason: 'connection-lost' })
const identity = { hostKeys: ['a key'] } as unknown as Identity
const what = 'wait for the machine to come back'

test('a machine that boots is asked gently until it answers, and what is waited for is told', async () => {
  const fake = fakeConnections({ onConnect: (count) => (count < 8 ? away : undefined) })
  const deadline = startDeadline(fake.task, 900_000)
  expect(await waitForBoot(fake.task, { identity, deadline, what }, async () => 'here')).toBe('here')
  expect(fake.connects).toHaveLength(8)
  expect(fake.nowMs()).toBeGreaterThan(20_000)
  expect(fake.steps[0]).toBe(`${what} (0 s of at most 900 s)`)
  expect(fake.closed).toBe(1)
})

test('a machine that takes a connection and then goes down is asked again over another one', async () => {
  const fake = fakeConnections({ onExec: (count) => (count < 3 ? lost : undefined) })
  const deadline = startDeadline(fake.task, 900_000)
  await waitForBoot(fake.task, { identity, deadline, what }, (session) =>
    session.exec({ argv: ['true'] }, { timeoutMs: 1000 }),
  )
  expect([fake.connects.length, fake.closed]).toEqual([3, 3])
})

test('a machine that answers now and then and never stays up is given up when the deadline has passed', async () => {
  const fake = fakeConnections({
    onExec: (_count, { onLine }) => {
      fake.pass(30_000)
      onLine?.('alive', 'stdout')
      return lost
    },
  })
  const deadline = startDeadline(fake.task, 900_000)
  const ended = waitForBoot(fake.task, { identity, deadline, what }, (session) =>
    session.exec({ argv: ['true'] }, { timeoutMs: 1000 }),
  )
  await expect(ended).rejects.toBe(lost)
  expect(fake.nowMs()).toBeLessThan(900_000 + 60_000)
})

test('a deadline that began before leaves what is left of it', async () => {
  const fake = fakeConnections({ onConnect: () => away })
  const deadline = startDeadline(fake.task, 100_000)
  fake.pass(90_000)
  const ended = waitForBoot(fake.task, { identity, deadline, what }, async () => undefined)
  await expect(ended).rejects.toBe(away)
  expect(fake.nowMs()).toBeLessThanOrEqual(100_000)
})

test('a machine with another host key than the pinned one is not waited for', async () => {
  const other = new DroverError('lo-1: another key', { reason: 'host-key-mismatch' })
  const fake = fakeConnections({ onConnect: () => other })
  const deadline = startDeadline(fake.task, 900_000)
  const ended = waitForBoot(fake.task, { identity, deadline, what }, async () => undefined)
  await expect(ended).rejects.toBe(other)
  expect(fake.connects).toHaveLength(1)
})
