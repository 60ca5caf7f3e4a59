import { describe, expect, test } from 'vitest'
import { type Transaction, transactionArchive, transactionCommand, transactionPlan } from './transaction.js'

const base: Transaction = {
  id: 'abc',
  files: [],
  validations: [],
  followUps: [],
  stamp: '{}\n',
  stampEnv: '',
  holder: 'run 1',
  lockWaitSeconds: 5,
}

const file = (
  target: string,
  facts: Partial<Transaction['files'][number]> = {},
): Transaction['files'][number] => ({
  target,
  owner: 'root',
  group: 'root',
  mode: 0o640,
  bytes: Buffer.from('secret'),
  ...facts,
})

describe('the transaction', () => {
  test('lists each file with owner, group, mode and what was seen', () => {
    const plan = transactionPlan({
      ...base,
      files: [file('/etc/a'), file('/etc/b c', { seenSha256: 'ff', mode: 0o4755 })],
    })
    expect(plan).toContain('  "$1" /etc/a root root 0640 - || return 1\n')
    expect(plan).toContain(`  "$1" '/etc/b c' root root 4755 ff || return 1\n`)
  })

  test('quotes commands of the manifest as one word each', () => {
    const plan = transactionPlan({
      ...base,
      validations: [`grep -q 'x' f; true`],
      followUps: [{ kind: 'command', command: 'echo "$HOME" `id`' }],
    })
    expect(plan).toContain(`  validation 'grep -q '\\''x'\\'' f; true' || return 1\n`)
    expect(plan).toContain('sh -c \'echo "$HOME" `id`\'')
    expect(plan).toContain('has_validations=yes')
  })

  test('with nothing in it is a plan that does nothing', () => {
    expect(transactionPlan(base)).toBe(
      'each_file() {\n  :\n}\nvalidations() {\n  :\n}\nfollow_ups() {\n  :\n}\nhas_validations=no\n',
    )
  })

  test('keeps content out of the command and inside the archive', () => {
    const { argv } = transactionCommand(base)
    expect(argv.join(' ')).not.toContain('secret')
    const archive = transactionArchive({ ...base, files: [file('/etc/a')] })
    expect(archive.find(({ path }) => path === 'new/etc/a')?.bytes.toString()).toBe('secret')
    expect(archive.every(({ mode }) => mode === 0o600)).toBe(true)
  })
})
