#!/bin/sh
# terminate_machine FLOCK-FOLDER NAME ID: an empty id ends whatever is there.

terminate_machine() {
  folder="$1/$2"
  [ -d "$1" ] || return 0
  lock "$1/.lock-$2" 120
  if [ -d "$folder" ]; then
    id=$(cat "$folder/id")
    [ -z "$3" ] || [ "$id" = "$3" ] || fail "it has another id: \"$id\", not \"$3\""
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
