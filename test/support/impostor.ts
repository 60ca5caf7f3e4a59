import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, connect as connectTcp, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ssh2, { type Connection, type ParsedKey, type ServerConfig } from 'ssh2'

/** An SSH server, or what stands in for one, on a port of this computer's own. */
export interface Impostor {
  readonly port: number
  /** One line for each connection that came, and for each request to authenticate. */
  readonly log: readonly string[]
  /** How many requests to authenticate arrived, which must be 0 for every server but the right one. */
  attempts(): number
  /** When the first connection came, on the clock of `performance.now()`. */
  firstMs(): number | undefined
  close(): Promise<void>
}

export interface HostKey {
  readonly private: string
  /** As `machine.json` pins it: `TYPE BASE64`. */
  readonly public: string
}

export type KeyType = 'ed25519' | 'rsa' | 'ecdsa'

/** By `ssh-keygen`: of the Ed25519 keys that ssh2 makes, it cannot read every 170th itself. */
export function makeHostKey(type: KeyType = 'ed25519'): HostKey {
  const folder = mkdtempSync(join(tmpdir(), 'drover-host-key-'))
  try {
    const file = join(folder, 'key')
    execFileSync('ssh-keygen', ['-q', '-t', type, '-N', '', '-C', '', '-f', file])
    return {
      private: readFileSync(file, 'utf8'),
      public: readFileSync(`${file}.pub`, 'utf8').trim().split(' ').slice(0, 2).join(' '),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** As OpenSSH shows a key. */
export function fingerprintOf({ public: line }: HostKey): string {
  const blob = Buffer.from(line.split(' ')[1] ?? '', 'base64')
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`
}

/** Speaks SSH with these host keys and lets everybody in: what a thief of passwords would do. */
export async function startServer(
  hostKeys: readonly (HostKey | ParsedKey)[],
  onLogin: () => void = () => {},
): Promise<Impostor> {
  const { log, attempts, firstMs, connected } = makeLog()
  const keys = hostKeys.map((key) => ('private' in key ? key.private : { key }))
  // Its types leave out that a parsed key is taken as it is.
  const clients = new Set<Connection>()
  const server = new ssh2.Server({ hostKeys: keys as ServerConfig['hostKeys'] }, (client) => {
    clients.add(client)
    client.on('authentication', onLogin)
    connected()
    welcome(client, log)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    for (const client of clients) client.end()
    await endServer(server)
  }
  return { port, log, attempts, firstMs, close }
}

/** Shows the public half of one key and signs with another. */
export function forgeKey(shown: HostKey): ParsedKey {
  const own = parseKey(makeHostKey())
  const blob = parseKey(shown).getPublicSSH()
  return Object.create(own, { getPublicSSH: { value: () => blob } }) as ParsedKey
}

/** A server behind a relay that carries each connection byte for byte. */
export async function startRelayed(hostKeys: readonly HostKey[]): Promise<Impostor> {
  const inner = await startServer(hostKeys)
  const relay = await startTcp((socket) => {
    const onward = connectTcp(inner.port, '127.0.0.1')
    socket.pipe(onward).pipe(socket)
    onward.on('error', () => socket.destroy())
  })
  const close = async (): Promise<void> => {
    await relay.close()
    await inner.close()
  }
  return { ...inner, port: relay.port, close }
}

/**
 * A man in the middle: takes the connection with a key of its own, and logs in
 * at the real machine with what it is told.
 */
export async function startMiddleman(own: HostKey, real: HostKey): Promise<Impostor> {
  const machine = await startServer([real])
  const inner = await startServer(
    [own],
    () => void connectTcp(machine.port, '127.0.0.1').end('SSH-2.0-middle\r\n'),
  )
  const close = async (): Promise<void> => {
    await inner.close()
    await machine.close()
  }
  return { ...inner, attempts: () => inner.attempts() + machine.log.length, close }
}

/** Accepts a connection and does with it what it likes, none of which is SSH. */
export async function startTcp(talk: (socket: Socket) => void): Promise<Impostor> {
  const { log, attempts, firstMs, connected } = makeLog()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    connected()
    sockets.add(socket)
    socket.on('error', () => {})
    talk(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    await endServer(server)
  }
  return { port, log, attempts, firstMs, close }
}

interface Log {
  readonly log: string[]
  attempts(): number
  firstMs(): number | undefined
  connected(): void
}

function makeLog(): Log {
  const log: string[] = []
  let first: number | undefined
  return {
    log,
    attempts: () => log.filter((line) => line.startsWith('authentication')).length,
    firstMs: () => first,
    connected: () => {
      first ??= performance.now()
      log.push('connection')
    },
  }
}

function welcome(client: Connection, log: string[]): void {
  client.on('error', (error) => log.push(`error ${error.message}`))
  client.on('authentication', (context) => {
    log.push(`authentication ${context.method} ${context.username}`)
    context.accept()
  })
  client.on('session', (accept) => {
    const session = accept()
    session.on('pty', (acceptPty) => acceptPty?.())
    session.on('env', (acceptEnv) => acceptEnv?.())
    session.on('shell', (acceptShell) => {
      const channel = acceptShell()
      channel.write('welcome\n')
      channel.exit(0)
      channel.end()
    })
    session.on('exec', (acceptExec, _reject, { command }) => {
      const channel = acceptExec()
      channel.write(`did ${command}\n`)
      channel.exit(0)
      channel.end()
    })
  })
}

function parseKey(key: HostKey): ParsedKey {
  // One file may hold several keys, which the types of ssh2 do not know.
  const parsed: ParsedKey | Error | readonly ParsedKey[] = ssh2.utils.parseKey(key.private)
  const [one] = Array.isArray(parsed) ? parsed : [parsed]
  if (one instanceof Error || one === undefined) throw one ?? new Error('no key')
  return one
}

function endServer(server: Pick<Server, 'close'>): Promise<void> {
  return new Promise((resolve) => void server.close(() => resolve()))
}
