import type { Command } from '../../base/command.js'
import type { MachineCheck } from '../../flock/flock.js'
import type { ProgramValues } from '../../programs/assemble-program.js'
import { programText } from '../../programs/program.js'
import { seconds } from '../../transaction/places.js'

/** The same as in a transaction. */
const checkValues: ProgramValues = {
  seconds_check: seconds.check,
  seconds_check_retry: seconds.checkRetry,
  // Room for the line about the exit within what a step tells.
  try_bytes: 16_000,
}

/**
 * Runs checks one after another as a transaction does, all of them whatever one gives, and prints what
 * `readChecks` reads.
 */
export function checkCommand(id: string, checks: readonly MachineCheck[]): Command {
  const words = checks.flatMap(({ name, command }) => [name, command])
  return {
    argv: ['bash', '-s', '--', id, ...words],
    stdin: programText('checks/checks.sh', checkValues),
    inputMayShow: true,
  }
}

/** Past all that `count` checks may take: the last try of each begins before the end of its patience. */
export function checkTimeoutMs(count: number): number {
  const killSeconds = 5
  const spareMs = 30_000
  return count * (seconds.checkRetry + seconds.check + killSeconds) * 1000 + spareMs
}
