#!/bin/sh
# Functions of the scripts that touch the network. They want `netdir bridge prefix` and hold the
# network's lock (descriptor 7) while they look and act.
#
# `$netdir` holds one file for each address in use, which names the folder of its machine.
# A file whose machine is gone counts for nothing.

lock_network() {
  mkdir -p "$netdir"
  exec 7>"$netdir/.lock"
  flock -w 60 7 || fail "another process works on the network since 60 s: $netdir/.lock"
}

unlock_network() {
  exec 7>&-
}

# Made, or being made.
is_machine() {
  [ -d "$1" ] || [ -d "$(dirname "$1")/.new-$(basename "$1")" ]
}

# Rotates through the network, so that an address is not another machine's a moment later.
# allocate FOLDER: sets $address.
allocate() {
  next=$(cat "$netdir/.last" 2>/dev/null || echo 1)
  tries=0
  while :; do
    next=$((next + 1))
    tries=$((tries + 1))
    [ "$next" -lt 65535 ] || next=2
    [ "$tries" -lt 65535 ] || fail "no address is free in $prefix.0.0/16"
    address="$prefix.$((next / 256)).$((next % 256))"
    owner=$(cat "$netdir/$address" 2>/dev/null || :)
    if [ -z "$owner" ] || [ "$owner" = "$1" ] || ! is_machine "$owner"; then break; fi
  done
  echo "$next" >"$netdir/.last"
  printf '%s\n' "$1" >"$netdir/$address"
}

network_up() {
  if [ ! -d "/sys/class/net/$bridge" ]; then
    taken=$(ip -4 route show root "$prefix.0.0/16" | head -n 1)
    [ -z "$taken" ] || fail "$prefix.0.0/16 is in use on this computer: $taken"
    ip link add name "$bridge" type bridge
    # Linux asks once a second for the address of a machine that boots: that would be its slowest part.
    { echo 50 >"/proc/sys/net/ipv4/neigh/$bridge/retrans_time_ms"; } 2>/dev/null || :
  fi
  ip addr replace "$prefix.0.1/16" dev "$bridge"
  ip link set "$bridge" up
  [ "$(cat /proc/sys/net/ipv4/ip_forward)" = 1 ] ||
    { echo 1 >/proc/sys/net/ipv4/ip_forward; } 2>/dev/null || fail "net.ipv4.ip_forward cannot be set to 1"
  nft -f - <<END
table ip $bridge
delete table ip $bridge
table ip $bridge {
  chain postrouting {
    type nat hook postrouting priority 100; policy accept;
    ip saddr $prefix.0.0/16 oifname != "$bridge" masquerade
  }
}
END
  # Docker and ufw drop what is forwarded unless a rule of their own table lets it through.
  if forward_drops; then
    for direction in -i -o; do
      iptables -w -C FORWARD "$direction" "$bridge" -j ACCEPT 2>/dev/null ||
        iptables -w -I FORWARD "$direction" "$bridge" -j ACCEPT
    done
  fi
}

forward_drops() {
  command -v iptables >/dev/null && [ "$(iptables -w -S FORWARD 2>/dev/null | head -n 1)" = "-P FORWARD DROP" ]
}

# Takes the network down when no machine is left; forgets machines that are gone.
network_down_if_unused() {
  used=
  for file in "$netdir"/*; do
    [ -e "$file" ] || continue
    if is_machine "$(cat "$file")"; then used=yes; else rm -f "$file"; fi
  done
  [ -z "$used" ] || return 0
  nft delete table ip "$bridge" 2>/dev/null || :
  if command -v iptables >/dev/null; then
    for direction in -i -o; do
      while iptables -w -D FORWARD "$direction" "$bridge" -j ACCEPT 2>/dev/null; do :; done
    done
  fi
  ip link delete "$bridge" 2>/dev/null || :
}
