#!/bin/sh
# Runs systemd-nspawn; see outer.sh.

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
  systemd-nspawn --quiet --settings=no --register=no --keep-unit --link-journal=no --console=pipe \
    --machine="$nspawn" --hostname="$name" --directory="$disk/root" --boot \
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
