import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { DroverError } from '../base/errors.js'
import type { Tree } from '../base/tree.js'

/**
 * Makes a folder with these files as a whole or not at all. Throws `invalid-argument` when the path exists
 * already. A killed process leaves a hidden folder beside it, which the next attempt removes.
 */
export async function placeFolder(folder: string, files: Tree): Promise<void> {
  const target = resolve(folder)
  await requireFree(target)
  const beside = join(dirname(target), `.${basename(target)}.drover-new`)
  await rm(beside, { recursive: true, force: true })
  try {
    await mkdir(beside, { recursive: true })
    for (const [path, { bytes, mode }] of files) {
      if (path.split('/').some((part) => part === '' || part === '..' || part === '.')) {
        throw new TypeError(`a path of the result leaves its folder: ${path}`)
      }
      const full = join(beside, path)
      await mkdir(dirname(full), { recursive: true })
      await writeFile(full, bytes, { mode: mode === '100755' ? 0o755 : 0o644, flag: 'wx' })
    }
    await rename(beside, target)
  } catch (cause) {
    await rm(beside, { recursive: true, force: true })
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause
    const message = `"${folder}": cannot be made: ${(cause as Error).message}`
    throw new DroverError(message, { reason: 'invalid-argument', cause })
  }
}

/** An empty folder counts as free, because rename replaces it. */
async function requireFree(target: string): Promise<void> {
  const found = await lstat(target).catch(() => undefined)
  if (found === undefined) return
  if (found.isDirectory() && (await readdir(target)).length === 0) return
  throw new DroverError(`"${target}": exists already, and is not an empty folder`, {
    reason: 'invalid-argument',
    hint: 'Name a folder that does not exist.',
  })
}
