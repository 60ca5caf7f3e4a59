/** The pull request that started a run. */
export interface PullRequest {
  readonly number: number
  /** Newest commit of it, when the run was started. */
  readonly head: string
  /** The commit that it would be merged into. */
  readonly base: string
  /** The commit of GitHub's own trial merge: what the branch would hold after the merge. */
  readonly merged: string
  /** True if its commits are in another repository: its runs get neither secrets nor a token that may write. */
  readonly isFork: boolean
}
