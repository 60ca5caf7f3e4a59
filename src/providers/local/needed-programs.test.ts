import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { neededPrograms, requirePrograms } from './needed-programs.js'

test('requirePrograms names all missing programs and their packages at once', () => {
  expect(() => requirePrograms(['/nowhere'])).toThrow(
    expect.objectContaining({
      reason: 'missing-tool',
      message: expect.stringMatching(/"systemd-nspawn", "debootstrap", .*"nft"/),
      hint: expect.stringMatching(/install .*systemd-container debootstrap iproute2 nftables/),
    }),
  )
})

test('the set-up of a fresh machine installs every program that local machines need', async () => {
  const bootstrap = await readFile(join(import.meta.dirname, '../../../scripts/bootstrap.mjs'), 'utf8')
  for (const [program, name] of Object.entries(neededPrograms)) {
    expect(bootstrap).toMatch(new RegExp(`^ +'?${program}'?: '${name}',$`, 'm'))
  }
})
