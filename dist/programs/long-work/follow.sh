#!/bin/bash
# Prints what is new in the output of a run as `data OFFSET LENGTH BASE64`, `alive` when there is nothing, and at
# last `end … .`. The exit is looked at before the output, so that nothing is printed after what was read.
# $1 kind of the work, $2 its run, $3 the byte to begin at.
: "${place_transient:?}" "${chunk_bytes:?}" "${alive_seconds:?}"

set -u
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
base=$place_transient/$1
unit=drover-$1.service
run=$2
at=$3
is_in() {
  dir=$base/$1
  { IFS= read -r found <"$dir/run"; } 2>/dev/null && [ "$found" = "$run" ]
}
# In this order: it is renamed from the one to the other when the next one starts.
is_kept() { is_in now || is_in before; }
read_exit() {
  end=
  { IFS= read -r end <"$dir/exit"; } 2>/dev/null
  [ -n "$end" ]
}
# A systemd that does not answer is no end of the unit.
is_over() { case $(systemctl show -p ActiveState --value "$unit" 2>/dev/null) in inactive | failed) true ;; *) [ "$dir" = "$base/before" ] ;; esac }
print_new() {
  while size=$(stat -c %s "$dir/output" 2>/dev/null) && [ "$at" -lt "$size" ]; do
    length=$((size - at))
    [ "$length" -le "$chunk_bytes" ] || length=$chunk_bytes
    printf 'data %s %s ' "$at" "$length"
    tail -c +$((at + 1)) "$dir/output" | head -c "$length" | base64 -w 0 && printf '\n' || exit 1
    at=$((at + length))
    said=$SECONDS
  done
}
said=-1000
looked=-1000
while is_kept; do
  if ! read_exit && [ $((SECONDS - looked)) -ge 2 ]; then
    looked=$SECONDS
    # A machine that went down at once wrote no exit, and took nothing away.
    if is_over && is_kept && ! read_exit; then
      end=gone
      rm -rf -- "$dir/files" "$dir/script.sh"
    fi
  fi
  print_new
  [ -z "$end" ] || {
    printf 'end %s .\n' "$end"
    exit 0
  }
  if [ $((SECONDS - said)) -ge "$alive_seconds" ]; then
    printf 'alive\n' || exit 1
    said=$SECONDS
  fi
  sleep 0.2
done
echo 'end replaced .'
