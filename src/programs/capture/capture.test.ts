import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeProgramRoot, posixShells } from '../../../test/support/run-program.js'

test.each(posixShells)(
  '%s archives what is there with what links lead to, and names what is too large',
  (shell) => {
    using root = makeProgramRoot()
    root.put('/srv/a b', 'one')
    root.put('/srv/large', 'x'.repeat(11))
    symlinkSync(root.at('/srv/a b'), root.at('/srv/link'))
    const stdin = ['/srv/link', '/srv/large', '/srv/none'].map((path) => `${root.at(path)}\n`).join('')
    const { code, stdout, stderr } = root.run('capture/capture.sh', {
      shell,
      values: { too_large: 11 },
      stdin,
    })
    expect([code, stderr]).toEqual([0, `f 11 ${root.at('/srv/large')}\0`])
    expect(execFileSync('tar', ['-t', '-P'], { input: stdout }).toString()).toBe(
      `${root.at('/srv/link')}\n${root.at('/srv/a b')}\n`,
    )
  },
)
