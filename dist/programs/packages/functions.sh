#!/bin/bash
# What an update and its plan share. `only` is security or all. Tells it as `drover-update WORD …` lines: `step NAME`,
# `done STATUS NAME`, `waiting WHO`, `would|changed NAME BEFORE AFTER` (`-` for none), `left NAME BEFORE AFTER WHY`,
# `repaired NAME`, `needs-reboot WHY`, `failed WHY`, and at last `end`. Can be cut off at any moment and run again.
: "${mark:?}" "${only:?}" "${place_before:?}"

set -u
LC_ALL=C.UTF-8
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
tell() { printf '%s %s\n' "$mark" "$*"; }
# Told as it comes. Not by a pipe: a daemon that a package starts would keep it open.
step() {
  name=$1
  shift
  tell step "$name"
  : >"$work/output"
  "$@" >>"$work/output" 2>&1 </dev/null &
  pid=$!
  tail -n +1 -s 0.2 -f --pid="$pid" "$work/output"
  wait "$pid"
  status=$?
  [ -z "$(tail -c 1 "$work/output")" ] || echo
  tell "done" "$status" "$name"
  [ "$status" -eq 0 ] || why=$(first_error "$work/output")
  return "$status"
}
give_up() {
  tell failed "${why:-$1}"
  finish 1
}
finish() {
  tell end
  exit "$1"
}
tell_each() { while IFS= read -r line; do tell "$1" "$line"; done; }
# Of packages that are there before and after, that have come, and that were broken.
tell_changes() {
  list_packages >"$work/after"
  join -a 1 -a 2 -e - -o 0,1.2,1.3,2.2,2.3 "$place_before" "$work/after" >"$work/both"
  awk '$2 != $4 { print $1, $2, $4 }' "$work/both" | tell_each changed
  awk '$3 != "-" && $3 !~ /^.i/ && $5 ~ /^.i/ { print $1 }' "$work/both" | tell_each repaired
  rm -f "$place_before"
}
tell_reboot() {
  if [ -e /run/reboot-required ] || [ -e /var/run/reboot-required ]; then
    tell needs-reboot "$(sort -u /run/reboot-required.pkgs 2>/dev/null | tr '\n' ' ' | sed 's/ $//')"
    return
  fi
  running=$(uname -r)
  # In a container the running kernel is not the machine's.
  [ -e "/boot/vmlinuz-$running" ] || return 0
  flavour=$(printf '%s\n' "$running" | sed -E 's/^[0-9][^-]*(-[0-9][^-]*)?-?//')
  # shellcheck disable=SC2012
  newest=$(ls /boot | sed -n 's/^vmlinuz-//p' | grep -E -- "^[0-9][^-]*(-[0-9][^-]*)?-?$flavour\$" | sort -V | tail -n 1)
  [ "${newest:-$running}" = "$running" ] || tell needs-reboot "kernel $newest"
}
