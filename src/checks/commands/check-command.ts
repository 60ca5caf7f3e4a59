import type { Command } from '../../base/command.js'
import type { MachineCheck } from '../../flock/flock.js'
import { baseScript } from '../../transaction/base-script.js'
import { checkScript } from '../../transaction/check-script.js'
import { seconds } from '../../transaction/places.js'

/** `$1` is the id that stands before each line of its own; a name and a command for each check follow. */
const script = `id=$1; shift
tx=$(mktemp -d) || exit 1
trap 'rm -rf -- "$tx"' EXIT
${baseScript}${checkScript}
while [ "$#" -gt 0 ]; do
  step "check $1" check_patiently "$2"
  shift 2
done
exit 0
`

/**
 * Runs checks one after another as a transaction does, all of them whatever one gives, and prints what
 * `readTransaction` reads.
 */
export function checkCommand(id: string, checks: readonly MachineCheck[]): Command {
  const words = checks.flatMap(({ name, command }) => [name, command])
  return { argv: ['bash', '-s', '--', id, ...words], stdin: script, inputMayShow: true }
}

/** Past all that `count` checks may take: the last try of each begins before the end of its patience. */
export function checkTimeoutMs(count: number): number {
  const killSeconds = 5
  const spareMs = 30_000
  return count * (seconds.checkRetry + seconds.check + killSeconds) * 1000 + spareMs
}
