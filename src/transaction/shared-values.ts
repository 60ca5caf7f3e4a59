import type { ProgramValues } from '../programs/assemble-program.js'
import { places, seconds } from './places.js'

/** What long work wants of the places of a transaction: it takes the same lock, and undoes what one left. */
export const sharedValues: ProgramValues = {
  place_current: places.current,
  place_lock: places.lock,
  place_holder: places.holder,
  place_token: places.token,
  seconds_last_follow_up: seconds.lastFollowUp,
}
