import { type Dirent, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DroverError } from '../base/errors.js'
import type { Tree, TreeFile } from '../base/tree.js'

/**
 * Reads the files of `folder` that are below one of `prefixes` (`config/`, or `''` for all), by path.
 * Symlinks are kept as symlinks and never followed. A prefix that does not exist holds no files.
 * Anything but files, folders and symlinks is an error.
 *
 * The calls are synchronous, because waiting for each of many small files takes several times as long as reading it.
 */
export function readTree(folder: string, { prefixes }: { readonly prefixes: readonly string[] }): Tree {
  const files = new Map<string, TreeFile>()
  for (const prefix of prefixes) readInto(files, { folder, path: prefix.replace(/\/+$/, '') })
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

interface Place {
  readonly folder: string
  readonly path: string
}

function readInto(files: Map<string, TreeFile>, { folder, path }: Place): void {
  const entries = entriesOf(join(folder, path))
  for (const entry of entries) {
    const inside = path === '' ? entry.name : `${path}/${entry.name}`
    const full = join(folder, inside)
    if (entry.isDirectory()) readInto(files, { folder, path: inside })
    else if (entry.isSymbolicLink()) files.set(inside, link(readlinkSync(full)))
    else if (entry.isFile()) files.set(inside, plainFile(full))
    else
      throw new DroverError(`"${inside}": cannot be read: not a file, folder or symlink`, {
        reason: 'missing-file',
      })
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
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

function plainFile(path: string): TreeFile {
  const isProgram = (statSync(path).mode & 0o100) !== 0
  return { mode: isProgram ? '100755' : '100644', bytes: readFileSync(path) }
}
