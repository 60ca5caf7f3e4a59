#!/bin/sh
# Waits for cloud-init, at most so many seconds, and prints how it is.
# One process that waits is gentler to a small machine at its first boot than many that look:
# each of them is a Python. 124 is how timeout(1) says that the time is over. Versions before 22
# know no `--format`, and say so in an answer that is no JSON.
: "${wait_seconds:?}"

set -u
LC_ALL=C
export LC_ALL
command -v cloud-init >/dev/null 2>&1 || {
  echo absent
  exit 0
}
answer=$(timeout "$wait_seconds" cloud-init status --wait --format json 2>/dev/null)
[ "$?" != 124 ] || {
  echo running
  exit 0
}
case $answer in
  *'{'*) printf 'json %s' "$answer" ;;
  *)
    answer=$(timeout "$wait_seconds" cloud-init status --wait --long 2>&1)
    [ "$?" != 124 ] || {
      echo running
      exit 0
    }
    printf 'text %s' "$answer"
    ;;
esac
