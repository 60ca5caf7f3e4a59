import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLocalProvider } from '../../src/providers/local/local-provider.js'
import { ensureRoot } from '../../src/providers/local/make-root.js'
import { defaultStateDir } from '../../src/providers/local/options.js'
import { parseLocalSettings } from '../../src/providers/local/settings.js'
import { sweepLocal } from '../../src/providers/local/sweep.js'
import type { LaunchRequest, Provider } from '../../src/providers/provider.js'
import { realClock } from '../../src/system/real-clock.js'

const network = { bridge: 'drovertest', prefix: '10.214' }
const rootsDir = join(defaultStateDir, 'roots')

let stateDir: string
let provider: Provider

beforeAll(async () => {
  stateDir = await mkdtemp('/var/tmp/drover-test-')
  provider = makeLocalProvider({
    flock: `boot-${process.pid}`,
    stateDir,
    rootsDir,
    network,
    clock: realClock,
  })
  // The first time this takes as long as the network does; the boot should not be blamed for it.
  await ensureRoot({ rootsDir, settings: parseLocalSettings({}), onStep: () => undefined })
}, 900_000)
afterAll(async () => {
  await sweepLocal({ stateDir, network })
  await rm(stateDir, { recursive: true, force: true })
})

const request = (name: string): LaunchRequest => ({
  name,
  authorizedKeys: ['ssh-ed25519 AAAA test'],
  user: 'root',
  runId: 'local-test.1',
  settings: {},
  remember: async () => undefined,
  spend: () => undefined,
  seed: async () => Buffer.alloc(32),
  onStep: () => undefined,
})

test('a local machine boots to an answering SSH server within three seconds, and ends as quickly', async () => {
  const warmUp = await provider.launch(request('warm-up'))
  await provider.terminate({ name: 'warm-up', id: warmUp.identity.id })
  const start = performance.now()
  const quick = await provider.launch(request('quick'))
  expect(performance.now() - start).toBeLessThan(3000)
  const stop = performance.now()
  const [seen] = await provider.list()
  await provider.terminate({ name: 'quick', id: quick.identity.id })
  expect(performance.now() - stop).toBeLessThan(3000)
  expect(seen).toEqual(quick)
})
