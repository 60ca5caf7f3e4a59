import { describe, expect, it } from 'vitest'
import type { LedgerRecord } from './ledger.js'
import { encodeLogLine, logPath, parseLogLine, recordIds, toLogEvent } from './log-event.js'

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

describe('the event of a record', () => {
  it('has rounded milliseconds and no run_url when there is none', () => {
    expect(encodeLogLine(record)).toBe(
      '{"actor": "ada", "config": "abc", "duration_ms": 13, "machine": "web-1", "message": "done", ' +
        '"operation": "configure", "outcome": "changed", "reason": "done", "record": "r1", "run_attempt": 2, ' +
        '"run_id": "7", "time": "2026-01-31T23:59:59.5Z"}\n',
    )
  })

  it("keeps further keys, of which none can replace the record's own", () => {
    const event = toLogEvent({ ...record, event: { files: 3, machine: 'other', record: 'r2' } })
    expect(event).toMatchObject({ files: 3, machine: 'web-1', record: 'r1' })
  })

  it('stands in the file of the UTC day on which the operation started', () => {
    expect(logPath(record.time)).toBe('log/2026/01/31.jsonl')
  })
})

describe('a line of the log', () => {
  it('comes back as it was, with keys, outcomes and reasons of a later version', () => {
    const later = { ...toLogEvent(record), outcome: 'paused', reason: 'new-reason', more: [1] }
    expect(parseLogLine(JSON.stringify(later))).toEqual(later)
  })

  it.each([
    ['{"half"', 'is not JSON'],
    ['[]', 'line: Invalid input: expected object, received array'],
    ['{"time": 1}', 'time: Invalid input: expected string, received number'],
  ])('%s is told as broken', (line, broken) => {
    expect(parseLogLine(line)).toEqual({ broken })
  })

  it('gives its record id, and a broken one none', () => {
    expect(recordIds(`${encodeLogLine(record)}{"record": "forged"\n\n`)).toEqual(new Set(['r1']))
  })
})
