import '../../test/support/typescript-loader.mjs'
import type { LocalFlock } from '../../test/support/local-flock.ts'
import type { Target } from './openssh.ts'

const { parseIdentity } = await import('../../src/ledger/machine-files.ts')

/** What the branch says of a machine. */
export function readIdentity(flock: LocalFlock, name: string): Target {
  const file = `machines/${name}/machine.json`
  return { name, identity: parseIdentity(flock.ops.read(file), file) }
}
