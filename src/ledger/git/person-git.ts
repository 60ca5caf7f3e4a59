import { succeeded } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import { runProcess } from '../../system/run-process.js'

export interface PersonGit {
  readonly folder: string
  readonly stdin?: string | Buffer
}

/** Returns git's output without the last line feed; undefined when git exits with another status than 0. */
export async function askGit(words: readonly string[], git: PersonGit): Promise<string | undefined> {
  const ended = await run(words, git)
  return succeeded(ended) ? ended.stdout.toString('utf8').replace(/\n$/, '') : undefined
}

/** Like `askGit`; throws `command-failed` with git's own words. */
export async function runGit(words: readonly string[], git: PersonGit): Promise<string> {
  const ended = await run(words, git)
  if (succeeded(ended)) return ended.stdout.toString('utf8').replace(/\n$/, '')
  const said = ended.stderr.toString('utf8').trim().split('\n')[0] ?? ''
  throw new DroverError(`git ${words[0]}: did not work in "${git.folder}": ${said}`, {
    reason: 'command-failed',
    hint: 'Ensure that git works in this folder, that you may write there, and that no other git is at work; then run it again.',
  })
}

function run(words: readonly string[], { folder, stdin }: PersonGit): ReturnType<typeof runProcess> {
  return runProcess({
    argv: ['git', '-C', folder, ...words],
    env: personEnvironment(),
    timeoutMs: 60_000,
    maxBytes: 256 * 1024 * 1024,
    ...(stdin !== undefined && { stdin }),
  })
}

/** The user's own environment, without variables that would lead git to another repository than that of the folder. */
function personEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !elsewhere.has(entry[0]),
  )
  return {
    ...Object.fromEntries(kept),
    GIT_TERMINAL_PROMPT: '0',
    GIT_SSH_COMMAND: process.env.GIT_SSH_COMMAND ?? quietSsh,
    LC_ALL: 'C',
  }
}

// ssh must not ask questions, because nobody would see them.
const quietSsh = 'ssh -o BatchMode=yes -o ConnectTimeout=10'

const elsewhere = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
])
