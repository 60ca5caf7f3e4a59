import type { Dirent } from 'node:fs'
import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DroverError } from '../base/errors.js'
import type { Tree, TreeFile } from '../base/tree.js'

/**
 * The files of `folder` that lie below one of `prefixes` (`config/`, or `''` for all), by path.
 * Links are kept as links, never followed. A prefix that does not exist holds no files.
 * Anything but files, folders and links is an error.
 */
export async function readTree(
  folder: string,
  { prefixes }: { readonly prefixes: readonly string[] },
): Promise<Tree> {
  const files = new Map<string, TreeFile>()
  for (const prefix of prefixes) await readInto(files, { folder, path: prefix.replace(/\/+$/, '') })
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

interface Place {
  readonly folder: string
  readonly path: string
}

async function readInto(files: Map<string, TreeFile>, { folder, path }: Place): Promise<void> {
  const entries = await entriesOf(join(folder, path))
  for (const entry of entries) {
    const inside = path === '' ? entry.name : `${path}/${entry.name}`
    const full = join(folder, inside)
    if (entry.isDirectory()) await readInto(files, { folder, path: inside })
    else if (entry.isSymbolicLink()) files.set(inside, link(await readlink(full)))
    else if (entry.isFile()) files.set(inside, await plainFile(full))
    else
      throw new DroverError(`"${inside}": cannot be read: not a file, folder or link`, {
        reason: 'missing-file',
      })
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new DroverError(`"${folder}": cannot be read: ${(cause as Error).message}`, {
      reason: 'missing-file',
      cause,
    })
  }
}

function link(target: string): TreeFile {
  return { mode: '120000', bytes: Buffer.from(target) }
}

async function plainFile(path: string): Promise<TreeFile> {
  const [bytes, { mode }] = await Promise.all([readFile(path), stat(path)])
  return { mode: (mode & 0o100) === 0 ? '100644' : '100755', bytes }
}
