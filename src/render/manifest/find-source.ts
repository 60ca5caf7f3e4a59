import type { TreeFile } from '../../base/tree.js'
import { type Layer, readLayerFile, type Top, type Trees } from './layers.js'

export interface SourceInput {
  readonly trees: Trees
  /** Weakest first. */
  readonly layers: readonly Layer[]
  readonly top: Top
  readonly source: string
}

export type FoundSource =
  | { readonly file: TreeFile; readonly shownPath: string }
  | { readonly file: undefined; readonly lookedIn: readonly string[] }

/** The source in the strongest layer that holds it. */
export function findSource({ trees, layers, top, source }: SourceInput): FoundSource {
  const lookedIn: string[] = []
  for (const layer of layers.toReversed()) {
    const { file, shownPath } = readLayerFile(trees, { layer, top, path: source })
    if (file !== undefined) return { file, shownPath }
    lookedIn.push(shownPath.slice(0, -source.length - 1))
  }
  return { file: undefined, lookedIn }
}
