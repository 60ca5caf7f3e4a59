import { expect, test } from 'vitest'
import type { Clock } from './clock.js'
import { type RetryOptions, retry } from './retry.js'

/** Time that passes only by sleeping; chance that always says `chance`. */
function still(chance: number): Clock & { readonly slept: number[] } {
  const slept: number[] = []
  const elapsed = (): number => slept.reduce((sum, ms) => sum + ms, 0)
  const sleep = async (ms: number): Promise<void> => void slept.push(ms)
  return { slept, now: elapsed, elapsed, sleep, random: () => chance }
}

const patient: Omit<RetryOptions, 'clock'> = { baseMs: 100, maxMs: 1000, isRetryable: () => true }

const failTimes = (times: number) => async (count: number) => {
  if (count <= times) throw new Error(`try ${count}`)
  return count
}

test('retry returns the first success and pauses no more', async () => {
  const clock = still(0.5)
  expect(await retry({ ...patient, clock, attempts: 5 }, failTimes(2))).toBe(3)
  expect(clock.slept).toEqual([50, 100])
})

test('retry never pauses longer than the limit', async () => {
  const clock = still(1)
  await retry({ ...patient, clock, attempts: 9 }, failTimes(7))
  expect(clock.slept).toEqual([100, 200, 400, 800, 1000, 1000, 1000])
})

test('retry throws the last error when the attempts are used up', async () => {
  await expect(retry({ ...patient, clock: still(0.5), attempts: 3 }, failTimes(9))).rejects.toThrow('try 3')
})

test('retry starts no attempt after the deadline', async () => {
  const clock = still(1)
  await expect(retry({ ...patient, clock, deadlineMs: 350 }, failTimes(9))).rejects.toThrow('try 3')
  expect(clock.elapsed()).toBe(300)
})

test('retry waits as long as the other side asked', async () => {
  const clock = still(0.5)
  const leastMs = (error: unknown): number => (error instanceof Error && error.message === 'try 2' ? 700 : 0)
  await retry({ ...patient, clock, attempts: 5, leastMs }, failTimes(3))
  expect(clock.slept).toEqual([50, 700, 200])
})

test('retry gives up at once when the other side asks for a pause past the deadline', async () => {
  const clock = still(0.5)
  const options = { ...patient, clock, deadlineMs: 500, leastMs: () => 600 }
  await expect(retry(options, failTimes(9))).rejects.toThrow('try 1')
  expect(clock.slept).toEqual([])
})

test('retry throws at once what is not worth another attempt', async () => {
  const options = { ...patient, clock: still(1), attempts: 9, isRetryable: () => false }
  await expect(retry(options, failTimes(1))).rejects.toThrow('try 1')
})

test('retry tries once when neither a number nor a deadline is given', async () => {
  await expect(retry({ ...patient, clock: still(1) }, failTimes(1))).rejects.toThrow('try 1')
})
