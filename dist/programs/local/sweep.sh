#!/bin/sh
# Ends every machine of a flock, or of all flocks, and what was left half made.
# Arguments: state folder, flock (empty for all), folder of the network, bridge, prefix.
# Prints `FLOCK/NAME` for each machine that it ended.
. ./local/prelude.sh
. ./local/network.sh
. ./local/machine.sh
. ./local/terminate-machine.sh

state=$1 only=$2 netdir=$3 bridge=$4 prefix=$5
pids=
for flock in "$state"/flocks/*; do
  [ -d "$flock" ] || continue
  if [ -n "$only" ] && [ "${flock##*/}" != "$only" ]; then continue; fi
  # shellcheck disable=SC2012
  names=$(ls -A "$flock" | sed -E 's/^[.](new|old|lock)-//' | sort -u)
  for name in $names; do
    (terminate_machine "$flock" "$name" "" && echo "${flock##*/}/$name") &
    pids="$pids $!"
  done
done
failed=0
for pid in $pids; do wait "$pid" || failed=$((failed + 1)); done

# Machines whose folder was deleted by hand.
# shellcheck disable=SC2013
for pid in $(grep -slzF "$state/flocks/${only:+$only/}" /proc/[0-9]*/cmdline | sed 's,/proc/,,; s,/cmdline,,'); do
  id=$(tr '\0' '\n' <"/proc/$pid/cmdline" 2>/dev/null | sed -n 's/^drover-local:\(local-[0-9a-f]*\)$/\1/p' | head -n 1)
  [ -z "$id" ] || stop_machine
done
if [ -d "$netdir" ]; then
  lock_network
  network_down_if_unused
fi
[ "$failed" = 0 ] || fail "$failed machines could not be ended"
