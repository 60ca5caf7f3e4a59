import { expect, test } from 'vitest'
import { SecretBytes } from '../base/secret-bytes.js'
import {
  type Transaction,
  transactionArchive,
  transactionCommand,
  transactionPlan,
  transactionProgram,
} from './transaction.js'
import type { PutFile } from './transaction-file.js'

const base: Transaction = {
  id: 'abc',
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

test('a transaction lists each file with owner, group, mode and what was observed', () => {
  const plan = transactionPlan({
    ...base,
    files: [file('/etc/a'), file('/etc/b c', { observedSha256: 'ff', mode: 0o4755 })],
  })
  expect(plan).toContain('  "$1" put /etc/a root root 0640 - || return 1\n')
  expect(plan).toContain(`  "$1" put '/etc/b c' root root 4755 ff || return 1\n`)
})

test('a transaction quotes commands of the manifest as one word each', () => {
  const transaction: Transaction = {
    ...base,
    validations: [`grep -q 'x' f; true`],
    followUps: [{ kind: 'command', command: 'echo "$HOME" `id`' }],
  }
  const plan = transactionPlan(transaction)
  expect(plan).toContain(`  validation 'grep -q '\\''x'\\'' f; true' || return 1\n`)
  expect(plan).toContain('sh -c \'echo "$HOME" `id`\'')
  expect(transactionProgram(transaction)).toMatch(/^has_validations=yes$/m)
})

test('a transaction removes without owner and mode, and puts the stamp last', () => {
  const plan = transactionPlan({
    ...base,
    files: [{ op: 'remove', target: '/etc/old', observedSha256: 'ee' }],
  })
  const files = plan.split('\n').filter((line) => line.includes('"$1"'))
  expect(files[0]).toBe('  "$1" remove /etc/old - - - ee || return 1')
  expect(files.at(-1)).toBe('  "$1" put /etc/drover/stamp.json root root 0644 \'?\' || return 1')
})

test('a transaction switches symlinks after files are put, and takes away what goes only then', () => {
  const plan = transactionPlan({
    ...base,
    files: [
      { op: 'remove', target: '/srv/r/old', observedSha256: 'ee' },
      { op: 'unlink', target: '/srv/gone', observedLink: '/srv/g 1' },
      { op: 'link', target: '/srv/app', to: '/srv/r/2', observedLink: '/srv/r/1' },
      { op: 'link', target: '/srv/new', to: '/srv/n' },
      file('/srv/r/2/conf', { unseen: true }),
    ],
  })
  const lines = plan.split('\n').filter((line) => line.includes('"$1"'))
  expect(lines.slice(0, 6).map((line) => line.replace(' || return 1', '').trim())).toEqual([
    `"$1" put /srv/r/2/conf root root 0640 '?'`,
    '"$1" link /srv/app /srv/r/2 - - to:/srv/r/1',
    '"$1" link /srv/new /srv/n - - -',
    `"$1" unlink /srv/gone - - - 'to:/srv/g 1'`,
    '"$1" remove /srv/r/old - - - ee',
    `"$1" put /var/lib/drover/files root root 0600 '?'`,
  ])
})

test('a transaction writes down how symlinks are undone, and keeps them apart from files in the list of what it put', () => {
  const archive = transactionArchive({
    ...base,
    managed: { files: ['/etc/a'], links: ['/srv/app'] },
    files: [
      file('/etc/a'),
      { op: 'link', target: '/srv/app', to: '/srv/r/2', observedLink: '/srv/r/1' },
      { op: 'unlink', target: '/srv/gone', observedLink: '/srv/g' },
    ],
  })
  const textOf = (path: string): string | undefined =>
    archive.find((one) => one.path === path)?.bytes.toString()
  expect(JSON.parse(textOf('undo.json') ?? '')).toMatchObject({
    files: [{ target: '/etc/a', existed: false }],
    links: [
      { target: '/srv/app', newLink: '/srv/r/2', oldLink: '/srv/r/1' },
      { target: '/srv/gone', newLink: null, oldLink: '/srv/g' },
    ],
  })
  expect(textOf('new/var/lib/drover/files')).toBe('/etc/a\nlink /srv/app\n')
})

test('a transaction keeps content out of the command and inside the archive', () => {
  const { argv } = transactionCommand(base, 1234)
  expect(argv.join(' ')).not.toContain('secret')
  const archive = transactionArchive({ ...base, files: [file('/etc/a')] })
  expect(archive.find(({ path }) => path === 'new/etc/a')?.bytes.toString()).toBe('secret')
  expect(archive.every(({ mode }) => mode === 0o600)).toBe(true)
})
