import { describe, expect, test } from 'vitest'
import { type BaselineEvent, concludeEvents, describeFailure, parseEvent } from './read-events.js'

const lines = [
  '{"event": "begin", "protocol": 1, "ansible": "2.14.18", "check": false}',
  '[WARNING]: something that is no event',
  '{"event": "task", "task": "Gathering Facts", "status": "ok", "seconds": 0.9}',
  '{"event": "start", "role": "common", "task": "Set the time zone"}',
  '{"event": "task", "role": "common", "task": "Set the time zone", "status": "changed", "seconds": 0.5}',
  '{"event": "task", "role": "common", "task": "Only elsewhere", "status": "skipped", "seconds": 0}',
  '{"event": "task", "role": "common", "task": "Try", "status": "failed", "ignored": true, "seconds": 0.1}',
  '{"event": "task", "role": "redis", "task": "Add", "item": "a", "status": "failed", "seconds": 1, "msg": "no such", "stderr": "E: one\\nE: two"}',
  '{"event": "task", "role": "redis", "task": "Add", "status": "failed", "seconds": 1, "msg": "one or more items failed"}',
]
const end = '{"event": "end", "ok": 2, "changed": 1, "failed": 1}'
const read = (some: readonly string[]): readonly BaselineEvent[] =>
  some.flatMap((line) => parseEvent(line) ?? [])

describe('parseEvent', () => {
  test.each([
    'Reading package lists...',
    '{"event": "task", "role"',
    '{"event": "other"}',
    '{"event": "task", "task": "x", "status": "perhaps", "seconds": 1}',
    '',
  ])('takes no other line for an event: %s', (line) => {
    expect(parseEvent(line)).toBeUndefined()
  })
})

describe('concludeEvents', () => {
  const { roles, failed, isWhole } = concludeEvents(read([...lines, end]))

  test('adds up the tasks of each role, without items and without what was skipped', () => {
    expect(roles.map(({ role, tasks, changed }) => [role, tasks, changed.length])).toEqual([
      ['facts', 1, 0],
      ['common', 2, 1],
      ['redis', 1, 0],
    ])
    expect(isWhole).toBe(true)
  })

  test('overlooks what the playbook ignores, and tells of the item of a loop that failed', () => {
    expect(failed === undefined ? '' : describeFailure(failed)).toBe(
      'role redis, task "Add" for a failed: no such: E: one; E: two',
    )
  })

  test('sees that an output was cut off', () => {
    expect(concludeEvents(read(lines)).isWhole).toBe(false)
    expect(concludeEvents([])).toEqual({ roles: [], isWhole: false })
  })
})
