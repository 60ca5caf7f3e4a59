#!/bin/bash
# Says what an update would do. Changes nothing.
. ./packages/functions.sh
. ./packages/apt.sh

work=$(mktemp -d) && trap 'rm -rf -- "$work"' EXIT || exit 1
can_update || {
  tell unknown-manager
  finish 1
}
[ "$only" = all ] || prefer_security
why=
refresh_aside || give_up 'the lists of packages could not be refreshed'
plan_upgrade >"$work/plan" || give_up 'the upgrade could not be planned'
tell_each would <"$work/plan"
plan_left >"$work/left"
cut -d ' ' -f 1 "$work/plan" >"$work/planned"
while read -r name rest; do grep -qxF -- "$name" "$work/planned" || tell left "$name $rest"; done <"$work/left"
tell_reboot
finish 0
