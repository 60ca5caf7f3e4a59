import type { Location, Problem } from '../../base/errors.js'
import { nearest } from '../../base/text/nearest.js'
import { quoted, shownNames, shownPath } from '../problems/shown.js'
import type { DataPath } from '../yaml/yaml-lookup.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import type { FlockEntries } from './flock-entries.js'
import type { PlacedLayer } from './placed-layers.js'

/** Lists roles in order of first mention. `!NAME` removes a role of a weaker layer, or an earlier one of the same layer. */
export function resolveRoles(layers: readonly PlacedLayer[]): readonly string[] {
  const roles = new Set<string>()
  for (const written of layers.flatMap(({ entry }) => entry.roles ?? [])) {
    if (written.startsWith('!')) roles.delete(written.slice(1))
    else roles.add(written)
  }
  return [...roles]
}

interface Mention {
  readonly written: string
  readonly path: DataPath
  readonly source: YamlSource
}

/** The place where each role is first named: in the flock, otherwise in the toolkit. */
export function rolePlacesOf(entries: FlockEntries, source: YamlSource): ReadonlyMap<string, Location> {
  const places = new Map<string, Location>()
  for (const { written, path, source: from } of mentions(entries, source)) {
    if (!written.startsWith('!') && !places.has(written)) places.set(written, from.valueAt(path))
  }
  return places
}

/** Problems of each `!NAME` whose role no layer of any machine gives: a misspelt one would not remove the role. */
export function findRoleProblems(entries: FlockEntries, source: YamlSource): readonly Problem[] {
  const all = mentions(entries, source)
  const given = new Set(all.flatMap(({ written }) => (written.startsWith('!') ? [] : [written])))
  // The role that is meant may have been refused.
  if (isAnyDoubtful(entries)) return []
  return all.flatMap(({ written, path, source: from }) => {
    const name = written.slice(1)
    if (!written.startsWith('!') || given.has(name)) return []
    const meant = nearest(name, given)
    const others = given.size === 0 ? 'leave it out' : `roles: ${shownNames([...given])}`
    return [
      {
        reason: 'invalid-flock',
        message: `${shownPath(path)}: ${quoted(written)} removes a role that no layer gives`,
        at: from.valueAt(path),
        hint: meant === undefined ? others : `did you mean "!${meant}"?`,
      },
    ]
  })
}

function isAnyDoubtful(entries: FlockEntries): boolean {
  const { groups, machines, isDoubtful } = entries
  return (
    entries.isTopDoubtful ||
    isDoubtful(['roles']) ||
    [...groups.keys()].some((name) => isDoubtful(['groups', name])) ||
    [...machines.keys()].some((name) => isDoubtful(['machines', name]))
  )
}

function mentions(entries: FlockEntries, source: YamlSource): readonly Mention[] {
  const { toolkit } = entries
  return [
    { entry: entries.flock, path: [], source },
    ...[...entries.groups].map(([name, entry]) => ({ entry, path: ['groups', name], source })),
    ...[...entries.machines].map(([name, entry]) => ({ entry, path: ['machines', name], source })),
    { entry: toolkit.top, path: [], source: toolkit.source },
    ...[...toolkit.groups].map(([name, entry]) => ({
      entry,
      path: ['groups', name],
      source: toolkit.source,
    })),
  ].flatMap(({ entry, path, source: from }) =>
    (entry.roles ?? []).map((written, index) => ({ written, path: [...path, 'roles', index], source: from })),
  )
}
