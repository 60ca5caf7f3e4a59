#!/bin/bash
# Runs when nothing of the unit is left, however it ended (systemd.exec(5), $SERVICE_RESULT): what the work
# needed is taken away, secrets with it, and only then the exit is written.

dir=$1
rm -rf -- "$dir/files" "$dir/script.sh" "$dir/complete"
if [ -s "$dir/verdict" ]; then
  verdict=$(cat "$dir/verdict")
else verdict="$SERVICE_RESULT $EXIT_CODE $EXIT_STATUS"; fi
printf '%s\n' "$verdict" >"$dir/exit.new" && sync -- "$dir/exit.new" "$dir/output" && mv -T -f -- "$dir/exit.new" "$dir/exit"
