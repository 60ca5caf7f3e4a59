#!/bin/bash
# What a second connection says. $1 id of the transaction. Exit status 3: nothing waits for it.
: "${place_transactions:?}" "${place_current:?}"

tx=$place_transactions/$1
[ "$(readlink "$place_current")" = "$tx" ] && [ -p "$tx/events" ] || exit 3
# shellcheck disable=SC2016
timeout 5 sh -c 'printf "confirmed %s\n" "$1" >"$2/events"' drover "$1" "$tx"
