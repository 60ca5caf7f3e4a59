import { places, seconds } from './places.js'

/**
 * What another run left that was cut off, and nobody has undone: its folder has a `script.sh` that knows how, whatever
 * version it is of. bash; behind `baseScript`, by whoever holds the lock.
 */
export const recoverScript = String.raw`
recover_other() {
  [ -L ${places.current} ] || return 0
  other=$(readlink ${places.current}) || return 0
  [ -f "$other/script.sh" ] || { rm -f ${places.current}; return 0; }
  bash -c 'id=$1; tx=$2; . "$tx/script.sh"; undo interrupted ${seconds.lastFollowUp} >/dev/null' drover "$(basename -- "$other")" "$other" 7>&- 9>&- </dev/null
}
`
