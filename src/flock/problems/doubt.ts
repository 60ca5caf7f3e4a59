import type { FlockEntries } from '../resolve/flock-entries.js'
import { lineariseGroups } from '../resolve/linearise.js'
import type { MachineEntry } from '../schema/schema.js'

/** Whether something that an entry seems to lack may be in a part that was refused, or in a group that does not exist. */
export function mayBeElsewhere(
  { key, entry }: { readonly key: string; readonly entry: MachineEntry },
  entries: FlockEntries,
): boolean {
  const named = entry.groups ?? []
  const groups = lineariseGroups(named, entries.includes)
  const mentioned = [...named, ...groups.flatMap((name) => entries.includes.get(name) ?? [])]
  return (
    entries.isTopDoubtful ||
    entries.isDoubtful(['vars']) ||
    entries.isDoubtful(['machines', key]) ||
    mentioned.some((name) => !entries.includes.has(name) || entries.isDoubtful(['groups', name]))
  )
}
