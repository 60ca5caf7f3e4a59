import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DroverError } from '../../base/errors.js'
import type { Identity } from '../../base/identity.js'

/** The folder of a flock's machines. Each machine has a folder with its name in it. */
export function flockFolder(stateDir: string, flock: string): string {
  return join(stateDir, 'flocks', flock)
}

/** The state of one machine on disk and in the process table. */
export interface MachineFiles {
  readonly identity: Identity
  readonly alive: boolean
  /** When its process was last started, in milliseconds since the epoch; 0 if never. */
  readonly startedAt: number
}

/** Names of the completely made machines, sorted. The folder of a half-made one starts with a dot. */
export async function machineNames(flock: string): Promise<readonly string[]> {
  const names = await readdir(flock).catch(whenMissing<string[]>([]))
  return names.filter((name) => !name.startsWith('.')).sort()
}

/** True if any file of this machine exists, even if it is only half made. */
export async function hasTraces(flock: string, name: string): Promise<boolean> {
  const names = await readdir(flock).catch(whenMissing<string[]>([]))
  return names.some((one) => one === name || (one.startsWith('.') && one.endsWith(`-${name}`)))
}

/** Reads a machine. Undefined if it does not exist, or disappeared meanwhile. */
export async function readMachine(folder: string): Promise<MachineFiles | undefined> {
  const text = async (name: string): Promise<string> => (await readFile(join(folder, name), 'utf8')).trim()
  try {
    const [made, address, hostKey] = await Promise.all([
      text('identity.json'),
      text('address'),
      text('host-key'),
    ])
    const identity = { ...(JSON.parse(made) as Omit<Identity, 'address' | 'hostKeys'>), address }
    const startedAt = await stat(join(folder, 'pid')).then(({ mtimeMs }) => mtimeMs, whenMissing(0))
    const pid = await text('pid').catch(whenMissing(''))
    return {
      identity: { ...identity, hostKeys: [hostKey] },
      alive: await isMachineProcess(pid, identity.id),
      startedAt,
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) return whenMissing(undefined)(error)
    throw new DroverError(`"${folder}": cannot be read: identity.json is damaged`, {
      reason: 'provider-failed',
      hint: 'End the local machines of this flock and make them again.',
      cause: error,
    })
  }
}

/** The last lines that the machine wrote on its console, on one line. */
export async function lastWords(folder: string): Promise<string> {
  const log = await readFile(join(folder, 'console.log'), 'utf8').catch(() => '')
  // Control characters and colours of boot messages are of no use in an error.
  const plain = log.replace(/\x1b\[[0-9;?]*[A-Za-z]|[^\n\x20-\x7e]/g, '')
  const lines = plain.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  return lines.slice(-4).join(' | ')
}

// A pid alone may belong to another process by now.
async function isMachineProcess(pid: string, id: string): Promise<boolean> {
  if (!/^[1-9]\d*$/.test(pid)) return false
  const argv = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return argv.split('\0').includes(`drover-local:${id}`)
}

function whenMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return value
    throw error
  }
}
