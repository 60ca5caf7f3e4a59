import type { TreeFile } from '../../base/tree.js'
import type { Trees } from '../layers.js'

/** A folder `ansible/roles/NAME/`. */
export interface Role {
  readonly name: string
  /** As people know it: one of the toolkit starts with `toolkit:`. */
  readonly shownFolder: string
  /** By path below the folder. */
  readonly files: ReadonlyMap<string, TreeFile>
}

const inRole = /^ansible\/roles\/(?<name>[^/]+)\/(?<path>.+)$/s

/** All roles by name. One of the config branch replaces the toolkit's of its name whole. */
export function listRoles({ toolkit, config }: Trees): ReadonlyMap<string, Role> {
  return new Map([
    ...rolesOf({ tree: toolkit, prefix: 'toolkit:' }),
    ...rolesOf({ tree: config, prefix: '' }),
  ])
}

function rolesOf({
  tree,
  prefix,
}: {
  readonly tree: Trees['config']
  readonly prefix: string
}): Map<string, Role> {
  const files = new Map<string, Map<string, TreeFile>>()
  for (const [full, file] of tree) {
    const { name, path } = inRole.exec(full)?.groups ?? {}
    if (name === undefined || path === undefined) continue
    const known = files.get(name) ?? new Map<string, TreeFile>()
    files.set(name, known.set(path, file))
  }
  return new Map(
    [...files].map(([name, own]) => [
      name,
      { name, shownFolder: `${prefix}ansible/roles/${name}`, files: own },
    ]),
  )
}

/** The file that Ansible reads under a name without its ending. */
export function yamlFileOf(
  { shownFolder, files }: Role,
  name: string,
): { readonly shownPath: string; readonly text: string } | undefined {
  for (const path of [`${name}.yml`, `${name}.yaml`]) {
    const file = files.get(path)
    if (file !== undefined) return { shownPath: `${shownFolder}/${path}`, text: file.bytes.toString('utf8') }
  }
  return undefined
}
