#!/bin/sh
# Takes the timer away and looks that it is gone, in systemd and on the disk: what a reboot would
# read counts as much as what runs. Run again, it finds nothing and says the same. $1 name of the units.

set -u
unit=$1
LC_ALL=C
export LC_ALL
systemctl disable --now "$unit.timer" >/dev/null 2>&1
systemctl stop "$unit.timer" "$unit.service" >/dev/null 2>&1
for folder in /etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system; do
  rm -rf "$folder/$unit.timer" "$folder/$unit.service" "$folder/$unit.timer.d" "$folder/$unit.service.d"
  rm -f "$folder"/*.wants/"$unit.timer" "$folder"/*.wants/"$unit.service"
done
systemctl daemon-reload || exit 1
systemctl reset-failed "$unit.timer" "$unit.service" >/dev/null 2>&1
sync
for name in "$unit.timer" "$unit.service"; do
  printf '%s %s %s\n' "$name" "$(systemctl show --property=LoadState --value "$name")" "$(systemctl show --property=ActiveState --value "$name")"
done
