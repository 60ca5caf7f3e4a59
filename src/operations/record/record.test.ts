import { expect, test } from 'vitest'
import { type FakeWorld, makeFakeWorld, runIn } from '../../../test/support/fake-world.js'
import type { Result } from '../../engine/result.js'
import type { LedgerRecord } from '../../events/record.js'
import type { AnyRequest } from '../../request/request.js'

const flock = 'flock: lo\nprovider: local\nmachines: { a: {}, b: {} }\n'

function told(machine: string, part: Partial<LedgerRecord> = {}): LedgerRecord {
  return {
    id: `id-${machine}-${JSON.stringify(part.event ?? {})}`,
    run: { id: '1', attempt: 1, actor: 'anna' },
    operation: 'configure',
    machine,
    outcome: 'changed',
    reason: 'done',
    message: 'changed 1 file',
    time: '2026-11-22T00:00:00.000Z',
    durationMs: 1500,
    config: 'c0ffee',
    changes: [],
    ...part,
  }
}

interface Recorded {
  readonly result: Result
  readonly written: readonly LedgerRecord[]
}

async function record(world: FakeWorld, asked: Partial<AnyRequest> = {}): Promise<Recorded> {
  const before = world.records.length
  const { result } = await runIn(world, {
    operation: 'record',
    for: 'configure',
    selectors: ['a', 'b'],
    jobResult: ['failure'],
    ...asked,
  })
  return { result, written: world.records.slice(before) }
}

test('tells again what the jobs said, and writes nothing of it twice', async () => {
  const world = makeFakeWorld(flock)
  world.records.push(
    told('a'),
    told('b', {
      outcome: 'rolled-back',
      reason: 'check-failed',
      message: 'no',
      event: { kind: 'ended', step: { kind: 'trial', text: 'check web' } },
    }),
  )
  const { result, written } = await record(world)
  expect(written).toEqual([])
  expect(result).toMatchObject({
    exitCode: 1,
    kind: 'rolled-back',
    data: { kind: 'accounted', for: 'configure', config: 'c0ffee' },
  })
  expect(result.outcomes).toMatchObject([
    { machine: 'a', kind: 'changed', durationMs: 1500, steps: [] },
    { machine: 'b', reason: 'check-failed', steps: [{ kind: 'trial', text: 'check web', status: 'failed' }] },
  ])
})

test('a machine whose job died gets a record, once', async () => {
  const world = makeFakeWorld(flock)
  world.records.push(told('a', { event: { kind: 'note' } }), told('b'))
  const first = await record(world)
  expect(first.written).toMatchObject([
    { machine: 'a', outcome: 'failed', reason: 'job-died', operation: 'configure' },
  ])
  expect(first.result).toMatchObject({ exitCode: 1, commit: 'c0ffee' })
  expect((await record(world)).written).toEqual([])
})

test('a cancelled run says so for those that left no word', async () => {
  const world = makeFakeWorld(flock)
  const { result, written } = await record(world, { jobResult: ['cancelled'] })
  expect(written.map(({ reason }) => reason)).toEqual(['cancelled', 'cancelled'])
  expect(result.exitCode).toBe(3)
})

test('machines that no job came to are shown and not recorded', async () => {
  const world = makeFakeWorld(flock)
  world.records.push(told('a', { outcome: 'failed', reason: 'check-failed' }))
  const { result, written } = await record(world, { jobResult: ['skipped'] })
  expect(written).toEqual([])
  expect(result.outcomes).toMatchObject([
    { reason: 'check-failed' },
    { kind: 'skipped', reason: 'not-touched' },
  ])
})

test('the first machines are judged by how the canaries ended', async () => {
  const { result, written } = await record(makeFakeWorld(flock), {
    jobResult: ['failure', 'skipped'],
    canary: 1,
  })
  expect(written.map(({ machine, reason }) => [machine, reason])).toEqual([['a', 'job-died']])
  expect(result.outcomes).toMatchObject([{ reason: 'job-died' }, { reason: 'not-touched' }])
})

test('a canary whose jobs went weeks before the others, for want of a review, is not taken for silent', async () => {
  const world = makeFakeWorld(flock)
  const time = new Date(world.cloud.nowMs - 20 * 86_400_000).toISOString()
  world.records.push(told('a', { time }), told('b', { time: new Date(world.cloud.nowMs).toISOString() }))
  const { result, written } = await record(world)
  expect(written).toEqual([])
  expect(result.outcomes).toMatchObject([{ kind: 'changed' }, { kind: 'changed' }])
})

test('what another run did is not taken for this one', async () => {
  const world = makeFakeWorld(flock)
  world.records.push(told('a', { run: { id: '2', attempt: 1, actor: 'anna' } }), told('b'))
  expect((await record(world)).written.map(({ machine }) => machine)).toEqual(['a'])
})

test.each([
  ['a list', { for: 'list' }],
  ['a dry run', { dryRun: true }],
  ['a plan of no machine', { selectors: [] }],
])('%s has nothing to record', async (_name, asked) => {
  const { result, written } = await record(makeFakeWorld(flock), asked)
  expect(written).toEqual([])
  expect(result).toMatchObject({ exitCode: 0, outcomes: [] })
})

test.each([
  ['no operation', { for: 'nonsense' }],
  ['a result that GitHub does not know', { jobResult: ['great'] }],
])('%s is refused', async (_name, asked) => {
  expect((await record(makeFakeWorld(flock), asked)).result).toMatchObject({
    exitCode: 2,
    reason: 'invalid-argument',
  })
})
