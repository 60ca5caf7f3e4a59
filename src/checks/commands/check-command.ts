import type { Command } from '../../base/command.js'
import type { MachineCheck } from '../../flock/flock.js'
import { programText } from '../../programs/program.js'
import { seconds } from '../../transaction/places.js'
import { sharedValues } from '../../transaction/shared-values.js'
import { checkValues } from '../../transaction/transaction.js'

/**
 * Runs checks one after another as a transaction does, all of them whatever one gives, and prints what
 * `readTransaction` reads.
 */
export function checkCommand(id: string, checks: readonly MachineCheck[]): Command {
  const words = checks.flatMap(({ name, command }) => [name, command])
  return {
    argv: ['bash', '-s', '--', id, ...words],
    stdin: programText('checks/checks.sh', { ...sharedValues, ...checkValues }),
    inputMayShow: true,
  }
}

/** Past all that `count` checks may take: the last try of each begins before the end of its patience. */
export function checkTimeoutMs(count: number): number {
  const killSeconds = 5
  const spareMs = 30_000
  return count * (seconds.checkRetry + seconds.check + killSeconds) * 1000 + spareMs
}
