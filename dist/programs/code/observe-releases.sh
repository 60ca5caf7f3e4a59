#!/bin/sh
# Which releases are done, and which commits are there, for each folder of releases that is an argument.

set -u
LC_ALL=C
export LC_ALL
at=0
for releases; do
  for mark in "$releases"/*.done; do
    [ ! -f "$mark" ] || [ ! -d "${mark%.done}" ] || printf 'done %s %s\n' "$at" "$(basename -- "$mark" .done)"
  done
  if [ -d "$releases/git" ] && command -v git >/dev/null; then
    git --git-dir="$releases/git" for-each-ref --format="have $at %(objectname)" refs/drover/
  fi
  at=$((at + 1))
done
echo end
