#!/bin/sh
# Prints the digest of all lineages, a newline, and an archive of them.
. ./certificates/digest.sh

set -u
cd "$place_letsencrypt" || exit 1
digest=$(lineage_digest)
[ -n "$digest" ] || exit 1
set --
for folder in $lineage_folders; do [ ! -d "$folder" ] || set -- "$@" "$folder"; done
printf '%s\n' "$digest"
# Times of files to the nanosecond, as a restored machine is to have them.
tar --create --format=posix --pax-option=delete=atime,delete=ctime --numeric-owner --sort=name -- "$@" || exit 1
# certbot may be at work: what it changed meanwhile is captured whole or not at all.
[ "$(lineage_digest)" = "$digest" ]
