import type { Command } from '../../base/command.js'
import { programCommand } from '../../programs/program.js'
import { places } from '../../transaction/places.js'

/** How many versions stay besides the one in use and those that a kept change could bring back. */
const versionsKept = 3

export interface Prunable {
  /** Paths of code. */
  readonly code: readonly string[]
  /** Artifacts: where all versions lie, and the path that leads to the one in use. */
  readonly artifacts: readonly { readonly folder: string; readonly path: string }[]
}

/** Takes away versions that nobody needs, and prints `removed PATH` for each; `busy` when another run is at work. */
export function pruneCommand({ code, artifacts }: Prunable): Command {
  return programCommand('code/prune.sh', {
    values: {
      place_lock: places.lock,
      place_undo: places.undo,
      place_transactions: places.transactions,
      versions_kept: versionsKept,
    },
    args: [
      ...code.flatMap((path) => ['code', path]),
      ...artifacts.flatMap(({ folder, path }) => ['artifact', folder, path]),
    ],
  })
}
