#!/bin/bash
# Receives an archive on standard input and starts the unit, if the unit is free.
# $1 kind of the work, $2 its run, $3 its key, $4 bytes of the archive, $5 who we are, $6 seconds to wait for the
# lock of the machine, $7 seconds for the work.
: "${spare_seconds:?}"
. ./long-work/begin.sh
. ./long-work/receive.sh
. ./long-work/decide.sh

systemctl reset-failed "$unit" 2>/dev/null
# What the last one left stays for whoever still reads it.
rm -rf -- "$base/before" "$dir/files" "$dir/script.sh" && mv -T -- "$dir" "$base/before" && mv -T -- "$incoming" "$dir" || exit 1
printf '%s\n' "$key" >"$dir/key" && printf '%s\n' "$5" >"$dir/holder" && : >"$dir/output" && printf '%s\n' "$run" >"$dir/run" || exit 1
# shellcheck disable=SC2016
systemd-run --quiet --collect --no-ask-password --unit="$unit" --description="Drover: $1" \
  -p KillMode=control-group -p RuntimeMaxSec="$(($6 + $7 + spare_seconds))" -p TimeoutStopSec=15 -p IgnoreSIGPIPE=no \
  -p "ExecStopPost=/bin/bash $dir/ended.sh $dir" \
  /bin/bash -c 'id=$1; tx=$2; . "$tx/unit.sh"; work_alone "$3" "$4"' drover "$run" "$dir" "$6" "$7" </dev/null 8>&- || {
  status=$?
  rm -f "$dir/run"
  exit "$status"
}
answer ours "$run"
