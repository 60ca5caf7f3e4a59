import { machineName } from '../flock/schema/schema.js'
import type { ImportNote } from './note.js'
import { listFolders, type OlderFolders } from './older-folder.js'

/**
 * Lists the machines that have a folder. A folder in which a list names files is no machine's. The older scripts
 * know their machines from AWS alone, so a machine without a folder cannot be found.
 */
export function listMachines({ own, scripts, ownPrefix }: OlderFolders): {
  readonly machines: readonly string[]
  readonly notes: readonly ImportNote[]
} {
  const lists = [...own, ...scripts].filter(([path]) =>
    /\/(?:sync|uploads|downloads)\.csv(?:\.base)?$/.test(path),
  )
  const named = new Set(
    lists.flatMap(([, { bytes }]) =>
      bytes
        .toString('utf8')
        .split('\n')
        .flatMap((line) => /^["\s\ufeff]*(?:\.\/)*([^,/"]+)\//.exec(line)?.[1] ?? []),
    ),
  )
  const folders = listFolders(own).filter((name) => !named.has(name))
  const machines = folders.filter((name) => machineName.test(name))
  const notes = folders
    .filter((name) => !machines.includes(name))
    .map((name): ImportNote => {
      const message = 'cannot be the name of a machine: 1 to 63 of a-z, 0-9 and "-" are allowed'
      return { kind: 'not-carried', at: { file: `${ownPrefix}config/${name}` }, message }
    })
  return { machines, notes }
}
