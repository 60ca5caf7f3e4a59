import type { Problem } from '../../base/errors.js'
import { nearest } from '../../base/text/nearest.js'
import type { Environment } from '../flock.js'
import { quoted, shownNames, shownPath } from '../problems/shown.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import type { FlockEntries } from './flock-entries.js'

export function environmentsOf({ flock }: FlockEntries): readonly Environment[] {
  return Object.entries(flock.environments ?? {}).map(([name, entry]) => ({
    name,
    isProtected: entry?.protected ?? false,
  }))
}

/** Problems of environments that are named and not listed: a misspelt one would not be protected. */
export function findEnvironmentProblems(entries: FlockEntries, source: YamlSource): readonly Problem[] {
  // An environment that was refused for another reason was still meant to exist.
  const known = source.keys(['environments'])
  if (entries.isDoubtful(['environments'])) return []
  return namings(entries)
    .filter(({ name }) => !known.includes(name))
    .map(({ path, name }) => {
      const meant = nearest(name, known)
      const others =
        known.length === 0 ? 'add it under "environments:"' : `environments: ${shownNames(known)}`
      return {
        reason: 'invalid-flock',
        message: `${shownPath(path)}: no environment ${quoted(name)}`,
        at: source.valueAt(path),
        hint: meant === undefined ? others : `did you mean "${meant}"?`,
      }
    })
}

interface Naming {
  readonly path: readonly string[]
  readonly name: string
}

function namings({ flock, groups, machines }: FlockEntries): readonly Naming[] {
  const layers = [
    { path: [], entry: flock },
    ...[...groups].map(([name, entry]) => ({ path: ['groups', name], entry })),
    ...[...machines].map(([name, entry]) => ({ path: ['machines', name], entry })),
  ]
  return layers.flatMap(({ path, entry: { environment } }) =>
    environment === undefined ? [] : [{ path: [...path, 'environment'], name: environment }],
  )
}
