import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ActFlock, makeActFlock } from '../support/act/act-flock.ts'
import type { ActRan } from '../support/act/run-act.ts'

let flock: ActFlock

beforeAll(async () => {
  flock = await makeActFlock('t-act')
})

afterAll(async () => {
  await flock?.remove()
})

const everyone = ['lo-1', 'lo-2', 'lo-demo']

/** Names of the shards that a job of the workflow worked on. */
function shardsOf({ jobs }: ActRan, id = 'work'): readonly string[] {
  return jobs.filter((job) => job.id === id).map(({ shard }) => shard).sort()
}

test('create', async () => {
  const ran = await flock.press('create', { machines: 'all' }, '900301')
  console.log(ran.code, ran.jobs, ran.log.slice(-3000))
  expect(shardsOf(ran)).toEqual(everyone)
})
