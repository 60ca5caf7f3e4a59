import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'

/** How long one question waits on the machine for the locks to become free. */
const aptLockWaitSeconds = 15

/** Waits until nobody installs packages, at most `aptLockWaitSeconds`, and prints who still does. */
export const aptLockCommand: Command = programCommand('lifecycle/apt-lock.sh', {
  values: { wait_seconds: aptLockWaitSeconds },
})

/** Who holds the locks, as `apt-get (process 812)`; empty when they are free. */
export function parseAptLock(answer: string): readonly string[] {
  return answer.split('\n').flatMap((line) => {
    const [, pid, name] = /^(\d+) (.+)$/.exec(line.trim()) ?? []
    return pid === undefined || name === undefined ? [] : [`${name} (process ${pid})`]
  })
}
