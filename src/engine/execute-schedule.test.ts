import { expect, test } from 'vitest'
import type { OutcomeKind } from '../base/outcome.js'
import { executeSchedule } from './execute-schedule.js'

/** Work that ends when the test says so. */
function makeWork(): {
  readonly started: string[]
  readonly start: (machine: string) => Promise<OutcomeKind>
  readonly end: (machine: string) => Promise<void>
} {
  const started: string[] = []
  const waiting = new Map<string, () => void>()
  return {
    started,
    start: (machine) => {
      started.push(machine)
      return new Promise((resolve) => {
        waiting.set(machine, () => resolve('ok'))
      })
    },
    end: async (machine) => {
      waiting.get(machine)?.()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('the pool starts the next machine when one ends, and waits for all of them', async () => {
  const work = makeWork()
  const done = executeSchedule(
    { order: ['a', 'b', 'c'], parallel: 2 },
    { start: work.start, signal: undefined },
  )
  expect(work.started).toEqual(['a', 'b'])
  await work.end('b')
  expect(work.started).toEqual(['a', 'b', 'c'])
  await work.end('c')
  await work.end('a')
  expect(await done).toEqual([])
})

test('a cancelled pool waits for what runs and names what it did not start', async () => {
  const work = makeWork()
  const cancel = new AbortController()
  const done = executeSchedule(
    { order: ['a', 'b', 'c'], parallel: 1 },
    { start: work.start, signal: cancel.signal },
  )
  cancel.abort()
  await work.end('a')
  expect(await done).toEqual(['b', 'c'])
  expect(work.started).toEqual(['a'])
})

test('a pool whose run was cancelled before it began starts nothing', async () => {
  const work = makeWork()
  const signal = AbortSignal.abort()
  expect(await executeSchedule({ order: ['a'], parallel: 1 }, { start: work.start, signal })).toEqual(['a'])
  expect(work.started).toEqual([])
})

test('a defect in the work ends the pool with the defect', async () => {
  const start = async (): Promise<OutcomeKind> => {
    throw new Error('a defect')
  }
  await expect(executeSchedule({ order: ['a'], parallel: 1 }, { start, signal: undefined })).rejects.toThrow(
    'a defect',
  )
})
