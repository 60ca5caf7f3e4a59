import { lstat, mkdir, readFile, readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { DroverError } from '../../base/errors.js'
import type { Tree, TreeFile } from '../../base/tree.js'
import { type Addition, addFiles } from './add-files.js'
import { askGit, runGit } from './person-git.js'
import { placeFile } from './place-file.js'
import { makeTreeReader } from './read-tree.js'

/** The ops repository in a folder of the user. The ledger, in contrast, talks to the remote only. */
export interface OpsCheckout {
  readonly folder: string
  /** Name of the config branch. */
  readonly branch: string
  look(): Promise<CheckoutLook>
  /** The newer commit of the local branch and of the branch at `origin` as last fetched; the local one when they diverged. */
  newest(branch: string): Promise<string | undefined>
  /** The commit of the branch at `origin` now; '' when `origin` does not have the branch; undefined when `origin` cannot be read. */
  askOrigin(branch: string): Promise<string | undefined>
  /** All files of a commit. */
  read(commit: string): Promise<Tree>
  /** The files in the folder, committed or not, without those that git ignores. */
  readFolder(): Promise<Tree>
  /** Makes the folder and an empty repository in it, with this branch checked out. */
  begin(branch: string): Promise<void>
  /** Makes this branch the first one of a repository without commits. */
  startOn(branch: string): Promise<void>
  /** One commit with new files; see `addFiles`. */
  add(addition: Addition): Promise<readonly string[]>
  /** Writes files into the folder, without a commit. */
  write(files: ReadonlyMap<string, string>): Promise<void>
}

export interface CheckoutLook {
  /** Top folder of the repository that the folder is in; absent outside of any repository. */
  readonly top?: string
  /** True when the folder is the top itself. */
  readonly isTop: boolean
  /** The branch that is checked out; absent when none is. */
  readonly head?: string
  /** URL of `origin`. */
  readonly origin?: string
  /** Default branch of `origin`, if the local repository knows it. */
  readonly originHead?: string
  /** Commits of the local branches. */
  readonly local: ReadonlyMap<string, string>
  /** Commits of the branches of `origin` as last fetched. */
  readonly remote: ReadonlyMap<string, string>
}

export function makeOpsCheckout({
  folder,
  branch,
}: {
  readonly folder: string
  readonly branch: string
}): OpsCheckout {
  const git = { folder }
  return {
    folder,
    branch,
    look: () => look(folder),
    newest: async (name) => {
      const { local, remote } = await readBranches(folder)
      const [here, there] = [local.get(name), remote.get(name)]
      if (here === undefined || there === undefined) return here ?? there
      const isBehind = (await askGit(['merge-base', '--is-ancestor', here, there], git)) !== undefined
      return isBehind ? there : here
    },
    askOrigin: async (name) =>
      (await askGit(['ls-remote', 'origin', `refs/heads/${name}`], git))?.split('\t')[0],
    read: async (commit) => {
      const place = await runGit(['rev-parse', '--absolute-git-dir'], git)
      const reader = makeTreeReader({ folder: place, onNotice: () => undefined })
      return reader.read(await reader.list(commit))
    },
    readFolder: () => readFolder(folder),
    begin: async (first) => {
      await mkdir(folder, { recursive: true })
      await runGit(['init', '--quiet', `--initial-branch=${first}`], git)
    },
    startOn: async (first) => {
      await runGit(['symbolic-ref', 'HEAD', `refs/heads/${first}`], git)
    },
    add: (addition) => addFiles(folder, addition),
    write: async (files) => {
      for (const [path, text] of files) await placeFile(join(folder, path), { bytes: Buffer.from(text) })
    },
  }
}

async function look(folder: string): Promise<CheckoutLook> {
  const top = (await exists(folder)) ? await askGit(['rev-parse', '--show-toplevel'], { folder }) : undefined
  if (top === undefined) {
    if (await exists(join(folder, '.git'))) throw unreadable(folder)
    return { isTop: false, local: new Map(), remote: new Map() }
  }
  const [head, origin, originHead, branches] = await Promise.all([
    askGit(['symbolic-ref', '--quiet', '--short', 'HEAD'], { folder }),
    askGit(['remote', 'get-url', 'origin'], { folder }),
    askGit(['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'], { folder }),
    readBranches(folder),
  ])
  return {
    top,
    isTop: (await realpath(top)) === (await realpath(folder)),
    ...(head !== undefined && { head }),
    ...(origin !== undefined && { origin }),
    ...(originHead !== undefined && { originHead: originHead.replace(/^origin\//, '') }),
    ...branches,
  }
}

async function readBranches(folder: string): Promise<Pick<CheckoutLook, 'local' | 'remote'>> {
  const format = '--format=%(objectname) %(refname)'
  const text = await runGit(['for-each-ref', format, 'refs/heads', 'refs/remotes/origin'], { folder })
  const rows = text
    .split('\n')
    .map((line) => [line.slice(line.indexOf(' ') + 1), line.split(' ')[0]] as const)
  const below = (prefix: string): ReadonlyMap<string, string> =>
    new Map(
      rows.flatMap(([name, commit = '']): [string, string][] =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), commit]] : [],
      ),
    )
  return { local: below('refs/heads/'), remote: below('refs/remotes/origin/') }
}

async function readFolder(folder: string): Promise<Tree> {
  const listed = await runGit(['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { folder })
  const files = new Map<string, TreeFile>()
  for (const path of listed.split('\0').sort()) {
    const file = path === '' ? undefined : await readOne(join(folder, path))
    if (file !== undefined) files.set(path, file)
  }
  return files
}

/** undefined for a deleted file whose deletion is not committed, and for a repository inside this one. */
async function readOne(path: string): Promise<TreeFile | undefined> {
  const found = await lstat(path).catch(() => undefined)
  if (found?.isSymbolicLink()) return { mode: '120000', bytes: Buffer.from(await readlink(path)) }
  if (!found?.isFile()) return undefined
  return { mode: (found.mode & 0o100) === 0 ? '100644' : '100755', bytes: await readFile(path) }
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined
}

function unreadable(folder: string): DroverError {
  return new DroverError(`checkout: git cannot read the repository in "${folder}"`, {
    reason: 'invalid-argument',
    hint: `Run "git -C ${folder} status": it says why, for example that the folder belongs to somebody else.`,
  })
}
