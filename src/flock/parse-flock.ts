import { refuse } from '../base/errors.js'
import type { JsonObject } from '../base/json.js'
import { environmentsOf, findEnvironmentProblems } from './environments.js'
import { expandMachines } from './expand-machines.js'
import type { Flock } from './flock.js'
import { readEntries } from './flock-entries.js'
import { findGroupProblems } from './group-problems.js'
import { findSchemaProblems } from './schema-problems.js'
import { readYaml } from './yaml-source.js'

export interface FlockText {
  readonly text: string
  /** Name of the file, for problems. */
  readonly file: string
  /** Variables of the toolkit's layer, the weakest. */
  readonly defaults?: JsonObject
}

/**
 * Reads a `flock.yml`. Throws one InputError (`invalid-flock`) with every
 * problem in the file's order, each with its place and a hint. Errors of YAML's
 * syntax come alone, as nothing behind them can be read for certain.
 */
export function parseFlock({ text, file, defaults = {} }: FlockText): Flock {
  const source = readYaml({ text, file })
  const schema = findSchemaProblems(source, file)
  const entries = readEntries(source, [...source.refused, ...schema.refused])
  const expansion = expandMachines({ entries, source, defaults })
  const problems = [
    ...source.problems,
    ...schema.problems,
    ...findGroupProblems(entries, source),
    ...findEnvironmentProblems(entries, source),
    ...expansion.problems,
  ]
  refuse(
    problems.toSorted(
      (a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0),
    ),
  )
  return {
    name: entries.flock.flock,
    groups: [...entries.groups.keys()],
    environments: environmentsOf(entries),
    machines: expansion.machines,
  }
}
