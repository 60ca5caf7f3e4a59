#!/bin/sh
# Start of every script that runs as root. `fail` ends with the status that `as-root.ts` knows.
#
# Locks are taken by the script that acts, with flock(1), and are held by what it starts: so a
# script whose caller was killed goes on alone, and the next one waits until it is through.

set -eu
PATH=/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin
LC_ALL=C
export PATH LC_ALL
umask 022

fail() {
  printf '%s\n' "$1" >&2
  exit 90
}

# lock FILE SECONDS: held on descriptor 9 until the end. A lock file may be deleted by its
# holder, so what we got may be a file that no longer has a name: then try again.
lock() {
  while :; do
    mkdir -p "$(dirname "$1")"
    { command exec 9>"$1"; } 2>/dev/null || continue
    flock -w "$2" 9 || fail "another process works on it since $2 s: $1"
    [ "$(stat -L -c %d:%i /proc/self/fd/9)" = "$(stat -c %d:%i "$1" 2>/dev/null || :)" ] && return 0
  done
}
