// Orders many certificates from Pebble, as the operation certbot does on a machine, and counts how often each was tried.
// Usage: npm run bench:issuance -- [COUNT [NONCES]]. It needs root, and Debian's package pebble.
// COUNT certificates (100), NONCES of a hundred good nonces refused (Pebble's own 5). Exit status 1 when one was not had, or took more
// than one order.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Identity } from '../../src/base/identity.js'
import { orderScript } from '../../src/certificates/commands/order.js'
import { makeLocalProvider } from '../../src/providers/local/local-provider.js'
import { defaultStateDir } from '../../src/providers/local/options.js'
import { sweepLocal } from '../../src/providers/local/sweep.js'
import { realClock } from '../../src/system/real-clock.js'
import { type Pebble, startPebble } from '../support/pebble.ts'
import { makeTestKey, type TestKey } from '../support/test-key.ts'
import { runTransientOnce, type UnitExit } from '../support/transient-runner.ts'

/** Most of the time is spent waiting for the server, not here. */
const machineCount = 4
const maxAttempts = 5
const flock = 't-issuance'
const caFile = '/etc/pebble-ca.pem'
const webroot = '/var/www/acme'

interface Issued {
  readonly name: string
  readonly isHad: boolean
  /** The outcome of each try. */
  readonly kinds: readonly string[]
  readonly seconds: number
}

async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true })
  const count = Number(positionals[0] ?? 100)
  const nonces = positionals[1]
  const folder = await mkdtemp('/var/tmp/drover-issuance-')
  const key = await makeTestKey()
  const pebble = await startPebble(
    nonces === undefined ? {} : { chaos: { nonceRejectPercent: Number(nonces) } },
  )
  try {
    const machines = await makeMachines(folder, key)
    await Promise.all(machines.map((identity) => prepare(identity, { key, pebble })))
    const begun = performance.now()
    const names = Array.from({ length: count }, (_, index) => `n-${index + 1}.example.org`)
    const issued: Issued[] = []
    const worker = async (identity: Identity): Promise<void> => {
      for (let name = names.shift(); name !== undefined; name = names.shift()) {
        issued.push(await issue(identity, { name, key, pebble }))
        if (issued.length % 10 === 0) console.error(`${issued.length} of ${count}`)
      }
    }
    await Promise.all(machines.map(worker))
    return tell(issued, {
      pebble,
      nonces: nonces ?? '5, its own',
      seconds: (performance.now() - begun) / 1000,
    })
  } finally {
    await sweepLocal({ stateDir: folder, flock })
    await pebble.stop()
    await key.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

async function makeMachines(stateDir: string, key: TestKey): Promise<readonly Identity[]> {
  const rootsDir = join(defaultStateDir, 'roots')
  const provider = makeLocalProvider({ flock, stateDir, rootsDir, clock: realClock })
  const identities: Identity[] = []
  for (let index = 1; index <= machineCount; index++) {
    const { identity } = await provider.launch({
      name: `lo-${index}`,
      authorizedKeys: [key.line],
      user: 'root',
      runId: 'issuance',
      settings: { packages: ['certbot'] },
      remember: async () => undefined,
      spend: () => undefined,
      seed: async () => randomBytes(32),
      onStep: (step) => console.error(`lo-${index}: ${step}`),
    })
    identities.push(identity)
  }
  return identities
}

interface Asked {
  readonly key: TestKey
  readonly pebble: Pebble
}

/** The CA of the ACME server, and something that serves the webroot as nginx would. */
async function prepare(identity: Identity, { key, pebble }: Asked): Promise<void> {
  const { code, ...rest } = await runTransientOnce({
    ...frameOf(identity, key),
    key: 'prepare',
    script: `set -e
install -m 0644 ca.pem ${caFile}
mkdir -p ${webroot}
systemd-run --quiet --unit test-web python3 -m http.server 80 --directory ${webroot}`,
    files: [{ path: 'ca.pem', mode: 0o600, bytes: Buffer.from(pebble.ca) }],
  })
  if (code !== 0) throw new Error(`a machine could not be prepared: ${JSON.stringify({ code, ...rest })}`)
}

async function issue(
  identity: Identity,
  { name, key, pebble }: Asked & { readonly name: string },
): Promise<Issued> {
  await pebble.setAddresses(name, [identity.address])
  const { script, files } = orderScript({
    desired: {
      names: [name],
      acme: pebble.directory,
      challenge: 'webroot',
      key: 'ecdsa',
      ca: caFile,
    },
    lineage: name,
    contact: 'ops@example.org',
    webroot,
    isForced: true,
  })
  const begun = performance.now()
  const end = await runTransientOnce({
    ...frameOf(identity, key),
    key: name.replace(/\W/g, ''),
    script,
    files,
  })
  const seconds = (performance.now() - begun) / 1000
  if (end.code !== 0)
    console.error(`${name}: ${JSON.stringify(end.code ?? end.message)}\n${end.lines.join('\n')}`)
  return { name, isHad: end.code === 0, kinds: kindsOf(end), seconds }
}

function frameOf({ ...identity }: Identity, { file }: TestKey) {
  const runId = randomBytes(6).toString('hex')
  return { identity, keyFile: file, runId, kind: 'code', timeoutSeconds: 900, lockWaitSeconds: 60 } as const
}

function kindsOf({ lines }: UnitExit): readonly string[] {
  const mark = 'drover-certificate attempt '
  return lines.flatMap((line) => {
    if (!line.startsWith(mark)) return []
    const { kind, type = '' } = JSON.parse(line.slice(mark.length)) as { kind: string; type?: string }
    return [`${kind} ${type.split(':').at(-1)}`.trim()]
  })
}

interface Frame {
  readonly pebble: Pebble
  readonly nonces: string
  readonly seconds: number
}

/** Exit status. */
function tell(issued: readonly Issued[], { pebble, nonces, seconds }: Frame): number {
  const had = issued.filter(({ isHad }) => isHad)
  const rows = Array.from({ length: maxAttempts }, (_, index) => {
    return `  at try ${index + 1}: ${had.filter(({ kinds }) => kinds.length === index + 1).length}`
  })
  const troubles = issued.flatMap(({ kinds, isHad }) => (isHad ? kinds.slice(0, -1) : kinds))
  const causes = [...new Set(troubles)].map(
    (kind) => `  ${kind}: ${troubles.filter((one) => one === kind).length}`,
  )
  const times = issued.map((one) => one.seconds).sort((a, b) => a - b)
  const median = times[Math.floor(times.length / 2)] ?? 0
  const { orders, certificates, failedAuthorizations } = pebble.counts()
  console.log(
    [
      `${had.length} of ${issued.length} certificates had, nonces refused of a hundred: ${nonces}`,
      ...rows,
      `tries that failed: ${troubles.length}`,
      ...causes,
      `Pebble: ${orders} orders, ${certificates} certificates, ${failedAuthorizations} failed authorizations`,
      `${seconds.toFixed(0)} s on ${machineCount} machines; one: median ${median.toFixed(1)} s, longest ${(times.at(-1) ?? 0).toFixed(1)} s`,
    ].join('\n'),
  )
  const isWhole = had.length === issued.length && had.every(({ kinds }) => kinds.length <= maxAttempts)
  return isWhole && certificates === issued.length && orders === issued.length ? 0 : 1
}

process.exitCode = await main()
