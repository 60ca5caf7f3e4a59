import { expect, test } from 'vitest'
import type { LogEvent } from '../../events/log-event.js'
import type { FailedAuthorization } from '../commands/observe-certificates.js'
import { failedEvent, fullNames, readFailures } from './limit-failures.js'

const nowMs = Date.parse('2026-11-22T12:00:00Z')
const minute = 60_000
const names = ['a.test', 'b.test']
const ago = (name: string | undefined, ...minutes: readonly number[]): readonly FailedAuthorization[] =>
  minutes.map((count) => ({ atMs: nowMs - count * minute, ...(name === undefined ? {} : { name }) }))
const passAfter = (
  onMachine: readonly FailedAuthorization[],
  onBranch: readonly FailedAuthorization[],
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    fullNames(names, { nowMs, onMachine, onBranch }).map(({ name, freeMs }) => [
      name,
      (freeMs - nowMs) / minute,
    ]),
  )

test.each([
  ['two on the machine', ago('a.test', 1, 2), [], {}],
  ['three on the machine, in any order', ago('a.test', 59, 10, 20), [], { 'a.test': 1 }],
  ['three on the branch', [], ago('a.test', 10, 20, 30), { 'a.test': 30 }],
  ['four: the oldest of the newest three counts', ago('a.test', 50, 40, 30, 5), [], { 'a.test': 20 }],
  [
    'two that both know of and one that is over an hour old',
    ago('a.test', 10, 20, 60),
    ago('a.test', 10, 20),
    {},
  ],
  [
    'three on both: the later end holds',
    ago('a.test', 10, 20, 30),
    ago('a.test', 5, 15, 25),
    { 'a.test': 35 },
  ],
  ['two of each of two names', [...ago('a.test', 1, 2), ...ago('b.test', 1, 2)], [], {}],
  [
    'three of each of two names',
    [...ago('a.test', 1, 2, 3), ...ago('b.test', 4, 5, 6)],
    [],
    { 'a.test': 57, 'b.test': 54 },
  ],
  ['three of a name that is not ordered', ago('c.test', 1, 2, 3), [], {}],
  ['a wildcard is another name', ago('*.a.test', 1, 2, 3), [], {}],
  [
    'those without a name count for every name',
    [...ago(undefined, 10, 20), ...ago('b.test', 30)],
    [],
    { 'b.test': 30 },
  ],
] as const)(
  'a name is held back just when three of its authorizations failed within an hour: %s',
  (_, onMachine, onBranch, expected) => {
    expect(passAfter(onMachine, onBranch)).toEqual(expected)
  },
)

test('a name is held back no longer than was told, to the millisecond', () => {
  const onMachine = ago('a.test', 30, 20, 10)
  const [{ freeMs } = { freeMs: 0 }] = fullNames(names, { nowMs, onMachine, onBranch: [] })
  expect(fullNames(names, { nowMs: freeMs, onMachine, onBranch: [] })).toEqual([])
  expect(fullNames(names, { nowMs: freeMs - 1, onMachine, onBranch: [] })).toEqual([
    { name: 'a.test', freeMs },
  ])
})

const event = (keys: object): LogEvent => ({ time: '2026-11-22T11:00:00Z', ...keys }) as LogEvent
const atMs = Date.parse('2026-11-22T11:00:00Z')

test('failed authorizations are read from the log with their names, as they were written', () => {
  const failed = ['a.test', 'b.test', 'a.test'].map((name) => ({ name, type: 't', detail: 'd' }))
  expect(readFailures(event(failedEvent(failed)))).toEqual([
    { atMs, name: 'a.test' },
    { atMs, name: 'b.test' },
    { atMs, name: 'a.test' },
  ])
  expect(failedEvent([])).toEqual({})
  expect(readFailures(event({}))).toEqual([])
})

test('failed authorizations are read from a log that an earlier version wrote, without names', () => {
  expect(readFailures(event({ failed_authorizations: 2 }))).toEqual([{ atMs }, { atMs }])
})

test('failed authorizations are read from an event whose keys do not agree', () => {
  expect(readFailures(event({ failed_authorizations: -1, failed_names: ['a.test'] }))).toEqual([
    { atMs, name: 'a.test' },
  ])
})
