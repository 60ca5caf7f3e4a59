import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder {
  readonly path: string
  remove(): Promise<void>
}

/** Makes a folder for this user only. `remove` removes it, and the end of the process does at best effort. */
export async function makeTemporaryFolder(name: string, below = tmpdir()): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(below, `drover-${name}-`))
  removeAtExit(path)
  return { path, remove: () => removeNow(path) }
}

const leftovers = new Set<string>()

// The process has one listener for all folders, because Node warns at the eleventh listener.
function removeAtExit(folder: string): void {
  if (leftovers.size === 0) process.on('exit', removeAll)
  leftovers.add(folder)
}

async function removeNow(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  leftovers.delete(folder)
  if (leftovers.size === 0) process.off('exit', removeAll)
}

function removeAll(): void {
  for (const folder of leftovers) rmSync(folder, { recursive: true, force: true })
}
