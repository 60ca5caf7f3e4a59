import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DroverError } from '../../src/base/errors.js'
import type { Identity } from '../../src/base/identity.js'
import { Secret } from '../../src/base/secret.js'
import { parseMachineFiles } from '../../src/ledger/machine-files.js'
import { makeSshRemote } from '../../src/remote/ssh-remote.js'
import type { JsonReport } from '../support/doors.ts'
import {
  fingerprintOf,
  forgeKey,
  type Impostor,
  makeHostKey,
  startMiddleman,
  startRelayed,
  startServer,
  startTcp,
} from '../support/impostor.ts'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'

const machineKey = makeHostKey()
const otherMachineKey = makeHostKey()
const strangerKey = makeHostKey()
const secondKey = makeHostKey()
const rsaKey = makeHostKey('rsa')
const ecdsaKey = makeHostKey('ecdsa')

/** The deadline of `drover connect`, TCP connect and handshake together. */
const connectMs = 30_000
/** The deadline of our own sessions here. */
const sessionMs = 3_000

interface Case {
  readonly name: string
  readonly start: () => Promise<Impostor>
  /** What machine.json says of keys; by default the machine's key is pinned. */
  readonly pins?: { readonly hostKeys?: readonly string[]; readonly revokedKeys?: readonly string[] }
  readonly reason: 'host-key-mismatch' | 'host-key-unknown' | 'unreachable'
  readonly says: RegExp
}

const mismatch =
  /^MACHINE: 127\.0\.0\.1 shows another host key than the one pinned in machines\/MACHINE\/machine\.json$/
const revoked = (key: typeof machineKey): RegExp =>
  new RegExp(
    `^MACHINE: .*${fingerprintOf(key).replaceAll('+', '\\+')}.* is revoked in machines/MACHINE/machine\\.json$`,
  )

