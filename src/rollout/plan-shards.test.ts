import { expect, test } from 'vitest'
import { planShards, type Shard } from './plan-shards.js'

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `m-${String(index + 1).padStart(4, '0')}`)

const sizes = (shards: readonly Shard[]): readonly number[] =>
  shards.map(({ machines }) => machines.split(' ').length)

const flock = 'lo'

test('planShards makes no job when there is no machine', () => {
  expect(planShards([], { flock, shards: 20, canary: 3 })).toEqual({ canary: [], rest: [] })
})

test('planShards makes one job for each machine while there are jobs enough', () => {
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
])('planShards shares %i machines among %i jobs, evenly and in their order', (count, shards) => {
  const { rest } = planShards(names(count), { flock, shards, canary: 0 })
  expect(rest).toHaveLength(shards)
  expect(rest.flatMap(({ machines }) => machines.split(' '))).toEqual(names(count))
  expect(Math.max(...sizes(rest)) - Math.min(...sizes(rest))).toBeLessThanOrEqual(1)
})

test('canaries are the first machines', () => {
  const { canary, rest } = planShards(['a', 'b', 'c', 'd'], { flock, shards: 2, canary: 1 })
  expect(canary.map(({ machines }) => machines)).toEqual(['a'])
  expect(rest.map(({ machines }) => machines)).toEqual(['b', 'c d'])
})

test('all machines are canaries when more canaries are asked for than there are machines', () => {
  expect(planShards(['a'], { flock, shards: 2, canary: 5 })).toMatchObject({
    canary: [{ name: 'a' }],
    rest: [],
  })
})

test('a job with several machines is named after its first and last machine, and so is its lock', () => {
  expect(planShards(['a', 'b', 'c'], { flock, shards: 1, canary: 0 }).rest).toEqual([
    { name: 'a … c (3)', machines: 'a b c', lock: 'lo/a..c.3' },
  ])
})
