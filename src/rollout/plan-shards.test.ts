import { expect, test } from 'vitest'
import { planShards, type Shard } from './plan-shards.js'

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `m-${String(index + 1).padStart(4, '0')}`)

const sizes = (shards: readonly Shard[]): readonly number[] =>
  shards.map(({ machines }) => machines.split(' ').length)

const flock = 'lo'

test('no machine, no job', () => {
  expect(planShards([], { flock, shards: 20, canary: 3 })).toEqual({ canary: [], rest: [] })
})

test('one job for each machine while there are jobs enough', () => {
  expect(planShards(['a', 'b'], { flock, shards: 20, canary: 0 }).rest).toEqual([
    { name: 'a', machines: 'a', lock: 'lo/a' },
    { name: 'b', machines: 'b', lock: 'lo/b' },
  ])
})

test.each([
  [21, 20],
  [25, 20],
  [1000, 20],
  [10_000, 20],
  [1000, 256],
  [3, 1],
])('%i machines go into %i jobs, evenly and in their order', (count, shards) => {
  const { rest } = planShards(names(count), { flock, shards, canary: 0 })
  expect(rest).toHaveLength(shards)
  expect(rest.flatMap(({ machines }) => machines.split(' '))).toEqual(names(count))
  expect(Math.max(...sizes(rest)) - Math.min(...sizes(rest))).toBeLessThanOrEqual(1)
})

test('the first machines go first', () => {
  const { canary, rest } = planShards(['a', 'b', 'c', 'd'], { flock, shards: 2, canary: 1 })
  expect(canary.map(({ machines }) => machines)).toEqual(['a'])
  expect(rest.map(({ machines }) => machines)).toEqual(['b', 'c d'])
})

test('with more canaries than machines all go first', () => {
  expect(planShards(['a'], { flock, shards: 2, canary: 5 })).toMatchObject({
    canary: [{ name: 'a' }],
    rest: [],
  })
})

test('a job of many is called by its first and last machine, and so is its lock', () => {
  expect(planShards(['a', 'b', 'c'], { flock, shards: 1, canary: 0 }).rest).toEqual([
    { name: 'a … c (3)', machines: 'a b c', lock: 'lo/a..c.3' },
  ])
})
