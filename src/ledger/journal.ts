import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LedgerRecord } from '../events/record.js'
import { recordFileName } from './records/keep-record.js'
import { encodeRecord } from './records/record-file.js'

/**
 * What would have to be recorded if this process ended now, outside of this process: one record for
 * each machine that was begun and is not on the branch yet. Whoever comes after pushes it.
 */
export interface Journal {
  /** Replaces what is kept under the record's id. */
  keep(record: LedgerRecord): void
  /** These are on the branch. */
  drop(records: readonly LedgerRecord[]): void
}

export const noJournal: Journal = { keep: () => undefined, drop: () => undefined }

export interface FolderJournalOptions {
  readonly folder: string
  /** Told once when nothing can be kept: a full disk is no reason to stop the work. */
  readonly onNotice: (message: string) => void
}

/** A journal in a folder, one file each, readable by their owner only. Written at once: the process may be killed any time. */
export function makeFolderJournal({ folder, onNotice }: FolderJournalOptions): Journal {
  let isBroken = false
  const attempt = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (isBroken) return
      isBroken = true
      const why = error instanceof Error ? error.message : String(error)
      onNotice(
        `the journal cannot be kept: ${why}: a job that is killed now leaves no record of its machines`,
      )
    }
  }
  const pathOf = (record: LedgerRecord): string => join(folder, recordFileName(record))
  return {
    keep: (record) =>
      attempt(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        const temporary = `${pathOf(record)}.new`
        writeFileSync(temporary, encodeRecord(record), { mode: 0o600 })
        renameSync(temporary, pathOf(record))
      }),
    drop: (records) =>
      attempt(() => {
        for (const record of records) rmSync(pathOf(record), { force: true })
      }),
  }
}

/** Where the steps of a job keep their journal; undefined outside of a job. */
export function journalFolder({ GITHUB_ACTIONS, RUNNER_TEMP = '' }: NodeJS.ProcessEnv): string | undefined {
  return GITHUB_ACTIONS === 'true' && RUNNER_TEMP !== '' ? join(RUNNER_TEMP, 'drover', 'journal') : undefined
}

/** Paths of the records that a journal's folder holds; none when there is no such folder. */
export function readJournal(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.record.json'))
      .sort()
      .map((name) => join(folder, name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
