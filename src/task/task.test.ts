import { expect, test } from 'vitest'
import type { Machine } from '../flock/flock.js'
import type { Ports } from './ports.js'
import { createTask, type Task } from './task.js'

function task(): Task {
  const ports = { clock: { elapsed: () => 0 }, reporter: { report: () => {} }, clean: (text: string) => text }
  return createTask({ name: 'web-1' } as Machine, {
    ports: ports as unknown as Ports,
    ownerOfKey: () => undefined,
    operation: 'configure',
  })
}

test.each([
  ['well', 'ok'],
  ['badly', 'failed'],
] as const)('a step that ends %s by what it gives is told as %s, and gives it', async (how, status) => {
  const work = task()
  expect(
    await work.step({ kind: 'order', text: 'order' }, async () => how, {
      isFailed: (value) => value === 'badly',
    }),
  ).toBe(how)
  expect(work.steps).toEqual([{ kind: 'order', text: 'order', status, durationMs: 0 }])
})

test('a step that throws has failed, whoever judges', async () => {
  const work = task()
  const broken = work.step({ kind: 'order', text: 'order' }, () => Promise.reject(new Error('no')), {
    isFailed: () => false,
  })
  await expect(broken).rejects.toThrow('no')
  expect(work.steps).toMatchObject([{ kind: 'order', text: 'order', status: 'failed' }])
})
