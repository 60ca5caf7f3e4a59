import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import '../../test/support/typescript-loader.mjs'
import type { Identity } from '../../src/base/identity.ts'
import { keeperScript, machineScript } from './loopback-scripts.ts'

// Not static: those have to wait for the loader.
const { ensureRoot } = await import('../../src/providers/local/make-root.ts')
const { defaultStateDir } = await import('../../src/providers/local/options.ts')

const prefix = '127.9.0'
const port = 2222
const readyMs = 30_000

export interface LoopbackMachine {
  readonly name: string
  readonly identity: Identity
}

export interface LoopbackMachines extends AsyncDisposable {
  readonly machines: readonly LoopbackMachine[]
}

interface Wanted {
  readonly count: number
  /** For what the machines need on this computer; it must exist. */
  readonly folder: string
  /** Public key that may log in as root. */
  readonly authorizedKey: string
  readonly signal: AbortSignal
}

/** Machines that are no more than an sshd each, on loopback addresses. They end with this process, however it ends. */
export async function startLoopbackMachines(wanted: Wanted): Promise<LoopbackMachines> {
  const { count, folder, authorizedKey, signal } = wanted
  mkdirSync(join(folder, 'place'))
  const root = await ensureRoot({
    rootsDir: join(defaultStateDir, 'roots'),
    // Ansible's modules need more of Python than the smallest package has.
    settings: { suite: 'bookworm', packages: ['python3'] },
    onStep: (name) => console.log(name),
    signal,
  })
  const namespaces = [
    '--mount',
    '--propagation',
    'private',
    '--pid',
    '--fork',
    '--kill-child',
    '--mount-proc',
  ]
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n', '--']
  const words = [String(count), root, folder, prefix, String(port), authorizedKey]
  const argv = [
    ...sudo,
    'unshare',
    ...namespaces,
    'sh',
    '-c',
    keeperScript,
    'drover',
    machineScript,
    ...words,
  ]
  // Detached: a Ctrl-C reaches us alone, and we end the machines when nothing needs them any more.
  const keeper = spawn(argv[0] ?? '', argv.slice(1), {
    detached: true,
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const closed = once(keeper, 'close')
  const end = async (): Promise<void> => {
    keeper.stdin.end()
    await closed
  }
  try {
    const machines = await Promise.all(
      Array.from({ length: count }, (_, index) => untilReady(index + 1, { folder, signal })),
    )
    return { machines, [Symbol.asyncDispose]: end }
  } catch (error) {
    await end()
    throw error
  }
}

async function untilReady(
  number: number,
  { folder, signal }: Pick<Wanted, 'folder' | 'signal'>,
): Promise<LoopbackMachine> {
  const key = join(folder, `${number}.pub`)
  const name = `m-${String(number).padStart(2, '0')}`
  const address = `${prefix}.${number}`
  const deadlineMs = performance.now() + readyMs
  while (!existsSync(key) || !(await answers(address))) {
    if (performance.now() > deadlineMs) throw new Error(`${name}: no sshd after ${readyMs} ms`)
    await sleep(50, undefined, { signal })
  }
  const identity = {
    provider: 'local',
    id: `bench-${name}`,
    address,
    port,
    user: 'root',
    hostKeys: [readFileSync(key, 'utf8').trim()],
    createdAt: new Date().toISOString(),
    createdBy: 'bench',
  }
  return { name, identity }
}

function answers(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    socket.once('error', () => resolve(false))
    // Its banner, so that no half-open connection counts against MaxStartups.
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
