#!/bin/sh
# Answers with an archive of the newest kept change: `NAME/undo.json` and `NAME/old/…`; with nothing when none is kept.
. ./configure/list-undos.sh

cd "$place_undo" 2>/dev/null || exit 0
newest=$(list_undos | tail -n 1)
[ -z "$newest" ] || tar -c -f - --format=posix --hard-dereference -- "$newest/undo.json" "$newest/old"
