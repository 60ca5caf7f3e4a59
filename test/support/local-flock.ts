import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Doors, openDoors } from './doors.ts'
import { makeOpsRepository, type OpsRepository } from './ops-repository.ts'

const fixture = join(import.meta.dirname, '..', 'fixtures', 'ops')

export interface LocalFlock extends Doors {
  readonly folder: string
  readonly ops: OpsRepository
  readonly keyFile: string
  readonly secrets: Readonly<Record<string, string>>
  remove(): Promise<void>
}

/** A flock of its own name on this computer, with its repository, key and secrets; nothing is made yet. */
export async function makeLocalFlock(
  name: string,
  secrets: Readonly<Record<string, string>> = {},
): Promise<LocalFlock> {
  await sweep(name)
  const folder = mkdtempSync(join(tmpdir(), `drover-${name}-`))
  const keyFile = join(folder, 'key')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', keyFile])
  const ops = makeOpsRepository(join(folder, 'ops'), fixture)
  ops.push(
    { 'flock.yml': ops.read('flock.yml').replace('flock: demo', `flock: ${name}`) },
    'a name of its own',
  )
  const all = { DATABASE_PASSWORD: 'correct horse battery', API_TOKEN: 'tok-"4f7d"', ...secrets }
  return {
    folder,
    ops,
    keyFile,
    secrets: all,
    ...openDoors({ folder, ops, keyFile, env: all }),
    remove: async () => {
      await sweep(name)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Also what an earlier run left that was killed: its machines know another key. */
async function sweep(flock: string): Promise<void> {
  const { sweepLocalFlock } = (await import(join(import.meta.dirname, '..', '..', 'dist', 'index.js'))) as {
    sweepLocalFlock: (name: string) => Promise<readonly string[]>
  }
  await sweepLocalFlock(flock)
}
