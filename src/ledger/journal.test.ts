import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LedgerRecord } from '../events/record.js'
import { journalFolder, makeFolderJournal, readJournal } from './journal.js'
import { parseRecord } from './records/record-file.js'

let top = ''
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'drover-journal-'))
})
afterAll(() => rmSync(top, { recursive: true, force: true }))

const record = (part: Partial<LedgerRecord> = {}): LedgerRecord => ({
  id: '1.1.configure.a.0',
  run: { id: '1', attempt: 1, actor: 'anna' },
  operation: 'configure',
  machine: 'a',
  outcome: 'failed',
  reason: 'job-died',
  message: 'm',
  time: '2026-11-22T00:00:00.000Z',
  durationMs: 1,
  config: 'c0ffee',
  changes: [],
  ...part,
})

test('the journal keeps the newest record under an id, for its owner only, until the record is dropped', async () => {
  const folder = join(top, 'one')
  const journal = makeFolderJournal({ folder, onNotice: () => expect.unreachable() })
  journal.keep(record())
  journal.keep(record({ outcome: 'ok', reason: 'already-so' }))
  journal.keep(record({ id: '1.1.configure.b.0', machine: 'b' }))
  const files = readJournal(folder)
  expect(files).toHaveLength(2)
  expect(parseRecord(await readFile(files[0] ?? '', 'utf8'))).toMatchObject({ machine: 'a', outcome: 'ok' })
  expect(statSync(files[0] ?? '').mode & 0o777).toBe(0o600)
  journal.drop([record()])
  journal.drop([record()])
  expect(readJournal(folder)).toEqual([files[1]])
})

test('a journal folder that cannot be made stops nothing and is reported once', () => {
  writeFileSync(join(top, 'file'), '')
  const notices: string[] = []
  const journal = makeFolderJournal({
    folder: join(top, 'file', 'x'),
    onNotice: (line) => notices.push(line),
  })
  journal.keep(record())
  journal.keep(record())
  journal.drop([record()])
  expect(notices).toHaveLength(1)
  expect(notices[0]).toContain('the journal cannot be kept')
})

test('a journal without a folder has no records', () => {
  expect(readJournal(join(top, 'nowhere'))).toEqual([])
})

test('only a job of GitHub has a journal', () => {
  expect(journalFolder({ GITHUB_ACTIONS: 'true', RUNNER_TEMP: '/t' })).toBe('/t/drover/journal')
  expect(journalFolder({ RUNNER_TEMP: '/t' })).toBeUndefined()
  expect(journalFolder({ GITHUB_ACTIONS: 'true' })).toBeUndefined()
})
