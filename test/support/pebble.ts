import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { askHttp } from './ask-http.ts'
import { bridgeAddress, holdBridge } from './bridge.ts'
import { makeServerCertificate, type ServerCertificate } from './server-certificate.ts'
import { within } from './within.ts'

/** How Pebble makes life hard. What is not said is as Pebble has it by default. */
interface PebbleChaos {
  /** Of a hundred good nonces, how many it refuses: 5 by default. */
  readonly nonceRejectPercent?: number
  /** How often an authorization that is valid serves another order: 50 of 100 by default. */
  readonly authorizationReusePercent?: number
  /** Pebble checks a challenge after up to so many seconds, 5 by default; 0 is at once. */
  readonly validationSleepSeconds?: number
}

export interface PebbleOptions {
  readonly chaos?: PebbleChaos
  /** Where it asks for the answer to an HTTP challenge: 80 by default, as Let's Encrypt does. */
  readonly httpPort?: number
}

interface PebbleCounts {
  readonly orders: number
  readonly certificates: number
  readonly failedAuthorizations: number
}

export interface Pebble {
  /** URL of the ACME directory, which this computer and its local machines reach. */
  readonly directory: string
  /** File on this computer, PEM: the CA that the directory's own certificate is from. */
  readonly caFile: string
  readonly ca: string
  /** Certificate and key of the directory: good for every port of its address. */
  readonly server: Pick<ServerCertificate, 'certificateFile' | 'keyFile'>
  /** The CA that issues, PEM: another one in each process. */
  issuingRoot(): Promise<string>
  /** `ADDRESS:PORT` of the only name server that it asks. It knows no name that was not set. */
  readonly nameServer: string
  /** What a name is from now on; no address at all takes the name away. */
  setAddresses(name: string, addresses: readonly string[]): Promise<void>
  /** The TXT records of a name from now on. */
  setTexts(name: string, texts: readonly string[]): Promise<void>
  /** What it has done since it was started. */
  counts(): PebbleCounts
  /** All that it said, for when a test fails. */
  log(): string
  stop(): Promise<void>
}

/**
 * Pebble, the small ACME server of Let's Encrypt for tests, with a name server of its own (both of Debian's
 * package `pebble`), at this computer's address on the bridge of the local machines.
 */
export async function startPebble({ chaos = {}, httpPort = 80 }: PebbleOptions = {}): Promise<Pebble> {
  const bridge = await holdBridge()
  const folder = mkdtempSync(join(tmpdir(), 'drover-pebble-'))
  const children: ChildProcess[] = []
  const stop = async (): Promise<void> => {
    await Promise.all(children.map(end))
    rmSync(folder, { recursive: true, force: true })
    await bridge.release()
  }
  try {
    const [acmePort, managementPort, namePort, namesPort] = await freePorts(4)
    const nameServer = `${bridgeAddress}:${namePort}`
    const { caFile, certificateFile, keyFile } = makeServerCertificate(folder, [bridgeAddress])
    const ca = readFileSync(caFile, 'utf8')
    const config = {
      listenAddress: `${bridgeAddress}:${acmePort}`,
      managementListenAddress: `${bridgeAddress}:${managementPort}`,
      certificate: certificateFile,
      privateKey: keyFile,
      httpPort,
      tlsPort: 443,
    }
    const configFile = join(folder, 'pebble.json')
    writeFileSync(configFile, JSON.stringify({ pebble: config }))
    const names = `http://${bridgeAddress}:${namesPort}`
    const directory = `https://${config.listenAddress}/dir`
    const program = { folder, children }
    start('pebble-challtestsrv', {
      ...program,
      args: [
        ...['-management', `${bridgeAddress}:${namesPort}`, '-dns01', nameServer],
        ...['-http01', '', '-https01', '', '-tlsalpn01', '', '-defaultIPv4', '', '-defaultIPv6', ''],
      ],
    })
    const args = ['-config', configFile, '-dnsserver', nameServer]
    start('pebble', { ...program, args, env: chaosEnvironment(chaos) })
    const log = (): string => readFileSync(join(folder, 'pebble.log'), 'utf8')
    const pebble: Pebble = {
      directory,
      caFile,
      ca,
      server: { certificateFile, keyFile },
      nameServer,
      issuingRoot: async () => {
        const { text } = await askHttp(`https://${config.managementListenAddress}/roots/0`, { ca })
        return text
      },
      setAddresses: async (host, addresses) => {
        await tell(`${names}/clear-a`, { host })
        if (addresses.length > 0) await tell(`${names}/add-a`, { host, addresses })
      },
      setTexts: async (name, texts) => {
        const host = `${name.replace(/\.$/, '')}.`
        await tell(`${names}/clear-txt`, { host })
        for (const value of texts) await tell(`${names}/set-txt`, { host, value })
      },
      counts: () => countsOf(log()),
      log,
      stop,
    }
    await answers(children, () => askHttp(directory, { ca }))
    await answers(children, () => tell(`${names}/clear-a`, { host: 'nobody.example.org' }))
    return pebble
  } catch (error) {
    await stop()
    throw error
  }
}

function chaosEnvironment(chaos: PebbleChaos): Readonly<Record<string, string>> {
  const { nonceRejectPercent, authorizationReusePercent, validationSleepSeconds } = chaos
  return {
    ...(nonceRejectPercent === undefined ? {} : { PEBBLE_WFE_NONCEREJECT: `${nonceRejectPercent}` }),
    ...(authorizationReusePercent === undefined ? {} : { PEBBLE_AUTHZREUSE: `${authorizationReusePercent}` }),
    ...(validationSleepSeconds === undefined
      ? {}
      : validationSleepSeconds === 0
        ? { PEBBLE_VA_NOSLEEP: '1' }
        : { PEBBLE_VA_SLEEPTIME: `${validationSleepSeconds}` }),
  }
}

/** It has no other way to ask: its management interface knows only single certificates. */
function countsOf(log: string): PebbleCounts {
  const count = (pattern: RegExp): number => log.match(pattern)?.length ?? 0
  return {
    orders: count(/Added order "/g),
    certificates: count(/Issued certificate serial /g),
    failedAuthorizations: count(/authz \S+ set INVALID by completed challenge/g),
  }
}

interface Program {
  readonly args: readonly string[]
  readonly folder: string
  readonly children: ChildProcess[]
  readonly env?: Readonly<Record<string, string>>
}

function start(name: string, { args, folder, children, env = {} }: Program): void {
  const log = openSync(join(folder, `${name}.log`), 'a')
  // Only what is said here: a setting of the shell that tests run in would make them other tests.
  const own = Object.entries(process.env).filter(([key]) => !key.startsWith('PEBBLE_'))
  const child = spawn(name, args, {
    cwd: folder,
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.on('error', () => undefined)
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  children.push(child)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function answers(children: readonly ChildProcess[], ask: () => Promise<unknown>): Promise<void> {
  for (const until = Date.now() + 10_000; ; await sleep(50)) {
    const dead = children.find(({ pid, exitCode }) => pid === undefined || exitCode !== null)
    if (dead !== undefined)
      throw new Error(`"${dead.spawnfile}" does not run: install Debian's package "pebble"`)
    try {
      await ask()
      return
    } catch (cause) {
      if (Date.now() > until) throw new Error('pebble does not answer', { cause })
    }
  }
}

async function tell(url: string, body: object): Promise<void> {
  const response = await within(fetch(url, { method: 'POST', body: JSON.stringify(body) }), {
    what: `${url} to answer`,
    seconds: 20,
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
}

/** Held all at once, so that they differ; free again when this returns. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, bridgeAddress)
      await once(server, 'listening')
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
