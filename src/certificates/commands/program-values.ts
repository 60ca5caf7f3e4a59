import type { ProgramValues } from '../../programs/assemble-program.js'
import { certificateMark, certificatePlaces, lineageFolders, siteMark } from './places.js'

/** What `certificates/digest.sh` wants. */
export const digestValues: ProgramValues = {
  place_letsencrypt: certificatePlaces.letsencrypt,
  lineage_folders: lineageFolders.join(' '),
}

/** What all units want that put a certificate in use. */
export const serveValues: ProgramValues = {
  certificate_mark: certificateMark,
  site_mark: siteMark,
  place_letsencrypt: certificatePlaces.letsencrypt,
  place_served: certificatePlaces.served,
  place_current: certificatePlaces.current,
  place_own: certificatePlaces.own,
  place_hook: certificatePlaces.hook,
  place_timer_settings: certificatePlaces.timerSettings,
  place_authorities: certificatePlaces.authorities,
}
