#!/bin/sh
# Prints every port on which sshd can be reached, one a line: as it is configured, as systemd listens in its place, and
# as it listens now. Nothing found is no failure: the caller adds Ansible's own port.
{
  /usr/sbin/sshd -T 2>/dev/null | awk '$1 == "port" { print $2 }'
  systemctl show --property=Listen "$1" 2>/dev/null | sed -nE 's/^Listen=(.*:)?([0-9]+) \(Stream\)$/\2/p'
  ss -Hltnp 2>/dev/null | awk '/"sshd/ { print $4 }' | sed -nE 's/.*:([0-9]+)$/\1/p'
} | sort -un
