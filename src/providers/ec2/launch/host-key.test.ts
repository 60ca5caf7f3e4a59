import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deriveHostKey } from './host-key.js'

const seedOf = (text: string): Buffer => createHash('sha256').update(text).digest()

test('a host key can be read by ssh-keygen, and has the public half that we say', () => {
  const folder = mkdtempSync(join(tmpdir(), 'drover-host-key-'))
  try {
    for (let count = 0; count < 20; count += 1) {
      const { privateKey, publicKey } = deriveHostKey(seedOf(String(count)), 'token')
      const file = join(folder, String(count))
      writeFileSync(file, privateKey, { mode: 0o600 })
      const said = execFileSync('ssh-keygen', ['-y', '-P', '', '-f', file], { encoding: 'utf8' })
      expect(said.trim()).toBe(`${publicKey} drover`)
      // A key that could not sign would be found out only by the machine's sshd.
      writeFileSync(`${file}.txt`, 'text')
      execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-n', 'test', '-f', file, `${file}.txt`], {
        stdio: 'pipe',
      })
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a host key is the same for the same seed and token, and another for others', () => {
  const key = deriveHostKey(seedOf('a'), 'token')
  expect(deriveHostKey(seedOf('a'), 'token')).toEqual(key)
  expect(deriveHostKey(seedOf('a'), 'other').publicKey).not.toBe(key.publicKey)
  expect(deriveHostKey(seedOf('b'), 'token').publicKey).not.toBe(key.publicKey)
})
