import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../base/digest.js'
import { DroverError } from '../../base/errors.js'
import { makeBareRepository } from '../../git/make-bare-repository.js'
import { bundleRef, type CodeBundle } from './code-source.js'
import { isCommitId } from './find-revision.js'
import { askLocally, callCodeServer, type GitCall, runLocally } from './git-call.js'

/** A bare repository of Drover's that holds the commits fetched from one URL. */
export interface CodeFolder {
  bundle(commit: string, have: readonly string[]): Promise<CodeBundle | undefined>
}

export async function openCodeFolder(call: GitCall): Promise<CodeFolder> {
  const { folder } = call
  await mkdir(folder, { mode: 0o700 })
  await makeBareRepository(folder)
  const fetched = new Map<string, Promise<void>>()
  const bundles = new Map<string, Promise<CodeBundle | undefined>>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    bundle: async (commit, have) => {
      const fetching = fetched.get(commit) ?? last.then(() => fetchCommit(commit, call))
      fetched.set(commit, fetching)
      // Only one fetch runs at a time, so that the next one can use its commits.
      last = fetching.catch(() => undefined)
      await fetching
      const known = await knownCommits(have, call)
      const key = sha256([commit, ...known].join(' ')).slice(0, 16)
      const making =
        bundles.get(key) ?? makeBundle({ commit, known, path: join(folder, `${key}.bundle`) }, call)
      bundles.set(key, making)
      return await making
    },
  }
}

/** Fetches a commit by its id. A server that refuses that may have the commit below a branch or tag. */
async function fetchCommit(commit: string, call: GitCall): Promise<void> {
  if (!isCommitId(commit)) throw new DroverError(`commit "${commit}": is none`, { reason: 'bug' })
  const { url, shown } = call.address
  const byId = await askLocally([...fetchArgs, url, `+${commit}:${bundleRef(commit)}`], call)
  if (byId !== undefined) return
  await callCodeServer([...fetchArgs, url, '+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'], call)
  if ((await askLocally(['update-ref', bundleRef(commit), `${commit}^{commit}`], call)) !== undefined) return
  throw new DroverError(`commit "${commit}": is not in repository "${shown}"`, {
    reason: 'commit-missing',
    hint: 'Ensure that it was pushed there; a commit that no branch and no tag holds any more may be gone.',
  })
}

const fetchArgs = [
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-recurse-submodules',
  '--no-write-fetch-head',
] as const

/** The commits among those that a machine claims to have that are known here, too. */
async function knownCommits(have: readonly string[], call: GitCall): Promise<readonly string[]> {
  const asked = [...new Set(have.filter(isCommitId))].sort()
  if (asked.length === 0) return []
  const answer = await runLocally(['cat-file', '--batch-check'], { ...call, stdin: `${asked.join('\n')}\n` })
  return answer.split('\n').flatMap((line) => /^([0-9a-f]+) commit \d+$/.exec(line)?.[1] ?? [])
}

interface BundleContent {
  readonly commit: string
  readonly known: readonly string[]
  readonly path: string
}

async function makeBundle(
  { commit, known, path }: BundleContent,
  call: GitCall,
): Promise<CodeBundle | undefined> {
  const range = [bundleRef(commit), ...known.map((had) => `^${had}`)]
  // git refuses an empty bundle, but says so in words only.
  if ((await runLocally(['rev-list', '--max-count=1', ...range], call)).trim() === '') return undefined
  await runLocally(['bundle', 'create', '--quiet', path, ...range], call)
  return { path, bytes: (await stat(path)).size }
}
