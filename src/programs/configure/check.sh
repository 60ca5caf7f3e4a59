#!/bin/bash
# How a check is judged, wherever: in a transaction and by itself. What the last try said is told. `limited` is of
# base.sh; `tx` is a folder to write to.
: "${tx:?}" "${seconds_check:?}" "${seconds_check_retry:?}" "${try_bytes:?}"

# A service may need a moment to answer.
check_patiently() {
  checked_until=$((SECONDS + seconds_check_retry))
  # bash tells of a command that a signal ended in words that are others each time: not in the output of the check.
  # shellcheck disable=SC2016 # The inner shells read their own arguments.
  until { limited "$seconds_check" sh -c 'exec sh -c "$2" >"$1" 2>&1' sh "$tx/try" "$1"; } 2>/dev/null; do
    checked=$?
    if [ "$SECONDS" -ge "$checked_until" ]; then
      print_try
      echo "\"$1\" exited with $checked"
      return 1
    fi
    sleep 0.5
  done
  print_try
}
print_try() {
  head -c "$try_bytes" "$tx/try"
  [ -z "$(head -c "$try_bytes" "$tx/try" | tail -c 1)" ] || echo
}
