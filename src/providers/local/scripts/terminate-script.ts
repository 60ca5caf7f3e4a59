import { machineFunctions } from './machine-functions.js'
import { networkFunctions } from './network-functions.js'
import { prelude } from './prelude.js'

const terminateFunction = `
# terminate_machine FLOCK-FOLDER NAME ID: an empty id ends whatever is there.
terminate_machine() {
  folder="$1/$2"
  [ -d "$1" ] || return 0
  lock "$1/.lock-$2" 120
  if [ -d "$folder" ]; then
    id=$(cat "$folder/id")
    [ -z "$3" ] || [ "$id" = "$3" ] || fail "it has another id: \\"$id\\", not \\"$3\\""
    stop_machine
    address=$(cat "$folder/address")
    # Nothing that starts now finds a place to start in.
    mv -T "$folder" "$1/.old-$2"
    rm -f "$netdir/$address"
  fi
  rm -rf "$1/.old-$2" "$1/.new-$2"
  lock_network
  network_down_if_unused
  unlock_network
  rm -f "$1/.lock-$2"
  rmdir "$1" 2>/dev/null || :
}
`

/** Arguments: folder of the flock, name, folder of the network, bridge, prefix, id. */
export const terminateScript = `${prelude}${networkFunctions}${machineFunctions}${terminateFunction}
netdir=$3 bridge=$4 prefix=$5
terminate_machine "$1" "$2" "$6"
`

/**
 * Ends every machine of a flock, or of all flocks, and what was left half made.
 * Arguments: state folder, flock (empty for all), folder of the network, bridge, prefix.
 * Prints `FLOCK/NAME` for each machine that it ended.
 */
export const sweepScript = `${prelude}${networkFunctions}${machineFunctions}${terminateFunction}
state=$1 only=$2 netdir=$3 bridge=$4 prefix=$5
pids=
for flock in "$state"/flocks/*; do
  [ -d "$flock" ] || continue
  if [ -n "$only" ] && [ "\${flock##*/}" != "$only" ]; then continue; fi
  names=$(ls -A "$flock" | sed -E 's/^[.](new|old|lock)-//' | sort -u)
  for name in $names; do
    (terminate_machine "$flock" "$name" "" && echo "\${flock##*/}/$name") &
    pids="$pids $!"
  done
done
failed=0
for pid in $pids; do wait "$pid" || failed=$((failed + 1)); done

# Machines whose folder was deleted by hand.
for pid in $(grep -slzF "$state/flocks/\${only:+$only/}" /proc/[0-9]*/cmdline | sed 's,/proc/,,; s,/cmdline,,'); do
  id=$(tr '\\0' '\\n' <"/proc/$pid/cmdline" 2>/dev/null | sed -n 's/^drover-local:\\(local-[0-9a-f]*\\)$/\\1/p' | head -n 1)
  [ -z "$id" ] || stop_machine
done
if [ -d "$netdir" ]; then
  lock_network
  network_down_if_unused
fi
[ "$failed" = 0 ] || fail "$failed machines could not be ended"
`
