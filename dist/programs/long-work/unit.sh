#!/bin/bash
# What the unit runs: takes the lock of the machine as a transaction does, undoes what an earlier
# transaction left half done, then does the work without the lock's descriptor: a daemon that the work
# starts must not keep it. Lines of its own begin with the id of the run.
: "${place_current:?}" "${place_lock:?}" "${place_holder:?}" "${place_token:?}"
. ./configure/base.sh
. ./configure/recover-other.sh

decide() { put_text "$tx/verdict" "$*"; }
# $1 seconds to wait.
take_unit_lock() {
  until_second=$((SECONDS + $1))
  told=
  told_second=0
  until flock -w 1 9; do
    holder=$(head -c 300 "$place_holder" 2>/dev/null | tr '\n' ' ')
    [ "$SECONDS" -lt "$until_second" ] || {
      decide "busy $holder"
      return 1
    }
    if [ "$holder" != "$told" ] || [ $((SECONDS - told_second)) -ge 15 ]; then
      say "waiting $holder"
      told=$holder
      told_second=$SECONDS
    fi
  done
  put_text "$place_holder" "$(cat "$tx/holder")" && put_text "$place_token" "$id"
}
# The lock is ours, so nobody decides about that change any more.
undo_unfinished() {
  [ -L "$place_current" ] || return 0
  say undoing
  recover_other
}
# $1 seconds to wait for the lock, $2 seconds for the work.
work_alone() {
  exec >>"$tx/output" 2>&1 </dev/null
  mkdir -p /run/drover && exec 9>>"$place_lock" || exit 1
  take_unit_lock "$1" || exit 75
  undo_unfinished
  say started
  cd "$tx/files" || exit 1
  umask 022
  started_second=$SECONDS
  # What bash itself says of a program that was killed is no output of the work.
  exec 2>/dev/null
  HOME=/root LC_ALL=C.UTF-8 timeout -k 10 "$2" bash "$tx/script.sh" 2>&1 9>&-
  worked=$?
  # What timeout(1) gives; the work may give it, too.
  case $worked in 124 | 137) [ $((SECONDS - started_second)) -lt "$2" ] || decide timed-out ;; esac
  exit "$worked"
}
