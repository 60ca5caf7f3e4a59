import { KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import ssh2 from 'ssh2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Identity } from '../../src/base/identity.js'
import { Secret } from '../../src/base/secret.js'
import { observeCommand, parseObserved } from '../../src/configure/commands/observe.js'
import type { Session } from '../../src/remote/session.js'
import { shortenHandshake } from '../../src/remote/shorten-handshake.js'
import { makeSshRemote } from '../../src/remote/ssh-remote.js'
import { useKeyObjects } from '../../src/remote/use-key-objects.js'
import { type HostKey, makeHostKey } from '../support/impostor.ts'
import { type LocalFlock, makeLocalFlock } from '../support/local-flock.ts'

const limits = { timeoutMs: 30_000 }
const log = '/var/log/talkative.log'
/** The port of a second SSH server, beside the machine's own, which logs every message. */
const port = 2223

let flock: LocalFlock
let identity: Identity
let own: Secret

function open(at: number, key: Secret): Promise<Session> {
  return makeSshRemote().connect({
    machine: 'hs-1',
    identity: { ...identity, port: at },
    key,
    timeoutMs: 10_000,
    reachMs: 5_000,
  })
}

async function onMachine(script: string): Promise<string> {
  await using session = await open(identity.port, own)
  const ended = await session.exec({ argv: ['sh', '-euc', script] }, limits)
  expect(ended.code, ended.stderr.toString()).toBe(0)
  return ended.stdout.toString()
}

const keys: readonly (readonly [string, HostKey])[] = [
  ['Ed25519', makeHostKey()],
  ['ECDSA', makeHostKey('ecdsa')],
  ['RSA', makeHostKey('rsa')],
]

beforeAll(async () => {
  flock = await makeLocalFlock('t-handshake')
  flock.ops.push({ 'flock.yml': 'flock: t-handshake\nmachines:\n  hs-1:\n' }, 'one machine')
  const made = await flock.report(['provision', 'hs-1'])
  expect(made.ran.code, made.ran.stdout + made.ran.stderr).toBe(0)
  identity = JSON.parse(flock.ops.read('machines/hs-1/machine.json')) as Identity
  own = new Secret('ssh key', readFileSync(flock.keyFile, 'utf8'))
  await onMachine(`
printf '%s\\n' ${keys.map(([, key]) => `'${key.public}'`).join(' ')} >>/root/.ssh/authorized_keys
/usr/sbin/sshd -p ${port} -E ${log} -o LogLevel=DEBUG3 -o PidFile=/run/talkative.pid`)
})

afterAll(async () => {
  await flock?.remove()
})

describe.each(keys)('a session with a key of type %s', (type, { private: pem }) => {
  let said: string

  beforeAll(async () => {
    await onMachine(`: >${log}`)
    await using session = await open(port, new Secret('ssh key', pem))
    const ended = await session.exec({ argv: ['echo', 'here'] }, limits)
    expect(ended.stdout.toString()).toBe('here\n')
    said = await onMachine(`cat ${log}`)
    expect(said).toContain('Accepted publickey for root')
  })

  test(`a session with a key of type ${type} asks for a signature of no host key but the pinned one`, () => {
    // OpenSSH announces its keys all the same; otherwise this test would check nothing.
    expect(said).toMatch(/sent \d+ hostkeys/)
    expect(said).not.toContain('hostkeys-prove-00@openssh.com')
  })

  test(`a session with a key of type ${type} signs without asking first, where the hash is not to be agreed on`, () => {
    const asked = said.includes('Postponed publickey for root')
    expect(asked).toBe(type === 'RSA')
  })
})

test('a key that the machine does not know is refused by name', async () => {
  const stranger = new Secret('ssh key', makeHostKey().private)
  await expect(open(port, stranger)).rejects.toMatchObject({ reason: 'authentication-failed' })
})

test('an observation costs two round trips after the login: the channel, and the command with all of its input', async () => {
  await onMachine(`: >${log}`)
  {
    await using session = await open(port, new Secret('ssh key', keys[0]?.[1].private ?? ''))
    const paths = Array.from({ length: 100 }, (_, at) => `/etc/none-${at}`)
    const ended = await session.exec(observeCommand(paths), limits)
    expect(parseObserved(ended.stdout, paths).found.size).toBe(100)
  }
  // The session's process ends a moment after the connection.
  await onMachine(
    `for try in $(seq 50); do ! grep -q -w 'receive packet: type 1' ${log} || exit 0; sleep 0.1; done; exit 1`,
  )
  const said = await onMachine(`cat ${log}`)
  const [, after = ''] = said.split('Accepted publickey for root')
  const received = [...after.matchAll(/receive packet: type (\d+)/g)].map(([, type]) => Number(type))
  // RFC 4250, 4.1.2: channel open, request, close; disconnect. No data (94), no end of data (96).
  expect(received).toEqual([90, 98, 97, 1])
})

test('the keys of AES-GCM, which our sessions use, are made once and not for each packet', async () => {
  await onMachine(`: >${log}`)
  const key = keys[0]?.[1].private ?? ''
  await (await open(port, new Secret('ssh key', key))).close()
  expect(await onMachine(`cat ${log}`)).toMatch(/kex: client->server cipher: aes\d+-gcm@openssh\.com/)
  const client = new ssh2.Client()
  await new Promise<void>((resolve, reject) => {
    client.once('ready', resolve).once('error', reject)
    client.connect({
      host: identity.address,
      port,
      username: 'root',
      privateKey: key,
      algorithms: { cipher: ['aes128-gcm@openssh.com'] },
    })
    useKeyObjects(client)
  })
  const said = await new Promise((resolve, reject) => {
    client.exec('echo here', (error, channel) => {
      if (error) reject(error)
      else channel.on('data', (data: Buffer) => resolve(data.toString()))
    })
  })
  const inside = (
    client as unknown as { _protocol: Record<'_cipher' | '_decipher', Record<string, unknown>> }
  )._protocol
  client.end()
  expect(said).toBe('here\n')
  expect([inside._cipher._encKey, inside._decipher._decipherKey]).toEqual([
    expect.any(KeyObject),
    expect.any(KeyObject),
  ])
})

/** The messages of the login, in order, as ssh2 reports them. */
async function loginOf(pem: string): Promise<readonly string[]> {
  const parsed = ssh2.utils.parseKey(pem)
  const key = Array.isArray(parsed) ? parsed[0] : parsed
  if (key === undefined || key instanceof Error) throw new Error('no key')
  const said: string[] = []
  const client = new ssh2.Client()
  const ready = once(client, 'ready')
  client.connect({
    host: identity.address,
    port,
    username: 'root',
    authHandler: [{ type: 'publickey', username: 'root', key } as never],
    debug: (line) => said.push(/(SERVICE_[A-Z]+|USERAUTH_[A-Z_]+)/.exec(line)?.[1] ?? ''),
  })
  shortenHandshake(client, key)
  await ready
  client.end()
  return said.filter((word) => word !== '')
}

test.each([
  ['Ed25519', ['SERVICE_REQUEST', 'USERAUTH_REQUEST', 'SERVICE_ACCEPT', 'USERAUTH_SUCCESS']],
  ['ECDSA', ['SERVICE_REQUEST', 'USERAUTH_REQUEST', 'SERVICE_ACCEPT', 'USERAUTH_SUCCESS']],
  [
    'RSA',
    [
      ...['SERVICE_REQUEST', 'SERVICE_ACCEPT', 'USERAUTH_REQUEST', 'USERAUTH_PK_OK'],
      ...['USERAUTH_REQUEST', 'USERAUTH_SUCCESS'],
    ],
  ],
])('a login with a key of type %s waits for no answer that is known before', async (type, wanted) => {
  const pem = keys.find(([name]) => name === type)?.[1].private ?? ''
  expect(await loginOf(pem)).toEqual(wanted)
})
