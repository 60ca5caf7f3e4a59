import type { Problem } from '../../base/errors.js'
import type { DataPath } from '../yaml/yaml-lookup.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { quoted, shownPath } from './shown.js'

/** Something that is wrong only once the layers of a machine are folded, told where it comes from. */
export interface MachineFault {
  readonly source: YamlSource
  readonly path: DataPath
  /** True: the place is the key that ends the path, not its value. */
  readonly isKey?: boolean
  /** What stands between the path and the machine; faults that share it and the path are told once. */
  readonly what: string
  readonly machine: string
  readonly hint: string
}

/** One problem for each thing wrong, however many machines it concerns. */
export function tellFaults(faults: readonly MachineFault[]): readonly Problem[] {
  const alike = new Map<string, MachineFault[]>()
  for (const fault of faults) {
    const id = JSON.stringify([fault.source.file, fault.path, fault.what])
    const others = alike.get(id)
    if (others === undefined) alike.set(id, [fault])
    else others.push(fault)
  }
  return [...alike.values()].flatMap(([fault, ...others]) => {
    if (fault === undefined) return []
    const { source, path, isKey = false, what, machine, hint } = fault
    const more = others.length > 0 ? ` and ${others.length} more` : ''
    return [
      {
        reason: 'invalid-flock' as const,
        message: `${shownPath(path)}: ${what} (for ${quoted(machine)}${more})`,
        at: isKey ? source.keyAt(path) : source.valueAt(path),
        hint,
      },
    ]
  })
}
