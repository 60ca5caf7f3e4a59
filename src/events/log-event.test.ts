import { expect, it } from 'vitest'
import { encodeLogLine, heldRecords, logPath, parseLogLine, toLogEvent } from './log-event.js'
import type { LedgerRecord } from './record.js'

const record: LedgerRecord = {
  id: 'r1',
  run: { id: '7', attempt: 2, actor: 'ada' },
  operation: 'configure',
  machine: 'web-1',
  outcome: 'changed',
  reason: 'done',
  message: 'done',
  time: '2026-01-31T23:59:59.5Z',
  durationMs: 12.6,
  config: 'abc',
  changes: [],
}

it('the event of a record has rounded milliseconds, and no run_url when the record has none', () => {
  expect(encodeLogLine(record)).toBe(
    '{"actor": "ada", "config": "abc", "duration_ms": 13, "machine": "web-1", "message": "done", ' +
      '"operation": "configure", "outcome": "changed", "reason": "done", "record": "r1", "run_attempt": 2, ' +
      '"run_id": "7", "time": "2026-01-31T23:59:59.5Z"}\n',
  )
})

it("the event of a record keeps further keys, of which none can replace the record's own", () => {
  const event = toLogEvent({ ...record, event: { files: 3, machine: 'other', record: 'r2' } })
  expect(event).toMatchObject({ files: 3, machine: 'web-1', record: 'r1' })
})

it('the event of a record is written to the file of the UTC day on which the operation started', () => {
  expect(logPath(record.time)).toBe('log/2026/01/31.jsonl')
})

it('a line of the log is read back as it was, with keys, outcomes and reasons of a later version', () => {
  const later = { ...toLogEvent(record), outcome: 'paused', reason: 'new-reason', more: [1] }
  expect(parseLogLine(JSON.stringify(later))).toEqual(later)
})

it.each([
  ['{"half"', 'is not JSON'],
  ['[]', 'line: Invalid input: expected object, received array'],
  ['{"time": 1}', 'time: Invalid input: expected string, received number'],
])('a line of the log that is no event is reported as broken: %s', (line, broken) => {
  expect(parseLogLine(line)).toEqual({ broken })
})

const written = encodeLogLine(record)
const named = (id: string): string => encodeLogLine({ ...record, id })
it.each([
  ['finds a record in its line', written, ['r1']],
  ['does not find another record', named('r2'), []],
  ['finds a record that somebody else spaced differently', written.replaceAll('": ', '":'), ['r1']],
  ['finds an id that JSON writes with escapes', named('ü "1"'), ['ü "1"']],
  [
    'takes the record of the line and not that of an object in it',
    written.replace('{', '{"about": {"record": "r2"}, '),
    ['r1'],
  ],
  [
    'does not take a record from a message',
    encodeLogLine({ ...record, id: 'r2', message: '"record": "r1"' }),
    [],
  ],
  ['finds no record in a broken line', '{"record": "r1"\n{"record": "r1"}\n', []],
  ['finds no record in a blank line', ' \n', []],
])('heldRecords %s', (_, log, held) => {
  expect(heldRecords(`${log}\n`, new Set(['r1', 'ü "1"']))).toEqual(new Set(held))
})
