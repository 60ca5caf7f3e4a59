import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file as a whole or not at all: a killed process leaves no half of it. The next attempt removes
 * the temporary file that it left.
 */
export async function placeFile(
  path: string,
  { bytes, executable = false }: { readonly bytes: Buffer; readonly executable?: boolean },
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = besideFile(path)
  await writeFile(beside, bytes)
  if (executable) await chmod(beside, 0o755)
  await rename(beside, path)
}

/** Removes the temporary files that a killed `placeFile` left. */
export async function clearBeside(path: string): Promise<void> {
  await rm(besideFile(path), { force: true })
}

function besideFile(path: string): string {
  return join(dirname(path), `.${basename(path)}.drover-new`)
}
