import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Identity } from '../../src/base/identity.js'

const run = promisify(execFile)

export interface TestKey {
  /** The public key as an authorized_keys file has it. */
  readonly line: string
  /** The private key. */
  readonly file: string
  /** Output of a command on the machine; refuses any host key but those of the identity. */
  login(identity: Identity, command: string): Promise<string>
  remove(): Promise<void>
}

export async function makeTestKey(): Promise<TestKey> {
  const folder = await mkdtemp(join(tmpdir(), 'drover-key-'))
  const file = join(folder, 'key')
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', file])
  return {
    file,
    line: (await readFile(`${file}.pub`, 'utf8')).trim(),
    login: async ({ address, port, user, hostKeys, id }, command) => {
      const known = join(folder, id)
      await writeFile(known, hostKeys.map((key) => `[${address}]:${port},${address} ${key}\n`).join(''))
      const settings = [
        'BatchMode=yes',
        'StrictHostKeyChecking=yes',
        `UserKnownHostsFile=${known}`,
        'GlobalKnownHostsFile=/dev/null',
        'IdentitiesOnly=yes',
        'ConnectTimeout=5',
        // A connection whose machine is removed in the middle would wait for ever.
        'ServerAliveInterval=5',
        'ServerAliveCountMax=2',
      ]
      const options = settings.flatMap((setting) => ['-o', setting])
      const argv = ['-F', 'none', ...options, '-i', file, '-p', String(port), `${user}@${address}`, command]
      return (await run('ssh', argv)).stdout
    },
    remove: () => rm(folder, { recursive: true }),
  }
}
