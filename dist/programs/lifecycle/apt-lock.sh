#!/bin/sh
# Waits until nobody installs packages, at most so many seconds, and prints who still does.
: "${wait_seconds:?}"
. ./lifecycle/apt-holders.sh

set -u
LC_ALL=C
export LC_ALL
tries=$wait_seconds
while held=$(holders) && [ -n "$held" ] && [ "$tries" -gt 0 ]; do
  tries=$((tries - 1))
  sleep 1
done
printf '%s\n' "$held"
