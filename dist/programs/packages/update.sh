#!/bin/bash
# Upgrades packages. What was half done is repaired before and after: the new lists may have what the repair needs.
. ./packages/functions.sh
. ./packages/apt.sh

work=$(mktemp -d -p "$PWD") && trap 'rm -rf -- "$work"' EXIT || exit 1
can_update || {
  tell unknown-manager
  finish 1
}
[ "$only" = all ] || prefer_security
why=
[ -s "$place_before" ] || { list_packages >"$place_before.new" && sync -- "$place_before.new" && mv -f -- "$place_before.new" "$place_before"; } || give_up 'the packages cannot be listed'
repair || give_up 'the packages of an earlier run could not be finished'
refresh || {
  tell_changes
  give_up 'the lists of packages could not be refreshed'
}
repair_dependencies
upgraded=0
plan_upgrade >"$work/plan" || upgraded=$?
[ ! -s "$work/plan" ] || upgrade || upgraded=$?
failure=$why
tell_changes
plan_left | tell_each left
tell_reboot
why=$failure
[ "$upgraded" -eq 0 ] || give_up 'the packages could not be upgraded'
is_whole || give_up "packages are not whole: $(dpkg --audit 2>&1 | tr '\n' ' ' | head -c 300)"
finish 0
