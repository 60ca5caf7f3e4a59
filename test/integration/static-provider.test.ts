import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Identity } from '../../src/base/identity.js'
import type { JsonObject } from '../../src/base/json.js'
import type { LaunchRequest, Provider, ScopedMachine } from '../../src/providers/provider.js'
import { makeStaticProvider } from '../../src/providers/static/static-provider.js'
import { makeSshRemote } from '../../src/remote/ssh-remote.js'
import { realClock } from '../../src/system/real-clock.js'
import { type HostKey, type Impostor, makeHostKey, startServer, startTcp } from '../support/impostor.ts'

const servers: Impostor[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function serve(started: Promise<Impostor>): Promise<Impostor> {
  const server = await started
  servers.push(server)
  return server
}

/** A port of this computer on which nothing listens. */
async function freePort(): Promise<number> {
  const server = await startTcp(() => undefined)
  await server.close()
  return server.port
}

const hostKey = makeHostKey()
const machine = (name: string, port: number, settings: JsonObject = {}): ScopedMachine => ({
  name,
  port,
  user: 'admin',
  settings: { address: '127.0.0.1', 'host-keys': [`${hostKey.public} root@${name}`], ...settings },
})

const open = (machines: readonly ScopedMachine[], known = new Map<string, Identity>()): Provider =>
  makeStaticProvider({ scope: { flock: 'lo', machines, known }, clock: realClock })

const request = ({ name, settings, user }: ScopedMachine): LaunchRequest => ({
  name,
  settings,
  user,
  authorizedKeys: [],
  runId: 'test.1',
  remember: () => Promise.reject(new Error('nothing is made')),
  spend: () => {
    throw new Error('nothing is made')
  },
  seed: () => Promise.reject(new Error('no key is made')),
  onStep: () => undefined,
})

const presences = async (provider: Provider): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await provider.list()).map(({ name, presence }) => [name, presence]))

test('a static provider gives a machine that answers, with the host keys of flock.yml', async () => {
  const { port } = await serve(startServer([hostKey]))
  const web = machine('web', port)
  const seen = await open([web]).launch(request(web))
  expect(seen).toEqual({
    name: 'web',
    presence: 'running',
    identity: {
      provider: 'static',
      id: expect.stringMatching(new RegExp(`^static:127\\.0\\.0\\.1:${port}:[0-9a-f]{12}$`)),
      address: '127.0.0.1',
      port,
      user: 'admin',
      hostKeys: [hostKey.public],
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      createdBy: 'test.1',
    },
  })
})

test.each<[string, HostKey, string]>([
  ['a session is let in where the server has the host keys of flock.yml', hostKey, 'in'],
  ['a session is not let in where the server has other host keys', makeHostKey(), 'host-key-mismatch'],
])('%s', async (_, shown, expected) => {
  const server = await serve(startServer([shown]))
  const web = machine('web', server.port)
  const { identity } = await open([web]).launch(request(web))
  const checked = makeSshRemote()
    .check({ machine: 'web', identity, timeoutMs: 10_000, reachMs: 5_000 })
    .then(
      () => 'in',
      (error: { reason?: string }) => error.reason,
    )
  expect(await checked).toBe(expected)
  expect(server.attempts()).toBe(0)
})

