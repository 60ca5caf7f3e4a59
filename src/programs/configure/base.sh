#!/bin/bash
# What a unit of long work and checks by themselves share. `id` and `tx` are set by whoever sources it.
: "${id:?}" "${tx:?}"

set -u
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
umask 077
say() { printf '%s %s\n' "$id" "$*" 2>/dev/null || :; }
# Replaces a small file of ours in one go.
put_text() {
  printf '%s\n' "$2" >"$1.new" && sync -- "$1.new" && mv -T -f -- "$1.new" "$1"
}
limited() {
  limit=$1
  shift
  timeout -k 5 "$limit" "$@" 7>&- 9>&-
}
step() {
  name=$1
  shift
  say "step $name"
  "$@" >"$tx/output" 2>&1 </dev/null
  status=$?
  [ ! -s "$tx/output" ] || {
    head -c 16384 "$tx/output" | sed 's/^/| /'
    [ -z "$(tail -c 1 "$tx/output")" ] || echo
  } 2>/dev/null || :
  say "done $name $status"
  return "$status"
}
