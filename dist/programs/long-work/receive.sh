#!/bin/bash
# A transfer may hang with its link, so it holds nothing up, and has a folder of its own. $4 bytes of the archive.
: "${base:?}"

find "$base" -mindepth 1 -maxdepth 1 -name 'incoming-*' -mmin +60 -exec rm -rf -- {} +
incoming=$(mktemp -d "$base/incoming-XXXXXX") && trap 'rm -rf -- "$incoming"' EXIT || exit 1
mkdir "$incoming/files" && head -c "$4" | tar -x -f - -C "$incoming" && [ -f "$incoming/complete" ] || exit 1
