import { seconds } from './places.js'

/** Room for the line about the exit within what `step` tells. */
const tryBytes = 16_000

/**
 * How a check is judged, wherever: in a transaction and by itself. What the last try said is told. `limited` is of the
 * base script, `tx` a folder to write to.
 */
export const checkScript = String.raw`
# A service may need a moment to answer.
check_patiently() {
  checked_until=$((SECONDS + ${seconds.checkRetry}))
  # bash tells of a command that a signal ended in words that are others each time: not in the output of the check.
  until { limited ${seconds.check} sh -c 'exec sh -c "$2" >"$1" 2>&1' sh "$tx/try" "$1"; } 2>/dev/null; do
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
  head -c ${tryBytes} "$tx/try"
  [ -z "$(head -c ${tryBytes} "$tx/try" | tail -c 1)" ] || echo
}
`
