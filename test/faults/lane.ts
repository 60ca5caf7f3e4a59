import { execFile, execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { places } from '../../src/transaction/places.ts'
import { makeOpsRepository, type OpsRepository } from '../support/ops-repository.ts'
import { type Cli, expectZero, startCli } from './cli.ts'
import { code, link, stateOf, targets, treeOf } from './content.ts'
import type { FrozenBuild } from './frozen-build.ts'
import { findInit } from './machine-init.ts'
import { type Reader, startReader } from './reader.ts'

export const run = promisify(execFile)
export const machine = 'lo-1'
const fixture = join(import.meta.dirname, '..', 'fixtures', 'faults')

/**
 * A flock of one machine with its repository: where one run after the other
 * takes place. Its files are read, and its points held, through the root
 * folder of its first process: that works whatever happens to the connection.
 */
export interface Lane {
  readonly name: string
  readonly ops: OpsRepository
  readonly build: FrozenBuild
  /** The version that the machine serves while nothing happens. */
  version: number
  reader: Reader
  /** A path of the machine as this computer sees it. */
  path(inside: string): string
  address(): string
  /** The process with which the machine ends. */
  outerPid(): number
  /** Runs a shell script in the machine. */
  inside(script: string, ...args: readonly string[]): Promise<string>
  start(words: readonly string[], build?: FrozenBuild): Cli
  /** Pushes the files of the next version and gives its number. */
  push(): number
  /** After the machine was started anew. */
  reattach(): void
  /** Makes the machine anew. */
  remake(): Promise<void>
  remove(): Promise<void>
}

export async function makeLane(name: string, build: FrozenBuild): Promise<Lane> {
  await sweepFlock(name)
  const folder = mkdtempSync(join(tmpdir(), `drover-${name}-`))
  const keyFile = join(folder, 'key')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', keyFile])
  const ops = makeOpsRepository(join(folder, 'ops'), fixture)
  ops.push({ 'flock.yml': ops.read('flock.yml').replace('flock: faults', `flock: ${name}`) }, 'its name')
  const state = `/var/lib/drover/local/flocks/${name}/${machine}`
  let init = 0
  let pushed = 0
  const outerPid = (): number => Number(readFileSync(join(state, 'pid'), 'utf8'))
  const lane: Lane = {
    name,
    ops,
    build,
    version: 0,
    reader: undefined as unknown as Reader,
    path: (inside) => `/proc/${init}/root${inside}`,
    address: () => readFileSync(join(state, 'address'), 'utf8').trim(),
    outerPid,
    inside: async (script, ...args) =>
      (await run('nsenter', ['-t', String(init), '-m', '-p', '--', 'sh', '-c', script, 'faults', ...args]))
        .stdout,
    start: (words, other = build) =>
      startCli([other.entry, ...words], { cwd: ops.clone, keyFile, tmp: folder }),
    push: () => {
      const gone = Object.fromEntries(Object.keys(treeOf(pushed)).map((path) => [path, undefined]))
      const before = pushed === 0 ? {} : gone
      pushed += 1
      ops.push({ ...before, ...treeOf(pushed) }, `version ${pushed}`)
      makeRelease(lane, pushed)
      return pushed
    },
    reattach: () => {
      init = findInit(outerPid())
      lane.reader?.stop()
      lane.reader = startReader(init, targets, lane.reader)
    },
    remake: async () => {
      await sweepFlock(name)
      expectZero(await lane.start(['provision', machine]).ended, 'provision')
      lane.reattach()
      await lane.inside('mkdir -p /srv/real && echo old >$2 && ln -s "$2" "$1"', link.path, link.target)
      lane.version = lane.push()
      expectZero(await lane.start(['configure', machine]).ended, 'configure')
      lane.reader.allow([stateOf(lane.version)])
    },
    remove: async () => {
      lane.reader?.stop()
      await sweepFlock(name)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await lane.remake()
  return lane
}

function makeRelease(lane: Lane, version: number): void {
  const folder = lane.path(code.releaseOf(version))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'payload'), code.payloadOf(version))
}

/** Where a path of the machine really is: from here, its own symlink would lead into the root of this computer. */
export function realPath(lane: Lane, path: string): string {
  if (!`${path}/`.startsWith(`${code.path}/`)) return lane.path(path)
  try {
    return lane.path(`${readlinkSync(lane.path(code.path))}${path.slice(code.path.length)}`)
  } catch {
    return lane.path(path)
  }
}

/** Holds a change at a point, and lets it go. */
export function hold(lane: Lane, point: string): void {
  mkdirSync(lane.path(places.hold), { recursive: true })
  writeFileSync(lane.path(`${places.hold}/${point}`), '')
}

export function letGo(lane: Lane): void {
  rmSync(lane.path(places.hold), { recursive: true, force: true })
}

/** Folders of transactions on the machine. */
export function transactions(lane: Lane): readonly string[] {
  try {
    return readdirSync(lane.path(places.transactions)).map((id) => `${places.transactions}/${id}`)
  } catch {
    return []
  }
}

export function readInside(lane: Lane, path: string): string {
  try {
    return readFileSync(lane.path(path), 'utf8')
  } catch {
    return ''
  }
}

export function hasCurrent(lane: Lane): boolean {
  try {
    return readlinkSync(lane.path(places.current)) !== ''
  } catch {
    return false
  }
}

/** Waits until a change is at the point; false when drover ended before. */
export async function hasReached(lane: Lane, point: string, cli: Cli): Promise<boolean> {
  const untilMs = performance.now() + 60_000
  while (performance.now() < untilMs) {
    if (transactions(lane).some((tx) => readInside(lane, `${tx}/point`).trim() === point)) return true
    if (cli.endedMs() !== undefined) return false
    await sleep(15)
  }
  return false
}

/** Sweeps what an earlier harness left too. */
export async function sweepFlock(name: string): Promise<void> {
  const { sweepLocalFlock } = (await import(join(import.meta.dirname, '..', '..', 'dist', 'index.js'))) as {
    sweepLocalFlock: (name: string) => Promise<readonly string[]>
  }
  await sweepLocalFlock(name)
}
