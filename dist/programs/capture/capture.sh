#!/bin/sh
# GNU tar of all that is there of the paths on standard input (one a line). A
# path that is a link brings the file it leads to as well. Huge files, devices,
# sockets and pipes stay out of the archive and are named on standard error as
# `TYPE SIZE PATH`, NUL behind each. Status 1 of tar means that a file changed
# while it was read: what came is what was read, and the next capture sees the rest.
# `too_large` is in bytes.
: "${too_large:?}"

set -u
LC_ALL=C
export LC_ALL
# shellcheck disable=SC2016
while IFS= read -r path; do
  if [ -L "$path" ]; then
    printf '%s\0' "$path"
    real=$(readlink -f -- "$path") && [ -f "$real" ] && printf '%s\0' "$real"
  elif [ -e "$path" ]; then
    printf '%s\0' "$path"
  fi
done | xargs -0 -r sh -c 'size=$1; shift; find "$@" -xdev \( -type d -o -type l -o -type f -size "-${size}c" \) -printf "%p\0" -o -fprintf /dev/stderr "%y %s %p\0"' drover "$too_large" |
  tar -c -f - --format=posix --hard-dereference --no-recursion -P --null -T -
[ "$?" -le 1 ]
