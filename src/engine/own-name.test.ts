import { expect, test } from 'vitest'
import { type FakeWorld, makeFakeWorld, portsOf, runIn } from '../../test/support/fake-world.js'
import { makeStanding, standingFlock } from '../../test/support/standing-world.js'
import { appliedStamp, appliedState } from '../configure/applied.js'
import type { Machine } from '../flock/flock.js'
import { makePushNow } from '../task/push-now.js'
import { createTask, type Task } from '../task/task.js'

const names = [
  'create',
  'configure',
  'certbot',
  'downloadconfig',
  'terminate',
  'provision',
  'start',
  'rotate',
  'update',
] as const

function taskOf(world: FakeWorld, operation: string): Task {
  const machine = { name: 'web-1' } as Machine
  return createTask(machine, { ports: portsOf(world), ownerOfKey: () => undefined, operation })
}

test.each(names)('all that %s records stands under its own name', async (operation) => {
  const isNew = operation === 'create' || operation === 'provision'
  const world = isNew ? makeFakeWorld(standingFlock) : await makeStanding()
  if (operation === 'start') await runIn(world, { operation: 'stop' })
  const before = world.records.length
  await runIn(world, { operation, yes: true })
  const recorded = world.records.slice(before)
  expect(recorded.length).toBeGreaterThan(0)
  expect(new Set(recorded.map((record) => record.operation))).toEqual(new Set([operation]))
})

test.each(['create', 'provision', 'rotate'])('%s leaves notes while it goes on', async (operation) => {
  const world = operation === 'rotate' ? await makeStanding() : makeFakeWorld(standingFlock)
  const before = world.records.length
  await runIn(world, { operation })
  const notes = world.records.slice(before).filter(({ event }) => event?.kind === 'note')
  expect(notes.length).toBeGreaterThan(0)
  expect(notes.every((note) => note.operation === operation)).toBe(true)
})

test.each(names)('a note of %s needs not be told its name', async (operation) => {
  const world = makeFakeWorld(standingFlock)
  const pushNow = makePushNow(portsOf(world))
  await pushNow(taskOf(world, operation), { config: 'c0ffee', message: 'm', changes: [] })
  expect(world.records).toMatchObject([{ operation, event: { kind: 'note' } }])
})

test.each(['configure', 'create'])('state and stamp of a machine say that %s made it so', (operation) => {
  const task = taskOf(makeFakeWorld(standingFlock), operation)
  const applied = {
    view: { flock: { name: 'f' }, snapshot: { commit: 'c0ffee' } },
    desired: { files: [], captures: [], code: [], artifacts: [], links: [] },
    digest: 'd',
  } as unknown as Parameters<typeof appliedStamp>[1]
  const change = appliedState(task, { ...applied, done: { kind: 'changed', reason: 'done' } })
  const state = change.kind === 'put' ? JSON.parse(change.bytes.toString('utf8')) : {}
  expect([state.operation, appliedStamp(task, applied).operation]).toEqual([operation, operation])
})
