/**
 * The process that a machine runs in: `outerScript` becomes unshare(1), whose child `innerScript` is
 * the first process of a PID namespace around the machine. When either ends, for whatever reason,
 * the kernel ends the machine and unmounts its disk. systemd-nspawn alone leaves the machine
 * running when it is killed.
 *
 * Both take: marker, folder, root, name, machine name for nspawn, bridge.
 */
export const outerScript = `
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
`

export const innerScript = `
folder=$2 root=$3 name=$4 nspawn=$5 bridge=$6
disk="$folder/disk"
if [ "$(cat "$folder/kind")" = overlay ]; then
  mount -t overlay -o "lowerdir=$root,upperdir=$disk/upper,workdir=$disk/work" drover "$disk/root" || exit 1
fi
# What nspawn notes down about its machine goes with it, too.
mkdir -p /run/systemd/nspawn && mount -t tmpfs -o mode=755 drover /run/systemd/nspawn || exit 1
# A name server on a loopback address is of no use inside; systemd-resolved knows the real ones.
resolv=copy-host
if [ -e /run/systemd/resolve/resolv.conf ] && ! grep -Eq '^nameserver +([^1]|1[^2]|12[^7])' /etc/resolv.conf; then
  resolv=copy-uplink
fi
stopping=
child=
trap 'stopping=yes; [ -z "$child" ] || kill -TERM "$child" 2>/dev/null' TERM
while :; do
  systemd-nspawn --quiet --settings=no --register=no --keep-unit --link-journal=no --console=pipe \\
    --machine="$nspawn" --hostname="$name" --directory="$disk/root" --boot \\
    --network-bridge="$bridge" --resolv-conf="$resolv" 8>&- &
  child=$!
  # A signal ends the wait, not the machine.
  while kill -0 "$child" 2>/dev/null; do
    wait "$child"
    status=$?
  done
  # nspawn says by 133 that the machine wants to be started again: that is what "reboot" does.
  [ "$status" = 133 ] && [ -z "$stopping" ] || exit "$status"
done
`
