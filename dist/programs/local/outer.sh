#!/bin/sh
# The process that a machine runs in: this program becomes unshare(1), whose child, inner.sh, is
# the first process of a PID namespace around the machine. When either ends, for whatever reason,
# the kernel ends the machine and unmounts its disk. systemd-nspawn alone leaves the machine
# running when it is killed.
#
# Both take: marker, folder, root, name, machine name for nspawn, bridge.

marker=$1 folder=$2
# Whoever holds this lock is the one that runs the machine.
exec 8>>"$folder/alive" || exit 0
flock -n 8 || exit 0
[ "drover-local:$(cat "$folder/id")" = "$marker" ] || exit 0
exec 9>&- 7>&- >"$folder/console.log" 2>&1 </dev/null
echo $$ >"$folder/pid.new" && mv "$folder/pid.new" "$folder/pid"

# nspawn makes its control groups below ours: machines that share one would stop each other's services.
# Under systemd each has a unit, and with it a group, of its own.
if [ ! -d /run/systemd/system ]; then
  for root in /sys/fs/cgroup /sys/fs/cgroup/systemd /sys/fs/cgroup/unified; do
    [ -e "$root/cgroup.procs" ] || continue
    mkdir -p "$root/drover/$(cat "$folder/id")" && echo $$ >"$root/drover/$(cat "$folder/id")/cgroup.procs"
  done
fi
exec unshare --mount --propagation private --pid --fork --kill-child --mount-proc sh "$folder/inside" "$@"
