import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Identity } from '../../src/base/identity.js'
import { Secret } from '../../src/base/secret.js'
import { makeLocalProvider } from '../../src/providers/local/local-provider.js'
import { sweepLocal } from '../../src/providers/local/sweep.js'
import type { Provider, ProviderMachine } from '../../src/providers/provider.js'
import { makeSshRemote } from '../../src/remote/ssh-remote.js'
import { realClock } from '../../src/system/real-clock.js'
import { makeFakeWorld, readJson, runIn } from '../support/fake-world.js'

// A real machine with a real timer, made by a provider that behaves as one in a cloud does.

const flock = 't-finish'
const stateDir = process.env.DROVER_LOCAL_DIR
const options = { flock, clock: realClock, ...(stateDir ? { stateDir } : {}) }
const remote = makeSshRemote()

let folder: string
let key: Secret
let publicKey: string
let expiresAt: string | undefined

beforeAll(async () => {
  await sweepLocal(options)
  folder = mkdtempSync(join(tmpdir(), 'drover-finish-'))
  const file = join(folder, 'key')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', file])
  key = new Secret('ssh-key', readFileSync(file, 'utf8'))
  publicKey = readFileSync(`${file}.pub`, 'utf8').trim()
})
afterAll(async () => {
  await sweepLocal(options)
  rmSync(folder, { recursive: true, force: true })
})

async function on(identity: Identity, command: string): Promise<string> {
  const limits = { timeoutMs: 20_000, reachMs: 5000 }
  await using session = await remote.connect({ machine: 'm', identity, key, ...limits })
  const { stdout } = await session.exec({ argv: ['sh', '-c', command] }, { timeoutMs: 60_000 })
  return stdout.toString('utf8')
}

const arm = `cd /etc/systemd/system
printf '[Service]\\nType=oneshot\\nExecStart=/bin/systemctl poweroff\\n' >drover-expiry.service
printf '[Timer]\\nOnBootSec=10h\\n[Install]\\nWantedBy=timers.target\\n' >drover-expiry.timer
systemctl daemon-reload; systemctl enable --now drover-expiry.timer`

function makeExpiring(): Provider {
  const local = makeLocalProvider(options)
  const shown = (seen: ProviderMachine): ProviderMachine =>
    expiresAt === undefined ? seen : { ...seen, expiresAt }
  return {
    ...local,
    list: async () => (await local.list()).map(shown),
    launch: async (request) => {
      const isThere = (await local.list()).some(({ name }) => name === request.name)
      if (isThere) return shown(await local.launch(request))
      expiresAt = new Date(Date.now() + 3_600_000).toISOString()
      await request.remember({ provider: 'local', expiresAt })
      const seen = await local.launch(request)
      await on(seen.identity, arm)
      return shown(seen)
    },
    complete: async () => {
      expiresAt = undefined
    },
  }
}

test('a machine that would end itself becomes one that stays, with a key of its own', async () => {
  const world = makeFakeWorld(`flock: ${flock}\nmachines:\n  m:\n`)
  const provider = makeExpiring()
  const ports = {
    provider: async () => provider,
    remote,
    clock: realClock,
    sshKey: async () => key,
    publicKey: async () => publicKey,
  }
  const { result } = await runIn(world, {}, { ports })
  expect(result.outcomes[0], JSON.stringify(result)).toMatchObject({ kind: 'changed', reason: 'done' })
  expect(expiresAt).toBeUndefined()
  const known = readJson(world, 'machines/m/machine.json') as unknown as Identity
  expect(known.hostKeys).toHaveLength(1)
  expect(known.revokedKeys).toHaveLength(1)
  expect(await on(known, 'systemctl list-timers --all --no-legend')).not.toContain('drover')
  expect(await on(known, 'ls /etc/systemd/system')).not.toContain('drover-expiry')
  await expect(
    on({ ...known, hostKeys: known.revokedKeys ?? [], revokedKeys: [] }, 'true'),
  ).rejects.toMatchObject({ reason: 'host-key-mismatch' })
  expect(world.tree.has('machines/m/launch.json')).toBe(false)
  const again = await runIn(world, {}, { ports })
  expect(again.result.outcomes[0]).toMatchObject({ kind: 'ok', reason: 'already-so' })
})
