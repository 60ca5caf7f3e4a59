import type { EntryPlace } from '../resolve/fold-entries.js'
import { overlaps } from '../symlink-path.js'
import type { MachineFault } from './machine-faults.js'
import { quoted } from './shown.js'

/** Paths on a machine that one entry of `code` or `artifacts` owns alone. */
export interface TakenPath {
  /** `code` or `artifact`. */
  readonly what: string
  readonly name: string
  /** The path of the symlink first, then those of the files beside it. */
  readonly paths: readonly string[]
  readonly place: EntryPlace
}

type Clash = Omit<MachineFault, 'machine'>

/** Entries whose paths are equal or one inside another. Each pair is reported at the entry of the stronger layer. */
export function findPathClashes(taken: readonly TakenPath[]): readonly Clash[] {
  return taken.flatMap((second, index) =>
    taken
      .slice(0, index)
      .flatMap((first) =>
        first.place.strength > second.place.strength ? clashOf(first, second) : clashOf(second, first),
      ),
  )
}

function clashOf(strong: TakenPath, weak: TakenPath): readonly Clash[] {
  const pairs = strong.paths.flatMap((path) => weak.paths.map((other) => ({ path, other })))
  const clash = pairs.find(({ path, other }) => overlaps(path, other))
  if (clash === undefined) return []
  const at = weak.place.source.valueAt(weak.place.path)
  const where = weak.place.source === strong.place.source ? '' : ` of ${at.file}`
  return [
    {
      ...strong.place,
      what: `${quoted(clash.path)} ${relation(clash)} of ${weak.what} "${weak.name}"`,
      hint: `give one of the two another path; the other is on line ${at.line}${where}`,
    },
  ]
}

function relation({ path, other }: { readonly path: string; readonly other: string }): string {
  if (path === other) return 'is the path'
  return `${path.startsWith(`${other}/`) ? 'is inside' : 'holds'} ${quoted(other)}`
}
