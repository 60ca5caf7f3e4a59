import { describe, expect, it } from 'vitest'
import { missingRecords, planCommits } from './fold-records.js'
import type { LedgerRecord, Snapshot } from './ledger.js'
import { encodeLogLine } from './log-event.js'

const record: LedgerRecord = {
  id: 'r1',
  run: { id: '7', attempt: 1, actor: 'ada' },
  operation: 'run',
  machine: 'web-1',
  outcome: 'ok',
  reason: 'done',
  message: 'done',
  time: '2026-01-31T23:59:59Z',
  durationMs: 1,
  config: 'abc',
  changes: [],
}

function headWith(log: string): Snapshot {
  const bytes = Buffer.from(log)
  return {
    commit: 'c',
    tree: new Map([['log/2026/01/31.jsonl', { mode: '100644', bytes }]]),
    machines: new Map(),
  }
}

describe('missingRecords', () => {
  it('leaves out what the log of its day holds and what is given twice', () => {
    const head = headWith(encodeLogLine(record))
    const other = { ...record, id: 'r2' }
    expect(missingRecords(head, [record, other, { ...other, message: 'again' }])).toEqual([other])
  })

  it('is not deceived by a record that only mentions the id', () => {
    const head = headWith(encodeLogLine({ ...record, id: 'r0', message: '"record": "r1"' }))
    expect(missingRecords(head, [record])).toEqual([record])
  })
})

describe('planCommits', () => {
  const logOf = (head: Snapshot, records: readonly LedgerRecord[]): readonly string[] =>
    planCommits(records, { head, renderDashboard: () => 'dashboard' }).map(({ operations }) => {
      const log = operations.find(({ path }) => path === 'log/2026/01/31.jsonl')
      return log?.kind === 'put' ? log.bytes.toString() : ''
    })

  it('adds one line for each commit to what is there', () => {
    const second = { ...record, id: 'r2' }
    expect(logOf(headWith('{"a": 1}\n'), [record, second])).toEqual([
      `{"a": 1}\n${encodeLogLine(record)}`,
      `{"a": 1}\n${encodeLogLine(record)}${encodeLogLine(second)}`,
    ])
  })

  it('does not join its line to one that a person left open', () => {
    expect(logOf(headWith('{"a": 1}'), [record])).toEqual([`{"a": 1}\n${encodeLogLine(record)}`])
  })

  it('changes nothing of the machine for a record without changes', () => {
    const [commit] = planCommits([record], { head: headWith(''), renderDashboard: () => 'dashboard' })
    expect(commit?.operations.map(({ path }) => path)).toEqual(['log/2026/01/31.jsonl', 'README.md'])
  })
})
