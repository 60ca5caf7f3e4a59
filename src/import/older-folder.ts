import type { Tree, TreeFile } from '../base/tree.js'

/** The older scripts' folders. Paths in them begin with `config/`, `settings/` or `scripts/`. */
export interface OlderFolders {
  /** The folder of the scripts themselves, which all flocks share. */
  readonly scripts: Tree
  /** The folder of one flock. */
  readonly own: Tree
  /** Prefix of a path of `own` as people see it. */
  readonly ownPrefix: string
}

export interface OlderFile {
  /** Path as people see it, from the folder that was named. */
  readonly path: string
  /** Path in its tree. */
  readonly inside: string
  readonly file: TreeFile
  /** Which of the four places: 0 the machine's, 1 its `.base`, 2 the flock's, 3 the scripts'. */
  readonly rank: number
}

export type Lookup =
  | { readonly kind: 'found'; readonly found: OlderFile }
  | { readonly kind: 'missing' }
  /** A symlink that leads out of the folder, nowhere, or in a circle. */
  | { readonly kind: 'unsafe'; readonly path: string; readonly message: string }

/** The file that wins for a machine, or for a machine without files of its own. Only places from `from` on count. */
export function findOlder(
  folders: OlderFolders,
  { name, machine, from = 0 }: { readonly name: string; readonly machine?: string; readonly from?: number },
): Lookup {
  const places: readonly (readonly [Tree, string, string] | undefined)[] = [
    machine === undefined ? undefined : [folders.own, folders.ownPrefix, `config/${machine}/${name}`],
    machine === undefined ? undefined : [folders.own, folders.ownPrefix, `config/${machine}/${name}.base`],
    [folders.own, folders.ownPrefix, `config/${name}`],
    [folders.scripts, '', `config/${name}`],
  ]
  for (const [rank, place] of places.entries()) {
    if (place === undefined || rank < from) continue
    const [tree, prefix, inside] = place
    const followed = followLinks(tree, inside)
    if (followed === 'nothing') continue
    const path = `${prefix}${inside}`
    if (typeof followed === 'string') return { kind: 'unsafe', path, message: followed }
    return { kind: 'found', found: { path, inside, file: followed.file, rank } }
  }
  return { kind: 'missing' }
}

/** Names directly below `config/` that are folders, or symlinks to one. */
export function listFolders(tree: Tree): readonly string[] {
  const names = new Set<string>()
  for (const path of tree.keys()) {
    const [top, name, ...rest] = path.split('/')
    if (top !== 'config' || name === undefined) continue
    if (rest.length > 0) names.add(name)
    else if (tree.get(path)?.mode === '120000' && leadsToFolder(tree, path)) names.add(name)
  }
  return [...names].sort()
}

function leadsToFolder(tree: Tree, path: string): boolean {
  const end = resolveLinks(tree, path)
  return 'path' in end && [...tree.keys()].some((other) => other.startsWith(`${end.path}/`))
}

/** The file that a path leads to, without leaving the tree; otherwise the cause, in words. */
function followLinks(tree: Tree, path: string): { readonly file: TreeFile } | string {
  const end = resolveLinks(tree, path)
  if ('fault' in end) return end.fault
  const file = tree.get(end.path)
  // The older scripts ignore a symlink to nothing, too: the next place counts.
  return file === undefined ? 'nothing' : { file }
}

function resolveLinks(tree: Tree, path: string): { readonly path: string } | { readonly fault: string } {
  let parts = path.split('/')
  for (let hops = 0; hops <= 40; hops += 1) {
    const at = parts.findIndex((_, index) => tree.get(parts.slice(0, index + 1).join('/'))?.mode === '120000')
    if (at < 0) return { path: parts.join('/') }
    const target = tree.get(parts.slice(0, at + 1).join('/'))?.bytes.toString('utf8') ?? ''
    if (target.startsWith('/')) return { fault: `is a symbolic link to "${target}", out of the folder` }
    const resolved: string[] = parts.slice(0, at)
    for (const part of [...target.split('/'), ...parts.slice(at + 1)]) {
      if (part === '' || part === '.') continue
      if (part !== '..') resolved.push(part)
      else if (resolved.pop() === undefined) {
        return { fault: `is a symbolic link to "${target}", out of the folder` }
      }
    }
    parts = resolved
  }
  return { fault: 'is a symbolic link that leads in a circle' }
}
