#!/bin/sh
# Prints the id of the boot, and the times from which the age of process 1 follows.
# The age is that of process 1 and not that of the kernel, so that it is right in a container too.
# Field 22 of /proc/1/stat is its start in hundredths of a second; a name in field 2 may hold blanks.

set -eu
cat /proc/sys/kernel/random/boot_id
read -r uptime _ </proc/uptime
stat=$(cat /proc/1/stat)
# shellcheck disable=SC2086
set -- ${stat##*) }
echo "${uptime%.*} ${20}"
