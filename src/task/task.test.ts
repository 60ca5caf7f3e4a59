import { expect, test } from 'vitest'
import type { Machine } from '../flock/flock.js'
import { type Job, makeJob } from './task.js'
import type { Ports } from './ports.js'

function job(): Job {
  const ports = { clock: { elapsed: () => 0 }, reporter: { report: () => {} }, clean: (text: string) => text }
  return makeJob({ name: 'web-1' } as Machine, {
    ports: ports as unknown as Ports,
    ownerOfKey: () => undefined,
  })
}

test.each([
  ['well', 'ok'],
  ['badly', 'failed'],
] as const)('a step that ends %s by what it gives is told as %s, and gives it', async (how, status) => {
  const work = job()
  expect(await work.step('order', async () => how, { isFailed: (value) => value === 'badly' })).toBe(how)
  expect(work.steps).toEqual([{ name: 'order', status, durationMs: 0 }])
})

test('a step that throws has failed, whoever judges', async () => {
  const work = job()
  const broken = work.step('order', () => Promise.reject(new Error('no')), { isFailed: () => false })
  await expect(broken).rejects.toThrow('no')
  expect(work.steps).toMatchObject([{ name: 'order', status: 'failed' }])
})
