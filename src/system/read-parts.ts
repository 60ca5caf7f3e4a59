import { lstat, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { DroverError } from '../base/errors.js'
import type { Tree, TreeFile } from '../base/tree.js'
import { readTree } from './read-tree.js'

/**
 * Reads some parts of a folder by path, and nothing outside of it: if a symlink leads to a part, only the
 * symlink itself is read. Throws `invalid-argument` for a path that is no folder.
 */
export async function readParts(folder: string, parts: readonly string[]): Promise<Tree> {
  const found = await lstat(folder).catch(() => undefined)
  if (!found?.isDirectory()) {
    throw new DroverError(`"${folder}": is not a folder`, {
      reason: 'invalid-argument',
      hint: 'Name the folder of the older scripts.',
    })
  }
  const files = new Map<string, TreeFile>()
  for (const part of parts) {
    const link = await firstLink(folder, part)
    if (link !== undefined)
      files.set(link, { mode: '120000', bytes: Buffer.from(await readlink(join(folder, link))) })
    else for (const [path, file] of await readTree(folder, { prefixes: [part] })) files.set(path, file)
  }
  return files
}

async function firstLink(folder: string, part: string): Promise<string | undefined> {
  const names = part.split('/')
  for (const index of names.keys()) {
    const path = names.slice(0, index + 1).join('/')
    const found = await lstat(join(folder, path)).catch(() => undefined)
    if (found?.isSymbolicLink()) return path
  }
  return undefined
}
