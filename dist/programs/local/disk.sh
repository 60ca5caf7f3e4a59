#!/bin/sh
# Steps of the making of a machine's disk. They run in a mount namespace of their own, and want
# `new root name address gateway`; the disk is at `$tree` then.

# The Debian root, and what the machine changes in it above.
mount_disk() {
  disk="$new/disk"
  tree="$disk/root"
  kind=overlay
  if ! mount -t overlay -o "lowerdir=$root,upperdir=$disk/upper,workdir=$disk/work" drover "$tree" 2>/dev/null; then
    # This file system cannot hold the upper layer of an overlay.
    kind=copy
    cp -a --reflink=auto "$root/." "$tree/"
  fi
  printf "%s\n" "$kind" >"$new/kind"
}

# Names, and the address; everything else that a machine knows of itself.
name_machine() {
  printf "%s\n" "$name" >"$tree/etc/hostname"
  printf "127.0.0.1 localhost\n127.0.1.1 %s\n::1 localhost\n" "$name" >"$tree/etc/hosts"
  tr -d - </proc/sys/kernel/random/uuid >"$tree/etc/machine-id"
  # Sorts before the 80-container-host0.network of systemd, which asks for an address by DHCP.
  printf "[Match]\nName=host0\n\n[Network]\nAddress=%s/16\nGateway=%s\nLinkLocalAddressing=no\nIPv6AcceptRA=no\n" \
    "$address" "$gateway" >"$tree/etc/systemd/network/10-host0.network"
}

pass_apt_proxy() {
  proxy=
  eval "$(apt-config shell proxy Acquire::http::Proxy 2>/dev/null || :)"
  if [ -n "$proxy" ] && [ "$proxy" != DIRECT ]; then
    # A proxy on this computer is, for the machine, at its gateway.
    proxy=$(printf %s "$proxy" | sed -E "s,//(localhost|127[.0-9]+)([:/]|$),//$gateway\2,")
    (umask 077 && printf "Acquire::http::Proxy \"%s\";\n" "$proxy" >"$tree/etc/apt/apt.conf.d/90drover")
  fi
}
