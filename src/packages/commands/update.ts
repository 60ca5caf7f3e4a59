import { programText } from '../../programs/program.js'
import { places } from '../../transaction/places.js'

/** How long others may install packages before an update gives up, in seconds. */
const packageLockSeconds = 600

export interface UpdateRequest {
  readonly securityOnly: boolean
  /** Only says what it would do. */
  readonly isDryRun: boolean
}

/** Begins each line that is for us; all others are what the programs say. */
export const mark = 'drover-update'

/**
 * What was installed before an update that did not end by itself: the next one tells what both did.
 */
const beforePlace = `${places.library}/update-before`

/**
 * bash that upgrades packages and tells it as `drover-update WORD …` lines: `step NAME`, `done STATUS NAME`,
 * `waiting WHO`, `would|changed NAME BEFORE AFTER` (`-` for none), `left NAME BEFORE AFTER WHY`, `repaired NAME`,
 * `needs-reboot WHY`, `failed WHY`, and at last `end`. Can be cut off at any moment and run again.
 */
export function updateProgram({ securityOnly, isDryRun }: UpdateRequest): string {
  return programText(isDryRun ? 'packages/plan.sh' : 'packages/update.sh', {
    mark,
    only: securityOnly ? 'security' : 'all',
    place_before: beforePlace,
    lock_seconds: packageLockSeconds,
  })
}
