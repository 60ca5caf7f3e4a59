#!/bin/sh
# Makes the machine if it is not there, starts it if it does not run.
# Arguments: folder of the flock, name, folder of the network, bridge, prefix, root, new id,
# identity as JSON (kept if the machine is new), user, and the programs outer, inner and fill-disk.
# Standard input: authorized keys, a line each, then the line `end of keys`. Prints `copied` if it made the disk as a copy instead of an overlay.
. ./local/prelude.sh
. ./local/network.sh
. ./local/machine.sh
. ./local/start.sh

flock=$1 name=$2 netdir=$3 bridge=$4 prefix=$5 root=$6 id=$7 identity=$8 user=$9
shift 9
outer=$1 inner=$2 fill=$3
folder="$flock/$name"
keys=$(cat)
# A maker that was killed before it had said all must not leave a machine that lets nobody in.
case $keys in
  *'
end of keys') keys=${keys%end of keys} ;;
  *) fail 'its authorized keys did not arrive' ;;
esac

make_machine() {
  new="$flock/.new-$name"
  rm -rf "$new"
  mkdir -p "$new"
  mkdir -m 700 "$new/disk"
  mkdir -m 755 "$new/disk/upper" "$new/disk/work" "$new/disk/root"
  lock_network
  allocate "$folder"
  unlock_network
  printf '%s\n' "$address" >"$new/address"
  printf '%s\n' "$id" >"$new/id"
  printf '%s\n' "$root" >"$new/root"
  printf '%s\n' "$identity" >"$new/identity.json"
  printf '%s\n' "$keys" | unshare --mount --propagation private sh -c "$fill" \
    sh "$new" "$root" "$name" "$address" "$prefix.0.1" "$user" 2>"$new/errors" ||
    fail "its disk could not be made: $(tail -n 1 "$new/errors")"
  rm "$new/errors"
  if [ "$(cat "$new/kind")" = copy ]; then echo copied; fi
  mv -T "$new" "$folder"
}

lock "$flock/.lock-$name" 120
[ -d "$folder" ] || make_machine
id=$(cat "$folder/id")
if is_running; then
  lock_network
  network_up
else
  wait_gone 50 || stop_machine
  start_machine
fi
