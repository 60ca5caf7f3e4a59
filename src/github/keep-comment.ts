import type { Comment, GitHub } from './github.js'

export interface Keeping {
  readonly pull: number
  /** The commit of the pull request that the comment is about. */
  readonly head: string
  /** How the comment begins. */
  readonly marker: string
  /** Begins with the marker. */
  readonly body: string
}

export type Kept =
  | { readonly kind: 'written'; readonly comment: Comment }
  /** The pull request has a newer commit, whose own run writes the comment: no comment of this run stays. */
  | { readonly kind: 'stale' }

/**
 * Leaves one comment with this marker on a pull request: the oldest one is updated, further ones are
 * removed. GitHub cannot compare and swap, so two runs may both create a comment; each lists the comments
 * again after it created its own, and the oldest stays.
 */
export async function keepComment(github: GitHub, keeping: Keeping): Promise<Kept> {
  const { pull, marker, body } = keeping
  const [oldest, ...others] = await github.findComments(pull, marker)
  // The check comes right before writing: this run may have observed machines for minutes.
  if (await isStale(github, keeping)) return { kind: 'stale' }
  const updated = oldest === undefined ? undefined : await github.updateComment(oldest.id, body)
  if (updated === undefined) return settle(github, keeping, await github.createComment(pull, body))
  await remove(github, others)
  return { kind: 'written', comment: updated }
}

async function settle(github: GitHub, keeping: Keeping, made: Comment): Promise<Kept> {
  const found = await github.findComments(keeping.pull, keeping.marker)
  const [oldest, ...others] = found
  if (oldest === undefined || found.length === 1) return { kind: 'written', comment: oldest ?? made }
  if (await isStale(github, keeping)) {
    await github.deleteComment(made.id)
    return { kind: 'stale' }
  }
  const updated = oldest.id === made.id ? made : await github.updateComment(oldest.id, keeping.body)
  if (updated === undefined) return { kind: 'written', comment: made }
  await remove(github, others)
  return { kind: 'written', comment: updated }
}

async function isStale(github: GitHub, { pull, head }: Keeping): Promise<boolean> {
  return (await github.headOf(pull)) !== head
}

async function remove(github: GitHub, comments: readonly Comment[]): Promise<void> {
  for (const { id } of comments) await github.deleteComment(id)
}
