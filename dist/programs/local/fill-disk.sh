#!/bin/sh
# Runs in a mount namespace of its own: what is mounted here is gone with it.
# Arguments: folder of the machine, root, name, address, gateway, user. Standard input: authorized keys.
. ./local/disk.sh

set -eu
umask 022
new=$1 root=$2 name=$3 address=$4 gateway=$5 user=$6
mount_disk
name_machine
ssh-keygen -q -t ed25519 -N "" -C "$name" -f "$tree/etc/ssh/ssh_host_ed25519_key" </dev/null
cut -d " " -f 1,2 "$tree/etc/ssh/ssh_host_ed25519_key.pub" >"$new/host-key"

home=/root
if [ "$user" != root ]; then
  home="/home/$user"
  chroot "$tree" id "$user" >/dev/null 2>&1 || chroot "$tree" useradd --create-home --shell /bin/bash "$user"
  printf "%s ALL=(ALL) NOPASSWD: ALL\n" "$user" >"$tree/etc/sudoers.d/drover"
  chmod 440 "$tree/etc/sudoers.d/drover"
fi
# shellcheck disable=SC2174
mkdir -p -m 700 "$tree$home/.ssh"
cat >"$tree$home/.ssh/authorized_keys"
chmod 600 "$tree$home/.ssh/authorized_keys"
chroot "$tree" chown -R "$user:" "$home/.ssh"

pass_apt_proxy
