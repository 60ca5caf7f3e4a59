export interface Comment {
  readonly id: number
  readonly url: string
}

/** What GitHub knows of one run of a workflow. */
export interface WorkflowRun {
  readonly id: string
  /** Name of the workflow; empty when it has none. */
  readonly workflow: string
  /** As the list of runs shows it: `run-name`, or the title of the commit or pull request. */
  readonly title: string
  /** What started it: `push`, `workflow_dispatch` … */
  readonly event: string
  /** `success`, `failure`, `cancelled` …; the status (`in_progress` …) of one that has not ended. */
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
  /** Newest commit of a pull request now. */
  headOf(pull: number): Promise<string>
  /**
   * Comments of a pull request that begin with `marker`, oldest first. Only those that this token's own
   * account wrote: everybody who may comment can write a marker.
   */
  findComments(pull: number, marker: string): Promise<readonly Comment[]>
  /** May leave two when an answer is lost: `keepComment` looks after that. */
  createComment(pull: number, body: string): Promise<Comment>
  /** undefined when the comment is gone. */
  updateComment(id: number, body: string): Promise<Comment | undefined>
  /** One that is gone already is no failure. */
  deleteComment(id: number): Promise<void>
  /** Newest first, at most 1,000: GitHub gives no more. */
  listRuns(created: Period): Promise<readonly WorkflowRun[]>
  /** undefined when GitHub has no such run (any more). */
  findRun(id: string): Promise<WorkflowRun | undefined>
  /**
   * Answers with its id. Nothing is merged and no status of the commit is waited for. Not tried again when
   * it may have happened, so that there are never two.
   */
  createDeployment(deployment: NewDeployment): Promise<number>
  /** `success` makes earlier deployments of the environment inactive. */
  setDeploymentStatus(status: DeploymentStatus): Promise<void>
}
