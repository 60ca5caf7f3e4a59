#!/bin/sh
# systemd refuses to start a unit that failed a few times in the last seconds (systemd.unit(5),
# StartLimitBurst=). With the old files back it must start all the same: it may be sshd.
# $1 verb, $2 unit.

systemctl reset-failed "$2" 2>/dev/null
exec systemctl "$1" "$2"
