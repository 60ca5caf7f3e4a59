import { isLasting, usefulLine } from '../../git/git-words.js'

/** The outcome of a push, by git's porcelain report. */
export type PushOutcome =
  | { readonly kind: 'pushed' }
  /** The branch is at another commit than expected. */
  | { readonly kind: 'moved' }
  /** The server refused the push; `racing` when it names another push as the cause. */
  | { readonly kind: 'refused'; readonly detail: string; readonly racing: boolean }
  /** There was no answer: the push may or may not be on the branch. */
  | { readonly kind: 'unanswered'; readonly detail: string; readonly lasting: boolean }

export interface PushOutput {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Reads `git push --porcelain` (git-push(1), OUTPUT): flag, refs and summary between tabs. */
export function parsePushOutcome({ code, stdout, stderr }: PushOutput): PushOutcome {
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

// The words of receive-pack when two pushes need the lock of the branch at once.
const racing = /failed to (update|lock) ref|cannot lock ref|incorrect old value|reference already exists/

function remoteLine(stderr: string): string | undefined {
  return stderr
    .split('\n')
    .map((line) => /^remote:\s*(?:error:\s*)?(\S.*)$/.exec(line.trim())?.[1])
    .find((line) => line !== undefined)
}
