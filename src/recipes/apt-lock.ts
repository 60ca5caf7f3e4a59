import type { Command } from '../base/command.js'

/** How long one question waits on the machine for the locks to become free. */
export const aptLockWaitSeconds = 15

/*
 * apt and dpkg lock with fcntl(2), so flock(1) sees nothing of it, and fuser is not everywhere: the
 * kernel's own list names inode and holder. Each question takes nothing and locks nothing.
 */
const script = `set -u
LC_ALL=C; export LC_ALL
holders() {
  for file in /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock /var/cache/apt/archives/lock; do
    inode=$(stat -c %i "$file" 2>/dev/null) || continue
    while read -r _ kind _ mode pid place _; do
      [ "$kind" = POSIX ] && [ "$mode" = WRITE ] && [ "\${place##*:}" = "$inode" ] || continue
      printf '%s %s\\n' "$pid" "$(cat "/proc/$pid/comm" 2>/dev/null || echo '?')"
    done </proc/locks
  done | sort -u
}
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
