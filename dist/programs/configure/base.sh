#!/bin/bash
# What a unit of long work shares with the rest. `id` is set by whoever sources it.
: "${id:?}"

set -u
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
umask 077
say() { printf '%s %s\n' "$id" "$*" 2>/dev/null || :; }
# Replaces a small file of ours in one go.
put_text() {
  printf '%s\n' "$2" >"$1.new" && sync -- "$1.new" && mv -T -f -- "$1.new" "$1"
}
