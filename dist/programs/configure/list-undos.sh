#!/bin/sh
# Defines `list_undos`, which prints the names of the kept changes, oldest first: `NUMBER-ID`, one a line.
: "${place_undo:?}"

# shellcheck disable=SC2010
list_undos() { ls "$place_undo" | grep -E '^[0-9]+-' | sort -n; }
