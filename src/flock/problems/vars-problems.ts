import type { Problem } from '../../base/errors.js'
import type { Json } from '../../base/json.js'
import type { FlockEntries } from '../resolve/flock-entries.js'
import { type DataPath, dataAt } from '../yaml/yaml-lookup.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { shownPath } from './shown.js'

/** A template's expression for a secret. An expression that Ansible would read as a variable of that name does not match. */
const secretUse = /\{\{[{~]*\s*(?:json\s*\(\s*)?(?<helper>secret|generated)(?:\s*["']|\s+[A-Z])/

/** Problems of variables that name a secret: variables are written to plain files and shown, and are not rendered as templates. */
export function findVarsProblems({ groups, machines }: FlockEntries, source: YamlSource): readonly Problem[] {
  const layers = [
    { path: ['vars'], folder: 'all' },
    ...[...groups.keys()].map((name) => ({ path: ['groups', name, 'vars'], folder: `groups/${name}` })),
    ...[...machines.keys()].map((name) => ({ path: ['machines', name, 'vars'], folder: `machines/${name}` })),
  ]
  return layers.flatMap(({ path, folder }) =>
    textsIn(dataAt(source.data, path), path).flatMap(({ text, path: at }) => {
      const helper = secretUse.exec(text)?.groups?.helper
      if (helper === undefined) return []
      return [
        {
          reason: 'invalid-flock' as const,
          message: `${shownPath(at)}: a variable cannot hold {{${helper} …}}`,
          at: source.valueAt(at),
          hint: `for a role, write it in secrets-templates/${folder}/ansible-vars.yml; for a file, in its template below secrets-templates`,
        },
      ]
    }),
  )
}

function textsIn(value: Json | undefined, path: DataPath): readonly { text: string; path: DataPath }[] {
  if (typeof value === 'string') return [{ text: value, path }]
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => textsIn(item, [...path, index]))
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]))
}
