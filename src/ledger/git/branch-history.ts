import { succeeded } from '../../base/command.js'
import { gitEnvironment } from '../../git/git-environment.js'
import { makeBareRepository } from '../../git/make-bare-repository.js'
import { runProcess } from '../../system/run-process.js'
import { makeTemporaryFolder } from '../../system/temporary-folder.js'
import { callRemote } from './git-remote.js'
import type { RemoteAddress } from './remote-address.js'
import { remoteConfig } from './remote-config.js'
import { repositoryUnreachable } from './repository-unreachable.js'

export interface HistoryOptions {
  readonly remote: RemoteAddress
  readonly workDir?: string | undefined
}

/**
 * True if the branch's head at the remote is this commit or a descendant of it. Fetches the commits of the branch,
 * without trees and files where the server can leave them out, into a repository of its own. Throws
 * `repository-unreachable`.
 */
export async function isOnBranch(commit: string, { remote, workDir }: HistoryOptions): Promise<boolean> {
  const { path: folder, remove } = await makeTemporaryFolder('history', workDir)
  try {
    await makeBareRepository(folder, remoteConfig(remote))
    const ref = `+refs/heads/${remote.branch}:${head}`
    const fetched = await callRemote(['fetch', '--verbose', '--no-tags', '--filter=tree:0', 'origin', ref], {
      folder,
      remote,
    })
    if (fetched.code !== 0) throw repositoryUnreachable(fetched, remote)
    const asked = await runProcess({
      argv: ['git', 'merge-base', '--is-ancestor', commit, head],
      // A commit that was not fetched is not on the branch, and is not to be fetched now.
      env: { ...gitEnvironment(folder), GIT_NO_LAZY_FETCH: '1' },
      timeoutMs: 120_000,
    })
    return succeeded(asked)
  } finally {
    await remove()
  }
}

const head = 'refs/drover/history'
