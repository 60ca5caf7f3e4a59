import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { LedgerRecord } from '../../events/record.js'
import { encodeRecord } from './record-file.js'

/**
 * Saves records whose push failed, one file each, readable only by their owner,
 * and returns the paths. Each file is written as a whole or not at all; saving the same
 * record again replaces its file. `parseRecord` reads it back.
 */
export async function keepRecords(records: readonly LedgerRecord[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return await Promise.all(
    records.map(async (record) => {
      const path = join(folder, recordFileName(record))
      await writeWhole(path, encodeRecord(record))
      return path
    }),
  )
}

// The id may hold characters that no file name can; the digest distinguishes two such ids.
/** The name of a record's file, the same each time. */
export function recordFileName(record: LedgerRecord): string {
  const digest = createHash('sha256').update(record.id).digest('hex').slice(0, 12)
  const readable = `${record.operation}-${record.machine}`.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 80)
  return `${readable}-${digest}.record.json`
}

async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}`
  try {
    await using file = await open(temporary, 'wx', 0o600)
    await file.writeFile(text)
    await file.sync()
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
