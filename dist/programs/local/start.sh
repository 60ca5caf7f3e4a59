#!/bin/sh
# Defines `start_machine`, for a machine that is made. Wants `folder name id netdir bridge prefix`, and `outer inner`,
# the programs of these names, besides the functions for network and machine.

start_machine() {
  lock_network
  printf '%s\n' "$folder" >"$netdir/$(cat "$folder/address")"
  network_up
  ip neigh flush to "$(cat "$folder/address")" dev "$bridge" 2>/dev/null || :
  unlock_network
  root=$(cat "$folder/root")
  [ -d "$root" ] || [ "$(cat "$folder/kind")" = copy ] || fail "the Debian root of its disk is gone: $root"
  # As files, because systemd-run reads a "$" in an argument in its own way.
  printf '%s' "$outer" >"$folder/run.new" && mv "$folder/run.new" "$folder/run"
  printf '%s' "$inner" >"$folder/inside.new" && mv "$folder/inside.new" "$folder/inside"
  # A clean environment: the runner of Actions ends, by a variable in it, what a job leaves behind.
  set -- env -i PATH="$PATH" LC_ALL=C \
    sh "$folder/run" "drover-local:$id" "$folder" "$root" "$name" "dr-${id#local-}" "$bridge"
  if [ -d /run/systemd/system ]; then
    systemd-run --quiet --collect --unit="drover-$id" --description="Drover machine $name" \
      --property=Delegate=yes --property=KillMode=mixed --property=TimeoutStopSec=3 \
      --property=TasksMax=16384 -- "$@"
  else
    setsid "$@" >/dev/null 2>&1 </dev/null 7>&- 9>&- &
  fi
  tries=250
  while ! is_running; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || fail "its process did not start"
    sleep 0.02
  done
}
