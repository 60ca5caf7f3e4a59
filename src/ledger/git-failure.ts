/** What became of a push, by git's porcelain report. */
export type PushEnd =
  | { readonly kind: 'pushed' }
  /** The branch is not where we thought. */
  | { readonly kind: 'moved' }
  /** The server had the push and said no; `racing` when it names another push as the cause. */
  | { readonly kind: 'refused'; readonly detail: string; readonly racing: boolean }
  /** No answer: the push may or may not be on the branch. */
  | { readonly kind: 'unanswered'; readonly detail: string; readonly lasting: boolean }

export interface PushOutput {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Reads `git push --porcelain` (git-push(1), OUTPUT): flag, refs and summary between tabs. */
export function parsePushEnd({ code, stdout, stderr }: PushOutput): PushEnd {
  if (code === 0) return { kind: 'pushed' }
  const summary = stdout
    .split('\n')
    .find((line) => line.startsWith('!'))
    ?.split('\t')[2]
  if (summary?.startsWith('[rejected]')) return { kind: 'moved' }
  if (summary?.startsWith('[remote rejected]')) {
    const reason = /\((.*)\)$/.exec(summary)?.[1] ?? summary
    const said = remoteLine(stderr)
    return {
      kind: 'refused',
      detail: said === undefined ? reason : `${reason}: ${said}`,
      racing: racing.test(reason),
    }
  }
  return { kind: 'unanswered', detail: usefulLine(stderr), lasting: isLasting(stderr) }
}

/**
 * True for a failure that another try cannot mend: wrong credentials, no such
 * repository. Both are plain exit 128, so the words have to do; they are those
 * of git in the C locale and of curl, and what is not known counts as passing.
 */
export function isLasting(stderr: string): boolean {
  return lasting.test(stderr)
}

/** The line of git's stderr that says most, without git's own prefix. */
export function usefulLine(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !boilerplate.test(line))
  const line = lines.findLast((candidate) => /^(fatal|error|ERROR|remote):/.test(candidate)) ?? lines.at(-1)
  return line?.replace(/^(fatal|error|ERROR): /, '') ?? 'git said nothing'
}

// receive-pack, when two pushes meet at the lock of the branch.
const racing = /failed to (update|lock) ref|cannot lock ref|incorrect old value|reference already exists/

const lasting =
  /Authentication failed|could not read (Username|Password)|returned error: (401|403|404)|Permission denied|repository '.*' not found|Repository not found|does not appear to be a git repository|dubious ownership|not valid: is this a git repository|protocol '.*' is not supported|Host key verification failed/

const boilerplate =
  /^(fatal: Could not read from remote repository\.|Please make sure you have the correct access rights|and the repository exists\.|fatal: (the remote end hung up unexpectedly|expected flush after ref listing)|Everything up-to-date|From |POST git-|To )/

function remoteLine(stderr: string): string | undefined {
  return stderr
    .split('\n')
    .map((line) => /^remote:\s*(?:error:\s*)?(\S.*)$/.exec(line.trim())?.[1])
    .find((line) => line !== undefined)
}
