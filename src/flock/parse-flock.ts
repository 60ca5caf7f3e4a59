import { throwIfInvalid } from '../base/errors.js'
import type { Flock } from './flock.js'
import { findGroupProblems } from './problems/group-problems.js'
import { findSchemaProblems } from './problems/schema-problems.js'
import { findVarsProblems } from './problems/vars-problems.js'
import { environmentsOf, findEnvironmentProblems } from './resolve/environments.js'
import { expandMachines } from './resolve/expand-machines.js'
import { readEntries } from './resolve/flock-entries.js'
import { findRoleProblems, rolePlacesOf } from './resolve/resolve-roles.js'
import { readToolkit, type ToolkitText } from './resolve/toolkit-entries.js'
import { readYaml } from './yaml/yaml-source.js'

export interface FlockText {
  readonly text: string
  /** Name of the file, for problems. */
  readonly file: string
  /** The toolkit's `config/flock.yml`, the weakest layer. */
  readonly defaults?: ToolkitText | undefined
}

/**
 * Reads a `flock.yml`. Throws one InputError (`invalid-flock`) with every
 * problem in the file's order, each with its place and a hint. Errors of YAML's
 * syntax are reported alone, because nothing behind them can be read with certainty.
 */
export function parseFlock({ text, file, defaults = noDefaults }: FlockText): Flock {
  const toolkit = readToolkit(defaults)
  const source = readYaml({ text, file })
  const schema = findSchemaProblems(source)
  const entries = readEntries(source, { refused: [...source.refused, ...schema.refused], toolkit })
  const expansion = expandMachines({ entries, source })
  const problems = [
    ...source.problems,
    ...schema.problems,
    ...findGroupProblems(entries, source),
    ...findEnvironmentProblems(entries, source),
    ...findRoleProblems(entries, source),
    ...findVarsProblems(entries, source),
    ...expansion.problems,
  ]
  throwIfInvalid(
    problems.toSorted(
      (a, b) =>
        Number(b.at?.file === file) - Number(a.at?.file === file) ||
        (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
        (a.at?.column ?? 0) - (b.at?.column ?? 0),
    ),
  )
  return {
    name: entries.flock.flock,
    groups: [...new Set([...entries.groups.keys(), ...toolkit.groups.keys()])],
    environments: environmentsOf(entries),
    machines: expansion.machines,
    rolePlaces: rolePlacesOf(entries, source),
  }
}

const noDefaults = { text: '', file: 'toolkit' }
