import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Pebble, startPebble } from '../../test/support/pebble.ts'
import { askPlainly, askSecurely } from './ask.ts'
import { print, type Stage, title } from './stage.ts'

const layer = 'config/groups/https'
const overlay = join(import.meta.dirname, '..', '..', 'test', 'fixtures', 'demo', layer)

/** What the machines need for it, put into their Debian root once: `flock.yml` from the beginning. */
export function withPackages(flock: string): string {
  return replaceOnce(
    flock,
    'provider: local\n',
    'provider: local\nsettings: { packages: [certbot, nginx] }\n',
  )
}

/** Certificates for all machines from Pebble, a small ACME server for tests; it is always stopped at the end. */
export async function showHttps(stage: Stage, machines: readonly string[]): Promise<void> {
  const pebble = await startPebble()
  const stop = endWithUs(pebble)
  try {
    await play(stage.with({ DROVER_NAME_SERVER: pebble.nameServer }), { pebble, machines })
  } finally {
    await stop()
  }
}

interface Part {
  readonly pebble: Pebble
  readonly machines: readonly string[]
}

async function play(stage: Stage, part: Part): Promise<void> {
  const { ops } = stage
  const { pebble, machines } = part

  title('A push: everybody gets nginx in front, and a wish for a certificate')
  const before = ops.head()
  const after = ops.push(
    { 'flock.yml': withHttps(ops.read('flock.yml'), pebble), ...readOverlay(pebble) },
    'HTTPS for all',
  )
  const event = { name: 'push', payload: { before, after } }
  await stage.action({ operation: 'configure', machines: 'changed' }, { runId: '4713', event })
  print(`  An ACME server for tests, Pebble, runs at ${pebble.directory}
  and asks a name server that knows:
`)
  for (const machine of machines) {
    const ask = { host: stage.addressOf(machine), name: nameOf(machine) }
    await pebble.setAddresses(ask.name, [ask.host])
    const { status, text } = await askPlainly(ask)
    if (status !== 200) throw new Error(`http://${ask.name} answered ${status}`)
    const code = await askSecurely({ ...ask, ca: pebble.ca }).then(() => 'an answer', codeOf)
    if (code !== 'ECONNREFUSED') throw new Error(`https://${ask.name}: no certificate yet, and ${code}`)
    print(`    ${ask.name} at ${ask.host}. http:// answers: ${text}; https:// is refused as yet\n`)
  }

  title('A button: certbot orders, puts and seals a certificate for each machine')
  await stage.action({ operation: 'certbot', machines: 'all' }, { show: true, runId: '4714' })
  const serials = await answersOf(stage, part)
  ops.git('fetch', '--quiet', 'origin')
  if (ops.git('log', '--all', '--text', '--format=%h', '-SPRIVATE KEY') !== '')
    throw new Error('a private key is on the branch as it is')
  const [first = ''] = machines
  const sealed = `machines/${first}/sealed/letsencrypt.age`
  print(`  Pebble got ${orders(pebble.counts().orders)}. No private key is on the branch but sealed:
    ${sealed} begins with ${ops.read(sealed).split('\n', 1)[0]}\n`)

  title('The button again: the certificates are good, and nothing is ordered')
  await expectNoOrder(pebble, async () => {
    await stage.action({ operation: 'certbot', machines: 'all' }, { show: true, runId: '4715' })
  })

  title(`${first} is ended and made again: it gets the same certificate back`)
  await expectNoOrder(pebble, async () => {
    await stage.drover(['terminate', first, '--yes'])
    await stage.drover(['create', first])
    await pebble.setAddresses(nameOf(first), [stage.addressOf(first)])
  })
  const [serial] = await answersOf(stage, { pebble, machines: [first] })
  if (serial !== serials[0]) throw new Error(`${first} came back with another certificate`)
  print(`  The same serial number as before.\n`)
}

/** Serial numbers, in the order of the machines. */
async function answersOf(stage: Stage, { pebble, machines }: Part): Promise<readonly string[]> {
  const ca = await pebble.issuingRoot()
  const serials: string[] = []
  print('\n')
  for (const machine of machines) {
    const ask = { host: stage.addressOf(machine), name: nameOf(machine) }
    const { status, text, issuer, serial, daysLeft } = await askSecurely({ ...ask, ca })
    if (status !== 200) throw new Error(`https://${ask.name} answered ${status}`)
    print(`  https://${ask.name} answers: ${text}
    issued by ${issuer}, chain verified to Pebble's root, serial ${serial.slice(0, 12)}…, ${daysLeft} days left\n`)
    const plain = await askPlainly(ask)
    if (plain.status !== 301 || plain.location !== `https://${ask.name}/`)
      throw new Error(`http://${ask.name} answered ${plain.status} and sends nobody to HTTPS`)
    print(`    http://${ask.name} redirects to ${plain.location}\n`)
    serials.push(serial)
  }
  return serials
}

async function expectNoOrder(pebble: Pebble, act: () => Promise<void>): Promise<void> {
  const before = pebble.counts().orders
  await act()
  const ordered = pebble.counts().orders - before
  if (ordered > 0)
    throw new Error(`the demo expected that nothing is ordered, and Pebble got ${orders(ordered)}`)
  print('  Pebble got 0 orders.\n')
}

function orders(count: number): string {
  return count === 1 ? '1 order' : `${count} orders`
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : error
}

function nameOf(machine: string): string {
  return `${machine}.demo.test`
}

/** `flock.yml` as a person would edit it: one more group, with all machines in it. */
function withHttps(flock: string, { directory }: Pebble): string {
  const group = `groups:
  https:
    description: nginx in front, with a certificate
    certificate:
      names: ["{name}.demo.test"]
      contact: ops@demo.test
      acme: ${directory}
      ca: /etc/ssl/pebble.pem
`
  return replaceOnce(flock, 'groups:\n', group).replaceAll('groups: [web]', 'groups: [web, https]')
}

function readOverlay({ ca }: Pebble): Readonly<Record<string, string>> {
  const files = readdirSync(overlay).map(
    (name) => [`${layer}/${name}`, readFileSync(join(overlay, name), 'utf8')] as const,
  )
  return { ...Object.fromEntries(files), [`${layer}/pebble.pem`]: ca }
}

function replaceOnce(text: string, part: string, other: string): string {
  if (!text.includes(part)) throw new Error(`the demo's flock.yml has no ${JSON.stringify(part)} any more`)
  return text.replace(part, () => other)
}

/** Stops Pebble when a signal ends the demo; gives the function that stops it in all other cases. */
function endWithUs(pebble: Pebble): () => Promise<void> {
  const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
  const end = (signal: NodeJS.Signals): void => {
    const code = Object.entries(signals).find(([name]) => name === signal)?.[1] ?? 1
    void pebble.stop().finally(() => process.exit(code))
  }
  const names = Object.keys(signals) as (keyof typeof signals)[]
  for (const name of names) process.once(name, end)
  return async () => {
    for (const name of names) process.off(name, end)
    await pebble.stop()
  }
}
