#!/bin/sh
# Defines `holders`, which prints `PID NAME` of each that holds a lock of apt or dpkg.
#
# apt and dpkg lock with fcntl(2), so flock(1) sees nothing of it, and fuser is not everywhere. A
# holder is a process that has one of the files open and stands in the kernel's list of locks; the
# list's own inodes are no help, they are others on an overlay. Looking takes no lock.

holders() {
  find /proc/[0-9]*/fd -maxdepth 1 \( -lname /var/lib/dpkg/lock-frontend -o -lname /var/lib/dpkg/lock \
    -o -lname /var/lib/apt/lists/lock -o -lname /var/cache/apt/archives/lock \) 2>/dev/null |
    cut -d / -f 3 | sort -u | while read -r pid; do
    grep -q "POSIX .* WRITE $pid " /proc/locks || continue
    printf '%s %s\n' "$pid" "$(cat "/proc/$pid/comm" 2>/dev/null || echo '?')"
  done
}
