import { expect, it } from 'vitest'
import type { LedgerRecord, TreeChange } from '../../events/record.js'
import { checkRecords } from './check-records.js'

const record: LedgerRecord = {
  id: 'r1',
  run: { id: '7', attempt: 1, actor: 'ada' },
  operation: 'configure',
  machine: 'web-1',
  outcome: 'changed',
  reason: 'done',
  message: 'done',
  time: '2026-01-31T23:59:59Z',
  durationMs: 1,
  config: 'abc',
  changes: [],
}

const put = (path: string, text = ''): TreeChange => ({
  kind: 'put',
  path,
  mode: '100644',
  bytes: Buffer.from(text),
})

it.each([
  'machines/web-1/captured/etc/nginx/nginx.conf',
  'machines/web-1/.gitignore',
  'machines/web-1/..hidden',
  'machines/web-1/a b "c" é',
  'config/machines/web-1/app.yml',
])('a record may put and remove %s', (path) => {
  expect(() => checkRecords([{ ...record, changes: [put(path), { kind: 'remove', path }] }])).not.toThrow()
})

it.each([
  'machines/web-1',
  'machines/web-10/x',
  'machines/web-2/x',
  'flock.yml',
  'README.md',
  'log/2026/01/31.jsonl',
  'secrets-templates/machines/web-1/x',
  '/machines/web-1/x',
  '/etc/passwd',
  'machines/web-1/../web-2/x',
  'machines/web-1/./x',
  'machines/web-1//x',
  'machines/web-1/',
  'machines/web-1/a/.git/hooks/pre-commit',
  'machines/web-1/.GIT/config',
  'machines/web-1/.g\u200cit/config',
  'machines/web-1/.git. /config',
  'machines/web-1/.git::$INDEX_ALLOCATION/x',
  'machines/web-1/git~1/config',
  'machines/web-1/a\\.git\\config',
  'machines/web-1/a\nb',
  'machines/web-1/a\0b',
  'machines/web-1/a\u007fb',
])('a record that puts or removes %j is refused', (path) => {
  for (const change of [put(path), { kind: 'remove', path } as const]) {
    expect(() => checkRecords([{ ...record, changes: [change] }])).toThrow(JSON.stringify(path))
  }
})

it("a record may clear its machine's own folders, whole or in part, and nothing above", () => {
  const clear = (folder: string) => () => checkRecords([{ ...record, changes: [{ kind: 'clear', folder }] }])
  expect(clear('machines/web-1')).not.toThrow()
  expect(clear('config/machines/web-1')).not.toThrow()
  expect(clear('machines/web-1/captured')).not.toThrow()
  for (const folder of ['', 'machines', 'machines/', 'machines/web-1/..', 'config', 'config/machines']) {
    expect(clear(folder), folder).toThrow(JSON.stringify(folder))
  }
})

it.each(['', '.', '..', 'a/b', '.git', 'a\nb'])('a record with the machine name %j is refused', (machine) => {
  expect(() => checkRecords([{ ...record, machine }])).toThrow('is no name of a folder')
})

it.each(['2026-01-31', 'yesterday', '2026-13-01T00:00:00Z', '2026-01-31T00:00:00+01:00'])(
  'a record with the time %s is refused',
  (time) => {
    expect(() => checkRecords([{ ...record, time }])).toThrow('is not ISO 8601 in UTC')
  },
)

it('a record that would corrupt the ledger is refused, and all problems of all records are told at once', () => {
  const bad = {
    ...record,
    id: 'r2\n',
    event: { kind: 'ended' as const, facts: { ratio: 0.5 } },
    changes: [put('machines/web-1/state.json', '{}')],
  }
  expect(() => checkRecords([record, bad, { ...record, machine: '' }])).toThrow(
    expect.objectContaining({ reason: 'bug', problems: expect.objectContaining({ length: 4 }) }),
  )
})
