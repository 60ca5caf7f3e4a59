/** The values that replace the templates' placeholders in the workflow files of one ops repository. */
export interface WorkflowValues extends SlotValues {
  /** Names of all secrets that the jobs need: sorted, `DROVER_SSH_KEY` among them. */
  readonly secrets: readonly string[]
}

export interface SlotValues {
  /** `OWNER/REPO` of the toolkit. */
  readonly toolkit: string
  /** Commit, tag or branch of the toolkit. */
  readonly toolkitRef: string
  /** `OWNER/REPO` of the ops repository. */
  readonly repository: string
  readonly defaultBranch: string
  /** The config branch. */
  readonly branch: string
}

export type Slot = keyof SlotValues

/** The secret that every job needs, whatever the templates name. */
export const sshKeySecret = 'DROVER_SSH_KEY'

/** The secrets that the workflows must pass on, given those that templates name. */
export function secretsToPass(named: Iterable<string>): readonly string[] {
  return [...new Set([sshKeySecret, ...named])].sort()
}

/** `OWNER/REPO` in GitHub's form. */
export const repositoryPattern = /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/

/** The name of a branch, a tag or a commit, without characters that git, YAML or a workflow would misread. */
export const refPattern = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/

/** `OWNER/REPO@REF` in its two parts; undefined for anything else. */
export function parseToolkit(text: string): Pick<SlotValues, 'toolkit' | 'toolkitRef'> | undefined {
  const at = text.indexOf('@')
  const [toolkit, toolkitRef] = [text.slice(0, at), text.slice(at + 1)]
  if (at < 0 || !repositoryPattern.test(toolkit) || !refPattern.test(toolkitRef)) return undefined
  return { toolkit, toolkitRef }
}
