import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DroverError } from '../../base/errors.js'
import { isLasting } from '../../git/git-words.js'
import { makeBareRepository } from '../../git/make-bare-repository.js'
import { makeTemporaryFolder } from '../../system/temporary-folder.js'
import { isOnBranch } from './branch-history.js'
import { type PushOutcome, parsePushOutcome } from './git-failure.js'
import { callRemote, type RemoteExit } from './git-remote.js'
import type { RemoteAddress } from './remote-address.js'
import { remoteConfig } from './remote-config.js'
import { repositoryUnreachable } from './repository-unreachable.js'

/** A bare repository in a temporary folder, which holds the fetched commits. */
export interface GitRepository {
  readonly folder: string
  /** Fetches the commit at the head of the branch, without its history. */
  fetchHead(signal?: AbortSignal): Promise<Fetched>
  /** Fetches a commit. False when the remote no longer has it. */
  fetchCommit(commit: string): Promise<boolean>
  /** True if the branch's head is this commit or a descendant of it. */
  isOnBranch(commit: string): Promise<boolean>
  /** The commit that a ref of the remote is at; undefined when the remote has no such ref. */
  headOf(ref: string): Promise<string | undefined>
  /** Moves the branch from its present head to a descendant of it; never by force. */
  push(commit: string, signal?: AbortSignal): Promise<PushOutcome>
  close(): Promise<void>
}

export type Fetched =
  | { readonly kind: 'fetched'; readonly commit: string }
  /** `lasting` means that another attempt cannot mend it. */
  | { readonly kind: 'failed'; readonly error: DroverError; readonly lasting: boolean }

export interface RepositoryOptions {
  readonly remote: RemoteAddress
  readonly workDir?: string | undefined
}

/** Makes the folder, for this user only. `close` removes it, and the end of the process does at best effort. */
export async function openRepository({ remote, workDir }: RepositoryOptions): Promise<GitRepository> {
  const { path: folder, remove } = await makeTemporaryFolder('ledger', workDir)
  const call = (args: readonly string[], signal?: AbortSignal): Promise<RemoteExit> =>
    callRemote(args, { folder, remote, signal })
  await makeBareRepository(folder, remoteConfig(remote))
  return {
    folder,
    fetchHead: (signal) => fetchHead({ folder, remote, call, signal }),
    fetchCommit: (commit) => fetchCommit(commit, { folder, remote, call }),
    isOnBranch: (commit) => isOnBranch(commit, { remote, workDir }),
    headOf: (ref) => headOf(ref, { remote, call }),
    push: async (commit, signal) =>
      parsePushOutcome(
        await call(
          ['push', '--porcelain', '--no-verify', 'origin', `${commit}:refs/heads/${remote.branch}`],
          signal,
        ),
      ),
    close: remove,
  }
}

interface FetchCall {
  readonly folder: string
  readonly remote: RemoteAddress
  readonly call: (args: readonly string[], signal?: AbortSignal) => Promise<RemoteExit>
  readonly signal?: AbortSignal | undefined
}

// `--quiet` is left out, because simple-git waits 50 ms for output that does not come.
const fetchArgs = [
  'fetch',
  '--verbose',
  '--depth=1',
  '--no-tags',
  '--no-recurse-submodules',
  'origin',
] as const

async function fetchHead({ folder, remote, call, signal }: FetchCall): Promise<Fetched> {
  const ref = `refs/heads/${remote.branch}`
  const fetchOnce = (): Promise<RemoteExit> => call([...fetchArgs, `+${ref}:refs/drover/head`], signal)
  const first = await fetchOnce()
  if (first.code === 0) return { kind: 'fetched', commit: await fetchedCommit(folder) }
  // fetch exits with 128 for every failure, but ls-remote has a status of its own for a missing branch.
  const listing = await call(['ls-remote', '--exit-code', 'origin', ref], signal)
  if (listing.code === 2) return { kind: 'failed', error: branchMissing(remote), lasting: true }
  if (listing.code !== 0) return failedFetch(listing, remote)
  const second = await fetchOnce()
  if (second.code === 0) return { kind: 'fetched', commit: await fetchedCommit(folder) }
  return failedFetch(second, remote)
}

async function fetchCommit(commit: string, { remote, call }: FetchCall): Promise<boolean> {
  const fetched = await call([...fetchArgs, commit])
  if (fetched.code === 0) return true
  const look = await call(['ls-remote', 'origin', `refs/heads/${remote.branch}`])
  if (look.code === 0) return false
  throw repositoryUnreachable(look, remote)
}

async function headOf(
  ref: string,
  { remote, call }: Pick<FetchCall, 'remote' | 'call'>,
): Promise<string | undefined> {
  const look = await call(['ls-remote', 'origin', ref])
  if (look.code !== 0) throw repositoryUnreachable(look, remote)
  // ls-remote takes a pattern, and `refs/heads/main` is also the end of another ref.
  return look.stdout
    .split('\n')
    .find((line) => line.endsWith(`\t${ref}`))
    ?.split('\t')[0]
}

/** FETCH_HEAD starts with the id, whatever format the repository keeps its refs in. */
async function fetchedCommit(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'FETCH_HEAD'), 'utf8')
  const commit = /^[0-9a-f]{40,64}/.exec(text)?.[0]
  if (commit !== undefined) return commit
  throw new DroverError('"git fetch": gave no commit', { reason: 'bug' })
}

function failedFetch(end: RemoteExit, remote: RemoteAddress): Fetched {
  return { kind: 'failed', error: repositoryUnreachable(end, remote), lasting: isLasting(end.stderr) }
}

function branchMissing(remote: RemoteAddress): DroverError {
  return new DroverError(`branch "${remote.branch}": does not exist in repository "${remote.shown}"`, {
    reason: 'branch-missing',
    hint: `Make it with "git switch --orphan ${remote.branch}", add flock.yml, commit, and push it; or name another branch.`,
  })
}
