import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder {
  readonly path: string
  remove(): Promise<void>
}

/** A folder for this user only; it is gone after `remove` and, at best effort, after the process. */
export async function makeTemporaryFolder(name: string, below = tmpdir()): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(below, `drover-${name}-`))
  removeAtExit(path)
  return { path, remove: () => removeNow(path) }
}

const leftovers = new Set<string>()

// One listener for all of the process: Node warns at the eleventh.
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
