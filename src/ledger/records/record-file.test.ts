import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { LedgerRecord } from '../../events/record.js'
import { keepRecords } from './keep-record.js'
import { encodeRecord, parseRecord } from './record-file.js'

const record: LedgerRecord = {
  id: 'configure/web-1/7/1',
  run: { id: '7', attempt: 1, actor: 'ada', url: 'https://example.org/1' },
  operation: 'configure',
  machine: 'web-1',
  outcome: 'rolled-back',
  reason: 'follow-up-failed',
  message: 'quotes " and \n lines',
  time: '2026-01-31T23:59:59Z',
  durationMs: 1.5,
  config: 'abc',
  changes: [
    { kind: 'clear', folder: 'machines/web-1/captured' },
    { kind: 'put', path: 'machines/web-1/captured/x', mode: '120000', bytes: Buffer.from([0, 255, 10]) },
    { kind: 'put', path: 'machines/web-1/empty', mode: '100644', bytes: Buffer.alloc(0) },
    { kind: 'remove', path: 'machines/web-1/state.json' },
  ],
  event: {
    kind: 'ended',
    step: { kind: 'follow-up', text: 'reload nginx' },
    facts: { files: 3, nested: { list: [null, true] } },
  },
}

it('a record in a file is read back as it was, bytes and all', () => {
  expect(parseRecord(encodeRecord(record))).toEqual(record)
  const { event: _, ...plain } = record
  expect(parseRecord(encodeRecord(plain))).toStrictEqual(plain)
})

it.each(['', '{}', '[]', encodeRecord(record).replace('"version":1', '"version":2')])(
  'a record in a file is refused: %s',
  (text) => {
    expect(() => parseRecord(text)).toThrow(expect.objectContaining({ reason: 'invalid-argument' }))
  },
)

it('a record in a file is kept for its owner only, once for each id, with nothing half written beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'drover-test-records-'))
  try {
    const kept = join(folder, 'made')
    const odd = { ...record, id: 'r/../2', machine: '../../escape' }
    const paths = await keepRecords([record, odd], kept)
    await keepRecords([record], kept)
    expect((await readdir(kept)).map((name) => join(kept, name)).sort()).toEqual([...paths].sort())
    for (const path of paths) expect((await stat(path)).mode & 0o777).toBe(0o600)
    const back = await Promise.all(paths.map(async (path) => parseRecord(await readFile(path, 'utf8'))))
    expect(back).toEqual([record, odd])
  } finally {
    await rm(folder, { recursive: true })
  }
})
