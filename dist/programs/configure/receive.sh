#!/bin/bash
# Receives the archive on standard input, then goes on as the supervisor.
# $1 id of the transaction, $2 bytes of the archive, $3 seconds to wait for the lock, $4 who we are.
: "${place_transactions:?}"

umask 077
id=$1
tx=$place_transactions/$1
# shellcheck disable=SC1091
mkdir -p "$tx" /run/drover && printf '%s\n' "$$" >"$tx/supervisor" && head -c "$2" | tar -x -f - -C "$tx" && . "$tx/script.sh" ||
  {
    printf '%s end failed receive\n' "$id"
    rm -rf "$tx"
    exit 1
  }
supervise "$3" "$4"
