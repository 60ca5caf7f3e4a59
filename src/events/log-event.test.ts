import { expect, it } from 'vitest'
import { encodeLogLine, heldRecords, logPath, parseLogLine } from './log-event.js'
import type { LedgerRecord } from './record.js'
import { logEventOf } from './record-of.js'

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

it('the event of a record has rounded milliseconds, and no run_url when there is none', () => {
  expect(encodeLogLine(record)).toBe(
    '{"actor": "ada", "config": "abc", "duration_ms": 13, "machine": "web-1", "message": "done", ' +
      '"operation": "configure", "outcome": "changed", "reason": "done", "record": "r1", "run_attempt": 2, ' +
      '"run_id": "7", "time": "2026-01-31T23:59:59.5Z"}\n',
  )
})

it("the event of a record keeps further keys, of which none can replace the record's own", () => {
  const event = logEventOf({
    ...record,
    event: { kind: 'ended', facts: { files: 3, machine: 'other', record: 'r2' } },
  })
  expect(event).toMatchObject({ files: 3, machine: 'web-1', record: 'r1' })
})

it('the event of a record stands in the file of the UTC day on which the operation started', () => {
  expect(logPath(record.time)).toBe('log/2026/01/31.jsonl')
})

it('a line of the log comes back as it was, with keys, outcomes and reasons of a later version', () => {
  const later = { ...logEventOf(record), outcome: 'paused', reason: 'new-reason', more: [1] }
  expect(parseLogLine(JSON.stringify(later))).toEqual(later)
})

it.each([
  ['{"half"', 'is not JSON'],
  ['[]', 'line: Invalid input: expected object, received array'],
  ['{"time": 1}', 'time: Invalid input: expected string, received number'],
])('the line %s is told as broken', (line, broken) => {
  expect(parseLogLine(line)).toEqual({ broken })
})

const written = encodeLogLine(record)
const named = (id: string): string => encodeLogLine({ ...record, id })
it.each([
  ['holds its record', written, ['r1']],
  ['holds no other record', named('r2'), []],
  ['holds it as somebody else spaces it', written.replaceAll('": ', '":'), ['r1']],
  ['holds an id that JSON writes otherwise', named('ü "1"'), ['ü "1"']],
  [
    'is asked for its own record and not for that of an object in it',
    written.replace('{', '{"about": {"record": "r2"}, '),
    ['r1'],
  ],
  [
    'holds none that its message tells of',
    encodeLogLine({ ...record, id: 'r2', message: '"record": "r1"' }),
    [],
  ],
  ['holds none when it is broken', '{"record": "r1"\n{"record": "r1"}\n', []],
  ['holds none when it is blank', ' \n', []],
])('a line of the log %s', (_, log, held) => {
  expect(heldRecords(`${log}\n`, new Set(['r1', 'ü "1"']))).toEqual(new Set(held))
})
