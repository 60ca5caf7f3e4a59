#!/bin/bash
# What the worker, the supervisor, the watch and the recovery at boot share.
# bash, GNU coreutils, util-linux. `id` and `tx` are set by whoever sources it.
: "${id:?}" "${tx:?}" "${place_hold:?}" "${place_last:?}"
. ./configure/generation.sh

set -u
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
umask 077
say() { printf '%s %s\n' "$id" "$*" 2>/dev/null || :; }
# A moment at which something is about to change: written down, and held there if somebody wants to look.
point() {
  printf '%s\n' "$1" >"$tx/point" 2>/dev/null || :
  while [ -e "$place_hold/""$1" ]; do sleep 0.05; done
}
# Targets are absolute: what dirname and basename say, without a program for each.
beside() { printf '%s/.drover-%s-%s' "${1%/*}" "$id" "${1##*/}"; }
# Replaces a small file of ours in one go.
put_text() {
  printf '%s\n' "$2" >"$1.new" && sync -- "$1.new" && mv -T -f -- "$1.new" "$1"
}
# How a transaction ended. On a full disk into the block that is there already: a verdict that is not
# written is one that nobody can ask for, and the next look could not tell that something happened.
put_verdict() { put_text "$place_last" "$1" || printf '%s\n' "$1" 1<>"$place_last"; }
# To disk, by one program for all of them.
flush_all() { [ "${#to_flush[@]}" -eq 0 ] || sync -- "${to_flush[@]}"; }
flush_folders() {
  to_flush=()
  each_file note_folder
  flush_all
}
note_folder() { [ ! -d "${2%/*}/" ] || to_flush+=("${2%/*}/"); }
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
is_alive() { [ -n "$1" ] && [ -d "/proc/$1" ] && grep -qs drover "/proc/$1/cmdline"; }
has_systemd() { [ -d /run/systemd/system ]; }
