import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LocalNetwork } from '../../../src/providers/local/options.js'
import { sweepLocal } from '../../../src/providers/local/sweep.js'

const folder = '/var/tmp/drover-aws'
const slots = 8

export interface RigSlot {
  readonly stateDir: string
  readonly network: LocalNetwork
  /** Terminates all machines in it and frees it. */
  release(): Promise<void>
}

/**
 * A folder and a network that nothing else on this computer uses while this process lives. What
 * processes that were killed left in theirs is ended first.
 */
export async function takeRigSlot(): Promise<RigSlot> {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) {
    if (/^\d+$/.test(name) && (await claim(join(folder, name)))) await release(name)
  }
  for (let number = 0; number < slots; number += 1) {
    const stateDir = join(folder, String(number))
    if (await claim(stateDir)) {
      return { stateDir, network: networkOf(number), release: () => release(String(number)) }
    }
  }
  throw new Error(`"${folder}": all ${slots} places are taken by other processes`)
}

// Bridges of their own, and networks that neither local machines nor their tests use.
const networkOf = (slot: number): LocalNetwork => ({ bridge: `droveraws${slot}`, prefix: `10.${220 + slot}` })

async function release(name: string): Promise<void> {
  const stateDir = join(folder, name)
  await sweepLocal({ stateDir, network: networkOf(Number(name)) })
  rmSync(stateDir, { recursive: true, force: true })
}

async function claim(stateDir: string): Promise<boolean> {
  if (isOwned(stateDir)) return false
  const file = join(stateDir, 'owner')
  const owner = `${process.pid} ${startOf(process.pid)}`
  mkdirSync(stateDir, { recursive: true, mode: 0o700 })
  rmSync(file, { force: true })
  try {
    writeFileSync(file, owner, { flag: 'wx' })
    // A process that read before we wrote may have taken our file for one that was left behind.
    await sleep(200)
    return readFileSync(file, 'utf8') === owner
  } catch {
    return false
  }
}

function isOwned(stateDir: string): boolean {
  const file = join(stateDir, 'owner')
  if (!existsSync(file)) return false
  const [pid = '', start] = readFileSync(file, 'utf8').split(' ')
  return start !== '' && startOf(Number(pid)) === start
}

/** When a process began, in ticks: with its pid its name for good (proc(5), field 22). */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
