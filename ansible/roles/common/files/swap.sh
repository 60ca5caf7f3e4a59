#!/bin/sh
# Gives the swap file PATH a size of MB, or takes it away for 0. Says what it did in one line, which begins with
# "changed", "same" or "cannot". With "check" it only says what it would do.
set -eu
path=$1 mb=$2 mode=$3

is_on() { awk -v path="$path" '$1 == path { found = 1 } END { exit !found }' /proc/swaps; }
done_as() {
  echo "$*"
  exit 0
}
only_checking() { [ "$mode" != check ] || done_as "changed: would $1"; }

if [ "$mb" -eq 0 ]; then
  [ -e "$path" ] || done_as 'same: no swap file'
  # Whatever is no swap space is not ours.
  [ "$(blkid -p -s TYPE -o value "$path" || true)" = swap ] || done_as "cannot: $path is no swap file, it stays"
  only_checking 'remove the swap file'
  if is_on; then swapoff "$path"; fi
  rm -f "$path"
  done_as 'changed: swap file removed'
fi

if is_on && [ "$(stat -c %s "$path")" -eq $((mb * 1024 * 1024)) ]; then done_as "same: $mb MB"; fi
only_checking "make a swap file of $mb MB"
free=$(df -Pm "$(dirname "$path")" | awk 'NR == 2 { print $4 }')
if [ "$free" -le "$mb" ]; then done_as "cannot: $free MB are free on the disk, $mb MB are wanted"; fi

new=$path.new
if ! made=$({
  rm -f "$new"
  install -m 0600 /dev/null "$new"
  # btrfs swaps only to files that it does not copy on write.
  chattr +C "$new" 2>/dev/null || true
  dd if=/dev/zero of="$new" bs=1M count="$mb" status=none
  mkswap "$new"
  # Tried under the new name first: where swapping to a file is not possible, the old one stays.
  swapon "$new"
} 2>&1); then
  rm -f "$new"
  done_as "cannot: $(printf '%s' "$made" | tail -n 1)"
fi
swapoff "$new"
if is_on; then swapoff "$path"; fi
mv -f "$new" "$path"
swapon "$path"
done_as "changed: $mb MB"
