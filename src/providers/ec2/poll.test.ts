import { expect, test } from 'vitest'
import type { Clock } from '../../system/clock.js'
import { makeProgress, poll } from './poll.js'

/** Time passes only while somebody sleeps. */
function stillClock(): Clock & { readonly pauses: number[] } {
  let now = 0
  const pauses: number[] = []
  return {
    pauses,
    now: () => now,
    elapsed: () => now,
    random: () => 0,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted()
      pauses.push(ms)
      now += ms
    },
  }
}

test('poll asks at once, and then with pauses that grow to 5 s', async () => {
  const clock = stillClock()
  let asked = 0
  const wait = { clock, subject: 'web-1', deadlineMs: 1e9 }
  expect(await poll(wait, async () => (++asked === 12 ? 'there' : undefined))).toBe('there')
  expect(clock.pauses[0]).toBe(1000)
  expect(clock.pauses.at(-1)).toBe(5000)
  expect(clock.pauses).toEqual([...clock.pauses].sort((a, b) => a - b))
})

test('poll gives up after the deadline, and has asked once more by then', async () => {
  const clock = stillClock()
  let last = 0
  const wait = { clock, subject: 'web-1', deadlineMs: 10_000 }
  const ask = async (waitedMs: number): Promise<undefined> => {
    last = waitedMs
  }
  expect(await poll(wait, ask)).toBeUndefined()
  expect(last).toBeGreaterThan(10_000)
  expect(last).toBeLessThan(16_000)
})

test('poll ends as cancelled when the run is cancelled during a pause', async () => {
  const giveUp = new AbortController()
  const wait = { clock: stillClock(), subject: 'web-1', deadlineMs: 1e9, signal: giveUp.signal }
  const end = poll(wait, async () => void giveUp.abort())
  await expect(end).rejects.toMatchObject({ reason: 'cancelled', message: 'web-1: cancelled' })
})

test('poll throws what the question throws', async () => {
  const wait = { clock: stillClock(), subject: 'web-1', deadlineMs: 1e9 }
  await expect(poll(wait, async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})

test('progress reports a new wait at once, and one that lasts about every 15 s with its length', async () => {
  const clock = stillClock()
  const said: string[] = []
  const progress = makeProgress(clock, (what) => said.push(what))
  for (let second = 0; second < 40; second += 5) {
    progress(second < 35 ? 'wait for SSH' : 'done')
    await clock.sleep(5000)
  }
  expect(said).toEqual(['wait for SSH', 'wait for SSH (15 s)', 'wait for SSH (30 s)', 'done'])
})
