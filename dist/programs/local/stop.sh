#!/bin/sh
# Stops the machine in an orderly way: half a minute for its services, then for certain. What
# stays is its disk and its address.
. ./local/prelude.sh
. ./local/machine.sh
. ./local/find-machine.sh

for pid in $(running_pids); do kill -TERM "$pid" 2>/dev/null || :; done
wait_gone 1500 || stop_machine
