import { join } from 'node:path'
import type { LocalFlock } from '../../test/support/local-flock.ts'
import { output } from './process.ts'

/** `drover configure all` in the clone of this flock, from its start to its end. */
export function configureAll(flock: LocalFlock, signal: AbortSignal): Promise<string> {
  const program = join(import.meta.dirname, '..', '..', 'bin', 'drover.js')
  const { PATH = '', HOME = '' } = process.env
  return output({
    argv: [process.execPath, program, 'configure', 'all'],
    cwd: flock.ops.clone,
    env: { PATH, HOME, TERM: 'dumb', ...flock.secrets, DROVER_SSH_KEY_FILE: flock.keyFile },
    signal,
    timeoutMs: 120_000,
  })
}
