import type { ProgramValues } from '../programs/assemble-program.js'
import { places, seconds } from './places.js'

/** What `configure/base.sh` and `configure/recover-other.sh` want, for a transaction and for long work. */
export const sharedValues: ProgramValues = {
  place_library: places.library,
  place_current: places.current,
  place_last: places.last,
  place_lock: places.lock,
  place_holder: places.holder,
  place_token: places.token,
  place_hold: places.hold,
  seconds_last_follow_up: seconds.lastFollowUp,
}
