import { throwIfInvalid } from '../../base/errors.js'
import { inOrder } from '../accepted-data.js'
import { findSchemaProblems } from '../problems/schema-problems.js'
import { shownPath } from '../problems/shown.js'
import { type ToolkitFile, toolkitSchema } from '../schema/schema.js'
import { toolkitFile } from '../schema/schema-parts.js'
import { readYaml, type YamlSource } from '../yaml/yaml-source.js'

type ToolkitGroup = NonNullable<NonNullable<ToolkitFile['groups']>[string]>

/** What the toolkit's `config/flock.yml` says. */
export interface ToolkitEntries {
  readonly top: Omit<ToolkitFile, 'groups'>
  readonly groups: ReadonlyMap<string, ToolkitGroup>
  readonly source: YamlSource
}

/**
 * Reads the weakest layer of every flock: a `flock.yml` that names no flock, machines, environments,
 * provider or DNS. Throws one InputError with the problems of this file alone, because those of the
 * flock can be found only on top of it. An empty text is an empty layer.
 */
export function readToolkit(given: ToolkitText): ToolkitEntries {
  if (known?.text !== given.text || known.source.file !== given.file) {
    known = { text: given.text, ...read(given) }
  }
  return known
}

export interface ToolkitText {
  readonly text: string
  /** Name of the file, for problems. */
  readonly file: string
}

// A caller that waits anyway, as for a fetch by git, reads the file in advance.
let known: (ToolkitEntries & { readonly text: string }) | undefined

function read({ text, file }: ToolkitText): ToolkitEntries {
  const source = readYaml({ text: text.trim() === '' ? '{}' : text, file })
  const schema = findSchemaProblems(source, toolkitFile)
  throwIfInvalid([...source.problems, ...schema.problems])
  const { groups, ...top } = toolkitSchema.parse(source.data)
  const byName = inOrder(groups, source.keys(['groups']))
  throwIfInvalid(
    [...byName].flatMap(([name, group]) =>
      (group.groups ?? []).flatMap((other, index) => {
        if (byName.has(other)) return []
        const path = ['groups', name, 'groups']
        return [
          {
            reason: 'invalid-flock' as const,
            message: `${shownPath(path)}: no group "${other}"`,
            at: source.valueAt([...path, index]),
            hint: 'name a group of this file',
          },
        ]
      }),
    ),
  )
  return { top, groups: byName, source }
}
