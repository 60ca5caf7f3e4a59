import { join } from 'node:path'
import { sha256 } from '../../base/digest.js'
import type { GitAddress } from '../../git/git-address.js'
import type { Clock } from '../../system/clock.js'
import { makeTemporaryFolder, type TemporaryFolder } from '../../system/temporary-folder.js'
import { type CodeFolder, openCodeFolder } from './code-repository.js'
import type { CodeRepository, CodeSource } from './code-source.js'
import { findRevision, isCommitId, parseRefListing, type RefListing } from './find-revision.js'
import { callCodeServer, type GitCall, parseCodeAddress } from './git-call.js'

export interface GitCodeSourceOptions {
  readonly clock: Clock
  /** The folder for the temporary folder; by default the system's folder for temporary files. */
  readonly workDir?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** Makes a source of code that uses git. Nothing is done before the first call, and a repeated call gets the first one's result, even a failure. */
export function makeGitCodeSource({ clock, workDir, signal }: GitCodeSourceOptions): CodeSource {
  const listings = new Map<string, Promise<RefListing>>()
  const folders = new Map<string, Promise<CodeFolder>>()
  let temporary: Promise<TemporaryFolder> | undefined
  const callFor = async (address: GitAddress, name: string): Promise<GitCall> => {
    temporary ??= makeTemporaryFolder('code', workDir)
    return { address, folder: join((await temporary).path, name), clock, signal }
  }

  const list = async (address: GitAddress): Promise<RefListing> => {
    // The call needs no repository, and must not find one by chance.
    const call = await callFor(address, 'none')
    return parseRefListing(await callCodeServer(['ls-remote', '--heads', '--tags', address.url], call))
  }

  return {
    resolve: async ({ revision, ...repository }) => {
      const address = parseCodeAddress(repository)
      if (isCommitId(revision)) return revision
      const key = keyOf(repository)
      const listing = listings.get(key) ?? list(address)
      listings.set(key, listing)
      return findRevision(revision, { listing: await listing, shown: address.shown })
    },
    bundle: async ({ commit, have, ...repository }) => {
      const address = parseCodeAddress(repository)
      const key = keyOf(repository)
      const folder = folders.get(key) ?? callFor(address, key).then(openCodeFolder)
      folders.set(key, folder)
      return await (await folder).bundle(commit, have)
    },
    close: async () => {
      await (await temporary)?.remove()
      temporary = undefined
    },
  }
}

/** The key includes the token: what one token may read must not be given to a caller with another. */
function keyOf({ url, credentials }: CodeRepository): string {
  return sha256(JSON.stringify([url, credentials?.name ?? null])).slice(0, 16)
}
