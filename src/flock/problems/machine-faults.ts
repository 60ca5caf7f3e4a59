import type { Problem } from '../../base/errors.js'
import type { DataPath } from '../yaml/yaml-lookup.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { quoted, shownPath } from './shown.js'

/** Something that is wrong only in the merged layers of a machine. It is reported at the place that it comes from. */
export interface MachineFault {
  readonly source: YamlSource
  readonly path: DataPath
  /** True if the place is the key at the end of the path, not the value. */
  readonly isKey?: boolean
  /** The part of the message between the path and the machine. Faults with the same path and text are reported once. */
  readonly what: string
  readonly machine: string
  readonly hint: string
}

/** One problem for each thing that is wrong, however many machines it concerns. */
export function faultProblems(faults: readonly MachineFault[]): readonly Problem[] {
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
