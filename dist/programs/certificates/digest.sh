#!/bin/sh
# Defines `lineage_digest`: prints one value for all that a capture holds, and nothing else; times do not count.
: "${place_letsencrypt:?}" "${lineage_folders:?}"

lineage_digest() (
  cd "$place_letsencrypt" 2>/dev/null || exit 0
  set --
  for folder in $lineage_folders; do [ ! -d "$folder" ] || set -- "$@" "$folder"; done
  [ "$#" -gt 0 ] || exit 0
  {
    find "$@" -printf '%y %m %U %G %p %l\n' | LC_ALL=C sort
    find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum
  } | sha256sum | cut -d ' ' -f 1
)
