import { expect, test } from 'vitest'
import { SecretBytes } from '../base/secret-bytes.js'
import { type Transaction, transactionChange, transactionCommand } from './transaction.js'
import type { PutFile } from './transaction-file.js'

const base: Transaction = {
  id: 'abc',
  marker: 'f00d',
  files: [],
  validations: [],
  followUps: [],
  checks: [],
  managed: { files: ['/etc/a'], links: [] },
  stamp: '{}\n',
  stampEnv: '',
  holder: 'run 1',
  lockWaitSeconds: 5,
}

const file = (target: string, facts: Partial<PutFile> = {}): PutFile => ({
  op: 'put',
  target,
  owner: 'root',
  group: 'root',
  mode: 0o640,
  bytes: new SecretBytes(Buffer.from('secret')),
  ...facts,
})

/** Records of a kind, as the machine reads them. */
function recordsOf(transaction: Transaction, kind: string): readonly (readonly string[])[] {
  const sent = transactionChange(transaction)
  const at = sent.indexOf('\n') + 1
  const fields = sent
    .subarray(at, at + Number(sent.subarray(0, at)))
    .toString()
    .split('\0')
  const records: string[][] = []
  for (let next = 0; next < fields.length - 1; ) {
    const [name, count] = (fields[next] ?? '').split(' ')
    if (name === kind) records.push(fields.slice(next + 1, next + 1 + Number(count)))
    next += 1 + Number(count)
  }
  return records
}

test('lists each file with owner, group, mode, what was seen and its size', () => {
  const files = [file('/etc/a'), file('/etc/b\nc', { observedSha256: 'ff', mode: 0o4755 })]
  expect(recordsOf({ ...base, files }, 'file').slice(0, 2)).toEqual([
    ['put', '/etc/a', 'root', 'root', '0640', '-', '-', '6'],
    ['put', '/etc/b\nc', 'root', 'root', '4755', 'ff', '-', '6'],
  ])
})

test('commands of the manifest are one field each', () => {
  const transaction: Transaction = {
    ...base,
    validations: [`grep -q 'x' f; true`],
    followUps: [{ kind: 'command', command: 'echo "$HOME" `id`' }],
  }
  expect(recordsOf(transaction, 'validation')).toEqual([[`grep -q 'x' f; true`]])
  expect(recordsOf(transaction, 'follow')).toEqual([
    ['command echo "$HOME" `id`', 'sh', '-c', 'echo "$HOME" `id`'],
  ])
})

test('switches links after files are put, takes away what goes only then, and puts the stamp last', () => {
  const transaction: Transaction = {
    ...base,
    files: [
      { op: 'remove', target: '/srv/r/old', observedSha256: 'ee' },
      { op: 'unlink', target: '/srv/gone', observedLink: '/srv/g 1' },
      { op: 'link', target: '/srv/app', to: '/srv/r/2', observedLink: '/srv/r/1' },
      { op: 'link', target: '/srv/new', to: '/srv/n' },
      file('/srv/r/2/conf', { unseen: true }),
    ],
  }
  const records = recordsOf(transaction, 'file')
  expect(records.map(([op, target, , , , seen, to]) => [op, target, seen, to])).toEqual([
    ['put', '/srv/r/2/conf', '?', '-'],
    ['link', '/srv/app', 'to:/srv/r/1', '/srv/r/2'],
    ['link', '/srv/new', '-', '/srv/n'],
    ['unlink', '/srv/gone', 'to:/srv/g 1', '-'],
    ['remove', '/srv/r/old', 'ee', '-'],
    ['put', '/var/lib/drover/files', '?', '-'],
    ['put', '/etc/drover/stamp.env', '?', '-'],
    ['put', '/etc/drover/stamp.json', '?', '-'],
  ])
})

test('writes down how links are undone, and keeps them apart from files in the list of what it put', () => {
  const transaction: Transaction = {
    ...base,
    managed: { files: ['/etc/a'], links: ['/srv/app'] },
    files: [
      file('/etc/a'),
      { op: 'link', target: '/srv/app', to: '/srv/r/2', observedLink: '/srv/r/1' },
      { op: 'unlink', target: '/srv/gone', observedLink: '/srv/g' },
    ],
  }
  expect(JSON.parse(recordsOf(transaction, 'undo')[0]?.[0] ?? '')).toMatchObject({
    files: [{ target: '/etc/a', existed: false }],
    links: [
      { target: '/srv/app', newLink: '/srv/r/2', oldLink: '/srv/r/1' },
      { target: '/srv/gone', newLink: null, oldLink: '/srv/g' },
    ],
  })
  expect(transactionChange(transaction).toString()).toContain('secret/etc/a\nlink /srv/app\n')
})

test('content goes behind the plan, and into no command', () => {
  const transaction = { ...base, files: [file('/etc/a')] }
  const change = transactionChange(transaction)
  const { argv } = transactionCommand(transaction, { change, program: Buffer.from('program') })
  expect(argv.join(' ')).not.toContain('secret')
  expect(change.toString().endsWith('secret/etc/a\n{}\n')).toBe(true)
  expect(argv.slice(-5)).toEqual([
    'f00d',
    'abc',
    String(change.length),
    expect.stringMatching(/^[0-9a-f]{64}$/),
    '7',
  ])
})
