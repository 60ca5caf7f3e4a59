import type { Problem } from '../../base/errors.js'
import type { Json } from '../../base/json.js'
import { nearest } from '../../base/text/nearest.js'
import { readYamlMap } from './read-yaml-map.js'
import { type Role, yamlFileOf } from './roles.js'

export interface Needs {
  /** The role and all roles that it depends on, sorted. */
  readonly roles: readonly Role[]
  readonly problems: readonly Problem[]
}

const known = new WeakMap<ReadonlyMap<string, Role>, Map<string, Needs>>()

/**
 * A role with its dependencies in `meta/main.yml`, and theirs. A role that a task includes by name is not
 * found here: the including role must list it as a dependency. Results are cached by library.
 */
export function needsOf(role: Role, library: ReadonlyMap<string, Role>): Needs {
  const ofLibrary = known.get(library) ?? new Map<string, Needs>()
  known.set(library, ofLibrary)
  const needs = ofLibrary.get(role.name) ?? findNeeds(role, library)
  ofLibrary.set(role.name, needs)
  return needs
}

function findNeeds(role: Role, library: ReadonlyMap<string, Role>): Needs {
  const found = new Map([[role.name, role]])
  const problems: Problem[] = []
  const open = [role]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const read = dependenciesOf(next, library)
    problems.push(...read.problems)
    for (const one of read.roles) {
      if (found.has(one.name)) continue
      found.set(one.name, one)
      open.push(one)
    }
  }
  return { roles: [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), problems }
}

function dependenciesOf(role: Role, library: ReadonlyMap<string, Role>): Needs {
  const file = yamlFileOf(role, 'meta/main')
  if (file === undefined) return { roles: [], problems: [] }
  const { shownPath } = file
  const problem = (one: Pick<Problem, 'message'> & Partial<Problem>): Problem => ({
    reason: 'invalid-role',
    at: { file: shownPath },
    ...one,
    message: `${shownPath}: ${one.message}`,
  })
  const read = readYamlMap(file.text)
  if ('problems' in read) {
    return {
      roles: [],
      problems: read.problems.map(({ place, ...rest }) =>
        problem({ ...rest, at: { file: shownPath, ...place } }),
      ),
    }
  }
  const written = read.data.dependencies
  const at = { file: shownPath, ...read.placeOf(['dependencies']) }
  if (written === undefined || written === null) return { roles: [], problems: [] }
  if (!Array.isArray(written)) {
    const message = '"dependencies" must be a list'
    return { roles: [], problems: [problem({ message, at, hint: 'write it as a list: [a, b]' })] }
  }
  const named = written.map((item: Json) => ({ name: dependencyName(item) }))
  return {
    roles: named.flatMap(({ name }) => (name === undefined ? [] : (library.get(name) ?? []))),
    problems: named.flatMap(({ name }) => {
      if (name === undefined) {
        return [problem({ message: 'a dependency names no role', at, hint: 'write "role: NAME"' })]
      }
      if (library.has(name)) return []
      return [problem({ message: `no role "${name}"`, at, hint: unknownRoleHint(name, library) })]
    }),
  }
}

export function unknownRoleHint(name: string, library: ReadonlyMap<string, Role>): string {
  const meant = nearest(name, library.keys())
  return meant === undefined
    ? `put it in ansible/roles/${name} on the config branch`
    : `did you mean "${meant}"?`
}

function dependencyName(item: Json): string | undefined {
  if (typeof item === 'string') return item
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined
  const { role, name } = item as { readonly role?: Json; readonly name?: Json }
  const given = role ?? name
  return typeof given === 'string' ? given : undefined
}
