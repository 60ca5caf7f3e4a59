import type { Tree, TreeFile } from '../../base/tree.js'
import type { Trees } from '../manifest/layers.js'

/** A role: a folder `ansible/roles/NAME/`. */
export interface Role {
  readonly name: string
  /** Folder for people: one of the toolkit starts with `toolkit:`. */
  readonly shownFolder: string
  /** Files by path below the folder; `''` is a symlink in place of the folder. */
  readonly files: ReadonlyMap<string, TreeFile>
}

/** A symlink in place of the folder is a role, too, which is refused. */
const inRole = /^ansible\/roles\/(?<name>[^/]+)(?:\/(?<path>.+))?$/s

const known = new WeakMap<Tree, WeakMap<Tree, ReadonlyMap<string, Role>>>()

/**
 * All roles by name. A role of the config branch replaces the toolkit's role of that name as a whole. Results are
 * cached by trees, because all machines of a flock share them.
 */
export function listRoles({ toolkit, config }: Trees): ReadonlyMap<string, Role> {
  const ofToolkit = known.get(toolkit) ?? new WeakMap<Tree, ReadonlyMap<string, Role>>()
  known.set(toolkit, ofToolkit)
  const roles =
    ofToolkit.get(config) ??
    new Map([...rolesOf({ tree: toolkit, prefix: 'toolkit:' }), ...rolesOf({ tree: config, prefix: '' })])
  ofToolkit.set(config, roles)
  return roles
}

function rolesOf({ tree, prefix }: { readonly tree: Tree; readonly prefix: string }): Map<string, Role> {
  const files = new Map<string, Map<string, TreeFile>>()
  for (const [full, file] of tree) {
    const { name, path } = inRole.exec(full)?.groups ?? {}
    if (name === undefined || (path === undefined && file.mode !== '120000')) continue
    const own = files.get(name) ?? new Map<string, TreeFile>()
    files.set(name, own.set(path ?? '', file))
  }
  return new Map(
    [...files].map(([name, own]) => [
      name,
      { name, shownFolder: `${prefix}ansible/roles/${name}`, files: own },
    ]),
  )
}

/** The YAML file that Ansible reads for a name without extension. */
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