test('a static provider lists who answers and who does not, in order of name, without an attempt to log in', async () => {
  const good = await serve(startServer([hostKey]))
  const mute = await serve(startTcp(() => undefined))
  const web = await serve(startTcp((socket) => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')))
  const rude = await serve(startTcp((socket) => void socket.end()))
  const chatty = await serve(startTcp((socket) => void socket.write('be welcome\r\nSSH-2.0-x\r\n')))
  const machines = [
    machine('up', good.port),
    machine('mute', mute.port),
    machine('http', web.port),
    machine('rude', rude.port),
    machine('chatty', chatty.port),
    machine('off', await freePort()),
    machine('nowhere', 22, { address: 'host.invalid' }),
  ]
  const startMs = performance.now()
  const seen = await open(machines).list()
  expect(performance.now() - startMs).toBeLessThan(4_500)
  expect(seen.map(({ name, presence }) => [name, presence])).toEqual([
    ['chatty', 'running'],
    ['http', 'stopped'],
    ['mute', 'stopped'],
    ['nowhere', 'stopped'],
    ['off', 'stopped'],
    ['rude', 'stopped'],
    ['up', 'running'],
  ])
  expect(good.attempts()).toBe(0)
})

test('a static provider asks many machines in parallel, and not all at once', async () => {
  const addresses = Array.from({ length: 100 }, (_, index) => `127.0.1.${index + 1}`)
  let live = 0
  let most = 0
  const mute = createServer((socket) => {
    live += 1
    most = Math.max(most, live)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      live -= 1
    })
    socket.resume()
  })
  await new Promise<void>((resolve) => mute.listen(0, '0.0.0.0', resolve))
  const { port } = mute.address() as { port: number }
  const machines = addresses.map((address, index) => machine(`m-${index}`, port, { address }))
  const startMs = performance.now()
  expect(new Set(Object.values(await presences(open(machines))))).toEqual(new Set(['stopped']))
  // Two rounds of three seconds.
  expect(performance.now() - startMs).toBeLessThan(9_000)
  expect(most).toBeGreaterThan(50)
  // The server may see the end of one connection after the beginning of the next.
  expect(most).toBeLessThan(90)
  await new Promise((resolve) => mute.close(resolve))
})

test('a static provider reaches a machine by IPv6 and by name', async () => {
  const server = createServer((socket) => void socket.end('SSH-2.0-six\r\n'))
  await new Promise<void>((resolve) => server.listen(0, '::', resolve))
  const { port } = server.address() as { port: number }
  const machines = [machine('six', port, { address: '::1' }), machine('name', port, { address: 'localhost' })]
  expect(await presences(open(machines))).toEqual({ name: 'running', six: 'running' })
  await new Promise((resolve) => server.close(resolve))
})

test('a static provider says of a machine that does not answer that it cannot start it', async () => {
  const port = await freePort()
  const web = machine('web', port)
  await expect(open([web]).launch(request(web))).rejects.toMatchObject({
    name: 'DroverError',
    reason: 'provider-failed',
    message: `web: does not answer by SSH at "127.0.0.1" port ${port}, and Drover cannot start a static machine: ECONNREFUSED`,
  })
})

test('a static provider refuses settings that are wrong before it connects', async () => {
  const web = machine('web', 22, { address: '10.1', 'host-keys': [] })
  await expect(open([web]).launch(request(web))).rejects.toMatchObject({
    name: 'InputError',
    reason: 'invalid-settings',
    problems: [{}, {}],
  })
})

test('a static provider keeps what the ledger knows of when and by whom a machine came', async () => {
  const { port } = await serve(startServer([hostKey]))
  const web = machine('web', port)
  const { identity } = await open([web]).launch(request(web))
  const known = new Map([['web', { ...identity, createdAt: '2020-01-01T00:00:00.000Z' }]])
  const later = open([web], known)
  expect(await later.list()).toEqual([
    { name: 'web', presence: 'running', identity: { ...identity, createdAt: '2020-01-01T00:00:00.000Z' } },
  ])
  expect(await later.launch({ ...request(web), runId: 'test.2' })).toEqual((await later.list())[0])
})

test('a static provider lists a machine that left flock.yml as the ledger knows it', async () => {
  const { port } = await serve(startServer([hostKey]))
  const { identity } = await open([machine('old', port)]).launch(request(machine('old', port)))
  expect(await open([], new Map([['old', identity]])).list()).toEqual([
    { name: 'old', presence: 'running', identity },
  ])
})

test('a static provider does not connect to a machine that it terminates', async () => {
  const server = await serve(startServer([hostKey]))
  const web = machine('web', server.port)
  await open([web]).terminate({ name: 'web', id: `static:127.0.0.1:${server.port}` })
  expect(server.log).toEqual([])
  expect(await presences(open([web]))).toEqual({ web: 'running' })
})
