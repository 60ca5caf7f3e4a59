import { appendFile, mkdir, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type CommandExit, describeEnd, succeeded } from '../../base/command.js'
import { DroverError } from '../../base/errors.js'
import type { GitAddress } from '../../git/git-address.js'
import { gitEnvironment } from '../../git/git-environment.js'
import { runProcess } from '../../system/run-process.js'
import type { FetchedArtifact } from './artifact-source.js'
import { encodeLfsPointer, type LfsPointer } from './lfs-pointer.js'

export interface LfsStore {
  /** The repository whose server keeps the objects. */
  readonly address: GitAddress
  /** Folder in which a repository for the objects is made. */
  readonly folder: string
  readonly signal?: AbortSignal | undefined
}

/** Fetches the objects of a repository by the program git-lfs. */
export async function openLfs(store: LfsStore): Promise<(pointer: LfsPointer) => Promise<FetchedArtifact>> {
  const { folder } = store
  const version = await run(['lfs', 'version'], store)
  if (!succeeded(version)) {
    throw new DroverError('git-lfs: is not installed', {
      reason: 'missing-tool',
      hint: 'An artifact is a Git LFS pointer on the config branch. Install "git-lfs" where Drover runs; runners of GitHub have it.',
    })
  }
  await mkdir(folder, { mode: 0o700 })
  const made = await run(['init', '--quiet', '--bare', '--template=', folder], store)
  if (!succeeded(made)) throw failed('cannot make a repository of its own', made, store)
  await appendFile(join(folder, 'config'), settings(store.address))
  return async (pointer) => {
    const { oid, size } = pointer
    const stdin = encodeLfsPointer(pointer)
    const ended = await run(['lfs', 'smudge', '--', oid], { ...store, stdin })
    // Its output is dropped, because git-lfs keeps the same bytes in a file.
    const path = join(folder, 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4), oid)
    const found = succeeded(ended) ? await stat(path).catch(() => undefined) : undefined
    if (found === undefined) throw failed(`object ${oid} cannot be fetched`, ended, store)
    if (found.size === size) return { path, bytes: size }
    throw new DroverError(`git-lfs: object ${oid} has ${found.size} bytes, and its pointer says ${size}`, {
      reason: 'artifact-differs',
      hint: 'Add the file to the config branch again.',
    })
  }
}

function run(
  args: readonly string[],
  { address, folder, signal, stdin }: LfsStore & { readonly stdin?: string },
): Promise<CommandExit> {
  return runProcess({
    argv: ['git', ...args],
    env: gitEnvironment(folder, address.settings),
    timeoutMs: 30 * 60_000,
    maxBytes: 64 * 1024,
    ...(stdin === undefined ? {} : { stdin }),
    ...(signal === undefined ? {} : { signal }),
  })
}

function failed(what: string, ended: CommandExit, { address }: LfsStore): DroverError {
  const lines = address
    .scrub(ended.stderr.toString('utf8'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('Errors logged to'))
  const line = lines.find((candidate) => /error|fatal|not found|denied|missing/i.test(candidate)) ?? lines[0]
  // git-lfs names the object twice before it says what is wrong.
  const why = line?.split(/\([0-9a-f]{7,64}\): /).at(-1)
  return new DroverError(`git-lfs: ${what} from "${address.shown}": ${why ?? describeEnd(ended)}`, {
    reason: 'artifact-unreachable',
    hint: 'Ensure that the object was pushed with the pointer ("git lfs push --all origin config"), and that the token may read it.',
  })
}

function settings({ url }: GitAddress): string {
  const address = isAbsolute(url) ? pathToFileURL(url).href : url
  return `[remote "origin"]
	url = "${address.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"
[lfs]
	concurrenttransfers = 1
[lfs "transfer"]
	maxretries = 4
`
}
