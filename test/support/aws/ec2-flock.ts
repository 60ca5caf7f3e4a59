import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Doors, openDoors } from '../doors.ts'
import { makeOpsRepository, type OpsRepository } from '../ops-repository.ts'
import { makeTestKey, type TestKey } from '../test-key.ts'

const fixture = join(import.meta.dirname, '../../fixtures/ops')

/** A flock whose machines are on EC2, with its repository, key and secrets; nothing is made yet. */
export interface Ec2Flock extends Doors {
  readonly folder: string
  readonly ops: OpsRepository
  readonly key: TestKey
  readonly secrets: Readonly<Record<string, string>>
  remove(): Promise<void>
}

interface Options {
  /** How its processes reach AWS. */
  readonly env: Readonly<Record<string, string>>
  /** Text of `flock.yml`. */
  readonly flock: string
}

/** The files are those of the local fixture: only where machines come from differs. */
export async function makeEc2Flock({ env, flock }: Options): Promise<Ec2Flock> {
  const folder = mkdtempSync(join(tmpdir(), 'drover-ec2-flock-'))
  const key = await makeTestKey()
  const ops = makeOpsRepository(join(folder, 'ops'), fixture)
  ops.push({ 'flock.yml': flock }, 'a flock on EC2')
  const secrets = { DATABASE_PASSWORD: 'correct horse battery', API_TOKEN: 'tok-"4f7d"' }
  return {
    folder,
    ops,
    key,
    secrets,
    ...openDoors({ folder, ops, keyFile: key.file, env: { ...secrets, ...env } }),
    remove: async () => {
      await key.remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
