#!/bin/sh
# Prints how a transaction ended, `ID KIND WHY`; nothing while that is not decided. $1 its id.
: "${place_transactions:?}" "${place_current:?}" "${place_last:?}"

tx=$place_transactions/$1
[ "$(readlink "$place_current")" != "$tx" ] || exit 0
grep -s "^$1 " "$place_last" && exit 0
grep -qs drover "/proc/$(cat "$tx/supervisor" 2>/dev/null)/cmdline" || printf '%s failed interrupted\n' "$1"
