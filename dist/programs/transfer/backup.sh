#!/bin/bash
# A tar archive, compressed, of all paths that are there, relative to /. A path that is a link brings what it
# leads to as well. Status 1 of tar means that files changed while they were read: the archive has what was read.
# Arguments: `needed:PATH` or `optional:PATH`.
: "${status_missing:?}" "${status_nothing:?}"

set -u
LC_ALL=C
export LC_ALL
found=() missing=()
for word; do
  path=${word#*:}
  if [ -L "$path" ]; then
    found+=("${path#/}")
    real=$(readlink -e -- "$path") && [ "$real" != / ] && found+=("${real#/}")
  elif [ -e "$path" ]; then
    found+=("${path#/}")
  elif [ "${word%%:*}" = needed ]; then
    missing+=("$path")
  fi
done
if [ "${#missing[@]}" -gt 0 ]; then
  printf '%s\0' "${missing[@]}" >&2
  exit "$status_missing"
fi
if [ "${#found[@]}" -eq 0 ]; then exit "$status_nothing"; fi
printf '%s\0' "${found[@]}" |
  tar --create --gzip --format=posix --directory=/ --file=- --verbatim-files-from --null --files-from=-
