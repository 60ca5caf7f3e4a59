#!/bin/bash
# Defines `recover_other`, which is called under the lock of the machine.
: "${place_current:?}" "${seconds_last_follow_up:?}"

# Another run was cut off, and nobody has undone it: no systemd here, or we were faster.
recover_other() {
  [ -L "$place_current" ] || return 0
  other=$(readlink "$place_current") || return 0
  [ -f "$other/script.sh" ] || {
    rm -f "$place_current"
    return 0
  }
  # shellcheck disable=SC2016
  bash -c 'id=$1; tx=$2; . "$tx/script.sh"; undo interrupted "$3" >/dev/null' drover "$(basename -- "$other")" "$other" "$seconds_last_follow_up" 7>&- 9>&- </dev/null
}
