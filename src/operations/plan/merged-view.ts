import { DroverError } from '../../base/errors.js'
import type { Tree } from '../../base/tree.js'
import { flockIn } from '../../branch/flock-in.js'
import type { Ledger, Snapshot } from '../../ledger/ledger.js'
import { treeWithSealedOf } from '../../sealed/generated-file.js'
import type { BranchPorts } from '../../task/ports.js'

export interface MergedView {
  /** The branch as it would be. */
  readonly ledger: Ledger
  /** Name of the flock on the branch now; the new one when there is none that can be read. */
  readonly flock: string
}

/**
 * The config branch as it would be with this commit on it. What Drover keeps of machines is taken from the
 * branch as it is: a pull request cannot say where a machine is, nor which host key it has. Throws
 * `commit-missing`.
 */
export async function mergedView(ports: BranchPorts, commit: string): Promise<MergedView> {
  const now = await ports.ledger.read()
  const then = await ports.ledger.readAt(commit)
  if (then === undefined) {
    throw new DroverError(`plan: the repository has no commit "${commit}" (any more)`, {
      reason: 'commit-missing',
      hint: 'The pull request probably has a newer commit, whose own run previews it. Otherwise run the checks of the pull request again.',
    })
  }
  const toolkit = await ports.toolkit()
  const snapshot: Snapshot = { ...then, tree: treeWithSealedOf(now.tree, then.tree), machines: now.machines }
  return {
    ledger: { ...ports.ledger, read: async () => snapshot },
    flock: nameIn(now.tree, toolkit) ?? nameIn(then.tree, toolkit) ?? 'unknown',
  }
}

function nameIn(tree: Tree, toolkit: Tree): string | undefined {
  try {
    return flockIn(tree, toolkit).name
  } catch (error) {
    // What is wrong with it is told by those who need more of it than its name.
    if (error instanceof DroverError) return undefined
    throw error
  }
}
