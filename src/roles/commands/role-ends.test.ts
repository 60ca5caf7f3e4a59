import { expect, test } from 'vitest'
import { readBaselineEvents } from './read-events.js'
import { diffOf, roleOutcomes } from './role-ends.js'

const lines = [
  '{"event": "task", "task": "Gathering Facts", "status": "ok", "seconds": 0.9}',
  '{"event": "start", "role": "common", "task": "Add"}',
  '{"event": "task", "role": "common", "task": "Add", "item": "a", "status": "changed", "seconds": 0.2, "diff": "+a"}',
  '{"event": "task", "role": "common", "task": "Add", "item": "b", "status": "changed", "seconds": 0.4, "diff": "+b"}',
  '{"event": "task", "role": "common", "task": "Add", "status": "changed", "seconds": 0.5}',
  '{"event": "task", "role": "common", "task": "Only elsewhere", "status": "skipped", "seconds": 0}',
  '{"event": "task", "role": "common", "task": "Try", "status": "failed", "ignored": true, "seconds": 0.1}',
  '{"event": "task", "role": "redis", "task": "Start", "status": "failed", "seconds": 1, "msg": "no"}',
]

test('roles are told with what they changed, each in its turn', () => {
  const reader = readBaselineEvents()
  for (const line of lines) reader.line(line)
  const ends = roleOutcomes(reader.result())
  expect(ends.map(({ role, tasks, changed, hasFailed }) => [role, tasks, changed.length, hasFailed])).toEqual(
    [
      ['facts', 1, 0, false],
      ['common', 2, 1, false],
      ['redis', 1, 0, true],
    ],
  )
  expect(ends[1]?.seconds).toBeCloseTo(0.6)
  expect(ends[1]?.changed.map(diffOf)).toEqual(['+a\n+b'])
})
