export interface Comment {
  readonly id: number
  readonly url: string
}

/** One run of a workflow, as GitHub describes it. */
export interface WorkflowRun {
  readonly id: string
  /** Name of the workflow; empty when it has none. */
  readonly workflow: string
  /** The title in the list of runs: `run-name`, or the title of the commit or pull request. */
  readonly title: string
  /** The event that started the run: `push`, `workflow_dispatch` … */
  readonly event: string
  /** `success`, `failure`, `cancelled` …; the status (`in_progress` …) of a run that has not ended. */
  readonly conclusion: string
  readonly url: string
  /** From the start of the newest attempt to the last change; absent while it runs. */
  readonly durationMs?: number
}

/** UTC, ISO 8601; both ends belong to it. */
interface Period {
  readonly from: string
  readonly to: string
}

interface NewDeployment {
  readonly environment: string
  /** Commit of the repository. */
  readonly commit: string
  readonly description: string
}

export type DeploymentState = 'success' | 'failure' | 'inactive'

interface DeploymentStatus {
  readonly deployment: number
  readonly state: DeploymentState
  readonly description: string
  /** Page of the run. */
  readonly logUrl?: string
}

/**
 * One repository at GitHub. Failures are DroverErrors: `github-failed`, `github-unreachable`,
 * `github-throttled`, `not-permitted`.
 */
export interface GitHub {
  /** `OWNER/NAME`. */
  readonly repository: string
  /** The newest commit of a pull request now. */
  headOf(pull: number): Promise<string>
  /**
   * Comments of a pull request that begin with `marker`, oldest first. Only comments of this token's own
   * account are listed: everybody who may comment can write a marker.
   */
  findComments(pull: number, marker: string): Promise<readonly Comment[]>
  /** May create two comments when an answer is lost; `keepComment` removes the second. */
  createComment(pull: number, body: string): Promise<Comment>
  /** undefined when the comment is gone. */
  updateComment(id: number, body: string): Promise<Comment | undefined>
  /** A comment that no longer exists is no failure. */
  deleteComment(id: number): Promise<void>
  /** Newest first, at most 1,000: GitHub gives no more. */
  listRuns(created: Period): Promise<readonly WorkflowRun[]>
  /** undefined when GitHub does not have the run, or no longer has it. */
  findRun(id: string): Promise<WorkflowRun | undefined>
  /**
   * Resolves to the id of the deployment. GitHub merges nothing and waits for no status of the commit. The request is not
   * repeated when it may have had its effect, so that there are never two.
   */
  createDeployment(deployment: NewDeployment): Promise<number>
  /** `success` makes earlier deployments of the environment inactive. */
  setDeploymentStatus(status: DeploymentStatus): Promise<void>
}
