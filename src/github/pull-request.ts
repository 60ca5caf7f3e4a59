/** The pull request that started a run. */
export interface PullRequest {
  readonly number: number
  /** Newest commit of it, when the run was started. */
  readonly head: string
  /** The commit that it would be merged into. */
  readonly base: string
  /** What would be on the branch if it were merged: GitHub's own trial merge. */
  readonly merged: string
  /** True if its commits are in another repository: such a run gets neither secrets nor a token that may write. */
  readonly isFork: boolean
}
