#!/bin/sh
# Takes a file on standard input and puts it there, or leaves what is there. $1 path, $2 mode, $3 OWNER:GROUP, $4 SHA-256.
# What came is compared with what was sent before anything is renamed: a link that breaks gives half a file and no error.
: "${status_differs:?}" "${status_owner:?}"
. ./transfer/upload-target.sh

mode=$2 owner=$3 digest=$4
temporary=$(mktemp -- "$folder/.drover-upload-XXXXXX") || exit 1
trap 'rm -f -- "$temporary"' EXIT
trap 'exit 1' HUP INT TERM PIPE
cat >"$temporary" || exit 1
[ "$(sha256sum <"$temporary" | cut -c 1-64)" = "$digest" ] || exit "$status_differs"
chown -- "$owner" "$temporary" || exit "$status_owner"
chmod -- "$mode" "$temporary" || exit 1
sync -- "$temporary" && mv -fT -- "$temporary" "$target" && sync -- "$folder"
