import type { Command } from '../../base/command.js'

/** How long one question waits on the machine for the locks to become free. */
const aptLockWaitSeconds = 15

/*
 * apt and dpkg lock with fcntl(2), so flock(1) sees nothing of it, and fuser is not everywhere. A
 * holder is a process that has one of the files open and stands in the kernel's list of locks; the
 * list's own inodes are no help, they are others on an overlay. Looking takes no lock.
 */
/** Defines `holders`, which prints `PID NAME` of each. */
export const aptHoldersFunction = `holders() {
  find /proc/[0-9]*/fd -maxdepth 1 \\( -lname /var/lib/dpkg/lock-frontend -o -lname /var/lib/dpkg/lock \\
    -o -lname /var/lib/apt/lists/lock -o -lname /var/cache/apt/archives/lock \\) 2>/dev/null |
    cut -d / -f 3 | sort -u | while read -r pid; do
      grep -q "POSIX .* WRITE $pid " /proc/locks || continue
      printf '%s %s\\n' "$pid" "$(cat "/proc/$pid/comm" 2>/dev/null || echo '?')"
    done
}
`

const script = `set -u
LC_ALL=C; export LC_ALL
${aptHoldersFunction}
tries=${aptLockWaitSeconds}
while held=$(holders) && [ -n "$held" ] && [ "$tries" -gt 0 ]; do
  tries=$((tries - 1))
  sleep 1
done
printf '%s\\n' "$held"
`

/** Waits until nobody installs packages, at most `aptLockWaitSeconds`, and prints who still does. */
export const aptLockCommand: Command = { argv: ['sh', '-c', script] }

/** Who holds the locks, as `apt-get (process 812)`; empty when they are free. */
export function parseAptLock(answer: string): readonly string[] {
  return answer.split('\n').flatMap((line) => {
    const [, pid, name] = /^(\d+) (.+)$/.exec(line.trim()) ?? []
    return pid === undefined || name === undefined ? [] : [`${name} (process ${pid})`]
  })
}
