#!/bin/bash
# Answers with the file $1 on standard output and its digest on standard error.
# The digest is of what was sent and not of another reading: the file may change between the two.
: "${status_missing:?}" "${status_no_file:?}"

set -u
LC_ALL=C
export LC_ALL
[ -e "$1" ] || exit "$status_missing"
[ -f "$1" ] || exit "$status_no_file"
tee >(sha256sum >&2) <"$1" || exit 1
wait "$!"