const impostors: readonly Case[] = [
  {
    name: 'another key at the pinned address',
    start: () => startServer([strangerKey]),
    reason: 'host-key-mismatch',
    says: mismatch,
  },
  {
    name: "the machine's key swapped for another machine's",
    start: () => startServer([otherMachineKey]),
    pins: { hostKeys: [machineKey.public, secondKey.public] },
    reason: 'host-key-mismatch',
    says: /^MACHINE: 127\.0\.0\.1 shows the host key of "the-other", and not the one pinned/,
  },
  {
    name: 'a server with no key of a pinned type',
    start: () => startServer([rsaKey, ecdsaKey]),
    reason: 'host-key-mismatch',
    says: mismatch,
  },
  {
    name: 'a machine without pins',
    start: () => startServer([machineKey]),
    pins: {},
    reason: 'host-key-unknown',
    says: /^MACHINE: no host key is pinned for 127\.0\.0\.1$/,
  },
  {
    name: 'a machine with an empty list of pins',
    start: () => startServer([machineKey]),
    pins: { hostKeys: [] },
    reason: 'host-key-unknown',
    says: /^MACHINE: no host key is pinned for 127\.0\.0\.1$/,
  },
  {
    name: 'a pin that is no key',
    start: () => startServer([machineKey]),
    pins: { hostKeys: ['ssh-ed25519 bm8gaG9zdCBrZXk='] },
    reason: 'host-key-unknown',
    says: /^MACHINE: "ssh-ed25519 bm8gaG9zdCBrZXk=" in machines\/MACHINE\/machine\.json is not a host key$/,
  },
  {
    name: 'a pin that would let any key in if it were copied as it is',
    start: () => startServer([strangerKey]),
    pins: { hostKeys: [`${machineKey.public}\n* ${strangerKey.public}`] },
    reason: 'host-key-mismatch',
    says: mismatch,
  },
  {
    name: 'a revoked key that is the only one pinned',
    start: () => startServer([machineKey]),
    pins: { hostKeys: [machineKey.public], revokedKeys: [machineKey.public] },
    reason: 'host-key-mismatch',
    says: revoked(machineKey),
  },
  {
    name: 'a revoked key beside one that is pinned',
    start: () => startServer([machineKey]),
    pins: { hostKeys: [secondKey.public, machineKey.public], revokedKeys: [machineKey.public] },
    reason: 'host-key-mismatch',
    says: revoked(machineKey),
  },
  {
    name: 'a revoked key of another type than the one that is pinned',
    start: () => startServer([rsaKey]),
    pins: { hostKeys: [machineKey.public], revokedKeys: [rsaKey.public] },
    reason: 'host-key-mismatch',
    says: revoked(rsaKey),
  },
  {
    name: 'an address that another machine of the flock has now',
    start: () => startRelayed([otherMachineKey]),
    pins: { hostKeys: [machineKey.public] },
    reason: 'host-key-mismatch',
    says: /^MACHINE: 127\.0\.0\.1 shows the host key of "the-other", and not the one pinned in machines\/MACHINE\/machine\.json$/,
  },
  {
    name: 'a proxy in the middle with a key of its own',
    start: () => startMiddleman(strangerKey, machineKey),
    reason: 'host-key-mismatch',
    says: mismatch,
  },
  {
    name: 'a server that shows the right key and cannot sign with it',
    start: () => startServer([forgeKey(machineKey)]),
    reason: 'host-key-mismatch',
    says: /^MACHINE: 127\.0\.0\.1 shows the host key pinned in machines\/MACHINE\/machine\.json but cannot prove that it holds it$/,
  },
  {
    name: 'a server that speaks another protocol',
    start: () => startTcp((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    reason: 'unreachable',
    says: /^MACHINE: the SSH handshake with 127\.0\.0\.1 failed: /,
  },
  {
    name: 'a server that sends garbage without end',
    start: () =>
      startTcp((socket) => {
        const timer = setInterval(() => socket.write(`${'x'.repeat(60)}\r\n`), 50)
        socket.on('close', () => clearInterval(timer))
      }),
    reason: 'unreachable',
    says: /^MACHINE: (the SSH handshake with 127\.0\.0\.1 (was not done within|failed)|ssh could not log in)/,
  },
  {
    name: 'a server that accepts and is silent',
    start: () => startTcp(() => {}),
    reason: 'unreachable',
    says: /^MACHINE: (the SSH handshake with 127\.0\.0\.1 was not done within|ssh could not log in)/,
  },
  {
    name: 'a server that says it speaks SSH and is silent then',
    start: () => startTcp((socket) => void socket.write('SSH-2.0-OpenSSH_9.9\r\n')),
    reason: 'unreachable',
    says: /^MACHINE: (the SSH handshake with 127\.0\.0\.1 was not done within|ssh could not log in)/,
  },
]

const honest = [
  { name: 'the machine itself', start: () => startServer([machineKey]), pins: undefined },
  {
    name: 'the machine with a new key beside a revoked one',
    start: () => startServer([machineKey, rsaKey]),
    pins: { hostKeys: [machineKey.public, rsaKey.public], revokedKeys: [rsaKey.public] },
  },
  { name: 'the machine behind a relay', start: () => startRelayed([machineKey]), pins: undefined },
] as const

interface Tried {
  readonly impostor: Impostor
  readonly machine: string
  readonly identity: Identity
  readonly byConnect: JsonReport & { readonly ran: { readonly stdout: string } }
  readonly attemptsByConnect: number
  /** From the first connection that the impostor saw to the end of the process. */
  readonly connectTookMs: number
}

let flock: LocalFlock
let clientKey: Secret
const tried = new Map<string, Tried>()

beforeAll(async () => {
  flock = await makeLocalFlock('t-host-identity')
  clientKey = new Secret('ssh key', readFileSync(flock.keyFile, 'utf8'))
  const cases = [...impostors, ...honest]
  const started = await Promise.all(cases.map(({ start }) => start()))
  const files = Object.fromEntries(
    cases.map(({ pins }, at) => [
      `machines/im-${at + 1}/machine.json`,
      machineJson(started[at]?.port ?? 0, pins ?? { hostKeys: [machineKey.public] }),
    ]),
  )
  const flockFile = `flock: t-host-identity\nmachines:\n  im-{seq}:\n    count: ${cases.length}\n`
  const other = { 'machines/the-other/machine.json': machineJson(22, { hostKeys: [otherMachineKey.public] }) }
  flock.ops.push({ 'flock.yml': flockFile, ...files, ...other }, 'impostors')
  const tree = new Map(
    Object.entries(files).map(([path, text]) => [
      path,
      { mode: '100644' as const, bytes: Buffer.from(text) },
    ]),
  )
  const { machines, problems } = parseMachineFiles(tree)
  expect(problems).toEqual([])
  // All at once: some of them take as long as the deadline lets them.
  await Promise.all(
    cases.map(async ({ name }, at) => {
      const machine = `im-${at + 1}`
      const impostor = started[at]
      const identity = machines.get(machine)?.identity
      if (impostor === undefined || identity === undefined) throw new Error(`${machine} is not there`)
      const byConnect = await connectByCli(machine)
      const endedMs = performance.now()
      const attemptsByConnect = impostor.attempts()
      // The start of twenty processes at once is not part of any deadline.
      const connectTookMs = endedMs - (impostor.firstMs() ?? endedMs)
      tried.set(name, { impostor, machine, identity, byConnect, attemptsByConnect, connectTookMs })
    }),
  )
}, 120_000)

afterAll(async () => {
  await Promise.all([...tried.values()].map(({ impostor }) => impostor.close()))
  await flock?.remove()
})

function machineJson(port: number, pins: NonNullable<Case['pins']>): string {
  return JSON.stringify({
    provider: 'local',
    id: 'local-00000000',
    address: '127.0.0.1',
    port,
    user: 'root',
    createdAt: '2026-11-21T10:00:00Z',
    createdBy: 'local-1',
    ...pins,
  })
}

async function connectByCli(machine: string): Promise<Tried['byConnect']> {
  const ran = await flock.cli(['connect', machine, '--json'])
  // The output of the shell is before the report.
  const report = JSON.parse(ran.stdout.slice(ran.stdout.indexOf('{'))) as JsonReport
  return { ...report, ran }
}

function find(name: string): Tried {
  const found = tried.get(name)
  if (found === undefined) throw new Error(`"${name}" was not tried`)
  return found
}

function sentence(says: RegExp, machine: string): RegExp {
  return new RegExp(says.source.replaceAll('MACHINE', machine))
}

test.each(impostors)('a session refuses $name before it authenticates', async ({ name, reason, says }) => {
  const { impostor, machine, identity, attemptsByConnect } = find(name)
  const startedMs = performance.now()
  const error = await makeSshRemote()
    .connect({
      ...{ machine, identity, key: clientKey, timeoutMs: sessionMs, reachMs: 1_000 },
      ownerOfKey: (key) => (key === otherMachineKey.public ? 'the-other' : undefined),
    })
    .then(
      () => undefined,
      (thrown: DroverError) => thrown,
    )
  expect(performance.now() - startedMs).toBeLessThan(sessionMs + 2_000)
  expect(error).toMatchObject({ name: 'DroverError', reason })
  expect(error?.message).toMatch(sentence(says, machine))
  expect(error?.message).not.toContain('\n')
  expect(error?.hint).toBeTruthy()
  expect(impostor.attempts() - attemptsByConnect).toBe(0)
})

test.each(honest)('a session accepts $name', async ({ name }) => {
  const { impostor, machine, identity, attemptsByConnect } = find(name)
  await using session = await makeSshRemote().connect({
    machine,
    identity,
    key: clientKey,
    timeoutMs: sessionMs,
    reachMs: 1_000,
  })
  const ended = await session.exec({ argv: ['true'] }, { timeoutMs: 5_000 })
  expect(ended.stdout.toString()).toBe('did true\n')
  expect(impostor.attempts() - attemptsByConnect).toBeGreaterThan(0)
})

test('a session that is cancelled ends at once, and says so', async () => {
  const { machine, identity } = find('a server that accepts and is silent')
  const startedMs = performance.now()
  const connecting = makeSshRemote().connect({
    machine,
    identity,
    key: clientKey,
    timeoutMs: 20_000,
    reachMs: 1_000,
    signal: AbortSignal.timeout(300),
  })
  await expect(connecting).rejects.toMatchObject({ reason: 'cancelled' })
  expect(performance.now() - startedMs).toBeLessThan(2_000)
})

test.each(impostors)('connect refuses $name before it authenticates', ({ name, reason, says }) => {
  const { machine, byConnect, attemptsByConnect, connectTookMs } = find(name)
  expect(byConnect).toMatchObject({ exitCode: 3, reason })
  expect(byConnect.message).toMatch(sentence(says, machine))
  expect(byConnect.hint).toBeTruthy()
  expect(connectTookMs).toBeLessThan(connectMs + 2_000)
  expect(attemptsByConnect).toBe(0)
})

test.each(honest)('connect opens a shell on $name', ({ name }) => {
  const { byConnect, attemptsByConnect } = find(name)
  expect(byConnect).toMatchObject({ exitCode: 0 })
  expect(byConnect.ran.stdout).toContain('welcome')
  expect(attemptsByConnect).toBeGreaterThan(0)
})
