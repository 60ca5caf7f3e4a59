import { describeEnd, succeeded } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import { gitEnvironment } from '../../git/git-environment.js'
import { runProcess } from '../../system/run-process.js'

export interface GitInput {
  readonly folder: string
  readonly stdin?: Buffer
}

/**
 * Runs git on the ledger's own temporary repository and returns the bytes that it printed.
 * simple-git is used for the remote only: it waits 50 ms after a process that
 * printed nothing, and decodes output that must stay bytes.
 * Throws `missing-tool` without git, and `bug` when git fails, because no file of a user is involved.
 */
export async function runPlumbing(args: readonly string[], input: GitInput): Promise<Buffer> {
  const ended = await runProcess({
    argv: ['git', ...args],
    env: gitEnvironment(input.folder),
    timeoutMs,
    maxBytes,
    ...(input.stdin === undefined ? {} : { stdin: input.stdin }),
  })
  if (succeeded(ended) && !ended.truncated) return ended.stdout
  const detail = ended.truncated
    ? 'the output is too large'
    : (ended.stderr.toString('utf8').trim().split('\n').at(-1) ?? '')
  throw new DroverError(`"git ${args[0]}": ${describeEnd(ended)}: ${detail}`, { reason: 'bug' })
}

// No such command waits for a network: after this time the disk does not answer.
const timeoutMs = 120_000
const maxBytes = 1024 ** 3

export function missingGit(cause: unknown): DroverError {
  return new DroverError('git: cannot be started', {
    reason: 'missing-tool',
    hint: 'Install git, version 2.31 or newer.',
    cause,
  })
}
