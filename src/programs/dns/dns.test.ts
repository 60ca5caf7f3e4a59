import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeProgramRoot, posixShells } from '../../../test/support/run-program.js'

test.each(posixShells)('%s replaces a file that is still what was read, and no other', (shell) => {
  using root = makeProgramRoot()
  root.put('/etc/hosts', 'old\n')
  const replace = (expected: string, stdin: string): string =>
    root.run('dns/replace-hosts.sh', { shell, args: ['/etc/hosts', expected], stdin }).stdout.toString()
  const digest = createHash('sha256').update('old\n').digest('hex')
  expect(replace('absent', 'wrong\n')).toBe('stale\n')
  expect(replace(digest, 'new\n')).toBe('replaced\n')
  expect(replace(digest, 'late\n')).toBe('stale\n')
  expect(root.read('/etc/hosts')).toBe('new\n')
})
