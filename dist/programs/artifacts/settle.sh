#!/bin/sh
# Gives versions that are there their owner and mode, and tells which these are by their place in the question.
# Three arguments each: path, OWNER:GROUP, mode.
. ./artifacts/functions.sh

at=0
while [ $# -gt 0 ]; do
  if [ -f "$1" ]; then dress "$1" "$2" "$3" && printf 'there %s\n' "$at" || exit 1; fi
  at=$((at + 1))
  shift 3
done
echo end
