import type { Tree, TreeFile } from '../../base/tree.js'

/** The two folders that hold layers; only files below the second may name secrets. */
export const tops = ['config', 'secrets-templates'] as const
export type Top = (typeof tops)[number]

export interface Layer {
  readonly origin: 'toolkit' | 'branch'
  /** `all`, `groups/G` or `machines/M`. */
  readonly folder: string
}

export interface Trees {
  readonly toolkit: Tree
  readonly config: Tree
}

/** Lists the layers of a machine, weakest first. The toolkit has no layers for single machines. */
export function listLayers(machine: {
  readonly name: string
  readonly groups: readonly string[]
}): readonly Layer[] {
  const shared = ['all', ...machine.groups.map((group) => `groups/${group}`)]
  return [
    ...shared.flatMap((folder): Layer[] => [
      { origin: 'toolkit', folder },
      { origin: 'branch', folder },
    ]),
    { origin: 'branch', folder: `machines/${machine.name}` },
  ]
}

export interface LayerFile {
  /** Path for people: a path of the toolkit starts with `toolkit:`. */
  readonly shownPath: string
  readonly file: TreeFile | undefined
}

export function readLayerFile(
  trees: Trees,
  { layer, top, path }: { layer: Layer; top: Top; path: string },
): LayerFile {
  const full = `${top}/${layer.folder}/${path}`
  return layer.origin === 'toolkit'
    ? { shownPath: `toolkit:${full}`, file: trees.toolkit.get(full) }
    : { shownPath: full, file: trees.config.get(full) }
}
