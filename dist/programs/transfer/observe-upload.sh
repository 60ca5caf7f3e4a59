#!/bin/sh
# What is there before an upload to $1: its path, then mode, owner and digest.
. ./transfer/upload-target.sh

printf '%s\n' "$target"
[ -e "$target" ] || exit 0
stat -c '%a %U:%G' -- "$target" && sha256sum <"$target" | cut -c 1-64
