import type { Location, Problem } from '../../base/errors.js'
import { nearest } from '../../base/text/nearest.js'
import type { FlockEntries } from '../resolve/flock-entries.js'
import { findCycles } from '../resolve/linearise.js'
import { type DataPath, dataAt } from '../yaml/yaml-lookup.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { quoted, shownNames, shownPath } from './shown.js'

/** Problems of groups that are named and do not exist, and of groups that include themselves. */
export function findGroupProblems(entries: FlockEntries, source: YamlSource): readonly Problem[] {
  // A group that was refused for another reason was still meant to exist.
  const own = source.keys(['groups'])
  const known = [...new Set([...own, ...entries.toolkit.groups.keys()])]
  const unknown = entries.isTopDoubtful && own.length === 0 ? [] : findUnknown({ entries, source, known })
  return [
    ...unknown,
    ...findCycles(entries.includes).map((cycle) => cycleProblem(cycle, { entries, source })),
  ]
}

interface Search {
  readonly entries: FlockEntries
  readonly source: YamlSource
  readonly known: readonly string[]
}

function findUnknown({ entries, source, known }: Search): readonly Problem[] {
  const exists = new Set(known)
  return [
    ...[...entries.groups].map(([name, entry]) => ({
      path: ['groups', name, 'groups'],
      groups: entry.groups,
    })),
    ...[...entries.machines].map(([name, entry]) => ({
      path: ['machines', name, 'groups'],
      groups: entry.groups,
    })),
  ].flatMap(({ path, groups }) =>
    [...new Set(groups)]
      .filter((name) => !exists.has(name))
      .map((name) => unknownGroup({ name, path, source, known })),
  )
}

function unknownGroup({
  name,
  path,
  source,
  known,
}: Omit<Search, 'entries'> & { name: string; path: DataPath }): Problem {
  const meant = nearest(name, known)
  const others = known.length === 0 ? 'add it under "groups:"' : `groups: ${shownNames(known)}`
  return {
    reason: 'invalid-flock',
    message: `${shownPath(path)}: no group ${quoted(name)}`,
    at: placeOf({ name, path, source }),
    hint: meant === undefined ? others : `did you mean "${meant}"?`,
  }
}

function cycleProblem(
  cycle: readonly string[],
  { entries, source }: { readonly entries: FlockEntries; readonly source: YamlSource },
): Problem {
  const steps = cycle.slice(1).map((name, index) => ({ last: cycle[index] ?? '', name }))
  // The problem is reported in the flock's file where possible: a flock cannot change the toolkit's.
  const own = steps.findLast(({ last, name }) => entries.groups.get(last)?.groups?.includes(name))
  const { last, name } = own ?? steps.at(-1) ?? { last: '', name: '' }
  const path = ['groups', last, 'groups']
  return {
    reason: 'invalid-flock',
    message: `${shownPath(path)}: groups include each other: ${cycle.join(' -> ')}`,
    at: placeOf({ name, path, source: own === undefined ? entries.toolkit.source : source }),
    hint: `remove "${name}" here, or one of the others`,
  }
}

function placeOf({ name, path, source }: { name: string; path: DataPath; source: YamlSource }): Location {
  const list = dataAt(source.data, path)
  return source.valueAt(Array.isArray(list) ? [...path, list.indexOf(name)] : path)
}
