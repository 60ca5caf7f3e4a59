import { expect, it } from 'vitest'
import { sha256 } from '../../base/digest.js'
import { encodeLogLine } from '../../events/log-event.js'
import type { LedgerRecord } from '../../events/record.js'
import type { CertificateRecord, Snapshot } from '../ledger.js'
import { putCertificate } from '../machine-files.js'
import { type FileOperation, missingRecords, planCommits, type RenderDashboard } from './fold-records.js'

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

it('missingRecords leaves out what the log of its day holds and what is given twice', () => {
  const head = headWith(encodeLogLine(record))
  const other = { ...record, id: 'r2' }
  expect(missingRecords(head, [record, other, { ...other, message: 'again' }])).toEqual([other])
})

it('missingRecords leaves out a record whose file was to replace another than the one that is there', () => {
  const path = 'machines/web-1/sealed/generated.age'
  const head = headWith('')
  const there = {
    ...head,
    tree: new Map([...head.tree, [path, { mode: '100644' as const, bytes: Buffer.from('theirs') }]]),
  }
  const onNothing = { ...record, over: { path } }
  const onTheirs = { ...record, over: { path, sha256: sha256(Buffer.from('theirs')) } }
  expect(missingRecords(head, [onNothing])).toEqual([onNothing])
  expect(missingRecords(head, [onTheirs])).toEqual([])
  expect(missingRecords(there, [onNothing])).toEqual([])
  expect(missingRecords(there, [onTheirs])).toEqual([onTheirs])
})

it('missingRecords does not take a record that only mentions the id for the record of that id', () => {
  const head = headWith(encodeLogLine({ ...record, id: 'r0', message: '"record": "r1"' }))
  expect(missingRecords(head, [record])).toEqual([record])
})

const plan = (head: Snapshot, records: readonly LedgerRecord[]): readonly (readonly FileOperation[])[] =>
  planCommits(records, { head, renderDashboard: (entries) => `dashboard of ${entries.size}` }).map(
    ({ operations }) => operations,
  )
const textAt = (operations: readonly FileOperation[] | undefined, path: string): string | undefined => {
  const found = operations?.find((operation) => operation.path === path)
  return found?.kind === 'put' ? found.bytes.toString() : undefined
}

it('planCommits puts a line for each record and the dashboard of all into the last commit only', () => {
  const second = { ...record, id: 'r2', machine: 'web-2' }
  const third = { ...record, id: 'r3', time: '2026-02-01T00:00:00Z' }
  const [first, middle, last] = plan(headWith('{"a": 1}\n'), [record, second, third])
  expect([first, middle]).toEqual([[], []])
  expect(last?.map(({ path }) => path)).toEqual(['log/2026/01/31.jsonl', 'log/2026/02/01.jsonl', 'README.md'])
  expect(textAt(last, 'log/2026/01/31.jsonl')).toBe(
    `{"a": 1}\n${encodeLogLine(record)}${encodeLogLine(second)}`,
  )
  expect(textAt(last, 'log/2026/02/01.jsonl')).toBe(encodeLogLine(third))
  expect(textAt(last, 'README.md')).toBe('dashboard of 0')
})

it('planCommits does not join its line to one that a person left without an end', () => {
  const [commit] = plan(headWith('{"a": 1}'), [record])
  expect(textAt(commit, 'log/2026/01/31.jsonl')).toBe(`{"a": 1}\n${encodeLogLine(record)}`)
})

it('planCommits gives the dashboard what is known of a certificate, and the time of the newest record', () => {
  const facts: CertificateRecord = {
    names: ['web-1.example.org'],
    notBefore: '2026-02-01T00:00:00Z',
    notAfter: '2026-05-01T00:00:00Z',
    serial: '0a',
    issuer: 'CN=test',
    from: 'acme',
    sha256: 'a'.repeat(64),
  }
  const put = { ...record, changes: [putCertificate('web-1', facts)] }
  const later = { ...record, id: 'r2', time: '2026-02-01T00:00:00Z', machine: 'web-2' }
  const seen: unknown[] = []
  const renderDashboard: RenderDashboard = (entries, time) => {
    seen.push(entries.get('web-1'), time)
    return ''
  }
  planCommits([later, put], { head: headWith(''), renderDashboard })
  expect(seen).toEqual([{ certificate: facts }, { at: later.time }])
})

it('planCommits changes nothing of the machine for a record without changes', () => {
  const [commit] = plan(headWith(''), [record])
  expect(commit?.map(({ path }) => path)).toEqual(['log/2026/01/31.jsonl', 'README.md'])
})
