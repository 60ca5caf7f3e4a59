import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tree, TreeFile } from '../../base/tree.js'
import { droverAuthor } from './git-ledger.js'
import { askGit, runGit } from './person-git.js'
import { clearBeside, placeFile } from './place-file.js'

/** New files for a branch of a checkout. */
export interface Addition {
  readonly branch: string
  /** The parent of the commit; absent for the first commit of the branch. */
  readonly parent?: string
  /** None of them is in the parent. */
  readonly files: Tree
  readonly message: string
}

/**
 * Makes one commit with the files. If the branch is checked out, the files are written to the worktree first,
 * then to the index, and the branch moves last: a killed run leaves files that the next attempt finds to be
 * right, and a branch without any of them. Returns the paths that it left out because another,
 * uncommitted file is there, which stays as it is.
 */
export async function addFiles(folder: string, addition: Addition): Promise<readonly string[]> {
  const place = await placeOf(folder, addition.branch)
  const occupied = place === undefined ? [] : await placeAll(place, addition.files)
  const files = new Map([...addition.files].filter(([path]) => !occupied.includes(path)))
  if (files.size === 0) return occupied
  if (place !== undefined) {
    const names = [...files.keys()].map((path) => `${path}\0`).join('')
    await runGit(['update-index', '--add', '-z', '--stdin'], { folder: place, stdin: names })
  }
  const stdin = encode({ ...addition, files }, await identity(folder))
  await runGit(['fast-import', '--quiet', '--done'], { folder, stdin })
  return occupied
}

/** The folder in which the branch is checked out: this one, or another worktree of the repository. */
async function placeOf(folder: string, branch: string): Promise<string | undefined> {
  const listed = await runGit(['worktree', 'list', '--porcelain'], { folder })
  for (const entry of listed.split('\n\n')) {
    const lines = entry.split('\n')
    if (!lines.includes(`branch refs/heads/${branch}`)) continue
    return lines.find((line) => line.startsWith('worktree '))?.slice('worktree '.length)
  }
  return undefined
}

async function placeAll(place: string, files: Tree): Promise<readonly string[]> {
  const occupied: string[] = []
  for (const [path, file] of files) {
    const full = join(place, path)
    await clearBeside(full)
    const found = await readFile(full).catch(nothingThere)
    if (found === undefined) {
      await placeFile(full, { bytes: file.bytes, executable: file.mode === '100755' })
    } else if (!found.equals(file.bytes)) occupied.push(path)
  }
  return occupied
}

/** Anything else in the way, such as a folder, belongs to the user and counts as another file. */
function nothingThere(error: NodeJS.ErrnoException): Buffer | undefined {
  return error.code === 'ENOENT' ? undefined : Buffer.alloc(0)
}

/** `NAME <MAIL> SECONDS ZONE`: the user's own if git knows it. */
async function identity(folder: string): Promise<string> {
  const own = await askGit(['var', 'GIT_COMMITTER_IDENT'], { folder })
  return own ?? `${droverAuthor.name} <${droverAuthor.email}> ${Math.floor(Date.now() / 1000)} +0000`
}

/** The input of git-fast-import(1). Without `--force` git refuses a branch that moved meanwhile. */
function encode({ branch, parent, files, message }: Addition, person: string): Buffer {
  const head = [
    `commit refs/heads/${branch}`,
    `author ${person}`,
    `committer ${person}`,
    `data ${Buffer.byteLength(message)}`,
    message,
    ...(parent === undefined ? [] : [`from ${parent}`]),
    '',
  ]
  return Buffer.concat([
    Buffer.from(head.join('\n')),
    ...[...files].flatMap(([path, file]) => encodeFile(path, file)),
    Buffer.from('\ndone\n'),
  ])
}

function encodeFile(path: string, { mode, bytes }: TreeFile): readonly Buffer[] {
  return [Buffer.from(`M ${mode} inline ${path}\ndata ${bytes.length}\n`), bytes, Buffer.from('\n')]
}
