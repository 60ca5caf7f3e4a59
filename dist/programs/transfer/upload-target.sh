#!/bin/sh
# Finds what an upload to $1 would replace: the end of a link is replaced, the link stays.
: "${status_no_folder:?}" "${status_no_file:?}"

set -u
LC_ALL=C
export LC_ALL
target=$(readlink -f -- "$1") || exit "$status_no_folder"
folder=$(dirname -- "$target")
[ -d "$folder" ] || exit "$status_no_folder"
if [ -e "$target" ] && ! [ -f "$target" ]; then exit "$status_no_file"; fi
