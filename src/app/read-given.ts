import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { DroverError } from '../base/errors.js'
import { Secret } from '../base/secret.js'
import type { AppSettings } from './settings.js'

export async function readSshKey({ sshKey, sshKeyFile, env }: AppSettings): Promise<Secret> {
  if (sshKey !== undefined) return sshKey
  const file = sshKeyFile ?? env.DROVER_SSH_KEY_FILE
  if (file !== undefined && file !== '') return new Secret('ssh-key', await readNamedFile(file, 'ssh key'))
  throw new DroverError('ssh key: none given', {
    reason: 'missing-secret',
    hint: 'Give --ssh-key-file FILE, or put the key in DROVER_SSH_KEY; in a workflow, give the input "ssh-key".',
  })
}

export async function readSecrets({ secretsJson, secretsFile }: AppSettings): Promise<string | undefined> {
  return secretsFile === undefined ? secretsJson : readNamedFile(secretsFile, 'secrets')
}

export async function readNamedFile(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new DroverError(`${what}: "${path}" cannot be read: ${code}`, {
      reason: 'invalid-argument',
      hint: 'Ensure that the path is right and that you may read the file.',
      cause,
    })
  }
}

/** Outside of the temporary folder at a shell: a record must outlive a reboot. */
export function recordsFolder(env: NodeJS.ProcessEnv): string {
  return join(
    env.RUNNER_TEMP ?? env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'),
    'drover',
    'records',
  )
}
